"""Promises of the evidence: strengths that follow the words, quotations to the letter, unknown is not absent."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recruitrisk.approach import NEVER_SCORED, SCORED_COLUMNS, Approach, Message
from recruitrisk.evidence import INPUTS, SHOWN, Detector, Findings, SentenceMeaning, StrengthHeads
from recruitrisk.evidence.course import COURSE
from recruitrisk.evidence.fitting import gram_counts
from recruitrisk.evidence.meaning import gram_keys
from recruitrisk.evidence.thread import read_thread
from recruitrisk.indicators import CATALOGUE, Indicator, ids
from recruitrisk.model import RiskModel
from recruitrisk.reading import approaches_from_frame
from recruitrisk.scoring import Scorer, score
from recruitrisk.synthetic import Synthetic, synthesise
from recruitrisk.text import normalise, tokens

AT = {name: at for at, name in enumerate(ids())}
FACTS = frozenset({"fields", "domain", "pay"})
TEXT = [i for i in CATALOGUE if {"patterns", "meaning"} & set(i.measures) and i.id not in COURSE]
"""Indicators that words alone can show."""
PROFILE = ("cover_company", "identity_mismatch", "thin_profile")
_QUIET = settings(
    deadline=None,
    max_examples=120,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def detector(model: RiskModel) -> Detector:
    return model.detector


def _approach(*texts: str) -> Approach:
    return Approach("a", tuple(Message(text) for text in texts))


def _shown(found: Findings) -> set[str]:
    return {name for name, strength in zip(ids(), found.strengths, strict=True) if strength >= SHOWN}


def _strength(detector: Detector, name: str, *texts: str) -> float:
    return float(detector.detect(_approach(*texts)).strengths[AT[name]])


def _check_quotations(approach: Approach, found: Findings) -> int:
    """All quotations are exact slices of inbound messages; gives their number."""
    quoted = 0
    for name, evidence in found.evidence.items():
        if evidence.place is not None:
            place = evidence.place
            message = approach.messages[place.message]
            quoted += 1
            assert message.inbound, name
            assert 0 <= place.start < place.end <= len(message.text), name
            assert message.text[place.start : place.end] == place.quote, name
    return quoted


# --- examples of the catalogue -------------------------------------------------------------------------------


def test_examples_that_fire_are_shown(detector: Detector) -> None:
    """Of the catalogue's sentences that show a text sign, 80 % or more reach the strength of 0.5."""
    strengths = [_strength(detector, i.id, text) for i in TEXT for text in i.fires]

    assert np.mean(np.array(strengths) >= SHOWN) >= 0.8


def test_traps_stay_silent(detector: Detector) -> None:
    """Of the catalogue's traps of text signs, 80 % or more stay below 0.5."""
    strengths = [_strength(detector, i.id, text) for i in TEXT for text in i.silent]

    assert np.mean(~(np.array(strengths) >= SHOWN)) >= 0.8


@pytest.mark.parametrize("entry", TEXT, ids=lambda i: i.id)
def test_each_sign_is_shown_by_some_example(detector: Detector, entry: Indicator) -> None:
    """No text sign is dead: one at least of its own sentences shows it, and shows it more than the mean of its traps."""
    fires = np.nan_to_num([_strength(detector, entry.id, text) for text in entry.fires])
    silent = np.nan_to_num([0.0, *(_strength(detector, entry.id, text) for text in entry.silent)])

    assert max(fires) >= SHOWN
    assert np.mean(fires) > np.mean(silent)


# --- quotations ----------------------------------------------------------------------------------------------

_SENTENCES = st.sampled_from([t for i in CATALOGUE for t in (*i.fires, *i.silent)])
_TEXTS = st.lists(st.one_of(st.text(max_size=60), _SENTENCES), max_size=5).map("".join)


@_QUIET
@given(texts=st.lists(st.tuples(_TEXTS, st.booleans()), max_size=4))
def test_quotations_are_exact_in_any_text(detector: Detector, texts: list[tuple[str, bool]]) -> None:
    """Whatever characters a message holds, a quotation is a slice of it by its offsets, and strengths stay in 0..1."""
    approach = Approach("a", tuple(Message(text, inbound) for text, inbound in texts))

    found = detector.detect(approach)

    _check_quotations(approach, found)
    known = found.strengths[~np.isnan(found.strengths)]
    assert ((known >= 0) & (known <= 1)).all()


