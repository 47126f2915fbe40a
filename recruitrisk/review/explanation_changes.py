"""What would change a score: signs taken away, claims that prove untrue, facts that could not be seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from recruitrisk.evidence import SHOWN
from recruitrisk.indicators import CATALOGUE, COMPOSITES
from recruitrisk.model import NOT_ASSESSABLE, Assessment, RiskModel
from recruitrisk.model.parts import sigmoid
from recruitrisk.model.reasons import shown_ids
from recruitrisk.review.figures import percent

__all__ = ["LOWERS", "NAMES", "Change", "changes", "open_facts", "unseen"]

_AT = {i.id: at for at, i in enumerate(CATALOGUE)}
NAMES = {i.id: i.name for i in CATALOGUE} | {c.id: c.reviewer for c in COMPOSITES}
"""Id of a sign or combination -> its name."""
LOWERS = frozenset(i.id for i in CATALOGUE if i.direction == "lowers")
"""Ids of the signs that lower a risk."""

# A sign whose opposite is a sign of its own: that is then taken as shown.
_OPPOSITES: dict[str, tuple[str, str]] = {
    "vague_client": ("if the client were named", "named_client"),
    "evades_verification": ("if the sender let themselves be checked", "invites_verification"),
}
# What a look at the sender or the firm may turn up, while it is unknown: sign, when it is there, when it is not.
_FACTS: tuple[tuple[str, str, str], ...] = (
    ("cover_company", "if the firm could not be substantiated", "if the firm were found in its register"),
    ("thin_profile", "if the account proved new or nearly empty", "if the account proved established"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """What the risk would be if one thing were otherwise.

    Attributes
    ----------
    id : str
        Indicator that is changed.
    condition : str
        In words: ``if the client were named``, ``without “Asks to keep it quiet”``.
    before, after : float
        Risk now, and then.
    """

    id: str
    condition: str
    before: float
    after: float

    @property
    def text(self) -> str:
        """``if the client were named: 31 % -> 18 %``."""
        return f"{self.condition}: {percent(self.before)} -> {percent(self.after)}"


def changes(assessment: Assessment, model: RiskModel, most: int = 5) -> list[Change]:
    """What would change the score: the heaviest signs taken away one at a time, and claims that prove untrue.

    Parameters
    ----------
    assessment : Assessment
        Of `model`.
    model : RiskModel
        Whose sum is made again.
    most : int
        How many raising signs to look at; up to two claims that lower come behind.

    Returns
    -------
    list of Change
        Those that move the log-odds by 0.01 or more, the largest first; if two or more
        raising signs are taken away, the last says what they are worth together.
    """
    strengths = assessment.findings.strengths
    base = float(np.log(assessment.base_rate / (1 - assessment.base_rate)))

    def risk_with(new: dict[str, float]) -> tuple[float, float]:
        other, unanswered = strengths.copy(), assessment.findings.unanswered.copy()
        for key, value in new.items():
            other[_AT[key]] = unanswered[_AT[key]] = value
        total = model.table.sum(other, unanswered).total
        return sigmoid(base + total), total

    def made(key: str, condition: str, new: dict[str, float]) -> tuple[float, Change]:
        after, total = risk_with(new)
        return abs(total - assessment.sum.total), Change(key, condition, assessment.risk, after)

    raising: list[tuple[float, Change]] = []
    heaviest = shown_ids(assessment)[:most]
    for key in heaviest:
        condition, opposite = _OPPOSITES.get(key, (f"without “{NAMES[key]}”", ""))
        new = {key: 0.0}
        if opposite:
            new[opposite] = 1.0
        raising.append(made(key, condition, new))
    shown_lowering = [key for key in LOWERS if strengths[_AT[key]] >= SHOWN]
    lowering = [made(k, f"if “{NAMES[k]}” proved untrue", {k: 0.0}) for k in shown_lowering]
    raising = sorted((r for r in raising if r[0] >= 0.01), key=lambda r: -r[0])
    lowering = sorted((r for r in lowering if r[0] >= 0.01), key=lambda r: (-r[0], r[1].id))[:2]
    out = [change for _, change in raising]
    if len(raising) > 1:
        after, _ = risk_with(dict.fromkeys(heaviest, 0.0))
        out.append(Change("", f"without these {len(heaviest)} signs together", assessment.risk, after))
    return out + [change for _, change in lowering]


def open_facts(assessment: Assessment, model: RiskModel) -> list[Change]:
    """What a look at a firm or account that could not be seen may turn up, and what the risk would be then.

    Parameters
    ----------
    assessment : Assessment
        Of `model`.
    model : RiskModel

    Returns
    -------
    list of Change
        Two of each unknown fact; none where too little was seen to say anything.
    """
    if assessment.band == NOT_ASSESSABLE:
        return []
    base = float(np.log(assessment.base_rate / (1 - assessment.base_rate)))
    out = []
    for key, there, not_there in _FACTS:
        if np.isnan(assessment.findings.strengths[_AT[key]]):
            for condition, strength in ((there, 1.0), (not_there, 0.0)):
                other, unanswered = (
                    assessment.findings.strengths.copy(),
                    assessment.findings.unanswered.copy(),
                )
                other[_AT[key]] = unanswered[_AT[key]] = strength
                after = sigmoid(base + model.table.sum(other, unanswered).total)
                out.append(Change(key, condition, assessment.risk, after))
    return out


def unseen(assessment: Assessment) -> list[str]:
    """Names of the indicators that could not be assessed, in the order of the catalogue."""
    return [i.name for at, i in enumerate(CATALOGUE) if np.isnan(assessment.findings.strengths[at])]
