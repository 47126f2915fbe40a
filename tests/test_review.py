"""Promises of the review: figures that are what they are called, on sets that are read whole or refused by line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss, f1_score, precision_score, recall_score, roc_auc_score

from recruitrisk.approach import COLUMNS, MESSAGE_COLUMNS
from recruitrisk.errors import ModelError, ReadError, UsageError
from recruitrisk.evidence import Evidence, Place
from recruitrisk.indicators import CATALOGUE, ids
from recruitrisk.model import RiskModel
from recruitrisk.model.performance import (
    calibration_table,
    indicator_figures,
    macro_f1,
    ranking_figures,
    wilson,
)
from recruitrisk.reading import approaches_from_frame
from recruitrisk.review.conversations import read_conversations, tables
from recruitrisk.review.review import as_text, dump, evidence_figures, set_figures
from recruitrisk.review.reviewed import review_model
from recruitrisk.synthetic import Synthetic

# --- Wilson's interval ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        (0, 10, 0.0, 0.277533),
        (1, 10, 0.017876, 0.404150),
        (5, 10, 0.236593, 0.763407),
        (81, 263, 0.255271, 0.366222),
    ],
)
def test_wilson_known_values(hits: int, n: int, low: float, high: float) -> None:
    """Wilson's 95 % interval has the published values."""
    assert wilson(hits, n) == pytest.approx((low, high), abs=2e-4)


@given(n=st.integers(1, 10_000), data=st.data())
def test_wilson_holds_the_share(n: int, data: st.DataObject) -> None:
    """The interval lies in 0..1 and holds the share; that of the rest is its mirror."""
    hits = data.draw(st.integers(0, n))
    low, high = wilson(hits, n)

    assert 0 <= low <= hits / n + 1e-12
    assert hits / n - 1e-12 <= high <= 1
    assert wilson(n - hits, n) == pytest.approx((1 - high, 1 - low), abs=1e-12)


def test_wilson_of_nothing() -> None:
    """Of no cases nothing is known."""
    assert wilson(0, 0) == (0.0, 1.0)


# --- ranking -------------------------------------------------------------------------------------------------


def _set(seed: int, n: int = 80) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    labels = rng.integers(-1, 2, n)
    return labels, np.round(rng.normal(size=n) + labels, 1)


@settings(deadline=None, max_examples=15)
@given(seed=st.integers(0, 10_000))
def test_auroc_is_that_of_scikit_learn(seed: int) -> None:
    """AUROC is scikit-learn's, ties included and other harms left out, and its interval holds it."""
    labels, evidence = _set(seed)
    use = labels >= 0

    found = ranking_figures(labels, evidence)["auroc"]

    assert found["value"] == pytest.approx(roc_auc_score(labels[use], evidence[use]), abs=1e-12)
    assert found["low"] <= found["value"] <= found["high"]


def test_counts_leave_other_harms_out() -> None:
    """n is risky and genuine ones; other harms are not counted."""
    found = ranking_figures(np.array([1, 1, 0, 0, 0, -1]), np.array([2.0, 1.0, 0.0, -1.0, 0.5, 9.0]))

    assert (found["n"], found["risky"], found["genuine"]) == (5, 2, 3)


def test_recall_at_false_alarms() -> None:
    """Recall at 5 % is the share of risky ones above the line that 5 % of the genuine pass."""
    labels = np.array([0] * 100 + [1] * 10)
    evidence = np.concatenate([np.arange(100.0), [94.0] * 4 + [97.0] * 3 + [99.5] * 3])

    found = ranking_figures(labels, evidence)

    assert found["recall_at_5"]["value"] == pytest.approx(0.6)
    assert found["recall_at_1"]["value"] == pytest.approx(0.3)


def test_brier_is_that_of_scikit_learn() -> None:
    """The Brier score is scikit-learn's, at the set's own prevalence."""
    labels, evidence = _set(5)
    use = labels >= 0
    prior = (labels[use] == 1).mean()
    p = 1 / (1 + np.exp(-(evidence[use] + np.log(prior / (1 - prior)))))

    assert ranking_figures(labels, evidence)["brier"] == pytest.approx(
        brier_score_loss(labels[use], p), abs=1e-12
    )


