"""The messages table: rows of it, and the threads that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import islice

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


class MessagesTable:
    """A messages table, grouped by approach: in a database of its own that has no name on the disk and goes with the process.

    Small tables never leave memory; of large ones no more than some megabytes are held.

    Attributes
    ----------
    file : str
    rejects : list of Reject
    read : int
        Rows read, those rejected and skipped included.
    skipped : dict of str to int
    """

    def __init__(self, file: str, column: str) -> None:
        import sqlite3

        self.file, self._column = file, column
        self.rejects: list[Reject] = []
        self.read = 0
        self.skipped: dict[str, int] = {}
        self._notes = 0
        # one thread at a time uses it, but joblib asks for tasks in a thread of its own
        self._shelf = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._shelf.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{_CACHE // 1024};"
            "CREATE TABLE message (id BLOB, line INTEGER, sent_at INTEGER, direction TEXT, text BLOB, shown BLOB);"
            "CREATE TABLE note (id BLOB, note TEXT)"
        )
        self._shelf.execute("BEGIN")

    def add(self, row: Row, line: int, shown: str, note: str | None) -> None:
        """Add a message, where it stands, its cells as a reject shows them, and what was not understood of it."""
        key, sent_at, direction, text = row
        moment = None if sent_at is None else (sent_at - _EPOCH) // _MICROSECOND
        self._shelf.execute(
            "INSERT INTO message VALUES (?, ?, ?, ?, ?, ?)",
            (_bytes(key), line, moment, direction, _bytes(text), _bytes(shown)),
        )
        if note:
            self._notes += 1
            self._shelf.execute("INSERT INTO note VALUES (?, ?)", (_bytes(key), note))

    def finish(self) -> None:
        """All messages are there: they can be asked for."""
        for command in ("CREATE INDEX at ON message (id)", "CREATE INDEX of ON note (id)", "COMMIT"):
            self._shelf.execute(command)

    def rows(self, key: str) -> list[Row]:
        """Rows (id, time, direction, text) of an approach in the table's order."""
        found = self._shelf.execute(
            "SELECT sent_at, direction, text FROM message WHERE id = ? ORDER BY rowid", (_bytes(key),)
        )
        return [(key, _moment(sent_at), direction, _text(text)) for sent_at, direction, text in found]

    def notes(self, key: str) -> list[str]:
        """Values of an approach's messages that were taken as unknown."""
        if not self._notes:
            return []
        found = self._shelf.execute("SELECT note FROM note WHERE id = ? ORDER BY rowid", (_bytes(key),))
        return [note for (note,) in found]

    def keys(self) -> Iterator[str]:
        """Ids of all approaches with messages, in order of their first."""
        found = self._shelf.execute("SELECT id FROM message GROUP BY id ORDER BY min(rowid)")
        return (_text(key) for (key,) in found)

    def unknown(self, seen: Keys) -> list[Reject]:
        """Rejects for the messages whose approach was not among those seen."""
        keys = self.keys()
        rejects = []
        while some := list(islice(keys, 10_000)):
            missing = seen.missing(some)
            for key in (key for key in some if key in missing):
                reason = f'approach_id "{key[:60]}" is not among the approaches'
                found = self._shelf.execute(
                    "SELECT line, shown FROM message WHERE id = ? ORDER BY rowid", (_bytes(key),)
                )
                rejects += [
                    Reject(self.file, line, self._column, reason, _text(shown), "messages")
                    for line, shown in found
                ]
        return rejects

    def close(self) -> None:
        """Give the room back."""
        self._shelf.close()


_CACHE = 32 << 20
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _moment(microseconds: int | None) -> datetime | None:
    return None if microseconds is None else _EPOCH + timedelta(microseconds=microseconds)


def read_messages(
    source: Source, *, encoding: str | None = None, delimiter: str | None = None
) -> MessagesTable:
    """Read a messages table.

    Parameters
    ----------
    source : path, binary stream or DataFrame
        CSV or Parquet with ``approach_id``, ``text`` and, if known, ``sent_at`` and
        ``direction`` (inbound when absent).

    Returns
    -------
    MessagesTable
        To be closed.

    Raises
    ------
    ReadError
        When the file can't be read or has no ``approach_id`` or no ``text``, or there is no room on the disk for what is
        read of it.
    """
    with open_table(
        source, encoding=encoding, delimiter=delimiter, known=known_names(MESSAGE_ALIASES), table="messages"
    ) as table:
        return _gather(table)


def _gather(table: Table) -> MessagesTable:
    import sqlite3

    columns = resolve_columns(table.header, aliases=MESSAGE_ALIASES, file=table.file)
    for needed in ("approach_id", "text"):
        if needed not in columns:
            raise ReadError(
                f"a messages table needs a column {needed}; it has: {', '.join(map(repr, table.header))}",
                file=table.file,
                line=1,
            )
    result = MessagesTable(table.file, columns["approach_id"])
    try:
        _fill(result, table, columns)
        result.finish()
    except sqlite3.Error as error:
        result.close()
        raise ReadError(f"no room for a copy in the folder of temporary files: {error}", file=table.file) from error
    except BaseException:
        result.close()
        raise
    return result


def _fill(result: MessagesTable, table: Table, columns: Mapping[str, str]) -> None:
    rejects: list[Reject] = []
    index = {our: table.header.index(theirs) for our, theirs in columns.items()}
    for line, row in table.rows(rejects):
        result.read += 1
        cell = {our: row[i] for our, i in index.items()}
        shown = "; ".join("" if is_missing(value) else text_of(value) for value in row)[:2000]

        def reject(column: str, reason: str, line: int = line, shown: str = shown) -> None:
            result.rejects.append(Reject(table.file, line, columns[column], reason, shown, "messages"))

        if is_missing(cell["approach_id"]):
            reject("approach_id", "no approach_id, so the message joins nothing")
            continue
        direction = parse_direction(cell.get("direction"))
        if direction is None:
            given = text_of(cell["direction"])
            reject("direction", f'"{given[:60]}" is neither inbound nor outbound')
            continue
        if is_missing(cell["text"]):
            result.skipped["empty"] = result.skipped.get("empty", 0) + 1
            continue
        sent_at, note = parse_value("sent_at", cell.get("sent_at"))
        moment = sent_at if isinstance(sent_at, datetime) else None
        message = text_of(cell["approach_id"]), moment, direction, text_of(cell["text"])
        result.add(message, line, shown, f"messages: {note}" if note else None)
    result.read += len(rejects)
    result.rejects += rejects


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
    with closing(read_messages(frame)) as table:
        keys = list(table.keys())
        return {key: _in_order(table.rows(key)) for key in keys}, {key: n for key in keys if (n := table.notes(key))}
