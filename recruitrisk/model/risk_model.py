"""The model as it is used: approach in, calibrated risk with its parts out. numpy alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recruitrisk.approach import Approach
from recruitrisk.evidence import SHOWN, Detector, Findings
from recruitrisk.indicators import CATALOGUE
from recruitrisk.model.parts import PART_IDS, PartTable, Sum, add_composites, probability_points, sigmoids
from recruitrisk.model.reach import Reach, out_of_range
from recruitrisk.model.style import Style, style_of
from recruitrisk.parameters import check_share

__all__ = ["BANDS", "DEFAULT_BASE_RATE", "NOT_ASSESSABLE", "Assessment", "RiskModel"]

Floats = NDArray[np.float64]

DEFAULT_BASE_RATE = 0.01
"""Share of approaches in the user's stream that are of the playbook, when nothing is stated."""
BANDS = ("low", "guarded", "elevated", "high")
NOT_ASSESSABLE = "not assessable"
"""Band of an approach of which too little is seen; never ``low``."""

_MOST_VARIANCES = 4096
_MIN_WORDS = 6
_MIN_FACTS = 3
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "profile",
        ("account_created", "connections", "recommendations", "positions_listed", "verified", "headline"),
    ),
    ("firm", ("company", "company_founded", "company_employees", "company_followers", "company_registered")),
    ("recipient", ("recipient_title", "recipient_pay")),
)
_Z = 1.2815515655446004  # 80 % of a normal
DEFAULT_MISSING = (_Z, _Z)
"""Reach of what is missing, in standard deviations down and up, of a model that did not measure it."""
_DOUBT = 1.0  # variance in log-odds that each doubt (half-known language, far from training, ...) adds; own judgement


