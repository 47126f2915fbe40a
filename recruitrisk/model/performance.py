"""Figures of a model on labelled approaches, each with n and an interval where one makes sense.

Three origins are told apart everywhere: ``synthetic hold-out`` (our world, wordings that the
models did not see), ``independent`` (machine-written conversations of others), ``yours``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recruitrisk.evidence import SHOWN
from recruitrisk.indicators import CATALOGUE

__all__ = ["auroc", "calibration_table", "indicator_figures", "macro_f1", "ranking_figures", "wilson"]

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_BOOTSTRAPS = 1000
_BINS = 10
_Z = 1.959963984540054


def wilson(hits: int, n: int) -> tuple[float, float]:
    """95 % Wilson interval of a share; (0, 1) for n = 0.

    Examples
    --------
    >>> [round(x, 3) for x in wilson(8, 10)]
    [0.49, 0.943]
    """
    if n == 0:
        return 0.0, 1.0
    p = hits / n
    centre = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z * np.sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
    return float(max(0.0, centre - half)), float(min(1.0, centre + half))


def auroc(y: Bools, score: Floats) -> float:
    """Chance that a risky approach scores above a genuine one, ties counted half.

    Parameters
    ----------
    y : ndarray of bool, shape (n,)
        Both must occur.
    score : ndarray, shape (n,)
    """
    from scipy.stats import rankdata

    ranks = rankdata(score)
    n1, n0 = int(y.sum()), int((~y).sum())
    return float((ranks[y].sum() - n1 * (n1 + 1) / 2) / (n1 * n0))


def _recall_at(y: Bools, score: Floats, false_alarms: float) -> float:
    """Share of risky approaches above the line that so many genuine ones pass."""
    line = np.quantile(score[~y], 1 - false_alarms)
    return float((score[y] > line).mean())


def calibration_table(
    y: Bools, probability: Floats, bins: int = _BINS
) -> tuple[list[dict[str, float]], float]:
    """Reliability by bins of equal count, and the expected calibration error.

    Parameters
    ----------
    y : ndarray of bool, shape (n,)
    probability : ndarray, shape (n,)
        At the set's own prevalence.
    bins : int
        Bins of equal count.

    Returns
    -------
    table : list of dict
        ``n``, ``predicted`` (mean), ``observed`` (share), ``low``, ``high`` (95 % Wilson).
    error : float
        Mean of ``|observed - predicted|``, weighted by n.
    """
    order = np.argsort(probability, kind="stable")
    table, error = [], 0.0
    for part in np.array_split(order, bins):
        if not len(part):
            continue
        hits = int(y[part].sum())
        low, high = wilson(hits, len(part))
        predicted = float(probability[part].mean())
        table.append(
            {"n": len(part), "predicted": predicted, "observed": hits / len(part), "low": low, "high": high}
        )
        error += abs(hits / len(part) - predicted) * len(part) / len(y)
    return table, float(error)


def ranking_figures(labels: NDArray[np.int64], evidence: Floats, *, seed: int = 0) -> dict[str, Any]:
    """AUROC, recall at 1 % and 5 % false alarms, Brier score and calibration error, with intervals.

    Parameters
    ----------
    labels : ndarray, shape (n,)
        1, 0; -1 (other harms) is left out.
    evidence : ndarray, shape (n,)
        Calibrated weight of evidence in log-odds.
    seed : int
        Of the bootstrap (1,000 resamples; 95 % percentile intervals).
    """
    use = labels >= 0
    y, score = labels[use] == 1, evidence[use]
    prior = float(y.mean())
    probability = 1 / (1 + np.exp(-(score + np.log(prior / (1 - prior)))))
    table, error = calibration_table(y, probability)
    figures: dict[str, Callable[[Bools, Floats], float]] = {
        "auroc": auroc,
        "recall_at_5": lambda a, b: _recall_at(a, b, 0.05),
        "recall_at_1": lambda a, b: _recall_at(a, b, 0.01),
    }
    draws: dict[str, list[float]] = {name: [] for name in figures}
    rng = np.random.default_rng(seed)
    risky, genuine = np.flatnonzero(y), np.flatnonzero(~y)
    for _ in range(_BOOTSTRAPS if len(y) <= 2000 else 200):
        rows = np.concatenate([rng.choice(risky, len(risky)), rng.choice(genuine, len(genuine))])
        for name, measure in figures.items():
            draws[name].append(measure(y[rows], score[rows]))
    out: dict[str, Any] = {"n": len(y), "risky": int(y.sum()), "genuine": int((~y).sum())}
    for name, measure in figures.items():
        low, high = np.quantile(draws[name], [0.025, 0.975])
        out[name] = {"value": measure(y, score), "low": float(low), "high": float(high)}
    out["brier"] = float(((probability - y) ** 2).mean())
    out["calibration_error"] = error
    out["calibration_bins"] = table
    return out


def indicator_figures(truth: Floats, strengths: Floats, least: int = 3) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each indicator, shown at a strength of 0.5 or more.

    Parameters
    ----------
    truth : ndarray, shape (n, n_indicators)
        1, 0, or NaN where the set does not mark the indicator.
    strengths : ndarray, shape (n, n_indicators)
    least : int
        Indicators with fewer positives are left out.
    """
    out = {}
    for column, indicator in enumerate(CATALOGUE):
        known = ~np.isnan(truth[:, column])
        y, shown = truth[known, column] == 1, strengths[known, column] >= SHOWN
        if y.sum() < least:
            continue
        hits = int((y & shown).sum())
        precision = hits / max(int(shown.sum()), 1)
        recall = hits / int(y.sum())
        out[indicator.id] = {
            "cases": int(y.sum()), "shown": int(shown.sum()), "precision": precision, "recall": recall,
            "f1": 2 * hits / max(int(y.sum() + shown.sum()), 1),
        }  # fmt: skip
    return out


def macro_f1(figures: dict[str, dict[str, float]], of: Sequence[str] | None = None) -> float:
    """Mean F1 over indicators."""
    chosen = [f["f1"] for key, f in figures.items() if of is None or key in of]
    return float(np.mean(chosen)) if chosen else float("nan")
