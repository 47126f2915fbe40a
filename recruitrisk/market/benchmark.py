"""How far an offer lies from what such work pays, and from what the recipient earns.

The published references are yearly pay of employees. What stands between them and an
offer by the hour, the day, the page or the report is our own judgement, in the constants
below; a finding names the reference and what was assumed.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from recruitrisk.market.currencies import country_currency, currency_country
from recruitrisk.market.effort import HOURS_A_REPORT, HOURS_A_YEAR, Effort, effort_of
from recruitrisk.market.money import Pay
from recruitrisk.market.patterns import Pattern
from recruitrisk.market.reference import (
    Reference,
    convert_roughly,
    price_level,
    reference_pay,
)
from recruitrisk.market.titles import Occupation, high_market, occupation

__all__ = ["PayFinding", "pay_ratio"]

PIECE_BASE, PIECE_A_PAGE, PIECE_PLAIN = 200.0, 65.0, 450.0
"""Freelance piece work in US dollars: 200 + 65 a page; 450 a report of unknown length (300 to 600
is ordinary). The published approach of 1,500 to 3,000 dollars for six to ten pages, called three
times the going rate, fits it."""
EXPERT_HOUR, EXPERT_LEAST, EXPERT_OF_OWN = 1000.0, 300.0, 4.0
"""Expert-network calls pay 150 to 1,000 US dollars an hour, by the expert's rank: up to four times the own pay by the hour,
300 at least and 1,000 at most, is market."""
HOURS_A_SPEECH = 24.0
"""A keynote of an hour is three days of writing, travel and attendance."""
CONTRACT_PREMIUM = 1.6
"""A contractor by the hour or day has no leave, pension or notice."""
P90_OF_MEDIAN = 1.7
"""p90 over median where the source suppressed p90 (UK professionals: 1.68)."""
_STEEPNESS = 4.0
_TURN_MEDIAN, _TURN_P90, _TURN_OWN = 2.4, 1.6, 2.2
"""Ratios at which the strength is one half."""
_GENERAL, _OWN_ONLY = 0.7, 0.8
"""How far a comparison with all employees, no occupation known, is trusted, and one with the own pay alone."""
_PIECES = {"report", "page", "word", "question"}
_CROWNS = Pattern(r"(?<![^\W\d_])(?:kr\.?|kron(?:or|er|e|a)|crowns?)(?!\w)", re.I)
_CROWN_CODES = frozenset({"SEK", "NOK", "DKK", "ISK", "CZK"})
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
    trust : float
        0 to 1, how far the comparison is to be trusted: less when the text does not say what the sum is for. It is in
        `strength` already.
    """

    ratio: float | None
    ratio_to_own: float | None
    strength: float
    sentence: str
    reference: str
    effective_hourly_usd: float
    assumed: tuple[str, ...]
    trust: float = 1.0


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
    month_hours: float | None = None,
    context: str = "",
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
    month_hours : float, optional
        Hours a month that the work is said to take, for pay by the week or month.
    context : str
        Words around the offer, looked at for a truly high market when no occupation is known.

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
    home = _country(recipient_country, pay.currency, recipient_pay_currency)
    country = _work_place(pay, home)
    money = _in_dollars(pay, country) if country else None
    if country is None or home is None or money is None:
        return None
    usd, rough = money
    job = _occupation(role_title, recipient_title, country)
    reference = reference_pay(job.code, country) if job else None
    own = _own_hourly(recipient_pay, recipient_pay_currency, home)
    if own is not None and country != home:  # who moves for a job earns by the prices of the place
        own *= max(1.0, (price_level(country) or 1.0) / (price_level(home) or 1.0))
    described = " ".join(filter(None, (role_title or recipient_title, pay.per_text)))
    special = high_market(described) if described else None
    if special is None and job is None and context:
        special = high_market(context, prose=True)
    if special is not None and special[1] == "speakers" and pay.unit in {"project", "call", None}:
        hours, pay = HOURS_A_SPEECH, replace(pay, unit="project")
    offer = effort_of(
        pay, usd, pages=pages, hours=hours, month_hours=month_hours, reference=reference, own=own
    )
    if offer is None:
        return None
    general = reference is None and own is None
    if general:
        reference = reference_pay("", country)
    market = _market(offer, pay, job, reference, country, special, role_title, own)
    general = general and market is not None and market.kind == "occupation"
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
    trust = offer.trust * (_GENERAL if general else 1.0) * (1.0 if market is not None else _OWN_ONLY)
    strength = min(parts) * trust
    assumed = offer.assumed + (("a rough exchange rate of 2024",) if rough else ())
    if country != home:
        assumed += (f"the work is in {country}, whose currency is offered",)
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
        trust,
    )


