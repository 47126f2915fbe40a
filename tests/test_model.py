"""Promises of the model: monotone, additive to the last digit, honest about what it does not know, safe on disk."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.utils.estimator_checks import parametrize_with_checks

from recruitrisk.approach import Approach, Message
from recruitrisk.errors import ModelError, UsageError
from recruitrisk.evidence import SHOWN
from recruitrisk.indicators import CATALOGUE, COMPOSITES, ids
from recruitrisk.model import (
    BANDS,
    NOT_ASSESSABLE,
    PART_IDS,
    Assessment,
    PartTable,
    RiskModel,
    load_model,
    probability_points,
    reasons,
    save_model,
    store,
)
from recruitrisk.model.calibration import calibrate, venn_abers
from recruitrisk.model.parts import add_composites, sigmoid
from recruitrisk.model.pipeline import EvidenceTransformer, make_pipeline
from recruitrisk.model.scorecard import KNOTS, AdditiveScorer
from recruitrisk.synthetic import Synthetic

LOWERS = np.array([i.direction == "lowers" for i in CATALOGUE] + [False] * len(COMPOSITES))
STRONG = [i.id for i in CATALOGUE if i.strong and i.direction == "raises"]
_SLOW = settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

_STRENGTH = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]))
_MARKS = st.dictionaries(st.sampled_from(ids()), _STRENGTH, max_size=len(CATALOGUE))
_RATES = st.floats(1e-4, 0.9)


def _marked(model: RiskModel, marks: dict[str, float], base_rate: float = 0.01) -> Assessment:
    """An approach of which the marks are all that is known."""
    return model.assess(Approach("a", (), {}, marks), base_rate)


def _logit(p: float) -> float:
    return float(np.log(p / (1 - p)))


# --- the scorer ----------------------------------------------------------------------------------------------


@parametrize_with_checks([AdditiveScorer(), AdditiveScorer(ridge=0.3, prior=0.2)])
def test_scikit_learn_checks(estimator: AdditiveScorer, check: Callable[[AdditiveScorer], None]) -> None:
    """The scorer passes scikit-learn's own checks of a classifier."""
    check(estimator)


def _labels(rng: np.random.Generator, x: np.ndarray, seed: int) -> np.ndarray:
    """Labels that are against the declared directions, at random, or one against all."""
    z = np.nan_to_num(x) @ np.array([-3.0, -2.0, 3.0, 1.0]) * (seed % 3 > 0) + rng.normal(size=len(x))
    y = (z > np.median(z)).astype(int)
    if seed % 5 == 0:
        y = np.zeros(len(x), dtype=int)
        y[rng.integers(len(x))] = 1
    return y


@pytest.mark.parametrize("seed", range(40))
def test_monotone_whatever_the_labels(seed: int) -> None:
    """A part rises where it is declared to raise and falls where it is declared to lower, even when the labels say the opposite."""
    rng = np.random.default_rng(seed)
    x = rng.random((120, 4))
    x[rng.random(x.shape) < 0.3] = np.nan
    model = AdditiveScorer(directions=(1, 1, -1, 0), ridge=0.1).fit(x, _labels(rng, x, seed))
    grid = np.repeat(np.linspace(0, 1, 201)[:, None], 4, axis=1)

    steps = np.diff(model.contributions(grid), axis=0)

    assert (steps[:, :2] >= -1e-12).all()
    assert (steps[:, 2] <= 1e-12).all()


@pytest.mark.parametrize("seed", range(5))
def test_missing_contributes_exactly_nothing(seed: int) -> None:
    """An unknown strength adds 0.0 to the log-odds; of all unknown the log-odds are those of the prior."""
    rng = np.random.default_rng(seed)
    x = rng.random((80, 3))
    x[rng.random(x.shape) < 0.4] = np.nan
    model = AdditiveScorer(directions=(1, -1, 0)).fit(x, rng.integers(0, 2, 80))

    assert (model.contributions(x)[np.isnan(x)] == 0.0).all()
    nothing = np.full((1, 3), np.nan)
    assert model.decision_function(nothing)[0] == pytest.approx(_logit(model.prior_), abs=1e-12)


