"""The explanation of one approach: risk, reasons that add up, what would change it, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from recruitrisk.approach import Approach
from recruitrisk.model import (
    DEFAULT_BASE_RATE,
    NOT_ASSESSABLE,
    Assessment,
    Reason,
    RiskModel,
    Style,
    reasons,
)
from recruitrisk.review.explanation_changes import LOWERS, NAMES, Change, changes, open_facts, unseen
from recruitrisk.review.explanation_data import explanation_data
from recruitrisk.review.explanation_html import explanation_html
from recruitrisk.review.explanation_text import explanation_text, shown_evidence
from recruitrisk.review.figures import PrintedSum, print_sum
from recruitrisk.review.plain_text import visible
from recruitrisk.review.statements import DISCLAIMER

__all__ = [
    "DISCLAIMER",
    "Change",
    "Explanation",
    "changes",
    "explain",
    "open_facts",
    "shown_evidence",
    "unseen",
]

_SMALLEST = 0.25  # log-odds: parts not shown and below it are summed up in one line


def _unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


@dataclass(slots=True, repr=False)
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
        return [(NAMES[r.id], r.innocent) for r in self.weighty if r.innocent and r.id not in LOWERS]

    @property
    def weighty(self) -> list[Reason]:
        """Signs shown that move the sum in their own direction; all shown ones if there are none."""
        shown = [r for r in self.reasons if r.shown]
        return [r for r in shown if r.log_odds > 0 or r.id in LOWERS] or shown

    @property
    def style(self) -> Style:
        """What the approach looks like, beside the risk."""
        return self.assessment.style

    @property
    def style_line(self) -> str:
        """``Looks like: job-scam style (No interview, no checks 2.0; ...)``; empty when too little was seen."""
        if self.assessment.band == NOT_ASSESSABLE:
            return ""
        said = "; ".join(f"{NAMES[key]} {part:+.1f}" for key, part in self.style.parts[:4])
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
        return explanation_data(self)

    def as_text(self, width: int = 100, colour: bool = False) -> str:
        """For a terminal.

        Parameters
        ----------
        width : int
            Cells a line, at least 30; wide characters take two.
        colour : bool
            Whether to add ANSI colours. The text says the same without them.

        Returns
        -------
        str
            Without any control byte but newlines (and colours when asked for).
        """
        return explanation_text(self, width, colour)

    def as_html(self) -> str:
        """A fragment for a page or notebook: inline style, no script, everything escaped."""
        return explanation_html(self)

    def __repr__(self) -> str:
        """Risk, band and how many signs are shown; `print` gives the whole."""
        shown = sum(r.shown for r in self.reasons)
        a = self.assessment
        return f"<Explanation of {visible(self.approach.approach_id)!r}: risk {a.risk:.3g}, {a.band}, {shown} signs shown>"

    def _repr_html_(self) -> str:
        return self.as_html()

    def __str__(self) -> str:
        return self.as_text()


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
