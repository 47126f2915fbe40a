"""How far an offer lies from what such work pays, and from what the recipient earns.

The published references are yearly pay of employees. What stands between them and an
offer by the hour, the day, the page or the report is our own judgement, in the constants
below; a finding names the reference and what was assumed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from recruitrisk.market.currencies import country_currency
from recruitrisk.market.money import Pay
from recruitrisk.market.reference import (
    Reference,
    convert_roughly,
    price_level,
    reference_pay,
)
from recruitrisk.market.titles import Occupation, high_market, occupation

__all__ = ["PayFinding", "pay_ratio"]

HOURS_A_YEAR = 1700.0
DAYS_A_YEAR = 220.0
WEEKS_A_YEAR = 46.0
HOURS_A_PAGE = 4.0
HOURS_A_REPORT = 16.0
WORDS_A_PAGE = 500.0
PIECE_BASE, PIECE_A_PAGE, PIECE_PLAIN = 200.0, 65.0, 450.0
"""Freelance piece work in US dollars: 200 + 65 a page; 450 a report of unknown length (300 to 600
is ordinary). The published approach of 1,500 to 3,000 dollars for six to ten pages, called three
times the going rate, fits it."""
EXPERT_HOUR = 1000.0
"""Expert-network calls pay 150 to 1,000 US dollars an hour: up to this is market."""
CONTRACT_PREMIUM = 1.6
"""A contractor by the hour or day has no leave, pension or notice."""
P90_OF_MEDIAN = 1.7
"""p90 over median where the source suppressed p90 (UK professionals: 1.68)."""
_STEEPNESS = 4.0
_TURN_MEDIAN, _TURN_P90, _TURN_OWN = 2.4, 1.6, 2.2
"""Ratios at which the strength is one half."""
_PIECES = {"report", "page", "word", "question"}
_EXPERT_WORDS = ("expert", "consult", "advis", "call", "interview")


@dataclass(frozen=True, slots=True)
class PayFinding:
    """How an offer compares.

    Attributes
    ----------
    ratio : float or None
        Offer over the market reference; None when no reference is known.
    ratio_to_own : float or None
        Offer over the recipient's own pay, both by the hour; None when that is not known.
    strength : float
        0 (within the market) to 1 (far out of line), smooth in both ratios; when both are
        known the lower one decides.
    sentence : str
        For the reviewer: the ratio, its reference and what was assumed.
    reference : str
        Name of the reference with its source.
    effective_hourly_usd : float
        The offer by the hour of work, in US dollars.
    assumed : tuple of str
        What had to be assumed to compare.
    """

    ratio: float | None
    ratio_to_own: float | None
    strength: float
    sentence: str
    reference: str
    effective_hourly_usd: float
    assumed: tuple[str, ...]


class _Offer(NamedTuple):
    usd: float
    hours: float
    unit: str
    pages: float | None
    assumed: tuple[str, ...]
    guessed: bool = False


class _Market(NamedTuple):
    ratio: float
    turn: float
    name: str
    kind: str


def pay_ratio(
    pay: Pay,
    *,
    role_title: str | None = None,
    recipient_title: str | None = None,
    recipient_country: str | None = None,
    recipient_pay: float | None = None,
    recipient_pay_currency: str | None = None,
    pages: float | None = None,
    hours: float | None = None,
) -> PayFinding | None:
    """Compare an offer with the market for the work and with the recipient's own pay.

    Parameters
    ----------
    pay : Pay
        From `recruitrisk.market.money.find_pay`.
    role_title : str, optional
        Role that is offered; the reference of its occupation is used first.
    recipient_title : str, optional
        The recipient's post, used when the role is unknown.
    recipient_country : str, optional
        ISO 3166 two letters; without it the country of the pay's currency (US or UK), else the US.
    recipient_pay : float, optional
        The recipient's yearly pay.
    recipient_pay_currency : str, optional
        Its ISO 4217 code; without it the country's currency.
    pages, hours : float, optional
        Length of the piece or hours of work where the caller knows better than the text.

    Returns
    -------
    PayFinding or None
        None when nothing is known to compare with: no currency, no unit that can be
        guessed, or neither a reference nor the recipient's pay.

    Examples
    --------
    >>> from recruitrisk.market.money import find_pay
    >>> found = pay_ratio(find_pay("1,500 dollars for 5 pages")[0], recipient_country="GB")
    >>> round(found.ratio, 1), found.strength > 0.5
    (2.9, True)
    >>> pay_ratio(find_pay("We pay $450 per report")[0]).strength < 0.1
    True
    """
    country = _country(recipient_country, pay.currency)
    money = _in_dollars(pay, country)
    if money is None:
        return None
    usd, rough = money
    job = _occupation(role_title, recipient_title, country)
    reference = reference_pay(job.code, country) if job else None
    own = _own_hourly(recipient_pay, recipient_pay_currency, country)
    offer = _offer(pay, usd, pages, hours, reference, own)
    if offer is None:
        return None
    described = " ".join(filter(None, (role_title or recipient_title, pay.per_text)))
    market = _market(offer, pay, job, reference, country, described, role_title)
    rate = offer.usd / offer.hours
    to_own = rate / own if own else None
    if market is None and to_own is None:
        return None
    parts = []
    if market is not None:
        parts.append(_logistic(market.ratio, market.turn))
    if to_own is not None:
        premium = CONTRACT_PREMIUM if offer.unit in {"hour", "day"} else 1.0
        parts.append(_logistic(to_own / premium, _TURN_OWN))
    strength = min(parts) * (1.0 if market is not None else 0.8)
    if offer.guessed:
        strength *= 0.6
    assumed = offer.assumed + (("a rough exchange rate of 2024",) if rough else ())
    if (
        reference is not None
        and not reference.is_local
        and market is not None
        and market.kind == "occupation"
    ):
        assumed += (reference.basis,)
    return PayFinding(
        market.ratio if market else None,
        to_own,
        round(strength, 4),
        _sentence(market, to_own, offer, rate, assumed),
        market.name if market else "no pay reference",
        rate,
        assumed,
    )


def _country(given: str | None, currency: str | None) -> str:
    if given and len(given.strip()) == 2:
        code = given.strip().upper()
        return "GB" if code == "UK" else code
    return "GB" if currency == "GBP" else "US"


def _in_dollars(pay: Pay, country: str) -> tuple[float, bool] | None:
    code = pay.currency or country_currency(country)
    if code is None:
        return None
    middle = (
        pay.high
        if pay.bound in {"up to", "at least", "exact"} and pay.low == pay.high
        else math.sqrt(max(pay.low, 1e-9) * pay.high)
    )
    return convert_roughly(middle / max(pay.count, 1e-9), code, "USD", 2024)


def _occupation(role: str | None, recipient: str | None, country: str) -> Occupation | None:
    for title in (role, recipient):
        if title and (job := occupation(title, country)):
            return job
    return None


def _own_hourly(pay: float | None, currency: str | None, country: str) -> float | None:
    code = currency or country_currency(country)
    if not pay or pay <= 0 or code is None:
        return None
    usd = convert_roughly(pay, code.upper(), "USD", 2024)
    return usd[0] / HOURS_A_YEAR if usd else None


def _offer(
    pay: Pay,
    usd: float,
    pages: float | None,
    hours: float | None,
    reference: Reference | None,
    own: float | None,
) -> _Offer | None:
    """The offer with the hours of work it stands for; None when that can't be told."""
    if pages is None and pay.pages_low is not None:
        pages = (pay.pages_low + (pay.pages_high or pay.pages_low)) / 2
    once = pay.hours_per is None
    if hours is None and pay.hours_low is not None and once:
        hours = (pay.hours_low + (pay.hours_high or pay.hours_low)) / 2
    unit = pay.unit
    if unit in {"month", "week", "year"} and pay.hours_low is not None and not once:
        load = _load(pay, unit)
        if load:
            return _Offer(usd, load, "hour", None, (f"{load:.0f} hours of work a {unit}, as written",))
    match unit:
        case "hour":
            return _Offer(usd, 1.0, "hour", None, ())
        case "day":
            return _Offer(usd, HOURS_A_YEAR / DAYS_A_YEAR, "day", None, ())
        case "week":
            return _Offer(usd, HOURS_A_YEAR / WEEKS_A_YEAR, "week", None, ())
        case "month":
            return _Offer(usd, HOURS_A_YEAR / 12, "month", None, ())
        case "year":
            return _Offer(usd, HOURS_A_YEAR, "year", None, ())
        case "page":
            return _Offer(usd, HOURS_A_PAGE, "page", 1.0, (f"{HOURS_A_PAGE:.0f} hours a page",))
        case "word":
            size = HOURS_A_PAGE / WORDS_A_PAGE
            return _Offer(
                usd,
                size,
                "word",
                1.0 / WORDS_A_PAGE,
                (f"{WORDS_A_PAGE:.0f} words and {HOURS_A_PAGE:.0f} hours a page",),
            )
        case "call":
            return _Offer(usd, hours or 1.0, "call", None, () if hours else ("a call of one hour",))
        case "question":
            return _Offer(
                usd, hours or 2.0, "question", pages or 1.0, () if hours else ("two hours an answer",)
            )
        case "report":
            return _piece(usd, pages, hours)
        case "project":
            if hours:
                return _Offer(usd, hours, "call" if hours <= 4 else "hour", None, ())
            return _piece(usd, pages, hours) if pages else None
    if pages:
        return _piece(usd, pages, hours)
    if hours and hours <= 80:
        return _Offer(usd, hours, "call" if hours <= 4 else "hour", None, ())
    return _guess(usd, reference, own)


