"""Campaigns: what groups, what does not, and when a tie between approaches counts as evidence."""

from __future__ import annotations

import pickle
import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import recruitrisk as rr
from recruitrisk.approach import Approach, Clue, Message
from recruitrisk.cli import main
from recruitrisk.errors import UsageError
from recruitrisk.model import load_model
from recruitrisk.reading import approaches_from_frame
from recruitrisk.review.report import render_report
from recruitrisk.scoring import Campaigns, Scorer, find_campaigns, find_campaigns_of_file
from recruitrisk.scoring.campaign_keys import contacts, person_key, row_key
from recruitrisk.scoring.campaign_texts import PLACES, Sketcher, group_sketches, shares

PITCH = (
    "Dear {to}, I came across your profile and was impressed by your work on energy policy. Our client, an institution that I "
    "can't name yet, pays 1,500 euros for each short report on what your committee is discussing before it is published. "
    "It takes an evening a month and can be paid in any way you prefer. Please keep this between us for the moment. Are you "
    "free for a call this week?\nKind regards,\n{by}"
)
ADVERT = (
    "the role is senior hydrologist for the water authority in the north of the country, permanent, 62,000 to 68,000 a year, "
    "flood models, field work two days a week, a team of nine, five weeks of leave and a car. applications close on 3 june "
    "and the interviews are held in the second week of that month at the office of the authority."
)
OTHERS = (
    "Thank you for coming to the seminar on coastal erosion. The slides are on the site of the department, and the next meeting is "
    "planned for the autumn, when the new members of the group will present what they have measured so far.",
    "We are looking for a nurse for the night shift in a children's ward. The hospital pays for training and for the move, and "
    "there are places in the nursery for staff. Send us your papers before the end of the month if that is of interest.",
    "My colleagues build tools for accountants and we need somebody who writes plain manuals. Three days a week, from home, with a "
    "visit to the office now and then. The budget is fixed and the contract runs for a year with an option of another.",
)


def approach(
    key: str, text: str = "", *, name: str = "", firm: str = "", mail: str = "", site: str = "", url: str = ""
) -> Approach:
    """An approach of one message."""
    fields = {
        "sender_name": name, "company": firm, "contact_email": mail, "company_website": site, "sender_profile_url": url,
    }  # fmt: skip
    return Approach(key, (Message(text),) if text else (), {k: v for k, v in fields.items() if v})


def pitch(key: str, name: str = "", firm: str = "", **more: str) -> Approach:
    """The pitch, from somebody."""
    return approach(key, PITCH.format(to=f"T{key}", by=name or "Me"), name=name, firm=firm, **more)


def grouped(approaches: Sequence[Approach]) -> set[frozenset[str]]:
    """Ids of the approaches of each campaign."""
    found: dict[str, set[str]] = {}
    for each in find_campaigns(approaches)(approaches):
        if each.campaign:
            found.setdefault(each.campaign, set()).add(each.approach_id)
    return {frozenset(ids) for ids in found.values()}


def clues(approaches: Sequence[Approach]) -> dict[str, list[tuple[str, float]]]:
    """Clues of each approach: sign and points."""
    told = find_campaigns(approaches)(approaches)
    return {a.approach_id: [(c.indicator, c.points) for c in a.clues] for a in told}


def drifted(text: str, steps: int) -> list[str]:
    """A chain of texts, each a twelfth of its words away from the one before, the last from the first in nearly all."""
    draw, words = random.Random(5), text.split()
    stock = " ".join((*OTHERS, ADVERT)).split()
    chain = []
    for at in range(steps):
        for place in range(at % 12, len(words), 12):
            words[place] = draw.choice(stock)
        chain.append(" ".join(words))
    return chain


# What groups


