"""What the audit measures with: true signs as strengths, cross-validated scores, false alarms."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from recruitrisk.indicators import CATALOGUE, ids
from recruitrisk.model.parts import PART_IDS, add_composites
from recruitrisk.model.scorecard import AdditiveScorer
from recruitrisk.synthetic import Synthetic

__all__ = ["cross_scores", "labelled", "scorer", "true_strengths"]

Floats = NDArray[np.float64]
_SEEN_BY = {
    "cover_company": ("company_founded", "company_employees", "company_followers", "company_registered"),
    "thin_profile": ("account_created", "connections", "positions_listed", "verified"),
    "identity_mismatch": ("contact_email",),
}
_DIRECTIONS = np.array(
    [1.0 if i.direction == "raises" else -1.0 for i in CATALOGUE] + [1.0] * (len(PART_IDS) - len(CATALOGUE))
)
_RIDGE, _ABSENCE = 4.0, 300.0


def labelled(world: Synthetic) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Rows that are risky or genuine, and whether each of them is risky."""
    rows = np.array([i for i, label in enumerate(world.labels) if label is not None], dtype=np.int64)
    return rows, np.array([world.labels[i] == 1 for i in rows])


def true_strengths(world: Synthetic) -> Floats:
    """The signs that approaches truly show, as a reader without fault would find them, shape (n, n_indicators).

    1 shown, 0 not; NaN where no column is there that could show it and no word does.
    """
    out = np.array([[1.0 if i in shows else 0.0 for i in ids()] for shows in world.shows])
    frame: pd.DataFrame = world.frame
    for key, columns in _SEEN_BY.items():
        at = ids().index(key)
        unseen = frame[list(columns)].eq("").all(axis=1).to_numpy() & (out[:, at] == 0)
        out[unseen, at] = np.nan
    return out


def scorer() -> AdditiveScorer:
    """The model's own scorer, unfitted, with its usual penalties."""
    absence = np.where(np.arange(len(PART_IDS)) < len(CATALOGUE), _ABSENCE, 1e9)
    return AdditiveScorer(directions=_DIRECTIONS, ridge=_RIDGE, absence_ridge=absence)


def cross_scores(strengths: Floats, y: NDArray[np.bool_], groups: Sequence[int]) -> Floats:
    """Scores by a scorer that was fitted without the row's group.

    Parameters
    ----------
    strengths : ndarray, shape (n, n_indicators)
    y : ndarray of bool, shape (n,)
    groups : sequence of int, length n

    Returns
    -------
    ndarray, shape (n,)
        Log-odds.
    """
    x, at = add_composites(strengths), np.asarray(groups)
    out = np.zeros(len(y))
    for group in np.unique(at):
        out[at == group] = scorer().fit(x[at != group], y[at != group]).decision_function(x[at == group])
    return out
