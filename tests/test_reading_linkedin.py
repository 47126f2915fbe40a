"""LinkedIn exports of six years: layouts, quirks, counts, bounds, and the writer."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitrisk.approach import Approach
from recruitrisk.errors import ReadError, UsageError
from recruitrisk.reading import (
    EXPORT_YEARS,
    Batch,
    is_linkedin_export,
    read_approaches,
    read_linkedin_export,
    write_linkedin_export,
)
from recruitrisk.reading.archive import Archive
from recruitrisk.reading.markup import text_of_html

_SENDER = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO"
_BODY = "DATE,SUBJECT,CONTENT,FOLDER"
HEADERS = {
    "2018": "From,To,Date,Subject,Content,Direction,Folder",
    "2022": f"{_SENDER},{_BODY}",
    "2023": f"{_SENDER},RECIPIENT PROFILE URLS,{_BODY}",
    "2024": f"{_SENDER},RECIPIENT PROFILE URLS,{_BODY},IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
    "2025": f"{_SENDER},RECIPIENT PROFILE URLS,{_BODY},IS MESSAGE DRAFT",
    "2026": f"{_SENDER},RECIPIENT PROFILE URLS,{_BODY},ATTACHMENTS,IS MESSAGE DRAFT",
}
BOTS = ("guide_messages.csv", "learning_coach_messages.csv", "coach_messages.csv")
ME, JANE, JOE = (f"https://www.linkedin.com/in/{name}" for name in ("ann", "jane-d%C3%B6e", "joe"))
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"
PROFILE = "First Name,Last Name,Headline\nAnn,Owner,Analyst\n"


def row(sender: str, to: str, date: str, content: str, **other: str) -> dict[str, str]:
    """One message, under lower-case names of all layouts."""
    urls = {"Ann Owner": ME, "Jane Döe, PhD": JANE, "Joe": JOE}
    return {
        "conversation id": "2-abc==",
        "from": sender,
        "sender profile url": urls.get(sender, ""),
        "to": to,
        "recipient profile urls": urls.get(to, ""),
        "date": date,
        "content": content,
        "folder": "INBOX",
        "direction": "OUTGOING" if sender == "Ann Owner" else "INCOMING",
        "is message draft": "No",
        "is conversation draft": "No",
        **other,
    }


def table(header: str, rows: Sequence[dict[str, str]]) -> str:
    """Write a CSV of those rows in one layout."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    names = header.split(",")
    writer.writerow(names)
    writer.writerows([[cells.get(name.lower(), "") for name in names] for cells in rows])
    return text.getvalue()


def export(folder: Path, rows: Sequence[dict[str, str]], year: str = "2026", **files: str) -> Path:
    """Write a zip with messages.csv, Profile.csv and the files of bots."""
    path = folder / "export.zip"
    members = {"messages": table(HEADERS[year], rows), "Profile": PROFILE, **files}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr("Messages.csv" if (name, year) == ("messages", "2018") else f"{name}.csv", text)
        for bot in BOTS:
            archive.writestr(bot, table(HEADERS["2023"], [row("Bot", "Ann Owner", "", "I am a bot")]))
    return path


def texts(approach: Approach) -> list[tuple[str, bool]]:
    """Texts and directions of a thread."""
    return [(message.text, message.inbound) for message in approach.messages]


def adds_up(batch: Batch) -> bool:
    """Whether both identities of counts hold."""
    return all(
        counts.read == counts.used + counts.skipped + counts.rejected
        for counts in (batch.counts, batch.message_counts)
    )


THREAD = [
    row("Jane Döe, PhD", "Ann Owner", "2024-05-03 10:00:00 UTC", "And a report?"),
    row("Ann Owner", "Jane Döe, PhD", "2024-05-02 10:00:00 UTC", "Hello Jane"),
    row("Jane Döe, PhD", "Ann Owner", "2024-05-01 10:00:00 UTC", "Hello Ann"),
]


# ---------------------------------------------------------------- layouts


