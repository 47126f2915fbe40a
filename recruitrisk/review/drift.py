"""Drift: is a batch still like what the model was trained on, or like an earlier batch?

Compared are the weight of evidence, the coverage and the share of approaches that show each indicator. For each: the population
stability index (PSI) beside what chance alone reaches, a test, and the shift that the test finds in 80 % of cases at these
numbers. The tests are corrected for their number (Benjamini-Hochberg, q < 0.05).

*When to act.* ``steady``: nothing moved. ``look``: something moved (q < 0.05) by a PSI of 0.1 or more, or the estimated base rates
exclude each other; read twenty approaches of the batch before going on. ``retrain``: the scores themselves moved by a PSI of 0.25
or more, or a fifth of the indicators moved by 0.1 or more; the figures of the review then no longer describe the stream: extend
the wordings, train, review again. A model is trained on its synthetic world alone, so retraining never means fitting it to a batch.

PSI levels of 0.1 and 0.25 are the usual ones of scorecards; they are conventions.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from recruitrisk.indicators import CATALOGUE
from recruitrisk.model import DEFAULT_BASE_RATE, RiskModel
from recruitrisk.model.base_rate import BaseRate, base_rate_of
from recruitrisk.parameters import check_path, check_share
from recruitrisk.places import check_target, write_whole
from recruitrisk.review.drift_samples import Sample, scored_sample, training_sample
from recruitrisk.review.rendering import render
from recruitrisk.review.review_tables import records

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["Drift", "monitor", "psi"]

Floats = NDArray[np.float64]
_BINS = 10
_ALPHA = 0.05
_LOOK, _RETRAIN = 0.1, 0.25
_MANY = 0.2
_HALF = 0.5  # added to each bin, so that an empty one is not infinitely far
_Z80 = 0.8416212335729143


@dataclass(frozen=True, slots=True, repr=False)
class Drift:
    """How a batch differs from its reference.

    Attributes
    ----------
    table : DataFrame
        One row each for ``score``, ``coverage`` and every indicator: ``what, reference, batch`` (mean or share shown), ``psi``,
        ``psi_by_chance`` (reached in 5 % of cases when nothing changed), ``test``, ``statistic, p, q, moved``, ``detectable`` (the
        shift that the test finds in 80 % of cases: a distance of the two distributions, or a share shown).
    reference, batch : Sample
    reference_rate, batch_rate : BaseRate
        Estimated share of the playbook.
    """

    table: pd.DataFrame
    reference: Sample
    batch: Sample
    reference_rate: BaseRate
    batch_rate: BaseRate

    @property
    def verdict(self) -> str:
        """``steady``, ``look`` or ``retrain``, by the rule of the module's docstring."""
        t = self.table.set_index("what")
        shifted = t["moved"] & (t["psi"] >= _LOOK)
        score = bool(t.loc["score", "moved"]) and float(t.loc["score", "psi"]) >= _RETRAIN
        signs = shifted.drop(["score", "coverage"])
        if score or float(signs.mean()) >= _MANY:
            return "retrain"
        apart = (
            self.reference_rate.high < self.batch_rate.low or self.batch_rate.high < self.reference_rate.low
        )
        return "look" if bool(shifted.any()) or apart else "steady"

    @property
    def advice(self) -> str:
        """What to do, in a sentence."""
        return _ADVICE[self.verdict]

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {
            "verdict": self.verdict,
            "advice": self.advice,
            "reference": {"name": self.reference.name, "n": self.reference.n, "base_rate": asdict(self.reference_rate)},
            "batch": {"name": self.batch.name, "n": self.batch.n, "base_rate": asdict(self.batch_rate)},
            "table": records(self.table),
        }  # fmt: skip

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """The comparison as JSON text; written to `path` when that is given."""
        text = json.dumps(self.as_dict(), indent=1, ensure_ascii=False) + "\n"
        if path is not None:
            check_target(path, "JSON")
            write_whole(path, text)
        return text

    def as_text(self) -> str:
        """For a terminal."""
        t = self.table.sort_values(["moved", "psi"], ascending=False)
        lines = [
            f"reference: {self.reference.name}, n = {self.reference.n:,.0f}; {self.reference_rate.text}",
            f"batch: {self.batch.name}, n = {self.batch.n:,.0f}; {self.batch_rate.text}",
            "",
            f"{'':<22}{'reference':>10}{'batch':>8}{'PSI':>8}{'by chance':>11}{'q':>8}  found in 80 % of cases",
        ]
        lines += [
            f"{r.what:<22}{r.reference:>10.3f}{r.batch:>8.3f}{r.psi:>8.3f}{r.psi_by_chance:>11.3f}{r.q:>8.3f}  {r.detectable}"
            + ("  moved" if r.moved else "")
            for r in t.itertuples()
        ]
        return "\n".join([*lines, "", f"{self.verdict}: {self.advice}"])

    def figure(self) -> Figure:
        """PSI of the scores and indicators that moved farthest.

        Raises
        ------
        UsageError
            matplotlib is not installed.
        """
        from recruitrisk.review.displays_signs import DriftDisplay

        made = DriftDisplay(table=self.table).plot()
        made.ax_.set_title(
            f"{self.batch.name} (n = {self.batch.n:,.0f}) against {self.reference.name} (n = {self.reference.n:,.0f})",
            fontsize="medium",
        )
        figure: Figure = made.figure_
        return figure

    def to_html(self, path: str | os.PathLike[str] | None = None) -> str:
        """One self-contained page; written to `path` when that is given."""
        if path is not None:
            check_target(path, "HTML")
        from recruitrisk.review.reviewed import picture, style_values

        text = render("drift.html.j2", picture=picture(self.figure()), **style_values(), **self._values())
        if path is not None:
            write_whole(path, text)
        return text

    def __repr__(self) -> str:
        return f"<Drift of {self.batch.name} against {self.reference.name}: {self.verdict}>"

    def _repr_html_(self) -> str:
        return render("drift_part.html.j2", **self._values())

    def _values(self) -> dict[str, Any]:
        return {
            "drift": self,
            "rates": (self.reference_rate.text, self.batch_rate.text),
            "rows": self.table.sort_values(["moved", "psi"], ascending=False).to_dict("records"),
        }


