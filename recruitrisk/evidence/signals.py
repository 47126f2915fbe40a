"""Raw signals of one approach: for each indicator what the classifiers, patterns, columns and the course say.

These are the inputs of the heads (`recruitrisk.evidence.heads`), which turn them into one strength each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recruitrisk.approach import Approach
from recruitrisk.evidence.columns import (
    FieldFinding,
    derived_fields,
    field_finding,
    with_clues,
)
from recruitrisk.evidence.course import COURSE
from recruitrisk.evidence.firm import address_finding, firm_finding
from recruitrisk.evidence.meaning import SentenceMeaning
from recruitrisk.evidence.payment import level_finding, offers, piece_finding
from recruitrisk.evidence.thread import Place, Thread, find_hits, read_thread
from recruitrisk.indicators import CATALOGUE

__all__ = ["CONTEXT", "INPUTS", "Signals", "read_many", "read_signals"]

INPUTS = ("meaning", "second", "pattern", "columns", "measure", "context", "text")
"""Columns of ``Signals.inputs``: log-odds of the best and the second best sentence (clipped and
scaled to 0..1), strongest pattern, points of columns (-1..1), pay / course / domain measure
(0..1), what speaks against it in the rest of the thread (0..1), log-odds of the whole text (as the first)."""

_AT = {indicator.id: column for column, indicator in enumerate(CATALOGUE)}
_CLIP = 7.0
_AHEAD = 0.15  # so far may a text be ahead of its best sentence: no sign without a sentence that shows it
_STRETCH = 12  # words
_BY_COLUMNS = frozenset({"fields", "domain", "pay", "piece"})
_FIRM = "cover_company"

CONTEXT: dict[str, tuple[str, ...]] = {
    "vague_client": ("named_client",),
    "vague_role": ("formal_process", "public_reference", "stated_terms"),
    "cover_company": ("invites_verification",),
    "fast_off_platform": ("formal_process", "named_client"),
    "no_vetting": ("formal_process",),
    "early_cv_request": ("public_reference", "formal_process"),
}
"""What, said anywhere in the thread, answers a sign: a client that is named two lines later is not vague."""
_ANSWERED = [_AT[key] for key in CONTEXT]
_MOST_ANSWERS = max(map(len, CONTEXT.values()))
_ANSWERS = np.array(
    [[_AT[a] for a in (answers * _MOST_ANSWERS)[:_MOST_ANSWERS]] for answers in CONTEXT.values()]
)
"""Columns of the answers to each of these, some twice."""
_COURSE = [(_AT[key], measure) for key, measure in COURSE.items()]
_NO_COLUMNS = [at for at, i in enumerate(CATALOGUE) if not _BY_COLUMNS & set(i.measures)]
_NO_TEXT = np.zeros((0, len(CATALOGUE)))


@dataclass(slots=True)
class Signals:
    """Raw signals.

    Attributes
    ----------
    inputs : ndarray, shape (n_indicators, 7)
        See `INPUTS`; NaN where there was nothing to read.
    both : ndarray, shape (n_sentences, n_indicators)
        How far each sentence shows each sign, by its words and by patterns.
    hits : dict of (int, int) to (int, int)
        Sentence and column -> span of the strongest pattern, in the turn's canonical text.
    course : dict of int to int
        Column -> the sentence that the course of the conversation points at instead.
    fields : dict of int to FieldFinding
        Column -> what columns, addresses or pay say.
    thread : Thread
    known : float
        Share of the words of the text that the vocabulary knows; NaN without text.
    least_known : float
        The least such share of a stretch of a dozen words or more that begins with the text or ends with it: plain
        English put behind a letter in a language that is not covered does not make the letter read.
    """

    inputs: NDArray[np.float64]
    both: NDArray[np.float64]
    hits: dict[tuple[int, int], tuple[int, int]]
    course: dict[int, int]
    fields: dict[int, FieldFinding]
    thread: Thread
    known: float
    least_known: float
    meaning: SentenceMeaning

    def place(self, column: int) -> tuple[int, int, int] | None:
        """Turn, start and end, in its canonical text, of what shows an indicator; None without text.

        It is looked for when it is asked for: most indicators are never quoted.
        """
        if not len(self.both):
            return None
        if column in self.course:
            sentence = self.thread.sentences[self.course[column]]
            return sentence.turn, sentence.start, sentence.end
        at = int(self.both[:, column].argmax())
        return _best_span(self.thread, self.meaning, at, column, self.hits.get((at, column)))


def _best_span(
    thread: Thread, meaning: SentenceMeaning, at: int, column: int, hit: tuple[int, int] | None
) -> tuple[int, int, int]:
    """The sentence, or for a long one the part of it that carries the sign."""
    sentence = thread.sentences[at]
    start, end = sentence.start, sentence.end
    if end - start <= 170 or not sentence.words:
        return sentence.turn, start, end
    if hit is not None:
        focus = (hit[0] + hit[1]) // 2
    else:
        names = sentence.words
        influence = meaning.influence(names, column) if column < len(meaning.ids) else np.zeros(len(names))
        smooth = np.convolve(influence, np.ones(7), mode="same")
        token = thread.turns[sentence.turn].tokens(start, end)[int(smooth.argmax())]
        focus = (token.start + token.end) // 2
    text = thread.turns[sentence.turn].normal.text
    a = max((text.rfind(mark, start, focus) for mark in (", ", "; ", ": ", " - ")), default=-1)
    a = start if a < start else a + 2
    if focus - a < 30 and a > start:  # a clause of a few words: take the one before as well
        b4 = max((text.rfind(mark, start, a - 2) for mark in (", ", "; ", ": ", " - ")), default=-1)
        a = start if b4 < start else b4 + 2
    ends = [e for mark in (", ", "; ", ": ", " - ") if (e := text.find(mark, max(focus, a + 60), end)) >= 0]
    b = min(ends, default=end)
    return sentence.turn, a, b


def read_signals(approach: Approach, meaning: SentenceMeaning) -> Signals:
    """Read an approach.

    Parameters
    ----------
    approach : Approach
    meaning : SentenceMeaning
        With the columns of the catalogue.

    Returns
    -------
    Signals
    """
    return read_many(meaning, [approach])[0]


def read_many(meaning: SentenceMeaning, approaches: Sequence[Approach]) -> list[Signals]:
    """Read many approaches; each comes out as alone.

    Parameters
    ----------
    meaning : SentenceMeaning
    approaches : sequence of Approach
        A hundred or so at once are fast; their sentences are held in memory together.

    Returns
    -------
    list of Signals
        In the order of `approaches`.
    """
    threads = [read_thread(approach) for approach in approaches]
    inputs = np.full((len(threads), len(CATALOGUE), len(INPUTS)), np.nan)
    out = []
    for approach, thread, row in zip(approaches, threads, inputs, strict=True):
        shares = _known_shares(thread) if thread.sentences else (float("nan"), float("nan"))
        out.append(Signals(row, _NO_TEXT, {}, {}, {}, thread, *shares, meaning))
        _read_columns(approach, row, out[-1].fields)
    read = [at for at, thread in enumerate(threads) if thread.sentences]
    if read:
        _read_texts(meaning, [out[at] for at in read], inputs, np.array(read))
    return out


def _read_texts(
    meaning: SentenceMeaning, signals: list[Signals], inputs: NDArray[np.float64], at: NDArray[np.intp]
) -> None:
    """What the texts say, over the sentences of all: fills `inputs` at these rows, but for the columns' points."""
    threads = [one.thread for one in signals]
    counts = np.array([len(thread.sentences) for thread in threads])
    starts = np.concatenate([[0], counts.cumsum()[:-1]])
    z, whole = meaning.read_many([[s.words for s in thread.sentences] for thread in threads])
    find_hits(turn for thread in threads for turn in thread.turns)
    pattern = np.zeros_like(z)
    for one, first in zip(signals, starts.tolist(), strict=True):
        for number, column, strength, start, end in _pattern_hits(one.thread):
            if strength > pattern[first + number, column]:
                pattern[first + number, column] = strength
                one.hits[number, column] = (start, end)
    with np.errstate(over="ignore"):  # so unlikely that it is 0
        p = 1.0 / (1.0 + np.exp(-z))
    both = 1 - (1 - p) * (1 - pattern)
    best, second = _two_best(_scaled(z), starts, counts)
    found = np.zeros((len(signals), len(CATALOGUE), len(INPUTS)))
    found[:, :, 0] = best
    found[:, :, 1] = second
    found[:, :, 2] = np.maximum.reduceat(pattern, starts, axis=0)
    found[:, :, 3] = inputs[at, :, 3]
    found[:, _NO_COLUMNS, 3] = 0.0
    found[:, :, 6] = np.minimum(_scaled(whole), best + _AHEAD)
    shown = np.maximum.reduceat(both, starts, axis=0)
    answered = (shown[:, _ANSWERS].max(axis=2) - 0.5) * 2
    found[:, _ANSWERED, 5] = np.minimum(np.maximum(answered, 0.0), 1.0)
    for row, (one, first, count) in enumerate(zip(signals, starts.tolist(), counts.tolist(), strict=True)):
        one.both = both[first : first + count]
        for column, measure in _COURSE:
            told = measure(one.thread, one.both)
            if told is None:
                found[row, column, 4] = np.nan
                continue
            found[row, column, 4] = told[0]
            if told[0] > 0.3 or shown[row, column] < 0.3:
                one.course[column] = told[1]
    inputs[at] = found


