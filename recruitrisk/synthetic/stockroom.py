"""The stockroom: scenes by class, language and turns, and sentences by what they show, of the folds allowed."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from recruitrisk.indicators import CATALOGUE
from recruitrisk.synthetic.balance import balanced
from recruitrisk.synthetic.draw import Draw
from recruitrisk.synthetic.kinds import story_of
from recruitrisk.synthetic.shape import Shape, cut, length, turns
from recruitrisk.synthetic.wordings import Piece, Scene, SceneMessage, fold_of, scenes

__all__ = ["SPECIFICS", "Cell", "Stockroom", "stockroom"]

SPECIFICS = frozenset(i.id for i in CATALOGUE if i.direction == "lowers")
_RAISING = frozenset(i.id for i in CATALOGUE if i.direction == "raises")
_TRIES = 8  # scenes looked at for one of about the length that is wanted
_ENOUGH = 40  # cells with fewer scenes also take shorter ones, to be filled up with plain turns
_ASK = 0.8
_LEAST_SIGNS = 3  # a risky conversation is not cut before it shows so many


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A scene with what its choice depends on."""

    scene: Scene
    length: int
    splits: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Scenes of one class, language and number of turns.

    Attributes
    ----------
    stories : list of tuple
        One a story: its scenes, and the running sums of their weights.
    sums : list of float
        Running sums of the stories' weights: the root of what their scenes weigh, so that large stories come more
        often, but not as much as they are large.
    """

    stories: list[tuple[list[_Candidate], list[float]]]
    sums: list[float]


@dataclass(frozen=True, slots=True)
class Stockroom:
    """What a world is made from.

    Attributes
    ----------
    cells : dict
        (class, language, turns) -> scenes.
    languages : dict of str to int
        Those in which both risky and genuine scenes are there, with the number of scenes.
    alike : dict
        (language, signs) -> sentences that show just these.
    plain : dict of str to list of Piece
        Language -> sentences that show nothing.
    specific : dict of str to list of Piece
        Language -> checkable specifics.
    single : dict
        (language, sign) -> sentences that show it alone.
    replies : dict of str to list of SceneMessage
        Language -> what recipients say.
    """

    cells: dict[tuple[int | None, str, int], Cell]
    languages: dict[str, int]
    alike: dict[tuple[str, frozenset[str]], list[Piece]]
    plain: dict[str, list[Piece]]
    specific: dict[str, list[Piece]]
    single: dict[tuple[str, str], list[Piece]]
    replies: dict[str, list[SceneMessage]]

    def language(self, draw: Draw) -> str:
        """Draw a language; the class does not matter."""
        return draw.weighted(list(self.languages), list(self.languages.values()))

    def scene(self, draw: Draw, label: int | None, lang: str, shape: Shape) -> Scene:
        """Draw a story, then a kind and scene of it, near the shape."""
        cell = self.cells.get((label, lang, shape.turns)) or self.cells[label, "en", shape.turns]
        best, least = cell.stories[0][0][0], math.inf
        for _ in range(_TRIES):
            one = draw.by_sums(*draw.by_sums(cell.stories, cell.sums))
            cost = abs(math.log(one.length / shape.characters)) + 0.3 * abs(one.splits - shape.splits)
            cost += (shape.pay_known and not one.scene.offer.get("amount")) + (
                shape.role_known and not one.scene.offer.get("role")
            )
            if cost < least:
                best, least = one, cost
        return best.scene

    def plain_piece(self, draw: Draw, lang: str, aim: float, asks: float = 0.0) -> Piece | None:
        """A sentence that shows nothing; of a few, the one nearest to `aim` characters, and a question if one is due."""
        pool = self.plain.get(lang)
        if not pool:
            return None
        return min(
            (draw.pick(pool) for _ in range(5)),
            key=lambda p: abs(len(p.text) - aim) / aim + _ASK * abs(asks - p.text.count("?")),
        )

    def reply(self, draw: Draw, lang: str) -> SceneMessage | None:
        """Something that a recipient says."""
        pool = self.replies.get(lang)
        return draw.pick(pool) if pool else None


def _may_be_cut(scene: Scene) -> bool:
    return scene.label != 1 or len(scene.shows & _RAISING) >= _LEAST_SIGNS


def _cells(chosen: list[Scene], most: int = 8) -> dict[tuple[int | None, str, int], Cell]:
    """Scenes by class, language and turns; longer ones cut, shorter ones where there are few."""
    by_turns: dict[tuple[int | None, str, int], list[Scene]] = defaultdict(list)
    for scene in chosen:
        k = turns(scene)
        by_turns[scene.label, scene.lang, min(k, most)].append(scene if k <= most else cut(scene, most))
        for fewer in range(2, min(k, most + 1)):
            if _may_be_cut(short := cut(scene, fewer)):
                by_turns[scene.label, scene.lang, fewer].append(short)
    out: dict[tuple[int | None, str, int], Cell] = {}
    weights = {lang: balanced([s for s in chosen if s.lang == lang]) for lang in {s.lang for s in chosen}}
    for label, lang in {(s.label, s.lang) for s in chosen}:
        for k in range(1, most + 1):
            found = list(by_turns[label, lang, k])
            for fewer in range(k - 1, 0, -1):
                if len(found) >= _ENOUGH:
                    break
                found += by_turns[label, lang, fewer]
            if not found:  # nothing so short: the beginnings of longer ones
                found = [cut(s, k) for s in chosen if (s.label, s.lang) == (label, lang)]
            groups: dict[str, list[_Candidate]] = defaultdict(list)
            for scene in found:
                sent = sum(m.inbound for m in scene.messages)
                groups[story_of(scene).key].append(_Candidate(scene, length(scene), sent - turns(scene)))
            stories = []
            for key in sorted(groups):
                sums = list(accumulate(weights[lang].get(c.scene.key, 1.0) for c in groups[key]))
                stories.append((groups[key], sums))
            out[label, lang, k] = Cell(stories, list(accumulate(math.sqrt(sums[-1]) for _, sums in stories)))
    return out


@lru_cache(maxsize=16)
def stockroom(folds: tuple[int, ...]) -> Stockroom:
    """The stock of some folds.

    Parameters
    ----------
    folds : tuple of int
        Folds of wording families.
    """
    alike: dict[tuple[str, frozenset[str]], list[Piece]] = defaultdict(list)
    plain: dict[str, list[Piece]] = defaultdict(list)
    replies: dict[str, list[SceneMessage]] = defaultdict(list)
    chosen = [s for s in scenes() if fold_of(s.family) in folds]
    for scene in chosen:
        for message in scene.messages:
            if not message.inbound:
                if sum(len(p.text) for p in message.pieces) < 160:
                    replies[scene.lang].append(message)
                continue
            for at, piece in enumerate(message.pieces):
                if not piece.shows and at and 25 < len(piece.text) < 200 and "{" not in piece.text:
                    plain[scene.lang].append(piece)
                if piece.shows and "{" not in piece.text.replace("{me}", ""):
                    alike[scene.lang, piece.shows].append(piece)
    specific: dict[str, list[Piece]] = defaultdict(list)
    single: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for (lang, shows), found in alike.items():
        if shows <= SPECIFICS:
            specific[lang].extend(found)
        elif len(shows) == 1:
            single[lang, next(iter(shows))].extend(found)
    both = {s.lang for s in chosen if s.label == 1} & {s.lang for s in chosen if s.label == 0}
    counts = Counter(s.lang for s in chosen if s.lang in both)
    return Stockroom(
        _cells(chosen), {lang: counts[lang] for lang in sorted(both)}, dict(alike), dict(plain), dict(specific), dict(single),
        dict(replies),
    )  # fmt: skip
