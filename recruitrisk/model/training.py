"""Training: synthetic world -> sentence classifiers, heads, scorer, calibration, one model.

Everything is cross-fitted over *families* of wordings. For each fold the sentence classifiers are fitted on
the other folds' wordings; two worlds are made of this fold's wordings only and read with them; so no
approach is ever read by classifiers that know its words. In the first world sentences are told as they were written: from it
the heads learn what shows a sign. From the second, mixed one the risk is learnt. It is not padded to a common length
(``shaped``): the scorer sees strengths of signs alone, and a text with strange sentences between loses what leads to what;
a scorer of such a world ranks scenes that nobody changed worse. The scorer is fitted and its scores calibrated in the
same way. The shipped classifiers are the mean of the folds' ones; the figures in the manifest are those of the folds left
out.
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
from recruitrisk.evidence.meaning import Documents
from recruitrisk.evidence.signals import read_many
from recruitrisk.indicators import CATALOGUE, ids
from recruitrisk.model.calibration import bounded_scores, calibrate, cross_calibrate
from recruitrisk.model.coverage import bin_coverage, hidden_coverage, missing_reach
from recruitrisk.model.parts import LOWERS, PART_IDS, PartTable, add_composites, shows_strong
from recruitrisk.model.performance import indicator_figures, macro_f1, ranking_figures
from recruitrisk.model.points import mean_parts
from recruitrisk.model.provenance import generator_version
from recruitrisk.model.reach import Reach
from recruitrisk.model.risk_model import RiskModel
from recruitrisk.model.scorecard import KNOTS, AdditiveScorer, absence
from recruitrisk.parameters import check_kind
from recruitrisk.reading import approaches_from_frame
from recruitrisk.synthetic import (
    FOLDS,
    SETTINGS,
    MarkedSentence,
    Setting,
    Synthetic,
    marked_sentences,
    synthesise,
)
from recruitrisk.text import normalise, tokens
from recruitrisk.version import __version__

__all__ = [
    "DIRECTIONS",
    "CrossFit",
    "Settings",
    "assemble",
    "cross_fit",
    "fit_meaning",
    "generator_version",
    "train",
]

Floats = NDArray[np.float64]
_log = logging.getLogger("recruitrisk")

DIRECTIONS = np.array(
    [1.0 if i.direction == "raises" else -1.0 for i in CATALOGUE] + [1.0] * (len(PART_IDS) - len(CATALOGUE))
)
_BLOCK = 64  # approaches that are read together
_UNLIKELY = 0.12
_TRAP = 3.0  # a look-alike counts so many times as what it is not
_NEVER = 1e9  # a combination that is not shown takes nothing off
_COVERED = 3_000  # rows on which the interval is measured
_FACTS = frozenset({"cover_company", "thin_profile", "identity_mismatch"})
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
    strength, text_strength : float
        Inverse penalty of the classifiers of sentences and of whole texts.
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
    setting: Setting = SETTINGS["unshaped"]
    strength: float = 10.0
    text_strength: float = 10.0
    ridge: float = 4.0
    absence_ridge: float = 300.0
    cap: float = 3.0
    false_alarms: tuple[float, float, float] = (0.20, 0.05, 0.01)


@dataclass(slots=True)
class CrossFit:
    """What the folds left out say.

    Attributes
    ----------
    inputs : ndarray, shape (n, n_indicators, 7)
        Signals.
    truth : ndarray, shape (n, n_indicators)
        1 truly shown, 0 not.
    labels : ndarray, shape (n,)
        1, 0, or -1 for another harm.
    folds : ndarray, shape (n,)
    kinds : list of str
    scores : ndarray, shape (n,)
        Uncalibrated weight of evidence by models that know neither the words nor the rows.
    absence : float
        Factor of what was not found, within the scores.
    """

    inputs: Floats
    truth: Floats
    labels: NDArray[np.int64]
    folds: NDArray[np.int64]
    kinds: list[str]
    scores: Floats
    absence: float = 1.0


def _documents(lines: list[MarkedSentence], strength: float) -> Documents:
    """The scenes as whole texts; a client that is named in or after the last sentence that leaves it open is not vague."""
    at: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if line.scene:
            at.setdefault(line.scene, []).append(number)
    marks = np.zeros((len(at), len(CATALOGUE)))
    for row, numbers in enumerate(at.values()):
        said = [lines[n].shows for n in numbers]
        shows = frozenset[str]().union(*said)
        vague = max((n for n, s in enumerate(said) if "vague_client" in s), default=-1)
        if any("named_client" in s for s in said[max(vague, 0) :]):
            shows -= {"vague_client"}
        disputed = frozenset[str]().union(*(lines[n].disputed for n in numbers)) - shows
        marks[row] = [np.nan if i.id in disputed else i.id in shows for i in CATALOGUE]
    folds = np.array([lines[numbers[0]].fold for numbers in at.values()])
    return Documents(list(at.values()), marks, folds, strength)


def fit_meaning(settings: Settings, n_jobs: int) -> tuple[dict[int, SentenceMeaning], SentenceMeaning]:
    """Fit the classifiers of sentences and texts, once without each fold, and their mean.

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
            elif indicator.id not in line.disputed and (line.complete or indicator.id in line.traps):
                marks[at, column] = 0.0
            if indicator.id in line.traps:
                emphasis[at, column] = _TRAP
    rows = np.flatnonzero(complete)
    _, first = SentenceMeaning.fit(
        [sentences[i] for i in rows], marks[rows], np.zeros(len(rows), dtype=np.int64) + np.arange(len(rows)) % 2,
        ids(), weight=weight[rows, None] * emphasis[rows], strength=settings.strength, n_jobs=n_jobs,
    )  # fmt: skip
    for row in np.flatnonzero(~complete).tolist():
        unlikely = 1 / (1 + np.exp(-first.decision(sentences[row]))) < _UNLIKELY
        marks[row] = np.where(np.isnan(marks[row]) & unlikely, 0.0, marks[row])
    return SentenceMeaning.fit(
        sentences, marks, folds, ids(), weight=weight[:, None] * emphasis, strength=settings.strength,
        documents=_documents(lines, settings.text_strength), n_jobs=n_jobs,
    )  # fmt: skip


