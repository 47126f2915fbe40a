"""Terminal inert: no control character of a stranger reaches the screen, whatever is printed and wherever it stood."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.reliability.conftest import Tally
from tests.reliability.forge import Forge
from tests.reliability.payloads import terminal
from tests.reliability.tables import csv_text

PAYLOADS = terminal()
TEXT = "Our client can't be {0} named. We pay $2,000 {0} in cash for each {0} report. Write to me {0} on Telegram, tell nobody."
JOINERS = "\u200c\u200d"


def _raw(out: bytes, *, screen: bool) -> list[str]:
    """Control, format and separator characters; a line end is none, nor, on a screen, what the line end and the bar need."""
    text = out.decode("utf-8", "replace")
    allowed = "\n\r" if screen else "\n"
    return sorted(
        {
            c
            for c in text
            if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") and c not in allowed + JOINERS
        }
    )


def _messages() -> list[str]:
    """Texts that hold all of the payloads, some in each, where they will be quoted."""
    return ["\n".join(TEXT.format(p) for p in PAYLOADS[at : at + 8]) for at in range(0, len(PAYLOADS), 8)]


def test_there_are_a_hundred_payloads(tally: Tally) -> None:
    """The list is as long as promised."""
    tally.of("Terminal inert")

    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 100


@pytest.mark.parametrize("pty", [False, True], ids=["pipe", "terminal"])
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_explaining(form: str, pty: bool, forge: Forge, tmp_path: Path, long: bool, tally: Tally) -> None:
    """Explained in every form, in a pipe and on a terminal, no payload comes through raw."""
    tally.of("Terminal inert")
    texts = _messages() if long or form == "text" else _messages()[::4]
    for number, text in enumerate(texts):
        (tmp_path / "text.txt").write_bytes(text.encode())
        ran = forge.run("explain", "text.txt", "--format", form, cwd=tmp_path, pty=pty, env={"NO_COLOR": "1"})
        assert ran.code == 0, ran.err
        assert _raw(ran.out + ran.err, screen=pty) == [], (number, form)
        tally.count(8)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every payload in every field, and rows that are rejected."""
    path = tmp_path_factory.mktemp("terminal") / "in.csv"
    header = ["approach_id", "sender_name", "company", "headline", "company_founded", "message"]
    rows = [[f"{p}{at}", p, p, p, p, TEXT.format(p)] for at, p in enumerate(PAYLOADS)]
    path.write_text(csv_text([header, *rows, *([p] for p in PAYLOADS)]), "utf-8")
    return path


@pytest.mark.parametrize("pty", [False, True], ids=["pipe", "terminal"])
def test_scoring(pty: bool, table: Path, forge: Forge, tmp_path: Path, tally: Tally) -> None:
    """The summary of a run with the payloads in ids and reasons."""
    tally.of("Terminal inert").count(len(PAYLOADS))

    ran = forge.run("score", table, "-o", "out.csv", cwd=tmp_path, pty=pty)

    assert ran.code == 0, ran.err
    assert _raw(ran.out + ran.err, screen=pty) == []


def test_scoring_to_the_terminal(table: Path, forge: Forge, tmp_path: Path, tally: Tally) -> None:
    """A table that is written to standard output shows no raw payload where that is a terminal; into a pipe it goes untouched."""
    tally.of("Terminal inert").count(len(PAYLOADS))

    shown = forge.run("score", table, cwd=tmp_path, pty=True)
    piped = forge.run("score", table, cwd=tmp_path)

    assert shown.code == piped.code == 0
    assert _raw(shown.out, screen=True) == []
    assert PAYLOADS[0].encode() in piped.out


@pytest.mark.parametrize("pty", [False, True], ids=["pipe", "terminal"])
def test_complaints(pty: bool, forge: Forge, tmp_path: Path, long: bool, tally: Tally) -> None:
    """Names of files, columns, models and indicators that hold a payload are complained about without it."""
    tally.of("Terminal inert")
    for number, payload in enumerate(PAYLOADS if long else PAYLOADS[::40]):
        if "\0" in payload:
            continue
        odd = payload.replace("/", "")
        (tmp_path / "in.csv").write_bytes(f"{payload},{payload}\na,b\n".encode())
        (tmp_path / "one.csv").write_bytes(f'"{payload}",b\na,b\n'.encode())
        (tmp_path / "good.csv").write_bytes(b"message\nhello\n")
        (tmp_path / f"{odd}.csv").write_bytes(b"")
        for argv in (
            ["score", "in.csv"], ["score", "one.csv"], ["score", f"{odd}.csv"], ["score", payload], ["score", "good.csv", "--columns", f"message={payload}"],
            ["score", "good.csv", "-o", f"none/{payload}"], ["score", "good.csv", "--model", payload], ["indicators", payload], ["explain", payload],
            ["score", "good.csv", "--base-rate", payload], ["review", "--data", payload], ["synth", "--setting", payload], [payload],
        ):  # fmt: skip
            ran = forge.run(*argv, cwd=tmp_path, pty=pty)
            assert ran.code in (2, 3, 4, 5), (number, argv, ran.code, ran.err)
            assert _raw(ran.out + ran.err, screen=pty) == [], (number, argv, ran.out, ran.err)
            tally.count()
        (tmp_path / f"{odd}.csv").unlink()
