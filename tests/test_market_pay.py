"""Promises of the pay references, job titles and the comparison with the market."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitrisk.approach import Approach, Message
from recruitrisk.evidence.payment import level_finding, offers
from recruitrisk.market import PayFinding, convert, find_pay, occupation, pay_ratio, reference_pay
from recruitrisk.market.currencies import currency_country
from recruitrisk.market.tables import read_table
from recruitrisk.market.titles import high_market
from recruitrisk.reading import approaches_from_frame
from recruitrisk.scoring import Scorer
from recruitrisk.scoring.columns import scored_cells

DATA = Path(__file__).parent / "data"


def _compare(text: str, **known: object) -> PayFinding:
    found = pay_ratio(find_pay(text)[0], **known)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_titles_top_one() -> None:
    """At least 85 % of the hand-labelled titles get the right group first, verbatim in the index or not."""
    with (DATA / "titles.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 300
    verbatim = {row["title"] for row in read_table("titles.csv")}
    right, fresh, fresh_right = 0, 0, 0
    for row in rows:
        job = occupation(row["title"], row["country"])
        hit = (job.code if job else "") == row["group"]
        right += hit
        if row["title"].lower() not in verbatim:
            fresh, fresh_right = fresh + 1, fresh_right + hit
    assert right / len(rows) >= 0.85
    assert fresh >= 100
    assert fresh_right / fresh >= 0.85


def test_titles_groups_exist() -> None:
    """Every group of the title index has a pay reference."""
    for row in read_table("titles.csv"):
        assert reference_pay(row["group_us"], "US") is not None, row
        assert reference_pay(row["group_gb"], "GB") is not None, row


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Junior Developer", "junior"),
        ("Policy adviser", "ordinary"),
        ("Senior policy adviser", "senior"),
        ("Head of Policy", "head"),
        ("CTO", "executive"),
    ],
)
def test_seniority(title: str, level: str) -> None:
    """Seniority words are read."""
    job = occupation(title, "GB")
    assert job is not None
    assert job.seniority == level


@pytest.mark.parametrize("title", ["", "   ", "Zorblax of Quuxes", "12345", "🙂", "!!!"])
def test_unknown_title(title: str) -> None:
    """A title that the index does not explain is unknown, not guessed."""
    assert occupation(title, "GB") is None


def test_every_row_is_cited() -> None:
    """Every row of every table of facts names its source."""
    for name in (
        "reference_groups",
        "fx_ecb",
        "ppp",
        "eu_hourly_2018",
        "titles",
        "high_markets",
        "known_names",
        "phone_codes",
        "link_hosts",
    ):
        for row in read_table(f"{name}.csv"):
            assert row["source"].strip(), (name, row)


def test_topcoded_is_at_least() -> None:
    """A top-coded figure is kept as at least that much, never as missing."""
    surgeons = reference_pay("11-1011", "US")
    assert surgeons is not None
    assert (surgeons.p90, surgeons.p90_at_least) == (239200.0, True)


def test_other_country_says_so() -> None:
    """A country without its own reference gets British figures by purchasing power and says so."""
    home, away = reference_pay("2134", "GB"), reference_pay("2134", "DE")
    assert home is not None
    assert away is not None
    assert away.currency == "EUR"
    assert not away.is_local
    assert "no local reference for DE" in away.basis


@pytest.mark.parametrize(("group", "country"), [("99-9999", "US"), ("2134", "ZZ"), ("nope", "GB")])
def test_no_reference(group: str, country: str) -> None:
    """Where nothing is known there is no reference."""
    assert reference_pay(group, country) is None


@given(
    st.floats(1, 1e7),
    st.sampled_from(["USD", "GBP", "EUR", "JPY", "INR", "CHF", "AED"]),
    st.sampled_from(["USD", "GBP", "EUR", "CNY", "SEK"]),
)
def test_convert_there_and_back(amount: float, one: str, other: str) -> None:
    """Converting there and back gives the same amount."""
    there = convert(amount, one, other, 2024)
    assert there is not None
    assert convert(there, other, one, 2024) == pytest.approx(amount)


@pytest.mark.parametrize(
    "text", ["$300 per report", "$450 per report", "600 USD a report", "$500 for a 5-page report"]
)
def test_ordinary_piece_work_is_quiet(text: str) -> None:
    """Ordinary freelance piece work is near the market and hardly shows."""
    found = _compare(text, recipient_country="US")
    assert found.ratio is not None
    assert 0.5 < found.ratio < 1.5
    assert found.strength < 0.15


@pytest.mark.parametrize("text", ["1,500 USD for 5 pages", "1,500 to 3,000 dollars for six to ten pages"])
def test_published_approach_is_three_times(text: str) -> None:
    """The published approaches come out at about three times the market."""
    found = _compare(text, recipient_country="US")
    assert found.ratio is not None
    assert 2.4 < found.ratio < 3.6
    assert found.strength > 0.5


@pytest.mark.parametrize(
    ("text", "role", "country"),
    [
        ("£800 per day", "Senior Site Reliability Engineer", "GB"),
        ("$650k total compensation", "Quantitative Researcher", "US"),
        ("£1,500 a day", "Interim CFO", "GB"),
        ("£120 per hour", "Locum consultant anaesthetist", "GB"),
        ("£700 a day", "Offshore drilling supervisor", "GB"),
        ("£550 per day", "Software engineer", "GB"),
        ("$350k base", "VP Engineering", "US"),
        ("$180,000 - $240,000 per year", "Staff Software Engineer", "US"),
        ("$900 per hour", "Expert consultation", "US"),
        ("$300 for a 60-minute call", "", "US"),
        ("£95,000 a year", "Head of Policy", "GB"),
        ("£52,000 per year", "Policy adviser", "GB"),
        ("$95/hour", "Data scientist", "US"),
        ("£600 a day", "Business analyst", "GB"),
        ("£420 per day", "Project manager", "GB"),
    ],
)
def test_truly_high_markets_are_no_alarm(text: str, role: str, country: str) -> None:
    """Offers that are usual in truly high markets stay under a third of full strength."""
    assert _compare(text, role_title=role, recipient_country=country).strength < 0.33


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("£2,400 a day", {"role_title": "Policy researcher", "recipient_country": "GB"}),
        (
            "£2,000 per report",
            {
                "recipient_title": "Parliamentary researcher",
                "recipient_country": "GB",
                "recipient_pay": 36000.0,
            },
        ),
        (
            "$14,000 monthly for 5 hours a week",
            {"recipient_title": "Policy analyst", "recipient_country": "US", "recipient_pay": 90000.0},
        ),
        ("$3,000 per memo", {"recipient_country": "US"}),
        ("$800 per page", {"recipient_country": "US"}),
        ("£9,000 a month", {"role_title": "Research assistant", "recipient_country": "GB"}),
    ],
)
def test_far_above_market_shows(text: str, known: dict[str, object]) -> None:
    """Offers far above the market for that work and person show strongly."""
    assert _compare(text, **known).strength > 0.6


def test_both_must_be_out_of_line() -> None:
    """An offer above the market that the recipient earns anyway hardly shows."""
    alone = _compare("£180,000 a year", role_title="Policy adviser", recipient_country="GB")
    earned = _compare(
        "£180,000 a year", role_title="Policy adviser", recipient_country="GB", recipient_pay=170000.0
    )
    assert alone.strength > 0.6
    assert earned.strength < 0.1


@given(st.integers(200, 20000), st.integers(1, 5000))
def test_strength_grows_with_the_offer(base: int, more: int) -> None:
    """More for the same work never shows less."""
    known = {"recipient_title": "Policy analyst", "recipient_country": "US", "recipient_pay": 90000.0}
    assert (
        _compare(f"${base + more} per report", **known).strength
        >= _compare(f"${base} per report", **known).strength
    )


def test_sentence_names_the_reference() -> None:
    """The sentence tells the ratio, the group, the source and its year."""
    found = _compare("£120,000 per year", role_title="Policy adviser", recipient_country="GB")
    assert found.sentence.startswith(
        "2.6 times the UK median for business, media and public service professionals, ONS 2024"
    )


def test_sentence_tells_a_borrowed_reference() -> None:
    """Where the reference is borrowed from another country the sentence says so."""
    found = _compare("€90,000 per year", role_title="Policy adviser", recipient_country="DE")
    assert "the UK median" in found.sentence
    assert "moved to DE by purchasing power" in found.sentence


def test_assumptions_are_told() -> None:
    """What was assumed about pages and hours stands in the sentence."""
    assert "16 hours a report" in _compare("$2,000 per report", recipient_country="US").sentence


@pytest.mark.parametrize("text", ["£50", "day rate 650", "package around 420k"])
def test_nothing_known_gives_nothing(text: str) -> None:
    """Without a unit or without any currency and country there is no finding."""
    assert pay_ratio(find_pay(text)[0]) is None


def test_import_is_fast_and_lean() -> None:
    """Importing takes under 30 ms of processor time and loads no numpy, pandas or suffix list."""
    code = (
        "import sys, time, re, csv, dataclasses, unicodedata, pathlib, typing, datetime, math, functools, "
        "collections;"
        "t = time.process_time(); import recruitrisk.market; d = time.process_time() - t;"
        "bad = {'numpy', 'pandas', 'publicsuffixlist', 'rapidfuzz'} & set(sys.modules);"
        "print(d); sys.exit(1 if bad else 0)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        for _ in range(5)
    ]
    assert all(run.returncode == 0 for run in runs), runs[0].stderr
    assert min(float(run.stdout) for run in runs) < 0.03


def test_titles_never_tuned_on() -> None:
    """At least 80 % of the titles that the index was never fitted to get the right group first.

    `titles_fresh.csv` was labelled before it was first run (86.5 % then). Do not add entries to the
    index because of its misses: write new titles instead, and move these to `titles.csv`.
    """
    with (DATA / "titles_fresh.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    right = 0
    for row in rows:
        job = occupation(row["title"], row["country"])
        right += (job.code if job else "") == row["group"]
    assert len(rows) >= 100
    assert right / len(rows) >= 0.80


def _points(name: str, column: str) -> list[tuple[str, float | None]]:
    frame = pd.read_csv(DATA / name, dtype=str, keep_default_na=False)
    approaches, _ = approaches_from_frame(frame.drop(columns=column))
    found = [level_finding(a, offers(a)) for a in approaches]
    return [(mark, f.points if f else None) for mark, f in zip(frame[column], found, strict=True)]


def test_high_offers_are_no_alarm_by_level() -> None:
    """None of the honest offers of truly high markets shows by its level, and nearly each is compared with something."""
    found = _points("high_offers.csv", "market")
    assert len(found) >= 60
    assert [row for row in found if row[1] is not None and row[1] >= 0.4] == []
    assert sum(points is not None for _, points in found) >= 60


def test_probes_by_level() -> None:
    """Of own probe sentences the level of pay alone flags hits, and hardly a near miss."""
    found = _points("pay_probes.csv", "shows")
    flagged = [mark for mark, points in found if points is not None and points >= 0.4]
    assert len(found) >= 120
    assert flagged.count("1") / len(flagged) >= 0.9
    assert flagged.count("1") / sum(mark == "1" for mark, _ in found) >= 0.45


def test_pay_within_the_market_speaks_against() -> None:
    """An ordinary salary gives points against the sign, one far above gives points for it, a sum of unknown use few."""
    known = {"recipient_title": "Policy adviser", "recipient_country": "GB", "recipient_pay": 46000.0}
    points = []
    for text in ("£48,000 a year", "£190,000 a year", "we found £5,000 for it"):
        approach = Approach("a", (Message(text),), known)
        found = level_finding(approach, offers(approach))
        assert found is not None
        points.append(found.points)
    ordinary, high, unsaid = points
    assert ordinary < -0.5
    assert high > 0.5
    assert abs(unsaid) <= 0.35


def test_hours_said_elsewhere_count() -> None:
    """Monthly pay for a few hours a week is compared by those hours, wherever in the thread they stand."""
    known = {"recipient_title": "Policy adviser", "recipient_country": "GB", "recipient_pay": 46000.0}
    full = Approach("a", (Message("£3,500 a month."),), known)
    part = Approach("a", (Message("£3,500 a month."), Message("It takes two hours a week.")), known)
    one, other = level_finding(full, offers(full)), level_finding(part, offers(part))
    assert one is not None
    assert other is not None
    assert one.points < 0 < other.points
    assert "9 hours of work a month, as written" in other.says


def test_project_of_unknown_length() -> None:
    """A task of unknown length is compared with a week of work, and the sentence says so."""
    found = _compare("a fixed fee of £6,000", recipient_country="GB", recipient_pay=46000.0)
    assert "40 hours a project" in found.sentence
    assert found.trust < 1
    assert found.strength > 0.3


def test_salary_abroad_is_compared_there() -> None:
    """A salary in the currency of another country is compared with that country's market and prices."""
    found = _compare(
        "CHF 88,000 a year", role_title="Policy adviser", recipient_country="UA", recipient_pay=600000.0, recipient_pay_currency="UAH"
    )  # fmt: skip
    assert "moved to CH" in found.reference
    assert found.strength < 0.3


