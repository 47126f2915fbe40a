"""A batch: what was read of some rows, what was not, and the approaches that they make."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import pyarrow as pa

from recruitrisk.approach import Approach
from recruitrisk.errors import UsageError
from recruitrisk.reading.aliases import mark_ids
from recruitrisk.reading.records import Reject
from recruitrisk.reading.rows import build_approaches
from recruitrisk.reading.threads import group_messages
from recruitrisk.reading.values import is_missing

__all__ = ["Batch", "Counts", "join_batches"]


_Built = tuple[list[Approach], dict[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of every row: ``read == used + skipped + rejected``.

    Attributes
    ----------
    read, used, skipped, rejected : int
    """

    read: int
    used: int
    skipped: int
    rejected: int


@dataclass(repr=False)
class Batch:
    """Some rows of a table of approaches, or a LinkedIn export.

    Attributes
    ----------
    frame : DataFrame
        The rows that could be read, with all columns of the input, in its order and under
        its names. Values of a CSV are the exact strings (empty for empty, dtype object);
        those of a Parquet file have Arrow types.
    columns : dict of str to str
        Our name -> name in `frame`, for known columns and marks.
    ids : list of str
        Approach id of each row; ``row-N`` (N the number of the row in the file, those
        rejected included) where the input has none.
    lines : list of int
        Where each row of `frame` starts in the file; in Parquet the number of the row.
        Empty for an export.
    messages : DataFrame or None
        ``approach_id, sent_at, direction, text``: the messages table, of these rows only.
    rejects : list of Reject
        What could not be read, of all tables.
    read : int
        Rows of the table of approaches read, those rejected included; for an export the
        conversations found.
    skipped : dict of str to int
        Reason -> conversations that are no approach (``outbound only``, ``empty``, ``draft``).
    messages_read : int
        Rows of messages read, those skipped and rejected included.
    messages_skipped : dict of str to int
        Reason -> messages that were not used.
    joined : DataFrame or None
        Values from a table of profiles, under our names, row by row with `frame`; a value
        of the row itself comes first.
    source : dict
        ``files``, ``format`` (``csv``, ``parquet``, ``linkedin export``), ``encoding``,
        ``delimiter``; for an export ``layout`` as well.
    owner : str or None
        Name of the owner of an export.
    reader_notes : dict of int to list of str
        Notes that arose in reading; `notes` holds all.
    share : float or None
        How much of the input was read by the end of this batch, 0 to 1, where that is known.
    """

    frame: pd.DataFrame
    columns: dict[str, str]
    ids: list[str]
    lines: list[int] = field(default_factory=list)
    messages: pd.DataFrame | None = None
    rejects: list[Reject] = field(default_factory=list)
    read: int = 0
    skipped: dict[str, int] = field(default_factory=dict)
    messages_read: int = 0
    messages_skipped: dict[str, int] = field(default_factory=dict)
    joined: pd.DataFrame | None = None
    source: dict[str, object] = field(default_factory=dict)
    owner: str | None = None
    reader_notes: dict[int, list[str]] = field(default_factory=dict)
    share: float | None = field(default=None, compare=False)
    _built: _Built | None = field(default=None, repr=False, compare=False)

    def __repr__(self) -> str:
        """How many approaches and messages there are, of which files, and how many rows could not be read."""
        files = self.source.get("files")
        named = ", ".join(map(str, files)) if isinstance(files, list | tuple) else "memory"
        threads = "" if self.messages is None else f", {len(self.messages):,} messages"
        return f"<Batch: {len(self):,} approaches{threads}, {len(self.rejects):,} rejects; from {named}>"

    def __len__(self) -> int:
        """Give the number of approaches."""
        return len(self.ids)

    def approaches(self) -> list[Approach]:
        """Give the approaches, one for each row of `frame` and in its order; made once."""
        return self._build()[0]

    @property
    def notes(self) -> dict[int, list[str]]:
        """Position of the row -> values that were taken as unknown, and why."""
        return self._build()[1]

    @property
    def counts(self) -> Counts:
        """What became of the rows of approaches."""
        rejected = sum(reject.table == "approaches" for reject in self.rejects)
        return Counts(self.read, len(self.ids), sum(self.skipped.values()), rejected)

    @property
    def message_counts(self) -> Counts:
        """What became of the rows of messages."""
        rejected = sum(reject.table == "messages" for reject in self.rejects)
        used = 0 if self.messages is None else len(self.messages)
        return Counts(self.messages_read, used, sum(self.messages_skipped.values()), rejected)

    def table(self) -> pa.Table:
        """Give the rows of `frame` as an Arrow table; text columns are strings, others keep their types."""
        names = [str(name) for name in self.frame.columns]
        arrays = [_array(self.frame.iloc[:, i]) for i in range(len(names))]
        return pa.Table.from_arrays(arrays, names=names)

    def names(self) -> list[str]:
        """Give the names of all columns, in their order."""
        return [str(name) for name in self.frame.columns]

    def bare(self) -> Batch:
        """Give what a worker needs to score the rows: without rejects, lines, and what was built."""
        less = copy.copy(self)
        less.rejects, less.lines, less._built = [], [], None
        return less

    def listed(self, name: str) -> list[object]:
        """Give the cells of one column, by its name in `frame`."""
        return _listed(self.frame.iloc[:, list(self.frame.columns).index(name)])

    def _build(self) -> _Built:
        if self._built is None:
            cells = {our: self.listed(theirs) for our, theirs in self.columns.items()}
            for our in () if self.joined is None else self.joined.columns:
                other = self.joined[our].tolist() if self.joined is not None else []
                own = cells.get(our, [None] * len(other))
                cells[our] = [b if is_missing(a) else a for a, b in zip(own, other, strict=True)]
            threads = {} if self.messages is None else group_messages(self.messages)[0]
            marks = frozenset(mark_ids())
            approaches, notes = build_approaches(len(self.ids), cells, self.ids, marks, threads)
            for i, texts in self.reader_notes.items():
                notes[i] = [*texts, *notes.get(i, [])]
            self._built = approaches, notes
        return self._built


