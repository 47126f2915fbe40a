"""Promises of the view of a scored table in notebooks."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pandas as pd
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from reviewed import IMAGE, SCRIPT, model

import recruitrisk as rr
from recruitrisk.errors import UsageError
from recruitrisk.review.statements import DISCLAIMER


@pytest.fixture(scope="module")
def scored() -> pd.DataFrame:
    texts = [
        "Lovely to hear from you after the conference.",
        f"Our client can't be named and pays $900 in cash for each report. Tell nobody. {SCRIPT} \x1b[31m",
        "",
    ]
    frame = pd.DataFrame({"approach_id": [SCRIPT, "b", "c"], "company": [IMAGE, "x", None], "message": texts})
    return rr.score(frame, model=model())


def test_the_highest_stand_first_and_the_unseen_last(scored: pd.DataFrame) -> None:
    """Rows stand by risk, those that could not be assessed last; the table itself is not changed."""
    before = scored.copy()
    shown = rr.style_scored(scored).data
    assert shown["approach_id"].tolist()[0] == "b"
    assert shown["risk_band"].tolist()[-1] == "not assessable"
    pd.testing.assert_frame_equal(scored, before)


def test_nothing_of_a_message_is_markup(scored: pd.DataFrame) -> None:
    """No tag, handler or control character of a text or a column's name reaches the page."""
    html = rr.style_scored(scored.rename(columns={"company": f"company{SCRIPT}"}), columns=[
        "approach_id", f"company{SCRIPT}", "message", "risk", "risk_band", "risk_reasons",
    ]).to_html()  # fmt: skip
    assert "<script" not in html
    assert "<img" not in html
    assert "<svg" not in html
    assert "\x1b" not in html


def test_bands_are_named_and_the_disclaimer_stands(scored: pd.DataFrame) -> None:
    """The view names band, interval and what it is about."""
    html = rr.style_scored(scored).to_html()
    assert DISCLAIMER in html
    assert "80 % interval" in html
    assert re.search(r"<span [^>]*>(high|elevated|guarded)</span>", html)


def test_a_part_says_of_how_many(scored: pd.DataFrame) -> None:
    """With `most` the caption says how many there are."""
    view = rr.style_scored(scored, most=1)
    assert len(view.data) == 1
    assert "The 1 highest of 3 approaches" in view.to_html()


def test_same_table_gives_the_same_page(scored: pd.DataFrame) -> None:
    """The view holds no chance."""
    assert rr.style_scored(scored).to_html() == rr.style_scored(scored).to_html()


def test_a_scored_file_read_again_is_shown(scored: pd.DataFrame, tmp_path: Path) -> None:
    """A CSV of scores, read back, and an empty one give a view."""
    scored.to_csv(tmp_path / "s.csv", index=False)
    again = pd.read_csv(tmp_path / "s.csv")
    assert "80 % interval" in rr.style_scored(again).to_html()
    assert "0 approaches" in rr.style_scored(again.iloc[:0]).to_html()


@pytest.mark.parametrize(
    ("frame", "options"),
    [
        (pd.DataFrame({"message": ["x"]}), {}),
        (pd.DataFrame({"risk": [0.1], "risk_band": ["low"]}), {"columns": ["nowhere"]}),
        (pd.DataFrame({"risk": [0.1], "risk_band": ["low"]}), {"most": 0}),
    ],
)
def test_wrong_use_says_what_to_do(frame: pd.DataFrame, options: dict[str, object]) -> None:
    """A table without scores, an unknown column and no rows at all are errors of usage."""
    with pytest.raises(UsageError):
        rr.style_scored(frame, **options)  # type: ignore[arg-type]
