"""Writes the tables of figures in the README and in the page on responsible use from the review's JSON; run by ``make review``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from recruitrisk.review.figures import alert_worth, share_in_words

__all__ = ["alerts_table", "figures_table", "with_table"]

_BEGIN, _END = "<!-- figures: written by make review -->", "<!-- end of figures -->"
_ALERTS = "<!-- alerts: written by make review -->"
_ROWS = (
    ("AUROC", "auroc"),
    ("found at 5 % false alarms", "recall_at_5"),
    ("found at 1 % false alarms", "recall_at_1"),
)


def _cell(figure: Any) -> str:
    if isinstance(figure, dict) and "low" in figure:
        return f"{figure['value']:.3f} [{figure['low']:.3f}, {figure['high']:.3f}]"
    if isinstance(figure, dict):
        return f"{figure['value']:.3f} (n = {figure['n']})"
    return f"{figure:.3f}"


def figures_table(review: dict[str, Any]) -> str:
    """Markdown table of a review, a column for each origin of data.

    Parameters
    ----------
    review : dict
        From `recruitrisk.review.reviewed.review_model`.
    """
    sets = review["sets"]
    heads = [f"{name} (n = {one['n']}, {one['risky']} risky)" for name, one in sets.items()]
    lines = ["| figure [95 % interval] | " + " | ".join(heads) + " |", "|---|" + "---|" * len(heads)]
    rows = [
        *_ROWS,
        ("Brier score", "brier"),
        ("calibration error, 10 bins", "calibration_error"),
        ("macro-F1 over indicators in text", "macro_f1_text"),
        ("evidence overlap", "overlap"),
        ("exact quotations", "exact_quotations"),
        ("traps fired", "traps_fired"),
    ]
    for label, key in rows:
        cells = [_cell(one[key]) if key in one else "" for one in sets.values()]
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def alerts_table(review: dict[str, Any]) -> str:
    """Markdown table of what an alert is worth, in natural frequencies, for each band and base rate, with profiles.

    Parameters
    ----------
    review : dict
        From `recruitrisk.review.reviewed.review_model`; its ``alerts`` are used.
    """
    lines = [
        "| looked at | base rate | origin (n) | in words | alerts that are right [range] |",
        "|---|---|---|---|---|",
    ]
    for one in review["alerts"]:
        if "alone" in one["origin"]:  # as in the card
            continue
        origin = f"{one['origin']} ({one['risky']} risky, {one['genuine']} genuine)"
        rate = share_in_words(one["base_rate"])
        lines.append(f"| {one['band']} | {rate} | {origin} | {one['in_words']} | {alert_worth(one)} |")
    return "\n".join(lines)


def with_table(text: str, review: dict[str, Any]) -> str:
    """A page's text with its table renewed between its two marks: figures, or alerts."""
    begin, table = (_ALERTS, alerts_table) if _ALERTS in text else (_BEGIN, figures_table)
    head, rest = text.split(begin, 1)
    tail = rest.split(_END, 1)[1]
    return f"{head}{begin}\n{table(review)}\n{_END}{tail}"


if __name__ == "__main__":
    *pages, source = map(Path, sys.argv[1:])
    for page in pages:
        page.write_text(
            with_table(page.read_text("utf-8"), json.loads(source.read_text("utf-8"))), encoding="utf-8"
        )
