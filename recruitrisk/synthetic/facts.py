"""What the columns of a synthetic approach hold: account, firm, address.

Facts follow from three hidden draws (can the firm be substantiated, is the account thin,
does the address fit), each drawn from the catalogue's rates for the class and tied to one another by one
more draw (how much care the sender takes). Honest founders, newcomers and sole traders are drawn as
such, so young firms and small accounts are no proof. Afterwards much is hidden: most
people have no profile beside a message.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from recruitrisk.indicators import indicator
from recruitrisk.synthetic.draw import Draw
from recruitrisk.synthetic.people import Person, slug
from recruitrisk.synthetic.rates import rate

__all__ = ["PHRASES", "Facts", "draw_facts"]

FREE_MAIL = (
    "gmail.com",
    "outlook.com",
    "hotmail.com",
    "yahoo.com",
    "proton.me",
    "gmx.net",
    "mail.com",
    "163.com",
    "qq.com",
    "icloud.com",
)
_HEADLINES = (
    "{role} at {firm}", "{firm} | {role}", "{role}", "Connecting people and ideas | {firm}", "{role} - {firm} - open to connect",
    "Helping experts find their next step", "Talent | Strategy | {firm}", "{role}, formerly in consulting", "Building bridges at {firm}",
    "{role} for policy, technology and finance", "People first. {firm}", "Independent {role}",
)  # fmt: skip
_ROLES = (
    "Recruiter", "Talent Partner", "Senior Consultant", "Research Manager", "Project Manager", "Partner", "Director",
    "Account Executive", "HR Business Partner", "Associate", "Programme Officer", "Head of Research", "Engagement Lead",
    "Business Development Manager", "Editor", "Managing Director", "Analyst",
)  # fmt: skip
_ABOUTS = (
    "", "", "", "I like meeting people from all walks of life.", "Fifteen years in the sector, now on the other side of the table.",
    "We help organisations make better decisions.", "Passionate about people and progress.", "Writes about work, reads about history.",
    "Based between two cities, happy to talk.", "Search and advisory for specialists.",
)  # fmt: skip
PHRASES: tuple[str, ...] = (*_HEADLINES, *_ROLES, *_ABOUTS)
"""All that a profile may say."""


@dataclass(slots=True)
class Facts:
    """Drawn columns, and which field signs they were drawn to show.

    Attributes
    ----------
    columns : dict of str to str
        Column name -> cell; unknown is empty.
    truth : set of str
        Of ``cover_company``, ``thin_profile``, ``identity_mismatch``.
    """

    columns: dict[str, str]
    truth: set[str]


def _rate(key: str, risky: bool, blur: float) -> float:
    rates = indicator(key).rates
    own, other = (rates.risky, rates.genuine) if risky else (rates.genuine, rates.risky)
    return own + blur * (other - own) / 2


def _firm(draw: Draw, cover: bool, year: int) -> dict[str, str]:
    looked_up = draw.chance(rate("register_looked_up"))
    if cover:
        young = draw.chance(rate("cover_young"))
        return {
            "company_founded": str(year - (draw.whole(0, 1) if young else draw.whole(2, 9))),
            "company_employees": str(draw.weighted((0, 1, 2, 3, 5, 11, 40), (10, 28, 22, 16, 12, 8, 4))),
            "company_followers": str(draw.log_whole(1, 400)),
            "company_registered": _register(draw, rate("cover_not_in_register")) if looked_up else "",
        }
    young, tiny = draw.chance(rate("young_firm")), draw.chance(rate("tiny_firm"))
    size = draw.log_whole(1, 9) if tiny else draw.log_whole(10, 200 if young else 60000)
    return {
        "company_founded": str(year - (draw.whole(0, 2) if young else draw.log_whole(3, 90))),
        "company_employees": str(size),
        "company_followers": str(max(3, int(size * (4 + 60 * draw.unit() ** 2)))),
        "company_registered": _register(draw, rate("genuine_not_in_register")) if looked_up else "",
    }


def _register(draw: Draw, missing: float) -> str:
    return "no" if draw.chance(missing) else "yes"


def _account(draw: Draw, thin: bool, sent: datetime) -> dict[str, str]:
    months = draw.weighted((draw.whole(0, 5), draw.whole(6, 12), draw.whole(13, 40)), (62, 28, 10)) if thin else (
        draw.whole(5, 20) if draw.chance(rate("account_recent")) else draw.log_whole(18, 190)
    )  # fmt: skip
    at = sent.year * 12 + sent.month - 1 - months
    few = draw.chance(0.7) if thin else draw.chance(rate("account_few_contacts"))
    verified = "yes" if draw.chance(0.1 if thin else 0.65) else "no"
    return {
        "account_created": f"{at // 12:04d}-{at % 12 + 1:02d}",
        "connections": str(draw.log_whole(3, 140) if few else draw.log_whole(150, 4000)),
        "mutual_connections": str(
            draw.whole(0, 3) if draw.chance(0.75 if thin else 0.5) else draw.log_whole(2, 60)
        ),
        "recommendations": str(0 if draw.chance(0.85 if thin else 0.45) else draw.log_whole(1, 20)),
        "positions_listed": str(draw.weighted((0, 1, 2, 3), (15, 55, 20, 10)) if thin else draw.whole(1, 9)),
        "verified": verified if draw.chance(rate("verified_known")) else "",
    }


def draw_facts(
    draw: Draw,
    risky: bool,
    sender: Person,
    firm: str,
    sent: datetime,
    told: frozenset[str] = frozenset(),
    blur: float = 0.0,
) -> Facts:
    """Draw the account, the firm and the address of a sender.

    Parameters
    ----------
    draw : Draw
        Stream of this approach.
    risky : bool
        Class that the rates are taken of.
    sender : Person
        Goes into the address only.
    firm : str
        Name of the firm; empty when the sender claims none.
    sent : datetime
        Time of the first message; ages are counted back from it.
    told : frozenset of str
        Signs that the words show: the facts are drawn to agree with them.
    blur : float
        How far the rates of the classes are drawn together, 0 to 1 (the same for both).

    Returns
    -------
    Facts
    """
    careless = draw.unit()  # one draw ties the three signs together
    truth: set[str] = set()
    for key in ("cover_company", "thin_profile", "identity_mismatch"):
        share = _rate(key, risky, blur)
        if draw.chance(min(0.98, share * (0.4 + 1.2 * careless))) or key in told:
            truth.add(key)
    columns = dict.fromkeys(
        (
            "headline", "about", "company", "company_website", "company_founded", "company_employees", "company_followers",
            "company_registered", "account_created", "connections", "mutual_connections", "recommendations",
            "positions_listed", "verified", "has_photo", "contact_email",
        ),
        "",
    )  # fmt: skip
    columns["has_photo"] = draw.pick(("yes", "no", ""))
    domain = (
        f"{slug(firm)[:18]}.{draw.pick(('com', 'co.uk', 'eu', 'net', 'io', 'org', 'de', 'nl'))}"
        if firm
        else ""
    )
    addressed = draw.chance(rate("address_given"))
    if addressed and "identity_mismatch" in truth and firm:
        local = slug(sender.last)[:8] + draw.pick((".hr", ".consult", "", ".talent", str(draw.whole(1, 99))))
        bad = (
            draw.pick(FREE_MAIL)
            if draw.chance(rate("mismatch_free_mail"))
            else f"{slug(firm)[:6]}-{draw.pick(('careers', 'hr', 'mail', 'group'))}.{draw.pick(('top', 'info', 'site', 'com'))}"
        )
        columns["contact_email"] = f"{local}@{bad}"
    elif addressed:
        columns["contact_email"] = (
            f"{slug(sender.first)[:1]}.{slug(sender.last)}@{domain or draw.pick(FREE_MAIL)}"
        )
    if draw.chance(rate("no_profile")):
        if not draw.chance(0.5):
            columns["contact_email"] = ""
        columns["company"] = firm if columns["contact_email"] or draw.chance(0.3) else ""
        return Facts(columns, truth & ({"identity_mismatch"} if columns["contact_email"] and firm else set()))
    columns["company"] = firm
    role = draw.pick(_ROLES)
    columns["headline"] = draw.pick(_HEADLINES).format(role=role, firm=firm or "self-employed")
    columns["about"] = draw.pick(_ABOUTS)
    facts = {
        **(_firm(draw, "cover_company" in truth, sent.year) if firm else {}),
        **_account(draw, "thin_profile" in truth, sent),
    }
    for name, value in facts.items():
        columns[name] = "" if draw.chance(rate("cell_hidden")) else value
    if draw.chance(rate("website_given")):
        columns["company_website"] = domain
    firm_seen = any(
        columns[n]
        for n in ("company_founded", "company_employees", "company_followers", "company_registered")
    )
    account_seen = (
        sum(bool(columns[n]) for n in ("account_created", "connections", "positions_listed", "verified")) >= 1
    )
    if not firm_seen:
        truth.discard("cover_company")
    if not account_seen:
        truth.discard("thin_profile")
    if not columns["contact_email"] or not firm:
        truth.discard("identity_mismatch")
    return Facts(columns, truth)
