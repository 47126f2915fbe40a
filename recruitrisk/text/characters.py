"""Characters that are read as another one, one for one, so that no offset moves.

Lower case; typographic quotes, dashes and spaces; full-width, mathematical, circled, squared
and other styled letters and digits. What changes the length is in `recruitrisk.text.passes`.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

__all__ = ["confusables", "expansions", "fold"]

_PUNCTUATION = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'", "\u02bc": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2033": '"', "\u2036": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
    "\u2043": "-",
    "\u2026": ".", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\u1680": " ", "\u2800": " ", "\u0130": "i",
    "\u2044": "/", "\u2215": "/", "\u29f8": "/", "\u2024": ".",
}  # fmt: skip
_MANY = 12
"""Above so many different characters to change, one translation is faster than replacing each."""
# Alphabets in signs that have no compatibility form: where "a" or "A" stands in each.
_ALPHABETS = (0x249C, 0x1F110, 0x1F150, 0x1F170)


@cache
def _compatible() -> dict[str, str]:
    """Characters with a compatibility form, and that form; what ``make tables`` wrote."""
    data = resources.files("recruitrisk.text").joinpath("data/compatible.json").read_text("utf-8")
    return dict(json.loads(data))


@cache
def _table() -> dict[str, str]:
    table = dict(_PUNCTUATION)
    for char, plain in _compatible().items():
        if len(plain) != 1 or char in table:
            continue
        if (plain.isascii() and plain.isprintable()) or plain.isalnum():
            table[char] = plain.lower() if len(plain.lower()) == 1 else plain
    for first in _ALPHABETS:
        table.update((chr(first + at), chr(97 + at)) for at in range(26))
    table.update(
        dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")
    )  # halves of pairs can't be written as UTF-8
    return {char: table.get(plain, plain) for char, plain in table.items()}


@cache
def expansions() -> dict[str, str]:
    """Characters that are read as two to four: ligatures, ``№``, ``⑴``.

    Returns
    -------
    dict of str to str
        One character to ASCII in lower case.
    """
    found: dict[str, str] = {}
    for char, plain in _compatible().items():
        low = plain.lower()
        if (
            2 <= len(low) <= 4
            and low.isascii()
            and low.isprintable()
            and char not in _table()
            and low[0] != " "
        ):
            found[char] = low
    return found


@cache
def confusables() -> dict[str, str]:
    """Letters of other scripts, and the Latin letter that each looks like.

    Returns
    -------
    dict of str to str
        One lower-case character to one ASCII letter; what ``make tables`` wrote.
    """
    data = resources.files("recruitrisk.text").joinpath("data/confusables.json").read_text("utf-8")
    return dict(json.loads(data))


def fold(text: str) -> str:
    """Lower case and plain characters, each in its place.

    Parameters
    ----------
    text : str
        Any text, lone surrogates included.

    Returns
    -------
    str
        As long as `text`.

    Examples
    --------
    >>> fold("“Ｗｈａｔｓ\\u00a0𝐀𝐩𝐩”")
    '"whats app"'
    """
    low = text.lower()
    if len(low) != len(text):  # the one letter whose small form is two characters
        low = text.replace("\u0130", "i").lower()
    if not low.isascii():
        table = _table()
        found = table.keys() & set(low)
        if len(found) > _MANY:
            return low.translate({ord(char): table[char] for char in found})
        for char in found:  # far faster than a translation, for a few
            low = low.replace(char, table[char])
    return low
