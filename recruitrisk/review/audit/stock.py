"""The stock of wordings: nothing of the evaluation texts, no near-copies, every scene in a story."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from recruitrisk.review.review import independent_path
from recruitrisk.synthetic.kinds import OTHER, stories, story_of
from recruitrisk.synthetic.screening import offenders, words
from recruitrisk.synthetic.wordings import scenes, stock

__all__ = ["Copies", "Stories", "count_stories", "evaluation_runs", "near_copies"]

_NEAR = 90.0
_RUN = 4
_COMMON = 25  # runs in more sentences than so many are idioms
_LEAST_WORDS = 6
_PLACEHOLDER = re.compile(r"\{\w+\}|\d+")


@dataclass(frozen=True, slots=True)
class Copies:
    """Sentences that stand more than once.

    Attributes
    ----------
    sentences : int
        Of six words or more, looked at.
    same : int
        Those that are, but for case, marks, digits and placeholders, the same as an earlier one.
    near : int
        Those (not the same) with a similarity of 90 or more to an earlier one.
    across : int
        Of both, those whose twin is in a family of another fold.
    """

    sentences: int
    same: int
    near: int
    across: int


@dataclass(frozen=True, slots=True)
class Stories:
    """Scenes and kinds by story.

    Attributes
    ----------
    label : int or None
    declared : int
        Stories of the class, without ``other``.
    scenes, kinds : int
    other : float
        Share of its scenes that no story fits.
    counts : dict of str to int
        Story -> scenes.
    """

    label: int | None
    declared: int
    scenes: int
    kinds: int
    other: float
    counts: dict[str, int]


def evaluation_runs(paths: Sequence[Path] | None = None) -> int:
    """Wordings that share six words in a row with the evaluation texts."""
    folder = independent_path().parent
    return len(offenders(paths or [folder / "independent.jsonl", folder / "attacks_open.json"]))


def _sentences() -> list[tuple[str, int]]:
    from recruitrisk.synthetic.wordings import fold_of

    out = [(p.text, fold_of(s.family)) for s in scenes() for m in s.messages if m.inbound for p in m.pieces]
    return out + [(line.text, fold_of(line.family)) for line in stock()]


def near_copies() -> Copies:
    """Look for sentences that repeat, or nearly repeat, an earlier one."""
    from rapidfuzz import fuzz

    first: dict[str, int] = {}
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    bare: list[str] = []
    folds: list[int] = []
    same = near = across = 0
    for text, fold in _sentences():
        found = words(_PLACEHOLDER.sub(" ", text))
        if len(found) < _LEAST_WORDS:
            continue
        plain, at = " ".join(found), len(bare)
        bare.append(plain)
        folds.append(fold)
        if plain in first:
            same += 1
            across += folds[first[plain]] != fold
            continue
        first[plain] = at
        keys = set(zip(*(found[i:] for i in range(_RUN)), strict=False))
        earlier = {other for key in keys if len(runs[key]) <= _COMMON for other in runs[key]}
        twin = next((o for o in sorted(earlier) if fuzz.ratio(bare[o], plain, score_cutoff=_NEAR)), None)
        if twin is not None:
            near += 1
            across += folds[twin] != fold
        for key in keys:
            runs[key].append(at)
    return Copies(len(bare), same, near, across)


def count_stories() -> list[Stories]:
    """Scenes and kinds of each class by story."""
    out = []
    for label in (1, 0, None):
        mine = [s for s in scenes() if s.label == label]
        counts = Counter(story_of(s).key for s in mine)
        out.append(
            Stories(
                label, len(stories(label)) - 1, len(mine), len({s.kind for s in mine}),
                counts[OTHER[label].key] / len(mine), dict(counts.most_common()),
            )
        )  # fmt: skip
    return out
