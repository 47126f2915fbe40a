"""Heads: from the raw signals of an indicator to its one strength.

A head is a logistic function of the seven inputs of `recruitrisk.evidence.signals`: what
speaks for the sign can only raise it, what answers it elsewhere in the thread can only lower it. Its zero is
put where F0.8 on synthetic approaches is best, so a strength of 0.5 is the line between shown and not shown.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from recruitrisk.evidence.course import COURSE
from recruitrisk.evidence.finding import SHOWN
from recruitrisk.evidence.signals import INPUTS
from recruitrisk.indicators import CATALOGUE

__all__ = ["StrengthHeads"]

Floats = NDArray[np.float64]

_RAISES = np.array([-1.0 if name == "context" else 1.0 for name in INPUTS])
_MEASURED_BY_FACTS = frozenset({"fields", "domain", "pay"})
_FACTS = np.array([bool(_MEASURED_BY_FACTS & set(i.measures)) for i in CATALOGUE])
_COURSE = np.array([i.id in COURSE for i in CATALOGUE])
# What speaks for a specific is one sentence that states it: two vague ones, or a friendly tone, clear nobody.
_ONE_SENTENCE = [INPUTS.index("second"), INPUTS.index("text")]
_RIDGE = 0.5
_MAX_SLOPE = 14.0
# Log-odds that an answer elsewhere in the thread takes off at least, where the catalogue says that it clears the sign: the sentence
# that names the client speaks of a client too, and so looks a little like the sign itself.
_LEAST_ANSWER = {"vague_client": 2.0}


class StrengthHeads:
    """One head an indicator.

    Parameters
    ----------
    coef : ndarray, shape (n_indicators, 7)
    intercept : ndarray, shape (n_indicators,)
    """

    def __init__(self, coef: Floats, intercept: Floats) -> None:
        self.coef, self.intercept = coef, intercept

    def strengths(self, inputs: Floats, *, answered: bool = True) -> Floats:
        """Strengths of one approach, or of many.

        Parameters
        ----------
        inputs : ndarray, shape (..., n_indicators, 7)
            `Signals.inputs`; NaN is unknown.
        answered : bool
            Whether what answers a sign elsewhere in the thread counts.

        Returns
        -------
        ndarray, shape (..., n_indicators)
            NaN where it could not be assessed: nothing to read; only facts could tell and none is
            known; only the course could tell and there is none. A sign that the words show
            all the same is kept.
        """
        coef = self.coef if answered else np.where(_RAISES > 0, self.coef, 0.0)
        missing = np.isnan(inputs)
        z = (np.where(missing, 0.0, inputs) * coef).sum(axis=-1) + self.intercept
        strength = 1.0 / (1.0 + np.exp(-z))
        no_text = missing[..., 0]
        faint = no_text | (strength < SHOWN)
        unknown = (
            (no_text & ~_FACTS) | (_FACTS & missing[..., 3] & faint) | (_COURSE & missing[..., 4] & faint)
        )
        return np.where(unknown, np.nan, strength)

    @classmethod
    def fit(cls, inputs: Floats, truth: Floats, *, beta: float = 0.8) -> StrengthHeads:
        """Fit on approaches whose signals come from classifiers that did not see them.

        Parameters
        ----------
        inputs : ndarray, shape (n_approaches, n_indicators, 7)
        truth : ndarray, shape (n_approaches, n_indicators)
            1 shown, 0 not shown, NaN unknown.
        beta : float
            The line between shown and not shown maximises F-beta; below 1, a false sign
            costs more than a missed one.

        Returns
        -------
        StrengthHeads
        """
        from scipy.optimize import minimize

        n = len(CATALOGUE)
        coef, intercept = np.zeros((n, len(INPUTS))), np.full(n, -9.0)
        for column in range(n):
            known = ~np.isnan(truth[:, column]) & ~np.isnan(inputs[:, column]).all(axis=1)
            x = np.nan_to_num(inputs[known, column]) * _RAISES
            y = truth[known, column]
            if y.sum() < 5:
                continue

            def loss(theta: Floats, x: Floats = x, y: Floats = y) -> tuple[float, Floats]:
                z = x @ theta[:-1] + theta[-1]
                g = 1 / (1 + np.exp(-np.clip(z, -500, 500))) - y
                value = (np.logaddexp(0, z) - y * z).sum() + _RIDGE * (theta[:-1] ** 2).sum() / 2
                return float(value), np.append(x.T @ g + _RIDGE * theta[:-1], g.sum())

            start = np.append(np.ones(x.shape[1]), -3.0)
            bounds: list[tuple[float | None, float | None]] = [(0.0, _MAX_SLOPE)] * x.shape[1] + [
                (None, None)
            ]
            bounds[3] = (0.0, 8.0)
            if CATALOGUE[column].direction == "lowers":
                for at in _ONE_SENTENCE:
                    bounds[at], start[at] = (0.0, 0.0), 0.0
            least = _LEAST_ANSWER.get(CATALOGUE[column].id, 0.0)
            bounds[5] = (least, _MAX_SLOPE)
            start[5] = max(start[5], least)
            fitted = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
            z = x @ fitted[:-1] + fitted[-1]
            intercept[column] = fitted[-1] - _best_line(z, y, beta)
            coef[column] = fitted[:-1] * _RAISES
        return cls(coef, intercept)

    def arrays(self) -> dict[str, Floats]:
        """Everything needed to make it again."""
        return {"heads_coef": self.coef, "heads_intercept": self.intercept}


def _best_line(z: Floats, y: Floats, beta: float) -> float:
    """Log-odds at which F-beta is best."""
    order = np.argsort(-z, kind="stable")
    hits = np.cumsum(y[order])
    taken = np.arange(1, len(y) + 1)
    f = (1 + beta**2) * hits / (taken + beta**2 * y.sum())
    at = int(f.argmax())
    after = z[order[at + 1]] if at + 1 < len(z) else z[order[at]] - 1
    return float((z[order[at]] + after) / 2)
