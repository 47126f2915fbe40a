"""The page docs/model_choice.md out of the figures that `benchmarks.model_choice` measured."""

from __future__ import annotations

from typing import Any

from recruitrisk.model.performance import wilson
from recruitrisk.model.style import STYLES

__all__ = ["page"]

Figures = dict[str, Any]


def _figure(f: dict[str, float]) -> str:
    return f"{f['value']:.3f} [{f['low']:.3f}, {f['high']:.3f}]"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *(f"| {' | '.join(r)} |" for r in rows)]
    return "\n".join(lines) + "\n"


def _share(hits: int, n: int) -> str:
    low, high = wilson(hits, n)
    return f"{hits / max(n, 1):.2f} [{low:.2f}, {high:.2f}]"


def _choice(compared: dict[str, Figures], parts: int) -> str:
    head = [
        "model", "AUROC, hold-out", "recall at 5 % false alarms", "Brier", "calibration error", "AUROC, independent",
        "recall at 5 %", "calibration error", "signs against their direction", "log-odds of all unknown", "CPU seconds",
    ]  # fmt: skip
    rows = []
    for name, c in compared.items():
        ours, theirs = c["holdout"], c["own"]
        rows.append(
            [
                name, _figure(ours["auroc"]), _figure(ours["recall_at_5"]), f"{ours['brier']:.3f}",
                f"{ours['calibration_error']:.3f}", _figure(theirs["auroc"]), _figure(theirs["recall_at_5"]),
                f"{theirs['calibration_error']:.3f}", f"{c['against']} of {parts}", f"{c['unknown']:.2f}", f"{c['seconds']:.0f}",
            ]
        )  # fmt: skip
    return _table(head, rows)


def _bins(bins: list[dict[str, float]]) -> str:
    rows = [
        [str(b["n"]), f"{b['predicted']:.3f}", f"{b['observed']:.3f}", f"{b['low']:.3f} to {b['high']:.3f}"]
        for b in bins
    ]
    return _table(["n", "mean risk", "share risky", "95 % Wilson"], rows)


def _playbooks(found: list[Figures]) -> str:
    head = [
        "playbook held out",
        "risky",
        "n",
        "AUROC",
        "calibration error",
        "coverage",
        "median width",
        "in log-odds",
    ]
    rows = [
        [
            p["name"], str(p["risky"]), str(p["n"]), _figure(p["auroc"]), f"{p['error']:.3f}", f"{p['coverage']:.2f}",
            f"{p['width']:.2f}", f"{p['width_log_odds']:.1f}",
        ]
        for p in found
    ]  # fmt: skip
    n = sum(p["n"] for p in found)
    covered = sum(p["coverage"] * p["n"] for p in found) / max(n, 1)
    return f"{_table(head, rows)}\nAll playbooks: coverage {covered:.2f} of {n:,} rows.\n"


def _styles(groups: dict[str, list[str]]) -> str:
    rows = [
        [name, str(len(found)), *(_share(found.count(s), len(found)) for s in STYLES)]
        for name, found in groups.items()
    ]
    return _table(["", "n", *STYLES], rows)


