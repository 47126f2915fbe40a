"""Promises of `rr.review`: one object, tables that add up, pictures that say where their data come from, users' own labels."""

from __future__ import annotations

import base64
import builtins
import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.linear_model import LogisticRegression

import recruitrisk as rr
from recruitrisk.errors import ReadError, UsageError
from recruitrisk.indicators import ids
from recruitrisk.model import RiskModel
from recruitrisk.review.displays import (
    AlertWorthDisplay,
    LowFalseAlarmDisplay,
    ReliabilityDisplay,
    new_figure,
)
from recruitrisk.review.displays_signs import IndicatorDisplay
from recruitrisk.review.labelled import labelled_set
from recruitrisk.review.review import HOLDOUT, Curve
from recruitrisk.review.review_figures import CAPTIONS, FIGURES
from recruitrisk.review.review_tables import BASE_RATES, alert_table, in_words
from recruitrisk.review.statements import STATEMENTS, base_rate_statement
from recruitrisk.synthetic import Synthetic


@pytest.fixture(scope="module")
def found(model: RiskModel, world: Synthetic) -> rr.Review:
    """A review on a small synthetic world."""
    return rr.review(model, world)


@pytest.fixture
def own(world: Synthetic) -> pd.DataFrame:
    """A table as a user labels it: text, label, two columns of own findings."""
    frame = world.frame[["approach_id", "message", "company", "recipient_country"]].copy()
    frame["label"] = [{1: "risky", 0: "genuine", None: ""}[x] for x in world.labels]
    frame["secrecy_request"] = ["yes" if "secrecy_request" in s else "no" for s in world.shows]
    frame["flattery"] = ""
    return frame


# --- the call ------------------------------------------------------------------------------------------------


def test_review_is_a_call_and_a_package(found: rr.Review) -> None:
    """`rr.review` can be called and its modules imported, whichever came first."""
    import recruitrisk.review.readme as readme

    assert callable(rr.review)
    assert rr.review.readme is readme
    assert isinstance(found, rr.Review)


def test_sets_say_their_origin(found: rr.Review) -> None:
    """The model's hold-out comes first, then the data under their own name, with and without profiles."""
    assert list(found.sets) == [
        HOLDOUT,
        "synthetic, wordings seen",
        "synthetic, wordings seen, messages alone",
    ]


def test_unknown_picture_is_refused(found: rr.Review) -> None:
    """A picture that is none is a usage error that names all."""
    with pytest.raises(UsageError, match="precision_recall"):
        found.figure("rock")


# --- tables --------------------------------------------------------------------------------------------------


def test_summary_holds_the_figures(found: rr.Review) -> None:
    """The summary has every figure of every set, with n, and intervals that hold their values."""
    table = found.summary.set_index(["origin", "figure"])

    assert table.loc[(HOLDOUT, "AUROC"), "value"] == found.sets[HOLDOUT].figures["auroc"]["value"]
    assert (table["n"] > 0).all()
    bounded = table.dropna(subset=["low"])
    assert ((bounded["low"] <= bounded["value"]) & (bounded["value"] <= bounded["high"])).all()


def test_curve_is_that_of_scikit_learn() -> None:
    """A set's curve goes through scikit-learn's points; other harms are left out."""
    from sklearn.metrics import roc_curve

    rng = np.random.default_rng(3)
    labels, scores = rng.integers(-1, 2, 60), np.round(rng.normal(size=60), 1)
    use = labels >= 0

    curve = Curve.of(labels, scores)

    false_alarms, hits, lines = roc_curve(labels[use], scores[use], drop_intermediate=False)
    assert curve.lines.tolist() == lines[1:].tolist()
    assert curve.false_alarms == pytest.approx(false_alarms[1:])
    assert curve.found == pytest.approx(hits[1:])


def test_alert_worth_by_hand(found: rr.Review) -> None:
    """The worth of an alert is Bayes' rule on the set's own counts, and its interval holds it."""
    table = found.alerts

    assert set(table["base_rate"]) == set(BASE_RATES)
    for row in table[table["origin"] == HOLDOUT].itertuples():
        right = row.base_rate * row.found
        assert row.worth == pytest.approx(right / (right + (1 - row.base_rate) * row.false_alarms))
        assert row.worth_low <= row.worth <= row.worth_high


def test_alerts_of_the_holdout_are_those_of_the_manifest(found: rr.Review, model: RiskModel) -> None:
    """The bands' shares of the hold-out are the manifest's."""
    table = alert_table([found.sets[HOLDOUT]], [0.01])

    bands = model.manifest["calibration"]["bands"]
    assert table["found"].tolist() == pytest.approx([b["found"] for b in bands], abs=1e-4)
    assert table["false_alarms"].tolist() == pytest.approx([b["genuine_above"] for b in bands], abs=1e-4)


