"""Pages and hours of work that a text names near an amount."""

from __future__ import annotations

import re
from typing import NamedTuple

from recruitrisk.market.numerals import read_numeral, read_worded
from recruitrisk.market.patterns import Pattern
from recruitrisk.market.remembering import remembered

__all__ = ["COUNT", "Quantity", "read_count", "read_load", "read_quantities"]

COUNT = (
    r"(?:[0-9]{1,5}(?:[.,][0-9]{3})?(?:\.[0-9])?|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|fifteen|sixteen|twenty|thirty|forty-five|forty|sixty|ninety|half(?: an?)?|an?)"
)
"""Source of a pattern for a small number, in figures or words; `read_count` reads it."""
_QUANTITY = Pattern(
    rf"(?<![\w.,$£€¥/-])({COUNT})(?:\s?(?:-|–|—|to|or)\s?({COUNT}))?[\s-]{{0,2}}"
    r"(?:(?:short|full|typed|written|double-spaced|single-spaced|focused|solid|easy|A4|"
    r"working|billable)[\s-]){0,2}(pages?|pp|sides|words?|hours?|hrs?|minutes?|mins?)(?!\w)"
    r"(?:\s(?:of\swork\s)?(?:a|per|each|every)\s(day|week|month|year)(?!\w))?",
    re.I,
)
_DAYS = Pattern(
    rf"(?:(?<![\w.,$£€¥/-])(?P<a>{COUNT})[\s-]days?(?:['’]s?)?\s(?:of\s)?(?:work|effort|labour|teaching|training|"
    r"consulting|consultancy|your time|reading|writing|editing|reviewing|desk work|field work)(?!\w)"
    rf"|(?<!\w)(?:takes?|for(?: about| some| just| only)?|over|is|about)\s(?P<b>{COUNT})\s(?:working\s)?days?(?!\w|['’]?\s"
    r"(?:notice|time|from|after|before|per|a week|a month|ago|left)))",
    re.I,
)
_LOAD = Pattern(
    rf"(?<![\w.,$£€¥/-])(?:(?P<low>{COUNT})(?:\s?(?:-|–|—|to|or)\s?(?P<high>{COUNT}))?"
    r"|(?P<few>(?:a )?few|(?:a )?couple(?: of)?|some))[\s-](?:(?:short|spare|free|easy|quiet|flexible|working|phone)[\s-])?"
    r"(?P<unit>hours?|hrs?|minutes?|mins?|evenings?|afternoons?|calls?|meetings?|chats?|pages?|memos?|notes?)"
    r"(?:\sof\s(?:your\s)?(?:work|time))?\s?(?:a|per|each|every|in the|/)\s?"
    r"(?P<per>day|week|month|evening|weekend|fortnight|quarter)(?!\w)(?!\s(?:of|for)\s(?:training|learning|study|travel|overtime))",
    re.I,
)
_MONTHLY = {
    "day": 220 / 12,
    "evening": 220 / 12,
    "week": 52 / 12,
    "weekend": 52 / 12,
    "fortnight": 26 / 12,
    "month": 1.0,
    "quarter": 1 / 3,
}
_HOURS_OF = {
    "ho": 1.0,
    "hr": 1.0,
    "mi": 1 / 60,
    "ev": 2.5,
    "af": 4.0,
    "ca": 1.0,
    "me": 4.0,
    "ch": 1.0,
    "pa": 4.0,
    "no": 4.0,
}
"""Hours of a thing by how its name begins, own judgement: an evening is two and a half, a page four, a memo or meeting four."""
_BOUGHT = re.compile(
    r"\b(?:for|only|just|merely|takes?|needs?|asks?(?: for)?|wants?|write|send)\s(?:about\s|some\s|only\s|just\s)?$",
    re.I,
)
"""Before calls, meetings and pages: a job too has one call a week, but is not paid for it."""
_FULL_TIME = 70.0
_HOURS_A_DAY = 8.0
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


@remembered(2048)
def read_count(word: str) -> float | None:
    """Read a match of `COUNT`: ``12``, ``ten``, ``half an``, ``a``; None when it is no number."""
    low = word.lower()
    if low[0].isdigit():
        return read_numeral(low)
    if low in {"a", "an"}:
        return 1.0
    if low in {"half", "half a", "half an"}:
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
    if not any(word in low_window for word in ("page", "pp", "side", "hour", "hr", "min", "word", "day")):
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
    if hours is None and "day" in low_window:
        hours = _days_near(window, middle)
    return Quantity(*(pages[1:] if pages else (None, None)), *(hours[1:] if hours else (None, None, None)))


def _days_near(window: str, middle: int) -> tuple[int, float, float, str | None] | None:
    """``five days' work``, ``for two days``: days that a sum is paid for, as hours."""
    best: tuple[int, float, float, str | None] | None = None
    for found in _DAYS.finditer(window):
        count, away = read_count(found["a"] or found["b"]), abs(found.start() - middle)
        if count is None or "\n\n" in window[min(found.start(), middle) : max(found.start(), middle)]:
            continue
        if best is None or away < best[0]:
            best = (away, count * _HOURS_A_DAY, count * _HOURS_A_DAY, None)
    return best


def read_load(text: str) -> tuple[float, int, int] | None:
    """Hours a month that work is said to take: ``a few hours a week``, ``two evenings a month``.

    Parameters
    ----------
    text : str
        A whole message.

    Returns
    -------
    tuple of (float, int, int) or None
        Hours a month and the span of the words; the first such words, None without any and for what is a full week.

    Examples
    --------
    >>> read_load("It takes only 4-6 hours a month.")
    (5.0, 14, 31)
    """
    for found in _LOAD.finditer(text):
        if found["few"]:
            low: float | None = 2.0 if "couple" in found["few"].lower() else 4.0
        else:
            low = read_count(found["low"])
        if low is None:
            continue
        high = (read_count(found["high"]) if found["high"] else None) or low
        kind = found["unit"][:2].lower()
        if kind in {"ca", "me", "ch", "pa", "no"} and not _BOUGHT.search(
            text[max(0, found.start() - 24) : found.start()]
        ):
            continue
        hours = (low + high) / 2 * _HOURS_OF[kind] * _MONTHLY[found["per"].lower()]
        if 0 < hours <= _FULL_TIME:
            return hours, found.start(), found.end()
    return None


def _is_rate(window: str, found: re.Match[str]) -> bool:
    """``$500 an hour`` is a rate; ``for an hour of your time`` is a quantity."""
    if "-" in found[0]:
        return False
    before = window[: found.start()].rstrip().lower()
    return not before.endswith(("for", "about", "takes", "take", "is", "only", "just", "lasts", "in", "than"))
