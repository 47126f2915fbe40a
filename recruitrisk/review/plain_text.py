"""Foreign text made safe to look at: no control byte reaches a terminal or a page."""

from __future__ import annotations

import textwrap
import unicodedata

__all__ = ["visible", "wrap"]

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
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


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> str:
    """Break text into lines of at most `width`, with a lead on the first and one on the others.

    Parameters
    ----------
    text : str
        Words; a word longer than the line is cut.
    width : int
        Characters a line.
    first, rest : str
        What the lines begin with; `rest` defaults to blanks as long as `first`.
    """
    return textwrap.fill(
        text,
        max(width, 30),
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_on_hyphens=False,
    )
