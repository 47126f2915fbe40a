"""Enrichment: what is looked up about approaches before they are scored (registers, lists of firms, campaigns)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from recruitrisk.approach import Approach

__all__ = ["Enricher", "enriched", "fingerprint_of"]


class Enricher(Protocol):
    """Fills unknown fields of approaches, adds clues or a campaign; can be pickled and sent to workers.

    One that rests on a file or a batch may have a ``fingerprint`` (str): a run is not taken up under another.
    """

    def __call__(self, approaches: Sequence[Approach]) -> list[Approach]:
        """Give as many approaches, in the same order; those of a batch come together, so that look-ups can."""
        ...


def enriched(approaches: Sequence[Approach], enrichers: Sequence[Enricher]) -> list[Approach]:
    """Approaches after all enrichers, in turn."""
    found = list(approaches)
    for enricher in enrichers:
        found = enricher(found)
    return found


def fingerprint_of(enricher: Enricher) -> str:
    """What an enricher rests on: its type, and its own ``fingerprint`` where it has one."""
    kind = type(enricher)
    return f"{kind.__module__}.{kind.__qualname__}:{getattr(enricher, 'fingerprint', '')}"
