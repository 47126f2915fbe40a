"""Hold-outs: unseen playbooks and families, unseen words, and how hard the world is at each point of the dial."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from recruitrisk.indicators import CATALOGUE
from recruitrisk.model import RiskModel
from recruitrisk.model.parts import add_composites
from recruitrisk.model.performance import wilson
from recruitrisk.reading import approaches_from_frame
from recruitrisk.review.audit.ranking import Figure, auroc
from recruitrisk.review.audit.worlds import cross_scores, labelled, scorer, true_strengths
from recruitrisk.synthetic import FOLDS, Setting, Synthetic, synthesise
from recruitrisk.synthetic.kinds import stories

__all__ = [
    "DIFFICULTIES", "StoryFigure", "difficulty_curve", "families", "hidden_words", "model_scores", "playbooks", "shown_counts",
    "single_signs",
]  # fmt: skip

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
DIFFICULTIES = (0.0, 0.25, 0.5, 0.75, 1.0)
_FALSE_ALARMS = 0.05


@dataclass(frozen=True, slots=True)
class StoryFigure:
    """How one story fares.

    Attributes
    ----------
    key, name, story, source : str
        From `recruitrisk.synthetic.kinds`.
    n : int
        Approaches that tell it.
    seen, unseen : Figure
        Share found (playbooks) or raised falsely (families) at 5 % false alarms overall, when the story was, and when it
        was not, among the training rows.
    """

    key: str
    name: str
    story: str
    source: str
    n: int
    seen: Figure
    unseen: Figure


def _share(hits: Bools) -> Figure:
    low, high = wilson(int(hits.sum()), len(hits))
    return Figure(float(hits.mean()) if len(hits) else float("nan"), low, high, len(hits))


def _deal(n: int, parts: int) -> NDArray[np.int64]:
    return np.arange(n) % parts


def single_signs(world: Synthetic) -> list[tuple[str, Figure]]:
    """AUROC of each true sign alone, turned so that what lowers counts downwards; the largest first."""
    rows, y = labelled(world)
    x = np.nan_to_num(true_strengths(world)[rows])
    found = [
        (i.id, auroc(y, x[:, j] if i.direction == "raises" else -x[:, j])) for j, i in enumerate(CATALOGUE)
    ]
    return sorted(found, key=lambda pair: -pair[1].value)


def _stories(world: Synthetic, rows: NDArray[np.int64]) -> NDArray[np.str_]:
    return np.asarray(world.frame["truth_story"].to_numpy(dtype=str)[rows])


def _line(score: Floats, y: Bools) -> float:
    return float(np.quantile(score[~y], 1 - _FALSE_ALARMS))


def playbooks(world: Synthetic) -> list[StoryFigure]:
    """Share of each playbook that is found at 5 % false alarms when it is left out of training.

    True signs are read and the scorer is fitted on two halves: both figures of a playbook are of rows that the
    scorer did not see; for `unseen` no other row of that playbook was seen either.
    """
    rows, y = labelled(world)
    x, told = true_strengths(world)[rows], _stories(world, rows)
    half = _deal(len(y), 2)
    seen = cross_scores(x, y, list(half))
    full = add_composites(x)
    out = []
    for story in stories(1):
        mine = (told == story.key) & y
        if not mine.any():
            continue
        hits = np.zeros(len(y), dtype=bool)
        for part in (0, 1):
            model = scorer().fit(full[(half != part) & ~mine], y[(half != part) & ~mine])
            score = model.decision_function(full[half == part])
            hits[half == part] = score > _line(score, y[half == part])
        with_it = np.concatenate(
            [seen[mine & (half == p)] > _line(seen[half == p], y[half == p]) for p in (0, 1)]
        )
        out.append(
            StoryFigure(
                story.key,
                story.name,
                story.story,
                story.source,
                int(mine.sum()),
                _share(with_it),
                _share(hits[mine]),
            )
        )
    return out


def families(world: Synthetic) -> list[StoryFigure]:
    """False alarms on each genuine family, seen and left out (a fifth of the families at a time)."""
    rows, y = labelled(world)
    x, told = true_strengths(world)[rows], _stories(world, rows)
    known = [s for s in stories(0) if ((told == s.key) & ~y).any()]
    half = _deal(len(y), 2)
    seen = cross_scores(x, y, list(half))
    full = add_composites(x)
    alarms = np.zeros(len(y), dtype=bool)
    for fifth in range(5):
        mine = np.isin(told, [s.key for s in known[fifth::5]]) & ~y
        for part in (0, 1):
            model = scorer().fit(full[(half != part) & ~mine], y[(half != part) & ~mine])
            score = model.decision_function(full[half == part])
            line = _line(score[~mine[half == part]], y[half == part][~mine[half == part]])
            at = np.flatnonzero(half == part)[mine[half == part]]
            alarms[at] = score[mine[half == part]] > line
    before = np.zeros(len(y), dtype=bool)
    for part in (0, 1):
        before[half == part] = seen[half == part] > _line(seen[half == part], y[half == part])
    return [
        StoryFigure(
            s.key, s.name, s.story, s.source, int(mine.sum()), _share(before[mine]), _share(alarms[mine])
        )
        for s in known
        for mine in [(told == s.key) & ~y]
    ]


def model_scores(model: RiskModel, world: Synthetic) -> Floats:
    """Weight of evidence by a shipped model, which knows these words, shape (n,)."""
    approaches = approaches_from_frame(world.frame, world.messages)[0]
    return np.array([model.assess(a).sum.total for a in approaches])


def hidden_words(n: int, seed: int, setting: Setting = Setting()) -> dict[str, Figure]:
    """A bag of words on families of wordings that it did not see, beside true signs on the same rows.

    For each fold a world is made of its wordings only; words and pairs of words are learnt on the four others.

    Returns
    -------
    dict
        ``bag of words, families held out``, ``bag of words, families seen``, ``true signs``.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    texts: list[str] = []
    ys, folds, strengths = [], [], []
    for fold in range(FOLDS):
        world = synthesise(n // FOLDS, seed, start=fold * 10_000_000, setting=replace(setting, folds=(fold,)))
        rows, y = labelled(world)
        texts += list(world.frame["message"].to_numpy()[rows])
        ys.append(y)
        folds.append(np.full(len(y), fold))
        strengths.append(true_strengths(world)[rows])
    target, at, x = np.concatenate(ys), np.concatenate(folds), np.concatenate(strengths)
    out: dict[str, Figure] = {}
    for name, groups in (
        ("bag of words, families held out", at),
        ("bag of words, families seen", _deal(len(at), FOLDS)),
    ):
        score = np.zeros(len(target))
        for group in range(FOLDS):
            bag = make_pipeline(
                TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True),
                LogisticRegression(C=10.0, max_iter=300),
            )
            train, test = np.flatnonzero(groups != group), np.flatnonzero(groups == group)
            bag.fit([texts[i] for i in train], target[train])
            score[test] = bag.decision_function([texts[i] for i in test])
        out[name] = auroc(target, score)
    out["true signs"] = auroc(target, cross_scores(x, target, list(at)))
    return out


def difficulty_curve(n: int, seed: int, model: RiskModel | None) -> list[tuple[float, Figure, Figure | None]]:
    """AUROC along the dial: true signs (two-fold), and the shipped model on a quarter of the rows."""
    out: list[tuple[float, Figure, Figure | None]] = []
    for difficulty in DIFFICULTIES:
        setting = Setting.at_difficulty(difficulty)
        world = synthesise(n, seed, setting=setting)
        rows, y = labelled(world)
        true = auroc(y, cross_scores(true_strengths(world)[rows], y, list(_deal(len(y), 2))))
        if model is None:
            out.append((difficulty, true, None))
            continue
        part = synthesise(max(n // 4, 20), seed, setting=setting)
        rows, y = labelled(part)
        out.append((difficulty, true, auroc(y, model_scores(model, part)[rows])))
    return out


def shown_counts(world: Synthetic) -> dict[int, Counter[int]]:
    """How many raising signs approaches show, by class."""
    raising = {i.id for i in CATALOGUE if i.direction == "raises"}
    out: dict[int, Counter[int]] = {0: Counter(), 1: Counter()}
    for label, shows in zip(world.labels, world.shows, strict=True):
        if label is not None:
            out[label][len(shows & raising)] += 1
    return out
