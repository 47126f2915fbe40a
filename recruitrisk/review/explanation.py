"""The explanation of one approach: risk, reasons that add up, what would change it, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from recruitrisk.approach import Approach
from recruitrisk.evidence import SHOWN, Evidence
from recruitrisk.indicators import CATALOGUE, COMPOSITES
from recruitrisk.model import (
    DEFAULT_BASE_RATE,
    NOT_ASSESSABLE,
    Assessment,
    Reason,
    RiskModel,
    Style,
    reasons,
    unknown_reasons,
)
from recruitrisk.model.parts import sigmoid
from recruitrisk.model.reasons import shown_ids
from recruitrisk.review.figures import PrintedSum, percent, print_sum, share_in_words
from recruitrisk.review.plain_text import visible, wrap
from recruitrisk.review.rendering import render

__all__ = ["DISCLAIMER", "Change", "Explanation", "changes", "explain", "open_facts", "unseen"]

DISCLAIMER = "This is about an approach, never a verdict on a person."
"""Stands on everything that shows a risk."""

_SMALLEST = 0.25  # log-odds: parts not shown and below it are summed up in one line
_LONGEST = 600  # characters of a quotation that are printed
_AT = {i.id: at for at, i in enumerate(CATALOGUE)}
_NAMES = {i.id: i.name for i in CATALOGUE} | {c.id: c.reviewer for c in COMPOSITES}
_LOWERS = frozenset(i.id for i in CATALOGUE if i.direction == "lowers")

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
_COLOURS = {"high": "1;31", "elevated": "1;33", "guarded": "1;36", "low": "1;32", NOT_ASSESSABLE: "1"}


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
        condition, opposite = _OPPOSITES.get(key, (f"without “{_NAMES[key]}”", ""))
        new = {key: 0.0}
        if opposite:
            new[opposite] = 1.0
        raising.append(made(key, condition, new))
    shown_lowering = [key for key in _LOWERS if strengths[_AT[key]] >= SHOWN]
    lowering = [made(k, f"if “{_NAMES[k]}” proved untrue", {k: 0.0}) for k in shown_lowering]
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


def _unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


@dataclass(slots=True)
class Explanation:
    """One approach explained. Made by `explain`.

    Attributes
    ----------
    approach : Approach
    assessment : Assessment
    reasons : list of Reason
        Parts of the sum; their points add up to risk - base rate.
    model : str
        Name of the model.
    changes : list of Change
        What would change the score.
    open_facts : list of Change
        What a look at what could not be seen may turn up.
    """

    approach: Approach
    assessment: Assessment
    reasons: list[Reason]
    model: str
    changes: list[Change] = field(default_factory=list)
    open_facts: list[Change] = field(default_factory=list)

    @property
    def next_steps(self) -> list[str]:
        """What would settle it, each once: for the signs that weigh, and for claims that can be checked."""
        return _unique(r.next_step for r in self.weighty)

    @property
    def innocent(self) -> list[tuple[str, tuple[str, ...]]]:
        """Honest reasons, as (sign, reasons), for the raising signs that weigh."""
        return [(_NAMES[r.id], r.innocent) for r in self.weighty if r.innocent and r.id not in _LOWERS]

    @property
    def weighty(self) -> list[Reason]:
        """Signs shown that move the sum in their own direction; all shown ones if there are none."""
        shown = [r for r in self.reasons if r.shown]
        return [r for r in shown if r.log_odds > 0 or r.id in _LOWERS] or shown

    @property
    def style(self) -> Style:
        """What the approach looks like, beside the risk."""
        return self.assessment.style

    @property
    def style_line(self) -> str:
        """``Looks like: job-scam style (No interview, no checks 2.0; ...)``; empty when too little was seen."""
        if self.assessment.band == NOT_ASSESSABLE:
            return ""
        said = "; ".join(f"{_NAMES[key]} {part:+.1f}" for key, part in self.style.parts[:4])
        return f"Looks like: {self.style.name}" + (f" ({said})" if said else "")

    @property
    def unseen(self) -> list[str]:
        """Signs that could not be assessed."""
        return unseen(self.assessment)

    @property
    def printed(self) -> PrintedSum:
        """The sum as it is printed."""
        return print_sum([r.points for r in self.reasons], self.assessment.base_rate, self.assessment.risk)

    @property
    def sum_line(self) -> str:
        """``base rate 1.0 % + 30.1 points = risk 31.1 %``."""
        p = self.printed
        sign, amount = ("-", p.total[1:]) if p.total.startswith("-") else ("+", p.total[1:])
        return f"base rate {p.base} % {sign} {amount} points = risk {p.risk} %"

    def as_dict(self) -> dict[str, Any]:
        """Everything, ready for JSON; numbers are exact, not as printed."""
        a = self.assessment
        return {
            "approach_id": self.approach.approach_id,
            "about": DISCLAIMER,
            "model": self.model,
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
                for r in self.reasons
            ],
            "changes": [
                {"id": c.id, "condition": c.condition, "risk": c.before, "risk_then": c.after}
                for c in self.changes
            ],
            "open_facts": [
                {"id": c.id, "condition": c.condition, "risk": c.before, "risk_then": c.after}
                for c in self.open_facts
            ],
            "next_steps": self.next_steps,
            "style": {"name": self.style.name, "sums": self.style.sums, "parts": dict(self.style.parts)},
            "unseen": self.unseen,
            "unknown": [{"id": r.id, "sentence": r.sentence} for r in unknown_reasons(a)],
            "notes": list(a.notes),
        }

    def as_text(self, width: int = 100, colour: bool = False) -> str:
        """For a terminal.

        Parameters
        ----------
        width : int
            Characters a line, at least 30.
        colour : bool
            Whether to add ANSI colours. The text says the same without them.

        Returns
        -------
        str
            Without any control byte but newlines (and colours when asked for).
        """

        def paint(text: str, code: str) -> str:
            return f"\x1b[{code}m{text}\x1b[0m" if colour else text

        a = self.assessment
        p = self.printed
        lines = [paint(wrap(f"Approach {visible(self.approach.approach_id)}", width), "1"), DISCLAIMER, ""]
        lines.append(
            f"Risk {percent(a.risk)}, band {paint(a.band, _COLOURS.get(a.band, '1'))}"
            f" (80 % interval {percent(a.low)} to {percent(a.high)})"
        )
        if a.band == NOT_ASSESSABLE:
            lines.append(
                wrap(
                    "Too little was seen to say anything; this figure is little more than the base rate.",
                    width,
                )
            )
        base = f"Base rate {percent(a.base_rate)} ({share_in_words(a.base_rate)} approaches); model {visible(self.model)}"
        lines.append(wrap(f"{base}; {percent(a.coverage)} of the signs could be assessed", width))
        if self.style_line:
            lines.append(wrap(self.style_line, width))

        lines += ["", paint("Reasons, in probability points", "1")]
        wide = max((len(text) for text in (*p.points, p.total)), default=4) + 2
        for reason, points in zip(self.reasons, p.points, strict=True):
            lines.append(wrap(_sentence(reason), width, f"{points:>{wide}}  ", " " * (wide + 2)))
            for shown in shown_evidence(reason.evidence):
                lines.append(wrap(shown, width, " " * (wide + 4), " " * (wide + 5)))
        lines.append(f"{p.total:>{wide}}  {self.sum_line}")

        def section(title: str, items: Iterable[str]) -> None:
            found = list(items)
            if found:
                lines.extend(("", paint(title, "1")))
                lines.extend(wrap(item, width, "  - ", "    ") for item in found)

        section("What would change the score", (c.text for c in self.changes))
        section("What a look may turn up", (c.text for c in self.open_facts))
        section("It may be innocent", (f"{name}: {'; '.join(why)}" for name, why in self.innocent))
        section("Next steps", self.next_steps)
        section("What could not be seen", self.unseen)
        section("Notes", (visible(note) for note in a.notes))
        return "\n".join(lines) + "\n"

    def as_html(self) -> str:
        """A fragment for a page or notebook: inline style, no script, everything escaped."""
        a = self.assessment
        p = self.printed
        widest = max((abs(r.points) for r in self.reasons), default=0.0) or 1.0
        return render(
            "explanation.html.j2",
            e=self,
            a=a,
            disclaimer=DISCLAIMER,
            percent=percent,
            visible=visible,
            frequency=share_in_words(a.base_rate),
            not_assessable=a.band == NOT_ASSESSABLE,
            rows=[
                {
                    "points": points,
                    "sentence": _sentence(r),
                    "evidence": shown_evidence(r.evidence),
                    "share": round(100 * abs(r.points) / widest),
                    "raises": r.points > 0,
                    "shown": r.shown,
                }
                for r, points in zip(self.reasons, p.points, strict=True)
            ],
        )

    def _repr_html_(self) -> str:
        return self.as_html()

    def __str__(self) -> str:
        return self.as_text()


def _sentence(reason: Reason) -> str:
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


def explain(
    approach: Approach,
    model: RiskModel,
    base_rate: float = DEFAULT_BASE_RATE,
    *,
    assessment: Assessment | None = None,
) -> Explanation:
    """Explain one approach.

    Parameters
    ----------
    approach : Approach
    model : RiskModel
    base_rate : float
        Share of approaches in the user's stream that are of the playbook, in (0, 1).
    assessment : Assessment, optional
        When it was made already, by this model; `base_rate` is then not used.

    Returns
    -------
    Explanation

    Raises
    ------
    UsageError
        `base_rate` is outside of (0, 1).
    """
    found = model.assess(approach, base_rate) if assessment is None else assessment
    return Explanation(
        approach,
        found,
        reasons(found, smallest=_SMALLEST),
        model.name,
        changes(found, model),
        open_facts(found, model),
    )
