"""Figures of the evidence from pay: own probe sentences, honest high offers, job titles.

Prints, for the shipped model, precision and recall of ``pay_above_market`` on ``tests/data/pay_probes.csv`` (sentences
written for this, with and without the recipient's context), how many of the honest offers of truly high markets in
``tests/data/high_offers.csv`` show the sign, and how many titles get the right occupation group.
Run: ``python -m benchmarks.pay``
"""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd

from recruitrisk.evidence.payment import level_finding, offers
from recruitrisk.indicators import ids
from recruitrisk.market import occupation
from recruitrisk.model import load_model
from recruitrisk.reading import approaches_from_frame

__all__ = ["main"]

_DATA = Path(__file__).parent.parent / "tests" / "data"
_SHOWN_BY_LEVEL = 0.4


def _strengths(name: str, drop: str) -> tuple[list[str], list[float], list[float]]:
    frame = pd.read_csv(_DATA / name, dtype=str, keep_default_na=False)
    approaches, _ = approaches_from_frame(frame.drop(columns=drop))
    detector, at = load_model("default").detector, ids().index("pay_above_market")
    strengths = [float(detector.detect(a).strengths[at]) for a in approaches]
    levels = [f.points if (f := level_finding(a, offers(a))) is not None else 0.0 for a in approaches]
    return list(frame[drop]), strengths, levels


def main() -> None:
    """Print them."""
    truth, strengths, levels = _strengths("pay_probes.csv", "shows")
    for name, shown in (
        ("strength", [s >= 0.5 for s in strengths]),
        ("level of pay alone", [p >= _SHOWN_BY_LEVEL for p in levels]),
    ):
        hits = sum(s and t == "1" for s, t in zip(shown, truth, strict=True))
        precision, recall = hits / max(1, sum(shown)), hits / truth.count("1")
        print(f"probes, {name}: n = {len(truth)}, precision {precision:.2f}, recall {recall:.2f}")
    _, strengths, levels = _strengths("high_offers.csv", "market")
    shown_by_level = sum(p >= _SHOWN_BY_LEVEL for p in levels)
    shown = sum(s >= 0.5 for s in strengths)
    print(f"honest high offers: n = {len(levels)}, shown by level {shown_by_level}, by strength {shown}")
    for name in ("titles.csv", "titles_fresh.csv"):
        rows = list(csv.DictReader((_DATA / name).open(encoding="utf-8")))
        right = sum(
            (job.code if (job := occupation(r["title"], r["country"])) else "") == r["group"] for r in rows
        )
        print(f"{name}: n = {len(rows)}, group right {right / len(rows):.3f}")


if __name__ == "__main__":
    main()
