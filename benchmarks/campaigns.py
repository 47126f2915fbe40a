"""Campaigns in 200,000 messages: seconds, memory, and how well they are grouped.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.campaigns`` (about three minutes of one core; prints Markdown for
docs/benchmarks/campaigns.md). The truth is known by construction: half of the messages stand alone, each of sentences drawn
from all over the synthetic world; the others are of campaigns, each a text of the world that is varied for every target. The
variations are the benchmark's own, so they say how the grouping bears changes, not how campaigns are written.
"""

from __future__ import annotations

import platform
import random
import re
import resource
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import metadata

import numpy as np

from recruitrisk.approach import Approach, Message
from recruitrisk.market import find_addresses
from recruitrisk.scoring import Campaigns, find_campaigns
from recruitrisk.synthetic import synthesise
from recruitrisk.version import __version__

N, PART, WORLD, SENTENCES = 200_000, 20_000, 6_000, 6
"""Messages of the large batch and of the smaller ones, approaches of the world, sentences of a text that stands alone."""

Vary = Callable[[str, random.Random], str]

_FIRST = "Tom Ann Raj Eve Lia Max Ida Jon Ana Leo Mia Kai Zoe Ben Eli Noor Olga Pia Quin Rosa".split()
_LAST = "Novak Okafor Lindqvist Haddad Moreau Castell Ibanez Petrov Sato Whitlock Brandt Ferrante".split()
_FIRMS = "Halvorsen Kestrelly Ostmark Brightwen Calderon Meridius Northolt Vantiger".split()
_SIGNS = str.maketrans("aeopcx", "аеорсх")


def contact(number: int) -> str:
    """For a third of what stands alone an address or phone of its own; campaigns must be found by their text."""
    return ("", "", f" Write to desk{number}@proton.me.", "", "", f" Call me on +44 7{number:09d}.")[
        number % 6
    ]


def plain(text: str) -> bool:
    """Whether a text of the world holds no address of its own, which would tie what the truth has apart."""
    return not find_addresses(text) and not re.search(r"@|\d{6}|[a-z]\.[a-z]|://", text)


def named(text: str, draw: random.Random) -> str:
    """With a greeting and a signature of other people and firms."""
    by, firm = f"{draw.choice(_FIRST)} {draw.choice(_LAST)}", f"{draw.choice(_FIRMS)} {draw.choice(_FIRMS)}"
    return f"Dear {draw.choice(_FIRST)} {draw.choice(_LAST)},\n{text}\nKind regards,\n{by}\n{firm}, {draw.randrange(10**4)}"


