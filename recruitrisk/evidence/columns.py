"""Evidence out of columns: field rules, and how findings of one indicator are put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from recruitrisk.approach import Approach, Clue
from recruitrisk.indicators import Indicator

__all__ = ["FieldFinding", "derived_fields", "field_finding", "joined", "with_clues"]

Value = str | float | bool | datetime


@dataclass(frozen=True, slots=True)
class FieldFinding:
    """What columns say of an indicator.

    Attributes
    ----------
    points : float
        -1 to 1.
    fields : dict of str to str
        Columns that speak for the sign, with their values.
    says : str
        In plain English.
    message, start, end : int or None
        Where in a message it stands, when it comes from text.
    """

    points: float
    fields: dict[str, str]
    says: str
    message: int | None = None
    start: int = 0
    end: int = 0


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value


def _first_time(approach: Approach) -> datetime | None:
    times = [m.sent_at for m in approach.messages if m.sent_at is not None]
    if times:
        return min(times)
    sent = approach.fields.get("sent_at")
    return sent if isinstance(sent, datetime) else None


def derived_fields(approach: Approach) -> dict[str, Value]:
    """The known columns, and ages at the time of the first message.

    Returns
    -------
    dict
        With ``account_age_months`` and ``company_age_years`` where both ends are known.
    """
    fields: dict[str, Value] = dict(approach.fields)
    sent = _first_time(approach)
    made, founded = fields.get("account_created"), fields.get("company_founded")
    if sent is not None and isinstance(made, datetime):
        fields["account_age_months"] = float((sent.year - made.year) * 12 + sent.month - made.month)
    if sent is not None and isinstance(founded, float):
        fields["company_age_years"] = float(sent.year - founded)
    return fields


def field_finding(indicator: Indicator, fields: Mapping[str, Value]) -> FieldFinding | None:
    """Apply an indicator's field rules.

    Parameters
    ----------
    indicator : Indicator
    fields : mapping
        From `derived_fields`.

    Returns
    -------
    FieldFinding or None
        None when no column that a rule asks for is known.
    """
    total, known = 0.0, False
    against: dict[str, str] = {}
    says: list[str] = []
    for rule in indicator.fields:
        value = fields.get(rule.column)
        if value is None or isinstance(value, str | datetime):
            continue
        known = True
        number = float(value)
        holds = (
            (rule.operator == "below" and number < rule.value)
            or (rule.operator == "at_least" and number >= rule.value)
            or (rule.operator == "is_yes" and value is True)
            or (rule.operator == "is_no" and value is False)
        )
        if holds:
            total += rule.points
            if rule.points > 0:
                against[rule.column] = _shown(value)
                says.append(rule.says)
    if not known:
        return None
    return FieldFinding(max(-1.0, min(1.0, total)), against, "; ".join(says))


def joined(found: FieldFinding | None, more: Iterable[FieldFinding]) -> FieldFinding | None:
    """One finding out of several of the same indicator.

    Parameters
    ----------
    found : FieldFinding or None
    more : iterable of FieldFinding
        What is found beside it. What is only told (no points) is left out where nothing else was found: it does
        not make an unknown sign known.

    Returns
    -------
    FieldFinding or None
        Points added and held within -1 to 1; the place is that of the first finding that has one.
    """
    for one in more:
        if found is None:
            found = one if one.points else None
            continue
        placed = found if found.message is not None else one
        found = FieldFinding(
            max(-1.0, min(1.0, found.points + one.points)),
            found.fields | {k: v for k, v in one.fields.items() if k not in found.fields},
            "; ".join(s for s in (found.says, one.says) if s),
            placed.message,
            placed.start,
            placed.end,
        )
    return found


def with_clues(found: FieldFinding | None, clues: Iterable[Clue]) -> FieldFinding | None:
    """What columns say, and what was found outside of the approach.

    Parameters
    ----------
    found : FieldFinding or None
    clues : iterable of Clue
        Of the same indicator.

    Returns
    -------
    FieldFinding or None
        `found` itself without clues.
    """
    for clue in clues:
        fields = {clue.field: clue.value} if clue.field and clue.points > 0 else {}
        if found is None:
            found = FieldFinding(clue.points, fields, clue.says)
            continue
        says = "; ".join(s for s in (found.says, clue.says) if s)
        points = max(-1.0, min(1.0, found.points + clue.points))
        found = replace(found, points=points, fields=found.fields | fields, says=says)
    return found