def _load(pay: Pay, unit: str) -> float | None:
    per = {"day": DAYS_A_YEAR, "week": 52.0, "month": 12.0, "year": 1.0}.get(pay.hours_per or "")
    of = {"week": 52.0, "month": 12.0, "year": 1.0}[unit]
    middle = ((pay.hours_low or 0.0) + (pay.hours_high or pay.hours_low or 0.0)) / 2
    return middle * per / of if per and middle > 0 else None


def _piece(usd: float, pages: float | None, hours: float | None) -> _Offer:
    if pages:
        work = hours or max(4.0, HOURS_A_PAGE * pages)
        return _Offer(usd, work, "report", pages, () if hours else (f"{HOURS_A_PAGE:.0f} hours a page",))
    return _Offer(
        usd,
        hours or HOURS_A_REPORT,
        "report",
        None,
        () if hours else (f"{HOURS_A_REPORT:.0f} hours a report",),
    )


def _guess(usd: float, reference: Reference | None, own: float | None) -> _Offer | None:
    """No unit at all: a sum of the size of a yearly salary is one, a small sum is one piece."""
    yearly = None
    if reference is not None:
        local = convert_roughly(reference.median, reference.currency, "USD", reference.year)
        yearly = local[0] if local else None
    yearly = yearly or (own * HOURS_A_YEAR if own else 60000.0)
    if usd >= 0.4 * yearly or usd >= 20000:
        return _Offer(usd, HOURS_A_YEAR, "year", None, ("the sum is for a year",))
    if usd >= 100:
        return _Offer(
            usd,
            HOURS_A_REPORT,
            "report",
            None,
            (f"the sum is for one piece of {HOURS_A_REPORT:.0f} hours",),
            True,
        )
    return None


