"""Promises of a run: it can be killed and taken up, rows of a pipe come out as they come in, memory and input are spared."""

from __future__ import annotations

import csv
import io
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import recruitrisk
from recruitrisk import cli
from recruitrisk.approach import SCORED_COLUMNS, Approach
from recruitrisk.errors import RecruitRiskError, UsageError
from recruitrisk.model import RiskModel
from recruitrisk.reading import iter_blocks, read_approaches
from recruitrisk.reading.blocks import Block
from recruitrisk.scoring import Scorer, WriteError, score_file
from recruitrisk.scoring.writing import Spool, csv_bytes
from recruitrisk.synthetic import Synthetic

ROOT = str(Path(recruitrisk.__file__).parent.parent)
SAMPLE = Path(ROOT) / "data" / "synthetic" / "sample.csv"


@pytest.fixture(scope="module")
def scorer(model: RiskModel) -> Scorer:
    return Scorer(model, 0.02)


@pytest.fixture
def source(world: Synthetic, tmp_path: Path) -> Path:
    """Forty rows, two of which can't be read, in some ten parts."""
    lines = world.frame.head(40).to_csv(index=False).encode()
    path = tmp_path / "in.csv"
    path.write_bytes(lines + b"too,few\n" + b"a\0b,too,few\n")
    return path


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recruitrisk.scoring.files.BYTES_AT_ONCE", 6_000)
    monkeypatch.setattr("recruitrisk.scoring.files.ROWS_AT_ONCE", 5)


def _run(source: Path, output: Path, scorer: Scorer, **options: Any) -> Any:
    return score_file(str(source), str(output), scorer=scorer, **options)


def _record(output: Path) -> dict[str, Any]:
    """The record but for its times."""
    record = json.loads(Path(f"{output}.run.json").read_text("utf-8"))
    return {k: v for k, v in record.items() if k not in ("finished", "seconds", "files")}


class Stop:
    """Ends in some way when it has been called so often."""

    def __init__(self, calls: int, end: BaseException | None = None) -> None:
        self.calls, self.end = calls, end

    def __call__(self, approaches: Sequence[Approach]) -> list[Approach]:
        self.calls -= 1
        if self.calls < 0:
            if self.end is None:
                os.kill(os.getpid(), signal.SIGKILL)
            else:
                raise self.end
        return list(approaches)


# --- taking up -----------------------------------------------------------------------------------------------


def _parts(path: Path) -> list[int]:
    """Ends of the finished parts, from the journal."""
    return [json.loads(line)["output"] for line in path.read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize("name", ["out.csv", "out.parquet"])
@pytest.mark.parametrize("calls", [0, 1, 4])
def test_stopped_run_is_taken_up(
    source: Path, tmp_path: Path, model: RiskModel, calls: int, name: str
) -> None:
    """After a run that was stopped anywhere, --resume scores only what is missing and ends in the same bytes, rejects and record."""
    whole, out = tmp_path / f"whole.{name}", tmp_path / name
    _run(source, whole, Scorer(model, enrich=(Stop(1_000),)), keep=9)
    with pytest.raises(RecruitRiskError, match="stopped"):
        _run(
            source,
            out,
            Scorer(model, enrich=(Stop(calls, RecruitRiskError("stopped")),)),
            keep=9,
            resume=True,
        )
    finished = len(_parts(tmp_path / f"{name}.parts" / "journal.jsonl"))
    counting = Stop(1_000)

    run, kept = _run(source, out, Scorer(model, enrich=(counting,)), keep=9, resume=True)

    assert finished == calls
    assert out.read_bytes() == whole.read_bytes()
    assert Path(f"{out}.rejects.csv").read_bytes() == Path(f"{whole}.rejects.csv").read_bytes()
    assert _record(out) == _record(whole)
    assert run.rejected == 2
    assert not Path(f"{out}.parts").exists()
    risks = sorted((a.risk for _, a, _ in kept), reverse=True)
    assert risks == [a.risk for _, a, _ in kept]
    assert len(risks) == 9


_CHILD = """
import os, sys
import recruitrisk.scoring.files as files
from recruitrisk.scoring import Scorer, score_file
files.BYTES_AT_ONCE, files.ROWS_AT_ONCE = 6_000, 5
calls = 0
def stop(approaches):
    global calls
    calls += 1
    if calls > 3:
        os.kill(os.getpid(), 9)
    return list(approaches)
score_file(sys.argv[1], sys.argv[2], scorer=Scorer(base_rate=0.02, enrich=(stop,)))
"""


def test_killed_process_is_taken_up(source: Path, tmp_path: Path, model: RiskModel) -> None:
    """A process that is killed without warning leaves no output, and what it finished is taken up by another one."""
    out = tmp_path / "out.csv"
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(source), str(out)],
        env={**os.environ, "PYTHONPATH": ROOT},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert not out.exists()
    assert len(_parts(tmp_path / "out.csv.parts" / "journal.jsonl")) == 3

    def stop(approaches: Sequence[Approach]) -> list[Approach]:
        return list(approaches)

    _run(source, out, Scorer(model, 0.02, enrich=(stop,)), resume=True)
    _run(source, tmp_path / "whole.csv", Scorer(model, 0.02))

    assert out.read_bytes() == (tmp_path / "whole.csv").read_bytes()


