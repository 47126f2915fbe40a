"""An explanation as a fragment for notebooks and pages: inline style, no script, everything escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from recruitrisk.model import NOT_ASSESSABLE
from recruitrisk.review.explanation_text import TOO_LITTLE, sentence, shown_evidence
from recruitrisk.review.figures import frequency, percent, share_in_words
from recruitrisk.review.plain_text import visible
from recruitrisk.review.rendering import BAND_COLOURS, render
from recruitrisk.review.statements import DISCLAIMER

if TYPE_CHECKING:
    from recruitrisk.review.explanation import Explanation

__all__ = ["explanation_html"]


def _bars(e: Explanation) -> list[dict[str, Any]]:
    """A waterfall from base rate to risk: where each bar begins and how wide it is, in percent of the room."""
    at = e.assessment.base_rate
    stops = [at]
    for reason in e.reasons:
        at += reason.points
        stops.append(at)
    low, high = min(0.0, *stops), max(*stops, e.assessment.risk)
    room = (high - low) or 1.0
    rows = []
    for reason, points, a, b in zip(e.reasons, e.printed.points, stops, stops[1:], strict=False):
        rows.append(
            {
                "points": points,
                "sentence": sentence(reason),
                "evidence": shown_evidence(reason.evidence),
                "left": round(100 * (min(a, b) - low) / room, 2),
                "width": round(100 * abs(b - a) / room, 2),
                "raises": reason.points > 0,
                "shown": reason.shown,
            }
        )
    return rows


def explanation_html(e: Explanation) -> str:
    """The fragment."""
    a = e.assessment
    return render(
        "explanation.html.j2",
        e=e,
        a=a,
        disclaimer=DISCLAIMER,
        percent=percent,
        visible=visible,
        tone=BAND_COLOURS[a.band],
        base_in_words=share_in_words(a.base_rate),
        in_words=frequency(a.risk).capitalize(),
        too_little=TOO_LITTLE if a.band == NOT_ASSESSABLE else "",
        notes=[visible(note) for note in a.notes],
        rows=_bars(e),
    )
