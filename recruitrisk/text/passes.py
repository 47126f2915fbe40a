"""Passes over what is not text: markup, hidden characters, combining marks, white space.

A pass is a function from folded text to *edits*, in order and without overlap, linear in the
text; beside each stands its trigger, an RE2 expression without which the pass has nothing to
do. `recruitrisk.text.normal` runs them; the passes over disguised words are in
`recruitrisk.text.disguises`.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from recruitrisk.text.characters import expansions

__all__ = ["HIDDEN", "PICTURES", "SURFACE", "Edit", "Pass"]

Edit = tuple[int, int, str]
"""Replace ``text[start:end]`` by the string."""


@dataclass(frozen=True, slots=True)
class Pass:
    """One pass.

    Attributes
    ----------
    trigger : str
        RE2 expression; the pass runs only on text in which it occurs.
    edits : callable
        From text to edits.
    """

    trigger: str
    edits: Callable[[str], Iterable[Edit]]


HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff\x00-\x08\x0e-\x1f\x7f-\x9f"
)
"""Characters that show nothing, as the inside of a character class."""
PICTURES = "\u2190-\u27ff\u2801-\u2bff\U0001f000-\U0001f1e5\U0001f200-\U0001fbff"
"""Arrows, signs and emoji, without the flags, as the inside of a character class."""

_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
_JOINERS = re.compile("(?<=[\u0590-\u0dff])[\u200c\u200d](?=[\u0590-\u0dff])")

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,15})((?:[\s/][^<>]{0,2000})?)>|<![a-z-][^<>]{0,2000}>")
_ENTITY = re.compile(r"&(?:(?:amp|#0{0,4}38|#x0{0,4}26);)*(#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});")
_BLOCKS = frozenset("p br div li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote section article hr".split())
_INLINE = frozenset(
    """a abbr b bdi bdo big body center cite code del dd dl dt em font form head html i img input ins kbd
    label link mark meta nav ol p pre q s samp script small span strike strong style sub sup svg
    tbody td th thead title tt u var wbr""".split()
)


def _markup(text: str) -> Iterator[Edit]:
    """Tags and entities.

    A tag is a name of HTML, or a name alone, or one with attributes; "pay <max and >min" is none.
    """
    edits: list[Edit] = []
    for tag in _TAG.finditer(text):
        name, rest = tag[2] or "", tag[3] or ""
        if not name or name in _BLOCKS or name in _INLINE or not rest.strip("/ \n") or "=" in rest:
            edits.append((tag.start(), tag.end(), "\n" if name in _BLOCKS else ""))
    for entity in _ENTITY.finditer(text):
        char = html.unescape(f"&{entity[1]};")
        if char != f"&{entity[1]};":
            edits.append((entity.start(), entity.end(), char))
    edits.sort()
    last = 0
    for edit in edits:  # an entity inside of a tag goes with the tag
        if edit[0] >= last:
            yield edit
            last = edit[1]


_PLAIN_TAG = re.compile(
    r"</?(p|br|div|span|b|i|u|em|strong|small|font|ul|ol|li|h[1-6]|blockquote|section|article|hr)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)


def markup(text: str) -> list[Edit]:
    """Entities and the tags that only lay out a text, and what a reader sees in their place.

    Tags that do more (links, pictures, scripts) are left for the reader to see.

    Parameters
    ----------
    text : str
        Raw text, in any case.

    Returns
    -------
    list of (start, end, replacement)
        In order, none over another: a line end for a tag that parts lines, nothing for other tags, the character
        of an entity.
    """
    if "<" not in text and "&" not in text:
        return []
    tags = [
        (tag.start(), tag.end(), "\n" if tag[1].lower() in _BLOCKS else "")
        for tag in _PLAIN_TAG.finditer(text)
    ]
    entities = [
        (found.start(), found.end(), html.unescape(f"&{found[1]};"))
        for found in _ENTITY.finditer(text)
        if html.unescape(f"&{found[1]};") != f"&{found[1]};"
    ]
    return sorted(tags + entities)


_REVERSED = re.compile("\u202e([^\u202c\n]{0,200})\u202c?")
_HIDDEN_RUN = re.compile(f"[{HIDDEN}]+")


def _turned(text: str) -> Iterator[Edit]:
    """Text that a right-to-left override shows from its end."""
    return ((m.start(), m.end(), m[1][::-1]) for m in _REVERSED.finditer(text))


def _hidden(text: str) -> Iterator[Edit]:
    """Zero-width, bidi and other characters that show nothing; joiners of Arabic and Indic words stay."""
    for run in _HIDDEN_RUN.finditer(text):
        if not (len(run[0]) == 1 and run[0] in "\u200c\u200d" and _JOINERS.match(text, run.start())):
            yield run.start(), run.end(), ""


_MARK_RUN = re.compile(f"[{_MARKS}]+")


def _composed(text: str) -> Iterator[Edit]:
    """Combining marks: composed where a letter with these accents exists, else dropped."""
    for run in _MARK_RUN.finditer(text):
        at = run.start()
        if at == 0 or not text[at - 1].isalpha():
            yield at, run.end(), ""
            continue
        base = text[at - 1]
        one = unicodedata.normalize("NFC", base + run[0][:2])
        yield at - 1, run.end(), one if len(one) == 1 and len(run[0]) <= 2 else base


def _expanded(text: str) -> Iterator[Edit]:
    """Ligatures and other characters that stand for two or more."""
    table = expansions()
    return ((at, at + 1, table[char]) for at, char in enumerate(text) if char in table)


_SPACE = re.compile(r"[ \t\n\r\x0b\x0c]+")


def _spaces(text: str) -> Iterator[Edit]:
    """One space between words, one or two line ends between lines."""
    for run in _SPACE.finditer(text):
        found = run[0]
        lines = found.count("\n") + found.count("\r") - found.count("\r\n")
        yield run.start(), run.end(), "\n" * min(lines, 2) or " "


SURFACE: tuple[Pass, ...] = (
    Pass("<[a-z/!]|&[a-z#]", _markup),
    Pass("\u202e", _turned),
    Pass(f"[{HIDDEN}]", _hidden),
    Pass(f"[{_MARKS}]", _composed),
    Pass(f"[{''.join(expansions())}]", _expanded),
    Pass(r"[ \n][ ]|[ ]\n|\n\n\n|[\t\r\x0b\x0c]", _spaces),
)
"""In the order in which they run."""
