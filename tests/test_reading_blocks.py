"""Promises of reading by ranges of bytes: whatever lies in a file, what comes out is what the exact reader gives."""

from __future__ import annotations

import csv
import io
import pickle
import tempfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitrisk.errors import ReadError
from recruitrisk.reading import Batch, iter_blocks, join_batches, read_approaches
from recruitrisk.reading.blocks import Block, frame_records
from recruitrisk.reading.keys import Keys

ROOT = Path(__file__).parent.parent


def _same(path: Path, size: int, messages: Path | None = None) -> list[Batch]:
    """Read both ways, compare everything; gives the batches of the quick way."""
    exact = read_approaches(path, messages=messages)
    parts = list(iter_blocks(path, 3, size=size, messages=messages))
    keys = list(iter_blocks(path, 3, size=size, messages=messages, whole=False))
    for found in (join_batches(parts), join_batches(pickle.loads(pickle.dumps(part)) for part in keys)):
        assert found.ids == exact.ids
        pd.testing.assert_frame_equal(found.frame, exact.frame, check_index_type=False)
        assert found.counts.read == exact.counts.read
        assert found.message_counts.read == exact.message_counts.read
        assert found.approaches() == exact.approaches()
        assert found.notes == exact.notes
        assert found.source == exact.source
    assert join_batches(parts).rejects == exact.rejects
    assert [r for part in keys for r in part.rejects] == exact.rejects
    assert join_batches(parts).lines == exact.lines
    return parts


ROWS = st.sampled_from(
    [
        b"1,a,b", b"2,b,", b'3,"x, y\nz","q ""r"" s"', b'4,"\r\n",x\r', b"", b"\r", b"x", b"  ", b"1,2,3,4", b'"open,1,2',
        b"n\0,1,2", b"\xff,1,2", b'"q" q,1,2', b'5" screws,a,b', b'a,"b" ,c', b"a\rb,1,2", b'"a\rb",1,2', b"1,dup,b",
        b'"","",""', b'7,"""",a', b'8,"""a""b""",', b"\xef\xbb\xbf9,a,b", "é,ö,€".encode(), b' "lead",1,2', b'9,"', b'","',
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(ROWS, max_size=25), st.sampled_from([1, 7, 40, 10_000]), st.booleans(), st.booleans())
def test_any_rows_read_the_same(rows: list[bytes], size: int, ended: bool, keyed: bool) -> None:
    """Stray and open quotation marks, NUL, bad bytes, wrong widths, repeated keys: rows, rejects, lines, notes and ids are the same."""
    head = "approach_id,message,é\n" if keyed else "é,message,connections\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "in.csv"
        path.write_bytes(head.encode() + b"\n".join(rows) + (b"\n" if ended else b""))

        _same(path, size)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(ROWS, max_size=8),
    st.sampled_from([b"message\n", b"\xef\xbb\xbfmessage\r\n", b"sep=,\n\nmessage\n"]),
)
def test_one_column_reads_the_same(rows: list[bytes], head: bytes) -> None:
    """A table of one column, in which blank lines and empty values differ by quotation marks alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "in.csv"
        path.write_bytes(head + b"\n".join(row.replace(b",", b"") for row in rows))

        _same(path, 30)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            *[st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)] * 3
        ),
        max_size=8,
    ),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_any_text_reads_the_same(rows: list[tuple[str, str, str]], delimiter: str, quoting: int) -> None:
    """Any text, under any delimiter that is found, in blocks of a few bytes."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=quoting).writerows([["message", "Note", "x y"], *rows])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "in.csv"
        path.write_bytes(text.getvalue().encode())

        _same(path, 16)


