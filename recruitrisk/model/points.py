"""Whole points that a person can add by hand, and how well they follow the exact score.

Each part is rounded to whole points of `UNIT` log-odds: what it adds on average over synthetic approaches that
show the sign, and over those that were looked through for it and do not. An unknown sign gets nothing. The table is
for the model card and for checking a score on paper; the library never scores with it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recruitrisk.evidence import SHOWN
from recruitrisk.indicators import CATALOGUE, COMPOSITES
from recruitrisk.model.parts import LOWERS, PART_IDS, add_composites, sigmoid
from recruitrisk.model.risk_model import DEFAULT_BASE_RATE, RiskModel
from recruitrisk.parameters import check_kind

__all__ = ["UNIT", "HandPoint", "PointsTable", "mean_parts", "points_table"]

Floats = NDArray[np.float64]

UNIT = 0.1
"""Log-odds of one point: seven points double the odds."""

_NAMES = {i.id: i.name for i in CATALOGUE}


@dataclass(frozen=True, slots=True)
class HandPoint:
    """Points of one part: `shown` when it is plainly there, `absent` when it was looked for and is not."""

    id: str
    name: str
    shown: int
    absent: int


@dataclass(frozen=True, slots=True)
class PointsTable:
    """Points of a model.

    Attributes
    ----------
    rows : tuple of HandPoint
        In the order of the parts.
    most_off : int
        What can be checked takes off this many points in all, never more.
    """

    rows: tuple[HandPoint, ...]
    most_off: int

    def add(self, strengths: Floats) -> int:
        """Add up one approach as a person would: a sign is there (0.5 or more), is not, or is unknown.

        Parameters
        ----------
        strengths : ndarray, shape (n_indicators,)
            NaN is unknown.
        """
        x = add_composites(strengths)
        shown = np.array([row.shown for row in self.rows])
        absent = np.array([row.absent for row in self.rows])
        points = np.where(np.isnan(x), 0, np.where(np.nan_to_num(x) >= SHOWN, shown, absent))
        return int(points[~LOWERS].sum() + max(points[LOWERS].sum(), -self.most_off))

    def agreement(self, model: RiskModel, strengths: Floats) -> dict[str, float]:
        """How well points follow the exact weight of evidence.

        Parameters
        ----------
        model : RiskModel
        strengths : ndarray, shape (n, n_indicators)

        Returns
        -------
        dict
            ``n``, ``spearman`` (rank correlation), ``mean_gap`` (mean distance in log-odds).
        """
        from scipy.stats import spearmanr

        exact = np.array([model.table.sum(row).total for row in strengths])
        points = np.array([self.add(row) for row in strengths])
        return {
            "n": len(exact),
            "spearman": float(spearmanr(exact, points).statistic),
            "mean_gap": float(np.abs(exact - UNIT * points).mean()),
        }

    def risk(self, points: int, base_rate: float = DEFAULT_BASE_RATE) -> float:
        """About the risk that so many points stand for."""
        return sigmoid(float(np.log(base_rate / (1 - base_rate))) + UNIT * points)

    def as_markdown(self, base_rate: float = DEFAULT_BASE_RATE) -> str:
        """Two tables: points of each sign, and what a sum of points is as a risk."""
        lines = ["| sign | shown | looked for, not there |", "|---|---:|---:|"]
        used = [row for row in self.rows if row.shown or row.absent]
        lines += [
            f"| {row.name} | {row.shown:+d} | {row.absent:+d} |"
            for row in sorted(used, key=lambda r: -r.shown)
        ]
        none = [row.name for row in self.rows if not (row.shown or row.absent)]
        if none:
            lines += ["", f"No points: {'; '.join(none)}."]
        lines += ["", f"What can be checked takes off {self.most_off} points in all, never more.", ""]
        lines += [f"| sum of points | risk at a base rate of {100 * base_rate:g} % |", "|---:|---:|"]
        lines += [
            f"| {points:+d} | {100 * self.risk(points, base_rate):.2g} % |" for points in range(-40, 91, 10)
        ]
        return "\n".join(lines) + "\n"


def mean_parts(parts: Floats, x: Floats) -> dict[str, list[float]]:
    """Mean of each part where its sign is shown, and where it is known and not shown; for the manifest.

    Parameters
    ----------
    parts : ndarray, shape (n, n_parts)
        In log-odds.
    x : ndarray, shape (n, n_parts)
        Strengths of indicators and composites.

    Returns
    -------
    dict
        ``shown`` and ``absent``: one number a part, 0 where there is no such row.
    """

    def mean(where: NDArray[np.bool_]) -> list[float]:
        total = np.where(where, parts, 0.0).sum(axis=0)
        return [float(v) for v in total / np.maximum(where.sum(axis=0), 1)]

    return {"shown": mean(x >= SHOWN), "absent": mean(x < SHOWN)}


def points_table(model: RiskModel) -> PointsTable:
    """Points of a model.

    Parameters
    ----------
    model : RiskModel

    Returns
    -------
    PointsTable
    """
    check_kind("model", model, RiskModel, "a RiskModel (rr.load_model gives one)")
    means = model.manifest.get("points")
    exact = (
        (
            model.table.steps.sum(axis=1),
            -model.table.absent,
        )  # an older model: plainly shown, not there at all
        if means is None
        else (np.array(means["shown"]), np.array(means["absent"]))
    )
    shown, absent = (np.rint(part / UNIT).astype(int) for part in exact)
    names = {**_NAMES, **{c.id: f"together: {c.reviewer}" for c in COMPOSITES}}
    rows = tuple(
        HandPoint(key, names[key], int(s), int(a)) for key, s, a in zip(PART_IDS, shown, absent, strict=True)
    )
    return PointsTable(rows, round(model.table.cap / UNIT))