def _array(column: pd.Series) -> Any:
    """A column as Arrow; one of objects is text unless it holds something else."""
    if column.dtype == object:
        try:
            return pa.array(column.tolist(), pa.string())
        except (pa.ArrowTypeError, pa.ArrowInvalid):
            pass
    array = pa.Array.from_pandas(column)
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def _listed(column: pd.Series) -> list[object]:
    """Cells of a column; text in Arrow's memory comes out at once, not cell by cell."""
    if isinstance(column.dtype, pd.ArrowDtype) and (
        pa.types.is_string(column.dtype.pyarrow_dtype) or pa.types.is_large_string(column.dtype.pyarrow_dtype)
    ):
        listed: list[object] = pa.array(column.array).to_numpy(zero_copy_only=False).tolist()
        return listed
    cells: list[object] = column.tolist()
    return cells


def _add(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for part in counts:
        for reason, number in part.items():
            total[reason] = total.get(reason, 0) + number
    return total


def _concat(frames: list[pd.DataFrame]) -> pd.DataFrame:
    full = [frame for frame in frames if len(frame)] or frames[:1]
    return full[0] if len(full) == 1 else pd.concat(full, ignore_index=True)


def join_batches(batches: Iterable[Batch]) -> Batch:
    """Join batches of one source into one.

    Parameters
    ----------
    batches : iterable of Batch
        One at least, in order.

    Raises
    ------
    UsageError
        When there is none.
    """
    parts = list(batches)
    if not parts:
        raise UsageError("join_batches needs one batch at least")
    first, notes, place = parts[0], {}, 0
    for part in parts:
        notes.update({place + i: texts for i, texts in part.reader_notes.items()})
        place += len(part.frame)
    threads = [part.messages for part in parts if part.messages is not None]
    profiles = [part.joined for part in parts if part.joined is not None]
    return Batch(
        frame=_concat([part.frame for part in parts]),
        columns=first.columns,
        ids=[key for part in parts for key in part.ids],
        lines=[line for part in parts for line in part.lines],
        messages=_concat(threads) if threads else None,
        rejects=[reject for part in parts for reject in part.rejects],
        read=sum(part.read for part in parts),
        skipped=_add(part.skipped for part in parts),
        messages_read=sum(part.messages_read for part in parts),
        messages_skipped=_add(part.messages_skipped for part in parts),
        joined=_concat(profiles) if profiles else None,
        source=first.source,
        owner=first.owner,
        reader_notes=notes,
    )
