"""Where a run writes: never over what it reads, never two things in one place, and each file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from recruitrisk.errors import UsageError, WriteError

__all__ = ["check_places", "check_target", "write_whole"]


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


def check_target(path: str | os.PathLike[str], *others: str | os.PathLike[str] | None) -> None:
    """Say early when a report can't be written, before a long run is made for nothing.

    Parameters
    ----------
    path : path
        Where the report is to be written.
    *others : path or None
        Files of the same run, which it must not replace.

    Raises
    ------
    WriteError
        It is a folder, its folder is not there or not writable.
    UsageError
        It is one of the others.
    """
    target = Path(path)
    for other in others:
        if other is not None and os.fspath(other) != "-" and target.resolve() == Path(other).resolve():
            raise UsageError(f"{target}: is read or written by the same run; give the report another name")
    if target.is_dir():
        raise WriteError(f"{target}: is a folder; name a file to write to")
    if not target.parent.is_dir():
        raise WriteError(f"{target}: can't be written (no folder {target.parent}); make it first")
    if not os.access(target.parent, os.W_OK):
        raise WriteError(f"{target}: can't be written (folder {target.parent} is not writable)")


def write_whole(path: str | os.PathLike[str], text: str, *, errors: str = "strict") -> Path:
    """Write a text file that appears under its name when it is whole, readable by its owner alone.

    Parameters
    ----------
    path : path
    text : str
        Written as UTF-8, line ends as they are.
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
    try:
        handle, part = tempfile.mkstemp(
            prefix=f".{target.name}.", suffix=".part", dir=target.parent
        )  # mode 0600
        with os.fdopen(handle, "w", encoding="utf-8", errors=errors, newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, target)
    except OSError as problem:
        raise WriteError(f"{target}: can't be written ({problem.strerror or problem})") from None
    finally:
        if part:
            Path(part).unlink(missing_ok=True)  # gone when all went well
    return target
