"""How far two markings of the same scenes agree: what a mark is worth. For the page that `benchmarks.census` writes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from recruitrisk.indicators import ids
from recruitrisk.synthetic.wordings import scenes

__all__ = ["Agreement", "agreement", "upheld"]

_SMOOTH = 4.0  # counts of a mark that is upheld as often as all are, added to each indicator


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of one indicator, over the inbound sentences of all scenes that were marked twice.

    Attributes
    ----------
    both, one : int
        Sentences that both markings say show it, and that only one says.
    scenes_both, scenes_one : int
        The same, by scene.
    first : int
        Sentences that the first marking says show it.
    """

    both: int
    one: int
    scenes_both: int
    scenes_one: int
    first: int

    @property
    def f1(self) -> float:
        """F1 of one marking against the other, by scene; NaN when neither has a mark."""
        most = 2 * self.scenes_both + self.scenes_one
        return 2 * self.scenes_both / most if most else float("nan")

    @property
    def f1_sentences(self) -> float:
        """The same by sentence."""
        most = 2 * self.both + self.one
        return 2 * self.both / most if most else float("nan")


@cache
def agreement() -> dict[str, Agreement]:
    """Agreement of the two markings, by indicator."""
    found = {}
    twice = [[p for m in s.messages if m.inbound for p in m.pieces] for s in scenes()]
    twice = [pieces for pieces in twice if pieces and all(p.twice for p in pieces)]
    for key in ids():
        both = one = scenes_both = scenes_one = first = 0
        for pieces in twice:
            agreed = sum(key in p.shows for p in pieces)
            apart = [p for p in pieces if key in p.disputed]
            firsts = agreed + sum(key in p.first_only for p in apart)
            by_first, by_second = firsts > 0, agreed > 0 or any(key not in p.first_only for p in apart)
            both += agreed
            one += len(apart)
            first += firsts
            scenes_both += by_first and by_second
            scenes_one += by_first != by_second
        found[key] = Agreement(both, one, scenes_both, scenes_one, first)
    return found


@cache
def upheld() -> dict[str, float]:
    """How likely a first mark of each indicator is upheld by the second, smoothed toward that of all."""
    all_both = sum(a.both for a in agreement().values())
    all_first = sum(a.first for a in agreement().values())
    mean = all_both / all_first if all_first else 1.0
    return {key: (a.both + _SMOOTH * mean) / (a.first + _SMOOTH) for key, a in agreement().items()}
