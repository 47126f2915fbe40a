"""Promises of the HTML report in a real headless Chromium. Skipped where there is none, but not under CI."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from chromium import Chromium, chromium_path
from reviewed import BASE_RATE, HOSTILE, assessed, model, one

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
    assert page.run("document.querySelector('#status').textContent") == "Rows 51 to 81 of 81"
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
        "From base rate to risk",
        "Thread, with what shows each sign",
        "Next steps",
        "It may be innocent",
        "What was not seen",
    ):
        assert title in titles
    assert page.run("document.querySelectorAll('.panel mark').length") > 0
    assert page.run("document.querySelectorAll('.panel .label').length") > 0
    assert "never a verdict on a person" in page.run("document.querySelector('.panel .lead').textContent")


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
      for (const e of document.querySelectorAll('p,li,td,th,dt,dd,h1,h2,h3,mark,.label,.pill,small,label,figcaption,.quote,button:not(:disabled)')) {
        if (!e.textContent.trim() || !e.offsetParent) continue;
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


def test_five_thousand_open_quickly(browser: Chromium, tmp_path: Path) -> None:
    """A report of 5,000 approaches is under 20 MB and opens in under 2 s."""
    some = assessed(80)
    rows = [(approach, assessment, n) for n, (approach, assessment, _) in enumerate(some * 63, 1)][:5000]
    path = write_report(rows, tmp_path / "large.html", base_rate=BASE_RATE, model=model())
    assert path.stat().st_size < 20_000_000
    browser.resize(1280, 900)
    assert browser.open(path) < 2.0
    assert browser.run("document.querySelectorAll('tr.row').length") == 50
