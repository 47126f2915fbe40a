"""How much work an offer pays for: the hours behind a report, a page, a call, a month.

Where an offer says nothing of its length the constants below stand in; they are our own judgement, and a
finding tells the reader which of them was used.
"""

from __future__ import annotations

from typing import NamedTuple

from recruitrisk.market.money import Pay
from recruitrisk.market.reference import Reference, convert_roughly

__all__ = [
    "HOURS_A_PAGE",
    "HOURS_A_REPORT",
    "HOURS_A_YEAR",
    "WORDS_A_PAGE",
    "Effort",
    "effort_of",
]

HOURS_A_YEAR = 1700.0
DAYS_A_YEAR = 220.0
WEEKS_A_YEAR = 46.0
HOURS_A_PAGE = 4.0
HOURS_A_REPORT = 16.0
HOURS_A_PROJECT = 40.0
WORDS_A_PAGE = 500.0
_MOST_FOR_A_WEEK = 12000.0
_UNSAID, _LENGTH_UNSAID = 0.35, 0.6
"""How far a comparison is trusted when the text does not say what the sum is for (a bonus? a price?), and when it
says a project or task but not how long it is."""


class Effort(NamedTuple):
    """An offer with the work it stands for.

    Attributes
    ----------
    usd : float
        What one unit brings, in US dollars.
    hours : float
        Hours of work in one unit.
    unit : str
        As `Pay.unit`, after what could be concluded.
    pages : float or None
        Length of a piece.
    assumed : tuple of str
        What had to be assumed, for the reviewer.
    trust : float
        0 to 1: 1 when the text says what the sum is for.
    """

    usd: float
    hours: float
    unit: str
    pages: float | None
    assumed: tuple[str, ...]
    trust: float = 1.0


def effort_of(
    pay: Pay,
    usd: float,
    *,
    pages: float | None = None,
    hours: float | None = None,
    month_hours: float | None = None,
    reference: Reference | None = None,
    own: float | None = None,
) -> Effort | None:
    """The work that an offer pays for.

    Parameters
    ----------
    pay : Pay
        The offer.
    usd : float
        What one unit of it brings, in US dollars.
    pages, hours : float, optional
        Length of the piece or hours of work where the caller knows better than the text.
    month_hours : float, optional
        Hours a month that the work is said to take, anywhere in the thread.
    reference : Reference, optional
        Yearly pay of the occupation, to tell a salary from a fee.
    own : float, optional
        The recipient's own pay by the hour, in US dollars, for the same.

    Returns
    -------
    Effort or None
        None when the work can't be told.
    """
    if pages is None and pay.pages_low is not None:
        pages = (pay.pages_low + (pay.pages_high or pay.pages_low)) / 2
    once = pay.hours_per is None
    if hours is None and pay.hours_low is not None and once:
        hours = (pay.hours_low + (pay.hours_high or pay.hours_low)) / 2
    unit = pay.unit
    if unit in {"month", "week", "year"}:
        load = _load(pay, unit) if pay.hours_low is not None and not once else None
        if (
            load is None and month_hours and unit != "year"
        ):  # hours a week beside a yearly salary are of something else
            load = month_hours * {"week": 12 / 52, "month": 1.0}[unit]
        if load:
            return Effort(usd, load, "hour", None, (f"{load:.0f} hours of work a {unit}, as written",))
    match unit:
        case "hour":
            return Effort(usd, 1.0, "hour", None, ())
        case "day":
            return Effort(usd, HOURS_A_YEAR / DAYS_A_YEAR, "day", None, ())
        case "week":
            return Effort(usd, HOURS_A_YEAR / WEEKS_A_YEAR, "week", None, ())
        case "month":
            return Effort(usd, HOURS_A_YEAR / 12, "month", None, ())
        case "year":
            return Effort(usd, HOURS_A_YEAR, "year", None, ())
        case "page":
            return Effort(usd, HOURS_A_PAGE, "page", 1.0, (f"{HOURS_A_PAGE:.0f} hours a page",))
        case "word":
            size = HOURS_A_PAGE / WORDS_A_PAGE
            return Effort(
                usd,
                size,
                "word",
                1.0 / WORDS_A_PAGE,
                (f"{WORDS_A_PAGE:.0f} words and {HOURS_A_PAGE:.0f} hours a page",),
            )
        case "call":
            return Effort(usd, hours or 1.0, "call", None, () if hours else ("a call of one hour",))
        case "question":
            return Effort(
                usd, hours or 2.0, "question", pages or 1.0, () if hours else ("two hours an answer",)
            )
        case "report":
            return _piece(usd, pages, hours)
        case "project":
            if hours:
                return Effort(usd, hours, "call" if hours <= 4 else "hour", None, ())
            if pages:
                return _piece(usd, pages, hours)
            return _project(usd)
    if pages:
        return _piece(usd, pages, hours)
    if hours and hours <= 80:
        return Effort(usd, hours, "call" if hours <= 4 else "hour", None, ())
    return _guess(usd, reference, own)


def _load(pay: Pay, unit: str) -> float | None:
    per = {"day": DAYS_A_YEAR, "week": 52.0, "month": 12.0, "year": 1.0}.get(pay.hours_per or "")
    of = {"week": 52.0, "month": 12.0, "year": 1.0}[unit]
    middle = ((pay.hours_low or 0.0) + (pay.hours_high or pay.hours_low or 0.0)) / 2
    return middle * per / of if per and middle > 0 else None


def _piece(usd: float, pages: float | None, hours: float | None) -> Effort:
    if pages:
        work = hours or max(4.0, HOURS_A_PAGE * pages)
        return Effort(usd, work, "report", pages, () if hours else (f"{HOURS_A_PAGE:.0f} hours a page",))
    return Effort(
        usd,
        hours or HOURS_A_REPORT,
        "report",
        None,
        () if hours else (f"{HOURS_A_REPORT:.0f} hours a report",),
    )


def _project(usd: float) -> Effort | None:
    """A task of unknown length: a week of work; of how many a larger sum is can't be told."""
    if usd > _MOST_FOR_A_WEEK:
        return None
    return Effort(
        usd, HOURS_A_PROJECT, "hour", None, (f"{HOURS_A_PROJECT:.0f} hours a project",), _LENGTH_UNSAID
    )


def _guess(usd: float, reference: Reference | None, own: float | None) -> Effort | None:
    """No unit at all: a sum of the size of a yearly salary is one, a small sum is one piece."""
    yearly = None
    if reference is not None:
        local = convert_roughly(reference.median, reference.currency, "USD", reference.year)
        yearly = local[0] if local else None
    yearly = yearly or (own * HOURS_A_YEAR if own else 60000.0)
    if usd >= 0.4 * yearly or usd >= 20000:
        return Effort(usd, HOURS_A_YEAR, "year", None, ("the sum is for a year",))
    if usd >= 100:
        assumed = (f"the sum is for one piece of {HOURS_A_REPORT:.0f} hours",)
        return Effort(usd, HOURS_A_REPORT, "report", None, assumed, _UNSAID)
    return None
