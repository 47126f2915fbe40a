"""The nine columns that scoring adds to a row."""

from __future__ import annotations

import json

from recruitrisk.approach import SCORED_COLUMNS
from recruitrisk.model import Assessment, reasons, shown_ids

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
        elif evidence is not None and evidence.by_user:
            text += " (marked by the user)"
        elif evidence is not None and evidence.says:
            text += f" ({evidence.says.replace(';', ',')})"
        parts.append(f"{text} {reason.points:+.1%}")
    return "; ".join(parts)


def scored_cells(assessment: Assessment, notes: list[str] | None = None) -> dict[str, float | str]:
    """Cells of the scored columns.

    Parameters
    ----------
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
    values: tuple[float | str, ...] = (
        round(assessment.risk, _DIGITS),
        round(assessment.low, _DIGITS),
        round(assessment.high, _DIGITS),
        assessment.band,
        _reason_text(assessment),
        " ".join(ids),
        json.dumps(ordered, ensure_ascii=False),
        round(assessment.coverage, _DIGITS),
        "; ".join([*(notes or []), *assessment.notes]),
    )
    return dict(zip(SCORED_COLUMNS, values, strict=True))