@pytest.mark.parametrize(
    ("of", "to"),
    [
        ("T2", "Ms Adeyemi-Brown"),
        ("1,500", "2,300"),
        ("Our client", "Our cl\u200bie\u200bnt"),
        ("profile and was impressed", "рrоfilе аnd wаs imрrеssеd"),
        ("impressed by your work", "ｉｍｐｒｅｓｓｅｄ ｂｙ ｙｏｕｒ ｗｏｒｋ"),
        ("report", "r3p0rt"),
        ("confidential", "confidential"),
        ("euros for each short report", "e u r o s for each short r e p o r t"),
        ("I came across your profile", "I <b>came</b> across&nbsp;your profile"),
        ("Please keep this between us for the moment. ", ""),
        ("evening", "afternoon"),
    ],
)
def test_a_varied_text_is_of_the_campaign(of: str, to: str) -> None:
    """Another name or number, tricks with characters, a sentence left out or a word changed do not part a campaign."""
    varied = approach("2", PITCH.format(to="T2", by="Me").replace(of, to))

    assert grouped([pitch("1"), varied]) == {frozenset("12")}


def test_disguise_of_many_words_is_undone() -> None:
    """With every third word disguised the text is read in its canonical form, and is of the campaign."""
    words = PITCH.format(to="T2", by="Me").split(" ")
    words[::3] = ["\u200b".join(word) for word in words[::3]]

    assert grouped([pitch("1"), approach("2", " ".join(words))]) == {frozenset("12")}


def test_order_of_sentences_does_not_matter() -> None:
    """The same sentences in another order are of one campaign."""
    sentences = OTHERS[0].split(". ") + OTHERS[1].split(". ")

    assert grouped([approach("1", ". ".join(sentences)), approach("2", ". ".join(sentences[::-1]))]) == {
        frozenset("12")
    }


def test_different_texts_are_apart() -> None:
    """Texts with nothing in common but their language make no campaign."""
    assert grouped([approach(str(at), text) for at, text in enumerate((*OTHERS, ADVERT, PITCH))]) == set()


def test_short_texts_tie_nobody() -> None:
    """What everybody writes is no campaign, however often it is written."""
    assert (
        grouped([approach(str(at), "Hi, I'd like to add you to my network. Thanks!") for at in range(9)])
        == set()
    )


def test_a_later_message_ties_too() -> None:
    """Threads that begin differently and go on with the same pitch are of one campaign."""
    threads = [
        Approach(str(at), (Message(OTHERS[at]), Message(PITCH.format(to=at, by="Me")))) for at in (0, 1)
    ]

    assert grouped(threads) == {frozenset("01")}


def test_the_recipients_own_words_tie_nobody() -> None:
    """Only what came in is compared: the same answer to two senders makes no campaign."""
    answer = Message(PITCH.format(to="you", by="Me"), inbound=False)

    assert grouped([Approach(str(at), (Message(OTHERS[at]), answer)) for at in (0, 1)]) == set()


@pytest.mark.parametrize(
    "shared",
    [
        {"mail": "jane.roe@proton.me"},
        {"mail": "jane@alder-grove-advisory.example"},
        {"site": "https://www.alder-grove-advisory.example/about"},
        {"url": "https://www.linkedin.com/in/jane-roe-77"},
    ],
)
def test_a_shared_contact_ties(shared: dict[str, str]) -> None:
    """The same address, domain or account ties approaches with different texts."""
    assert grouped([approach("1", OTHERS[0], **shared), approach("2", OTHERS[1], **shared)]) == {
        frozenset("12")
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ring me on +44 20 7946 0958.", "My phone is 020 7946 0958."),
        ("Write to jane (at) roe-advisory dot com", "Mail: jane@roe-advisory.com"),
        ("Telegram: @quiet_desk7", "see https://t.me/quiet_desk7"),
        ("Reach me at https://wa.me/447700900123", "whatsapp: +44 7700 900123"),
        ("The file is at https://bit.ly/3aBcD", "Here it is: bit.ly/3abcd"),
        ("Mail jane.roe+a@gmail.com", "Mail janeroe@gmail.com"),
    ],
)
def test_a_contact_written_otherwise_ties(one: str, other: str) -> None:
    """The same phone, mail, handle or link in another writing ties."""
    assert grouped([approach("1", one), approach("2", other)]) == {frozenset("12")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mail ann@gmail.com", "Mail bea@gmail.com"),
        ("See https://www.linkedin.com/jobs/view/1", "See https://www.linkedin.com/jobs/view/2"),
        ("The file is at https://bit.ly/3aBcD", "The file is at https://bit.ly/4eFgH"),
        ("Write to ann@hays.com", "Write to bea@hays.com"),
        ("Book a time at calendly.com/ann-roe", "Book a time at calendly.com/bea-poe"),
    ],
)
def test_what_many_use_does_not_tie(one: str, other: str) -> None:
    """Free mail, large sites, shorteners and well-known firms do not tie by their domain alone."""
    assert grouped([approach("1", one), approach("2", other)]) == set()


