"""Combinations that the advisories name, declared as such and scored as parts of their own.

A composite of which all parts are needed is as strong as the weakest, one that needs k of its parts as strong as the
k-th strongest; it is unknown when fewer parts are known than it needs. It is a part of the same sum as its members, so nothing hides
in interactions.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["COMPOSITES", "Composite"]


@dataclass(frozen=True, slots=True)
class Composite:
    """Signs that say more together than apart.

    Attributes
    ----------
    id : str
        ``a+b`` style name, never the id of an indicator.
    parts : tuple of str
        Indicator ids.
    reviewer : str
        The sentence a reviewer reads, without a full stop.
    basis : str
        Who names the combination, in our own words.
    needs : int
        How many of the parts; 0 means all.
    """

    id: str
    parts: tuple[str, ...]
    reviewer: str
    basis: str
    needs: int = 0


COMPOSITES: tuple[Composite, ...] = (
    Composite(
        "paid_report_for_unnamed", ("report_commission", "vague_client"),
        "written work is commissioned for somebody who is not named",
        "MI5 alert of November 2025 and the Five Eyes bulletin of June 2026: reports for clients left unspecified",
    ),
    Composite(
        "insight_for_unnamed", ("insider_information", "vague_client"),
        "what is not public is wanted by somebody who is not named",
        "MI5 alert of November 2025: insight that is not public, wanted from the start, for unnamed clients",
    ),
    Composite(
        "quiet_insight", ("insider_information", "secrecy_request"),
        "what is not public is wanted, and the employer is to be left out",
        "Wei case and NPSA guidance: secrecy goes with the ask",
    ),
    Composite(
        "quiet_report",
        ("report_commission", "secrecy_request"),
        "written work is commissioned, and the employer is to be left out",
        "Five Eyes bulletin of June 2026 and Wei case: paid writing that is to be kept quiet",
    ),
    Composite(
        "paid_access", ("access_interest", "pay_per_report"),
        "the person's post is the point, and the pay is by the piece",
        "FDD 2025 and US NCSC April 2025: adverts that ask for government experience and pay a piece at a time",
    ),
    Composite(
        "fast_and_vague", ("fast_off_platform", "vague_client"),
        "off the platform at once, before it is said for whom",
        "CSIS 2023: the talk is moved as early as possible",
    ),
    Composite(
        "flown_out_quietly", ("paid_travel", "access_interest"),
        "a hosted trip is offered because of the person's post",
        "US NCSC / FBI 2020: trips abroad with everything paid",
    ),
    Composite(
        "two_grave_signs",
        ("insider_information", "secrecy_request", "opaque_payment", "evades_verification", "coercion", "escalation"),
        "two or more grave signs come together",
        "MI5 alert and Five Eyes bulletin: the ask, the secrecy and the hidden payment are one pattern",
        needs=2,
    ),
    Composite(
        "three_of_the_offer",
        (
            "report_commission", "pay_per_report", "pay_above_market", "vague_client", "vague_role", "no_vetting",
            "early_sweetener", "paid_travel", "off_platform_move", "cover_company",
        ),
        "three or more signs of the offer come together",
        "US NCSC April 2025: high pay for flexible work, unnamed clients and no checks, named together",
        needs=3,
    ),
    Composite(
        "two_asks",
        ("insider_information", "access_interest", "network_mapping", "report_commission"),
        "two or more things are asked for that the advisories name",
        "DGSI / DGSE 2018 and FDD 2025: reports, people and access are asked for side by side",
        needs=2,
    ),
)  # fmt: skip
