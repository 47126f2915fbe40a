"""Promises of the explanation of one approach."""

from __future__ import annotations

import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from reviewed import BASE_RATE, HOSTILE, IMAGE, SCRIPT, approaches, model

from recruitrisk.approach import Approach, Message
from recruitrisk.errors import UsageError
from recruitrisk.model import NOT_ASSESSABLE
from recruitrisk.review.explanation import DISCLAIMER, Explanation, explain
from recruitrisk.review.figures import percent, print_sum
from recruitrisk.review.plain_text import cells, visible, wrap


@pytest.fixture(scope="module")
def explained() -> list[Explanation]:
    return [explain(a, model(), BASE_RATE) for a in approaches()]


@pytest.fixture(scope="module")
def risky(explained: list[Explanation]) -> Explanation:
    return max(explained, key=lambda e: e.assessment.risk)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_points_add_up_to_risk_minus_base_rate(explained: list[Explanation]) -> None:
    """The reasons' points are the whole of risk - base rate, to 1e-9."""
    for e in explained:
        assert sum(r.points for r in e.reasons) == pytest.approx(e.assessment.risk - BASE_RATE, abs=1e-9)


def test_printed_points_add_up_as_printed(explained: list[Explanation]) -> None:
    """Adding the figures on the page by hand gives the figure under them, to the last digit."""
    for e in explained:
        p = e.printed
        assert sum(float(x.replace("±", "")) for x in p.points) == pytest.approx(
            float(p.total.replace("±", "")), abs=1e-9
        )
        assert float(p.base) + float(p.total.replace("±", "")) == pytest.approx(float(p.risk), abs=1e-9)


@pytest.mark.parametrize("base_rate", [1e-5, 1e-3, 0.01, 0.3, 0.9])
def test_printed_sum_holds_at_every_base_rate(base_rate: float) -> None:
    """The printed sum adds up at rare and at common base rates."""
    for approach in approaches()[:8]:
        p = explain(approach, model(), base_rate).printed
        assert sum(float(x.replace("±", "")) for x in p.points) == pytest.approx(
            float(p.total.replace("±", "")), abs=1e-9
        )
        assert float(p.base) + float(p.total.replace("±", "")) == pytest.approx(float(p.risk), abs=1e-9)


def test_printed_points_stay_near_the_exact_ones() -> None:
    """Rounding moves no point by more than a unit of the last digit."""
    points = [0.10449, 0.10449, 0.10449, -0.05001, 0.0]
    p = print_sum(points, 0.01, 0.01 + sum(points))
    assert all(abs(float(x.replace("±", "")) - y * 100) <= 0.1 for x, y in zip(p.points, points, strict=True))


def test_text_says_what_it_is_about(risky: Explanation) -> None:
    """Text and page say that it is about an approach, with risk, interval, band and base rate."""
    for shown in (risky.as_text(), _text(risky.as_html())):
        flat = " ".join(shown.split())
        assert DISCLAIMER in flat
        for part in (
            percent(risky.assessment.risk),
            risky.assessment.band,
            "80 % interval",
            "ase rate 1 %",
            risky.sum_line,
        ):
            assert part in flat.replace("\xa0", " ")


def test_every_quotation_is_exact(explained: list[Explanation]) -> None:
    """A quotation is the very piece of the message that it points at."""
    for e in explained:
        for reason in e.reasons:
            if reason.evidence is not None and reason.evidence.place is not None:
                place = reason.evidence.place
                assert e.approach.messages[place.message].text[place.start : place.end] == place.quote


def test_shown_signs_stand_beside_their_quotation(risky: Explanation) -> None:
    """The text holds the sentence and the quotation of every sign shown."""
    flat = " ".join(risky.as_text(width=10_000).split())
    for reason in risky.reasons:
        assert reason.sentence[1:] in flat
        if reason.evidence is not None and reason.evidence.place is not None and reason.evidence.place.quote:
            assert " ".join(visible(reason.evidence.place.quote).split()) in flat


def test_changes_are_those_of_the_same_sum(risky: Explanation) -> None:
    """Taking a sign away never raises the risk, and the figure is what the model gives for it."""
    assert risky.changes
    for change in risky.changes:
        assert change.before == risky.assessment.risk
        if not change.condition.endswith("proved untrue"):
            assert change.after <= change.before + 1e-12


def test_naming_the_client_is_a_change() -> None:
    """Where the client is not named, it is said what naming would do."""
    e = explain(
        Approach(
            "x",
            (
                Message(
                    "I can't name the client at this stage. Our client wishes to stay anonymous and pays $900 per report."
                ),
            ),
        ),
        model(),
    )
    if any(r.id == "vague_client" and r.shown for r in e.reasons):
        assert any(c.condition == "if the client were named" for c in e.changes)


