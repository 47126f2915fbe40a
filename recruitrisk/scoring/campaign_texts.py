"""Near-identical texts of a batch, in time and comparisons that are linear in the texts.

A text is sketched by the smallest hashes of its pairs of neighbouring words (MinHash, Broder 1997): the share of equal
places in two sketches estimates the share of word pairs that the texts have in common (Jaccard). Sketches that agree
in a band of four places are compared, each with the first of its bucket and with the one before it, never all with
all. What was joined is then held together around leaders, so that a chain of small changes does not tie texts that
have nothing in common.

The sketches are of numpy alone: measured in docs/benchmarks/campaigns.md, the hashing is a small part of the time, and
libraries for it (datasketch, rensa) keep an index of Python objects that a batch has no need of.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recruitrisk.text import canonical
from recruitrisk.text.lexicon import lexicon

__all__ = ["COPY", "LEAST_WORDS", "PLACES", "SAME", "Groups", "Sketcher", "group_sketches", "likeness"]

PLACES = 128
"""Hashes of a sketch; the standard error of an estimated likeness is below 0.045."""
LEAST_WORDS = 20
"""Shorter texts ("thanks, when can we talk?") are alike among strangers, so they tie nobody."""
SAME = 0.5
"""Texts with so many word pairs in common are of one campaign; a tenth of the words of each may have changed."""
LOOSE = 0.35
"""... and so many with the leader of their group."""
COPY = 0.75
"""From here on a text is a copy: beginning, pitch and end alike. Two agencies that put the same advert into words
of their own stay below."""

Sketches = NDArray[np.uint16]
Labels = NDArray[np.int64]

_ROWS = 4
_KNOWN = 0.7
_STRANGE = 0.2
"""Share of words not in the lexicon from which on a text may be disguised and is brought into its canonical form: that takes
as long as all the rest. Fewer disguised words are left out like names."""
_LETTERS = frozenset("aist")
"""Words of one letter, those of "it's" and "don't" included; others are mostly of a word that was spelt out."""
_MOST_CHARACTERS = 20_000
_BUFFER = 2_000
_BLOCK = 8_192
_CANDIDATES = 8
_ROUNDS = 6
_MOST_WORDS_KEPT = 300_000
# One token a letter where a script has no spaces between words.
_WORD = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\\W\\d_]+")


def _draws() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    random = np.random.default_rng(20251118)
    factors = random.integers(0, 2**32, PLACES, dtype=np.uint32) | np.uint32(1)
    return factors, random.integers(0, 2**32, PLACES, dtype=np.uint32)


_FACTORS, _MASKS = _draws()


class _Vocabulary(dict[str, int]):
    """A word's hash; below zero for words that the lexicon does not hold: names, places, firms."""

    def __missing__(self, word: str) -> int:
        number = zlib.crc32(word.encode("utf-8", "surrogatepass")) + 1
        known = word in lexicon() if len(word) > 1 else word in _LETTERS
        number = number if known else -number
        if len(self) < _MOST_WORDS_KEPT:
            self[word] = number
        return number