def test_a_domain_of_many_firms_does_not_tie() -> None:
    """A site that is on no list but under many firms is a platform."""
    names = "Alder Birch Cedar Dogwood Elder Fir Ginkgo".split()

    assert grouped([approach(n, f"Apply at jobs.hirely-ats.com/{n}", firm=n) for n in names]) == set()


def test_ties_go_on_through_others() -> None:
    """What is tied by text to one and by mail to another is of one campaign, and the table says by what."""
    rows = [
        pitch("1", "Ann Roe", "Alder"),
        pitch("2", "Bea Poe", "Quay", mail="desk@proton.me"),
        approach("3", OTHERS[0], name="Cy Doe", firm="Elm", mail="desk@proton.me"),
    ]

    table = find_campaigns(rows).table()

    assert table[["size", "senders", "firms", "tied_by"]].values.tolist() == [
        [3, 3, 3, "text, private mail, sister firms"]
    ]


# Bounds


def test_chains_are_cut() -> None:
    """A chain of small changes does not tie texts that have nothing in common."""
    chain = drifted(PITCH + " " + OTHERS[0], 40)
    assert shares([chain[0], chain[-1]])[0, 1] < 0.1

    groups = grouped([approach(str(at), text) for at, text in enumerate(chain)])

    assert groups
    for ids in groups:
        assert shares([chain[int(key)] for key in ids]).min() > 0.1


@pytest.mark.parametrize("kind", ["same", "near", "different"])
def test_comparisons_are_linear(kind: str) -> None:
    """Four times the texts take about four times the comparisons, also when all of them are of one campaign."""

    def compared(count: int) -> int:
        draw = random.Random(count)
        words = " ".join((PITCH, ADVERT, *OTHERS)).split()
        sketcher = Sketcher()
        for _ in range(count):
            if kind == "different":
                text = draw.choices(words, k=60)
            else:
                text = list(words[:100])
                for place in draw.sample(range(100), 0 if kind == "same" else 6):
                    text[place] = draw.choice(words)
            sketcher.add(" ".join(text))
        return group_sketches(sketcher.finish()[0]).comparisons

    assert compared(1600) <= 6 * max(compared(400), 400)


def test_sketches_estimate_the_share_of_word_pairs() -> None:
    """The likeness of two sketches is that of the sets of word pairs, within its standard error."""
    words = sorted(
        {w for w in " ".join(OTHERS).lower().replace(".", "").replace(",", "").split() if len(w) > 3}
    )
    one, other = words[:40], [*words[:30], *words[50:60]]
    pairs = [set(pairwise(text)) for text in (one, other)]
    true = len(pairs[0] & pairs[1]) / len(pairs[0] | pairs[1])

    found = shares([" ".join(one), " ".join(other)])[0, 1]

    assert abs(found - true) < 4 * np.sqrt(true * (1 - true) / PLACES)


# Ids and order


ROWS = [
    *(pitch(f"a{n}", f"Sender {n % 3}", f"Firm {'xyz'[n % 3]}") for n in range(5)),
    *(approach(f"b{n}", OTHERS[0], name="Kim", mail="kim@proton.me") for n in range(3)),
    *(approach(f"c{n}", OTHERS[1] + f" Thanks, {n}", firm="Elm") for n in range(3)),
    approach("d", OTHERS[2], name="Lee"),
]