def test_figures_are_the_same_again() -> None:
    """The bootstrap is seeded: the same set gives the same figures."""
    assert ranking_figures(*_set(2)) == ranking_figures(*_set(2))


# --- calibration ---------------------------------------------------------------------------------------------


def test_calibration_table_of_a_calibrated_set() -> None:
    """Where the probabilities are true the error is small, every case is in one bin, and bins rise."""
    rng = np.random.default_rng(0)
    p = rng.random(20_000)
    table, error = calibration_table(rng.random(20_000) < p, p)

    assert error < 0.02
    assert [row["n"] for row in table] == [2000] * 10
    assert [row["predicted"] for row in table] == sorted(row["predicted"] for row in table)


def test_calibration_error_by_hand() -> None:
    """The error is the mean distance of observed and predicted, weighted by the size of the bin."""
    y = np.array([False, False, True, True, True, False])
    p = np.array([0.1, 0.3, 0.2, 0.8, 0.9, 0.7])

    table, error = calibration_table(y, p, bins=2)

    assert [(r["predicted"], r["observed"]) for r in table] == [
        (pytest.approx(0.2), pytest.approx(1 / 3)),
        (pytest.approx(0.8), pytest.approx(2 / 3)),
    ]
    assert error == pytest.approx(2 / 15)
    assert all(r["low"] <= r["observed"] <= r["high"] for r in table)


def test_calibration_table_of_few() -> None:
    """Fewer cases than bins give as many bins as cases."""
    table, _ = calibration_table(np.array([True, False]), np.array([0.9, 0.1]))

    assert [row["n"] for row in table] == [1, 1]


# --- indicators ----------------------------------------------------------------------------------------------


def test_indicator_figures_are_those_of_scikit_learn() -> None:
    """Precision, recall and F1 of each indicator are scikit-learn's; unknown strengths count as not shown, unmarked ones not at all."""
    rng = np.random.default_rng(1)
    truth = (rng.random((60, len(CATALOGUE))) < 0.4).astype(float)
    strengths = rng.random(truth.shape)
    strengths[rng.random(truth.shape) < 0.2] = np.nan
    truth[rng.random(truth.shape) < 0.1] = np.nan

    figures = indicator_figures(truth, strengths)

    assert list(figures) == list(ids())
    for column, name in enumerate(ids()):
        known = ~np.isnan(truth[:, column])
        y, shown = truth[known, column], strengths[known, column] >= 0.5
        assert figures[name]["precision"] == pytest.approx(precision_score(y, shown))
        assert figures[name]["recall"] == pytest.approx(recall_score(y, shown))
        assert figures[name]["f1"] == pytest.approx(f1_score(y, shown))


def test_rare_indicators_are_left_out() -> None:
    """An indicator with fewer than three cases has no figures, and the mean is over the others."""
    truth = np.zeros((10, len(CATALOGUE)))
    truth[:2, 0] = truth[:3, 1] = 1
    figures = indicator_figures(truth, truth)

    assert list(figures) == [ids()[1]]
    assert macro_f1(figures) == 1.0
    assert np.isnan(macro_f1({}))


# --- labelled conversations ----------------------------------------------------------------------------------

_GOOD: dict[str, Any] = {
    "id": "x",
    "label": 1,
    "messages": [{"sent_at": "2025-01-02T03:04:05Z", "from": "them", "text": "Hello there"}],
}


