"""Labelled approaches, in whichever form they come: conversations, a table of your own, the synthetic world.

A table of your own (CSV, Parquet, data frame) is a table of approaches with a column ``label`` (1 / 0 / risky / genuine; empty
for another harm). Columns named as an indicator, and ``indicators`` (ids, a space between), are what *you* found: where
there is text they are the truth that the model is measured by and are not shown to it; where there is none they are
all that it can read, and the signs themselves are then not measured. ``lang``, ``name_origin``, ``tier`` and ``kind`` are
groups to tell apart.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from recruitrisk.approach import Approach
from recruitrisk.errors import ReadError
from recruitrisk.evidence import SHOWN
from recruitrisk.indicators import CATALOGUE, ids
from recruitrisk.parameters import check_many
from recruitrisk.reading import approaches_from_frame, read_approaches
from recruitrisk.review.conversations import Conversation, read_conversations, tables
from recruitrisk.review.origins import origin_of_locale, region_of
from recruitrisk.synthetic import Synthetic, scenes
from recruitrisk.synthetic.draw import Draw
from recruitrisk.synthetic.people import person

__all__ = [
    "GROUPS", "Data", "LabelledSet", "Marked", "independent_path", "independent_set", "labelled_conversations", "labelled_set",
    "labelled_world",
]  # fmt: skip

Floats = NDArray[np.float64]
Data: TypeAlias = str | os.PathLike[str] | pd.DataFrame | Synthetic | Sequence[Conversation]
"""What can be reviewed."""

GROUPS = ("lang", "name_origin", "region", "tier", "kind")
"""Columns of `LabelledSet.groups`."""

_UNMARKED = frozenset({"donation_leverage", "coercion"}) | {
    i.id for i in CATALOGUE if i.direction == "lowers"
}
_LABELS = {
    "1": 1,
    "1.0": 1,
    "risky": 1,
    "0": 0,
    "0.0": 0,
    "genuine": 0,
    "": -1,
    "nan": -1,
    "none": -1,
    "<na>": -1,
    "other": -1,
}
_LABEL_COLUMNS = ("label", "truth_label")
_INDICATOR_COLUMNS = ("indicators", "truth_indicators")
_SYNTHETIC_ID = re.compile(r"S(\d+)-(\d+)")


@dataclass(frozen=True, slots=True)
class Marked:
    """What is truly in one approach.

    Attributes
    ----------
    indicators : frozenset of str
        Shown.
    evidence, traps : mapping of str to str
        Indicator -> exact piece of an inbound message that shows it / that only looks like it.
    """

    indicators: frozenset[str] = frozenset()
    evidence: Mapping[str, str] = field(default_factory=dict)
    traps: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Labelled approaches of one origin.

    Attributes
    ----------
    origin : str
        ``independent``, ``synthetic, wordings seen``, ``yours``; behind a comma ``messages alone``.
    approaches : list of Approach
    labels : ndarray, shape (n,)
        1 risky, 0 genuine, -1 another harm.
    truth : ndarray, shape (n, n_indicators)
        1 shown, 0 not, NaN not marked.
    marks : list of Marked
    groups : DataFrame
        Columns `GROUPS`, one row an approach; empty where unknown.
    """

    origin: str
    approaches: list[Approach]
    labels: NDArray[np.int64]
    truth: Floats
    marks: list[Marked]
    groups: pd.DataFrame

    @property
    def has_profiles(self) -> bool:
        """Whether anything but messages is known."""
        return any(a.fields for a in self.approaches)

    @property
    def has_text(self) -> bool:
        """Whether there is any message to read."""
        return any(m.inbound for a in self.approaches for m in a.messages)

    def messages_alone(self) -> LabelledSet:
        """The same without profiles, firms and offers: the usual case of a LinkedIn export."""
        bare = [Approach(a.approach_id, a.messages) for a in self.approaches]
        return replace(self, origin=f"{self.origin}, messages alone", approaches=bare)


def independent_path() -> Path:
    """The independent set: inside of the installed package, or in the source tree."""
    base = Path(str(resources.files("recruitrisk")))
    packaged = base / "evaluation" / "independent.jsonl"
    return packaged if packaged.is_file() else base.parent / "data" / "evaluation" / "independent.jsonl"


