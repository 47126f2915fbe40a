"""Whose money an amount is: pay for the recipient, a third party's (turnover, funds), or denied."""

from __future__ import annotations

import re
from functools import cache

from recruitrisk.market.patterns import Pattern
from recruitrisk.market.tables import read_table

__all__ = ["clause_before", "has_pay_cue", "is_denied", "is_third_party"]

_LARGE = 1e6
_SMALL_GRANT = 1e4
_REACH = 8
_OF_WORK = frozenset(
    {"contract", "contracts"}
)  # "contract at £850 per day" is a day rate, "contract of £2m" is not
_NO_CUES = frozenset({"you", "your", "day", "week", "hour"})
_NOT_FOR_LARGE = frozenset({"you", "your", "role", "make", "makes", "day", "report", "reports"})
_WORD = Pattern(r"[^\W\d_]+")
_THIRD_RIGHT = Pattern(
    r"\s?[-–]?\s?\)?(?:(?:in|of|worth of|p\.?a\.?|per year|a year|annual|annually|euro|total|new|global|"
    r"multi-year|national|joint|"
    r"private|equity|public|research|seed|growth|training|learning|development|government|state|federal|EU|"
    r"defence|capital|"
    r"seed-stage|pre-seed|first|loan|travel|marketing|operating|departmental|defense|company|a|the)\s){0,3}"
    r"(?:turnover|revenues?|budgets?|fund(?:s|ing)?|rounds?|series [a-e]|grants?|programmes?|programs?|"
    r"contracts?|deals?|fines?|"
    r"penalty|loans?|debts?|investments?|company|firm|business(?:es)?|portfolios?|acquisition|valuation|"
    r"market|industry|sales|"
    r"profits?|facility|initiatives?|spend|savings|under management|aum|tickets?|deposits?|discount|off|"
    r"subscription|"
    r"tuition|worth of|assets|damages|raised|was raised|were raised|raise|endowment|takeover|merger|fraud|"
    r"scam|bill|debt|"
    r"tender|bid|plant|fleet|pipeline|prize|backlog|order book|(?:registration|membership|joining|"
    r"application|entry|course|"
    r"conference|delegate|visa|licen[cs]e|processing|annual|admin) fee|non-refundable|expense\w*|liability|"
    r"from (?:investors|venture|angel|the bank|vcs))(?!\w)(?!\s(?:fee|rate|work|salary|payment)\b)",
    re.I,
)
_DECLARED = Pattern(
    r"\s(?:\w+\s){0,2}(?:must|should|has to|have to|needs? to) be "
    r"(?:declared|entered|recorded|registered|reported|disclosed)|:\s?declare",
    re.I,
)
_DENIED = Pattern(
    r"(?:\bnot|n['’]t|\bnever|\bcannot|\bnor|\bno|\bwithout|\brather than|\binstead of)\s"
    r"(?:(?:a|an|the|any|be|been|being|get|got|pay|paid|paying|pays|offer|offered|offering|it|for|you|of|"
    r"to|in|ask|"
    r"asking|charge|charging|give|given|receive|received|going|your|our|fee|fees|payment|honorarium|salary|"
    r"earn|make|about|"
    r"see|seeing|expect|accept|promise|promised|promising|even|take|spend|reward|sum|cash|cost|costs)\s){0,5}"
    r"[(~]?\Z",
    re.I,
)
_DENIALS = ("not ", "n't ", "n’t ", "ever ", "no ", "nor ", "out ", "han ", " of ")
_NOT_DENIED = Pattern(
    r"\b(?:less than|more than|fewer than|below|under|over|exceed\w*|not only|not just|why not|only|"
    r"nothing but|no (?:doubt|problem|cap|limit|wonder|worries)|if not|whether or not)\b|\?",
    re.I,
)
_CLAUSE = Pattern(
    r"[.!?;\n](?=\s)|\n|,\s(?:but|and|so|while|which|whereas|though|we|you|your|our|I)\s|:\s|\s[-–—]\s"
    r"|\s(?:but|while|whereas|though|although)\s"
)


@cache
def _words(kind: str) -> frozenset[str]:
    rows = read_table("pay_cues.csv")
    return frozenset(word for row in rows if row["kind"] == kind for word in row["words"].split())


@cache
def _stems() -> tuple[str, ...]:
    return tuple(sorted(_words("third party stem")))


def clause_before(text: str, start: int, reach: int = 70) -> str:
    """The part of the clause that stands before an amount.

    Parameters
    ----------
    text : str
        The whole text.
    start : int
        Where the amount begins.
    reach : int
        Characters looked back at, at most.
    """
    window = text[max(0, start - reach) : start]
    cut = 0
    for stop in _CLAUSE.finditer(window):
        if stop.end() < len(window):
            cut = stop.end()
    return window[cut:]


def has_pay_cue(clause: str) -> bool:
    """Whether a word of pay stands in the clause before an amount."""
    words = _words("pay") - _NO_CUES
    return any(word.lower() in words for word in _WORD.findall(clause))


def is_third_party(text: str, end: int, clause: str, usd: float, *, has_unit: bool) -> bool:
    """Whether an amount is somebody's turnover, fund, price or fine and not pay.

    The nearest word decides: a third-party word right behind the amount, else the last word
    of pay or of a third party in the clause before it; without either, a million or more
    (in rough US dollars) for nothing named is not pay.

    Parameters
    ----------
    text : str
        The whole text.
    end : int
        End of the amount without its unit.
    clause : str
        From `clause_before`.
    usd : float
        Rough worth in US dollars.
    has_unit : bool
        Whether a unit of work or time was found beside the amount.
    """
    if _THIRD_RIGHT.match(text, end) or _DECLARED.match(text, end):
        return True
    pay, third, stems, kinds = _words("pay"), _words("third party"), _stems(), _words("fee of")
    large = usd >= _LARGE
    # A comma parts the third party's words from an amount of ordinary size.
    near = clause if large else clause.rpartition(",")[2]
    distant = len(_WORD.findall(clause)) - len(_WORD.findall(near))
    words = [w.lower() for w in _WORD.findall(clause)]
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        before = words[at - 1] if at else ""
        after = words[at + 1] if at + 1 < len(words) else ""
        if word in {"grant", "grants"} and usd < _SMALL_GRANT:
            return False
        if has_unit and word in _OF_WORK and not large:
            continue
        if word in third or word.startswith(stems) or (large and word in _words("worth")):
            return at >= distant and len(words) - at <= _REACH
        if word in {"fine", "fines"} and after in {"of", "up"}:
            return True
        if word in {"fee", "fees", "charge", "charges", "bonus", "bonuses"} and before in kinds:
            return True
        if word in {"pay", "transfer", "send"} and _is_asked(words, at):
            return True
        if word in pay and not (large and word in _NOT_FOR_LARGE):
            return False
    return large and not has_unit


def _is_asked(words: list[str], at: int) -> bool:
    """``you pay``, ``you must pay``, ``you need to pay``: the recipient's own money."""
    return "you" in words[max(0, at - 3) : at] and "we" not in words[max(0, at - 3) : at]


def is_denied(clause: str) -> bool:
    """Whether an amount is said not to be paid (``we do not pay £500``).

    Parameters
    ----------
    clause : str
        From `clause_before`.
    """
    low = clause.lower()
    if not any(word in low for word in _DENIALS):
        return False
    return _DENIED.search(clause) is not None and _NOT_DENIED.search(clause) is None
