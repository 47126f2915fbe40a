"""The outer shape of an approach: how many messages, how long, how it is punctuated. Drawn without looking at the class.

A shape is drawn first; then a scene that is near it; then the scene is cut, filled up with plain
turns and sentences or split, until it has it. So neither length nor number of messages tells the class.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Protocol

from recruitrisk.synthetic.draw import Draw
from recruitrisk.synthetic.rates import rate
from recruitrisk.synthetic.wordings import Piece, Scene, SceneMessage

__all__ = ["Shape", "cut", "draw_shape", "fit_length", "grow", "length", "pace", "split", "turns"]

_TURNS = (1, 2, 3, 4, 5, 6, 7, 8)
_TURN_WEIGHTS = (52.0, 26.0, 12.0, 4.5, 2.0, 1.5, 1.0, 1.0)  # own judgement: most approaches are one message
_MEDIAN = 400.0  # characters of one turn; own judgement, near the mean of what the writers wrote
_SPREAD = 0.5
_SHORT, _LONG = 100.0, 2600.0
_PER_TURN = 0.55  # a thread of k turns is k ** 0.55 times as long as one turn
_DENSE = {"zh": 0.3, "ja": 0.4}  # characters that say the same, against English
_NEAR = 0.08
_ASKS = 0.0013  # questions a character


class Filler(Protocol):
    """Where plain sentences and replies come from."""

    def plain_piece(self, draw: Draw, lang: str, aim: float, asks: float = 0.0) -> Piece | None:
        """A sentence that shows nothing, of about `aim` characters, and a question if one is due."""

    def reply(self, draw: Draw, lang: str) -> SceneMessage | None:
        """Something the recipient says."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What an approach looks like from outside.

    Attributes
    ----------
    turns : int
        Runs of inbound messages with no answer between.
    splits : int
        So many times a turn is sent in two messages.
    characters : float
        Of all inbound messages together, before greetings and the like.
    hours : float
        From the first message to the last.
    parts : tuple of float
        How the length is parted among the messages.
    pay_known, role_known : bool
        Whether the columns of the offer are filled.
    """

    turns: int
    splits: int
    characters: float
    hours: float
    parts: tuple[float, ...]
    pay_known: bool
    role_known: bool


def draw_shape(draw: Draw, lang: str) -> Shape:
    """Draw a shape; only the language matters."""
    k = draw.weighted(_TURNS, _TURN_WEIGHTS)
    splits = draw.weighted((0, 1, 2), (74, 20, 6))
    normal = math.sqrt(-2 * math.log(1 - draw.unit())) * math.cos(2 * math.pi * draw.unit())
    size = _MEDIAN * k**_PER_TURN * math.exp(_SPREAD * normal)
    return Shape(
        k, splits, max(_SHORT, min(_LONG, size)) * _DENSE.get(lang, 1.0), draw.log_whole(2, 24 * 60 * k) / 4,
        tuple(math.exp(0.9 * draw.unit()) for _ in range(k + splits)), draw.chance(rate("pay_known")), draw.chance(rate("role_known")),
    )  # fmt: skip


def turns(scene: Scene) -> int:
    """Runs of inbound messages."""
    flags = [m.inbound for m in scene.messages]
    return sum(now and not before for before, now in zip([False, *flags], flags, strict=False))


def length(scene: Scene) -> int:
    """Characters of the inbound messages."""
    return sum(len(p.text) + 1 for m in scene.messages if m.inbound for p in m.pieces)


def cut(scene: Scene, k: int) -> Scene:
    """The conversation up to its `k`-th turn; what follows has not been said yet."""
    kept: list[SceneMessage] = []
    seen, before = 0, False
    for message in scene.messages:
        seen += message.inbound and not before
        if seen > k:
            break
        before = message.inbound
        kept.append(message)
    while not kept[-1].inbound:
        kept.pop()
    return replace(scene, messages=tuple(kept))


def grow(draw: Draw, scene: Scene, k: int, filler: Filler) -> Scene:
    """Put plain turns between until there are `k`: a reply and a sentence or two that show nothing."""
    messages = list(scene.messages)
    for _ in range(k - turns(scene)):
        reply, piece = filler.reply(draw, scene.lang), filler.plain_piece(draw, scene.lang, 80.0)
        if reply is None or piece is None:
            break
        ends = [
            i + 1
            for i, m in enumerate(messages)
            if m.inbound and (i + 1 == len(messages) or not messages[i + 1].inbound)
        ]
        at = draw.pick(ends)
        hours = messages[at - 1].hours
        gap = max(0.0, messages[at].hours - hours) if at < len(messages) else 30.0
        messages[at:at] = [
            replace(reply, hours=hours + gap * 0.3),
            SceneMessage(True, hours + gap * 0.6, (piece,)),
        ]
    return replace(scene, messages=tuple(messages))


def split(draw: Draw, scene: Scene, messages: int) -> Scene:
    """Send turns in two messages, or two in one, until there are so many inbound ones.

    A request to leave the platform stays in the message that it is in.
    """
    out = list(scene.messages)
    while (inbound := sum(m.inbound for m in out)) != messages:
        if inbound > messages:
            joints = [i for i in range(1, len(out)) if out[i].inbound and out[i - 1].inbound]
            if not joints:
                break
            at = draw.pick(joints)
            out[at - 1 : at + 1] = [replace(out[at - 1], pieces=out[at - 1].pieces + out[at].pieces)]
            continue
        able = [
            (i, j)
            for i, m in enumerate(out)
            if m.inbound
            for j in range(1, len(m.pieces))
            if (i, j) > _moves(out)
        ]
        if not able:
            break
        at, where = draw.pick(able)
        first, second = out[at].pieces[:where], out[at].pieces[where:]
        gap = max(0.0, out[at + 1].hours - out[at].hours) if at + 1 < len(out) else 1.0
        later = out[at].hours + min(0.5, gap / 2) * (0.05 + 0.95 * draw.unit())
        out[at : at + 1] = [replace(out[at], pieces=first), replace(out[at], pieces=second, hours=later)]
    return replace(scene, messages=tuple(out))


def _moves(messages: list[SceneMessage]) -> tuple[int, int]:
    """Message and sentence of the last request to leave the platform early."""
    found = [
        (i, j)
        for i, m in enumerate(messages)
        for j, p in enumerate(m.pieces)
        if "fast_off_platform" in p.shows
    ]
    return max(found, default=(-1, 0))


def pace(scene: Scene, hours: float) -> Scene:
    """The same conversation in so many hours."""
    whole = scene.messages[-1].hours
    factor = hours / whole if whole > 0 else 1.0
    return replace(scene, messages=tuple(replace(m, hours=m.hours * factor) for m in scene.messages))


def fit_length(
    draw: Draw,
    pieces: list[list[Piece]],
    inbound: list[bool],
    lang: str,
    shape: Shape,
    filler: Filler,
    least: int,
) -> None:
    """Thin or pad messages, in place, each toward its part of the length.

    Parameters
    ----------
    draw : Draw
    pieces : list of list of Piece
        One list a message.
    inbound : list of bool
        Only these are changed.
    lang : str
    shape : Shape
        Gives the length and how it is parted.
    filler : Filler
    least : int
        So many sentences with signs stay in all, if there are.
    """
    at = [i for i, is_inbound in enumerate(inbound) if is_inbound]
    parts = [shape.parts[j % len(shape.parts)] for j in range(len(at))]
    for i, part in zip(at, parts, strict=True):
        others = sum(bool(p.shows) for j in at if j != i for p in pieces[j])
        aim = shape.characters * part / math.fsum(parts)
        _thin(draw, pieces[i], aim, least - others)
    for i, part in zip(at, parts, strict=True):
        _pad(draw, pieces[i], lang, shape.characters * part / math.fsum(parts), filler)


def _size(pieces: list[Piece]) -> int:
    return sum(len(p.text) + 1 for p in pieces)


def _thin(draw: Draw, pieces: list[Piece], aim: float, least: int) -> None:
    while (over := _size(pieces) - aim) > _NEAR * aim and len(pieces) > 1:
        able = [j for j, p in enumerate(pieces) if not p.shows and not p.traps]
        if not able and sum(bool(p.shows) for p in pieces) > least:
            able = list(range(len(pieces)))
        able = [j for j in able if len(pieces[j].text) < 2 * over]
        if not able:
            return
        del pieces[draw.pick(able)]


def _pad(draw: Draw, pieces: list[Piece], lang: str, aim: float, filler: Filler) -> None:
    used = {id(p) for p in pieces}
    while (short := aim - _size(pieces)) > _NEAR * aim:
        due = _ASKS * aim / _DENSE.get(lang, 1.0) - sum(p.text.count("?") for p in pieces)
        piece = filler.plain_piece(draw, lang, short, min(1.0, max(0.0, due)))
        if piece is None:
            return
        if id(piece) in used:
            used.clear()  # a small stock: better twice than for ever
            continue
        used.add(id(piece))
        pieces.insert(draw.whole(min(1, len(pieces)), len(pieces)), piece)