def independent_set(*, profiles: bool = True) -> LabelledSet:
    """The independent set that ships: machine-written by others, no real traffic."""
    return labelled_conversations(read_conversations(independent_path()), "independent", profiles=profiles)


def labelled_conversations(
    conversations: Sequence[Conversation], origin: str = "yours", *, profiles: bool = True
) -> LabelledSet:
    """Conversations as the evaluation sets hold them.

    Parameters
    ----------
    conversations : sequence of Conversation
    origin : str
    profiles : bool
        False leaves all out but the messages.
    """
    items = list(conversations)
    approaches = approaches_from_frame(*tables(items, profiles=profiles))[0] if items else []
    truth = [[np.nan if i in _UNMARKED else float(i in c.indicators) for i in ids()] for c in items]
    groups = pd.DataFrame(
        {
            "lang": [c.lang for c in items],
            "name_origin": [c.group for c in items],
            "region": [region_of(c.cells.get("recipient_country", "")) for c in items],
            "tier": [c.tier for c in items],
            "kind": [c.kind for c in items],
        }
    )
    return LabelledSet(
        origin if profiles else f"{origin}, messages alone",
        approaches,
        np.array([-1 if c.label is None else c.label for c in items], dtype=np.int64),
        np.array(truth, dtype=np.float64).reshape(len(items), len(ids())),
        [Marked(c.indicators, c.evidence, c.traps) for c in items],
        groups,
    )


def labelled_world(world: Synthetic, origin: str = "synthetic, wordings seen") -> LabelledSet:
    """A synthetic world. The shipped model has seen its wordings, so figures of it are too good.

    Parameters
    ----------
    world : Synthetic
        From `recruitrisk.synthesise`.
    origin : str
    """
    frame = world.frame
    approaches, _ = approaches_from_frame(frame, world.messages)
    truth = np.array([[float(i in shows) for i in ids()] for shows in world.shows])
    pieces = frame["truth_evidence"].map(json.loads).tolist()
    return LabelledSet(
        origin,
        approaches,
        np.array([-1 if x is None else x for x in world.labels], dtype=np.int64),
        truth,
        [Marked(frozenset(s), e) for s, e in zip(world.shows, pieces, strict=True)],
        _synthetic_groups(frame),
    )


def labelled_set(
    data: Data, messages: str | os.PathLike[str] | pd.DataFrame | None = None, *, origin: str | None = None
) -> LabelledSet:
    """Labelled approaches in any of the forms that can be reviewed.

    Parameters
    ----------
    data : path, DataFrame, Synthetic or sequence of Conversation
        JSON Lines of conversations (``.jsonl``), a table of approaches with a column ``label``, a synthetic world.
    messages : path or DataFrame, optional
        ``approach_id, sent_at, direction, text``; goes with a table.
    origin : str, optional
        How figures of it are called; ``yours`` by default.

    Returns
    -------
    LabelledSet

    Raises
    ------
    ReadError
        Can't be read, no column ``label``, or a label that is none.

    Examples
    --------
    >>> mine = pd.DataFrame({"message": ["Hello", "We pay cash for a report"], "label": ["genuine", "risky"]})
    >>> labelled_set(mine).labels.tolist()
    [0, 1]
    """
    if isinstance(data, Synthetic):
        return labelled_world(data, origin or "synthetic, wordings seen")
    if isinstance(data, pd.DataFrame):
        approaches, _ = approaches_from_frame(data, messages if isinstance(messages, pd.DataFrame) else None)
        return _from_table(data, approaches, origin, "the table", range(1, len(data) + 1), "row")
    if isinstance(data, str | os.PathLike):
        name = os.fspath(data)
        if name.endswith((".jsonl", ".ndjson")):
            return labelled_conversations(read_conversations(name), origin or "yours")
        batch = read_approaches(name, messages=messages)
        return _from_table(batch.frame, batch.approaches(), origin, name, batch.lines, "line")
    expected = "labelled approaches: a path, a DataFrame, a synthetic world or a list of conversations"
    return labelled_conversations(check_many("data", data, Conversation, expected), origin or "yours")


