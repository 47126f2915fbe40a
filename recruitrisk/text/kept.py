"""What was read is kept for a while: recruiters send the same words to many.

Only what is a function of the text alone is kept, in memory and for as long as the process lives; so results are the same with
and without, to the last digit.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar, Generic, TypeVar

__all__ = ["Kept"]

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept(Generic[K, V]):
    """A mapping that forgets what was not asked for lately, bounded in bytes.

    What is new goes into the young half; when that is full it becomes the old half, and the old one is forgotten. So an
    entry is found for as long as it is asked for now and then, and neither half needs an order.

    Parameters
    ----------
    budget : int
        Bytes, by the costs that `keep` is told.

    Attributes
    ----------
    enabled : bool
        Of the class: False keeps nothing, to measure what that costs.

    Examples
    --------
    >>> kept = Kept[str, int](100_000)
    >>> kept.keep("a", 1, cost=400)
    >>> kept.get("a"), kept.get("b")
    (1, None)
    """

    enabled: ClassVar[bool] = True

    def __init__(self, budget: int) -> None:
        self.budget = budget
        self._young: dict[K, tuple[V, int]] = {}
        self._old: dict[K, tuple[V, int]] = {}
        self._used = 0

    def __len__(self) -> int:
        return len(self._young.keys() | self._old.keys())

    def __getstate__(self) -> int:
        """A copy for another process begins empty."""
        return self.budget

    def __setstate__(self, budget: int) -> None:
        self.__init__(budget)  # type: ignore[misc]

    def get(self, key: K) -> V | None:
        """What is kept under a key, or None."""
        found = self._young.get(key)
        if found is None and self._old:
            found = self._old.get(key)
            if found is not None:
                self.keep(key, *found)
        return None if found is None else found[0]

    def keep(self, key: K, value: V, cost: int) -> None:
        """Keep a value that takes so many bytes; one larger than a hundredth of the budget is not kept."""
        if not self.enabled or cost * 100 > self.budget:
            return
        if self._used + cost > self.budget // 2:
            self._old, self._young, self._used = self._young, {}, 0
        self._young[key] = value, cost
        self._used += cost
