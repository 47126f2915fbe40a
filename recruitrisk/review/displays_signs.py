"""Displays of what is inside: hits of each indicator, weights, shapes, groups, drift. See `recruitrisk.review.displays`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from recruitrisk.indicators import CATALOGUE
from recruitrisk.model.performance import indicator_figures, wilson
from recruitrisk.review.displays import axes_of, colour_of, new_figure

__all__ = ["DriftDisplay", "GroupDisplay", "IndicatorDisplay", "ShapeDisplay", "WeightDisplay"]

_UP, _DOWN, _MIXED, _STILL = "#b3402a", "#33658a", "#8a6d3b", "#c9c6bd"


class IndicatorDisplay:
    """Hit and false-hit rate of each indicator with 95 % Wilson intervals.

    Parameters
    ----------
    table : DataFrame
        Of `recruitrisk.review.review_tables.indicator_table`, of one origin.
    """

    def __init__(self, *, table: pd.DataFrame) -> None:
        self.table = table

    @classmethod
    def from_predictions(
        cls, truth: ArrayLike, strengths: ArrayLike, *, origin: str = "yours", ax: Any = None
    ) -> IndicatorDisplay:
        """Draw from marks (1, 0, NaN unmarked) and strengths, both of shape (n, n_indicators)."""
        marks, found = np.asarray(truth, dtype=np.float64), np.asarray(strengths, dtype=np.float64)
        rows = []
        for key, figure in indicator_figures(marks, found).items():
            column = next(at for at, i in enumerate(CATALOGUE) if i.id == key)
            cases = int(figure["cases"])
            hits = round(figure["recall"] * cases)
            others = int((~np.isnan(marks[:, column])).sum()) - cases
            wrong = int(figure["shown"]) - hits
            (low, high), (w_low, w_high) = wilson(hits, cases), wilson(wrong, others)
            rows.append(
                {
                    "origin": origin, "indicator": key, "cases": cases, "others": others, "hit_rate": figure["recall"], "hit_low": low,
                    "hit_high": high, "false_hit_rate": wrong / max(others, 1), "false_low": w_low, "false_high": w_high,
                }
            )  # fmt: skip
        return cls(table=pd.DataFrame(rows)).plot(ax)

    def plot(
        self, ax: Any = None, *, name: str | None = None, order: Sequence[str] | None = None
    ) -> IndicatorDisplay:
        """Draw; `order` is that of the indicators from above, by hit rate by default."""
        self.ax_ = axes_of(ax, 7, 0.24 * len(self.table) + 1.2)
        self.figure_ = self.ax_.figure
        t = self.table.set_index("indicator")
        ids = [i for i in (order or t.sort_values("hit_rate", ascending=False).index) if i in t.index]
        places = {key: at for at, key in enumerate(order or ids)}
        t = t.loc[ids]
        y = np.array([places[i] for i in ids])
        origin = str(t["origin"].iloc[0])
        for key, low, high, colour, label in (
            ("hit_rate", "hit_low", "hit_high", colour_of(origin), "found where it is"),
            ("false_hit_rate", "false_low", "false_high", "#777", "found where it is not"),
        ):
            self.ax_.hlines(y, t[low], t[high], color=colour, linewidth=2.4, alpha=0.4)
            self.ax_.plot(
                t[key], y, "o" if key == "hit_rate" else "x", color=colour, markersize=4.5, label=label
            )
        shown = list(places)
        self.ax_.set_yticks(range(len(shown)), shown, fontsize="x-small")
        for at, (_, row) in zip(y, t.iterrows(), strict=True):
            self.ax_.annotate(
                f"{row['cases']:,}", (1.02, at), xycoords=("axes fraction", "data"), fontsize=6.5, va="center", color="#555"
            )  # fmt: skip
        self.ax_.set(
            xlim=(-0.02, 1.02),
            ylim=(len(shown) - 0.4, -0.6),
            xlabel="share (at the right: cases; bars: 95 % intervals)",
        )
        self.ax_.set_title(name or origin, fontsize="medium")
        self.ax_.grid(axis="x", alpha=0.3, linewidth=0.5)
        self.ax_.legend(loc="lower right", fontsize="x-small")
        return self


class WeightDisplay:
    """Mean weight of each part where its sign is shown, and where it was looked for and is not.

    Parameters
    ----------
    table : DataFrame
        Of `recruitrisk.review.review_tables.weight_table`.
    """

    def __init__(self, *, table: pd.DataFrame) -> None:
        self.table = table

    def plot(self, ax: Any = None) -> WeightDisplay:
        """Draw bars in log-odds."""
        t = self.table[(self.table["shown"].abs() > 5e-3) | (self.table["absent"].abs() > 5e-3)]
        self.ax_ = axes_of(ax, 8, 0.21 * len(t) + 1.2)
        self.figure_ = self.ax_.figure
        colours = t["kind"].map({"raises": _UP, "lowers": _DOWN, "combination": _MIXED})
        y = np.arange(len(t))
        self.ax_.barh(y, t["shown"], color=colours, height=0.62)
        self.ax_.plot(t["absent"], y, "|", color="#222", markersize=9, label="looked for and not there")
        names = [
            f"together: {r.part.replace('_', ' ')}" if r.kind == "combination" else r.name
            for r in t.itertuples()
        ]
        self.ax_.set_yticks(y, names, fontsize="x-small")
        self.ax_.set(
            ylim=(len(t) - 0.4, -0.6), xlabel="mean log-odds where the sign is shown (0.7 doubles the odds)"
        )
        for kind, colour in (("raises", _UP), ("lowers", _DOWN), ("combination", _MIXED)):
            self.ax_.bar([0], [0], color=colour, label=kind)
        self.ax_.axvline(0, color="#444", linewidth=0.8)
        self.ax_.grid(axis="x", alpha=0.3, linewidth=0.5)
        self.ax_.legend(loc="lower right", fontsize="small")
        return self


class ShapeDisplay:
    """Shape functions: what a strength of 0 to 1 adds to the log-odds, one small picture an indicator.

    Parameters
    ----------
    table : DataFrame
        Of `recruitrisk.review.review_tables.shape_table`.
    """

    def __init__(self, *, table: pd.DataFrame) -> None:
        self.table = table

    def plot(self, parts: Sequence[str] | None = None, *, columns: int = 6) -> ShapeDisplay:
        """Draw `parts` (by default those that move the log-odds by more than 0.1) in a grid."""
        all_parts = [p for p in self.table.columns if np.ptp(self.table[p].to_numpy()) > 0.1]
        chosen = list(parts or sorted(all_parts, key=lambda p: -float(np.ptp(self.table[p].to_numpy()))))
        rows = math.ceil(len(chosen) / columns)
        self.figure_ = new_figure(1.75 * columns, 1.35 * rows + 0.4)
        self.ax_ = self.figure_.subplots(rows, columns, sharex=True, sharey=True, squeeze=False)
        for axis, key in zip(self.ax_.flat, chosen, strict=False):
            values = self.table[key]
            axis.axhline(0, color="#999", linewidth=0.6)
            axis.plot(
                self.table.index,
                values,
                color=_UP if values.iloc[-1] >= values.iloc[0] else _DOWN,
                linewidth=1.8,
            )
            axis.set_title(key.replace("_", " "), fontsize=7.5, pad=3)
            axis.tick_params(labelsize=6.5)
            axis.grid(alpha=0.3, linewidth=0.4)
        for axis in list(self.ax_.flat)[len(chosen) :]:
            axis.set_visible(False)
        self.figure_.supxlabel("strength of the sign, 0 (not there) to 1 (plainly there)", fontsize="small")
        self.figure_.supylabel("log-odds", fontsize="small")
        return self


class GroupDisplay:
    """False alarms by group with 95 % Wilson intervals.

    Parameters
    ----------
    table : DataFrame
        Of `recruitrisk.review.fairness.group_alarms`, of one origin.
    """

    def __init__(self, *, table: pd.DataFrame) -> None:
        self.table = table

    def plot(self, ax: Any = None, *, name: str | None = None) -> GroupDisplay:
        """Draw."""
        t = self.table
        self.ax_ = axes_of(ax, 7, 0.24 * len(t) + 1.4)
        self.figure_ = self.ax_.figure
        y = np.arange(len(t))
        groupings = list(dict.fromkeys(t["grouping"]))
        origin = str(t["origin"].iloc[0]) if len(t) else ""
        for number, grouping in enumerate(groupings):
            mine = (t["grouping"] == grouping).to_numpy()
            if number % 2:
                self.ax_.axhspan(
                    y[mine].min() - 0.5, y[mine].max() + 0.5, color="#f1efe8", zorder=0, linewidth=0
                )
        self.ax_.hlines(y, t["low"], t["high"], color=colour_of(origin), linewidth=2.4, alpha=0.45)
        self.ax_.plot(t["rate"], y, "o", color=colour_of(origin), markersize=5)
        words = {"lang": "language", "name_origin": "name", "region": "recipient in"}
        self.ax_.set_yticks(
            y,
            [
                f"{words.get(r.grouping, r.grouping)} {str(r.group).replace('_', ' ')} ({r.alarms} of {r.n})"
                for r in t.itertuples()
            ],
            fontsize="x-small",
        )
        self.ax_.set(
            ylim=(len(t) - 0.4, -0.6), xlim=(0, min(1.0, float(t["high"].max()) * 1.05) if len(t) else 1),
            xlabel="share of genuine ones flagged (bars: 95 % intervals)",
        )  # fmt: skip
        self.ax_.set_title(name or origin, fontsize="medium")
        self.ax_.grid(axis="x", alpha=0.3, linewidth=0.5)
        return self


class DriftDisplay:
    """Population stability index of the scores and each indicator; filled where the test found a change.

    Parameters
    ----------
    table : DataFrame
        Of `recruitrisk.review.drift.Drift`.
    """

    def __init__(self, *, table: pd.DataFrame) -> None:
        self.table = table

    def plot(self, ax: Any = None, *, most: int = 25) -> DriftDisplay:
        """Draw the `most` that moved farthest."""
        t = self.table.sort_values("psi", ascending=False).head(most)
        self.ax_ = axes_of(ax, 7.5, 0.24 * len(t) + 1.3)
        self.figure_ = self.ax_.figure
        y = np.arange(len(t))
        moved = t["moved"].to_numpy(dtype=bool)
        self.ax_.barh(y, t["psi"], color=np.where(moved, _UP, _STILL), height=0.62)
        for colour, word in ((_STILL, "within chance"), (_UP, "moved (q < 0.05)")):
            self.ax_.bar([0], [0], color=colour, label=word)
        self.ax_.plot(
            t["psi_by_chance"], y, "|", color="#222", markersize=9, label="reached by chance in 5 %"
        )
        for level, word in ((0.1, "look"), (0.25, "act")):
            self.ax_.axvline(level, color="#555", linestyle=":", linewidth=1)
            self.ax_.annotate(
                word,
                (level, len(t) - 0.4),
                fontsize=7.5,
                ha="left",
                va="bottom",
                xytext=(2, 2),
                textcoords="offset points",
            )
        self.ax_.set_yticks(y, t["what"], fontsize="x-small")
        self.ax_.set(ylim=(len(t) - 0.4, -0.6), xlim=(0, None), xlabel="population stability index")
        self.ax_.grid(axis="x", alpha=0.3, linewidth=0.5)
        self.ax_.legend(loc="lower right", fontsize="small")
        return self