def test_shown_sign_never_lowers() -> None:
    """A raising sign that is shown (0.5 or more) adds nothing below zero, a lowering one nothing above."""
    rng = np.random.default_rng(3)
    x = rng.random((200, 2))
    model = AdditiveScorer(directions=(1, -1), ridge=0.1).fit(
        x, (x[:, 0] + x[:, 1] + rng.normal(size=200) > 1).astype(int)
    )
    shown = np.linspace(0.5, 1, 51)[:, None].repeat(2, axis=1)

    parts = model.contributions(shown)

    assert (parts[:, 0] >= 0).all()
    assert (parts[:, 1] <= 0).all()


def test_directions_of_another_length_are_refused() -> None:
    """As many directions as features, or an error that says both numbers."""
    with pytest.raises(ValueError, match="2 entries; X has 3 features"):
        AdditiveScorer(directions=(1, 1)).fit(np.random.default_rng(0).random((10, 3)), [0, 1] * 5)


def test_probabilities_are_the_sum() -> None:
    """`predict_proba` is the logistic function of the prior's log-odds and the sum of the parts."""
    rng = np.random.default_rng(1)
    x = rng.random((60, 3))
    model = AdditiveScorer(prior=0.1).fit(x, rng.integers(0, 2, 60))

    z = model.contributions(x).sum(axis=1) + _logit(0.1)

    np.testing.assert_allclose(model.predict_proba(x)[:, 1], 1 / (1 + np.exp(-z)), atol=1e-14)


# --- the sum -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(6))
def test_part_table_is_the_scorer(seed: int) -> None:
    """The table of parts that scores without scikit-learn gives the scorer's contributions to 1e-12."""
    rng = np.random.default_rng(seed)
    directions = [1 if i.direction == "raises" else -1 for i in CATALOGUE] + [1] * len(COMPOSITES)
    strengths = rng.random((150, len(CATALOGUE)))
    strengths[rng.random(strengths.shape) < 0.25] = np.nan
    x = add_composites(strengths)
    scorer = AdditiveScorer(directions=tuple(directions)).fit(x, (strengths[:, 3] > 0.5).astype(int))
    table = PartTable(scorer.steps_, scorer.absent_, np.array([*KNOTS, 1.0]), np.inf, -np.inf)

    parts = np.stack([table.sum(row).parts for row in strengths])

    np.testing.assert_allclose(parts, scorer.contributions(x), rtol=0, atol=1e-12)


@_SLOW
@given(parts=st.lists(st.floats(-12, 12), min_size=1, max_size=40), base_rate=st.floats(1e-6, 1 - 1e-6))
def test_points_of_any_parts_add_up(parts: list[float], base_rate: float) -> None:
    """Points of whatever parts add up to risk - base rate, to 1e-9."""
    risk = sigmoid(_logit(base_rate) + float(np.sum(parts)))

    assert float(probability_points(np.array(parts), base_rate).sum()) == pytest.approx(
        risk - base_rate, abs=1e-9
    )


@_SLOW
@given(marks=_MARKS, base_rate=_RATES)
def test_points_add_up(model: RiskModel, marks: dict[str, float], base_rate: float) -> None:
    """Probability points of the parts add up to risk - base rate, to 1e-9."""
    found = _marked(model, marks, base_rate)

    assert float(found.points.sum()) == pytest.approx(found.risk - base_rate, abs=1e-9)


@_SLOW
@given(marks=_MARKS, base_rate=_RATES)
def test_log_odds_add_up(model: RiskModel, marks: dict[str, float], base_rate: float) -> None:
    """Log-odds of the parts add up to logit(risk) - logit(base rate), to 1e-9 (where a float can hold the logit)."""
    found = _marked(model, marks, base_rate)
    assume(found.risk < 1 - 1e-6)

    assert float(found.sum.parts.sum()) == pytest.approx(_logit(found.risk) - _logit(base_rate), abs=1e-9)


@_SLOW
@given(marks=_MARKS, base_rate=_RATES, smallest=st.sampled_from([0.0, 0.25, 2.0]))
def test_reasons_add_up(model: RiskModel, marks: dict[str, float], base_rate: float, smallest: float) -> None:
    """The reasons, small ones summed up or not, are the whole of risk - base rate."""
    found = _marked(model, marks, base_rate)
    given_reasons = reasons(found, smallest)

    assert sum(r.points for r in given_reasons) == pytest.approx(found.risk - base_rate, abs=1e-9)
    assert sum(r.log_odds for r in given_reasons) == pytest.approx(found.sum.total, abs=1e-9)


