"""Rows to approaches: from any mapping or data frame, whatever the types of its cells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import pandas as pd

from recruitrisk.approach import Approach, Message
from recruitrisk.errors import ReadError, UsageError
from recruitrisk.parameters import check_kind
from recruitrisk.reading.aliases import Columns, mark_ids, resolve_columns, told_names
from recruitrisk.reading.threads import group_messages
from recruitrisk.reading.values import is_missing, parse_mark, parse_value, text_of

__all__ = ["approach_from_row", "approaches_from_frame", "build_approaches", "check_usable"]

Fields = dict[str, str | float | bool | datetime]


def check_usable(
    columns: Mapping[str, str],
    marks: Collection[str],
    header: Iterable[str],
    has_messages: bool,
    file: str | None = None,
) -> None:
    """Raise `ReadError` when a table has neither text nor marks to score."""
    if has_messages or "message" in columns or any(name in marks for name in columns):
        return
    names = list(header)
    hint = ""
    if {"direction", "approach_id", "text"} <= {name.casefold() for name in names}:
        hint = "; this looks like a table of messages: give it as messages=, beside a table of approaches"
    raise ReadError(
        "no column with text was found (message, body, text, content), no messages table was given, "
        f"and no column is named as an indicator; the columns are: {told_names(names, file)}; "
        f"say which is the text with --columns message=NAME{hint}",
        file=file,
        line=None if file is None else 1,
    )


def _thread(messages: Sequence[Message], text: object, sent_at: datetime | None) -> tuple[Message, ...]:
    """Let the messages table stand; use the ``message`` column when that holds nothing inbound."""
    if is_missing(text) or any(message.inbound for message in messages):
        return tuple(messages)
    thread = [Message(text_of(text), True, sent_at), *messages]
    if all(message.sent_at for message in thread):
        thread.sort(key=lambda message: message.sent_at or datetime.min)
    return tuple(thread)


def build_approaches(
    count: int,
    cells: Mapping[str, Sequence[object]],
    ids: Sequence[str],
    marks: Collection[str],
    messages: Mapping[str, Sequence[Message]],
) -> tuple[list[Approach], dict[int, list[str]]]:
    """Parse columns into approaches.

    Parameters
    ----------
    count : int
        Number of rows.
    cells : mapping of str to sequence
        Our name -> the cells of that column.
    ids : sequence of str
        The approach ids.
    marks : collection of str
        Which of the names are marks.
    messages : mapping of str to sequence of Message
        Threads by approach id, oldest first.

    Returns
    -------
    approaches : list of Approach
    notes : dict of int to list of str
        Position of the row -> what was taken as unknown, and why.
    """
    fields: list[Fields] = [{} for _ in range(count)]
    found: list[dict[str, float]] = [{} for _ in range(count)]
    notes: dict[int, list[str]] = {}
    for name, values in cells.items():
        if name in ("approach_id", "message"):
            continue
        is_mark = name in marks
        known: dict[str, tuple[Any, str | None]] = {}  # most values stand in many rows; each is parsed once
        target: list[Any] = found if is_mark else fields
        for i, value in enumerate(values):
            if value == "" if type(value) is str else value is None:
                continue
            if type(value) is str:
                answer = known.get(value)
                if answer is None:
                    answer = known[value] = (parse_mark if is_mark else parse_value)(name, value)
            else:
                answer = (parse_mark if is_mark else parse_value)(name, value)
            if answer[0] is not None:
                target[i][name] = answer[0]
            if answer[1]:
                notes.setdefault(i, []).append(answer[1])
    texts = cells.get("message", [None] * count)
    approaches = []
    for i in range(count):
        sent_at = fields[i].get("sent_at")
        moment = sent_at if isinstance(sent_at, datetime) else None
        thread = _thread(messages.get(ids[i], ()), texts[i], moment)
        approaches.append(Approach(ids[i], thread, fields[i], found[i]))
    return approaches, notes


def approach_from_row(
    row: Mapping[str, object], columns: Mapping[str, str] | None = None, messages: Iterable[Message] = ()
) -> tuple[Approach, list[str]]:
    """Make an approach of one row.

    Parameters
    ----------
    row : mapping of str to object, or Series
        Column name -> cell: text, number, bool, date, or missing (None, NaN, NA, NaT, empty).
    columns : mapping of str to str, optional
        Our name -> name in the row, as `resolve_columns` gives it; found anew by default.
    messages : iterable of Message
        The thread, oldest first. It stands instead of the ``message`` column as soon as it
        holds something inbound.

    Returns
    -------
    approach : Approach
        Without an id its ``approach_id`` is ``row-1``.
    notes : list of str
        Values that were taken as unknown, and why.

    Examples
    --------
    >>> row = {"message": "Hello", "connections": "500+", "company_founded": "abc"}
    >>> approach, notes = approach_from_row(row)
    >>> approach.fields["connections"], notes
    (500.0, ['company_founded: "abc" is not a year'])
    """
    row = row.to_dict() if isinstance(row, pd.Series) else row
    check_kind("row", row, Mapping, "a row as a mapping of columns, such as {'message': ...},")
    marks = frozenset(mark_ids())
    if columns is None:
        columns = resolve_columns(map(str, row), marks=marks)
        if row and not columns:
            raise UsageError(
                "row has no column that is known; give one such as message or company, or an indicator's id"
            )
    cells = {our: [row.get(theirs)] for our, theirs in columns.items()}
    key = row.get(columns.get("approach_id", ""), None)
    approach_id = "row-1" if is_missing(key) else text_of(key)
    approaches, notes = build_approaches(1, cells, [approach_id], marks, {approach_id: tuple(messages)})
    return approaches[0], notes.get(0, [])


def approaches_from_frame(
    frame: pd.DataFrame, messages: pd.DataFrame | None = None, columns: Columns | None = None
) -> tuple[list[Approach], dict[int, list[str]]]:
    """Make approaches of a data frame, one a row and in its order.

    Parameters
    ----------
    frame : DataFrame
        Table of approaches or of marks; cells of any type.
    messages : DataFrame, optional
        ``approach_id, sent_at, direction, text``, one row a message. A row that can't be
        joined is passed over (`read_approaches` lists such rows as rejects).
    columns : mapping, list or path, optional
        See `resolve_columns`.

    Returns
    -------
    approaches : list of Approach
        As many as there are rows. Ids that are missing are made: ``row-1``, ``row-2``, ...
    notes : dict of int to list of str
        Position of the row -> values that were taken as unknown, and why.

    Raises
    ------
    ReadError
        When two columns have one name, or there is neither text nor a mark.

    Examples
    --------
    >>> approaches, notes = approaches_from_frame(pd.DataFrame({"body": ["Hello", None]}))
    >>> [(a.approach_id, len(a.messages)) for a in approaches], notes
    ([('row-1', 1), ('row-2', 0)], {})
    """
    check_kind("frame", frame, pd.DataFrame, "a DataFrame")
    check_kind(
        "messages",
        messages,
        pd.DataFrame,
        "a DataFrame with approach_id, sent_at, direction, text",
        optional=True,
    )
    header = [str(name) for name in frame.columns]
    if not header:
        raise UsageError(
            "frame has no columns; give a table with message, or other columns of the table of approaches"
        )
    doubled = sorted({name for name in header if header.count(name) > 1})
    if doubled:
        raise ReadError(f"two columns of the frame are named {doubled[0]!r}; every column needs its own name")
    marks = frozenset(mark_ids())
    found = resolve_columns(header, columns, marks=marks)
    check_usable(found, marks, header, messages is not None)
    cells = {our: frame.iloc[:, header.index(theirs)].tolist() for our, theirs in found.items()}
    ids = made_ids(cells.get("approach_id"), range(1, len(frame) + 1))
    threads: Mapping[str, Sequence[Message]] = {}
    extra: dict[str, list[str]] = {}
    if messages is not None:
        threads, extra = group_messages(messages)
    approaches, notes = build_approaches(len(frame), cells, ids, marks, threads)
    for i, approach_id in enumerate(ids):
        if approach_id in extra:
            notes.setdefault(i, []).extend(extra[approach_id])
    return approaches, notes


def made_ids(keys: Sequence[object] | None, numbers: Sequence[int]) -> list[str]:
    """Give the ids of rows: the key as text, or ``row-N`` where it is missing."""
    if keys is None:
        return [f"row-{number}" for number in numbers]
    pairs = zip(keys, numbers, strict=True)
    return [f"row-{number}" if is_missing(key) else text_of(key) for key, number in pairs]
