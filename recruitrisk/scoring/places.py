"""Where a run writes: never over what it reads, and never two things in one place."""

from __future__ import annotations

import os
from collections.abc import Iterable

from recruitrisk.errors import UsageError

__all__ = ["check_places"]


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
