"""Messages a second on one core, the share of each stage, and the pattern engine against its alternatives.

Run: ``OMP_NUM_THREADS=1 python benchmarks/speed.py`` (prints Markdown; ``make bench`` writes benchmarks/RESULTS.md).
Medians of 5 over the same synthetic messages; ratios are within one run.
"""

from __future__ import annotations

import platform
import re
import statistics
import time
from collections.abc import Callable

import re2

from recruitrisk.evidence.patterns import sentence_hits
from recruitrisk.indicators import CATALOGUE
from recruitrisk.model import load_model
from recruitrisk.reading import approaches_from_frame
from recruitrisk.synthetic import synthesise
from recruitrisk.text import Matcher, identity_spans, normalise, sentence_spans, tokens
from recruitrisk.version import __version__

N, RUNS = 1000, 5


def median(work: Callable[[], object]) -> float:
    """Seconds, median of `RUNS`, after one warm-up."""
    work()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print the tables."""
    world = synthesise(N, seed=99)
    texts = list(world.frame["message"])
    approaches, _ = approaches_from_frame(world.frame, world.messages)
    model = load_model()
    detector = model.detector
    normals = [normalise(t) for t in texts]
    spans = [sentence_spans(n.text) for n in normals]
    words = [[t.text for t in tokens(n, a, b)] for n, s in zip(normals, spans, strict=True) for a, b in s]
    whole = median(lambda: [model.assess(a) for a in approaches])
    stages = {
        "normalise": median(lambda: [normalise(t) for t in texts]),
        "sentences": median(lambda: [sentence_spans(n.text) for n in normals]),
        "names and tokens": median(
            lambda: [
                tokens(n, a, b, masked=identity_spans(n))
                for n, s in zip(normals, spans, strict=True)
                for a, b in s
            ]
        ),
        "patterns": median(lambda: [sentence_hits(n.text, s) for n, s in zip(normals, spans, strict=True)]),
        "meaning": median(lambda: [detector.meaning.decision(w) for w in words]),
    }
    print(f"recruitrisk {__version__}, Python {platform.python_version()}, {platform.machine()}; {N} synthetic approaches, "
          f"{sum(map(len, texts)) / N:.0f} characters each on average\n")  # fmt: skip
    print(
        f"Whole assessment: {N / whole:,.0f} approaches a second on one core ({1000 * whole / N:.2f} ms each).\n"
    )
    print("| stage | ms an approach | share of the whole |\n|---|---|---|")
    for name, seconds in stages.items():
        print(f"| {name} | {1000 * seconds / N:.3f} | {seconds / whole:.0%} |")
    rest = whole - sum(stages.values())
    print(f"| columns, course, sum, rest | {1000 * rest / N:.3f} | {rest / whole:.0%} |")

    patterns = [p.regex for i in CATALOGUE for p in (*i.patterns, *i.vetoes)]
    some = [n.text for n in normals[:200]]
    matcher = Matcher(patterns)
    grouped = median(lambda: [matcher.matches(t) for t in some])
    single = [re2.compile(p) for p in patterns]
    one_by_one = median(lambda: [[m.span() for m in p.finditer(t)] for t in some for p in single])
    backtracking = [re.compile(p, re.ASCII) for p in patterns]
    python_re = median(lambda: [[m.span() for m in p.finditer(t)] for t in some for p in backtracking])
    print(f"\nPattern engine, {len(patterns)} patterns, hits with spans:\n")
    print("| engine | ms a message | ratio |\n|---|---|---|")
    engines = {"RE2 sets of 32, then spans of those that occur (shipped)": grouped}
    engines |= {"RE2 one by one": one_by_one, "Python re one by one": python_re}
    for name, seconds in engines.items():
        print(f"| {name} | {1000 * seconds / len(some):.3f} | {seconds / grouped:.1f} |")


if __name__ == "__main__":
    main()
