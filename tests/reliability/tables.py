"""Tables as the tests write them."""

from __future__ import annotations

from collections.abc import Iterable

from recruitrisk.scoring.writing import csv_line

__all__ = ["csv_text"]


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV text, as the library writes them."""
    return b"".join(csv_line(row) for row in rows).decode("utf-8", "surrogateescape")
