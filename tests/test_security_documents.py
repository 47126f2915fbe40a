"""Promises of the pages on security and responsible use."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from recruitrisk.review.readme import alerts_table
from recruitrisk.review.statements import STATEMENTS

_ROOT = Path(__file__).resolve().parent.parent
_PAGES = ("SECURITY.md", "docs/threat_model.md", "docs/responsible_use.md", "docs/reliability.md", "README.md")


def test_every_test_of_the_threat_model_exists() -> None:
    """A row of the threat model names test files that are there."""
    named = re.findall(r"`(tests/[\w/]+\.py)`", (_ROOT / "docs/threat_model.md").read_text("utf-8"))

    assert len(named) >= 18
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


@pytest.mark.parametrize("page", _PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """Every relative link of the page leads to a file that is there."""
    path = _ROOT / page
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)\)", path.read_text("utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []
