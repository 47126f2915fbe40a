"""Whole assessments of hostile texts against ordinary text of the same length, nothing kept.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.worst_case`` (two minutes of a processor; prints Markdown).
``tests/reliability`` holds the slope.
"""

from __future__ import annotations

import math
import time

from recruitrisk.approach import Approach, Message
from recruitrisk.model import RiskModel, load_model
from recruitrisk.scoring.columns import scored_cells
from recruitrisk.synthetic import synthesise
from recruitrisk.text.kept import Kept

SIZES = (20_000, 160_000)
PIECES = {
    "zero width": "a\u200b",
    "one letter": "a",
    "spaces": " ",
    "newlines": "\n",
    "no stop": "we pay for your report on policy ",
    "addresses": "john.doe@example.com ",
    "urls": "https://a.example.com/x ",
    "numbers": "1,234.50 ",
    "money": "$2,000 per report, ",
    "quotes": '"',
    "nested": "([",
    "spaced": "w h a t s a p p ",
    "leet": "wh4ts4pp c@sh ",
    "cut": "wh*at*sapp-pass.port_",
    "Cyrillic": "\u0440\u0430\u0443\u0440\u0430l ",
    "accents": "wh\u00e4ts\u00e4pp \u00f1\u00f3\u1e83 ",
    "tags": "<b><i>",
    "open tags": "<a ",
    "entities": "&amp;",
    "Chinese": "\u60a8\u597d\u6211\u4eec\u652f\u4ed8\u62a5\u544a",
    "emoji": "\U0001f600",
    "stops": ". ",
    "dashes": "a-",
    "digits": "1",
    "at signs": "@",
    "names": "Anna Berg, ",
    "greetings": "Hi ",
    "combining": "e\u0301",
    "stretched": "pleaaaase ",
    "closings": "regards\n",
    "denials": "do not ",
    "slashes": "a/b/",
    "introductions": "my name is ",
    "ranges": "1-2 to 3 ",
    "currencies": "10k usd eur ",
}


def seconds(model: RiskModel, text: str) -> float:
    """Processor seconds of an assessment with its cells, the best of three."""
    approach = Approach("one", (Message(text),))
    times = []
    for _ in range(3):
        began = time.process_time()
        scored_cells(approach, model.assess(approach))
        times.append(time.process_time() - began)
    return min(times)


def main() -> None:
    """Print the table."""
    model = load_model()
    world = synthesise(1500, seed=99)
    ordinary = " ".join(text for text in world.messages["text"])
    model.assess(Approach("warm", (Message(ordinary[: SIZES[0]]),)))
    Kept.enabled = False
    base = [seconds(model, ordinary[-size:]) for size in SIZES]
    heads = " | ".join(f"{size // 1000} kB, s | times ordinary" for size in SIZES)
    print(f"| repeated | {heads} | slope |\n|---|---|---|---|---|---|")
    print(f"| ordinary text | {base[0]:.3f} | 1.0 | {base[1]:.3f} | 1.0 | {_slope(base):.2f} |")
    for name, piece in PIECES.items():
        found = [seconds(model, (piece * (size // len(piece) + 1))[:size]) for size in SIZES]
        cells = " | ".join(f"{one:.3f} | {one / usual:.1f}" for one, usual in zip(found, base, strict=True))
        print(f"| {name} | {cells} | {_slope(found):.2f} |")


def _slope(found: list[float]) -> float:
    return math.log(found[1] / found[0]) / math.log(SIZES[1] / SIZES[0])


if __name__ == "__main__":
    main()
