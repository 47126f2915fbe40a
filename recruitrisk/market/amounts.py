"""Amounts of money in a text: number, scale and currency, one by one.

What the amount is for, and whether it is pay at all, is decided in `recruitrisk.market.money`.
Every step looks at a bounded window around one number, so that time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recruitrisk.market.currencies import currencies, may_be_currency, resolve
from recruitrisk.market.gates import Gates
from recruitrisk.market.numerals import (
    FIGURES,
    NUMBER_WORDS,
    NUMERAL,
    SCALES,
    find_worded,
    read_figures,
    read_numeral,
    read_worded,
)
from recruitrisk.market.patterns import Pattern

__all__ = ["BAD_BEHIND", "BARE_BEHIND", "Amount", "scan_amounts"]


@dataclass(slots=True)
class Amount:
    """A number that may be money.

    Attributes
    ----------
    start, end : int
        Span in the text, currency and scale included.
    low, high : float
        Bounds; equal but for vague numbers and ranges.
    currency : str or None
        Code; None when none was named or the sign is ambiguous.
    kind : str
        How the currency was named: ``code``, ``symbol``, ``word``; empty for none.
    scale : str
        Scale word, in lower case (``k``, ``grand``, ``figures`` for ``four-figure``).
    numeral : str
        The bare numeral, ``words`` for a number in words.
    vague, ranged : bool
        Whether it is vague (``a few thousand``) or a range.
    """

    start: int
    end: int
    low: float
    high: float
    currency: str | None = None
    kind: str = ""
    scale: str = ""
    numeral: str = ""
    vague: bool = False
    ranged: bool = False


_SIGNS = frozenset("$£€¥￥￡₹₽₩₺₴₪฿₫₱₦₵₿₸₨৳₮")
_BLANKS = " \u00a0\u202f"
_LETTERS_BEFORE = Pattern(r"(?:^|(?<![^\W\d_]))((?:[^\W\d_]{1,10})\.?[$£¥]?)\Z")
_WORDS_AFTER = Pattern(r"[ \u00a0\u202f-]?((?:U\.S\.|[^\W\d_]+)(?:[ -][^\W\d_]+){0,2})")
_HAN_AFTER = Pattern(r"\s?(万|千|亿)?(美元|美金|欧元|英镑|人民币|港币|港元|台币|元|円|块)?")
_SCALE_AFTER = Pattern(r"[ \u00a0]?([^\W\d_]+)")
_SPOKEN_HINTS = tuple(
    "eur eth usd thousand dollar rand hundred grand roubl pound million franc bitcoin quid euro ether krone yen "
    "buck lakh rupee peso sterling gbp dirham zlot krona rmb btc tether riyal rubl yuan shekel crore billion "
    "renminbi".split()
)
"""A number in words is money only beside one of these; the commonest first."""
_GATES = Gates({"spoken": "|".join(_SPOKEN_HINTS), "words": NUMBER_WORDS})
_AMOUNT_BEFORE = Pattern(r"[0-9]\s?[A-Za-z]{1,4}\Z")
_THING_OF = Pattern(r"\sof(?=\s)|\s(?:sum\s)?in(?=\s)")
_TAIL = Pattern(r"[.,][-–—]{1,2}(?![0-9])")
BARE_BEHIND = Pattern(
    r"\s?(?:/\s?(?:h|hr|hour|d|day|wk|week|mo|month|yr|year|page|word|report|article|call|project)\b"
    r"|(?:per|an|a)\s(?:[a-z-]+\s){0,2}(?:hour|day|week|month|year|annum|page|report|article|paper|piece|"
    r"memo|note|brief|insight|analysis|call|word|question|essay|summary|assignment|project|"
    r"interview|session|task|engagement|gig|consultation|deliverable|answer|item|chapter|column|submission)\b|p/?[hdwa]\b|(?:salary|base|ote|package)\b|"
    r"for\s(?:\w+\s){0,2}[0-9a-z–-]{1,8}[ -]pages?\b)",
    re.I,
)
BAD_BEHIND = Pattern(r"\s?%|:[0-9]|/[0-9]|\s?(?:st|nd|rd|th)\b|°")


def scan_amounts(text: str, default: str | None) -> Iterator[Amount]:
    """Scan a text for numbers that may be money.

    Parameters
    ----------
    text : str
        Any text.
    default : str or None
        Currency code that ambiguous signs stand for where they can.

    Yields
    ------
    Amount
        By place; of overlapping ones the first.
    """
    matches = [(m.start(), "numeral", m) for m in NUMERAL.finditer(text)]
    low = text.lower()
    spoken = [(m.start(), "figures", m) for m in FIGURES.finditer(text)] if "figure" in low else []
    if len(_GATES.open(text)) == 2 and any(hint in low for hint in _SPOKEN_HINTS):
        spoken += [(m.start(), "words", m) for m in find_worded(text, low)]
    if spoken:
        matches = sorted(matches + spoken, key=lambda found: found[:2])
    end = 0
    for start, kind, match in matches:
        if start < end:
            continue
        if kind == "numeral":
            if _is_lonely(text, start, match.end()):
                continue
            amount = _from_numeral(text, match, default)
        elif kind == "figures":
            bounds = read_figures(match)
            amount = Amount(start, match.end(), *bounds, vague=True, scale="figures")
            _take_currency_far_behind(text, amount, default)
            _take_currency_before(text, amount, default)
        else:
            amount = _from_words(text, match, default)
        if amount is not None:
            end = amount.end
            yield amount


_DEAD = frozenset("0123456789,;+)]%")


def _is_lonely(text: str, start: int, end: int) -> bool:
    """A quick look at both sides: only digits and commas around it, so no money."""
    before, behind = text[max(0, start - 2) : start].strip()[-1:], text[end : end + 2].strip()[:1]
    return (
        (not before or before in _DEAD)
        and (not behind or behind in _DEAD)
        and start != 0
        and end != len(text)
    )


def _from_numeral(text: str, match: re.Match[str], default: str | None) -> Amount | None:
    start, end = match.span()
    if end < len(text) and BAD_BEHIND.match(text, end):
        return None
    before = text[start - 1] if start else " "
    if (
        before in ".,'/\\#_@"
        and start > 1
        and not text[start - 2].isspace()
        and not (before == "." and text[start - 2].isalpha())
    ):
        return None
    amount = Amount(start, end, 0.0, 0.0, numeral=match[0])
    if before.isalpha() or before in _SIGNS or before in _BLANKS or before in ":=.(":
        _take_currency_before(text, amount, default)
    if before == "." and amount.start == start and start > 1 and text[start - 2].isalpha():
        return None
    if amount.start == start and _is_joined(text, start):
        return None
    tail = _TAIL.match(text, amount.end)
    if tail:
        amount.end = tail.end()
    scale = _take_scale(text, amount)
    _take_currency_behind(text, amount, default)
    hangs = scale is None and amount.end == end and end < len(text) and text[end].isalpha()
    if hangs and not (BARE_BEHIND.match(text, end) or amount.kind):
        return None
    value = read_numeral(match[0], decimal=scale is not None or _is_coin(amount.currency))
    if value is None:
        return None
    amount.low = amount.high = round(value * (scale or 1.0), 6)
    return amount


def _is_joined(text: str, start: int) -> bool:
    """Whether a number hangs on a word (``COVID-19``, ``B52``) and not on an amount (``15k-20k``)."""
    before = text[start - 1] if start else " "
    if before.isalpha():
        return ord(before) < 0x2E80
    if before in "-+" and start > 1 and text[start - 2].isalpha():
        return _AMOUNT_BEFORE.search(text[max(0, start - 7) : start - 1]) is None
    return False


def _from_words(text: str, match: re.Match[str], default: str | None) -> Amount | None:
    value = read_worded(match[0])
    if value is None:
        return None
    amount = Amount(
        match.start(), match.end(), value[0], value[1], numeral="words", vague=value[0] != value[1]
    )
    if "grand" in match[0].lower():
        amount.scale = "grand"
    if match[0].lower().endswith(("hundreds", "thousands", "millions")):
        _take_currency_far_behind(text, amount, default)
    else:
        _take_currency_behind(text, amount, default)
    return amount


def _take_currency_far_behind(text: str, amount: Amount, default: str | None) -> None:
    """Take ``of dollars`` and ``in euros`` too."""
    held = amount.end
    link = _THING_OF.match(text, held)
    if link:
        amount.end = link.end()
    _take_currency_behind(text, amount, default)
    if not amount.kind:
        amount.end = held


def _is_coin(code: str | None) -> bool:
    return code in currencies() and currencies()[str(code)].is_coin


def _take_currency_before(text: str, amount: Amount, default: str | None) -> None:
    at = amount.start
    stop = at
    while stop > 0 and text[stop - 1] in _BLANKS and at - stop < 2:
        stop -= 1
    if stop > 0 and text[stop - 1] in ":=(" and at - stop < 2:
        stop -= 1
        while stop > 0 and text[stop - 1] in _BLANKS and at - stop < 3:
            stop -= 1
    if stop == 0:
        return
    last = text[stop - 1]
    if not (last.isalpha() or last in _SIGNS or last == "."):
        return
    window = text[max(0, stop - 14) : stop]
    if last in _SIGNS:
        letters = _LETTERS_BEFORE.search(window)
        sign = letters[1] if letters and len(letters[1]) > 1 else last
        got = resolve(sign, default, behind=False)
        if got is None:
            sign, got = last, resolve(last, default, behind=False)
    else:
        letters = _LETTERS_BEFORE.search(window)
        if not letters:
            return
        sign = letters[1]
        got = resolve(sign, default, behind=False) or (
            resolve(sign[:-1], default, behind=False) if sign.endswith(".") else None
        )
        if (
            got
            and got[0] == "word"
            and (sign.lower() not in {"euro", "rmb", "eur", "nis"} or _year_like(amount.numeral))
        ):
            return
        if (
            got
            and sign == "R"
            and (len(amount.numeral) < 3 or (stop != at and not BARE_BEHIND.match(text, amount.end)))
        ):
            return
    if got is None or (stop != at and text[stop:at].strip() and got[0] != "code"):
        return
    amount.kind, amount.currency = got
    amount.start = stop - len(sign)


def _year_like(numeral: str) -> bool:
    return len(numeral) <= 2 or (len(numeral) == 4 and numeral.isdigit() and 1990 <= int(numeral) <= 2040)


def _take_scale(text: str, amount: Amount) -> float | None:
    """Take ``k``, ``m``, ``thousand``, ``lakh`` ... behind the number; returns what it multiplies by."""
    found = _SCALE_AFTER.match(text, amount.end)
    if not found:
        return None
    word = found[1]
    if word[0] in "万千亿萬億":
        amount.end = found.start(1) + 1
        amount.scale = word[0]
        return SCALES.get(word[0], 1.0)
    low = word.lower()
    for extra in ("usd", "gbp", "eur"):
        if low.endswith(extra) and low[: -len(extra)] in {"k", "m"}:
            low, word = low[: -len(extra)], word[: -len(extra)]
    if low not in SCALES or low == "lpa":
        if low == "lpa":
            amount.scale = low
            amount.currency = amount.currency or "INR"
            amount.end = found.end(1)
            return 1e5
        return None
    spaced = found.start(1) > amount.end
    if low in {"m", "b", "cr", "mm"} and (spaced or not (amount.kind or _money_follows(text, found.end(1)))):
        return None
    if low == "k" and spaced and not amount.kind:
        return None
    if low == "mil" and not amount.kind and not _money_follows(text, found.end(1)):
        return None
    amount.scale = low
    amount.end = found.start(1) + len(word)
    factor = SCALES[low]
    again = _SCALE_AFTER.match(text, amount.end)
    if low == "hundred" and again and again[1].lower() in {"thousand", "k"}:
        amount.end = again.end(1)
        factor *= 1e3
    return factor


def _money_follows(text: str, at: int) -> bool:
    found = _WORDS_AFTER.match(text, at)
    if found:
        return resolve(found[1].split(" ")[0]) is not None or resolve(found[1]) is not None
    return text[at : at + 1] in _SIGNS or text[at : at + 2].strip() in _SIGNS - {""}


def _take_currency_behind(text: str, amount: Amount, default: str | None) -> None:
    at = amount.end
    if at >= len(text):
        return
    following = text[at]
    place = at + 1 if following in _BLANKS else at
    if place < len(text) and text[place] in _SIGNS:
        if (
            not (
                place + 1 < len(text)
                and (text[place + 1].isdigit() or (amount.kind and text[place + 1] in _BLANKS))
            )
            and amount.kind != "symbol"
        ):
            got = resolve(text[place], default)
            amount.end = place + 1
            if got and not amount.currency:
                amount.kind, amount.currency = got
        return
    if (
        ord(text[place] if place < len(text) else " ") > 0x2E80
        and (han := _HAN_AFTER.match(text, at))
        and han[2]
    ):
        got = resolve(han[2], default)
        if got and not amount.currency:
            amount.kind, amount.currency = got
        amount.end = han.end()
        return
    found = _WORDS_AFTER.match(text, at)
    if not found or found.end() == at:
        return
    if not may_be_currency(found[1]):
        return
    words = re.split(r"[ -]", found[1])
    for many in range(len(words), 0, -1):
        size = sum(len(w) for w in words[:many]) + many - 1
        phrase = found[1][:size].replace("U.S.", "US")
        got = resolve(phrase, default)
        if got is None:
            continue
        stop = found.start(1) + size
        if got[0] == "code" and phrase == phrase.lower() and phrase in {"try", "cad"}:
            continue
        if stop < len(text) and text[stop].isdigit():
            return
        if text[stop : stop + 1] == "." and phrase.lower() in {"kr", "rs"}:
            stop += 1
        if (
            got[0] == "word"
            and phrase.lower() in {"pound", "pounds"}
            and text[stop : stop + 4] in {" of ", " wei"}
        ):
            return
        if amount.currency is None or got[0] == "code" or (amount.kind == "symbol" and many > 1):
            if (
                amount.kind == "symbol"
                and amount.currency
                and got[1]
                and not _same_sign(amount, text, got[1])
            ):
                return
            amount.kind, amount.currency = got
        elif got[1] != amount.currency and got[0] != "word":
            return
        amount.end = stop
        return


def _same_sign(amount: Amount, text: str, code: str) -> bool:
    """``$500 AUD`` says which dollar; ``$500 EUR`` does not fit and is left apart."""
    got = resolve(text[amount.start], code)
    return got is not None and got[1] == code