def _country(given: str | None, *currencies_: str | None) -> str | None:
    """Where the recipient is: as given, else the one country of a currency, else the US for any currency at all."""
    if given and len(given.strip()) == 2:
        code = given.strip().upper()
        return "GB" if code == "UK" else code
    known = [code.upper() for code in currencies_ if code]
    if "GBP" in known:
        return "GB"
    return "US" if known else None


def _work_place(pay: Pay, home: str | None) -> str | None:
    """The country whose market counts: a salary in the currency of one other country is for work there."""
    if home is None or pay.currency is None or pay.unit not in {"month", "year"}:
        return home
    place = currency_country(pay.currency)
    if place is None or place == "US" or country_currency(home) in {None, pay.currency}:
        return home
    return place if price_level(place) else home


def _in_dollars(pay: Pay, country: str) -> tuple[float, bool] | None:
    code, rough = pay.currency or country_currency(country), False
    if pay.currency is None and _CROWNS.search(pay.text) and code not in _CROWN_CODES:
        code, rough = (
            "SEK",
            True,
        )  # crowns of we don't know where; the Swedish and the Norwegian are worth about the same
    if code is None:
        return None
    middle = (
        pay.high
        if pay.bound in {"up to", "at least", "exact"} and pay.low == pay.high
        else math.sqrt(max(pay.low, 1e-9) * pay.high)
    )
    found = convert_roughly(middle / max(pay.count, 1e-9), code, "USD", 2024)
    return (found[0], found[1] or rough) if found else None


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


def _market(
    offer: Effort,
    pay: Pay,
    job: Occupation | None,
    reference: Reference | None,
    country: str,
    special: tuple[float, str] | None,
    role_title: str | None,
    own: float | None,
) -> _Market | None:
    level = min(1.2, max(0.35, price_level(country) or 0.8))
    factor = special[0] if special else 1.0
    if offer.unit == "call" or _is_expert_hour(offer, role_title, pay, country):
        usual = EXPERT_HOUR
        if own is not None:
            usual = min(EXPERT_HOUR, max(EXPERT_LEAST, EXPERT_OF_OWN * own))
        usual *= max(1.0, math.sqrt(factor))
        which = (
            "what expert-network calls bring to somebody of that pay"
            if usual < EXPERT_HOUR
            else ("the upper end of expert-network calls")
        )
        return _Market(
            offer.usd / offer.hours / usual,
            _TURN_P90,
            f"{which} ({usual:,.0f} USD an hour, own judgement)",
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
    if job is None and pay.unit == "project":
        return _freelance(offer, factor)
    if reference is None:
        return None
    return _against(offer, reference, country, job=job, special=special)


def _freelance(offer: Effort, factor: float) -> _Market:
    usual = PIECE_PLAIN / HOURS_A_REPORT * math.sqrt(factor) * offer.hours
    name = f"ordinary freelance work of {offer.hours:.0f} hours ({_spell(usual)} USD, own judgement)"
    return _Market(offer.usd / usual, _TURN_MEDIAN, name, "piece")


def _against(
    offer: Effort,
    reference: Reference,
    country: str,
    *,
    job: Occupation | None,
    special: tuple[float, str] | None,
) -> _Market | None:
    """The offer over a published reference; without an occupation, over the upper end of all employees."""
    factor = special[0] if special else 1.0
    high = job is None or job.seniority in {"senior", "head", "executive"} or special is not None
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
    group = "all employees" if job is None else _group_name(reference.title)
    if reference.is_local:
        name = f"the {place} {which} for {group}, {reference.cite()}"
    else:
        name = f"the UK {which} for {group} moved to {place} by purchasing power, {reference.cite()}"
    if special:
        name += f", raised {factor:g} times for {special[1]}"
    elif offer.unit in {"hour", "day"}:
        name += f", raised {factor:g} times for contract work"
    return _Market(ratio, _TURN_P90 if high else _TURN_MEDIAN, name, "occupation")


def _is_expert_hour(offer: Effort, role_title: str | None, pay: Pay, country: str) -> bool:
    if offer.unit != "hour" or pay.unit != "hour":
        return False
    words = (role_title or "").lower()
    if offer.usd < 100:
        return False
    return not words or any(w in words for w in _EXPERT_WORDS) or occupation(words, country) is None


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
    market: _Market | None, to_own: float | None, offer: Effort, rate: float, assumed: tuple[str, ...]
) -> str:
    parts = []
    if market is not None:
        parts.append(f"{_times(market.ratio)} {market.name}")
    if to_own is not None:
        parts.append(f"{_times(to_own)} the recipient's own pay by the hour")
    text = "; ".join(parts)
    if offer.unit != "year" and offer.hours != 1.0:
        text += f" (about {_spell(rate)} USD an hour)"
    if assumed:
        text += f"; assumed: {', '.join(assumed)}"
    return text


def _times(ratio: float) -> str:
    return f"{ratio:.1f} times" if ratio >= 0.1 else f"{ratio:.2f} times"