@pytest.mark.parametrize(
    "hide",
    [
        lambda t: "\u200b".join(t),
        lambda t: t.replace("o", "\u043e").replace("a", "\u0430"),
        lambda t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
        lambda t: f"<p>{t.replace(' ', '&nbsp;')}</p>",
        lambda t: t.replace(" ", " \U0001f4b0 "),
        lambda t: t.replace("e", "e\u0301"),
    ],
    ids=["zero width", "look-alikes", "full width", "markup", "emoji", "accents"],
)
def test_quotations_are_exact_in_disguise(detector: Detector, hide: object) -> None:
    """A quotation out of disguised text is the disguised piece, to the letter."""
    text = "Our client pays $900 for each report. Please do not tell your employer, write to me on Signal."
    approach = _approach(hide(text))  # type: ignore[operator]

    assert _check_quotations(approach, detector.detect(approach)) >= 1


def test_quotations_are_exact_in_the_world(detector: Detector, approaches: list[Approach]) -> None:
    """Every quotation of synthetic approaches is a slice of an inbound message, and there are hundreds."""
    assert sum(_check_quotations(a, detector.detect(a)) for a in approaches) > 200


def test_evidence_is_of_what_is_shown(detector: Detector, approaches: list[Approach]) -> None:
    """What is shown has evidence and what is not shown has none."""
    for approach in approaches:
        found = detector.detect(approach)
        assert set(found.evidence) == _shown(found)


def test_nothing_is_found_in_what_the_recipient_wrote(detector: Detector) -> None:
    """The recipient's own words show nothing."""
    words = (
        "We pay $900 in cash for each report on what is not public. Do not tell your employer. Use Signal."
    )
    found = detector.detect(
        Approach("a", (Message("Good morning, how are you today?"), Message(words, inbound=False)))
    )

    assert (
        _shown(found)
        & {"pay_per_report", "insider_information", "secrecy_request", "off_platform_move", "opaque_payment"}
        == set()
    )


# --- unknown is not absent -----------------------------------------------------------------------------------


def test_profile_is_unknown_without_columns(detector: Detector) -> None:
    """From an ordinary message alone, signs of firm and account are unknown, not zero."""
    found = detector.detect(
        _approach("Good morning. I would like to hear how you see the new budget, over coffee next week.")
    )

    assert np.isnan(found.strengths[[AT[name] for name in PROFILE]]).all()


def test_text_is_unknown_without_messages(detector: Detector) -> None:
    """From columns alone, signs of text and course are unknown, and those of the columns are known."""
    found = detector.detect(
        Approach("a", (), {"connections": 3.0, "verified": False, "company_registered": False})
    )

    unknown = [i.id for i in CATALOGUE if not FACTS & set(i.measures)]
    assert np.isnan(found.strengths[[AT[name] for name in unknown]]).all()
    assert not np.isnan(found.strengths[[AT["thin_profile"], AT["cover_company"]]]).any()


def test_everything_is_unknown_of_nothing(detector: Detector) -> None:
    """Of an approach that is empty, everything is unknown."""
    for approach in (Approach("a"), _approach(""), _approach("   \n")):
        assert np.isnan(detector.detect(approach).strengths).all()


def test_one_message_cannot_escalate(detector: Detector) -> None:
    """A single ordinary message leaves escalation unknown."""
    assert np.isnan(
        _strength(
            detector, "escalation", "Good morning, I have read your article on ports and liked it very much."
        )
    )


# --- marks ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda i: i.id)
@pytest.mark.parametrize("value", [0.0, 0.37, 1.0])
def test_mark_stands_instead(detector: Detector, entry: Indicator, value: float) -> None:
    """The user's mark is the strength, whatever the text says, and the evidence says whose it is."""
    found = detector.detect(replace(_approach(" ".join(entry.fires)), marks={entry.id: value}))

    assert found.strengths[AT[entry.id]] == value
    assert found.evidence[entry.id].by_user
    assert found.evidence[entry.id].as_dict() == {"mark": f"{value:g}", "by": "user"}


def test_mark_moves_no_other_sign(detector: Detector) -> None:
    """A mark of one sign leaves all others as they were detected."""
    plain = _approach("Our client pays $900 for each report. Please do not tell your employer.")
    before = detector.detect(plain).strengths
    after = detector.detect(replace(plain, marks={"secrecy_request": 0.0})).strengths

    other = [at for name, at in AT.items() if name != "secrecy_request"]
    np.testing.assert_array_equal(after[other], before[other])


