"""How far an approach lies from everything that training saw, and which values can't be.

Distance is Mahalanobis's over strengths (an unknown one is taken at its mean, so it adds nothing), in
units of the distance that one synthetic approach in 200 exceeds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["LIMITS", "Reach", "out_of_range"]

Floats = NDArray[np.float64]

_RIDGE = 0.02
_BEYOND = 0.005
_CLOSE = 1e-6

LIMITS: dict[str, tuple[float, float]] = {
    "company_founded": (1200, 2100),
    "company_employees": (0, 5_000_000),
    "company_followers": (0, 100_000_000),
    "connections": (0, 30_000),
    "mutual_connections": (0, 30_000),
    "recommendations": (0, 1_000),
    "positions_listed": (0, 100),
}
"""Values that can be, by column; 30,000 is the network's own cap on connections, the others are generous."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Where training was.

    Attributes
    ----------
    centre : ndarray, shape (n_indicators,)
        Mean strengths.
    whitening : ndarray, shape (n_indicators, n_indicators)
        Turns deviations into uncorrelated ones of unit size.
    limit : float
        Distance that 0.5 % of the synthetic approaches exceed.
    """

    centre: Floats
    whitening: Floats
    limit: float

    @classmethod
    def fit(cls, strengths: Floats) -> Reach:
        """Learn from strengths of shape (n, n_indicators); NaN is unknown."""
        known = ~np.isnan(strengths)
        centre = np.where(known, strengths, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
        deviation = np.where(known, strengths - centre, 0.0)
        spread = deviation.T @ deviation / len(strengths) + _RIDGE * np.eye(strengths.shape[1])
        whitening = np.linalg.inv(np.linalg.cholesky(spread))
        distance = np.sqrt(((deviation @ whitening.T) ** 2).sum(axis=1))
        return cls(centre, whitening, float(np.quantile(distance, 1 - _BEYOND)))

    def distance(self, strengths: Floats) -> float:
        """Distance of one approach in units of the limit; above 1 is far from training."""
        deviation = np.where(np.isnan(strengths), 0.0, strengths - self.centre)
        return float(np.sqrt(((self.whitening @ deviation) ** 2).sum()) / self.limit)

    def far(self, strengths: Floats) -> list[bool]:
        """Which of many approaches, shape (n, n_indicators), have a distance above 1; of each what `distance` alone says."""
        deviation = np.where(np.isnan(strengths), 0.0, strengths - self.centre)
        found = np.sqrt(((deviation @ self.whitening.T) ** 2).sum(axis=1)) / self.limit
        out: list[bool] = (found > 1).tolist()
        for at in np.flatnonzero(np.abs(found - 1) < _CLOSE).tolist():  # where rounding could decide
            out[at] = self.distance(strengths[at]) > 1
        return out


def out_of_range(fields: Mapping[str, object], marks: Mapping[str, float]) -> list[str]:
    """Notes on values that can't be: by column for `LIMITS`, 0 to 1 for marks.

    Examples
    --------
    >>> out_of_range({"connections": 2_000_000.0}, {})
    ['connections = 2000000 is out of range (0 to 30000)']
    """
    notes = []
    for name, (low, high) in LIMITS.items():
        value = fields.get(name)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and not low <= value <= high:
            notes.append(f"{name} = {value:.12g} is out of range ({low:.12g} to {high:.12g})")
    notes += [
        f"mark {key} = {value:.12g} is out of range (0 to 1)"
        for key, value in marks.items()
        if not (0.0 <= value <= 1.0 or np.isnan(value))
    ]
    return notes
