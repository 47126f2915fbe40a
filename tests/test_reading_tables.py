"""Tables of approaches: encodings, delimiters, bad rows, names, values, batches, joins."""

from __future__ import annotations

import csv
import gc
import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitrisk.approach import Message
from recruitrisk.errors import ReadError, UsageError
from recruitrisk.reading import (
    Batch,
    approach_from_row,
    approaches_from_frame,
    iter_batches,
    join_batches,
    normalise_profile_url,
    read_approaches,
    read_profiles,
)
from recruitrisk.reading.values import parse_mark, parse_time, parse_value


def read(text: str | bytes, **options: object) -> Batch:
    """Read a table from memory."""
    data = text.encode() if isinstance(text, str) else text
    return read_approaches(io.BytesIO(data), **options)  # type: ignore[arg-type]


# ---------------------------------------------------------------- encodings and delimiters

TABLE = "message,sender_name\r\nHello Zoë – €5,Jörg\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TABLE.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TABLE.encode(), "utf-8"),
        (b"\xff\xfe" + TABLE.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TABLE.encode("utf-16-be"), "utf-16-be"),
        (TABLE.encode("utf-16-le"), "utf-16-le"),
        (TABLE.encode("cp1252"), "cp1252"),
    ],
)
@pytest.mark.parametrize("seekable", [True, False])
def test_every_encoding_gives_the_same_text(data: bytes, encoding: str, seekable: bool) -> None:
    """UTF-8 with and without mark, UTF-16 of both orders and cp1252 are told apart, also in a pipe."""
    stream = io.BytesIO(data) if seekable else pipe(data)

    batch = read_approaches(stream)

    assert batch.frame.values.tolist() == [["Hello Zoë – €5", "Jörg"]]
    assert list(batch.frame.columns) == ["message", "sender_name"]
    assert batch.source["encoding"] == encoding


def pipe(data: bytes) -> BinaryIO:
    """Give a stream that can't be rewound and hands out a few bytes at a time."""
    return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, _Pipe(data))))


class _Pipe(io.RawIOBase):
    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        return self._data.readinto(memoryview(buffer)[:7])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    """Comma, semicolon, tab and bar are told by the header, whatever stands in the values."""
    text = f'approach_id{delimiter}body\n1{delimiter}"a,b;c|d\te"\n'

    batch = read(text)

    assert batch.source["delimiter"] == delimiter
    assert batch.frame["body"].tolist() == ["a,b;c|d\te"]


def test_excels_hint_names_the_delimiter() -> None:
    """A first line ``sep=;`` is a hint and no header."""
    batch = read("sep=;\nmessage;x\nHello;1\n")

    assert batch.frame["message"].tolist() == ["Hello"]
    assert batch.lines == [3]


def test_a_value_with_line_ends_is_one_value() -> None:
    """Line ends within quotation marks survive exactly, and the next row's line is right."""
    batch = read('message,x\r\n"a\r\nb\nc",1\r\nd,2\r\n')

    assert batch.frame["message"].tolist() == ["a\r\nb\nc", "d"]
    assert batch.lines == [2, 5]


@pytest.mark.parametrize(
    "long", ['word "quoted", ' * 60_000, "word\r\n" * 140_000, '5" screws ' * 90_000 + '"']
)
@pytest.mark.parametrize("raw", [False, True])
def test_a_value_of_nearly_a_megabyte_is_read(long: str, raw: bool) -> None:
    """A message longer than the C reader's limit is read like any other, quoted or not."""
    text = io.StringIO(newline="")
    if raw:
        long = long.replace(",", "").replace("\r\n", " ")
        text.write(f"message,x\r\n{long},1\r\nnext,2\r\n")
    else:
        csv.writer(text).writerows([["message", "x"], [long, "1"], ["next", "2"]])

    batch = read(text.getvalue())

    assert batch.frame["message"].tolist() == [long, "next"]


def test_a_byte_order_mark_tells_the_encoding() -> None:
    """A file with the mark of UTF-8 is UTF-8, whatever else is in it: the header keeps its names, the damaged rows are rejected."""
    batch = read(b"\xef\xbb\xbfmessage\r\n\xff\xff\r\nfine\r\n\xff\xff\r\n")

    assert batch.frame["message"].tolist() == ["fine"]
    assert [r.line for r in batch.rejects] == [2, 4]