# --- the course of a thread ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "later",
    [
        "The client is Siemens Energy, in Munich, and you would report to their head of policy.",
        "The client is Siemens Energy.",
    ],
)
def test_client_named_later_lowers_vague_client(detector: Detector, later: str) -> None:
    """A client that is named in a later message makes the client less vague than small talk there does."""
    first = "A client of ours is looking for someone with your experience."
    named = _strength(detector, "vague_client", first, later)

    assert named < _strength(detector, "vague_client", first, "I hope you had a good summer and a good rest.")


def _cut(text: str) -> list[str]:
    """The text cut where its sentences begin."""
    thread = read_thread(_approach(text))
    normal = thread.turns[0].normal
    cuts = [0, *(normal.raw_span(s.start, s.start + 1)[0] for s in thread.sentences[1:]), len(text)]
    return [text[a:b] for a, b in pairwise(cuts)]


def test_splitting_a_message_keeps_text_signs(detector: Detector, approaches: Iterable[Approach]) -> None:
    """A message sent in pieces, one sentence each, shows the same signs of text as when sent at once."""
    text_only = {i.id for i in CATALOGUE if not FACTS & set(i.measures)} - set(COURSE)
    checked = 0
    for approach in approaches:
        parts = _cut(approach.messages[0].text) if len(approach.messages) == 1 else []
        if len(parts) > 1:
            checked += 1
            whole = _shown(detector.detect(_approach(approach.messages[0].text))) & text_only
            assert _shown(detector.detect(_approach(*parts))) & text_only == whole, parts
    assert checked > 30


