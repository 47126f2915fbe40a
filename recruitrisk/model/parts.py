"""The sum: from strengths to parts in log-odds, and to probability points that add up.

Everything here is numpy on small arrays and adds up each approach by itself, so a row scores
the same alone and in a batch.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recruitrisk.evidence import SHOWN
from recruitrisk.indicators import CATALOGUE, COMPOSITES

__all__ = [
    "LOWERS", "PART_IDS", "PartTable", "Sum", "add_composites", "bounded", "probability_points", "shows_strong", "sigmoid",
    "sigmoids",
]  # fmt: skip

Floats = NDArray[np.float64]

PART_IDS: tuple[str, ...] = tuple(i.id for i in CATALOGUE) + tuple(c.id for c in COMPOSITES)
"""Names of the parts: the indicators, then the composites."""

_AT = {name: at for at, name in enumerate(PART_IDS)}
_WIDEST = max(len(c.parts) for c in COMPOSITES)
_MEMBERS = np.array(
    [[_AT[p] for p in c.parts] + [len(CATALOGUE)] * (_WIDEST - len(c.parts)) for c in COMPOSITES]
)
"""Members of each composite, filled up with one that is always unknown."""
_NEEDS = np.array([c.needs or len(c.parts) for c in COMPOSITES])
_EACH = np.arange(len(COMPOSITES))
_SPARE = _WIDEST - _NEEDS
"""How many members may be unknown; sorted, the last one that is needed stands there."""
LOWERS = np.array([i.direction == "lowers" for i in CATALOGUE] + [False] * len(COMPOSITES))
"""Which parts lower."""
_LOWERING = LOWERS[: len(CATALOGUE)]
_STRONG = np.array([i.strong and i.direction == "raises" for i in CATALOGUE])


def sigmoid(z: float) -> float:
    """Probability of log-odds, without overflow."""
    return float(1.0 / (1.0 + np.exp(-z))) if z >= 0 else float(np.exp(z) / (1.0 + np.exp(z)))


def sigmoids(z: Floats) -> Floats:
    """The same of many."""
    e = np.exp(-np.abs(z))
    return np.asarray(np.where(z >= 0, 1.0, e) / (1.0 + e))


def shows_strong(strengths: Floats) -> NDArray[np.bool_]:
    """Whether a strong sign is shown; shape (..., n_indicators) to (...)."""
    return np.asarray(np.logical_or.reduce(_STRONG & (strengths >= SHOWN), axis=-1))


def bounded(raising: Floats, lowering: Floats, strong: NDArray[np.bool_], cap: float, floor: float) -> Floats:
    """What lowers, held at its bound.

    Parameters
    ----------
    raising, lowering : ndarray
        Sums of the parts that raise (and of all that is absent) and of those that lower, in log-odds.
    strong : ndarray of bool
        Whether a strong sign is shown.
    cap : float
        What lowers takes off no more than this.
    floor : float
        Of an approach that shows a strong sign it takes nothing off below this total.

    Returns
    -------
    ndarray
        `lowering`, or less of it.
    """
    allowed = np.where(strong, np.maximum(-cap, np.minimum(0.0, floor - raising)), -cap)
    return np.asarray(np.maximum(lowering, allowed))


def add_composites(strengths: Floats) -> Floats:
    """Strengths of indicators and composites; shape (..., n_indicators) to (..., n_parts).

    A specific that is not shown counts for nothing: friendly words that look a little like one clear nobody.
    """
    size = len(CATALOGUE)
    out = np.empty((*strengths.shape[:-1], len(PART_IDS)))
    out[..., :size] = strengths
    out[..., :size][_LOWERING & (strengths < SHOWN)] = 0.0
    padded = np.empty((*strengths.shape[:-1], size + 1))
    padded[..., :size] = out[..., :size]
    padded[..., size] = np.nan
    values = padded.take(_MEMBERS, axis=-1)
    missing = np.isnan(values)
    values[missing] = -1.0
    values.sort(axis=-1)
    extra = values[..., _EACH, _SPARE]
    extra[missing.sum(axis=-1) > _SPARE] = np.nan
    out[..., size:] = extra
    return out


@dataclass(frozen=True, slots=True)
class Sum:
    """Parts of one approach's log-odds.

    Attributes
    ----------
    parts : ndarray, shape (n_parts,)
        What each adds to the log-odds of the base rate; zero where unknown.
    total : float
        Their sum: the weight of evidence.
    capped : bool
        Whether what lowers was held at its bound.
    strengths : ndarray, shape (n_parts,)
        That they were added up from, composites among them.
    """

    parts: Floats
    total: float
    capped: bool
    strengths: Floats


@dataclass(frozen=True)
class PartTable:
    """The fitted, calibrated parts.

    Attributes
    ----------
    steps : ndarray, shape (n_parts, n_knots)
        Rise between knots.
    absent : ndarray, shape (n_parts,)
        Taken off when known and not shown: all of it at strength 0, none from 0.5 on.
    knots : ndarray, shape (n_knots + 1,)
        Common edges, 0 to 1.
    cap : float
        Bound of what specifics may take off in sum, in log-odds.
    floor : float
        Weight of evidence under which specifics never bring an approach that shows a strong sign.
    """

    steps: Floats
    absent: Floats
    knots: Floats
    cap: float
    floor: float

    def sum(self, strengths: Floats, unanswered: Floats | None = None) -> Sum:
        """Add up one approach.

        Parameters
        ----------
        strengths : ndarray, shape (n_indicators,)
            NaN is unknown.
        unanswered : ndarray, shape (n_indicators,), optional
            Strengths if nothing in the thread answered a sign: what answers take off falls under the same bound as
            what specifics do.
        """
        return self.sums(strengths[None], None if unanswered is None else unanswered[None])[0]

    def sums(self, strengths: Floats, unanswered: Floats | None = None) -> list[Sum]:
        """Add up many approaches, each as `sum` does; strengths of shape (n, n_indicators)."""
        count = len(strengths)
        x = add_composites(strengths if unanswered is None else np.concatenate([strengths, unanswered]))
        every = self._parts(x)
        x, parts, start = x[:count], every[:count], every[-count:]
        raising = np.where(LOWERS, 0.0, start)
        taken = parts - raising  # by specifics, and by answers to signs
        strong = shows_strong(strengths if unanswered is None else unanswered)
        taken_sum = np.add.reduce(taken, axis=-1)
        before = np.add.reduce(raising, axis=-1)
        allowed = bounded(before, taken_sum, strong, self.cap, self.floor)
        capped = taken_sum < allowed
        for row in np.flatnonzero(capped).tolist():
            parts[row] = raising[row] + taken[row] * (allowed[row] / taken_sum[row])
        total = np.add.reduce(parts, axis=-1)
        # What stands on the floor stands there in every version of numpy: rounding alone would put it a band lower.
        if capped.any():
            held = capped & strong & (before >= self.floor)
            total = np.where(held, np.maximum(total, self.floor), total)
        return [Sum(*row) for row in zip(parts, total.tolist(), capped.tolist(), x, strict=True)]

    def _parts(self, x: Floats) -> Floats:
        """Unbounded parts of strengths with composites, shape (..., n_parts)."""
        missing = np.isnan(x)
        x = np.where(missing, 0.0, x)
        low, high = self.knots[:-1], self.knots[1:]
        share = x[..., None] - low
        share /= high - low
        np.maximum(share, 0.0, out=share)
        np.minimum(share, 1.0, out=share)
        share *= self.steps
        absent = 1.0 - 2.0 * x
        np.maximum(absent, 0.0, out=absent)
        np.minimum(absent, 1.0, out=absent)
        absent *= self.absent
        parts: Floats = np.add.reduce(share, axis=-1)
        parts -= absent
        parts[missing] = 0.0
        return parts


def probability_points(parts: Floats, base_rate: float) -> Floats:
    """Share out (risk - base rate) over the parts in proportion to their log-odds.

    Parameters
    ----------
    parts : ndarray, shape (..., n_parts)
        Log-odds, of one approach or of many.
    base_rate : float
        In (0, 1).

    Returns
    -------
    ndarray, shape (..., n_parts)
        Probability points; their sum is ``risk - base_rate``.
    """
    total = parts.sum(axis=-1)
    base = np.log(base_rate / (1 - base_rate))
    flat = np.abs(total) < 1e-7
    rise = sigmoids(base + total) - sigmoids(np.full_like(total, base))
    slope = np.where(flat, base_rate * (1 - base_rate), rise / np.where(flat, 1.0, total))
    return np.asarray(parts * slope[..., None])
