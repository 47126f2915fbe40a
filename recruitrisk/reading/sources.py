"""Tables as they lie there: CSV, Parquet, a pipe or a data frame, read piece by piece."""

from __future__ import annotations

import io
import os
import queue
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, BinaryIO, Literal, Protocol, TypeAlias, cast

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from recruitrisk.errors import ReadError, UsageError
from recruitrisk.parameters import told
from recruitrisk.reading.aliases import squash
from recruitrisk.reading.decoding import first_bytes
from recruitrisk.reading.records import Records, Reject, open_records

__all__ = ["Piece", "Source", "Table", "known_names", "name_of", "open_stream", "open_table", "pieces_of"]

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
    def __init__(self, records: Records, number: int = 0, live: bool = False) -> None:
        self._records, self._number, self._live = records, number, live

    def pieces(self, count: int) -> Iterator[Piece]:
        rejects: list[Reject] = []
        lines: list[int] = []
        numbers: list[int] = []
        rows: list[list[str]] = []
        first = done = self._number
        source = _Arriving(self._records, rejects, count) if self._live else None

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

        for line, row in self._records.rows(rejects, count) if source is None else source:
            if row:
                lines.append(line)
                rows.append(row)
                numbers.append(done + len(rows) + len(rejects))
            if len(rows) + len(rejects) >= count or (source is not None and source.idle()):
                yield piece()
                done += len(rows) + len(rejects)
                clear()
        if rows or rejects or done == first:
            yield piece()


class _Arriving:
    """Rows of a pipe, read ahead in a thread, so that it can be told whether more of them are there."""

    def __init__(self, records: Records, rejects: list[Reject], ahead: int) -> None:
        self._queue: queue.Queue[tuple[int, list[str], list[Reject]] | BaseException | None] = queue.Queue(
            ahead
        )
        self._rejects = rejects
        self._left: list[Reject] = []
        threading.Thread(target=self._read, args=(records,), daemon=True).start()

    def _read(self, records: Records) -> None:
        try:
            for line, row in records.rows(self._left, self._queue.maxsize):
                # a list that is handed over is not touched again: rejects come before the row that follows them
                before, self._left[:] = list(self._left), []
                self._queue.put((line, row, before))
            self._queue.put(None)
        except BaseException as error:  # told where the rows are taken
            self._queue.put(error)

    def idle(self) -> bool:
        """Whether no further row has come yet."""
        return self._queue.empty()

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        while (item := self._queue.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            line, row, before = item
            self._rejects += before
            yield line, row
        self._rejects += self._left


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
    records : Records or None
        Of a CSV.
    count : int or None
        Rows, where that is known without reading them.
    """

    file: str
    header: list[str]
    format: str
    _reader: _Reader
    _stack: ExitStack
    encoding: str | None = None
    delimiter: str | None = None
    records: Records | None = None
    count: int | None = None

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
        if not callable(getattr(source, "read", None)) or isinstance(source, io.TextIOBase):
            raise UsageError(
                f"{told(source)} was given for a table; a path, a DataFrame or a binary stream is expected"
            )
        return source
    if os.fspath(source) == "-":
        return _standard_input()
    if os.path.isdir(source):
        raise ReadError("is a folder; a CSV or Parquet file is expected", file=os.fspath(source))
    try:
        return stack.enter_context(open(source, "rb"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"can't be opened: {reason}", file=os.fspath(source)) from error


def _standard_input() -> BinaryIO:
    """Standard input without a buffer of its own, whose lock a thread that waits for rows would hold at the end."""
    try:
        return cast(BinaryIO, io.FileIO(sys.stdin.fileno(), closefd=False))
    except (OSError, ValueError, AttributeError):  # a stream that stands in for it
        return sys.stdin.buffer


def open_table(
    source: Source,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    known: frozenset[str] = frozenset(),
    table: TableName = "approaches",
    live: bool = False,
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
    live : bool
        Give rows of a pipe as they come, instead of waiting until a piece is full.

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
            rows = int(file.metadata.num_rows)
            return Table(name, header, "parquet", _Parquet(file, name), stack.pop_all(), count=rows)
        records = open_records(stream, name, encoding=encoding, delimiter=delimiter, known=known, table=table)
        return Table(
            name,
            records.header,
            "csv",
            _Delimited(records, live=live),
            stack.pop_all(),
            records.encoding,
            records.delimiter,
            records,
        )


def pieces_of(records: Records, number: int, count: int) -> Iterator[Piece]:
    """Pieces of records that begin behind `number` rows of the file."""
    return _Delimited(records, number).pieces(count)


def _check_names(header: list[str], file: str) -> None:
    for number, column in enumerate(header):
        if column in header[:number]:
            raise ReadError("two columns have this name; each needs its own", file=file, column=column)


def _open_parquet(stream: BinaryIO, name: str) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(stream if stream.seekable() else io.BytesIO(stream.read()))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise ReadError(f"damaged Parquet: {_first_line(error)}", file=name) from error
