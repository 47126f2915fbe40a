"""Messages a second on one core, and the share of time of each stage.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.speed`` (under a minute on a free core; prints Markdown for
docs/benchmarks/speed.md). Medians of 5 rounds of synthetic approaches that were not read before: automata and word
sums are kept, so the same text twice would be too fast. Times are of the processor, so that other work on the
machine does not count. ``benchmarks.engines`` compares pattern engines.
"""

from __future__ import annotations

import platform
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata

from recruitrisk.approach import Approach
from recruitrisk.evidence import SentenceMeaning
from recruitrisk.evidence.columns import derived_fields, field_finding
from recruitrisk.evidence.firm import address_finding
from recruitrisk.evidence.patterns import sentence_hits
from recruitrisk.evidence.payment import level_finding, offers, piece_finding
from recruitrisk.evidence.thread import read_thread
from recruitrisk.indicators import CATALOGUE
from recruitrisk.model import load_model
from recruitrisk.reading import approaches_from_frame
from recruitrisk.synthetic import synthesise
from recruitrisk.text import Normalised, identity_spans, normalise, sentence_spans, tokens
from recruitrisk.version import __version__

N, RUNS, WARM = 100, 5, 500
"""Approaches of a round, rounds, and approaches that are read first."""

Chunk = list[Approach]


@dataclass(frozen=True)
class Read:
    """A chunk as the stages find it."""

    approaches: Chunk
    normals: list[Normalised]
    spans: list[list[tuple[int, int]]]
    masked: list[list[tuple[int, int]]]
    words: list[list[str]]


def read(approaches: Chunk) -> Read:
    """Turns, sentences and tokens of a chunk."""
    normals = [turn.normal for a in approaches for turn in read_thread(a).turns]
    spans = [sentence_spans(n.text) for n in normals]
    masked = [identity_spans(n) for n in normals]
    words = [
        [t.text for t in tokens(n, a, b, masked=m)]
        for n, s, m in zip(normals, spans, masked, strict=True)
        for a, b in s
    ]
    return Read(approaches, normals, spans, masked, words)


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def columns(approach: Approach) -> None:
    """What is read of columns, pay and addresses."""
    fields, paid = derived_fields(approach), offers(approach)
    level_finding(approach, paid)
    piece_finding(paid)
    address_finding(approach)
    for indicator in CATALOGUE:
        if "fields" in indicator.measures:
            field_finding(indicator, fields)


def stages(chunk: Read, meaning: SentenceMeaning) -> dict[str, Callable[[], object]]:
    """Each stage over a chunk."""
    texts = list(zip(chunk.normals, chunk.spans, chunk.masked, strict=True))
    return {
        "normalising": lambda: [normalise(n.raw) for n in chunk.normals],
        "sentences": lambda: [sentence_spans(n.text) for n in chunk.normals],
        "where names stand": lambda: [identity_spans(n) for n in chunk.normals],
        "tokens": lambda: [tokens(n, a, b, masked=m) for n, s, m in texts for a, b in s],
        "patterns": lambda: [sentence_hits(n.text, s) for n, s, _ in texts],
        "meaning": lambda: [meaning.decision(w) for w in chunk.words],
        "columns, pay and addresses": lambda: [columns(a) for a in chunk.approaches],
    }


def main() -> None:
    """Print the table."""
    world = synthesise(WARM + 2 * RUNS * N, seed=99)
    every, _ = approaches_from_frame(world.frame, world.messages)
    model = load_model()
    for approach in every[:WARM]:
        model.assess(approach)
    chunks = [every[WARM + N * n : WARM + N * (n + 1)] for n in range(2 * RUNS)]
    whole_times: list[float] = []
    times: dict[str, list[float]] = defaultdict(list)
    for whole_chunk, stage_chunk in zip(chunks[:RUNS], chunks[RUNS:], strict=True):
        whole_times.append(seconds(lambda chunk=whole_chunk: [model.assess(a) for a in chunk]))  # type: ignore[misc]
        for name, work in stages(read(stage_chunk), model.detector.meaning).items():
            times[name].append(seconds(work))
    whole = statistics.median(whole_times)
    measured = every[WARM:]
    texts = [m.text for a in measured for m in a.messages if m.inbound]
    a_chunk = len(texts) / (2 * RUNS)
    versions = ", ".join(f"{p} {metadata.version(p)}" for p in ("numpy", "google-re2"))
    print(
        f"recruitrisk {__version__}, Python {platform.python_version()}, {platform.machine()}, {versions}; {RUNS} rounds of "
        f"{N} synthetic approaches with {a_chunk:.0f} inbound messages of {sum(map(len, texts)) / len(texts):.0f} characters "
        f"on average, none read before, after {WARM} others\n"
    )
    print(
        f"Whole assessment on one core: **{a_chunk / whole:,.0f} messages a second**, {N / whole:,.0f} approaches a second "
        f"({1000 * whole / N:.2f} ms each).\n"
    )
    print("| stage | ms an approach | share |\n|---|---|---|")
    total = 0.0
    for name, found in times.items():
        one = statistics.median(found)
        total += one
        print(f"| {name} | {1000 * one / N:.3f} | {one / whole:.0%} |")
    rest = whole - total
    print(f"| course, heads, quotations, sum, rest | {1000 * rest / N:.3f} | {rest / whole:.0%} |")


if __name__ == "__main__":
    main()