def _truth(world: Synthetic) -> Floats:
    return np.array([[1.0 if i in shows else 0.0 for i in ids()] for shows in world.shows])


def _one_fold(
    fold: int, meaning: SentenceMeaning, settings: Settings, setting: Setting
) -> tuple[Floats, Floats, NDArray[np.int64], list[str]]:
    world = synthesise(
        settings.n // FOLDS,
        settings.seed,
        start=fold * 10_000_000,
        setting=replace(setting, folds=(fold,)),
    )
    approaches = _approaches(world)
    blocks = (approaches[first : first + _BLOCK] for first in range(0, len(approaches), _BLOCK))
    inputs = np.stack([one.inputs for block in blocks for one in read_many(meaning, block)])
    labels = np.array([-1 if x is None else x for x in world.labels])
    return inputs, _truth(world), labels, list(world.frame["truth_kind"])


def _approaches(world: Synthetic) -> list[Approach]:
    frame: pd.DataFrame = world.frame
    return approaches_from_frame(frame, world.messages)[0]


def cross_fit(
    settings: Settings, without: dict[int, SentenceMeaning], *, n_jobs: int = 2
) -> tuple[CrossFit, StrengthHeads]:
    """Read a world fold by fold, and fit heads and scores on what the folds left out say."""
    read = Parallel(n_jobs=n_jobs)(
        delayed(_one_fold)(f, without[f], settings, setting)
        for setting in (SETTINGS["as_written"], settings.setting)
        for f in range(FOLDS)
    )
    written, parts = read[:FOLDS], read[FOLDS:]
    heads = StrengthHeads.fit(
        np.concatenate([p[0] for p in written]), np.concatenate([p[1] for p in written])
    )
    inputs = np.concatenate([p[0] for p in parts])
    truth = np.concatenate([p[1] for p in parts])
    labels = np.concatenate([p[2] for p in parts])
    folds = np.concatenate([np.full(len(p[2]), f) for f, p in enumerate(parts)])
    kinds = [k for p in parts for k in p[3]]
    strengths = np.stack([heads.strengths(row) for row in inputs])
    x = add_composites(strengths)
    raising, absent, lowering = np.zeros((3, len(labels)))
    for fold in range(FOLDS):
        rows = folds != fold
        scorer = _scorer(settings).fit(x[rows], labels[rows] == 1, sample_weight=_weights(labels[rows]))
        found = scorer.contributions(x[~rows])
        lowering[~rows] = found[:, LOWERS].sum(axis=1)
        absent[~rows] = -(absence(x[~rows], np.array([*KNOTS, 1.0])) @ scorer.absent_)
        raising[~rows] = found.sum(axis=1) - lowering[~rows] - absent[~rows]
    scores, factor = bounded_scores(
        raising, absent, lowering, shows_strong(strengths), labels, settings.cap, settings.false_alarms[0]
    )
    return CrossFit(inputs, truth, labels, folds, kinds, scores, factor), heads


