"""Promises of the synthetic world: from a seed alone, labels that hold, people that do not depend on them."""

from __future__ import annotations

import ast
import hashlib
import json
import subprocess
import sys
from collections import defaultdict
from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest

import recruitrisk
from recruitrisk.approach import COLUMNS, MESSAGE_COLUMNS
from recruitrisk.errors import UsageError
from recruitrisk.indicators import CATALOGUE, ids
from recruitrisk.review.review import independent_path
from recruitrisk.synthetic import (
    FOLDS,
    TRUTH_COLUMNS,
    Setting,
    Synthetic,
    fold_of,
    marked_sentences,
    scenes,
    stock,
    synthesise,
)
from recruitrisk.synthetic.screening import Offender, offenders, words

RISKY, GENUINE = Setting(risky=1, genuine=0, other=0), Setting(risky=0, genuine=1, other=0)


def _digest(world: Synthetic) -> str:
    text = world.frame.to_csv(index=False) + world.messages.to_csv(index=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _inbound(world: Synthetic) -> dict[str, list[str]]:
    """Approach id -> texts of its inbound messages."""
    texts: dict[str, list[str]] = defaultdict(list)
    for row in world.messages.itertuples():
        if row.direction == "inbound":
            texts[row.approach_id].append(row.text)
    return texts


def test_same_seed_same_bytes() -> None:
    """Two worlds of one seed are the same to the byte; another seed gives another."""
    assert (
        _digest(synthesise(25, seed=8)) == _digest(synthesise(25, seed=8)) != _digest(synthesise(25, seed=9))
    )


@pytest.mark.parametrize("hash_seed", ["0", "12345"])
def test_same_bytes_in_another_process(hash_seed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fresh process with another hash seed and time zone makes the same bytes."""
    monkeypatch.setenv("PYTHONHASHSEED", hash_seed)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    code = (
        "import hashlib; from recruitrisk.synthetic import synthesise; w = synthesise(25, seed=8)\n"
        "print(hashlib.sha256((w.frame.to_csv(index=False) + w.messages.to_csv(index=False)).encode()).hexdigest())"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == _digest(synthesise(25, seed=8))


def test_chunks_are_the_whole() -> None:
    """A world made in chunks with `start` is the world made at once."""
    whole = synthesise(40, seed=6)
    parts = [synthesise(n, seed=6, start=start) for n, start in ((11, 0), (1, 11), (28, 12))]

    pd.testing.assert_frame_equal(pd.concat([p.frame for p in parts], ignore_index=True), whole.frame)
    pd.testing.assert_frame_equal(pd.concat([p.messages for p in parts], ignore_index=True), whole.messages)
    assert [x for p in parts for x in p.labels] == whole.labels
    assert [x for p in parts for x in p.shows] == whole.shows


def test_n_below_one_is_refused() -> None:
    """A world of nothing is a mistake of the caller."""
    with pytest.raises(UsageError, match="n is 0"):
        synthesise(0)


@pytest.mark.parametrize("column", ["sender_name", "sender_location", "sent_at"])
def test_people_do_not_depend_on_the_label(column: str) -> None:
    """An approach has the same sender, town and time whether its class is drawn risky or genuine."""
    risky, genuine = (synthesise(60, seed=3, setting=s).frame for s in (RISKY, GENUINE))

    assert list(risky["truth_label"].unique()) == ["1"]
    assert list(genuine["truth_label"].unique()) == ["0"]
    assert list(risky[column]) == list(genuine[column])


def test_firms_do_not_depend_on_the_label() -> None:
    """Wherever a firm is named in both, a risky and a genuine approach of one number name the same."""
    risky, genuine = (synthesise(60, seed=3, setting=s).frame["company"] for s in (RISKY, GENUINE))
    both = [(a, b) for a, b in zip(risky, genuine, strict=True) if a and b]

    assert len(both) > 10
    assert all(a == b for a, b in both)


def test_columns_are_those_of_the_contract(world: Synthetic) -> None:
    """A world has columns of the data contract and the truth, and its messages those of the messages table."""
    known = {c.name for c in COLUMNS}

    assert tuple(world.frame.columns[-len(TRUTH_COLUMNS) :]) == TRUTH_COLUMNS
    assert set(world.frame.columns[: -len(TRUTH_COLUMNS)]) <= known
    assert tuple(world.messages.columns) == MESSAGE_COLUMNS


def test_truth_label_is_the_label(world: Synthetic) -> None:
    """`truth_label` is 1, 0 or empty, as the label of the approach is; all three occur."""
    assert list(world.frame["truth_label"]) == ["" if x is None else str(x) for x in world.labels]
    assert set(world.labels) == {0, 1, None}


def test_truth_indicators_are_what_it_shows(world: Synthetic) -> None:
    """`truth_indicators` holds what the approach shows, known ids in the order of the catalogue."""
    for cell, shows in zip(world.frame["truth_indicators"], world.shows, strict=True):
        assert cell.split() == [i for i in ids() if i in shows]
        assert shows <= set(ids())


def test_truth_evidence_is_of_what_it_shows(world: Synthetic) -> None:
    """`truth_evidence` quotes only for signs that the approach shows."""
    for cell, shows in zip(world.frame["truth_evidence"], world.shows, strict=True):
        assert set(json.loads(cell)) <= shows


def test_truth_evidence_is_an_exact_piece(world: Synthetic) -> None:
    """Every quotation stands to the letter in an inbound message, and in the column `message`."""
    texts = _inbound(world)
    quoted = 0
    for row in world.frame.itertuples():
        for piece in json.loads(row.truth_evidence).values():
            quoted += 1
            assert piece
            assert any(piece in text for text in texts[row.approach_id])
            assert piece in row.message
    assert quoted > len(world.frame)


def test_no_placeholder_is_left(world: Synthetic) -> None:
    """No placeholder of a wording is left unfilled in what is read."""
    left = [
        t
        for t in world.messages["text"]
        if any(
            f"{{{name}}}" in t
            for name in ("me", "name", "first", "firm", "email", "phone", "url", "place", "topic", "org")
        )
    ]

    assert left == []


def test_message_is_its_inbound_messages(world: Synthetic) -> None:
    """The column `message` is the inbound messages of the thread, and there is one at least."""
    texts = _inbound(world)
    for row in world.frame.itertuples():
        assert row.message == "\n\n".join(texts[row.approach_id])
        assert row.message.strip()


def test_dates_are_absolute(world: Synthetic) -> None:
    """Times are ISO 8601 in UTC between 2024 and 2027 and rise along a thread, so they never depend on today."""
    times = world.messages["sent_at"].map(lambda t: datetime.strptime(t, "%Y-%m-%dT%H:%M:%SZ"))

    assert datetime(2024, 1, 1) <= times.min() <= times.max() < datetime(2027, 1, 1)
    assert all(group.is_monotonic_increasing for _, group in times.groupby(world.messages["approach_id"]))


def test_no_clock_is_read() -> None:
    """Nothing in the package of the world asks for today's date or draws from a shared generator."""
    for path in (Path(recruitrisk.__file__).parent / "synthetic").glob("*.py"):
        calls = {
            n.func.attr
            for n in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)
        }
        assert (
            calls & {"now", "utcnow", "today", "time", "seed", "choice", "randint", "shuffle", "default_rng"}
            == set()
        ), path.name


def test_account_is_older_than_its_message(world: Synthetic) -> None:
    """An account is made before it writes, and a firm is founded before."""
    for row in world.frame.itertuples():
        assert row.account_created <= row.sent_at[:7]
        assert row.company_founded <= row.sent_at[:4]


def test_every_indicator_occurs() -> None:
    """Of 3,000 approaches, the risky ones show every indicator of the catalogue."""
    made = synthesise(3000, seed=1)
    shown = set().union(*(s for s, label in zip(made.shows, made.labels, strict=True) if label == 1))

    assert set(ids()) - shown == set()


def test_setting_mixes_the_classes() -> None:
    """Shares of the classes are near those of the setting (400 drawn; four standard errors)."""
    labels = synthesise(400, seed=4, setting=Setting(risky=0.2, genuine=0.5, other=0.3)).labels

    for label, share in ((1, 0.2), (0, 0.5), (None, 0.3)):
        assert labels.count(label) / 400 == pytest.approx(share, abs=4 * (share * (1 - share) / 400) ** 0.5)


@pytest.mark.parametrize("fold", range(FOLDS))
def test_world_of_one_fold(fold: int) -> None:
    """A world of one fold tells stories of that fold's families only."""
    kinds = {s.kind for s in scenes() if fold_of(s.family) == fold}
    made = synthesise(20, seed=2, setting=Setting(folds=(fold,)))

    assert set(made.frame["truth_kind"]) <= kinds


def test_marked_sentences_have_the_fold_of_their_family() -> None:
    """Scene sentences and stock lines lie in the fold of their family, catalogue examples in all (-1); no fold is empty."""
    lines = list(marked_sentences())
    inbound = [
        (fold_of(s.family), p.shows) for s in scenes() for m in s.messages if m.inbound for p in m.pieces
    ]
    stocked = [fold_of(line.family) for line in stock()]
    examples = sum(len(i.fires) + len(i.silent) for i in CATALOGUE)

    assert [(x.fold, x.shows) for x in lines[: len(inbound)]] == inbound
    assert [x.fold for x in lines[len(inbound) : -examples]] == stocked
    assert {x.fold for x in lines[-examples:]} == {-1}
    assert set(stocked) | {f for f, _ in inbound} == set(range(FOLDS))


def test_marked_sentences_show_known_signs() -> None:
    """What a sentence shows or only looks like are ids of the catalogue, never both at once."""
    for line in marked_sentences():
        assert line.shows | line.traps <= set(ids())
        assert not line.shows & line.traps, line.text


def test_every_indicator_has_marked_sentences() -> None:
    """Each indicator that text can show has marked sentences for it to learn from."""
    shown = {i for line in marked_sentences() for i in line.shows}

    assert {i.id for i in CATALOGUE if "meaning" in i.measures} <= shown


@pytest.mark.parametrize("label", [1, 0])
def test_scenes_show_no_outbound_sign(label: int) -> None:
    """What the recipient writes shows nothing."""
    found = [
        s.key
        for s in scenes()
        if s.label == label
        for m in s.messages
        if not m.inbound
        for p in m.pieces
        if p.shows
    ]

    assert found == []


def _evaluation() -> list[Path]:
    folder = independent_path().parent
    return [folder / "independent.jsonl", folder / "attacks_open.json"]


def test_no_wording_is_of_the_evaluation_texts() -> None:
    """No scene, stock line or example shares a run of six words with the evaluation texts (both ways)."""
    found = offenders(_evaluation())

    assert not found, "\n".join(
        ["change or delete these (python -m recruitrisk.synthetic.screening --remove):", *map(str, found)]
    )


def test_screening_finds_every_kind_of_wording(tmp_path: Path) -> None:
    """A text that borrows from a scene, a stock line and an example is told with all three; case and marks do not hide it."""
    scene = next(
        s
        for s in scenes()
        if s.lang == "en"
        and len(words(s.messages[0].pieces[1].text if len(s.messages[0].pieces) > 1 else "")) > 12
        and "{" not in s.messages[0].pieces[1].text
    )
    line = next(x for x in stock() if len(words(x.text)) > 12 and "{" not in x.text)
    example = next(t for i in CATALOGUE for t in i.fires if len(words(t)) > 8)
    pattern = next(t for i in CATALOGUE for p in i.patterns for t in p.fires if len(words(t)) > 6)
    texts = [scene.messages[0].pieces[1].text, line.text, example, pattern]
    path = tmp_path / "texts.jsonl"
    path.write_text(
        "".join(json.dumps({"deep": [{"text": t.upper().replace(" ", " - ")}]}) + "\n" for t in texts),
        encoding="utf-8",
    )

    found = offenders([path])

    assert {o.line for o in found} == {1, 2, 3, 4}


def test_screening_lets_five_words_pass(tmp_path: Path) -> None:
    """Five words in a row may be shared, six may not."""
    example = next(t for i in CATALOGUE for t in i.fires if len(words(t)) > 8)
    six = words(example)[:6]
    path = tmp_path / "texts.json"

    path.write_text(json.dumps([" ".join(six[:5]) + " zzz"]), encoding="utf-8")
    five: list[Offender] = offenders([path])
    path.write_text(json.dumps([" ".join(six)]), encoding="utf-8")

    assert five == []
    assert offenders([path])[0].run == " ".join(six)
