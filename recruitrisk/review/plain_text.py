"""Foreign text made safe to look at: no control byte reaches a terminal or a page."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["cells", "visible", "wrap"]

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
_GAPS = re.compile(r"\s+(?!%)")
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def visible(text: str, *, keep: str = "") -> str:
    """Show control, format and bidi characters as escapes.

    Parameters
    ----------
    text : str
        Any text, such as a message of somebody unknown.
    keep : str
        Characters that stay as they are, for example a newline.

    Returns
    -------
    str
        The same text to read; joiners within emoji and scripts that need them stay.

    Examples
    --------
    >>> visible("red \\x1b[31malert\\u202e")
    'red \\\\x1b[31malert\\\\u202e'
    """
    if text.isascii() and text.isprintable():
        return text
    out = []
    before = ""
    for char in text:
        if char in keep:
            out.append(char)
        elif char in _NAMED:
            out.append(_NAMED[char])
        elif char in _JOINERS and before > "\u02ff":
            out.append(char)
        else:
            out.append(_escape(char) if unicodedata.category(char) in _HIDDEN else char)
        before = char
    return "".join(out)


def cells(text: str) -> int:
    """Width of a text on a terminal: wide characters take two cells, marks that combine none.

    Examples
    --------
    >>> cells("abc"), cells("報告"), cells("e\u0301")
    (3, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if char in _JOINERS or unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> str:
    """Break text into lines of at most `width`, with a lead on the first and one on the others.

    Parameters
    ----------
    text : str
        Words; a word longer than the line is cut, and a percent sign stays with its figure.
    width : int
        Cells a line, at least 30.
    first, rest : str
        What the lines begin with; `rest` defaults to blanks as long as `first`.

    Examples
    --------
    >>> print(wrap("every line is short, and a figure keeps its sign: 31 %", 30, "  - "))
      - every line is short, and a
        figure keeps its sign:
        31 %
    """
    width = max(width, 30)
    rest = " " * cells(first) if rest is None else rest
    lines: list[str] = []
    line, used, begun = first, cells(first), False
    for word in filter(None, _GAPS.split(text)):
        wide = cells(word)
        if begun and used + 1 + wide > width:
            lines.append(line)
            line, used, begun = rest, cells(rest), False
        while used + wide > width and len(word) > 1 and not begun:
            room, at = width - used, 0
            while at < len(word) and _width(word[at]) <= room:
                room -= _width(word[at])
                at += 1
            lines.append(line + word[: max(at, 1)])
            word = word[max(at, 1) :]
            line, used, wide = rest, cells(rest), cells(word)
        line, used, begun = line + (" " if begun else "") + word, used + begun + wide, True
    return "\n".join([*lines, line]) if lines or begun else ""
