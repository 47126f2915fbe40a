"""From raw text to its canonical form, with a map back to the raw offsets.

The canonical form is what patterns and sentence classifiers read: lower case, one space
between words, straight quotes, HTML and hidden characters gone, look-alikes, styled and
spaced-out letters folded. A quotation is then cut from the *raw* text through the map, so it is an
exact piece of the input.

Most messages need nothing but `recruitrisk.text.characters.fold`, which keeps every offset. One run of a
linear-time automaton tells which of the passes of `recruitrisk.text.passes` and
`recruitrisk.text.disguises` have anything to do; these run, in rounds, until none changes the text. So
normalising a canonical text changes nothing. Each pass is linear in the text and records what
it replaced. To add a pass, add it to ``SURFACE`` or ``DISGUISES``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import re2

from recruitrisk.text.characters import confusables, fold
from recruitrisk.text.disguises import DISGUISES
from recruitrisk.text.kept import Kept
from recruitrisk.text.lookalikes import with_latin_capitals
from recruitrisk.text.passes import SURFACE, Edit

__all__ = ["Normalised", "canonical", "normalise", "other_letters"]

_PASSES = (*SURFACE, *DISGUISES)
_MAX_ROUNDS = 8
_MAX_MEMORY = 16 << 20

_LATIN = re.compile("[a-z\u00df-\u024f\u1e00-\u1eff]")
_OTHER_LETTERS = "\u0370-\u1dff\u2c00-\ua7ff\uac00-\ud7af\u3040-\u9fff\uf900-\ufaff"


@cache
def other_letters() -> re.Pattern[str]:
    """A letter of another script than Latin; compiled when a text holds one."""
    return re.compile(f"[{_OTHER_LETTERS}]")


@dataclass(frozen=True, slots=True)
class _Step:
    """One pass's edits, as sorted arrays: where each stands in its output and in its input."""

    out_start: list[int]
    out_end: list[int]
    in_start: list[int]
    in_end: list[int]

    def start(self, offset: int) -> int:
        """Input offset of the character that stands at `offset` in the output."""
        at = bisect_right(self.out_start, offset) - 1
        if at < 0:
            return offset
        if offset < self.out_end[at]:
            return self.in_start[at]
        return self.in_end[at] + offset - self.out_end[at]

    def end(self, offset: int) -> int:
        """Input offset just behind the character that ends at `offset` in the output."""
        if offset <= 0:
            return 0
        last = offset - 1
        at = bisect_right(self.out_start, last) - 1
        if at >= 0 and last < self.out_end[at]:
            return self.in_end[at]
        return self.start(last) + 1


@dataclass(frozen=True, slots=True)
class Normalised:
    """Canonical text and the way back.

    Attributes
    ----------
    text : str
        Canonical form.
    raw : str
        What was given.
    latin : bool
        Whether the text is mainly of Latin letters.
    """

    text: str
    raw: str
    _steps: tuple[_Step, ...] = ()
    latin: bool = True

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in `raw` of the canonical slice ``text[start:end]``.

        Parameters
        ----------
        start, end : int
            ``0 <= start <= end <= len(text)``, in characters.

        Returns
        -------
        tuple of int
            ``raw[a:b]`` holds what the slice was made from.
        """
        for step in reversed(self._steps):
            start, end = step.start(start), step.end(end)
        return start, max(start, end)

    def quote(self, start: int, end: int) -> str:
        """The exact piece of the raw text that the canonical slice was made from."""
        a, b = self.raw_span(start, end)
        return self.raw[a:b]

    @property
    def hidden(self) -> bool:
        """Whether anything moved: offsets in `text` and `raw` differ."""
        return bool(self._steps)


def _apply(text: str, edits: Iterable[Edit]) -> tuple[str, _Step | None]:
    parts: list[str] = []
    step = _Step([], [], [], [])
    at = length = 0
    for start, end, new in edits:
        if text[start:end] == new:
            continue
        parts.append(text[at:start])
        length += start - at
        step.out_start.append(length)
        step.in_start.append(start)
        parts.append(new)
        length += len(new)
        step.out_end.append(length)
        step.in_end.append(end)
        at = end
    if not step.out_start:
        return text, None
    parts.append(text[at:])
    return "".join(parts), step


@cache
def _gate() -> re2.Set:
    """Which passes have anything to do, and last whether there are letters of other scripts."""
    options = re2.Options()
    options.max_mem = _MAX_MEMORY
    gate = re2.Set.SearchSet(options)
    for one in _PASSES:
        gate.Add(one.trigger)
    gate.Add(f"[{_OTHER_LETTERS}]")
    gate.Compile()
    return gate


_PLAIN = re.compile(
    "[a-z]{2,}|[\u0621-\u064a\u05d0-\u05ea\u0904-\u0939\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]+|[\u0400-\u04ff]{2,}"
)


def _bluntly(text: str) -> Iterator[Edit]:
    """What is left of text that no number of rounds brings to rest: its words alone.

    On words of two letters or more, of one script, with a space between and no letter three times in a row,
    no pass has anything to do.
    """
    table = confusables()
    at = 0
    for word in _PLAIN.finditer(text):
        if all(c in table for c in word[0]):
            continue
        yield at, word.start(), " " if at else ""
        for run in re.finditer(r"([a-z])\1{2,}", word[0]):
            yield word.start() + run.start(), word.start() + run.end(), run[1] * 2
        at = word.end()
    yield at, len(text), ""


def normalise(raw: str) -> Normalised:
    """Bring text into its canonical form.

    Parameters
    ----------
    raw : str
        Any text; HTML is allowed.

    Returns
    -------
    Normalised
        Canonical text with the map back. Time and memory are linear in ``len(raw)``.

    Examples
    --------
    >>> n = normalise("add me on <b>W h a t s A p p</b> please")
    >>> n.text
    'add me on whatsapp please'
    >>> n.quote(10, 18)
    'W h a t s A p p'
    """
    kept = _kept.get(raw)
    if kept is None:
        kept = _normalised(raw)
        steps = sum(len(step.out_start) for step in kept._steps)
        _kept.keep(raw, kept, 200 + 3 * len(raw) + 150 * steps)
    return kept


_kept = Kept[str, Normalised](8 << 20)


def _normalised(raw: str) -> Normalised:
    text, steps = fold(with_latin_capitals(raw)), []
    gate = _gate()
    other = False
    for left in reversed(range(_MAX_ROUNDS)):
        before = text
        for at in sorted(gate.Match(text) or ()):
            if at == len(_PASSES):
                other = True
                continue
            changed, step = _apply(text, _PASSES[at].edits(text))
            if step is not None:
                steps.append(step)
                text = fold(with_latin_capitals(changed))
        if text == before:
            break
        if not left:
            text, step = _apply(text, _bluntly(text))
            steps += [step] if step else []
    latin = not other or len(_LATIN.findall(text)) >= 2 * len(other_letters().findall(text))
    return Normalised(text, raw, tuple(steps), latin)


def canonical(raw: str) -> str:
    """The canonical form alone; see `normalise`."""
    return normalise(raw).text
