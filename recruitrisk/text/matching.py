"""Many patterns over canonical text, with a linear-time engine (RE2), searched only where they can be.

Whatever a pattern matches holds one of a few literals (`recruitrisk.text.literals`). One automaton (Aho-Corasick) finds
those of all patterns in a line; RE2 then runs the patterns that are left, over that line alone. RE2 has no backtracking, so
hostile text costs no more than ordinary text. ``docs/benchmarks/engines.md`` compares engines.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import itemgetter, or_

import ahocorasick_rs
import re2

from recruitrisk.errors import RecruitRiskError
from recruitrisk.text.kept import Kept
from recruitrisk.text.literals import Literals, plain, shipped

__all__ = ["Match", "Matcher"]

_MAX_MEMORY = 16 << 20
_BUDGET = 8 << 20
"""Bytes of lines that are kept with their hits."""

_FEW = 1200
"""Characters that are looked into without the automaton, which takes as long to build."""

Span = tuple[int, int, int]
"""Start, end, key."""
_Hits = tuple[int, int, tuple[Span, ...]]
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
        literals = Literals()
        met: tuple[list[int], list[int]] = ([0] * len(literals.words), [0] * len(literals.words))
        self._pattern_of: list[int] = []
        self._one_need = 0
        self._lined = 0  # ways of patterns that stay within a line
        self._always: list[int] = []
        self._always_whole: list[int] = []
        for key, pattern in enumerate(patterns):
            lined, ways = literals.told_by(pattern)
            for half in met:
                half += [0] * (len(literals.words) - len(half))
            if ways is None:
                (self._always if lined else self._always_whole).append(key)
            for way in ways or ():
                bit = 1 << len(self._pattern_of)
                self._pattern_of.append(key)
                if lined:
                    self._lined |= bit
                if len(way) == 1:
                    self._one_need |= bit
                for half, need in zip(met, way, strict=False):
                    for number in need:
                        half[number] |= bit
        used = [at for at, bits in enumerate(zip(*met, strict=True)) if bits != (0, 0)]
        self._literals = [literals.words[at] for at in used]
        self._ways = len(self._pattern_of)
        self._met = [
            met[0][at] | met[1][at] << self._ways for at in used
        ]  # the first needs, and above the second
        self._automaton: ahocorasick_rs.AhoCorasick | None = None
        self._seen = 0
        self._kept = Kept[str, _Hits](_BUDGET)

    def matches(self, text: str) -> list[Match]:
        """All non-overlapping hits of each pattern in `text`, by start; one of no character is none."""
        return [Match(key, a, b) for a, b, key in self.spans(text)]

    def spans(self, text: str) -> list[Span]:
        """The same as tuples of start, end and key."""
        return self.spans_many([text])[0]

    def spans_many(self, texts: Sequence[str]) -> list[list[Span]]:
        """The same for many texts at once, which is far quicker: each pattern is run once over the lines of all."""
        lines = [text.split("\n") for text in texts]
        hits = self._hits(dict.fromkeys(line for found in lines for line in found if line))
        out = []
        for text, found in zip(texts, lines, strict=True):
            spans: list[Span] = []
            base = one = two = 0
            for line in found:
                if line:
                    met_one, met_two, inside = hits[line]
                    if inside:
                        spans += [(a + base, b + base, key) for a, b, key in inside]
                    one |= met_one
                    two |= met_two
                base += len(line) + 1
            left = one & (two | self._one_need) & ~self._lined
            if left or self._always_whole:
                for key in {*self._always_whole, *self._keys(left)}:
                    for _, more in self._search(key, [text]):
                        spans += more
            spans.sort()
            out.append(spans)
        return out

    def _compiled(self, key: int) -> re2._Regexp[bytes]:
        options = re2.Options()
        options.max_mem = _MAX_MEMORY
        options.log_errors = False
        made = self._single[key] = re2.compile(self._patterns[key].encode("utf-8"), options)
        return made

    def _hits(self, lines: Iterable[str]) -> dict[str, _Hits]:
        """What each line meets and holds."""
        out: dict[str, _Hits] = {}
        needs: dict[str, tuple[int, int]] = {}
        lines_of: dict[int, list[str]] = {}
        for line in lines:
            found = self._kept.get(line)
            if found is not None:
                out[line] = found
                continue
            both = reduce(or_, map(self._met.__getitem__, self._found(plain(line))), 0)
            two = both >> self._ways
            one = both ^ two << self._ways
            for key in self._always:
                lines_of.setdefault(key, []).append(line)
            for key in self._keys(one & (two | self._one_need) & self._lined).difference(self._always):
                lines_of.setdefault(key, []).append(line)
            needs[line] = one & ~self._lined, two & ~self._lined
        spans: dict[str, list[Span]] = {line: [] for line in needs}
        for key, searched in lines_of.items():
            for line, inside in self._search(key, searched):
                spans[line] += inside
        for line, (one, two) in needs.items():
            out[line] = one, two, tuple(spans[line])
            self._kept.keep(line, out[line], 300 + len(line) + 150 * len(spans[line]))
        return out

    def _found(self, line: str) -> Iterable[int]:
        """Numbers of the literals that a line in plain form holds."""
        if self._automaton is None:
            self._seen += len(line)
            if self._seen <= _FEW:
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

    def _search(self, key: int, texts: Sequence[str]) -> Iterator[tuple[str, list[Span]]]:
        """Texts in which a pattern has hits, and these; of more than one text if it stays within lines."""
        pattern = self._single.get(key) or self._compiled(key)
        data = "\n".join(texts).encode("utf-8")
        found = [span for m in pattern.finditer(data) if (span := m.span())[1] > span[0]]
        if not found:
            return
        base = at = 0
        for text in texts:
            size = len(text) if text.isascii() else len(text.encode("utf-8"))
            first = at
            while at < len(found) and found[at][0] < base + size:
                at += 1
            if at > first:
                spans = [(a - base, b - base) for a, b in found[first:at]]
                if size > len(text):
                    spans = _in_characters(data[base : base + size], spans)
                yield text, [(a, b, key) for a, b in spans]
                if at == len(found):
                    return
            base += size + 1


def _in_characters(data: bytes, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in bytes as spans in characters."""
    at: dict[int, int] = {}
    last = characters = 0
    for offset in sorted({offset for span in spans for offset in span}):
        characters += len(data[last:offset].decode("utf-8"))
        at[offset] = characters
        last = offset
    return [(at[a], at[b]) for a, b in spans]


_FIRST = itemgetter(0)
