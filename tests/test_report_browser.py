"""Promises of the HTML report in a real headless Chromium. Skipped where there is none, but not under CI."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from chromium import Chromium, chromium_path
from reviewed import BASE_RATE, HOSTILE, assessed, model, one, with_rows

from recruitrisk.approach import Approach, Message
from recruitrisk.review import report
from recruitrisk.review.report import write_report

ROWS = "Array.from(document.querySelectorAll('tr.row'))"
NUMBERS = f"{ROWS}.map(r => Number(r.querySelector('button').dataset.row))"


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    path = chromium_path()
    if path is None:
        reason = "no Chromium here: apt-get install -y chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with Chromium(path) as started:
        yield started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    rows = [*assessed(80), (HOSTILE, one(HOSTILE)[1], 81)]
    return write_report(rows, folder / "report.html", base_rate=BASE_RATE, model=model())


@pytest.fixture
def page(browser: Chromium, file: Path) -> Chromium:
    browser.resize(1280, 900)
    browser.open(file)
    return browser


def _risks() -> dict[int, float]:
    return {n: a.risk for _, a, n in [*assessed(80), (HOSTILE, one(HOSTILE)[1], 81)]}


def test_opens_without_error_or_request(page: Chromium) -> None:
    """Loading and opening every row of every page gives no console error and asks for nothing."""
    for _ in range(2):
        page.run("document.querySelector('#open-all').click()")
        page.run("document.querySelector('#after').click()")
    assert page.problems == []
    assert page.requests == []


def test_policy_is_in_force(page: Chromium) -> None:
    """A style or script that is put in afterwards is blocked, and a request too."""
    page.run("document.body.setAttribute('style', 'outline: 9px solid')")
    assert page.run("getComputedStyle(document.body).outlineWidth") != "9px"
    page.run(
        "(() => { const s = document.createElement('style'); s.textContent = 'body{outline:9px solid}'; document.head.append(s); })()"
    )
    assert page.run("getComputedStyle(document.body).outlineWidth") != "9px"
    assert page.run("fetch('https://example.invalid/').then(() => 'went', () => 'blocked')") == "blocked"


def test_message_text_runs_no_script(page: Chromium) -> None:
    """The hostile message is shown as text: no dialog, no element of it, in table and opened row."""
    page.run(
        "(() => { const q = document.querySelector('#q'); q.value = 'alert(1)'; q.dispatchEvent(new Event('input')); })()"
    )
    page.run("new Promise(done => setTimeout(done, 250))")
    assert page.run(NUMBERS) == [81]
    page.run("document.querySelector('tr.row button').click()")
    assert "<script>alert(1)</script>" in page.run("document.querySelector('.thread').textContent")
    assert (
        page.run(
            "document.querySelectorAll('img, iframe, a[href^=javascript], table script, .thread svg').length"
        )
        == 0
    )
    assert page.run("document.scripts.length") == 2
    assert page.problems == []


def test_rows_stand_by_risk_at_first(page: Chromium) -> None:
    """The first page shows the fifty rows of the highest risk, the highest first."""
    risks = _risks()
    order = sorted(risks, key=lambda n: (-float(f"{risks[n]:.5g}"), n))
    assert page.run(NUMBERS) == order[:50]


def test_a_heading_sorts_both_ways(page: Chromium) -> None:
    """A click on a heading sorts by it, a second one the other way, and assistive technology is told."""
    heading = "document.querySelector('th[data-key=row]')"
    page.run(f"{heading}.querySelector('button').click()")
    assert page.run(NUMBERS) == list(range(1, 51))
    assert page.run(f"{heading}.getAttribute('aria-sort')") == "ascending"
    page.run(f"{heading}.querySelector('button').click()")
    assert page.run(NUMBERS) == list(range(81, 31, -1))
    assert page.run(f"{heading}.getAttribute('aria-sort')") == "descending"
    assert page.run("document.querySelectorAll('#head th:not([aria-sort=none])').length") == 1


def test_pages_turn(page: Chromium) -> None:
    """The second page shows the rest, and the status says so."""
    page.run("document.querySelector('#after').click()")
    assert len(page.run(NUMBERS)) == 31
    assert page.run("document.querySelector('#status').textContent").startswith("Rows 51 to 81 of 81")
    assert page.run("document.querySelector('#after').disabled")


def test_bands_filter(page: Chromium) -> None:
    """Without its tick a band's rows are gone, and the status says how many match."""
    high = sum(a.band == "high" for _, a, _ in assessed(80)) + (one(HOSTILE)[1].band == "high")
    page.run("document.querySelector('input[data-band=\"0\"]').click()")
    assert page.run(f"{ROWS}.filter(r => r.querySelector('.pill').textContent === 'high').length") == 0
    assert f"of {81 - high} that match, of 81 in all" in page.run(
        "document.querySelector('#status').textContent"
    )


