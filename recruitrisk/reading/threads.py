"""The messages table: rows of it, and the threads that they make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pandas as pd

from recruitrisk.approach import MESSAGE_COLUMNS, Message
from recruitrisk.errors import ReadError
from recruitrisk.reading.aliases import MESSAGE_ALIASES, resolve_columns
from recruitrisk.reading.keys import Keys
from recruitrisk.reading.records import Reject
from recruitrisk.reading.sources import Source, Table, known_names, open_table
from recruitrisk.reading.values import is_missing, parse_value, text_of

__all__ = [
    "MessagesTable",
    "empty_messages",
    "frame_of_messages",
    "group_messages",
    "parse_direction",
    "read_messages",
]

_DIRECTIONS = {
    "": "inbound",
    **dict.fromkeys(("inbound", "in", "incoming", "received", "receive", "inbox", "from", "them"), "inbound"),
    **dict.fromkeys(("outbound", "out", "outgoing", "sent", "send", "to", "me"), "outbound"),
}

Row = tuple[str, datetime | None, str, str]


def parse_direction(value: object) -> str | None:
    """Give ``inbound`` or ``outbound``; missing is inbound, anything else None."""
    return "inbound" if is_missing(value) else _DIRECTIONS.get(text_of(value).strip().casefold())


def frame_of_messages(rows: Iterable[Row]) -> pd.DataFrame:
    """Make the frame that `Batch.messages` holds; `sent_at` is datetime64 in UTC."""
    listed = list(rows)
    columns: list[Sequence[object]] = list(zip(*listed, strict=True)) if listed else [[], [], [], []]
    pairs = zip(MESSAGE_COLUMNS, columns, strict=True)
    frame = pd.DataFrame({name: pd.Series(list(values), dtype=object) for name, values in pairs})
    frame["sent_at"] = pd.Series(pd.array(list(columns[1]), dtype="datetime64[us, UTC]"))
    return frame


def empty_messages() -> pd.DataFrame:
    """Make a frame of no messages."""
    return frame_of_messages(())


def _in_order(rows: Sequence[Row]) -> tuple[Message, ...]:
    if len(rows) > 1 and all(row[1] for row in rows):
        rows = sorted(rows, key=lambda row: row[1] or datetime.min)
    return tuple(Message(text, direction == "inbound", sent_at) for _, sent_at, direction, text in rows)


@dataclass
class MessagesTable:
    """A messages table, grouped by approach.

    Attributes
    ----------
    threads : dict of str to list of tuple
        Approach id -> its rows (id, time, direction, text) in the table's order.
    places : dict of str to list of Reject
        Approach id -> for every row the reject it becomes if no approach has this id.
    notes : dict of str to list of str
        Approach id -> values that were taken as unknown.
    rejects : list of Reject
    read : int
        Rows read, those rejected and skipped included.
    skipped : dict of str to int
    file : str
    """

    file: str
    threads: dict[str, list[Row]] = field(default_factory=dict)
    places: dict[str, list[Reject]] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)
    read: int = 0
    skipped: dict[str, int] = field(default_factory=dict)

    def unknown(self, seen: Keys) -> list[Reject]:
        """Rejects for the messages whose approach was not among those seen."""
        missing = seen.missing(self.places)
        return [reject for key, rejects in self.places.items() if key in missing for reject in rejects]


def read_messages(
    source: Source, *, encoding: str | None = None, delimiter: str | None = None
) -> MessagesTable:
    """Read a messages table as a whole.

    Parameters
    ----------
    source : path, binary stream or DataFrame
        CSV or Parquet with ``approach_id``, ``text`` and, if known, ``sent_at`` and
        ``direction`` (inbound when absent).

    Returns
    -------
    MessagesTable

    Raises
    ------
    ReadError
        When the file can't be read or has no ``approach_id`` or no ``text``.
    """
    with open_table(
        source, encoding=encoding, delimiter=delimiter, known=known_names(MESSAGE_ALIASES), table="messages"
    ) as table:
        return _gather(table)


def _gather(table: Table) -> MessagesTable:
    columns = resolve_columns(table.header, aliases=MESSAGE_ALIASES, file=table.file)
    for needed in ("approach_id", "text"):
        if needed not in columns:
            raise ReadError(
                f"a messages table needs a column {needed}; it has: {', '.join(map(repr, table.header))}",
                file=table.file,
                line=1,
            )
    result = MessagesTable(table.file)
    rejects: list[Reject] = []
    index = {our: table.header.index(theirs) for our, theirs in columns.items()}
    for line, row in table.rows(rejects):
        result.read += 1
        cell = {our: row[i] for our, i in index.items()}
        shown = "; ".join("" if is_missing(value) else text_of(value) for value in row)[:2000]

        def rejected(column: str, reason: str, line: int = line, shown: str = shown) -> Reject:
            return Reject(table.file, line, columns[column], reason, shown, "messages")

        if is_missing(cell["approach_id"]):
            result.rejects.append(rejected("approach_id", "no approach_id, so the message joins nothing"))
            continue
        direction = parse_direction(cell.get("direction"))
        if direction is None:
            given = text_of(cell["direction"])
            result.rejects.append(rejected("direction", f'"{given[:60]}" is neither inbound nor outbound'))
            continue
        if is_missing(cell["text"]):
            result.skipped["empty"] = result.skipped.get("empty", 0) + 1
            continue
        key = text_of(cell["approach_id"])
        sent_at, note = parse_value("sent_at", cell.get("sent_at"))
        if note:
            result.notes.setdefault(key, []).append(f"messages: {note}")
        moment = sent_at if isinstance(sent_at, datetime) else None
        result.threads.setdefault(key, []).append((key, moment, direction, text_of(cell["text"])))
        reason = f'approach_id "{key[:60]}" is not among the approaches'
        result.places.setdefault(key, []).append(rejected("approach_id", reason))
    result.read += len(rejects)
    result.rejects += rejects
    return result


def group_messages(frame: pd.DataFrame) -> tuple[Mapping[str, tuple[Message, ...]], dict[str, list[str]]]:
    """Group a messages frame into threads, oldest first.

    A thread in which a time is unknown keeps the order of the table.

    Returns
    -------
    threads : mapping of str to tuple of Message
        By approach id.
    notes : dict of str to list of str
        By approach id: values that were taken as unknown.
    """
    if list(frame.columns) == list(MESSAGE_COLUMNS) and str(frame["sent_at"].dtype) == "datetime64[us, UTC]":
        rows: dict[str, list[Row]] = {}
        moments = [None if moment is pd.NaT else moment.to_pydatetime() for moment in frame["sent_at"]]
        keys, ways, texts = (frame[name].tolist() for name in ("approach_id", "direction", "text"))
        for key, moment, way, text in zip(keys, moments, ways, texts, strict=True):
            if isinstance(key, str) and isinstance(text, str) and text and way in ("inbound", "outbound"):
                rows.setdefault(key, []).append((key, moment, way, text))
        return {key: _in_order(listed) for key, listed in rows.items()}, {}
    table = read_messages(frame)
    return {key: _in_order(listed) for key, listed in table.threads.items()}, table.notes
