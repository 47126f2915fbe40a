"""Registers of companies as an enricher: what a register says of the firm that is claimed, before the approach is scored.

What counts and what does not stands in docs/registers.md. In short: a value of the user's own is never overwritten; a company of
the very name fills ``company_registered`` and ``company_founded``; that there is none counts only of a firm that claims to be of
the register's country, and that no other name is near to; everything else is told and counts nothing or little.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from recruitrisk.approach import Approach, Clue
from recruitrisk.errors import UsageError
from recruitrisk.parameters import check_path
from recruitrisk.places import check_distinct
from recruitrisk.reading.aliases import Columns
from recruitrisk.registers import (
    Claim,
    Company,
    Found,
    RegisterFile,
    build_register,
    claim_of,
    claimed_firm,
    name_key,
)
from recruitrisk.registers.engine import is_duckdb
from recruitrisk.registers.lookup import NEAR

__all__ = ["Register", "open_register"]

ENDING, INSOLVENT, DORMANT, SHARED, OTHER_NUMBER, YOUNGER = 0.1, 0.15, 0.15, 0.1, 0.2, 0.2
"""Points for ``cover_company``: about to be struck off, insolvent, dormant, at an address of many, the number of another company,
much younger than it is said to be. A field that is filled has the points of its own rule."""
MOST = 0.3
"""Those points come to so much at most: less than a registered firm takes off."""
YEARS = 3
"""A firm that is claimed to be so many years older than its entry is told of."""
HALF_A_YEAR = 183
"""Days; absence from a file that is so far from the approach counts for nothing."""

_NO_FIRM = frozenset(
    "selfemployed freelance freelancer independent independentconsultant confidential confidentialcompany stealth stealthstartup none "
    "na unknown private myself consultant recruiter headhunter".split()
)
_COUNTS_NOT = "; that counts for nothing: "


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one register makes of one approach; the lowest rank of several registers is told."""

    rank: int
    says: str = ""
    points: float = 0.0
    fields: dict[str, str | float | bool | datetime] = field(default_factory=dict)


