"""What each indicator is worth, which say the same, and examples of what was found, missed and wrongly found."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from recruitrisk.errors import UsageError
from recruitrisk.evidence import SHOWN
from recruitrisk.indicators import CATALOGUE, ids, indicator
from recruitrisk.model import RiskModel
from recruitrisk.model.performance import auroc
from recruitrisk.review.review import ReviewedSet

__all__ = ["ablation", "examples", "redundancy"]

Floats = NDArray[np.float64]
_LONGEST = 160


def ablation(model: RiskModel, reviewed: ReviewedSet, *, resamples: int = 200, seed: int = 0) -> pd.DataFrame:
    """What is lost when an indicator is taken for unknown, combinations it is part of included.

    Parameters
    ----------
    model : RiskModel
    reviewed : ReviewedSet
        Of labelled approaches, not the hold-out.
    resamples, seed : int
        Of the paired bootstrap.

    Returns
    -------
    DataFrame
        ``indicator, name, alone`` (AUROC of its strength, turned so that what lowers counts downwards), ``lost`` (AUROC of all less
        AUROC without it), ``low``, ``high`` (95 %), ``n``; the most needed first.

    Raises
    ------
    UsageError
        The hold-out, which keeps no approaches.
    """
    if reviewed.data is None:
        raise UsageError("the model's hold-out keeps no approaches; give labelled approaches")
    use = reviewed.data.labels >= 0
    y = reviewed.data.labels[use] == 1
    chosen = [a for a, kept in zip(reviewed.assessments, use, strict=True) if kept]
    whole = np.array([a.sum.total for a in chosen])
    strengths = np.stack([a.findings.strengths for a in chosen])
    unanswered = np.stack([a.findings.unanswered for a in chosen])
    rng = np.random.default_rng(seed)
    risky, genuine = np.flatnonzero(y), np.flatnonzero(~y)
    draws = [
        np.concatenate([rng.choice(risky, len(risky)), rng.choice(genuine, len(genuine))])
        for _ in range(resamples)
    ]
    base = [auroc(y[rows], whole[rows]) for rows in draws]
    out = []
    for column, one in enumerate(CATALOGUE):
        x, u = strengths.copy(), unanswered.copy()
        x[:, column] = u[:, column] = np.nan
        without = np.array([model.table.sum(a, b).total for a, b in zip(x, u, strict=True)])
        losses = [b - auroc(y[rows], without[rows]) for b, rows in zip(base, draws, strict=True)]
        low, high = np.quantile(losses, [0.025, 0.975])
        sign = 1.0 if one.direction == "raises" else -1.0
        out.append(
            {
                "indicator": one.id, "name": one.name, "alone": auroc(y, sign * np.nan_to_num(strengths[:, column])),
                "lost": auroc(y, whole) - auroc(y, without), "low": float(low), "high": float(high), "n": len(y),
            }
        )  # fmt: skip
    return pd.DataFrame(out).sort_values("lost", ascending=False, kind="stable").reset_index(drop=True)


def redundancy(strengths: Floats, *, of: Sequence[str] | None = None) -> pd.DataFrame:
    """How much indicators say the same: rank correlation of their strengths, pair by pair.

    Parameters
    ----------
    strengths : ndarray, shape (n, n_indicators)
        NaN is unknown; a pair is compared where both are known.
    of : sequence of str, optional
        Indicators; all by default.

    Returns
    -------
    DataFrame
        ``first, second, correlation`` (Spearman), ``together`` (share of approaches showing either that show both), ``n``;
        the closest first. Pairs with fewer than ten approaches, or of a strength that never varies, are left out.
    """
    from scipy.stats import spearmanr

    chosen = [i for i in ids() if of is None or i in of]
    at = {key: column for column, key in enumerate(ids())}
    rows = []
    for number, first in enumerate(chosen):
        for second in chosen[number + 1 :]:
            pair = strengths[:, [at[first], at[second]]]
            pair = pair[~np.isnan(pair).any(axis=1)]
            if len(pair) < 10 or (np.ptp(pair, axis=0) == 0).any():
                continue
            shown = pair >= SHOWN
            either = int(shown.any(axis=1).sum())
            rows.append(
                {
                    "first": first, "second": second, "correlation": float(spearmanr(pair[:, 0], pair[:, 1]).statistic),
                    "together": int(shown.all(axis=1).sum()) / either if either else float("nan"), "n": len(pair),
                }
            )  # fmt: skip
    table = pd.DataFrame(rows, columns=["first", "second", "correlation", "together", "n"])
    order = table["correlation"].abs().sort_values(ascending=False, kind="stable").index
    return table.loc[order].reset_index(drop=True)


def examples(reviewed: ReviewedSet, key: str, *, most: int = 3) -> pd.DataFrame:
    """Pieces of text where an indicator was found, missed and wrongly found.

    Parameters
    ----------
    reviewed : ReviewedSet
        Of approaches with marks, for example a synthetic world.
    key : str
        Id of the indicator.
    most : int
        Of each.

    Returns
    -------
    DataFrame
        ``outcome`` (``found``, ``missed``, ``wrongly found``), ``approach_id, strength, text``: the quotation, or for what was
        missed the piece that is marked; long ones are cut.

    Raises
    ------
    UsageError
        No such indicator, or the hold-out.
    """
    column = ids().index(indicator(key).id)
    if reviewed.data is None:
        raise UsageError("the model's hold-out keeps no approaches; give labelled approaches")
    rows: list[dict[str, object]] = []
    counts = {"found": 0, "missed": 0, "wrongly found": 0}
    parts = zip(
        reviewed.data.approaches, reviewed.data.marks, reviewed.assessments, reviewed.data.truth, strict=True
    )
    for approach, marks, assessment, truth in parts:
        strength = float(assessment.findings.strengths[column])
        shown, there = strength >= SHOWN, truth[column] == 1
        if np.isnan(truth[column]) or not (shown or there):
            continue
        outcome = "found" if shown and there else "missed" if there else "wrongly found"
        evidence = assessment.findings.evidence.get(key)
        place = evidence.place if evidence is not None else None
        text = place.quote if place is not None and shown else marks.evidence.get(key, "")
        text = text or (f"({evidence.says})" if evidence is not None and evidence.says else "")
        if not text or counts[outcome] >= most:
            continue
        counts[outcome] += 1
        flat = " ".join(text.split())
        rows.append(
            {
                "outcome": outcome, "approach_id": approach.approach_id, "strength": round(strength, 2),
                "text": flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…",
            }
        )  # fmt: skip
    table = pd.DataFrame(rows, columns=["outcome", "approach_id", "strength", "text"])
    order = {name: at for at, name in enumerate(counts)}
    return table.sort_values("outcome", key=lambda c: c.map(order), kind="stable").reset_index(drop=True)
