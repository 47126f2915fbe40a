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

__all__ = ["Calibration", "calibrate", "venn_abers"]

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
    from scipy.optimize import minimize

    use = labels >= 0
    s, y = scores[use], (labels[use] == 1).astype(np.float64)
    prior = float(np.log(y.mean() / (1 - y.mean())))
    sign = 2 * y - 1

    def loss(theta: Floats) -> tuple[float, Floats]:
        z = prior + theta[0] * s
        g = -sign / (1 + np.exp(np.clip(sign * z, -500, 500)))
        return float(np.logaddexp(0, -sign * z).sum()), np.array([g @ s])

    slope = float(
        minimize(loss, np.array([1.0]), jac=True, method="L-BFGS-B", bounds=[(_MIN_SLOPE, None)]).x[0]
    )
    weight = slope * s
    grid = np.linspace(float(np.quantile(weight, 0.001)), float(np.quantile(weight, 0.999)), _GRID)
    low, high = venn_abers(weight, y, grid)
    limit = 1 / (len(y) + 2)
    bounds = [
        np.log(np.clip(p, limit, 1 - limit) / (1 - np.clip(p, limit, 1 - limit))) - prior for p in (low, high)
    ]
    genuine = np.sort(weight[y == 0])
    edges = tuple(float(np.quantile(genuine, 1 - f)) for f in false_alarms)
    found = [float((weight[y == 1] >= e).mean()) for e in edges]
    figures = {
        "rows": len(y), "risky": int(y.sum()), "slope": slope,
        "bands": [
            {"band": b, "evidence_from": e, "false_alarms": f, "found": r}
            for b, e, f, r in zip(("guarded", "elevated", "high"), edges, false_alarms, found, strict=True)
        ],
    }  # fmt: skip
    return Calibration(slope, grid, bounds[0], bounds[1], (edges[0], edges[1], edges[2]), figures)


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