class Register:
    """Looks the firms of approaches up in registers. Can be pickled and sent to workers.

    Parameters
    ----------
    *paths : path
        Files made by ``recruitrisk register build``. Of several the one that knows the firm is believed.
    shared : int
        From so many live companies on, an address is told of as shared.

    Raises
    ------
    ReadError
        A file that is not such a register.
    UsageError
        DuckDB is not installed; no path.

    Examples
    --------
    ::

        register = rr.Register("companies.duckdb")
        scored = rr.score(frame, enrich=[register])
    """

    def __init__(self, *paths: str | os.PathLike[str], shared: int = 200) -> None:
        if not paths:
            raise UsageError("no register was given; give the path of one or more")
        self.files = tuple(RegisterFile(path) for path in paths)
        self.shared = shared

    def __repr__(self) -> str:
        """What its files are, of when, how many firms they hold, and where they lie."""
        return f"<Register: {'; '.join(map(repr, self.files))}>"

    @property
    def fingerprint(self) -> str:
        """Size and time of change of its files: a run is taken up with the same ones alone."""
        found = [os.stat(file.path) for file in self.files]
        return " ".join(f"{one.st_size}-{one.st_mtime_ns}" for one in found)

    def __call__(self, approaches: Sequence[Approach]) -> list[Approach]:
        """Fill what is unknown of the firms, and say where it comes from.

        Parameters
        ----------
        approaches : sequence of Approach

        Returns
        -------
        list of Approach
            As many, in the same order; one without a firm is the same object.
        """
        firms = [_firm(approach) for approach in approaches]
        names = sorted({firm for firm in firms if firm})
        if not names:
            return list(approaches)
        answers: list[list[_Answer]] = [[] for _ in approaches]
        for file in self.files:
            found = dict(zip(names, file.look_up(names), strict=True))
            claims = [
                claim_of(a, file.country) if firm else Claim()
                for a, firm in zip(approaches, firms, strict=True)
            ]
            numbers = file.by_number({claim.number for claim in claims if claim.number})
            for at, (approach, firm, claim) in enumerate(zip(approaches, firms, claims, strict=True)):
                if firm:
                    answer = self._answer(file, approach, firm, found[firm], claim, numbers.get(claim.number))
                    answers[at].append(answer)
        return [_with(a, firm, told) for a, firm, told in zip(approaches, firms, answers, strict=True)]

    def _answer(
        self,
        file: RegisterFile,
        approach: Approach,
        firm: str,
        found: Found,
        claim: Claim,
        numbered: Company | None,
    ) -> _Answer:
        company = found.company
        if company is not None and not claim.possible:
            says = f"{file.source}: {_entry(company)} has that name{_COUNTS_NOT}{claim.foreign} speaks for another country"
            return _Answer(3, says)
        if company is not None:
            return self._known(file, approach, found, claim, numbered)
        if numbered is not None:
            from rapidfuzz import fuzz

            if fuzz.ratio(name_key(firm), name_key(numbered.name)) >= NEAR:
                return self._known(file, approach, Found(numbered), claim, numbered)
            says = f"{file.source}: the company number that is stated is of {_entry(numbered)}; no company has the name {firm}"
            return _Answer(1, says, OTHER_NUMBER)
        return _absent(file, approach, found, claim)

    def _known(
        self, file: RegisterFile, approach: Approach, found: Found, claim: Claim, numbered: Company | None
    ) -> _Answer:
        company = found.company
        assert company is not None
        says = [f"{file.source}: {_entry(company)}"]
        points = 0.0
        fields: dict[str, str | float | bool | datetime] = {
            "company_registered": company.standing != "dissolved"
        }
        if found.former:
            says.append("it had the claimed name earlier")
        if found.others:
            says.append(f"{found.others} more of that name, so nothing else of it counts")
        else:
            if company.founded is not None:
                fields["company_founded"] = float(company.founded.year)
            points, remarks = self._remarks(company, claim, numbered)
            says += remarks
        more, contradictions = _contradictions(approach, company, not found.others)
        return _Answer(0, "; ".join([*says, *contradictions]), min(MOST, points + more), fields)

    def _remarks(self, company: Company, claim: Claim, numbered: Company | None) -> tuple[float, list[str]]:
        points, says = 0.0, []
        if company.standing == "being struck off":
            points += ENDING
        if company.standing == "insolvent":
            points += INSOLVENT
        if company.dormant:
            points += DORMANT
            says.append("dormant by its own word, so it does no business")
        if company.firms >= self.shared:
            points += SHARED
            says.append(
                f"{company.firms:,} live companies have its address ({company.postcode or 'no postcode'}), as those of formation "
                "agents and accountants are, whose honest clients are most of them"
            )
        if claim.number and claim.number != company.number:
            points += OTHER_NUMBER
            whose = f"is of {_entry(numbered)}" if numbered is not None else "is of no company in the file"
            says.append(f"the company number {claim.number} that is stated {whose}")
        if company.activity:
            says.append(f"it says it does: {company.activity}")
        return points, says


def open_register(
    *sources: str | os.PathLike[str],
    columns: Columns | None = None,
    title: str = "",
    country: str = "",
    shared: int = 200,
    progress: Callable[[int], None] | None = None,
) -> Register:
    """Open registers, built or as published; the latter are built into a temporary file first.

    Parameters
    ----------
    *sources : path
        What ``recruitrisk register build`` made, or a zip or CSV, which takes minutes each time: build it once instead.
    columns, title, country : optional
        For what is not built; see `recruitrisk.registers.build_register`.
    shared : int
        See `Register`.
    progress : callable, optional
        Is told the number of rows.

    Returns
    -------
    Register

    Raises
    ------
    ReadError, WriteError, UsageError
    """
    for source in sources:
        check_path("source", source, "the path of a register")
    folder = tempfile.mkdtemp(prefix="recruitrisk-register-")
    try:
        paths: list[str] = []
        check_distinct(sources)
        for number, source in enumerate(sources):
            path = os.fspath(source)
            if os.path.exists(path) and not is_duckdb(path):
                path = f"{folder}/{number}.duckdb"
                build_register(source, path, columns=columns, title=title, country=country, progress=progress)
            paths.append(path)
        register = Register(*paths, shared=shared)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    weakref.finalize(register, shutil.rmtree, folder, ignore_errors=True)  # also when the process ends
    return register


