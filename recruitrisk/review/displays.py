"""Pictures as scikit-learn draws them: a ``...Display`` with `from_predictions`, `from_estimator`, `plot`, ``ax_`` and ``figure_``.

scikit-learn's own `RocCurveDisplay`, `DetCurveDisplay`, `PrecisionRecallDisplay` and `CalibrationDisplay` serve where they
say enough; the ones here say what they can't: few false alarms on a logarithmic axis, counts and intervals, what an
alert is worth. matplotlib (``pip install recruitrisk[plots]``) is loaded when something is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from recruitrisk.errors import UsageError
from recruitrisk.model.performance import calibration_table, wilson

__all__ = [
    "COLOURS",
    "AlertWorthDisplay",
    "LowFalseAlarmDisplay",
    "ReliabilityDisplay",
    "axes_of",
    "colour_of",
    "new_figure",
]

Floats = NDArray[np.float64]

COLOURS = {
    "synthetic hold-out": "#33658a", "synthetic, wordings seen, messages alone": "#9d8ec4", "synthetic": "#6a94b5",
    "independent, messages alone": "#e0963b", "independent": "#b3402a", "yours, messages alone": "#7fb58e", "yours": "#2e7d4f",
}  # fmt: skip
"""What an origin of data begins with -> its colour, in all pictures."""


def colour_of(origin: str) -> str:
    """Colour of an origin; that of ``yours`` for one with a name of the user's."""
    return next((c for name, c in COLOURS.items() if origin.startswith(name)), COLOURS["yours"])


def _missing(problem: ImportError) -> UsageError:
    return UsageError(
        f"pictures need matplotlib, which is not installed ({problem}); install it with: pip install 'recruitrisk[plots]'"
    )


@cache
def _figure_class() -> Any:
    try:
        from matplotlib.figure import Figure
    except ImportError as problem:
        raise _missing(problem) from None

    class ShownFigure(Figure):
        """A figure outside of pyplot that a notebook shows all the same."""

        def _repr_png_(self) -> bytes:
            import io

            out = io.BytesIO()
            self.savefig(out, format="png", metadata={"Software": None})
            return out.getvalue()

    return ShownFigure


def new_figure(width: float, height: float) -> Any:
    """An empty figure of its own, outside of pyplot: nothing to close, no window.

    Parameters
    ----------
    width, height : float
        In inches.

    Raises
    ------
    UsageError
        matplotlib is not installed.
    """
    return _figure_class()(figsize=(width, height), layout="constrained")


def axes_of(ax: Any, width: float = 6.4, height: float = 4.8) -> Any:
    """The axes that were given, or new ones."""
    return new_figure(width, height).subplots() if ax is None else ax


def _scores(estimator: Any, X: Any) -> Floats:
    """What an estimator says of rows: its decision function, or its probability of the second class."""
    if hasattr(estimator, "decision_function"):
        return np.asarray(estimator.decision_function(X), dtype=np.float64)
    return np.asarray(estimator.predict_proba(X), dtype=np.float64)[:, 1]


def _binary(y_true: ArrayLike) -> NDArray[np.bool_]:
    y = np.asarray(y_true)
    if not np.isin(y, (0, 1)).all() or len(set(y.tolist())) < 2:
        raise UsageError("y_true must hold 0 and 1, both of them")
    return np.asarray(y == 1)


