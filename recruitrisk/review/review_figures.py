"""The pictures of a review, by name; every one says where its data come from, with n and an interval."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from recruitrisk.errors import UsageError
from recruitrisk.review.displays import (
    AlertWorthDisplay,
    LowFalseAlarmDisplay,
    ReliabilityDisplay,
    colour_of,
    new_figure,
)
from recruitrisk.review.displays_signs import GroupDisplay, IndicatorDisplay, ShapeDisplay, WeightDisplay
from recruitrisk.review.review import ReviewedSet
from recruitrisk.review.review_tables import shape_table

if TYPE_CHECKING:
    from recruitrisk.review.reviewed import Review

__all__ = ["CAPTIONS", "FIGURES", "draw"]

CAPTIONS = {
    "roc": "ROC curve, and its left end on a logarithmic axis, where a queue works. Shaded: 95 % Wilson intervals of the share found.",
    "precision_recall": "Precision and recall at each set's own prevalence (dotted), which is far above that of any real stream.",
    "det": "Detection error trade-off: missed against falsely raised, on normal scales.",
    "reliability": "Reliability in ten bins of equal count (the numbers), with 95 % Wilson intervals, at each set's own prevalence.",
    "alerts": "What an alert is worth at base rates of 1 %, 0.1 % and 0.001 %.",
    "indicators": "How often each indicator is found where it is, and where it is not.",
    "weights": "What each sign adds, on synthetic approaches that show it.",
    "shapes": "Shape functions: what each strength of a sign adds.",
    "groups": "Genuine approaches flagged (elevated or above) by language, name-origin and recipient's region; groups of three and more.",
}
"""Picture -> what stands under it."""

FIGURES = tuple(CAPTIONS)
"""All pictures, in the order of the page."""


def _named(one: ReviewedSet, key: str = "auroc", word: str = "AUROC") -> str:
    f = one.figures[key]
    return (
        f"{one.origin} (n = {one.figures['n']:,}): {word} {f['value']:.3f} [{f['low']:.3f}, {f['high']:.3f}]"
    )


def _style(axes: Any, one: ReviewedSet) -> None:
    axes.lines[-1].set(color=colour_of(one.origin), linestyle="--" if "alone" in one.origin else "-")


def _ends(one: ReviewedSet) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """False alarms and found with the corner (0, 0) before."""
    return np.r_[0.0, one.curve.false_alarms], np.r_[0.0, one.curve.found]


def _roc(review: Review) -> Any:
    from sklearn.metrics import RocCurveDisplay

    figure = new_figure(11, 5)
    left, right = figure.subplots(1, 2)
    for one in review.sets.values():
        wrong, found = _ends(one)
        RocCurveDisplay(fpr=wrong, tpr=found).plot(ax=left, name=_named(one))
        _style(left, one)
        LowFalseAlarmDisplay(
            false_alarms=wrong, found=found, genuine=one.curve.genuine, risky=one.curve.risky, origin=one.origin
        ).plot(right, name=_named(one, "recall_at_1", "found at 1 %"))  # fmt: skip
        right.lines[-1].set_linestyle("--" if "alone" in one.origin else "-")
    left.plot([0, 1], [0, 1], color="#999", linestyle=":", linewidth=1)
    left.set(xlabel="share of genuine approaches flagged", ylabel="share of risky approaches flagged")
    left.legend(fontsize="x-small", loc="lower right")
    right.legend(fontsize="x-small", loc="lower right")
    right.set_xlim(5e-4, 1)
    return figure


def _precision_recall(review: Review) -> Any:
    from sklearn.metrics import PrecisionRecallDisplay

    figure = new_figure(7, 5.4)
    axes = figure.subplots()
    for one in review.sets.values():
        right, wrong = one.curve.found * one.curve.risky, one.curve.false_alarms * one.curve.genuine
        kept = right + wrong > 0
        precision = right[kept] / (right + wrong)[kept]
        PrecisionRecallDisplay(precision=precision, recall=one.curve.found[kept]).plot(
            ax=axes, name=_named(one, "recall_at_5", "found at 5 % false alarms")
        )
        _style(axes, one)
        share = one.curve.risky / (one.curve.risky + one.curve.genuine)
        axes.plot([0, 1], [share, share], color=colour_of(one.origin), linestyle=":", linewidth=0.8)
    axes.set(
        xlabel="share of risky approaches flagged",
        ylabel="share of flagged that are risky",
        ylim=(0, 1.03),
        aspect="auto",
    )
    axes.legend(fontsize="x-small", loc="lower left")
    axes.grid(alpha=0.3, linewidth=0.5)
    return figure


def _det(review: Review) -> Any:
    from scipy.stats import norm
    from sklearn.metrics import DetCurveDisplay

    figure = new_figure(7, 5.4)
    axes = figure.subplots()
    for one in review.sets.values():
        inner = (one.curve.false_alarms > 0) & (one.curve.found < 1)
        wrong, missed = one.curve.false_alarms[inner], 1 - one.curve.found[inner]
        DetCurveDisplay(fpr=wrong, fnr=missed).plot(ax=axes, name=_named(one, "recall_at_1", "found at 1 %"))
        _style(axes, one)
    axes.set(
        xlabel="share of genuine approaches flagged", ylabel="share of risky approaches missed",
        xlim=norm.ppf([5e-4, 0.9]), ylim=norm.ppf([5e-3, 0.95]),
    )  # fmt: skip
    axes.legend(fontsize="x-small", loc="upper right")
    axes.grid(alpha=0.3, linewidth=0.5)
    return figure


def _reliability(review: Review) -> Any:
    figure = new_figure(4.2 * len(review.sets), 5.2)
    bins = review.calibration
    for axes, one in zip(
        np.atleast_1d(figure.subplots(1, len(review.sets))), review.sets.values(), strict=True
    ):
        ReliabilityDisplay(
            table=bins[bins["origin"] == one.origin], error=one.figures["calibration_error"], origin=one.origin
        ).plot(axes)  # fmt: skip
    return figure


def _alerts(review: Review) -> Any:
    return AlertWorthDisplay(table=review.alerts).plot(new_figure(8.5, 6.2).subplots()).figure_


def _indicators(review: Review) -> Any:
    table = review.indicators
    sets = [o for o in review.sets if (table["origin"] == o).any()]
    order = list(dict.fromkeys(table.sort_values("hit_rate", ascending=False)["indicator"]))
    first = table[table["origin"] == sets[0]].sort_values("hit_rate", ascending=False)["indicator"]
    order = [*first, *(i for i in order if i not in set(first))]
    figure = new_figure(4.4 * len(sets) + 1, 0.21 * len(order) + 1.4)
    for axes, origin in zip(np.atleast_1d(figure.subplots(1, len(sets))), sets, strict=True):
        part = table[table["origin"] == origin]
        n = review.sets[origin].indicator_rows
        IndicatorDisplay(table=part).plot(axes, name=f"{origin} (n = {n:,})", order=order)
        if origin != sets[0]:
            axes.set_yticklabels([])
    return figure


def _weights(review: Review) -> Any:
    found = WeightDisplay(table=review.weights).plot()
    rows = int(review.model.manifest["settings"]["n"])
    found.ax_.set_title(f"synthetic world, n = {rows:,}", fontsize="medium")
    return found.figure_


def _shapes(review: Review) -> Any:
    found = ShapeDisplay(table=shape_table(review.model)).plot()
    rows = int(review.model.manifest["settings"]["n"])
    found.figure_.suptitle(f"learnt on the synthetic world, n = {rows:,}", fontsize="medium")
    return found.figure_


def _groups(review: Review) -> Any:
    table = review.groups
    origins = list(dict.fromkeys(table["origin"]))
    if not origins:
        figure = new_figure(5, 1)
        figure.text(0.5, 0.5, "no groups are known of these approaches", ha="center", va="center")
        return figure
    longest = max(int((table["origin"] == o).sum()) for o in origins)
    figure = new_figure(6.2 * len(origins), 0.24 * longest + 1.4)
    for axes, origin in zip(np.atleast_1d(figure.subplots(1, len(origins))), origins, strict=True):
        part = table[table["origin"] == origin]
        n = review.sets[origin].curve.genuine
        GroupDisplay(table=part).plot(axes, name=f"{origin} (n = {n:,} genuine)")
    return figure


_DRAW: dict[str, Callable[[Any], Any]] = {
    "roc": _roc, "precision_recall": _precision_recall, "det": _det, "reliability": _reliability, "alerts": _alerts,
    "indicators": _indicators, "weights": _weights, "shapes": _shapes, "groups": _groups,
}  # fmt: skip


def draw(name: str, review: Review) -> Any:
    """Draw one picture of a review.

    Parameters
    ----------
    name : str
        One of `FIGURES`.
    review : Review

    Raises
    ------
    UsageError
        No such picture, or matplotlib is not installed.
    """
    if name not in _DRAW:
        raise UsageError(f"there is no picture {name!r}; there are {', '.join(FIGURES)}")
    return _DRAW[name](review)
