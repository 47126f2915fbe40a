"""Promises of the money parser: what is pay, how much, in what, for what, and in what time."""

from __future__ import annotations

import csv
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitrisk.market import Pay, find_pay, read_pay
from recruitrisk.market.currencies import currencies
from recruitrisk.market.quantities import read_load

TABLE = Path(__file__).parent / "data" / "money.csv"
CODES = sorted(code for code, known in currencies().items() if not known.is_coin)


def _fits(pay: Pay, expected: dict[str, object]) -> bool:
    for key, value in expected.items():
        got = getattr(pay, key)
        if isinstance(value, float) and isinstance(got, float):
            if abs(got - value) > 1e-3:
                return False
        elif got != value:
            return False
    return True


def test_table_of_forms() -> None:
    """Every row of the table is read as labelled: amounts, currency, unit and what else the row names."""
    with TABLE.open(encoding="utf-8") as file:
        rows = [(row["text"], json.loads(row["expected"])) for row in csv.DictReader(file)]
    assert len(rows) >= 400
    wrong = []
    for text, expected in rows:
        found = find_pay(text)
        if len(found) != len(expected) or not all(map(_fits, found, expected)):
            wrong.append(f"{text!r}: wanted {expected}, got {found}")
    assert not wrong, "\n".join(wrong)


def test_spans_are_exact() -> None:
    """Start and end cut exactly the quoted text out of the input, and the unit's words stand in it."""
    with TABLE.open(encoding="utf-8") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    for text in texts:
        for pay in find_pay(f"Hello. {text} Thanks."):
            assert f"Hello. {text} Thanks."[pay.start : pay.end] == pay.text
            assert pay.per_text in f"Hello. {text} Thanks."


def _grouped(amount: int, sign: str) -> str:
    return f"{amount:,}".replace(",", sign)


@given(
    amount=st.integers(100, 9_999_999),
    code=st.sampled_from(CODES),
    sign=st.sampled_from([",", ".", "'", "\u2019", " ", "\u00a0", ""]),
    before=st.booleans(),
    unit=st.sampled_from(
        ["hour", "day", "week", "month", "year", "report", "page", "call", "question", "project"]
    ),
)
def test_round_trip_of_formats(amount: int, code: str, sign: str, before: bool, unit: str) -> None:
    """An amount written with any grouping, its code before or behind, and a unit is read back equal."""
    number = _grouped(amount, sign)
    text = f"{code} {number} per {unit}" if before else f"{number} {code} per {unit}"
    (pay,) = find_pay(f"The fee: {text}, as agreed")
    assert (pay.low, pay.high, pay.currency, pay.unit) == (amount, amount, code, unit)


@given(
    cents=st.integers(10_000, 9_999_999),
    style=st.sampled_from(["en", "de", "ch", "fr"]),
    sign=st.sampled_from(
        [("£", "GBP"), ("€", "EUR"), ("$", "USD"), ("₹", "INR"), ("HK$", "HKD"), ("A$", "AUD")]
    ),
)
def test_round_trip_of_cents(cents: int, style: str, sign: tuple[str, str]) -> None:
    """An amount with cents is read back equal in the English, German, Swiss and French way of writing."""
    whole, part = divmod(cents, 100)
    group, point = {"en": (",", "."), "de": (".", ","), "ch": ("'", "."), "fr": ("\u202f", ",")}[style]
    text = f"{sign[0]}{_grouped(whole, group)}{point}{part:02d}"
    (pay,) = find_pay(f"we pay {text} per report")
    assert pay.low == pytest.approx(cents / 100)
    assert pay.currency == sign[1]


@given(
    low=st.integers(10, 400), more=st.integers(1, 90), dash=st.sampled_from(["-", "–", " - ", " to ", "—"])
)
def test_round_trip_of_ranges(low: int, more: int, dash: str) -> None:
    """A range in thousands is kept as a range, whichever side has the sign and the k."""
    for text in (
        f"£{low}k{dash}£{low + more}k",
        f"£{low}{dash}{low + more}k",
        f"{low}k{dash}{low + more}k GBP",
    ):
        (pay,) = find_pay(text)
        assert (pay.low, pay.high, pay.currency) == (low * 1000, (low + more) * 1000, "GBP")


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text raises, and every span is inside of it with low not above high."""
    for pay in find_pay(text):
        assert 0 <= pay.start < pay.end <= len(text)
        assert 0 < pay.low <= pay.high


@settings(max_examples=300)
@given(st.text(alphabet="0123456789.,'’ kKmM$£€-–/%:()+x", max_size=80))
def test_any_figures_are_read(text: str) -> None:
    """No mess of digits and signs raises."""
    for pay in find_pay(text):
        assert text[pay.start : pay.end] == pay.text


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "1,", "1 , ", "111 ", "000 000 ", "1.1,1 ", "9" * 50 + " ", ",", " "]
)
def test_hostile_input_is_linear(piece: str) -> None:
    """200 kB of digits, blanks and commas are read in under a second of processor time."""
    text = piece * (200_000 // len(piece))
    begin = time.process_time()
    find_pay(text)
    assert time.process_time() - begin < 1.0


@pytest.mark.parametrize(
    "piece", ["$1 ", "a 1 ", "pay 500 per report, ", "$500 not ", "one hundred ", "four-figure ", "£1-£2 to "]
)
def test_time_grows_linearly(piece: str) -> None:
    """Four times the text takes about four times the time, not sixteen, whatever it is made of."""
    times = []
    for size in (10_000, 40_000):
        text = piece * (size // len(piece))
        begin = time.process_time()
        find_pay(text)
        times.append(time.process_time() - begin)
    assert times[1] < 9 * times[0] + 0.05


@pytest.mark.parametrize(
    ("default", "currency"),
    [
        (None, "USD"),
        ("AUD", "AUD"),
        ("AU", "AUD"),
        ("CA", "CAD"),
        ("SG", "SGD"),
        ("GB", "USD"),
        ("EUR", "USD"),
    ],
)
def test_dollar_sign_goes_by_default(default: str | None, currency: str) -> None:
    """The dollar sign is the default's dollar where it has one, else the US dollar."""
    assert find_pay("$500 per report", default)[0].currency == currency