def _market(
    offer: _Offer,
    pay: Pay,
    job: Occupation | None,
    reference: Reference | None,
    country: str,
    described: str,
    role_title: str | None,
) -> _Market | None:
    level = min(1.2, max(0.35, price_level(country) or 0.8))
    special = high_market(described) if described else None
    factor = special[0] if special else 1.0
    if offer.unit == "call" or _is_expert_hour(offer, role_title, pay):
        usual = EXPERT_HOUR * max(1.0, math.sqrt(factor))
        return _Market(
            offer.usd / offer.hours / usual,
            _TURN_P90,
            f"the upper end of expert-network calls ({EXPERT_HOUR:,.0f} USD an hour, own judgement)",
            "expert",
        )
    if offer.unit in _PIECES:
        usual = PIECE_PLAIN if offer.pages is None else PIECE_BASE + PIECE_A_PAGE * offer.pages
        if offer.unit in {"page", "word"}:
            usual = (PIECE_BASE / 5 + PIECE_A_PAGE) * (offer.pages or 1.0)
        elif offer.unit == "question":
            usual = PIECE_BASE
        usual *= max(0.6, level) / 0.85 if country != "US" else 1.0
        return _Market(
            offer.usd / (usual * math.sqrt(factor)),
            _TURN_MEDIAN,
            f"ordinary freelance piece work ({_spell(usual)} USD, own judgement)",
            "piece",
        )
    if reference is None or job is None:
        return None
    high = job.seniority in {"senior", "head", "executive"} or special is not None
    base = reference.p90 if high else reference.median
    if base is None:
        base = reference.median * P90_OF_MEDIAN
    if offer.unit in {"hour", "day"}:
        factor = max(factor, CONTRACT_PREMIUM)
    local = convert_roughly(base * factor, reference.currency, "USD", reference.year)
    if local is None:
        return None
    ratio = offer.usd / offer.hours * HOURS_A_YEAR / local[0]
    place = {"US": "US", "GB": "UK"}.get(country, country)
    which = "90th percentile" if high else "median"
    group = _group_name(reference.title)
    if reference.is_local:
        name = f"the {place} {which} for {group}, {reference.cite()}"
    else:
        name = f"the UK {which} for {group} moved to {place} by purchasing power, {reference.cite()}"
    if special:
        name += f", raised {factor:g} times for {special[1]}"
    elif offer.unit in {"hour", "day"}:
        name += f", raised {factor:g} times for contract work"
    return _Market(ratio, _TURN_P90 if high else _TURN_MEDIAN, name, "occupation")


