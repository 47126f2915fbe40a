"""The challengers of the model choice: each fitted on the same strengths, fold by fold, and calibrated in the same way."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from recruitrisk.indicators import CATALOGUE
from recruitrisk.model import PART_IDS
from recruitrisk.model.calibration import cross_calibrate, fit_slope
from recruitrisk.model.performance import ranking_figures
from recruitrisk.model.scorecard import AdditiveScorer
from recruitrisk.model.training import DIRECTIONS, CrossFit, Settings

__all__ = ["OTHER_WEIGHT", "champion", "compare", "fit", "logit"]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
OTHER_WEIGHT = 0.4  # as in training
_SETTINGS = Settings()


class _OneWeight:
    """Non-negative logistic regression with one weight a part; unknown is zero."""

    def fit(self, x: Floats, y: Ints, sample_weight: Floats) -> _OneWeight:
        z, sign = np.nan_to_num(x) * DIRECTIONS, np.where(y == 1, 1.0, -1.0)
        self.prior_ = float(np.average(y == 1, weights=sample_weight))
        base = float(np.log(self.prior_ / (1 - self.prior_)))

        def loss(w: Floats) -> tuple[float, Floats]:
            m = sign * (base + z @ w)
            g = -sign * sample_weight / (1 + np.exp(np.clip(m, -500, 500)))
            value = (sample_weight * np.logaddexp(0, -m)).sum() + _SETTINGS.ridge * (w @ w) / 2
            return float(value), z.T @ g + _SETTINGS.ridge * w

        self.weights_ = minimize(
            loss, np.zeros(z.shape[1]), jac=True, method="L-BFGS-B", bounds=[(0, None)] * z.shape[1]
        ).x
        return self

    def decision_function(self, x: Floats) -> Floats:
        return np.asarray(
            np.log(self.prior_ / (1 - self.prior_)) + (np.nan_to_num(x) * DIRECTIONS) @ self.weights_
        )


class _Plain:
    """Plain logistic regression on strengths, unknown filled with 0: as most scorecards are made."""

    def fit(self, x: Floats, y: Ints, sample_weight: Floats) -> _Plain:
        self.model_ = LogisticRegression(C=1 / _SETTINGS.ridge, max_iter=2000).fit(
            np.nan_to_num(x), y, sample_weight
        )
        return self

    def decision_function(self, x: Floats) -> Floats:
        return np.asarray(self.model_.decision_function(np.nan_to_num(x)))


def champion() -> AdditiveScorer:
    """The scorer as training makes it; a combination that is not shown takes nothing off."""
    absence = np.where(np.arange(len(PART_IDS)) < len(CATALOGUE), _SETTINGS.absence_ridge, 1e9)
    return AdditiveScorer(directions=DIRECTIONS, ridge=_SETTINGS.ridge, absence_ridge=absence)


def _boosting() -> Any:
    return HistGradientBoostingClassifier(
        monotonic_cst=DIRECTIONS.astype(int), interaction_cst="no_interactions", max_iter=150, learning_rate=0.1,
        max_leaf_nodes=8, min_samples_leaf=40, early_stopping=False, random_state=0,
    )  # fmt: skip


def _explainable() -> Any:
    from interpret.glassbox import ExplainableBoostingClassifier

    return ExplainableBoostingClassifier(
        interactions=0, monotone_constraints=DIRECTIONS.astype(int).tolist(), outer_bags=2, max_rounds=600, n_jobs=1, random_state=0
    )  # fmt: skip


MAKERS: dict[str, Callable[[], Any]] = {
    "non-negative additive scorecard (champion)": champion,
    "the same with one weight a sign": _OneWeight,
    "additive monotone boosting": _boosting,
    "explainable boosting": _explainable,
    "plain logistic regression": _Plain,
}


def _weights(labels: Ints) -> Floats:
    return np.where(labels < 0, OTHER_WEIGHT, 1.0)


def logit(p: float) -> float:
    """Log-odds of a probability."""
    return float(np.log(p / (1 - p)))


def fit(make: Callable[[], Any], x: Floats, labels: Ints) -> tuple[Any, float]:
    """A fitted model, and the log-odds of the share that it was fitted at."""
    weight = _weights(labels)
    fitted = make().fit(x, (labels == 1).astype(int), sample_weight=weight)
    return fitted, logit(float(np.average(labels == 1, weights=weight)))


def compare(cross: CrossFit, x: Floats, x_own: Floats, y_own: Ints) -> dict[str, dict[str, Any]]:
    """Figures of each on rows left out and on the independent set, all calibrated in the same way."""
    out: dict[str, dict[str, Any]] = {}
    for name, make in MAKERS.items():
        try:
            make()
        except ImportError:
            continue
        scores, began = np.zeros(len(x)), time.process_time()
        for fold in np.unique(cross.folds):
            rows = cross.folds == fold
            fitted, base = fit(make, x[~rows], cross.labels[~rows])
            scores[rows] = fitted.decision_function(x[rows]) - base
        seconds = time.process_time() - began
        evidence, _, _ = cross_calibrate(scores, cross.labels, cross.folds)
        fitted, base = fit(make, x, cross.labels)
        use = cross.labels >= 0
        slope = fit_slope(scores[use], (cross.labels[use] == 1).astype(np.float64))
        own = slope * (fitted.decision_function(x_own) - base)
        nothing = float(fitted.decision_function(np.full((1, x.shape[1]), np.nan))[0])
        out[name] = {
            "holdout": ranking_figures(cross.labels, evidence),
            "own": ranking_figures(y_own, own),
            "seconds": seconds,
            "against": _against(fitted, x),
            "unknown": abs(slope * (nothing - base)),
        }
    return out


def _against(fitted: Any, x: Floats) -> int:
    """Signs that somewhere move the score against their declared direction, all else at its mean."""
    wrong = 0
    for column, direction in enumerate(DIRECTIONS):
        grid = np.tile(np.nanmean(x, axis=0), (41, 1))
        grid[:, column] = np.linspace(0, 1, 41)
        wrong += bool((np.diff(fitted.decision_function(grid)) * direction < -1e-9).any())
    return wrong
