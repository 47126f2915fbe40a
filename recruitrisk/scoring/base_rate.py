"""The base rate of a table or file, estimated from its scores; off unless asked for."""

from __future__ import annotations

import os
from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from recruitrisk.errors import UsageError
from recruitrisk.model import DEFAULT_BASE_RATE, NOT_ASSESSABLE, RiskModel
from recruitrisk.model.base_rate import BaseRate, base_rate_of
from recruitrisk.parameters import check_kind, check_path, check_share, told
from recruitrisk.reading import approaches_from_frame
from recruitrisk.scoring.files import batches, check_joined
from recruitrisk.scoring.frames import Scorer, shipped_model

__all__ = ["estimate_base_rate", "estimate_base_rate_of_file"]

_NEAR = 1e-9


def estimate_base_rate(
    scores: pd.DataFrame | ArrayLike,
    base_rate: float = DEFAULT_BASE_RATE,
    *,
    messages: pd.DataFrame | None = None,
    model: RiskModel | None = None,
    resamples: int = 400,
    seed: int = 0,
) -> BaseRate:
    """Estimate the share of approaches that are of the playbook, by EM on the scores.

    Parameters
    ----------
    scores : DataFrame or array
        A scored table (with ``risk``), risks, or a table of approaches that is then assessed.
    base_rate : float
        That the risks were scored at; in (0, 1).
    messages : DataFrame, optional
        Goes with a table of approaches.
    model : RiskModel, optional
        For a table of approaches; the shipped one by default.
    resamples, seed : int
        Of the bootstrap.

    Returns
    -------
    BaseRate
        With its 95 % interval. A hint: it takes for granted that the synthetic calibration fits your stream.

    Raises
    ------
    UsageError
        Fewer than 30 approaches with a risk, or a base rate outside of (0, 1).

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> evidence = np.concatenate([rng.normal(-2, 2, 900), rng.normal(2, 2, 100)])
    >>> risks = 1 / (1 + np.exp(-(evidence + np.log(0.01 / 0.99))))
    >>> found = estimate_base_rate(risks, 0.01)
    >>> bool(found.low < 0.1 < found.high)
    True
    """
    base_rate = check_share("base_rate", base_rate)
    check_kind("model", model, RiskModel, "a RiskModel (rr.load_model gives one)", optional=True)
    if isinstance(scores, pd.DataFrame) and "risk" not in scores.columns:
        approaches, _ = approaches_from_frame(scores, messages)
        used = shipped_model() if model is None else model
        found = [used.assess(approach) for approach in approaches]
        evidence = np.array([a.sum.total for a in found if a.band != NOT_ASSESSABLE])
        return base_rate_of(evidence, resamples=resamples, seed=seed)
    if isinstance(scores, pd.DataFrame):
        table = scores[scores["risk_band"] != NOT_ASSESSABLE] if "risk_band" in scores.columns else scores
        scores = table["risk"].to_numpy(dtype=np.float64)
    try:
        risks: NDArray[np.float64] = np.asarray(scores, dtype=np.float64)
    except (TypeError, ValueError):
        risks = np.array([[]])
    if risks.ndim != 1 or (np.nan_to_num(risks) < 0).any() or (np.nan_to_num(risks) > 1).any():
        raise UsageError(
            f"scores is {told(scores)}; a scored table, risks between 0 and 1, or a table of approaches is expected"
        )
    clipped = np.clip(risks[~np.isnan(risks)], _NEAR, 1 - _NEAR)
    evidence = np.log(clipped / (1 - clipped)) - np.log(base_rate / (1 - base_rate))
    return base_rate_of(evidence, resamples=resamples, seed=seed)


def estimate_base_rate_of_file(
    source: str | os.PathLike[str],
    *,
    model: RiskModel | None = None,
    messages: str | None = None,
    profiles: str | None = None,
    columns: Mapping[str, str] | list[str] | str | None = None,
    owner: str | None = None,
) -> BaseRate:
    """Read a file once for its evidence and estimate its base rate; memory holds one number a row.

    Parameters
    ----------
    source : path
        As for `recruitrisk.score_file`; not standard input, which can be read once only.
    model : RiskModel, optional
    messages, profiles, columns, owner : optional
        As for `recruitrisk.score_file`.

    Raises
    ------
    UsageError
        Standard input, or fewer than 30 approaches with a risk.
    ReadError
    """
    check_path("source", source)
    name = os.fspath(source)
    if name == "-":
        raise UsageError(
            "the base rate can't be estimated from standard input, which is read once; give a file"
        )
    check_joined([name], messages, columns, owner)
    scorer = Scorer(model)
    evidence = [
        assessment.sum.total
        for batch in batches(name, messages, profiles, columns, owner)
        for _, assessment in scorer.assess(batch.approaches())
        if assessment.band != NOT_ASSESSABLE
    ]
    return base_rate_of(np.array(evidence))