@pytest.mark.parametrize(("found_share", "false_alarms"), [(0.6, 0.02), (0.56, 0.05005), (0.349, 0.0101)])
def test_natural_frequencies_add_up(found_share: float, false_alarms: float) -> None:
    """Flagged are the rightly and the wrongly flagged; risky ones are found or missed; as printed."""
    _, text = in_words(0.001, found_share, false_alarms)

    total, risky, flagged, right, wrong, missed = (
        int(n.replace(",", "")) for n in re.findall(r"[\d,]*\d", text)
    )
    assert (total, risky) == (10_000, 10)
    assert (right + missed, right + wrong) == (risky, flagged)


def test_indicator_counts(found: rr.Review) -> None:
    """Hits and cases of an indicator are counts of the set, and rates are their quotients."""
    table = found.indicators.query("origin == 'synthetic, wordings seen'").set_index("indicator")
    one = found.sets["synthetic, wordings seen"]
    column = ids().index("off_platform_move")
    truth, shown = one.data.truth[:, column] == 1, np.nan_to_num(one.strengths[:, column]) >= 0.5

    row = table.loc["off_platform_move"]

    assert (row["cases"], row["hits"], row["false_hits"]) == (
        truth.sum(), (truth & shown).sum(), (~truth & shown).sum(),
    )  # fmt: skip
    assert row["false_hit_rate"] == pytest.approx((~truth & shown).sum() / (~truth).sum())


# --- output --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FIGURES)
def test_picture_says_origin_and_n(found: rr.Review, name: str) -> None:
    """Every picture draws without a warning and says in words which data it shows, and how many."""
    figure = found.figure(name)
    figure.canvas.draw()

    words = " ".join(
        text.get_text() for axes in figure.axes for text in [*axes.texts, axes.title, *_legend(axes)]
    )
    words += " ".join(text.get_text() for text in [figure._suptitle] if text is not None)
    assert "synthetic" in words
    assert re.search(r"n = \d|genuine|bins of", words)
    assert CAPTIONS[name]


def _legend(axes: Any) -> list[Any]:
    return axes.get_legend().get_texts() if axes.get_legend() else []


def test_json_is_whole(found: rr.Review, tmp_path: Path) -> None:
    """The JSON is plain, holds every set under its origin, and is written as it is given."""
    text = found.to_json(tmp_path / "review.json")

    assert (tmp_path / "review.json").read_text("utf-8") == text
    read = json.loads(text)
    assert list(read["sets"]) == list(found.sets)
    assert len(read["alerts"]) == len(found.alerts)


def test_page_asks_nothing_of_anybody(found: rr.Review, tmp_path: Path) -> None:
    """The page is one file: its policy allows its own style by hash and embedded pictures alone, and nothing is linked."""
    text = found.to_html(tmp_path / "review.html")

    style = re.search(r"<style>(.*?)</style>", text, re.S)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'" in text.replace("&#39;", "'")
    assert " style=" not in text
    assert "<script" not in text
    assert re.findall(r"(?:src|href)=\"(?!data:)", text) == []
    assert text.count("<img") == len(FIGURES)
    assert all(s.text in text.replace("&#39;", "'") for s in STATEMENTS)


def test_notebook_shows_the_figures(found: rr.Review) -> None:
    """In a notebook a review shows a table with all origins."""
    html = found._repr_html_()

    assert all(origin in html for origin in found.sets)


# --- your own labels -----------------------------------------------------------------------------------------


def test_own_csv_is_reviewed(model: RiskModel, own: pd.DataFrame, tmp_path: Path) -> None:
    """A CSV with a column `label` is reviewed as `yours`; findings of the user are what signs are measured by."""
    own.to_csv(tmp_path / "own.csv", index=False)

    review = rr.review(model, tmp_path / "own.csv")

    yours = review.sets["yours"]
    assert (yours.figures["risky"], yours.figures["genuine"]) == (
        (own["label"] == "risky").sum(), (own["label"] == "genuine").sum(),
    )  # fmt: skip
    assert list(yours.figures["indicators"]) == ["secrecy_request"]
    assert review.attacks == {}


def test_own_findings_are_not_told_to_the_model(own: pd.DataFrame) -> None:
    """Where there is text the user's findings are the truth and not an input."""
    data = labelled_set(own)

    assert all(not a.marks for a in data.approaches)
    assert np.isnan(data.truth[:, ids().index("flattery")]).all()
    assert not np.isnan(data.truth[:, ids().index("secrecy_request")]).any()


def test_findings_alone_are_read() -> None:
    """A table of findings without any text is what the model reads, and no sign is measured by it."""
    table = pd.DataFrame({"label": [1, 0], "secrecy_request": ["yes", "no"]})

    data = labelled_set(table)

    assert data.approaches[0].marks == {"secrecy_request": 1.0}
    assert np.isnan(data.truth).all()


@pytest.mark.parametrize(
    ("cell", "label"),
    [("1", 1), (1, 1), (1.0, 1), ("Risky", 1), ("genuine ", 0), (0, 0), ("", -1), (None, -1)],
)
def test_labels_that_are_read(cell: object, label: int) -> None:
    """1, 0, risky and genuine are labels in any case; empty is another harm."""
    assert labelled_set(pd.DataFrame({"message": ["Hello"], "label": [cell]})).labels.tolist() == [label]


