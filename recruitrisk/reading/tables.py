"""Tables of approaches: whole, or a stream of batches with bounded memory."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from typing import BinaryIO, cast

import numpy as np
import pandas as pd
import pyarrow as pa

from recruitrisk.errors import ReadError, UsageError
from recruitrisk.reading.aliases import TABLE_ALIASES, Columns, mark_ids, resolve_columns, squash
from recruitrisk.reading.batch import Batch, join_batches
from recruitrisk.reading.blocks import BLOCK_BYTES, Block, Cut, Framing, cut, texts_of
from recruitrisk.reading.keys import Keys
from recruitrisk.reading.profiles import Profiles, open_profiles
from recruitrisk.reading.records import Records, Reject
from recruitrisk.reading.rows import check_usable, made_ids
from recruitrisk.reading.sources import Piece, Source, Table, known_names, open_table, pieces_of
from recruitrisk.reading.threads import MessagesTable, frame_of_messages, read_messages
from recruitrisk.reading.values import is_missing, text_of

__all__ = ["iter_batches", "iter_blocks", "read_approaches"]


def iter_batches(
    path: str | os.PathLike[str] | BinaryIO,
    rows: int = 20_000,
    *,
    messages: Source | None = None,
    profiles: Source | Profiles | None = None,
    columns: Columns | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    live: bool = False,
) -> Iterator[Batch]:
    """Read a table of approaches batch by batch.

    Memory is bounded by one batch, plus the keys seen so far when there is an
    ``approach_id``, plus the table of profiles, which is held as a whole. A messages table is copied into a
    database of its own, without a name, in the folder of temporary files.

    Parameters
    ----------
    path : path, ``-`` for standard input, or binary stream
        CSV (comma, semicolon, tab, bar; UTF-8, UTF-16, cp1252) or Parquet; which one shows
        in its content.
    rows : int
        Rows a batch, those rejected included.
    messages : path, binary stream or DataFrame, optional
        Messages table. A row of it whose approach is unknown is a reject of the last batch.
    profiles : path, binary stream, DataFrame or Profiles, optional
        Table of profiles, joined on ``sender_profile_url``; fills what a row leaves empty.
    columns : mapping, list or path, optional
        The user's names; see `resolve_columns`.
    encoding, delimiter : str, optional
        Stand instead of what would be found.
    live : bool
        For a pipe that is written to slowly: give a batch as soon as no more rows are there, and what could
        not be joined in a batch of its own at the end.

    Yields
    ------
    Batch
        One at least; `join_batches` makes them one again.

    Raises
    ------
    ReadError
        When the file can't be read, two columns have one name, or nothing in it is usable.
        Raised by the call itself, as far as the header tells.
    UsageError
        When an argument is outside of what is allowed.
    """
    opened = _open(path, rows, messages, profiles, columns, encoding, delimiter, live)
    return _batches(opened, _pieces(opened, rows), live=live)


def iter_blocks(
    path: str | os.PathLike[str] | BinaryIO,
    rows: int = 5_000,
    *,
    size: int = BLOCK_BYTES,
    whole: bool = True,
    messages: Source | None = None,
    profiles: Source | Profiles | None = None,
    columns: Columns | None = None,
) -> Iterator[Batch]:
    """Read a table of approaches as `iter_batches` does, by ranges of bytes where it is a CSV file that allows it.

    The rows, ids, rejects and notes are the same; how many rows a batch has is not.

    Parameters
    ----------
    path, messages, profiles, columns
        See `iter_batches`.
    rows : int
        Rows a batch where there are no ranges of bytes.
    size : int
        Bytes a range, about.
    whole : bool
        Parse ranges as a whole; otherwise only keys, and all of it where it is asked for (in a worker).

    Yields
    ------
    Batch or Block

    Raises
    ------
    ReadError, UsageError
        As `iter_batches`.
    """
    opened = _open(path, rows, messages, profiles, columns)
    records = opened.table.records
    quick = (
        records is not None
        and records.encoding == "utf-8"
        and records.delimiter.isascii()
        and isinstance(path, str | os.PathLike)
        and os.path.isfile(path)
    )
    parts = _blocks(opened, os.fspath(path), rows, size, whole) if quick else _pieces(opened, rows)  # type: ignore[arg-type]
    return _batches(opened, parts)


def read_approaches(
    path: str | os.PathLike[str] | BinaryIO,
    *,
    messages: Source | None = None,
    profiles: Source | Profiles | None = None,
    columns: Columns | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Batch:
    """Read a table of approaches as a whole: the batches of `iter_batches`, joined.

    Parameters and errors are those of `iter_batches`.

    Returns
    -------
    Batch
    """
    return join_batches(
        iter_batches(
            path,
            messages=messages,
            profiles=profiles,
            columns=columns,
            encoding=encoding,
            delimiter=delimiter,
        )
    )


@dataclass
class _Opened:
    """A table with what is joined to it, and the keys that were seen."""

    table: Table
    columns: dict[str, str]
    threads: MessagesTable | None
    profiles: Profiles | None
    stack: ExitStack
    seen: Keys = field(default_factory=Keys)

    @property
    def address(self) -> str | None:
        """Name of the column that profiles are joined by."""
        return None if self.profiles is None else self.columns.get("sender_profile_url")


def _open(
    path: str | os.PathLike[str] | BinaryIO,
    rows: int,
    messages: Source | None,
    profiles: Source | Profiles | None,
    columns: Columns | None,
    encoding: str | None = None,
    delimiter: str | None = None,
    live: bool = False,
) -> _Opened:
    if rows < 1:
        raise UsageError(f"rows is {rows}; a batch has 1 row at least")
    marks = mark_ids()
    known = known_names(TABLE_ALIASES) | {squash(name) for name in marks}
    with ExitStack() as stack:
        table = stack.enter_context(
            open_table(path, encoding=encoding, delimiter=delimiter, known=known, live=live)
        )
        names = {name.strip().casefold() for name in table.header}
        if {"conversation id", "from", "content"} <= names:
            raise ReadError("is of a LinkedIn export; use read_linkedin_export", file=table.file)
        found = resolve_columns(table.header, columns, marks=marks, file=table.file)
        check_usable(found, marks, table.header, messages is not None, table.file)
        threads = None if messages is None else stack.enter_context(closing(read_messages(messages)))
        return _Opened(table, found, threads, open_profiles(profiles), stack.pop_all())


def _batches(opened: _Opened, parts: Iterator[Batch], live: bool = False) -> Iterator[Batch]:
    """What is joined to the parts; the last one accounts for what could not be joined."""
    table, threads, profiles = opened.table, opened.threads, opened.profiles
    files = [table.file, *(part.file for part in (threads, profiles) if part is not None)]
    source: dict[str, object] = {
        "files": files, "format": table.format, "encoding": table.encoding, "delimiter": table.delimiter
    }  # fmt: skip
    hold = not live and (threads is not None or profiles is not None)
    with opened.stack:
        batch: Batch | None = None
        waiting: Batch | None = None
        for batch in parts:
            batch.source = source
            if threads is not None:
                _take_messages(batch, threads)
            if profiles is not None and opened.address is not None:
                batch.joined = profiles.join(batch.listed(opened.address))
            if waiting is not None:
                yield waiting
            if hold:
                waiting = batch
            else:
                yield batch
        if threads is None and profiles is None:
            return
        if waiting is None:  # they were given already, as they came
            nothing = [] if batch is None else batch.frame.columns
            waiting = Batch(pd.DataFrame(columns=nothing, dtype=object), opened.columns, [], source=source)
        if threads is not None:
            _finish_messages(waiting, threads, opened.seen)
        if profiles is not None:
            waiting.rejects += profiles.rejects
        yield waiting


def _pieces(opened: _Opened, rows: int) -> Iterator[Batch]:
    done = 0
    for piece in opened.table.pieces(rows):
        batch = _batch(opened.table.file, piece, opened.columns, opened.seen)
        done += batch.read
        batch.share = done / opened.table.count if opened.table.count else None
        yield batch


def _blocks(opened: _Opened, path: str, rows: int, size: int, whole: bool) -> Iterator[Batch]:
    """Blocks; where one can't be had the exact reader's batches of the same bytes, or of the rest of the file."""
    records = cast(Records, opened.table.records)
    number, total = 0, max(os.path.getsize(path), 1)
    for piece in cut(path, records, size):
        block = _block(opened, piece, number, whole) if piece.quick else None
        if block is not None:
            number += block.read
            block.share = (piece.where.start + piece.where.size) / total
            yield block
            continue
        with ExitStack() as stack:
            if piece.framing is None:
                stream: BinaryIO = stack.enter_context(open(path, "rb"))
                stream.seek(piece.where.start)
            else:
                stream = io.BytesIO(piece.data)
            for part in pieces_of(records.resumed(stream, piece.line), number, rows):
                batch = _batch(opened.table.file, part, opened.columns, opened.seen)
                number += batch.read
                end = stream.tell() if piece.framing is None else piece.where.start + piece.where.size
                batch.share = end / total
                yield batch
    if not number:  # a header alone: its columns are there all the same
        yield from _pieces(opened, rows)


def _block(opened: _Opened, piece: Cut, number: int, whole: bool) -> Block | None:
    framing, columns = cast(Framing, piece.framing), opened.columns
    key, count = columns.get("approach_id"), len(framing.starts)
    needed = [name for name in (key, opened.address) if name is not None] or [piece.where.header[0]]
    parsed = piece.where.parse(piece.data, () if whole else tuple(dict.fromkeys(needed))) if count else None
    if parsed is None or parsed.num_rows != count:
        return None
    ids = made_ids(
        None if key is None else texts_of(parsed.column(key)), range(number + 1, number + 1 + count)
    )
    lines = (np.searchsorted(framing.line_ends, framing.starts) + piece.line + 1).tolist()
    repeated = [] if key is None else opened.seen.add(ids)
    kept: list[int] | None = None
    rejects: list[Reject] = []
    if key is not None and any(repeated):
        kept = [i for i in range(count) if not repeated[i]]
        rows = parsed if whole else cast(pa.Table, piece.where.parse(piece.data))
        for i in (i for i in range(count) if repeated[i]):
            cells = rows.slice(i, 1).to_pylist()[0].values()
            rejects.append(_repeated(opened.table.file, lines[i], key, ids[i], cells))
        ids, lines = [ids[i] for i in kept], [lines[i] for i in kept]
    return Block(
        piece.where, kept, parsed, columns=columns, ids=ids, lines=lines, rejects=rejects, read=count
    )


def _repeated(file: str, line: int, key: str, approach_id: str, cells: Iterable[object]) -> Reject:
    shown = "; ".join("" if is_missing(cell) else text_of(cell) for cell in cells)[:2000]
    reason = f'approach_id "{approach_id[:60]}" stands in an earlier row as well'
    return Reject(file, line, key, reason, shown)


def _batch(file: str, piece: Piece, columns: dict[str, str], seen: Keys) -> Batch:
    """One piece as a batch; the later of two rows with one key is rejected."""
    frame, rejects, key = piece.frame, list(piece.rejects), columns.get("approach_id")
    read = len(frame) + len(rejects)
    keys = None if key is None else frame[key].tolist()
    ids = made_ids(keys, piece.numbers)
    kept: list[int] = []
    repeated = [False] * len(ids) if key is None else seen.add(ids)
    for i, approach_id in enumerate(ids):
        if key is not None and repeated[i]:
            cells = (frame.iat[i, j] for j in range(frame.shape[1]))
            rejects.append(_repeated(file, piece.lines[i], key, approach_id, cells))
        else:
            kept.append(i)
    if len(kept) < len(ids):
        frame = frame.iloc[kept].reset_index(drop=True)
        rejects.sort(key=lambda reject: reject.line)
    return Batch(
        frame, columns, [ids[i] for i in kept], [piece.lines[i] for i in kept], rejects=rejects, read=read
    )


def _take_messages(batch: Batch, threads: MessagesTable) -> None:
    batch.messages = frame_of_messages(row for key in batch.ids for row in threads.rows(key))
    batch.messages_read = len(batch.messages)
    for i, key in enumerate(batch.ids):
        if notes := threads.notes(key):
            batch.reader_notes[i] = notes


def _finish_messages(batch: Batch, threads: MessagesTable, seen: Keys) -> None:
    """Account in the last batch for the messages that belong to no approach."""
    lost = threads.unknown(seen)
    batch.rejects += sorted([*threads.rejects, *lost], key=lambda reject: reject.line)
    batch.messages_skipped = dict(threads.skipped)
    batch.messages_read += len(threads.rejects) + len(lost) + sum(threads.skipped.values())
