"""Ranges: two amounts with a sign or word of a range between them are one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recruitrisk.market.amounts import Amount, scan_amounts
from recruitrisk.market.numerals import SCALES
from recruitrisk.market.patterns import Pattern

__all__ = ["find_amounts"]

_JOIN = Pattern(
    r"\s{0,2}(?:-|–|—|‐|‑|−|~|to|till|bis|until|up to|or|and|à|a|/|\.\.\.?|…)\s{0,2}(?:up to |"
    r"about |even )?\Z",
    re.I,
)


def find_amounts(text: str, default: str | None) -> Iterator[Amount]:
    """Find amounts, joining two with a sign or word of a range between them.

    Parameters
    ----------
    text : str
        Any text.
    default : str or None
        Currency code that ambiguous signs stand for where they can.

    Yields
    ------
    Amount
        By place.
    """
    held: Amount | None = None
    for amount in scan_amounts(text, default):
        if held is not None:
            gap = text[held.end : amount.start] if amount.start - held.end <= 18 else ""
            if gap and not held.ranged and _JOIN.match(gap) and (joined := _join(text, held, amount, gap)):
                held = joined
                continue
            yield held
        held = amount
    if held is not None:
        yield held


def _join(text: str, first: Amount, second: Amount, gap: str) -> Amount | None:
    word = gap.strip().lower()
    if first.currency and second.currency and first.currency != second.currency:
        return None
    if (second.currency and not first.currency and first.kind) or (not second.low):
        return None
    low, high = first.low, second.high
    if second.scale and not first.scale and low < high and first.numeral != "words" and low < 1000:
        ratio = SCALES.get(second.scale, 1.0)
        low *= ratio if low * ratio <= high else 1.0
    elif first.scale and not second.scale and low > high and high < 1000:
        high *= SCALES.get(first.scale, 1.0)
    if low > high or low <= 0:
        return None
    if word in {"and", "a", "/", "or"}:
        lead = text[max(0, first.start - 14) : first.start].lower()
        if word == "and" and "between" not in lead and "from" not in lead:
            return None
        if word in {"/", "a"} and not (first.currency or second.currency or second.scale):
            return None
        if word == "or" and (first.currency and second.currency) and high > 3 * low:
            return None
    if high > 100 * low and not (first.scale or second.scale):
        return None
    kind = first.kind or second.kind
    return Amount(
        first.start,
        second.end,
        low,
        high,
        first.currency or second.currency,
        kind,
        second.scale or first.scale,
        second.numeral,
        ranged=True,
    )
