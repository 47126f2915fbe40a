r"""Gates: one run of a linear-time automaton tells which searches of a text can find anything at all.

A gate is only ever *wider* than the search behind it: where it is shut, nothing would be found; where it is open, the search
itself decides. So results are the same with and without (``tests/test_gates.py``). Triggers are of RE2's syntax, in which ``\b``,
``\d``, ``\s`` and ``\w`` know ASCII alone; `BLANK` and `DIGIT` are what Python's ``\s`` and ``\d`` are.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

__all__ = ["BLANK", "DIGIT", "Gates"]

BLANK = r"[\t-\r\x1c-\x20\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]"
"""What ``\\s`` is to Python, in RE2's syntax."""
DIGIT = r"\p{Nd}"
"""What ``\\d`` is to Python, in RE2's syntax."""

_MAX_MEMORY = 16 << 20
_ODD = ("\u0131", "\u0130")  # letters that Python takes for an i where case does not count, and RE2 does not


class Gates:
    """A set of triggers, compiled when first asked.

    Parameters
    ----------
    triggers : mapping of str to str
        Name -> what must stand in a text for the search to find anything; case does not count.

    Attributes
    ----------
    enabled : bool
        Of the class: False leaves every gate open, to test that this changes nothing.

    Examples
    --------
    >>> sorted(Gates({"mail": "@", "digit": "[0-9]"}).open("write to jane@example.com"))
    ['mail']
    """

    enabled: ClassVar[bool] = True

    def __init__(self, triggers: Mapping[str, str]) -> None:
        self._triggers = dict(triggers)
        self._all = frozenset(triggers)
        self._last: tuple[str, frozenset[str]] = ("", self._all)

    @cached_property
    def _set(self) -> Any:
        import re2

        options = re2.Options()
        options.max_mem = _MAX_MEMORY
        options.case_sensitive = False
        found = re2.Set.SearchSet(options)
        for trigger in self._triggers.values():
            found.Add(trigger)
        found.Add("")  # matches in any text: when it does not, the automaton gave up
        found.Compile()
        return found

    @cached_property
    def _names(self) -> dict[tuple[int, ...], frozenset[str]]:
        return {}

    def open(self, text: str) -> frozenset[str]:
        """Names of the gates that a text leaves open.

        Parameters
        ----------
        text : str
            Any text; the answer of the last one is kept.
        """
        last = self._last
        if last[0] is text:
            return last[1]
        found = self._open(text) if self.enabled else self._all
        self._last = text, found
        return found

    def _open(self, text: str) -> frozenset[str]:
        if not text.isascii() and any(letter in text for letter in _ODD):
            return self._all
        matched = self._set.Match(text.encode("utf-8", "replace"))
        if not matched:
            return self._all
        key = tuple(matched)
        names = self._names.get(key)
        if names is None:
            every = tuple(self._triggers)
            names = frozenset(every[at] for at in key if at < len(every)) if len(every) in key else self._all
            self._names[key] = names
        return names

    def __getstate__(self) -> dict[str, str]:
        """Triggers alone: the automaton is compiled where it is used."""
        return self._triggers

    def __setstate__(self, triggers: dict[str, str]) -> None:
        self.__init__(triggers)  # type: ignore[misc]
