"""Pay as it is written in messages: amount, range, currency, what it is paid for, pages and hours.

Built as steps over every number of the text, each step looking at a bounded window, so
that the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from recruitrisk.market.amounts import BAD_BEHIND, BARE_BEHIND, Amount
from recruitrisk.market.currencies import country_currency, currencies
from recruitrisk.market.numerals import NUMERAL, read_numeral
from recruitrisk.market.paid_work import Unit, find_unit, unit_of_noun
from recruitrisk.market.patterns import Pattern
from recruitrisk.market.pay_cues import (
    clause_before,
    has_pay_cue,
    is_denied,
    is_third_party,
)
from recruitrisk.market.quantities import read_quantities
from recruitrisk.market.ranges import find_amounts
from recruitrisk.market.remembering import remembered

__all__ = ["Bound", "Pay", "find_pay", "read_pay"]

Bound = Literal["exact", "up to", "at least", "about"]


@dataclass(frozen=True, slots=True)
class Pay:
    """One offer of money, as written.

    Attributes
    ----------
    low, high : float
        Bounds in units of the currency; equal when one figure was given.
    currency : str or None
        ISO 4217 code (or the ticker of a coin: USDT, BTC, ...); None when not known.
    unit : str or None
        What it is paid for: hour, day, week, month, year, report, page, word, call,
        question, project; None when not said.
    per_text : str
        The words that say so, exactly as in the text; empty when not said.
    start, end : int
        Span in the text: the amount, and the unit where it stands right behind it.
    text : str
        ``text[start:end]`` of the input.
    bound : str
        ``exact``; ``up to`` and ``at least`` for a one-sided figure; ``about`` for vague
        ones (``a four-figure sum``).
    count : float
        How many units the amount pays for (2 for ``for two reports``).
    pages_low, pages_high, hours_low, hours_high : float or None
        Pages and hours named near it.
    hours_per : str or None
        ``day``, ``week``, ``month`` or ``year`` when the hours come again each time.
    """

    low: float
    high: float
    currency: str | None
    unit: str | None
    per_text: str
    start: int
    end: int
    text: str
    bound: Bound = "exact"
    count: float = 1.0
    pages_low: float | None = None
    pages_high: float | None = None
    hours_low: float | None = None
    hours_high: float | None = None
    hours_per: str | None = None


_UP_TO = Pattern(
    r"\b(?:up to|upto|as much as|maximum(?: of)?|max\.?|at most|no more than|not more than|more than|until|"
    r"as high as|not exceeding|capped at|bis zu)\s?:?\s?\(?\Z",
    re.I,
)
_AT_LEAST = Pattern(
    r"\b(?:at least|from|starting (?:at|from)|starts? at|min(?:imum)?\.?(?: of)?|no less than|not less than|"
    r"more than|over|above|upwards of|north of|in excess of|exceeding|beyond|ab)\s?:?\s?\(?\Z",
    re.I,
)
_ABOUT = Pattern(
    r"\b(?:about|around|roughly|approx(?:imately|\.)?|circa|ca\.?|some|nearly|almost|in the "
    r"region of)\s?\Z|~\s?\Z",
    re.I,
)
_NEGATED_MORE = Pattern(
    r"(?:not|n['’]t|never|no|cannot)\s(?:\w+\s){0,3}(?:more than|over|above|exceed(?:ing)?)\s?\Z",
    re.I,
)
_BARE_BEFORE = Pattern(
    r"\b(?:rates?|fees?|salary|salaries|pay|pays|paid|paying|retainer|honorarium|compensation|stipend|wage|"
    r"base|ote|package|"
    r"offer(?:ing|ed)?|earn|earning|remuneration|bonus|income|ctc|band|budget)\b(?:\s?(?:is|of|at|about|"
    r"around|approx\.?|:|=|to|up to|"
    r"from|between|range|are|was|would be|will be|you|circa|ca\.?|starting|starts|be|some|roughly|"
    r"[(~–-])){0,4}\s?\Z",
    re.I,
)
_WORD_AFTER = Pattern(r"[ \u00a0]?([^\W\d_]+)")
_DEAR_WORD = 20.0
"""Nobody pays so much for a word: ``the words ... forty pounds each`` is each of something else."""
_CHINA = Pattern(r"yuan|rmb|\bcny\b|renminbi|人民币|china|chinese|beijing|shanghai|shenzhen", re.I)


def find_pay(text: str, default_currency: str | None = None) -> list[Pay]:
    """Find every offer of pay in a text.

    Amounts of third parties (turnover, funds, budgets, prices, fines) and denied ones
    (``we do not pay £500``) are left out.

    Parameters
    ----------
    text : str
        Any text; at its best after normalising (no full-width digits, no zero-width characters).
    default_currency : str, optional
        ISO 4217 code, or ISO 3166 country of two letters, that ambiguous signs (``$``,
        ``kr``, ``dollars``) stand for where they can, and that figures without any
        currency (``day rate 650``) are in. Without it ``$`` is the US dollar and a bare
        figure has no currency.

    Returns
    -------
    list of Pay
        In the order of the text.

    Examples
    --------
    >>> [(p.low, p.high, p.currency, p.unit, p.pages_low) for p in find_pay("900-1800 USD for 5-8 pages")]
    [(900.0, 1800.0, 'USD', 'report', 5.0)]
    >>> find_pay("We raised $20m last year.")
    []
    """
    default = default_currency.upper() if default_currency else None
    if default and len(default) == 2:
        default = country_currency(default)
    sign_default = default
    if default is None and ("¥" in text or "￥" in text) and _CHINA.search(text):
        sign_default = "CNY"
    found: list[Pay] = []
    floor = 0
    for amount in find_amounts(text, sign_default):
        pay = _pay_of(text, amount, default, floor)
        floor = amount.end
        if pay is not None:
            found.append(pay)
    return _with_shared_units(text, found)


@remembered(16384)
def read_pay(cell: str | float, currency: str | None = None, period: str | None = None) -> Pay | None:
    """Read a cell that is known to hold an offer of pay (`offered_pay` and its two neighbours).

    Parameters
    ----------
    cell : str or float
        ``650``, ``40-50k``, ``£2,000 per report``.
    currency : str, optional
        ISO 4217 code of its column, or a country; the cell's own sign comes first.
    period : str, optional
        Unit of its column; the cell's own words come first.

    Returns
    -------
    Pay or None
        None when the cell holds no amount. A number given as such has the span 0, 0.

    Examples
    --------
    >>> p = read_pay("40-50k", "GBP", "year"); p.low, p.high, p.currency, p.unit
    (40000.0, 50000.0, 'GBP', 'year')
    """
    unit = period.strip().lower() if period and period.strip() else None
    text = f"{cell:.6f}".rstrip("0").rstrip(".") if isinstance(cell, (int, float)) else cell
    bare = text.strip()
    if NUMERAL.fullmatch(bare):
        code = currency.upper() if currency else None
        code = country_currency(code) if code and len(code) == 2 else code
        amount = read_numeral(bare, decimal=isinstance(cell, (int, float)))
        if not amount:
            return None
        end = len(text) if isinstance(cell, str) else 0
        return Pay(amount, amount, code, unit, "", 0, end, text)
    found, lead = find_pay(text, currency), 0
    if not found:
        lead = len("pay: ")
        found = find_pay(f"pay: {text}", currency)
    if not found:
        return None
    first = max(found, key=lambda p: (p.unit is not None, -p.start))
    start, end = max(0, first.start - lead), first.end - lead
    return replace(first, unit=first.unit or unit, start=start, end=end, text=text[start:end])


def _pay_of(text: str, amount: Amount, default: str | None, floor: int) -> Pay | None:
    start, end = amount.start, amount.end
    if amount.high <= 0:
        return None
    lead = text[max(0, start - 40) : start]
    if not amount.kind and not _is_bare_pay(text, amount, lead):
        return None
    code = amount.currency
    if code is None and not amount.kind:
        code = default
    usd = amount.high / currencies()[code].rough_per_usd if code in currencies() else amount.high
    unit = find_unit(text, start, end, floor)
    if amount.scale == "lpa":
        unit = Unit("year", end - 3, end)
    if unit is not None and unit.name is None:
        return None
    if unit is not None and unit.name == "word" and unit.count <= 1 and usd >= _DEAR_WORD:
        unit = None
    clause = clause_before(text, start)
    if is_third_party(text, end, clause, usd, has_unit=unit is not None) or is_denied(clause):
        return None
    bound = _bound(text, amount, lead)
    begin, stop, per = start, end, ""
    if unit is not None:
        per = text[unit.start : unit.end].strip(" ,:(=-–—")
        if unit.start >= start and unit.end > end:
            stop = unit.end
    near = read_quantities(text, start, stop)
    return Pay(
        amount.low,
        amount.high,
        code,
        unit.name if unit else None,
        per,
        begin,
        stop,
        text[begin:stop],
        bound,
        unit.count if unit else 1.0,
        near.pages_low,
        near.pages_high,
        near.hours_low,
        near.hours_high,
        near.hours_per,
    )


def _is_bare_pay(text: str, amount: Amount, lead: str) -> bool:
    """Whether a figure without any currency is money: a rate word before it or ``/h`` behind it."""
    if amount.scale in {"figures", "lpa"}:
        return True
    if amount.numeral == "words" and amount.scale != "grand":
        return False
    if lead and (lead[-1:].isalpha() or (lead[-1:] in "-/.,#" and not lead[-2:-1].isspace())):
        return False
    if BAD_BEHIND.match(text, amount.end):
        return False
    tail = lead.rstrip()[-1:]
    spoken = tail.isalpha() or tail in ":=(~-–"
    year = not amount.scale and amount.numeral.isdigit() and 1990 <= amount.high <= 2040
    if BARE_BEHIND.match(text, amount.end):
        slash = text[amount.end : amount.end + 3].strip().startswith("/")
        large = amount.high >= (20 if slash else 50) or bool(amount.scale)
        return large or has_pay_cue(clause_before(text, amount.start, 45))
    if not spoken or year:
        return amount.scale == "grand"
    if amount.scale in {"k", "grand", "lakh", "lakhs", "lac", "lacs"}:
        return (
            amount.scale == "grand"
            or has_pay_cue(clause_before(text, amount.start, 45))
            or _BARE_BEFORE.search(lead) is not None
        )
    if _BARE_BEFORE.search(lead) is None or amount.high < 10:
        return False
    behind = _WORD_AFTER.match(text, amount.end)
    return behind is None or behind[1].lower() in frozenset(
        "per a an plus gross net for and or inside outside depending each basic pa in if with all to "
        "negotiable base cash doe ish by".split()
    )


def _bound(text: str, amount: Amount, lead: str) -> Bound:
    if amount.vague:
        return "about"
    behind = text[amount.end : amount.end + 12]
    lead = lead[-24:]
    if amount.ranged:
        return "at least" if behind.startswith("+") else "exact"
    tail = lead.rstrip()[-1:]
    if not (tail.isalpha() or tail in ":(~."):
        return "at least" if behind.startswith("+") else "exact"
    if _NEGATED_MORE.search(lead) or (
        _UP_TO.search(lead) and not lead.rstrip().lower().endswith("more than")
    ):
        return "up to"
    if (
        behind.startswith("+")
        or re.match(
            r"\s?(?:plus\b(?! \w)|or more|and up|upwards|and above)",
            behind,
        )
        or _AT_LEAST.search(lead)
    ):
        return "at least"
    return "about" if _ABOUT.search(lead) else "exact"


def _with_shared_units(text: str, found: list[Pay]) -> list[Pay]:
    """Resolve ``each`` by the nearest unit of work named before it in the sentence."""
    done: list[Pay] = []
    for pay in found:
        if pay.unit == "each":
            sentence = text[max(0, pay.start - 90) : pay.start].rpartition(". ")[2]
            words = [unit_of_noun(word) for word in reversed(re.findall(r"[^\W\d_]+", sentence))]
            not_each = {"day", "week", "month", "year"} | ({"word"} if pay.high >= _DEAR_WORD else set())
            named = [name for name in words if name and name not in not_each]
            pay = replace(pay, unit=named[0] if named else "project")
        done.append(pay)
    return done