@pytest.mark.parametrize("base_rate", [1e-4, 0.01, 0.3, 0.99])
def test_nothing_known_is_the_base_rate(model: RiskModel, base_rate: float) -> None:
    """Of an approach of which nothing is known the risk is the base rate and no part moves it."""
    found = _marked(model, {}, base_rate)

    assert found.risk == pytest.approx(base_rate, rel=1e-12)
    assert (found.points == 0).all()
    assert found.coverage == 0


@pytest.mark.parametrize("name", ids())
def test_more_of_a_sign_moves_its_way(model: RiskModel, name: str) -> None:
    """The shipped model rises in every raising sign and falls in every lowering one, all else unknown."""
    totals = np.array([_marked(model, {name: float(x)}).sum.total for x in np.linspace(0, 1, 41)])
    sign = 1 if next(i for i in CATALOGUE if i.id == name).direction == "raises" else -1

    assert (np.diff(totals) * sign >= -1e-12).all()


@_SLOW
@given(marks=_MARKS)
def test_specifics_never_take_off_more_than_the_cap(model: RiskModel, marks: dict[str, float]) -> None:
    """All that lowers takes off no more than the published bound."""
    parts = _marked(model, marks).sum.parts

    assert parts[LOWERS].sum() >= -model.table.cap - 1e-9


@_SLOW
@given(marks=_MARKS, strong=st.sampled_from(STRONG), strength=st.floats(SHOWN, 1))
def test_specifics_never_clear_a_strong_sign(
    model: RiskModel, marks: dict[str, float], strong: str, strength: float
) -> None:
    """While a strong sign stands, what lowers brings no approach below guarded that would be guarded or more without it."""
    marks = {**marks, strong: strength}
    without = {k: v for k, v in marks.items() if not LOWERS[PART_IDS.index(k)]}
    bare, found = _marked(model, without), _marked(model, marks)

    assert found.sum.total >= min(bare.sum.total, model.edges[0]) - 1e-9


def test_bound_is_told(model: RiskModel) -> None:
    """When what lowers is held at its bound, the notes say so."""
    found = _marked(
        model, {i.id: 1.0 for i in CATALOGUE if i.direction == "lowers"} | {"insider_information": 1.0}
    )

    assert found.sum.capped
    assert any("only up to their bound" in note for note in found.notes)


# --- interval, bands, coverage ---------------------------------------------------------------------------------


@_SLOW
@given(marks=_MARKS, base_rate=_RATES)
def test_interval_holds_the_risk(model: RiskModel, marks: dict[str, float], base_rate: float) -> None:
    """0 <= low <= risk <= high <= 1, whatever is marked."""
    found = _marked(model, marks, base_rate)

    assert 0 <= found.low <= found.risk <= found.high <= 1


@pytest.mark.parametrize("evidence", [-3.0, 0.0, 4.0])
def test_interval_is_wider_of_the_unknown(model: RiskModel, evidence: float) -> None:
    """At the same weight of evidence the interval is wider, at both ends, the less is known."""
    known = np.ones(len(CATALOGUE), dtype=bool)
    low, high = model.interval(evidence, known)
    wide_low, wide_high = model.interval(evidence, ~known)

    assert wide_low < low <= evidence <= high < wide_high


def test_bands_rise_with_the_evidence(model: RiskModel, approaches: list[Approach]) -> None:
    """Bands go by the weight of evidence: more evidence is never a lower band, and the edges rise."""
    found = sorted((model.assess(a) for a in approaches), key=lambda f: f.sum.total)
    order = [BANDS.index(f.band) for f in found if f.band != NOT_ASSESSABLE]

    assert order == sorted(order)
    assert sorted(model.edges) == list(model.edges)