def test_signs_filter(page: Chromium) -> None:
    """Choosing a sign leaves the rows that show it, as many as its entry says."""
    entry = page.run(
        "(() => { const s = document.querySelector('#sign'); s.selectedIndex = 3; s.dispatchEvent(new Event('change'));"
        " return s.options[3].textContent; })()"
    )
    count = int(entry.rpartition("(")[2].rstrip(")"))
    assert len(page.run(NUMBERS)) == min(count, 50)


def test_search_finds_words_of_a_message(page: Chromium) -> None:
    """Words are looked for in the messages; what matches nothing says so."""
    page.run(
        "(() => { const q = document.querySelector('#q'); q.value = 'zzzz nowhere'; q.dispatchEvent(new Event('input')); })()"
    )
    page.run("new Promise(done => setTimeout(done, 250))")
    assert page.run("document.querySelector('#status').textContent") == "No approach matches."
    assert page.run(NUMBERS) == []


def test_a_row_opens_and_closes_by_keyboard(page: Chromium) -> None:
    """Enter on a row's button opens it and closes it again, and the state is told."""
    page.run("document.querySelector('tr.row button').focus()")
    page.press("Enter", 13)
    assert page.run("document.querySelectorAll('.panel').length") == 1
    assert page.run("document.querySelector('tr.row button').getAttribute('aria-expanded')") == "true"
    page.press("Enter", 13)
    assert page.run("document.querySelectorAll('.panel').length") == 0


def test_an_opened_row_shows_all_parts(page: Chromium) -> None:
    """An opened row has waterfall, thread with labelled evidence, next steps, innocent reasons, unseen, the disclaimer."""
    page.run("document.querySelector('tr.row button').click()")
    titles = page.run("Array.from(document.querySelectorAll('.panel h3')).map(h => h.textContent)")
    for title in (
        "Why: from base rate to risk",
        "Thread, with what shows each sign",
        "Next steps",
        "It may be innocent",
        "What was not seen",
    ):
        assert title in titles
    assert page.run("document.querySelectorAll('.panel mark').length") > 0
    assert page.run("document.querySelectorAll('.panel .label').length") > 0
    assert "never a verdict on a person" in page.run("document.querySelector('.panel > header').textContent")


def test_the_waterfall_adds_up_as_shown(page: Chromium) -> None:
    """The points that stand in an opened row add up from the base rate to the risk as shown."""
    page.run("document.querySelector('tr.row button').click()")
    shown = page.run("Array.from(document.querySelectorAll('.fall .pts')).map(p => p.textContent)")
    values = [float(x.replace("−", "-").replace("±", "").replace(" %", "")) for x in shown]
    assert sum(values[:-1]) == pytest.approx(values[-1], abs=1e-9)