def test_claims_can_prove_untrue(explained: list[Explanation]) -> None:
    """For an approach that shows checkable specifics, their falling away does not lower the risk."""
    found = [c for e in explained for c in e.changes if c.condition.endswith("proved untrue")]
    assert found
    assert all(c.after >= c.before - 1e-12 for c in found)


def test_next_steps_stand_once(explained: list[Explanation]) -> None:
    """No next step is said twice."""
    for e in explained:
        assert len(e.next_steps) == len(set(e.next_steps))


def test_what_was_not_seen_is_said() -> None:
    """With messages alone, the firm and the account are named as not seen, in text and page."""
    e = explain(
        Approach(
            "x",
            (Message("Good morning, our client would like a paid report on the harbour, please answer."),),
        ),
        model(),
    )
    assert "Firm cannot be substantiated" in e.unseen
    assert "Firm cannot be substantiated" in e.as_text()
    assert "Firm cannot be substantiated" in e.as_html()


def test_too_little_is_said_to_be_too_little() -> None:
    """Where nothing was seen, it is said that the figure is little more than the base rate."""
    e = explain(Approach("x"), model())
    assert e.assessment.band == NOT_ASSESSABLE
    assert "Too little was seen" in e.as_text()
    assert "Too little was seen" in e.as_html()


@pytest.mark.parametrize("width", [30, 60, 100, 140])
def test_text_keeps_to_its_width(explained: list[Explanation], width: int) -> None:
    """No line is wider than asked for."""
    for e in explained[:10]:
        assert [line for line in e.as_text(width).splitlines() if cells(line) > max(width, 31)] == []


def test_wide_characters_keep_to_the_width() -> None:
    """Lines of characters that take two cells are as wide as asked for, and lose nothing."""
    text = "我们的客户不愿意透露姓名，每份报告支付两千美元现金。" * 5
    lines = wrap(text, 40, "  - ").split("\n")
    assert max(cells(line) for line in lines) <= 40
    assert "".join(line.strip(" -") for line in lines) == text


def test_a_percent_sign_stays_with_its_figure() -> None:
    """No line begins with a percent sign."""
    lines = wrap("31 % " * 40, 33).split("\n")
    assert len(lines) > 3
    assert not any(line.startswith("%") for line in lines)


def test_text_has_no_control_byte() -> None:
    """Escape sequences, bells and bidi overrides of a message reach the terminal as visible escapes."""
    text = explain(HOSTILE, model()).as_text()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]", text)


def test_colour_only_adds_colour(risky: Explanation) -> None:
    """Taking the colours out of the coloured text gives the plain text."""
    assert re.sub(r"\x1b\[[0-9;]*m", "", risky.as_text(colour=True)) == risky.as_text()


def test_html_holds_nothing_of_a_message_as_markup() -> None:
    """No tag, handler or address of a message becomes part of the fragment."""
    html = explain(HOSTILE, model()).as_html()
    page = _Tags()
    page.feed(html)
    assert not {"script", "img", "svg", "iframe", "a", "link", "b"} & set(page.tags)
    assert {name for name, _ in page.attributes} <= {"style", "aria-hidden"}
    assert "url(" not in " ".join(value for _, value in page.attributes)
    assert SCRIPT not in html
    assert IMAGE not in html


def test_dict_is_json_and_exact(risky: Explanation) -> None:
    """`as_dict` survives JSON, and its points add up exactly."""
    again = json.loads(json.dumps(risky.as_dict()))
    assert sum(r["points"] for r in again["reasons"]) == pytest.approx(
        again["risk"] - again["base_rate"], abs=1e-9
    )
    assert again["about"] == DISCLAIMER


def test_notebooks_show_the_fragment(risky: Explanation) -> None:
    """A notebook shows what `as_html` gives."""
    assert risky._repr_html_() == risky.as_html()


def test_given_assessment_is_explained_as_it_is() -> None:
    """An assessment that is handed over is not made again."""
    approach = approaches()[0]
    made = model().assess(approach, 0.2)
    assert explain(approach, model(), assessment=made).assessment is made


def test_base_rate_outside_is_refused() -> None:
    """A base rate of 0 or 1 is an error that says what is allowed."""
    with pytest.raises(UsageError, match="between 0 and 1"):
        explain(approaches()[0], model(), 1.0)


@pytest.mark.parametrize("text", ["👩‍💻 hello", "می‌خواهم", "naïve café"])
def test_joiners_that_belong_stay(text: str) -> None:
    """Emoji and scripts that need joiners are shown as they are."""
    assert visible(text) == text


def _text(html: str) -> str:
    page = _Tags()
    page.feed(html)
    return page.text
