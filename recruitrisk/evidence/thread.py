"""The messages of an approach as they are read: turns, sentences, times."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from recruitrisk.approach import Approach
from recruitrisk.evidence.patterns import Hit, hits_of_many
from recruitrisk.text import (
    Normalised,
    Token,
    identity_spans,
    known_words,
    normalise,
    sentence_spans,
    sentence_words,
    tokens,
)
from recruitrisk.text.kept import Kept

__all__ = ["Place", "Sentence", "Thread", "Turn", "find_hits", "read_thread"]

_FINISHED = re.compile(r"[.!?:;)\]>…。！？]\s*\Z|\A\s*\Z")
# How a message goes on that was broken off in the one before: with no capital.
_GOES_ON = re.compile(r"\W*(?![^\W\d_a-zß-öø-ÿ])\w")
_MAX_SENTENCES = 4000
# What a recipient asks about, in English, when he wants to know who is behind it. His words only tell which turn answers them.
_ASKS_FOR_PROOF = re.compile(
    r"\b(?:who|whom|whose|which (?:client|company|firm|organi[sz]ation|employer)|video|camera|call|phone|zoom|teams|meet|office|visit"
    r"|address|website|web site|register(?:ed)?|registration|contract|paperwork|agreement|reference|references|name of|named?"
    r"|verify|check|proof|real|official|work e-?mail|company e-?mail|client|employer|why (?:not|can't|cash|crypto))\b[^?\n]{0,160}\?",
    re.I,
)
_MOST_READ = 4000


@dataclass(frozen=True, slots=True)
class Place:
    """An exact piece of one message.

    Attributes
    ----------
    message : int
        Index in ``Approach.messages``.
    start, end : int
        Character offsets in that message's text.
    quote : str
        ``messages[message].text[start:end]``.
    """

    message: int
    start: int
    end: int
    quote: str


@dataclass(slots=True)
class Sentence:
    """One sentence of an inbound turn.

    Attributes
    ----------
    turn : int
        Index in ``Thread.turns``.
    start, end : int
        Span in the turn's canonical text.
    text : str
        Canonical text.
    words : list of str
        Texts of its masked tokens.
    known, counted : int
        How many of the words the lexicon knows (names aside), and of how many.
    inbound_index : int
        How many inbound messages came before the one in which it starts.
    """

    turn: int
    start: int
    end: int
    text: str
    words: list[str]
    known: int
    counted: int
    inbound_index: int


Piece = tuple[int, int, str, list[str], int, int]
"""What of a sentence its turn alone tells: see `Sentence`."""


@dataclass(slots=True)
class Pieces:
    """The sentences of a turn.

    Attributes
    ----------
    read : list of Piece
    cut : bool
        Whether there are more.
    masked : list of tuple of int
        Where names stand by custom.
    hits : list of list of Hit or None
        Patterns in each sentence, once they were looked for.
    """

    read: list[Piece]
    cut: bool
    masked: list[tuple[int, int]] = field(default_factory=list)
    hits: list[list[Hit]] | None = None


_kept = Kept[str, Pieces](24 << 20)


@dataclass(slots=True)
class Turn:
    """Inbound messages that follow one another without an answer between, read as one text.

    A sentence that was cut over two messages is so read whole; one that begins with a capital is a new one. `asked`
    says whether the recipient had asked right before who or what is behind it; `pieces` is filled by `read_thread`.
    """

    raw: str
    normal: Normalised
    messages: list[int]
    offsets: list[int]
    sent_at: datetime | None
    first_inbound: int
    asked: bool = False
    pieces: Pieces = field(default_factory=lambda: Pieces([], False))
    _told: dict[tuple[int, int], list[Token]] = field(default_factory=dict)

    @property
    def hits(self) -> list[list[Hit]]:
        """Patterns in each sentence that was read."""
        if self.pieces.hits is None:
            find_hits([self])
        return self.pieces.hits or []

    def tokens(self, start: int, end: int) -> list[Token]:
        """Masked tokens of a slice of the canonical text; many indicators may ask for those of one sentence."""
        if (start, end) not in self._told:
            self._told[start, end] = tokens(self.normal, start, end, masked=self.pieces.masked)
        return self._told[start, end]

    def place(self, approach: Approach, start: int, end: int) -> Place:
        """The piece of a message that the canonical span was made from (the larger part, if cut)."""
        a, b = self.normal.raw_span(start, end)
        best: Place | None = None
        for at, index in enumerate(self.messages):
            base = self.offsets[at]
            text = approach.messages[index].text
            x, y = max(a - base, 0), min(b - base, len(text))
            while x < y and text[x].isspace():
                x += 1
            while y > x and text[y - 1].isspace():
                y -= 1
            if y > x and (best is None or y - x > best.end - best.start):
                best = Place(index, x, y, text[x:y])
        if best is None:  # an empty span: point at the start of the turn
            best = Place(self.messages[0], 0, 0, "")
        return best


@dataclass(slots=True)
class Thread:
    """What is read of an approach's messages.

    Attributes
    ----------
    turns : list of Turn
        Inbound turns, oldest first.
    sentences : list of Sentence
        Of all turns, in order.
    inbound : int
        Number of inbound messages with text.
    answered : bool
        Whether the recipient wrote at all.
    hours : dict of int to float
        Hours from the first inbound message to each turn, where times are known.
    cut : bool
        Whether a very long thread was not read to its end.
    """

    turns: list[Turn] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    inbound: int = 0
    answered: bool = False
    hours: dict[int, float] = field(default_factory=dict)
    cut: bool = False


def find_hits(turns: Iterable[Turn]) -> None:
    """Look for the patterns in the sentences of many turns, which is far quicker than in one after the other."""
    left = {id(turn.pieces): turn for turn in turns if turn.pieces.hits is None}.values()
    found = hits_of_many(
        [(turn.normal.text, [(piece[0], piece[1]) for piece in turn.pieces.read]) for turn in left]
    )
    for turn, hits in zip(left, found, strict=True):
        turn.pieces.hits = hits


def _turns(approach: Approach) -> tuple[list[Turn], int, bool]:
    turns: list[Turn] = []
    group: list[int] = []
    inbound = 0
    answered = asked = False

    def close() -> None:
        if not group:
            return
        parts: list[str] = []
        offsets: list[int] = []
        length = 0
        for index in group:
            text = approach.messages[index].text
            if parts:
                joint = "\n" if _FINISHED.search(parts[-1]) or not _GOES_ON.match(text) else " "
                parts.append(joint)
                length += 1
            offsets.append(length)
            parts.append(text)
            length += len(text)
        raw = "".join(parts)
        turns.append(
            Turn(
                raw,
                normalise(raw),
                list(group),
                offsets,
                approach.messages[group[0]].sent_at,
                inbound - len(group),
                asked,
            )
        )
        group.clear()

    for index, message in enumerate(approach.messages):
        if not message.inbound:
            answered = answered or bool(message.text.strip())
            if group:
                close()
                asked = False
            asked = asked or bool(_ASKS_FOR_PROOF.search(message.text[:_MOST_READ]))
        elif message.text.strip():
            group.append(index)
            inbound += 1
    close()
    return turns, inbound, answered


def read_thread(approach: Approach) -> Thread:
    """Normalise and cut the inbound messages of an approach.

    Parameters
    ----------
    approach : Approach
        Messages oldest first. The recipient's own messages only part the turns.

    Returns
    -------
    Thread
        At most 4,000 sentences are read; a longer thread is marked as cut.
    """
    turns, inbound, answered = _turns(approach)
    thread = Thread(turns, [], inbound, answered)
    first = next((turn.sent_at for turn in turns if turn.sent_at is not None), None)
    for number, turn in enumerate(turns):
        if first is not None and turn.sent_at is not None:
            thread.hours[number] = (turn.sent_at - first).total_seconds() / 3600
        pieces = _pieces(turn.normal, _MAX_SENTENCES - len(thread.sentences))
        at = turn.first_inbound
        for piece in pieces.read:
            if len(turn.offsets) > 1:
                start = turn.normal.raw_span(piece[0], piece[1])[0] if turn.normal.hidden else piece[0]
                at = turn.first_inbound + max(0, bisect_right(turn.offsets, start) - 1)
            thread.sentences.append(Sentence(number, *piece, at))
        turn.pieces = pieces
        if pieces.cut:
            thread.cut = True
            return thread
    return thread


def _pieces(normal: Normalised, most: int) -> Pieces:
    """The sentences of a text, so many at most."""
    found = _kept.get(normal.raw)
    if found is not None and len(found.read) <= most:
        return found
    masked = identity_spans(normal)
    spans = sentence_spans(normal.text)
    found = Pieces([], len(spans) > most, masked)
    spans = spans[:most]
    for (start, end), words in zip(spans, sentence_words(normal, spans, masked=masked), strict=True):
        found.read.append((start, end, normal.text[start:end], words, *known_words(words)))
    if not found.cut:
        _kept.keep(normal.raw, found, 300 + 60 * len(normal.raw))
    return found