def test_bare_figure_takes_default() -> None:
    """A figure without any currency is in the default one, and of no currency without it."""
    assert find_pay("day rate 650", "GBP")[0].currency == "GBP"
    assert find_pay("day rate 650")[0].currency is None


def test_crowns_need_a_country() -> None:
    """``kr`` has a currency only where the country tells which."""
    assert find_pay("500 kr per day")[0].currency is None
    assert find_pay("500 kr per day", "NO")[0].currency == "NOK"


@pytest.mark.parametrize(
    ("cell", "currency", "period", "expected"),
    [
        ("650", "GBP", "day", (650, 650, "GBP", "day")),
        (650.0, "GBP", "day", (650, 650, "GBP", "day")),
        (2000, None, "report", (2000, 2000, None, "report")),
        ("40-50k", "EUR", "year", (40000, 50000, "EUR", "year")),
        ("£2,000 per report", "USD", None, (2000, 2000, "GBP", "report")),
        ("1.500", "EUR", "month", (1500, 1500, "EUR", "month")),
    ],
)
def test_cell_of_pay(
    cell: str | float, currency: str | None, period: str | None, expected: tuple[object, ...]
) -> None:
    """A cell known to hold pay is read with its neighbour columns, its own words first."""
    pay = read_pay(cell, currency, period)
    assert pay is not None
    assert (pay.low, pay.high, pay.currency, pay.unit) == expected


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "unit"),
    [
        ("£180k-£250k", 180000, 250000, "GBP", None),
        ("up to 120k GBP", 120000, 120000, "GBP", None),
        ("1.2M yen", 1200000, 1200000, "JPY", None),
        ("CHF 150'000", 150000, 150000, "CHF", None),
        ("1.500 €", 1500, 1500, "EUR", None),
        ("€1,500", 1500, 1500, "EUR", None),
        ("two thousand dollars", 2000, 2000, "USD", None),
        ("a four-figure sum", 1000, 9999, None, None),
        ("500/h", 500, 500, None, "hour"),
        ("day rate 650", 650, 650, None, "day"),
        ("900-1800 USD for 5-8 pages", 900, 1800, "USD", "report"),
        ("£2k per insight", 2000, 2000, "GBP", "report"),
        ("10k RMB cash", 10000, 10000, "CNY", None),
        ("0.5 BTC per report", 0.5, 0.5, "BTC", "report"),
        ("300 USDT for each answer", 300, 300, "USDT", "question"),
    ],
)
def test_forms_that_no_library_reads(
    text: str, low: float, high: float, currency: str | None, unit: str | None
) -> None:
    """The forms that the parser was asked for are read: scales, apostrophes, words, vague sums, units, coins."""
    (pay,) = find_pay(text)
    assert (pay.low, pay.high, pay.currency, pay.unit) == (low, high, currency, unit)


@pytest.mark.parametrize(
    "text",
    [
        "We raised $20m last year",
        "turnover of £240m",
        "a budget of €3 million",
        "a contract of £2m",
        "Referral bonus of £1,000",
    ],
)
def test_other_peoples_money_is_no_pay(text: str) -> None:
    """Funds, turnover, budgets, contracts and referral bonuses are no pay."""
    assert find_pay(text) == []


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("It takes 4-6 hours a month.", 5.0),
        ("a few hours a week", 4 * 52 / 12),
        ("two evenings a month", 5.0),
        ("for one call a week", 52 / 12),
        ("write two pages a week", 8 * 52 / 12),
    ],
)
def test_load(text: str, hours: float) -> None:
    """How much the work is said to take is read as hours a month."""
    found = read_load(text)
    assert found is not None
    assert found[0] == pytest.approx(hours)
    assert text[found[1] : found[2]] in text


@pytest.mark.parametrize(
    "text",
    ["We have one call a week.", "40 hours a week", "two hours a week of training", "see you in a week", ""],
)
def test_no_load(text: str) -> None:
    """A full week, a team's call and hours of training are not the work that is paid for."""
    assert read_load(text) is None


@pytest.mark.parametrize("cell", ["", "negotiable", "n/a", "-"])
def test_cell_without_amount(cell: str) -> None:
    """A cell without an amount gives nothing."""
    assert read_pay(cell, "GBP", "day") is None
