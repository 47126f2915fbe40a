"""Regular expressions that are compiled when first used, so that importing stays fast."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Pattern"]


class Pattern:
    """A regular expression, compiled at its first use and then as fast as one of `re`.

    Parameters
    ----------
    source : str
        As for `re.compile`. It must have one way to match at a place: no nested
        repetition over the same characters, every repetition bounded or anchored.
    flags : int
        As for `re.compile`.

    Examples
    --------
    >>> Pattern("[0-9]+").findall("1 and 22")
    ['1', '22']
    """

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Any
    sub: Any

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        # Reached once: the methods of the compiled pattern become attributes of this object.
        if name not in {"search", "match", "fullmatch", "finditer", "findall", "sub"}:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)
