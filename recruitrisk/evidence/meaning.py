"""Sentence meaning: one small linear classifier per indicator over word and character n-grams.

A sentence becomes a bag of grams: its words, pairs of neighbours, pairs with one word between, words
in reach of a negation, and the character 3- to 5-grams inside of each word. Each gram weighs its inverse
document frequency and the bag is scaled to unit length (every occurrence counts; short ones less), so
a sentence's score is a sum over tokens and pairs that can be looked up, and a word's own grams are
added up once and kept.

Fitting is scikit-learn's logistic regression, one indicator at a time; weights are then
rounded to 8 bits an indicator and those rounded weights *are* the fitted model, so that what is stored is exact.
Scoring needs numpy alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

__all__ = ["SentenceMeaning", "design", "gram_keys", "pair_keys", "word_keys"]

_CACHE_LIMIT = 60_000
_LEAST_SQUARE = 5_000.0  # about ten words: a bag of less is not scaled up, so "Received." proves nothing
_CHAR = (3, 5)
_MAX_WORD = 24
_REACH = 5
_NEGATIONS = frozenset(
    """not no never don't can't cannot won't without nothing none neither nor isn't aren't doesn't didn't wasn't shouldn't
    wouldn't mustn't couldn't avoid nobody dont cant nicht kein keine keinen keiner pas ne jamais geen niet nooit nie bez
    sin 不 没 别 勿 无""".split()
)

Floats = NDArray[np.float64]


def word_keys(word: str) -> list[int]:
    """Keys of a token's own grams: the word, and the character n-grams inside of it."""
    keys = [crc32(b"w" + word.encode())]
    if word[0] == "<":
        return keys
    padded = f" {word[:_MAX_WORD]} "
    for size in range(_CHAR[0], _CHAR[1] + 1):
        keys.extend(crc32(b"c" + padded[i : i + size].encode()) for i in range(len(padded) - size + 1))
    return keys


def _denied(words: Sequence[str]) -> list[int]:
    """Positions of the words in reach of a negation: up to five behind it, not beyond a question."""
    out, left = [], 0
    for at, word in enumerate(words):
        if word in _NEGATIONS:
            left = _REACH
            continue
        if word in ("?", "!"):
            left = 0
        if left:
            left -= 1
            if word[0] != "<":
                out.append(at)
    return out


def pair_keys(words: Sequence[str]) -> list[int]:
    """Keys of neighbours, with the ends of the sentence, and of pairs with one word between."""
    padded = ["<s>", *words, "</s>"]
    keys = [crc32(f"b{a} {b}".encode()) for a, b in pairwise(padded)]
    keys.extend(crc32(b"n" + words[at].encode()) for at in _denied(words))
    keys.extend(crc32(f"k{a} {c}".encode()) for a, c in zip(words, words[2:], strict=False))
    return keys


def gram_keys(words: Sequence[str]) -> list[int]:
    """All gram keys of one sentence, repeats included.

    Parameters
    ----------
    words : sequence of str
        Tokens of the sentence.

    Returns
    -------
    list of int
        CRC-32 of each gram.
    """
    keys = pair_keys(words)
    for word in words:
        keys.extend(word_keys(word))
    return keys


