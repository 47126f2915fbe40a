"""Champion and challengers, and what the number's promises measure: writes docs/model_choice.md.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.model_choice [--cache FOLDER] [-o docs/model_choice.md]``. Trains as
``make train`` does (that is most of the time), then fits each challenger on the very same strengths, fold by fold. With
``--cache`` the training is kept in the folder and used again. The explainable boosting machine is compared when
``interpret`` is installed (``pip install interpret-core``); the library never needs it. The independent set is only measured
on: nothing here chooses by it.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.challengers import OTHER_WEIGHT, champion, compare, fit, logit
from benchmarks.model_choice_page import page
from recruitrisk.model import PART_IDS, Assessment, RiskModel, load_model, save_model
from recruitrisk.model.base_rate import base_rate_of
from recruitrisk.model.calibration import cross_calibrate, fit_slope, interval_grid
from recruitrisk.model.coverage import bin_coverage
from recruitrisk.model.parts import PartTable, add_composites
from recruitrisk.model.performance import calibration_table, ranking_figures
from recruitrisk.model.points import UNIT, points_table
from recruitrisk.model.scorecard import KNOTS
from recruitrisk.model.style import style_of
from recruitrisk.model.thresholds import threshold_for
from recruitrisk.model.training import CrossFit, Settings, train
from recruitrisk.reading import approaches_from_frame
from recruitrisk.review.conversations import read_conversations, tables
from recruitrisk.review.review import independent_path
from recruitrisk.synthetic.kinds import story_of_kind

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_LEAST_ROWS = 100  # a playbook with fewer rows is not held out
_SETTINGS = Settings()


def held_out_playbooks(
    cross: CrossFit, x: Floats, strengths: Floats, model: RiskModel
) -> list[dict[str, Any]]:
    """Scorer and calibration without a playbook; its rows are then read beside as many genuine ones of a fold left out."""
    stories = [
        story_of_kind(k, 1) if y == 1 else None for k, y in zip(cross.kinds, cross.labels, strict=True)
    ]
    keys = np.array([s.key if s is not None else "" for s in stories])
    names = {s.key: s.name for s in stories if s is not None}
    out = []
    for key in sorted(names):
        if (keys == key).sum() < _LEAST_ROWS:
            continue
        test = (keys == key) | ((cross.labels == 0) & (cross.folds == 0))
        rest = ~test
        fitted, _ = fit(champion, x[rest], cross.labels[rest])
        inner = rest & (cross.folds == 1)
        scorer, _ = fit(champion, x[rest & ~inner], cross.labels[rest & ~inner])
        scores, y = scorer.contributions(x[inner]).sum(axis=1), cross.labels[inner]
        known = y >= 0
        slope = fit_slope(scores[known], (y[known] == 1).astype(np.float64))
        grid, low, high = interval_grid(slope * scores[known], (y[known] == 1).astype(np.float64))
        table = PartTable(
            fitted.steps_ * slope,
            fitted.absent_ * slope,
            np.array([*KNOTS, 1.0]),
            model.table.cap,
            model.table.floor,
        )
        own = replace(model, table=table, grid=grid, grid_low=low, grid_high=high)
        rows = np.flatnonzero(test)
        totals = np.array([own.table.sum(strengths[r]).total for r in rows])
        bounds = np.array(
            [own.interval(t, ~np.isnan(strengths[r])) for t, r in zip(totals, rows, strict=True)]
        )
        risky = cross.labels[rows] == 1
        figures = ranking_figures(cross.labels[rows], totals)
        covered = bin_coverage(risky, totals, bounds[:, 0], bounds[:, 1])
        out.append(
            {
                "name": names[key],
                "risky": int(risky.sum()),
                "auroc": figures["auroc"],
                "error": figures["calibration_error"],
                **covered,
            }
        )
    return out


def base_rates(cross: CrossFit, evidence: Floats, n: int = 2000, draws: int = 30) -> list[dict[str, float]]:
    """Batches of a known base rate, drawn from rows left out."""
    out = []
    risky, genuine = np.flatnonzero(cross.labels == 1), np.flatnonzero(cross.labels == 0)
    for truth in (0.01, 0.02, 0.05, 0.2):
        found = []
        for seed in range(draws):
            rng = np.random.default_rng(seed)
            k = rng.binomial(n, truth)
            rows = np.concatenate([rng.choice(risky, k), rng.choice(genuine, n - k)])
            found.append(base_rate_of(evidence[rows], resamples=100, seed=seed))
        values = np.array([f.value for f in found])
        low, high = np.quantile(values, [0.05, 0.95])
        out.append(
            {
                "truth": truth, "mean": float(values.mean()), "low": float(low), "high": float(high),
                "held": sum(f.low <= truth <= f.high for f in found), "of": draws, "edge": sum(f.at_edge for f in found),
            }
        )  # fmt: skip
    return out


def chance_error(labels: Ints, evidence: Floats, draws: int = 200) -> float:
    """The calibration error that labels drawn from the probabilities themselves have: what perfect calibration shows."""
    use = labels >= 0
    probability = 1 / (1 + np.exp(-(evidence[use] + logit(float((labels[use] == 1).mean())))))
    rng = np.random.default_rng(0)
    errors = [
        calibration_table(rng.random(len(probability)) < probability, probability)[1] for _ in range(draws)
    ]
    return float(np.mean(errors))


def hidden_facts(bare: list[Assessment], found: list[Assessment]) -> dict[str, Any]:
    """Does the risk with profile, firm and offer known lie within the interval given from the messages alone?"""
    inside = [b.low <= f.risk <= b.high for b, f in zip(bare, found, strict=True)]
    widths = [logit(min(b.high, 1 - 1e-12)) - logit(max(b.low, 1e-12)) for b in bare]
    return {"inside": sum(inside), "n": len(inside), "width_log_odds": float(np.median(widths))}


def measure(model: RiskModel, cross: CrossFit) -> dict[str, Any]:
    """All figures of the page."""
    strengths = np.stack([model.detector.heads.strengths(row) for row in cross.inputs])
    x = add_composites(strengths)
    conversations = read_conversations(independent_path())
    approaches, _ = approaches_from_frame(*tables(conversations, profiles=True))
    found = [model.assess(a) for a in approaches]
    own = np.stack([a.findings.strengths for a in found])
    bare = [model.assess(a) for a in approaches_from_frame(*tables(conversations, profiles=False))[0]]
    own_evidence = np.array([a.sum.total for a in found])
    y_own = np.array([-1 if c.label is None else c.label for c in conversations])
    evidence, _, _ = cross_calibrate(cross.scores, cross.labels, cross.folds)
    points = points_table(model)
    capacity = threshold_for(capacity=20, per="week", volume=1000, model=model)
    above = own_evidence >= threshold_for(false_alarms=0.05, model=model).evidence
    versions = model.manifest.get("versions", {})
    return {
        "catalogue": model.manifest.get("catalogue"), "generator": versions.get("generator"), "seed": _SETTINGS.seed,
        "other_weight": OTHER_WEIGHT, "parts": len(PART_IDS),
        "holdout": model.manifest["holdout"], "own": ranking_figures(y_own, own_evidence),
        "compared": compare(cross, x, add_composites(own), y_own),
        "chance": [chance_error(cross.labels, evidence), chance_error(y_own, own_evidence)],
        "playbooks": held_out_playbooks(cross, x, strengths, model),
        "base_rates": base_rates(cross, evidence),
        "own_prevalence": float((y_own[y_own >= 0] == 1).mean()), "own_rate": base_rate_of(own_evidence[y_own >= 0]).text,
        "lines": {
            "capacity": capacity.text, "precision": [capacity.precision, capacity.precision_low, capacity.precision_high],
            "genuine_above": (int(above[y_own == 0].sum()), int((y_own == 0).sum())),
            "risky_above": (int(above[y_own == 1].sum()), int((y_own == 1).sum())),
        },
        "styles": {
            **_styles("independent", own, y_own, [c.kind for c in conversations]),
            **_styles("synthetic", strengths, cross.labels, cross.kinds),
        },
        "bare": hidden_facts(bare, found),
        "harm_bands": [a.band for a, y in zip(found, y_own, strict=True) if y < 0],
        "harm_notes": sum(bool(a.style.note) for a, y in zip(found, y_own, strict=True) if y < 0),
        "far": (sum(any("unlike anything" in note for note in a.notes) for a in found), len(found)),
        "unit": UNIT, "points_table": points.as_markdown(),
        "points": [points.agreement(model, strengths[cross.labels >= 0]), points.agreement(model, own[y_own >= 0])],
    }  # fmt: skip


def _styles(origin: str, strengths: Floats, labels: Ints, kinds: list[str]) -> dict[str, list[str]]:
    """Names of the styles by what a row is."""
    out: dict[str, list[str]] = {
        f"{origin}, {what}": []
        for what in ("risky", "genuine", "malware lures", "other harms of money and papers")
    }
    for row, label, kind in zip(strengths, labels, kinds, strict=True):
        what = {1: "risky", 0: "genuine"}.get(int(label)) or _harm(kind)
        out[f"{origin}, {what}"].append(style_of(row).name)
    return out


def _harm(kind: str) -> str:
    story = story_of_kind(kind, None)
    lure = "malware" in kind or (story is not None and story.key == "malware")
    return "malware lures" if lure else "other harms of money and papers"


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cache", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("docs/model_choice.md"))
    args = parser.parse_args()
    args.output.write_text(page(measure(*_trained(args.cache))), encoding="utf-8")
    print(f"wrote {args.output}")


def _trained(cache: Path | None) -> tuple[RiskModel, CrossFit]:
    if cache is not None and (cache / "cross.npz").exists():
        with np.load(cache / "cross.npz") as file:
            kinds = str(file["kinds"]).split("\n")
            return load_model(cache / "model"), CrossFit(
                file["inputs"],
                file["truth"],
                file["labels"],
                file["folds"],
                kinds,
                file["scores"],
                float(file["absence"]),
            )
    model, cross = train(_SETTINGS, n_jobs=1)
    if cache is not None:
        cache.mkdir(parents=True, exist_ok=True)
        save_model(model, cache / "model")
        np.savez(
            cache / "cross.npz", inputs=cross.inputs, truth=cross.truth, labels=cross.labels, folds=cross.folds,
            scores=cross.scores, absence=np.array(cross.absence), kinds=np.array("\n".join(cross.kinds)),
        )  # fmt: skip
    return model, cross


if __name__ == "__main__":
    main()
