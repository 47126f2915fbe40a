"""The figures of a model on labelled approaches, by origin of the data."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from recruitrisk.approach import Approach, Message
from recruitrisk.errors import ModelError, UsageError
from recruitrisk.model import BANDS, NOT_ASSESSABLE, Assessment, RiskModel, shown_ids
from recruitrisk.model.performance import indicator_figures, macro_f1, ranking_figures, wilson
from recruitrisk.review.conversations import Conversation
from recruitrisk.review.labelled import LabelledSet, Marked, independent_path, labelled_conversations

__all__ = [
    "HOLDOUT", "Curve", "ReviewedSet", "as_text", "attack_figures", "dump", "evidence_figures", "holdout_set", "independent_path",
    "measure", "set_figures",
]  # fmt: skip

Floats = NDArray[np.float64]

HOLDOUT = "synthetic hold-out"
"""Name of the set of the model's own hold-out: our world, wordings that the models did not see."""
_BY_COLUMNS = frozenset({"cover_company", "thin_profile", "identity_mismatch"})
_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Curve:
    """What is found and what is falsely raised, line by line.

    Attributes
    ----------
    lines : ndarray, shape (n_lines,)
        Weight of evidence from which an approach is flagged, falling.
    false_alarms, found : ndarray, shape (n_lines,)
        Share of genuine and of risky approaches flagged.
    genuine, risky : int
        Of so many.
    """

    lines: Floats
    false_alarms: Floats
    found: Floats
    genuine: int
    risky: int

    @classmethod
    def of(cls, labels: NDArray[np.int64], evidence: Floats) -> Curve:
        """Every line that the scores of a set allow; other harms (-1) are left out."""
        good, bad = np.sort(evidence[labels == 0]), np.sort(evidence[labels == 1])
        lines = np.unique(evidence[labels >= 0])[::-1]
        above = [1 - np.searchsorted(x, lines, side="left") / len(x) for x in (good, bad)]
        return cls(lines, above[0], above[1], len(good), len(bad))


@dataclass(frozen=True, slots=True)
class ReviewedSet:
    """A set with what a model makes of it.

    Attributes
    ----------
    origin : str
    figures : dict
        JSON-ready.
    curve : Curve
    bands : dict of str to tuple of int
        Band -> (risky, genuine) approaches in it or above.
    indicator_rows : int
        Approaches that the figures of indicators rest on.
    edges : tuple of float
        Weight of evidence from which ``guarded``, ``elevated`` and ``high`` begin.
    data : LabelledSet or None
        None for the model's own hold-out, of which the manifest keeps figures alone.
    assessments : list of Assessment
        Empty for the hold-out.
    """

    origin: str
    figures: dict[str, Any]
    curve: Curve
    bands: dict[str, tuple[int, int]]
    indicator_rows: int
    edges: tuple[float, float, float]
    data: LabelledSet | None = None
    assessments: Sequence[Assessment] = ()

    @property
    def evidence(self) -> Floats:
        """Weight of evidence of each approach, shape (n,)."""
        return np.array([a.sum.total for a in self.assessments])

    @property
    def strengths(self) -> Floats:
        """Strengths, shape (n, n_indicators)."""
        return np.stack([a.findings.strengths for a in self.assessments])

    def as_frame(self) -> pd.DataFrame:
        """One row an approach: id, label, weight of evidence, band, groups. Empty for the hold-out."""
        if self.data is None:
            return pd.DataFrame()
        frame = pd.DataFrame(
            {
                "approach_id": [a.approach_id for a in self.data.approaches],
                "label": pd.Series(self.data.labels).map({1: "risky", 0: "genuine", -1: "another harm"}),
                "evidence": self.evidence,
                "band": [a.band for a in self.assessments],
            }
        )
        return pd.concat([frame, self.data.groups.reset_index(drop=True)], axis=1)


