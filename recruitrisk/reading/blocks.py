"""Blocks: a CSV file in ranges of bytes that begin and end between records, each of which can be parsed by itself.

A range is taken only where every quotation mark in it opens, closes or is doubled as RFC 4180 has it; there, and only
there, the quick parser (pyarrow's) and the exact one (`records`) see the same records. A range with a row that can't be
read goes through the exact reader; from the first stray quotation mark on, the rest of the file does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv
from numpy.typing import NDArray

from recruitrisk.approach import LONGEST
from recruitrisk.errors import ReadError
from recruitrisk.reading.batch import Batch
from recruitrisk.reading.records import Records

__all__ = ["BLOCK_BYTES", "Block", "Cut", "Framing", "Range", "cut", "frame_records", "texts_of"]

BLOCK_BYTES = 4 * 2**20

_WIDEST = 131_072
"""Bytes of a record that is left to the exact reader: the C reader's limit of a field."""

_MARK = b"\xef\xbb\xbf"
_QUOTE, _LF, _CR = 34, 10, 13


@dataclass(frozen=True, slots=True)
class Framing:
    """Records in the first bytes of some text.

    Attributes
    ----------
    size : int
        Bytes up to the end of the last record.
    starts, ends : ndarray of int
        Where each record begins, and where its line end is; blank lines are left out.
    line_ends : ndarray of int
        Where each line ends, those within quotation marks included.
    """

    size: int
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    line_ends: NDArray[np.int64]

    def lines(self, at: int) -> int:
        """Line ends before record `at`."""
        return int(np.searchsorted(self.line_ends, self.starts[at]))


def frame_records(data: bytes, delimiter: bytes, last: bool) -> Framing | None:
    r"""Find the records of a text that begins between two records.

    Parameters
    ----------
    data : bytes
    delimiter : bytes
        One byte.
    last : bool
        Whether the file ends here, so that the last record needs no line end.

    Returns
    -------
    Framing or None
        None where a quotation mark or a carriage return stands alone. ``size`` is 0 when no record ends in `data`.

    Examples
    --------
    >>> found = frame_records(b'a,"x\n""y"\nb,2\nc', b",", last=False)
    >>> found.size, found.starts.tolist(), found.lines(1)
    (14, [0, 10], 2)
    >>> frame_records(b'5" screws,1\n', b",", last=True) is None
    True
    """
    text = np.frombuffer(data, dtype=np.uint8)
    quotes, feeds = np.flatnonzero(text == _QUOTE), np.flatnonzero(text == _LF)
    ends = feeds[np.searchsorted(quotes, feeds) % 2 == 0] if len(quotes) else feeds
    size = len(data) if last else int(ends[-1]) + 1 if len(ends) else 0
    quotes, feeds = quotes[quotes < size], feeds[feeds < size]
    if last and len(quotes) % 2:
        return None
    if len(quotes) and not _are_paired(text, quotes, delimiter[0], size):
        return None
    returns = np.flatnonzero(text[:size] == _CR)
    alone = returns[(returns + 1 == len(text)) | (text[np.minimum(returns + 1, len(text) - 1)] != _LF)]
    if len(alone) and (np.searchsorted(quotes, alone) % 2 == 0).any():
        return None
    if size and (not len(ends) or ends[-1] + 1 < size):
        ends = np.append(ends, size)
    starts = np.concatenate([[0], ends[:-1] + 1]).astype(np.int64) if len(ends) else ends
    filled = (ends - starts > 1) | ((ends > starts) & (text[np.minimum(starts, len(text) - 1)] != _CR))
    line_ends = np.sort(np.concatenate([feeds, alone])) if len(alone) else feeds
    return Framing(size, starts[filled], ends[filled], line_ends)


