"""Bytes to text: which encoding a file has, and a text stream that never fails.

UTF-8 with or without a byte order mark, UTF-16 of both byte orders, cp1252. A byte that
can't be decoded comes out as a lone surrogate, so that the one row that holds it can be
rejected and its neighbours read.
"""

from __future__ import annotations

import codecs
import io
import select
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from recruitrisk.errors import ReadError, UsageError

__all__ = ["borrow", "first_bytes", "open_text"]

_SAMPLE = 4 * 2**20
_PAUSE = 0.2
"""Seconds without a byte after which a pipe's encoding is told by what has come."""
_MAGIC = (
    (b"PK\x03\x04", "a zip (or an Excel workbook): save it as CSV, or use read_linkedin_export"),
    (b"\x1f\x8b", "compressed with gzip: unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook: save it as CSV"),
    (b"%PDF", "a PDF: a CSV or Parquet table is expected"),
    (b"\xff\xfe\x00\x00", "UTF-32: save it as UTF-8"),
    (b"\x00\x00\xfe\xff", "UTF-32: save it as UTF-8"),
)


def _some(stream: BinaryIO, count: int) -> bytes:
    """What is there, at most `count` bytes: a pipe is not waited for longer than it takes to bring something."""
    read = getattr(stream, "read1", None) or stream.read
    return cast(bytes, read(count))


class _Chained(io.RawIOBase):
    """A head that was read already, then the rest of the stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._rest.fileno()

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        piece = self._head[: len(view)] if self._head else memoryview(_some(self._rest, len(view)))
        self._head = self._head[len(piece) :] if self._head else self._head
        view[: len(piece)] = piece
        return len(piece)


class _Transcoded(io.RawIOBase):
    """UTF-16 as UTF-8; what is damaged becomes bytes that are not UTF-8."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream, self._ready, self._ended = stream, b"", False
        self._decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        while not self._ready and not self._ended:
            chunk = _some(self._stream, 2**16)
            self._ready = self._decoder.decode(chunk).encode("utf-8", "surrogatepass")
            if not chunk:
                self._ended = True
                if self._decoder.getstate()[0]:  # half a character at the end
                    self._ready += b"\xff"
        count = min(len(view), len(self._ready))
        view[:count], self._ready = self._ready[:count], self._ready[count:]
        return count


def _blocks(stream: BinaryIO, first: bytes) -> Iterator[bytes]:
    """Whole lines, a few MiB at a time; a last line without an end only at the end of the file."""
    tail = b""
    while chunk := first or stream.read(_SAMPLE):
        data, first = tail + chunk, b""
        cut = data.rfind(b"\n") + 1 or len(data)
        yield data[:cut]
        tail = data[cut:]
    yield tail


def _is_utf8(blocks: Iterator[bytes]) -> bool:
    """Weigh lines that are UTF-8 beyond ASCII against lines that can't be UTF-8."""
    good = bad = 0
    for block in blocks:
        if block.isascii():
            continue
        try:
            block.decode()
            good += 1
        except UnicodeDecodeError:
            for line in block.splitlines():
                if not line.isascii():
                    try:
                        line.decode()
                        good += 1
                    except UnicodeDecodeError:
                        bad += 1
    return good >= bad


def borrow(stream: BinaryIO, head: bytes = b"") -> BinaryIO:
    """Wrap a stream so that whoever closes the wrapper does not close the stream of the caller."""
    return cast(BinaryIO, io.BufferedReader(_Chained(head, stream)))


def first_bytes(stream: BinaryIO, count: int) -> tuple[bytes, BinaryIO]:
    """Look at the first bytes; the stream that is given back begins with them."""
    if stream.seekable():
        place = stream.tell()
        start = stream.read(count)
        stream.seek(place)
        return start, stream
    start = stream.read(count)
    return start, borrow(stream, start)


def _first_rows(stream: BinaryIO) -> tuple[bytes, bool]:
    """The first 4 MiB of a pipe, or what has come when it pauses behind a row; and whether that was all."""
    sample = bytearray()
    while len(sample) < _SAMPLE:
        chunk = _some(stream, _SAMPLE - len(sample))
        if not chunk:
            return bytes(sample), True
        sample += chunk
        if sample.count(b"\n") > 1 and _pauses(stream):
            break
    return bytes(sample), False


def _pauses(stream: BinaryIO) -> bool:
    """Whether nothing has come for a moment. Where that can't be asked (Windows, streams in memory), it never pauses."""
    try:
        return not select.select([stream.fileno()], [], [], _PAUSE)[0]
    except (OSError, ValueError, AttributeError):
        return False


def _sniff(stream: BinaryIO, file: str) -> tuple[str, BinaryIO]:
    """Name the encoding, and give the stream from its beginning."""
    sample, ended = (stream.read(_SAMPLE), False) if stream.seekable() else _first_rows(stream)
    for magic, what in _MAGIC:
        if sample.startswith(magic):
            raise ReadError(f"is {what}", file=file)
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if sample.startswith(mark):
            return encoding, borrow(stream, sample[len(mark) :])
    start = sample[:4096]
    if start.count(b"\0") > 0.3 * len(start):
        encoding = "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"
        return encoding, borrow(stream, sample)
    marked = sample.startswith(codecs.BOM_UTF8)  # what is no UTF-8 behind its mark is damaged, row by row
    if stream.seekable():
        place = stream.tell() - len(sample)
        utf8 = marked or (_is_utf8(_blocks(stream, sample)) if sample else True)
        stream.seek(place)
        return "utf-8" if utf8 else "cp1252", stream
    utf8 = marked or _is_utf8(iter([sample if ended else sample[: sample.rfind(b"\n") + 1]]))
    return "utf-8" if utf8 else "cp1252", borrow(stream, sample)


def open_text(stream: BinaryIO, file: str, encoding: str | None = None) -> tuple[io.TextIOWrapper, str]:
    """Open a stream of bytes as text, line ends untouched.

    A file is looked through as a whole to tell UTF-8 from cp1252 (the one that fits more
    lines), a pipe by its first 4 MiB or what has come before it first pauses.

    Parameters
    ----------
    stream : binary stream
        At its beginning.
    file : str
        Its name, for errors.
    encoding : str, optional
        Stands instead of what would be found.

    Returns
    -------
    text : io.TextIOWrapper
        Undecodable bytes come out as surrogates.
    encoding : str

    Raises
    ------
    ReadError
        When it is no text: a workbook, a zip, a PDF.
    UsageError
        When `encoding` is not known.
    """
    if encoding is None:
        encoding, stream = _sniff(stream, file)
    else:
        try:
            encoding = codecs.lookup(encoding).name
        except LookupError as error:
            raise UsageError(f"encoding {encoding!r} is not known; use utf-8, utf-16 or cp1252") from error
    if encoding.startswith("utf-16"):
        stream, codec = cast(BinaryIO, io.BufferedReader(_Transcoded(stream, encoding))), "utf-8-sig"
    else:
        codec = "utf-8-sig" if encoding == "utf-8" else encoding  # passes over a mark of byte order
    return io.TextIOWrapper(borrow(stream), codec, errors="surrogateescape", newline=""), encoding
