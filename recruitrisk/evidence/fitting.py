"""Fitting of the sentence classifiers: scikit-learn's logistic regression, one indicator at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["LEAST_SQUARE", "NEVER", "Documents", "design", "fit_folds", "gram_counts"]

LEAST_SQUARE = 5_000.0
"""About ten words: a bag of less is not scaled up, so "Received." proves nothing."""
NEVER = -9.0
"""Log-odds of what nothing showed."""

Floats = NDArray[np.float64]


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


def fit_folds(
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
        return np.zeros(x.shape[1]), NEVER
    fitted = LogisticRegression(
        C=strength, solver="liblinear", intercept_scaling=3.0, random_state=0, tol=1e-3, max_iter=200
    )
    fitted.fit(x[known], target, sample_weight=weight[known])
    return fitted.coef_[0], float(fitted.intercept_[0])


def gram_counts(bags: Sequence[Sequence[int]]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Sorted keys of all grams, and in how many of the bags each occurs."""
    flat, ends = _flat(bags)
    row = np.repeat(np.arange(len(bags), dtype=np.uint64), np.diff(ends, prepend=0))
    each = np.sort((row << np.uint64(32)) | flat)
    once = np.sort(each[np.diff(each, prepend=~each[:1]) != 0].astype(np.uint32))  # the lower half
    first = np.flatnonzero(np.diff(once, prepend=~once[:1]))
    return once[first], np.diff(first, append=len(once))


def design(bags: Sequence[Sequence[int]], keys: NDArray[np.uint32], idf: NDArray[np.float32]) -> Any:
    """Sparse matrix of unit-length bags, shape (n_sentences, n_grams)."""
    from scipy import sparse

    flat, ends = _flat(bags)
    index = np.searchsorted(keys, flat)
    known = keys.take(index, mode="clip") == flat
    index = index[known]
    ends = np.concatenate([[0], np.cumsum(known)])[np.concatenate([[0], ends])]
    data = idf[index].astype(np.float64)
    for first, last in pairwise(ends.tolist()):
        data[first:last] /= np.sqrt(max(float((data[first:last] ** 2).sum()), LEAST_SQUARE))
    matrix = sparse.csr_matrix((data, index, ends), shape=(len(bags), len(keys)))
    matrix.sum_duplicates()
    return matrix


def _flat(bags: Sequence[Sequence[int]]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The keys of all bags one after another, and where each bag ends."""
    ends = np.cumsum([len(bag) for bag in bags], dtype=np.int64)
    return np.fromiter(chain.from_iterable(bags), dtype=np.uint32, count=int(ends[-1])), ends
