"""An explanation as data, ready for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from recruitrisk.model import unknown_reasons
from recruitrisk.review.explanation_changes import Change
from recruitrisk.review.statements import DISCLAIMER

if TYPE_CHECKING:
    from recruitrisk.review.explanation import Explanation

__all__ = ["explanation_data"]


def _changes(found: list[Change]) -> list[dict[str, Any]]:
    return [{"id": c.id, "condition": c.condition, "risk": c.before, "risk_then": c.after} for c in found]


def explanation_data(e: Explanation) -> dict[str, Any]:
    """Everything an explanation says; numbers are exact, not as printed."""
    a = e.assessment
    return {
        "approach_id": e.approach.approach_id,
        "about": DISCLAIMER,
        "model": e.model,
        "risk": a.risk,
        "risk_low": a.low,
        "risk_high": a.high,
        "risk_band": a.band,
        "base_rate": a.base_rate,
        "coverage": a.coverage,
        "reasons": [
            {
                "id": r.id,
                "sentence": r.sentence,
                "points": r.points,
                "log_odds": r.log_odds,
                "shown": r.shown,
                "state": r.state,
                "evidence": r.evidence.as_dict() if r.evidence is not None else None,
                "innocent": list(r.innocent),
                "next_step": r.next_step,
            }
            for r in e.reasons
        ],
        "changes": _changes(e.changes),
        "open_facts": _changes(e.open_facts),
        "next_steps": e.next_steps,
        "style": {"name": e.style.name, "sums": e.style.sums, "parts": dict(e.style.parts)},
        "unseen": e.unseen,
        "unknown": [{"id": r.id, "sentence": r.sentence} for r in unknown_reasons(a)],
        "notes": list(a.notes),
    }
