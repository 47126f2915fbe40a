"""The campaigns that the report shows, masked like the rest of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from recruitrisk.review.plain_text import visible
from recruitrisk.review.redaction import Masker

__all__ = ["CampaignLike", "ShownCampaign", "shown_campaigns"]

_MOST = 25
_NAMES = 3


class CampaignLike(Protocol):
    """What is shown of a campaign; `recruitrisk.scoring.Campaign` is one."""

    @property
    def id(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def first(self) -> str: ...
    @property
    def last(self) -> str: ...
    @property
    def senders(self) -> tuple[str, ...]: ...
    @property
    def firms(self) -> tuple[str, ...]: ...
    @property
    def recipients(self) -> tuple[str, ...]: ...
    @property
    def tied_by(self) -> tuple[str, ...]: ...
    @property
    def example(self) -> str: ...


@dataclass(frozen=True, slots=True)
class ShownCampaign:
    """A campaign in the words of the page."""

    id: str
    size: int
    days: str
    senders: str
    firms: str
    recipients: str
    tied_by: str
    example: str


def shown_campaigns(campaigns: Sequence[CampaignLike], masker: Masker | None) -> list[ShownCampaign]:
    """The largest campaigns; with a masker its labels stand for names and addresses."""

    def text(value: str, letter: bool = False) -> str:
        return visible(masker.mask(value, letter=letter) if masker else value)

    def person(name: str) -> str:
        return masker.person(name) if masker else visible(name)

    return [
        ShownCampaign(
            c.id,
            c.size,
            c.first if c.first == c.last else f"{c.first} to {c.last}",
            _some([person(name) for name in c.senders[:_NAMES]], len(c.senders)),
            _some([text(name) for name in c.firms[:_NAMES]], len(c.firms)),
            # an export's owner is a person; a post is written with its country or stands as it is
            _some([text(name) for name in c.recipients[:_NAMES]], len(c.recipients)),
            ", ".join(c.tied_by),
            text(c.example, letter=True),
        )
        for c in campaigns[:_MOST]
    ]


def _some(names: list[str], count: int) -> str:
    more = f" and {count - len(names):,} more" if count > len(names) else ""
    return ", ".join(names) + more