def _file(tmp_path: Path, *rows: object) -> Path:
    path = tmp_path / "set.jsonl"
    path.write_text(
        "".join((r if isinstance(r, str) else json.dumps(r, ensure_ascii=False)) + "\n" for r in rows),
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize(
    "bad",
    [
        "no json",
        "[]",
        "17",
        {**_GOOD, "label": 2},
        {**_GOOD, "label": "risky"},
        {**_GOOD, "label": True},
        {k: v for k, v in _GOOD.items() if k != "label"},
        {k: v for k, v in _GOOD.items() if k != "id"},
        {k: v for k, v in _GOOD.items() if k != "messages"},
        {**_GOOD, "messages": [{"from": "them"}]},
        {**_GOOD, "messages": [{"from": "them", "text": "x", "sent_at": "yesterday"}]},
        {**_GOOD, "profile": "none"},
    ],
    ids=lambda bad: str(bad)[:60],
)
def test_bad_line_is_named(tmp_path: Path, bad: object) -> None:
    """A line that is no labelled conversation is an error that names file and line (blank lines count)."""
    path = _file(tmp_path, _GOOD, "", bad)

    with pytest.raises(ReadError, match=r"set\.jsonl, line 3: ") as caught:
        read_conversations(path)

    assert caught.value.line == 3


@pytest.mark.parametrize(
    "make",
    [lambda p: None, lambda p: p.mkdir(), lambda p: p.write_bytes(b"\xff\xfe\xff")],
    ids=["missing", "folder", "not UTF-8"],
)
def test_unreadable_set_is_a_read_error(tmp_path: Path, make: Any) -> None:
    """A file that is missing, a folder or not UTF-8 is an error that names it."""
    make(tmp_path / "set.jsonl")

    with pytest.raises(ReadError, match=r"set\.jsonl: can't be read"):
        read_conversations(tmp_path / "set.jsonl")


def test_odd_line_ends_inside_of_a_message(tmp_path: Path) -> None:
    """A message may hold U+2028 and U+0085; only a line feed ends a row."""
    text = "one\u2028two\u0085three\x0cfour"
    found = read_conversations(_file(tmp_path, {**_GOOD, "messages": [{"from": "them", "text": text}]}))

    assert found[0].messages[0][2] == text


def test_conversations_are_read(tmp_path: Path) -> None:
    """Label, indicators, cells and messages of a row are those of the file."""
    row = {
        **_GOOD, "label": None, "lang": "de", "indicators": ["flattery"], "evidence": {"flattery": "Hello"}, "traps": {"coercion": "there"},
        "profile": {"name": "A B", "verified": False, "connections": 12, "company": None}, "target": {"annual_pay": 50000.0},
    }  # fmt: skip
    (found,) = read_conversations(_file(tmp_path, row))

    assert (found.label, found.lang, found.indicators) == (None, "de", {"flattery"})
    assert (found.evidence, found.traps) == ({"flattery": "Hello"}, {"coercion": "there"})
    assert (
        found.cells["verified"],
        found.cells["connections"],
        found.cells["company"],
        found.cells["recipient_pay"],
    ) == ("no", "12", "", "50000")
    assert found.messages[0][1:] == (True, "Hello there")


def test_tables_are_of_the_contract(tmp_path: Path) -> None:
    """The tables of a set have columns of the data contract; without profiles only ids and messages are left."""
    found = read_conversations(_file(tmp_path, _GOOD))
    frame, messages = tables(found)
    bare, _ = tables(found, profiles=False)

    assert set(frame.columns) <= {c.name for c in COLUMNS}
    assert tuple(messages.columns) == MESSAGE_COLUMNS
    assert list(bare.columns) == ["approach_id"]


# --- evidence ------------------------------------------------------------------------------------------------


def test_evidence_figures_by_hand(tmp_path: Path, model: RiskModel) -> None:
    """Overlap, exactness and traps are counted as they are defined."""
    text = "We pay well. Keep it quiet. There are few places."
    row = {
        **_GOOD, "messages": [{"from": "them", "text": text}],
        "evidence": {"pay_above_market": "We pay well.", "secrecy_request": "Keep it quiet."}, "indicators": ["pay_above_market", "secrecy_request"],
        "traps": {"urgency_scarcity": "There are few places."},
    }  # fmt: skip
    found = read_conversations(_file(tmp_path, row))
    approaches = approaches_from_frame(*tables(found))[0]
    assessment = model.assess(approaches[0])
    assessment.findings.evidence = {
        "pay_above_market": Evidence(Place(0, 0, 12, "We pay well.")),
        "secrecy_request": Evidence(Place(0, 28, 49, "There are few places.")),
        "urgency_scarcity": Evidence(Place(0, 28, 49, "There are few placeS.")),
    }

    figures = evidence_figures(found, approaches, [assessment])

    assert (figures["overlap"]["value"], figures["overlap"]["n"]) == (0.5, 2)
    assert figures["exact_quotations"] == {"value": pytest.approx(2 / 3), "n": 3}
    assert (figures["traps_fired"]["value"], figures["traps_fired"]["n"]) == (1.0, 1)


# --- the whole -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reviewed(model: RiskModel, labelled: Path) -> dict[str, Any]:
    return review_model(model, labelled)


def test_review_names_the_origins(reviewed: dict[str, Any]) -> None:
    """Figures stand under their origin: the synthetic hold-out, the user's set, the same by messages alone."""
    assert list(reviewed["sets"]) == ["synthetic hold-out", "yours", "yours, messages alone"]


def test_review_counts_the_set(reviewed: dict[str, Any], world: Synthetic) -> None:
    """n, risky, genuine and other harms are those of the file."""
    yours = reviewed["sets"]["yours"]

    assert (yours["risky"], yours["genuine"], yours["other_harms"]["n"]) == tuple(
        world.labels.count(x) for x in (1, 0, None)
    )
    assert sum(yours["other_harms"]["bands"].values()) == world.labels.count(None)


def test_review_finds_exact_quotations(reviewed: dict[str, Any]) -> None:
    """Every quotation is to the letter."""
    assert reviewed["sets"]["yours"]["exact_quotations"]["value"] == 1.0


def test_review_of_a_world_is_far_from_chance(reviewed: dict[str, Any]) -> None:
    """On synthetic approaches the ranking is far above chance and most marked evidence is overlapped."""
    yours = reviewed["sets"]["yours"]

    assert yours["auroc"]["low"] > 0.7
    assert yours["overlap"]["value"] > 0.5


def test_unmarked_indicators_have_no_figures(reviewed: dict[str, Any]) -> None:
    """Signs that the sets do not mark are not held against the model."""
    unmarked = {"donation_leverage", "coercion", *(i.id for i in CATALOGUE if i.direction == "lowers")}

    assert not unmarked & set(reviewed["sets"]["yours"]["indicators"])


def test_review_text_has_every_set_with_its_n(reviewed: dict[str, Any]) -> None:
    """The text names each set with n, and says that machine-written sets are not real traffic."""
    text = as_text(reviewed)

    for origin, figures in reviewed["sets"].items():
        assert f"{origin}: n = {figures['n']} " in text
    assert "neither is real traffic" in text


def test_review_is_json(reviewed: dict[str, Any]) -> None:
    """The figures survive JSON and hold no number that JSON does not know."""

    def unknown(constant: str) -> None:
        raise AssertionError(constant)

    again = json.loads(dump(reviewed), parse_constant=unknown)

    assert list(again["sets"]) == list(reviewed["sets"])


@pytest.mark.parametrize("labels", [[1, 1], [0, None], []], ids=str)
def test_set_of_one_class_is_refused(model: RiskModel, tmp_path: Path, labels: list[int | None]) -> None:
    """A set without both risky and genuine ones is an error that says how many there are."""
    found = read_conversations(
        _file(tmp_path, *({**_GOOD, "label": x, "id": str(n)} for n, x in enumerate(labels)))
    )

    with pytest.raises(UsageError, match="both are needed"):
        set_figures(model, found, profiles=True)


def test_set_without_english_is_reviewed(model: RiskModel, tmp_path: Path) -> None:
    """A set in another language alone has its figures, without a line on English."""
    found = read_conversations(
        _file(tmp_path, *({**_GOOD, "label": n % 2, "id": str(n), "lang": "de"} for n in range(4)))
    )

    assert "english" not in set_figures(model, found, profiles=True)


def test_model_without_figures_is_refused(model: RiskModel, labelled: Path) -> None:
    """A model that holds no figures of its hold-out is an error that says what to do."""
    from dataclasses import replace

    with pytest.raises(ModelError, match="recruitrisk train"):
        review_model(replace(model, manifest={}), labelled)
