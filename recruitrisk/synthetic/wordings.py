"""The stock of wordings: scenes (whole marked conversations) and single sentences by indicator.

Scenes are ``scenes/<writer><nn>.jsonl``; each was invented by hand (machine-written, reviewed by checks) and is
marked sentence by sentence. Sentences stand beside the catalogue in
``recruitrisk/indicators/wordings/<id>.jsonl``. Everything belongs to a *family*, so that whole
families can be held out.

Some hundred scenes were marked a second time, blind (``second_marks.jsonl``). There a sentence shows what both
markings say; what only one of them says is disputed: classifiers of words do not learn from it, and a world does not
show it. Elsewhere the first marking stands; ``docs/text_evidence.md`` says how often such a mark is upheld.

To add wordings: append lines to a file there, run ``make wordings`` (checks, vocabulary).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any
from zlib import crc32

from recruitrisk.indicators import ids

__all__ = ["FOLDS", "Piece", "Scene", "SceneMessage", "Stock", "fold_of", "lines", "scenes", "stock"]

FOLDS = 5
"""Families are dealt into so many folds for cross-fitting and hold-outs."""
_FOLDERS = {"scenes": "synthetic/scenes", "wordings": "indicators/wordings"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence of a scene.

    Attributes
    ----------
    text : str
        With placeholders ``{me} {name} {firm} {email} {phone} {url}``.
    shows : frozenset of str
        Indicators that it shows; complete, so every other one is not shown.
    traps : frozenset of str
        Indicators that it only looks like.
    disputed : frozenset of str
        Indicators that one of two markings says it shows.
    twice : bool
        Whether it was marked twice.
    first_only : frozenset of str
        Of the disputed ones, those that the first marking says.
    """

    text: str
    shows: frozenset[str]
    traps: frozenset[str]
    disputed: frozenset[str] = frozenset()
    twice: bool = False
    first_only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SceneMessage:
    """One message of a scene: who wrote it, hours after the first, its pieces."""

    inbound: bool
    hours: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A marked conversation.

    Attributes
    ----------
    key : str
        File and line, e.g. ``a03:17``.
    writer : str
        Letter of the file: who wrote it, independently of the others.
    kind : str
        Story, snake_case.
    label : int or None
        1 risky, 0 genuine, None another harm.
    tier : str
        How plain it is.
    lang : str
        ISO 639-1.
    target, offer : dict
        The recipient's context and the offer, keys as in the file.
    messages : tuple of SceneMessage
    """

    key: str
    writer: str
    kind: str
    label: int | None
    tier: str
    lang: str
    target: dict[str, object]
    offer: dict[str, object]
    messages: tuple[SceneMessage, ...]

    @property
    def family(self) -> str:
        """What is held out together: the file of scenes that were written in one go."""
        return self.key.split(":")[0]

    @property
    def shows(self) -> frozenset[str]:
        """All indicators that its inbound messages show."""
        return frozenset(i for m in self.messages if m.inbound for p in m.pieces for i in p.shows)


@dataclass(frozen=True, slots=True)
class Stock:
    """One sentence beside the catalogue.

    Attributes
    ----------
    text : str
        With placeholders ``{name} {firm} {place} {amount} {topic} {app} {role} {org}``.
    indicator : str
        Id it was written for; empty for ``benign``.
    kind : str
        ``shows``, ``near_miss`` or ``benign``.
    also : frozenset of str
        Other indicators that it shows.
    family : str
        Source and register.
    """

    text: str
    indicator: str
    kind: str
    also: frozenset[str]
    family: str


def fold_of(family: str) -> int:
    """Fold of a family: fixed by its name alone."""
    return crc32(family.encode()) % FOLDS


def lines(kind: str) -> Iterator[tuple[Path, int, dict[str, object]]]:
    """Rows of ``scenes`` or ``wordings``: path, line (from 1) and content, by file and line."""
    folder = Path(str(resources.files("recruitrisk"))) / _FOLDERS[kind]
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
            if line.strip():
                yield path, number, json.loads(line)


def _piece(item: list[object], second: frozenset[str] | None) -> Piece:
    text, marks = str(item[0]), [str(m) for m in item[1]]  # type: ignore[attr-defined]
    first = frozenset(m for m in marks if not m.startswith("~"))
    traps = frozenset(m[1:] for m in marks if m.startswith("~")) - first
    if second is None:
        return Piece(text, first, traps)
    return Piece(text, first & second, traps - second, first ^ second, True, first - second)


def _told(row: dict[str, object]) -> int:
    """Checksum of what is said in a scene: a second marking belongs to these sentences only."""
    said = [[m["by"], [p[0] for p in m["s"]]] for m in row["msgs"]]  # type: ignore[attr-defined]
    return crc32(json.dumps(said, ensure_ascii=False).encode())


@cache
def _second_marks() -> dict[int, dict[tuple[int, int], frozenset[str]]]:
    """Checksum of a scene -> (message, sentence) -> what the second marking says."""
    path = Path(str(resources.files("recruitrisk"))) / "synthetic/second_marks.jsonl"
    found = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        found[int(row["of"])] = {(m, p): frozenset(marks) for m, p, marks in row["marks"]}
    return found


def _scene(name: str, number: int, row: dict[str, object]) -> Scene:
    second = _second_marks().get(_told(row))
    told: list[Any] = list(row["msgs"])  # type: ignore[call-overload]
    messages = tuple(
        SceneMessage(
            m["by"] == "them",
            float(m["h"]),
            tuple(
                _piece(p, None if second is None else second.get((at, n), frozenset()))
                for n, p in enumerate(m["s"])
            ),
        )
        for at, m in enumerate(told)
    )
    label = row["label"]
    return Scene(
        f"{name}:{number}",
        name.rstrip("0123456789"),
        str(row["kind"]),
        None if label is None else int(str(label)),
        str(row.get("tier") or ""),
        str(row.get("lang") or "en"),
        dict(row.get("target") or {}),  # type: ignore[call-overload]
        dict(row.get("offer") or {}),  # type: ignore[call-overload]
        messages,
    )


@cache
def scenes() -> tuple[Scene, ...]:
    """All scenes, by file and line."""
    return tuple(_scene(path.stem, number, row) for path, number, row in lines("scenes"))


@cache
def stock() -> tuple[Stock, ...]:
    """All single sentences, by file and line."""
    known = set(ids())
    return tuple(
        Stock(
            str(row["text"]),
            path.stem if path.stem in known else "",
            str(row["kind"]),
            frozenset(str(i) for i in row.get("also", [])),  # type: ignore[attr-defined]
            str(row["family"]),
        )
        for path, _, row in lines("wordings")
    )