@pytest.mark.parametrize("year", sorted(HEADERS))
def test_every_years_layout_is_read(tmp_path: Path, year: str) -> None:
    """Columns are found by name; the thread comes out oldest first, with directions."""
    batch = read_linkedin_export(export(tmp_path, THREAD, year))

    (approach,) = batch.approaches()
    assert texts(approach) == [("Hello Ann", True), ("Hello Jane", False), ("And a report?", True)]
    assert approach.messages[0].sent_at == datetime(2024, 5, 1, 10, tzinfo=UTC)
    assert approach.fields["sender_name"] == "Jane Döe, PhD"
    assert batch.source["layout"] == year
    assert batch.owner == "Ann Owner"
    assert adds_up(batch)


def test_the_frame_of_an_export_is_what_is_promised(tmp_path: Path) -> None:
    """Six columns; id of the conversation, first inbound time, number of messages, subject."""
    rows = [{**THREAD[0], "subject": "Paid work &amp; more"}, *THREAD[1:]]

    batch = read_linkedin_export(export(tmp_path, rows))

    assert batch.frame.to_dict("records") == [
        {
            "approach_id": "2-abc==",
            "sender_name": "Jane Döe, PhD",
            "sender_profile_url": JANE,
            "sent_at": "2024-05-01T10:00:00Z",
            "message_count": 3,
            "subject": "Paid work & more",
        }
    ]


def test_zip_folder_and_single_file_are_one(tmp_path: Path) -> None:
    """The zip, its unpacked folder and messages.csv alone give the same approaches."""
    path = export(
        tmp_path,
        [*THREAD, row("Joe", "Ann Owner", "2024-01-01 00:00:00 UTC", "Hi", **{"conversation id": "j"})],
    )
    folder = tmp_path / "unpacked" / "Basic_LinkedInDataExport"
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)

    batches = [read_linkedin_export(where) for where in (path, folder.parent, folder / "messages.csv")]

    assert batches[0].approaches() == batches[1].approaches() == batches[2].approaches()


def test_dates_of_2018_are_us_order(tmp_path: Path) -> None:
    """``10/16/18, 8:36 AM`` is the 16th of October."""
    rows = [row("Joe", "Ann Owner", "10/16/18, 8:36 AM", "Hi")]

    (approach,) = read_linkedin_export(export(tmp_path, rows, "2018")).approaches()

    assert approach.messages[0].sent_at == datetime(2018, 10, 16, 8, 36, tzinfo=UTC)


def test_bot_chats_are_never_read(tmp_path: Path) -> None:
    """guide_messages.csv and its like are passed over."""
    batch = read_linkedin_export(export(tmp_path, THREAD))

    assert batch.messages is not None
    assert "I am a bot" not in batch.messages["text"].tolist()
    assert batch.message_counts.read == 3


def test_a_table_saved_again_in_excel_is_read(tmp_path: Path) -> None:
    """UTF-16, semicolons and CRLF, as a spreadsheet leaves them, make no difference."""
    text = table(HEADERS["2026"], THREAD)
    again = io.StringIO(newline="")
    csv.writer(again, delimiter=";").writerows(csv.reader(io.StringIO(text)))
    path = tmp_path / "messages.csv"
    path.write_bytes(b"\xff\xfe" + again.getvalue().encode("utf-16-le"))

    assert texts(read_linkedin_export(path, owner="Ann Owner").approaches()[0])[0] == ("Hello Ann", True)


# ---------------------------------------------------------------- whose, from whom, which way


@pytest.mark.parametrize("owner", ["Ann Owner", "ann owner", ME, "linkedin.com/in/ann/"])
def test_the_owner_may_be_given(tmp_path: Path, owner: str) -> None:
    """By name or by the address of the profile."""
    path = tmp_path / "messages.csv"
    path.write_text(table(HEADERS["2026"], THREAD))

    assert read_linkedin_export(path, owner=owner).owner == "Ann Owner"


