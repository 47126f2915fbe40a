"""The synthetic world: labelled approaches from a seed.

An approach starts from a scene of its kind (who writes, to whom, with what offer, over how many
messages). Some of its sentences are then changed for others that show the same signs, some
dropped, plain ones put between, names, firms and places drawn with Faker, the account and the firm drawn from
`recruitrisk.synthetic.facts`, and the messages dressed and mistyped. Names, places, dates, markup and slips are drawn
without looking at the class.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import pandas as pd

from recruitrisk.errors import UsageError
from recruitrisk.indicators import CATALOGUE
from recruitrisk.synthetic.draw import Draw
from recruitrisk.synthetic.facts import draw_facts
from recruitrisk.synthetic.furniture import dress, mistype
from recruitrisk.synthetic.people import firm_name, person, slug
from recruitrisk.synthetic.wordings import FOLDS, Piece, Scene, fold_of, scenes

__all__ = [
    "MESSAGE_TRUTH",
    "TRUTH_COLUMNS",
    "Setting",
    "Synthetic",
    "SyntheticApproach",
    "fill_free",
    "generate",
    "synthesise",
]

TRUTH_COLUMNS: tuple[str, ...] = ("truth_label", "truth_kind", "truth_indicators", "truth_evidence")
"""Columns of a synthetic table that say what is true; scoring passes them through untouched."""
MESSAGE_TRUTH = "truth_evidence"

_START = datetime(2024, 1, 8, tzinfo=UTC)
_DAYS = 880
_FIELD_SIGNS = frozenset({"cover_company", "thin_profile", "identity_mismatch"})
_GREETS = re.compile(
    r"\A\s*(?:hi|hello|hey|dear|good (?:morning|day|afternoon|evening)|greetings|respected|\{me\}|hallo|bonjour|hola|guten)\b",
    re.I,
)
_SIGNED = re.compile(r"\{name\}\W*\Z|regards\W*\Z", re.I)
_SPECIFICS = frozenset(i.id for i in CATALOGUE if i.direction == "lowers")
_HONEST = tuple(
    (i.id, i.rates.genuine)
    for i in CATALOGUE
    if i.direction == "raises" and i.id not in _FIELD_SIGNS | {"escalation", "fast_off_platform"}
)
"""Signs that honest senders show, as often as the catalogue says."""
_APPS = ("WhatsApp", "WeChat", "Telegram", "Signal", "Skype", "Viber", "Line")
_TOPICS = (
    "export controls",
    "the port reform",
    "grid security",
    "maritime routes",
    "chip policy",
    "the new budget",
    "water supply",
    "clinical trials",
    "road pricing",
    "satellite imagery",
    "the fisheries talks",
    "cloud procurement",
)
_ROLES = (
    "policy adviser",
    "systems engineer",
    "research fellow",
    "programme lead",
    "data analyst",
    "legal counsel",
    "project manager",
    "lecturer",
)
_ORGS = (
    "the ministry",
    "your department",
    "the institute",
    "your company",
    "the committee",
    "the agency",
    "the university",
)
_DIALLING = ("44", "1", "49", "33", "31", "48", "86", "91", "234", "92", "65", "971")
_PLACES = (
    "Leiden",
    "Porto",
    "Gdansk",
    "Lyon",
    "Busan",
    "Pune",
    "Accra",
    "Perth",
    "Graz",
    "Aarhus",
    "Recife",
    "Doha",
    "Macau",
    "Tallinn",
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a world is mixed.

    Attributes
    ----------
    risky, genuine, other : float
        Shares of the classes; they add up to 1.
    swap : float
        Chance that a sentence with signs is changed for another that shows the same.
    drop : float
        Chance that a sentence without signs is left out.
    insert : float
        Chance of a plain or look-alike sentence between two.
    decoys : float
        Chance that a risky approach carries specifics (one or two) that clear nothing.
    plainness : float
        Chance that a genuine approach is told without its checkable specifics.
    thinning : float
        Chance that a risky approach shows only a few of its signs.
    herrings : float
        Chance that a genuine approach shows one more sign that honest senders often show.
    typos : float
        Mean share of letters that slip, in the tenth of the approaches that have slips.
    folds : tuple of int
        Folds of wording families that may be used; all by default.
    """

    risky: float = 0.42
    genuine: float = 0.46
    other: float = 0.12
    swap: float = 0.3
    drop: float = 0.15
    insert: float = 0.12
    decoys: float = 0.4
    plainness: float = 0.4
    thinning: float = 0.5
    herrings: float = 0.15
    typos: float = 0.015
    folds: tuple[int, ...] = tuple(range(FOLDS))


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
    shows : set of str
        Indicators that it truly shows.
    """

    row: dict[str, str]
    messages: list[dict[str, str]]
    label: int | None
    shows: set[str]


@dataclass(slots=True)
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


@dataclass(frozen=True, slots=True)
class _Stockroom:
    scenes: dict[int | None, list[list[Scene]]]
    alike: dict[tuple[str, frozenset[str]], list[Piece]]
    plain: dict[str, list[Piece]]
    specific: dict[str, list[Piece]]
    single: dict[tuple[str, str], list[Piece]]


@lru_cache(maxsize=8)
def _stockroom(folds: tuple[int, ...]) -> _Stockroom:
    """Scenes by class and kind, and sentences by what they show, of the folds allowed."""
    by_kind: dict[int | None, dict[tuple[str, str], list[Scene]]] = {
        1: defaultdict(list),
        0: defaultdict(list),
        None: defaultdict(list),
    }
    alike: dict[tuple[str, frozenset[str]], list[Piece]] = defaultdict(list)
    plain: dict[str, list[Piece]] = defaultdict(list)
    for scene in scenes():
        if fold_of(scene.family) not in folds:
            continue
        by_kind[scene.label][scene.lang, scene.kind].append(scene)
        for message in scene.messages:
            if message.inbound:
                for at, piece in enumerate(message.pieces):
                    if not piece.shows and at and 25 < len(piece.text) < 200 and "{" not in piece.text:
                        plain[scene.lang].append(piece)
                    if piece.shows and "{" not in piece.text.replace("{me}", ""):
                        alike[scene.lang, piece.shows].append(piece)
    specific: dict[str, list[Piece]] = defaultdict(list)
    single: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for (lang, shows), found in alike.items():
        if shows <= _SPECIFICS:
            specific[lang].extend(found)
        elif len(shows) == 1:
            single[lang, next(iter(shows))].extend(found)
    kinds = {label: list(groups.values()) for label, groups in by_kind.items()}
    return _Stockroom(kinds, dict(alike), dict(plain), dict(specific), dict(single))


def _extras(draw: Draw, room: _Stockroom, scene: Scene, setting: Setting) -> list[Piece]:
    """Decoys for a risky approach; a sign that honest senders show, for a genuine one."""
    extras: list[Piece] = []
    if scene.label == 1:
        pool = room.specific.get(scene.lang, [])
        if pool and draw.chance(setting.decoys):
            extras = [draw.pick(pool) for _ in range(draw.whole(1, 2))]
    elif scene.label == 0 and draw.chance(setting.herrings):
        sign = draw.weighted([k for k, _ in _HONEST], [rate for _, rate in _HONEST])
        if pool := room.single.get((scene.lang, sign), []):
            extras = [draw.pick(pool)]
    return extras


def _thinned(draw: Draw, scene: Scene) -> set[int]:
    """Which of the pieces with signs stay when a risky approach shows few: two at least."""
    marked = [p for m in scene.messages if m.inbound for p in m.pieces if p.shows]
    share = 0.2 + 0.6 * draw.unit()
    kept = [p for p in marked if draw.chance(share)]
    while len(kept) < min(2, len(marked)):
        kept.append(draw.pick(marked))
    return {id(p) for p in kept}


def _pieces(
    draw: Draw, room: _Stockroom, scene: Scene, setting: Setting
) -> tuple[list[list[Piece]], list[Piece]]:
    """The inbound and outbound pieces of each message, after change, loss and insertion; and what was inserted of `_extras`."""
    out: list[list[Piece]] = []
    inserted = extras = _extras(draw, room, scene, setting)
    inbound = [i for i, m in enumerate(scene.messages) if m.inbound]
    spots = {draw.pick(inbound) for _ in extras}
    plain = scene.label == 0 and draw.chance(setting.plainness)
    kept_signs = _thinned(draw, scene) if scene.label == 1 and draw.chance(setting.thinning) else None
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
            if plain and piece.shows and piece.shows <= _SPECIFICS and draw.chance(0.8):
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
        out.append(kept or list(message.pieces))
    return out, inserted


def _client_named(scene: Scene, pieces: list[list[Piece]], inserted: list[Piece]) -> bool:
    """Whether the client is named in or after the last message that leaves it open; a decoy names nobody."""
    vague = named = -1
    for at, (message, kept) in enumerate(zip(scene.messages, pieces, strict=True)):
        for piece in kept if message.inbound else ():
            if "vague_client" in piece.shows:
                vague = at
            if "named_client" in piece.shows and not any(piece is other for other in inserted):
                named = at
    return named >= vague >= 0


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
    draw = Draw(seed, number)
    room = _stockroom(setting.folds)
    label = draw.weighted((1, 0, None), (setting.risky, setting.genuine, setting.other))
    scene = draw.pick(draw.pick(room.scenes[label]))
    people = Draw(seed, number, "people")  # a stream of its own: the class can't leak into it
    sender, recipient = person(people), person(people)
    firm = firm_name(people)
    sent = _START + timedelta(
        days=people.whole(0, _DAYS), minutes=people.whole(420, 1200), seconds=people.whole(0, 59)
    )
    facts = draw_facts(draw, label == 1, sender, firm if draw.chance(0.9) else "", sent, scene.shows)
    address = facts.columns["contact_email"] or f"{slug(sender.first)}@{slug(firm)[:16]}.com"
    phone = f"+{people.pick(_DIALLING)} {people.whole(10, 99)} {people.whole(1000, 9999)} {people.whole(1000, 9999)}"
    fill = {
        "me": recipient.first, "name": sender.name, "first": sender.first, "firm": firm, "email": address,
        "phone": phone,
        "url": f"https://www.{slug(firm)[:16]}.com/{people.whole(100, 9999)}",
    }  # fmt: skip
    free = fill_free(draw)
    key = f"S{seed}-{number:07d}"
    sloppy = setting.typos * 2 * draw.unit() if draw.chance(0.1) else 0.0
    shows: set[str] = set(facts.truth)
    evidence: dict[str, str] = {}
    rows: list[dict[str, str]] = []
    texts: list[str] = []
    stretch = 0.6 + 0.8 * draw.unit()
    told, inserted = _pieces(draw, room, scene, setting)
    for index, (message, pieces) in enumerate(zip(scene.messages, told, strict=True)):
        body = ""
        spots: list[tuple[str, frozenset[str]]] = []
        for piece in pieces:
            words = _fill(piece.text, {**fill, **free})
            if sloppy:
                words = mistype(draw, words, sloppy)
            body += ("" if not body or words.startswith("\n") or scene.lang in ("zh", "ja") else " ") + words
            spots.append((words.strip(), piece.shows))
        if message.inbound and scene.lang == "en":
            raw = " ".join(p.text for p in pieces)
            body = _fill(
                dress(
                    people,
                    body,
                    first=index == 0,
                    greeted=bool(_GREETS.search(raw)),
                    signed=bool(_SIGNED.search(raw)),
                ),
                fill,
            )
        when = sent + timedelta(hours=message.hours * stretch)
        rows.append({
            "approach_id": key, "sent_at": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "direction": "inbound" if message.inbound else "outbound", "text": body,
        })  # fmt: skip
        if message.inbound:
            texts.append(body)
            for words, found in spots:
                shows |= found
                for sign in found:
                    if words in body:
                        evidence.setdefault(sign, words)
    if _client_named(scene, told, inserted):  # as the catalogue says: a client named later clears it
        shows.discard("vague_client")
        evidence.pop("vague_client", None)
    offer, target = scene.offer, scene.target
    row = {
        "approach_id": key, "sender_name": sender.name, "sender_location": sender.place,
        "sender_profile_url": f"https://www.linkedin.com/in/{slug(sender.first)}-{slug(sender.last)}-{people.whole(1000, 999999):x}",
        **facts.columns,
        "recipient_title": _cell(target.get("title")), "recipient_country": _cell(target.get("country")),
        "recipient_pay": _cell(target.get("pay")), "recipient_pay_currency": _cell(target.get("cur")) if target.get("pay") else "",
        "role_title": _cell(offer.get("role")), "offered_pay": _cell(offer.get("amount")),
        "offered_pay_currency": _cell(offer.get("cur")) if offer.get("amount") else "",
        "offered_pay_period": _cell(offer.get("per")) if offer.get("amount") else "",
        "message": "\n\n".join(texts), "sent_at": rows[0]["sent_at"],
        "truth_label": "" if label is None else str(label), "truth_kind": scene.kind,
        "truth_indicators": " ".join(i.id for i in CATALOGUE if i.id in shows),
        "truth_evidence": json.dumps(evidence, ensure_ascii=False, sort_keys=True),
    }  # fmt: skip
    if draw.chance(0.35):  # often nothing is known but the messages
        for name in ("recipient_title", "recipient_country", "recipient_pay", "recipient_pay_currency", "role_title",
                     "offered_pay", "offered_pay_currency", "offered_pay_period"):  # fmt: skip
            row[name] = ""
    return SyntheticApproach(row, rows, label, shows)


def fill_free(draw: Draw) -> dict[str, str]:
    """Words for the placeholders that name no one: place, amount, topic, app, role, organisation."""
    return {
        "place": draw.pick(_PLACES), "amount": f"{draw.pick('£$€')}{draw.whole(3, 60) * 50}", "topic": draw.pick(_TOPICS),
        "app": draw.pick(_APPS), "role": draw.pick(_ROLES), "org": draw.pick(_ORGS),
    }  # fmt: skip


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _fill(text: str, words: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda m: words.get(m[1], m[0]), text)


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
        `n` is below 1.
    """
    if n < 1:
        raise UsageError(f"n is {n}; it must be 1 or more")
    made = list(_stream(range(start, start + n), seed, setting))
    return Synthetic(
        pd.DataFrame([a.row for a in made]),
        pd.DataFrame([m for a in made for m in a.messages]),
        [a.label for a in made],
        [a.shows for a in made],
    )


def _stream(numbers: Sequence[int], seed: int, setting: Setting) -> Iterator[SyntheticApproach]:
    for number in numbers:
        yield generate(number, seed, setting)
