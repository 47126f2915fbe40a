"""Numbers as people write them: ``1.500``, ``150'000``, ``1,50,000``, ``two and a half thousand``.

Every pattern here has one way to match at a place, so that reading is linear in the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from recruitrisk.market.patterns import Pattern
from recruitrisk.market.remembering import remembered

__all__ = [
    "FIGURES",
    "NUMBER_WORDS",
    "NUMERAL",
    "SCALES",
    "WORDED",
    "find_worded",
    "read_figures",
    "read_numeral",
    "read_worded",
]

NUMERAL = Pattern(
    r"[0-9](?:[0-9]{0,2}(?:[ \u00a0\u202f\u2009][0-9]{3}(?![0-9]))+(?:[.,][0-9]{1,2}(?![0-9]))?"
    r"|[0-9]*(?:[.,'\u2019\u00b4][0-9]+)*)"
)
"""A numeral; digits grouped by spaces only in threes. Its first digit stands alone: so `re` finds where to look by one class."""

SCALES: dict[str, float] = {
    "k": 1e3,
    "grand": 1e3,
    "thousand": 1e3,
    "thousands": 1e3,
    "thou": 1e3,
    "tsd": 1e3,
    "tausend": 1e3,
    "mille": 1e3,
    "mil": 1e3,
    "hundred": 1e2,
    "m": 1e6,
    "mm": 1e6,
    "mn": 1e6,
    "mio": 1e6,
    "mln": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "billions": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "lakh": 1e5,
    "lakhs": 1e5,
    "lac": 1e5,
    "lacs": 1e5,
    "lpa": 1e5,
    "crore": 1e7,
    "crores": 1e7,
    "cr": 1e7,
    "\u4e07": 1e4,
    "\u842c": 1e4,
    "\u5343": 1e3,
    "\u4ebf": 1e8,
    "\u5104": 1e8,
    "\u767e": 1e2,
}
"""What a scale word multiplies by."""

_LONGEST = 18
_DECIMALS = Pattern(r"[0-9]+[.,][0-9]+\Z")


@remembered(8192)
def read_numeral(text: str, *, decimal: bool = False) -> float | None:
    """Read a numeral with either decimal sign and any grouping.

    A single sign before exactly three digits groups (``1.500`` and ``1,500`` are 1500)
    unless the number starts with 0 or `decimal` is set.

    Parameters
    ----------
    text : str
        A match of `NUMERAL`.
    decimal : bool
        Read a lone point as decimal even before three digits (coins: ``1.250 BTC``;
        scaled numbers: ``1.125m``).

    Returns
    -------
    float or None
        The number; None when it is not well formed (``1,1,1``) or longer than 18 digits.

    Examples
    --------
    >>> [read_numeral(t) for t in ("1.500", "1,500.50", "1.500,50", "150'000", "1,50,000", "12,5", "1,1,1")]
    [1500.0, 1500.5, 1500.5, 150000.0, 150000.0, 12.5, None]
    """
    if len(text) > 2 * _LONGEST:
        return None
    plain = text
    for sign in "'\u2019\u00b4 \u00a0\u202f\u2009":
        plain = plain.replace(sign, "")
    if sum(c.isdigit() for c in plain) > _LONGEST:
        return None
    if plain.isdigit():
        return float(plain)
    points, commas = plain.count("."), plain.count(",")
    if points and commas:
        last = "." if plain.rfind(".") > plain.rfind(",") else ","
        other = "," if last == "." else "."
        whole, _, part = plain.rpartition(last)
        if last in whole or not _grouped(whole, other):
            return None
        return float(f"{whole.replace(other, '')}.{part}")
    sign = "." if points else ","
    if points + commas == 1 and _DECIMALS.match(plain):
        whole, _, part = plain.partition(sign)
        if len(part) != 3 or len(whole) > 3 or whole.startswith("0") or (decimal and sign == "."):
            return float(f"{whole}.{part}")
    return float(plain.replace(sign, "")) if _grouped(plain, sign) else None


def _grouped(text: str, sign: str) -> bool:
    """Groups of three from the right, or the Indian way: a last group of three, twos before it."""
    head, *groups = text.split(sign)
    if not groups:
        return True
    if not 1 <= len(head) <= 3 or len(groups[-1]) != 3:
        return False
    return all(len(g) == 3 for g in groups[:-1]) or (len(head) <= 2 and all(len(g) == 2 for g in groups[:-1]))


_UNITS = {
    w: float(i)
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    w: 10.0 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_BIG = {
    "hundred": 1e2,
    "hundreds": 1e2,
    "thousand": 1e3,
    "thousands": 1e3,
    "grand": 1e3,
    "million": 1e6,
    "millions": 1e6,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
}
_VAGUE = {"couple": (2.0, 2.0), "few": (2.0, 5.0), "several": (3.0, 7.0), "many": (3.0, 9.0)}

_SMALL = "|".join([*_UNITS, *_TENS])
_SCALE = "|".join(_BIG)
_FIRST = (
    rf"(?:{_SMALL})|(?:an?\s|a\s(?:good|cool|flat|full)\s)?(?:couple|few|several|half|many)|"
    rf"an?\s(?={_SCALE})|{_SCALE}"
)
_WORDED = (
    rf"\b(?:{_FIRST})(?:(?:\s|-)(?:{_SMALL}|{_SCALE}|and(?=\s(?:a\shalf|{_SMALL}|half))|"
    rf"of(?=\s(?:{_SCALE}))|an?(?=\s(?:half|{_SCALE}))|half))*(?!\w)"
)
WORDED = Pattern(_WORDED, re.I)
"""A number in words; `read_worded` says what it is, or that it is none."""
_WORDED_LOW = Pattern(_WORDED)
_CASELESS = ("\u0130", "\u0131", "\u017f")
NUMBER_WORDS = rf"\b(?:{_SMALL}|couple|few|several|half|many|{_SCALE})\b"
"""Trigger of `WORDED`, in the syntax of `recruitrisk.market.gates`: one of these stands in whatever it matches."""


def find_worded(text: str, low: str) -> list[re.Match[str]]:
    """Find numbers in words: the matches of ``WORDED.finditer(text)``, by way of an automaton that finds the words.

    Parameters
    ----------
    text : str
        Any text.
    low : str
        ``text.lower()``, in which is looked; in `text` itself where it holds one of the few letters that turn into two, or that
        count as another where case does not.
    """
    if not text.isascii() and any(letter in text for letter in _CASELESS):
        return list(WORDED.finditer(text))
    found: list[re.Match[str]] = []
    at = 0
    for word in _number_words().finditer(low.encode("ascii", "replace")):  # a byte for each letter
        start = word.start()
        if start < at:
            continue
        one = None
        if low[start : start + 3] in _VAGUE_STARTS:  # "a few" begins before the word
            lead = _LEAD.search(low, max(at, start - _LONGEST_LEAD), start)
            one = _WORDED_LOW.match(low, lead.start()) if lead else None
        one = one or _WORDED_LOW.match(low, start)
        if one:
            found.append(one)
            at = one.end()
    return found


_LEAD = Pattern(r"\b(?:an?\s|a\s(?:good|cool|flat|full)\s)\Z")
_LONGEST_LEAD = len("a good ")
_VAGUE_STARTS = frozenset({"cou", "few", "sev", "hal", "man"})


@cache
def _number_words() -> Any:
    import re2

    return re2.compile(NUMBER_WORDS.encode())


@remembered(4096)
def read_worded(text: str) -> tuple[float, float] | None:
    """Read a number in words.

    Parameters
    ----------
    text : str
        A match of `WORDED`.

    Returns
    -------
    tuple of (float, float) or None
        Low and high: equal for an exact number, apart for ``a few thousand``; None when
        the words make no number.

    Examples
    --------
    >>> read_worded("two thousand five hundred"), read_worded("fifteen hundred")
    ((2500.0, 2500.0), (1500.0, 1500.0))
    >>> read_worded("several thousand"), read_worded("hundreds")
    ((3000.0, 7000.0), (200.0, 900.0))
    """
    words = re.split(r"[\s-]+", text.lower().strip())
    words = [w for w in words if w not in {"and", "of", "good", "cool", "flat", "full"}]
    low = high = total_low = total_high = 0.0
    seen = False
    for at, word in enumerate(words):
        if word in {"a", "an"}:
            continue
        if word in _UNITS or word in _TENS:
            step = _UNITS.get(word, _TENS.get(word, 0.0))
            if seen and low % 10 and low < 100 and step < 100:
                return None
            low, high, seen = low + step, high + step, True
        elif word == "half":
            half = 0.5
            low, high, seen = low + half, high + half, True
        elif word in _VAGUE:
            low, high = _VAGUE[word]
            seen = True
        elif word in _BIG:
            scale = _BIG[word]
            if not seen:
                exact = not word.endswith("s") or (at > 0 and words[at - 1] in {"a", "an"})
                low, high = (1.0, 1.0) if exact else (2.0, 9.0)
            if scale == 100.0:
                low, high = low * scale, high * scale
            else:
                if low == 0.0:
                    total_low, total_high = total_low * scale, total_high * scale
                else:
                    total_low, total_high = total_low + low * scale, total_high + high * scale
                low = high = 0.0
            seen = True
        else:
            return None
    return (total_low + low, total_high + high) if seen else None


FIGURES = Pattern(
    r"\b(?:(low|mid|middle|high|solid|comfortable|good|healthy)[- ])?(two|three|four|five|six|seven|"
    r"[2-7])[- ]figures?\b"
    r"(?:[- ](?:sum|amount|fee|salary|income|payment|offer|package|reward|payout|compensation|deal|bonus|"
    r"honorarium|retainer|figure|number|remuneration|pay))?",
    re.I,
)
"""``a four-figure sum``, ``low six figures``; `read_figures` gives the bounds."""

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


def read_figures(found: re.Match[str]) -> tuple[float, float]:
    """Bounds of a sum told by its number of figures.

    Parameters
    ----------
    found : re.Match
        A match of `FIGURES`.

    Returns
    -------
    tuple of (float, float)
        Low and high: ``four-figure`` is 1000 to 9999, ``low`` the first third of it,
        ``mid`` the second, ``high`` the last.

    Examples
    --------
    >>> read_figures(FIGURES.search("a four-figure sum"))
    (1000.0, 9999.0)
    """
    digits = _COUNTS.get(found[2].lower()) or int(found[2])
    low, high = 10.0 ** (digits - 1), 10.0**digits - 1
    match (found[1] or "").lower():
        case "low":
            return low, 4 * low - 1
        case "mid" | "middle":
            return 4 * low, 7 * low - 1
        case "high":
            return 7 * low, high
        case _:
            return low, high