def _from_table(
    frame: pd.DataFrame,
    approaches: list[Approach],
    origin: str | None,
    file: str,
    lines: Iterable[int],
    unit: str,
) -> LabelledSet:
    frame = frame.reset_index(drop=True)
    found = next((c for c in _LABEL_COLUMNS if c in frame.columns), None)
    if found is None:
        raise ReadError(
            f"no column 'label' (1, 0, risky, genuine; empty for another harm); the columns are: {', '.join(map(str, frame.columns[:40]))}",
            file=file, line=1,
        )  # fmt: skip
    labels = []
    for line, cell in zip(lines, frame[found].tolist(), strict=True):
        label = _LABELS.get(str(cell).strip().casefold())
        if label is None:
            reason = f"label {str(cell)[:40]!r}; allowed are 1, 0, risky, genuine, and empty for another harm"
            raise ReadError(
                reason if unit == "line" else f"row {line}: {reason}",
                file=file, line=line if unit == "line" else None, column=found,
            )  # fmt: skip
        labels.append(label)
    listed = next((c for c in _INDICATOR_COLUMNS if c in frame.columns), None)
    has_text = any(m.inbound for a in approaches for m in a.messages)
    truth = np.full((len(frame), len(ids())), np.nan)
    if has_text:  # the user's findings are then what the model is measured by, not what it is told
        for row, approach in enumerate(approaches):
            for column, key in enumerate(ids()):
                if key in approach.marks:
                    truth[row, column] = float(approach.marks[key] >= SHOWN)
        approaches = [replace(a, marks={}) for a in approaches]
        if listed is not None:
            shown = [set(_text(cell).split()) for cell in frame[listed]]
            truth = np.array([[float(i in s) for i in ids()] for s in shown]).reshape(truth.shape)
    marks = [
        Marked(frozenset(k for k, t in zip(ids(), row, strict=True) if t == 1), evidence)
        for row, evidence in zip(truth, _pieces(frame), strict=True)
    ]
    synthetic = found == "truth_label"
    groups = _synthetic_groups(frame) if synthetic else _table_groups(frame)
    name = origin or ("synthetic, wordings seen" if synthetic else "yours")
    return LabelledSet(name, approaches, np.array(labels, dtype=np.int64), truth, marks, groups)


def _text(cell: object) -> str:
    text = str(cell)
    return "" if text.casefold() in ("nan", "none", "<na>") else text


def _pieces(frame: pd.DataFrame) -> list[dict[str, str]]:
    if "truth_evidence" not in frame.columns:
        return [{} for _ in range(len(frame))]
    return [json.loads(cell) if _text(cell) else {} for cell in frame["truth_evidence"]]


def _table_groups(frame: pd.DataFrame) -> pd.DataFrame:
    empty = pd.Series("", index=frame.index, dtype=object)
    out = {name: frame[name].map(_text) if name in frame.columns else empty for name in GROUPS}
    if "region" not in frame.columns and "recipient_country" in frame.columns:
        out["region"] = frame["recipient_country"].map(_text).map(region_of)
    return pd.DataFrame(out)


@cache
def _languages() -> dict[str, str]:
    """Kind of scene -> its language, where all scenes of the kind have the same."""
    found: dict[str, set[str]] = {}
    for scene in scenes():
        found.setdefault(scene.kind, set()).add(scene.lang)
    return {kind: next(iter(langs)) for kind, langs in found.items() if len(langs) == 1}


def _origin_of_name(approach_id: str) -> str:
    """Where the sender's name of a synthetic approach comes from: the first thing that its people are drawn for."""
    match = _SYNTHETIC_ID.fullmatch(approach_id)
    if match is None:
        return ""
    return origin_of_locale(person(Draw(int(match[1]), int(match[2]), "people")).locale)


def _synthetic_groups(frame: pd.DataFrame) -> pd.DataFrame:
    langs = _languages()
    return pd.DataFrame(
        {
            "lang": [langs.get(_text(k), "") for k in frame["truth_kind"]],
            "name_origin": [_origin_of_name(_text(a)) for a in frame["approach_id"]],
            "region": [region_of(_text(c)) for c in frame["recipient_country"]],
            "tier": "",
            "kind": frame["truth_story"].map(_text).tolist(),
        }
    )
