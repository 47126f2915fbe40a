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

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

__all__ = ["Documents", "SentenceMeaning", "design", "gram_keys", "pair_keys", "word_keys"]

_CACHE_LIMIT = 60_000
_LEAST_SQUARE = 5_000.0  # about ten words: a bag of less is not scaled up, so "Received." proves nothing
_RUN = 12  # sentences that are read together, as many as most texts to learn from have
_NEVER = -9.0  # log-odds of what nothing showed
_CHAR = 4
_MAX_WORD = 24
_REACH = 5
_NEGATIONS = frozenset(
    """not no never don't can't cannot won't without nothing none neither nor isn't aren't doesn't didn't wasn't shouldn't
    wouldn't mustn't couldn't avoid nobody dont cant nicht kein keine keinen keiner pas ne jamais geen niet nooit nie bez
    sin 不 没 别 勿 无""".split()
)

Floats = NDArray[np.float64]


def word_keys(word: str) -> list[int]:
    """Keys of a token's own grams: the word, and the character 4-grams inside of it."""
    keys = [crc32(b"w" + word.encode())]
    if word[0] == "<":
        return keys
    padded = f" {word[:_MAX_WORD]} "
    keys.extend(crc32(b"c" + padded[i : i + _CHAR].encode()) for i in range(len(padded) - _CHAR + 1))
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


@dataclass(frozen=True, slots=True)
class Documents:
    """Whole texts to learn from.

    Attributes
    ----------
    sentences : list of list of int
        For each text the numbers of its sentences, in order.
    marks : ndarray, shape (n_documents, n_indicators)
        1 shown, 0 not shown, NaN unknown.
    folds : ndarray, shape (n_documents,)
    strength : float
        Inverse of the L2 penalty.
    """

    sentences: list[list[int]]
    marks: Floats
    folds: NDArray[np.int64]
    strength: float


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
        self._row: dict[int, int] = dict(zip(keys.tolist(), range(len(keys)), strict=True))
        self._square = idf.astype(np.float64) ** 2
        self._words: dict[str, tuple[Floats, float]] = {}

    def _sum(self, keys: Sequence[int]) -> tuple[Floats, float]:
        row = self._row
        rows = [at for key in keys if (at := row.get(key)) is not None]
        if not rows:
            return np.zeros(len(self.scale)), 0.0
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

    def _bag(self, words: Sequence[str]) -> tuple[Floats, float]:
        total, square = self._sum(pair_keys(words))
        for word in words:
            vector, part = self._word(word)
            total = total + vector
            square += part
        return total, square

    def _log_odds(self, total: Floats, square: Floats) -> Floats:
        length = np.sqrt(np.maximum(square, _LEAST_SQUARE))[..., None]
        return np.asarray(total * self.scale / length + self.intercept)

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
        total, square = self._bag(words)
        return self._log_odds(total, np.asarray(square))[: len(self.ids)]

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
        n = len(self.ids)
        bags = [self._bag(words) for words in sentences]
        totals, squares = np.stack([t for t, _ in bags]), np.array([s for _, s in bags])
        each = self._log_odds(totals, squares)[:, :n]
        total = np.concatenate([np.zeros((1, totals.shape[1])), totals.cumsum(axis=0)])
        square = np.concatenate([[0.0], squares.cumsum()])
        text = np.full(n, -np.inf)
        for size in range(1, min(len(bags), _RUN) + 1):
            runs = self._log_odds(total[size:] - total[:-size], square[size:] - square[:-size])
            text = np.maximum(text, runs[:, n:].max(axis=0))
        return each, text

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
        counts: Counter[int] = Counter()
        for bag in bags:
            counts.update(set(bag))
        keys = np.array(sorted(k for k, c in counts.items() if c >= min_count), dtype=np.uint32)
        df = np.array([counts[int(k)] for k in keys], dtype=np.float64)
        idf = (np.log((1 + len(bags)) / (1 + df)) + 1).astype(np.float32)
        numbers = sorted(set(folds.tolist()) - {-1})
        coef, intercept = _fit_folds(
            design(bags, keys, idf), marks, folds, weight, numbers, strength, n_jobs=n_jobs
        )
        if documents is None:
            text_coef, text_intercept = np.zeros_like(coef), np.full_like(intercept, _NEVER)
        else:
            texts = [[key for at in text for key in bags[at]] for text in documents.sentences]
            text_coef, text_intercept = _fit_folds(
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


def _fit_folds(
    x: Any,
    marks: Floats,
    folds: NDArray[np.int64],
    weight: Floats,
    numbers: Sequence[int],
    strength: float,
    *,
    n_jobs: int,
) -> tuple[Floats, Floats]:
    """Coefficients, shape (n_folds, n_grams, n_indicators), and intercepts, shape (n_folds, n_indicators)."""
    from joblib import Parallel, delayed

    columns = range(marks.shape[1])
    found = Parallel(n_jobs=n_jobs)(
        delayed(_fit_one)(x, marks[:, column], folds != fold, weight[:, column], strength)
        for fold in numbers
        for column in columns
    )
    shape = (len(numbers), len(columns))
    coef = np.stack([c for c, _ in found]).reshape(*shape, -1).transpose(0, 2, 1)
    return coef, np.array([i for _, i in found]).reshape(shape)


def _fit_one(
    x: Any, marks: Floats, rows: NDArray[np.bool_], weight: Floats, strength: float
) -> tuple[Floats, float]:
    """Coefficients and intercept of one indicator; very unlikely everywhere when nothing shows it."""
    from sklearn.linear_model import LogisticRegression

    known = rows & ~np.isnan(marks)
    target = marks[known]
    if target.sum() < 2 or target.sum() == len(target):
        return np.zeros(x.shape[1]), _NEVER
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
