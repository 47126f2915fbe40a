"""The tables that ship with the package, read once and only when they are asked for."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from recruitrisk.errors import ReadError

__all__ = ["read_lines", "read_table"]


def read_table(name: str) -> list[dict[str, str]]:
    """Read a CSV table from the package's ``market/data`` folder.

    Parameters
    ----------
    name : str
        File name, such as ``currencies.csv``.

    Returns
    -------
    list of dict
        One dict a row, keys from the header, every value a string.

    Raises
    ------
    ReadError
        When the table is not there: the package was not installed whole.
    """
    return list(csv.DictReader(_lines_of(name)))


def read_lines(name: str) -> list[str]:
    """Read a plain list from ``market/data``: one entry a line, ``#`` starts a comment.

    Parameters
    ----------
    name : str
        File name, such as ``free_mail.txt``.

    Returns
    -------
    list of str
        The entries, stripped, in the order of the file.
    """
    bare = (line.split("#", 1)[0].strip() for line in _lines_of(name))
    return [line for line in bare if line]


def _lines_of(name: str) -> Iterator[str]:
    try:
        text = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")
    except OSError as fault:
        message = f"the table {name!r} is missing from the installed package; install recruitrisk again"
        raise ReadError(message, file=name) from fault
    return iter(text.splitlines())