@pytest.mark.parametrize("body", ["a\n" * 600_000, 'say ""a"", b\n' * 100_000, "x" * 1_100_000])
@pytest.mark.parametrize("behind", ["", ',"two\nlines"'])
def test_a_record_that_is_too_long_is_one_reject(body: str, behind: str) -> None:
    """A record of more than a million characters is rejected once, with its line, and the next row is read."""
    names = "message,x,y" if behind else "message,x"

    batch = read(f'{names}\n"{body}",1{behind}\nnext,2{",3" if behind else ""}\n')

    assert [(r.line, "longer than 1,048,576" in r.reason) for r in batch.rejects] == [(2, True)]
    assert batch.frame["message"].tolist() == ["next"]
    assert batch.counts.read == 2


def test_a_long_unclosed_mark_swallows_nothing() -> None:
    """A quotation mark that is never closed, with more than a million characters behind it: all further rows are read."""
    batch = read('message,x\n"open,1\n' + "a,2\n" * 300_000 + '"b, c",3\n')

    assert [r.line for r in batch.rejects] == [2]
    assert "never closed" in batch.rejects[0].reason
    assert len(batch) == 300_001


# ---------------------------------------------------------------- rows that can't be read


@pytest.mark.parametrize(
    ("row", "reason", "column"),
    [
        (b"1,a,b,c", "4 fields, but the header has 3", None),
        (b"1,a", "2 fields, but the header has 3", None),
        (b"1,nul\0,b", "a NUL byte", "message"),
        (b"1,caf\xe9,b", "bytes that are not utf-8", "message"),
        (b'1,"a" b,c', "text after a closing quotation mark", None),
        (b'1,"a,b', "a quotation mark is opened and never closed", None),
    ],
)
def test_a_bad_row_costs_only_itself(row: bytes, reason: str, column: str | None) -> None:
    """A row that can't be read is a reject with file, line and reason; the others are read."""
    head = "approach_id,message,x\n0,first é,y\n".encode()

    batch = read(head + row + b"\n2,after,z\n3,last,z\n")

    assert batch.frame["approach_id"].tolist() == ["0", "2", "3"]
    assert [(r.file, r.line, r.column) for r in batch.rejects] == [("<stream>", 3, column)]
    assert reason in batch.rejects[0].reason
    assert batch.rejects[0].raw.startswith("1,")
    assert batch.lines == [2, 4, 5]


def test_the_later_of_two_rows_with_one_key_is_rejected() -> None:
    """A key that stands twice is read once, across batches as well."""
    data = b"approach_id,message\na,one\nb,two\na,three\n"

    batches = list(iter_batches(io.BytesIO(data), rows=1))

    assert [batch.ids for batch in batches] == [["a"], ["b"], []]
    (reject,) = batches[2].rejects
    assert (reject.line, reject.column) == (4, "approach_id")
    assert "earlier row" in reject.reason


@given(
    st.lists(
        st.sampled_from(
            [b"1,a,b", b"x", b"1,2,3,4", b'"open,1,2', b"n\0,1,2", b"\xff,1,2", b'"q" q,1,2', b"dup,a,b", b""]
        ),
        max_size=30,
    )
)
def test_every_row_is_accounted_for(rows: list[bytes]) -> None:
    """Rows read are those used, skipped and rejected, whatever the rows are, and on any size of batch."""
    data = "approach_id,message,é\n".encode() + b"\n".join(rows)

    whole = read(data)
    parts = join_batches(iter_batches(io.BytesIO(data), rows=3))

    assert whole.counts.read == whole.counts.used + whole.counts.skipped + whole.counts.rejected
    assert whole.counts == parts.counts
    assert whole.rejects == parts.rejects
    assert whole.ids == parts.ids
    pd.testing.assert_frame_equal(whole.frame, parts.frame)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"message,message\na,b\n", "same name"),
        (b"name,firm\na,b\n", "no column with text was found"),
        (b"approach_id,direction,text2\na,b,c\n", "--columns message=NAME"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x1f\x8brest", "gzip"),
        (b"PAR1rest", "damaged Parquet"),
        (b'message,"x\na,b\n', "never closed"),
        (b"CONVERSATION ID,FROM,CONTENT\na,b,c\n", "read_linkedin_export"),
    ],
)
def test_a_file_that_is_no_table_is_one_clear_error(data: bytes, says: str) -> None:
    """What can't be a table of approaches ends in a ReadError that says what was found."""
    with pytest.raises(ReadError, match="<stream>") as error:
        read(data)

    assert says in str(error.value)


