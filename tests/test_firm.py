"""Promises of the evidence about the firm: claims against facts, addresses, look-alikes, links."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitrisk.approach import Approach, Message
from recruitrisk.errors import ReadError
from recruitrisk.evidence.claims import firm_claims
from recruitrisk.evidence.columns import FieldFinding, derived_fields, field_finding, joined
from recruitrisk.evidence.firm import address_finding, firm_finding, name_clues
from recruitrisk.indicators import indicator
from recruitrisk.market import look_alike, read_names
from recruitrisk.market.names import is_generic_name


def _approach(text: str = "", **fields: str | float | bool) -> Approach:
    return Approach("a", (Message(text),) if text else (), fields)


def _firm(approach: Approach) -> FieldFinding | None:
    fields = derived_fields(approach)
    return firm_finding(approach, fields, field_finding(indicator("cover_company"), fields))


@pytest.mark.parametrize(
    "about",
    [
        "A global leader in strategic advisory.",
        "World-leading consultancy for energy and defence.",
        "Offices in 40 countries, one standard.",
        "We operate in more than thirty countries.",
        "2,000 consultants worldwide.",
        "One of the largest executive search firms in Europe.",
    ],
)
def test_grand_claims_against_three_employees(about: str) -> None:
    """A claim of great size beside three employees raises the points, and the claim is quoted."""
    plain = _firm(_approach(company="Halden", company_employees=3.0, company_followers=40.0))
    grand = _firm(_approach(company="Halden", company_employees=3.0, company_followers=40.0, about=about))
    assert plain is not None
    assert grand is not None
    assert grand.points > plain.points
    assert grand.fields["about"] in about


@pytest.mark.parametrize(
    "about",
    [
        "We search for a client that is a global leader in turbines.",
        "Formerly at one of the largest consulting firms.",
        "My clients are world-leading institutes.",
        "Three people in a shared office, founded this spring.",
        "We are not a global firm and don't want to be.",
        "Recruiter for finance, 12 years in the trade.",
        "I have placed 300 people in data roles.",
        "We hope to be a market leader one day.",
    ],
)
def test_modest_or_others_claims_stay_silent(about: str) -> None:
    """What is said of clients, of former employers or as a hope is no claim of the own firm."""
    facts = {"company": "Halden", "company_employees": 3.0, "company_followers": 40.0}
    assert _firm(_approach(**facts)) == _firm(_approach(**facts, about=about))


def test_true_claims_stay_silent() -> None:
    """A large firm may say that it is large."""
    facts = {"company": "Halden", "company_employees": 5200.0, "company_followers": 90000.0}
    about = "A global leader with offices in 40 countries and 5,000 staff worldwide."
    assert _firm(_approach(**facts)) == _firm(_approach(**facts, about=about))


def test_claim_in_a_message_is_quoted_by_its_place() -> None:
    """A claim in a message gives exactly its place there."""
    text = "Dear Ana,\nour firm has offices in 30 countries. We liked your profile."
    found = _firm(_approach(text, company="Halden", company_employees=2.0))
    assert found is not None
    assert found.message == 0
    assert text[found.start : found.end] == "offices in 30 countries"


def test_the_recipients_firm_is_not_the_senders() -> None:
    """Praise of the recipient's employer is no claim."""
    text = "Your company is a global leader in sonar with offices in 30 countries. We admire it."
    assert not list(firm_claims(_approach(text, company="Halden")))


def test_claimed_age_against_the_founding_year() -> None:
    """A firm that says it has been there since 1987 and was founded in 2023 is told so."""
    found = _firm(_approach("We have been in business since 1987.", company="Halden", company_founded=2023.0))
    assert found is not None
    assert "1987" in found.says
    assert found.fields["company_founded"] == "2023"


def test_unknown_facts_stay_unknown() -> None:
    """A claim alone, with nothing known of the firm, makes nothing known."""
    assert _firm(_approach("We are a global leader.", company="Global Strategic Consulting")) is None


