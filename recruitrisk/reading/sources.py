"""Tables as they lie there: CSV, Parquet, a pipe or a data frame, read piece by piece."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, BinaryIO, Literal, Protocol, TypeAlias, cast

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from recruitrisk.errors import ReadError
from recruitrisk.reading.aliases import squash
from recruitrisk.reading.decoding import first_bytes
from recruitrisk.reading.records import Records, Reject, open_records

__all__ = ["Piece", "Source", "Table", "known_names", "name_of", "open_stream", "open_table"]

Source: TypeAlias = str | os.PathLike[str] | BinaryIO | pd.DataFrame
TableName = Literal["approaches", "messages", "profiles"]


@dataclass(slots=True)
class Piece:
    """Some rows of a table.

    Attributes
    ----------
    frame : DataFrame
        The rows that could be read, under the names of the file.
    lines : list of int
        Where each of them starts.
    numbers : list of int
        Its number among all rows of the file, those rejected included, from 1.
    rejects : list of Reject
    """

    frame: pd.DataFrame
    lines: list[int]
    numbers: list[int]
    rejects: list[Reject] = field(default_factory=list)


class _Reader(Protocol):
    def pieces(self, count: int) -> Iterator[Piece]: ...


class _Delimited:
    def __init__(self, records: Records) -> None:
        self._records = records

    def pieces(self, count: int) -> Iterator[Piece]:
        rejects: list[Reject] = []
        lines: list[int] = []
        numbers: list[int] = []
        rows: list[list[str]] = []
        done = 0

        def piece() -> Piece:
            columns = list(zip(*rows, strict=True)) if rows else [()] * len(self._records.header)
            names = self._records.header
            frame = pd.DataFrame(
                {i: pd.Series(list(values), dtype=object) for i, values in enumerate(columns)}, dtype=object
            )
            frame.columns = pd.Index(names, dtype=object)
            return Piece(frame, list(lines), list(numbers), list(rejects))

        def clear() -> None:
            for part in (rejects, lines, numbers, rows):
                cast(list[Any], part).clear()

        for line, row in self._records.rows(rejects):
            lines.append(line)
            rows.append(row)
            numbers.append(done + len(rows) + len(rejects))
            if len(rows) + len(rejects) >= count:
                yield piece()
                done += len(rows) + len(rejects)
                clear()
        if rows or rejects or not done:
            yield piece()


class _Parquet:
    def __init__(self, file: pq.ParquetFile, name: str) -> None:
        self._file, self._name = file, name

    def pieces(self, count: int) -> Iterator[Piece]:
        done = 0
        try:
            for batch in self._file.iter_batches(batch_size=count):
                numbers = list(range(done + 1, done + 1 + batch.num_rows))
                yield Piece(_to_pandas(pa.Table.from_batches([batch])), numbers, numbers)
                done += batch.num_rows
        except (pa.ArrowException, OSError) as error:
            raise ReadError(f"damaged: {_first_line(error)}", file=self._name, line=done + 1) from error
        if not done:
            yield Piece(_to_pandas(self._file.schema_arrow.empty_table()), [], [])


class _Frame:
    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def pieces(self, count: int) -> Iterator[Piece]:
        for start in range(0, max(len(self._frame), 1), count):
            part = self._frame.iloc[start : start + count].reset_index(drop=True)
            numbers = list(range(start + 1, start + 1 + len(part)))
            yield Piece(part, numbers, numbers)


def _to_pandas(table: pa.Table) -> pd.DataFrame:
    return table.to_pandas(types_mapper=pd.ArrowDtype, ignore_metadata=True)


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


@dataclass
class Table:
    """An open table. A context manager, which closes the file.

    Attributes
    ----------
    file : str
        As the user named it.
    header : list of str
    format : {"csv", "parquet", "frame"}
    encoding, delimiter : str or None
    """

    file: str
    header: list[str]
    format: str
    _reader: _Reader
    _stack: ExitStack
    encoding: str | None = None
    delimiter: str | None = None

    def pieces(self, count: int = 20_000) -> Iterator[Piece]:
        """Read `count` rows at a time; one piece at least, also of an empty table."""
        return self._reader.pieces(count)

    def rows(self, rejects: list[Reject]) -> Iterator[tuple[int, tuple[object, ...]]]:
        """Read row by row: its line and its cells; `rejects` gathers what can't be read."""
        for piece in self.pieces():
            rejects += piece.rejects
            columns = [piece.frame.iloc[:, i].tolist() for i in range(len(self.header))]
            yield from zip(piece.lines, zip(*columns, strict=True), strict=True)

    def __enter__(self) -> Table:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()


def known_names(*tables: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Give every squashed spelling of alias tables, to tell a header's delimiter by."""
    return frozenset(
        key for table in tables for our, aliases in table.items() for key in (squash(our), *aliases)
    )


def name_of(source: Source) -> str:
    """Give the name of a source for people."""
    if isinstance(source, pd.DataFrame):
        return "<frame>"
    if isinstance(source, str | os.PathLike):
        return "<stdin>" if os.fspath(source) == "-" else os.fspath(source)
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else "<stream>"


def open_stream(source: str | os.PathLike[str] | BinaryIO, stack: ExitStack) -> BinaryIO:
    """Open a path, ``-`` for standard input, or take an open binary stream as it is.

    Raises
    ------
    ReadError
        When there is no such file, it is a folder, or it may not be read.
    """
    if not isinstance(source, str | os.PathLike):
        return source
    if os.fspath(source) == "-":
        return sys.stdin.buffer
    if os.path.isdir(source):
        raise ReadError("is a folder; a CSV or Parquet file is expected", file=os.fspath(source))
    try:
        return stack.enter_context(open(source, "rb"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"can't be opened: {reason}", file=os.fspath(source)) from error


def open_table(
    source: Source,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    known: frozenset[str] = frozenset(),
    table: TableName = "approaches",
) -> Table:
    """Open a table of any kind; what it is shows in its first bytes, not in its name.

    Parameters
    ----------
    source : path, ``-``, binary stream or DataFrame
    encoding, delimiter : str, optional
        Of a CSV; found when not given.
    known : frozenset of str
        See `known_names`.
    table : str
        Goes into rejects.

    Raises
    ------
    ReadError
        When it can't be opened or is not a table with a header of distinct names.
    """
    name = name_of(source)
    if isinstance(source, pd.DataFrame):
        header = [str(column) for column in source.columns]
        _check_names(header, name)
        return Table(name, header, "frame", _Frame(source), ExitStack())
    with ExitStack() as stack:
        stream = open_stream(source, stack)
        start, stream = first_bytes(stream, 4)
        if start == b"PAR1":
            file = _open_parquet(stream, name)
            header = list(file.schema_arrow.names)
            _check_names(header, name)
            return Table(name, header, "parquet", _Parquet(file, name), stack.pop_all())
        records = open_records(stream, name, encoding=encoding, delimiter=delimiter, known=known, table=table)
        return Table(
            name,
            records.header,
            "csv",
            _Delimited(records),
            stack.pop_all(),
            records.encoding,
            records.delimiter,
        )


def _check_names(header: list[str], file: str) -> None:
    for number, column in enumerate(header):
        if column in header[:number]:
            raise ReadError("two columns have this name; each needs its own", file=file, column=column)


def _open_parquet(stream: BinaryIO, name: str) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(stream if stream.seekable() else io.BytesIO(stream.read()))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise ReadError(f"damaged Parquet: {_first_line(error)}", file=name) from error