def test_the_owner_is_the_commonest(tmp_path: Path) -> None:
    """Without Profile.csv it is who occurs most over FROM and TO."""
    path = tmp_path / "messages.csv"
    path.write_text(
        table(HEADERS["2022"], [*THREAD, row("Joe", "Ann Owner", "", "Hi", **{"conversation id": "2"})])
    )

    assert read_linkedin_export(path).owner == "Ann Owner"


def test_an_owner_who_cant_be_told_is_asked_for(tmp_path: Path) -> None:
    """One thread of two people alone does not say whose it is: an error that says what to give."""
    path = tmp_path / "messages.csv"
    path.write_text(table(HEADERS["2026"], THREAD))

    with pytest.raises(ReadError, match="owner=NAME"):
        read_linkedin_export(path)
    with pytest.raises(ReadError, match="nobody in the messages is named 'Nobody'"):
        read_linkedin_export(path, owner="Nobody")


def test_a_namesake_of_the_owner_is_somebody_else(tmp_path: Path) -> None:
    """The address of the profile tells the owner from a sender of the same name."""
    other = {
        **row("Ann Owner", "Ann Owner", "2024-06-01 00:00:00 UTC", "I am Ann too"),
        "conversation id": "2",
    }
    other["sender profile url"] = "https://www.linkedin.com/in/another-ann"

    batch = read_linkedin_export(export(tmp_path, [other, *THREAD]))

    assert texts(batch.approaches()[0]) == [("I am Ann too", True)]


def test_a_hidden_sender_is_read(tmp_path: Path) -> None:
    """``LinkedIn Member`` and an empty sender are inbound, with the name as it stands there."""
    rows = [
        row("LinkedIn Member", "Ann Owner", "2024-05-02 00:00:00 UTC", "hidden", **{"conversation id": "1"}),
        row("", "Ann Owner", "2024-05-02 00:00:00 UTC", "empty", **{"conversation id": "2"}),
    ]

    batch = read_linkedin_export(export(tmp_path, [*rows, *THREAD]))

    assert [texts(approach) for approach in batch.approaches()[:2]] == [[("hidden", True)], [("empty", True)]]
    assert batch.frame["sender_name"].tolist()[:2] == ["LinkedIn Member", ""]


def test_rows_without_a_conversation_are_joined_by_person(tmp_path: Path) -> None:
    """An empty conversation id is made up for by the other person."""
    rows = [{**line, "conversation id": ""} for line in THREAD]
    rows.append(row("Joe", "Ann Owner", "2024-05-02 00:00:00 UTC", "Hi", **{"conversation id": ""}))

    batch = read_linkedin_export(export(tmp_path, rows))

    assert [len(approach.messages) for approach in batch.approaches()] == [3, 1]
    assert batch.ids == read_linkedin_export(export(tmp_path, rows)).ids
    assert all(key.startswith("with-") for key in batch.ids)


def test_a_group_chat_is_one_approach_for_each_writer(tmp_path: Path) -> None:
    """Nobody answers for another's words; the owner's go to whoever had written last."""
    everyone = {"recipient profile urls": f"{ME};{JOE}", "to": "Ann Owner,Joe"}
    rows = [
        {
            **row("Ann Owner", "", "2024-05-04 00:00:00 UTC", "to Joe"),
            "recipient profile urls": f"{JANE};{JOE}",
        },
        {**row("Joe", "", "2024-05-03 00:00:00 UTC", "from Joe"), "recipient profile urls": f"{ME};{JANE}"},
        {
            **row("Ann Owner", "", "2024-05-02 00:00:00 UTC", "to Jane"),
            "recipient profile urls": f"{JANE};{JOE}",
        },
        {**row("Jane Döe, PhD", "", "2024-05-01 00:00:00 UTC", "from Jane"), **everyone},
    ]

    batch = read_linkedin_export(export(tmp_path, rows))

    assert batch.ids == ["2-abc==#1", "2-abc==#2"]
    assert [texts(approach) for approach in batch.approaches()] == [
        [("from Jane", True), ("to Jane", False)],
        [("from Joe", True), ("to Joe", False)],
    ]
    assert adds_up(batch)


