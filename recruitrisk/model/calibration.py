"""Calibration on rows that neither the words' classifiers nor the scorer knew.

The weight of evidence is rescaled by a positive slope, which keeps the sum additive, the
directions as they are and nothing known at the base rate. What a slope can't say is in the interval:
Venn-Abers probabilities of the same rows on a grid.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recruitrisk.model.parts import bounded
from recruitrisk.model.thresholds import threshold_table

__all__ = [
    "Calibration",
    "bounded_scores",
    "calibrate",
    "cross_calibrate",
    "fit_slope",
    "fit_slopes",
    "interval_grid",
    "venn_abers",
]

Floats = NDArray[np.float64]

_GRID = 161
_MIN_SLOPE = 0.05


@dataclass(frozen=True)
class Calibration:
    """A slope in log-odds, and what it leaves open.

    Attributes
    ----------
    slope : float
        Calibrated weight of evidence = slope * score.
    grid, grid_low, grid_high : ndarray, shape (161,)
        Calibrated weight of evidence, and Venn-Abers bounds of it.
    edges : tuple of float
        Where guarded, elevated and high begin.
    figures : dict
        For the manifest.
    """

    slope: float
    grid: Floats
    grid_low: Floats
    grid_high: Floats
    edges: tuple[float, float, float]
    figures: dict[str, Any]


def calibrate(
    scores: Floats, labels: NDArray[np.int64], false_alarms: tuple[float, float, float]
) -> Calibration:
    """Fit the line, the bounds and the band edges.

    Parameters
    ----------
    scores : ndarray, shape (n,)
        Weight of evidence of rows left out of fitting.
    labels : ndarray, shape (n,)
        1, 0, -1 (other harms: left out here).
    false_alarms : tuple of float
        Shares of genuine rows at which the bands begin.

    Returns
    -------
    Calibration
    """
    use = labels >= 0
    s, y = scores[use], (labels[use] == 1).astype(np.float64)
    slope = fit_slope(s, y)
    weight = slope * s
    grid, *bounds = interval_grid(weight, y)
    genuine = np.sort(weight[y == 0])
    edges = tuple(float(np.quantile(genuine, 1 - f)) for f in false_alarms)
    found = [float((weight[y == 1] >= e).mean()) for e in edges]
    figures = {
        "rows": len(y), "risky": int(y.sum()), "slope": slope,
        "bands": [
            {"band": b, "evidence_from": e, "false_alarms": f, "genuine_above": float((genuine >= e).mean()), "found": r}
            for b, e, f, r in zip(("guarded", "elevated", "high"), edges, false_alarms, found, strict=True)
        ],
        "thresholds": threshold_table(genuine, weight[y == 1]),
    }  # fmt: skip
    return Calibration(slope, grid, bounds[0], bounds[1], (edges[0], edges[1], edges[2]), figures)


def fit_slope(scores: Floats, y: Floats) -> float:
    """The positive factor that makes scores a calibrated weight of evidence.

    Parameters
    ----------
    scores : ndarray, shape (n,)
    y : ndarray, shape (n,)
        1 or 0; both must occur.

    Returns
    -------
    float
        At least 0.05, whatever the labels: a factor can't turn a direction round.
    """
    return float(fit_slopes(scores[:, None], y)[0])


def fit_slopes(sums: Floats, y: Floats) -> Floats:
    """The same for several sums of which the score is made, a factor each.

    Parameters
    ----------
    sums : ndarray, shape (n, k)
    y : ndarray, shape (n,)

    Returns
    -------
    ndarray, shape (k,)
    """
    from scipy.optimize import minimize

    prior = float(np.log(y.mean() / (1 - y.mean())))
    sign = 2 * y - 1

    def loss(theta: Floats) -> tuple[float, Floats]:
        z = prior + sums @ theta
        g = -sign / (1 + np.exp(np.clip(sign * z, -500, 500)))
        return float(np.logaddexp(0, -sign * z).sum()), sums.T @ g

    bounds = [(_MIN_SLOPE, None)] * sums.shape[1]
    found = minimize(loss, np.ones(sums.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x)


def bounded_scores(
    raising: Floats,
    absent: Floats,
    lowering: Floats,
    strong: NDArray[np.bool_],
    labels: NDArray[np.int64],
    cap: float,
    false_alarms: float,
) -> tuple[Floats, float]:
    """Scores as in use, so that calibration and bands are those of what is used.

    What lowers is held at its bound. What a sign that was not found takes off gets a factor of its own: one slope for
    both left the middle of the scale too high (calibration error 0.018 instead of 0.006, and base rates estimated a
    third too high; ``docs/model_choice.md``). Both stay positive, so no direction turns and unknown adds nothing. The
    bound is in calibrated log-odds and depends on the factors; a few rounds find both.

    Parameters
    ----------
    raising, absent, lowering : ndarray, shape (n,)
        Sums of what is shown and raises, of what was not found, and of what lowers, in log-odds.
    strong : ndarray of bool, shape (n,)
        Whether a strong sign is shown.
    labels : ndarray, shape (n,)
    cap : float
        Bound of what specifics may take off, in calibrated log-odds.
    false_alarms : float
        Share of genuine rows at which ``guarded`` begins.

    Returns
    -------
    scores : ndarray, shape (n,)
    factor : float
        The factor of what was not found, beside 1 for all else.
    """
    held, factor = lowering, 1.0
    known = labels >= 0
    y = (labels[known] == 1).astype(np.float64)
    for _ in range(4):
        slope, slope_absent = fit_slopes(np.stack([raising + held, absent], axis=1)[known], y)
        factor = float(slope_absent / slope)
        above = slope * (raising + factor * absent)
        kept = np.where(
            strong, above, above + np.maximum(slope * lowering, -cap)
        )  # what may stay in ``guarded``
        floor = float(np.quantile(kept[labels == 0], 1 - false_alarms))
        held = bounded(above, slope * lowering, strong, cap, floor) / slope
    return raising + held + factor * absent, factor


def interval_grid(weight: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
    """Venn-Abers bounds of the weight of evidence on a grid over its range.

    Parameters
    ----------
    weight : ndarray, shape (n,)
        Calibrated weight of evidence.
    y : ndarray, shape (n,)
        1 or 0.

    Returns
    -------
    grid, low, high : ndarray, shape (161,)
        In log-odds at an even base rate.
    """
    prior = float(np.log(y.mean() / (1 - y.mean())))
    grid = np.linspace(float(np.quantile(weight, 0.001)), float(np.quantile(weight, 0.999)), _GRID)
    limit = 1 / (len(y) + 2)
    low, high = (np.clip(p, limit, 1 - limit) for p in venn_abers(weight, y, grid))
    return grid, np.log(low / (1 - low)) - prior, np.log(high / (1 - high)) - prior


def cross_calibrate(
    scores: Floats, labels: NDArray[np.int64], folds: NDArray[np.int64]
) -> tuple[Floats, Floats, Floats]:
    """Calibrate each fold on the others, so that figures are of rows that calibration did not see.

    Parameters
    ----------
    scores, labels, folds : ndarray, shape (n,)
        Labels below 0 are calibrated, and calibrate nothing.

    Returns
    -------
    evidence, low, high : ndarray, shape (n,)
        Weight of evidence and what calibration leaves open of it.
    """
    evidence, low, high = np.zeros(len(scores)), np.zeros(len(scores)), np.zeros(len(scores))
    for fold in np.unique(folds):
        rows, others = folds == fold, (folds != fold) & (labels >= 0)
        y = (labels[others] == 1).astype(np.float64)
        slope = fit_slope(scores[others], y)
        grid, bottom, top = interval_grid(slope * scores[others], y)
        evidence[rows] = slope * scores[rows]
        low[rows] = np.minimum(np.interp(evidence[rows], grid, bottom), evidence[rows])
        high[rows] = np.maximum(np.interp(evidence[rows], grid, top), evidence[rows])
    return evidence, low, high


def venn_abers(scores: Floats, y: Floats, grid: Floats) -> tuple[Floats, Floats]:
    """Venn-Abers probabilities: isotonic fits with the new row taken as 0 and as 1.

    Parameters
    ----------
    scores, y : ndarray, shape (n,)
        Calibration rows.
    grid : ndarray, shape (m,)
        Scores to bound.

    Returns
    -------
    tuple of ndarray, shape (m,)
        Lower and upper probability, both rising in the score.
    """
    from sklearn.isotonic import isotonic_regression

    order = np.argsort(scores, kind="stable")
    s, t = scores[order], y[order]
    out = []
    for label in (0.0, 1.0):
        values = []
        for point in grid:
            at = int(np.searchsorted(s, point))
            values.append(float(isotonic_regression(np.insert(t, at, label))[at]))
        out.append(np.maximum.accumulate(np.array(values)))
    return np.minimum(out[0], out[1]), np.maximum(out[0], out[1])
