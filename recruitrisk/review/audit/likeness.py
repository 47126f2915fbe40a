"""Where the world is unlike the independent set, indicator by indicator."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from recruitrisk.indicators import CATALOGUE
from recruitrisk.review.conversations import read_conversations
from recruitrisk.review.review import independent_path
from recruitrisk.synthetic import Synthetic

__all__ = ["Likeness", "compare", "draw_figure"]

_UNMARKED = frozenset({"donation_leverage", "coercion"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """Shares of approaches that truly show an indicator.

    Attributes
    ----------
    indicator : str
    risky, genuine : float
        In the synthetic world.
    risky_independent, genuine_independent : float
        In the independent set, by its marks; NaN when the set does not mark it.
    """

    indicator: str
    risky: float
    genuine: float
    risky_independent: float
    genuine_independent: float


def compare(world: Synthetic) -> list[Likeness]:
    """Shares in the world and in the independent set. They describe; nothing is set after them."""
    theirs = read_conversations(independent_path())
    out = []
    for indicator in CATALOGUE:
        key = indicator.id
        marked = indicator.direction == "raises" and key not in _UNMARKED
        shares: list[float] = []
        for label in (1, 0):
            ours = [key in s for s, x in zip(world.shows, world.labels, strict=True) if x == label]
            other = [key in c.indicators for c in theirs if c.label == label]
            shares += [
                sum(ours) / max(len(ours), 1),
                sum(other) / max(len(other), 1) if marked else float("nan"),
            ]
        out.append(Likeness(key, shares[0], shares[2], shares[1], shares[3]))
    return out


def draw_figure(rows: list[Likeness], path: str | os.PathLike[str]) -> bool:
    """Draw the comparison as a picture; False when matplotlib is not installed.

    Parameters
    ----------
    rows : list of Likeness
    path : path
        PNG.
    """
    try:
        pyplot: Any = import_module("matplotlib.pyplot")  # not needed otherwise, so no dependency of ours
    except ImportError:
        return False
    pyplot.switch_backend("Agg")
    shown = sorted((r for r in rows if r.risky_independent == r.risky_independent), key=lambda r: r.risky)
    figure, axes = pyplot.subplots(1, 2, figsize=(11, 8), sharey=True)
    places = range(len(shown))
    for axis, title, ours, other in (
        (axes[0], "risky", [r.risky for r in shown], [r.risky_independent for r in shown]),
        (axes[1], "genuine", [r.genuine for r in shown], [r.genuine_independent for r in shown]),
    ):
        axis.barh([p + 0.2 for p in places], ours, height=0.38, label="synthetic world", color="#33658a")
        axis.barh([p - 0.2 for p in places], other, height=0.38, label="independent set", color="#f6ae2d")
        axis.set_title(f"{title} approaches")
        axis.set_xlabel("share that shows the sign")
        axis.set_xlim(0, 1)
        axis.grid(axis="x", alpha=0.3)
    axes[0].set_yticks(list(places), [r.indicator for r in shown])
    axes[1].legend(loc="lower right")
    figure.tight_layout()
    figure.savefig(path, dpi=110, metadata={"Software": None})
    pyplot.close(figure)
    return True