def evidence_figures(
    marks: Sequence[Conversation | Marked], approaches: list[Approach], assessments: Sequence[Assessment]
) -> dict[str, Any]:
    """Overlap of quotations with the marked evidence, exactness of quotations, traps fired.

    A quotation overlaps when it shares at least half of the shorter of the two texts with the marked piece.
    """
    overlaps = marked = exact = quoted = fired = traps = 0
    for truth, approach, assessment in zip(marks, approaches, assessments, strict=True):
        found = assessment.findings.evidence
        for evidence in found.values():
            place = evidence.place
            if place is not None:
                quoted += 1
                exact += approach.messages[place.message].text[place.start : place.end] == place.quote
        for key, piece in truth.evidence.items():
            if key not in found:
                continue
            marked += 1
            place = found[key].place
            if place is None:
                continue
            start = approach.messages[place.message].text.find(piece)
            shared = min(start + len(piece), place.end) - max(start, place.start)
            overlaps += start >= 0 and shared >= _OVERLAP * min(len(piece), place.end - place.start)
        for key, piece in truth.traps.items():
            traps += 1
            if key in truth.indicators or key not in found:
                continue
            place = found[key].place
            text = approach.messages[place.message].text if place is not None else ""
            start = text.find(piece)
            hit = place is not None and start >= 0 and start < place.end and place.start < start + len(piece)
            fired += hit
    return {
        "overlap": {"value": overlaps / max(marked, 1), "n": marked, "interval": wilson(overlaps, marked)},
        "exact_quotations": {"value": exact / max(quoted, 1), "n": quoted},
        "traps_fired": {"value": fired / max(traps, 1), "n": traps, "interval": wilson(fired, traps)},
    }


def measure(model: RiskModel, data: LabelledSet) -> ReviewedSet:
    """All figures of a model on labelled approaches.

    Parameters
    ----------
    model : RiskModel
    data : LabelledSet

    Raises
    ------
    UsageError
        One of the two classes is missing.
    """
    labels = data.labels
    if not (labels == 1).any() or not (labels == 0).any():
        raise UsageError(
            f"{len(labels)} conversations of which {(labels == 1).sum()} risky, {(labels == 0).sum()} genuine; both are needed"
        )
    assessments = [model.assess(a) for a in data.approaches]
    evidence = np.array([a.sum.total for a in assessments])
    strengths = np.stack([a.findings.strengths for a in assessments])
    indicators = indicator_figures(data.truth, strengths)
    text = [i for i in indicators if i not in _BY_COLUMNS]
    out = ranking_figures(labels, evidence)
    other = labels < 0
    bands = {
        band: int(sum(a.band == band for a, o in zip(assessments, other, strict=True) if o))
        for band in (*BANDS, NOT_ASSESSABLE)
    }
    if indicators:
        out.update(
            indicators=indicators, macro_f1=macro_f1(indicators), macro_f1_text=macro_f1(indicators, text)
        )
    out["other_harms"] = {"n": int(other.sum()), "bands": bands}
    evident = evidence_figures(data.marks, data.approaches, assessments)
    out.update({k: v for k, v in evident.items() if v["n"]})
    english = (data.groups["lang"] == "en").to_numpy()
    if {0, 1} <= set(labels[english].tolist()):
        figures = ranking_figures(labels[english], evidence[english])
        out["english"] = {k: figures[k] for k in ("n", "auroc", "recall_at_5")}
    reached = {
        band: (int((evidence[labels == 1] >= edge).sum()), int((evidence[labels == 0] >= edge).sum()))
        for band, edge in zip(BANDS[1:], model.edges, strict=True)
    }
    return ReviewedSet(
        data.origin, out, Curve.of(labels, evidence), reached, len(labels), model.edges, data, assessments
    )


def holdout_set(model: RiskModel) -> ReviewedSet:
    """The model's own hold-out, out of its manifest.

    Raises
    ------
    ModelError
        The manifest holds no such figures.
    """
    figures = model.manifest.get("holdout")
    if figures is None:
        raise ModelError(
            "the model holds no figures of its synthetic hold-out; train it again with 'recruitrisk train'"
        )
    calibration = model.manifest["calibration"]
    lines = sorted(calibration["thresholds"], key=lambda line: -line["evidence_from"])
    risky, genuine = int(figures["risky"]), int(figures["genuine"])
    values = [np.array([line[k] for line in lines]) for k in ("evidence_from", "false_alarms", "found")]
    curve = Curve(values[0], values[1], values[2], genuine, risky)
    bands = {
        one["band"]: (round(risky * one["found"]), round(genuine * one["genuine_above"]))
        for one in calibration["bands"]
    }
    return ReviewedSet(HOLDOUT, figures, curve, bands, int(model.manifest["settings"]["n"]), model.edges)


