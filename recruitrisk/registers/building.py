"""From the file of a register to one compact, sorted DuckDB file, once.

The CSV is streamed out of its zip, row by row; sorting is DuckDB's and spills to disk, so that memory stays bounded.
What is built is laid out for look-ups without an index: names sorted by their key with every `BLOCK`-th key as a fence, and the
rarer words of names sorted by word.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from recruitrisk.errors import ReadError, UsageError, WriteError
from recruitrisk.market.names import firm_words
from recruitrisk.parameters import check_path
from recruitrisk.places import check_distinct, check_target
from recruitrisk.reading.aliases import Columns, squash
from recruitrisk.reading.archive import Archive
from recruitrisk.reading.records import Reject, open_records
from recruitrisk.registers.engine import BUILD_MEMORY, attach, connect
from recruitrisk.registers.layout import ALIASES, Layout, file_date, layout_of, parse_day, standing_of

__all__ = ["BLOCK", "FORMAT", "LARGEST", "BuildCounts", "build_register"]

FORMAT = 1
"""Of the built file; one of another format is built again."""
BLOCK = 32
"""So many names stand between two fences."""
LARGEST = 20 * 10**9
"""Largest CSV in a zip, in bytes; the whole UK register is 2.7 GB."""

_ROWS = 20_000
_LONGEST = 300
_COMMON_WORD = 300  # a word in more names than these tells nothing
_SHORTEST_WORD = 4
_SHARED_FROM = 20  # firms at one address, from which the number is kept
_REJECTS = 1_000

_TABLES = """
CREATE TABLE raw (id INTEGER, number VARCHAR, name VARCHAR, status VARCHAR, standing TINYINT, founded DATE,
                  dissolved DATE, dormant BOOLEAN, activity VARCHAR, address VARCHAR, postcode VARCHAR);
