"""Promises of the command line as far as it shows reports and explanations."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from reviewed import TELLING

from recruitrisk.cli import main

NAME = "Zebulon Quistgaard"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """One approach whose sender has a name."""
    path = tmp_path / "in.csv"
    text = TELLING.messages[0].text.replace("\n", " ")
    path.write_text(f'approach_id,sender_name,message\nx,{NAME},"{text}"\n', encoding="utf-8")
    return path


@pytest.mark.parametrize(("flags", "kept"), [([], False), (["--redact"], False), (["--no-redact"], True)])
def test_reports_are_masked_unless_told_otherwise(table: Path, flags: list[str], kept: bool) -> None:
    """Masking is the default, can be asked for, and is left out on request alone."""
    report = table.with_name("r.html")
    assert (
        main(["score", str(table), "-o", str(table.with_name("out.csv")), "--report", str(report), *flags])
        == 0
    )
    assert (NAME in report.read_text("utf-8")) is kept


def test_a_report_is_refused_before_anything_is_scored(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A report that can't be written, or would replace the input, ends the run at once, in one line."""
    out = table.with_name("out.csv")
    for report, code in ((table.parent / "no" / "r.html", 5), (table, 2), (out, 2)):
        assert main(["score", str(table), "-o", str(out), "--report", str(report)]) == code
        assert capsys.readouterr().err.count("\n") == 1
        assert not out.exists()


def test_a_narrow_terminal_is_kept_to(
    table: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 60 columns no line of `explain` or of the summary of `score` is longer, but for names of files."""
    monkeypatch.setenv("COLUMNS", "60")
    letter = table.with_name("m.txt")
    letter.write_text(TELLING.messages[0].text + " \x1b]0;title\x07", encoding="utf-8")
    main(["explain", str(letter)])
    main(["score", str(table), "-o", str(table.with_name("out.csv"))])
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "\x07" not in said
    assert [line for line in said.splitlines() if len(line) > 60 and not line.startswith("wrote")] == []
