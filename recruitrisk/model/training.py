"""Training: synthetic world -> sentence classifiers, heads, scorer, calibration, one model.

Everything is cross-fitted over *families* of wordings. For each fold the sentence classifiers are fitted on
the other folds' wordings; a world is made of this fold's wordings only and read with them; so no
approach is ever read by classifiers that know its words. The scorer is fitted and its scores
calibrated in the same way. The shipped classifiers are the mean of the folds' ones; the figures in the
manifest are those of the folds left out.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from joblib import Parallel, delayed
from numpy.typing import NDArray

from recruitrisk.approach import Approach
from recruitrisk.evidence import Detector, SentenceMeaning, StrengthHeads
from recruitrisk.evidence.signals import read_signals
from recruitrisk.indicators import CATALOGUE, ids
from recruitrisk.model.calibration import calibrate
from recruitrisk.model.parts import PART_IDS, PartTable, add_composites
from recruitrisk.model.performance import indicator_figures, macro_f1, ranking_figures
from recruitrisk.model.risk_model import RiskModel
from recruitrisk.model.scorecard import KNOTS, AdditiveScorer
from recruitrisk.reading import approaches_from_frame
from recruitrisk.synthetic import FOLDS, Setting, Synthetic, marked_sentences, synthesise
from recruitrisk.text import normalise, tokens

__all__ = ["DIRECTIONS", "CrossFit", "Settings", "cross_fit", "fit_meaning", "train"]

Floats = NDArray[np.float64]
_log = logging.getLogger("recruitrisk")

DIRECTIONS = np.array(
    [1.0 if i.direction == "raises" else -1.0 for i in CATALOGUE] + [1.0] * (len(PART_IDS) - len(CATALOGUE))
)
_UNLIKELY = 0.12
_TRAP = 3.0  # a look-alike counts so many times as what it is not
_NEVER = 1e9  # a combination that is not shown takes nothing off
_OTHER_WEIGHT = 0.4  # other harms are not of the playbook, but they are not honest either


@dataclass(frozen=True, slots=True)
class Settings:
    """What training depends on; all of it stands in the manifest.

    Attributes
    ----------
    n : int
        Approaches of the world, over all folds.
    seed : int
        Seed of the world.
    setting : Setting
        How the world is mixed.
    strength : float
        Inverse penalty of the sentence classifiers.
    ridge : float
        Penalty of the scorer.
    absence_ridge : float
        Penalty on what a sign that is not found takes off, as a multiple: a short text shows few signs, and that
        must not clear it.
    cap : float
        Bound of what specifics may take off, in log-odds.
    false_alarms : tuple of float
        Shares of synthetic genuine approaches at which ``guarded``, ``elevated``, ``high`` begin.
    """

    n: int = 12_000
    seed: int = 20251118
    setting: Setting = Setting()
    strength: float = 10.0
    ridge: float = 4.0
    absence_ridge: float = 300.0
    cap: float = 3.0
    false_alarms: tuple[float, float, float] = (0.20, 0.05, 0.01)


@dataclass(slots=True)
class CrossFit:
    """What the folds left out say.

    Attributes
    ----------
    inputs : ndarray, shape (n, n_indicators, 6)
        Signals.
    truth : ndarray, shape (n, n_indicators)
    labels : ndarray, shape (n,)
        1, 0, or -1 for another harm.
    folds : ndarray, shape (n,)
    kinds : list of str
    scores : ndarray, shape (n,)
        Uncalibrated weight of evidence by models that know neither the words nor the rows.
    """

    inputs: Floats
    truth: Floats
    labels: NDArray[np.int64]
    folds: NDArray[np.int64]
    kinds: list[str]
    scores: Floats


def fit_meaning(strength: float, n_jobs: int) -> tuple[dict[int, SentenceMeaning], SentenceMeaning]:
    """Fit the sentence classifiers, once without each fold, and their mean.

    What a line of the stock shows beyond what it was written for is not marked. Where
    classifiers of the scenes alone (which are marked completely) find it most unlikely, it is taken as not
    shown; elsewhere it stays unknown.
    """
    lines = list(marked_sentences())
    sentences = [[t.text for t in tokens(normalise(line.text))] for line in lines]
    complete = np.array([line.complete for line in lines])
    folds = np.array([line.fold for line in lines])
    weight = np.array([line.weight for line in lines])
    marks = np.full((len(lines), len(CATALOGUE)), np.nan)
    emphasis = np.ones((len(lines), len(CATALOGUE)))
    for at, line in enumerate(lines):
        for column, indicator in enumerate(CATALOGUE):
            if indicator.id in line.shows:
                marks[at, column] = 1.0
            elif line.complete or indicator.id in line.traps:
                marks[at, column] = 0.0
            if indicator.id in line.traps:
                emphasis[at, column] = _TRAP
    rows = np.flatnonzero(complete)
    _, first = SentenceMeaning.fit(
        [sentences[i] for i in rows], marks[rows], np.zeros(len(rows), dtype=np.int64) + np.arange(len(rows)) % 2,
        ids(), weight=weight[rows, None] * emphasis[rows], strength=strength, n_jobs=n_jobs,
    )  # fmt: skip
    for row in np.flatnonzero(~complete).tolist():
        unlikely = 1 / (1 + np.exp(-first.decision(sentences[row]))) < _UNLIKELY
        marks[row] = np.where(np.isnan(marks[row]) & unlikely, 0.0, marks[row])
    return SentenceMeaning.fit(
        sentences, marks, folds, ids(), weight=weight[:, None] * emphasis, strength=strength, n_jobs=n_jobs
    )


def _truth(world: Synthetic) -> Floats:
    return np.array([[1.0 if i in shows else 0.0 for i in ids()] for shows in world.shows])


def _one_fold(
    fold: int, meaning: SentenceMeaning, settings: Settings
) -> tuple[Floats, Floats, NDArray[np.int64], list[str]]:
    world = synthesise(
        settings.n // FOLDS,
        settings.seed,
        start=fold * 10_000_000,
        setting=replace(settings.setting, folds=(fold,)),
    )
    inputs = np.stack([read_signals(a, meaning).inputs for a in _approaches(world)])
    labels = np.array([-1 if x is None else x for x in world.labels])
    return inputs, _truth(world), labels, list(world.frame["truth_kind"])


def _approaches(world: Synthetic) -> list[Approach]:
    frame: pd.DataFrame = world.frame
    return approaches_from_frame(frame, world.messages)[0]


def cross_fit(
    settings: Settings, without: dict[int, SentenceMeaning], *, n_jobs: int = 2
) -> tuple[CrossFit, StrengthHeads]:
    """Read a world fold by fold, and fit heads and scores on what the folds left out say."""
    parts = Parallel(n_jobs=n_jobs)(delayed(_one_fold)(f, without[f], settings) for f in range(FOLDS))
    inputs = np.concatenate([p[0] for p in parts])
    truth = np.concatenate([p[1] for p in parts])
    labels = np.concatenate([p[2] for p in parts])
    folds = np.concatenate([np.full(len(p[2]), f) for f, p in enumerate(parts)])
    kinds = [k for p in parts for k in p[3]]
    heads = StrengthHeads.fit(inputs, truth)
    x = add_composites(np.stack([heads.strengths(row) for row in inputs]))
    scores = np.zeros(len(labels))
    for fold in range(FOLDS):
        rows = folds != fold
        scorer = _scorer(settings).fit(x[rows], labels[rows] == 1, sample_weight=_weights(labels[rows]))
        scores[~rows] = scorer.contributions(x[~rows]).sum(axis=1)
    return CrossFit(inputs, truth, labels, folds, kinds, scores), heads


def _scorer(settings: Settings) -> AdditiveScorer:
    absence = np.where(np.arange(len(PART_IDS)) < len(CATALOGUE), settings.absence_ridge, _NEVER)
    return AdditiveScorer(directions=DIRECTIONS, ridge=settings.ridge, absence_ridge=absence)


def _weights(labels: NDArray[np.int64]) -> Floats:
    return np.where(labels < 0, _OTHER_WEIGHT, 1.0)


def train(
    settings: Settings = Settings(), *, n_jobs: int = 2, name: str = "default"
) -> tuple[RiskModel, CrossFit]:
    """Train a model from a seed.

    Parameters
    ----------
    settings : Settings
    n_jobs : int
        Processes for the folds; the result does not depend on it.
    name : str
        Name of the model.

    Returns
    -------
    tuple of RiskModel and CrossFit
        The model, and what the folds left out say (for review).
    """
    _log.info("fitting the sentence classifiers")
    without, meaning = fit_meaning(settings.strength, n_jobs)
    _log.info("reading the world fold by fold")
    cross, heads = cross_fit(settings, without, n_jobs=n_jobs)
    strengths = np.stack([heads.strengths(row) for row in cross.inputs])
    x = add_composites(strengths)
    scorer = _scorer(settings).fit(x, cross.labels == 1, sample_weight=_weights(cross.labels))
    calibration = calibrate(cross.scores, cross.labels, settings.false_alarms)
    table = PartTable(
        scorer.steps_ * calibration.slope,
        scorer.absent_ * calibration.slope,
        np.array([*KNOTS, 1.0]),
        settings.cap,
        calibration.edges[0],
    )
    parts = np.stack([table.sum(row).parts for row in strengths])
    spread = np.array(
        [
            float(parts[~np.isnan(x[:, j]), j].var()) if (~np.isnan(x[:, j])).any() else 0.0
            for j in range(x.shape[1])
        ]
    )
    evidence = calibration.slope * cross.scores
    holdout = {
        **ranking_figures(cross.labels, evidence),
        "indicators": indicator_figures(cross.truth, strengths),
    }
    holdout["macro_f1"] = holdout["macro_f1_text"] = macro_f1(holdout["indicators"])
    model = RiskModel(
        Detector(meaning, heads), table, spread, calibration.grid, calibration.grid_low, calibration.grid_high,
        calibration.edges, {"settings": _plain(settings), "calibration": calibration.figures, "holdout": holdout}, name,
    )  # fmt: skip
    return model, cross


def _plain(settings: Settings) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(settings)
