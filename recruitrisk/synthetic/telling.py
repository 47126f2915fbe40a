"""How a scene is told: which sentences stay, change, go or come in between."""

from __future__ import annotations

from dataclasses import dataclass

from recruitrisk.indicators import CATALOGUE
from recruitrisk.synthetic.draw import Draw
from recruitrisk.synthetic.setting import Setting
from recruitrisk.synthetic.shape import Shape, fit_length
from recruitrisk.synthetic.stockroom import SPECIFICS, Stockroom
from recruitrisk.synthetic.wordings import Piece, Scene

__all__ = ["Told", "client_named", "tell"]

_FIELD_SIGNS = frozenset({"cover_company", "thin_profile", "identity_mismatch"})
_HONEST = tuple(
    (i.id, i.rates.genuine)
    for i in CATALOGUE
    if i.direction == "raises" and i.id not in _FIELD_SIGNS | {"escalation", "fast_off_platform"}
)
"""Signs that honest senders show, as often as the catalogue says."""
_LEAST = 2  # sentences with signs that a risky approach keeps


@dataclass(frozen=True, slots=True)
class Told:
    """What is said in each message of a scene.

    Attributes
    ----------
    pieces : list of list of Piece
        One list a message, inbound and outbound.
    inserted : list of Piece
        What was put in from other scenes: decoys, and signs of honest senders.
    shows : frozenset of str
        What the inbound messages show.
    """

    pieces: list[list[Piece]]
    inserted: list[Piece]
    shows: frozenset[str]


def _count(draw: Draw, most: float) -> int:
    """A whole number from 1 to `most`; a broken end is reached now and then."""
    top = int(most) + draw.chance(most - int(most))
    return draw.whole(1, max(1, top))


def _extras(draw: Draw, room: Stockroom, scene: Scene, setting: Setting) -> list[Piece]:
    """Decoys for a risky approach; signs that honest senders show, for a genuine one."""
    extras: list[Piece] = []
    if scene.label == 1:
        pool = room.specific.get(scene.lang, [])
        if pool and draw.chance(setting.decoys):
            extras = [draw.pick(pool) for _ in range(_count(draw, setting.most_decoys))]
    elif scene.label == 0 and draw.chance(setting.herrings):
        for _ in range(_count(draw, setting.most_herrings)):
            sign = draw.weighted([k for k, _ in _HONEST], [rate for _, rate in _HONEST])
            if pool := room.single.get((scene.lang, sign), []):
                extras.append(draw.pick(pool))
    return extras


def _thinned(draw: Draw, scene: Scene, setting: Setting) -> set[int]:
    """Which of the pieces with signs stay when a risky approach shows few: two at least."""
    marked = [p for m in scene.messages if m.inbound for p in m.pieces if p.shows]
    share = setting.kept_low + (setting.kept_high - setting.kept_low) * draw.unit()
    kept = [p for p in marked if draw.chance(share)]
    while len(kept) < min(_LEAST, len(marked)):
        kept.append(draw.pick(marked))
    return {id(p) for p in kept}


def tell(draw: Draw, room: Stockroom, scene: Scene, setting: Setting, shape: Shape) -> Told:
    """Change, drop and insert sentences, and come to a length.

    Parameters
    ----------
    draw : Draw
        Stream of the approach.
    room : Stockroom
        Where other sentences come from.
    scene : Scene
    setting : Setting
    shape : Shape
        Length to come to.
    """
    out: list[list[Piece]] = []
    inserted = extras = _extras(draw, room, scene, setting)
    inbound = [i for i, m in enumerate(scene.messages) if m.inbound]
    spots = {draw.pick(inbound) for _ in extras}
    plain = scene.label == 0 and draw.chance(setting.plainness)
    thin = scene.label == 1 and draw.chance(setting.thinning)
    kept_signs = _thinned(draw, scene, setting) if thin else None
    for index, message in enumerate(scene.messages):
        if not message.inbound:
            out.append(list(message.pieces))
            continue
        kept: list[Piece] = []
        for at, piece in enumerate(message.pieces):
            if not piece.shows and at and draw.chance(setting.drop):
                continue
            if kept_signs is not None and piece.shows and id(piece) not in kept_signs:
                continue
            if plain and piece.shows and piece.shows <= SPECIFICS and draw.chance(0.8):
                continue
            if piece.shows and not piece.traps and draw.chance(setting.swap):
                others = room.alike.get((scene.lang, piece.shows))
                if others and len(others) > 1:
                    piece = draw.pick(others)
            kept.append(piece)
            if scene.lang in room.plain and draw.chance(setting.insert):
                kept.append(draw.pick(room.plain[scene.lang]))
        if index in spots:
            for extra in extras:
                kept.insert(draw.whole(min(1, len(kept)), len(kept)), extra)
            extras = []
        if not kept:  # all of it went: something plain instead, or what was there
            filler = room.plain_piece(draw, scene.lang, 60.0) if thin else None
            kept = [filler] if filler else list(message.pieces)
        out.append(kept)
    least = _LEAST if scene.label == 1 else 0
    if setting.shaped:
        fit_length(draw, out, [m.inbound for m in scene.messages], scene.lang, shape, room, least)
    return Told(out, inserted, frozenset(sign for i in inbound for p in out[i] for sign in p.shows))


def client_named(scene: Scene, told: Told) -> bool:
    """Whether the client is named in or after the last message that leaves it open; a decoy names nobody."""
    vague = named = -1
    for at, (message, kept) in enumerate(zip(scene.messages, told.pieces, strict=True)):
        for piece in kept if message.inbound else ():
            if "vague_client" in piece.shows:
                vague = at
            if "named_client" in piece.shows and not any(piece is other for other in told.inserted):
                named = at
    return named >= vague >= 0