def reworded(text: str, draw: random.Random) -> str:
    """With a tenth of the words replaced by other words of the text's own language, wherever they stand."""
    words = text.split(" ")
    for at in draw.sample(range(len(words)), len(words) // 10):
        words[at] = draw.choice(STOCK)
    return named(" ".join(words), draw)


def reordered(text: str, draw: random.Random) -> str:
    """With its sentences in another order."""
    sentences = re.split(r"(?<=[.?!])\s+", text)
    draw.shuffle(sentences)
    return named(" ".join(sentences), draw)


def disguised(text: str, draw: random.Random) -> str:
    """With hidden characters, look-alike letters or full-width letters in some of its words."""
    words = text.split(" ")
    for at in draw.sample(range(len(words)), len(words) // 4):
        word = words[at]
        trick = draw.randrange(3)
        if trick == 0:
            words[at] = word[:2] + "\u200b" + word[2:]
        elif trick == 1:
            words[at] = word.translate(_SIGNS)
        else:
            words[at] = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in word)
    return named(" ".join(words), draw)


VARIATIONS: dict[str, Vary] = {
    "swapped names": named,
    "a tenth of the words changed": reworded,
    "sentences reordered": reordered,
    "character attacks": disguised,
}
STOCK: list[str] = []


def batch(
    count: int, templates: Sequence[str], sentences: Sequence[str], ways: Sequence[Vary], seed: int
) -> tuple[list[Approach], list[int]]:
    """Approaches in any order, and the number of each one's campaign; those that stand alone have one of their own."""
    draw = random.Random(seed)
    rows: list[tuple[str, int]] = []
    campaign = 0
    while len(rows) < count // 2:
        size = min(2 + int(3 * draw.paretovariate(0.6)), 1000, count // 2 - len(rows))
        rows += [
            (draw.choice(ways)(templates[campaign % len(templates)], draw), campaign) for _ in range(size)
        ]
        campaign += 1
    if campaign > len(templates):
        raise SystemExit(f"{campaign} campaigns of {len(templates)} texts: make WORLD larger")
    for at in range(count - len(rows)):
        alone = named(" ".join(draw.sample(sentences, SENTENCES)), draw)
        rows.append((alone + contact(at), campaign + at))
    draw.shuffle(rows)
    made = [Approach(f"row-{at + 1}", (Message(text),)) for at, (text, _) in enumerate(rows)]
    return made, [truth for _, truth in rows]


def pairwise(truth: Sequence[int], found: Sequence[int]) -> tuple[float, float]:
    """Precision and recall over all pairs of approaches."""

    def pairs(labels: Sequence[object]) -> int:
        return sum(n * (n - 1) // 2 for n in Counter(labels).values())

    both = pairs(list(zip(truth, found, strict=True)))
    return both / max(pairs(found), 1), both / max(pairs(truth), 1)


def labels(campaigns: Campaigns, approaches: Sequence[Approach]) -> list[int]:
    """Campaign of each approach; those of none get a number of their own."""
    return [int(a.campaign[1:]) if a.campaign else -at - 1 for at, a in enumerate(campaigns(approaches))]


def main() -> None:
    """Print the tables."""
    world = synthesise(WORLD, seed=41)
    texts = sorted({str(t) for t in world.frame["message"] if 350 <= len(str(t)) <= 900 and plain(str(t))})
    sentences = sorted(
        {
            s
            for t in world.frame["message"]
            for s in re.split(r"(?<=[.?!])\s+|(?<=[。？！])|\n+", str(t))
            if 30 < len(s) < 250 and plain(s) and "<" not in s
        }
    )
    STOCK.extend(" ".join(sentences[:2000]).split())
    random.Random(7).shuffle(texts)
    ways = list(VARIATIONS.values())
    approaches, truth = batch(N, texts, sentences, ways, 1)
    median = statistics.median(len(a.messages[0].text) for a in approaches)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, begun = time.perf_counter(), time.process_time()
    found = find_campaigns(approaches)
    seconds, elapsed = time.process_time() - begun, time.perf_counter() - wall
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    told = labels(found, approaches)
    again = time.process_time() - begun
    versions = ", ".join(f"{p} {metadata.version(p)}" for p in ("numpy", "scipy"))
    print(
        f"recruitrisk {__version__}, Python {platform.python_version()}, {platform.machine()}, {versions}; {N:,} messages of "
        f"{median:.0f} characters (median), in {len(set(truth)) - N // 2:,} campaigns and {N // 2:,} alone\n"
    )
    precision, recall = pairwise(truth, told)
    print("| | |\n|---|---|")
    print(f"| finding, seconds of the processor (elapsed) | **{seconds:.1f}** ({elapsed:.1f}) |")
    print(f"| telling each approach its campaign, seconds | {again:.1f} |")
    print(f"| memory beyond the messages at the peak, MB | {(after - before) / 1024:.0f} |")
    print(f"| comparisons of texts, a message | {found.comparisons / N:.1f} |")
    print(f"| pairwise precision | {precision:.4f} |\n| pairwise recall | {recall:.4f} |\n")
    print(f"Each variation alone, {PART:,} messages:\n")
    print(
        "| every target gets | campaigns | found | pairwise precision | pairwise recall |\n|---|---|---|---|---|"
    )
    for name, vary in VARIATIONS.items():
        approaches, truth = batch(PART, texts, sentences, [vary], 2)
        found = find_campaigns(approaches)
        precision, recall = pairwise(truth, labels(found, approaches))
        alone = np.unique(truth, return_counts=True)[1]
        print(f"| {name} | {int((alone > 1).sum()):,} | {len(found):,} | {precision:.4f} | {recall:.4f} |")


if __name__ == "__main__":
    main()
