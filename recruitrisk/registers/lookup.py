"""Looking firms up in a built register: the exact name first, then the nearest of those that were looked at.

Names are compared by their key: words without legal form, "the", spaces and signs, as the rules for new company names do. The
nearest is searched among the neighbours in the order of keys and among names that share one of the rarer words, so a name that
is misspelt in its first letters and has no other word is not found; nothing else of the register is read. An answer never
depends on what else is looked up with it.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from recruitrisk.errors import ReadError
from recruitrisk.market.names import firm_words, legal_form
from recruitrisk.parameters import check_path
from recruitrisk.registers.building import BLOCK, FORMAT
from recruitrisk.registers.claims import name_key
from recruitrisk.registers.engine import LOOKUP_MEMORY, attach, connect, is_duckdb
from recruitrisk.registers.layout import STANDINGS

__all__ = ["NEAR", "Company", "Found", "RegisterFile"]

NEAR = 90.0
"""Names as alike as this (0 to 100) may well be one firm, written in two ways."""

_ALIKE = 72.0  # below it, nothing is named as nearest
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Company:
    """One company of a register.

    Attributes
    ----------
    number, name, status : str
        As the register writes them.
    standing : str
        One of `recruitrisk.registers.layout.STANDINGS`.
    founded, dissolved : date or None
    dormant : bool
        By its accounts or by what it says it does.
    activity : str
        What it says it does, with the register's codes.
    postcode : str
    firms : int
        Live companies at its address, 0 when they are fewer than twenty.
    """

    number: str
    name: str
    status: str
    standing: str
    founded: date | None
    dissolved: date | None
    dormant: bool
    activity: str
    postcode: str
    firms: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a register says of a name.

    Attributes
    ----------
    company : Company or None
        Of that very name.
    former : bool
        It is the company's former name.
    others : int
        Further companies that the name fits as well.
    nearest : Company or None
        The most alike, when none has that name.
    alike : float
        How alike, 0 to 100.
    """

    company: Company | None = None
    former: bool = False
    others: int = 0
    nearest: Company | None = None
    alike: float = 0.0


_COMPANY = "number, name, status, standing, founded, dissolved, dormant, activity, postcode, firms"


