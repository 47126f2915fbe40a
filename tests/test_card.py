"""Promises of the model card: it is of the shipped model and its review, complete, and holds measured figures alone."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from recruitrisk.cli import main
from recruitrisk.errors import ReadError
from recruitrisk.indicators import CATALOGUE
from recruitrisk.model import RiskModel, load_model, save_model
from recruitrisk.model.points import points_table
from recruitrisk.review.card import card_html, card_markdown, card_sections, read_review, write_card
from recruitrisk.review.conversations import read_conversations
from recruitrisk.review.labelled import independent_path
from recruitrisk.review.probes import WEAK
from recruitrisk.review.statements import STATEMENTS

_ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def review(model: RiskModel) -> dict[str, Any]:
    """The committed review, checked to be of the shipped model."""
    return read_review(model, _ROOT / "docs" / "review.json")


@pytest.fixture(scope="module")
def card(model: RiskModel, review: dict[str, Any]) -> str:
    """The card that the committed review makes."""
    return card_markdown(model, review)


def test_committed_card_is_of_the_manifest_and_the_review(
    model: RiskModel, review: dict[str, Any], card: str
) -> None:
    """models/default/card.md and card.html are what `recruitrisk card --review docs/review.json` writes."""
    folder = _ROOT / "models" / "default"

    assert (folder / "card.md").read_text("utf-8") == card
    assert (folder / "card.html").read_text("utf-8") == card_html(model, review)


def test_card_names_the_model(model: RiskModel, card: str) -> None:
    """Hash, versions, seed and size of the world are the manifest's."""
    m = model.manifest

    for value in (
        m["files"]["arrays.npz"]["sha256"], m["catalogue"], m["versions"]["generator"], str(m["settings"]["seed"]),
        f"{m['settings']['n']:,}",
    ):  # fmt: skip
        assert value in card


def test_card_has_the_usual_headings(card: str) -> None:
    """The headings of model cards and the questions of NIST's MEASURE stand in it."""
    heads = re.findall(r"^#+ (.*)$", card, re.M)

    for wanted in (
        "Model details", "Intended use", "Misuse", "Factors", "Training data", "Evaluation data", "Metrics and quantitative analyses",
        "Calibration", "What an alert is worth", "Fairness", "Known failures", "Ethical considerations", "NIST AI RMF, MEASURE",
    ):  # fmt: skip
        assert wanted in heads
    assert set(re.findall(r"^\| (2\.\d+) ", card, re.M)) == {f"2.{k}" for k in range(1, 14)}


def test_card_says_the_six_statements(card: str) -> None:
    """The statements of responsible use stand in it word for word."""
    assert all(s.text in card for s in STATEMENTS)


def test_card_figures_are_the_review_s(card: str, review: dict[str, Any]) -> None:
    """AUROC and its interval of each set are the review's, each under its origin with n."""
    row = next(line for line in card.splitlines() if line.startswith("| AUROC"))
    head = next(line for line in card.splitlines() if line.startswith("| figure [95 % interval]"))

    for origin, figures in review["sets"].items():
        a = figures["auroc"]
        assert f"{a['value']:.3f} [{a['low']:.3f}, {a['high']:.3f}]" in row
        assert f"{origin} (n = {figures['n']:,}, {figures['risky']:,} risky)" in head


def test_card_lists_every_indicator_with_its_points(model: RiskModel, card: str) -> None:
    """Every indicator stands in the table with the points of the model."""
    points = {r.id: r for r in points_table(model).rows}

    for one in CATALOGUE:
        assert re.search(
            rf"\| `{one.id}` \| \{points[one.id].shown:+d}".replace("\\-", "-")
            + rf" \| \{points[one.id].absent:+d}",
            card,
        ), one.id


def test_every_weak_indicator_is_named(model: RiskModel, review: dict[str, Any], card: str) -> None:
    """Indicators with an F1 below the line on the hold-out are all in known failures, with an example each."""
    failures = card.split("### Known failures")[1]
    weak = {k for k, f in model.manifest["holdout"]["indicators"].items() if f["f1"] < WEAK}

    assert weak == set(review["probes"]["weak"])
    assert all(f"(`{key}`)" in failures for key in weak)
    assert all(found["missed"] for found in review["probes"]["weak"].values())


def test_failures_are_named_with_examples(card: str) -> None:
    """Misspelling and text in pictures are named, each with a text."""
    assert re.search(r"\*\*Misspelling\.\*\*.*“.+”.*“.+”", card)
    assert re.search(r"\*\*Text in a picture.*“.+”", card)


def test_card_quotes_no_evaluation_text(card: str) -> None:
    """No run of six words of the card stands in an evaluation text."""
    words = re.findall(r"\w+", card.lower())
    ours = {tuple(words[i : i + 6]) for i in range(len(words) - 5)}
    theirs = set()
    for conversation in read_conversations(independent_path()):
        for _, _, text in conversation.messages:
            w = re.findall(r"\w+", text.lower())
            theirs |= {tuple(w[i : i + 6]) for i in range(len(w) - 5)}

    assert ours & theirs == set()


def test_card_follows_the_review(model: RiskModel, review: dict[str, Any], card: str) -> None:
    """A figure of the card is not written by hand: another review makes another card."""
    other = copy.deepcopy(review)
    other["sets"]["independent"]["auroc"]["value"] = 0.5

    assert card_markdown(model, other) != card
    assert "0.500 [" in card_markdown(model, other)


def test_html_holds_the_same(model: RiskModel, review: dict[str, Any]) -> None:
    """The page holds every heading and cell, allows its own style alone, and leaves no markup of Markdown."""
    page = card_html(model, review)
    style = re.search(r"<style>(.*?)</style>", page, re.S)

    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert digest in page
    assert page.count("<tr>") == sum(
        len(b.rows) + 1 for s in card_sections(model, review) for b in s.blocks if b.kind == "table"
    )
    assert "**" not in page.split("</style>")[1]
    assert "`" not in page.split("</style>")[1]


def test_model_with_a_card_loads(model: RiskModel, review: dict[str, Any], tmp_path: Path) -> None:
    """A card beside a model is no part of it: its hashes stay, and it loads the same with, without or with another card."""
    folder = save_model(model, tmp_path / "mine")
    before = (folder / "SHA256SUMS").read_bytes()

    write_card(load_model(folder), review, folder)

    assert (folder / "SHA256SUMS").read_bytes() == before
    (folder / "card.md").write_text("changed", encoding="utf-8")
    assert load_model(folder).manifest["files"] == model.manifest["files"]


def test_card_of_another_model_is_refused(model: RiskModel, tmp_path: Path) -> None:
    """A review of another model, or none at all, makes no card."""
    path = tmp_path / "review.json"
    path.write_text(json.dumps({"sets": {"synthetic hold-out": {}}}), encoding="utf-8")
    with pytest.raises(ReadError, match="another model"):
        read_review(model, path)

    path.write_text("{}", encoding="utf-8")
    with pytest.raises(ReadError, match="recruitrisk review --json"):
        read_review(model, path)


def test_command_writes_the_card(tmp_path: Path, card: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`recruitrisk card MODEL -o FOLDER --review JSON` writes both files."""
    code = main(["card", "default", "-o", str(tmp_path), "--review", str(_ROOT / "docs" / "review.json")])

    assert code == 0
    assert capsys.readouterr().out.count("wrote") == 2
    assert (tmp_path / "card.md").read_text("utf-8") == card
