"""A LinkedIn export as it lies there: the zip, its unpacked folder, or messages.csv alone.

Members are streamed and bounded; nothing is ever unpacked to disk, so a member's name can
do no harm.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Any, BinaryIO, cast

from recruitrisk.errors import ReadError
from recruitrisk.parameters import check_path

__all__ = ["LARGEST", "STEEPEST", "Archive", "is_linkedin_export"]

LARGEST = 2 * 10**9
"""Largest member, in bytes, by what it declares and by what comes out."""

STEEPEST = 1000
"""Largest ratio of a member's size to its compressed size."""

_LONGEST_NAME = 1000
_LEAST_HEADER = 30  # bytes before the name of a member
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class _Member(io.RawIOBase):
    """A member of a zip that ends in an error as soon as it grows past its bounds."""

    def __init__(self, stream: BinaryIO, packed: int, file: str, largest: int) -> None:
        self._stream, self._packed, self._file, self._largest = stream, packed, file, largest
        self._done = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        try:
            piece = self._stream.read(len(view))
        except _DAMAGE as error:
            raise ReadError(f"damaged zip: {error or type(error).__name__}", file=self._file) from error
        self._done += len(piece)
        _check_size(self._done, self._packed, self._file, self._largest)
        view[: len(piece)] = piece
        return len(piece)


def _check_size(size: int, packed: int, file: str, largest: int) -> None:
    if size > largest:
        raise ReadError(f"unpacks to more than {largest:,} bytes, which is not read", file=file)
    if size > STEEPEST * max(packed, 1):
        raise ReadError(
            f"unpacks to more than {STEEPEST:,} times its packed size, as a zip bomb does; not read",
            file=file,
        )


def _outside(name: str) -> str | None:
    """What is wrong with a member's name; None for one that an export may have."""
    parts = name.replace("\\", "/").split("/")
    if parts[0] == "" or ":" in parts[0] or ".." in parts:
        return "whose name leads out of it"
    return None if name.isprintable() and len(name) <= _LONGEST_NAME else "with an odd name"


def _hostile(members: Sequence[zipfile.ZipInfo]) -> str | None:
    """What only a zip made to do harm has.

    Nothing is ever unpacked, so none of it could write a file; but who makes such a zip is not to be read.
    """
    seen: set[str] = set()
    end, before = 0, ""
    for info in sorted(members, key=lambda info: info.header_offset):
        shown = repr(info.orig_filename[:60])
        if reason := _outside(info.orig_filename):
            return f"holds a member {reason} ({shown})"
        if stat.S_ISLNK(info.external_attr >> 16):
            return f"holds a symbolic link ({shown})"
        if info.filename in seen:
            return f"holds two members of one name ({shown})"
        if info.header_offset < end:
            return f"holds members that overlap ({before} and {shown})"
        seen.add(info.filename)
        end, before = info.header_offset + _LEAST_HEADER + len(info.orig_filename) + info.compress_size, shown
    return None


class Archive:
    """The files of an export, found by name in any case and any folder.

    Parameters
    ----------
    path : path
        A zip, a folder, or one CSV file.
    largest : int
        See `LARGEST`.

    Raises
    ------
    ReadError
        When there is nothing there, or the zip is damaged.
    """

    def __init__(self, path: str | os.PathLike[str], *, largest: int = LARGEST) -> None:
        check_path("path", path, "the path of a zip, a folder or a CSV")
        self.path, self._largest = os.fspath(path), largest
        self._stack = ExitStack()
        self._zip: zipfile.ZipFile | None = None
        self._names: list[str] = []
        self._refusal: str | None = None
        where = Path(path)
        self.kind = "folder" if where.is_dir() else "file"
        if self.kind == "folder":
            self._names = sorted(
                found.relative_to(where).as_posix()
                for found in where.rglob("*")
                if found.suffix.lower() == ".csv"
            )
            return
        try:
            stream = self._stack.enter_context(where.open("rb"))
            if stream.read(4) in (b"PK\x03\x04", b"PK\x05\x06"):
                self.kind = "zip"
                self._zip = self._stack.enter_context(zipfile.ZipFile(stream))
                members = self._zip.infolist()
                self._names = [info.filename for info in members if not info.is_dir()]
                self._refusal = _hostile(members)
        except _DAMAGE as error:
            self._stack.close()
            reason = getattr(error, "strerror", None) or str(error)
            what = "damaged zip" if self.kind == "zip" else "can't be opened"
            raise ReadError(f"{what}: {reason}", file=self.path) from error

    def find(self, name: str) -> str | None:
        """Give the full name of the member whose base name this is, the shallowest of several."""
        if self.kind == "file":
            return self.path if name == "messages.csv" else None
        bases = {full: PurePosixPath(full.replace("\\", "/")) for full in self._names}
        matches = [full for full, base in bases.items() if base.name.casefold() == name.casefold()]
        matches = [full for full in matches if "__MACOSX" not in bases[full].parts]
        return min(matches, key=lambda full: (len(bases[full].parts), full), default=None)

    def tables(self) -> list[str]:
        """Give the full names of all CSV members (of one file: itself), sorted."""
        if self.kind == "file":
            return [self.path]
        shown = [
            full for full in self._names if "__MACOSX" not in PurePosixPath(full.replace("\\", "/")).parts
        ]
        return sorted(full for full in shown if full.lower().endswith(".csv"))

    def shown(self, member: str) -> str:
        """Give a member's name for people: the archive's own, then the member's."""
        return self.path if self.kind == "file" else f"{self.path}/{member}"

    def open(self, member: str) -> BinaryIO:
        """Open a member that `find` gave, as a bounded stream of bytes.

        Raises
        ------
        ReadError
            When it is too large, too steeply packed, encrypted or damaged, or the zip holds what no export does: names
            that lead out of it, symbolic links, members that overlap or share a name.
        """
        name = self.shown(member)
        if self._refusal is not None:
            raise ReadError(f"{self._refusal}, which an export never does; not read", file=self.path)
        try:
            if self._zip is None:
                place = Path(self.path) if self.kind == "file" else Path(self.path) / member
                _check_size(place.stat().st_size, self._largest, name, self._largest)
                return self._stack.enter_context(place.open("rb"))
            info = self._zip.getinfo(member)
            if info.flag_bits & 0x1:
                raise ReadError("is encrypted; unpack it first", file=name)
            _check_size(info.file_size, info.compress_size, name, self._largest)
            stream = self._stack.enter_context(self._zip.open(info))
        except _DAMAGE as error:
            raise ReadError(f"can't be read: {error}", file=name) from error
        bounded = _Member(cast(BinaryIO, stream), info.compress_size, name, self._largest)
        return cast(BinaryIO, io.BufferedReader(bounded, 2**20))

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()


def is_linkedin_export(path: str | os.PathLike[str]) -> bool:
    """Tell whether a path is a LinkedIn export: by its members, or by the header of a CSV.

    Parameters
    ----------
    path : path
        Anything; what can't be read is none.
    """
    try:
        with Archive(path) as archive:
            if archive.kind != "file":
                return archive.find("messages.csv") is not None
            with Path(path).open("rb") as stream:
                header = stream.readline(4096).decode("utf-8-sig", "replace").casefold().replace('"', "")
    except (ReadError, OSError):
        return False
    return {"from", "to", "date", "content"} <= {name.strip() for name in header.replace(";", ",").split(",")}
