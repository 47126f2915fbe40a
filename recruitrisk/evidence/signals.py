"""Raw signals of one approach: for each indicator what the classifiers, patterns, columns and the course say.

These are the inputs of the heads (`recruitrisk.evidence.heads`), which turn them into one strength each.
"""

from __future__ import annotations

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
from recruitrisk.evidence.patterns import sentence_hits
from recruitrisk.evidence.payment import level_finding, offers, piece_finding
from recruitrisk.evidence.thread import Place, Thread, read_thread
from recruitrisk.indicators import CATALOGUE
from recruitrisk.text.tokens import known_words

__all__ = ["CONTEXT", "INPUTS", "Signals", "read_signals"]

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


@dataclass(slots=True)
class Signals:
    """Raw signals.

    Attributes
    ----------
    inputs : ndarray, shape (n_indicators, 7)
        See `INPUTS`; NaN where there was nothing to read.
    top : ndarray of int, shape (n_indicators,)
        The sentence that shows each best; empty where there was nothing to read.
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
    top: NDArray[np.intp]
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
        if not len(self.top):
            return None
        if column in self.course:
            sentence = self.thread.sentences[self.course[column]]
            return sentence.turn, sentence.start, sentence.end
        at = int(self.top[column])
        return _best_span(self.thread, self.meaning, at, column, self.hits.get((at, column)))


def _best_span(
    thread: Thread, meaning: SentenceMeaning, at: int, column: int, hit: tuple[int, int] | None
) -> tuple[int, int, int]:
    """The sentence, or for a long one the part of it that carries the sign."""
    sentence = thread.sentences[at]
    start, end = sentence.start, sentence.end
    if end - start <= 170 or not sentence.tokens:
        return sentence.turn, start, end
    if hit is not None:
        focus = (hit[0] + hit[1]) // 2
    else:
        names = [t.text for t in sentence.tokens]
        influence = meaning.influence(names, column) if column < len(meaning.ids) else np.zeros(len(names))
        smooth = np.convolve(influence, np.ones(7), mode="same")
        token = sentence.tokens[int(smooth.argmax())]
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
    thread = read_thread(approach)
    n = len(CATALOGUE)
    inputs = np.full((n, len(INPUTS)), np.nan)
    top = np.zeros(0, dtype=np.intp)
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    course: dict[int, int] = {}
    fields: dict[int, FieldFinding] = {}
    known = least = float("nan")
    if thread.sentences:
        known, least = _known_shares(thread)
        z, whole = meaning.read([[t.text for t in s.tokens] for s in thread.sentences])
        hits = _pattern_matrix(thread)
        pattern = np.zeros_like(z)
        for at, column, strength, start, end in hits:
            if strength > pattern[at, column]:
                pattern[at, column] = strength
                spans[at, column] = (start, end)
        p = 1.0 / (1.0 + np.exp(-z))
        both = 1 - (1 - p) * (1 - pattern)
        top = both.argmax(axis=0)
        ordered = np.sort(_scaled(z), axis=0)
        inputs[:, 0] = ordered[-1]
        inputs[:, 1] = ordered[-2] if len(ordered) > 1 else 0.0
        inputs[:, 2] = pattern.max(axis=0)
        inputs[:, 3:6] = 0.0
        inputs[:, 6] = np.minimum(_scaled(whole), inputs[:, 0] + _AHEAD)
        for key, answers in CONTEXT.items():
            answered = both[:, [_AT[a] for a in answers]].max()
            inputs[_AT[key], 5] = float(np.clip((answered - 0.5) * 2, 0, 1))
        for key, measure in COURSE.items():
            found = measure(thread, both)
            column = _AT[key]
            if found is None:
                inputs[column, 4] = np.nan
                continue
            inputs[column, 4] = found[0]
            if found[0] > 0.3 or both[:, column].max() < 0.3:
                course[column] = found[1]
    _read_columns(approach, inputs, fields)
    return Signals(inputs, top, spans, course, fields, thread, known, least, meaning)


def _known_shares(thread: Thread) -> tuple[float, float]:
    """Share of known words of the whole, and the least of a stretch at its start or end."""
    counts = np.array([known_words(s.tokens) for s in thread.sentences], dtype=np.float64)
    known, words = counts.sum(axis=0)
    if not words:
        return float("nan"), float("nan")
    share = least = float(known / words)
    for way in (1, -1):
        runs = counts[::way].cumsum(axis=0)
        runs = runs[runs[:, 1] >= _STRETCH]
        least = min([least, *(runs[:, 0] / runs[:, 1]).tolist()])
    return share, least


def _scaled(z: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-odds, clipped, as 0 to 1."""
    return np.asarray((np.clip(z, -_CLIP, _CLIP) + _CLIP) / (2 * _CLIP))


def _pattern_matrix(thread: Thread) -> list[tuple[int, int, float, int, int]]:
    out: list[tuple[int, int, float, int, int]] = []
    base = 0
    for number, turn in enumerate(thread.turns):
        spans = [(s.start, s.end) for s in thread.sentences if s.turn == number]
        if not spans:
            continue
        for at, hits in enumerate(sentence_hits(turn.normal.text, spans)):
            out.extend((base + at, h.column, h.strength, h.start, h.end) for h in hits)
        base += len(spans)
    return out


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
            found = with_clues(found, (clue for clue in approach.clues if clue.indicator == indicator.id))
            inputs[column, 3] = found.points if found is not None else np.nan
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
