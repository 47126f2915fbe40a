"""The leak audit: can the class be told from what must not matter?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from recruitrisk.review.audit.ranking import Figure, auroc
from recruitrisk.synthetic import TRUTH_COLUMNS

__all__ = ["GROUPS", "LeakFigure", "leaks", "nuisance_features"]

Floats = NDArray[np.float64]
_LEAST = 1e-9
_MARKS = {
    "full_stop": r"\.", "comma": ",", "exclamation": "[!！]", "question": "[?？]", "semicolon": ";", "colon": ":",
    "dash": r"[–—]|\s-\s", "quote": '["“”„«»]', "bracket": r"[()]", "apostrophe": "['’]", "line_break": "\n", "slash": "/",
    "ellipsis": r"…|\.\.\.",
}  # fmt: skip
_SPELLING = {
    "small_start": r"(?:\A|[.!?]\s+)[a-z]", "small_i": r"\bi\b", "no_apostrophe": r"\b(?:dont|cant|wont|im|ive|isnt|didnt|youre)\b",
    "doubled": r"([a-z])\1\1|([b-df-hj-np-tv-z])\2(?=[b-df-hj-np-tv-z])", "capitals": "[A-Z]", "shout": r"\b[A-Z]{3,}\b",
    "letters_beyond_ascii": "[^\x00-\x7f]",
}  # fmt: skip
_BINS = 8


@dataclass(frozen=True, slots=True)
class LeakFigure:
    """What two models make of one group of features.

    Attributes
    ----------
    group : str
    features : int
    linear, trees : Figure
        Cross-validated AUROC of a logistic regression and of boosted trees.
    linear_apart, trees_apart : Figure
        The same with all approaches of a scene in one fold, so that no scene is known again.
    """

    group: str
    features: int
    linear: Figure
    trees: Figure
    linear_apart: Figure
    trees_apart: Figure


def _share(texts: pd.Series, pattern: str) -> Floats:
    found = texts.str.count(pattern).to_numpy(dtype=np.float64)
    return np.asarray(found / np.maximum(texts.str.len().to_numpy(dtype=np.float64), 1.0))


def _bins(cells: pd.Series) -> dict[str, Floats]:
    places = cells.map(lambda c: crc32(c.encode()) % _BINS).to_numpy()
    return {f"bin_{b}": np.asarray(places == b, dtype=np.float64) for b in range(_BINS)}


def _length(frame: pd.DataFrame, messages: pd.DataFrame) -> dict[str, Floats]:
    text = frame["message"]
    words = text.str.count(r"\S+").to_numpy(dtype=np.float64)
    sentences = text.str.count(r"[.!?。！？](?:\s|$)").to_numpy(dtype=np.float64)
    inbound = messages[messages["direction"] == "inbound"]
    sizes = inbound["text"].str.len().groupby(inbound["approach_id"])
    order = frame["approach_id"]
    characters = text.str.len().to_numpy(dtype=np.float64)
    return {
        "characters": characters, "words": words, "sentences": sentences, "word_length": characters / np.maximum(words, 1),
        "sentence_length": characters / np.maximum(sentences, 1),
        **{f"message_{name}": sizes.agg(name).reindex(order).to_numpy(dtype=np.float64) for name in ("first", "last", "max", "min")},
    }  # fmt: skip


def _messages(frame: pd.DataFrame, messages: pd.DataFrame) -> dict[str, Floats]:
    order = frame["approach_id"]
    inbound = messages["direction"] == "inbound"
    out = messages[~inbound]
    count = messages.groupby("approach_id").size()
    return {
        "all": count.reindex(order).to_numpy(dtype=np.float64),
        "inbound": messages[inbound].groupby("approach_id").size().reindex(order).to_numpy(dtype=np.float64),
        "outbound": out.groupby("approach_id").size().reindex(order, fill_value=0).to_numpy(dtype=np.float64),
    }


def _sender(frame: pd.DataFrame, _: pd.DataFrame) -> dict[str, Floats]:
    name, place = frame["sender_name"], frame["sender_location"]
    return {
        "name_length": name.str.len().to_numpy(dtype=np.float64), "name_beyond_ascii": _share(name, "[^\x00-\x7f]"),
        "place_length": place.str.len().to_numpy(dtype=np.float64), "place_beyond_ascii": _share(place, "[^\x00-\x7f]"),
        "photo": frame["has_photo"].map({"yes": 1.0, "no": 0.0}).fillna(0.5).to_numpy(),
        **{f"name_{k}": v for k, v in _bins(name).items()}, **{f"place_{k}": v for k, v in _bins(place).items()},
    }  # fmt: skip


def _dates(frame: pd.DataFrame, _: pd.DataFrame) -> dict[str, Floats]:
    when = pd.to_datetime(frame["sent_at"]).dt
    parts = {"year": when.year, "month": when.month, "day": when.day, "weekday": when.day_of_week, "hour": when.hour, "minute": when.minute,
             "second": when.second}  # fmt: skip
    return {k: v.to_numpy(dtype=np.float64) for k, v in parts.items()}


def _pace(frame: pd.DataFrame, messages: pd.DataFrame) -> dict[str, Floats]:
    when = pd.to_datetime(messages["sent_at"]).groupby(messages["approach_id"])
    span = (when.max() - when.min()).dt.total_seconds() / 3600
    return {"hours": span.reindex(frame["approach_id"]).to_numpy(dtype=np.float64)}


def _ids(frame: pd.DataFrame, _: pd.DataFrame) -> dict[str, Floats]:
    number = frame["approach_id"].str[-7:].astype(int).to_numpy(dtype=np.float64)
    return {
        "number": number, "row": np.arange(len(frame), dtype=np.float64), "odd": number % 2, "last_digit": number % 10,
        "profile": frame["sender_profile_url"].str[-3:].map(lambda c: crc32(c.encode()) % 97).to_numpy(dtype=np.float64),
    }  # fmt: skip


def _markup(frame: pd.DataFrame, _: pd.DataFrame) -> dict[str, Floats]:
    text = frame["message"]
    patterns = {"tags": "<[a-z/]", "entities": "&[a-z]+;", "links": "https?://", "breaks": "\n\n"}
    return {k: text.str.count(v).to_numpy(dtype=np.float64) for k, v in patterns.items()}


def _empty(frame: pd.DataFrame, _: pd.DataFrame) -> dict[str, Floats]:
    columns = [c for c in frame.columns if c not in TRUTH_COLUMNS]
    return {c: np.asarray(frame[c] == "", dtype=np.float64) for c in columns if frame[c].eq("").any()}


GROUPS: dict[str, Callable[[pd.DataFrame, pd.DataFrame], dict[str, Floats]]] = {
    "length": _length,
    "number of messages": _messages,
    "punctuation": lambda f, _: {k: _share(f["message"], v) for k, v in _MARKS.items()},
    "spelling and capitals": lambda f, _: {k: _share(f["message"], v) for k, v in _SPELLING.items()},
    "markup": _markup,
    "name, place and photo": _sender,
    "date": _dates,
    "id and row order": _ids,
    "pace": _pace,
    "empty cells": _empty,
}
"""What must not tell the class. The last two are shown beside; ``pace`` is part of a story at times."""
_BESIDE = ("pace", "empty cells")


def nuisance_features(frame: pd.DataFrame, messages: pd.DataFrame, group: str) -> tuple[list[str], Floats]:
    """Names and values (n_approaches, n_features) of one group."""
    columns = GROUPS[group](frame, messages)
    return list(columns), np.column_stack(list(columns.values()))


def leaks(frame: pd.DataFrame, messages: pd.DataFrame, seed: int = 0) -> list[LeakFigure]:
    """Cross-validated AUROC of each group, and of all groups together (but pace and empty cells).

    Parameters
    ----------
    frame, messages : DataFrame
        A synthetic world; rows of other harms are left out.
    seed : int
        Of folds and trees.
    """
    use = frame["truth_label"].isin(("0", "1"))
    frame = frame[use].reset_index(drop=True)
    messages = messages[messages["approach_id"].isin(frame["approach_id"])]
    y = frame["truth_label"].eq("1").to_numpy()
    values = {group: nuisance_features(frame, messages, group)[1] for group in GROUPS}
    every = np.column_stack([v for group, v in values.items() if group not in _BESIDE])
    scene = frame["truth_kind"].to_numpy(dtype=str)
    return [_one(group, v, y, scene, seed) for group, v in [*values.items(), ("all but the last two", every)]]


def _one(group: str, x: Floats, y: NDArray[np.bool_], scene: NDArray[np.str_], seed: int) -> LeakFigure:
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    x = x[:, x.std(axis=0) > _LEAST] if (x.std(axis=0) > _LEAST).any() else x[:, :1]
    linear = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=1000))
    trees = HistGradientBoostingClassifier(
        max_iter=60, learning_rate=0.08, max_leaf_nodes=12, min_samples_leaf=40, random_state=seed
    )
    anyhow = list(StratifiedKFold(5, shuffle=True, random_state=seed).split(x, y))
    apart = list(StratifiedGroupKFold(5, shuffle=True, random_state=seed).split(x, y, scene))
    figures = [
        auroc(y, cross_val_predict(model, x, y, cv=folds, method="predict_proba")[:, 1])
        for folds in (anyhow, apart)
        for model in (linear, trees)
    ]
    return LeakFigure(group, x.shape[1], *figures)
