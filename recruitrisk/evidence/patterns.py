"""The catalogue's patterns over the sentences of a turn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from recruitrisk.indicators import CATALOGUE
from recruitrisk.text import Matcher

__all__ = ["Hit", "hits_of_many", "sentence_hits"]


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
    return hits_of_many([(text, spans)])[0]


def hits_of_many(texts: Sequence[tuple[str, list[tuple[int, int]]]]) -> list[list[list[Hit]]]:
    """The same for many texts and their sentences at once, which is far quicker.

    Parameters
    ----------
    texts : sequence of (str, list of tuple of int)

    Returns
    -------
    list of list of list of Hit
        For each text what `sentence_hits` gives.
    """
    matcher, _ = _compiled()
    found = matcher.spans_many([_parted(text, spans) for text, spans in texts])
    return [_hits(spans, hits) for (_, spans), hits in zip(texts, found, strict=True)]


def _parted(text: str, spans: list[tuple[int, int]]) -> str:
    """A text with line ends between its sentences: a pattern must not reach over one."""
    if not spans:
        return ""
    parts = [text[: spans[0][0]]]
    for (start, end), (after, _) in pairwise(spans):
        parts += (text[start:end], "\n" * (after - end))
    parts.append(text[spans[-1][0] :])
    return "".join(parts)


def _hits(spans: list[tuple[int, int]], hits: list[tuple[int, int, int]]) -> list[list[Hit]]:
    """Hits of the patterns of a text, by its sentences."""
    keys = _compiled()[1]
    found: list[list[Hit]] = [[] for _ in spans]
    vetoed: set[tuple[int, int]] = set()
    starts = [a for a, _ in spans]
    for start, end, key in hits:
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