def test_a_missing_file_and_a_folder_are_read_errors(tmp_path: Path) -> None:
    """No such file, or a folder in place of one: a ReadError that names it."""
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(ReadError, match=str(path)):
            read_approaches(path)


def test_the_callers_stream_stays_open() -> None:
    """A stream that is handed in is not closed, so standard input isn't either."""
    parquet = io.BytesIO()
    pd.DataFrame({"message": ["Hello"]}).to_parquet(parquet)
    for stream in (
        io.BytesIO(b"message\nHello\n"),
        io.BytesIO(parquet.getvalue()),
        pipe(b"body\nx\n"),
    ):
        assert len(read_approaches(stream)) == 1
        gc.collect()
        assert not stream.closed


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    """The path ``-`` reads standard input, and rejects name it."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(pipe(b"message,x\nHello,1\nbad\n")))

    batch = read_approaches("-")

    assert batch.frame["message"].tolist() == ["Hello"]
    assert batch.rejects[0].file == "<stdin>"


def test_a_header_alone_is_an_empty_table() -> None:
    """No rows are no error: an empty batch with the columns."""
    batch = read("message,x\n")

    assert list(batch.frame.columns) == ["message", "x"]
    assert batch.counts.read == len(batch) == 0


# ---------------------------------------------------------------- the input stays as it is

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@settings(max_examples=200)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8), st.sampled_from([",", ";", "\t"]))
def test_any_text_survives_csv(rows: list[tuple[str, str, str]], delimiter: str) -> None:
    """Every value comes out as the exact string that was written, quotes and line ends too."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["message", "Note", "x y"], *rows])

    batch = read(text.getvalue())

    assert batch.frame.values.tolist() == [list(row) for row in rows]
    assert list(batch.frame.columns) == ["message", "Note", "x y"]
    assert not batch.rejects


def test_parquet_keeps_its_types(tmp_path: Path) -> None:
    """Columns of a Parquet file keep type, order and missing values, on any size of batch."""
    frame = pd.DataFrame(
        {
            "n": pd.array([1, None, 3], dtype="Int64"),
            "message": ["a", None, "c"],
            "verified": pd.array([True, None, False], dtype="boolean"),
            "sent_at": pd.to_datetime(["2024-05-01 10:00", None, "2024-05-02 00:00"]),
        }
    )
    path = tmp_path / "table.parquet"
    frame.to_parquet(path)

    batch = join_batches(iter_batches(path, rows=2))

    assert list(batch.frame.columns) == list(frame.columns)
    assert batch.frame["n"].tolist() == [1, pd.NA, 3]
    first, second, third = batch.approaches()
    assert first.fields == {"verified": True, "sent_at": datetime(2024, 5, 1, 10, tzinfo=UTC)}
    assert (second.fields, second.messages, third.fields["verified"]) == ({}, (), False)


# ---------------------------------------------------------------- names of columns


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Body", "message"),
        ("message_text", "message"),
        ("E-Mail", "contact_email"),
        ("Company Founded", "company_founded"),
        ("profileUrl", "sender_profile_url"),
        ("registeredAt", "account_created"),
        ("connectionsCount", "connections"),
        ("summary", "about"),
        ("sharedConnectionsCount", "mutual_connections"),
        ("occupation", "headline"),
    ],
)
def test_known_spellings_lead_to_our_names(theirs: str, ours: str) -> None:
    """Names of known exports are found in any case and punctuation; the frame keeps theirs."""
    batch = read(f"{theirs},content\nx,y\n")

    assert batch.columns[ours] == theirs
    assert list(batch.frame.columns) == [theirs, "content"]


@pytest.mark.parametrize(
    "columns", [{"message": "Schreiben"}, ["message=Schreiben"], ["Schreiben=message"], "message=schreiben"]
)
def test_the_users_names_come_first(columns: object) -> None:
    """A mapping is taken as a dict, as a list of pairs in either order, and before any alias."""
    batch = read("Schreiben,message\nHello,other\n", columns=columns)

    assert batch.approaches()[0].messages[0].text == "Hello"


