"""Whether the interval holds what it says: measured, not assumed.

Two questions, since nobody sees the true risk of one approach:

- **calibration**: rows are put in bins by their evidence; does the share of risky rows in a bin lie within the mean
  interval of the bin?
- **missing facts**: what is known of an approach is hidden; does its evidence with everything known lie within the
  interval that was given without?
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from recruitrisk.model.performance import wilson

if TYPE_CHECKING:
    from recruitrisk.model.risk_model import RiskModel

__all__ = ["bin_coverage", "hidden_coverage", "missing_reach"]

Floats = NDArray[np.float64]


def _probability(evidence: Floats, prior: float) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(evidence + np.log(prior / (1 - prior)), -500, 500))))


def bin_coverage(
    y: NDArray[np.bool_], evidence: Floats, low: Floats, high: Floats, *, bins: int = 10
) -> dict[str, Any]:
    """Share of rows in bins whose observed share lies within the bin's mean interval.

    Parameters
    ----------
    y : ndarray of bool, shape (n,)
    evidence, low, high : ndarray, shape (n,)
        Weight of evidence and its interval, in log-odds at an even base rate.
    bins : int
        Bins of equal count.

    Returns
    -------
    dict
        ``n``, ``bins`` (with ``n``, ``observed``, ``low``, ``high``, ``within``), ``coverage``, ``width`` and
        ``width_log_odds`` (medians over rows; the first at the set's own prevalence).
    """
    prior = float(y.mean())
    lower, upper = _probability(low, prior), _probability(high, prior)
    table = []
    for part in np.array_split(np.argsort(evidence, kind="stable"), bins):
        if not len(part):
            continue
        observed, a, b = float(y[part].mean()), float(lower[part].mean()), float(upper[part].mean())
        table.append(
            {"n": len(part), "observed": observed, "low": a, "high": b, "within": a <= observed <= b}
        )
    return {
        "n": len(y),
        "bins": table,
        "coverage": sum(t["n"] for t in table if t["within"]) / len(y),
        "width": float(np.median(upper - lower)),
        "width_log_odds": float(np.median(high - low)),
    }


def missing_reach(model: RiskModel, strengths: Floats, *, seed: int = 0) -> tuple[float, float]:
    """How far what is hidden moves the evidence once it is known: 10 % and 90 % quantiles.

    Of each row a share of the indicators, drawn evenly from 0 to 1, is hidden.

    Parameters
    ----------
    model : RiskModel
        Its table and spread are used.
    strengths : ndarray, shape (n, n_indicators)
    seed : int
        Of what is hidden.

    Returns
    -------
    tuple of float
        Down and up, both 0 or more, in standard deviations of the unknown parts.
    """
    rng = np.random.default_rng(seed)
    moved = []
    for row in strengths:
        seen = np.where(rng.random(len(row)) < rng.random(), np.nan, row)
        variance = model.unknown_variance(~np.isnan(seen))
        if variance > 0:
            moved.append((model.table.sum(row).total - model.table.sum(seen).total) / np.sqrt(variance))
    low, high = np.quantile(moved, [0.1, 0.9]) if moved else (0.0, 0.0)
    return max(0.0, -float(low)), max(0.0, float(high))


def hidden_coverage(model: RiskModel, strengths: Floats, hide: NDArray[np.bool_]) -> dict[str, Any]:
    """Share of rows whose evidence with everything known lies within the interval given when some is hidden.

    Parameters
    ----------
    model : RiskModel
    strengths : ndarray, shape (n, n_indicators)
    hide : ndarray of bool, shape (n, n_indicators)
        What is made unknown.

    Returns
    -------
    dict
        ``n``, ``hidden`` (mean count of indicators), ``coverage`` and its 95 % ``interval``, ``width_log_odds`` (median).
    """
    inside, widths = 0, []
    for row, covered in zip(strengths, hide, strict=True):
        full = model.table.sum(row).total
        seen = np.where(covered, np.nan, row)
        low, high = model.interval(model.table.sum(seen).total, ~np.isnan(seen))
        inside += low <= full <= high
        widths.append(high - low)
    n = len(strengths)
    return {
        "n": n,
        "hidden": float((hide & ~np.isnan(strengths)).sum(axis=1).mean()),
        "coverage": inside / max(n, 1),
        "interval": list(wilson(inside, n)),
        "width_log_odds": float(np.median(widths)),
    }
