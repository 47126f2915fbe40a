"""Drawing at random in a way that stays the same for ever.

Only ``random.Random.random`` is used, whose stream Python guarantees for a seed; choices
are made from it here. Each approach has a generator of its own, made from the seed and its number, so
chunks, workers and processes give the same bytes.
"""

from __future__ import annotations

import hashlib
import math
import random
from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

__all__ = ["Draw"]

T = TypeVar("T")


class Draw:
    """A stream of random choices for one thing.

    Parameters
    ----------
    *key : int or str
        What the stream belongs to, e.g. ``(seed, number)``.

    Examples
    --------
    >>> Draw(7, 0).pick("abc") == Draw(7, 0).pick("abc")
    True
    """

    def __init__(self, *key: int | str) -> None:
        digest = hashlib.blake2b(repr(key).encode(), digest_size=16).digest()
        self._random = random.Random(int.from_bytes(digest, "big")).random

    def unit(self) -> float:
        """A number in [0, 1)."""
        return self._random()

    def chance(self, p: float) -> bool:
        """True with probability `p`."""
        return self._random() < p

    def pick(self, items: Sequence[T]) -> T:
        """One of `items`, each as likely."""
        return items[int(self._random() * len(items))]

    def weighted(self, items: Sequence[T], weights: Sequence[float]) -> T:
        """One of `items`, as likely as its weight says."""
        at = self._random() * math.fsum(weights)
        for item, weight in zip(items, weights, strict=True):
            at -= weight
            if at < 0:
                return item
        return items[-1]

    def by_sums(self, items: Sequence[T], sums: Sequence[float]) -> T:
        """One of `items`, as likely as its step in `sums`, the running sums of the weights."""
        return items[min(bisect_right(sums, self._random() * sums[-1]), len(items) - 1)]

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self._random() * (high - low + 1))

    def log_whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, small ones as likely as large ones by ratio."""
        return round(math.exp(math.log(low) + self._random() * (math.log(high) - math.log(low))))
