"""The detector: approach -> strengths and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recruitrisk.approach import Approach
from recruitrisk.evidence.finding import SHOWN, Evidence, Findings
from recruitrisk.evidence.heads import StrengthHeads
from recruitrisk.evidence.meaning import SentenceMeaning
from recruitrisk.evidence.signals import Signals, quote_place, read_many, read_signals
from recruitrisk.indicators import CATALOGUE

__all__ = ["Detector"]

_MIN_KNOWN = 0.35
_MIN_WORDS = 3
_BLOCK = 64
"""Approaches that are read together: enough to share the cost of a call, few enough to stay in the processor's cache."""


class Detector:
    """Finds all indicators of the catalogue in an approach.

    Parameters
    ----------
    meaning : SentenceMeaning
        Sentence classifiers with the catalogue's columns.
    heads : StrengthHeads
        From signals to strengths.
    """

    def __init__(self, meaning: SentenceMeaning, heads: StrengthHeads) -> None:
        self.meaning, self.heads = meaning, heads

    def signals(self, approach: Approach) -> Signals:
        """Raw signals; see `recruitrisk.evidence.signals.read_signals`."""
        return read_signals(approach, self.meaning)

    def detect(self, approach: Approach) -> Findings:
        """Strengths and evidence of one approach.

        Parameters
        ----------
        approach : Approach
            Marks of the user stand instead of what would be detected.

        Returns
        -------
        Findings
        """
        return self.detect_many([approach])[0]

    def detect_many(self, approaches: Sequence[Approach]) -> list[Findings]:
        """Strengths and evidence of many approaches; each comes out as alone.

        Parameters
        ----------
        approaches : sequence of Approach

        Returns
        -------
        list of Findings
            In the order of `approaches`.
        """
        out: list[Findings] = []
        for first in range(0, len(approaches), _BLOCK):
            block = approaches[first : first + _BLOCK]
            signals = read_many(self.meaning, block)
            inputs = np.stack([one.inputs for one in signals])
            strengths, unanswered = self.heads.strengths(inputs), self.heads.strengths(inputs, answered=False)
            out += map(self._findings, block, signals, strengths, unanswered)
        return out

    def _findings(
        self,
        approach: Approach,
        signals: Signals,
        strengths: NDArray[np.float64],
        unanswered: NDArray[np.float64],
    ) -> Findings:
        notes = self._notes(signals)
        words = sum(len(s.words) - s.words.count("?") - s.words.count("!") for s in signals.thread.sentences)
        if words < _MIN_WORDS or signals.least_known < _MIN_KNOWN:
            facts = np.array([column in signals.fields for column in range(len(CATALOGUE))])
            strengths = np.where(facts | (strengths >= SHOWN), strengths, np.nan)
            unanswered = np.where(facts | (unanswered >= SHOWN), unanswered, np.nan)
            words = 0 if signals.known < _MIN_KNOWN else words
        evidence: dict[str, Evidence] = {}
        told: dict[str, str] = {}
        for clue in approach.clues:
            told[clue.indicator] = (
                f"{told[clue.indicator]}; {clue.says}" if clue.indicator in told else clue.says
            )
        shown = strengths >= SHOWN
        for column in np.flatnonzero(shown).tolist() if not told else range(len(CATALOGUE)):
            key = CATALOGUE[column].id
            if shown[column]:
                evidence[key] = self._evidence(approach, signals, column, told.get(key, ""))
            elif told.get(key):
                evidence[key] = Evidence(says=told[key])
        for key, value in approach.marks.items():
            column = next(c for c, i in enumerate(CATALOGUE) if i.id == key)
            strengths[column] = unanswered[column] = value
            evidence[key] = Evidence(says=f"{value:g}", by_user=True)
        return Findings(strengths, evidence, notes, words, unanswered)

    def transform(self, approaches: Iterable[Approach]) -> NDArray[np.float64]:
        """Strengths of many, shape (n_approaches, n_indicators)."""
        rows: Sequence[Any] = [found.strengths for found in self.detect_many(list(approaches))]
        return np.stack(rows) if rows else np.zeros((0, len(CATALOGUE)))

    def _evidence(self, approach: Approach, signals: Signals, column: int, told: str) -> Evidence:
        found = signals.fields.get(column)
        by_fields = found is not None and found.points >= 0.4
        text = signals.inputs[column, 0]
        shown_by_text = signals.inputs[column, 2] > 0 or text > 0.45
        place = quote_place(approach, signals, column) if (not by_fields or shown_by_text) else None
        if found is not None and found.message is not None and by_fields:
            place = quote_place(approach, signals, column)
        if found is None or not by_fields:
            if place is None and found is not None:
                return Evidence(None, found.fields, found.says)
            return Evidence(place, says=told)
        return Evidence(place, found.fields, found.says)

    def _notes(self, signals: Signals) -> list[str]:
        notes = []
        if signals.thread.sentences and signals.known < 0.6:
            if signals.known < _MIN_KNOWN:
                notes.append("text is in a language or form that is not covered; it was not scored")
            else:
                notes.append(
                    f"only {signals.known:.0%} of the words are known to the vocabulary; read with care"
                )
        elif signals.least_known < _MIN_KNOWN:
            notes.append(
                "a part is in a language or form that is not covered; what is not found counts as unknown"
            )
        if signals.thread.cut:
            notes.append("a very long thread: only its first 4,000 sentences were read")
        hidden = [t for t in signals.thread.turns if _disguised(t.raw, t.normal.text)]
        if hidden:
            notes.append("text held hidden, look-alike or spaced-out characters; it was read without them")
        return notes


def _disguised(raw: str, text: str) -> bool:
    """Whether letters were hidden: zero-width inside of words, look-alikes, spaced-out words."""
    if raw.isascii() and len(text) >= len(raw) * 0.9:
        return False
    return any(c in raw for c in "\u200b\u200c\u200d\u2060\u202e\u00ad") or (
        len(text) < len(raw) * 0.85 and "<" not in raw
    )