@pytest.mark.parametrize("damage", ["torn line", "torn output", "no line"])
def test_torn_journal_is_cut_back(source: Path, tmp_path: Path, model: RiskModel, damage: str) -> None:
    """A part whose line or bytes did not come to the disk is done again, whatever of it is there."""
    out, folder = tmp_path / "out.csv", tmp_path / "out.csv.parts"
    _run(source, tmp_path / "whole.csv", Scorer(model))
    with pytest.raises(RecruitRiskError, match="stopped"):
        _run(source, out, Scorer(model, enrich=(Stop(4, RecruitRiskError("stopped")),)), resume=True)
    journal = folder / "journal.jsonl"
    header, *lines = journal.read_bytes().split(b"\n")
    header = json.dumps({**json.loads(header), "enrichers": []}, sort_keys=True).encode()
    journal.write_bytes(b"\n".join([header, *lines]))
    if damage == "torn line":
        journal.write_bytes(journal.read_bytes()[:-40])
    elif damage == "torn output":
        os.truncate(folder / "output", _parts(journal)[-1] - 10)
    else:
        journal.write_bytes(header + b"\n")
        with (folder / "output").open("ab") as stream:
            stream.write(b"half a row")

    _run(source, out, Scorer(model), resume=True)

    assert out.read_bytes() == (tmp_path / "whole.csv").read_bytes()


@pytest.mark.parametrize("change", ["base rate", "input", "report"])
def test_other_run_is_not_taken_up(source: Path, tmp_path: Path, model: RiskModel, change: str) -> None:
    """Finished parts of another input, model or options are refused by an error that says what to do."""
    stop = (Stop(2, RecruitRiskError("stopped")),)
    with pytest.raises(RecruitRiskError, match="stopped"):
        _run(source, tmp_path / "out.csv", Scorer(model, 0.02, enrich=stop), resume=True)
    if change == "input":
        source.write_bytes(source.read_bytes().replace(b"Hello", b"Hallo") + b"\n")

    with pytest.raises(UsageError, match="run without --resume"):
        _run(
            source, tmp_path / "out.csv", Scorer(model, 0.03 if change == "base rate" else 0.02, enrich=stop),
            resume=True, keep=3 * (change == "report"),
        )  # fmt: skip


