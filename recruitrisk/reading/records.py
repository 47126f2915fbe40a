"""Records of a delimited file, each with the line where it starts; bad ones set aside.

The C reader of the standard library does the work, in its strict mode. Where a record is
malformed, its first line is rejected and reading goes on with the next line, so that a
quotation mark that is never closed costs one row and not the rest of the file. Memory is
bounded by one record.
"""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, Literal

from recruitrisk.approach import LONGEST
from recruitrisk.errors import ReadError, UsageError
from recruitrisk.reading.aliases import knows_any, squash
from recruitrisk.reading.decoding import borrow, open_text

__all__ = ["Records", "Reject", "open_records"]

DELIMITERS = (",", ";", "\t", "|")

_FARTHEST = 32 * 2**20
"""Characters in which the end of a longer record is looked for."""
_TOO_LONG = f"longer than {LONGEST:,} characters"
_QUOTES = re.compile('"+')
_DAMAGED = re.compile("[\0\ud800-\udfff]")
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Reject:
    r"""One row that could not be read, and why.

    Attributes
    ----------
    file : str
        As the user named it.
    line : int
        Where the row starts, counted from 1; in Parquet the number of the row.
    column : str or None
        Name in the file, where one column is to blame.
    reason : str
    raw : str
        What stood there, at most 2,000 characters; undecodable bytes as ``\xe9``.
    table : {"approaches", "messages", "profiles"}
        Of which table it is a row.
    """

    file: str
    line: int
    column: str | None
    reason: str
    raw: str
    table: Literal["approaches", "messages", "profiles"] = "approaches"


class _TooLong(Exception):
    pass


class _Lines:
    """Lines of a text stream, which holds those of the current record and can take them back."""

    def __init__(self, stream: io.TextIOWrapper, number: int = 0) -> None:
        self._stream = stream
        self._pending: deque[str] = deque()
        self.number, self._size = number, 0
        self.held: list[str] = []
        self._dropped = 0  # quotation marks in what was not held of a line

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._pending.popleft() if self._pending else self._stream.readline(LONGEST)
        if not line:
            raise StopIteration
        self.number += 1
        self.held.append(line)
        self._size += len(line)
        if self._size >= LONGEST:
            while line and line[-1] not in "\r\n":
                line = self._stream.readline(LONGEST)
                self._dropped += line.count('"')
            raise _TooLong
        return line

    def start(self) -> int:
        self.held, self._size, self._dropped = [], 0, 0
        return self.number + 1

    def pass_over(self, delimiter: str) -> bool:
        """Go to the end of a record that is too long; False where its quotation mark is never closed as it should be."""
        opened, size, at = False, 0, 0
        while size < _FARTHEST:
            if at == len(self.held):
                line = self._pending.popleft() if self._pending else self._stream.readline(LONGEST)
                if not line:
                    return False
                self.number += 1
                self.held.append(line)
            line = self.held[at]
            for run in _QUOTES.finditer(line):
                if len(run[0]) % 2:
                    if opened and line[run.end() : run.end() + 1] not in (delimiter, "\r", "\n", ""):
                        return False
                    opened = not opened
            if at == 0 and self._dropped % 2:  # a first line so long that its end was not held
                opened = not opened
            if not opened:
                return True
            size, at = size + len(line), at + 1
        return False

    def take_back(self) -> None:
        """All lines of the record but its first."""
        self._pending.extendleft(reversed(self.held[1:]))
        self.number -= max(len(self.held) - 1, 0)


def _raw(text: str) -> str:
    shown = _ESCAPED_BYTE.sub(lambda match: f"\\x{ord(match[0]) - 0xDC00:02x}", text[:2000].rstrip("\r\n"))
    return re.sub("[\ud800-\udfff]", "\ufffd", shown).replace("\0", "\\x00")


def _split_wide(lines: _Lines, delimiter: str) -> list[str] | None:
    """Split a record with a field that is too long for the C reader (131,072 characters)."""
    row = _split_text("".join(lines.held), delimiter)
    quotes = sum(line.count('"') for line in lines.held)
    if row is None and quotes % 2:
        for line in lines:
            if line.count('"') % 2:
                return _split_text("".join(lines.held), delimiter)
    return row


def _split_text(text: str, delimiter: str) -> list[str] | None:
    mark = re.escape(delimiter)
    field = re.compile(
        rf'(?:"([^"]*(?:""[^"]*)*)"|([^"\r\n{mark}][^\r\n{mark}]*|))({mark}|\r?\n?\Z)', re.DOTALL
    )
    row, place = [], 0
    while match := field.match(text, place):
        row.append(match[2] if match[1] is None else match[1].replace('""', '"'))
        if match[3] != delimiter:
            return row
        place = match.end()
    return None