def _firm(approach: Approach) -> str:
    """The firm that is claimed; empty for none."""
    firm, key = claimed_firm(approach)
    return firm if key and key not in _NO_FIRM else ""


def _entry(company: Company) -> str:
    """A company, for people: LARCH LIMITED (number 01234567, incorporated 2024-02-03, Active)."""
    parts = [f"number {company.number}"] if company.number else []
    if company.founded is not None:
        parts.append(f"incorporated {company.founded}")
    if company.dissolved is not None:
        parts.append(f"dissolved {company.dissolved}")
    elif company.status:
        parts.append(company.status.lower())
    return f"{company.name} ({', '.join(parts)})" if parts else company.name


def _contradictions(approach: Approach, company: Company, clear: bool) -> tuple[float, list[str]]:
    """Where the entry and the user's own values do not agree."""
    points, says = 0.0, []
    registered, founded = approach.fields.get("company_registered"), approach.fields.get("company_founded")
    live = company.standing != "dissolved"
    if isinstance(registered, bool) and registered is not live:
        says.append(f"your table says that it is {'' if registered else 'not '}registered, which stands")
    if (
        clear
        and isinstance(founded, float)
        and company.founded is not None
        and abs(founded - company.founded.year) > 1
    ):
        says.append(f"your table says that it was founded in {founded:.0f}, which stands")
        if company.founded.year - founded >= YEARS:
            points += YOUNGER
    return points, says


def _absent(file: RegisterFile, approach: Approach, found: Found, claim: Claim) -> _Answer:
    """What it means that no company has the name."""
    says = f"{file.source}: no company of that name"
    if found.nearest is not None:
        says += f"; nearest: {_entry(found.nearest)}"
    if claim.number:
        says += f"; none with the number {claim.number} that is stated either"
    if file.title == "UK Companies House":
        says += "; the file holds no dissolved companies, and no trading names"
    known = approach.fields.get("company_registered")
    if known is not None:
        said = "; your table says that it is registered, which stands" if known is True else ""
        return _Answer(4, says + said) if claim.possible else _Answer(5)
    if not claim.possible:
        return _Answer(5)
    reason = _uncounted(file, approach, found, claim)
    if reason:
        return _Answer(4, f"{says}{_COUNTS_NOT}{reason}")
    return _Answer(2, says, fields={"company_registered": False})


def _uncounted(file: RegisterFile, approach: Approach, found: Found, claim: Claim) -> str:
    """Why absence counts for nothing; empty when it counts."""
    if not file.country:
        return "the file is not said to hold every company of a country"
    if not claim.certain:
        return "too little says that the firm is of that country"
    if found.alike >= NEAR:
        return "the nearest may be the same firm"
    if _apart(approach, file.dated):
        return "file and approach are more than half a year apart, and firms come and go"
    if _younger_than(approach, file.dated):
        return "the firm is said to be younger than the file"
    return ""


def _apart(approach: Approach, dated: date | None) -> bool:
    times = [message.sent_at for message in approach.messages if message.sent_at is not None]
    sent = min(times) if times else approach.fields.get("sent_at")
    return dated is not None and isinstance(sent, datetime) and abs((sent.date() - dated).days) > HALF_A_YEAR


def _younger_than(approach: Approach, dated: date | None) -> bool:
    founded = approach.fields.get("company_founded")
    return dated is not None and isinstance(founded, float) and founded >= dated.year


def _with(approach: Approach, firm: str, told: list[_Answer]) -> Approach:
    answer = min(told, key=lambda a: a.rank, default=_Answer(5))
    if not answer.says:
        return approach
    fresh = {name: value for name, value in answer.fields.items() if name not in approach.fields}
    clue = Clue("cover_company", answer.points, answer.says, "company", firm)
    return replace(approach, fields={**approach.fields, **fresh}, clues=(*approach.clues, clue))
