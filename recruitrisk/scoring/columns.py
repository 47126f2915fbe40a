"""The columns that scoring adds to a row: those that `recruitrisk.approach.SCORED_COLUMNS` lists, in its order."""

from __future__ import annotations

import json

from recruitrisk.approach import SCORED_COLUMNS, Approach
from recruitrisk.model import NOT_ASSESSABLE, Assessment, reasons, shown_ids

__all__ = ["scored_cells"]

_DIGITS = 6
_MAX_REASONS = 6
_MAX_QUOTE = 90


def _quoted(text: str) -> str:
    short = " ".join(text.split()).replace(";", ",")
    return f" (“{short[: _MAX_QUOTE - 1]}…”)" if len(short) > _MAX_QUOTE else f" (“{short}”)"


def _reason_text(assessment: Assessment) -> str:
    parts: list[str] = []
    for reason in reasons(assessment):
        if not reason.shown or len(parts) >= _MAX_REASONS:
            break
        text = reason.sentence.replace(";", ",")
        evidence = reason.evidence
        if evidence is not None and evidence.place is not None:
            text += _quoted(evidence.place.quote)
            if evidence.says:  # a comparison names its reference; the evidence column holds the rest
                text += f" ({evidence.says.partition(';')[0]})"
        elif evidence is not None and evidence.by_user:
            text += " (marked by the user)"
        elif evidence is not None and evidence.says:
            text += f" ({evidence.says.replace(';', ',')})"
        parts.append(f"{text} {reason.points:+.1%}")
    return "; ".join(parts)


def scored_cells(
    approach: Approach, assessment: Assessment, notes: list[str] | None = None
) -> dict[str, float | str]:
    """Cells of the scored columns.

    Parameters
    ----------
    approach : Approach
        As it was assessed.
    assessment : Assessment
    notes : list of str, optional
        What reading had to say of the row.

    Returns
    -------
    dict
        Keys are `recruitrisk.approach.SCORED_COLUMNS`, in that order; probabilities and the coverage
        are rounded to 6 digits.
    """
    evidence = {key: found.as_dict() for key, found in assessment.findings.evidence.items()}
    ids = shown_ids(assessment)
    ordered = {
        key: evidence[key] for key in [*ids, *(k for k in evidence if k not in ids)] if key in evidence
    }
    values: dict[str, float | str] = {
        "risk": round(assessment.risk, _DIGITS),
        "risk_low": round(assessment.low, _DIGITS),
        "risk_high": round(assessment.high, _DIGITS),
        "risk_band": assessment.band,
        "risk_reasons": _reason_text(assessment),
        "risk_indicators": " ".join(ids),
        "risk_evidence": json.dumps(ordered, ensure_ascii=False),
        "risk_coverage": round(assessment.coverage, _DIGITS),
        "risk_notes": "; ".join([*(notes or []), *assessment.notes]),
        "risk_campaign": approach.campaign,
        "risk_style": assessment.style.name if assessment.band != NOT_ASSESSABLE else "",
    }
    return {name: values[name] for name in SCORED_COLUMNS}