class RegisterFile:
    """A file that `build_register` made. Can be pickled: each process opens it when it is first asked.

    Parameters
    ----------
    path : path

    Attributes
    ----------
    title, country : str
    dated : date or None
    companies : int

    Raises
    ------
    ReadError
        When it is no such file.
    UsageError
        When DuckDB is not installed.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        check_path("path", path, "the path of a file that build_register made")
        self.path = os.path.abspath(path)
        self._connection: Any = None
        self._process = 0
        self._fences: list[str] | None = None
        row = self._ask("SELECT title, country, dated, companies FROM held.meta").fetchone()
        self.title: str = row[0]
        self.country: str = row[1]
        self.dated: date | None = row[2]
        self.companies: int = row[3]

    def __repr__(self) -> str:
        """Its title and day, how many firms it holds, of which country all, and where it lies."""
        day = f" of {self.dated}" if self.dated else ""
        whole = f", all of {self.country}" if self.country else ""
        return f"{self.title}{day}, {self.companies:,} firms{whole}, {self.path}"

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_connection": None, "_fences": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    @property
    def source(self) -> str:
        """The register and its day, for people."""
        return f"{self.title}, file of {self.dated}" if self.dated else self.title

    def _ask(self, query: str, **tables: Any) -> Any:
        """Run a query in a cursor of its own, with Arrow tables under the names given."""
        if self._connection is None or self._process != os.getpid():  # its threads do not live through a fork
            self._connection, self._process = self._open(), os.getpid()
        cursor = self._connection.cursor()
        for name, table in tables.items():
            cursor.register(name, table)
        return cursor.execute(query)

    def _open(self) -> Any:
        if not os.path.isfile(self.path):
            raise ReadError("there is no such file", file=self.path)
        wrong = "is no register of this version; make it with 'recruitrisk register build'"
        if not is_duckdb(self.path):
            raise ReadError(wrong, file=self.path)
        connection = connect(memory=LOOKUP_MEMORY)
        import duckdb

        try:
            attach(connection, self.path, "held", read_only=True)
            found = connection.execute("SELECT format FROM held.meta").fetchone()
        except duckdb.Error as problem:
            connection.close()
            raise ReadError(wrong, file=self.path) from problem
        if found is None or found[0] != FORMAT:
            connection.close()
            raise ReadError(wrong, file=self.path)
        return connection

    def look_up(self, names: Sequence[str]) -> list[Found]:
        """Look names up.

        Parameters
        ----------
        names : sequence of str
            As they are claimed.

        Returns
        -------
        list of Found
            In the order of `names`.
        """
        keys = {name: name_key(name) for name in dict.fromkeys(names)}
        exact = self._exact(sorted({key for key in keys.values() if key}))
        missing = sorted({name for name, key in keys.items() if key and key not in exact})
        nearest: dict[str, tuple[Company, float]] = {}
        for start in range(0, len(missing), _AT_ONCE):
            nearest |= self._nearest(missing[start : start + _AT_ONCE])
        answers: dict[str, Found] = {}
        for name, key in keys.items():
            if key in exact:
                answers[name] = _best(name, exact[key])
            else:
                company, alike = nearest.get(name, (None, 0.0))
                answers[name] = Found(nearest=company, alike=alike)
        return [answers[name] for name in names]

    def by_number(self, numbers: Iterable[str]) -> dict[str, Company]:
        """Companies by their number, as the register writes it."""
        import pyarrow as pa

        asked = pa.table({"number": pa.array(sorted(set(numbers)), pa.string())})
        rows = self._ask(
            f"SELECT {_COMPANY} FROM held.companies JOIN asked USING (number)", asked=asked
        ).fetchall()
        return {row[0]: _company(row) for row in rows}

    def _exact(self, keys: list[str]) -> dict[str, list[tuple[Company, bool]]]:
        if not keys:
            return {}
        import pyarrow as pa

        rows = self._ask(
            f"SELECT n.key, n.current, {_COMPANY} FROM asked JOIN held.names n USING (key) JOIN held.companies c ON c.id = n.id",
            asked=pa.table({"key": pa.array(keys, pa.string())}),
        ).fetchall()
        found: dict[str, list[tuple[Company, bool]]] = defaultdict(list)
        for key, current, *row in rows:
            found[key].append((_company(row), current))
        return dict(found)

    def _nearest(self, names: list[str]) -> dict[str, tuple[Company, float]]:
        """The nearest of each name that none has."""
        import pyarrow as pa
        from rapidfuzz import fuzz

        places = [self._neighbours(name_key(name)) for name in names]
        pairs = [(n, word) for n, name in enumerate(names) for word in set(firm_words(name))]
        asked = pa.table(
            {
                "n": pa.array([n for n, _ in pairs], pa.int32()),
                "word": pa.array([w for _, w in pairs], pa.string()),
            }
        )
        for n, place in self._ask(
            "SELECT n, place FROM asked JOIN held.words USING (word)", asked=asked
        ).fetchall():
            places[n].add(place)
        wanted = pa.table({"place": pa.array(sorted(set().union(*places)), pa.int32())})
        rows = self._ask("SELECT place, key, id FROM wanted JOIN held.names USING (place)", wanted=wanted)
        known: dict[int, tuple[str, int]] = {}
        while piece := rows.fetchmany(20_000):
            known.update((place, (other, row)) for place, other, row in piece)
        best: dict[str, tuple[float, int]] = {}
        for name, near in zip(names, places, strict=True):
            key = name_key(name)
            top: tuple[float, int, int] | None = None
            for place in near:
                if place not in known:  # behind the last
                    continue
                alike = fuzz.ratio(key, known[place][0], score_cutoff=_ALIKE)
                if alike and (top is None or (-alike, place) < top[:2]):
                    top = (-alike, place, known[place][1])
            if top is not None:
                best[name] = (-top[0], top[2])
        ids = pa.table({"id": pa.array(sorted({row for _, row in best.values()}), pa.int32())})
        found = self._ask(
            f"SELECT id, {_COMPANY} FROM ids JOIN held.companies USING (id)", ids=ids
        ).fetchall()
        companies = {row[0]: _company(row[1:]) for row in found}
        return {name: (companies[row], alike) for name, (alike, row) in best.items()}

    def _neighbours(self, key: str) -> set[int]:
        """Places of the names that stand before and behind a key in their order."""
        if self._fences is None:
            self._fences = [
                row[0] for row in self._ask("SELECT key FROM held.fences ORDER BY key").fetchall()
            ]
        block = bisect_right(self._fences, key) - 1
        return set(range(max(0, block - 1) * BLOCK, (block + 2) * BLOCK))


def _company(row: Sequence[Any]) -> Company:
    number, name, status, standing, *rest = row
    return Company(number, name, status, STANDINGS[standing], *rest)


def _best(name: str, rows: list[tuple[Company, bool]]) -> Found:
    """Of several companies of one name: of the legal form that is claimed, not by a former name, living, the oldest."""
    form = legal_form(name)

    def rank(row: tuple[Company, bool]) -> tuple[bool, bool, bool]:
        company, current = row
        return bool(form) and legal_form(company.name) != form, not current, company.standing == "dissolved"

    def order(row: tuple[Company, bool]) -> tuple[Any, ...]:
        return (*rank(row), row[0].founded or date.max, row[0].number, row[0].name)

    rows = sorted(rows, key=order)
    company, current = rows[0]
    others = sum(rank(row) == rank(rows[0]) for row in rows) - 1
    return Found(company, former=not current, others=others)