def test_generic_name_counts_only_beside_other_facts() -> None:
    """A name of the trade's words adds a little to other facts and nothing to good ones."""
    generic, own = "Global Strategic Consulting Ltd", "Halden Marlow Ltd"
    small = {"company_employees": 2.0}
    large = {"company_employees": 900.0, "company_registered": True}
    points = {
        (n, k): _firm(_approach(company=n, **f))
        for n in (generic, own)
        for k, f in (("s", small), ("l", large))
    }
    assert points[generic, "s"].points > points[own, "s"].points  # type: ignore[union-attr]
    assert points[generic, "l"].points == points[own, "l"].points  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "generic"),
    [
        ("Executive Search Partners Ltd", True),
        ("International Policy Research Institute", True),
        ("Eurasia Economic Think Tank", True),
        ("Halden Consulting", False),
        ("McKinsey & Company", False),
        ("Brooks", False),
        ("Institute for Government", False),
    ],
)
def test_generic_names(name: str, generic: bool) -> None:
    """Only a name of nothing but trade words is generic."""
    assert is_generic_name(name) is generic


@pytest.mark.parametrize(
    ("fields", "least"),
    [
        ({"company": "McKinsey", "contact_email": "hr@rnckinsey.com"}, 0.85),
        ({"company": "BAE Systems", "contact_email": "jobs@bae-systems-careers.com"}, 0.7),
        ({"company": "Halden", "contact_email": "halden.hr@gmail.com"}, 0.85),
        ({"company": "Halden Subsea", "contact_email": "ana@orchid-advisory.com"}, 0.65),
        ({"contact_email": "desk@parliament-uk.org"}, 0.5),
        ({"company": "Rolls-Royce", "company_website": "xn--rlls-royce-ecb.com"}, 0.6),
    ],
)
def test_addresses_that_do_not_fit(fields: dict[str, str], least: float) -> None:
    """Free mail for a firm, another firm's domain and a look-alike of a known one speak for the sign."""
    found = address_finding(_approach(**fields))
    assert found is not None
    assert found.points >= least


@pytest.mark.parametrize(
    "fields",
    [
        {"contact_email": "ana.tradu@gmail.com"},
        {"company": "Self-employed", "contact_email": "ana.tradu@gmail.com"},
        {"company": "Freelance translator", "contact_email": "ana.tradu@gmail.com"},
        {"company": "Halden Subsea", "contact_email": "no-reply@greenhouse-mail.io"},
        {"company": "Halden Subsea", "contact_email": "halden@jobs.lever.co"},
        {"company": "Halden Subsea", "contact_email": "apply@halden.workable.com"},
        {"company": "Google DeepMind", "contact_email": "ana@google.com"},
        {"company": "Halden Subsea", "company_website": "https://www.marlowgroup.com/halden", "contact_email": "ana@mail.marlowgroup.com"},
        {"company": "Halden Subsea", "contact_email": "ana@haldensubsea.no"},
        {"company": "British Broadcasting Corporation", "contact_email": "ana@bbc.co.uk"},
        {"company": "Pine Group Pte Ltd", "contact_email": "ana@pinegroup.org"},
        {"company": "Elm Research", "contact_email": "ana@elmresearch.fr"},
    ],
)  # fmt: skip
def test_honest_addresses_stay_silent(fields: dict[str, str]) -> None:
    """Freelancers, application services, parents' domains, known firms' own domains and short names by chance are no sign."""
    found = address_finding(_approach(**fields))
    assert found is None or found.points <= 0


def test_hidden_links_count_only_beside_another_sign() -> None:
    """A shortener is told with an address that does not fit, and is nothing by itself."""
    text = "The brief is at https://bit.ly/3abc for you."
    assert address_finding(_approach(text, company="Halden")) is None
    found = address_finding(_approach(text, company="Halden", contact_email="halden@gmail.com"))
    bare = address_finding(
        _approach("The brief is here.", company="Halden", contact_email="halden@gmail.com")
    )
    assert found is not None
    assert bare is not None
    assert found.points > bare.points
    assert "bit.ly" in found.says


def test_file_drop_is_told() -> None:
    """A link to a file drop is told beside an address that does not fit."""
    found = address_finding(
        _approach(
            "Files: https://wetransfer.com/downloads/x", company="Halden", contact_email="halden@gmail.com"
        )
    )
    assert found is not None
    assert "drops files" in found.says