def page(f: Figures) -> str:
    """Write the page.

    Parameters
    ----------
    f : dict
        What `benchmarks.model_choice.measure` gave.
    """
    n, n_own = f["holdout"]["n"], f["own"]["n"]
    interval, lines = f["holdout"]["interval"], f["lines"]
    hidden = [
        [name, str(i["n"]), f"{i['hidden']:.1f}", f"{i['coverage']:.2f}", f"{i['width_log_odds']:.2f}"]
        for name, i in interval.items()
        if name != "calibration"
    ]
    rates = [
        [f"{r['truth']:.0%}", f"{r['mean']:.2%}", f"{r['low']:.2%} to {r['high']:.2%}", f"{r['held']} of {r['of']}", str(r["edge"])]
        for r in f["base_rates"]
    ]  # fmt: skip
    follow, risky = f["points"], f["lines"]
    missing = (
        ""
        if "explainable boosting" in f["compared"]
        else "Explainable boosting was not compared: `interpret` is not installed.\n\n"
    )
    return f"""# Choice of model, and what the number's promises measure

Written by `python -m benchmarks.model_choice`; do not edit. Catalogue `{f["catalogue"]}`, generator
`{f["generator"]}`, seed {f["seed"]}. Two origins, both machine-written, neither real traffic: the
**synthetic hold-out** ({n:,} approaches of families of wordings that neither classifiers nor scorer knew) and the
**independent set** (n = {n_own}, written by others; only measured on). Intervals are 95 % (bootstrap; Wilson for shares).

## Champion and challengers

All on the same strengths and composites, other harms among the negatives at weight {f["other_weight"]}, calibrated by a slope on
folds left out. CPU seconds are of five fits.

{_choice(f["compared"], f["parts"])}
{missing}The champion here is not yet bounded nor calibrated apart for what was not found, as the sections
below are. It is the one that has no sign against its direction **and** moves exactly nothing for an unknown sign, reads as
one line a sign, and needs numpy alone to score. What a challenger ranks better than it is the price of that; it is in the table.
As it is used, with what lowers bounded, the champion has on the independent set AUROC {_figure(f["own"]["auroc"])}, recall at
5 % false alarms {_figure(f["own"]["recall_at_5"])}.

## Calibration

Expected calibration error over ten bins of equal count, at the set's own prevalence: **{f["holdout"]["calibration_error"]:.3f}** on the
hold-out (n = {n:,}; labels drawn from the risks themselves give {f["chance"][0]:.3f}, so that much is chance),
**{f["own"]["calibration_error"]:.3f}** on the independent set (n = {n_own}; {f["chance"][1]:.3f} by chance).

Hold-out:

{_bins(f["holdout"]["calibration_bins"])}
Independent set:

{_bins(f["own"]["calibration_bins"])}
## Interval

What calibration leaves open (Venn-Abers): {interval["calibration"]["coverage"]:.0%} of the hold-out's rows are in bins (ten, of
equal count) whose share of risky rows lies within the bin's mean interval; the median width is {interval["calibration"]["width"]:.3f}.

What missing facts could change, measured by hiding them: does the evidence with everything known lie within the interval
given without (aimed at 80 %)? On rows that the interval was not fitted to:

{_table(["hidden", "n", "signs hidden, mean", "coverage", "median width, log-odds"], hidden)}
On the independent set, from the messages alone: the risk with profile, firm and offer known lies within that interval in
{_share(f["bare"]["inside"], f["bare"]["n"])} of {f["bare"]["n"]} rows (median width {f["bare"]["width_log_odds"]:.2f} log-odds).

Held-out playbooks: scorer and calibration are fitted without any row of the playbook (and without a fold of genuine ones), then
read both; coverage is by ten bins, with the whole interval.

{_playbooks(f["playbooks"])}
## Base rate from a batch (EM; off by default)

Batches of 2,000 hold-out rows mixed at a known base rate, 30 of each:

{_table(["true base rate", "mean estimate", "5 to 95 % of estimates", "interval holds the truth", "no estimate"], rates)}
On the independent set, where {f["own_prevalence"]:.0%} are risky: {f["own_rate"]}.

## Lines to draw

`threshold_for(capacity=20, per="week", volume=1000)`: {lines["capacity"]}
Precision {lines["precision"][0]:.2f}, {lines["precision"][1]:.2f} to {lines["precision"][2]:.2f} by the counted false alarms.

The line of 5 % false alarms on synthetic genuine senders flags, on the independent set,
{_share(*risky["genuine_above"])} of the genuine and {_share(*risky["risky_above"])} of the risky.

## Style, beside the risk

Shares by style. The table of weights (`recruitrisk.model.style`) was written by hand and checked on synthetic rows only.

{_styles(f["styles"])}
Of the {len(f["harm_bands"])} other harms of the independent set {sum(b in ("elevated", "high") for b in f["harm_bands"])} reach the band
elevated or high, and {f["harm_notes"]} carry the note that the risk does not clear them.

## Far from training

{f["far"][0]} of {f["far"][1]} rows of the independent set lie farther from training than one synthetic row in 200; they carry a note
and a wider interval.

## Points that a person can add by hand

One point is {f["unit"]} log-odds: seven double the odds. Rank correlation (Spearman) with the exact weight of evidence:
{follow[0]["spearman"]:.3f} on the hold-out (n = {follow[0]["n"]:,}), {follow[1]["spearman"]:.3f} on the independent set
(n = {follow[1]["n"]}); mean distance {follow[0]["mean_gap"]:.2f} and {follow[1]["mean_gap"]:.2f} log-odds.

{f["points_table"]}"""
