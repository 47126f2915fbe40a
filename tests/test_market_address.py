"""Promises about addresses, domains, phones and names of firms."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitrisk.market import (
    domain_of,
    find_addresses,
    firm_domain_fit,
    is_file_drop,
    is_free_mail,
    is_shortener,
    look_alike,
    phone_country,
    registered_domain,
)
from recruitrisk.market.address import phone_fits
from recruitrisk.market.names import known_names
from recruitrisk.market.tables import read_lines


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("jane@example.com", "example.com"),
        ("Jane Doe <JANE@Mail.Example.co.uk>", "mail.example.co.uk"),
        ("https://www.example.com/jobs?id=1", "example.com"),
        ("http://user:pw@example.org:8080/x", "example.org"),
        ("example.io", "example.io"),
        ("", None),
        ("not a domain", None),
        ("jane@", None),
    ],
)
def test_domain_of(address: str, host: str | None) -> None:
    """The host is cut out of mail addresses and links."""
    assert domain_of(address) == host


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("a.b.example.co.uk", "example.co.uk"),
        ("example.com", "example.com"),
        ("co.uk", None),
        ("x.mod.gov.uk", "mod.gov.uk"),
        ("a.com.cn", "a.com.cn"),
    ],
)
def test_registered_domain(host: str, domain: str | None) -> None:
    """Public suffixes of more than one label are known."""
    assert registered_domain(host) == domain


@pytest.mark.parametrize(
    "domain",
    [
        "gmail.com",
        "GMAIL.com",
        "x@qq.com",
        "163.com",
        "proton.me",
        "yandex.ru",
        "hotmail.co.uk",
        "gmx.de",
        "web.de",
        "mail.ru",
    ],
)
def test_free_mail(domain: str) -> None:
    """Providers of mailboxes for anybody are known."""
    assert is_free_mail(domain)


@pytest.mark.parametrize(
    "domain", ["baesystems.com", "parliament.uk", "example.com", "", "gmail.example.com", "notgmail.com"]
)
def test_not_free_mail(domain: str) -> None:
    """Firms' own domains are no free mail, even with a provider's name in front."""
    assert not is_free_mail(domain)


def test_lists_are_long_enough() -> None:
    """At least 150 providers and 150 known names ship, each once."""
    providers = read_lines("free_mail.txt")
    assert len(providers) == len(set(providers)) >= 150
    assert len(known_names()) >= 150


def test_known_names_are_not_alike() -> None:
    """No known domain is taken for a look-alike of another known one, and each fits its own name."""
    for name, domains in known_names().items():
        for domain in domains:
            assert look_alike(domain) is None, (name, domain)
            assert firm_domain_fit(name, domain) == 1.0, (name, domain)


@pytest.mark.parametrize(
    ("given_name", "known"),
    [
        ("rnckinsey.com", "McKinsey"),
        ("mckinsey-careers.com", "McKinsey"),
        ("deloitte-recruitment.net", "Deloitte"),
        ("baesystem.com", "BAE Systems"),
        ("bae-systems.com", "BAE Systems"),
        ("lockheedmartln.com", "Lockheed Martin"),
        ("hr@qinetiq.co", "QinetiQ"),
        ("kornferry-global.com", "Korn Ferry"),
        ("parliament-uk.org", "UK Parliament"),
        ("mod-gov-uk.com", "UK Government"),
        ("accentture.com", "Accenture"),
        ("xn--rlls-royce-ecb.com", "Rolls-Royce"),
        ("alphasights-experts.com", "AlphaSights"),
        ("Acenture Ltd", "Accenture"),
        ("Mckinsay & Company", "McKinsey"),
        ("Deloitte Global Talent", "Deloitte"),
    ],
)
def test_look_alike(given_name: str, known: str) -> None:
    """Confusable letters, small edits, added words and other endings of a known name are found."""
    found = look_alike(given_name)
    assert found is not None
    assert found.known == known


@pytest.mark.parametrize(
    "given_name",
    [
        "mckinsey.com",
        "jobs.lever.co",
        "halden-subsea.no",
        "smithandpartners.co.uk",
        "gmail.com",
        "BAE Systems plc",
        "Halden Subsea AS",
        "Northwind Advisory",
        "x.com",
        "uk.bp.com",
    ],
)
def test_not_look_alike(given_name: str) -> None:
    """Known ones themselves and names of their own are left alone."""
    assert look_alike(given_name) is None


def test_user_can_extend_known_names() -> None:
    """A user's own table of names is used instead of the shipped one."""
    own = {**known_names(), "Halden Subsea": ("haldensubsea.no",)}
    found = look_alike("haldensubsae.no", own)
    assert found is not None
    assert found.known == "Halden Subsea"


