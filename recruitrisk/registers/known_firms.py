"""The user's own list of firms: trusted and distrusted, by name, by domain or both.

A CSV with the columns ``name``, ``domain`` (several with spaces between), ``list`` (``trusted`` or ``distrusted``) and ``note``.
It is written by hand and short, so one bad row is an error, not a reject.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from recruitrisk.errors import ReadError
from recruitrisk.market.hosts import host_of, is_free_mail, registered_domain
from recruitrisk.market.names import firm_words
from recruitrisk.reading.aliases import resolve_columns, squash
from recruitrisk.reading.records import Reject
from recruitrisk.reading.sources import open_table
from recruitrisk.reading.values import is_missing, text_of
from recruitrisk.registers.claims import name_key

__all__ = ["KnownFirm", "read_known_firms"]

_ALIASES: dict[str, tuple[str, ...]] = {
    "name": ("company", "firm", "companyname"),
    "domain": ("domains", "website", "web"),
    "list": ("kind", "verdict", "trust"),
    "note": ("notes", "comment", "reason"),
}


@dataclass(frozen=True, slots=True)
class KnownFirm:
    """One firm of the list.

    Attributes
    ----------
    name : str
        Empty when only the domain is listed.
    domains : tuple of str
        Registered domains.
    trusted : bool
    note : str
    line : int
        Where it stands in the file.
    """

    name: str
    domains: tuple[str, ...]
    trusted: bool
    note: str
    line: int


def read_known_firms(path: str | os.PathLike[str]) -> list[KnownFirm]:
    """Read a list of firms.

    Parameters
    ----------
    path : path
        CSV or Parquet.

    Returns
    -------
    list of KnownFirm

    Raises
    ------
    ReadError
        With file, line, column and what is expected: no column ``list`` or neither ``name`` nor ``domain``; a row without both; a
        ``list`` that is neither trusted nor distrusted; a domain that is none or of free mail; a firm on both lists.
    """
    known = frozenset(key for our, others in _ALIASES.items() for key in (our, *others))
    rejects: list[Reject] = []
    firms: list[KnownFirm] = []
    with open_table(path, known=known) as table:
        found = resolve_columns(table.header, aliases=_ALIASES, marks=tuple(_ALIASES), file=table.file)
        if "list" not in found or not {"name", "domain"} & set(found):
            raise ReadError(
                f"columns name and/or domain, list (trusted or distrusted) and note are expected; it has: {', '.join(table.header)[:200]}",
                file=table.file, line=1,
            )  # fmt: skip
        places = {our: table.header.index(theirs) for our, theirs in found.items()}
        for line, row in table.rows(rejects):
            cells = {
                our: "" if is_missing(row[at]) else text_of(row[at]).strip() for our, at in places.items()
            }
            if rejects and rejects[0].line < line:
                break
            if any(cells.values()):
                firms.append(_firm(cells, found, table.file, line))
        if rejects:
            raise ReadError(
                rejects[0].reason, file=table.file, line=rejects[0].line, column=rejects[0].column
            )
        _check(firms, found, table.file)
    return firms


def _firm(cells: dict[str, str], names: dict[str, str], file: str, line: int) -> KnownFirm:
    word = squash(cells["list"])
    if word not in ("trusted", "distrusted"):
        raise ReadError(
            f"{cells['list'][:60]!r}; trusted or distrusted is expected",
            file=file,
            line=line,
            column=names["list"],
        )
    name, domains = cells.get("name", ""), []
    for text in cells.get("domain", "").replace(",", " ").replace(";", " ").replace("|", " ").split():
        domain = registered_domain(text) if host_of(text) else None
        if domain is None or is_free_mail(domain):
            what = "is of a provider of free mail" if domain else "is no domain"
            raise ReadError(
                f"{text[:80]!r} {what}; a firm's own is expected, such as example.com",
                file=file,
                line=line,
                column=names["domain"],
            )
        domains.append(domain)
    if not name and not domains:
        raise ReadError("neither a name nor a domain; one of them is expected", file=file, line=line)
    if name and not firm_words(name):
        raise ReadError(f"{name[:60]!r} holds no letter", file=file, line=line, column=names["name"])
    return KnownFirm(name, tuple(dict.fromkeys(domains)), word == "trusted", cells.get("note", ""), line)


def _check(firms: list[KnownFirm], names: dict[str, str], file: str) -> None:
    """No firm on both lists."""
    seen: dict[tuple[str, str], KnownFirm] = {}
    for firm in firms:
        keys = [("domain", domain) for domain in firm.domains]
        if firm.name:
            keys.append(("name", name_key(firm.name)))
        for kind, key in keys:
            other = seen.setdefault((kind, key), firm)
            if other.trusted is not firm.trusted:
                raise ReadError(
                    f"{key!r} is on the other list in line {other.line}; a firm stands on one list only",
                    file=file, line=firm.line, column=names[kind],
                )  # fmt: skip