def test_band_does_not_depend_on_the_base_rate(model: RiskModel, approaches: list[Approach]) -> None:
    """Another base rate moves the risk and leaves the band."""
    for approach in approaches[:15]:
        few, many = model.assess(approach, 0.001), model.assess(approach, 0.2)
        assert few.band == many.band
        assert few.risk < many.risk


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Hi",
        "Hello Tom",
        "\U0001f44d",
        "...",
        "გამარჯობა, ჩვენ გვაინტერესებს თქვენი აზრი საგარეო პოლიტიკის შესახებ და გვინდა გადაგიხადოთ",
        "สวัสดีครับ เราสนใจความคิดเห็นของคุณเกี่ยวกับนโยบายและยินดีจ่ายเงิน",
        "Hei, olemme kiinnostuneita näkemyksistäsi ulkopolitiikasta ja maksamme jokaisesta raportista hyvin",
        "Habari, tungependa kujua maoni yako kuhusu sera za serikali na tutakulipa vizuri kwa kila ripoti",
        "asdf qwer zxcv uiop hjkl bnmv tyui ghjk",
    ],
)
def test_too_little_is_not_assessable(model: RiskModel, text: str) -> None:
    """No text, a word or two, or text of a language that is not covered is `not assessable` with a note, never `low`."""
    found = model.assess(Approach("a", (Message(text),)))

    assert found.band == NOT_ASSESSABLE
    assert any("too little to say" in note for note in found.notes)
    assert found.risk == pytest.approx(0.01)


def test_an_ordinary_message_is_assessable(model: RiskModel) -> None:
    """A few plain English sentences are enough for a band."""
    text = "Good morning. We have an opening for a nurse in our clinic in Leeds. The advert is on our website, and interviews are next week."

    assert model.assess(Approach("a", (Message(text),))).band in BANDS


def test_coverage_is_the_share_known(model: RiskModel) -> None:
    """Coverage is the share of indicators that could be assessed."""
    found = _marked(model, {"vague_client": 0.0, "flattery": 1.0})

    assert found.coverage == pytest.approx(2 / len(CATALOGUE))


@pytest.mark.parametrize("base_rate", [0.0, 1.0, -0.1, 2.0, float("nan")])
def test_base_rate_outside_is_refused(model: RiskModel, base_rate: float) -> None:
    """A base rate outside of (0, 1) is an error that says what is allowed."""
    with pytest.raises(UsageError, match="between 0 and 1"):
        model.assess(Approach("a"), base_rate)


def test_risky_scores_above_genuine(model: RiskModel, world: Synthetic, approaches: list[Approach]) -> None:
    """On a fresh synthetic world the model ranks risky above genuine (AUROC of 0.8 or more)."""
    totals = np.array([model.assess(a).sum.total for a in approaches])
    labels = np.array([-1 if x is None else x for x in world.labels])

    wins = totals[labels == 1][:, None] > totals[labels == 0][None, :]

    assert wins.mean() >= 0.8


# --- calibration ---------------------------------------------------------------------------------------------


def _scores(n: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 2, n)
    return rng.normal(size=n) + 3 * labels - 1.5, labels


def test_calibration_finds_the_slope() -> None:
    """Scores that are twice as wide as the truth get half the slope."""
    scores, labels = _scores(4000)

    true = calibrate(scores, labels, (0.2, 0.05, 0.01)).slope
    wide = calibrate(2 * scores, labels, (0.2, 0.05, 0.01)).slope

    assert wide == pytest.approx(true / 2, rel=1e-3)


def test_calibration_never_turns_the_score() -> None:
    """Scores that rank the wrong way get a small slope above zero, so declared directions stay."""
    scores, labels = _scores(500)

    assert calibrate(-scores, labels, (0.2, 0.05, 0.01)).slope > 0


def test_bands_begin_at_their_false_alarms() -> None:
    """The shares of genuine rows above the edges are those asked for."""
    scores, labels = _scores(4000)
    found = calibrate(scores, labels, (0.2, 0.05, 0.01))
    genuine = found.slope * scores[labels == 0]

    assert [(genuine > e).mean() for e in found.edges] == pytest.approx([0.2, 0.05, 0.01], abs=2e-3)


def test_venn_abers_bounds_are_ordered_and_rise() -> None:
    """Lower and upper probabilities are in order and rise with the score."""
    scores, labels = _scores(300)
    low, high = venn_abers(scores, labels.astype(float), np.linspace(-4, 4, 33))

    assert (low <= high).all()
    assert (np.diff(low) >= 0).all()
    assert (np.diff(high) >= 0).all()


# --- scikit-learn pieces -------------------------------------------------------------------------------------


def test_pipeline_names_its_features(model: RiskModel) -> None:
    """The pipeline's features are the indicators and composites by name, and it can be cloned."""
    pipeline = make_pipeline(model)

    assert tuple(EvidenceTransformer(model).get_feature_names_out()) == ids()
    assert clone(pipeline).get_params()["scorer__ridge"] == 2.0


