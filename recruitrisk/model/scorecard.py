"""The scorer: a monotone additive logistic model in indicator strengths.

Every indicator adds its own part to the log-odds and nothing else does::

    log-odds(risk) = log-odds(base rate) + sum of parts
    part of j      = 0                          strength unknown
                   = f_j(x) - a_j * g(x)        strength x known

``f_j`` is piecewise linear, starts at zero and is monotone in the declared direction. ``a_j >= 0`` is what it
means that a raising sign was looked for and not found; ``g`` falls from 1 at no strength to 0 at half of it, where a
sign counts as shown: so a sign that is shown never lowers the risk. A lowering sign counts only from there on, so that
filler which faintly resembles a specific buys nothing. An approach of which
nothing is known has exactly the base rate.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.multiclass import check_classification_targets, type_of_target
from sklearn.utils.validation import _check_sample_weight, check_is_fitted, validate_data

__all__ = ["KNOTS", "AdditiveScorer", "absence", "hinges"]

Floats = NDArray[np.float64]

KNOTS: tuple[float, ...] = (0.0, 0.25, 0.5, 0.75)
"""Where the slope of a part may change; the last piece ends at 1."""


def hinges(x: Floats, knots: Floats) -> Floats:
    """Piecewise linear basis: how far `x` has come in each interval between knots, as a share of it.

    Parameters
    ----------
    x : ndarray, shape (..., )
        Strengths; NaN gives zeros.
    knots : ndarray, shape (n_knots + 1,)
        Rising edges.

    Returns
    -------
    ndarray, shape (..., n_knots)
        Each 0 to 1.
    """
    width = np.diff(knots)
    return np.asarray(np.nan_to_num(np.clip((x[..., None] - knots[:-1]) / width, 0.0, 1.0)))


def absence(x: Floats, knots: Floats) -> Floats:
    """How far a known strength is from the middle of its range, 1 at the bottom to 0 from the middle on; 0 if unknown."""
    middle = (knots[0] + knots[-1]) / 2
    return np.asarray(np.nan_to_num(np.clip((middle - x) / (middle - knots[0]), 0.0, 1.0)))


class AdditiveScorer(ClassifierMixin, BaseEstimator):
    """Monotone additive logistic classifier with unknowns.

    Parameters
    ----------
    directions : sequence of {1, -1, 0}, optional
        For each feature: raises, lowers, or free. Default: all free.
    ridge : float
        L2 penalty on the parts' steps.
    absence_ridge : float or sequence of float
        The penalty on what a missing sign takes off, as a multiple of `ridge`; one for all features or one each.
    prior : float, optional
        Log-odds of an approach of which nothing is known are those of this share; by default
        the share of positives in the training rows.

    Attributes
    ----------
    steps_ : ndarray, shape (n_features, n_knots)
        Rise of each part between two knots, in log-odds.
    absent_ : ndarray, shape (n_features,)
        What is taken off when a feature is known and at the bottom of its range.
    knots_ : ndarray, shape (n_features, n_knots + 1)
        Edges, from the smallest to the largest known value.
    prior_ : float
        Share of positives that the zero stands for.
    classes_ : ndarray, shape (2,)

    Examples
    --------
    >>> import numpy as np
    >>> x = np.array([[0.0, np.nan], [0.1, 0.2], [0.9, 0.8], [1.0, np.nan]] * 5)
    >>> model = AdditiveScorer(directions=(1, 1)).fit(x, [0, 0, 1, 1] * 5)
    >>> bool(model.predict_proba([[1.0, np.nan]])[0, 1] > 0.5)
    True
    """

    def __init__(
        self,
        directions: Any = None,
        ridge: float = 1.0,
        prior: float | None = None,
        absence_ridge: Any = 1.0,
    ) -> None:
        self.directions, self.ridge, self.prior = directions, ridge, prior
        self.absence_ridge = absence_ridge

    def fit(self, X: ArrayLike, y: ArrayLike, sample_weight: ArrayLike | None = None) -> AdditiveScorer:
        """Fit by penalised likelihood under the sign constraints.

        Parameters
        ----------
        X : array, shape (n_samples, n_features)
            Strengths; NaN is unknown.
        y : array, shape (n_samples,)
            Two classes.
        sample_weight : array, shape (n_samples,), optional

        Returns
        -------
        AdditiveScorer

        Raises
        ------
        ValueError
            Other than two classes, or directions of another length.
        """
        from scipy.optimize import minimize

        x, target = validate_data(self, X, y, ensure_all_finite="allow-nan", dtype=np.float64)
        check_classification_targets(target)
        kind = type_of_target(target, input_name="y", raise_unknown=True)
        if kind != "binary":
            raise ValueError(f"Only binary classification is supported. The type of the target is {kind}.")
        self.classes_ = np.unique(target)
        if len(self.classes_) != 2:
            raise ValueError("AdditiveScorer can't be fitted with one class; y must hold two")
        sign = np.where(target == self.classes_[1], 1.0, -1.0)
        weight = _check_sample_weight(sample_weight, x, dtype=np.float64, ensure_non_negative=True)
        if not weight.sum() > 0:
            raise ValueError("all entries of sample_weight are zero; one at least must be above")
        n = x.shape[1]
        directions = np.zeros(n) if self.directions is None else np.asarray(self.directions, dtype=np.float64)
        if directions.shape != (n,):
            raise ValueError(f"directions has {directions.size} entries; X has {n} features")
        share = float((weight * (sign > 0)).sum() / weight.sum()) if self.prior is None else self.prior
        self.prior_ = min(max(share, 1e-6), 1 - 1e-6)
        base = float(np.log(self.prior_ / (1 - self.prior_)))
        self.knots_ = np.stack([_edges(x[:, j]) for j in range(n)])
        k = self.knots_.shape[1] - 1
        h = np.concatenate([hinges(x[:, j], self.knots_[j]) for j in range(n)], axis=1)
        seen = np.stack([absence(x[:, j], self.knots_[j]) for j in range(n)], axis=1)
        toward = np.repeat(np.where(directions == 0, 1.0, directions), k)

        absence_ridge = np.broadcast_to(np.asarray(self.absence_ridge, dtype=np.float64), (n,))
        penalty = self.ridge * np.concatenate([np.ones(n * k), absence_ridge])

        def loss(theta: Floats) -> tuple[float, Floats]:
            z = base + h @ (theta[: n * k] * toward) - seen @ theta[n * k :]
            g = -sign * weight / (1 + np.exp(np.clip(sign * z, -500, 500)))
            value = (weight * np.logaddexp(0, -sign * z)).sum() + (penalty * theta**2).sum() / 2
            return float(value), np.concatenate([(h.T @ g) * toward, -(seen.T @ g)]) + penalty * theta

        late = np.arange(k) < k // 2  # what lowers must be shown before it counts: filler is no specific
        bounds: list[tuple[float | None, float | None]] = [
            (None, None) if d == 0 else (0.0, 0.0) if d < 0 and early else (0.0, None)
            for d in directions
            for early in late
        ]
        bounds += [(None if d == 0 else 0.0, None) if d >= 0 else (0.0, 0.0) for d in directions]
        found = minimize(
            loss, np.zeros(n * (k + 1)), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000}
        )
        self.steps_ = (found.x[: n * k] * toward).reshape(n, k)
        self.absent_ = found.x[n * k :]
        return self

    def contributions(self, X: ArrayLike) -> Floats:
        """Parts of the log-odds, shape (n_samples, n_features); exactly zero where unknown."""
        check_is_fitted(self)
        x = validate_data(self, X, ensure_all_finite="allow-nan", dtype=np.float64, reset=False)
        parts = np.stack(
            [
                hinges(x[:, j], self.knots_[j]) @ self.steps_[j]
                - self.absent_[j] * absence(x[:, j], self.knots_[j])
                for j in range(x.shape[1])
            ],
            axis=1,
        )
        return np.where(np.isnan(x), 0.0, parts)

    def decision_function(self, X: ArrayLike) -> Floats:
        """Log-odds of the second class at the prior of the training rows, shape (n_samples,)."""
        parts = self.contributions(X)
        return np.asarray(parts.sum(axis=1) + np.log(self.prior_ / (1 - self.prior_)))

    def predict_proba(self, X: ArrayLike) -> Floats:
        """Probabilities of both classes, shape (n_samples, 2)."""
        p = 1.0 / (1.0 + np.exp(-self.decision_function(X)))
        return np.stack([1 - p, p], axis=1)

    def predict(self, X: ArrayLike) -> NDArray[Any]:
        """The likelier class."""
        above = self.decision_function(X) > 0
        return np.asarray(self.classes_[above.astype(int)])

    def __sklearn_tags__(self) -> Any:
        """Say what it takes: two classes, NaN allowed."""
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_class = False
        tags.input_tags.allow_nan = True
        return tags


def _edges(column: Floats) -> Floats:
    """0 to 1 for strengths; else from the smallest to the largest known value."""
    known = column[~np.isnan(column)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    if low >= 0.0 and high <= 1.0:
        low, high = 0.0, 1.0
    if high <= low:
        high = low + 1.0
    return low + (high - low) * np.array([*KNOTS, 1.0])