@pytest.mark.parametrize(
    ("firm", "domain", "low", "high"),
    [
        ("BAE Systems plc", "baesystems.com", 1.0, 1.0),
        ("BAE Systems plc", "bae-recruit.com", 0.0, 0.4),
        ("Boston Consulting Group", "bcg.com", 1.0, 1.0),
        ("Halden Subsea AS", "mail.haldensubsea.no", 1.0, 1.0),
        ("Northern Light Strategy Partners Ltd", "nlsp.co.uk", 0.85, 1.0),
        ("Orchid Advisory", "orchid-advisory.com", 1.0, 1.0),
        ("Orchid Advisory", "orchid.sg", 0.8, 1.0),
        ("Orchid Advisory", "someoneelse.com", 0.0, 0.2),
        ("Deloitte", "hr.deloitte@gmail.com", 0.0, 0.0),
        ("Smith & Jones LLP", "smithjones.com", 0.9, 1.0),
    ],
)
def test_firm_domain_fit(firm: str, domain: str, low: float, high: float) -> None:
    """The fit is high for a firm's own name, initials or part of it, and low for another's."""
    fit = firm_domain_fit(firm, domain)
    assert fit is not None
    assert low <= fit <= high


@pytest.mark.parametrize(("firm", "domain"), [("", "example.com"), ("Example", ""), ("Example", "nothing")])
def test_fit_unknown(firm: str, domain: str) -> None:
    """Without a firm or a domain the fit is unknown, not low."""
    assert firm_domain_fit(firm, domain) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write to Jane.Doe@Example.com.", [("email", "jane.doe@example.com")]),
        ("jane [at] example [dot] co [dot] uk", [("email", "jane@example.co.uk")]),
        ("jane at example dot com", [("email", "jane@example.com")]),
        ("see https://example.com/a?b=1, thanks", [("url", "https://example.com/a?b=1")]),
        ("see www.example.com.", [("url", "www.example.com")]),
        ("see example.com/jobs", [("url", "example.com/jobs")]),
        ("t.me/jane_doe", [("url", "t.me/jane_doe")]),
        ("call +44 20 7946 0958", [("phone", "+442079460958")]),
        ("WhatsApp +852 5555 0101", [("phone", "+85255550101")]),
        ("my number is 07700 900123", [("phone", "07700900123")]),
        ("(202) 555-0147", [("phone", "2025550147")]),
        ("WeChat: jane_88", [("handle", "wechat:jane_88")]),
        ("my WeChat ID is janedoe88", [("handle", "wechat:janedoe88")]),
        ("Telegram @janedoe", [("handle", "telegram:janedoe")]),
        ("Skype live:jane.doe", [("handle", "skype:live:jane.doe")]),
        ("We can talk on WhatsApp later", []),
        ("I will line up the meeting", []),
        ("fee of 1,500,000 USD", []),
        ("on 2024-05-12 at 10:30", []),
        ("that will do.Please reply", []),
        ("e.g. this, i.e. that", []),
        ("salary £45,000 - £55,000", []),
    ],
)
def test_find_addresses(text: str, expected: list[tuple[str, str]]) -> None:
    """Mail, links, phones and handles are found in plain form, and nothing else is."""
    assert [(a.kind, a.value) for a in find_addresses(text)] == expected


@given(st.text(max_size=300))
def test_any_text_has_exact_spans(text: str) -> None:
    """No text raises, and spans are in order and do not overlap."""
    found = find_addresses(text)
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    "piece", ["@", "a@a.", "a.", "+1 ", "wechat:", "(at)", "http://", "x", "a@b.com ", "1 ", "- ", "www."]
)
def test_hostile_text_is_linear(piece: str) -> None:
    """100 kB of any hostile text are read in under two seconds of processor time."""
    text = piece * (100_000 // len(piece))
    begin = time.process_time()
    find_addresses(text)
    assert time.process_time() - begin < 2.0


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("+44 20 7946 0958", "GB"),
        ("0086 10 5555 0101", "CN"),
        ("+1 202 555 0147", "US"),
        ("+1 416 555 0147", "CA"),
        ("+7 701 555 01 01", "KZ"),
        ("+852 5555 0101", "HK"),
        ("020 7946 0958", None),
        ("+999 1", None),
    ],
)
def test_phone_country(number: str, country: str | None) -> None:
    """The country code tells the country; a number without one tells none."""
    assert phone_country(number) == country


def test_phone_against_claimed_country() -> None:
    """A phone fits its own country, does not fit another, and without a code the answer is unknown."""
    assert phone_fits("+44 20 7946 0958", "UK") is True
    assert phone_fits("+852 5555 0101", "GB") is False
    assert phone_fits("020 7946 0958", "GB") is None


def test_shorteners_and_drops() -> None:
    """Links that hide their target and places to drop files are known, subdomains too."""
    assert is_shortener("https://bit.ly/3x")
    assert is_file_drop("https://company.box.com/s/1")
    assert not is_shortener("example.com")
    assert not is_file_drop("notbox.com")
