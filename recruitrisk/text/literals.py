"""Literals of which one stands in whatever a pattern matches: a text that holds none of them need not be searched.

A pattern is read with Python's own parser. For each way at its top there are *needs*, sets of literals of which a match of
that way must hold at least one; the rarest one or two are kept. Literals and texts are compared in a plain form (`plain`), in which
every sign is a space, so that a literal can say that a word begins or ends there: " cv " instead of "cv".

Reading all patterns of the catalogue takes half a second, so ``make tables`` writes what it found into
``data/literals.json``, with the rareness measured on the shipped wordings. A pattern that is not in that file is read
when it is compiled.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from importlib import resources
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

__all__ = [
    "Needs",
    "Rareness",
    "by_length",
    "plain",
    "required_literals",
    "shipped",
    "told_by",
    "within_lines",
]

_MOST = 200
"""Of a run of nodes that can be read in more ways than this, the parts are looked for."""
_MOST_LITERALS = 2000
"""More literals than this are no filter."""
_WIDEST = 10
"""A class of more characters than this is taken as any character."""
_EDGE = "\0"
"""Where a word begins or ends, until a literal is whole."""
_TELLING = 0.8
"""A second need is kept where it leaves less than this share of the texts that the first one leaves."""

Need = frozenset[str] | None
"""One of these must occur; None when nothing must."""
Needs = list[list[list[str]]]
"""For each way of a pattern, its one or two needs."""
Rareness = Callable[[str], float]
"""From a literal to the share of texts that hold it, roughly."""

_SIGNS = "".join(c if c.isascii() and (c.isalnum() or c == "_") else " " for c in map(chr, range(128)))
_WIDE = re.compile(r"[^\x00-\x7f]")


def plain(text: str) -> str:
    """The form in which literals are looked for.

    Each sign of ASCII is a space, and every other character stands between spaces: a word edge of RE2 (whose words
    are of ASCII) is a space, whatever stands there. What a text holds, its plain form holds in plain form.

    Parameters
    ----------
    text : str
        Canonical text.

    Returns
    -------
    str
        With a space at either end.

    Examples
    --------
    >>> plain("my cv, e-mail; 中")
    ' my cv  e mail   中  '
    """
    if not text.isascii():
        text = _WIDE.sub(r" \g<0> ", text)
    return f" {text.translate(_SIGNS)} "


def by_length(literal: str) -> float:
    """Share of texts that hold a literal, guessed: each letter makes it four times as rare."""
    return float(4.0 ** -len(literal.strip()))


def _plain_literal(ways: str) -> str:
    """A literal in plain form, with a space for a word edge at its ends; empty when it tells nothing."""
    core = ways.replace(_EDGE, "")
    if not core:
        return ""
    found = plain(core)[1:-1]
    if ways[0] == _EDGE and _SIGNS[ord(core[0]) % 128] != " " and core[0].isascii():
        found = " " + found
    if ways[-1] == _EDGE and _SIGNS[ord(core[-1]) % 128] != " " and core[-1].isascii():
        found += " "
    return found if found.strip() else ""


class _Reader:
    """Reads the nodes of a parsed pattern."""

    def __init__(self, rareness: Rareness) -> None:
        self.rareness = rareness

    def cost(self, need: frozenset[str]) -> float:
        """Share of texts that hold one of these, at most."""
        return sum(map(self.rareness, sorted(need)))

    def need(self, ways: set[str]) -> Need:
        """What must occur where one of these ways stands, within one line."""
        if any("\n" in way for way in ways):
            return None
        found = {_plain_literal(way) for way in ways}
        return frozenset(found) if all(found) else None

    def rarer(self, one: Need, other: Need) -> Need:
        """The rarer of two needs."""
        if one is None or other is None:
            return other if one is None else one
        return min(one, other, key=self.cost)

    def ways(self, kind: Any, value: Any) -> tuple[set[str] | None, Need]:
        """Every text that a node can match (None if too many), and what must occur in it."""
        if kind is op.LITERAL:
            return {chr(value)}, None
        if kind is op.IN:
            return _class(value), None
        if kind is op.AT:
            return ({_EDGE} if value is op.AT_BOUNDARY else {""}), None
        if kind is op.SUBPATTERN:
            return (None, None) if value[1] else self.sequence(value[3])
        if kind is op.BRANCH:
            parts = [self.sequence(branch) for branch in value[1]]
            whole = {w for p in parts for w in p[0] or ()} if all(p[0] is not None for p in parts) else None
            must = (
                frozenset(w for p in parts for w in p[1] or ()) if all(p[1] is not None for p in parts) else None
            )  # fmt: skip
            return whole, must
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            least, most, body = value
            ways, must = self.sequence(body)
            if most == 1 and ways is not None:
                return (ways | {""} if least == 0 else ways), (must if least else None)
            return None, (must if least else None)
        return None, None

    def sequence(self, nodes: Any, every: list[frozenset[str]] | None = None) -> tuple[set[str] | None, Need]:
        """Every text that a sequence can match (None if too many), and what must occur in it.

        All that must occur is added to `every`; what is returned is the rarest of it.
        """
        run: set[str] | None = {""}  # ways of the nodes last read, as far as they are few
        whole = True  # whether the run began with the sequence
        best: Need = None

        def must(found: Need) -> None:
            nonlocal best
            best = self.rarer(best, found)
            if found is not None and every is not None:
                every.append(found)

        for kind, value in nodes:
            ways, inner = self.ways(kind, value)
            must(inner)
            if ways is not None and run is not None and len(ways) * len(run) <= _MOST:
                run = {a + b for a in run for b in ways}
                continue
            must(self.need(run or {""}))
            run, whole = (set(ways) if ways is not None and len(ways) <= _MOST else {""}), False
        must(self.need(run or {""}))
        return (run if whole else None), best


def _class(items: Any) -> set[str] | None:
    """Characters of a small class; None for a large or a negated one."""
    out: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL:
            out.add(chr(value))
        elif kind is op.RANGE and value[1] - value[0] < _WIDEST:
            out.update(map(chr, range(value[0], value[1] + 1)))
        elif kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
            out.update("0123456789")
        else:
            return None
    return out if len(out) <= _WIDEST else None


def required_literals(pattern: str, rareness: Rareness = by_length) -> Needs | None:
    """Literals that whatever a pattern matches must hold.

    Parameters
    ----------
    pattern : str
        RE2 syntax.
    rareness : callable
        Tells which of several needs is the rarest.

    Returns
    -------
    list of list of list of str, or None
        One list for each way at the top of the pattern; a match of that way holds a literal of each of its one or two needs, in the
        form that `plain` makes. None when some way must hold none, or Python can't read the pattern.

    Examples
    --------
    >>> required_literals(r"\\b(?:my|your) cv\\b|whats ?app")
    [[[' my cv ', ' your cv ']], [['whats app', 'whatsapp']]]
    """
    try:
        nodes = _parser.parse(pattern)
    except (re.error, OverflowError):
        return None
    if nodes.state.flags & ~re.UNICODE:
        return None  # "(?i)" and the like
    reader = _Reader(rareness)
    out: Needs = []
    for way in nodes[0][1][1] if len(nodes) == 1 and nodes[0][0] is op.BRANCH else [nodes]:
        every: list[frozenset[str]] = []
        reader.sequence(way, every)
        telling = sorted(
            (n for n in every if len(n) <= _MOST_LITERALS), key=lambda n: (reader.cost(n), sorted(n))
        )
        if not telling:
            return None
        kept = [telling[0]]
        more = [n for n in telling[1:] if reader.cost(n) < _TELLING and not _implied(n, telling[0])]
        kept += more[:1]
        out.append([sorted(n) for n in kept])
    return out


def within_lines(pattern: str) -> bool:
    """Whether all that a pattern matches stands in one line, and does not depend on what is before or behind the line.

    Parameters
    ----------
    pattern : str
        RE2 syntax.

    Returns
    -------
    bool
        False for a pattern that Python can't read.

    Examples
    --------
    XX, within_lines("^cv")
    (True, False, False, False)
    """
    try:
        nodes = _parser.parse(pattern)
    except (re.error, OverflowError):
        return False
    return not nodes.state.flags & ~re.UNICODE and _stays(nodes)


def _stays(nodes: Any) -> bool:
    """Whether no node can match a line end, nor looks at the ends of the text."""
    for kind, value in nodes:
        if kind is op.LITERAL:
            stays = value != 10
        elif kind is op.IN:
            stays = not _holds_line_end(value)
        elif kind is op.AT:
            stays = value is op.AT_BOUNDARY
        elif kind is op.SUBPATTERN:
            stays = not value[1] and _stays(value[3])
        elif kind is op.BRANCH:
            stays = all(map(_stays, value[1]))
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            stays = _stays(value[2])
        else:
            stays = kind is op.ANY
        if not stays:
            return False
    return True


_NO_LINE_END = (op.CATEGORY_DIGIT, op.CATEGORY_WORD, op.CATEGORY_NOT_SPACE)


def _holds_line_end(items: Any) -> bool:
    """Whether a class may match a line end."""
    for kind, value in items:
        if kind is op.NEGATE:
            return True
        if kind is op.LITERAL and value == 10:
            return True
        if kind is op.RANGE and value[0] <= 10 <= value[1]:
            return True
        if kind is op.CATEGORY and value not in _NO_LINE_END:
            return True
    return False


def _implied(need: frozenset[str], by: frozenset[str]) -> bool:
    """Whether whatever holds one of the latter holds one of the former anyhow."""
    return all(any(word in other for word in need) for other in by)


@cache
def _table() -> tuple[list[str], dict[str, tuple[int, list[list[list[int]]] | None]]]:
    """All literals of the shipped table, and pattern -> whether it stays within lines, numbers of its literals."""
    data = resources.files("recruitrisk.text").joinpath("data/literals.json").read_text("utf-8")
    table = json.loads(data)
    return table["literals"], table["patterns"]


def told_by(pattern: str) -> tuple[bool, Needs | None]:
    """What is known of a pattern: out of the shipped table where that has it, else read now.

    Parameters
    ----------
    pattern : str
        RE2 syntax.

    Returns
    -------
    lined : bool
        See `within_lines`.
    needs : list or None
        See `required_literals`.
    """
    literals, patterns = _table()
    if pattern not in patterns:
        return within_lines(pattern), required_literals(pattern)
    lined, ways = patterns[pattern]
    if ways is None:
        return bool(lined), None
    return bool(lined), [[[literals[at] for at in need] for need in way] for way in ways]


def shipped(pattern: str) -> bool:
    """Whether the shipped table has a pattern, so that it is known to be RE2 syntax."""
    return pattern in _table()[1]