class SentenceMeaning:
    """Multi-label sentence classifier with looked-up weights.

    Parameters
    ----------
    keys : ndarray of uint32, shape (n_grams,)
        Sorted gram keys.
    idf : ndarray of float32, shape (n_grams,)
        Weight of each gram in the bag.
    weights : ndarray of int8, shape (n_grams, n_indicators)
        Rounded coefficients.
    scale : ndarray of float64, shape (n_indicators,)
        Coefficient of one step of `weights`.
    intercept : ndarray of float64, shape (n_indicators,)
    ids : tuple of str
        Indicator ids, the columns.
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
        self._row: dict[int, int] = dict(zip(keys.tolist(), range(len(keys)), strict=True))
        self._square = idf.astype(np.float64) ** 2
        self._words: dict[str, tuple[Floats, float]] = {}

    def _sum(self, keys: Sequence[int]) -> tuple[Floats, float]:
        row = self._row
        rows = [at for key in keys if (at := row.get(key)) is not None]
        if not rows:
            return np.zeros(len(self.ids)), 0.0
        index = np.array(rows)
        total = self.idf[index].astype(np.float64) @ self.weights[index].astype(np.float64)
        return total, float(self._square[index].sum())

    def _word(self, word: str) -> tuple[Floats, float]:
        known = self._words.get(word)
        if known is None:
            if len(self._words) >= _CACHE_LIMIT:
                self._words.clear()
            known = self._words[word] = self._sum(word_keys(word))
        return known

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
        total, square = self._sum(pair_keys(words))
        for word in words:
            vector, part = self._word(word)
            total = total + vector
            square += part
        return np.asarray(total * self.scale / np.sqrt(max(square, _LEAST_SQUARE)) + self.intercept)

    def probabilities(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """Probability of each indicator for each sentence, shape (n_sentences, n_indicators)."""
        if not sentences:
            return np.zeros((0, len(self.ids)))
        z = np.stack([self.decision(words) for words in sentences])
        return np.asarray(1.0 / (1.0 + np.exp(-z)))

    def influence(self, words: Sequence[str], column: int) -> Floats:
        """What each token adds to one indicator's log-odds (its own grams and half of its pairs), shape (n_tokens,)."""
        n = len(words)
        out = np.zeros(n)
        square = 0.0
        for at, word in enumerate(words):
            vector, part = self._word(word)
            out[at] += vector[column]
            square += part
        pairs = (
            [(i - 1, i) for i in range(n + 1)]
            + [(i, i) for i in _denied(words)]
            + [(i, i + 2) for i in range(n - 2)]
        )
        for (a, b), key in zip(pairs, pair_keys(words), strict=True):
            row = self._row.get(key)
            if row is not None:
                value = float(self.idf[row]) * float(self.weights[row, column])
                square += float(self._square[row])
                inside = [x for x in (a, b) if 0 <= x < n]
                for x in inside:
                    out[x] += value / len(inside)
        return np.asarray(out * self.scale[column] / np.sqrt(max(square, _LEAST_SQUARE)))

    @classmethod
    def fit(
        cls,
        sentences: Sequence[Sequence[str]],
        marks: Floats,
        folds: NDArray[np.int64],
        ids: tuple[str, ...],
        *,
        weight: Floats,
        min_count: int = 3,
        strength: float = 10.0,
        n_jobs: int = 1,
    ) -> tuple[dict[int, SentenceMeaning], SentenceMeaning]:
        """Fit on marked sentences, once without each fold of families, and take the mean.

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
        from joblib import Parallel, delayed

        bags = [gram_keys(words) for words in sentences]
        counts: Counter[int] = Counter()
        for bag in bags:
            counts.update(set(bag))
        keys = np.array(sorted(k for k, c in counts.items() if c >= min_count), dtype=np.uint32)
        df = np.array([counts[int(k)] for k in keys], dtype=np.float64)
        idf = (np.log((1 + len(bags)) / (1 + df)) + 1).astype(np.float32)
        x = design(bags, keys, idf)
        numbers = sorted(set(folds.tolist()) - {-1})
        tasks = [(fold, column) for fold in numbers for column in range(len(ids))]
        found = Parallel(n_jobs=n_jobs)(
            delayed(_fit_one)(x, marks[:, column], folds != fold, weight[:, column], strength)
            for fold, column in tasks
        )
        by_fold: dict[int, list[tuple[Floats, float]]] = {fold: [] for fold in numbers}
        for (fold, _), fitted in zip(tasks, found, strict=True):
            by_fold[fold].append(fitted)
        coef = {f: np.stack([c for c, _ in fits], axis=1) for f, fits in by_fold.items()}
        intercept = {f: np.array([i for _, i in fits]) for f, fits in by_fold.items()}
        without = {f: cls._rounded(keys, idf, coef[f], intercept[f], ids) for f in numbers}
        mean = cls._rounded(
            keys,
            idf,
            np.mean([coef[f] for f in numbers], axis=0),
            np.mean([intercept[f] for f in numbers], axis=0),
            ids,
        )
        return without, mean

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
        return cls(keys, idf, np.round(coef / scale).astype(np.int8), scale, intercept, ids)

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


def _fit_one(
    x: Any, marks: Floats, rows: NDArray[np.bool_], weight: Floats, strength: float
) -> tuple[Floats, float]:
    """Coefficients and intercept of one indicator; very unlikely everywhere when nothing shows it."""
    from sklearn.linear_model import LogisticRegression

    known = rows & ~np.isnan(marks)
    target = marks[known]
    if target.sum() < 2 or target.sum() == len(target):
        return np.zeros(x.shape[1]), -9.0
    fitted = LogisticRegression(
        C=strength, solver="liblinear", intercept_scaling=3.0, random_state=0, tol=1e-3, max_iter=200
    )
    fitted.fit(x[known], target, sample_weight=weight[known])
    return fitted.coef_[0], float(fitted.intercept_[0])


def design(bags: Sequence[Sequence[int]], keys: NDArray[np.uint32], idf: NDArray[np.float32]) -> Any:
    """Sparse matrix of unit-length bags, shape (n_sentences, n_grams)."""
    from scipy import sparse

    row = dict(zip(keys.tolist(), range(len(keys)), strict=True))
    index: list[NDArray[np.int64]] = []
    data: list[Floats] = []
    ends = [0]
    for bag in bags:
        at = np.array([i for key in bag if (i := row.get(key)) is not None], dtype=np.int64)
        value = idf[at].astype(np.float64)
        index.append(at)
        data.append(value / np.sqrt(max(float((value**2).sum()), _LEAST_SQUARE)))
        ends.append(ends[-1] + len(at))
    matrix = sparse.csr_matrix(
        (np.concatenate(data), np.concatenate(index), np.array(ends)), shape=(len(bags), len(keys))
    )
    matrix.sum_duplicates()
    return matrix