def test_pipeline_fits_and_predicts(model: RiskModel, world: Synthetic) -> None:
    """The pipeline fits on a labelled table and gives a probability for each row."""
    known = world.frame[world.frame["truth_label"] != ""].head(60)

    p = make_pipeline(model).fit(known, known["truth_label"] == "1").predict_proba(known)

    assert p.shape == (60, 2)
    assert ((p >= 0) & (p <= 1)).all()


# --- on disk -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def stored(model: RiskModel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped model, written anew; never changed."""
    return save_model(model, tmp_path_factory.mktemp("models") / "one")


@pytest.fixture
def copy(stored: Path, tmp_path: Path) -> Path:
    """A copy to be damaged."""
    return Path(shutil.copytree(stored, tmp_path / "copy"))


def _repin(folder: Path) -> None:
    """Make the manifest fit changed arrays, as one who means harm would."""
    blob = (folder / "arrays.npz").read_bytes()
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    manifest["files"]["arrays.npz"] = {"sha256": hashlib.sha256(blob).hexdigest(), "bytes": len(blob)}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    _resum(folder)


def _resum(folder: Path) -> None:
    """Make the hashes fit whatever the two files hold."""
    names = ("arrays.npz", "manifest.json")
    sums = "".join(f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names)
    (folder / "SHA256SUMS").write_bytes(sums.encode())


def test_round_trip_keeps_every_digit(model: RiskModel, stored: Path, approaches: list[Approach]) -> None:
    """A model that was written and read scores the same to the last digit."""
    again = load_model(stored)
    for approach in approaches[:30]:
        a, b = model.assess(approach), again.assess(approach)
        assert (a.risk, a.low, a.high, a.band) == (b.risk, b.low, b.high, b.band)
        np.testing.assert_array_equal(a.sum.parts, b.sum.parts)
        np.testing.assert_array_equal(a.findings.strengths, b.findings.strengths)


def test_same_model_same_bytes(stored: Path, tmp_path: Path) -> None:
    """Writing what was read gives the same bytes."""
    again = save_model(load_model(stored), tmp_path / "again")

    for name in ("arrays.npz", "manifest.json"):
        assert (again / name).read_bytes() == (stored / name).read_bytes()


def test_nothing_else_is_written(stored: Path) -> None:
    """A model is three files: JSON, arrays, and the hashes of both."""
    assert sorted(p.name for p in stored.iterdir()) == ["SHA256SUMS", "arrays.npz", "manifest.json"]


def _flip(path: Path, at: int, flip: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ flip]))


def test_a_thousand_flipped_bytes_are_refused(copy: Path) -> None:
    """1,000 flips of one byte anywhere in the three files, each by itself: none loads, and each is told what to do."""
    rng = np.random.default_rng(7)
    counts = {"arrays.npz": 500, "manifest.json": 350, "SHA256SUMS": 150}
    for name, n in counts.items():
        path = copy / name
        for at, flip in zip(
            rng.integers(path.stat().st_size, size=n), rng.integers(1, 256, size=n), strict=True
        ):
            _flip(path, int(at), int(flip))
            with pytest.raises(ModelError, match="train it again"):
                load_model(copy)
            _flip(path, int(at), int(flip))
    load_model(copy)


def test_model_without_hashes_is_refused(copy: Path) -> None:
    """Without the file of hashes nothing is parsed into a model."""
    (copy / "SHA256SUMS").unlink()

    with pytest.raises(ModelError, match="SHA256SUMS is missing"):
        load_model(copy)


def _pinned(text: bytes) -> list[int]:
    """Offsets in the manifest of what is pinned: digest, size, catalogue, format, names of the parts."""
    manifest = json.loads(text)
    file = manifest["files"]["arrays.npz"]
    spans = [
        file["sha256"],
        manifest["catalogue"],
        f'"bytes": {file["bytes"]}',
        f'"format": {manifest["format"]}',
    ]
    offsets = [
        at + n for s in spans for at in [text.index(s.encode())] for n in range(len(s)) if s[n] not in ' "'
    ]
    first = text.index(b'"parts"')
    return offsets + [
        at
        for at in range(first, text.index(b"]", first))
        if text[at : at + 1].isalnum() or text[at : at + 1] == b"_"
    ]


