"""Promises of the number: base rate moved and estimated, lines to draw, style, doubts, hand points, coverage measured."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.pipeline import make_pipeline as sklearn_pipeline
from sklearn.preprocessing import FunctionTransformer

import recruitrisk as rr
from recruitrisk.approach import SCORED_COLUMNS, Approach, Message
from recruitrisk.cli import main
from recruitrisk.errors import ModelError, UsageError
from recruitrisk.evidence import StrengthHeads
from recruitrisk.indicators import CATALOGUE, ids
from recruitrisk.model import (
    NOT_ASSESSABLE,
    PART_IDS,
    RiskModel,
    load_model,
    reasons,
    save_model,
    unknown_reasons,
)
from recruitrisk.model.base_rate import base_rate_of
from recruitrisk.model.calibration import bounded_scores, calibrate, cross_calibrate, fit_slope
from recruitrisk.model.coverage import bin_coverage, hidden_coverage, missing_reach
from recruitrisk.model.points import UNIT, points_table
from recruitrisk.model.provenance import generator_version
from recruitrisk.model.reach import LIMITS, Reach, out_of_range
from recruitrisk.model.scorecard import AdditiveScorer
from recruitrisk.model.style import INTELLIGENCE, JOB_SCAM, LEAST, MALWARE, PUSHY, STYLES, TABLE, style_of
from recruitrisk.model.thresholds import threshold_for, threshold_table
from recruitrisk.model.training import CrossFit, Settings, assemble, cross_fit
from recruitrisk.reading import approaches_from_frame
from recruitrisk.review.explanation import explain
from recruitrisk.scoring import Scorer, columns, score
from recruitrisk.synthetic import FOLDS, SETTINGS, Synthetic, synthesise

_QUICK = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)  # fmt: skip
_PLAIN = "Good morning. We have an opening for a nurse in our clinic in Leeds. The advert is on our website, and interviews are next week."
_MARKS = st.dictionaries(st.sampled_from(ids()), st.floats(0, 1), max_size=len(CATALOGUE))


def _logit(p: float) -> float:
    return float(np.log(p / (1 - p)))


def _strengths(shown: dict[str, float]) -> np.ndarray:
    return np.array([shown.get(i, 0.0) for i in ids()])


def _calibration_rows(n: int = 4000, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Scores whose log-odds are known: the weight of evidence is 2 s."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 2, n)
    return rng.normal(size=n) + 2 * labels - 1, labels


@pytest.fixture(scope="module")
def measured(model: RiskModel, approaches: list[Approach], world: Synthetic) -> RiskModel:
    """The shipped model with a table of false alarms and a reach made of the small world."""
    strengths = model.detector.transform(approaches)
    scores, labels = _calibration_rows()
    figures = calibrate(scores, labels, (0.2, 0.05, 0.01)).figures
    manifest = {
        **model.manifest,
        "calibration": {**model.manifest["calibration"], "thresholds": figures["thresholds"]},
    }
    return replace(model, manifest=manifest, reach=Reach.fit(strengths))


# --- base rate ----------------------------------------------------------------------------------------------


@_QUICK
@given(marks=_MARKS, first=st.floats(1e-3, 0.5), second=st.floats(1e-3, 0.5))
def test_base_rate_is_a_shift_of_the_log_odds(
    model: RiskModel, marks: dict[str, float], first: float, second: float
) -> None:
    """Another base rate moves the log-odds of the risk by the difference of the base rates' log-odds, exactly."""
    marks = dict(list(marks.items())[:4])
    a, b = (model.assess(Approach("a", (), {}, marks), rate).risk for rate in (first, second))

    assert _logit(b) - _logit(a) == pytest.approx(_logit(second) - _logit(first), abs=1e-6)


@pytest.mark.parametrize("truth", [0.02, 0.1, 0.4])
def test_estimate_finds_the_base_rate(truth: float) -> None:
    """Of calibrated scores the 95 % interval holds the truth in 17 or more of 20 batches, and the estimates are near it."""
    held, values = 0, []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        risky = rng.random(3000) < truth
        evidence = rng.normal(
            np.where(risky, 2.0, -2.0), 2.0
        )  # of these two normals the log-odds are the score itself
        found = base_rate_of(evidence, resamples=100)
        held += found.low <= truth <= found.high
        values.append(found.value)

    assert held >= 17
    assert np.mean(values) == pytest.approx(truth, rel=0.1)


