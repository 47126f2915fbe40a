"""Bounds: very many rows, a very long message, a very long thread: bounded memory, or a clear refusal."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability.conftest import Tally
from tests.reliability.forge import Forge, Ran, one_line

MOST = 512  # MiB above the library's own import with the model loaded
WORDS = (
    "we pay for each report write to me on telegram our client asks about the ministry please keep this between us "
    "thanks for the notes could you call on thursday the weather is fine and the team is well"
).split()


def _sentences(rng: random.Random) -> Iterator[str]:
    while True:
        yield " ".join(rng.choice(WORDS) for _ in range(rng.randint(4, 14))).capitalize() + ". "


def _text(characters: int, rng: random.Random) -> str:
    out: list[str] = []
    size = 0
    for sentence in _sentences(rng):
        out.append(sentence)
        size += len(sentence)
        if size >= characters:
            break
    return "".join(out)[:characters]


def _held(ran: Ran, tally: Tally, what: str) -> None:
    tally.note(f"{what}: {ran.peak:.0f} MiB, {ran.seconds:.0f} s, exit code {ran.code}")
    assert ran.code == 0 or (ran.code in (2, 3) and one_line(ran)), ran.err
    assert ran.peak <= MOST, f"{ran.peak:.0f} MiB"


@pytest.mark.parametrize(
    "kind", ["sentences", "one word", "no spaces, many signs", "one letter a line", "tags", "numbers"]
)
def test_long_message(kind: str, forge: Forge, tmp_path: Path, long: bool, tally: Tally) -> None:
    """A message of 10 MB (short form: 25 kB) of any make, in a table and explained alone."""
    size = 10_000_000 if long else 25_000
    rng = random.Random(1)
    text = {
        "sentences": lambda: _text(size, rng), "one word": lambda: "x" * size, "no spaces, many signs": lambda: "a-b.c/" * (size // 6),
        "one letter a line": lambda: "a\n" * (size // 2), "tags": lambda: "<b>pay</b>" * (size // 10), "numbers": lambda: "£2,000 " * (size // 7),
    }[kind]()  # fmt: skip
    (tmp_path / "in.csv").write_text('approach_id,message\na,"' + text + '"\nb,We pay for each report.\n')
    (tmp_path / "text.txt").write_text(text)
    tally.of("Bounds").count(2)

    scored = forge.run("score", "in.csv", "-o", "out.csv", cwd=tmp_path, timeout=1800)
    explained = forge.run("explain", "text.txt", cwd=tmp_path, timeout=1800)

    _held(scored, tally, f"message of {size // 1000:,} kB, {kind}")
    _held(explained, tally, "explained")
    if scored.code == 0:
        run = json.loads((tmp_path / "out.csv.run.json").read_text())
        assert run["read"] == 2 == run["scored"] + run["not_assessable"] + run["rejected"]


def test_long_thread(forge: Forge, tmp_path: Path, long: bool, tally: Tally) -> None:
    """100,000 messages in one thread (short form: 3,000)."""
    count = 100_000 if long else 3_000
    rng = random.Random(2)
    sentences = _sentences(rng)
    (tmp_path / "in.csv").write_text("approach_id\na\n")
    with (tmp_path / "m.csv").open("w") as file:
        file.write("approach_id,sent_at,direction,text\n")
        for n in range(count):
            file.write(
                f"a,2025-01-{n % 28 + 1:02d}T10:00:00Z,{'outbound' if n % 7 == 3 else 'inbound'},{next(sentences)}\n"
            )
    tally.of("Bounds").count()

    ran = forge.run("score", "in.csv", "--messages", "m.csv", "-o", "out.csv", cwd=tmp_path, timeout=1800)

    _held(ran, tally, f"{count:,} messages in one thread")


def test_many_rows(forge: Forge, tmp_path: Path, long: bool, tally: Tally) -> None:
    """1,000,000 rows (short form: 2,000), most of them marks without a text, with rejects among them."""
    count = 1_000_000 if long else 2_000
    rng = random.Random(3)
    sentences = _sentences(rng)
    rejected = 0
    with (tmp_path / "in.csv").open("w") as file:
        file.write("approach_id,vague_client,cover_company,secrecy_request,message\n")
        for n in range(count):
            text = next(sentences) if n % 20 == 0 else ""
            rejected += n % 1000 == 7
            file.write(f"k{n},{n % 2},{n % 3 / 2},,{text}{',' if n % 1000 == 7 else ''}\n")
    tally.of("Bounds").count()

    ran = forge.run("score", "in.csv", "-o", "out.csv", cwd=tmp_path, timeout=36_000)

    _held(ran, tally, f"{count:,} rows")
    run = json.loads((tmp_path / "out.csv.run.json").read_text())
    assert run["read"] == count
    assert run["rejected"] == rejected
    assert run["scored"] + run["not_assessable"] == count - rejected