def test_wrong_label_is_told_by_line(own: pd.DataFrame, tmp_path: Path) -> None:
    """A label that is none is an error with file, line and column."""
    own.loc[3, "label"] = "suspicious"
    own["message"] = "one line"
    own.to_csv(tmp_path / "own.csv", index=False)

    with pytest.raises(ReadError, match=r"own\.csv, line 5, column 'label': label 'suspicious'"):
        labelled_set(str(tmp_path / "own.csv"))


def test_no_label_column(own: pd.DataFrame) -> None:
    """A table without labels is refused, with its columns named."""
    with pytest.raises(ReadError, match="no column 'label'"):
        labelled_set(own.drop(columns="label"))


def test_synthetic_sample_reads_its_truth(world: Synthetic) -> None:
    """The synthetic table's truth columns are read as labels, signs and groups, the same as from the world itself."""
    table = labelled_set(world.frame, world.messages)
    made = labelled_set(world)

    assert table.labels.tolist() == made.labels.tolist()
    assert np.array_equal(table.truth, made.truth)
    assert table.origin == "synthetic, wordings seen"
    assert table.groups.equals(made.groups)
    assert (made.groups["name_origin"] != "").all()


# --- displays ------------------------------------------------------------------------------------------------


def _predictions() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    y = np.repeat([0, 1], 200)
    return y, rng.normal(size=400) + 1.5 * y


def test_displays_from_predictions() -> None:
    """Displays draw from labels and scores and keep axes and figure, as scikit-learn's do."""
    y, score = _predictions()
    axes = new_figure(5, 5).subplots()

    low = LowFalseAlarmDisplay.from_predictions(y, score, ax=axes)
    shown = [
        ReliabilityDisplay.from_predictions(y, 1 / (1 + np.exp(-score))),
        AlertWorthDisplay.from_predictions(y, score, line=1.0),
        IndicatorDisplay.from_predictions(
            np.tile(y[:, None], (1, len(ids()))), np.tile((score > 0.7)[:, None] * 1.0, (1, len(ids())))
        ),
    ]

    assert low.ax_ is axes
    assert low.figure_ is axes.figure
    assert (low.genuine, low.risky) == (200, 200)
    assert all(d.figure_ is d.ax_.figure for d in shown)


def test_low_false_alarms_begin_at_one(found: rr.Review) -> None:
    """The curve is drawn from one false alarm on: below it nothing was measured."""
    y, score = _predictions()

    display = LowFalseAlarmDisplay.from_predictions(y, score)

    assert min(display.line_.get_xdata()) == pytest.approx(1 / 200)
    assert display.ax_.get_xscale() == "log"


def test_displays_from_estimator() -> None:
    """Displays draw from a fitted estimator, the same as from its predictions."""
    y, score = _predictions()
    estimator = LogisticRegression().fit(score[:, None], y)

    a = ReliabilityDisplay.from_estimator(estimator, score[:, None], y)
    b = ReliabilityDisplay.from_predictions(y, estimator.predict_proba(score[:, None])[:, 1])
    c = LowFalseAlarmDisplay.from_estimator(estimator, score[:, None], y)

    assert a.table.equals(b.table)
    assert c.found.tolist() == LowFalseAlarmDisplay.from_predictions(y, score).found.tolist()


def test_labels_of_a_display_are_checked() -> None:
    """Labels other than 0 and 1, or of one class alone, are a usage error."""
    with pytest.raises(UsageError, match="both of them"):
        ReliabilityDisplay.from_predictions([1, 1], [0.2, 0.3])


def test_without_matplotlib(found: rr.Review, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without matplotlib tables, JSON and the notebook's view work, and a picture says what to install."""
    from recruitrisk.review import displays

    real = builtins.__import__

    def absent(name: str, *args: Any, **kwargs: Mapping[str, Any]) -> Any:
        if name.split(".")[0] == "matplotlib":
            raise ImportError("No module named 'matplotlib'")
        return real(name, *args, **kwargs)

    displays._figure_class.cache_clear()
    monkeypatch.setattr(builtins, "__import__", absent)

    with pytest.raises(UsageError, match=r"recruitrisk\[plots\]"):
        found.figure("weights")
    assert found.to_json()
    assert found._repr_html_()


# --- statements ----------------------------------------------------------------------------------------------


def test_six_statements() -> None:
    """The six statements of responsible use stand in one place, each with a title and a text."""
    assert [s.key for s in STATEMENTS] == ["human", "approach", "data", "terms", "automation", "base_rate"]
    assert all(s.title and s.text.endswith(".") for s in STATEMENTS)


def test_base_rate_in_natural_frequencies() -> None:
    """The statement of a base rate is Bayes' rule in whole numbers."""
    assert base_rate_statement(0.01, 0.5, 0.05).endswith("55 are flagged, 5 of them rightly: 9 in 100.")
