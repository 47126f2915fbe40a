"""`review_model`: the figures of a model by origin of the data."""

from __future__ import annotations

import json
import os
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from recruitrisk.approach import Approach, Message
from recruitrisk.errors import ModelError, UsageError
from recruitrisk.indicators import CATALOGUE, ids
from recruitrisk.model import Assessment, RiskModel, load_model, shown_ids
from recruitrisk.model.performance import indicator_figures, macro_f1, ranking_figures, wilson
from recruitrisk.reading import approaches_from_frame
from recruitrisk.review.conversations import Conversation, read_conversations, tables

__all__ = [
    "as_text",
    "attack_figures",
    "dump",
    "evidence_figures",
    "independent_path",
    "review_model",
    "set_figures",
]

_UNMARKED = frozenset({"donation_leverage", "coercion"}) | {
    i.id for i in CATALOGUE if i.direction == "lowers"
}
_BY_COLUMNS = frozenset({"cover_company", "thin_profile", "identity_mismatch"})
_OVERLAP = 0.5


def independent_path() -> Path:
    """The independent set: inside of the installed package, or in the source tree."""
    base = Path(str(resources.files("recruitrisk")))
    packaged = base / "evaluation" / "independent.jsonl"
    return packaged if packaged.is_file() else base.parent / "data" / "evaluation" / "independent.jsonl"


def evidence_figures(
    conversations: list[Conversation], approaches: list[Approach], assessments: list[Assessment]
) -> dict[str, Any]:
    """Overlap of quotations with the marked evidence, exactness of quotations, traps fired.

    A quotation overlaps when it shares at least half of the shorter of the two texts with the marked piece.
    """
    overlaps = marked = exact = quoted = fired = traps = 0
    for conversation, approach, assessment in zip(conversations, approaches, assessments, strict=True):
        found = assessment.findings.evidence
        for evidence in found.values():
            place = evidence.place
            if place is not None:
                quoted += 1
                exact += approach.messages[place.message].text[place.start : place.end] == place.quote
        for key, piece in conversation.evidence.items():
            if key not in found:
                continue
            marked += 1
            place = found[key].place
            if place is None:
                continue
            start = approach.messages[place.message].text.find(piece)
            shared = min(start + len(piece), place.end) - max(start, place.start)
            overlaps += start >= 0 and shared >= _OVERLAP * min(len(piece), place.end - place.start)
        for key, piece in conversation.traps.items():
            traps += 1
            if key in conversation.indicators or key not in found:
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


def set_figures(model: RiskModel, conversations: list[Conversation], *, profiles: bool) -> dict[str, Any]:
    """All figures of a model on labelled conversations.

    Parameters
    ----------
    model : RiskModel
    conversations : list of Conversation
    profiles : bool
        False gives the model the messages alone.
    """
    labels = np.array([-1 if c.label is None else c.label for c in conversations])
    if not (labels == 1).any() or not (labels == 0).any():
        raise UsageError(
            f"{len(labels)} conversations of which {(labels == 1).sum()} risky, {(labels == 0).sum()} genuine; both are needed"
        )
    approaches, _ = approaches_from_frame(*tables(conversations, profiles=profiles))
    assessments = [model.assess(a) for a in approaches]
    evidence = np.array([a.sum.total for a in assessments])
    strengths = np.stack([a.findings.strengths for a in assessments])
    truth = np.array(
        [[np.nan if i in _UNMARKED else float(i in c.indicators) for i in ids()] for c in conversations]
    )
    indicators = indicator_figures(truth, strengths)
    text = [i for i in indicators if i not in _BY_COLUMNS]
    out = ranking_figures(labels, evidence)
    english = np.array([c.lang == "en" for c in conversations])
    other = labels < 0
    bands = {
        band: int(sum(a.band == band for a, o in zip(assessments, other, strict=True) if o))
        for band in ("low", "guarded", "elevated", "high", "not assessable")
    }
    out.update(
        indicators=indicators,
        macro_f1=macro_f1(indicators),
        macro_f1_text=macro_f1(indicators, text),
        other_harms={"n": int(other.sum()), "bands": bands},
        **evidence_figures(conversations, approaches, assessments),
    )
    if {0, 1} <= set(labels[english].tolist()):
        figures = ranking_figures(labels[english], evidence[english])
        out["english"] = {k: figures[k] for k in ("n", "auroc", "recall_at_5")}
    return out


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


def review_model(
    model: str | os.PathLike[str] | RiskModel = "default", data: str | os.PathLike[str] | None = None
) -> dict[str, Any]:
    """Figures on the synthetic hold-out and on the independent set, or on your own.

    Parameters
    ----------
    model : str, path or RiskModel
        Name, folder or model.
    data : path, optional
        Your own labelled conversations (JSON Lines, as ``data/evaluation/README.md`` says).

    Returns
    -------
    dict
        JSON-ready; each set under its origin.
    """
    loaded = model if isinstance(model, RiskModel) else load_model(model)
    holdout = loaded.manifest.get("holdout")
    if holdout is None:
        raise ModelError(
            "the model holds no figures of its synthetic hold-out; train it again with 'recruitrisk train'"
        )
    origin = "yours" if data is not None else "independent"
    conversations = read_conversations(data if data is not None else independent_path())
    attacks = independent_path().with_name("attacks_open.json")
    return {
        "attacks": attack_figures(loaded, attacks) if data is None else {},
        "model": {"name": loaded.name, "catalogue": loaded.manifest.get("catalogue")},
        "sets": {
            "synthetic hold-out": holdout,
            origin: set_figures(loaded, conversations, profiles=True),
            f"{origin}, messages alone": set_figures(loaded, conversations, profiles=False),
        },
    }


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
        if "overlap" in one:
            for name, label in (
                ("overlap", "evidence overlap"),
                ("exact_quotations", "exact quotations"),
                ("traps_fired", "traps fired"),
            ):
                lines.append(f"  {label:<30}{one[name]['value']:.3f} (n = {one[name]['n']})")
            if "english" in one:
                lines.append(
                    f"  English alone: AUROC {_interval(one['english']['auroc'])}, n = {one['english']['n']}"
                )
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
