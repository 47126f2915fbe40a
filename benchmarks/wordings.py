"""What the stock of wordings is worth: kinds of grams, static vectors, and the learning curve.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.wordings`` (about six minutes of a processor; prints Markdown for
docs/benchmarks/wordings.md). Each indicator has the linear classifier that ships; it learns from the sentences
of the scenes. Mean average precision over indicators: (a) of sentences of families left out, (b) of whole
conversations of the independent set by their best sentence. Nothing is chosen on (b); it shows how far words
that nobody here wrote are found.
"""

from __future__ import annotations

import argparse
import platform
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from benchmarks.static_vectors import StaticVectors, missing
from recruitrisk.evidence import meaning
from recruitrisk.indicators import ids
from recruitrisk.review.conversations import read_conversations
from recruitrisk.review.review import independent_path
from recruitrisk.synthetic import marked_sentences
from recruitrisk.synthetic.wordings import fold_of, scenes
from recruitrisk.text import identity_spans, normalise, sentence_spans, tokens
from recruitrisk.version import __version__

HELD_OUT_FOLD = 0
BY_COLUMNS = ("cover_company", "thin_profile", "identity_mismatch")  # seen in columns first
LEAST_CASES = 5
DRAWS = 1000
HEADER = (
    "| features | mAP, families left out | mAP, independent set | gain over shipped there [95 %] | processor s |\n"
    "|---|---|---|---|---|"
)

Sentences = list[list[str]]
Grams = Callable[[list[str]], list[int]]
Marks = NDArray[np.float64]


@dataclass(frozen=True)
class Data:
    """Sentences to learn from and to test on."""

    words: Sentences
    marks: Marks
    families: list[str]
    others: Sentences
    owner: NDArray[np.int64]
    other_marks: Marks


@dataclass(frozen=True)
class Result:
    """Average precision of each indicator, and the best sentence's log-odds of each independent conversation."""

    own: dict[str, float]
    independent: dict[str, float]
    best: Marks


def read_data() -> Data:
    """The scenes' inbound sentences with their marks, and the independent set's."""
    lines = [line for line in marked_sentences() if line.complete]
    families = [
        scene.family for scene in scenes() for m in scene.messages if m.inbound for _ in m.pieces
    ]  # in the order of `marked_sentences`
    if len(families) != len(lines):
        raise RuntimeError(f"{len(lines)} complete sentences but {len(families)} pieces of scenes")
    words = [[t.text for t in tokens(normalise(line.text))] for line in lines]
    marks = np.array([[float(i in line.shows) for i in ids()] for line in lines])
    others: Sentences = []
    owner: list[int] = []
    other_marks = []
    for at, conversation in enumerate(read_conversations(independent_path())):
        other_marks.append([float(i in conversation.indicators) for i in ids()])
        for _, inbound, text in conversation.messages:
            if inbound:
                normal = normalise(text)
                masked = identity_spans(normal)
                for a, b in sentence_spans(normal.text):
                    others.append([t.text for t in tokens(normal, a, b, masked=masked)])
                    owner.append(at)
    return Data(words, marks, families, others, np.array(owner), np.array(other_marks))


def word_pairs(words: list[str]) -> list[int]:
    """Words and pairs of neighbours: word (1, 2)."""
    keys = [crc32(b"w" + w.encode()) for w in words]
    return keys + [crc32(f"b{a} {b}".encode()) for a, b in pairwise(words)]


def characters(words: list[str]) -> list[int]:
    """Character (3, 5) inside of words."""
    keys: list[int] = []
    for word in words:
        padded = f" {word[:24]} "
        keys.extend(
            crc32(b"c" + padded[i : i + size].encode())
            for size in (3, 4, 5)
            for i in range(len(padded) - size + 1)
        )
    return keys


def shipped_longer(words: list[str]) -> list[int]:
    """The shipped grams with characters (3, 5) instead of fours."""
    return meaning.pair_keys(words) + [crc32(b"w" + w.encode()) for w in words] + characters(words)


