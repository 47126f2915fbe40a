"""Pages and hours of work that a text names near an amount."""

from __future__ import annotations

import re
from typing import NamedTuple

from recruitrisk.market.numerals import read_numeral, read_worded
from recruitrisk.market.patterns import Pattern

__all__ = ["COUNT", "Quantity", "read_count", "read_quantities"]

COUNT = (
    r"(?:[0-9]{1,5}(?:[.,][0-9]{3})?(?:\.[0-9])?|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|fifteen|sixteen|twenty|thirty|forty-five|forty|sixty|ninety|half an?|an?)"
)
"""Source of a pattern for a small number, in figures or words; `read_count` reads it."""
_QUANTITY = Pattern(
    rf"(?<![\w.,$£€¥/-])({COUNT})(?:\s?(?:-|–|—|to|or)\s?({COUNT}))?[\s-]{{0,2}}"
    r"(?:(?:short|full|typed|written|double-spaced|single-spaced|focused|solid|easy|A4|"
    r"working|billable)[\s-]){0,2}(pages?|pp|sides|words?|hours?|hrs?|minutes?|mins?)(?!\w)"
    r"(?:\s(?:of\swork\s)?(?:a|per|each|every)\s(day|week|month|year)(?!\w))?",
    re.I,
)
_WORDS_A_PAGE = 500.0


class Quantity(NamedTuple):
    """Pages and hours near an amount; None where nothing is said.

    Attributes
    ----------
    pages_low, pages_high : float or None
        Pages; words are turned into pages of 500.
    hours_low, hours_high : float or None
        Hours of work; minutes are turned into hours.
    hours_per : str or None
        ``day``, ``week``, ``month`` or ``year`` when the hours come again each time.
    """

    pages_low: float | None = None
    pages_high: float | None = None
    hours_low: float | None = None
    hours_high: float | None = None
    hours_per: str | None = None


def read_count(word: str) -> float | None:
    """Read a match of `COUNT`: ``12``, ``ten``, ``half an``, ``a``; None when it is no number."""
    low = word.lower()
    if low[0].isdigit():
        return read_numeral(low)
    if low in {"a", "an"}:
        return 1.0
    if low in {"half a", "half an"}:
        return 0.5
    both = read_worded(low)
    return both[0] if both else None


def read_quantities(text: str, start: int, end: int, reach: int = 110) -> Quantity:
    """Read pages and hours near the amount at ``text[start:end]``.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        Span of the amount and its unit.
    reach : int
        Characters looked at on each side, within the paragraph.

    Returns
    -------
    Quantity
        The nearest page count and hour count; what stands behind the amount comes first.
    """
    origin = max(0, start - reach)
    window = text[origin : end + reach]
    low_window = window.lower()
    if not any(word in low_window for word in ("page", "pp", "side", "hour", "hr", "min", "word")):
        return Quantity()
    middle = end - origin
    pages: tuple[int, float, float] | None = None
    hours: tuple[int, float, float, str | None] | None = None
    for found in _QUANTITY.finditer(window):
        low, kind = read_count(found[1]), found[3].lower()
        if low is None or (
            found[1].lower() in {"a", "an"} and window[: found.start()].rstrip().endswith(("/", "per"))
        ):
            continue
        high = (read_count(found[2]) if found[2] else None) or low
        away = abs(found.start() - middle) + (0 if found.start() >= start - origin else 30)
        if "\n\n" in window[min(found.start(), middle) : max(found.start(), middle)]:
            continue
        if kind[0] in "psw":
            if found[1].lower() in {"a", "an"} and _is_rate(window, found):
                continue
            if kind.startswith("word"):
                if low < 100 or window[: found.start()].rstrip().lower().endswith(
                    ("per", "/", "every", "each")
                ):
                    continue
                low, high = low / _WORDS_A_PAGE, high / _WORDS_A_PAGE
            if pages is None or away < pages[0]:
                pages = (away, low, high)
        elif not (kind[0] == "h" and found[1].lower() in {"a", "an", "one"} and _is_rate(window, found)):
            part = 1 / 60 if kind[0] == "m" else 1.0
            if hours is None or away < hours[0]:
                hours = (away, low * part, high * part, found[4].lower() if found[4] else None)
    return Quantity(*(pages[1:] if pages else (None, None)), *(hours[1:] if hours else (None, None, None)))


def _is_rate(window: str, found: re.Match[str]) -> bool:
    """``$500 an hour`` is a rate; ``for an hour of your time`` is a quantity."""
    if "-" in found[0]:
        return False
    before = window[: found.start()].rstrip().lower()
    return not before.endswith(("for", "about", "takes", "take", "is", "only", "just", "lasts", "in", "than"))
