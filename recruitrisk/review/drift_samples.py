"""What is compared of a scored batch, or of the world that a model was trained on."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from recruitrisk.errors import ReadError, UsageError
from recruitrisk.evidence import SHOWN
from recruitrisk.indicators import ids
from recruitrisk.model import DEFAULT_BASE_RATE, NOT_ASSESSABLE, RiskModel, load_model
from recruitrisk.parameters import check_kind, check_share
from recruitrisk.places import kind_of
from recruitrisk.reading import approaches_from_frame
from recruitrisk.review.figures import percent
from recruitrisk.synthetic import synthesise

__all__ = ["Sample", "scored_sample", "training_sample"]

Floats = NDArray[np.float64]
_LEAST = 30
_ROWS = 1200
_COLUMNS = ("risk", "risk_band", "risk_evidence", "risk_coverage")


@dataclass(frozen=True, slots=True)
class Sample:
    """What is compared of a batch.

    Attributes
    ----------
    name : str
    evidence : ndarray, shape (n,)
        Weight of evidence: logit(risk) - logit(base rate).
    coverage : ndarray, shape (n,)
        Share of indicators that could be assessed.
    shown : ndarray of bool, shape (n, n_indicators)
        Which indicators are shown.
    weights : ndarray, shape (n,)
        Add up to n; not all 1 where the classes are weighted to a base rate.
    """

    name: str
    evidence: Floats
    coverage: Floats
    shown: NDArray[np.bool_]
    weights: Floats

    @property
    def n(self) -> float:
        """Number of approaches that count as much (Kish): n where all weights are 1."""
        return float(self.weights.sum() ** 2 / (self.weights**2).sum())


def training_sample(
    model: RiskModel | None = None,
    base_rate: float = DEFAULT_BASE_RATE,
    *,
    n: int = _ROWS,
    seed: int = 20251119,
) -> Sample:
    """The reference of training: a fresh synthetic world read by the model, its classes weighted to a base rate.

    Parameters
    ----------
    model : RiskModel, optional
        The shipped one by default.
    base_rate : float
        Share of risky approaches; the genuine ones are the rest.
    n : int
        Approaches of the world.
    seed : int
        Another one than training's.

    Notes
    -----
    The manifest of a model holds figures, no histograms, and those of a world at its own prevalence would not serve a
    stream in which one in a hundred is risky. Making and reading the world takes some seconds and always fits the model.
    """
    base_rate = check_share("base_rate", base_rate)
    check_kind("model", model, RiskModel, "a RiskModel (rr.load_model gives one)", optional=True)
    used = load_model() if model is None else model
    world = synthesise(n, seed)
    approaches = approaches_from_frame(world.frame, world.messages)[0]
    labels = np.array([-1 if x is None else x for x in world.labels])
    kept = np.flatnonzero(labels >= 0)
    found = [used.assess(approaches[i]) for i in kept]
    y = labels[kept] == 1
    weights = np.where(y, base_rate / y.mean(), (1 - base_rate) / (1 - y.mean()))
    return Sample(
        f"training (synthetic, base rate {percent(base_rate)})",
        np.array([f.sum.total for f in found]),
        np.round([f.coverage for f in found], 6),  # as a scored table holds it: equal values stay equal
        np.stack([np.nan_to_num(f.findings.strengths) >= SHOWN for f in found]),
        weights,
    )


def _table(source: str | os.PathLike[str] | pd.DataFrame) -> tuple[pd.DataFrame, str, float | None]:
    """A scored table, its name, and the base rate of its run where the record of it lies beside."""
    if isinstance(source, pd.DataFrame):
        return source, "the table", None
    name = os.fspath(source)
    try:
        frame = (
            pd.read_parquet(name)
            if kind_of(name) == "Parquet"
            else pd.read_csv(name, keep_default_na=False, dtype=str)
        )
    except (OSError, ValueError) as problem:
        raise ReadError(
            f"can't be read ({(getattr(problem, 'strerror', None) or str(problem)).splitlines()[0][:80]}); give a scored CSV or Parquet",
            file=name,
        ) from None
    record = Path(f"{name}.run.json")
    rate = None
    if record.is_file():
        try:
            rate = float(json.loads(record.read_text("utf-8"))["base_rate"])
        except (ValueError, KeyError, TypeError):
            raise ReadError("is no record of a run; delete it, or score again", file=str(record)) from None
    return frame, Path(name).name, rate


def scored_sample(
    source: str | os.PathLike[str] | pd.DataFrame, base_rate: float | None = None, *, name: str | None = None
) -> Sample:
    """What is compared of a scored table.

    Parameters
    ----------
    source : path or DataFrame
        As `recruitrisk.score` or ``recruitrisk score`` wrote it.
    base_rate : float, optional
        That it was scored at; that of ``<file>.run.json`` beside it by default, or 0.01.
    name : str, optional
        What to call it.

    Raises
    ------
    ReadError
        Can't be read, or is not scored.
    UsageError
        Fewer than 30 approaches with a risk.
    """
    frame, called, noted = _table(source)
    missing = [c for c in _COLUMNS if c not in frame.columns]
    if missing:
        raise ReadError(
            f"no column {', '.join(missing)}; give a scored table (recruitrisk score ... -o scored.csv)",
            file=None if isinstance(source, pd.DataFrame) else os.fspath(source),
        )
    rate = base_rate if base_rate is not None else noted if noted is not None else DEFAULT_BASE_RATE
    rate = check_share("base_rate", rate)
    kept = frame[frame["risk_band"] != NOT_ASSESSABLE]
    risk = np.clip(pd.to_numeric(kept["risk"], errors="coerce").to_numpy(dtype=np.float64), 1e-9, 1 - 1e-9)
    if len(kept) < _LEAST or np.isnan(risk).any():
        raise UsageError(
            f"{called}: {int((~np.isnan(risk)).sum())} approaches with a risk of {len(kept)}; {_LEAST} or more are needed, each with one"
        )
    signs = [_shown(cell, called) for cell in kept["risk_evidence"]]
    return Sample(
        name or called,
        np.log(risk / (1 - risk)) - np.log(rate / (1 - rate)),
        pd.to_numeric(kept["risk_coverage"]).to_numpy(dtype=np.float64),
        np.array([[i in s for i in ids()] for s in signs]),
        np.ones(len(kept)),
    )


def _shown(cell: object, file: str) -> set[str]:
    """Indicators with evidence, those that lower among them; a mark counts when it says yes."""
    try:
        found = json.loads(str(cell))
        return {key for key, one in found.items() if float(one.get("mark", 1)) >= SHOWN}
    except (ValueError, TypeError, AttributeError):
        raise ReadError(
            f"risk_evidence {str(cell)[:40]!r} is not what scoring wrote", file=file, column="risk_evidence"
        ) from None