def test_a_file_that_is_oldest_first_stays_so(tmp_path: Path) -> None:
    """Lines of one second keep their order, whichever way round the file is."""
    rows = [
        row("Joe", "Ann Owner", f"2024-05-0{day} 00:00:00 UTC", f"{day}{part}")
        for day in (1, 2)
        for part in "ab"
    ]

    forward = read_linkedin_export(export(tmp_path, rows)).approaches()
    backward = read_linkedin_export(export(tmp_path, rows[::-1])).approaches()

    assert [text for text, _ in texts(forward[0])] == ["1a", "1b", "2a", "2b"]
    assert forward == backward


# ---------------------------------------------------------------- what is left out, and counted


def test_what_is_no_approach_is_counted(tmp_path: Path) -> None:
    """Drafts, empty and outbound-only conversations are skipped with their reason."""
    rows = [
        *THREAD,
        row("Jane Döe, PhD", "Ann Owner", "2024-05-05 00:00:00 UTC", ""),
        row("Ann Owner", "Joe", "2024-05-05 00:00:00 UTC", "Hi Joe", **{"conversation id": "out"}),
        row("Joe", "Ann Owner", "2024-05-05 00:00:00 UTC", " ", **{"conversation id": "empty"}),
        row("Ann Owner", "Joe", "", "unsent", **{"conversation id": "draft", "is message draft": "Yes"}),
        row("", "", "2024-05-05 00:00:00 UTC", "from nowhere", **{"conversation id": "lost"}),
    ]

    batch = read_linkedin_export(export(tmp_path, rows))

    assert batch.skipped == {"empty": 1, "draft": 1, "outbound only": 1}
    assert batch.messages_skipped == {"no sender": 1, "draft": 1, "empty": 2, "outbound only": 1}
    assert (batch.counts.read, batch.counts.used) == (4, 1)
    assert adds_up(batch)


@given(st.lists(st.tuples(
    st.sampled_from(["", "Ann Owner", "Joe", "Jane Döe, PhD", "LinkedIn Member"]),
    st.sampled_from(["", "Ann Owner", "Joe", "Joe,Ann Owner"]),
    st.sampled_from(["", "c1", "c2"]),
    st.sampled_from(["", "text", "<p>html</p>", "<br>"]),
    st.sampled_from(["", "Yes", "No"]),
    st.sampled_from(["", "2024-05-01 00:00:00 UTC", "2024-05-02 00:00:00 UTC", "nonsense"]),
), max_size=12))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_every_message_is_accounted_for(
    tmp_path_factory: pytest.TempPathFactory, lines: list[tuple[str, ...]]
) -> None:
    """Conversations and messages read are those used, skipped and rejected, whatever they are."""
    rows = [
        row(sender, to, date, content, **{"conversation id": key, "is message draft": draft})
        for sender, to, key, content, draft, date in lines
    ]
    folder = tmp_path_factory.mktemp("export")

    batch = read_linkedin_export(export(folder, [*THREAD, *rows]))

    assert adds_up(batch)
    assert batch.message_counts.read == len(rows) + 3
    assert len(set(batch.ids)) == len(batch.ids)


def test_a_row_that_cant_be_read_is_a_reject(tmp_path: Path) -> None:
    """It has the member's name and line; the others are read."""
    text = (
        table(HEADERS["2026"], THREAD[:1])
        + "too,few\n"
        + table(HEADERS["2026"], THREAD[1:]).split("\n", 1)[1]
    )

    batch = read_linkedin_export(export(tmp_path, [], messages=text))

    (reject,) = batch.rejects
    assert (reject.line, reject.table) == (3, "messages")
    assert reject.file.endswith("export.zip/messages.csv")
    assert len(batch.approaches()[0].messages) == 3
    assert adds_up(batch)


def test_a_date_that_is_none_is_noted(tmp_path: Path) -> None:
    """The message is read, its time is unknown, and a note says so."""
    batch = read_linkedin_export(export(tmp_path, [row("Joe", "Ann Owner", "yesterday", "Hi"), *THREAD[1:2]]))

    assert batch.notes == {0: ['sent_at: "yesterday" is not a time']}
    assert batch.approaches()[0].messages[-1].sent_at is None


