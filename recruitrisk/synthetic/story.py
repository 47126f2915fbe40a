"""A story: what a family of kinds has in common."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

__all__ = ["Story", "fits"]


@dataclass(frozen=True, slots=True)
class Story:
    """A genuine family or a risky playbook.

    Attributes
    ----------
    key : str
        snake_case.
    label : int or None
        1 risky, 0 genuine, None another harm.
    name : str
        A few words for a table.
    story : str
        What happens, in a line.
    source : str
        The advisory or case; ``own judgement`` for what honest senders do.
    words : tuple of str
        Words of a kind (``trip``), beginnings of words (``travel*``), or several words (``think_tank``).
    signs : tuple of str
        Indicators of which any one is enough when no story's words fit.
    """

    key: str
    label: int | None
    name: str
    story: str
    source: str
    words: tuple[str, ...]
    signs: tuple[str, ...] = ()


@cache
def _rule(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"_{re.escape(w[:-1])}" if w.endswith("*") else f"_{re.escape(w)}_" for w in words)
    )


def fits(kind: str, words: tuple[str, ...]) -> bool:
    """Whether any of a story's words stands in a kind.

    Examples
    --------
    >>> fits("space_think_tank_call", ("think_tank",)), fits("travelling_poet", ("travel*",)), fits("protrip", ("trip",))
    (True, True, False)
    """
    return bool(words) and _rule(words).search(f"_{kind}_") is not None