def test_long_thread_is_cut_and_says_so(detector: Detector, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thread of more sentences than the limit is read in part, with a note."""
    monkeypatch.setattr("recruitrisk.evidence.thread._MAX_SENTENCES", 20)

    whole = detector.detect(_approach("I hope that you are well today. " * 20))
    cut = detector.detect(_approach("I hope that you are well today. " * 21))

    assert not any("very long" in note for note in whole.notes)
    assert any("very long" in note for note in cut.notes)


# --- who it is does not matter -------------------------------------------------------------------------------

_SWAPS = {
    "sender_name": ["Wei Zhang", "Emily Clarke", "", "Олена Коваленко"],
    "sender_location": ["Shanghai", "Leeds", "", "Lagos"],
    "sender_profile_url": ["https://www.linkedin.com/in/wei-zhang-77", "", "x"],
    "has_photo": ["yes", "no", ""],
    "approach_id": ["zz", "17", "S-1"],
}


@pytest.mark.parametrize("column", sorted(NEVER_SCORED))
def test_never_scored_column_moves_nothing(model: RiskModel, world: Synthetic, column: str) -> None:
    """Another name, place, address, photo or id of the sender leaves every score column the same to the last digit."""
    frame = world.frame.head(25)
    before = score(frame, model=model)[list(SCORED_COLUMNS)]

    for value in _SWAPS[column]:
        swapped = frame.assign(
            **{column: value if column != "approach_id" else [f"{value}{n}" for n in range(len(frame))]}
        )
        pd.testing.assert_frame_equal(
            score(swapped, model=model)[list(SCORED_COLUMNS)], before, check_exact=True
        )


# --- the sentence classifiers --------------------------------------------------------------------------------


def test_looked_up_sum_is_the_bag(detector: Detector) -> None:
    """Log-odds that are looked up word by word are those of the whole bag of grams."""
    meaning = detector.meaning
    words = "we pay for each report and ask you to keep it quiet".split()
    rows = {int(k): at for at, k in enumerate(meaning.keys)}
    at = np.array([rows[k] for k in gram_keys(words) if k in rows])
    square = float((meaning.idf[at].astype(float) ** 2).sum())
    bag = (
        (meaning.idf[at].astype(float) @ meaning.weights[at].astype(float))
        * meaning.scale
        / np.sqrt(max(square, 5000.0))
    )

    n = len(meaning.ids)
    each, text = meaning.read([words])

    np.testing.assert_allclose(meaning.decision(words), (bag + meaning.intercept)[:n], atol=1e-9)
    np.testing.assert_array_equal(each[0], meaning.decision(words))
    np.testing.assert_allclose(text, (bag + meaning.intercept)[n:], atol=1e-9)


def test_words_before_or_behind_do_not_lower_a_text(detector: Detector) -> None:
    """A text's log-odds are those of its best run: sentences put before or behind lower none of them."""
    said = ["tell me what the committee will decide".split(), "we pay in cash".split()]
    plain = [["thanks", "again"], ["it", "rains"], ["take", "care"]]

    _, alone = detector.meaning.read(said)
    _, padded = detector.meaning.read([*plain, *said, *plain])

    assert (padded >= alone - 1e-12).all()


def test_influence_adds_up(detector: Detector) -> None:
    """What the tokens add to a sign is its log-odds less the intercept."""
    meaning = detector.meaning
    words = "please do not tell your employer about it".split()
    column = AT["secrecy_request"]

    assert meaning.influence(words, column).sum() == pytest.approx(
        meaning.decision(words)[column] - meaning.intercept[column], abs=1e-6
    )


def test_fitted_classifiers_lie_row_by_row_in_memory() -> None:
    """Weights just fitted lie in memory as loaded ones do: otherwise each sentence read copies the whole matrix."""
    sentences = [["pay", "for", "reports"], ["kind", "regards"]] * 6
    marks = np.tile([[1.0, 0.0], [0.0, 1.0]], (6, 1))

    without, mean = SentenceMeaning.fit(sentences, marks, np.arange(12) % 3, ids()[:2], weight=np.ones((12, 2)))

    assert all(each.weights.flags.c_contiguous for each in (*without.values(), mean))


def test_gram_counts_are_those_of_a_counter(approaches: list[Approach]) -> None:
    """How many sentences hold a gram is what a plain count says."""
    bags = [gram_keys([t.text for t in tokens(normalise(m.text))]) for a in approaches[:40] for m in a.messages]
    plain = Counter(key for bag in bags for key in set(bag))

    keys, counts = gram_counts(bags)

    assert dict(zip(keys.tolist(), counts.tolist(), strict=True)) == plain
    assert keys.tolist() == sorted(plain)


def test_arrays_make_the_classifiers_again(detector: Detector) -> None:
    """The classifiers made again from their arrays give the same digits."""
    again = SentenceMeaning.from_arrays(detector.meaning.arrays(), ids())
    words = "our client would like a short paper".split()

    np.testing.assert_array_equal(again.decision(words), detector.meaning.decision(words))


def test_cache_does_not_change_a_score(model: RiskModel) -> None:
    """An approach scores the same before and after thousands of other words were looked up."""
    scorer = Scorer(model)
    row = {"message": "We pay for each note. Keep it between us."}
    before = scorer.score_one(row)
    made = synthesise(40, seed=77)
    for approach in approaches_from_frame(made.frame, made.messages)[0]:
        model.assess(approach)

    assert json.dumps(scorer.score_one(row)) == json.dumps(before)


# --- the heads -----------------------------------------------------------------------------------------------


def _heads(seed: int) -> StrengthHeads:
    """Heads fitted to random signals and labels that say the opposite of them."""
    rng = np.random.default_rng(seed)
    inputs = rng.random((120, len(CATALOGUE), len(INPUTS)))
    truth = (
        inputs[:, :, 0] + inputs[:, :, 2] - inputs[:, :, 5] + rng.normal(size=inputs.shape[:2]) < 0.5
    ).astype(float)
    return StrengthHeads.fit(inputs, truth)


@pytest.mark.parametrize("seed", range(3))
def test_heads_keep_their_directions(seed: int) -> None:
    """Whatever the labels, what speaks for a sign never lowers its strength and what answers it never raises it."""
    heads = _heads(seed)

    assert (heads.coef[:, :5] >= 0).all()
    assert (heads.coef[:, 5] <= 0).all()


def test_an_answer_counts_whatever_the_labels() -> None:
    """A client named elsewhere in the thread takes two log-odds at least off a vague one, whatever the labels say."""
    assert _heads(0).coef[AT["vague_client"], 5] <= -2.0


def test_heads_round_trip(detector: Detector) -> None:
    """Heads made again from their arrays give the same strengths."""
    arrays = detector.heads.arrays()
    again = StrengthHeads(arrays["heads_coef"], arrays["heads_intercept"])
    inputs = np.random.default_rng(0).random((len(CATALOGUE), len(INPUTS)))

    np.testing.assert_array_equal(again.strengths(inputs), detector.heads.strengths(inputs))
