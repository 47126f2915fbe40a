"""Runs of neighbouring sentences, which the weights of whole texts read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

__all__ = ["runs"]

_SHORT = 64  # sentences of a text whose runs are read all at once
_RUN = 12  # sentences that are read together, as many as most texts to learn from have


@lru_cache(64)
def _short_runs(n: int) -> tuple[tuple[NDArray[np.intp], NDArray[np.intp]], ...]:
    return tuple(_made_runs(n))


def runs(n: int) -> Iterable[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """All runs of up to twelve of the sentences of a text, some at a time.

    Parameters
    ----------
    n : int
        Sentences.

    Returns
    -------
    iterable of (first, last)
        Arrays of the first sentence of each run and of the one behind its last.

    Examples
    --------
    >>> [(first.tolist(), last.tolist()) for first, last in runs(2)]
    [([0, 1, 0], [1, 2, 2])]
    """
    return _short_runs(n) if n <= _SHORT else _made_runs(n)


def _made_runs(n: int) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    sizes = [np.arange(n - size + 1) for size in range(1, min(n, _RUN) + 1)]
    if n <= _SHORT:
        first = np.concatenate(sizes)
        yield first, first + np.repeat(np.arange(1, len(sizes) + 1), [len(s) for s in sizes])
    else:
        for size, first in enumerate(sizes, 1):
            yield first, first + size