@settings(max_examples=15, deadline=None)
@given(st.permutations(ROWS), st.integers(1, len(ROWS)))
def test_order_and_chunks_do_not_matter(rows: list[Approach], chunk: int) -> None:
    """Ids, clues and the table are the same for any order of the rows and any chunks, also in another process."""
    expected = find_campaigns(ROWS)

    found = find_campaigns(rows)
    sent: Campaigns = pickle.loads(pickle.dumps(found))
    told = [each for at in range(0, len(rows), chunk) for each in sent(rows[at : at + chunk])]

    assert found.table().equals(expected.table())
    by_id = {a.approach_id: a for a in expected(ROWS)}
    assert told == [by_id[a.approach_id] for a in rows]


def test_ids_go_by_size_then_date() -> None:
    """The largest campaign is C0001; of two of one size the earlier comes first."""
    rows = {
        "approach_id": list("abcdefg"),
        "message": [OTHERS[0], OTHERS[0], OTHERS[1], OTHERS[1], OTHERS[2], OTHERS[2], OTHERS[2]],
        "sent_at": [f"2026-0{month}-01" for month in (5, 6, 3, 4, 7, 8, 9)],
    }

    table = find_campaigns(pd.DataFrame(rows)).table()

    assert table[["campaign", "size", "first", "last"]].values.tolist() == [
        ["C0001", 3, "2026-07-01", "2026-09-01"],
        ["C0002", 2, "2026-03-01", "2026-04-01"],
        ["C0003", 2, "2026-05-01", "2026-06-01"],
    ]


def test_made_up_ids_are_not_relied_on() -> None:
    """A row without an id of its own is found again in a chunk that numbers its rows anew."""
    assert row_key(approach("row-7", PITCH, name="Ann")) == row_key(approach("row-1", PITCH, name="Ann"))
    assert row_key(approach("x7", PITCH, name="Ann")) != row_key(approach("x1", PITCH, name="Ann"))


def test_only_members_are_kept() -> None:
    """What is sent to workers does not grow with approaches that are of no campaign."""
    alone = [approach(f"s{n}", f"{OTHERS[n % 3]} {' '.join(map(str, range(n)))}"[: 60 + n]) for n in range(3)]

    found = find_campaigns([pitch("1"), pitch("2"), *alone])

    assert found.read == 5
    assert len(found._keys) == 2


def test_nothing_is_a_campaign_of_nothing() -> None:
    """An empty batch, and approaches without text, give none."""
    assert len(find_campaigns([])) == 0
    assert len(find_campaigns([Approach("1"), Approach("2")])) == 0
    assert find_campaigns([]).table().empty


# Evidence


def test_mass_mail_of_one_sender_is_no_sign() -> None:
    """One sender of one firm who writes to many gets a campaign and no clue."""
    rows = [pitch(str(n), "Ann Roe", "Alder Grove", mail="ann@proton.me") for n in range(30)]

    assert grouped(rows) == {frozenset(map(str, range(30)))}
    assert not any(clues(rows).values())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ann Roe", "Alder Grove"), ("Bea Poe", "Alder Grove Ltd")),
        (("Ann Roe", "Alder Executive Search"), ("Bea Poe", "Alder Recruitment GmbH")),
        (("Ann Roe", "Alder Grove"), ("Ann Roe", "Quay Strategy")),
        (("Ann Roe", "Alder Grove"), ("ROE, Ann", "Quay Strategy")),
        (("Ann Roe", "Alder Grove"), ("", "Quay Strategy")),
        (("Ann Roe", "Alder Grove"), ("Bea Poe", "")),
        (("", ""), ("", "")),
    ],
)
def test_no_clue_unless_both_names_and_firms_differ(one: tuple[str, str], other: tuple[str, str]) -> None:
    """Colleagues of one firm, a person who changed firm, and what is unknown give no clue."""
    rows = [pitch("1", *one, mail="desk@proton.me"), pitch("2", *other, mail="desk@proton.me")]

    assert grouped(rows) == {frozenset("12")}
    assert clues(rows) == {"1": [], "2": []}


