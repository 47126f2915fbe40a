"""Campaigns: approaches of a batch that one sender, or senders who belong together, sent to many targets.

Approaches are tied by near-identical texts, the same mail address, phone, handle or account, or the same domain. What is
tied, directly or through others, is a campaign. Being mass mail is no sign: recruiters do it. What counts as evidence is one
text, or one private address, under the names of different people **and** of firms that have nothing to do with each
other; see `Campaigns`. Everything is linear in the number of approaches.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from recruitrisk.approach import Approach, Clue
from recruitrisk.errors import UsageError
from recruitrisk.parameters import check_kind, check_path, told
from recruitrisk.places import check_distinct, check_target, write_whole
from recruitrisk.reading import Batch, approaches_from_frame
from recruitrisk.scoring.campaign_keys import row_key
from recruitrisk.scoring.campaign_ties import Campaign, Found, Ledger, tie
from recruitrisk.scoring.files import batches, check_joined
from recruitrisk.scoring.inert import inert

__all__ = ["Campaign", "Campaigns", "find_campaigns", "find_campaigns_of_file", "write_campaigns"]

TEXT_POINTS = 0.4
"""One text under other names and firms: the firms may be fronts. No more than what it takes for a column's finding to be shown
as evidence, since templates do travel between agencies."""
ADDRESS_POINTS = 0.6
"""One private mail address, phone or handle under other names and firms: it can't be everybody's own."""
_SHOWN = 5

Source: TypeAlias = pd.DataFrame | Batch | Iterable[Approach | Batch]


@dataclass(frozen=True, slots=True, repr=False)
class Campaigns:
    """The campaigns of a batch; an `Enricher` for `Scorer`, small enough to be sent to workers.

    It sets `Approach.campaign`, and adds a clue where, and only where, an approach shares with one of **both** another
    sender's name and another firm

    - a copy of the text (`campaign_texts.COPY`): `TEXT_POINTS` for ``cover_company``;
    - a private mail address, a phone or a handle: `ADDRESS_POINTS` for ``identity_mismatch``.

    Unknown names and firms differ from nothing. Firms that share a mail or web domain, or differ by legal form and words
    of the trade alone, are one house. So colleagues with one template, and a sender who writes to hundreds, get no clue.
    Two agencies that put one advert into their own words don't either; where greeting, pitch and closing are the same too, the
    weak clue stands for a human to weigh.

    Attributes
    ----------
    campaigns : tuple of Campaign
        In the order of their ids.
    read : int
        Approaches that were looked at.
    comparisons : int
        Pairs of texts that were compared; linear in `read`.
    """

    campaigns: tuple[Campaign, ...] = ()
    read: int = 0
    comparisons: int = 0
    _keys: NDArray[np.uint64] = field(default_factory=lambda: np.zeros(0, np.uint64), repr=False)
    _of: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32), repr=False)
    _clue: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32), repr=False)
    _clues: tuple[tuple[Clue, ...], ...] = field(default=(), repr=False)

    @property
    def fingerprint(self) -> str:
        """Of what it was found to be: a run is taken up with the same campaigns alone."""
        return hashlib.sha256(self._keys.tobytes() + self._of.tobytes() + self._clue.tobytes()).hexdigest()

    def __call__(self, approaches: Sequence[Approach]) -> list[Approach]:
        """Approaches with their campaign and clues, in their order; those of no campaign as they are."""
        if not len(self._keys):
            return list(approaches)
        keys = np.fromiter(map(row_key, approaches), np.uint64, len(approaches))
        places = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        known = self._keys[places] == keys
        return [
            self._with(approach, int(at)) if hit else approach
            for approach, at, hit in zip(approaches, places, known, strict=True)
        ]

    def _with(self, approach: Approach, at: int) -> Approach:
        firm = str(approach.fields.get("company", ""))
        clues = tuple(replace(c, value=firm) for c in self._clues[self._clue[at]])
        return replace(approach, campaign=self.campaigns[self._of[at]].id, clues=(*approach.clues, *clues))

    def __repr__(self) -> str:
        """How many campaigns there are, and how much of the batch they are."""
        within = sum(campaign.size for campaign in self.campaigns)
        return f"<Campaigns: {within:,} of {self.read:,} approaches in {len(self):,} campaigns>"

    def __len__(self) -> int:
        """How many campaigns."""
        return len(self.campaigns)

    def table(self) -> pd.DataFrame:
        """The campaigns as a table.

        Returns
        -------
        DataFrame
            ``campaign, size, first, last, senders, sender_names, firms, firm_names, recipients, tied_by, example``; counts of
            senders and firms, and the most frequent few of their names. It holds names and the beginning of a message.
        """
        rows = [
            (
                c.id, c.size, c.first, c.last, len(c.senders), _some(c.senders), len(c.firms), _some(c.firms),
                _some(c.recipients), ", ".join(c.tied_by), c.example,
            )
            for c in self.campaigns
        ]  # fmt: skip
        names = (
            "campaign", "size", "first", "last", "senders", "sender_names", "firms", "firm_names", "recipients",
            "tied_by", "example",
        )  # fmt: skip
        return pd.DataFrame(rows, columns=list(names))

    def as_csv(self) -> str:
        """The table as CSV: names and texts are a stranger's, so nothing in it is run by a spreadsheet."""
        table = self.table()
        for name in table.columns.difference(["size", "senders", "firms"]):
            table[name] = [inert(str(cell)) for cell in table[name]]
        text: str = table.to_csv(index=False, lineterminator="\n")
        return text


