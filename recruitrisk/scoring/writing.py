"""Safe writing: files that appear under their names only when whole, and rows as bytes."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from recruitrisk.errors import RecruitRiskError, UsageError, WriteError
from recruitrisk.scoring.inert import inert, printable

__all__ = ["Plain", "Spool", "Told", "csv_bytes", "csv_line", "ipc_bytes", "safe_table"]

_JOURNAL = "journal.jsonl"
_PLAIN = pyarrow.csv.WriteOptions(include_header=False)


def csv_line(cells: Iterable[object]) -> bytes:
    r"""One record of a CSV, quoted where it needs to be.

    Examples
    --------
    >>> csv_line(["a", "b, c", 3])
    b'a,"b, c",3\n'
    """
    texts = (str(cell) for cell in cells)
    quoted = ('"' + t.replace('"', '""') + '"' if any(c in t for c in '",\r\n') else t for t in texts)
    return (",".join(quoted) + "\n").encode("utf-8", "surrogateescape")


def _text(column: pa.ChunkedArray) -> Any:
    """A column as CSV shows it: text with nothing for an empty cell, numbers as they are."""
    array = column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
    if isinstance(array, pa.ChunkedArray):
        array = pa.concat_arrays(array.chunks) if array.num_chunks else pa.array([], column.type)
    kind = array.type
    if pa.types.is_string(kind) and not array.offset and not array.null_count:
        filled = pc.not_equal(
            array, ""
        )  # an empty cell needs no quotation marks; its bits mark the others as present
        return pa.Array.from_buffers(kind, len(array), [filled.buffers()[1], *array.buffers()[1:]])
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return pc.if_else(pc.not_equal(array, ""), array, pa.scalar(None, kind))
    if pa.types.is_floating(kind) or pa.types.is_integer(kind):
        return array
    return pa.array([None if cell is None else str(cell) for cell in array.to_pylist()], pa.string())


def csv_bytes(table: pa.Table) -> bytes:
    r"""Rows of a table as CSV without a header: UTF-8, line feeds; text in quotation marks, numbers and empty cells bare.

    Examples
    --------
    >>> csv_bytes(pa.table({"a": ["x", ""], "b": [0.5, None]}))
    b'"x",0.5\n,\n'
    """
    if not table.num_rows:
        return b""
    out = io.BytesIO()
    arrays = [_text(column) for column in table.columns]
    pyarrow.csv.write_csv(
        pa.Table.from_arrays(arrays, names=[str(i) for i in range(len(arrays))]), out, _PLAIN
    )
    return out.getvalue()


def safe_table(table: pa.Table) -> pa.Table:
    """A table of which no cell of text begins a formula; what is text after writing counts as text.

    Examples
    --------
    >>> safe_table(pa.table({"a": ["=1+1", "x"]})).column("a").to_pylist()
    ["'=1+1", 'x']
    """
    columns = []
    for column in table.columns:
        kind = column.type
        if pa.types.is_floating(kind) or pa.types.is_integer(kind) or pa.types.is_boolean(kind):
            columns.append(column)
            continue
        cells = ("" if cell is None else str(cell) for cell in column.to_pylist())
        columns.append(pa.array([inert(cell) for cell in cells], pa.string()))
    return pa.Table.from_arrays(columns, names=table.column_names)


def ipc_bytes(table: pa.Table) -> bytes:
    """A table in Arrow's own stream format, for what becomes Parquet at the end."""
    out = io.BytesIO()
    with pa.ipc.new_stream(out, table.schema) as stream:
        stream.write_table(table)
    return out.getvalue()


