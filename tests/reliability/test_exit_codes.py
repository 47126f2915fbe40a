"""Exit codes: every outcome ends with the documented code, and a second run changes nothing."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import recruitrisk.cli
from tests.reliability.conftest import Tally
from tests.reliability.forge import Forge, one_line

GOOD = "approach_id,message\na,We pay for each report. Write to me on Telegram.\nb,Hello there\n"
TEXT = "Our client can't be named. We pay 2000 euros in cash for a report.\n"


def _files(folder: Path) -> None:
    folder.mkdir()
    (folder / "good.csv").write_text(GOOD)
    (folder / "ragged.csv").write_text(GOOD + "c,d,e\n")
    (folder / "empty.csv").write_text("")
    (folder / "no_text.csv").write_text("a,b\n1,2\n")
    (folder / "scored.csv").write_text("message,risk\nhello,0.5\n")
    (folder / "text.txt").write_text(TEXT)
    (folder / "blank.txt").write_text("  \n")
    (folder / "broken.zip").write_bytes(b"PK\x03\x04" + b"x" * 99)
    (folder / "broken.parquet").write_bytes(b"PAR1" + b"x" * 99)
    (folder / "folder").mkdir()
    (folder / "model").mkdir()
    (folder / "model" / "manifest.json").write_text("{}")
    (folder / "columns.toml").write_text("= nothing\n")
    (folder / "conversations.jsonl").write_text("{\n")


OUTCOMES: dict[str, tuple[int, list[str]]] = {
    "version": (0, ["--version"]),
    "help": (0, ["--help"]),
    "help of score": (0, ["score", "--help"]),
    "list of indicators": (0, ["indicators"]),
    "one indicator": (0, ["indicators", "vague_client"]),
    "explained as text": (0, ["explain", "text.txt"]),
    "explained as JSON": (0, ["explain", "text.txt", "--format", "json"]),
    "scored": (0, ["score", "good.csv", "-o", "out.csv"]),
    "scored to Parquet": (0, ["score", "good.csv", "-o", "out.parquet"]),
    "scored with a report": (0, ["score", "good.csv", "-o", "out.csv", "--report", "out.html"]),
    "scored with rejects": (0, ["score", "ragged.csv", "-o", "out.csv"]),
    "scored to a pipe": (0, ["score", "good.csv"]),
    "no command": (2, []),
    "no such command": (2, ["judge"]),
    "no such option": (2, ["score", "good.csv", "--colour"]),
    "base rate of 2": (2, ["score", "good.csv", "--base-rate", "2"]),
    "base rate that is no number": (2, ["score", "good.csv", "--base-rate", "often"]),
    "scored twice": (2, ["score", "scored.csv", "-o", "out.csv"]),
    "no such file": (3, ["score", "none.csv", "-o", "out.csv"]),
    "empty file": (3, ["score", "empty.csv", "-o", "out.csv"]),
    "neither text nor marks": (3, ["score", "no_text.csv", "-o", "out.csv"]),
    "broken zip": (3, ["score", "broken.zip", "-o", "out.csv"]),
    "broken Parquet": (3, ["score", "broken.parquet", "-o", "out.csv"]),
    "text of blanks": (3, ["explain", "blank.txt"]),
    "no such text": (3, ["explain", "none.txt"]),
    "broken conversations": (3, ["review", "--data", "conversations.jsonl"]),
    "no such model": (4, ["score", "good.csv", "-o", "out.csv", "--model", "none"]),
    "broken model": (4, ["explain", "text.txt", "--model", "model"]),
    "output is a folder": (5, ["score", "good.csv", "-o", "folder"]),
    "output in no folder": (5, ["score", "good.csv", "-o", "none/out.csv"]),
    "report in no folder": (5, ["score", "good.csv", "-o", "out.csv", "--report", "none/out.html"]),
}
"""Outcome -> exit code and arguments."""


def _content(folder: Path) -> dict[str, str]:
    """Hash of every file, times of the run and the random ids of Parquet aside."""
    found = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        data = path.read_bytes()
        if path.suffix in (".json", ".html"):
            data = re.sub(rb'"(finished|seconds)": ?[^,\n]*', b"", data)
        found[str(path.relative_to(folder))] = hashlib.sha256(data).hexdigest()
    return found


@pytest.mark.parametrize("name", OUTCOMES)
def test_outcome_has_its_code_twice(name: str, forge: Forge, tmp_path: Path, tally: Tally) -> None:
    """The documented code, one line for a complaint and nothing on top of it; the second run leaves every byte as it was."""
    tally.of("Exit codes").count(2)
    code, argv = OUTCOMES[name]
    folder = tmp_path / "work"
    _files(folder)

    first = forge.run(*argv, cwd=folder)
    before = _content(folder)
    second = forge.run(*argv, cwd=folder)

    assert (first.code, second.code) == (code, code), first.line
    if code:
        assert one_line(first), first.err
        assert first.out == b""
    plain: Callable[[bytes], bytes] = lambda b: re.sub(rb"\([0-9.]+ s\)", b"", b)  # noqa: E731
    assert plain(first.out) == plain(second.out)
    assert _content(folder) == before
    shutil.rmtree(folder)


def test_codes_are_documented(tally: Tally) -> None:
    """Every code that is promised here stands in the help and in the docstring of the command line."""
    tally.of("Exit codes").count()
    text = f"{recruitrisk.cli.__doc__}"
    helped = recruitrisk.cli.parser().format_help()
    for code in sorted({code for code, _ in OUTCOMES.values()} | {1, 130}):
        assert re.search(rf"\b{code} [a-z]", text), code
        assert re.search(rf"\b{code} [a-z]", helped), code