@dataclass
class Records:
    """A delimited file behind its header.

    Attributes
    ----------
    file : str
    header : list of str
    header_line : int
    encoding, delimiter : str
    offset : int
        Bytes of UTF-8 text before the first row; a mark of byte order is not counted.
    """

    file: str
    header: list[str]
    header_line: int
    encoding: str
    delimiter: str
    _lines: _Lines
    table: Literal["approaches", "messages", "profiles"] = "approaches"
    offset: int = 0

    @property
    def line(self) -> int:
        """Number of the line that was read last."""
        return self._lines.number

    def resumed(self, stream: BinaryIO, line: int) -> Records:
        """The same table from a place further on: `stream` (UTF-8) begins at a row, behind `line` lines."""
        text = io.TextIOWrapper(borrow(stream), "utf-8", errors="surrogateescape", newline="")
        return replace(self, _lines=_Lines(text, line))

    def rows(self, rejects: list[Reject], pause: int = 0) -> Iterator[tuple[int, list[str]]]:
        """Read the rows that follow; blank lines are no rows.

        Parameters
        ----------
        rejects : list of Reject
            What can't be read is appended here.
        pause : int
            With so many rejects in the list an empty row is given, for the caller to take them away.

        Yields
        ------
        line : int
            Where the row starts.
        row : list of str
            As many values as the header has.
        """
        lines, width = self._lines, len(self.header)
        reader = csv.reader(lines, delimiter=self.delimiter, strict=True)

        def reject(line: int, reason: str, column: str | None = None) -> None:
            raw = _raw("".join(lines.held[:50]))
            rejects.append(Reject(self.file, line, column, reason, raw, self.table))

        while True:
            if pause and len(rejects) >= pause:
                yield lines.number, []
            line = lines.start()
            row: list[str] | None
            try:
                row = next(reader)
            except StopIteration:
                return
            except _TooLong:
                row, reason = None, _TOO_LONG
            except csv.Error as error:
                row, reason = None, _reason(str(error))
                if "field larger" in str(error):
                    try:
                        row = _split_wide(lines, self.delimiter)
                        reason = _reason("unexpected end of data")
                    except _TooLong:
                        reason = _TOO_LONG
            if row is None:
                closed = reason == _TOO_LONG and lines.pass_over(self.delimiter)
                if reason == _TOO_LONG and not closed:
                    reason += "; a quotation mark is opened and never closed"
                lines.held, held = lines.held[:1], lines.held
                reject(line, reason)
                if not closed:  # what follows may be rows of their own
                    lines.held = held
                    lines.take_back()
                continue
            if not row or (len(row) == 1 < width and not row[0].strip()):
                continue
            if len(row) != width:
                reject(line, f"{len(row)} fields, but the header has {width}")
                continue
            held = lines.held
            text = held[0] if len(held) == 1 else "".join(held)
            if "\0" in text or (not text.isascii() and _DAMAGED.search(text)):
                index, found = next((i, m) for i, value in enumerate(row) if (m := _DAMAGED.search(value)))
                what = "a NUL byte" if found[0] == "\0" else f"bytes that are not {self.encoding}"
                reject(line, what, self.header[index])
                continue
            yield line, row


def _reason(error: str) -> str:
    if "end of data" in error:
        return "a quotation mark is opened and never closed"
    if "expected after" in error:
        return "text after a closing quotation mark (a quotation mark inside a value must be doubled)"
    return error


def _split_header(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


def open_records(
    stream: BinaryIO,
    file: str,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    known: Collection[str] = (),
    table: Literal["approaches", "messages", "profiles"] = "approaches",
) -> Records:
    """Open a delimited file: find encoding, delimiter and header.

    Parameters
    ----------
    stream : binary stream
    file : str
        Its name, for errors and rejects.
    encoding, delimiter : str, optional
        Stand instead of what would be found.
    known : collection of str
        Squashed names; the delimiter that yields most of them in the header wins, then the
        one that yields most fields.
    table : str
        Goes into rejects.

    Raises
    ------
    ReadError
        When the file is empty, is no text, or its header can't be read or holds two
        columns of one name.
    """
    if delimiter is not None and (len(delimiter) != 1 or delimiter in '"\r\n\0'):
        raise UsageError(f"delimiter {delimiter!r} is not allowed; give one character, such as ',' or ';'")
    text, encoding = open_text(stream, file, encoding)
    lines, offset = _Lines(text), 0
    while True:
        line = lines.start()
        try:
            first = next(lines, None)
            while first is not None and first.count('"') % 2 and (more := next(lines, None)) is not None:
                first += more  # a line end inside a quoted name
        except _TooLong:
            raise ReadError(
                "the header is too long, or a quotation mark in it never closed", file=file
            ) from None
        if first is None:
            raise ReadError("is empty; the first line must name the columns", file=file, line=line)
        if first.count('"') % 2:
            raise ReadError("a quotation mark in the header is never closed", file=file, line=line)
        offset += len(first.encode("utf-8", "surrogateescape"))
        if _DAMAGED.search(first):
            raise ReadError(f"the header holds NUL or bytes that are not {encoding}", file=file, line=line)
        if not first.strip():
            continue
        if line == 1 and (match := re.fullmatch(r"sep=(.)\s*", first)):  # Excel's own hint
            delimiter = delimiter or match[1]
            continue
        found = delimiter or _best_delimiter(first, known)
        header = _split_header(first, found)
        break
    if not header:
        raise ReadError(
            "the header can't be split: text after a closing quotation mark", file=file, line=line
        )
    seen: dict[str, int] = {}
    for number, name in enumerate(header, 1):
        if name in seen:
            raise ReadError(
                f"columns {seen[name]} and {number} have the same name; every column needs its own",
                file=file, line=line, column=name if knows_any(header) else None,
            )  # fmt: skip
        seen[name] = number
    return Records(file, header, line, encoding, found, lines, table, offset)


def _best_delimiter(header: str, known: Collection[str]) -> str:
    def weight(delimiter: str) -> tuple[int, int]:
        names = _split_header(header, delimiter)
        return sum(squash(name) in known for name in names), len(names)

    return max(DELIMITERS, key=weight)
