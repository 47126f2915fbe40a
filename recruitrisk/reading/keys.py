"""Keys that were seen, in 16 bytes each: so that memory grows little, however long a table is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["Keys"]

_Hashes = NDArray[np.uint64]


def _hashes(keys: Sequence[str]) -> _Hashes:
    """Two hashes of each key, shape (n, 2); those of Python, which are the same within a process alone."""
    pairs = [(hash(key) & 0xFFFFFFFFFFFFFFFF, hash((key, 1)) & 0xFFFFFFFFFFFFFFFF) for key in keys]
    return np.array(pairs, dtype=np.uint64).reshape(-1, 2)


class Keys:
    """A set of keys that only grows. Keys are told apart by 128 bits of hash.

    Examples
    --------
    >>> keys = Keys()
    >>> keys.add(["a", "b", "a"]), keys.add(["c", "b"])
    ([False, False, True], [False, True])
    >>> "c" in keys, "d" in keys
    (True, False)
    """

    def __init__(self) -> None:
        self._runs: list[_Hashes] = []  # each sorted by its first column; each longer than the next

    def add(self, keys: Sequence[str]) -> list[bool]:
        """Add keys; tells of each whether it was there before, or stands earlier among these."""
        if not keys:
            return []
        found = _hashes(keys)
        known = self._known(found)
        own: set[str] = set()
        for at, key in enumerate(keys):
            if key in own:
                known[at] = True
            own.add(key)
        new = found[~known]
        if len(new):
            self._runs.append(new[np.argsort(new[:, 0], kind="stable")])
        while len(self._runs) > 1 and len(self._runs[-2]) < 2 * len(self._runs[-1]):
            last = np.concatenate([self._runs[-2], self._runs.pop()])
            self._runs[-1] = last[np.argsort(last[:, 0], kind="stable")]
        answer: list[bool] = known.tolist()
        return answer

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and bool(self._known(_hashes([key]))[0])

    def missing(self, keys: Iterable[str]) -> set[str]:
        """Those of `keys` that were not seen."""
        listed = list(keys)
        return {key for key, known in zip(listed, self._known(_hashes(listed)), strict=True) if not known}

    def _known(self, found: _Hashes) -> NDArray[np.bool_]:
        known = np.zeros(len(found), dtype=bool)
        for run in self._runs:
            for at in np.flatnonzero(np.isin(found[:, 0], run[:, 0]) & ~known).tolist():
                first = int(np.searchsorted(run[:, 0], found[at, 0], side="left"))
                last = int(np.searchsorted(run[:, 0], found[at, 0], side="right"))
                known[at] = bool((run[first:last, 1] == found[at, 1]).any())
        return known
