"""What speed may not change: every way of reading an approach gives the same digits."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitrisk.approach import Approach, Message
from recruitrisk.evidence.grams import known_pair_keys, known_word, pair_keys
from recruitrisk.evidence.signals import _two_best
from recruitrisk.indicators import CATALOGUE
from recruitrisk.model import Assessment, RiskModel, load_model
from recruitrisk.reading import read_approaches
from recruitrisk.scoring.columns import scored_cells
from recruitrisk.text import Matcher, canonical, normalise, sentence_spans, sentence_words, tokens
from recruitrisk.text.kept import Kept

ROOT = Path(__file__).resolve().parent.parent
_PATTERNS = [p.regex for indicator in CATALOGUE for p in (*indicator.patterns, *indicator.vetoes)]


@pytest.fixture(scope="module")
def model() -> RiskModel:
    """The shipped model."""
    return load_model()


@pytest.fixture(scope="module")
def approaches() -> list[Approach]:
    """Some of the sample, and texts at the edges."""
    folder = ROOT / "data/synthetic"
    found = read_approaches(folder / "sample.csv", messages=folder / "sample.messages.csv").approaches()[::5]
    odd = [
        "",
        "?",
        "ok",
        "Hi",
        "w h a t s a p p me",
        "您好，我们支付报告。" * 20,
        "pay " * 400,
        "No. " * 90,
        "\u200b",
    ]
    return [
        *found,
        *(Approach(f"odd-{at}", (Message(text),)) for at, text in enumerate(odd)),
        Approach("none"),
    ]


def _digits(approach: Approach, found: Assessment) -> tuple[object, ...]:
    arrays = (found.findings.strengths, found.findings.unanswered, found.sum.parts, found.points)
    numbers = (found.risk, found.low, found.high, found.sum.total, found.coverage)
    return *(a.tobytes() for a in arrays), *map(float.hex, numbers), repr(scored_cells(approach, found))


def test_a_batch_gives_the_digits_of_each_alone(model: RiskModel, approaches: list[Approach]) -> None:
    """Every array and cell is the same to the last bit, whatever stands beside an approach."""
    alone = [_digits(a, model.assess(a)) for a in approaches]

    together = [_digits(a, f) for a, f in zip(approaches, model.assess_many(approaches), strict=True)]
    turned = [
        _digits(a, f) for a, f in zip(approaches[::-1], model.assess_many(approaches[::-1]), strict=True)
    ]

    assert together == alone
    assert turned[::-1] == alone


@pytest.mark.usefixtures("nothing_kept")
def test_what_is_kept_changes_no_digit(model: RiskModel, approaches: list[Approach]) -> None:
    """The same to the last bit when nothing that was read before is used."""
    anew = [_digits(a, f) for a, f in zip(approaches, load_model().assess_many(approaches), strict=True)]
    Kept.enabled = True

    for _ in range(2):
        kept = [_digits(a, f) for a, f in zip(approaches, model.assess_many(approaches), strict=True)]
        assert kept == anew


def test_nothing_to_assess_gives_nothing(model: RiskModel) -> None:
    """No approaches, no assessments."""
    assert model.assess_many([]) == []


def test_hits_in_messages_are_those_of_each_pattern_alone(approaches: list[Approach]) -> None:
    """Whatever is left out by its literals occurs nowhere, in whole messages."""
    matcher = Matcher(_PATTERNS)
    single = [re2.compile(p) for p in _PATTERNS]

    for approach in approaches[::3]:
        for text in (canonical(m.text) for m in approach.messages):
            found = sorted(
                (m.start(), m.end(), key) for key, p in enumerate(single) for m in p.finditer(text)
            )
            assert matcher.spans(text) == found


@given(
    st.lists(
        st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=1, max_size=6),
        min_size=1,
        max_size=5,
    )
)
@settings(max_examples=200, deadline=None)
def test_the_two_best_are_those_of_a_sort(runs: list[list[list[float]]]) -> None:
    """The highest and the second of each run, ties included; 0 where there is but one."""
    arrays = [np.array(run) for run in runs]
    counts = np.array([len(run) for run in runs])

    best, second = _two_best(np.concatenate(arrays), counts.cumsum() - counts, counts)

    for at, run in enumerate(arrays):
        ordered = np.sort(run, axis=0)
        np.testing.assert_array_equal(best[at], ordered[-1])
        np.testing.assert_array_equal(second[at], ordered[-2] if len(run) > 1 else np.zeros(3))


@given(
    st.lists(st.sampled_from("we do not pay never ? ! <nm> <money> a i client's 您 é".split()), max_size=12)
)
def test_keys_out_of_begun_sums_are_those_of_the_pairs(words: list[str]) -> None:
    """The keys by which a model was fitted, in their order."""
    known = [known_word(word, 0, 0.0) for word in words]

    assert known_pair_keys(words, known) == pair_keys(words)


def test_a_copy_for_a_worker_holds_no_text_that_was_read(model: RiskModel) -> None:
    """What is kept of messages stays in the process that read them."""
    secret = "zyxwvutsr"
    model.assess(Approach("a", (Message(f"Please keep {secret} to yourself, dear colleague."),)))

    assert secret.encode() not in pickle.dumps(model)


def test_what_is_not_asked_for_is_forgotten() -> None:
    """The budget holds, and what is asked for now and then stays."""
    kept = Kept[int, int](10_000)
    kept.keep(-1, -1, 90)
    for number in range(1000):
        kept.keep(number, number, 90)
        assert kept.get(-1) == -1

    assert kept.get(0) is None
    assert kept.get(999) == 999
    assert len(kept) * 90 <= 10_000


_PIECES = (
    "anna meyer",
    "Anna",
    "de",
    "Vos",
    "we",
    "pay",
    "I",
    "R.",
    "A.",
    "5",
    "$5k",
    "5 k usd",
    "x.com",
    "@anna",
    "www.",
    "://",
    "é",
    "Жанна",
    "您好",
    "÷",
    "?",
    "!",
    ",",
    "\n",
    "Kind regards,",
    "Hi",
    "'",
    "don't",
    "&eacute;",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=14), st.sampled_from(["", " "]))
def test_words_without_places_are_those_of_the_tokens(pieces: list[str], between: str) -> None:
    """Names, numbers, addresses and other scripts included."""
    normal = normalise(between.join(pieces))
    spans = sentence_spans(normal.text)

    found = sentence_words(normal, spans)

    assert found == [[token.text for token in tokens(normal, a, b)] for a, b in spans]


@given(
    st.lists(st.sampled_from(["pay", "paid per report", "whatsapp 您 me", "\n", " ", "é cv"]), max_size=12)
)
def test_texts_are_searched_together_as_alone(texts: list[str]) -> None:
    """Also those with lines that come twice, of more than one byte a character, and none."""
    matcher = Matcher([r"\bpa(?:y|id)\b", r"\bme\b", r"pay\s+pay", r"[^\x00-\x7f] cv"])
    texts = [*texts, "".join(texts), "\n".join(texts)]

    assert matcher.spans_many(texts) == [matcher.spans(text) for text in texts]
