"""Tables of a review (pandas): each row says the origin of its data, n, and an interval where one makes sense."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from recruitrisk.indicators import CATALOGUE
from recruitrisk.model import BANDS, RiskModel
from recruitrisk.model.parts import LOWERS, PART_IDS
from recruitrisk.model.performance import wilson
from recruitrisk.model.points import UNIT, points_table
from recruitrisk.review.review import ReviewedSet

__all__ = [
    "BASE_RATES", "alert_table", "calibration_bins", "in_words", "indicator_table", "records", "roc_table", "shape_table", "summary_table",
    "weight_table",
]  # fmt: skip

BASE_RATES = (1e-2, 1e-3, 1e-5)
"""What an alert is worth is shown at these shares of the playbook in a stream."""

_FIGURES = (
    ("AUROC", "auroc"),
    ("found at 5 % false alarms", "recall_at_5"),
    ("found at 1 % false alarms", "recall_at_1"),
    ("Brier score", "brier"),
    ("calibration error, 10 bins", "calibration_error"),
    ("macro-F1 over indicators", "macro_f1"),
    ("evidence overlap", "overlap"),
    ("exact quotations", "exact_quotations"),
    ("traps fired", "traps_fired"),
)


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of a table, JSON-ready: what is unknown is None.

    Examples
    --------
    >>> records(pd.DataFrame({"a": [1.5, np.nan]}))
    [{'a': 1.5}, {'a': None}]
    """
    plain: list[dict[str, Any]] = table.astype(object).where(table.notna(), None).to_dict("records")
    return plain


def _bounds(figure: dict[str, Any]) -> tuple[float, float]:
    if "low" in figure:
        return figure["low"], figure["high"]
    low, high = figure.get("interval", (np.nan, np.nan))
    return low, high


def summary_table(sets: Iterable[ReviewedSet]) -> pd.DataFrame:
    """All figures: ``origin, figure, value, low, high, n``; 95 % intervals, NaN where there is none."""
    rows = []
    for one in sets:
        for name, key in _FIGURES:
            figure = one.figures.get(key)
            if figure is None:
                continue
            if isinstance(figure, dict):
                n = figure.get("n", one.figures["n"])
                rows.append((one.origin, name, figure["value"], *_bounds(figure), n))
            else:
                rows.append((one.origin, name, figure, np.nan, np.nan, one.figures["n"]))
    return pd.DataFrame(rows, columns=["origin", "figure", "value", "low", "high", "n"])


def roc_table(sets: Iterable[ReviewedSet]) -> pd.DataFrame:
    """Every line: ``origin, evidence_from, false_alarms, found``, each share with its 95 % Wilson interval."""
    parts = []
    for one in sets:
        c = one.curve
        alarms = np.rint(c.false_alarms * c.genuine).astype(int).tolist()
        found = np.rint(c.found * c.risky).astype(int).tolist()
        wrong = np.array([wilson(k, c.genuine) for k in alarms])
        right = np.array([wilson(k, c.risky) for k in found])
        parts.append(
            pd.DataFrame(
                {
                    "origin": one.origin, "evidence_from": c.lines,
                    "false_alarms": c.false_alarms, "false_alarms_low": wrong[:, 0], "false_alarms_high": wrong[:, 1],
                    "found": c.found, "found_low": right[:, 0], "found_high": right[:, 1],
                    "genuine": c.genuine, "risky": c.risky,
                }
            )
        )  # fmt: skip
    return pd.concat(parts, ignore_index=True)


def calibration_bins(sets: Iterable[ReviewedSet]) -> pd.DataFrame:
    """Bins of equal count: ``origin, n, predicted, observed, low, high``, at each set's own prevalence."""
    parts = [pd.DataFrame(one.figures["calibration_bins"]).assign(origin=one.origin) for one in sets]
    return pd.concat(parts, ignore_index=True)[["origin", "n", "predicted", "observed", "low", "high"]]


def in_words(base_rate: float, found: float, false_alarms: float, of: int | None = None) -> tuple[int, str]:
    """What a line does to a stream, in natural frequencies.

    Parameters
    ----------
    base_rate, found, false_alarms : float
        Shares.
    of : int, optional
        Of so many approaches; as many as hold ten of the playbook by default, 1,000 or more.

    Returns
    -------
    tuple
        Of how many, and the sentence.

    Examples
    --------
    >>> in_words(0.01, 0.56, 0.05)[1]
    'of 1,000 approaches 10 are of the playbook; 56 are flagged: 6 rightly, 50 wrongly; missed: 4'
    """
    total = of or max(1000, round(10 / base_rate))
    risky = round(total * base_rate)
    right, wrong = (
        round(risky * found),
        round((total - risky) * false_alarms),
    )  # whole, so that they add up as printed
    return total, (
        f"of {total:,} approaches {risky:,} are of the playbook; {right + wrong:,} are flagged: {right:,} rightly, "
        f"{wrong:,} wrongly; missed: {risky - right:,}"
    )


