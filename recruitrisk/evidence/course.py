"""Signs in the course of a conversation: what came when, and before what.

Each function reads sentence probabilities, shape (n_sentences, n_indicators), and gives a
number from 0 to 1, or None when the course can't tell (a single message can't escalate).
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from recruitrisk.evidence.thread import Thread
from recruitrisk.indicators import CATALOGUE

__all__ = ["COURSE", "CourseFinding"]

CourseFinding = tuple[float, int]
"""The measure and the index of the sentence that shows it."""

_AT = {indicator.id: column for column, indicator in enumerate(CATALOGUE)}
_EARLY_MESSAGES = 2
_EARLY_HOURS = 48.0
_TOLD = [_AT[i] for i in ("named_client", "formal_process", "stated_terms", "public_reference")]
_OPEN = [_AT[i] for i in ("vague_client", "vague_role")]
_EARLY = [*_TOLD, *_OPEN, _AT["off_platform_move"]]
_EVADES = _AT["evades_verification"]

# How sensitive it is to be asked for this, 0 to 1; own judgement after the advisories' order
# (CV, then a public report, then people and access, then what is not public, then pressure).
_SENSITIVITY = {
    "early_cv_request": 0.25, "report_commission": 0.35, "access_interest": 0.5, "network_mapping": 0.6,
    "device_or_software": 0.7, "insider_information": 0.95, "secrecy_request": 0.6, "coercion": 1.0,
}  # fmt: skip
_ASKS = np.array([_AT[i] for i in _SENSITIVITY])
_LEVELS = np.array(list(_SENSITIVITY.values()))


def _fast_off_platform(thread: Thread, p: NDArray[np.float64]) -> CourseFinding | None:
    """The wish to leave the platform in the first two inbound messages, before client and duties are told.

    A client or role that is left open so far makes it plainer; many sentences before it make it less hasty.
    """
    best: CourseFinding = (0.0, 0)
    told = left_open = 0.0  # the most so far
    early = 0
    for sentence in thread.sentences:
        if (
            sentence.inbound_index >= _EARLY_MESSAGES
            or thread.hours.get(sentence.turn, 0.0) > _EARLY_HOURS * 5
        ):
            break
        early += 1
    for at, row in enumerate(p[:early, _EARLY].tolist()):
        told = max(told, *row[: len(_TOLD)])
        left_open = max(left_open, *row[len(_TOLD) : -1])
        answered = min(max((told - 0.5) * 2, 0.0), 1.0)
        haste = 1 / (1 + max(0, at - 3) / 8)
        value = row[-1] * (1 - 0.7 * answered) * (0.6 + 0.4 * left_open) * haste
        if value > best[0]:
            best = (value, at)
    return best


def _evades_verification(thread: Thread, p: NDArray[np.float64]) -> CourseFinding | None:
    """An excuse in the turn that answers a question of the recipient about who is behind it; 0 when none was asked."""
    best: CourseFinding = (0.0, 0)
    if not any(turn.asked for turn in thread.turns):
        return best
    for at, (sentence, shown) in enumerate(zip(thread.sentences, p[:, _EVADES].tolist(), strict=True)):
        if thread.turns[sentence.turn].asked and shown > best[0]:
            best = (math.sqrt(shown), at)
    return best


def _escalation(thread: Thread, p: NDArray[np.float64]) -> CourseFinding | None:
    """How much more sensitive a later ask is than those of the first message."""
    if thread.inbound < 2:
        return None
    first, later, where = 0.0, 0.0, 0
    levels = (p[:, _ASKS] * _LEVELS).max(axis=1).tolist()
    for at, (sentence, level) in enumerate(zip(thread.sentences, levels, strict=True)):
        if sentence.inbound_index == 0:
            first = max(first, level)
        elif level > later:
            later, where = level, at
    return max(0.0, later - 0.6 * first), where


COURSE: dict[str, Callable[[Thread, NDArray[np.float64]], CourseFinding | None]] = {
    "fast_off_platform": _fast_off_platform,
    "escalation": _escalation,
    "evades_verification": _evades_verification,
}
"""Indicator id -> its measure of the course. An indicator here is unknown where the measure is None."""
