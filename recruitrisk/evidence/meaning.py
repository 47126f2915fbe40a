"""Sentence meaning: one small linear classifier per indicator over word and character n-grams.

A sentence becomes a bag of grams: its words, pairs of neighbours, pairs with one word between, words
in reach of a negation, and the character 4-grams inside of each word (3- to 5-grams find no more and cost four times as much
to fit: ``docs/benchmarks/wordings.md``). Each gram weighs its inverse
document frequency and the bag is scaled to unit length (every occurrence counts; short ones less), so
a sentence's score is a sum over tokens and pairs that can be looked up, and a word's own grams are
added up once and kept.

A second set of weights over the same grams reads whole texts: what surrounds a sentence tells an
invitation to sell secrets from a compliance notice in the same words. Its log-odds are those of the best run of
up to twelve sentences, so words put before or behind lower nothing and a long thread adds nothing up.

Fitting is scikit-learn's logistic regression, one indicator at a time; weights are then
rounded to 8 bits an indicator and those rounded weights *are* the fitted model, so that what is stored is exact.
Scoring needs numpy alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recruitrisk.evidence.fitting import LEAST_SQUARE, NEVER, Documents, design, fit_folds, gram_counts
from recruitrisk.evidence.grams import (
    KnownWord,
    denied,
    gram_keys,
    known_pair_keys,
    known_word,
    pair_keys,
    word_keys,
)
from recruitrisk.evidence.runs import runs
from recruitrisk.text.kept import Kept

__all__ = ["Documents", "SentenceMeaning", "design", "gram_keys", "pair_keys", "word_keys"]

_CACHE_LIMIT = 30_000  # words, 17 MB
_BUDGET = 16 << 20  # bytes of sentences that are kept with their bags
Floats = NDArray[np.float64]
_ADD = np.add.reduce
_NONE = np.zeros(0, dtype=np.intp)
_AT_ONCE = 512
"""Grams whose weights are laid out at once."""


class SentenceMeaning:
    """Multi-label classifier of sentences and of whole texts, with looked-up weights.

    Parameters
    ----------
    keys : ndarray of uint32, shape (n_grams,)
        Sorted gram keys.
    idf : ndarray of float32, shape (n_grams,)
        Weight of each gram in the bag.
    weights : ndarray of int8, shape (n_grams, 2 * n_indicators)
        Rounded coefficients: first those of sentences, then those of whole texts.
    scale : ndarray of float64, shape (2 * n_indicators,)
        Coefficient of one step of `weights`.
    intercept : ndarray of float64, shape (2 * n_indicators,)
    ids : tuple of str
        Indicator ids.
    """

    def __init__(
        self,
        keys: NDArray[np.uint32],
        idf: NDArray[np.float32],
        weights: NDArray[np.int8],
        scale: Floats,
        intercept: Floats,
        ids: tuple[str, ...],
    ) -> None:
        self.keys, self.idf, self.weights = keys, idf, weights
        self.scale, self.intercept, self.ids = scale, intercept, ids
        self._idf = idf.astype(np.float64)
        self._square = self._idf**2
        self._words: dict[str, KnownWord] = {}
        self._vectors = np.zeros((1024, len(scale)))
        self._last: tuple[Any, ...] | None = None  # of the sentence that was quoted last
        self._bags = Kept[tuple[str, ...], tuple[Floats, float]](_BUDGET)

    def __getstate__(self) -> dict[str, Any]:
        """What is sent to workers: nothing of the texts that were read."""
        return {**self.__dict__, "_words": {}, "_vectors": np.zeros((1024, len(self.scale))), "_last": None}

    def _rows(self, keys: Sequence[int]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Rows of the known ones of these keys, and which of the keys they are."""
        asked = np.array(keys if len(self.keys) else (), dtype=np.uint32)
        if not len(asked):
            return _NONE, _NONE
        rows = np.searchsorted(self.keys, asked)
        known = np.flatnonzero(self.keys.take(rows, mode="clip") == asked)
        return rows.take(known), known

    def _know(self, words: Sequence[str]) -> None:
        """Add up the own grams of words that are new, and keep the sums."""
        keys: list[int] = []
        ends = []
        for word in words:
            keys += word_keys(word)
            ends.append(len(keys))
        rows, found_at = self._rows(keys)
        cuts = np.searchsorted(found_at, ends).tolist()
        while len(self._words) + len(words) > len(self._vectors):
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
        number = len(self._words)
        squares = self._add_up(rows, cuts, self._vectors[number : number + len(words)])
        for word, square in zip(words, squares, strict=True):
            self._words[word] = known_word(word, number, square)
            number += 1

    def _known(self, words: Iterable[str]) -> list[KnownWord]:
        words = list(words)
        new = set(words).difference(self._words)
        if new:
            self._know(sorted(new))
        return [self._words[word] for word in words]

    def _add_up(self, rows: NDArray[np.intp], cuts: Sequence[int], out: Floats) -> list[float]:
        """Sum of the weights of each run of grams, into the rows of `out`, and of their squared lengths."""
        squares: list[float] = []
        first = at = 0
        while at < len(cuts):
            last = (
                bisect_left(cuts, first + _AT_ONCE, at, len(cuts) - 1) + 1
            )  # runs whose weights lie in memory
            index = rows[first : cuts[last - 1]]
            idf, square = self._idf.take(index), self._square.take(index)
            weights = self.weights.take(index, axis=0).astype(np.float64)
            a = 0
            for number in range(at, last):
                b = cuts[number] - first
                if b > a:
                    np.dot(idf[a:b], weights[a:b], out=out[number])
                    squares.append(float(_ADD(square[a:b])))
                else:
                    out[number] = 0.0
                    squares.append(0.0)
                a = b
            first, at = cuts[last - 1], last
        return squares

    def _add_words(self, sentences: Sequence[Sequence[KnownWord]], out: Floats) -> None:
        """Add the words' own weights to the row of each sentence."""
        first = 0
        while first < len(sentences):
            numbers: list[int] = []
            starts, filled = [], []
            while first < len(sentences) and len(numbers) < _AT_ONCE:
                if sentences[first]:
                    starts.append(len(numbers))
                    filled.append(first)
                    numbers += [word[0] for word in sentences[first]]
                first += 1
            if numbers:
                out[filled] += np.add.reduceat(self._vectors.take(numbers, axis=0), starts, axis=0)

    def bags(self, sentences: Sequence[Sequence[str]]) -> tuple[Floats, Floats]:
        """Sum of weights, shape (n_sentences, 2 * n_indicators), and squared length of each sentence's bag.

        A weight of a gram is a whole number times a multiple of 2**-23, so that every sum of them is exact in 64 bits:
        its order, and with it how many sentences are read at once, does not matter. Squared lengths are added
        up sentence by sentence.
        """
        totals = np.zeros((len(sentences), len(self.scale)))
        squares = np.zeros(len(sentences))
        kept = self._bags
        new: dict[tuple[str, ...], int] = {}
        again: list[tuple[int, int]] = []
        for at, words in enumerate(map(tuple, sentences)):
            found = kept.get(words)
            if found is not None:
                totals[at], squares[at] = found
            elif (first := new.setdefault(words, at)) != at:
                again.append((at, first))
        if not new:
            return totals, squares
        if len(self._words) >= _CACHE_LIMIT:
            self._words.clear()
            self._last = None
        known = self._words
        strange = set(chain.from_iterable(new)).difference(known)
        if strange:
            self._know(sorted(strange))
        asked: list[int] = []
        ends = []
        read = []
        for words in new:
            told = [known[word] for word in words]
            asked += known_pair_keys(words, told)
            ends.append(len(asked))
            read.append(told)
        rows, found_at = self._rows(asked)
        sums = np.empty((len(new), len(self.scale)))
        lengths = self._add_up(rows, np.searchsorted(found_at, ends).tolist(), sums)
        self._add_words(read, sums)
        for (words, at), told, total, square in zip(new.items(), read, sums, lengths, strict=True):
            for word in told:
                square += word[1]
            totals[at], squares[at] = total, square
            kept.keep(words, (total.copy(), square), 1000 + 70 * len(words))
        for at, first in again:
            totals[at], squares[at] = totals[first], squares[first]
        return totals, squares

    def _log_odds(self, total: Floats, square: Floats, columns: slice) -> Floats:
        length = np.sqrt(np.maximum(square, LEAST_SQUARE))[..., None]
        return np.asarray(total * self.scale[columns] / length + self.intercept[columns])

    def decision(self, words: Sequence[str]) -> Floats:
        """Log-odds of each indicator for one sentence.

        Parameters
        ----------
        words : sequence of str
            Tokens.

        Returns
        -------
        ndarray of float, shape (n_indicators,)
        """
        total, square = self.bags([words])
        odds: Floats = self._log_odds(total[:, : len(self.ids)], square, slice(len(self.ids)))[0]
        return odds

    def read(self, sentences: Sequence[Sequence[str]]) -> tuple[Floats, Floats]:
        """Log-odds of each indicator for each sentence and for the whole text.

        Parameters
        ----------
        sentences : sequence of sequence of str
            Tokens of each sentence of a text, in order; one at least.

        Returns
        -------
        sentences : ndarray of float, shape (n_sentences, n_indicators)
            As `decision` gives them.
        text : ndarray of float, shape (n_indicators,)
            The highest over all runs of up to twelve sentences.
        """
        each, texts = self.read_many([sentences])
        return each, texts[0]

    def read_many(self, texts: Sequence[Sequence[Sequence[str]]]) -> tuple[Floats, Floats]:
        """Log-odds for the sentences of many texts, one after another, and for each text; see `read`.

        Returns
        -------
        sentences : ndarray of float, shape (n_sentences of all, n_indicators)
        texts : ndarray of float, shape (n_texts, n_indicators)
        """
        n = len(self.ids)
        totals, squares = self.bags([words for text in texts for words in text])
        each = self._log_odds(totals[:, :n], squares, slice(n))
        out = np.full((len(texts), n), -np.inf)
        start = 0
        later = totals[:, n:]
        for at, text in enumerate(texts):
            end = start + len(text)
            total = np.zeros((len(text) + 1, n))
            later[start:end].cumsum(axis=0, out=total[1:])
            square = np.zeros(len(text) + 1)
            squares[start:end].cumsum(out=square[1:])
            for first, last in runs(len(text)):
                odds = self._log_odds(
                    total[last] - total[first], square[last] - square[first], slice(n, 2 * n)
                )
                np.maximum(out[at], odds.max(axis=0), out=out[at])
            start = end
        return each, out

    def influence(self, words: Sequence[str], column: int) -> Floats:
        """What each token adds to one indicator's log-odds (its own grams and half of its pairs), shape (n_tokens,)."""
        if self._last is None or self._last[0] is not words:
            n = len(words)
            known = self._known(words)
            rows, found_at = self._rows(known_pair_keys(words, known))
            near = np.arange(n)
            again = np.array(denied(words), dtype=np.intp)
            first = np.concatenate([[-1], near, again, near[: max(n - 2, 0)]])[found_at]
            last = np.concatenate([near, [n], again, near[2:]])[found_at]
            squares = np.concatenate([[word.square for word in known], self._square[rows]])
            square = float(squares.cumsum()[-1]) if len(squares) else 0.0
            numbers = np.array([word.number for word in known], dtype=np.intp)
            self._last = words, numbers, rows, first, last, square
        _, numbers, rows, first, last, square = self._last
        out = self._vectors[numbers, column]
        value = self._idf[rows] * self.weights[rows, column]
        for at, other in ((first, last), (last, first)):
            inside = (at >= 0) & (at < len(out))
            halved = inside & (other >= 0) & (other < len(out))
            np.add.at(out, at[inside], np.where(halved, value / 2, value)[inside])
        return np.asarray(out * self.scale[column] / np.sqrt(max(square, LEAST_SQUARE)))

    @classmethod
    def fit(
        cls,
        sentences: Sequence[Sequence[str]],
        marks: Floats,
        folds: NDArray[np.int64],
        ids: tuple[str, ...],
        *,
        weight: Floats,
        documents: Documents | None = None,
        min_count: int = 3,
        strength: float = 10.0,
        n_jobs: int = 1,
    ) -> tuple[dict[int, SentenceMeaning], SentenceMeaning]:
        """Fit on marked sentences and texts, once without each fold of families, and take the mean.

        Parameters
        ----------
        sentences : sequence of sequence of str
            Tokens of each.
        marks : ndarray, shape (n_sentences, n_indicators)
            1 shown, 0 not shown, NaN unknown (left out for that indicator).
        folds : ndarray, shape (n_sentences,)
            Fold of each; -1 belongs to every fit.
        ids : tuple of str
            Columns of `marks`.
        weight : ndarray, shape (n_sentences, n_indicators)
            Weight of each mark.
        documents : Documents, optional
            Texts made of these sentences; without them every text is most unlikely to show anything.
        min_count : int
            A gram must occur in so many sentences.
        strength : float
            Inverse of the L2 penalty (scikit-learn's ``C``).
        n_jobs : int
            Processes; the result does not depend on it.

        Returns
        -------
        without : dict of int to SentenceMeaning
            Fold -> classifiers that saw no sentence of it.
        mean : SentenceMeaning
            Mean of their weights: what is shipped. Its log-odds are as wide as those of its parts, so what was
            set on folds left out (heads, calibration) holds for it.
        """
        bags = [gram_keys(words) for words in sentences]
        keys, counts = gram_counts(bags)
        keys, df = keys[counts >= min_count], counts[counts >= min_count]
        idf = (np.log((1 + len(bags)) / (1 + df)) + 1).astype(np.float32)
        numbers = sorted(set(folds.tolist()) - {-1})
        coef, intercept = fit_folds(
            design(bags, keys, idf), marks, folds, weight, numbers, strength, n_jobs=n_jobs
        )
        if documents is None:
            text_coef, text_intercept = np.zeros_like(coef), np.full_like(intercept, NEVER)
        else:
            texts = [[key for at in text for key in bags[at]] for text in documents.sentences]
            text_coef, text_intercept = fit_folds(
                design(texts, keys, idf), documents.marks, documents.folds, np.ones_like(documents.marks),
                numbers, documents.strength, n_jobs=n_jobs,
            )  # fmt: skip
        coef = np.concatenate([coef, text_coef], axis=2)
        intercept = np.concatenate([intercept, text_intercept], axis=1)
        without = {
            fold: cls._rounded(keys, idf, coef[at], intercept[at], ids) for at, fold in enumerate(numbers)
        }
        return without, cls._rounded(keys, idf, coef.mean(axis=0), intercept.mean(axis=0), ids)

    @classmethod
    def _rounded(
        cls,
        keys: NDArray[np.uint32],
        idf: NDArray[np.float32],
        coef: Floats,
        intercept: Floats,
        ids: tuple[str, ...],
    ) -> SentenceMeaning:
        """Round coefficients to 8 bits an indicator."""
        scale = np.maximum(np.abs(coef).max(axis=0), 1e-12) / 127
        # Row by row in memory: `take` would copy a matrix of another order as a whole, for every sentence.
        weights = np.ascontiguousarray(np.round(coef / scale), dtype=np.int8)
        return cls(keys, idf, weights, scale, intercept, ids)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Everything needed to make it again, as arrays."""
        return {
            "meaning_keys": self.keys,
            "meaning_idf": self.idf,
            "meaning_weights": self.weights,
            "meaning_scale": self.scale,
            "meaning_intercept": self.intercept,
        }

    @classmethod
    def from_arrays(cls, arrays: dict[str, NDArray[Any]], ids: tuple[str, ...]) -> SentenceMeaning:
        """The inverse of `arrays`."""
        return cls(
            arrays["meaning_keys"],
            arrays["meaning_idf"],
            arrays["meaning_weights"],
            arrays["meaning_scale"],
            arrays["meaning_intercept"],
            ids,
        )
