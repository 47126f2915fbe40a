"""Promises of the pages on security and responsible use."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from recruitrisk.review.readme import alerts_table
from recruitrisk.review.statements import STATEMENTS
from tests.reliability import table

_ROOT = Path(__file__).resolve().parent.parent
_PAGES = (
    "SECURITY.md",
    "CONTRIBUTING.md",
    "docs/threat_model.md",
    "docs/responsible_use.md",
    "docs/reliability.md",
    "README.md",
)


def test_every_test_of_the_threat_model_exists() -> None:
    """A row of the threat model names test files that are there."""
    named = re.findall(r"`(tests/[\w/]+\.py)`", (_ROOT / "docs/threat_model.md").read_text("utf-8"))

    rows = [
        line
        for line in (_ROOT / "docs/threat_model.md").read_text("utf-8").splitlines()
        if line.startswith("| ")
    ]

    assert [row for row in rows[1:] if "`tests/" not in row] == []  # all but the heads
    assert len(rows) >= 18
    assert [path for path in named if not (_ROOT / path).is_file()] == []


def test_every_property_stands_in_the_threat_model() -> None:
    """Each module of the scorecard holds something that the threat model names."""
    page = (_ROOT / "docs/threat_model.md").read_text("utf-8")
    modules = sorted((_ROOT / "tests/reliability").glob("test_*.py"))
    own = {"tests/reliability/test_exit_codes.py", "tests/reliability/test_table.py"}  # no attack

    missing = [m.name for m in modules if f"tests/reliability/{m.name}" not in page]
    assert [name for name in missing if f"tests/reliability/{name}" not in own] == []


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda s: s.key)
def test_statements_stand_on_the_page(statement: object) -> None:
    """All six statements of responsible use stand on its page, in the words that reports use."""
    page = (_ROOT / "docs/responsible_use.md").read_text("utf-8")

    assert statement.text in page  # type: ignore[attr-defined]


def test_alerts_are_of_the_review() -> None:
    """What an alert is worth is computed from the committed review."""
    review = json.loads((_ROOT / "docs/review.json").read_text("utf-8"))

    assert alerts_table(review) in (_ROOT / "docs/responsible_use.md").read_text("utf-8")


def test_scorecard_is_of_its_results() -> None:
    """The page of the scorecard is what the table writer makes of the committed results, for the code that it names."""
    recorded = json.loads((_ROOT / "docs/reliability.json").read_text("utf-8"))
    shown = (_ROOT / "docs/reliability.md").read_text("utf-8")
    where = re.search(r"^Written on .* for code ([0-9a-f]{12}), .*$", shown, re.M)

    assert where is not None
    assert table.page(recorded, where[0], where[1]) == shown


def test_scorecard_tells_failed_skipped_and_older_results() -> None:
    """A row says what failed, was not tried, ran short, or ran on other code; what failed before it named its row is in that of its file."""
    ran = {
        "property": "Zip safe",
        "cases": 2,
        "notes": [],
        "missed": [],
        "reason": "",
        "form": "long",
        "code": "a" * 12,
    }
    recorded = {
        "tests/reliability/test_z.py::test_a": ran | {"outcome": "passed"},
        "tests/reliability/test_z.py::test_b": ran | {"outcome": "passed", "form": "short", "code": "b" * 12},
        "tests/reliability/test_z.py::test_c": {
            "outcome": "failed",
            "reason": "E",
            "form": "long",
            "code": "a" * 12,
        },
        "tests/reliability/test_z.py::test_d": ran | {"outcome": "skipped", "cases": 0, "reason": "no disk"},
    }

    row = next(
        line for line in table.page(recorded, "", "a" * 12).splitlines() if line.startswith("| Zip safe")
    )

    assert row.split(" | ")[2:] == [
        "`tests/reliability/test_z.py` (4)", "2 long, 1 short; *earlier code*", "4",
        "**failed**: 1 of 4 tests (`test_c`); not tried: no disk |",
    ]  # fmt: skip
    assert "held" not in row


@pytest.mark.parametrize("page", _PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """Every relative link of the page leads to a file that is there."""
    path = _ROOT / page
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)\)", path.read_text("utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []
