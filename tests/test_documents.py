"""Promises of the committed documents and data: they are what the commands beside them make."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recruitrisk.cli import main
from recruitrisk.model import load_model
from recruitrisk.review.readme import figures_table, with_table

_ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", ["sample.csv", "sample.messages.csv"])
def test_sample_is_made_by_its_command(name: str, tmp_path: Path) -> None:
    """The command in data/synthetic/README.md makes the committed sample, byte for byte."""
    assert main(["synth", "--n", "300", "--seed", "7", "--setting", "as_written", "-o", str(tmp_path / "sample.csv")]) == 0
    assert (tmp_path / name).read_bytes() == (_ROOT / "data" / "synthetic" / name).read_bytes()


def test_readme_table_is_of_the_review() -> None:
    """The README's table of figures is the one that the committed review makes."""
    readme = (_ROOT / "README.md").read_text("utf-8")
    review = json.loads((_ROOT / "docs" / "review.json").read_text("utf-8"))
    assert with_table(readme, review) == readme
    assert figures_table(review) in readme


def test_review_is_of_the_shipped_model() -> None:
    """The committed review holds the hold-out figures of the shipped model."""
    review = json.loads((_ROOT / "docs" / "review.json").read_text("utf-8"))
    manifest = load_model().manifest
    assert review["sets"]["synthetic hold-out"] == manifest["holdout"]
    assert review["model"]["catalogue"] == manifest["catalogue"]


def test_readme_bands_are_of_the_model() -> None:
    """The README's table of bands is that of the shipped model's manifest."""
    readme = (_ROOT / "README.md").read_text("utf-8")
    for band in load_model().manifest["calibration"]["bands"]:
        assert f"| {band['band']} | {band['false_alarms']:.0%} | {band['found']:.0%} |" in readme
