"""AUROC with its interval."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recruitrisk.model import performance

__all__ = ["Figure", "auroc"]

_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value with its 95 % interval.

    Attributes
    ----------
    value, low, high : float
    n : int
        Cases behind it.
    """

    value: float
    low: float
    high: float
    n: int

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


def auroc(y: NDArray[np.bool_], score: NDArray[np.float64]) -> Figure:
    """Chance that a positive scores above a negative, ties counted half.

    Parameters
    ----------
    y : ndarray of bool, shape (n,)
    score : ndarray, shape (n,)

    Returns
    -------
    Figure
        Interval after Hanley and McNeil (1982).

    Examples
    --------
    >>> auroc(np.array([True, False, True, False]), np.array([0.9, 0.1, 0.8, 0.8])).value
    0.875
    """
    n1, n0 = int(y.sum()), int((~y).sum())
    if not n1 or not n0:
        return Figure(float("nan"), 0.0, 1.0, len(y))
    a = performance.auroc(y, score)
    q1, q2 = a / (2 - a), 2 * a * a / (1 + a)
    spread = a * (1 - a) + (n1 - 1) * (q1 - a * a) + (n0 - 1) * (q2 - a * a)
    half = _Z * float(np.sqrt(max(spread, 0.0) / (n1 * n0)))
    return Figure(a, max(0.0, a - half), min(1.0, a + half), len(y))