class Spool:
    """Output that is being written: a folder ``<output>.parts`` beside it with what is finished, and a journal of it.

    ``output`` and ``rejects`` in it only grow; each line of the journal says how far they were good, and what was counted
    up to there. So a run that was killed can be taken up: both are cut back to the last line, and writing goes on.
    When everything is written, the files are moved to their names and the folder goes.

    Parameters
    ----------
    output : str
        Path of the output.
    fingerprint : mapping
        What the finished parts rest on: input, model, options.
    resume : bool
        Take up an earlier run of the same fingerprint, and leave what is finished when this one fails.

    Raises
    ------
    WriteError
    UsageError
        `resume`, but the finished parts rest on something else.
    """

    def __init__(self, output: str, fingerprint: Mapping[str, Any], resume: bool = False) -> None:
        self.output, self.folder, self._resume = output, Path(f"{output}.parts"), resume
        self.finished: list[dict[str, Any]] = []
        self._header = json.dumps(fingerprint, sort_keys=True)
        self._sizes = {"output": 0, "rejects": 0}
        self._streams: dict[str, BinaryIO] = {}

    def __enter__(self) -> Spool:
        with self._told():
            if Path(self.output).is_dir():
                raise WriteError(f"{self.output}: is a folder; name a file to write to")
            if self.folder.exists():
                self._take_up()
            if not self.folder.exists():
                self.folder.mkdir(mode=0o700)
                (self.folder / _JOURNAL).write_text(self._header + "\n", encoding="utf-8")
            for name, size in self._sizes.items():
                handle = os.open(
                    self.folder / name, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600
                )
                stream = os.fdopen(handle, "r+b")
                self._streams[name] = stream
                stream.truncate(size)
                stream.seek(size)
            self._streams[_JOURNAL] = open(self.folder / _JOURNAL, "ab")
        return self

    def _take_up(self) -> None:
        journal = self.folder / _JOURNAL
        if not journal.is_file():
            raise WriteError(f"{self.folder}: stands where finished parts are kept; move it away")
        lines = journal.read_bytes().split(b"\n")[
            :-1
        ]  # what stands behind the last line end was not finished
        if not self._resume or not lines:
            shutil.rmtree(self.folder)
            return
        if lines[0].decode() != self._header:
            raise UsageError(
                f"{self.folder}: finished parts of another input, model or options (base rate, columns, registers, "
                "lists, campaigns, report, release); run without --resume to begin anew"
            )
        sizes = {name: (self.folder / name).stat().st_size for name in self._sizes}
        for line in lines[1:]:
            part = json.loads(line)
            if any(part[name] > sizes[name] for name in sizes):
                break  # the journal came to the disk and the part did not
            self.finished.append(part)
            self._sizes = {name: part[name] for name in sizes}
        kept = b"".join(line + b"\n" for line in lines[: 1 + len(self.finished)])
        journal.write_bytes(kept)

    def write(self, name: str, data: bytes) -> None:
        """Write on: ``output`` or ``rejects``."""
        with self._told():
            self._streams[name].write(data)
            self._sizes[name] += len(data)

    def finish(self, part: Mapping[str, Any]) -> None:
        """Say that a part is finished, and what it held."""
        with self._told():
            for name in self._sizes:
                self._streams[name].flush()
            line = json.dumps({**part, **self._sizes}, ensure_ascii=False)
            self._streams[_JOURNAL].write(line.encode() + b"\n")
            self._streams[_JOURNAL].flush()

    def parts(self) -> Iterator[pa.Table]:
        """The finished parts again, where they are tables."""
        self._streams["output"].flush()
        with open(self.folder / "output", "rb") as stream:
            while stream.tell() < self._sizes["output"]:
                yield pa.ipc.open_stream(stream).read_all()

    def to_parquet(self) -> None:
        """Make one Parquet file of the finished parts, each a group of rows."""
        with self._told():
            writer: pq.ParquetWriter | None = None
            for table in self.parts():
                writer = writer or pq.ParquetWriter(self.folder / "parquet", table.schema)
                writer.write_table(table.cast(writer.schema))
            if writer is not None:
                writer.close()
            self._streams["output"].close()
            os.replace(self.folder / "parquet", self.folder / "output")
            self._streams["output"] = open(self.folder / "output", "r+b")  # noqa: SIM115 - closed by __exit__

    def publish(self, rejects: str | None, record: str, text: str) -> None:
        """Move everything to its name: all of it is on the disk before the first name appears.

        Parameters
        ----------
        rejects : str or None
            Name of the rejects; None when there are none.
        record, text : str
            Name and text of the record of the run.
        """
        with self._told():
            (self.folder / "record").write_bytes(text.encode("utf-8"))
            with open(self.folder / "record", "r+b") as stream:
                os.fsync(stream.fileno())
            for name in self._sizes:
                self._streams[name].flush()
                os.fsync(self._streams[name].fileno())
                self._streams[name].close()
            if os.name == "posix":
                for name in (*self._sizes, "record"):
                    os.chmod(self.folder / name, 0o600)
        for name, target in (("output", self.output), ("rejects", rejects), ("record", record)):
            if target is not None:
                with self._told(target):
                    os.replace(self.folder / name, target)
        self._resume = False

    def __exit__(self, *_: object) -> None:
        for stream in self._streams.values():
            with suppress(OSError):
                stream.close()
        if not self._resume:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _told(self, path: str | None = None) -> Told:
        return Told(path or self.output)


class Told:
    """Failures of the system as one error that names the file."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError) and not isinstance(error, RecruitRiskError):
            reason = error.strerror or str(error)
            raise WriteError(f"{self._path}: can't be written ({reason})") from None


class Plain:
    """Standard output, row by row: nothing is kept and nothing can be taken up."""

    finished: tuple[dict[str, Any], ...] = ()

    def __enter__(self) -> Plain:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def write(self, name: str, data: bytes) -> None:
        """Write on; rejects are counted alone."""
        if name != "output":
            return
        if sys.stdout.isatty():  # for eyes: nobody's control characters reach the screen
            data = printable(data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
        sys.stdout.buffer.write(data)

    def finish(self, _: Mapping[str, Any]) -> None:
        """Let what was written be seen."""
        sys.stdout.buffer.flush()