CREATE TABLE raw_names (key VARCHAR, words VARCHAR, id INTEGER, current BOOLEAN);
"""
_FINISH = (
    f"""CREATE TABLE shared AS SELECT hash(address) AS place, count(*)::INTEGER AS firms FROM raw
        WHERE address IS NOT NULL AND standing <> 3 GROUP BY 1 HAVING count(*) >= {_SHARED_FROM}""",
    """CREATE TABLE made.companies AS SELECT raw.* EXCLUDE (address), coalesce(shared.firms, 0) AS firms
       FROM raw LEFT JOIN shared ON shared.place = hash(raw.address) ORDER BY id""",
    "DROP TABLE raw",
    """CREATE TABLE sorted AS SELECT (row_number() OVER () - 1)::INTEGER AS place, key, words, id, current
       FROM (SELECT * FROM raw_names ORDER BY key, id, current DESC)""",
    "DROP TABLE raw_names",
    "CREATE TABLE made.names AS SELECT place, key, id, current FROM sorted ORDER BY place",
    f"CREATE TABLE made.fences AS SELECT key FROM sorted WHERE place % {BLOCK} = 0 ORDER BY place",
    f"""CREATE TABLE split AS SELECT word, place FROM (SELECT unnest(string_split(words, ' ')) AS word, place FROM sorted)
        WHERE length(word) >= {_SHORTEST_WORD}""",
    f"CREATE TABLE rare AS SELECT word FROM split GROUP BY word HAVING count(*) <= {_COMMON_WORD}",
    "CREATE TABLE made.words AS SELECT word, place FROM split WHERE word IN (SELECT word FROM rare) ORDER BY word, place",
)


@dataclass(slots=True)
class BuildCounts:
    """What became of a build.

    Attributes
    ----------
    companies : int
    rejected : int
        Rows that could not be read or have no name.
    rejects : list of Reject
        The first thousand of them.
    title, country : str
    dated : date or None
        Day of the file.
    """

    companies: int = 0
    rejected: int = 0
    rejects: list[Reject] = field(default_factory=list)
    title: str = ""
    country: str = ""
    dated: date | None = None


class _Rows:
    """Gathers rows and hands them to DuckDB as Arrow tables."""

    def __init__(self, connection: Any, layout: Layout, counts: BuildCounts) -> None:
        self._connection, self._layout, self._counts = connection, layout, counts
        self._companies: list[tuple[Any, ...]] = []
        self._names: list[tuple[str, str, int, bool]] = []

    def add(self, row: list[str]) -> bool:
        """Take a row; False when it has no name."""
        layout, number = self._layout, self._counts.companies
        places = layout.places
        name = row[places["name"]].strip()[:_LONGEST]
        if not name:
            return False

        def cell(our: str) -> str:
            return row[places[our]].strip()[:_LONGEST] if our in places else ""

        founded, gone = _day(cell("founded")), _day(cell("dissolved"))
        status, postcode = cell("status"), cell("postcode")
        doing = [text for at in layout.activities if (text := row[at].strip()[:_LONGEST])]
        dormant = "dormant" in cell("accounts").casefold() or any(
            "dormant" in text.casefold() for text in doing
        )
        address = (
            squash(cell("address") + postcode)
            if cell("address") and (postcode or "postcode" not in places)
            else None
        )
        self._companies.append(
            (number, cell("number"), name, status, _standing(status, gone), founded, gone, dormant,
             "; ".join(doing)[:_LONGEST], address or None, postcode)
        )  # fmt: skip
        seen = self._name(name, number, True, "")
        for at in layout.previous:
            if former := row[at].strip():
                self._name(former, number, False, seen)
        self._counts.companies += 1
        if len(self._companies) >= _ROWS:
            self.flush()
        return True

    def _name(self, name: str, number: int, current: bool, other: str) -> str:
        words = firm_words(name)
        key = "".join(words)
        if key and key != other:
            self._names.append((key, " ".join(words), number, current))
        return key

    def flush(self) -> None:
        """Write what was gathered."""
        import pyarrow as pa

        kinds = {
            "raw": [pa.int32(), pa.string(), pa.string(), pa.string(), pa.int8(), pa.date32(), pa.date32(), pa.bool_(), *[pa.string()] * 3],
            "raw_names": [pa.string(), pa.string(), pa.int32(), pa.bool_()],
        }  # fmt: skip
        for table, rows in (("raw", self._companies), ("raw_names", self._names)):
            if not rows:
                continue
            columns = zip(*rows, strict=True)
            arrays = [pa.array(values, kind) for values, kind in zip(columns, kinds[table], strict=True)]
            self._connection.register("piece", pa.table(arrays, names=[f"c{n}" for n in range(len(arrays))]))
            self._connection.execute(f"INSERT INTO {table} SELECT * FROM piece")
            self._connection.unregister("piece")
        self._companies, self._names = [], []


_day = lru_cache(maxsize=65_536)(parse_day)
_standing = lru_cache(maxsize=65_536)(standing_of)


def build_register(
    source: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    columns: Columns | None = None,
    title: str = "",
    country: str = "",
    dated: date | None = None,
    progress: Callable[[int], None] | None = None,
) -> BuildCounts:
    """Build the file that look-ups read.

    Parameters
    ----------
    source : path or sequence of paths
        Zip, folder or CSV as published; several parts make one register.
    output : path
        Appears only when it is whole.
    columns : mapping ours -> theirs, list of ``ours=theirs`` or path to a TOML file, optional
        Ours are the keys of `recruitrisk.registers.layout.ALIASES`.
    title : str
        Name of the register in evidence; that of the UK file is known, else it is the file's name.
    country : str
        ISO 3166 two letters, when the register holds **all** companies of a country: only then does it count that a name is not in it.
        That of the UK file is known.
    dated : date, optional
        Day of the register; read from the file's name by default.
    progress : callable, optional
        Is told the number of rows from time to time.

    Raises
    ------
    ReadError
        Not a readable zip or CSV, no column of names, no company in it.
    WriteError
        No room, no such folder.
    UsageError
        DuckDB is not installed; a country that is not two letters; one source twice; an ending that does not fit.

    Notes
    -----
    Memory stays under 500 MB for 5 million companies (docs/benchmarks/registers.md); on disk the build takes about as much
    room again as the built file.
    """
    sources = (
        list(source) if isinstance(source, Sequence) and not isinstance(source, str | bytes) else [source]
    )
    for each in sources:
        check_path("source", each, "the path of a zip, a folder or a CSV, or a list of them,")
    check_path("output", output)
    if not sources:
        raise UsageError("source is an empty list; give the path of a zip, a folder or a CSV")
    target = Path(output)
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise UsageError(f"country {country!r}; give its two letters (ISO 3166), such as GB")
    check_distinct(sources)
    check_target(target, "DuckDB")
    counts = BuildCounts(title=title, country=country.upper(), dated=dated)
    try:
        with tempfile.TemporaryDirectory(
            prefix=f".{target.name}.", suffix=".part", dir=target.parent
        ) as folder:
            _build([os.fspath(path) for path in sources], folder, columns, counts, progress)
            with open(f"{folder}/made", "rb") as stream:
                os.fsync(stream.fileno())
            os.replace(f"{folder}/made", target)
    except OSError as problem:
        raise WriteError(f"{output}: can't be written ({problem.strerror or problem})") from None
    return counts


def _build(
    sources: list[str],
    folder: str,
    columns: Columns | None,
    counts: BuildCounts,
    progress: Callable[[int], None] | None,
) -> None:
    connection = connect(f"{folder}/work", memory=BUILD_MEMORY, spill=f"{folder}/spill")
    import duckdb

    try:
        connection.execute(_TABLES)
        for file, member, rows, layout in _tables(sources, columns, counts):
            counts.title = counts.title or layout.title or Path(file).name
            counts.country = counts.country or layout.country
            counts.dated = counts.dated or file_date(Path(file).name) or file_date(member)
            gathered = _Rows(connection, layout, counts)
            before = counts.companies
            for row in rows:
                if not gathered.add(row):
                    counts.rejected += 1
                if progress is not None and counts.companies - before >= 10_000:
                    progress(counts.companies - before)
                    before = counts.companies
            gathered.flush()
            if progress is not None:
                progress(counts.companies - before)
        if not counts.companies:
            raise ReadError("holds no company that can be read", file=", ".join(sources))
        attach(connection, f"{folder}/made", "made")
        for statement in _FINISH:
            connection.execute(statement)
        connection.execute(
            "CREATE TABLE made.meta AS SELECT ?::INTEGER AS format, ?::VARCHAR AS title, ?::VARCHAR AS country, "
            "?::DATE AS dated, ?::INTEGER AS companies, ?::INTEGER AS rejected",
            [FORMAT, counts.title, counts.country, counts.dated, counts.companies, counts.rejected],
        )
        connection.execute("CHECKPOINT made")
        connection.execute("DETACH made")
    except (duckdb.IOException, duckdb.OutOfMemoryException) as problem:
        raise OSError(str(problem).splitlines()[0]) from None
    finally:
        connection.close()


def _tables(
    sources: list[str], columns: Columns | None, counts: BuildCounts
) -> Iterator[tuple[str, str, Iterator[list[str]], Layout]]:
    """Every CSV of the sources: its file, its member, its rows, its layout."""
    known = {squash(name) for ours, others in ALIASES.items() for name in (ours, *others)}
    for source in sources:
        with ExitStack() as stack:
            archive = stack.enter_context(Archive(source, largest=LARGEST))
            members = archive.tables()
            if not members:
                raise ReadError("holds no CSV; the zip of a register holds one", file=source)
            for member in members:
                shown = archive.shown(member)
                records = open_records(archive.open(member), shown, known=known)
                layout = layout_of(records.header, columns, shown)
                yield source, member, _readable(records.rows, counts), layout


def _readable(
    rows: Callable[[list[Reject]], Iterator[tuple[int, list[str]]]], counts: BuildCounts
) -> Iterator[list[str]]:
    """Rows that can be read; the others are counted, and the first of them kept."""
    fresh: list[Reject] = []

    def account() -> None:
        counts.rejected += len(fresh)
        counts.rejects += fresh[: max(0, _REJECTS - len(counts.rejects))]
        fresh.clear()

    for _, row in rows(fresh):
        if fresh:
            account()
        yield row
    account()
