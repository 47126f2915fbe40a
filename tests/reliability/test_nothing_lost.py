"""Nothing lost: every row of a hostile file is scored, said to be not assessable, or rejected with line and reason."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recruitrisk.errors import RecruitRiskError
from recruitrisk.reading import read_approaches
from tests.reliability.conftest import Tally
from tests.reliability.forge import ROOT, Forge, one_line
from tests.reliability.hostile import Hostile, files

LONG = os.environ.get("RELIABILITY") == "long"
FILES = {file.name: file for file in files(900_000 if LONG else 150_000)}
TABLES = 10_000 if LONG else 150
MUTATIONS = 20_000 if LONG else 1_500


def test_there_are_sixty_hostile_files(tally: Tally) -> None:
    """The list is as long as promised."""
    tally.of("Nothing lost")

    assert len(FILES) == len(files(1)) >= 60


@pytest.mark.parametrize("name", FILES)
def test_hostile_file_is_accounted_for(name: str, forge: Forge, tmp_path: Path, tally: Tally) -> None:
    """Either refused as a whole, on one line with exit code 3, or read = scored + not assessable + rejected, to the row."""
    tally.of("Nothing lost").count()
    file: Hostile = FILES[name]
    (tmp_path / "in.csv").write_bytes(file.data)

    ran = forge.run("score", "in.csv", "-o", "out.csv", cwd=tmp_path)

    if file.rows is None and not (file.rejected is None and ran.code == 0):
        assert ran.code == 3, ran.err
        assert one_line(ran), ran.err
        assert sorted(p.name for p in tmp_path.iterdir()) == ["in.csv"]
        return
    assert ran.code == 0, ran.err
    run = json.loads((tmp_path / "out.csv.run.json").read_text("utf-8"))
    assert run["read"] == run["scored"] + run["not_assessable"] + run["rejected"]
    csv.field_size_limit(2**27)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as stream:
        assert len(list(csv.reader(stream))) - 1 == run["scored"] + run["not_assessable"]
    rejects = []
    if run["rejected"]:
        with (tmp_path / "out.csv.rejects.csv").open(encoding="utf-8", newline="") as stream:
            rejects = list(csv.DictReader(stream))
    assert len(rejects) == run["rejected"]
    assert all(int(r["line"]) > 1 and r["reason"] for r in rejects)
    if file.rows is not None:
        assert run["read"] == file.rows
    if file.rejected is not None:
        assert run["rejected"] == file.rejected


_CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
_TABLE = st.lists(st.tuples(_CELL, _CELL), min_size=1, max_size=12)


@settings(
    max_examples=TABLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    derandomize=True,
)
@given(
    _TABLE,
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.booleans(),
)
def _table_is_read(rows: list[tuple[str, str]], mark: str, end: str, encoding: str, all_quoted: bool) -> None:
    out = io.StringIO(newline="")
    bare = any("\r" in cell for row in rows for cell in row)  # the writer leaves it unquoted
    style = csv.QUOTE_ALL if all_quoted or bare else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=mark, lineterminator=end, quoting=style)
    writer.writerow(["approach_id", "headline", "message"])
    writer.writerows((f"k{i}", *row) for i, row in enumerate(rows))
    batch = read_approaches(io.BytesIO(out.getvalue().encode(encoding)))
    assert batch.rejects == []
    assert batch.frame.to_numpy().tolist() == [[f"k{i}", *row] for i, row in enumerate(rows)]


def test_every_table_is_read_to_the_character(tally: Tally) -> None:
    """Whatever text stands in the cells, in four delimiters, two line ends and three encodings: no row and no character is lost."""
    tally.of("Nothing lost").count(TABLES)
    _table_is_read()


@settings(
    max_examples=TABLES // 2,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    derandomize=True,
)
@given(st.integers(2, 40), st.data())
def _opened_mark_costs_one_row(n: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, n - 1))
    column = data.draw(st.integers(0, 1))
    rows = [["word" * data.draw(st.integers(1, 3)), f"text {i}"] for i in range(n)]
    rows[at][column] = '"' + rows[at][column]
    text = "headline,message\n" + "".join(",".join(row) + "\n" for row in rows)
    batch = read_approaches(io.BytesIO(text.encode()))
    assert [reject.line for reject in batch.rejects] == [at + 2]
    assert batch.lines == [i + 2 for i in range(n) if i != at]


def test_an_opened_quotation_mark_costs_its_row_alone(tally: Tally) -> None:
    """A mark that is opened at any field of any row and never closed is one reject with that line; all other rows are read."""
    tally.of("Nothing lost").count(TABLES // 2)
    _opened_mark_costs_one_row()


def _mutated(data: bytes, rng: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(out) + 1)
        kind = rng.randrange(5)
        if kind == 0 and out:
            out[at % len(out)] = rng.randrange(256)
        elif kind == 1:
            out[at:at] = rng.choice(
                (b'"', b",", b"\n", b"\r", b"\0", b"\xff", b'""', b"\xef\xbb\xbf", b"\xd8\x00")
            )
        elif kind == 2:
            del out[at : at + rng.randint(1, 20)]
        elif kind == 3:
            out[at:at] = out[rng.randrange(len(out) + 1) :][: rng.randint(1, 60)]
        else:
            out = out[:at] if rng.random() < 0.1 else out
    return bytes(out)


def test_mutated_files_are_accounted_for(tally: Tally) -> None:
    """Files with a few bytes changed, put in, doubled or cut are read or refused; nothing else is raised, and the sum holds."""
    tally.of("Nothing lost").count(MUTATIONS)
    seeds = [file.data for file in FILES.values() if len(file.data) < 20_000]
    rng = random.Random(9)
    for number in range(MUTATIONS):
        data = _mutated(seeds[number % len(seeds)], rng)
        try:
            batch = read_approaches(io.BytesIO(data))
        except RecruitRiskError:
            continue
        assert batch.counts.read == batch.counts.used + batch.counts.skipped + batch.counts.rejected, number
        assert all(reject.line >= 1 and reject.reason for reject in batch.rejects), number
        assert len(batch.approaches()) == len(batch.frame), number


@pytest.mark.parametrize("target", ["reader", "export", "normaliser"])
def test_coverage_guided_fuzzing_finds_nothing(target: str, tally: Tally, tmp_path: Path) -> None:
    """Atheris, a third of RELIABILITY_FUZZ seconds (3,600 by default) on each target, finds no input that crashes it."""
    tally.of("Nothing lost")
    if not LONG:
        pytest.skip("coverage-guided fuzzing belongs to the long form")
    pytest.importorskip(
        "atheris", reason="atheris is not installed here (pip install atheris; Linux, Python up to 3.13)"
    )
    seconds = int(os.environ.get("RELIABILITY_FUZZ", "3600")) // 3
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.fuzz", target, f"-max_total_time={seconds}", "-max_len=4096",
         f"-artifact_prefix={tmp_path}/", "-print_final_stats=1"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
    )  # fmt: skip
    told = done.stderr + done.stdout
    runs = next(
        (int(line.split(":")[-1]) for line in told.splitlines() if "number_of_executed_units" in line), 0
    )
    tally.count(runs)
    tally.note(f"atheris, {target}: {runs:,} inputs in {seconds} s")
    assert done.returncode == 0, told[-3000:]
    assert runs > 1000