def both(words: list[str]) -> list[int]:
    """Word (1, 2) and character (3, 5)."""
    return word_pairs(words) + characters(words)


class Space:
    """Bags of grams of what is learnt from and what is tested, with vectors beside them if wanted."""

    def __init__(
        self,
        data: Data,
        rows: NDArray[np.bool_],
        grams: Grams | None,
        vectors: StaticVectors | None,
        scale: float,
    ) -> None:
        blocks: list[Any] = []
        other_blocks: list[Any] = []
        if grams is not None:
            bags = [grams(w) for w in data.words]
            counts = Counter(k for at in np.flatnonzero(rows) for k in set(bags[at]))
            keys = np.array(sorted(k for k, c in counts.items() if c >= 3), dtype=np.uint32)
            df = np.array([counts[int(k)] for k in keys])
            idf = (np.log((1 + rows.sum()) / (1 + df)) + 1).astype(np.float32)
            blocks.append(meaning.design(bags, keys, idf))
            other_blocks.append(meaning.design([grams(w) for w in data.others], keys, idf))
        if vectors is not None:
            seen = Counter(w for at in np.flatnonzero(rows) for w in set(data.words[at]))
            rarity = {w: float(np.log((1 + rows.sum()) / (1 + c))) for w, c in seen.items()}
            rarity[""] = float(np.log(1 + rows.sum()))
            blocks.append(sparse.csr_matrix(scale * vectors.sentences(data.words, rarity)))
            other_blocks.append(sparse.csr_matrix(scale * vectors.sentences(data.others, rarity)))
        self.x = sparse.hstack(blocks, format="csr")
        self.there = sparse.hstack(other_blocks, format="csr")


def measure(data: Data, space: Space, rows: NDArray[np.bool_], test: NDArray[np.bool_]) -> Result:
    """Fit every indicator on `rows`, and test on sentences of `test` and on the independent set."""
    own: dict[str, float] = {}
    independent: dict[str, float] = {}
    best = np.full((len(data.other_marks), len(ids())), np.nan)
    for column, key in enumerate(ids()):
        if key in BY_COLUMNS or data.other_marks[:, column].sum() < LEAST_CASES:
            continue  # both means are over the same indicators
        tested = data.marks[test, column].sum() >= LEAST_CASES
        fitted = LogisticRegression(
            C=10.0, solver="liblinear", intercept_scaling=3.0, random_state=0, tol=1e-3, max_iter=200
        ).fit(space.x[rows], data.marks[rows, column])
        if tested:
            z = fitted.decision_function(space.x[test])
            own[key] = float(average_precision_score(data.marks[test, column], z))
        best[:, column] = -99.0
        np.maximum.at(best[:, column], data.owner, fitted.decision_function(space.there))
        independent[key] = float(average_precision_score(data.other_marks[:, column], best[:, column]))
    return Result(own, independent, best)


def mean(values: dict[str, float]) -> float:
    """Mean over indicators."""
    return float(np.mean(list(values.values()))) if values else float("nan")


def gain(data: Data, result: Result, base: Result) -> tuple[float, float]:
    """95 % interval of the gain in mean average precision over `base`, conversations drawn anew in pairs."""
    rng = np.random.default_rng(0)
    columns = [ids().index(key) for key in base.independent]
    gains = []
    for _ in range(DRAWS):
        drawn = rng.integers(0, len(data.other_marks), len(data.other_marks))
        one = []
        for column in columns:
            truth = data.other_marks[drawn, column]
            if truth.sum():
                one.append(
                    _average_precision(truth, result.best[drawn, column])
                    - _average_precision(truth, base.best[drawn, column])
                )
        gains.append(np.mean(one))
    low, high = np.percentile(gains, [2.5, 97.5])
    return float(low), float(high)


def _average_precision(truth: Marks, score: Marks) -> float:
    """Average precision without scikit-learn's checks; ties in their order."""
    hits = truth[np.argsort(-score, kind="stable")]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits > 0].mean())