class Sketcher:
    """Turns texts into sketches, some thousands at once.

    Numbers are left out, and so are words that the lexicon does not hold (names of people, firms and places), as long as
    it holds most of the words: a swapped name changes nothing. Where many words are strange, tricks with characters are
    undone first (`recruitrisk.text.canonical`).
    """

    def __init__(self) -> None:
        self._words = _Vocabulary()
        self._flat: list[int] = []
        self._lengths: list[int] = []
        self._parts: list[Sketches] = []
        self._long: list[NDArray[np.bool_]] = []

    def add(self, text: str) -> None:
        """One text more."""
        text = text[:_MOST_CHARACTERS]
        words = self._read(text.lower())
        if "<" in text or sum(word < 0 for word in words) > _STRANGE * len(words):
            words = self._read(canonical(text))
        self._flat.extend(words)
        self._lengths.append(len(words))
        if len(self._lengths) >= _BUFFER:
            self._flush()

    def _read(self, text: str) -> list[int]:
        return list(map(self._words.__getitem__, _WORD.findall(text)))

    def finish(self) -> tuple[Sketches, NDArray[np.bool_]]:
        """All sketches in the order of the texts, shape (n, `PLACES`), and which texts are long enough to count."""
        self._flush()
        if not self._parts:
            return np.zeros((0, PLACES), np.uint16), np.zeros(0, np.bool_)
        return np.concatenate(self._parts), np.concatenate(self._long)

    def _flush(self) -> None:
        count = len(self._lengths)
        if not count:
            return
        words = np.array(self._flat, np.int64)
        text = np.repeat(np.arange(count), self._lengths)
        self._flat, self._lengths = [], []
        known = np.bincount(text[words > 0], minlength=count)
        every = np.bincount(text, minlength=count)
        kept = (words > 0) | (known < _KNOWN * every)[text]
        words, text = np.abs(words[kept]).astype(np.uint32), text[kept]
        self._long.append(np.bincount(text, minlength=count) >= LEAST_WORDS)
        pair = text[1:] == text[:-1]
        hashes = _mixed(words[:-1][pair] * np.uint32(0x9E3779B1) + _mixed(words[1:][pair]))
        self._parts.append(_sketches(hashes, text[1:][pair], count))