def test_one_text_under_other_names_and_firms_is_a_clue() -> None:
    """Differently named senders of different firms with one text: each is told so, with how many there are."""
    rows = [pitch("1", "Ann Roe", "Alder"), pitch("2", "Bea Poe", "Quay"), pitch("3", "Cy Doe", "Elm")]

    told = find_campaigns(rows)(rows)

    says = "the same text came from 3 differently named senders of 3 firms (campaign C0001)"
    assert [a.clues for a in told] == [
        (Clue("cover_company", 0.4, says, "company", firm),) for firm in ("Alder", "Quay", "Elm")
    ]


@pytest.mark.parametrize(
    "contact", ["Mail desk77@proton.me", "Ring +44 7700 900123", "Telegram: @quiet_desk7"]
)
def test_one_private_address_under_other_names_and_firms_is_a_clue(contact: str) -> None:
    """A private mail address, phone or handle that people of different firms give as theirs does not fit."""
    rows = [
        approach("1", contact, name="Ann Roe", firm="Alder"), approach("2", contact, name="Bea Poe", firm="Quay"),
    ]  # fmt: skip

    assert clues(rows) == {key: [("identity_mismatch", 0.6)] for key in "12"}


def test_firms_that_share_a_domain_openly_are_one_house() -> None:
    """Brands of one group, with one mail domain and one template, get no clue; the table calls them sister firms."""
    rows = [
        pitch("1", "Ann Roe", "Alder Grove", mail="ann@alder-group.com"),
        pitch("2", "Bea Poe", "Quay Strategy", mail="bea@alder-group.com"),
    ]

    assert clues(rows) == {"1": [], "2": []}
    assert "sister firms" in find_campaigns(rows).campaigns[0].tied_by


def test_one_advert_in_the_words_of_two_agencies_is_no_clue() -> None:
    """Two agencies that put the same client's advert between words of their own are tied, without evidence."""
    one = f"Hello there, our team works for public bodies: {ADVERT} Just send me your papers."
    other = f"Good morning. At present we are asked to fill this post. {ADVERT} When could we speak?"
    rows = [
        approach("1", one, name="Ann Roe", firm="Alder"),
        approach("2", other, name="Bea Poe", firm="Quay"),
    ]

    assert grouped(rows) == {frozenset("12")}
    assert clues(rows) == {"1": [], "2": []}


def test_an_address_that_very_many_firms_give_is_no_clue() -> None:
    """A help desk's phone, or a filler of a masked export, ties nobody."""
    rows = [
        approach(str(n), "Ring +44 20 7946 0958", name=f"Sender {n}", firm=f"Firm{chr(97 + n)}")
        for n in range(25)
    ]

    assert grouped(rows) == set()
    assert not any(clues(rows).values())


def test_a_bystander_in_the_campaign_is_told_nothing() -> None:
    """Who is tied by the domain alone gets no clue from what others of the campaign share."""
    rows = [
        pitch("1", "Ann Roe", "Alder", site="alder-grove.com"),
        pitch("2", "Bea Poe", "Quay"),
        approach("3", OTHERS[0], name="Cy Doe", firm="Elm", site="alder-grove.com"),
    ]

    assert grouped(rows) == {frozenset("123")}
    assert [bool(found) for found in clues(rows).values()] == [True, True, False]


