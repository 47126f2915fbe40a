"""Evidence about the firm: claims against facts, its name, its addresses and links, look-alikes of well-known ones.

Places are told, never scored: a foreign telephone code is as often that of a recruiter abroad, and would score where
people come from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from recruitrisk.approach import Approach, Clue
from recruitrisk.evidence.claims import claim_findings
from recruitrisk.evidence.columns import FieldFinding, Value, joined
from recruitrisk.market import (
    LookAlike,
    domain_of,
    find_addresses,
    firm_domain_fit,
    is_file_drop,
    is_free_mail,
    is_shortener,
    look_alike,
    phone_country,
    registered_domain,
)
from recruitrisk.market.look_alikes import is_known_domain
from recruitrisk.market.names import is_generic_name
from recruitrisk.market.tables import read_lines

__all__ = ["address_finding", "firm_finding", "name_clues"]

_NO_FIRM = re.compile(
    r"\s*(?:self[- ]?employed|free[- ]?lance\w*(?: \w+){0,3}|independent(?: \w+)?|sole trader|none|n/?a|unemployed|student"
    r"|retired|private|-+)\s*",
    re.I,
)
_CONTACT = re.compile(
    r"@|[\[({<]\s?at\b|\sdot\s|https?:|hxxp|www\.|[a-z0-9]\.[a-z]{2,12}(?:/|\b)|\+\s?\d|(?<!\d)00\d|\(?\d{3}\)?[ -]\d{3}",
    re.I,
)
_FREE_MAIL, _OTHER_FIRM, _FITS = 0.9, 0.7, -0.5
_LOOK_ALIKE = {"confusable": 0.9, "edit": 0.7, "combined": 0.8, "other ending": 0.35}
_UNSURE = 0.4  # a known word among others that are not of the trade
_OWN_NAME_ALIKE = 0.3  # a firm that truly bears such a name has a domain that fits it
_NAME_ALIKE = {"confusable": 0.5, "edit": 0.3}
_GENERIC_NAME, _HIDDEN_LINK = 0.05, 0.1
_COUNTRY_ENDINGS = {
    "uk": "GB",
    "eu": "",
    "io": "",
    "co": "",
    "ai": "",
    "tv": "",
    "me": "",
    "cc": "",
    "ly": "",
    "gg": "",
    "to": "",
}


class _Address(NamedTuple):
    kind: str
    value: str
    column: str
    message: int | None = None
    start: int = 0
    end: int = 0


def firm_finding(
    approach: Approach, fields: Mapping[str, Value], found: FieldFinding | None
) -> FieldFinding | None:
    """What speaks for and against a firm that leaves no trace.

    Parameters
    ----------
    approach : Approach
    fields : mapping
        From `recruitrisk.evidence.columns.derived_fields`.
    found : FieldFinding or None
        What the field rules of ``cover_company`` say.

    Returns
    -------
    FieldFinding or None
        With the claims that the columns contradict. A name made of the trade's words alone counts a little beside
        other facts, and nothing by itself: many honest firms are named so.
    """
    found = joined(found, claim_findings(approach, fields))
    firm = fields.get("company")
    if found is not None and found.points > 0 and isinstance(firm, str) and is_generic_name(firm):
        says = "its name holds only the words of the trade"
        found = joined(found, [FieldFinding(_GENERIC_NAME, {"company": firm}, says)])
    return found


def address_finding(approach: Approach) -> FieldFinding | None:
    """Whether the addresses that are offered fit the firm that is claimed.

    Parameters
    ----------
    approach : Approach

    Returns
    -------
    FieldFinding or None
        The address that fits least, with what else is to be told of links and telephone numbers. None when
        there is neither an address to judge nor a look-alike.
    """
    offered = list(_addresses(approach))
    firm = approach.fields.get("company")
    if not isinstance(firm, str) or _NO_FIRM.fullmatch(firm):
        firm = None
    website = approach.fields.get("company_website")
    site = registered_domain(website) if isinstance(website, str) else None
    found = [f for a in offered if (f := _judged(a, firm, site)) is not None]
    alike = look_alike(firm) if firm is not None and not any(f.points < 0 for f in found) else None
    if firm is not None and alike is not None and alike.how in _NAME_ALIKE:
        says = f"the firm's name resembles {alike.known}"
        found.append(FieldFinding(_NAME_ALIKE[alike.how], {"company": firm}, says))
    worst = max(found, key=lambda f: f.points, default=None)
    if worst is None or worst.points <= 0:
        return worst
    return joined(worst, _told(offered, site))


def _addresses(approach: Approach) -> Iterator[_Address]:
    for column, kind in (("contact_email", "email"), ("company_website", "site")):
        value = approach.fields.get(column)
        if isinstance(value, str) and domain_of(value):
            yield _Address(kind, value, column)
    for index, message in enumerate(approach.messages):
        if not message.inbound:
            continue
        found = find_addresses(message.text, handles=False)
        if found and _CONTACT.search(message.text):  # the slower one last: most messages hold no address
            for a in found:
                yield _Address(a.kind, a.value, "", index, a.start, a.end)


@cache
def _applicant_hosts() -> frozenset[str]:
    return frozenset(read_lines("applicant_hosts.txt"))


def _is_neutral(domain: str) -> bool:
    """Whether a domain can't be somebody else's doing: a service for applications, or a well-known firm's own."""
    parts = domain.split(".")
    held = any(".".join(parts[i:]) in _applicant_hosts() for i in range(len(parts) - 1))
    return held or is_known_domain(domain)


