"""Promises of the HTML report, as far as they show without a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from reviewed import BASE_RATE, HOSTILE, SECRETS, TELLING, assessed, model, one, page_data

from recruitrisk.approach import Approach, Message
from recruitrisk.errors import UsageError, WriteError
from recruitrisk.places import check_places, check_target
from recruitrisk.review import report
from recruitrisk.review.redaction import Masker
from recruitrisk.review.report import render_report, write_report
from recruitrisk.review.report_rows import segments, shorten
from recruitrisk.review.statements import STATEMENTS
from recruitrisk.text import markup


def _render(*made: Any, **options: Any) -> str:
    return render_report(made or assessed(), base_rate=BASE_RATE, model=model(), **options)


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.content: dict[str, list[str]] = {"style": [], "script": [], "text": []}
        self._in = "text"
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag in ("style", "script"):
            self._in = tag if dict(attrs).get("type") is None else "json"

    def handle_endtag(self, tag: str) -> None:
        self._in = "text"

    def handle_data(self, data: str) -> None:
        self.content.setdefault(self._in, []).append(data)


@pytest.fixture(scope="module")
def page() -> str:
    return _render()


def test_policy_allows_nothing_but_its_own_hashes(page: str) -> None:
    """The policy is default-src 'none', with the hash of the one style and the one script, and no unsafe source."""
    parsed = _Page(page)
    policy = next(a["content"] for tag, a in parsed.tags if tag == "meta" and "http-equiv" in a)
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "data:" not in policy
    for kind in ("style", "script"):
        (content,) = parsed.content[kind]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_no_inline_style_handler_or_way_out(page: str) -> None:
    """No style or on... attribute, nothing that loads or leads elsewhere."""
    for tag, attributes in _Page(page).tags:
        assert tag not in ("img", "iframe", "object", "embed", "link", "base", "audio", "video", "source")
        for name, value in attributes.items():
            assert name != "style"
            assert not name.startswith("on")
            assert name not in ("src", "srcset", "action", "formaction", "xlink:href")
            assert name != "href" or value.startswith("#")


def test_script_makes_no_html_of_strings() -> None:
    """The page's script sets text only, and asks nothing of anybody."""
    script = (Path(report.__file__).parent / "templates" / "report.js").read_text("utf-8")
    for name in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch(", "XMLHttpRequest",
                 "WebSocket", "sendBeacon", "import(", "localStorage", "cookie", ".src"):  # fmt: skip
        assert name not in script


@pytest.mark.parametrize("redact", [True, False])
def test_hostile_text_stays_text(redact: bool) -> None:
    """A message with script tags adds no element to the page and comes back whole out of the data."""
    made = _render(one(HOSTILE), redact=redact, title="<script>alert(0)</script>")
    plain = _render(one(Approach("x", HOSTILE.messages[1:2])), redact=redact, title="t")
    tags = [tag for tag, _ in _Page(made).tags if tag != "rect"]
    assert tags.count("script") == 2
    assert sorted(tags) == sorted(tag for tag, _ in _Page(plain).tags if tag != "rect")
    text = "".join(p if isinstance(p, str) else p[0] for p in page_data(made)["rows"][0]["t"][0][2])
    assert "<script>alert(1)</script>" in text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", text)


def test_masking_leaves_no_name_mail_or_phone() -> None:
    """Names, addresses, phones, handles and location are nowhere in the masked file; unmasked they are."""
    other = Approach(
        "b", (Message("Do you know Zebulon Quistgaard? Kind regards, Ann"),), {"sender_name": "Ann Lee"}
    )
    masked = _render(one(TELLING), (other, one(other)[1], 2)).lower()
    assert [s for s in SECRETS if s in masked] == []
    kept = _render(one(TELLING), redact=False).lower()
    assert [s for s in SECRETS if s not in kept] == []


def test_one_label_for_one_person() -> None:
    """A person has the same label in table, thread and quotation, in full or in part; another has another."""
    masker = Masker([TELLING])
    assert masker.person("Zebulon Quistgaard") == "Person A"
    texts = [masker.mask(m.text, TELLING) for m in TELLING.messages]
    assert texts[0].count("Person A") == 2
    assert texts[1].startswith("Person A, which client?")
    assert texts[2] == "Person A again: ask Person A's friend. Best, Person A"
    assert "Dear Dr. Person B" in texts[0]
    assert texts[1].endswith("Person B")