_ABSENCE_SAYS = np.array([at < len(CATALOGUE) and key != "escalation" for at, key in enumerate(PART_IDS)])
"""Parts whose absence may take something off: not combinations, and not what one more message of small talk makes absent."""


def _scorer(settings: Settings) -> AdditiveScorer:
    penalty = np.where(_ABSENCE_SAYS, settings.absence_ridge, _NEVER)
    return AdditiveScorer(directions=DIRECTIONS, ridge=settings.ridge, absence_ridge=penalty)


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
    check_kind("settings", settings, Settings, "a Settings (of recruitrisk.model.training)")
    _log.info("fitting the sentence classifiers")
    without, meaning = fit_meaning(settings, n_jobs)
    _log.info("reading the world fold by fold")
    cross, heads = cross_fit(settings, without, n_jobs=n_jobs)
    return assemble(settings, meaning, heads, cross, name), cross


def assemble(
    settings: Settings, meaning: SentenceMeaning, heads: StrengthHeads, cross: CrossFit, name: str = "default"
) -> RiskModel:
    """Fit scorer, calibration, interval and figures on what was cross-fitted.

    Parameters
    ----------
    settings : Settings
    meaning : SentenceMeaning
    heads : StrengthHeads
    cross : CrossFit
    name : str

    Returns
    -------
    RiskModel
    """
    strengths = np.stack([heads.strengths(row) for row in cross.inputs])
    x = add_composites(strengths)
    scorer = _scorer(settings).fit(x, cross.labels == 1, sample_weight=_weights(cross.labels))
    calibration = calibrate(cross.scores, cross.labels, settings.false_alarms)
    table = PartTable(
        scorer.steps_ * calibration.slope,
        np.where(_ABSENCE_SAYS, scorer.absent_ * calibration.slope * cross.absence, 0.0),
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
    evidence, low, high = cross_calibrate(cross.scores, cross.labels, cross.folds)
    holdout = {
        **ranking_figures(cross.labels, evidence),
        "indicators": indicator_figures(cross.truth, strengths),
    }
    holdout["macro_f1"] = holdout["macro_f1_text"] = macro_f1(holdout["indicators"])
    manifest = {
        "settings": _plain(settings),
        "versions": {"library": __version__, "generator": generator_version()},
        "calibration": calibration.figures,
        "points": mean_parts(parts, x),
        "holdout": holdout,
    }
    model = RiskModel(
        Detector(meaning, heads), table, spread, calibration.grid, calibration.grid_low, calibration.grid_high,
        calibration.edges, manifest, name, Reach.fit(strengths),
    )  # fmt: skip
    used = np.flatnonzero(cross.labels >= 0)[:: max(1, len(cross.labels) // (2 * _COVERED))]
    model = replace(model, missing=missing_reach(model, strengths[used[::2]]))
    holdout["interval"] = {
        "calibration": bin_coverage(
            cross.labels[cross.labels >= 0] == 1, *(v[cross.labels >= 0] for v in (evidence, low, high))
        ),
        **_hidden_figures(model, strengths[used[1::2]]),
    }
    return model


def _hidden_figures(model: RiskModel, strengths: Floats) -> dict[str, object]:
    """Coverage and width when firm and account, or half of all signs, are hidden; on rows that `missing` did not see."""
    half = np.random.default_rng(1).random(strengths.shape) < 0.5
    facts = np.tile(np.array([i.id in _FACTS for i in CATALOGUE]), (len(strengths), 1))
    return {
        "firm and account hidden": hidden_coverage(model, strengths, facts),
        "half of all signs hidden": hidden_coverage(model, strengths, half),
    }


def _plain(settings: Settings) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(settings)