def _judged(address: _Address, firm: str | None, site: str | None) -> FieldFinding | None:
    domain = None if address.kind == "phone" else domain_of(address.value)
    if domain is None:
        return None
    place = (address.message, address.start, address.end)
    fields = {address.column or ("contact_email" if address.kind == "email" else "link"): address.value}
    fit = firm_domain_fit(firm, domain) if firm is not None else None
    alike = look_alike(domain)
    if alike is not None and (points := _alike_points(alike, fit)) > 0:
        return FieldFinding(points, fields, _alike_says(domain, alike), *place)
    if address.kind != "email" or firm is None:
        return None
    if is_free_mail(domain):
        return FieldFinding(_FREE_MAIL, fields, f"free mail for a firm ({firm})", *place)
    own = registered_domain(domain) or domain
    if site is not None and own == site:
        return FieldFinding(_FITS, fields, "", *place)
    known = fit if site is None else max(fit or 0.0, 0.0)
    if known is None or (known < 0.5 and _is_neutral(domain)):
        return None
    if known >= 0.5:
        return FieldFinding(_FITS, fields, "", *place)
    says = f"{domain} does not fit the firm's name or website"
    return FieldFinding(_OTHER_FIRM * (1 - known), fields, says, *place)


def _alike_points(alike: LookAlike, fit: float | None) -> float:
    points = _LOOK_ALIKE[alike.how] * (1.0 if alike.score >= 0.7 else _UNSURE)
    if fit is not None and fit >= 0.9 and alike.how in {"edit", "other ending"}:
        return _OWN_NAME_ALIKE if alike.how == "edit" else 0.0
    return points


def _alike_says(domain: str, alike: LookAlike) -> str:
    how = {
        "confusable": "letters that look like others",
        "edit": "a letter or two changed",
        "combined": "other words added",
        "other ending": "another ending",
    }[alike.how]
    return f"{domain} resembles {alike.known} ({alike.domain}): {how}"


def _told(offered: Sequence[_Address], site: str | None) -> list[FieldFinding]:
    """What is told beside an address that does not fit: hidden links count a little, places nothing."""
    more: list[FieldFinding] = []
    for address in offered:
        if address.kind == "url" and (is_shortener(address.value) or is_file_drop(address.value)):
            what = (
                "hides where it leads"
                if is_shortener(address.value)
                else "leads to a place where anybody drops files"
            )
            more.append(
                FieldFinding(_HIDDEN_LINK, {"link": address.value}, f"the link {address.value} {what}")
            )
            break
    claimed = _country_of(site) if site else None
    for address in offered:
        place = phone_country(address.value) if address.kind == "phone" and claimed else None
        if place is not None and place != claimed:
            says = f"the telephone code is that of {place}, the website's ending that of {claimed} (told, not scored)"
            more.append(FieldFinding(0.0, {}, says))
            break
    return more


def _country_of(site: str) -> str | None:
    ending = site.rpartition(".")[2]
    if len(ending) != 2:
        return None
    return _COUNTRY_ENDINGS.get(ending, ending.upper()) or None


def name_clues(approach: Approach, names: Mapping[str, Sequence[str]]) -> tuple[Clue, ...]:
    """Clues from a user's own list of names that may be imitated.

    Parameters
    ----------
    approach : Approach
    names : mapping of str to sequence of str
        Domains by name; from `recruitrisk.market.read_names`.

    Returns
    -------
    tuple of Clue
        For ``identity_mismatch``: at most one for the addresses and one for the firm's name.
    """
    clues: list[Clue] = []
    best: Clue | None = None
    for address in _addresses(approach):
        domain = None if address.kind == "phone" else domain_of(address.value)
        alike = look_alike(domain, known=names) if domain else None
        if domain is None or alike is None:
            continue
        points = _alike_points(alike, None)
        if best is None or points > best.points:
            column = address.column or ("contact_email" if address.kind == "email" else "link")
            best = Clue("identity_mismatch", points, _alike_says(domain, alike), column, address.value)
    if best is not None:
        clues.append(best)
    firm = approach.fields.get("company")
    alike = look_alike(firm, known=names) if isinstance(firm, str) and " " in firm.strip() else None
    if alike is not None and alike.how in _NAME_ALIKE:
        says = f"the firm's name resembles {alike.known}"
        clues.append(Clue("identity_mismatch", _NAME_ALIKE[alike.how], says, "company", str(firm)))
    return tuple(clues)