# ---------------------------------------------------------------- invitations


def test_an_invitation_opens_the_thread_of_its_sender(tmp_path: Path) -> None:
    """It joins by the inviter's address as the first message; one without a message is skipped."""
    invitations = (
        f"{INVITATIONS}\n"
        f'"Jane Döe, PhD",Ann Owner,"4/30/24, 3:12 PM",Let us connect,INCOMING,{JANE},{ME}\n'
        f'Joe,Ann Owner,"4/30/24, 3:12 PM",,INCOMING,{JOE},{ME}\n'
    )

    batch = read_linkedin_export(export(tmp_path, THREAD, Invitations=invitations))

    assert texts(batch.approaches()[0])[0] == ("Let us connect", True)
    assert batch.messages_skipped == {"invitation without a message": 1}
    assert adds_up(batch)


def test_an_invitation_of_a_stranger_is_an_approach(tmp_path: Path) -> None:
    """Without a conversation it stands for itself; the owner's own invitations do not."""
    invitations = (
        f"{INVITATIONS}\n"
        f'Joe,Ann Owner,"4/30/24, 3:12 PM",Paid reports?,INCOMING,{JOE},{ME}\n'
        f'Ann Owner,Max,"4/30/24, 3:12 PM",Hello Max,OUTGOING,{ME},https://www.linkedin.com/in/max\n'
    )

    batch = read_linkedin_export(export(tmp_path, THREAD, Invitations=invitations))

    assert batch.ids[1].startswith("invitation-")
    assert texts(batch.approaches()[1]) == [("Paid reports?", True)]
    assert batch.messages_skipped == {"outbound only": 1}
    assert adds_up(batch)


def test_an_invitation_that_the_thread_repeats_counts_once(tmp_path: Path) -> None:
    """Its text is not read twice."""
    invitations = (
        f'{INVITATIONS}\n"Jane Döe, PhD",Ann Owner,"5/1/24, 9:59 AM",Hello  Ann,INCOMING,{JANE},{ME}\n'
    )

    batch = read_linkedin_export(export(tmp_path, THREAD, Invitations=invitations))

    assert len(batch.approaches()[0].messages) == 3
    assert batch.messages_skipped == {"invitation repeated": 1}
    assert adds_up(batch)


# ---------------------------------------------------------------- texts


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (
            '<p class="spinmail-quill-editor__spin-break">Dear&nbsp;Ann,</p><p>I&rsquo;m Jane</p>',
            "Dear Ann,\nI’m Jane",
        ),
        ("one<br>two<br/><br />three", "one\ntwo\n\nthree"),
        ("<p>Tasks:</p><ul><li>write</li><li><strong>send</strong></li></ul>", "Tasks:\n- write\n- send"),
        (
            '<a rel="x" href="https://a.example/?a=1&amp;b=2" class="ql-link">here</a>!',
            "here (https://a.example/?a=1&b=2)!",
        ),
        ('<a href="https://a.example">https://a.example</a>', "https://a.example"),
        ("Plain  text, a < b, <3, <me@example.org>", "Plain  text, a < b, <3, <me@example.org>"),
        ("R&amp;D at https://x.example/?a=1&copy=2", "R&D at https://x.example/?a=1&copy=2"),
    ],
)
def test_html_becomes_text(raw: str, text: str) -> None:
    """Tags go, line breaks and link targets stay, and what is no HTML is untouched."""
    assert text_of_html(raw) == text


@given(st.text(st.characters(exclude_characters="&<")))
def test_plain_text_is_never_changed(text: str) -> None:
    """A message without tags and entities comes out as the exact string."""
    assert text_of_html(text) == text


# ---------------------------------------------------------------- profiles


