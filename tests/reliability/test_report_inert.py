"""Report inert: nothing a stranger wrote runs, asks for anything or turns the page round, in a real Chromium."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recruitrisk.approach import COLUMNS, Approach, Message
from recruitrisk.model import RiskModel
from recruitrisk.review.explanation import explain
from recruitrisk.review.report import write_report
from tests.reliability.conftest import Tally
from tests.reliability.payloads import markup

sys.path.insert(0, str(Path(__file__).parents[1]))
from chromium import Chromium, chromium_path

PAYLOADS = markup()
FIELDS = [c.name for c in COLUMNS if c.kind == "text" and c.name not in ("approach_id", "message")]
BEGAN = datetime(2025, 11, 3, 9, 0, tzinfo=UTC)


def approaches() -> list[Approach]:
    """Every payload in every text field, in the id, and in messages both ways, where it will be quoted."""
    return [
        Approach(
            f"{at} {text}",
            (
                Message(
                    f"Our client can't be named {text}. We pay $2,000 {text} in cash for each report. {text}",
                    True,
                    BEGAN,
                ),
                Message(f"Who is the client? {text}", False, BEGAN + timedelta(hours=1)),
                Message(
                    f"{text}\nTell nobody, write to me on Telegram {text}", True, BEGAN + timedelta(hours=2)
                ),
            ),
            dict.fromkeys(FIELDS, text),
        )
        for at, text in enumerate(PAYLOADS)
    ]


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    """Chromium; skipped where there is none, but not under CI."""
    path = chromium_path()
    if path is None:
        reason = "no Chromium here: apt-get install -y chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with Chromium(path) as started:
        yield started


def _watched(browser: Chromium, page: Path) -> tuple[list[str], list[str], int]:
    """Open a page and everything in it; what went wrong, what was asked for, what ran."""
    browser.resize(1280, 900)
    browser.open(page)
    problems: list[str] = []
    requests: list[str] = []
    for _ in range(20):
        browser.run("document.querySelector('#open-all')?.click()")
        browser.run("for (const d of document.querySelectorAll('details')) d.open = true")
        browser.run("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
        problems += browser.problems
        requests += browser.requests
        if browser.run("!document.querySelector('#after') || document.querySelector('#after').disabled"):
            break
        browser.run("document.querySelector('#after').click()")
    return problems, requests, browser.run("window.__run || 0")


FOREIGN = (
    "document.querySelectorAll('iframe, object, embed, base, link, meta[http-equiv=refresh], form[action], video, audio, math, xss, marquee,"
    ' a[href^="javascript" i], [onerror], [onload], [onclick], [ontoggle], [onfocus], [srcdoc], body [style], img\').length'
)


def test_there_are_three_hundred_payloads(tally: Tally) -> None:
    """The list is as long as promised."""
    tally.of("Report inert")

    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 300


@pytest.mark.parametrize("redact", [True, False], ids=["masked", "not masked"])
def test_report(
    redact: bool, browser: Chromium, model: RiskModel, tmp_path: Path, long: bool, tally: Tally
) -> None:
    """The report of all payloads, every page turned and every row opened: no script, no request, no foreign element, no error."""
    found = approaches() if long else approaches()[:: 3 if redact else 6]
    rows = [(a, model.assess(a, 0.01), number) for number, a in enumerate(found, 1)]
    page = Path(write_report(rows, tmp_path / "report.html", base_rate=0.01, model=model, redact=redact))

    problems, requests, ran = _watched(browser, page)

    tally.of("Report inert").count(len(found) * (len(FIELDS) + 4))
    assert ran == 0
    assert requests == []
    assert problems == []
    assert browser.run(FOREIGN) == 0
    assert browser.run("document.title").isprintable()


def test_explanations(browser: Chromium, model: RiskModel, tmp_path: Path, long: bool, tally: Tally) -> None:
    """Explanations as HTML, many on one page with no policy to hold anything back: no script, no request."""
    found = approaches() if long else approaches()[::8]
    bodies = "".join(explain(a, model, 0.01).as_html() for a in found)
    page = tmp_path / "explained.html"
    page.write_text(f"<!doctype html><meta charset=utf-8><title>x</title>{bodies}", "utf-8")

    problems, requests, ran = _watched(browser, page)

    tally.of("Report inert").count(len(found))
    assert ran == 0
    assert [r for r in requests if "evil" in r] == []
    assert [p for p in problems if "favicon" not in p] == []


def test_text_can_not_turn_the_page_round(model: RiskModel, tmp_path: Path, tally: Tally) -> None:
    """Bidirectional controls of a stranger never stand raw in the report: what is shown is what was written, in its order."""
    turned = [a for a in approaches() if re.search("[\u202a-\u202e\u2066-\u2069]", a.approach_id)]
    rows = [(a, model.assess(a, 0.01), n) for n, a in enumerate(turned, 1)]
    page = Path(write_report(rows, tmp_path / "report.html", base_rate=0.01, model=model, redact=False))

    tally.of("Report inert").count(len(turned))
    assert turned
    assert re.findall("[\u202a-\u202e\u2066-\u2069]", page.read_text("utf-8")) == []
