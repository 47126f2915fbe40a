"""The axis beside the risk: what an approach looks like, from the same strengths.

A declared table and an addition, nothing learnt: every sign that is shown adds its weight times its strength to
the styles it speaks for, what can be checked takes off; the style with the largest sum is named if that reaches
its `LEAST`, else the approach is pushy but ordinary. The risk is about the playbook alone and does not look at this; this
does not look at the risk. So a fee scam is not reported as espionage, and is not cleared either.

To change the table: edit `TABLE`, run ``benchmarks/model_choice.py`` for the confusion tables on synthetic rows, and
say what moved. Weights are own judgement from the advisories' descriptions, checked on synthetic rows only.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recruitrisk.errors import UsageError
from recruitrisk.evidence import SHOWN
from recruitrisk.indicators import ids
from recruitrisk.parameters import told

__all__ = [
    "INTELLIGENCE",
    "JOB_SCAM",
    "LEAST",
    "MALWARE",
    "PUSHY",
    "STYLES",
    "TABLE",
    "Style",
    "style_names",
    "style_of",
]

INTELLIGENCE = "intelligence-style"
JOB_SCAM = "job-scam style"
MALWARE = "malware-lure style"
PUSHY = "pushy but ordinary"
STYLES = (INTELLIGENCE, JOB_SCAM, MALWARE, PUSHY)

LEAST = {INTELLIGENCE: 3.0, JOB_SCAM: 2.0, MALWARE: 2.0}
"""A style with a smaller sum is not named; the first needs more, since honest recruiters show a sign or two of it."""

# indicator: what it says for (intelligence, job scam, malware lure)
TABLE: dict[str, tuple[float, float, float]] = {
    "insider_information": (3.0, 0.0, 0.0),
    "access_interest": (2.5, 0.0, 0.0),
    "network_mapping": (2.5, 0.0, 0.0),
    "report_commission": (2.5, 0.0, 0.0),
    "escalation": (2.0, 0.5, 0.0),
    "donation_leverage": (2.0, 0.0, 0.0),
    "secrecy_request": (2.0, 0.5, 0.0),
    "vulnerability_probe": (1.5, 0.5, 0.0),
    "vague_client": (1.5, 0.0, 0.0),
    "coercion": (1.0, 1.0, 0.0),
    "intermediary_chain": (1.0, 0.5, 0.0),
    "rapport_cultivation": (1.0, 0.5, 0.0),
    "paid_travel": (1.0, 0.0, 0.0),
    "pay_per_report": (1.0, 0.5, 0.0),
    "flattery": (0.5, 0.0, 0.0),
    "evades_verification": (0.5, 0.5, 0.5),
    "opaque_payment": (0.5, 2.0, 0.0),
    "no_vetting": (0.25, 2.0, 0.0),
    "early_sweetener": (0.5, 1.0, 0.0),
    "pay_above_market": (0.5, 1.0, 0.0),
    "early_cv_request": (0.25, 1.0, 0.25),
    "urgency_scarcity": (0.0, 1.0, 0.5),
    "off_platform_move": (0.5, 0.75, 0.25),
    "fast_off_platform": (0.25, 0.5, 0.25),
    "device_or_software": (0.25, 0.5, 3.0),
    "identity_mismatch": (0.5, 1.0, 0.5),
    "cover_company": (0.5, 0.5, 0.5),
    "thin_profile": (0.25, 0.5, 0.5),
    "vague_role": (0.5, 0.5, 0.25),
    "named_client": (-1.0, -1.0, -0.5),
    "public_reference": (-1.0, -1.0, -1.0),
    "stated_terms": (-1.0, -1.0, -0.5),
    "formal_process": (-1.0, -1.0, -0.5),
    "invites_verification": (-1.0, -1.0, -0.5),
    "boundary_notice": (-1.5, 0.0, 0.0),
}
"""What each sign says for (intelligence, job scam, malware lure)."""

_IDS = ids()
_WEIGHTS = [TABLE.get(key, (0.0, 0.0, 0.0)) for key in _IDS]


@dataclass(frozen=True, slots=True)
class Style:
    """What an approach looks like.

    Attributes
    ----------
    name : str
        One of `STYLES`.
    sums : dict of str to float
        Sum of each of the three named styles.
    parts : tuple of (str, float)
        Signs and what each adds to the named style (to the largest, when none is named), the largest first; they add
        up to that style's sum.
    """

    name: str
    sums: dict[str, float]
    parts: tuple[tuple[str, float], ...]

    @property
    def note(self) -> str:
        """What a reviewer of another harm must read; empty for the other two styles."""
        if self.name not in (JOB_SCAM, MALWARE):
            return ""
        do = "do not open or run anything" if self.name == MALWARE else "send no money and no papers"
        return f"looks like {self.name}: the risk is about the covert-recruitment playbook alone and does not clear this, {do}"


def style_of(strengths: NDArray[np.float64]) -> Style:
    """Name the style of one approach.

    Parameters
    ----------
    strengths : ndarray, shape (n_indicators,)
        In the order of the catalogue; unknown (NaN) and not shown add nothing.

    Returns
    -------
    Style

    Examples
    --------
    >>> x = np.zeros(len(ids()))
    >>> x[ids().index("device_or_software")] = 1.0
    >>> style_of(x).name
    'malware-lure style'
    """
    if getattr(strengths, "shape", None) != (len(ids()),):
        raise UsageError(
            f"strengths is {told(strengths)}; an array of {len(ids())} strengths, one an indicator, is expected"
        )
    first = second = third = 0.0
    added: list[tuple[str, tuple[float, float, float]]] = []
    for at, strength in enumerate(strengths.tolist()):
        if strength >= SHOWN:
            strength = min(strength, 1.0)
            a, b, c = _WEIGHTS[at]
            weights = a * strength, b * strength, c * strength
            first, second, third = first + weights[0], second + weights[1], third + weights[2]
            added.append((_IDS[at], weights))
    sums = [first, second, third]
    best = sums.index(max(sums))
    parts = [(key, weights[best]) for key, weights in added if weights[best]]
    parts.sort(key=lambda pair: -pair[1])
    name = STYLES[best] if sums[best] >= LEAST[STYLES[best]] else PUSHY
    return Style(name, dict(zip(STYLES, sums, strict=False)), tuple(parts))


def style_names(strengths: NDArray[np.float64]) -> list[str]:
    """Names of the styles of many approaches: of each what `style_of` names, to the last digit of the sums.

    Parameters
    ----------
    strengths : ndarray, shape (n_approaches, n_indicators)
    """
    shown = np.where(strengths >= SHOWN, np.clip(np.nan_to_num(strengths), 0.0, 1.0), 0.0)
    sums = (np.array(_WEIGHTS) * shown[..., None]).sum(axis=1)
    best = np.argmax(sums, axis=1).tolist()
    largest = sums.max(axis=1).tolist()
    return [STYLES[k] if total >= LEAST[STYLES[k]] else PUSHY for k, total in zip(best, largest, strict=True)]