def test_profiles_fill_the_frame(tmp_path: Path) -> None:
    """A table of profiles joins on the address, however it is written."""
    profiles = "linkedinUrl,headline,connectionsCount,registeredAt\nhttp://de.linkedin.com/in/jane-döe/,Partner,7,2024-04-01\n"

    batch = read_linkedin_export(export(tmp_path, THREAD), profiles=io.BytesIO(profiles.encode()))

    assert batch.frame[["headline", "connections", "account_created"]].values.tolist() == [
        ["Partner", "7", "2024-04-01"]
    ]
    assert batch.approaches()[0].fields["connections"] == 7.0


# ---------------------------------------------------------------- bounds and damage


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    """A member that is packed a thousand times over is not read."""
    with pytest.raises(ReadError, match="zip bomb"):
        read_linkedin_export(export(tmp_path, [], messages="\0" * 20_000_000))


def test_a_member_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """The bound on size holds for what the member declares and for what a folder holds."""
    path = export(tmp_path, THREAD)
    (tmp_path / "messages.csv").write_text("x" * 200)

    for where in (path, tmp_path):
        with Archive(where, largest=100) as archive, pytest.raises(ReadError, match="more than 100 bytes"):
            archive.open(archive.find("messages.csv") or "")


def test_a_size_that_is_declared_too_small_is_damage(tmp_path: Path) -> None:
    """A member whose header lies about its size ends in a ReadError."""
    data = bytearray(export(tmp_path, THREAD * 50).read_bytes())
    place = data.index(b"PK\x01\x02")
    data[place + 24 : place + 28] = (500).to_bytes(4, "little")
    (tmp_path / "lies.zip").write_bytes(data)

    with pytest.raises(ReadError, match=r"lies\.zip"):
        read_linkedin_export(tmp_path / "lies.zip")


def test_names_that_climb_out_write_nothing(tmp_path: Path) -> None:
    """A zip with a name that leads out of it is refused, and nothing is written."""
    path = tmp_path / "in" / "climb.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../messages.csv", table(HEADERS["2026"], THREAD))
        archive.writestr("../Profile.csv", PROFILE)

    with pytest.raises(ReadError, match="leads out of it"):
        read_linkedin_export(path)

    assert [found.name for found in tmp_path.rglob("*.csv")] == []


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"PK\x03\x04 cut off", "damaged zip"), (b"a,b\n1,2\n", "has no column FROM"), (b"", "is empty")],
)
def test_what_is_no_export_is_one_clear_error(tmp_path: Path, data: bytes, says: str) -> None:
    """Damage and other files end in a ReadError that names the file."""
    path = tmp_path / "thing"
    path.write_bytes(data)

    with pytest.raises(ReadError, match=str(path)) as error:
        read_linkedin_export(path)

    assert says in str(error.value)


def test_a_zip_without_messages_says_what_is_missing(tmp_path: Path) -> None:
    """An export without messages is told so."""
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Profile.csv", PROFILE)

    with pytest.raises(ReadError, match=r"holds no messages\.csv"):
        read_linkedin_export(path)


def test_exports_are_told_from_tables(tmp_path: Path) -> None:
    """is_linkedin_export knows the zip, the folder and messages.csv, and nothing else."""
    path = export(tmp_path, THREAD)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "messages.csv").write_text(table(HEADERS["2018"], THREAD))
    (tmp_path / "table.csv").write_text("message\nHello\n")

    assert [
        is_linkedin_export(where)
        for where in (
            path,
            tmp_path / "folder",
            tmp_path / "folder" / "messages.csv",
            tmp_path / "table.csv",
            tmp_path / "none",
        )
    ] == [True, True, True, False, False]


# ---------------------------------------------------------------- the writer


