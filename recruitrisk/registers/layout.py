"""What a register's file holds: its columns, and how their values are read.

The layout of the UK Companies House file (`Free Company Data Product`, one CSV of 55 columns, some of whose names begin with a
space) is known by its header; any other CSV is read through the alias table or the user's own mapping.
To know one more register, add the spellings of its columns to `ALIASES`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recruitrisk.errors import ReadError
from recruitrisk.reading.aliases import Columns, resolve_columns, squash

__all__ = ["ALIASES", "STANDINGS", "Layout", "file_date", "layout_of", "parse_day", "standing_of"]

_PREVIOUS = tuple(f"previous_name_{n}" for n in range(1, 11))
_SIC = tuple(f"activity_{n}" for n in range(1, 5))

ALIASES: dict[str, tuple[str, ...]] = {
    "name": ("companyname", "company", "registeredname", "legalname", "entityname", "firm"),
    "number": ("companynumber", "registrationnumber", "registeredno", "companyid", "crn"),
    "status": ("companystatus", "entitystatus", "state"),
    "founded": ("incorporationdate", "incorporated", "incorporatedon", "dateofcreation", "registrationdate", "created"),
    "dissolved": ("dissolutiondate", "dissolvedon", "dateofcessation", "closed"),
    "accounts": ("accountsaccountcategory", "accountcategory"),
    "address": ("regaddressaddressline1", "addressline1", "registeredaddress", "registeredoffice", "street"),
    "postcode": ("regaddresspostcode", "zip", "postalcode"),
    **{name: (f"siccodesictext{n}", f"siccode{n}") for n, name in enumerate(_SIC, 1)},
    **{name: (f"previousname{n}companyname",) for n, name in enumerate(_PREVIOUS, 1)},
}  # fmt: skip
ALIASES["activity_1"] += ("sic", "siccode", "activity", "nace")
ALIASES["previous_name_1"] += ("previousname", "formername")
"""Our name of a register's column -> other spellings, as in `recruitrisk.reading.aliases`."""

STANDINGS = ("active", "being struck off", "insolvent", "dissolved")
"""What a status comes down to; their places are what the built file holds."""

_DISSOLVED = re.compile(r"dissol|closed|removed|struck off|deregist|cancel|ceased|inactive")
_ENDING = re.compile(r"strike|strik")
_INSOLVENT = re.compile(r"liquidat|administ|receiver|insolven|voluntary arrangement|bankrupt|winding")
_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_FILE_DATE = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)")
_APPROACHES = {"approachid", "message", "sendername", "senderprofileurl", "headline"}
"""Columns of approaches that no register has."""
_TELLING = "number, status, founded, dissolved, accounts, address, postcode, activity_1, previous_name_1"
_UK = {"companyname", "companynumber", "companystatus", "regaddresspostcode", "incorporationdate"}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns stand in a row.

    Attributes
    ----------
    places : dict of str to int
        Our name -> index in a row.
    previous, activities : tuple of int
        Indices of previous names and of what the company does.
    title : str
        Name of the register, as the header tells; empty when it does not.
    country : str
        ISO 3166 two letters; empty when the header does not tell.
    """

    places: dict[str, int]
    previous: tuple[int, ...]
    activities: tuple[int, ...]
    title: str
    country: str


def layout_of(header: Sequence[str], columns: Columns | None, file: str) -> Layout:
    """Find the columns of a register.

    Parameters
    ----------
    header : sequence of str
        Spaces around a name do not count.
    columns : mapping ours -> theirs, list of ``ours=theirs`` or path to a TOML file, optional
        The user's own mapping; ours are the keys of `ALIASES`.
    file : str
        For errors.

    Raises
    ------
    ReadError
        When no column holds the names of companies, or only they are known; or the file is a table of approaches, which holds
        names of companies too.
    UsageError
        When `columns` names a column that is not ours.
    """
    found = resolve_columns(header, columns, aliases=ALIASES, marks=tuple(ALIASES), file=file)
    if "name" not in found:
        shown = ", ".join(name.strip() for name in header[:12]) + (", ..." if len(header) > 12 else "")
        raise ReadError(
            f"no column with the names of companies; give --columns name=YOURS; it has: {shown}",
            file=file,
            line=1,
        )
    if columns is None and _APPROACHES & {squash(name) for name in header}:
        raise ReadError(
            "is a table of approaches, not a register of companies; give the register's file",
            file=file,
            line=1,
        )
    if len(found) == 1:
        raise ReadError(
            f"tells names of companies and nothing more that is known; a register has one at least of {_TELLING}: name it with "
            "'recruitrisk register build --columns number=YOURS'",
            file=file,
            line=1,
        )
    places = {our: header.index(theirs) for our, theirs in found.items()}
    uk = _UK.issubset(squash(name) for name in header)
    return Layout(
        places,
        tuple(places[name] for name in _PREVIOUS if name in places),
        tuple(places[name] for name in _SIC if name in places),
        "UK Companies House" if uk else "",
        "GB" if uk else "",
    )


def file_date(name: str) -> date | None:
    """Give the day that stands in a file's name, as in ``BasicCompanyDataAsOneFile-2026-11-01.zip``.

    Examples
    --------
    >>> file_date("BasicCompanyDataAsOneFile-2026-11-01.zip")
    datetime.date(2026, 11, 1)
    """
    found = _FILE_DATE.search(name)
    return _date(found[1], found[2], found[3]) if found else None


def parse_day(text: str) -> date | None:
    """Read a day as registers write it: dd/mm/yyyy (day first, always), ISO, or a year alone.

    Examples
    --------
    >>> [str(parse_day(t)) for t in ("03/02/2024", "2024-02-03", "1987", "31/02/2024", "")]
    ['2024-02-03', '2024-02-03', '1987-01-01', 'None', 'None']
    """
    if found := _DAY.fullmatch(text):
        return _date(found[3], found[2], found[1])
    if len(text) == 4 and text.isdigit():
        return _date(text, "1", "1")
    if len(text) >= 10 and text[4] == text[7] == "-":
        return _date(text[:4], text[5:7], text[8:10])
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def standing_of(status: str, dissolved: date | None) -> int:
    """Give the place in `STANDINGS` of a status; an unknown one is active.

    Examples
    --------
    >>> texts = ("Active", "Active - Proposal to Strike off", "In Administration", "Dissolved", "")
    >>> [STANDINGS[standing_of(text, None)] for text in texts]
    ['active', 'being struck off', 'insolvent', 'dissolved', 'active']
    """
    plain = status.casefold()
    if dissolved is not None or _DISSOLVED.search(plain):
        return 3
    if _ENDING.search(plain):
        return 1
    return 2 if _INSOLVENT.search(plain) else 0