def test_a_quotation_leads_to_its_place(page: Chromium) -> None:
    """A click on a quotation puts the focus on the marked words in the thread, which say the same."""
    page.run("document.querySelector('tr.row button').click()")
    page.run("document.querySelector('.quote button').click()")
    assert page.run("document.activeElement.tagName") == "MARK"
    assert page.run(
        "document.querySelector('.quote button').textContent.includes(document.activeElement.textContent)"
    )


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_runs_out_at_the_side(page: Chromium, width: int) -> None:
    """On phone, tablet and desktop an opened report does not scroll sideways."""
    page.resize(width, 800, mobile=width < 700)
    page.run("document.querySelector('#open-all').click()")
    assert page.run("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("dark", [False, True])
def test_text_has_contrast(page: Chromium, dark: bool) -> None:
    """Text in light and dark has a contrast of 4.5 or more against its background."""
    page.resize(1280, 900, dark=dark)
    page.run("document.querySelector('tr.row button').click()")
    worst = page.run("""(() => {
      const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
      const lum = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126*r + .7152*g + .0722*b; };
      const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
      let worst = [99, ''];
      for (const e of document.querySelectorAll('p,li,td,th,dt,dd,h1,h2,h3,mark,.label,.pill,small,label,figcaption,.quote,.cite,.todo,.signs span,summary,code,select,input,header,.lead *,button:not(:disabled)')) {
        if (!(e.textContent.trim() || e.value) || !e.offsetParent) continue;
        const a = lum(parse(getComputedStyle(e).color).slice(0, 3)), b = lum(behind(e));
        const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        if (ratio < worst[0]) worst = [ratio, e.className + ' ' + e.textContent.slice(0, 30)];
      }
      return worst; })()""")
    assert worst[0] >= 4.5, worst


def test_controls_have_names(page: Chromium) -> None:
    """Every button, field and choice has a name that a screen reader can say."""
    page.run("document.querySelector('tr.row button').click()")
    tree = page.send("Accessibility.getFullAXTree")["nodes"]
    bare = [
        node
        for node in tree
        if node.get("role", {}).get("value")
        in ("button", "checkbox", "combobox", "searchbox", "region", "table")
        and not node.get("ignored")
        and not node.get("name", {}).get("value")
    ]
    assert bare == []


def test_printing_shows_all_rows(page: Chromium) -> None:
    """Before printing the table shows all rows that match, not one page, and afterwards the page again."""
    page.run("window.dispatchEvent(new Event('beforeprint'))")
    assert len(page.run(NUMBERS)) == 81
    page.run("window.dispatchEvent(new Event('afterprint'))")
    assert len(page.run(NUMBERS)) == 50


def test_pages_hold_fifty_of_five_thousand(browser: Chromium, tmp_path: Path) -> None:
    """A report of 5,000 approaches makes fifty rows at a time, sorts and filters all of them, and has no error."""
    page = report.render_report(assessed(80), base_rate=BASE_RATE, model=model())
    path = tmp_path / "large.html"
    path.write_text(with_rows(page, 5000), encoding="utf-8")
    browser.resize(1280, 900)
    browser.open(path)
    assert browser.run("document.querySelectorAll('tr.row').length") == 50
    assert "of 5,000" in browser.run("document.querySelector('#status').textContent")
    browser.run("document.querySelector('th[data-key=row] button').click()")
    browser.run("document.querySelector('th[data-key=row] button').click()")
    assert browser.run(NUMBERS)[0] == 5000
    assert browser.problems == []


def test_filters_are_cleared_at_once(page: Chromium) -> None:
    """A button that is there only while something is filtered takes every filter away."""
    assert page.run("document.querySelector('#clear').hidden")
    page.run("document.querySelector('input[data-band=\"0\"]').click()")
    page.run(
        "(() => { const s = document.querySelector('#sign'); s.selectedIndex = 3; s.dispatchEvent(new Event('change')); })()"
    )
    page.run("document.querySelector('#clear').click()")
    assert page.run("document.querySelector('#status').textContent").startswith("Rows 1 to 50 of 81;")
    assert page.run("document.querySelector('input[data-band=\"0\"]').checked")
    assert page.run("document.querySelector('#clear').hidden")


def test_campaigns_filter(browser: Chromium, tmp_path: Path) -> None:
    """Choosing a campaign, from the list or from the table of campaigns, leaves its approaches."""
    rows = [(replace(a, campaign="first" if n % 4 else "second <i>"), s, n) for a, s, n in assessed(80)]
    campaigns = pd.DataFrame({"risk_campaign": ["first", "second <i>"], "approaches": [60, 20]})
    path = write_report(rows, tmp_path / "c.html", base_rate=BASE_RATE, model=model(), campaigns=campaigns)
    browser.open(path)
    second = [n for n in range(1, 81) if n % 4 == 0]
    browser.run("document.querySelectorAll('[data-campaign]')[1].click()")
    assert sorted(browser.run(NUMBERS)) == second
    browser.run(
        "(() => { const c = document.querySelector('#campaign'); c.value = 'first'; c.dispatchEvent(new Event('change')); })()"
    )
    assert "of 60 that match" in browser.run("document.querySelector('#status').textContent")
    assert browser.run("document.querySelectorAll('i').length") == 0


def test_without_campaigns_there_is_no_such_filter(page: Chromium) -> None:
    """The choice of campaigns is shown only where there are any."""
    assert page.run("document.querySelector('#pick-campaign').hidden")


def test_one_row_tells_the_story(page: Chromium) -> None:
    """A row of the table says risk, interval, band, signs, a quotation and the next step."""
    text = page.run(f"{ROWS}[0].textContent")
    for part in ("%", "80 percent interval", "high", "\u201c", "Next: "):
        assert part in text


def test_smaller_parts_are_folded_and_open(page: Chromium) -> None:
    """Small parts of the waterfall are folded behind a button that says how many; none is lost."""
    page.run("document.querySelector('#open-all').click()")
    folded = page.run(
        "(() => { const b = document.querySelector('.fall .more button'); const t = b.closest('table').querySelector('.small');"
        " const before = t.hidden; b.click(); return [before, t.hidden, b.getAttribute('aria-expanded'),"
        " t.querySelectorAll('.pts').length, b.textContent]; })()"
    )
    assert folded[:3] == [True, False, "true"]
    assert f"{folded[3]} smaller parts" in folded[4]


def test_messages_without_evidence_are_folded_and_open(browser: Chromium, tmp_path: Path) -> None:
    """Three or more messages in a row that show nothing stand behind a button; it shows them and takes the focus there."""
    talk = [Message("Lovely weather here today."), *(Message(f"And then it rained, {n}.") for n in range(5))]
    signs = Message("Our client can't be named and pays $900 in cash for each report. Tell nobody.")
    path = write_report(
        [one(Approach("x", (*talk, signs)))], tmp_path / "t.html", base_rate=BASE_RATE, model=model()
    )
    browser.open(path)
    browser.run("document.querySelector('tr.row button').click()")
    shown = "Array.from(document.querySelectorAll('.msg')).filter(m => !m.hidden).length"
    assert browser.run(shown) == 2
    browser.run("document.querySelector('.fold button').click()")
    assert browser.run(shown) == 7
    assert "rained, 0" in browser.run("document.activeElement.textContent")


def test_escape_closes_the_opened_approach(page: Chromium) -> None:
    """Escape inside of an opened approach closes it and puts the focus back on its row."""
    page.run("document.querySelector('tr.row button').click()")
    page.run("document.querySelector('.panel button').focus()")
    page.press("Escape", 27)
    assert page.run("document.querySelectorAll('.panel').length") == 0
    assert page.run("document.activeElement === document.querySelector('tr.row button')")


def test_keyboard_alone_reaches_everything(page: Chromium) -> None:
    """Tab goes from the skip link through search, choices, bands, headings to the first row; each has a visible focus."""
    seen = []
    for _ in range(24):
        page.press("Tab", 9)
        seen.append(
            page.run(
                "(() => { const e = document.activeElement; const s = getComputedStyle(e.closest('.chip') || e);"
                " return [e.id || e.dataset.band || e.dataset.row && 'row' || e.textContent.slice(0, 20),"
                " s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2]; })()"
            )
        )
        if seen[-1][0] == "row":
            break
    names = [name for name, _ in seen]
    assert names[0].startswith("Skip to the table")
    assert {"q", "sign", "0", "4", "open-all", "Risk", "Approach", "row"} <= set(names)
    assert [name for name, visible in seen if not visible] == []


def test_headings_and_landmarks_stand_in_order(page: Chromium) -> None:
    """One h1, no level left out, one main, header and footer, a named search and a language."""
    page.run("document.querySelector('tr.row button').click()")
    levels = page.run("Array.from(document.querySelectorAll('h1,h2,h3,h4')).map(h => Number(h.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert page.run("document.documentElement.lang") == "en"
    assert page.run("['main', 'body > header', 'body > footer', '[role=search][aria-label]']"
                    ".map(s => document.querySelectorAll(s).length)") == [1, 1, 1, 1]  # fmt: skip
    assert page.run(
        "(() => { const ids = Array.from(document.querySelectorAll('[id]')).map(e => e.id); return ids.length === new Set(ids).size; })()"
    )


def test_the_way_it_is_sorted_is_said(page: Chromium) -> None:
    """The live status names column and direction, so that sorting is heard; the choice for phones does the same."""
    page.run("document.querySelector('th[data-key=date] button').click()")
    assert page.run("document.querySelector('#status').textContent").endswith(
        "by first message, latest first"
    )
    page.run("(() => { const s = document.querySelector('#sort'); s.value = 'risk up'; s.dispatchEvent(new Event('change')); })()")  # fmt: skip
    assert page.run("document.querySelector('#status').textContent").endswith("by risk, lowest first")
    assert page.run("document.querySelector('th[data-key=risk]').getAttribute('aria-sort')") == "ascending"
