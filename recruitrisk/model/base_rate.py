"""The base rate of a batch, estimated from its scores alone (Saerens, Latinne and Decaestecker 2002).

With the weight of evidence ``w`` of each approach (log-odds at an even base rate), the base rate that makes the batch
likeliest is the fixed point of EM::

    r <- mean over rows of  r e^w / (r e^w + 1 - r)

The likelihood is concave in ``r``, so the point is found by bisection of its slope, which does not crawl near zero as EM does.
It rests on scores being calibrated for the user's stream; synthetic calibration is all there is, so an estimate is
a hint with an interval, and never used unless asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recruitrisk.errors import UsageError

__all__ = ["BaseRate", "base_rate_of"]

Floats = NDArray[np.float64]

_EDGE = 1e-5
_STEPS = 50
_DIGITS = 2  # evidence is counted in steps of 0.01 log-odds, so a batch of any size is a short table
_LEAST = 30


@dataclass(frozen=True, slots=True)
class BaseRate:
    """An estimated base rate.

    Attributes
    ----------
    value, low, high : float
        The estimate and its 95 % bootstrap interval. It holds what the sample leaves open, not whether synthetic
        calibration fits the stream.
    n : int
        Approaches that it rests on.
    at_edge : bool
        True when the batch is likeliest with none (or all) of the playbook: no estimate to use.
    """

    value: float
    low: float
    high: float
    n: int
    at_edge: bool

    @property
    def text(self) -> str:
        """``base rate estimated from 1,200 approaches: 2.1 % (95 % interval 0.9 % to 3.6 %)``."""
        interval = f"95 % interval {100 * self.low:.2g} % to {100 * self.high:.2g} %"
        if self.at_edge:
            return f"base rate can't be estimated from {self.n:,} approaches: as likely as not there are none ({interval})"
        return f"base rate estimated from {self.n:,} approaches: {100 * self.value:.2g} % ({interval})"


def _likeliest(odds: Floats, counts: Floats) -> float:
    """The base rate at which the batch is likeliest; `odds` is e^w - 1."""
    low, high = _EDGE, 1 - _EDGE

    def slope(rate: float) -> float:
        return float((counts * odds / (1 + rate * odds)).sum())

    if slope(low) <= 0:
        return low
    if slope(high) >= 0:
        return high
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if slope(middle) > 0 else (low, middle)
    return (low + high) / 2


def base_rate_of(evidence: Floats, *, resamples: int = 400, seed: int = 0) -> BaseRate:
    """Estimate the base rate of a batch.

    Parameters
    ----------
    evidence : ndarray, shape (n,)
        Calibrated weight of evidence: logit(risk) - logit(base rate that it was scored at).
    resamples : int
        Bootstrap resamples.
    seed : int
        Of the bootstrap.

    Returns
    -------
    BaseRate

    Raises
    ------
    UsageError
        Fewer than 30 approaches.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> found = base_rate_of(np.concatenate([rng.normal(-2, 2, 9500), rng.normal(2, 2, 500)]))
    >>> round(found.value, 2)
    0.05
    """
    known = np.asarray(evidence, dtype=np.float64)
    known = known[np.isfinite(known)]
    if len(known) < _LEAST:
        raise UsageError(
            f"{len(known)} approaches with a risk; a base rate can be estimated from {_LEAST} or more, state one instead"
        )
    values, counts = np.unique(np.round(np.clip(known, -50, 50), _DIGITS), return_counts=True)
    odds = np.expm1(values)
    value = _likeliest(odds, counts.astype(np.float64))
    rng = np.random.default_rng(seed)
    draws = [
        _likeliest(odds, rng.multinomial(len(known), counts / len(known)).astype(np.float64))
        for _ in range(resamples)
    ]
    low, high = np.quantile(draws, [0.025, 0.975])
    return BaseRate(
        value,
        min(value, float(low)),
        max(value, float(high)),
        len(known),
        not 2 * _EDGE < value < 1 - 2 * _EDGE,
    )