def _two_best(
    x: NDArray[np.float64], starts: NDArray[np.intp], counts: NDArray[np.intp]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The highest and the second highest (0 where there is but one) of each run of rows, by column."""
    best = np.maximum.reduceat(x, starts, axis=0)
    number = np.arange(len(x))[:, None]
    first = np.minimum.reduceat(
        np.where(x == np.repeat(best, counts, axis=0), number, len(x)), starts, axis=0
    )
    rest = np.where(number == np.repeat(first, counts, axis=0), 0.0, x)
    return best, np.maximum.reduceat(rest, starts, axis=0)


def _known_shares(thread: Thread) -> tuple[float, float]:
    """Share of known words of the whole, and the least of a stretch at its start or end."""
    counts = [(s.known, s.counted) for s in thread.sentences]
    words = sum(counted for _, counted in counts)
    if not words:
        return float("nan"), float("nan")
    share = least = sum(known for known, _ in counts) / words
    for way in (counts, counts[::-1]):
        known = counted = 0
        for k, n in way:
            known += k
            counted += n
            if counted >= _STRETCH:
                least = min(least, known / counted)
    return share, least


def _scaled(z: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-odds, clipped, as 0 to 1."""
    return np.asarray((np.minimum(np.maximum(z, -_CLIP), _CLIP) + _CLIP) / (2 * _CLIP))


def _pattern_hits(thread: Thread) -> Iterator[tuple[int, int, float, int, int]]:
    """Sentence, column, strength and span of each hit."""
    base = 0
    for turn in thread.turns:
        for at, hits in enumerate(turn.hits, base):
            for hit in hits:
                yield at, hit.column, hit.strength, hit.start, hit.end
        base += len(turn.pieces.read)


def _read_columns(approach: Approach, inputs: NDArray[np.float64], fields: dict[int, FieldFinding]) -> None:
    derived, paid = derived_fields(approach), offers(approach)
    for column, indicator in enumerate(CATALOGUE):
        found: FieldFinding | None = None
        if "fields" in indicator.measures:
            found = field_finding(indicator, derived)
        if indicator.id == _FIRM:
            found = firm_finding(approach, derived, found)
        if "domain" in indicator.measures:
            found = address_finding(approach)
        if "pay" in indicator.measures:
            found = level_finding(approach, paid)
        if "piece" in indicator.measures:
            found = piece_finding(paid)
        if _BY_COLUMNS & set(indicator.measures):
            clues = [clue for clue in approach.clues if clue.indicator == indicator.id]
            known = found is not None or any(clue.points for clue in clues)  # what is only told is no fact
            found = with_clues(found, clues)
            inputs[column, 3] = found.points if found is not None and known else np.nan
            if found is not None:
                fields[column] = found


def quote_place(approach: Approach, signals: Signals, column: int) -> Place | None:
    """The quotation for an indicator, or None when no text shows it."""
    found = signals.fields.get(column)
    if found is not None and found.message is not None and found.points >= 0.4:
        text = approach.messages[found.message].text
        return Place(found.message, found.start, found.end, text[found.start : found.end])
    where = signals.place(column)
    if where is None:
        return None
    turn, start, end = where
    place = signals.thread.turns[turn].place(approach, start, end)
    return place if place.quote else None
