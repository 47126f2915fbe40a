"""Marked sentences for the classifiers: every piece of the scenes and every line of the stock, filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recruitrisk.indicators import CATALOGUE
from recruitrisk.synthetic.draw import Draw
from recruitrisk.synthetic.people import firm_name, person, slug
from recruitrisk.synthetic.placeholders import fill, fill_free
from recruitrisk.synthetic.wordings import fold_of, scenes, stock

__all__ = ["MarkedSentence", "marked_sentences"]

_STOCK = 0.5  # a line of the stock counts so much: it is marked less completely than a scene


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """One sentence to learn from.

    Attributes
    ----------
    text : str
        Placeholders filled.
    shows, traps : frozenset of str
        What it shows, and what it only looks like.
    disputed : frozenset of str
        What one of two markings says it shows: unknown.
    complete : bool
        Whether everything not in `shows` is known not to be shown.
    weight : float
        Weight in fitting.
    fold : int
        Fold of its family; -1 for the catalogue's own examples, which belong to all.
    writer : str
        Who wrote it: the letter of a scene's file; empty for the stock and the examples.
    scene : str
        Key of the scene that it is a piece of; empty for the stock and the examples.
    """

    text: str
    shows: frozenset[str]
    traps: frozenset[str]
    complete: bool
    weight: float
    fold: int
    writer: str = ""
    scene: str = ""
    disputed: frozenset[str] = frozenset()


def _filled(text: str, *key: int | str) -> str:
    draw = Draw("sentences", *key)
    someone, other, firm = person(draw), person(draw), firm_name(draw)
    phone = f"+{draw.whole(30, 99)} {draw.whole(100, 999)} {draw.whole(1000, 9999)}"
    words = {
        "me": other.first, "name": someone.name, "first": someone.first, "firm": firm,
        "email": f"{slug(someone.first)}@{slug(firm)[:16]}.com", "phone": phone,
        "url": f"https://www.{slug(firm)[:16]}.com", **fill_free(draw),
    }  # fmt: skip
    return fill(text, words)


def marked_sentences() -> Iterator[MarkedSentence]:
    """All marked sentences.

    Pieces of scenes are marked completely. Lines of the stock show at least what they were
    written for; a near miss is a clean negative for its own indicator, a benign line for all.
    The catalogue's own examples belong to every fold.
    """
    for scene in scenes():
        for at, message in enumerate(scene.messages):
            for number, piece in enumerate(message.pieces):
                if message.inbound:
                    text = _filled(piece.text, scene.key, at, number)
                    yield MarkedSentence(
                        text,
                        piece.shows,
                        piece.traps,
                        True,
                        1.0,
                        fold_of(scene.family),
                        scene.writer,
                        scene.key,
                        piece.disputed,
                    )
    none: frozenset[str] = frozenset()
    for number, line in enumerate(stock()):
        text = _filled(line.text, line.family, number)
        if line.kind == "shows":
            yield MarkedSentence(
                text, frozenset({line.indicator}) | line.also, none, False, _STOCK, fold_of(line.family)
            )
        elif line.kind == "near_miss":
            yield MarkedSentence(text, none, frozenset({line.indicator}), False, _STOCK, fold_of(line.family))
        else:
            yield MarkedSentence(text, none, none, False, _STOCK, fold_of(line.family))
    for indicator in CATALOGUE:
        for text in indicator.fires:
            yield MarkedSentence(text, frozenset({indicator.id}), none, False, 1.0, -1)
        for text in indicator.silent:
            yield MarkedSentence(text, none, frozenset({indicator.id}), False, 1.0, -1)
