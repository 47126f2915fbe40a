"""An explanation for a terminal: it says the same without colour, and at any width."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from recruitrisk.evidence import Evidence
from recruitrisk.model import NOT_ASSESSABLE, Reason
from recruitrisk.review.figures import frequency, percent, share_in_words
from recruitrisk.review.plain_text import visible, wrap
from recruitrisk.review.statements import DISCLAIMER

if TYPE_CHECKING:
    from recruitrisk.review.explanation import Explanation

__all__ = ["TOO_LITTLE", "explanation_text", "sentence", "shown_evidence"]

TOO_LITTLE = "Too little was seen to say anything; this figure is little more than the base rate."
"""Stands where the band is ``not assessable``."""

_LONGEST = 600  # characters of a quotation that are printed
_COLOURS = {"high": "1;31", "elevated": "1;33", "guarded": "1;36", "low": "1;32", NOT_ASSESSABLE: "1"}


def sentence(reason: Reason) -> str:
    """The reason's sentence with a capital."""
    return reason.sentence[:1].upper() + reason.sentence[1:]


def shown_evidence(evidence: Evidence | None) -> list[str]:
    """Lines of text for what shows a sign, safe to print: quotation, fields, comparison, mark."""
    if evidence is None:
        return []
    if evidence.by_user:
        return [f"your own mark: {visible(evidence.says)}"]
    out = []
    if evidence.place is not None and evidence.place.quote:
        quote = visible(evidence.place.quote)
        if len(quote) > _LONGEST:
            quote = f"{quote[: _LONGEST // 2]} […] {quote[-_LONGEST // 2 :]}"
        out.append(f"“{quote}” (message {evidence.place.message + 1})")
    fields = ", ".join(f"{name} = {visible(value)}" for name, value in evidence.fields.items())
    said = "; ".join(text for text in (fields, visible(evidence.says)) if text)
    return [*out, said] if said else out


def explanation_text(e: Explanation, width: int = 100, colour: bool = False) -> str:
    """Lines of at most `width` cells, without any control byte but newlines (and colours when asked for)."""

    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour else text

    a, p = e.assessment, e.printed
    lines = [
        paint(line, "1") for line in wrap(f"Approach {visible(e.approach.approach_id)}", width).split("\n")
    ]
    lines += [wrap(DISCLAIMER, width), ""]
    risk = f"Risk {percent(a.risk)}, band {a.band} (80 % interval {percent(a.low)} to {percent(a.high)})"
    lines.append(
        wrap(risk, width).replace(f"band {a.band}", f"band {paint(a.band, _COLOURS.get(a.band, '1'))}")
    )
    if a.band == NOT_ASSESSABLE:
        lines.append(wrap(TOO_LITTLE, width))
    else:
        lines.append(
            wrap(
                f"{frequency(a.risk).capitalize()} approaches that show the same follow the playbook.", width
            )
        )
    base = f"Base rate {percent(a.base_rate)} ({share_in_words(a.base_rate)} approaches); model {visible(e.model)}"
    lines.append(wrap(f"{base}; {percent(a.coverage)} of the signs could be assessed", width))
    if e.style_line:
        lines.append(wrap(e.style_line, width))

    lines += ["", paint("Reasons, in probability points", "1")]
    wide = max((len(text) for text in (*p.points, p.total)), default=4) + 2
    for reason, points in zip(e.reasons, p.points, strict=True):
        lines.append(wrap(sentence(reason), width, f"{points:>{wide}}  ", " " * (wide + 2)))
        for shown in shown_evidence(reason.evidence):
            lines.append(wrap(shown, width, " " * (wide + 4), " " * (wide + 5)))
    lines.append(wrap(e.sum_line, width, f"{p.total:>{wide}}  ", " " * (wide + 2)))

    def section(title: str, items: Iterable[str]) -> None:
        found = list(items)
        if found:
            lines.extend(("", paint(title, "1")))
            lines.extend(wrap(item, width, "  - ", "    ") for item in found)

    section("It may be innocent", (f"{name}: {'; '.join(why)}" for name, why in e.innocent))
    section("Next steps", e.next_steps)
    section("What would change the score", (c.text for c in e.changes))
    section("What a look may turn up", (c.text for c in e.open_facts))
    section("What could not be seen", e.unseen)
    section("Notes", (visible(note) for note in a.notes))
    return "\n".join(lines) + "\n"