def _are_paired(text: NDArray[np.uint8], quotes: NDArray[np.int64], delimiter: int, size: int) -> bool:
    """Whether each mark opens behind a delimiter or line end, closes before one, or stands beside another."""
    opening, closing = quotes[::2], quotes[1::2]
    edge = np.zeros(256, dtype=bool)
    edge[[delimiter, _LF, _QUOTE]] = True
    if not edge[text[opening[opening > 0] - 1]].all():
        return False
    edge[_CR] = True
    return bool(edge[text[closing[closing < size - 1] + 1]].all())


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of a file, between two records.

    Attributes
    ----------
    where : Range
    data : bytes
    framing : Framing or None
        None from where on the quoting is not that of RFC 4180; the piece is then the rest of the file, without its bytes.
    line : int
        Lines of the file before it.
    """

    where: Range
    data: bytes
    framing: Framing | None
    line: int

    @property
    def quick(self) -> bool:
        """Whether both parsers see the same records in it, as far as can be told without parsing."""
        found = self.framing
        if found is None or b"\0" in self.data or self.data.startswith(_MARK):
            return False
        return not len(found.starts) or int((found.ends - found.starts).max()) < _WIDEST


def cut(path: str, records: Records, size: int) -> Iterator[Cut]:
    """Cut what is behind the header of a CSV file in UTF-8 into pieces of about `size` bytes."""
    delimiter = records.delimiter.encode()
    header = tuple(records.header)
    line, rest = records.line, b""
    with open(path, "rb") as stream:
        start = records.offset + (len(_MARK) if stream.read(len(_MARK)) == _MARK else 0)
        stream.seek(start)
        while True:
            chunk = stream.read(
                max(size, len(rest))
            )  # a record that is longer than a range: twice as much each time
            data = rest + chunk
            if not data:
                return
            found = frame_records(data, delimiter, last=not chunk)
            longest = (
                len(data)
                if found is None or not found.size
                else int((found.ends - found.starts).max(initial=0))
            )
            if found is None or longest >= LONGEST:
                yield Cut(Range(path, start, -1, header, records.delimiter), b"", None, line)
                return
            rest = data[found.size :]
            if found.size:
                where = Range(path, start, found.size, header, records.delimiter)
                yield Cut(where, data[: found.size], found, line)
                start, line = start + found.size, line + len(found.line_ends)


@dataclass(frozen=True)
class Range:
    """A range of bytes of a CSV file in UTF-8, with what it takes to parse it by itself; small to send to a worker.

    Attributes
    ----------
    path : str
    start, size : int
        In bytes.
    header : tuple of str
    delimiter : str
    """

    path: str
    start: int
    size: int
    header: tuple[str, ...]
    delimiter: str

    def read(self) -> bytes:
        """Give the bytes."""
        with open(self.path, "rb") as stream:
            stream.seek(self.start)
            return stream.read(self.size)

    def parse(self, data: bytes, only: tuple[str, ...] = ()) -> pa.Table | None:
        """Parse bytes into text columns; None where a row has too few or too many values, or is not UTF-8."""
        names = [str(i) for i in range(len(self.header))]
        convert: dict[str, Any] = (
            {"include_columns": [str(self.header.index(n)) for n in only]} if only else {}
        )
        try:
            table = pyarrow.csv.read_csv(
                pa.BufferReader(data),
                pyarrow.csv.ReadOptions(use_threads=False, block_size=len(data) + 1, column_names=names),
                pyarrow.csv.ParseOptions(delimiter=self.delimiter, newlines_in_values=True),
                pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), **convert),
            )
        except pa.ArrowInvalid:
            return None
        return table.rename_columns(list(only or self.header)).combine_chunks()


class Block(Batch):
    """A batch that lies in a file as a range of bytes: parsed where it is needed, sent to workers as a range.

    Its `frame` is made when it is asked for.
    """

    def __init__(self, where: Range, kept: list[int] | None, parsed: pa.Table, **fields: Any) -> None:
        super().__init__(pd.DataFrame(), **fields)
        del self.frame
        self.where, self.kept = where, None if kept is None else pa.array(kept, pa.int64())
        self._parsed: pa.Table | None = parsed if self.kept is None else parsed.take(self.kept)

    def names(self) -> list[str]:
        """Names of all columns, in their order."""
        return list(self.where.header)

    def listed(self, name: str) -> list[object]:
        """Cells of one column, by its name in the file."""
        some = (
            self._parsed if self._parsed is not None and name in self._parsed.column_names else self.table()
        )
        return texts_of(some.column(name))

    def table(self) -> pa.Table:
        """Give the rows as an Arrow table of text columns."""
        if self._parsed is None or self._parsed.num_columns < len(self.where.header):
            whole = self.where.parse(self.where.read())
            if whole is not None and self.kept is not None:
                whole = whole.take(self.kept)
            if whole is None or whole.num_rows != len(self.ids):
                raise ReadError("was changed while it was read", file=self.where.path)
            self._parsed = whole
        return self._parsed

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The rows as a frame of exact strings."""
        columns = [texts_of(column) for column in self.table().columns]
        frame = pd.DataFrame(
            {i: pd.Series(cells, dtype=object) for i, cells in enumerate(columns)}, dtype=object
        )
        frame.columns = pd.Index(list(self.where.header), dtype=object)
        return frame

    def __getstate__(self) -> dict[str, Any]:
        """Everything but what can be made again."""
        kept = {name: value for name, value in self.__dict__.items() if name != "frame"}
        return {**kept, "_parsed": None, "_built": None}


def texts_of(column: pa.ChunkedArray) -> list[object]:
    """Cells of a text column."""
    chunks = column.chunks
    if len(chunks) != 1:
        return list(column.to_pylist())
    cells: list[object] = chunks[0].to_numpy(zero_copy_only=False).tolist()
    return cells