@settings(max_examples=10, deadline=None)
@given(st.permutations(["Ann Roe", "Xu Wei", "Bea Poe", "Igor Petrov", "Fatima Noor"]))
def test_what_a_name_says_is_never_scored(names: list[str]) -> None:
    """Renaming all senders, each always by the same name, leaves every clue and campaign as it is."""
    was = ["Ann Roe", "Xu Wei", "Bea Poe", "Igor Petrov", "Fatima Noor"]
    text = PITCH.format(to="you", by="Me")
    rows = [
        approach(
            str(n), text if n < 6 else OTHERS[n % 2], name=was[n % 5], firm=("Alder", "Quay", "Elm")[n % 3]
        )
        for n in range(10)
    ]
    named = dict(zip(was, names, strict=True))
    renamed = [approach(a.approach_id, a.messages[0].text, name=named[str(a.fields["sender_name"])],
                        firm=str(a.fields["company"])) for a in rows]  # fmt: skip

    before, after = find_campaigns(rows)(rows), find_campaigns(renamed)(renamed)

    assert [(a.campaign, a.clues) for a in before] == [(a.campaign, a.clues) for a in after]


def test_names_are_compared_whatever_their_writing() -> None:
    """Order, case and accents of a name do not make another person."""
    assert person_key("José Núñez") == person_key("nunez JOSE") != person_key("Jose")


# Through the library


def frame() -> pd.DataFrame:
    """Three senders of one text, and one other."""
    return pd.DataFrame(
        {
            "approach_id": ["1", "2", "3", "4"],
            "sender_name": ["Ann Roe", "Bea Poe", "Cy Doe", "Di Moe"],
            "company": ["Alder", "Quay", "Elm", "Oak"],
            "recipient_title": ["Clerk", "Clerk", "Adviser", "Clerk"],
            "recipient_country": ["GB", "GB", "DE", "GB"],
            "message": [*(PITCH.format(to=f"T{n}", by="Me") for n in range(3)), OTHERS[1]],
        }
    )


def test_score_fills_the_campaign_and_counts_the_tie() -> None:
    """With campaigns the column is filled, and the risk of those that are tied is higher; other rows score the same."""
    plain, tied = rr.score(frame()), rr.score(frame(), campaigns=True)

    assert tied["risk_campaign"].tolist() == ["C0001", "C0001", "C0001", ""]
    assert (tied["risk"][:3] > plain["risk"][:3]).all()
    assert tied["risk"][3] == plain["risk"][3]
    assert tied["risk_reasons"].str.contains("3 differently named senders of 3 firms").tolist() == [
        True
    ] * 3 + [False]


def test_a_single_row_scores_the_same_with_campaigns() -> None:
    """Alone a row is of no campaign, so that looking for them changes nothing."""
    one = frame().head(1)

    assert rr.score(one, campaigns=True).equals(rr.score(one))


def test_table_names_recipients() -> None:
    """Recipients are posts with their country, the most frequent first."""
    assert find_campaigns(frame()).table()["recipients"].tolist() == ["Clerk (GB); Adviser (DE)"]


def test_find_campaigns_says_what_it_takes() -> None:
    """Other things than approaches are refused with what is allowed."""
    with pytest.raises(
        UsageError, match="holds a str; a DataFrame, a Batch, or a list of batches or approaches"
    ):
        find_campaigns(["text"])  # type: ignore[list-item]


def test_command_line_scores_with_campaigns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """score --campaigns fills the column, writes the table and lists campaigns in the report."""
    source = tmp_path / "in.csv"
    frame().to_csv(source, index=False)
    out, table, report = tmp_path / "out.csv", tmp_path / "campaigns.csv", tmp_path / "r.html"

    code = main(
        ["score", str(source), "-o", str(out), "--campaigns-table", str(table), "--report", str(report)]
    )

    assert code == 0
    scored = pd.read_csv(out, keep_default_na=False)
    expected = rr.score(frame(), campaigns=True)
    assert scored["risk_campaign"].tolist() == ["C0001", "C0001", "C0001", ""]
    assert scored["risk"].tolist() == expected["risk"].tolist()
    assert pd.read_csv(table)["size"].tolist() == [3]
    assert "campaigns: 1, the largest of 3 approaches" in capsys.readouterr().out
    page = report.read_text("utf-8")
    assert 'id="h-campaigns"' in page
    assert "Ann Roe" not in page


