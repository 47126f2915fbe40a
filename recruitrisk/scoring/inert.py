"""Cells that no spreadsheet takes for formulas, and text that does nothing to a terminal.

A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end (or their full-width twins) is run as a
formula by Excel, LibreOffice and others. A message is written by a stranger, so what scoring adds is always made harmless, as
OWASP advises: by an apostrophe in front. The user's own columns pass through untouched unless he asks (``--safe-csv``).
The same is done behind ``;``, a bar, a tab and a line end within a cell: opened with another delimiter, a cell begins there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

__all__ = ["inert", "inert_cells", "printable"]

_STARTERS = "=+\\-@＝＋－＠﹦﹢﹣﹫−"
_BLANK = "\\s\"'\ufeff\u200b-\u200f\u2060-\u2064\u00ad"
_LEADS = re.compile(f"(?!')(?:[\\t\\r\\n]|[{_BLANK}]*[{_STARTERS}])")
_ENDS = "\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029"
# Each run of blanks and delimiters is looked at once (what stands before is none of them): linear in the text.
_RUN = re.compile(f"(?<![;|{_ENDS}{_BLANK}])[;|{_ENDS}{_BLANK}]++(?=[{_STARTERS}])")
# What such a run with a delimiter in it holds: a delimiter, and soon a starter or more of the run. Most cells stop here.
_NEAR = re.compile(f"[;|{_ENDS}](?:[;|{_ENDS}{_BLANK}]{{0,7}}[{_STARTERS}]|[;|{_ENDS}{_BLANK}]{{8}})")
_MARK = re.compile(f"([;|{_ENDS}])(?!')")
_RUN_JSON = re.compile(f"(?<![;|\\\\{_BLANK}])([;|\\\\{_BLANK}]++)([{_STARTERS}])")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*(?:[eE][+-]?[0-9]+)?%?")


def inert(text: str) -> str:
    """A cell that no spreadsheet runs.

    Parameters
    ----------
    text : str
        Any text; a plain number stays as it is.

    Returns
    -------
    str
        With an apostrophe in front of what would begin a formula.

    Examples
    --------
    >>> inert("=HYPERLINK(1)"), inert("-5.2"), inert("a note;@SUM(1)"), inert("well-known")
    ("'=HYPERLINK(1)", '-5.2', "a note;'@SUM(1)", 'well-known')
    """
    if _LEADS.match(text) and not _NUMBER.fullmatch(text):
        text = "'" + text
    if not _NEAR.search(text):
        return text
    return _RUN.sub(lambda run: _MARK.sub(r"\1'", run[0]), text)


def _inert_json(text: str) -> str:
    r"""JSON that means the same: what would begin a formula behind another delimiter is written as ``\uXXXX``."""

    if ";" not in text and "|" not in text:
        return text

    def escaped(found: re.Match[str]) -> str:
        return f"{found[1]}\\u{ord(found[2]):04x}" if ";" in found[1] or "|" in found[1] else found[0]

    return _RUN_JSON.sub(escaped, text)


def inert_cells(cells: Mapping[str, float | str]) -> dict[str, float | str]:
    """The cells that scoring adds to a row, made harmless; the evidence stays the same JSON.

    Parameters
    ----------
    cells : mapping of str to float or str
        Column -> cell, as `recruitrisk.scoring.columns.scored_cells` gives them.
    """
    return {
        name: cell
        if not cell or not isinstance(cell, str)
        else _inert_json(cell)
        if cell.startswith("{")
        else inert(cell)
        for name, cell in cells.items()
    }


def printable(text: str) -> str:
    """Text for a terminal: control, format and bidi characters as escapes, line ends as they are.

    Examples
    --------
    >>> printable("red \\x1b[31m\\n")
    'red \\\\x1b[31m\\n'
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(
        c if c == "\n" or unicodedata.category(c) not in _HIDDEN else c.encode("unicode_escape").decode()
        for c in text
    )
