"""The catalogue keeps its promises: every pattern does what its examples say, every entry is complete."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import re2  # type: ignore[import-untyped]

from recruitrisk.approach import COLUMNS
from recruitrisk.errors import UsageError
from recruitrisk.indicators import (
    CATALOGUE,
    Indicator,
    Pattern,
    as_dict,
    ids,
    indicator,
    version,
)
from recruitrisk.indicators.document import as_markdown, as_text
from recruitrisk.indicators.vocabulary import pattern

ROOT = Path(__file__).parent.parent
STRONG = {"insider_information", "secrecy_request", "opaque_payment", "coercion", "escalation"}
RAISES = [
    "cover_company",
    "identity_mismatch",
    "thin_profile",
    "vague_client",
    "vague_role",
    "intermediary_chain",
    "pay_above_market",
    "pay_per_report",
    "opaque_payment",
    "early_sweetener",
    "off_platform_move",
    "fast_off_platform",
    "evades_verification",
    "report_commission",
    "insider_information",
    "access_interest",
    "network_mapping",
    "early_cv_request",
    "escalation",
    "device_or_software",
    "secrecy_request",
    "flattery",
    "rapport_cultivation",
    "vulnerability_probe",
    "donation_leverage",
    "coercion",
    "paid_travel",
    "urgency_scarcity",
    "no_vetting",
]
LOWERS = [
    "named_client",
    "public_reference",
    "stated_terms",
    "formal_process",
    "invites_verification",
    "boundary_notice",
]
OTHER_LANGUAGES = {"de", "fr", "nl", "es", "pl", "zh"}
MANY_LANGUAGES = [
    "off_platform_move",
    "opaque_payment",
    "pay_per_report",
    "report_commission",
    "insider_information",
    "secrecy_request",
    "network_mapping",
    "early_cv_request",
]

each_indicator = pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.id)
each_pattern = pytest.mark.parametrize(
    ("entry", "number"),
    [(e, n) for e in CATALOGUE for n in range(len(e.patterns))],
    ids=lambda v: getattr(v, "id", v),
)
each_veto = pytest.mark.parametrize(
    ("entry", "number"),
    [(e, n) for e in CATALOGUE for n in range(len(e.vetoes))],
    ids=lambda v: getattr(v, "id", v),
)


def _matches(one: Pattern, text: str) -> bool:
    return re2.search(one.regex, text.lower()) is not None


def _vetoed(entry: Indicator, text: str) -> bool:
    return any(_matches(veto, text) for veto in entry.vetoes)


def _hits(entry: Indicator, text: str) -> list[str]:
    """Patterns of `entry` that fire on a sentence, none when a veto silences it."""
    return [] if _vetoed(entry, text) else [p.regex for p in entry.patterns if _matches(p, text)]


def _shown(entry: Indicator, **columns: float | bool) -> float:
    """Strength by columns: the points of all rules that hold, clipped to 0..1."""
    points = 0.0
    for rule in entry.fields:
        if rule.column in columns:
            value = columns[rule.column]
            holds = {
                "below": value < rule.value,
                "at_least": value >= rule.value,
                "is_yes": value is True,
                "is_no": value is False,
            }[rule.operator]
            points += rule.points if holds else 0.0
    return min(1.0, max(0.0, points))


@each_pattern
def test_pattern_fires(entry: Indicator, number: int) -> None:
    """A pattern compiles under RE2 and matches its own examples, which no veto silences."""
    one = entry.patterns[number]
    assert one.fires, "a pattern needs an example"
    for text in one.fires:
        assert _matches(one, text), text
        assert not _vetoed(entry, text), text


@each_pattern
def test_pattern_silent(entry: Indicator, number: int) -> None:
    """A pattern does not match its traps, or a veto silences them."""
    one = entry.patterns[number]
    for text in one.silent:
        assert not _matches(one, text) or _vetoed(entry, text), text


@each_veto
def test_veto_fires(entry: Indicator, number: int) -> None:
    """A veto compiles under RE2 and matches its examples only."""
    veto = entry.vetoes[number]
    assert veto.fires, "a veto needs an example"
    assert all(_matches(veto, text) for text in veto.fires), veto.fires
    assert not any(_matches(veto, text) for text in veto.silent), veto.silent


@each_indicator
def test_examples_fire(entry: Indicator) -> None:
    """Every sentence under `fires` is found by a pattern."""
    assert 3 <= len(entry.fires) <= 8
    missed = [text for text in entry.fires if entry.patterns and not _hits(entry, text)]
    assert missed == []


@each_indicator
def test_examples_silent(entry: Indicator) -> None:
    """No pattern fires on a sentence under `silent`."""
    assert 4 <= len(entry.silent) <= 8
    assert {text: hits for text in entry.silent if (hits := _hits(entry, text))} == {}


@each_indicator
def test_entry_complete(entry: Indicator) -> None:
    """Names are snake_case, texts are there, the family is the file, links are links."""
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", entry.id)
    assert (ROOT / "recruitrisk" / "indicators" / f"{entry.family}.py").exists()
    for text in (entry.reviewer, entry.absent, entry.name, entry.next_step):
        assert text
        assert not text.endswith("."), text
    assert entry.definition.endswith(".")
    assert entry.sources
    for each in entry.sources:
        assert each.link.startswith("https://")
        assert all((each.says, each.advisory, each.date))
    assert set(entry.seen_in) <= set("PCOMD")
    assert 1 <= len(entry.innocent) <= 4
    assert entry.measures
    assert len(set(entry.measures)) == len(entry.measures)
    assert ("patterns" in entry.measures) == bool(entry.patterns)
    assert ("fields" in entry.measures) == bool(entry.fields)
    assert 0 <= entry.rates.genuine <= 1
    assert 0 <= entry.rates.risky <= 1
    assert (entry.rates.risky > entry.rates.genuine) == (entry.direction == "raises")


@each_indicator
def test_strength_in_range(entry: Indicator) -> None:
    """A match is worth 0.5 (shown) to 0.95 (never certain)."""
    assert all(0.5 <= one.strength <= 0.95 for one in entry.patterns)


@each_indicator
def test_enough_patterns(entry: Indicator) -> None:
    """An indicator of text has at least four patterns, and none stands there twice."""
    assert len(entry.patterns) >= 4
    assert len({one.regex for one in entry.patterns}) == len(entry.patterns)


@each_indicator
def test_known_columns(entry: Indicator) -> None:
    """Rules test columns of the data contract, or the two ages derived from it; points stay in range."""
    known = {column.name for column in COLUMNS} | {"account_age_months", "company_age_years"}
    for rule in entry.fields:
        assert rule.column in known
        assert -1 <= rule.points <= 1
        assert rule.points != 0
        assert not rule.says.endswith(".")


@pytest.mark.parametrize("name", MANY_LANGUAGES)
def test_languages(name: str) -> None:
    """The main text signs have patterns in six languages beside English."""
    assert {one.lang for one in indicator(name).patterns} == OTHER_LANGUAGES | {"en"}


def test_catalogue_is_that_of_the_advisories() -> None:
    """29 signs raise, six lower, ids are unique, and the strong ones are as decided."""
    assert sorted(each.id for each in CATALOGUE if each.direction == "raises") == sorted(RAISES)
    assert [each.id for each in CATALOGUE if each.direction == "lowers"] == LOWERS
    assert len(set(ids())) == len(CATALOGUE) == 35
    assert {each.id for each in CATALOGUE if each.strong} == STRONG


def test_lookup() -> None:
    """An id leads to its indicator; a wrong one to an error that has the near names."""
    assert indicator("vague_client").id == "vague_client"
    with pytest.raises(UsageError, match="vague_client"):
        indicator("vage_client")
    with pytest.raises(UsageError, match="ids"):
        indicator("zzzzzz")


def test_version() -> None:
    """The version is twelve hexadecimal digits and the same at every call."""
    assert re.fullmatch(r"[0-9a-f]{12}", version())
    assert version() == version()


def test_as_dict_is_json() -> None:
    """Every declaration survives JSON."""
    for each in CATALOGUE:
        plain = as_dict(each)
        assert json.loads(json.dumps(plain)) == plain
        assert plain["patterns"][0]["regex"] == each.patterns[0].regex


def test_unknown_token() -> None:
    """A token that nobody declared is an error, not a literal."""
    with pytest.raises(UsageError, match="nonsense"):
        pattern(r"\b<nonsense>\b", "x")


def test_cover_company_columns() -> None:
    """A young, tiny firm that is registered stays under 0.5; no register entry does not."""
    entry = indicator("cover_company")
    small = {"company_age_years": 0.5, "company_employees": 2.0, "company_followers": 10.0}
    assert _shown(entry, **small, company_registered=True) < 0.5
    assert _shown(entry, **small) >= 0.5
    assert _shown(entry, company_registered=False) >= 0.5
    assert _shown(entry, company_age_years=0.5) < 0.5
    assert _shown(entry, company_employees=2.0, company_followers=10.0) < 0.5
    assert _shown(entry, company_registered=False, company_age_years=30.0, company_employees=900.0) < 0.5


def test_thin_profile_columns() -> None:
    """Nearly empty and unverified is shown; one weak fact is not; an old or verified account is not."""
    entry = indicator("thin_profile")
    empty = {"connections": 12.0, "recommendations": 0.0, "positions_listed": 1.0}
    assert _shown(entry, **empty, verified=False) >= 0.5
    assert _shown(entry, account_age_months=2.0) >= 0.5
    assert _shown(entry, account_age_months=8.0, connections=20.0) >= 0.5
    for column, value in empty.items():
        assert _shown(entry, **{column: value}) < 0.5
    assert _shown(entry, verified=False) < 0.5
    assert _shown(entry, account_age_months=8.0, verified=True) < 0.5
    assert (
        _shown(entry, account_age_months=120.0, recommendations=0.0, positions_listed=1.0, verified=False)
        < 0.5
    )


def test_docs_are_current() -> None:
    """docs/indicators.md is what the catalogue writes; `make docs` brings it up to date."""
    assert (ROOT / "docs" / "indicators.md").read_text(encoding="utf-8") == as_markdown()


def test_docs_name_everything() -> None:
    """The page has a section and a working entry in its contents for each indicator."""
    page = as_markdown()
    for each in CATALOGUE:
        assert f"### `{each.id}`: {each.name}" in page
        assert f"[`{each.id}`](#{each.id}-" in page


@each_indicator
def test_text_for_terminal(entry: Indicator) -> None:
    """The terminal text names the indicator and keeps to the width, links apart."""
    text = as_text(entry, width=70)
    assert text.startswith(f"{entry.id}: {entry.name}\n")
    assert all(len(line) <= 70 or "http" in line or ";" in line for line in text.splitlines())
