"""Literals of which at least one stands in whatever a pattern matches, for engines that search words first."""

from __future__ import annotations

from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["required_literals"]

_MOST = 400
"""More literals than this are no filter."""

Need = frozenset[str] | None
"""One of these must occur; None when nothing must."""


def _commonness(need: frozenset[str]) -> float:
    """How often one of the literals may occur, roughly: each letter makes one four times as rare."""
    return float(sum(4.0 ** -len(word.strip()) for word in need))


def _better(one: Need, other: Need) -> Need:
    """The rarer of two needs."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other, key=_commonness)


def _charset(items: Any) -> list[str] | None:
    """Characters of a small class; None for a large or a negated one."""
    out = []
    for kind, value in items:
        if kind is not op.LITERAL:
            return None
        out.append(chr(value))
    return out if len(out) <= 4 else None


def _sequence(nodes: Any, every: list[frozenset[str]] | None = None) -> tuple[set[str] | None, Need]:
    """Every text that a sequence can match (None if too many), and what must occur in it.

    All that must occur is added to `every`; what is returned is the rarest of it.
    """
    exact: set[str] | None = {""}  # ways of the run of nodes that was last read
    closed = True  # whether the run began with the sequence
    need: Need = None

    def must(found: Need) -> None:
        nonlocal need
        need = _better(need, found)
        if found is not None and every is not None:
            every.append(found)

    def close() -> None:
        nonlocal exact, closed
        if exact and all(exact):
            must(frozenset(exact))
        exact, closed = {""}, False

    for kind, value in nodes:
        ways: set[str] | None = None
        inner: Need = None
        if kind is op.LITERAL:
            ways = {chr(value)}
        elif kind is op.IN:
            chars = _charset(value)
            ways = set(chars) if chars else None
        elif kind is op.AT:
            ways = {""}
        elif kind is op.SUBPATTERN:
            ways, inner = _sequence(value[3])
        elif kind is op.BRANCH:
            parts = [_sequence(branch) for branch in value[1]]
            if all(p[0] is not None for p in parts):
                ways = {w for p in parts for w in p[0] or ()}
            if all(p[1] is not None for p in parts):
                inner = frozenset(w for p in parts for w in p[1] or ())
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            least, most, body = value
            part = _sequence(body)
            if most == 1 and part[0] is not None:
                ways = part[0] | {""} if least == 0 else part[0]
            elif least > 0:
                inner = part[1]
        if ways is not None and exact is not None and len(ways) * len(exact) <= _MOST:
            exact = {a + b for a in exact for b in ways}
            must(inner)
            continue
        close()
        if ways is not None and len(ways) <= _MOST:
            exact = set(ways)
        must(inner)
    whole = exact if closed else None
    if exact and all(exact):
        must(frozenset(exact))
    return whole, need


def required_literals(pattern: str) -> list[list[frozenset[str]]] | None:
    """Literals that whatever a pattern matches must hold.

    Parameters
    ----------
    pattern : str
        RE2 syntax that Python reads as well.

    Returns
    -------
    list of list of frozenset of str, or None
        One list for each way at the top of the pattern; a match of that way holds a literal of every set of it.
        None when some way must hold no literal of two characters or more.
    """
    nodes = _parser.parse(pattern)
    ways = nodes[0][1][1] if len(nodes) == 1 and nodes[0][0] is op.BRANCH else [nodes]
    out = []
    for way in ways:
        needs: list[frozenset[str]] = []
        _sequence(way, needs)
        telling = [n for n in needs if min(len(w.strip()) for w in n) >= 2 and len(n) <= _MOST]
        if not telling:
            return None
        out.append(sorted(telling, key=_commonness)[:3])
    return out
