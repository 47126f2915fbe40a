"""The catalogue's patterns over the sentences of a turn."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from recruitrisk.indicators import CATALOGUE
from recruitrisk.text import Matcher

__all__ = ["Hit", "sentence_hits"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern in a sentence.

    Attributes
    ----------
    column : int
        Index of the indicator in the catalogue.
    strength : float
        What the pattern stands for.
    start, end : int
        Span in the turn's canonical text.
    """

    column: int
    strength: float
    start: int
    end: int


@cache
def _compiled() -> tuple[Matcher, list[tuple[int, float]]]:
    regexes, keys, names = [], [], []
    for column, indicator in enumerate(CATALOGUE):
        for at, pattern in enumerate(indicator.patterns):
            regexes.append(pattern.regex)
            keys.append((column, pattern.strength))
            names.append(f"{indicator.id} {at}")
        for at, veto in enumerate(indicator.vetoes):
            regexes.append(veto.regex)
            keys.append((column, 0.0))
            names.append(f"{indicator.id} veto {at}")
    return Matcher(regexes, names), keys


def sentence_hits(text: str, spans: list[tuple[int, int]]) -> list[list[Hit]]:
    """Find the patterns of all indicators in each sentence.

    Parameters
    ----------
    text : str
        Canonical text of a turn.
    spans : list of tuple of int
        Its sentences.

    Returns
    -------
    list of list of Hit
        One list a sentence; a hit that a veto of the same indicator silences there is left out.
    """
    matcher, keys = _compiled()
    found: list[list[Hit]] = [[] for _ in spans]
    if not spans:
        return found
    parts = [text[: spans[0][0]]]
    for (start, end), (after, _) in pairwise(spans):
        parts += (text[start:end], "\n" * (after - end))  # a pattern must not reach over a sentence
    parts.append(text[spans[-1][0] :])
    vetoed: set[tuple[int, int]] = set()
    starts = [a for a, _ in spans]
    for start, end, key in matcher.spans("".join(parts)):
        at = bisect_right(starts, start) - 1
        if at < 0 or end > spans[at][1]:
            continue
        column, strength = keys[key]
        if strength == 0.0:
            vetoed.add((at, column))
        else:
            found[at].append(Hit(column, strength, start, end))
    if not vetoed:
        return found
    return [[h for h in hits if (at, h.column) not in vetoed] for at, hits in enumerate(found)]
