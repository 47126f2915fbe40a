"""Many patterns over canonical text, with a linear-time engine (RE2), searched only where they can be.

Whatever a pattern matches holds one of a few literals (`recruitrisk.text.literals`). One automaton (Aho-Corasick) finds
those of all patterns in a line; RE2 then runs the patterns that are left, over that line alone. RE2 has no backtracking, so
hostile text costs no more than ordinary text. ``docs/benchmarks/engines.md`` compares engines.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

import ahocorasick_rs
import re2

from recruitrisk.errors import RecruitRiskError
from recruitrisk.text.kept import Kept
from recruitrisk.text.literals import plain, shipped, told_by

__all__ = ["Match", "Matcher"]

_MAX_MEMORY = 16 << 20
_BUDGET = 8 << 20
"""Bytes of lines that are kept with their hits."""

_FEW = 20

Span = tuple[int, int, int]
"""Start, end, key."""
_Hits = tuple[tuple[int, int], tuple[Span, ...]]
"""Needs that a line meets of patterns that do not stay within lines, and the hits of those that do."""


@dataclass(frozen=True, slots=True)
class Match:
    """One hit.

    Attributes
    ----------
    key : int
        Index of the pattern.
    start, end : int
        Span in the text, in characters.
    """

    key: int
    start: int
    end: int


class Matcher:
    """Patterns compiled together.

    Parameters
    ----------
    patterns : sequence of str
        RE2 syntax.
    names : sequence, optional
        What to call each in an error message.

    Raises
    ------
    RecruitRiskError
        A pattern is not RE2 syntax.

    Examples
    --------
    >>> m = Matcher([r"\\bwhatsapp\\b", r"\\bper report\\b"])
    >>> [(h.key, h.start, h.end) for h in m.matches("paid per report, ask on whatsapp")]
    [(1, 5, 15), (0, 24, 32)]
    """

    def __init__(self, patterns: Sequence[str], names: Sequence[Hashable] | None = None) -> None:
        self._patterns = tuple(patterns)
        self._single: dict[int, re2._Regexp[bytes]] = {}
        for at, pattern in enumerate(patterns):
            if shipped(pattern):
                continue  # compiled when it is first needed
            try:
                self._compiled(at)
            except (re2.error, UnicodeEncodeError) as problem:
                name = names[at] if names else at
                raise RecruitRiskError(f"pattern {name!r} is not RE2 syntax: {problem}") from problem
        # A way of a pattern is a bit; a literal has the bits of the ways whose first, and whose second need it meets.
        self._pattern_of: list[int] = []
        first: dict[str, int] = {}
        second: dict[str, int] = {}
        self._one_need = 0
        self._lined = 0  # ways of patterns that stay within a line
        self._always: list[int] = []
        self._always_whole: list[int] = []
        for key, pattern in enumerate(patterns):
            lined, needs = told_by(pattern)
            if needs is None:
                (self._always if lined else self._always_whole).append(key)
            for way in needs or ():
                bit = 1 << len(self._pattern_of)
                self._pattern_of.append(key)
                if lined:
                    self._lined |= bit
                if len(way) == 1:
                    self._one_need |= bit
                for met, need in zip((first, second), way, strict=False):
                    for literal in need:
                        met[literal] = met.get(literal, 0) | bit
        self._literals = sorted({*first, *second})
        self._met = [(first.get(word, 0), second.get(word, 0)) for word in self._literals]
        self._automaton: ahocorasick_rs.AhoCorasick | None = None
        self._lines = 0
        self._kept = Kept[str, _Hits](_BUDGET)

    def matches(self, text: str) -> list[Match]:
        """All non-overlapping hits of each pattern in `text`, by start; one of no character is none."""
        return [Match(key, a, b) for a, b, key in self.spans(text)]

    def spans(self, text: str) -> list[Span]:
        """The same as tuples of start, end and key."""
        out: list[Span] = []
        whole = list(self._always_whole)
        base = 0
        one = two = 0
        for line in text.split("\n"):
            if line:
                hits = self._kept.get(line)
                if hits is None:
                    hits = self._in_line(line)
                    self._kept.keep(line, hits, 300 + len(line) + 150 * len(hits[1]))
                met, spans = hits
                out += [(a + base, b + base, key) for a, b, key in spans] if base else spans
                one |= met[0]
                two |= met[1]
            base += len(line) + 1
        left = one & (two | self._one_need) & ~self._lined
        if left or whole:
            out += self._spans(text, {*whole, *self._keys(left)})
        out.sort()
        return out

    def _compiled(self, key: int) -> re2._Regexp[bytes]:
        options = re2.Options()
        options.max_mem = _MAX_MEMORY
        options.log_errors = False
        made = self._single[key] = re2.compile(self._patterns[key].encode("utf-8"), options)
        return made

    def _in_line(self, line: str) -> _Hits:
        """Needs that a line meets, and the hits of the patterns that stay within lines."""
        one = two = 0
        met = self._met
        for literal in self._found(plain(line)):
            first, second = met[literal]
            one |= first
            two |= second
        keys = self._keys(one & (two | self._one_need) & self._lined)
        return (one & ~self._lined, two & ~self._lined), tuple(self._spans(line, keys.union(self._always)))

    def _found(self, line: str) -> Iterable[int]:
        """Numbers of the literals that a line in plain form holds."""
        if self._automaton is None:
            self._lines += 1
            if (
                self._lines <= _FEW
            ):  # the automaton takes as long to build as it takes to look into so many lines without it
                return [at for at, word in enumerate(self._literals) if word in line]
            if not self._literals:
                return ()
            self._automaton = ahocorasick_rs.AhoCorasick(self._literals)
        return set(map(_FIRST, self._automaton.find_matches_as_indexes(line, overlapping=True)))

    def _keys(self, ways: int) -> set[int]:
        """Patterns of a set of ways."""
        keys = set()
        while ways:
            lowest = ways & -ways
            keys.add(self._pattern_of[lowest.bit_length() - 1])
            ways ^= lowest
        return keys

    def _spans(self, text: str, keys: set[int]) -> list[Span]:
        """Hits of some patterns, in no order."""
        if not keys:
            return []
        data = text.encode("utf-8")
        single = self._single
        found = []
        for key in keys:
            pattern = single.get(key) or self._compiled(key)
            found += [(*m.span(), key) for m in pattern.finditer(data) if m.end() > m.start()]
        if not found or len(data) == len(text):
            return found
        at: dict[int, int] = {}
        last = characters = 0
        for offset in sorted({offset for a, b, _ in found for offset in (a, b)}):
            characters += len(data[last:offset].decode("utf-8"))
            at[offset] = characters
            last = offset
        return [(at[a], at[b], key) for a, b, key in found]


_FIRST = itemgetter(0)