def test_one_label_for_one_address() -> None:
    """The same mail, phone or link has one label wherever and however it is written."""
    masker = Masker()
    text = masker.mask(
        "a@x.example, b@x.example, A@X.example; https://x.example/1 and http://www.x.example/1/ +44 20 7946 0000"
    )
    assert text == "mail 1, mail 2, mail 1; link 1 and link 1 phone 1"


@pytest.mark.parametrize(
    "text",
    [
        "Ze\u200bbulon writes",
        "ZEBULON QUISTGAARD",
        "zebulonquistgaard",
        "Z\u0435bulon",
        "Quistgaard, Zebulon",
        "<b>Zebulon</b> Quistgaard",
    ],
)
def test_masking_sees_through_tricks(text: str) -> None:
    """Hidden characters, look-alikes, case and joined spelling don't keep a sender's name."""
    masked = Masker([TELLING]).mask(text, TELLING)
    assert "Person A" in masked
    assert "bulon" not in masked.lower()


def test_ordinary_words_are_not_masked() -> None:
    """A name that is a word too is masked as a name, not as a word."""
    approach = Approach("x", (), {"sender_name": "Will Don"})
    assert Masker([approach]).mask("We will go and don't wait", approach) == "We will go and don't wait"


def test_firms_keep_their_legal_form() -> None:
    """The end of a firm's name is not taken for a signature."""
    firm = Approach("x", (Message("Hello"),), {"sender_name": "Ann Lee", "company": "Redwood Labs B.V."})
    assert page_data(_render(one(firm)))["rows"][0]["co"] == "Redwood Labs B.V."


def test_segments_give_the_message_back() -> None:
    """Cutting a message at its evidence loses and doubles nothing; each piece knows its signs."""
    found = segments("abcdefghij", [(2, 6, 1), (4, 8, 2)], [])
    assert found == ["ab", ["cd", [1], []], ["ef", [1, 2], [1]], ["gh", [2], [2]], "ij"]


def test_evidence_takes_in_what_is_masked() -> None:
    """Evidence that touches a masked piece takes the label in whole."""
    assert segments("tell Jane Roe now", [(0, 8, 3)], [(5, 13, "Person A")]) == [
        ["tell Person A", [3], [3]],
        " now",
    ]


def test_shortening_spares_evidence() -> None:
    """Long text is cut and it is said; evidence of an ordinary length stays whole."""
    cut = shorten(["x" * 1000, ["y" * 100, [1], [1]]], 100)
    assert cut[1] == ["y" * 100, [1], [1]]
    assert "900 characters left out" in cut[0]


def test_every_quotation_is_marked_in_the_thread(page: str) -> None:
    """Each sign that is shown by a quotation is marked in the thread of its message."""
    seen = 0
    for row in page_data(page)["rows"]:
        for reason in row["why"]:
            if len(reason) > 5 and reason[5] >= 0:
                seen += 1
                pieces = row["t"][reason[5]][2]
                assert any(not isinstance(p, str) and reason[4] in p[1] for p in pieces)
                assert any(not isinstance(p, str) and reason[4] in p[2] for p in pieces)
    assert seen


def test_unmasked_thread_is_the_message() -> None:
    """Without masking, the pieces of a thread put together are the message without its layout tags."""
    made = assessed()
    rows = {row["n"]: row for row in page_data(_render(redact=False))["rows"]}
    for approach, _, number in made:
        for message, shown in zip(approach.messages, rows[number]["t"], strict=True):
            text = "".join(p if isinstance(p, str) else p[0] for p in shown[2])
            if message.text.isprintable() and not markup(message.text):
                assert text == message.text


def test_layout_tags_are_not_shown() -> None:
    """Tags that only lay out a text and entities are read; what does more than lay out is shown."""
    text = "<p class='spinmail'>We pay &pound;900.</p><br/><b>Quiet</b> <a href='http://x.top'>here</a> <script>x</script>"
    shown = segments(text, [], markup(text))

    assert "".join(p if isinstance(p, str) else p[0] for p in shown) == (
        "\nWe pay £900.\n\nQuiet <a href='http://x.top'>here</a> <script>x</script>"
    )


