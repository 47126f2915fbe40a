"""The synthetic world: labelled approaches from a seed.

An approach starts from its outer shape (language, turns, length), drawn without looking at the class, and a scene of
its class near that shape (who writes, to whom, with what offer). Some of its sentences are then changed
for others that show the same signs, some dropped, plain ones put between until the length is reached, names, firms
and places drawn with Faker, the account and the firm drawn from `recruitrisk.synthetic.facts`, and the
messages dressed, punctuated and mistyped. Names, places, dates, markup and slips are drawn without looking at the class.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pandas as pd

from recruitrisk.indicators import CATALOGUE
from recruitrisk.parameters import check_count
from recruitrisk.synthetic.draw import Draw
from recruitrisk.synthetic.facts import draw_facts
from recruitrisk.synthetic.furniture import Hand, draw_hand, dress, mistype
from recruitrisk.synthetic.kinds import story_of
from recruitrisk.synthetic.people import Person, firm_name, person, slug
from recruitrisk.synthetic.placeholders import fill, fill_free, phone_number
from recruitrisk.synthetic.rates import rate
from recruitrisk.synthetic.setting import Setting
from recruitrisk.synthetic.shape import Shape, cut, draw_shape, grow, pace, split, turns
from recruitrisk.synthetic.stockroom import stockroom
from recruitrisk.synthetic.telling import Told, client_named, tell
from recruitrisk.synthetic.wordings import Scene

__all__ = ["TRUTH_COLUMNS", "Setting", "Synthetic", "SyntheticApproach", "generate", "stream", "synthesise"]

TRUTH_COLUMNS: tuple[str, ...] = (
    "truth_label", "truth_kind", "truth_story", "truth_indicators", "truth_evidence",
)  # fmt: skip
"""Columns of a synthetic table that say what is true; scoring passes them through untouched."""

_START = datetime(2024, 1, 8, tzinfo=UTC)
_DAYS = 880
_GREETS = re.compile(
    r"\A\s*(?:hi|hello|hey|dear|good (?:morning|day|afternoon|evening)|greetings|respected|\{me\}|hallo|bonjour|hola|guten)\b",
    re.I,
)
_SIGNED = re.compile(r"\{name\}\W*\Z|regards\W*\Z", re.I)


@dataclass(slots=True)
class SyntheticApproach:
    """One labelled approach.

    Attributes
    ----------
    row : dict of str to str
        Cells of the table, truth columns included.
    messages : list of dict
        Rows of the messages table.
    label : int or None
        As told to who learns: with label noise, not always what the story is.
    shows : set of str
        Indicators that it truly shows.
    """

    row: dict[str, str]
    messages: list[dict[str, str]]
    label: int | None
    shows: set[str]


@dataclass(slots=True, repr=False)
class Synthetic:
    """A labelled world.

    Attributes
    ----------
    frame : DataFrame
        Table of approaches, with the truth columns behind.
    messages : DataFrame
        Table of messages.
    """

    frame: pd.DataFrame
    messages: pd.DataFrame
    labels: list[int | None] = field(default_factory=list)
    shows: list[set[str]] = field(default_factory=list)

    def __repr__(self) -> str:
        """How many approaches and messages there are, and how many are risky."""
        risky = sum(label == 1 for label in self.labels)
        return f"<Synthetic world: {len(self.frame):,} approaches ({risky:,} risky), {len(self.messages):,} messages>"


@dataclass(frozen=True, slots=True)
class _Written:
    """The messages as they were sent, and what they show."""

    rows: list[dict[str, str]]
    texts: list[str]
    shows: set[str]
    evidence: dict[str, str]


def _scene(shape_draw: Draw, draw: Draw, label: int | None, setting: Setting) -> tuple[Scene, Shape]:
    """A scene of the class, in a shape that does not depend on it; and the shape."""
    room = stockroom(setting.folds)
    lang = room.language(shape_draw)
    shape = draw_shape(shape_draw, lang)
    scene = room.scene(draw, label, lang, shape)
    if not setting.shaped:
        return scene, shape
    if turns(scene) > shape.turns:
        scene = cut(scene, shape.turns)
    scene = grow(draw, scene, shape.turns, room)
    return pace(split(draw, scene, shape.turns + shape.splits), shape.hours), shape


def _write(
    draw: Draw,
    people: Draw,
    hand: Hand,
    scene: Scene,
    told: Told,
    words: dict[str, str],
    key: str,
    sent: datetime,
    typos: float,
) -> _Written:
    written = _Written([], [], set(), {})
    sloppy = typos * 2 * draw.unit() if draw.chance(0.1) else 0.0
    for index, (message, pieces) in enumerate(zip(scene.messages, told.pieces, strict=True)):
        body = ""
        spots: list[tuple[str, frozenset[str]]] = []
        for piece in pieces:
            text = fill(piece.text, words)
            if scene.lang == "en":
                text = hand.write(draw, text)
            if sloppy:
                text = mistype(draw, text, sloppy)
            body += ("" if not body or text.startswith("\n") or scene.lang in ("zh", "ja") else " ") + text
            spots.append((text.strip(), piece.shows))
        if message.inbound and scene.lang == "en":
            raw = " ".join(p.text for p in pieces)
            greeted, signed = bool(_GREETS.search(raw)), bool(_SIGNED.search(raw))
            body = fill(dress(people, body, first=index == 0, greeted=greeted, signed=signed), words)
        when = sent + timedelta(hours=message.hours)
        written.rows.append({
            "approach_id": key, "sent_at": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "direction": "inbound" if message.inbound else "outbound", "text": body,
        })  # fmt: skip
        if message.inbound:
            written.texts.append(body)
            for text, found in spots:
                written.shows.update(found)
                for sign in found:
                    if text in body:
                        written.evidence.setdefault(sign, text)
    if client_named(scene, told):  # as the catalogue says: a client named later clears it
        written.shows.discard("vague_client")
        written.evidence.pop("vague_client", None)
    return written


def generate(number: int, seed: int, setting: Setting = Setting()) -> SyntheticApproach:
    """Make approach `number` of the world of `seed`.

    Parameters
    ----------
    number : int
        0, 1, 2, ...; each is made from ``(seed, number)`` alone.
    seed : int
        Seed of the world.
    setting : Setting
        How it is mixed.

    Returns
    -------
    SyntheticApproach
    """
    draw, outside = Draw(seed, number), Draw(seed, number, "shape")
    label = draw.weighted((1, 0, None), (setting.risky, setting.genuine, setting.other))
    scene, shape = _scene(outside, draw, label, setting)
    people = Draw(seed, number, "people")  # a stream of its own: the class can't leak into it
    sender, recipient = person(people), person(people)
    firm = firm_name(people)
    sent = _START + timedelta(
        days=people.whole(0, _DAYS), minutes=people.whole(420, 1200), seconds=people.whole(0, 59)
    )
    claimed = firm if outside.chance(rate("firm_claimed")) else ""
    told = tell(draw, stockroom(setting.folds), scene, setting, shape)
    facts = draw_facts(draw, label == 1, sender, claimed, sent, told.shows, setting.blur)
    words = {
        "me": recipient.first, "name": sender.name, "first": sender.first, "firm": firm,
        "email": facts.columns["contact_email"] or f"{slug(sender.first)}@{slug(firm)[:16]}.com",
        "phone": phone_number(people), "url": f"https://www.{slug(firm)[:16]}.com/{people.whole(100, 9999)}", **fill_free(draw),
    }  # fmt: skip
    key = f"S{seed}-{number:07d}"
    written = _write(draw, people, draw_hand(outside), scene, told, words, key, sent, setting.typos)
    shows = written.shows | facts.truth
    if label is not None and Draw(seed, number, "noise").chance(setting.noise):
        label = 1 - label
    row = {
        "approach_id": key, **_sender(people, sender), **facts.columns, **_context(outside, scene, shape),
        "message": "\n\n".join(written.texts), "sent_at": written.rows[0]["sent_at"],
        "truth_label": "" if label is None else str(label), "truth_kind": scene.kind, "truth_story": story_of(scene).key,
        "truth_indicators": " ".join(i.id for i in CATALOGUE if i.id in shows),
        "truth_evidence": json.dumps(written.evidence, ensure_ascii=False, sort_keys=True),
    }  # fmt: skip
    return SyntheticApproach(row, written.rows, label, shows)


def _sender(people: Draw, sender: Person) -> dict[str, str]:
    path = f"{slug(sender.first)}-{slug(sender.last)}-{people.whole(1000, 999999):x}"
    return {
        "sender_name": sender.name,
        "sender_location": sender.place,
        "sender_profile_url": f"https://www.linkedin.com/in/{path}",
    }


def _context(draw: Draw, scene: Scene, shape: Shape) -> dict[str, str]:
    """The recipient's and the offer's columns; often nothing is known but the messages."""
    offer, target = scene.offer, scene.target
    pay = offer if shape.pay_known and offer.get("amount") else {}
    if draw.chance(rate("recipient_unknown")):
        target = {}
    return {
        "recipient_title": _cell(target.get("title")), "recipient_country": _cell(target.get("country")),
        "recipient_pay": _cell(target.get("pay")), "recipient_pay_currency": _cell(target.get("cur")) if target.get("pay") else "",
        "role_title": _cell(offer.get("role")) if shape.role_known else "", "offered_pay": _cell(pay.get("amount")),
        "offered_pay_currency": _cell(pay.get("cur")), "offered_pay_period": _cell(pay.get("per")),
    }  # fmt: skip


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def synthesise(n: int, seed: int = 0, *, start: int = 0, setting: Setting = Setting()) -> Synthetic:
    """Make `n` labelled approaches.

    Parameters
    ----------
    n : int
        How many, 1 or more.
    seed : int
        Seed of the world; the same seed gives the same bytes.
    start : int
        Number of the first one: ``synthesise(100, s)`` is ``synthesise(60, s)`` and ``synthesise(40, s, start=60)``.
    setting : Setting
        How it is mixed.

    Returns
    -------
    Synthetic

    Raises
    ------
    UsageError
        `n` is below 1, or a number is no whole one.
    """
    check_count("n", n)
    check_count("seed", seed, None)
    check_count("start", start, 0)
    made = list(stream(range(start, start + n), seed, setting))
    return Synthetic(
        pd.DataFrame([a.row for a in made]),
        pd.DataFrame([m for a in made for m in a.messages]),
        [a.label for a in made],
        [a.shows for a in made],
    )


def stream(numbers: Sequence[int], seed: int, setting: Setting = Setting()) -> Iterator[SyntheticApproach]:
    """Approaches of the world of `seed`, one after the other, for what does not fit into memory.

    Parameters
    ----------
    numbers : sequence of int
        Which ones, e.g. ``range(100_000)``.
    seed : int
    setting : Setting
    """
    for number in numbers:
        yield generate(number, seed, setting)
