"""Where a run writes: never over what it reads, never two things in one place, and each file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from recruitrisk.errors import UsageError, WriteError

__all__ = [
    "ENDINGS",
    "check_distinct",
    "check_folder",
    "check_places",
    "check_target",
    "kind_of",
    "write_whole",
]

ENDINGS = {
    "CSV": (".csv",),
    "Parquet": (".parquet",),
    "HTML": (".html", ".htm"),
    "JSON": (".json",),
    "Markdown": (".md", ".markdown"),
    "zip": (".zip",),
    "DuckDB": (".duckdb", ".db"),
}
"""What can be written -> endings that a name of it may have, in any case. A name without an ending fits everything."""


def _place(path: str) -> object:
    """What a path leads to: the same for two names of one file, links of both kinds included."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return os.path.realpath(path) if "\0" not in path else path
    return found.st_dev, found.st_ino


def check_places(read: Iterable[str | None], written: Iterable[str | None]) -> None:
    """Refuse to write over what is read, or twice in one place.

    Parameters
    ----------
    read, written : iterable of str or None
        Paths; None, empty and ``-`` (standard input and output) are passed over.

    Raises
    ------
    UsageError
        Names the path.

    Examples
    --------
    >>> check_places(["in.csv", None, "-"], ["out.csv", "-"])
    """
    taken = {_place(path): "read" for path in read if path and path != "-"}
    for path in written:
        if not path or path == "-":
            continue
        if (place := _place(path)) in taken:
            told = "it is read as well" if taken[place] == "read" else "two things would be written there"
            raise UsageError(f"{path}: {told}; give another name for the output")
        taken[place] = "written"


def check_distinct(paths: Iterable[str | os.PathLike[str]]) -> None:
    """Refuse a file that is given twice, under one name or several: what is in it would count twice.

    ``-`` is passed over.

    Raises
    ------
    UsageError
        Names both.

    Examples
    --------
    >>> check_distinct(["a.csv", "b.csv"])
    >>> check_distinct(["a.csv", "./a.csv"])
    Traceback (most recent call last):
    recruitrisk.errors.UsageError: ./a.csv: is the same file as a.csv and would count twice; give each file once
    """
    taken: dict[object, str] = {}
    for each in paths:
        path = os.fspath(each)
        if path == "-":
            continue
        if (first := taken.setdefault(_place(path), path)) is not path:
            said = "is given twice" if first == path else f"is the same file as {first}"
            raise UsageError(f"{path}: {said} and would count twice; give each file once")


def kind_of(path: str | os.PathLike[str]) -> str:
    """What a name's ending stands for, a key of `ENDINGS`; empty when it has none of them.

    Examples
    --------
    >>> kind_of("out/Scored.PARQUET"), kind_of("notes.txt")
    ('Parquet', '')
    """
    ending = Path(path).suffix.lower()
    return next((kind for kind, endings in ENDINGS.items() if ending in endings), "")


def check_target(path: str | os.PathLike[str], *holds: str) -> None:
    """Say early when a file can't be written, before a long run is made for nothing.

    Parameters
    ----------
    path : path
        Where it is to be written.
    *holds : str
        What may be written there, keys of `ENDINGS`; the ending must be one of theirs, or none.

    Raises
    ------
    UsageError
        The ending does not fit; ``-``, or no name.
    WriteError
        It is a folder, its folder is not there or not writable.

    Examples
    --------
    >>> check_target("review.html", "HTML")
    >>> check_target("scored.xlsx", "CSV", "Parquet")
    Traceback (most recent call last):
    recruitrisk.errors.UsageError: scored.xlsx: CSV or Parquet is written; give a name that ends in .csv or .parquet
    """
    told, target = os.fspath(path), Path(path)
    if told in ("", "-"):
        raise UsageError(
            f"{told or repr(told)} names no file to write to; give a name such as out{ENDINGS[holds[0]][0]}"
        )
    if target.is_dir():
        raise WriteError(f"{target}: is a folder; name a file to write to")
    if target.suffix and holds and kind_of(target) not in holds:
        first = " or ".join(ENDINGS[kind][0] for kind in holds)
        raise UsageError(f"{target}: {' or '.join(holds)} is written; give a name that ends in {first}")
    if not target.parent.is_dir():
        raise WriteError(f"{target}: can't be written (no folder {target.parent}); make it first")
    if not os.access(target.parent, os.W_OK):
        raise WriteError(f"{target}: can't be written (folder {target.parent} is not writable)")


def check_folder(path: str | os.PathLike[str], *, new: bool = False) -> None:
    """Say early when a folder can't be written into, or is named as a file is.

    Parameters
    ----------
    path : path
        Folders that are not there are made.
    new : bool
        Whether it must not be there yet.

    Raises
    ------
    UsageError
        Its name ends as that of a file; ``-``, or no name.
    WriteError
        It is a file, or can't be made.
    """
    told, target = os.fspath(path), Path(path)
    if told in ("", "-"):
        raise UsageError(f"{told or repr(told)} names no folder to write to; give the name of a folder")
    if new and target.exists():
        raise WriteError(f"{target}: is there already; name a new folder")
    if target.exists() and not target.is_dir():
        raise WriteError(f"{target}: is a file; name a folder to write to")
    if not target.is_dir() and kind_of(target) not in ("", "Parquet"):  # folders of Parquet are named so
        raise UsageError(f"{target}: a folder is written; give a name without the ending of a file")
    there = next(parent for parent in (target, *target.absolute().parents) if parent.exists())
    if not there.is_dir() or not os.access(there, os.W_OK):
        raise WriteError(
            f"{target}: can't be written ({there} is {'not writable' if there.is_dir() else 'a file'})"
        )


def write_whole(path: str | os.PathLike[str], text: str | bytes, *, errors: str = "strict") -> Path:
    """Write a file that appears under its name when it is whole, readable by its owner alone.

    Parameters
    ----------
    path : path
    text : str or bytes
        Text is written as UTF-8, line ends as they are.
    errors : str
        What becomes of what UTF-8 has no bytes for; as `open` takes it.

    Returns
    -------
    Path

    Raises
    ------
    WriteError
        The file can't be written; what stood there before still stands.
    """
    target, part = Path(path), ""
    data = text.encode("utf-8", errors) if isinstance(text, str) else text
    try:
        handle, part = tempfile.mkstemp(
            prefix=f".{target.name}.", suffix=".part", dir=target.parent
        )  # mode 0600
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, target)
    except OSError as problem:
        raise WriteError(f"{target}: can't be written ({problem.strerror or problem})") from None
    finally:
        if part:
            Path(part).unlink(missing_ok=True)  # gone when all went well
    return target