def test_printed_sums_add_up(page: str) -> None:
    """Points of every row add up, as printed, from base rate to risk."""
    for row in page_data(page)["rows"]:
        base, total, risk = (float(x.replace("±", "")) for x in row["sum"])
        assert sum(float(r[1].replace("±", "")) for r in row["why"]) == pytest.approx(total, abs=1e-9)
        assert base + total == pytest.approx(risk, abs=1e-9)


def test_summary_states_base_rate_counts_and_that_it_is_no_verdict() -> None:
    """Base rate, counts of the run, counts by band and the disclaimer stand in the static part."""
    made = _render(counts={"rows_read": 44, "rejected": 4})
    text = " ".join(" ".join(_Page(made).content["text"]).split())
    assert "Base rate 1 %" in text
    assert "1 in 100 approaches" in text
    assert "rows read 44 rejected 4" in text
    assert "never a verdict on a person" in text
    assert "40 approaches scored" in text


def test_rare_base_rate_is_told_in_whole_numbers() -> None:
    """At one in a hundred thousand the frequencies are still of whole approaches."""
    approach = assessed()[0][0]
    made = render_report([(approach, model().assess(approach, 1e-5), 1)], base_rate=1e-5, model=model())
    assert "1 in 100,000" in made


def test_same_batch_gives_the_same_bytes(page: str) -> None:
    """A report holds no time and no chance."""
    assert _render() == page


def test_empty_batch_has_a_report() -> None:
    """No approach at all is a report too."""
    assert "0 approaches scored" in render_report([], base_rate=0.01, model=model())


def test_other_base_rate_is_refused() -> None:
    """A base rate that the assessments were not made at is an error."""
    with pytest.raises(UsageError, match="assessed at"):
        render_report(assessed()[:2], base_rate=0.5, model=model())


def test_size_is_kept_below_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch of very long messages is shortened until the file is below its bound."""
    monkeypatch.setattr(report, "MOST_BYTES", 60_000)
    long = Approach("x", (Message("I can't name the client. " + "nothing to see " * 20_000),))
    made = _render(one(long))
    assert len(made.encode()) < 140_000
    assert "left out of this report" in made


def test_file_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When writing fails, what stood there stands, and no part is left."""
    target = tmp_path / "report.html"
    target.write_text("before")
    monkeypatch.setattr("os.replace", _fail)
    with pytest.raises(WriteError, match="full"):
        write_report(assessed()[:1], target, base_rate=BASE_RATE, model=model())
    assert target.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


def _fail(*_: object) -> None:
    raise OSError("disk full")


def test_written_file_is_the_page(tmp_path: Path, page: str) -> None:
    """What is written is what is rendered, in UTF-8, readable by its owner alone."""
    path = write_report(assessed(), tmp_path / "r.html", base_rate=BASE_RATE, model=model())
    assert path.read_bytes() == page.encode()
    assert path.stat().st_mode & 0o077 == 0


def _text_of(page: str) -> str:
    return " ".join(" ".join(_Page(page).content["text"]).split())


def test_an_alert_is_told_in_natural_frequencies() -> None:
    """What is flagged high is told of 1,000 and of 100 by the manifest's figures, said to be synthetic, with their number."""
    band = next(b for b in model().manifest["calibration"]["bands"] if b["band"] == "high")
    right, wrong = 10 * band["found"], 990 * band["genuine_above"]
    text = _text_of(_render())
    assert "of 1,000 approaches like yours about 10 follow" in text
    assert f"{round(right)} of the playbook and {round(wrong)} genuine" in text
    assert f"Of 100 flagged so, about {round(100 * right / (right + wrong))} would be" in text
    assert f"Measured on {model().manifest['calibration']['rows']:,} synthetic approaches" in text


def test_a_base_rate_that_does_not_fit_is_told() -> None:
    """Where the risks add up to far more than the base rate gives it is said, and not where a report holds the highest alone."""
    assert "so far fewer" in _text_of(_render())
    assert "so far fewer" not in _text_of(_render(counts={"scored": 4000}))