def set_figures(model: RiskModel, conversations: list[Conversation], *, profiles: bool) -> dict[str, Any]:
    """All figures of a model on labelled conversations.

    Parameters
    ----------
    model : RiskModel
    conversations : list of Conversation
    profiles : bool
        False gives the model the messages alone.
    """
    return measure(model, labelled_conversations(conversations, profiles=profiles)).figures


def attack_figures(model: RiskModel, path: str | os.PathLike[str]) -> dict[str, Any]:
    """How many detections are kept when a risky message is rewritten to evade.

    Parameters
    ----------
    model : RiskModel
    path : path
        JSON list of ``base``, ``attack`` (its kind) and ``text`` or ``texts``.

    Returns
    -------
    dict
        Kind of attack -> ``n`` (bases in band guarded or above), ``kept`` (of them still there), ``signs_kept`` (share
        of the base's signs still shown).
    """
    out: dict[str, dict[str, float]] = {}
    for row in json.loads(Path(path).read_text("utf-8")):
        base = model.assess(Approach("base", (Message(row["base"]),)))
        texts = row.get("texts") or [row["text"]]
        after = model.assess(Approach("after", tuple(Message(t) for t in texts)))
        one = out.setdefault(row["attack"], {"n": 0, "kept": 0, "signs": 0, "signs_kept": 0})
        if base.sum.total >= model.edges[0]:
            one["n"] += 1
            one["kept"] += after.sum.total >= model.edges[0]
        signs = set(shown_ids(base))
        one["signs"] += len(signs)
        one["signs_kept"] += len(signs & set(shown_ids(after)))
    return out


def _interval(figure: dict[str, float]) -> str:
    return f"{figure['value']:.3f} [{figure['low']:.3f}, {figure['high']:.3f}]"


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a terminal."""
    lines = [
        f"model {figures['model']['name']} (catalogue {figures['model']['catalogue']}); intervals are 95 %"
    ]
    for origin, one in figures["sets"].items():
        lines += [
            "",
            f"{origin}: n = {one['n']} ({one['risky']} risky, {one['genuine']} genuine)",
            f"  AUROC                         {_interval(one['auroc'])}",
            f"  recall at 5 % false alarms    {_interval(one['recall_at_5'])}",
            f"  recall at 1 % false alarms    {_interval(one['recall_at_1'])}",
            f"  Brier score                   {one['brier']:.3f}",
            f"  calibration error             {one['calibration_error']:.3f} (10 bins of equal count, at the set's own prevalence)",
        ]
        if "macro_f1_text" in one:
            lines.append(
                f"  macro-F1 over indicators      {one['macro_f1']:.3f} (text indicators {one['macro_f1_text']:.3f})"
            )
        for name, label in (
            ("overlap", "evidence overlap"),
            ("exact_quotations", "exact quotations"),
            ("traps_fired", "traps fired"),
        ):
            if name in one:
                lines.append(f"  {label:<30}{one[name]['value']:.3f} (n = {one[name]['n']})")
        if "english" in one:
            lines.append(
                f"  English alone: AUROC {_interval(one['english']['auroc'])}, n = {one['english']['n']}"
            )
        if one.get("other_harms", {}).get("n"):
            lines.append(
                f"  other harms (n = {one['other_harms']['n']}): "
                + ", ".join(f"{b} {k}" for b, k in one["other_harms"]["bands"].items() if k)
            )
        if "indicators" in one:
            lines.append(f"    {'indicator':<22}{'cases':>6}{'shown':>7}{'prec.':>7}{'recall':>8}{'F1':>6}")
            for key, f in one["indicators"].items():
                lines.append(
                    f"    {key:<22}{f['cases']:>6}{f['shown']:>7}{f['precision']:>7.2f}{f['recall']:>8.2f}{f['f1']:>6.2f}"
                )
    if figures.get("attacks"):
        lines += [
            "",
            "evasion rewrites (open set): bases in band guarded or above that stay there; signs that stay shown",
        ]
        for kind, one in figures["attacks"].items():
            lines.append(
                f"  {kind:<24}{one['kept']} of {one['n']}; {one['signs_kept']} of {one['signs']} signs"
            )
    lines += ["", "Synthetic and independent sets are machine-written; neither is real traffic."]
    return "\n".join(lines)


def dump(figures: dict[str, Any]) -> str:
    """The figures as JSON text."""
    return json.dumps(figures, indent=1, ensure_ascii=False) + "\n"