def _some(names: Sequence[str]) -> str:
    more = f"; and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
    return "; ".join(names[:_SHOWN]) + more


def find_campaigns(
    source: Source,
    messages: pd.DataFrame | None = None,
    *,
    columns: Mapping[str, str] | None = None,
) -> Campaigns:
    """Find the campaigns in a batch of approaches.

    Parameters
    ----------
    source : DataFrame, Batch, or iterable of Approach or Batch
        Table of approaches; what `read_approaches` or `read_linkedin_export` gave; or a stream, which is read once.
        Several exports are given as a list of batches.
    messages : DataFrame, optional
        Goes with a table.
    columns : mapping, optional
        Our name -> name in the table.

    Returns
    -------
    Campaigns
        Give it to `Scorer` or `score` as ``enrich=[campaigns]``.

    Raises
    ------
    ReadError
        Neither text nor marks in the table.

    Notes
    -----
    Memory holds some 500 bytes an approach, and of a text only how it begins. The order of the rows does not matter.

    Examples
    --------
    >>> text = "We pay for short written reports on what your committee has not published. Please keep this between the two of us, {}."
    >>> rows = [{"message": text.format(to), "sender_name": by} for to, by in (("Tom", "Ann Roe"), ("Eve", "Bea Poe"))]
    >>> find_campaigns(pd.DataFrame(rows)).table()[["campaign", "size", "senders", "tied_by"]].values.tolist()
    [['C0001', 2, 2, 'text']]
    """
    check_kind(
        "source",
        source,
        (pd.DataFrame, Batch, Iterable),
        "a DataFrame, a Batch, or a list of batches or approaches",
    )
    ledger = Ledger()
    for approach, owner in _approaches(source, messages, columns):
        ledger.add(approach, owner)
    return _campaigns(tie(ledger))


def _approaches(
    source: Source, messages: pd.DataFrame | None, columns: Mapping[str, str] | None
) -> Iterator[tuple[Approach, str]]:
    if isinstance(source, pd.DataFrame):
        for approach in approaches_from_frame(source, messages, columns)[0]:
            yield approach, ""
        return
    if messages is not None or columns is not None:
        raise UsageError("messages and columns go with a table of approaches; give a DataFrame")
    for part in [source] if isinstance(source, Batch) else source:
        if isinstance(part, Batch):
            for approach in part.approaches():
                yield approach, part.owner or ""
        elif isinstance(part, Approach):
            yield part, ""
        else:
            raise UsageError(
                f"source holds {told(part)}; a DataFrame, a Batch, or a list of batches or approaches is expected"
            )


def find_campaigns_of_file(
    *sources: str | os.PathLike[str],
    messages: str | None = None,
    profiles: str | None = None,
    columns: Mapping[str, str] | list[str] | str | None = None,
    owner: str | None = None,
) -> Campaigns:
    """Read files once, in chunks, and find the campaigns across all of them.

    Parameters
    ----------
    *sources : path
        Each as for `recruitrisk.score_file`; not standard input, which can be read once only.
    messages, profiles, columns, owner : optional
        As for `recruitrisk.score_file`.

    Raises
    ------
    UsageError
        Standard input; a file given twice; an option that goes with another kind of file.
    ReadError
    """
    for source in sources:
        check_path("source", source)
    names = [os.fspath(source) for source in sources]
    if "-" in names:
        raise UsageError("campaigns can't be looked for in standard input, which is read once; give a file")
    check_distinct(names)
    check_joined(names, messages, columns, owner)
    return find_campaigns(
        batch for name in names for batch in batches(name, messages, profiles, columns, owner)
    )


def _campaigns(found: Found) -> Campaigns:
    """Ids, and the clues of each approach in words."""
    campaigns = tuple(found.campaigns)
    order = np.lexsort((found.clue_number, found.campaign, found.keys))
    keys, first = np.unique(found.keys[order], return_index=True)
    clues = tuple(
        tuple(_clues(campaigns[campaign].id, text, address)) for campaign, text, address in found.clues
    )
    return Campaigns(
        campaigns, found.read, found.comparisons, keys,
        found.campaign[order][first].astype(np.int32), found.clue_number[order][first].astype(np.int32), clues,
    )  # fmt: skip


def _clues(campaign: str, text: tuple[int, int], address: tuple[str, int, int]) -> Iterator[Clue]:
    """What an approach is told: (senders, firms) that share its text, (kind, senders, firms) that share its address."""
    if text[0]:
        says = f"the same text came from {text[0]:,} differently named senders of {text[1]:,} firms (campaign {campaign})"
        yield Clue("cover_company", TEXT_POINTS, says, "company")
    kind, senders, firms = address
    if senders:
        what = "mail address" if kind == "private mail" else kind
        says = f"the same {what} was given by {senders:,} differently named senders of {firms:,} firms (campaign {campaign})"
        yield Clue("identity_mismatch", ADDRESS_POINTS, says, "company")


def write_campaigns(campaigns: Campaigns, path: str | os.PathLike[str]) -> Path:
    """Write the table of campaigns as CSV; it appears whole or not at all, readable by its owner alone.

    Raises
    ------
    UsageError
        The name ends otherwise than in ``.csv``.
    WriteError
    """
    check_target(path, "CSV")
    return write_whole(path, campaigns.as_csv(), errors="backslashreplace")