def test_the_highest_of_many_are_said_to_be_that() -> None:
    """A report of a part of the run says of how many."""
    assert "The 40 of the highest risk, of 4,000 approaches" in _text_of(_render(counts={"scored": 4000}))


def test_where_the_base_rate_is_from_is_said() -> None:
    """A base rate that was estimated is not called stated."""
    assert "as stated for this run" in _text_of(_render())
    assert "as stated" not in _text_of(_render(base_rate_is="as estimated from this batch"))


def test_statements_stand_at_the_foot(page: str) -> None:
    """All statements of responsible use stand on the page."""
    text = _text_of(page)
    assert len(STATEMENTS) == 6
    assert [s.key for s in STATEMENTS if s.title not in text or s.text not in text] == []


def test_campaigns_are_told_masked_and_escaped() -> None:
    """A table of campaigns is text, masked like the rest; rows know their campaign."""
    table = pd.DataFrame(
        {"risk_campaign": ["c-1"], "shared": ["<b>Zebulon Quistgaard</b> zeb77@gmail.com"], "share": [0.5]}
    )
    made = one(replace(TELLING, campaign="c-1"))
    masked = _render(made, campaigns=table)
    assert page_data(masked)["rows"][0]["cp"] == "c-1"
    assert [s for s in SECRETS if s in masked.lower()] == []
    kept = _render(made, campaigns=table, redact=False)
    assert "&lt;b&gt;Zebulon Quistgaard&lt;/b&gt; zeb77@gmail.com" in kept
    assert "campaigns" not in {a.get("class") for _, a in _Page(_render(made)).tags}


def test_five_thousand_long_threads_stay_below_twenty_megabytes() -> None:
    """Whatever a batch holds, 5,000 approaches fit: long texts are shortened, then messages without evidence left out."""
    data = page_data(_render(*assessed(20)))
    filler = [1, "", ["This is a message of ordinary length that shows nothing at all. " * 5]]
    data["rows"] = [
        {**row, "n": n, "t": [*row["t"], *([list(filler)] * 40)]} for n, row in enumerate(data["rows"] * 250)
    ]
    blob = str(report._fit(data))
    assert len(blob.encode()) < report.MOST_BYTES < 20_000_000
    assert len(json.loads(blob)["rows"]) == 5000
    assert json.loads(blob)["rows"][0]["t"][-1] == [1, "", [], 1]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Good day, here is Grace, of Oakline", "Good day, here is Person A, of Oakline"),
        ("My colleague Priti Desai will ring you", "My colleague Person A will ring you"),
        ("Please ask for Zdenka Horvath.", "Please ask for Person A."),
        ("Hier ist Zdenka Horvath von Oakline", "Hier ist Person A von Oakline"),
        ("我叫王小明，", "我叫Person A，"),
        ("here is Excel for you, speak to Finance", "here is Excel for you, speak to Finance"),
    ],
)
def test_names_are_masked_where_somebody_is_named(text: str, masked: str) -> None:
    """Who is introduced or to be asked for is masked; other words in such a place are not."""
    approach = Approach("x", (Message(text),))
    assert Masker([approach]).mask(text, approach) == masked


@pytest.mark.parametrize("where", ["no/r.html", "."])
def test_target_that_cannot_be_written_is_one_line(tmp_path: Path, where: str) -> None:
    """A missing folder or a folder as a file is an error of one line, early and when writing."""
    for attempt in (
        lambda: check_target(tmp_path / where),
        lambda: write_report(assessed()[:1], tmp_path / where, base_rate=BASE_RATE, model=model()),
    ):
        with pytest.raises(WriteError) as caught:
            attempt()
        assert "\n" not in str(caught.value)


def test_report_never_replaces_a_file_of_its_run(tmp_path: Path) -> None:
    """The name of the input or output for the report is an error, however it is written."""
    with pytest.raises(UsageError, match="it is read as well"):
        check_places((None, "-", str(tmp_path / "a.html")), (str(tmp_path / "b" / ".." / "a.html"),))
