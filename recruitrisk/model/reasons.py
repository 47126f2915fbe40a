"""Reasons: the parts of the sum in plain English, each with what shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from recruitrisk.evidence import SHOWN, Evidence
from recruitrisk.indicators import CATALOGUE, COMPOSITES
from recruitrisk.model.parts import PART_IDS
from recruitrisk.model.risk_model import Assessment

__all__ = ["REST", "Reason", "reasons", "shown_ids", "unknown_reasons"]

State = Literal["shown", "faint", "absent", "unknown", "rest"]

REST = "(all other parts)"
"""Id of the reason that sums up what is too small to name."""

_SENTENCES = {i.id: (i.reviewer, i.absent) for i in CATALOGUE} | {c.id: (c.reviewer, "") for c in COMPOSITES}
_INDICATORS = {i.id: i for i in CATALOGUE}


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of the sum.

    Attributes
    ----------
    id : str
        Indicator, composite, or `REST`.
    sentence : str
        Plain English, without a full stop.
    points : float
        Probability points; over all reasons they add up to risk - base rate.
    log_odds : float
        The same in log-odds; they add up to logit(risk) - logit(base rate).
    shown : bool
        Whether the sign is shown (else: looked for and not found, or faint).
    evidence : Evidence or None
    innocent : tuple of str
        Honest reasons for it.
    next_step : str
        What would settle it.
    state : str
        ``shown``; ``faint`` (a little of it is there); ``absent`` (looked for and not found); ``unknown``
        (could not be judged); ``rest`` for what sums up the small ones. Each is worded in its own way.
    """

    id: str
    sentence: str
    points: float
    log_odds: float
    shown: bool
    evidence: Evidence | None
    innocent: tuple[str, ...] = ()
    next_step: str = ""
    state: State = "shown"


def reasons(assessment: Assessment, smallest: float = 0.0) -> list[Reason]:
    """All parts of the sum that are not zero, shown signs first by weight, then the rest by size.

    Parameters
    ----------
    assessment : Assessment
    smallest : float
        Parts below this many log-odds that are not shown are summed up in one last reason.

    Returns
    -------
    list of Reason
        The points add up to ``risk - base_rate``, the log-odds to ``logit(risk) - logit(base_rate)``.
    """
    found = assessment.sum
    out: list[Reason] = []
    rest_points = rest_log_odds = 0.0
    for key, part, points, strength in zip(
        PART_IDS, found.parts.tolist(), assessment.points.tolist(), found.strengths.tolist(), strict=True
    ):
        if part == 0.0 and not strength >= SHOWN:
            continue
        shown = strength >= SHOWN
        if not shown and abs(part) < smallest:
            rest_points += points
            rest_log_odds += part
            continue
        present, absent = _SENTENCES[key]
        indicator = _INDICATORS.get(key)
        raises = indicator is None or indicator.direction == "raises"
        faint = not shown and (part > 0 if raises else part < 0)
        state: State = "shown" if shown else "faint" if faint else "absent"
        sentence = present if shown else (absent or f"not seen: {present}")
        if faint:
            sentence = f"faint: {present}"
        out.append(
            Reason(
                key,
                sentence,
                points,
                part,
                shown,
                assessment.findings.evidence.get(key) if shown else None,
                indicator.innocent if indicator and shown else (),
                indicator.next_step if indicator and shown else "",
                state,
            )
        )
    out.sort(key=lambda r: (not r.shown, -r.log_odds if r.shown else -abs(r.log_odds)))
    if rest_points or rest_log_odds:
        out.append(
            Reason(
                REST, "signs looked for and not found, together", rest_points, rest_log_odds, False, None, state="rest"
            )
        )  # fmt: skip
    return out


def unknown_reasons(assessment: Assessment) -> list[Reason]:
    """Indicators that could not be judged, in words of their own; each adds exactly nothing.

    Parameters
    ----------
    assessment : Assessment

    Returns
    -------
    list of Reason
        In the order of the catalogue; unknown is neither shown nor absent.
    """
    strengths = assessment.findings.strengths
    return [
        Reason(
            i.id, f"could not be judged: {i.name[:1].lower()}{i.name[1:]}", 0.0, 0.0, False, None,
            next_step=i.next_step, state="unknown",
        )
        for at, i in enumerate(CATALOGUE)
        if strengths[at] != strengths[at]
    ]  # fmt: skip


def shown_ids(assessment: Assessment) -> list[str]:
    """Ids of the raising indicators shown, the heaviest first."""
    parts = assessment.sum.parts
    found = [
        (float(parts[at]), CATALOGUE[at].id)
        for at in np.flatnonzero(assessment.findings.strengths >= SHOWN).tolist()
        if CATALOGUE[at].direction == "raises"
    ]
    return [key for _, key in sorted(found, key=lambda pair: -pair[0])]