def test_the_users_names_may_stand_in_a_toml_file(tmp_path: Path) -> None:
    """A path leads to a TOML file with a table [columns]."""
    path = tmp_path / "names.toml"
    path.write_text('[columns]\nmessage = "Schreiben"\n')

    assert read("Schreiben\nHello\n", columns=path).columns == {"message": "Schreiben"}


def test_a_wrong_name_says_what_is_allowed() -> None:
    """A name that is not ours is a UsageError, one that is not in the file a ReadError."""
    with pytest.raises(UsageError, match="'words' is not a column of ours"):
        read("message\nx\n", columns={"words": "message"})
    with pytest.raises(ReadError, match="no column 'Text2'"):
        read("message\nx\n", columns={"message": "Text2"})


# ---------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("name", "value", "parsed"),
    [
        ("connections", "500+", 500.0),
        ("connections", "1,234", 1234.0),
        ("connections", "1.234", 1234.0),
        ("connections", "1.2K", 1200.0),
        ("connections", 12.0, 12.0),
        ("company_employees", "11-50 employees", 11.0),
        ("company_employees", "10,001+", 10001.0),
        ("company_founded", "2019", 2019.0),
        ("company_founded", 2019, 2019.0),
        ("company_founded", "2019.0", 2019.0),
        ("company_registered", "Yes", True),
        ("verified", np.False_, False),
        ("verified", 1, True),
        ("account_created", "2024-05", datetime(2024, 5, 1, tzinfo=UTC)),
        ("account_created", "May 2024", datetime(2024, 5, 1, tzinfo=UTC)),
        ("account_created", "2024-05-07T01:02:03.000Z", datetime(2024, 5, 7, 1, 2, 3, tzinfo=UTC)),
        ("account_created", pd.Timestamp("2024-05-07"), datetime(2024, 5, 7, tzinfo=UTC)),
        ("offered_pay", "£2,000 per report", "£2,000 per report"),
        ("offered_pay", 2000.0, "2000"),
        ("offered_pay_currency", "gbp", "GBP"),
        ("offered_pay_currency", "€", "EUR"),
        ("offered_pay_period", "per annum", "year"),
        ("recipient_country", "NA", "NA"),
        ("headline", "  spaces stay ", "  spaces stay "),
    ],
)
def test_a_value_is_parsed_by_the_kind_of_its_column(name: str, value: object, parsed: object) -> None:
    """Text and typed cells give the same parsed value."""
    assert parse_value(name, value) == (parsed, None)


@pytest.mark.parametrize("value", ["", "  ", None, float("nan"), pd.NA, pd.NaT, np.nan, np.datetime64("NaT")])
def test_a_missing_value_is_unknown_without_a_note(value: object) -> None:
    """Every way to say missing is unknown, for every kind of column and for marks."""
    for name in ("connections", "verified", "sent_at", "headline", "offered_pay"):
        assert parse_value(name, value) == (None, None)
    assert parse_mark("vague_client", value) == (None, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("company_founded", "abc"),
        ("connections", "-5"),
        ("connections", "2.5"),
        ("verified", "perhaps"),
        ("account_created", "2024-13"),
        ("sent_at", "16/10/2018"),
        ("offered_pay_currency", "XQZ"),
        ("offered_pay_period", "fortnight"),
    ],
)
def test_a_value_that_cant_be_parsed_is_noted(name: str, value: str) -> None:
    """It does not cost the row: it is unknown, and a note says which value and why."""
    batch = read(f'message,{name}\nHello,"{value}"\n')

    assert batch.counts.rejected == 0
    assert name not in batch.approaches()[0].fields
    (note,) = batch.notes[0]
    assert note.startswith(f'{name}: "{value}" is not ')


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-05-01 10:00:00 UTC", datetime(2024, 5, 1, 10, tzinfo=UTC)),
        ("2024-05-01T12:00:00+02:00", datetime(2024, 5, 1, 10, tzinfo=UTC)),
        ("10/16/18, 8:36 AM", datetime(2018, 10, 16, 8, 36, tzinfo=UTC)),
        ("1/8/18, 12:14 PM", datetime(2018, 1, 8, 12, 14, tzinfo=UTC)),
        ("2/10/26, 3:12\u202fPM", datetime(2026, 2, 10, 15, 12, tzinfo=UTC)),
        ("31 Dec 2024", datetime(2024, 12, 31, tzinfo=UTC)),
        ("6-Feb-26", datetime(2026, 2, 6, tzinfo=UTC)),
        ("2024/05/01 10:00:00 UTC", datetime(2024, 5, 1, 10, tzinfo=UTC)),
        ("Wed May 01 10:00:00 UTC 2024", datetime(2024, 5, 1, 10, tzinfo=UTC)),
    ],
)
def test_times_of_every_export_are_read(text: str, moment: datetime) -> None:
    """Every way in which an export writes a time gives an aware time in UTC."""
    assert parse_time(text) == moment


