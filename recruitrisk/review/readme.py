"""Writes the table of figures in the README from the review's JSON; run by ``make review``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

__all__ = ["figures_table", "with_table"]

_BEGIN, _END = "<!-- figures: written by make review -->", "<!-- end of figures -->"
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


def with_table(text: str, review: dict[str, Any]) -> str:
    """The README's text with its table of figures renewed between the two marks."""
    head, rest = text.split(_BEGIN, 1)
    tail = rest.split(_END, 1)[1]
    return f"{head}{_BEGIN}\n{figures_table(review)}\n{_END}{tail}"


if __name__ == "__main__":
    readme, source = Path(sys.argv[1]), Path(sys.argv[2])
    readme.write_text(
        with_table(readme.read_text("utf-8"), json.loads(source.read_text("utf-8"))), encoding="utf-8"
    )