def _mixed(numbers: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Well spread bits (finaliser of MurmurHash3)."""
    numbers = (numbers ^ (numbers >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    numbers = (numbers ^ (numbers >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return numbers ^ (numbers >> np.uint32(16))


def _sketches(hashes: NDArray[np.uint32], text: NDArray[np.int64], count: int) -> Sketches:
    """Smallest hash in each place; its low 16 bits, since the high ones of a smallest number say little."""
    out = np.zeros((count, PLACES), np.uint16)
    starts = np.flatnonzero(np.r_[True, text[1:] != text[:-1]]) if len(text) else np.zeros(0, np.int64)
    ends = np.r_[starts[1:], len(text)]
    longest = int((ends - starts).max(initial=0))
    block = np.empty((PLACES, max(_BLOCK, longest)), np.uint32)  # stays in the processor's cache
    first = 0
    while first < len(starts):
        last = max(int(np.searchsorted(ends, starts[first] + _BLOCK, side="right")), first + 1)
        a, b = starts[first], ends[last - 1]
        placed = block[:, : b - a]
        np.bitwise_xor(hashes[a:b], _MASKS[:, None], out=placed)
        np.multiply(placed, _FACTORS[:, None], out=placed)
        least = np.minimum.reduceat(placed, starts[first:last] - a, axis=1)
        out[text[starts[first:last]]] = (least & np.uint32(0xFFFF)).astype(np.uint16).T
        first = last
    return out


def likeness(sketches: Sketches, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.float64]:
    """Estimated Jaccard likeness of pairs of sketches, given by their rows.

    Returns
    -------
    array, shape (n_pairs,)
        0 to 1.
    """
    out = np.empty(len(one), np.float64)
    for at in range(0, len(one), _BLOCK):
        part = slice(at, at + _BLOCK)
        out[part] = (sketches[one[part]] == sketches[other[part]]).mean(axis=1)
    return out


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of near-identical texts.

    Attributes
    ----------
    same : array of int, shape (n,)
        Label of the group of each text: those of one pitch, however it was varied.
    copies : array of int, shape (n,)
        The same for copies, a finer cut of `same`.
    comparisons : int
        Pairs of sketches that were compared; at most a fixed number a text.
    """

    same: Labels
    copies: Labels
    comparisons: int


def group_sketches(sketches: Sketches) -> Groups:
    """Group near-identical texts; the order of the rows does not matter.

    Parameters
    ----------
    sketches : array of uint16, shape (n, `PLACES`)

    Returns
    -------
    Groups
    """
    if not len(sketches):
        return Groups(np.zeros(0, np.int64), np.zeros(0, np.int64), 0)
    rows = np.ascontiguousarray(sketches).view(np.dtype((np.void, sketches.shape[1] * 2))).ravel()
    _, first, back, number = np.unique(rows, return_index=True, return_inverse=True, return_counts=True)
    distinct = sketches[first]  # in an order that is of the texts, not of the rows
    labels, compared = _joined(distinct)
    same, more = _around_leaders(distinct, labels, number, LOOSE)
    copies, most = _around_leaders(distinct, same, number, COPY)
    return Groups(same[back], copies[back], compared + more + most)


def _joined(sketches: Sketches) -> tuple[Labels, int]:
    """Components of what agrees in a band and is alike."""
    labels = np.arange(len(sketches))
    compared = 0
    bands = sketches.reshape(len(sketches), -1, _ROWS)
    for band in range(bands.shape[1]):
        keys = np.ascontiguousarray(bands[:, band]).view(np.uint64).ravel()
        order = np.argsort(keys, kind="stable")
        begins = np.r_[True, keys[order][1:] != keys[order][:-1]]
        place = np.arange(len(order))
        head = order[np.maximum.accumulate(np.where(begins, place, 0))]
        one = np.r_[order[~begins], order[~begins]]
        other = np.r_[head[~begins], order[place[~begins] - 1]]
        apart = labels[one] != labels[other]
        one, other = one[apart], other[apart]
        compared += len(one)
        alike = likeness(sketches, one, other) >= SAME
        labels = components(labels[one[alike]], labels[other[alike]], len(sketches))[labels]
    return labels, compared


def components(one: NDArray[np.int64], other: NDArray[np.int64], count: int) -> Labels:
    """Connected components of `count` nodes with the edges given."""
    from scipy.sparse import coo_matrix  # 0.1 s: only when campaigns are looked for
    from scipy.sparse.csgraph import connected_components

    if not count:
        return np.zeros(0, np.int64)
    edges = coo_matrix((np.ones(len(one), np.bool_), (one, other)), shape=(count, count))
    labels: Labels = connected_components(edges, directed=False)[1].astype(np.int64)
    return labels


def _around_leaders(
    sketches: Sketches, labels: Labels, weights: NDArray[np.int64], floor: float
) -> tuple[Labels, int]:
    """Cut each group into those around a leader; after some rounds what is left stands alone.

    The leader is the one of a few candidates that most texts are alike to.
    """
    out = np.arange(len(labels))
    left = np.argsort(labels, kind="stable")
    compared = 0
    for _ in range(_ROUNDS):
        begins = np.flatnonzero(np.r_[True, labels[left][1:] != labels[left][:-1]]) if len(left) else left
        sizes = np.diff(np.r_[begins, len(left)])
        left = left[np.repeat(sizes > 1, sizes)]
        sizes = sizes[sizes > 1]
        if not len(left):
            break
        group = np.repeat(np.arange(len(sizes)), sizes)
        begins = np.r_[0, np.cumsum(sizes)[:-1]]
        best = np.full(len(sizes), -1.0)
        near = np.zeros(len(left), np.bool_)
        leader = np.zeros(len(sizes), np.int64)
        for k in range(_CANDIDATES):
            candidate = left[begins + sizes * k // _CANDIDATES]
            alike = likeness(sketches, left, candidate[group]) >= floor
            compared += len(left)
            reach = np.bincount(group, weights[left] * alike, len(sizes))
            better = reach > best
            best, leader = np.where(better, reach, best), np.where(better, candidate, leader)
            near = np.where(better[group], alike, near)
        out[left[near]] = leader[group[near]]
        left = left[~near]
    return out, compared


def shares(texts: Sequence[str]) -> NDArray[np.float64]:
    """Likeness of every pair of some texts, shape (n, n); for a look at a few.

    Examples
    --------
    >>> pitch = "we pay for short written reports on what your committee has not yet published and ask for discretion {}"
    >>> found = shares([pitch.format("Tom, call me"), pitch.format("Ann, call me")])
    >>> float(found[0, 1])
    1.0
    """
    sketcher = Sketcher()
    for text in texts:
        sketcher.add(text)
    sketches, _ = sketcher.finish()
    one, other = np.divmod(np.arange(len(texts) ** 2), max(len(texts), 1))
    return likeness(sketches, one, other).reshape(len(texts), len(texts))