def frames() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Three approaches with threads; the second opens with an invitation."""
    frame = pd.DataFrame(
        {
            "approach_id": ["2-a==", "2-b==", "2-c=="],
            "sender_name": ["Jane Döe, PhD", "Joe", "Max"],
            "sender_profile_url": [JANE, JOE, "https://www.linkedin.com/in/max"],
            "subject": ["Paid work", "", ""],
        }
    )
    rows = [
        ("2-a==", "2024-05-01T10:00:00Z", "inbound", 'Hello "Ann",\nwe pay; <3 & more'),
        ("2-a==", "2024-05-01T10:00:00Z", "outbound", "Who are you?"),
        ("2-a==", "2024-05-03T10:00:07Z", "inbound", "A firm"),
        ("2-b==", "2024-05-02T09:30:00Z", "inbound", "Let us connect"),
        ("2-b==", "2024-05-02T11:00:00Z", "inbound", "A report?"),
        ("2-c==", None, "inbound", "No time"),
    ]
    return frame, pd.DataFrame(rows, columns=["approach_id", "sent_at", "direction", "text"])


@pytest.mark.parametrize("year", EXPORT_YEARS)
def test_what_is_written_is_read_back(tmp_path: Path, year: int) -> None:
    """Every layout gives the same conversations back: senders, texts, directions, order, times."""
    frame, messages = frames()
    path = tmp_path / "written.zip"

    write_linkedin_export((frame, messages), path, year, owner="Ann Owner", invitations=["2-b=="])
    batch = read_linkedin_export(path)

    found = {str(a.fields["sender_name"]): a for a in batch.approaches()}
    for name, key in zip(frame["sender_name"], frame["approach_id"], strict=True):
        wanted = messages[messages["approach_id"] == key]
        assert texts(found[name]) == list(zip(wanted["text"], wanted["direction"] == "inbound", strict=True))
    if year > 2018:
        assert sorted(batch.ids) == sorted(frame["approach_id"])
        assert found["Jane Döe, PhD"].messages[2].sent_at == datetime(2024, 5, 3, 10, 0, 7, tzinfo=UTC)
    assert batch.source["layout"] == str(year)
    assert batch.owner == "Ann Owner"
    assert not batch.notes


def test_a_written_export_is_complete_and_always_the_same(tmp_path: Path) -> None:
    """All files of the layout, bots with a header only, a preamble in Connections.csv, equal bytes."""
    for name in ("a.zip", "b.zip"):
        write_linkedin_export(frames(), tmp_path / name, owner="Ann Owner", invitations=["2-b=="])

    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    assert {"messages.csv", "Invitations.csv", "Profile.csv", "Connections.csv", "coach_messages.csv"} <= set(
        files
    )
    assert files["messages.csv"].split("\n")[0] == HEADERS["2026"]
    assert len(files["guide_messages.csv"]) == 113
    assert files["Connections.csv"].startswith('Notes:\n"')
    assert files["Connections.csv"].split("\n")[3].startswith("First Name,Last Name,URL,")
    assert '"5/2/24, 9:30 AM",Let us connect,INCOMING' in files["Invitations.csv"]


def test_line_breaks_can_be_flattened_as_in_real_exports(tmp_path: Path) -> None:
    """With flatten every line break of a text is two spaces."""
    write_linkedin_export(frames(), tmp_path / "flat.zip", owner="Ann Owner", flatten=True)

    approaches = read_linkedin_export(tmp_path / "flat.zip").approaches()

    assert 'Hello "Ann",  we pay; <3 & more' in [text for a in approaches for text, _ in texts(a)]


def test_a_batch_can_be_written(tmp_path: Path) -> None:
    """A batch of read_approaches is written as well; a message column is one inbound message."""
    batch = read_approaches(
        io.BytesIO(b"id,from,body,sent_at\nx,Joe,Hello,2024-05-01\ny,Max,Hi,2024-05-02\n")
    )

    write_linkedin_export(batch, tmp_path / "w.zip", owner="Ann Owner")

    assert [texts(a) for a in read_linkedin_export(tmp_path / "w.zip").approaches()] == [
        [("Hi", True)],
        [("Hello", True)],
    ]


def test_an_unknown_year_is_a_usage_error(tmp_path: Path) -> None:
    """Only layouts that were seen can be written."""
    with pytest.raises(UsageError, match="year is 2019"):
        write_linkedin_export(frames(), tmp_path / "w.zip", 2019)
