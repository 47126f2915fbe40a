"""What the stock of wordings is worth: kinds of grams, sources, and the learning curve.

Run: ``OMP_NUM_THREADS=1 python benchmarks/wordings.py`` (several minutes; prints Markdown for docs/text_evidence.md).
Mean average precision over indicators: (a) of sentences of writers left out of fitting, (b) of whole
conversations of the independent set by their best sentence. Nothing is chosen on (b); it shows how far words
nobody here wrote are found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from recruitrisk.evidence import meaning
from recruitrisk.indicators import ids
from recruitrisk.review.conversations import read_conversations
from recruitrisk.review.review import independent_path
from recruitrisk.synthetic import marked_sentences
from recruitrisk.text import identity_spans, normalise, sentence_spans, tokens

LEFT_OUT = ("k", "r", "t")  # writers whose scenes test the others'


def main() -> None:
    """Print the tables."""
    lines = [line for line in marked_sentences() if line.complete]
    words = [[t.text for t in tokens(normalise(line.text))] for line in lines]
    truth = np.array([[i in line.shows for i in ids()] for line in lines])
    test = np.array([line.writer in LEFT_OUT for line in lines])
    sentences, owner, marks = [], [], []
    for at, conversation in enumerate(read_conversations(independent_path())):
        marks.append([i in conversation.indicators for i in ids()])
        for _, inbound, text in conversation.messages:
            if inbound:
                normal = normalise(text)
                masked = identity_spans(normal)
                for a, b in sentence_spans(normal.text):
                    sentences.append([t.text for t in tokens(normal, a, b, masked=masked)])
                    owner.append(at)
    other = np.array(marks)

    def measure(name: str, grams: Callable[[list[str]], list[int]], rows: np.ndarray) -> None:
        bags = [grams(w) for w in words]
        counts = Counter(k for at in np.flatnonzero(rows) for k in set(bags[at]))
        keys = np.array(sorted(k for k, c in counts.items() if c >= 3), dtype=np.uint32)
        idf = (np.log((1 + rows.sum()) / (1 + np.array([counts[int(k)] for k in keys]))) + 1).astype(
            np.float32
        )
        x = meaning.design(bags, keys, idf)
        there = meaning.design([grams(w) for w in sentences], keys, idf)
        own, independent = [], []
        for column in range(len(ids())):
            if truth[test, column].sum() < 8 or truth[rows, column].sum() < 8:
                continue
            fitted = LogisticRegression(C=10, solver="liblinear", intercept_scaling=3.0, tol=1e-3)
            fitted.fit(x[rows], truth[rows, column])
            own.append(average_precision_score(truth[test, column], fitted.decision_function(x[test])))
            if other[:, column].sum() >= 5:
                best = np.full(len(other), -99.0)
                np.maximum.at(best, owner, fitted.decision_function(there))
                independent.append(average_precision_score(other[:, column], best))
        print(f"| {name} | {rows.sum():,} | {np.mean(own):.3f} | {np.mean(independent):.3f} |", flush=True)

    print(
        "| grams | sentences to learn from | mAP, writers left out | mAP, independent conversations |\n|---|---|---|---|"
    )
    fit = ~test
    measure("words, pairs, skip pairs and character 3-5 (shipped)", meaning.gram_keys, fit)
    measure(
        "words, pairs and skip pairs",
        lambda w: [*meaning.pair_keys(w), *(meaning.word_keys(x)[0] for x in w)],
        fit,
    )
    measure("characters 3-5 alone", lambda w: [k for x in w for k in meaning.word_keys(x)[1:]], fit)
    rng = np.random.default_rng(0)
    for share in (0.125, 0.25, 0.5):
        measure(
            f"shipped grams, {share:.1%} of the sentences",
            meaning.gram_keys,
            fit & (rng.random(len(lines)) < share),
        )


if __name__ == "__main__":
    main()