@dataclass(slots=True)
class Assessment:
    """What is said of one approach.

    Attributes
    ----------
    risk, low, high : float
        Calibrated probability and its 80 % interval.
    band : str
        ``low``, ``guarded``, ``elevated``, ``high`` or ``not assessable``.
    base_rate : float
        That the probability rests on.
    sum : Sum
        Parts in log-odds; they add up to logit(risk) - logit(base rate).
    points : ndarray, shape (n_parts,)
        The same in probability points; they add up to risk - base rate.
    findings : Findings
    coverage : float
        Share of indicators that could be assessed.
    style : Style
        What the approach looks like, beside the risk.
    notes : list of str
    """

    risk: float
    low: float
    high: float
    band: str
    base_rate: float
    sum: Sum
    points: Floats
    findings: Findings
    coverage: float
    style: Style
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, repr=False)
class RiskModel:
    """Detector, parts, interval and bands.

    Attributes
    ----------
    detector : Detector
    table : PartTable
    spread : ndarray, shape (n_parts,)
        Variance of each part over synthetic approaches: what an unknown part might have added.
    grid, grid_low, grid_high : ndarray
        Weight of evidence, and the lower and upper log-odds that calibration allows there.
    edges : tuple of float
        Weight of evidence from which ``guarded``, ``elevated`` and ``high`` begin.
    manifest : mapping
        Versions, seeds, figures.
    name : str
    reach : Reach or None
        Where training was; None for a model of an older format.
    missing : tuple of float
        How far what is unknown moved the evidence once it was known, down and up, in 80 % of synthetic cases: in
        units of the unknown parts' standard deviation (split-conformal quantiles).
    """

    detector: Detector
    table: PartTable
    spread: Floats
    grid: Floats
    grid_low: Floats
    grid_high: Floats
    edges: tuple[float, float, float]
    manifest: Mapping[str, Any]
    name: str = "default"
    reach: Reach | None = None
    missing: tuple[float, float] = DEFAULT_MISSING
    _variances: dict[bytes, float] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __repr__(self) -> str:
        """Its name and its catalogue."""
        return f"<RiskModel {self.name}: catalogue {self.manifest.get('catalogue', 'unknown')}>"

    def assess(self, approach: Approach, base_rate: float = DEFAULT_BASE_RATE) -> Assessment:
        """Assess one approach.

        Parameters
        ----------
        approach : Approach
        base_rate : float
            In (0, 1).

        Returns
        -------
        Assessment

        Raises
        ------
        UsageError
            `base_rate` is outside of (0, 1).
        """
        return self.assess_many([approach], base_rate)[0]

    def assess_many(
        self, approaches: Sequence[Approach], base_rate: float = DEFAULT_BASE_RATE
    ) -> list[Assessment]:
        """Assess many approaches; each comes out as alone, to the last digit, in a fraction of the time.

        Parameters
        ----------
        approaches : sequence of Approach
        base_rate : float
            In (0, 1).

        Returns
        -------
        list of Assessment
            In the order of `approaches`.

        Raises
        ------
        UsageError
            `base_rate` is outside of (0, 1).
        """
        base_rate = check_share("base_rate", base_rate)
        found = self.detector.detect_many(approaches)
        if not found:
            return []
        strengths = np.stack([one.strengths for one in found])
        sums = self.table.sums(strengths, np.stack([one.unanswered for one in found]))
        known = ~np.isnan(strengths)
        totals = np.array([one.total for one in sums])
        base = np.log(base_rate / (1 - base_rate))
        shown = np.any(strengths >= SHOWN, axis=1).tolist()
        coverage = (np.count_nonzero(known, axis=1) / known.shape[1]).tolist()
        far = [False] * len(found) if self.reach is None else self.reach.far(strengths)
        doubts = list(map(self._doubts, approaches, sums, far))
        wide = [len(more) + len(one.notes) for more, one in zip(doubts, found, strict=True)]
        ends = np.array(self._intervals(totals, known, wide))
        risks = sigmoids(base + totals)
        lows, highs = sigmoids(base + ends[:, 0]), sigmoids(base + ends[:, 1])
        points: Sequence[Floats] = list(probability_points(np.stack([one.parts for one in sums]), base_rate))
        out = []
        for approach, findings, total, risk, low, high, gain, seen, sign, more in zip(
            approaches, found, sums, risks.tolist(), np.minimum(risks, lows).tolist(), np.maximum(risks, highs).tolist(),
            points, coverage, shown, doubts, strict=True,
        ):  # fmt: skip
            assessable = (
                sign or findings.readable >= _MIN_WORDS or bool(approach.marks) or _has_facts(approach)
            )
            band = BANDS[bisect_right(self.edges, total.total)] if assessable else NOT_ASSESSABLE
            style = style_of(findings.strengths)
            notes = self._notes(approach, findings, total, style if assessable else None, more)
            out.append(
                Assessment(risk, low, high, band, base_rate, total, gain, findings, seen, style, notes)
            )
        return out

    def interval(self, evidence: float, known: NDArray[np.bool_], doubts: int = 0) -> tuple[float, float]:
        """What calibration leaves open, what missing facts could change, and doubts.

        How often it holds what it should is measured at training (``holdout.interval`` in the manifest).

        Parameters
        ----------
        evidence : float
            Weight of evidence.
        known : ndarray of bool, shape (n_indicators,)
            Which indicators could be assessed.
        doubts : int
            Things that training never saw.

        Returns
        -------
        tuple of float
            Log-odds at an even base rate.
        """
        return self._intervals(np.array([evidence]), known[None], [doubts])[0]

    def _intervals(
        self, evidence: Floats, known: NDArray[np.bool_], doubts: Sequence[int]
    ) -> list[tuple[float, float]]:
        lows = np.interp(evidence, self.grid, self.grid_low).tolist()
        highs = np.interp(evidence, self.grid, self.grid_high).tolist()
        down, up = (reach**2 for reach in self.missing)
        out = []
        for at, low, high, seen, doubt in zip(evidence.tolist(), lows, highs, known, doubts, strict=True):
            unknown, more = self.unknown_variance(seen), _Z**2 * _DOUBT * doubt
            out.append(
                (
                    at - sqrt(min(low - at, 0.0) ** 2 + (down * unknown + more)),
                    at + sqrt(max(high - at, 0.0) ** 2 + (up * unknown + more)),
                )
            )
        return out

    def unknown_variance(self, known: NDArray[np.bool_]) -> float:
        """Variance, over synthetic approaches, of the parts that could not be assessed, composites among them."""
        key = known.tobytes()
        found = self._variances.get(key)
        if found is None:
            unknown = np.isnan(add_composites(np.where(known, 0.0, np.nan)))
            if len(self._variances) >= _MOST_VARIANCES:
                self._variances.clear()
            found = self._variances[key] = float(self.spread[unknown].sum())
        return found

    def _doubts(self, approach: Approach, total: Sum, far: bool) -> list[str]:
        """Notes on what training never saw; each widens the interval, as each note of the reading does."""
        doubts = out_of_range(approach.fields, approach.marks)
        if far:
            doubts.append("unlike anything in training; the interval is wider")
        if not self.grid[0] <= total.total <= self.grid[-1]:
            doubts.append("more evidence than calibration has seen; the exact figure means little")
        return doubts

    def _notes(
        self, approach: Approach, findings: Findings, total: Sum, style: Style | None, doubts: list[str]
    ) -> list[str]:
        """All notes; without a style the approach is not assessable."""
        notes = [*findings.notes, *doubts]
        if style is None:
            notes.append("too little to say: no readable text, few facts")
        unseen = [name for name, columns in _GROUPS if not any(c in approach.fields for c in columns)]
        if not any(m.inbound and m.text.strip() for m in approach.messages):
            unseen.insert(0, "messages")
        if unseen:
            notes.append("could not be seen: " + ", ".join(unseen))
        if total.capped:
            notes.append("specifics in the text were counted only up to their bound; check them")
        if style is not None and style.note:
            notes.append(style.note)
        return notes

    @property
    def part_ids(self) -> tuple[str, ...]:
        """Names of the parts, in the order of every parts array."""
        return PART_IDS


def _has_facts(approach: Approach) -> bool:
    return len(_SCORED_FACTS & approach.fields.keys()) >= _MIN_FACTS


_SCORED_FACTS = frozenset(rule.column for i in CATALOGUE for rule in i.fields) | {
    "account_created", "company_founded", "contact_email", "offered_pay",
}  # fmt: skip