def test_without_resume_a_run_begins_anew(source: Path, tmp_path: Path, model: RiskModel) -> None:
    """What an earlier run left is thrown away by a run without --resume; a folder that is no such thing is not touched."""
    out = tmp_path / "out.csv"
    with pytest.raises(RecruitRiskError, match="stopped"):
        _run(source, out, Scorer(model, enrich=(Stop(2, RecruitRiskError("stopped")),)), resume=True)
    _run(source, out, Scorer(model))
    assert not (tmp_path / "out.csv.parts").exists()

    (tmp_path / "out.csv.parts").mkdir()
    (tmp_path / "out.csv.parts" / "mine.txt").touch()
    with pytest.raises(WriteError, match="move it away"):
        _run(source, out, Scorer(model))
    assert (tmp_path / "out.csv.parts" / "mine.txt").exists()


def test_pipes_are_not_taken_up(source: Path, tmp_path: Path, scorer: Scorer) -> None:
    """--resume with standard input or output is refused."""
    with pytest.raises(UsageError, match="needs files"):
        score_file("-", str(tmp_path / "out.csv"), scorer=scorer, resume=True)


# --- writing -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["write", "flush"])
def test_full_disk_in_the_middle_is_one_error(
    source: Path, tmp_path: Path, scorer: Scorer, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """When the disk fills up while parts are written, it is a WriteError that names the output, and nothing is left."""
    real, calls = Spool.__enter__, iter(range(100))

    class Full(io.BytesIO):
        def _full(self) -> None:
            if next(calls) > 3:
                raise OSError(28, "No space left on device")

        def write(self, data: Any) -> int:
            if what == "write":
                self._full()
            return super().write(data)

        def flush(self) -> None:
            if what == "flush" and not self.closed:
                self._full()

        def fileno(self) -> int:
            return 1

    def enter(self: Spool) -> Spool:
        real(self)
        self._streams["output"].close()
        self._streams["output"] = Full()
        return self

    monkeypatch.setattr(Spool, "__enter__", enter)

    with pytest.raises(WriteError, match=r"out\.csv: can't be written \(No space left on device\)"):
        _run(source, tmp_path / "out.csv", scorer)

    assert [p.name for p in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize("target", ["in.csv", "link.csv", "messages.csv"])
def test_input_is_never_written_over(source: Path, tmp_path: Path, scorer: Scorer, target: str) -> None:
    """An output that is one of the inputs, also under another name, is refused, and the input stays as it is."""
    before = source.read_bytes()
    (tmp_path / "link.csv").symlink_to(source)
    messages = tmp_path / "messages.csv"
    messages.write_text("approach_id,text\na,b\n")

    with pytest.raises(UsageError, match="is read as well"):
        _run(source, tmp_path / target, scorer, messages=str(messages))

    assert source.read_bytes() == before
    assert messages.read_text() == "approach_id,text\na,b\n"


def test_lost_rows_are_an_error(
    source: Path, tmp_path: Path, scorer: Scorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If rows read were not those written and rejected, the run fails instead of saying nothing."""
    monkeypatch.setattr("recruitrisk.scoring.run.Run.check", _lossy(recruitrisk.scoring.Run.check))

    with pytest.raises(RecruitRiskError, match="do not add up"):
        _run(source, tmp_path / "out.csv", scorer)

    assert not (tmp_path / "out.csv").exists()


def _lossy(check: Any) -> Any:
    def lost(run: Any) -> None:
        run.scored -= 1
        check(run)

    return lost


def test_quoting_is_the_same_on_every_way(world: Synthetic, tmp_path: Path, scorer: Scorer) -> None:
    """The same table as CSV in blocks, CSV through the exact reader, and from Parquet, gives the same bytes of CSV."""
    frame = world.frame.head(12)
    frame.to_csv(tmp_path / "quick.csv", index=False)
    frame.to_csv(tmp_path / "exact.csv", index=False, encoding="utf-16")
    frame.astype("str").to_parquet(tmp_path / "p.parquet")
    assert isinstance(next(iter_blocks(tmp_path / "quick.csv")), Block)
    assert not isinstance(next(iter_blocks(tmp_path / "exact.csv")), Block)

    for name in ("quick.csv", "exact.csv", "p.parquet"):
        _run(tmp_path / name, tmp_path / f"{name}.out.csv", scorer)

    first, *others = (
        (tmp_path / f"{name}.out.csv").read_bytes() for name in ("quick.csv", "exact.csv", "p.parquet")
    )
    assert others == [first, first]


def test_rows_survive_being_read_again() -> None:
    """What is written is RFC 4180: Python's strict reader gives back each cell, whatever is in it."""
    cells = ["", "a", 'q"q', "a,b", "a\r\nb", "\n", "\r", "  ", "=1+1", "é✓", '"']
    table = pa.table({"x": cells, "y": cells[::-1], "n": np.linspace(0, 1, len(cells))})

    rows = list(csv.reader(io.StringIO(csv_bytes(table).decode(), newline=""), strict=True))

    assert [row[:2] for row in rows] == [list(pair) for pair in zip(cells, cells[::-1], strict=True)]
    assert [float(row[2]) for row in rows] == table["n"].to_pylist()


def test_types_of_parquet_come_through(tmp_path: Path, scorer: Scorer) -> None:
    """Columns of Parquet keep type and missing values into Parquet; into CSV missing values are empty."""
    table = pa.table(
        {
            "message": ["We pay for a report.", None, "Hello"],
            "n": pa.array([1, None, 3], pa.int16()),
            "when": pa.array([0, None, 86_400_000_000], pa.timestamp("us", "UTC")),
            "tags": pa.array([["a"], None, []], pa.list_(pa.string())),
            "flag": pa.array([True, None, False]),
            "kind": pa.array(["x", "y", None]).dictionary_encode(),
        }
    )
    pq.write_table(table, tmp_path / "in.parquet")

    _run(tmp_path / "in.parquet", tmp_path / "out.parquet", scorer)
    _run(tmp_path / "in.parquet", tmp_path / "out.csv", scorer)

    out = pq.read_table(tmp_path / "out.parquet")
    for name in table.column_names:
        assert out[name].to_pylist() == table[name].to_pylist(), name
        assert pa.types.is_dictionary(table[name].type) or out[name].type == table[name].type, name
    rows = pd.read_csv(tmp_path / "out.csv", dtype=str, keep_default_na=False)
    assert rows.loc[1, ["message", "n", "when", "tags", "flag"]].tolist() == ["", "", "", "", ""]
    assert rows.loc[0, ["n", "flag"]].tolist() == ["1", "True"]


# --- streams -------------------------------------------------------------------------------------------------


def test_rows_come_out_as_they_come_in() -> None:
    """In `score - -o -` each row comes out before the next one goes in, and the whole is what a file gives."""
    rows = [f"{n},We pay 900 euros in cash for each report. Number {n}.\n".encode() for n in range(4)]
    with subprocess.Popen(
        [sys.executable, "-m", "recruitrisk.cli", "score", "-", "-o", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": ROOT},
        bufsize=0,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"approach_id,message\n")
        out = b""
        for n, row in enumerate(rows):
            process.stdin.write(row)
            while out.count(b"\n") < n + 2:
                assert select.select([process.stdout], [], [], 120)[0], (
                    "the row was not given before the next one"
                )
                chunk = os.read(process.stdout.fileno(), 65536)
                assert chunk, "ended before the row came"
                out += chunk
        process.stdin.close()
        assert process.stdout.read() == b""
        assert process.wait() == 0

    found = list(csv.DictReader(io.StringIO(out.decode(), newline="")))
    assert [row["approach_id"] for row in found] == ["0", "1", "2", "3"]
    assert len({row["risk"] for row in found}) == 1
    assert list(found[0]) == ["approach_id", "message", *SCORED_COLUMNS]


def test_pipe_gives_the_bytes_of_a_file(tmp_path: Path, scorer: Scorer) -> None:
    """A pipe that is written at once, rows that can't be read among them, gives what a file gives."""
    source = tmp_path / "in.csv"
    source.write_bytes(b'message,x\nHello,1\nbad\n"never closed,2\nWe pay for each report,3\n')
    _run(source, tmp_path / "out.csv", scorer)

    done = subprocess.run(
        [sys.executable, "-m", "recruitrisk.cli", "score", "-", "--base-rate", "0.02"],
        input=source.read_bytes(), capture_output=True, check=True, env={**os.environ, "PYTHONPATH": ROOT},
    )  # fmt: skip

    assert done.stdout == (tmp_path / "out.csv").read_bytes()
    assert b"2 rejected" in done.stderr


def test_no_bar_in_a_pipe(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal there is no progress bar; with one it says rows, rate and time left, and is wiped at the end."""
    assert cli.main(["score", str(source), "-o", str(tmp_path / "out.csv")]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_bar_on_a_terminal(source: Path, tmp_path: Path) -> None:
    """On a terminal the bar says the share, the rows, their rate and the time left."""
    import pty
    import termios

    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    code = "import sys, recruitrisk.scoring.files as f; f.BYTES_AT_ONCE = 6_000\nfrom recruitrisk.cli import main; sys.exit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "score", str(source), "-o", str(tmp_path / "out.csv")],
        stdout=subprocess.DEVNULL, stderr=theirs, env={**os.environ, "PYTHONPATH": ROOT, "TERM": "xterm", "COLUMNS": "100"},
    )  # fmt: skip
    os.close(theirs)
    said = b""
    try:
        while chunk := os.read(ours, 65536):
            said += chunk
    except OSError:  # the other end was closed
        pass
    os.close(ours)

    assert process.wait() == 0
    assert b"approaches," in said
    assert b"/s" in said
    assert b" left]" in said


# --- memory --------------------------------------------------------------------------------------------------


def test_what_is_held_does_not_grow(tmp_path: Path, scorer: Scorer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Approaches, rows of the report and rejects that are held at a time do not depend on the length of the file."""
    import gc

    from recruitrisk.reading.records import Reject

    most: dict[int, tuple[int, int]] = {}
    for rows in (200, 800):
        path = tmp_path / f"{rows}.csv"
        lines = [f"{n},yes\n" + ("bad\n" if n % 2 else "") for n in range(rows)]
        path.write_text("approach_id,vague_client\n" + "".join(lines))
        held: list[tuple[int, int]] = []
        calls: list[int] = []

        def count(_: int, __: float | None, held: Any = held, calls: Any = calls, rows: int = rows) -> None:
            calls.append(0)
            if len(calls) % (rows // 40):
                return
            gc.collect()
            alive = [type(o) for o in gc.get_objects()]
            held.append((alive.count(Approach), alive.count(Reject)))

        monkeypatch.setattr("recruitrisk.scoring.files.BYTES_AT_ONCE", 500)
        monkeypatch.setattr("recruitrisk.scoring.files.ROWS_AT_ONCE", 25)
        _run(path, tmp_path / f"{rows}.out.csv", scorer, keep=20, progress=count)
        most[rows] = max(a for a, _ in held), max(r for _, r in held)

    assert most[800][0] <= most[200][0] + 5
    assert most[800][1] <= most[200][1] + 5


def test_many_rejects_in_a_row_come_in_batches(tmp_path: Path) -> None:
    """A file of which nothing can be read is given in batches too, and counted whole."""
    (tmp_path / "in.csv").write_text("message,x\n" + "bad\n" * 40)

    batches = list(iter_blocks(tmp_path / "in.csv", 10))

    assert max(len(batch.rejects) for batch in batches) <= 10
    assert (
        sum(batch.counts.rejected for batch in batches)
        == 40
        == read_approaches(tmp_path / "in.csv").counts.rejected
    )
