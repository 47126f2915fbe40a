"""Words of single letters with little between them: ``w h a t s a p p``, ``d.o. .n.o.t``.

A run of single letters is cut into words by a dynamic programme over the cost of each word
(`recruitrisk.text.lexicon.cost`) and of cutting, or not cutting, at each gap; it is read so only where known
words make up most of it, so that lists, initials and codes stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from recruitrisk.text.characters import confusables
from recruitrisk.text.lexicon import CONTRACTED, cost, short_words
from recruitrisk.text.lookalikes import ODD
from recruitrisk.text.passes import PICTURES, Edit

__all__ = ["TRIGGER", "spaced"]

_DOTS = "\u00b7\u2022"
_GAP = rf"[ ._*|~/\\,+=:;#^`{_DOTS}\n{PICTURES}-]"
_CHAR = f"[a-z0-9@$\u00df-\u024f{ODD}]"
_SPACED = re.compile(rf"(?<![^\W_])(?<!')({_CHAR})((?:{_GAP}{{1,3}}{_CHAR}(?![^\W_])){{2,}})")
_PIECE = re.compile(rf"({_GAP}{{1,3}})({_CHAR})")
TRIGGER = rf"(?:^|[^\pL\pN]){_CHAR}(?:{_GAP}{{1,3}}{_CHAR}){{2}}(?:[^\pL\pN]|$)"
"""What RE2 looks for first; see `recruitrisk.text.passes.Pass`."""

_MORE_SHORT = frozenset(("pay", "not", "app"))
_READINGS = (
    str.maketrans("430157$@!|968+", "aeoistsaiiggbt"),
    str.maketrans("430157$@!|968+", "aeolstsallggbt"),
)
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 20
_JOINED_WIDE = 7.0
"""Added for a word that runs over a gap wider than the narrowest, or over a space among signs."""
_CUT_NARROW = 4.0
"""Added for a cut at a sign, or at a narrow gap, where others show where words end."""
_NEVER = 99.0
_COMMON = 7.0
_UNKNOWN, _LETTER = 12.0, 3.0
"""Cost of letters that are no known word, in all and for each."""


def _edges(gaps: Sequence[str]) -> list[tuple[float, float]]:
    """What it costs to join, and to cut, at each gap."""
    narrow = min(map(len, gaps))
    blank = [not gap.strip(" \n") for gap in gaps]
    found = []
    for at, gap in enumerate(gaps):
        near = blank[max(0, at - 1) : at + 2]
        if len(gap) > narrow or (blank[at] and not all(near)):
            found.append((_JOINED_WIDE, 0.0))
        elif not blank[at]:
            found.append((0.0, _CUT_NARROW))
        else:
            found.append((0.0, 0.0))
    if any(len(gap) > narrow for gap in gaps):
        found = [(join, cut or (0.0 if join else _CUT_NARROW)) for join, cut in found]
    return found


def _words(letters: str, edges: Sequence[tuple[float, float]]) -> list[tuple[int, int, bool]]:
    """Letters cut into words at the least cost: start, end, and whether each is known."""
    joined = [0.0]  # cost of joining all gaps before each letter
    for join, _ in edges:
        joined.append(joined[-1] + join)
    best: list[tuple[float, int, bool]] = [(0.0, 0, True)]
    for end in range(1, len(letters) + 1):
        found: list[tuple[float, int, bool]] = []
        for start in range(max(0, end - _LONGEST), end):
            before = (
                best[start][0] + (edges[start - 1][1] if start else 0.0) + joined[end - 1] - joined[start]
            )
            known = cost(letters[start:end])
            other = _UNKNOWN + _LETTER * (end - start)
            found.append((before + min(known, other), start, known <= other))
        best.append(min(found))
    words, at = [], len(letters)
    while at > 0:
        _, start, known = best[at]
        words.append((start, at, known))
        at = start
    return words[::-1]


def _even(gaps: Sequence[str]) -> bool:
    """Whether the narrow gaps are all the same, and no comma of a list."""
    narrow = min(map(len, gaps))
    return len({gap for gap in gaps if len(gap) == narrow}) == 1 and not any(gap[0] in ",:;" for gap in gaps)


def _short(word: str, gaps: Sequence[str], behind: str) -> bool:
    """Whether three letters are a word ("t h e"), no abbreviation ("W.H.O.")."""
    return (
        (word in _MORE_SHORT or word in short_words())
        and len(set(gaps)) == 1
        and len(gaps[0]) == 1
        and gaps[0] not in ",:;\n"
        and not (gaps[0] == "." and (behind == "." or word == "who"))
    )


def _cuts(letters: str, gaps: Sequence[str], behind: str) -> list[int] | None:
    """Before which letters a word starts in a spaced-out run; None if it is no spelling.

    What is `behind` is a character, or the end of a contraction ("d o n't").
    """
    plain = letters.isalpha() and max(letters) < "\u0250"
    letters = "".join(confusables().get(c, c) for c in letters)
    tail = behind if len(behind) > 1 else ""
    edges = [*_edges(gaps), *[(0.0, _NEVER)] * len(tail)]
    for reading in (letters,) if letters.isalpha() else [letters.translate(table) for table in _READINGS]:
        reading += tail
        if len(reading) == 3:
            if _short(reading, gaps, behind):
                return [0]
            continue
        if len(reading) == 4 and behind == "." and set(gaps) == {"."} and cost(reading) > _COMMON:
            continue  # "N.A.T.O."
        words = _words(reading, edges)
        spelt = [(a, b) for a, b, known in words if known and b - a > 1]
        known = sum(b - a for a, b in spelt)
        single = sum(1 for a, b, known in words if known and b - a == 1)
        if not spelt or (known + single) * 4 < 3 * len(reading) or known < 2.5 * len(spelt):
            continue
        a, b = spelt[0]
        if known > 3 or _short(reading[a:b], gaps[a : b - 1], ""):
            return [start for start, _, _ in words]
    narrow = min(map(len, gaps))
    wide = [0, *(at + 1 for at, gap in enumerate(gaps) if len(gap) > narrow)]
    return wide if plain and _even(gaps) and len(letters) >= 6 and letters[:6] not in _ALPHABET else None


def _between(gap: str, joint: str) -> str:
    """What stands for the gap between two words: white space, and a stop or comma that is not there to join."""
    blank = "\n" * gap.count("\n") if "\n" in gap and "\n" not in joint else " "
    mark = gap[0]
    return (mark if mark in ".,:;" and gap[-1].isspace() and mark not in joint else "") + blank


def spaced(text: str) -> Iterator[Edit]:
    """The gaps within spelt-out words, and a space for those between them."""
    for run in _SPACED.finditer(text):
        pieces = _PIECE.findall(run[2])
        letters = run[1] + "".join(letter for _, letter in pieces)
        if sum(c.isalpha() for c in letters) * 2 < len(letters):
            continue
        gaps = [gap for gap, _ in pieces]
        tail = CONTRACTED.match(text, run.end())
        cuts = _cuts(letters, gaps, tail[0] if tail else text[run.end() : run.end() + 1])
        if cuts is None:
            continue
        starts = set(cuts)
        joints = Counter(gap for number, gap in enumerate(gaps, 1) if number not in starts)
        joint = joints.most_common(1)[0][0] if joints else ""
        at = run.start() + 1
        for number, (gap, _) in enumerate(pieces, 1):
            yield at, at + len(gap), _between(gap, joint) if number in starts else ""
            at += len(gap) + 1
