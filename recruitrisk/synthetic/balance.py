"""Balance: scenes weighted so that how they are written does not tell their class.

Writers of genuine scenes asked more questions, shortened more words and named more things than those of risky ones.
Weights by raking (iterative proportional fitting: Deming and Stephan, 1940) bring both classes to the same
shares in each of a few features of style. Plain arithmetic in a fixed order, so that the weights, and with them
the bytes of a world, are the same everywhere.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence

from recruitrisk.synthetic.shape import turns
from recruitrisk.synthetic.wordings import Scene

__all__ = ["STYLE", "balanced", "style"]

STYLE: tuple[str, ...] = (
    "capitals", "questions", "apostrophes", "commas", "colons", "sentence length", "word length", "shouting", "marks",
    "exclamations", "dashes", "length",
)  # fmt: skip
"""What is balanced; each a share of the characters or a mean."""
_BINS = 8
_ROUNDS = 20
_LEAST, _MOST = 0.15, 6.0
_CAPITAL = re.compile(r"[A-Z]")
_SHOUT = re.compile(r"\b[A-Z]{3,}\b")
_MARKS = re.compile(r"[\"“”„«»()/]|\.\.\.|…")
_DASHES = re.compile(r"[–—]| - ")
_ENDS = re.compile(r"[.!?](?:\s|\Z)")


def style(scene: Scene) -> tuple[float, ...]:
    """Features of what the sender writes, in the order of `STYLE`."""
    pieces = [p for m in scene.messages if m.inbound for p in m.pieces]
    text = " ".join(p.text for p in pieces)
    size = len(text) or 1
    words = text.split()
    return (
        len(_CAPITAL.findall(text)) / size, text.count("?") / size, (text.count("'") + text.count("’")) / size,
        text.count(",") / size, (text.count(":") + text.count(";")) / size, size / max(1, len(_ENDS.findall(text))),
        len(text) / max(1, len(words)), len(_SHOUT.findall(text)) / size, len(_MARKS.findall(text)) / size,
        text.count("!") / size, len(_DASHES.findall(text)) / size, size / max(1, turns(scene)) ** 0.55,
    )  # fmt: skip


def _bins(values: Sequence[float]) -> list[int]:
    ordered = sorted(values)
    edges = sorted({ordered[len(ordered) * b // _BINS] for b in range(1, _BINS)})
    return [bisect_right(edges, v) for v in values]


def balanced(scenes: Sequence[Scene]) -> dict[str, float]:
    """Weights, by scene, that give risky and genuine scenes the same shares of each feature's eighths.

    Parameters
    ----------
    scenes : sequence of Scene
        Of one language.

    Returns
    -------
    dict of str to float
        Key of a risky or genuine scene -> weight, about 1 on average.
    """
    chosen = [s for s in scenes if s.label is not None]
    if not {0, 1} <= {s.label for s in chosen}:
        return {}
    found = [style(s) for s in chosen]
    columns = [_bins([f[j] for f in found]) for j in range(len(STYLE))]
    members = {c: [i for i, s in enumerate(chosen) if s.label == c] for c in (0, 1)}
    weights = [1.0 / len(members[s.label or 0]) for s in chosen]
    for _ in range(_ROUNDS):
        for column in columns:
            shares = {c: [0.0] * _BINS for c in members}
            for c, rows in members.items():
                for i in rows:
                    shares[c][column[i]] += weights[i]
            for c, rows in members.items():
                whole = math.fsum(shares[c])
                factors = [
                    (a / whole + b) / 2 / (a / whole) if a > 0 and b > 0 else 1.0
                    for a, b in zip(shares[c], _normal(shares[1 - c]), strict=True)
                ]
                for i in rows:
                    weights[i] *= factors[column[i]]
    out: dict[str, float] = {}
    for rows in members.values():
        mean = math.fsum(weights[i] for i in rows) / len(rows)
        for i in rows:
            out[chosen[i].key] = min(_MOST, max(_LEAST, weights[i] / mean))
    return out


def _normal(shares: Sequence[float]) -> list[float]:
    whole = math.fsum(shares) or 1.0
    return [s / whole for s in shares]