def test_estimate_is_the_fixed_point_of_em() -> None:
    """One step of EM from the estimate gives the estimate again."""
    rng = np.random.default_rng(2)
    evidence = np.round(np.concatenate([rng.normal(-2, 2, 800), rng.normal(2, 2, 200)]), 2)
    rate = base_rate_of(evidence, resamples=5).value

    after = (rate * np.exp(evidence) / (rate * np.exp(evidence) + 1 - rate)).mean()

    assert after == pytest.approx(rate, abs=1e-7)


def test_estimate_says_when_there_is_none() -> None:
    """Where all speaks against the playbook there is no estimate to use, and the text says so."""
    found = base_rate_of(np.full(100, -2.0))

    assert found.at_edge
    assert "can't be estimated" in found.text


def test_estimate_does_not_depend_on_the_base_rate_scored_at() -> None:
    """Risks at 1 % and at 20 % give the same estimate."""
    evidence = np.random.default_rng(3).normal(-1, 2, 500)
    found = [
        rr.estimate_base_rate(1 / (1 + np.exp(-(evidence + _logit(rate)))), rate).value
        for rate in (0.01, 0.2)
    ]

    assert found[0] == pytest.approx(found[1], rel=1e-3)


def test_estimate_needs_rows() -> None:
    """Of a handful of approaches nothing is estimated."""
    with pytest.raises(UsageError, match="30 or more"):
        rr.estimate_base_rate(np.full(8, 0.01))


def test_estimate_of_a_scored_table_is_that_of_the_table(world: Synthetic, model: RiskModel) -> None:
    """A scored table and the table it was made of give the same estimate (to the digits that the table keeps)."""
    frame = world.frame.head(60)
    messages = world.messages[world.messages["approach_id"].isin(frame["approach_id"])]
    scored = score(frame, messages, base_rate=0.1, model=model)

    a = rr.estimate_base_rate(scored, 0.1, resamples=5)
    b = rr.estimate_base_rate(frame, messages=messages, model=model, resamples=5)

    assert a.n == b.n
    assert a.value == pytest.approx(b.value, abs=2e-3)