@pytest.mark.parametrize(
    "data",
    [
        b"message,x\n" + b"w" * 140_000 + b",1\nnext,2\n",
        b'message,x\n"' + b'a ""b"", c\n' * 20_000 + b'",1\nnext,2\n',
        "message,x\nHello Zoë – €5,Jörg\n".encode("cp1252"),
        "message,x\nHello Zoë – €5,Jörg\n".encode("utf-16"),
        b"message,x\n",
        b"message,x\n\n\n",
        b"message,x\nlast,1",
        b'message,x\n"never closed,1\n' + b"a,b\n" * 50,
        b"vague_client,cover_company\nyes,0.25\nno,\n7,\n",
    ],
    ids=range(9),
)
@pytest.mark.parametrize("size", [11, 1 << 22])
def test_odd_files_read_the_same(tmp_path: Path, data: bytes, size: int) -> None:
    """Wide values, other encodings, no rows, no last line end, a mark that is never closed."""
    (tmp_path / "in.csv").write_bytes(data)

    _same(tmp_path / "in.csv", size)


@pytest.mark.parametrize("size", [5_000, 100_000, 1 << 22])
def test_sample_reads_the_same(size: int) -> None:
    """The sample that ships, with its messages, is read in blocks, and to the same approaches."""
    sample = ROOT / "data" / "synthetic" / "sample.csv"

    parts = _same(sample, size, sample.with_name("sample.messages.csv"))

    assert sum(isinstance(part, Block) for part in parts) >= sample.stat().st_size // max(size, 10_000)


def test_a_bad_row_costs_its_block_alone(tmp_path: Path) -> None:
    """A row of another width leaves the blocks before and behind it to the quick parser; a stray mark does not."""
    rows = [b"%d,some text,x\n" % n for n in range(200)]
    rows[100] = b"100,too,many,values\n"
    (tmp_path / "width.csv").write_bytes(b"approach_id,message,x\n" + b"".join(rows))
    rows[100] = b'100,5" screws,x\n'
    (tmp_path / "mark.csv").write_bytes(b"approach_id,message,x\n" + b"".join(rows))

    width, mark = (_same(tmp_path / name, 300) for name in ("width.csv", "mark.csv"))

    assert [isinstance(part, Block) for part in (width[0], width[-1])] == [True, True]
    assert [isinstance(part, Block) for part in (mark[0], mark[-1])] == [True, False]
    assert not all(isinstance(part, Block) for part in width)


def test_a_block_is_sent_as_a_range(tmp_path: Path) -> None:
    """What goes to a worker is where the bytes are, not the text."""
    (tmp_path / "in.csv").write_bytes(b"message,x\n" + b"a text that is long enough to be seen,1\n" * 5_000)

    (block,) = iter_blocks(tmp_path / "in.csv", whole=False)

    assert len(pickle.dumps(block.bare())) < 5_000 * 12
    assert b"long enough" not in pickle.dumps(block.bare())


def test_a_file_that_changes_is_an_error(tmp_path: Path) -> None:
    """A worker that finds other rows in its range says so."""
    path = tmp_path / "in.csv"
    path.write_bytes(b"message,x\na,1\nb,2\n")
    (block,) = iter_blocks(path, whole=False)
    path.write_bytes(b"message,x\na,1,,\nb\n")

    with pytest.raises(ReadError, match="changed while it was read"):
        block.table()


@given(st.binary(max_size=60))
def test_framing_ends_between_records(data: bytes) -> None:
    """Framing of a beginning is that of the whole, as far as it goes."""
    found = frame_records(data, b",", last=False)

    if found is not None:
        assert found.size == 0 or data[found.size - 1 : found.size] == b"\n"
        again = frame_records(data[: found.size], b",", last=True)
        assert again is not None
        assert again.starts.tolist() == found.starts.tolist()


@given(st.lists(st.lists(st.text("abc", max_size=2), max_size=6), max_size=8))
def test_keys_are_a_set(batches: list[list[str]]) -> None:
    """Keys tell of each whether it was added before, in this call or an earlier one."""
    keys, known = Keys(), set()

    for batch in batches:
        for key, answer in zip(batch, keys.add(batch), strict=True):
            assert answer == (key in known)
            known.add(key)

    assert keys.missing(["a", "zz", *known]) == {"a", "zz"} - known
