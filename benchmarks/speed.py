"""Messages a second on one core, and the share of time of each stage.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.speed`` (under a minute on a free core; prints Markdown for
docs/benchmarks/speed.md). Medians of 5 rounds of synthetic approaches that were not read before. What a text alone
tells is kept for a while (`recruitrisk.text.kept`), so everything is measured with nothing kept as well; sums of
words and automata of patterns stay, as they belong to the model. Times are of the processor, so that other work on the
machine counts only by what it takes of the caches. ``benchmarks.engines`` compares pattern engines.
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
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
from recruitrisk.model import RiskModel, load_model
from recruitrisk.reading import approaches_from_frame
from recruitrisk.scoring.columns import scored_cells
from recruitrisk.synthetic import synthesise
from recruitrisk.text import Normalised, identity_spans, normalise, sentence_spans, tokens
from recruitrisk.text.kept import Kept
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
    words: list[list[list[str]]]


def read(approaches: Chunk) -> Read:
    """Turns, sentences and tokens of a chunk."""
    normals = [turn.normal for a in approaches for turn in read_thread(a).turns]
    spans = [sentence_spans(n.text) for n in normals]
    masked = [identity_spans(n) for n in normals]
    words = [[s.words for s in read_thread(a).sentences] for a in approaches]
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
        "meaning": lambda: meaning.read_many([w for w in chunk.words if w]),
        "columns, pay and addresses": lambda: [columns(a) for a in chunk.approaches],
    }


def score(model: RiskModel, chunk: Chunk) -> None:
    """What a batch does with approaches that are read: every scored cell."""
    for approach, assessment in zip(chunk, model.assess_many(chunk), strict=True):
        scored_cells(approach, assessment)


def alone(model: RiskModel, chunk: Chunk) -> list[float]:
    """Milliseconds of each inbound message as an approach of its own."""
    found = [Approach("one", (m,)) for a in chunk for m in a.messages if m.inbound]
    return [1000 * seconds(lambda one=one: score(model, [one])) for one in found]  # type: ignore[misc]


def of_a_process(arguments: list[str], given: str = "") -> float:
    """Processor seconds of a Python process, median of 7; its modules are compiled before."""
    times = []
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(8):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, *arguments],
            input=given.encode(),
            check=True,
            capture_output=True,
            env=environment,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(times[1:])


def main() -> None:
    """Print the tables."""
    world = synthesise(WARM + 3 * RUNS * N, seed=99)
    every, _ = approaches_from_frame(world.frame, world.messages)
    model = load_model()
    model.assess_many(every[:WARM])
    chunks = [every[WARM + N * n : WARM + N * (n + 1)] for n in range(3 * RUNS)]
    times: dict[str, list[float]] = defaultdict(list)
    one: list[float] = []
    for anew, fresh, parts in zip(chunks[:RUNS], chunks[RUNS : 2 * RUNS], chunks[2 * RUNS :], strict=True):
        Kept.enabled = False
        times["new texts, nothing kept"].append(seconds(lambda chunk=anew: score(model, chunk)))  # type: ignore[misc]
        for name, work in stages(read(parts), model.detector.meaning).items():
            times[name].append(seconds(work))
        one += alone(model, parts[: N // 4])
        Kept.enabled = True
        for name in ("new texts", "the same texts again"):
            times[name].append(seconds(lambda chunk=fresh: score(model, chunk)))  # type: ignore[misc]
    median = {name: statistics.median(found) for name, found in times.items()}
    texts = [m.text for a in every[WARM:] for m in a.messages if m.inbound]
    a_chunk = len(texts) / (3 * RUNS)
    versions = ", ".join(f"{p} {metadata.version(p)}" for p in ("numpy", "google-re2", "ahocorasick-rs"))
    print(
        f"recruitrisk {__version__}, Python {platform.python_version()}, {platform.machine()}, {versions}; {RUNS} rounds of "
        f"{N} synthetic approaches with {a_chunk:.0f} inbound messages of {sum(map(len, texts)) / len(texts):.0f} characters "
        f"on average, after {WARM} others; every scored cell is made\n"
    )
    print(
        "| approaches in a batch | messages a second | approaches a second | ms an approach |\n|---|---|---|---|"
    )
    for name in ("new texts, nothing kept", "new texts", "the same texts again"):
        print(
            f"| {name} | {a_chunk / median[name]:,.0f} | {N / median[name]:,.0f} | {1000 * median[name] / N:.2f} |"
        )
    print(
        f"\nOne new message alone, warm, with reasons, nothing kept: **{statistics.median(one):.2f} ms** (median of {len(one)}).\n"
    )
    numpy = of_a_process(["-c", "import numpy"])
    command = of_a_process(["-m", "recruitrisk.cli", "explain"], texts[0])
    print(
        f"Cold start, `recruitrisk explain` on one message: {command:.2f} s, `import numpy` {numpy:.2f} s: "
        f"**{command / numpy:.1f}** times.\n"
    )
    print("| stage, nothing kept | ms an approach | share |\n|---|---|---|")
    whole = median["new texts, nothing kept"]
    names = list(stages(read(chunks[0][:1]), model.detector.meaning))
    for name in names:
        print(f"| {name} | {1000 * median[name] / N:.3f} | {median[name] / whole:.0%} |")
    rest = whole - sum(median[name] for name in names)
    print(f"| course, heads, quotations, sum, reasons, cells | {1000 * rest / N:.3f} | {rest / whole:.0%} |")


if __name__ == "__main__":
    main()