def family_shares(families: Sequence[str], shares: Sequence[float]) -> list[NDArray[np.bool_]]:
    """Nested random shares of the families, seeded."""
    names = sorted(set(families))
    random.Random(0).shuffle(names)
    place = {name: at for at, name in enumerate(names)}
    order = np.array([place[f] for f in families])
    return [order < round(share * len(names)) for share in shares]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--full", action="store_true", help="learn from all families, test on the independent set alone"
    )
    only = parser.parse_args()
    start = time.process_time()
    data = read_data()
    test = np.array([fold_of(f) == HELD_OUT_FOLD for f in data.families])
    if only.full:
        test[:] = False
    fit = ~test
    print(
        f"recruitrisk {__version__}, Python {platform.python_version()}, {platform.machine()}; "
        f"{fit.sum():,} sentences of {len({f for f, t in zip(data.families, test, strict=True) if not t})} families to "
        f"learn from, {test.sum():,} of {len({f for f, t in zip(data.families, test, strict=True) if t})} others left "
        f"out; {len(data.others):,} sentences in {len(data.other_marks)} independent conversations\n"
    )
    print(HEADER, flush=True)
    shipped: Result | None = None

    def line(
        name: str, grams: Grams | None, vectors: StaticVectors | None = None, scale: float = 1.0
    ) -> Result:
        begin = time.process_time()
        result = measure(data, Space(data, fit, grams, vectors, scale), fit, test)
        change = ""
        if shipped is not None:
            low, high = gain(data, result, shipped)
            change = f"{mean(result.independent) - mean(shipped.independent):+.3f} [{low:+.3f}, {high:+.3f}]"
        print(
            f"| {name} | {mean(result.own):.3f} | {mean(result.independent):.3f} | {change} "
            f"| {time.process_time() - begin:.0f} |",
            flush=True,
        )
        return result

    shipped = line("words, pairs, skip pairs, negated words, characters 4 (shipped)", meaning.gram_keys)
    if not only.full:
        line("the same with characters (3, 5)", shipped_longer)
        line("word (1, 2)", word_pairs)
        line("character (3, 5)", characters)
        line("word (1, 2) and character (3, 5)", both)
    if not only.full:
        print(
            "\n| share of the families | sentences | mAP, families left out | mAP, independent set |\n|---|---|---|---|"
        )
        shares = (0.125, 0.25, 0.5)
        for share, within in zip(shares, family_shares(data.families, shares), strict=True):
            rows = fit & within
            result = measure(data, Space(data, rows, meaning.gram_keys, None, 1.0), rows, test)
            print(
                f"| {share:.1%} | {rows.sum():,} | {mean(result.own):.3f} | {mean(result.independent):.3f} |",
                flush=True,
            )
        print(f"| 100% | {fit.sum():,} | {mean(shipped.own):.3f} | {mean(shipped.independent):.3f} |")
    reason = missing()
    results = {"shipped": shipped}
    if reason:
        print(f"\nStatic vectors left out: {reason}.\n")
    else:
        vectors = StaticVectors()
        print(
            f"\nStatic vectors of wordllama {vectors.version} beside the shipped grams:\n\n{HEADER}",
            flush=True,
        )
        results["dense"] = line("shipped + dense vector of the sentence", meaning.gram_keys, vectors, 0.5)
        for number in (512, 2048) if only.full else (512,):
            results[f"clusters {number}"] = line(
                f"shipped + {number} word clusters (words, pairs)",
                lambda w, number=number: vectors.cluster_grams(w, number),  # type: ignore[misc]
            )
    print("\n| indicator | cases | " + " | ".join(results) + " |\n|---|---|" + "---|" * len(results))
    for key in shipped.independent:
        cells = " | ".join(f"{r.independent[key]:.2f}" for r in results.values())
        print(f"| `{key}` | {int(data.other_marks[:, ids().index(key)].sum())} | {cells} |")
    print(f"\nRun time {time.process_time() - start:.0f} s.")


if __name__ == "__main__":
    main()