_ADVICE = {
    "steady": "nothing moved beyond chance; go on.",
    "look": "something moved; read twenty approaches of this batch before going on.",
    "retrain": (
        "the batch is no longer what the figures of the review describe; look at what moved, extend the wordings, train and "
        "review again, and until then take the risk as a rank alone."
    ),
}


def psi(reference: Floats, batch: Floats) -> float:
    """Population stability index of two histograms over the same bins.

    Parameters
    ----------
    reference, batch : ndarray, shape (n_bins,)
        Counts; half an approach is added to each bin.

    Examples
    --------
    >>> round(psi(np.array([50.0, 50.0]), np.array([90.0, 10.0])), 2)
    0.85
    """
    p, q = (reference + _HALF) / (reference + _HALF).sum(), (batch + _HALF) / (batch + _HALF).sum()
    return float(((q - p) * np.log(q / p)).sum())


def _by_chance(bins: int, n: float, m: float) -> float:
    """PSI that chance reaches in 5 % of cases: (1/n + 1/m) times a chi-square of bins - 1 degrees of freedom."""
    from scipy.stats import chi2

    return float(chi2.ppf(1 - _ALPHA, max(bins - 1, 1)) * (1 / n + 1 / m))


def _of_values(what: str, name: str, a: Sample, b: Sample) -> dict[str, Any]:
    """Two-sample Kolmogorov-Smirnov test, the reference weighted."""
    from scipy.stats import kstwobign

    x, y = getattr(a, name), getattr(b, name)
    order = np.argsort(x)
    rising = np.cumsum(a.weights[order]) / a.weights.sum()
    cuts = np.unique(np.interp(np.arange(1, _BINS) / _BINS, rising, x[order]))
    old = np.bincount(np.searchsorted(cuts, x, side="right"), weights=a.weights, minlength=len(cuts) + 1)
    new = np.bincount(np.searchsorted(cuts, y, side="right"), weights=b.weights, minlength=len(cuts) + 1)
    at = np.union1d(x, y)
    distance = float(np.abs(_share_below(x, a.weights, at) - _share_below(y, b.weights, at)).max())
    scale = np.sqrt(1 / a.n + 1 / b.n)
    reach = (float(kstwobign.isf(_ALPHA)) + _Z80 / 2) * scale
    return {
        "what": what, "reference": float(np.average(x, weights=a.weights)), "batch": float(np.average(y, weights=b.weights)),
        "psi": psi(old * a.n / old.sum(), new * b.n / new.sum()), "psi_by_chance": _by_chance(len(old), a.n, b.n),
        "test": "Kolmogorov-Smirnov", "statistic": distance, "p": float(kstwobign.sf(distance / scale)),
        "detectable": f"distance {min(reach, 1):.2f}",
    }  # fmt: skip