def test_places_are_told_and_never_scored() -> None:
    """A foreign telephone code changes no points, whatever the place."""
    fields = {"company": "Halden", "company_website": "halden.co.uk", "contact_email": "halden@gmail.com"}
    points = {
        address_finding(_approach(f"Ring {number} please.", **fields)).points  # type: ignore[union-attr]
        for number in ("+852 5555 0101", "+44 20 7946 0958", "+234 803 555 0101")
    }
    assert len(points) == 1
    told = address_finding(_approach("Ring +852 5555 0101 please.", **fields))
    assert told is not None
    assert "HK" in told.says
    honest = {"company": "Halden", "company_website": "halden.co.uk", "contact_email": "ana@halden.co.uk"}
    quiet = address_finding(_approach("Ring +852 5555 0101 please.", **honest))
    assert quiet is not None
    assert quiet.points < 0


def test_an_address_in_a_message_is_quoted_by_its_place() -> None:
    """The place of a misfitting address is exactly where it stands."""
    text = "Please write to desk (at) rnckinsey (dot) com soon."
    found = address_finding(_approach(text, company="McKinsey"))
    assert found is not None
    assert text[found.start : found.end] == "desk (at) rnckinsey (dot) com"


def test_own_names_extend_the_shipped_ones(tmp_path: Path) -> None:
    """A user's list of names is read from a CSV and looked at beside the shipped table."""
    file = tmp_path / "names.csv"
    file.write_text("Name,domains,note\nHalden Subsea,haldensubsea.no|halden.com,ours\n", encoding="utf-8")
    extra = read_names(file)
    alike = look_alike("ha1densubsea.no", extra=extra)
    shipped = look_alike("rnckinsey.com", extra=extra)
    assert alike is not None
    assert alike.known == "Halden Subsea"
    assert shipped is not None
    assert look_alike("ha1densubsea.no") is None
    assert look_alike("haldensubsea.no", extra=extra) is None


def test_a_list_without_the_columns_is_refused(tmp_path: Path) -> None:
    """A list of names without the columns says what was found and what is needed."""
    file = tmp_path / "names.csv"
    file.write_text("firm,url\nHalden,halden.com\n", encoding="utf-8")
    with pytest.raises(ReadError, match="columns name and domains; found are firm, url"):
        read_names(file)
    with pytest.raises(ReadError, match="can't be read"):
        read_names(tmp_path / "missing.csv")


def test_clues_of_own_names() -> None:
    """A look-alike of a user's own name becomes a clue of the sign, and an honest address none."""
    names = {"Halden Subsea": ("haldensubsea.no",)}
    (clue,) = name_clues(_approach("Write to ana@halden-subsea-careers.com."), names)
    assert (clue.indicator, clue.value) == ("identity_mismatch", "ana@halden-subsea-careers.com")
    assert clue.points > 0.5
    assert name_clues(_approach("Write to ana@haldensubsea.no."), names) == ()


def test_told_alone_makes_nothing_known() -> None:
    """A finding without points does not turn unknown into known, and adds its words to one that has."""
    told, scored = FieldFinding(0.0, {}, "told"), FieldFinding(0.5, {"company": "x"}, "found")
    assert joined(None, [told]) is None
    both = joined(scored, [told])
    assert both is not None
    assert (both.points, both.says) == (0.5, "found; told")


@given(st.text(max_size=200), st.text(max_size=40), st.sampled_from([0.0, 3.0, 900.0]))
def test_any_text_is_read(text: str, firm: str, employees: float) -> None:
    """No text and no name raises, points stay within -1 to 1, and places are inside of the message."""
    approach = _approach(text, company=firm, about=text, company_employees=employees)
    for found in (_firm(approach), address_finding(approach)):
        if found is not None:
            assert -1.0 <= found.points <= 1.0
            assert found.message is None or 0 <= found.start <= found.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["we are the largest ", "offices in ", "a global ", "1,000 ", "@a.", "since "]
)
def test_long_hostile_text_is_read(piece: str) -> None:
    """A hundred thousand characters of what patterns begin with are read to the end."""
    approach = _approach(piece * (100_000 // len(piece)), company="Halden", company_employees=3.0)
    assert _firm(approach) is not None
    address_finding(approach)