def test_flipped_manifest_is_refused(copy: Path) -> None:
    """Even with hashes that fit, 200 flips of one byte in what the manifest pins, each by itself, are all refused."""
    rng = np.random.default_rng(8)
    path = copy / "manifest.json"
    text = path.read_bytes()
    for at, flip in zip(rng.choice(_pinned(text), 200), rng.integers(1, 256, size=200), strict=True):
        path.write_bytes(text[:at] + bytes([text[at] ^ int(flip)]) + text[at + 1 :])
        _resum(copy)
        with pytest.raises(ModelError):
            load_model(copy)


def test_model_of_another_catalogue_is_refused(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When any declaration of the catalogue changes, the model is refused with both fingerprints named."""
    monkeypatch.setattr(store, "catalogue_version", lambda: "0123456789ab")

    with pytest.raises(ModelError, match=r"made for catalogue [0-9a-f]{12}, this library has 0123456789ab"):
        load_model(copy)


def test_model_of_other_composites_is_refused(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the composites change, the model is refused as well, and the message says that it is they."""
    monkeypatch.setattr(store, "PART_IDS", (*PART_IDS, "one_more"))

    with pytest.raises(ModelError, match=r"composites"):
        load_model(copy)


def test_pickled_arrays_are_refused(copy: Path, tmp_path: Path) -> None:
    """Arrays that could run code when loaded are refused, even with a manifest that fits; nothing is run."""
    bomb = tmp_path / "ran"

    class _Bomb:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return Path.touch, (Path(bomb),)  # type: ignore[return-value]

    np.savez(copy / "arrays.npz", limits=np.array([_Bomb()], dtype=object))
    _repin(copy)

    with pytest.raises(ModelError):
        load_model(copy)
    assert not bomb.exists()


@pytest.mark.parametrize(
    "damage",
    [
        "arrays missing",
        "array missing",
        "not a zip",
        "manifest missing",
        "manifest a list",
        "files a list",
        "no name",
    ],
)
def test_incomplete_model_is_refused(copy: Path, damage: str) -> None:
    """A model that is not whole is a ModelError, whatever is missing."""
    manifest = json.loads((copy / "manifest.json").read_text("utf-8"))
    if damage == "arrays missing":
        (copy / "arrays.npz").unlink()
    elif damage == "array missing":
        np.savez(copy / "arrays.npz", steps=np.zeros(3))
        _repin(copy)
    elif damage == "not a zip":
        (copy / "arrays.npz").write_bytes(b"no zip")
        _repin(copy)
    elif damage == "manifest missing":
        (copy / "manifest.json").unlink()
    elif damage == "manifest a list":
        (copy / "manifest.json").write_text("[]", encoding="utf-8")
    elif damage == "files a list":
        (copy / "manifest.json").write_text(json.dumps({**manifest, "files": []}), encoding="utf-8")
    else:
        del manifest["name"]
        (copy / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    if damage not in ("arrays missing", "manifest missing"):
        _resum(copy)

    with pytest.raises(ModelError):
        load_model(copy)


def test_unknown_model_is_named() -> None:
    """A name that is no model and no folder is an error that names it and says what to give."""
    with pytest.raises(ModelError, match="no model 'defualt'"):
        load_model("defualt")


def test_a_model_in_use_is_not_changed_by_scoring(model: RiskModel, approaches: list[Approach]) -> None:
    """Assessing leaves approaches as they are and gives the same again."""
    approach = approaches[0]
    kept = replace(approach, fields=dict(approach.fields), marks=dict(approach.marks))

    first, second = model.assess(approach), model.assess(approach)

    assert first.risk == second.risk
    assert approach == kept


def test_what_is_held_at_the_floor_stands_in_its_band(model: RiskModel) -> None:
    """Specifics that are held at the floor leave an approach with a strong sign at guarded, not a rounding error below it."""
    rng = np.random.default_rng(4)
    n = len(CATALOGUE)
    strengths = np.where(rng.random((4000, n)) < 0.6, 0.0, rng.random((4000, n)))
    lowers = np.array([i.direction == "lowers" for i in CATALOGUE])
    strengths[:, lowers] = np.maximum(strengths[:, lowers], 0.9)

    sums = model.table.sums(strengths)
    near = [s.total for s in sums if s.capped and abs(s.total - model.table.floor) < 1e-9]

    assert len(near) >= 50
    assert min(near) >= model.table.floor == model.edges[0]
