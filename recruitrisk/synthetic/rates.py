"""Rates of the world that are not of one indicator, each with where it comes from.

Rates of indicators stand in the catalogue (`recruitrisk.indicators`), with their basis. Nothing here was
set by looking at an evaluation set; what no statistic gives is marked as own judgement.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["RATES", "Rate", "rate"]

_OWN = "own judgement"
_ONS = (
    "ONS, Business demography UK 2024: 317,000 births among 2.9 million active firms (11.1 % a year); 316,000 in 2023, "
    "337,000 in 2022: after early closures about 30 % of firms are younger than three years "
    "https://www.ons.gov.uk/businessindustryandtrade/business/activitysizeandlocation/bulletins/businessdemography/2024"
)
_RISR = (
    "REC, Recruitment Industry Status Report 2022 as reported: 30,035 UK agencies with 201,154 staff, 79.5 % of the agencies "
    "with fewer than ten https://www.newmillennia.co.uk/blog/12-recruitment-agency-statistics-you-need-to-know/"
)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share that the world is drawn with.

    Attributes
    ----------
    key : str
        snake_case.
    value : float
        0 to 1.
    meaning : str
        What it is the share of.
    source : str
        A statistic with its link and the steps from it, or ``own judgement``.
    """

    key: str
    value: float
    meaning: str
    source: str


RATES: tuple[Rate, ...] = (
    Rate(
        "young_firm", 0.12, "genuine firms younger than three years",
        f"{_ONS}. By staff and not by firm: half of the approaches come from agencies (own judgement), where some 36 % of the staff "
        "work in micro agencies and every second or third of those is young, about 15 %; the other half from employers, where "
        "young firms hold a small share of the staff, about 8 %. Mean of both",
    ),
    Rate(
        "tiny_firm", 0.25, "genuine firms of fewer than ten people (young ones included)",
        f"{_RISR}. At three people each, micro agencies hold about 36 % of the agencies' staff; half of the approaches come from "
        "agencies, half from employers with about 15 % from micro ones (own judgement). Mean of both",
    ),
    Rate(
        "genuine_not_in_register", 0.06, "genuine firms that a look-up did not find, where one was made",
        "a UK company exists only by being registered (Companies Act 2006, s. 15), but sole traders and ordinary partnerships need "
        "no entry, and foreign firms and trading names are missed by who looks in one register. Share: own judgement",
    ),
    Rate(
        "cover_not_in_register", 0.9, "firms drawn as not substantiated that a look-up did not find, where one was made",
        "the advisories name firms with no register entry and shells that have one (cover_company in docs/indicators.md). "
        "Share: own judgement",
    ),
    Rate(
        "cover_young", 0.75, "firms drawn as not substantiated that were founded this year or the last",
        "Five Eyes bulletin of 3 June 2026 (no believable past). Share: own judgement",
    ),
    Rate("register_looked_up", 0.75, "firms for which somebody looked into a register, whatever their class", _OWN),
    Rate("account_recent", 0.10, "genuine accounts of five to twenty months, not drawn as thin", _OWN),
    Rate("account_few_contacts", 0.10, "genuine accounts with few connections, not drawn as thin", _OWN),
    Rate("verified_known", 0.55, "accounts of which it is known whether they are verified, whatever their class", _OWN),
    Rate("no_profile", 0.45, "approaches of which nothing but the messages (and perhaps an address) is known",
         "LinkedIn exports never hold the sender's profile (docs of the export formats); share: own judgement"),
    Rate("cell_hidden", 0.35, "cells of the account and the firm that are unknown although a profile is there", _OWN),
    Rate("firm_claimed", 0.90, "senders who claim a firm, whatever their class", _OWN),
    Rate("address_given", 0.45, "senders who give an address, whatever their class", _OWN),
    Rate("website_given", 0.60, "firms whose website is known, whatever their class", _OWN),
    Rate("mismatch_free_mail", 0.80, "addresses that do not fit which are free mail (the others are look-alikes)", _OWN),
    Rate("recipient_unknown", 0.35, "approaches of which the recipient's columns are empty, whatever their class", _OWN),
    Rate("pay_known", 0.25, "approaches of which the columns of the pay are filled, whatever their class", _OWN),
    Rate("role_known", 0.28, "approaches of which the role's column is filled, whatever their class", _OWN),
)  # fmt: skip
"""All of them, as ``docs/synthetic_world.md`` prints them."""

_BY_KEY = {each.key: each.value for each in RATES}


def rate(key: str) -> float:
    """The value of one.

    Examples
    --------
    >>> 0 < rate("young_firm") < rate("tiny_firm")
    True
    """
    return _BY_KEY[key]