@given(st.text(max_size=30))
def test_no_text_breaks_a_parser(text: str) -> None:
    """Any text gives a value, or a note, or is missing; never an error."""
    for name in (
        "connections",
        "verified",
        "sent_at",
        "account_created",
        "company_founded",
        "offered_pay_period",
    ):
        value, note = parse_value(name, text)
        assert value is None or note is None


# ---------------------------------------------------------------- marks, frames, rows


def test_marks_alone_are_a_table() -> None:
    """Columns named as indicators are marks: yes / no or 0 to 1; anything else is noted."""
    batch = read("vague_client,cover_company\nyes,0.25\nno,\n7,\n")

    assert [dict(approach.marks) for approach in batch.approaches()] == [
        {"vague_client": 1.0, "cover_company": 0.25},
        {"vague_client": 0.0},
        {},
    ]
    assert batch.notes == {2: ['vague_client: "7" is neither yes or no nor a number from 0 to 1']}


def test_a_typed_frame_reads_as_its_csv_does() -> None:
    """A data frame with numbers, bools and times gives the approaches of the CSV made of it."""
    frame = pd.DataFrame(
        {
            "approach_id": [7, 8],
            "body": ["Hello", None],
            "connections": [500.0, np.nan],
            "verified": [True, False],
            "vague_client": [0.5, np.nan],
            "sent_at": pd.to_datetime(["2024-05-01 10:00", None]),
        }
    )

    approaches, notes = approaches_from_frame(frame)

    assert approaches == read(frame.to_csv(index=False)).approaches()
    assert not notes


def test_one_row_gives_what_the_frame_gives() -> None:
    """approach_from_row and approaches_from_frame agree."""
    frame = pd.DataFrame(
        {"approach_id": ["a"], "message": ["Hello"], "connections": [3], "company_founded": ["abc"]}
    )

    approaches, notes = approaches_from_frame(frame)

    assert approach_from_row(frame.iloc[0].to_dict()) == (approaches[0], notes[0])


def test_made_ids_do_not_depend_on_the_batch() -> None:
    """Without a key the id is the number of the row in the file, rejected rows counted."""
    data = b"message,x\na,1\nbad\nb,2\nc,3\n"

    ids = [key for batch in iter_batches(io.BytesIO(data), rows=2) for key in batch.ids]

    assert ids == read(data).ids == ["row-1", "row-3", "row-4"]


# ---------------------------------------------------------------- messages and profiles

MESSAGES = """approach_id,sent_at,direction,text
a,2024-05-02,inbound,second
a,2024-05-01,in,first
a,2024-05-03,outbound,reply
z,2024-05-03,inbound,lost
b,,sideways,what
b,,inbound,
"""


def test_a_messages_table_makes_threads() -> None:
    """Messages are joined on the key, oldest first, and stand instead of the message column."""
    batch = read("approach_id,message\na,column\nb,column\n", messages=io.BytesIO(MESSAGES.encode()))

    first, second = batch.approaches()
    assert [(m.text, m.inbound) for m in first.messages] == [
        ("first", True),
        ("second", True),
        ("reply", False),
    ]
    assert second.messages == (Message("column", True, None),)


def test_every_message_is_accounted_for() -> None:
    """Messages of unknown approaches and directions are rejects with their line; counts add up."""
    data = b"approach_id,x\na,1\nb,2\nc,3\n"

    batch = join_batches(iter_batches(io.BytesIO(data), rows=1, messages=io.BytesIO(MESSAGES.encode())))

    counts = batch.message_counts
    assert (counts.read, counts.used, counts.skipped, counts.rejected) == (6, 3, 1, 2)
    assert [(r.line, r.column, r.table) for r in batch.rejects] == [
        (5, "approach_id", "messages"),
        (6, "direction", "messages"),
    ]
    assert batch.counts.rejected == 0