@pytest.mark.parametrize(
    ("code", "country"), [("CHF", "CH"), ("GBP", "GB"), ("EUR", None), ("XOF", None), ("ZZZ", None)]
)
def test_currency_country(code: str, country: str | None) -> None:
    """Only a currency of one country tells a country."""
    assert currency_country(code) == country


def test_crowns_are_no_pounds() -> None:
    """Crowns without a country are taken for Swedish or Norwegian ones and never for the recipient's own money."""
    found = _compare("60 000 kr a month", recipient_title="Solicitor", recipient_country="GB")
    assert found.strength < 0.2


def test_expert_calls_go_by_rank() -> None:
    """The same hour is ordinary for a director and far above for a junior; without the own pay it is doubted less."""
    rate = {"role_title": "Expert call", "recipient_country": "US"}
    director = _compare("$700 per hour", **rate, recipient_pay=320000.0)
    junior = _compare("$700 per hour", **rate, recipient_pay=45000.0)
    unknown = _compare("$700 per hour", **rate)
    assert director.strength < 0.3 < 0.6 < junior.strength
    assert unknown.strength < 0.3


def test_without_occupation_the_upper_end_of_all() -> None:
    """Where no occupation is known the upper end of all employees stands in, and the sentence says so."""
    high, usual = _compare("£40,000 a month"), _compare("£5,000 a month")
    assert "90th percentile for all employees, ONS 2024" in high.reference
    assert high.strength > 0.5
    assert usual.strength < 0.1