def _is_expert_hour(offer: _Offer, role_title: str | None, pay: Pay) -> bool:
    if offer.unit != "hour" or pay.unit != "hour":
        return False
    words = (role_title or "").lower()
    return offer.usd >= 100 and (not words or any(word in words for word in _EXPERT_WORDS))


def _group_name(title: str) -> str:
    name = title.replace(" n.e.c.", "").removesuffix(", All Other")
    return " ".join(word if word.isupper() else word.lower() for word in name.split(" "))


def _spell(amount: float) -> str:
    return f"{amount:,.0f}" if amount >= 10 else f"{amount:.2f}"


def _logistic(ratio: float, turn: float) -> float:
    if ratio <= 0:
        return 0.0
    return 1.0 / (1.0 + math.exp(-_STEEPNESS * (math.log(ratio) - math.log(turn))))


def _sentence(
    market: _Market | None, to_own: float | None, offer: _Offer, rate: float, assumed: tuple[str, ...]
) -> str:
    parts = []
    if market is not None:
        parts.append(f"{_times(market.ratio)} {market.name}")
    if to_own is not None:
        parts.append(f"{_times(to_own)} the recipient's own pay by the hour")
    text = "; ".join(parts)
    if offer.unit not in {"year", "hour"}:
        text += f" (about {_spell(rate)} USD an hour)"
    if assumed:
        text += f"; assumed: {', '.join(assumed)}"
    return text


def _times(ratio: float) -> str:
    return f"{ratio:.1f} times" if ratio >= 0.1 else f"{ratio:.2f} times"