def test_a_messages_table_in_place_of_approaches_is_explained() -> None:
    """A messages table without an inbound column of ours says what to do with it."""
    with pytest.raises(ReadError, match="needs a column text"):
        read("approach_id,message\na,b\n", messages=pd.DataFrame({"approach_id": ["a"]}))


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/jane-d%C3%B6e",
        "http://linkedin.com/in/jane-döe/",
        "de.linkedin.com/in/Jane-D%c3%b6e?trk=x",
        "https://www.linkedin.com/in/jane-döe/en#about",
    ],
)
def test_addresses_of_one_profile_are_one(url: str) -> None:
    """Scheme, www, locale, query, slash, case and percent-encoding make no difference."""
    assert normalise_profile_url(url) == "linkedin.com/in/jane-döe"


PHANTOM = (
    "profileUrl,fullName,companyName,title,summary,sharedConnectionsCount\n"
    "https://www.linkedin.com/in/jane/,Jane,Firm,Partner,About me,3\n"
)
PROXYCURL = {
    "public_identifier": "jane",
    "full_name": "Jane",
    "occupation": "Partner",
    "summary": "About me",
    "connections": 12,
    "recommendations": ["a", "b"],
    "experiences": [{"company": "Firm", "ends_at": None}, {"company": "Old", "ends_at": {"year": 2020}}],
}
APIFY = {
    "linkedinUrl": "https://www.linkedin.com/in/jane",
    "headline": "Partner",
    "about": "About me",
    "verified": True,
    "registeredAt": "2024-05-01T00:00:00.000Z",
    "connectionsCount": 12,
    "location": {"linkedinText": "London"},
    "currentPosition": [{"companyName": "Firm"}],
    "experience": [{"companyName": "Firm"}, {"companyName": "Old"}],
}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PHANTOM, {"company": "Firm", "headline": "Partner", "about": "About me", "mutual_connections": "3"}),
        (
            json.dumps([PROXYCURL]),
            {"company": "Firm", "recommendations": "2", "positions_listed": "2", "connections": "12"},
        ),
        (
            json.dumps(APIFY) + "\n" + json.dumps({"linkedinUrl": "https://linkedin.com/in/joe"}),
            {
                "verified": "yes",
                "account_created": "2024-05-01T00:00:00.000Z",
                "positions_listed": "2",
                "company": "Firm",
            },
        ),
        (
            "linkedinUrl,experience/0/position,experience/1/position,experience/2/position\nlinkedin.com/in/jane,a,b,\n",
            {"positions_listed": "2"},
        ),
    ],
)
def test_profiles_of_known_vendors_are_read(data: str, expected: dict[str, str]) -> None:
    """PhantomBuster CSV, Proxycurl JSON, Apify JSON lines and flattened CSV lead to our fields."""
    found = read_profiles(io.BytesIO(data.encode())).find("http://uk.linkedin.com/in/jane/")

    assert expected.items() <= found.items()


def test_profiles_fill_only_what_is_unknown() -> None:
    """A joined profile fills empty cells of the approach; the frame stays as it was."""
    text = (
        "message,sender_profile_url,company\nHi,linkedin.com/in/jane,\nHo,linkedin.com/in/jane/,Own\nHa,,\n"
    )

    batch = read(text, profiles=io.BytesIO(PHANTOM.encode()))

    assert [a.fields.get("company") for a in batch.approaches()] == ["Firm", "Own", None]
    assert batch.frame["company"].tolist() == ["", "Own", ""]
    assert batch.approaches()[0].fields["mutual_connections"] == 3.0


def test_a_profile_without_an_address_is_a_reject() -> None:
    """Rows that can't be joined are counted and listed, not dropped."""
    profiles = read_profiles(io.BytesIO(b"profileUrl,headline\n,Lost\nlinkedin.com/in/jane,Kept\n"))

    assert (profiles.read, len(profiles)) == (2, 1)
    assert [(r.line, r.table) for r in profiles.rejects] == [(2, "profiles")]