class LowFalseAlarmDisplay:
    """ROC curve where it matters: few false alarms, on a logarithmic axis, with the interval of what is found.

    Parameters
    ----------
    false_alarms, found : ndarray, shape (n_lines,)
        Share of genuine and of risky approaches flagged, rising.
    genuine, risky : int
        Of so many.
    origin : str
        Where the data come from; stands in the legend with n.
    """

    def __init__(
        self, *, false_alarms: Floats, found: Floats, genuine: int, risky: int, origin: str = "yours"
    ) -> None:
        self.false_alarms, self.found = false_alarms, found
        self.genuine, self.risky, self.origin = genuine, risky, origin

    @classmethod
    def from_predictions(
        cls, y_true: ArrayLike, y_score: ArrayLike, *, origin: str = "yours", ax: Any = None, **kwargs: Any
    ) -> LowFalseAlarmDisplay:
        """Draw from labels (0, 1) and scores."""
        from sklearn.metrics import roc_curve

        y = _binary(y_true)
        false_alarms, found, _ = roc_curve(y, np.asarray(y_score), drop_intermediate=False)
        made = cls(
            false_alarms=false_alarms,
            found=found,
            genuine=int((~y).sum()),
            risky=int(y.sum()),
            origin=origin,
        )
        return made.plot(ax, **kwargs)

    @classmethod
    def from_estimator(
        cls, estimator: Any, X: Any, y: ArrayLike, *, origin: str = "yours", ax: Any = None, **kwargs: Any
    ) -> LowFalseAlarmDisplay:
        """Draw from a fitted estimator and labelled rows."""
        return cls.from_predictions(y, _scores(estimator, X), origin=origin, ax=ax, **kwargs)

    def plot(
        self, ax: Any = None, *, name: str | None = None, band: bool = True, **kwargs: Any
    ) -> LowFalseAlarmDisplay:
        """Draw.

        Parameters
        ----------
        ax : matplotlib axes, optional
        name : str, optional
            Instead of the origin with n.
        band : bool
            Whether to shade the 95 % Wilson interval of what is found.
        **kwargs
            Of matplotlib's ``plot``.
        """
        self.ax_ = axes_of(ax)
        self.figure_ = self.ax_.figure
        style = {"color": colour_of(self.origin), **kwargs}
        counted = self.false_alarms * self.genuine >= 0.5  # below one false alarm nothing was measured
        x, y = self.false_alarms[counted], self.found[counted]
        label = name or f"{self.origin} ({self.genuine:,} genuine, {self.risky:,} risky)"
        (self.line_,) = self.ax_.plot(x, y, drawstyle="steps-post", label=label, **style)
        if band and len(x):
            ends = np.array([wilson(round(v * self.risky), self.risky) for v in y])
            self.ax_.fill_between(
                x, ends[:, 0], ends[:, 1], step="post", alpha=0.15, linewidth=0, color=style["color"]
            )
        self.ax_.set(
            xscale="log", ylim=(0, 1.02),
            xlabel="share of genuine approaches flagged (logarithmic)", ylabel="share of risky approaches flagged",
        )  # fmt: skip
        self.ax_.set_xlim(right=1)
        self.ax_.grid(alpha=0.3, which="both", linewidth=0.5)
        self.ax_.legend(loc="lower right", fontsize="small")
        return self


class ReliabilityDisplay:
    """Reliability diagram with the count of each bin and its 95 % Wilson interval.

    Parameters
    ----------
    table : DataFrame
        ``n, predicted, observed, low, high``, one row a bin.
    error : float
        Calibration error.
    origin : str
        Where the data come from.
    """

    def __init__(self, *, table: pd.DataFrame, error: float, origin: str = "yours") -> None:
        self.table, self.error, self.origin = table, error, origin

    @classmethod
    def from_predictions(
        cls,
        y_true: ArrayLike,
        y_prob: ArrayLike,
        *,
        bins: int = 10,
        origin: str = "yours",
        ax: Any = None,
        **kwargs: Any,
    ) -> ReliabilityDisplay:
        """Draw from labels (0, 1) and probabilities, in bins of equal count."""
        table, error = calibration_table(_binary(y_true), np.asarray(y_prob, dtype=np.float64), bins)
        return cls(table=pd.DataFrame(table), error=error, origin=origin).plot(ax, **kwargs)

    @classmethod
    def from_estimator(
        cls, estimator: Any, X: Any, y: ArrayLike, *, origin: str = "yours", ax: Any = None, **kwargs: Any
    ) -> ReliabilityDisplay:
        """Draw from a fitted estimator (`predict_proba`) and labelled rows."""
        probability = np.asarray(estimator.predict_proba(X))[:, 1]
        return cls.from_predictions(y, probability, origin=origin, ax=ax, **kwargs)

    def plot(self, ax: Any = None, *, name: str | None = None, **kwargs: Any) -> ReliabilityDisplay:
        """Draw.

        Parameters
        ----------
        ax : matplotlib axes, optional
        name : str, optional
            Title, instead of the origin with n.
        **kwargs
            Of matplotlib's ``errorbar``.
        """
        self.ax_ = axes_of(ax, 5, 5)
        self.figure_ = self.ax_.figure
        t = self.table
        style = {
            "color": colour_of(self.origin),
            "marker": "o",
            "markersize": 5,
            "linewidth": 1,
            "capsize": 3,
            **kwargs,
        }
        self.ax_.plot([0, 1], [0, 1], color="#888", linestyle=":", linewidth=1, zorder=0)
        self.errorbar_ = self.ax_.errorbar(
            t["predicted"], t["observed"], yerr=np.abs([t["observed"] - t["low"], t["high"] - t["observed"]]), **style
        )  # fmt: skip
        total = int(t["n"].sum())
        self.ax_.set(
            xlim=(-0.03, 1.03), ylim=(-0.03, 1.03), aspect="equal",
            xlabel="predicted at the set's own prevalence", ylabel="observed share of risky ones",
        )  # fmt: skip
        least, most = int(t["n"].min()), int(t["n"].max())
        size = f"{least:,}" if least == most else f"{least:,} to {most:,}"
        self.ax_.set_title(
            name
            or f"{self.origin}\nn = {total:,} in {len(t)} bins of {size}\ncalibration error {self.error:.3f}",
            fontsize="medium",
        )
        self.ax_.grid(alpha=0.3, linewidth=0.5)
        return self


