"""Answers that are remembered: pure functions of a short text, asked for the same few over and over."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

__all__ = ["remembered"]

P = ParamSpec("P")
R = TypeVar("R")

_LONGEST = 80


def remembered(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Remember the answers of a function of text, the latest so many; so memory is bounded whatever is asked.

    Parameters
    ----------
    most : int
        How many answers.

    Returns
    -------
    callable
        A decorator. A first argument of more than 80 characters is answered anew each time.

    Examples
    --------
    >>> @remembered(100)
    ... def length(text: str) -> int:
    ...     return len(text)
    >>> length("pay"), length("pay" * 100)
    (3, 300)
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        kept = lru_cache(maxsize=most, typed=True)(function)

        @wraps(function)
        def answered(*args: P.args, **kwargs: P.kwargs) -> R:
            first = args[0]
            if isinstance(first, str) and len(first) > _LONGEST:
                return function(*args, **kwargs)
            return kept(*args, **kwargs)  # type: ignore[arg-type]

        return answered

    return decorate
