"""Evidence from pay: what is offered in columns and text, for what, and how it compares."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from recruitrisk.approach import Approach
from recruitrisk.evidence.columns import FieldFinding
from recruitrisk.market import Pay, find_pay, pay_ratio, read_pay
from recruitrisk.market.quantities import read_load
from recruitrisk.text import normalise

__all__ = ["Offer", "level_finding", "offers", "piece_finding"]

_CUE = re.compile(r"\d|&#|[\U0001d7ce-\U0001d7ff\uff10-\uff19]|hundred|thousand|figure|grand\b|k\b", re.I)
_PIECES = frozenset({"report", "page", "word", "question", "call"})
_PIECE_POINTS = 0.9
_MARKET_ENDS = 0.15  # strength of `PayFinding` at which pay neither speaks for the sign nor against it
_AROUND = 300  # characters: the words about the work stand near its pay
_SALARY_UNITS = frozenset({"week", "month"})


@dataclass(frozen=True, slots=True)
class Offer:
    """One offer of pay.

    Attributes
    ----------
    pay : Pay
        Its span is that in the message, or in the cell.
    message : int or None
        Index of the message; None for the columns.
    """

    pay: Pay
    message: int | None


def _text(approach: Approach, name: str) -> str | None:
    value = approach.fields.get(name)
    return value if isinstance(value, str) else None


def _told(pay: Pay, column: Pay) -> bool:
    """Whether an amount in the text is the one of the columns, or a part of a yearly one (a bonus, the lower end)."""
    same = abs(pay.high - column.high) <= 0.02 * column.high or abs(pay.low - column.low) <= 0.02 * column.low
    return same or (pay.unit is None and column.unit == "year" and pay.high > 0.2 * column.high)


def _pay_in(text: str, currency: str | None) -> list[Pay]:
    """Offers of pay in a message, also where letters are disguised; spans are those of the message."""
    normal = normalise(text)
    if normal.text == text.lower():
        return find_pay(text, currency)
    found = []
    for pay in find_pay(normal.text, currency):
        start, end = normal.raw_span(pay.start, pay.end)
        found.append(replace(pay, start=start, end=end, text=text[start:end]))
    return found


def offers(approach: Approach) -> list[Offer]:
    """All offers of pay: that of the columns first, then those of the inbound messages.

    An amount of the text that repeats the columns' one is left out where the columns say for what
    it is paid.
    """
    found: list[Offer] = []
    offered = approach.fields.get("offered_pay")
    column: Pay | None = None
    if isinstance(offered, str | float):
        column = read_pay(
            offered, _text(approach, "offered_pay_currency"), _text(approach, "offered_pay_period")
        )
        if column is not None:
            found.append(Offer(column, None))
    for index, message in enumerate(approach.messages):
        if message.inbound and _CUE.search(message.text):
            found.extend(
                Offer(pay, index)
                for pay in _pay_in(message.text, _text(approach, "recipient_pay_currency"))
                if column is None or column.unit is None or not _told(pay, column)
            )
    return found


def _finding(offer: Offer, points: float, says: str) -> FieldFinding:
    if offer.message is None:
        return FieldFinding(points, {"offered_pay": offer.pay.text or f"{offer.pay.high:g}"}, says)
    return FieldFinding(points, {}, says, offer.message, offer.pay.start, offer.pay.end)


def _around(approach: Approach, offer: Offer) -> str:
    text = approach.messages[offer.message].text if offer.message is not None else ""
    return text[max(0, offer.pay.start - _AROUND) : offer.pay.end + _AROUND]


def _month_hours(approach: Approach) -> float | None:
    """Hours a month that the sender says the work takes, anywhere in the thread."""
    for message in approach.messages:
        if message.inbound and (load := read_load(message.text)) is not None:
            return load[0]
    return None


def level_finding(approach: Approach, found: list[Offer]) -> FieldFinding | None:
    """How far the pay is above what such work brings and the recipient earns.

    Returns
    -------
    FieldFinding or None
        Of the offer that is furthest out of line, -1 (within the market) to 1; None when none is made or nothing is
        known to compare it with.
    """
    own, own_currency = approach.fields.get("recipient_pay"), _text(approach, "recipient_pay_currency")
    own_amount: float | None = None
    if isinstance(own, str | float):
        read = read_pay(own, own_currency, "year")
        if read is not None:
            own_amount, own_currency = read.low, read.currency or own_currency
    load = _month_hours(approach) if any(o.pay.unit in _SALARY_UNITS for o in found) else None
    best: FieldFinding | None = None
    for offer in found:
        compared = pay_ratio(
            offer.pay,
            role_title=_text(approach, "role_title"),
            recipient_title=_text(approach, "recipient_title"),
            recipient_country=_text(approach, "recipient_country"),
            recipient_pay=own_amount,
            recipient_pay_currency=own_currency,
            month_hours=load,
            context="" if offer.message is None else _around(approach, offer),
        )
        if compared is None:
            continue
        points = _level_points(compared.strength / compared.trust) * compared.trust
        if best is None or points > best.points:
            best = _finding(offer, points, compared.sentence)
    return best


def _level_points(strength: float) -> float:
    """Points of a level of pay: what is within the market speaks against the sign."""
    if strength < _MARKET_ENDS:
        return strength / _MARKET_ENDS - 1.0
    return (strength - _MARKET_ENDS) / (1.0 - _MARKET_ENDS)


def piece_finding(found: list[Offer]) -> FieldFinding | None:
    """Whether an offer pays by the piece; None when none is made."""
    for offer in found:
        if offer.pay.unit in _PIECES:
            return _finding(offer, _PIECE_POINTS, f"paid by the {offer.pay.unit}")
    return _finding(found[0], 0.0, "") if found else None