class AlertWorthDisplay:
    """What an alert is worth: the share of alerts that are right, at several base rates.

    Parameters
    ----------
    table : DataFrame
        Of `recruitrisk.review.review_tables.alert_table`.
    """

    def __init__(self, *, table: pd.DataFrame) -> None:
        self.table = table

    @classmethod
    def from_predictions(
        cls,
        y_true: ArrayLike,
        y_score: ArrayLike,
        *,
        line: float,
        base_rates: Sequence[float] = (1e-2, 1e-3, 1e-5),
        origin: str = "yours",
        ax: Any = None,
    ) -> AlertWorthDisplay:
        """Draw from labels (0, 1) and scores, of which those from `line` on are alerts."""
        y, score = _binary(y_true), np.asarray(y_score, dtype=np.float64)
        hits, alarms = int((score[y] >= line).sum()), int((score[~y] >= line).sum())
        (f_low, f_high), (w_low, w_high) = wilson(hits, int(y.sum())), wilson(alarms, int((~y).sum()))
        rows = [
            {
                "origin": origin, "band": f"from {line:g}", "base_rate": r, "worth": _worth(r, hits / y.sum(), alarms / (~y).sum()),
                "worth_low": _worth(r, f_low, w_high), "worth_high": _worth(r, f_high, w_low),
                "risky": int(y.sum()), "genuine": int((~y).sum()), "false_alarms": alarms / (~y).sum(),
            }
            for r in base_rates
        ]  # fmt: skip
        return cls(table=pd.DataFrame(rows)).plot(ax)

    def plot(self, ax: Any = None) -> AlertWorthDisplay:
        """Draw: one row a base rate and band, one mark an origin; bars are 95 % Wilson ends at their worse and better."""
        self.ax_ = axes_of(ax, 8, 5)
        self.figure_ = self.ax_.figure
        t = self.table
        rows = list(dict.fromkeys(zip(t["base_rate"], t["band"], strict=True)))
        origins = list(dict.fromkeys(t["origin"]))
        for number, origin in enumerate(origins):
            part = t[t["origin"] == origin]
            n = f"{part['genuine'].iloc[0]:,} genuine, {part['risky'].iloc[0]:,} risky"
            y = [rows.index(key) for key in zip(part["base_rate"], part["band"], strict=True)]
            shift = (number - (len(origins) - 1) / 2) * 0.24
            middle = part["worth"].to_numpy()
            low, high = part["worth_low"].to_numpy(), part["worth_high"].to_numpy()
            at = np.array(y) + shift
            self.ax_.hlines(at, low, high, color=colour_of(origin), linewidth=2, alpha=0.55)
            (marks,) = self.ax_.plot(
                middle, at, "o", color=colour_of(origin), markersize=5, label=f"{origin} ({n})"
            )
            none = (part["false_alarms"] == 0).to_numpy()  # no false alarm in the set: the mark says nothing
            self.ax_.plot(
                middle[none], at[none], "o", color="white", markersize=3.2, zorder=marks.get_zorder() + 1
            )
        self.ax_.set_yticks(
            range(len(rows)), [f"{band}\nbase rate {100 * rate:g} %" for rate, band in rows], fontsize="small"
        )
        self.ax_.set(
            xscale="log", xlim=(min(1e-4, float(t["worth_low"].min())), 1.15), ylim=(len(rows) - 0.5, -0.5),
            xlabel="share of alerts that are right (logarithmic); hollow: no false alarm in the set",
        )  # fmt: skip
        self.ax_.grid(axis="x", alpha=0.3, which="both", linewidth=0.5)
        self.ax_.legend(loc="upper center", bbox_to_anchor=(0.45, -0.12), fontsize="small", frameon=False)
        return self


def _worth(rate: float, found: float, wrong: float) -> float:
    flagged = rate * found + (1 - rate) * wrong
    return float(rate * found / flagged) if flagged > 0 else float("nan")