def alert_table(sets: Iterable[ReviewedSet], base_rates: Sequence[float] = BASE_RATES) -> pd.DataFrame:
    """What an alert is worth, by origin, band (and above) and base rate.

    Returns
    -------
    DataFrame
        ``found`` and ``false_alarms`` with 95 % Wilson intervals; ``worth`` (share of alerts that are right), its ``worth_low``
        and ``worth_high`` from the worse and the better ends of both, so wider than 95 %; ``in_words``. Where a set has no false
        alarm at all ``worth`` is 1 and says nothing; read ``worth_low``.
    """
    rows = []
    for one in sets:
        risky, genuine = one.curve.risky, one.curve.genuine
        for band in BANDS[1:]:
            hits, alarms = one.bands[band]
            found, wrong = hits / risky, alarms / genuine
            (f_low, f_high), (w_low, w_high) = wilson(hits, risky), wilson(alarms, genuine)
            rows += [
                {
                    "origin": one.origin, "band": f"{band} or above" if band != "high" else band, "base_rate": rate,
                    "found": found, "found_low": f_low, "found_high": f_high, "risky": risky,
                    "false_alarms": wrong, "false_alarms_low": w_low, "false_alarms_high": w_high, "genuine": genuine,
                    "worth": _worth(rate, found, wrong), "worth_low": _worth(rate, f_low, w_high),
                    "worth_high": _worth(rate, f_high, w_low), "in_words": in_words(rate, found, wrong)[1],
                }
                for rate in base_rates
            ]  # fmt: skip
    return pd.DataFrame(rows)


def _worth(rate: float, found: float, wrong: float) -> float:
    flagged = rate * found + (1 - rate) * wrong
    return rate * found / flagged if flagged > 0 else float("nan")


def indicator_table(sets: Iterable[ReviewedSet]) -> pd.DataFrame:
    """Hit and false-hit rate of each indicator, with 95 % Wilson intervals.

    Returns
    -------
    DataFrame
        ``origin, indicator, name, cases`` (truly shown), ``others`` (truly not), ``hits, false_hits, hit_rate, hit_low, hit_high,
        false_hit_rate, false_low, false_high, precision, f1``. Indicators with fewer than three cases are left out.
    """
    names = {i.id: i.name for i in CATALOGUE}
    at = {i.id: column for column, i in enumerate(CATALOGUE)}
    rows = []
    for one in sets:
        for key, figure in one.figures.get("indicators", {}).items():
            known = one.indicator_rows
            if one.data is not None:
                known = int((~np.isnan(one.data.truth[:, at[key]])).sum())
            cases, hits = int(figure["cases"]), round(figure["recall"] * figure["cases"])
            others, wrong = known - cases, int(figure["shown"]) - hits
            (low, high), (w_low, w_high) = wilson(hits, cases), wilson(wrong, others)
            rows.append(
                {
                    "origin": one.origin, "indicator": key, "name": names[key], "cases": cases, "others": others, "hits": hits,
                    "false_hits": wrong, "hit_rate": figure["recall"], "hit_low": low, "hit_high": high,
                    "false_hit_rate": wrong / max(others, 1), "false_low": w_low, "false_high": w_high,
                    "precision": figure["precision"], "f1": figure["f1"],
                }
            )  # fmt: skip
    return pd.DataFrame(rows)


def weight_table(model: RiskModel) -> pd.DataFrame:
    """Weight of each part: ``part, name, kind, shown, absent, points_shown, points_absent``.

    Returns
    -------
    DataFrame
        ``shown`` and ``absent`` are mean log-odds where the sign is shown, and where it was looked for and is not; the points
        are whole ones of `recruitrisk.model.points.UNIT` log-odds, to add by hand. The heaviest first.
    """
    means = model.manifest.get("points")
    rows = points_table(model).rows
    shown, absent = (
        ([r.shown * UNIT for r in rows], [r.absent * UNIT for r in rows])
        if means is None
        else (means["shown"], means["absent"])
    )
    kinds = ["raises" if not down else "lowers" for down in LOWERS]
    kinds = [k if at < len(CATALOGUE) else "combination" for at, k in enumerate(kinds)]
    table = pd.DataFrame(
        {
            "part": list(PART_IDS), "name": [r.name for r in rows], "kind": kinds, "shown": shown, "absent": absent,
            "points_shown": [r.shown for r in rows], "points_absent": [r.absent for r in rows],
        }
    )  # fmt: skip
    return table.sort_values("shown", ascending=False, kind="stable").reset_index(drop=True)


def shape_table(model: RiskModel, steps: int = 101) -> pd.DataFrame:
    """Shape of each indicator: what a strength of 0 to 1 adds, in log-odds, other signs being unknown.

    Returns
    -------
    DataFrame
        ``strength`` is the index; one column a part.
    """
    x = np.linspace(0, 1, steps)
    table = model.table
    share = np.clip((x[:, None] - table.knots[:-1]) / np.diff(table.knots), 0, 1)
    rise = share @ table.steps.T - np.clip(1 - 2 * x, 0, 1)[:, None] * table.absent
    rise[:, LOWERS] = np.where(
        x[:, None] < 0.5, rise[:1, LOWERS], rise[:, LOWERS]
    )  # counts only once it is shown
    return pd.DataFrame(rise, index=pd.Index(x, name="strength"), columns=list(PART_IDS))