def _share_below(values: Floats, weights: Floats, at: Floats) -> Floats:
    order = np.argsort(values)
    rising = np.r_[0.0, np.cumsum(weights[order]) / weights.sum()]
    return np.asarray(rising[np.searchsorted(values[order], at, side="right")])


def _of_sign(key: str, column: int, a: Sample, b: Sample) -> dict[str, Any]:
    """Chi-square test of two shares; Fisher's exact one where a cell is expected below 5."""
    from scipy.stats import chi2_contingency, fisher_exact

    p, q = (float(np.average(s.shown[:, column], weights=s.weights)) for s in (a, b))
    n, m = a.n, b.n
    counts = np.array([[p * n, (1 - p) * n], [q * m, (1 - q) * m]])
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / counts.sum()
    if expected.min() >= 5:
        test = "chi-square"
        statistic, value = map(float, chi2_contingency(counts, correction=False)[:2])
    else:
        test = "Fisher"
        statistic, value = float("nan"), float(fisher_exact(np.rint(counts).astype(int))[1])
    low, high = _found_shares(p, n, m)
    return {
        "what": key, "reference": p, "batch": q, "psi": psi(counts[0], counts[1]), "psi_by_chance": _by_chance(2, n, m),
        "test": test, "statistic": statistic, "p": value, "detectable": f"share below {low:.3f} or above {high:.3f}",
    }  # fmt: skip


def _found_shares(p: float, n: float, m: float) -> tuple[float, float]:
    """Shares that a two-sided test at 5 % tells from `p` in 80 % of cases (arcsine approximation)."""
    step = (1.959963984540054 + _Z80) * np.sqrt(1 / n + 1 / m)
    angle = 2 * np.arcsin(np.sqrt(p))
    low, high = (np.sin(np.clip(angle + s * step, 0, np.pi) / 2) ** 2 for s in (-1, 1))
    return float(low), float(high)


def monitor(
    reference: str | os.PathLike[str] | pd.DataFrame | Sample,
    batch: str | os.PathLike[str] | pd.DataFrame | Sample,
    *,
    base_rate: float | None = None,
    expected: float = DEFAULT_BASE_RATE,
    model: RiskModel | None = None,
) -> Drift:
    """Compare a scored batch with a reference.

    Parameters
    ----------
    reference : path, DataFrame or Sample
        An earlier scored table that you have looked at, or the word ``training``.
    batch : path, DataFrame or Sample
        A scored table.
    base_rate : float, optional
        That the tables were scored at, where no record lies beside; 0.01 by default.
    expected : float
        For ``training``: the share of risky approaches that you expect in your stream.
    model : RiskModel, optional
        For ``training``; the shipped one by default.

    Returns
    -------
    Drift

    Raises
    ------
    ReadError
        A table can't be read or is not scored.
    UsageError
        Fewer than 30 approaches.

    Notes
    -----
    Against ``training`` a real stream always moves somewhat: the world is synthetic. Take the first batch that you have looked at
    as the reference of the next.
    """
    from scipy.stats import false_discovery_control

    for name, value in (("reference", reference), ("batch", batch)):
        if not isinstance(value, pd.DataFrame | Sample):
            check_path(
                name,
                value,
                "a scored table, as a path or DataFrame,"
                + (" or the word training" if value is reference else ""),
            )
    expected = check_share("expected", expected)
    if base_rate is not None:
        base_rate = check_share("base_rate", base_rate)
    new = batch if isinstance(batch, Sample) else scored_sample(batch, base_rate, name=_named(batch, "batch"))
    if isinstance(reference, Sample):
        old = reference
    elif isinstance(reference, str) and reference == "training":
        old = training_sample(model, expected)
    else:
        old = scored_sample(reference, base_rate, name=_named(reference, "reference"))
    rows = [_of_values("score", "evidence", old, new), _of_values("coverage", "coverage", old, new)]
    rows += [_of_sign(i.id, column, old, new) for column, i in enumerate(CATALOGUE)]
    table = pd.DataFrame(rows)
    table["q"] = false_discovery_control(table["p"])
    table["moved"] = table["q"] < _ALPHA
    return Drift(table, old, new, _estimated(old), _estimated(new))


def _named(source: object, otherwise: str) -> str | None:
    return otherwise if isinstance(source, pd.DataFrame) else None


def _estimated(sample: Sample) -> BaseRate:
    """The base rate of a sample; of a weighted one, of rows drawn by weight."""
    evidence = sample.evidence
    if np.ptp(sample.weights) > 0:
        rng = np.random.default_rng(0)
        evidence = rng.choice(evidence, len(evidence), p=sample.weights / sample.weights.sum())
    return base_rate_of(evidence)