def test_command_line_finds_campaigns_across_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command campaigns looks across several files and prints the table."""
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    frame().head(1).to_csv(first, index=False)
    frame().tail(3).to_csv(second, index=False)

    assert main(["campaigns", str(first), str(second)]) == 0

    shown = capsys.readouterr()
    assert shown.out.splitlines()[1].startswith("C0001,3,")
    assert "read 4 approaches: 3 in 1 campaigns" in shown.err


@pytest.mark.parametrize("arguments", [["score", "-", "--campaigns"], ["campaigns", "-"]])
def test_standard_input_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Standard input can't be read twice: one line says so, and the exit code is that of wrong arguments."""
    assert main(arguments) == 2
    assert "standard input" in capsys.readouterr().err
    with pytest.raises(UsageError, match="give a file"):
        find_campaigns_of_file("-")


def test_an_unwritable_table_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table that can't be written ends with the exit code for output."""
    source = tmp_path / "in.csv"
    frame().to_csv(source, index=False)

    assert main(["campaigns", str(source), "-o", str(tmp_path / "no" / "c.csv")]) == 5
    assert "can't be written" in capsys.readouterr().err


def test_report_masks_campaigns_unless_told_otherwise() -> None:
    """Names and addresses of campaigns are masked in the report; without masking they are there."""
    rows, _ = approaches_from_frame(frame(), None)
    found = find_campaigns(rows)
    model = load_model()
    assessed = [(a, s, n + 1) for n, (a, s) in enumerate(Scorer(model, enrich=[found]).assess(rows))]

    masked = render_report(assessed, base_rate=0.01, model=model, campaigns=found.table())
    open_ = render_report(assessed, base_rate=0.01, model=model, campaigns=found.table(), redact=False)

    assert "Bea Poe" not in masked
    assert "Bea Poe" in open_
    assert "campaign " in masked


def test_report_masks_people_that_it_holds_no_approach_of() -> None:
    """A report of the highest few lists the whole campaign: senders, owners of exports and who is greeted stay masked."""
    rows, _ = approaches_from_frame(frame(), None)
    table = find_campaigns(rows).table().assign(recipients="Clerk (GB); export of Hal Boone")
    model = load_model()
    (approach_, assessment), *_ = Scorer(model).assess(rows[3:])

    page = render_report([(approach_, assessment, 4)], base_rate=0.01, model=model, campaigns=table)

    assert "Clerk (GB)" in page
    assert not [name for name in ("Ann Roe", "Bea Poe", "Cy Doe", "Boone") if name in page]


def test_contacts_of_look_alike_letters_are_the_same() -> None:
    """A mail address with look-alike or full-width letters is that address."""
    plain = contacts(approach("1", "Mail desk@proton.me"))

    assert contacts(approach("1", "Mail dеsk@prоton.me")) == plain
    assert contacts(approach("1", "Mail ｄｅｓｋ@proton.me")) == plain


def test_written_table_holds_no_formula(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sender's name, alone or behind another, or a text that a spreadsheet would run stands behind an apostrophe."""
    source, out = tmp_path / "in.csv", tmp_path / "campaigns.csv"
    rows = {
        "sender_name": ["=1+1", "=2+2"],
        "company": ["@A", "+B"],
        "message": ["=HYPERLINK(1) " + OTHERS[0]] * 2,
    }
    pd.DataFrame(rows).to_csv(source, index=False)

    assert main(["campaigns", str(source), "-o", str(out)]) == 0
    capsys.readouterr()
    assert main(["campaigns", str(source)]) == 0

    assert capsys.readouterr().out == out.read_text("utf-8")
    written = pd.read_csv(out)
    assert written.loc[0, "sender_names"] == "'=1+1;' =2+2"
    assert written.loc[0, "example"].startswith("'=HYPERLINK")
    assert written.loc[0, "firm_names"].startswith("'")