def test_command_estimates_only_when_asked(
    world: Synthetic, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--estimate-base-rate` scores with the estimate and prints it with its interval; without it the stated one stands."""
    source, messages, out = tmp_path / "in.csv", tmp_path / "m.csv", tmp_path / "out.csv"
    frame = world.frame.head(40)
    frame.to_csv(source, index=False)
    world.messages[world.messages["approach_id"].isin(frame["approach_id"])].to_csv(messages, index=False)
    arguments = ["score", str(source), "--messages", str(messages), "-o", str(out)]

    assert main(arguments) == 0
    stated = json.loads(Path(f"{out}.run.json").read_text("utf-8"))
    assert main([*arguments, "--estimate-base-rate"]) == 0
    estimated = json.loads(Path(f"{out}.run.json").read_text("utf-8"))

    assert stated["base_rate"] == 0.01
    assert stated["base_rate_estimate"] is None
    assert estimated["base_rate"] == estimated["base_rate_estimate"]["value"] != 0.01
    assert "95 % interval" in capsys.readouterr().out


def test_command_refuses_to_estimate_from_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard input is read once, so there is nothing to estimate from."""
    assert main(["score", "-", "--estimate-base-rate"]) == 2
    assert "standard input" in capsys.readouterr().err


@pytest.mark.parametrize("base_rate", [1e-6, 0.01, 0.5, 0.999])
def test_points_of_every_row_add_up(model: RiskModel, approaches: list[Approach], base_rate: float) -> None:
    """Of approaches with texts and facts, at rare and common base rates, points add up to risk - base rate to 1e-9."""
    for approach in approaches[:40]:
        found = model.assess(approach, base_rate)
        assert sum(r.points for r in reasons(found)) == pytest.approx(found.risk - base_rate, abs=1e-9)


# --- lines to draw ------------------------------------------------------------------------------------------


def test_table_of_lines_counts_what_it_says() -> None:
    """Every line's false alarms are the counted share of genuine rows at it or above, and found that of risky ones."""
    rng = np.random.default_rng(0)
    genuine, risky = rng.normal(-2, 2, 900).round(1), rng.normal(2, 2, 300).round(1)

    for line in threshold_table(genuine, risky):
        assert line["false_alarms"] == (genuine >= line["evidence_from"]).mean()
        assert line["genuine_above"] == (genuine >= line["evidence_from"]).sum() >= 5
        assert line["found"] == (risky >= line["evidence_from"]).mean()


@pytest.mark.parametrize(("capacity", "volume"), [(20, 400), (20, 1000), (5, 60), (100, 150)])
def test_capacity_is_kept(measured: RiskModel, capacity: float, volume: float) -> None:
    """No more are flagged than can be looked at, and the next wider line would be too many."""
    found = threshold_for(capacity=capacity, per="week", volume=volume, base_rate=0.02, model=measured)
    wider = [
        line
        for line in measured.manifest["calibration"]["thresholds"]
        if line["evidence_from"] < found.evidence
    ]

    assert found.flagged * volume <= capacity
    if wider:
        assert (0.02 * wider[-1]["found"] + 0.98 * wider[-1]["false_alarms"]) * volume > capacity


def test_threshold_is_told_in_natural_frequencies(measured: RiskModel) -> None:
    """The text counts: of 1,000, so many flagged, so many rightly; and it says whose senders that holds for."""
    found = threshold_for(capacity=20, volume=1000, base_rate=0.01, model=measured)

    assert found.text.startswith("of 1,000 approaches, ")
    assert "flagged, about" in found.text
    assert "of them rightly" in found.text
    assert "each week" in found.text
    assert "; of 300 a week, " in threshold_for(capacity=20, volume=300, model=measured).text
    assert "synthetic" in found.text
    assert found.precision_low <= found.precision <= found.precision_high


def test_risk_and_evidence_are_the_same_line(measured: RiskModel) -> None:
    """The line as a risk is the line as evidence at that base rate; the evidence does not depend on the base rate."""
    few, many = (threshold_for(false_alarms=0.05, base_rate=rate, model=measured) for rate in (0.001, 0.2))

    assert few.evidence == many.evidence
    assert _logit(few.risk) - _logit(0.001) == pytest.approx(few.evidence)
    assert few.false_alarms <= 0.05
    assert few.precision < many.precision


def test_a_line_too_strict_to_measure_is_said_to_be(measured: RiskModel) -> None:
    """Where fewer genuine rows than were counted would have to pass, the strictest line is given, with a caution."""
    found = threshold_for(capacity=1, volume=1_000_000, model=measured)

    assert "No measured line keeps to that" in found.text


def test_enough_capacity_flags_all(measured: RiskModel) -> None:
    """Who can look at everything should."""
    found = threshold_for(capacity=50, volume=40, model=measured)

    assert found.risk == 0
    assert found.flagged == 1


@pytest.mark.parametrize(
    "asked",
    [
        {}, {"capacity": 20}, {"capacity": 20, "volume": 0}, {"capacity": -1, "volume": 9}, {"false_alarms": 1.5},
        {"capacity": 2, "volume": 9, "false_alarms": 0.1}, {"false_alarms": 0.1, "base_rate": 0.0},
    ],
)  # fmt: skip
def test_senseless_thresholds_are_refused(measured: RiskModel, asked: dict[str, float]) -> None:
    """What makes no sense is an error that says what to give."""
    with pytest.raises(UsageError):
        threshold_for(model=measured, **asked)  # type: ignore[arg-type]


def test_a_model_without_the_table_is_refused(model: RiskModel) -> None:
    """A model that holds no table says to train it again."""
    old = {**model.manifest, "calibration": {}}

    with pytest.raises(ModelError, match="train it again"):
        threshold_for(false_alarms=0.1, model=replace(model, manifest=old))


# --- style --------------------------------------------------------------------------------------------------


def test_table_of_styles_names_every_indicator() -> None:
    """Every indicator says what it stands for, and nothing else does."""
    assert set(TABLE) == set(ids())


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ({"insider_information": 1.0, "vague_client": 0.9}, INTELLIGENCE),
        ({"report_commission": 0.9, "pay_per_report": 0.9, "off_platform_move": 0.9}, INTELLIGENCE),
        (
            {"no_vetting": 0.9, "urgency_scarcity": 0.9, "opaque_payment": 0.8, "off_platform_move": 1.0},
            JOB_SCAM,
        ),
        ({"device_or_software": 0.9, "urgency_scarcity": 0.7}, MALWARE),
        ({"flattery": 0.9, "urgency_scarcity": 0.9}, PUSHY),
        ({"vague_client": 1.0, "early_cv_request": 0.8, "named_client": 0.9}, PUSHY),
        ({}, PUSHY),
    ],
)
def test_styles(shown: dict[str, float], name: str) -> None:
    """Plain cases of each style are named as such."""
    assert style_of(_strengths(shown)).name == name


@_QUICK
@given(shown=st.dictionaries(st.sampled_from(ids()), st.floats(0, 1), max_size=12))
def test_style_is_an_addition(shown: dict[str, float]) -> None:
    """The parts add up to the sum of the style that is named, and a style is named from `LEAST` on."""
    found = style_of(_strengths(shown))
    best = max(found.sums.values())

    assert sum(part for _, part in found.parts) == pytest.approx(best, abs=1e-9)
    assert found.name in STYLES
    assert found.name == PUSHY or found.sums[found.name] == best >= LEAST[found.name]
    assert found.name != PUSHY or best < max(LEAST.values())


def test_unknown_adds_nothing_to_a_style() -> None:
    """Of an approach of which nothing is known no style is named."""
    found = style_of(np.full(len(ids()), np.nan))

    assert found.name == PUSHY
    assert found.parts == ()


def test_another_harm_is_not_cleared(model: RiskModel) -> None:
    """A job scam or a malware lure gets a note that the risk does not clear it, whatever its band."""
    for marks, name in (
        ({"no_vetting": 1.0, "opaque_payment": 1.0}, JOB_SCAM),
        ({"device_or_software": 1.0}, MALWARE),
    ):
        found = model.assess(Approach("a", (), {}, marks))
        assert found.style.name == name
        assert any(name in note and "does not clear" in note for note in found.notes)


def test_style_is_a_column_when_the_contract_lists_it(
    model: RiskModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cells follow the contract's list of columns; `risk_style` is one that it may list."""
    names = tuple(dict.fromkeys((*SCORED_COLUMNS, "risk_style")))
    monkeypatch.setattr(columns, "SCORED_COLUMNS", names)

    marked = Approach("a", (), {}, {"device_or_software": 1.0})

    cells = columns.scored_cells(marked, model.assess(marked))
    nothing = columns.scored_cells(Approach("a"), model.assess(Approach("a")))

    assert tuple(cells) == names
    assert cells["risk_style"] == MALWARE
    assert nothing["risk_style"] == ""


def test_explanation_tells_the_style(model: RiskModel) -> None:
    """Text and JSON say what it looks like and by which signs."""
    e = explain(Approach("a", (), {}, {"insider_information": 1.0, "vague_client": 1.0}), model)

    assert "Looks like: intelligence-style (Wants what is not public +3.0" in " ".join(e.as_text().split())
    assert e.as_dict()["style"]["name"] == INTELLIGENCE


# --- knowing and not knowing --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(LIMITS))
def test_values_that_can_not_be_are_noted(model: RiskModel, name: str) -> None:
    """A value out of range is told, and the interval is wider at both ends than with one in range."""
    ordinary = 1999.0 if name == "company_founded" else 50.0
    odd = LIMITS[name][1] + 1
    text = (Message(_PLAIN),)
    a, b = (model.assess(Approach("a", text, {name: value})) for value in (ordinary, odd))

    assert any(f"{name} = {odd:.12g} is out of range" in note for note in b.notes)
    assert not any("out of range" in note for note in a.notes)
    assert _logit(b.high) - b.sum.total > _logit(a.high) - a.sum.total
    assert _logit(b.low) - b.sum.total < _logit(a.low) - a.sum.total


def test_marks_out_of_range_are_noted() -> None:
    """A mark is 0 to 1; unknown is no mark out of range."""
    assert out_of_range({}, {"flattery": 7.0, "coercion": float("nan"), "no_vetting": 1.0}) == [
        "mark flattery = 7 is out of range (0 to 1)"
    ]


def test_far_from_training_is_noted(measured: RiskModel) -> None:
    """All signs at once were never seen: a note and a wider interval; an ordinary one gets neither."""
    marks = dict.fromkeys(ids(), 1.0)
    far = measured.assess(Approach("a", (), {}, marks))
    same = replace(measured, reach=None).assess(Approach("a", (), {}, marks))
    near = measured.assess(Approach("a", (Message(_PLAIN),)))

    assert any("unlike anything in training" in note for note in far.notes)
    assert not any("unlike anything" in note for note in near.notes)
    assert far.low < same.low


def test_reach_is_exceeded_by_one_in_two_hundred() -> None:
    """The limit is the distance that 0.5 % of the training rows exceed; unknown adds no distance."""
    x = np.random.default_rng(0).random((2000, len(ids())))
    x[::7, 3] = np.nan
    reach = Reach.fit(x)

    assert np.mean([reach.distance(row) > 1 for row in x]) == pytest.approx(0.005, abs=1e-3)
    assert reach.distance(np.full(len(ids()), np.nan)) == 0


def test_reach_is_stored(measured: RiskModel, tmp_path: Path) -> None:
    """Where training was is part of the model on disk."""
    again = load_model(save_model(measured, tmp_path / "one"))

    assert again.reach is not None
    assert measured.reach is not None
    np.testing.assert_array_equal(again.reach.whitening, measured.reach.whitening)
    assert again.reach.limit == measured.reach.limit


def test_half_known_language_is_noted_and_wider(model: RiskModel) -> None:
    """Text of which half the words are known gets a note and a wider interval than its evidence would have."""
    text = (
        f"{_PLAIN} Haluaisimme kuulla ajatuksianne kaupungin satamasta ja maksamme hyvin jokaisesta raportista, kiitos teille "
        "etukäteen. Ystävällisin terveisin, odotamme vastaustanne mahdollisimman pian ennen seuraavaa kokousta."
    )
    found = model.assess(Approach("a", (Message(text),)))
    low, high = model.interval(found.sum.total, ~np.isnan(found.findings.strengths))

    assert any("known to the vocabulary" in note for note in found.notes)
    assert _logit(found.low) - _logit(0.01) < low
    assert _logit(found.high) - _logit(0.01) > high


def test_unknown_is_worded_as_unknown(model: RiskModel) -> None:
    """Shown, absent and unknown signs are worded each in its way, and unknown adds exactly nothing."""
    found = model.assess(Approach("a", (), {}, {"vague_client": 1.0, "cover_company": 0.0}))
    told = {r.id: r for r in [*reasons(found), *unknown_reasons(found)]}

    assert (told["vague_client"].state, told["vague_client"].sentence) == (
        "shown",
        "Who hires or pays is not named",
    )
    assert (told["cover_company"].state, told["cover_company"].sentence) == (
        "absent",
        "The firm can be substantiated",
    )
    assert told["thin_profile"].state == "unknown"
    assert told["thin_profile"].sentence.startswith("could not be judged")
    assert told["thin_profile"].points == 0.0
    assert len(unknown_reasons(found)) == len(CATALOGUE) - 2


def test_what_a_look_may_turn_up_is_told(model: RiskModel) -> None:
    """While the firm is unknown, the explanation says what finding it or not would do."""
    e = explain(Approach("a", (Message(_PLAIN),)), model)
    told = {c.condition: c for c in e.open_facts}

    assert told["if the firm could not be substantiated"].after > e.assessment.risk
    assert told["if the firm were found in its register"].after <= e.assessment.risk
    assert "if the firm could not be substantiated: " in e.as_text(width=200)
    assert explain(Approach("a"), model).open_facts == []


# --- interval, measured -------------------------------------------------------------------------------------


def test_bin_coverage_counts_rows_within() -> None:
    """Intervals around the truth cover all rows, intervals beside it none; the width is that of the interval."""
    rng = np.random.default_rng(4)
    evidence = rng.normal(0, 2, 8000)
    y = rng.random(8000) < 1 / (1 + np.exp(-evidence))
    shift = -float(np.log(y.mean() / (1 - y.mean())))

    good = bin_coverage(y, evidence + shift, evidence + shift - 0.4, evidence + shift + 0.4)
    bad = bin_coverage(y, evidence + shift, evidence + shift + 1, evidence + shift + 2)

    assert good["coverage"] == 1
    assert good["width_log_odds"] == pytest.approx(0.8)
    assert bad["coverage"] == 0
    assert sum(t["n"] for t in good["bins"]) == 8000


def test_calibration_figures_are_of_rows_left_out() -> None:
    """A fold is calibrated on the others: changing its own labels leaves its evidence as it is."""
    scores, labels = _calibration_rows(900)
    folds = np.arange(900) % 3
    turned = np.where(folds == 0, 1 - labels, labels)

    a, b = (cross_calibrate(scores, y, folds)[0] for y in (labels, turned))

    np.testing.assert_array_equal(a[folds == 0], b[folds == 0])
    assert (a[folds == 1] != b[folds == 1]).all()


def test_what_was_not_found_is_calibrated_apart() -> None:
    """Shown and not found get a factor each, and what lowers is held at its bound; turned labels turn neither."""
    rng = np.random.default_rng(0)
    raising, absent, lowering = rng.exponential(1, 6000), -rng.exponential(1, 6000), -rng.exponential(3, 6000)
    truth = 0.5 * raising + 1.5 * absent + np.maximum(0.5 * lowering, -2.0) + 1.5
    labels = (rng.random(6000) < 1 / (1 + np.exp(-truth))).astype(int)
    none = np.zeros(6000, dtype=bool)

    scores, factor = bounded_scores(raising, absent, lowering, none, labels, 2.0, 0.2)
    turned = bounded_scores(raising, absent, lowering, none, 1 - labels, 2.0, 0.2)[1]
    slope = fit_slope(scores, labels.astype(float))

    assert slope * (scores - raising - factor * absent).min() == pytest.approx(-2.0, rel=1e-3)
    assert factor > 1.5
    assert turned > 0


def test_interval_holds_what_missing_facts_change(model: RiskModel) -> None:
    """With half of the signs hidden, the evidence with all of them lies within the interval in about 80 % of other cases."""
    world = synthesise(480, seed=5, setting=SETTINGS["unshaped"])
    strengths = model.detector.transform(approaches_from_frame(world.frame, world.messages)[0])
    hide = np.random.default_rng(0).random(strengths.shape) < 0.5
    fitted = replace(model, missing=missing_reach(model, strengths[::2]))

    assert (
        hidden_coverage(fitted, strengths[1::2], hide[1::2])["coverage"] >= 0.74
    )  # 240 rows: 0.8 less what chance may take


# --- points by hand -----------------------------------------------------------------------------------------


def test_points_are_the_parts_rounded(model: RiskModel) -> None:
    """Each part's points are within half a point of what it adds on average when shown (of an older model, when plainly so)."""
    table = points_table(model)
    means = model.manifest.get("points", {"shown": model.table.steps.sum(axis=1)})
    exact = np.array(means["shown"]) / UNIT

    assert tuple(row.id for row in table.rows) == PART_IDS
    assert np.abs(exact - [row.shown for row in table.rows]).max() <= 0.5
    assert all(isinstance(row.shown, int) and isinstance(row.absent, int) for row in table.rows)


def test_points_follow_the_exact_score(model: RiskModel, approaches: list[Approach]) -> None:
    """Points added by hand rank approaches much as the score does (Spearman 0.85 or more), and unknown gets none."""
    table = points_table(model)

    assert table.agreement(model, model.detector.transform(approaches))["spearman"] >= 0.85
    assert table.add(np.full(len(ids()), np.nan)) == 0
    assert "| sum of points | risk at a base rate of 1 % |" in table.as_markdown()


# --- scikit-learn -------------------------------------------------------------------------------------------


def test_scorer_in_a_pipeline_with_frames() -> None:
    """In a pipeline with `set_output` the scorer learns the features' names and refuses others."""
    rng = np.random.default_rng(0)
    frame = pd.DataFrame(rng.random((60, 3)), columns=["a", "b", "c"])
    y = rng.integers(0, 2, 60)
    same = FunctionTransformer(feature_names_out="one-to-one")
    pipeline = sklearn_pipeline(same, AdditiveScorer(directions=(1, -1, 0))).set_output(transform="pandas")

    fitted = clone(pipeline).fit(frame, y)

    assert list(fitted[-1].feature_names_in_) == ["a", "b", "c"]
    with pytest.raises(ValueError, match="feature names"):
        fitted[-1].predict_proba(frame.rename(columns={"a": "z"}))


def test_evidence_comes_as_a_frame(model: RiskModel) -> None:
    """`set_output(transform="pandas")` names strengths and composites."""
    made = rr.make_pipeline(model)[:2].set_output(transform="pandas")

    out = made.fit_transform(
        pd.DataFrame({"message": [_PLAIN, "Our client can't be named and pays for reports in cash."]})
    )

    assert tuple(out.columns) == PART_IDS


# --- the same digits everywhere -----------------------------------------------------------------------------


def test_alone_in_a_batch_and_with_shuffled_columns(world: Synthetic, model: RiskModel) -> None:
    """One row alone, the whole table, and the table with its columns shuffled give the same digits."""
    frame = world.frame.head(20)
    messages = world.messages[world.messages["approach_id"].isin(frame["approach_id"])]
    whole = score(frame, messages, model=model)[list(SCORED_COLUMNS)]
    shuffled = score(frame[frame.columns[::-1]], messages, model=model)[list(SCORED_COLUMNS)]
    alone = pd.concat([score(frame.iloc[[at]], messages, model=model) for at in range(5)])[
        list(SCORED_COLUMNS)
    ]

    pd.testing.assert_frame_equal(shuffled, whole, check_exact=True)
    pd.testing.assert_frame_equal(alone, whole.head(5), check_exact=True)


def test_generator_is_named_in_training() -> None:
    """The generator's fingerprint is the same twice and twelve digits long."""
    assert generator_version() == generator_version()
    assert len(generator_version()) == 12


def test_too_little_has_no_style_and_no_low_band(model: RiskModel) -> None:
    """Where too little was seen, neither a band nor a style is given."""
    found = explain(Approach("a", (Message("Hi"),)), model)

    assert found.assessment.band == NOT_ASSESSABLE
    assert found.style_line == ""


def test_estimate_and_scorer_agree_in_the_record(model: RiskModel, tmp_path: Path) -> None:
    """A scorer that was given an estimate writes it into the record of the run."""
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    with source.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([["message"], [_PLAIN]])
    estimate = base_rate_of(np.random.default_rng(0).normal(-1, 2, 200), resamples=10)

    run, _ = rr.score_file(str(source), str(out), scorer=Scorer(model, estimate.value, estimate))

    assert run.base_rate_estimate is not None
    assert run.base_rate_estimate["value"] == run.base_rate == estimate.value


# --- training -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def cross(model: RiskModel) -> tuple[CrossFit, StrengthHeads]:
    """A small world, read fold by fold with the shipped classifiers."""
    return cross_fit(Settings(n=250, seed=3), dict.fromkeys(range(FOLDS), model.detector.meaning), n_jobs=1)


def test_training_twice_gives_the_same_bytes(
    model: RiskModel, cross: tuple[CrossFit, StrengthHeads], tmp_path: Path
) -> None:
    """What is fitted on the same rows is the same model to the byte; reading them again gives the same rows."""
    found, heads = cross
    again, _ = cross_fit(
        Settings(n=250, seed=3), dict.fromkeys(range(FOLDS), model.detector.meaning), n_jobs=1
    )
    made = [assemble(Settings(n=250), model.detector.meaning, heads, rows) for rows in (found, again)]
    files = [save_model(m, tmp_path / str(at)) / "SHA256SUMS" for at, m in enumerate(made)]

    np.testing.assert_array_equal(found.inputs, again.inputs)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_manifest_says_what_was_made_of_what(
    model: RiskModel, cross: tuple[CrossFit, StrengthHeads], tmp_path: Path
) -> None:
    """The manifest of a new model holds versions, seed, bands, lines, and the measured coverage and width of the interval."""
    found, heads = cross
    made = load_model(
        save_model(assemble(Settings(n=250), model.detector.meaning, heads, found), tmp_path / "new")
    )
    manifest = made.manifest

    assert manifest["versions"] == {"library": rr.__version__, "generator": generator_version()}
    assert len(manifest["catalogue"]) == 12
    assert manifest["settings"]["seed"] == Settings().seed
    assert [b["false_alarms"] for b in manifest["calibration"]["bands"]] == [0.2, 0.05, 0.01]
    assert manifest["calibration"]["thresholds"]
    for name in ("calibration", "firm and account hidden", "half of all signs hidden"):
        figures = manifest["holdout"]["interval"][name]
        assert 0 <= figures["coverage"] <= 1
        assert figures["width_log_odds"] >= 0
    assert made.reach is not None
    assert threshold_for(capacity=20, volume=100, model=made).text