def test_prose_does_not_make_an_executive() -> None:
    """In running text ``partner`` and ``board`` are no high market; an SRE is."""
    assert high_market("our partner and the board pay", prose=True) is None
    assert high_market("SRE wanted at a bank", prose=True) is not None


def test_every_finding_names_its_reference() -> None:
    """Every comparison of the own probes and high offers says of which reference its ratio is."""
    for name, column in (("high_offers.csv", "market"), ("pay_probes.csv", "shows")):
        frame = pd.read_csv(DATA / name, dtype=str, keep_default_na=False)
        approaches, _ = approaches_from_frame(frame.drop(columns=column))
        for approach in approaches:
            found = level_finding(approach, offers(approach))
            if found is not None:
                assert any(w in found.says for w in ("ONS 2024", "BLS 2024", "own judgement", "own pay")), (
                    found.says
                )


def test_reason_names_the_reference() -> None:
    """What the user reads beside the risk has the ratio with its reference, not only the quotation."""
    text = "We pay £24,000 a month for a policy adviser, a few notes are all, and it stays between us. Who reads them I can't say."
    known = {"recipient_title": "Policy adviser", "recipient_country": "GB", "recipient_pay": 46000.0}
    ((approach, assessment),) = Scorer().assess([Approach("a", (Message(text),), known)])
    reasons = str(scored_cells(approach, assessment)["risk_reasons"])
    assert "£24,000 a month" in reasons
    assert "ONS 2024" in reasons
