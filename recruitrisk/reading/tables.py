"""Tables of approaches: whole, or a stream of batches with bounded memory."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import ExitStack
from typing import BinaryIO

from recruitrisk.errors import ReadError, UsageError
from recruitrisk.reading.aliases import TABLE_ALIASES, Columns, mark_ids, resolve_columns, squash
from recruitrisk.reading.batch import Batch, join_batches
from recruitrisk.reading.profiles import Profiles, open_profiles
from recruitrisk.reading.records import Reject
from recruitrisk.reading.rows import check_usable, made_ids
from recruitrisk.reading.sources import Piece, Source, Table, known_names, open_table
from recruitrisk.reading.threads import MessagesTable, frame_of_messages, read_messages
from recruitrisk.reading.values import is_missing, text_of

__all__ = ["iter_batches", "read_approaches"]


def iter_batches(
    path: str | os.PathLike[str] | BinaryIO,
    rows: int = 20_000,
    *,
    messages: Source | None = None,
    profiles: Source | Profiles | None = None,
    columns: Columns | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Iterator[Batch]:
    """Read a table of approaches batch by batch.

    Memory is bounded by one batch, plus the keys seen so far when there is an
    ``approach_id``, plus the messages and profiles tables, which are held as a whole.

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
    if rows < 1:
        raise UsageError(f"rows is {rows}; a batch has 1 row at least")
    marks = mark_ids()
    known = known_names(TABLE_ALIASES) | {squash(name) for name in marks}
    with ExitStack() as stack:
        table = stack.enter_context(open_table(path, encoding=encoding, delimiter=delimiter, known=known))
        names = {name.strip().casefold() for name in table.header}
        if {"conversation id", "from", "content"} <= names:
            raise ReadError("is of a LinkedIn export; use read_linkedin_export", file=table.file)
        found = resolve_columns(table.header, columns, marks=marks, file=table.file)
        check_usable(found, marks, table.header, messages is not None, table.file)
        threads = None if messages is None else read_messages(messages)
        people = open_profiles(profiles)
        return _batches(table, rows, found, threads, people, stack.pop_all())


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


def _batches(
    table: Table,
    rows: int,
    columns: dict[str, str],
    threads: MessagesTable | None,
    profiles: Profiles | None,
    stack: ExitStack,
) -> Iterator[Batch]:
    files = [table.file, *(part.file for part in (threads, profiles) if part is not None)]
    source: dict[str, object] = {
        "files": files, "format": table.format, "encoding": table.encoding, "delimiter": table.delimiter
    }  # fmt: skip
    seen: set[str] = set()
    with stack:
        waiting: Batch | None = None
        for piece in table.pieces(rows):
            if waiting is not None:
                yield waiting
            batch = _batch(table, piece, columns, seen)
            batch.source = source
            if threads is not None:
                _take_messages(batch, threads)
            if profiles is not None and "sender_profile_url" in columns:
                batch.joined = profiles.join(batch.frame[columns["sender_profile_url"]].tolist())
            waiting = batch
        if waiting is None:  # cannot be: a table has one piece at least
            return
        if threads is not None:
            _finish_messages(waiting, threads, seen)
        if profiles is not None:
            waiting.rejects += profiles.rejects
        yield waiting


def _batch(table: Table, piece: Piece, columns: dict[str, str], seen: set[str]) -> Batch:
    """One piece as a batch; the later of two rows with one key is rejected."""
    frame, rejects, key = piece.frame, list(piece.rejects), columns.get("approach_id")
    read = len(frame) + len(rejects)
    keys = None if key is None else frame[key].tolist()
    ids = made_ids(keys, piece.numbers)
    kept: list[int] = []
    for i, approach_id in enumerate(ids):
        if key is not None:
            if approach_id in seen:
                cells = (frame.iat[i, j] for j in range(frame.shape[1]))
                shown = "; ".join("" if is_missing(cell) else text_of(cell) for cell in cells)[:2000]
                reason = f'approach_id "{approach_id[:60]}" stands in an earlier row as well'
                rejects.append(Reject(table.file, piece.lines[i], key, reason, shown))
                continue
            seen.add(approach_id)
        kept.append(i)
    if len(kept) < len(ids):
        frame = frame.iloc[kept].reset_index(drop=True)
        rejects.sort(key=lambda reject: reject.line)
    return Batch(
        frame, columns, [ids[i] for i in kept], [piece.lines[i] for i in kept], rejects=rejects, read=read
    )


def _take_messages(batch: Batch, threads: MessagesTable) -> None:
    batch.messages = frame_of_messages(row for key in batch.ids for row in threads.threads.get(key, ()))
    batch.messages_read = len(batch.messages)
    for i, key in enumerate(batch.ids):
        if key in threads.notes:
            batch.reader_notes[i] = list(threads.notes[key])


def _finish_messages(batch: Batch, threads: MessagesTable, seen: Collection[str]) -> None:
    """Account in the last batch for the messages that belong to no approach."""
    lost = threads.unknown(seen)
    batch.rejects += sorted([*threads.rejects, *lost], key=lambda reject: reject.line)
    batch.messages_skipped = dict(threads.skipped)
    batch.messages_read += len(threads.rejects) + len(lost) + sum(threads.skipped.values())
