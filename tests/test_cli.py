"""Promises of the command line: documented exit codes, one line for an error, files and pipes alike."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import recruitrisk
from recruitrisk.approach import SCORED_COLUMNS
from recruitrisk.indicators import CATALOGUE, ids
from recruitrisk.model import RiskModel, load_model
from recruitrisk.reading import EXPORT_YEARS
from recruitrisk.synthetic import synthesise

COMMANDS = ("score", "explain", "indicators", "synth", "train", "review", "card", "monitor")
MESSAGE = "Our client, who can't be named, pays $900 for each report on what the committee decides. Do not tell your employer."


def _process(*args: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    root = str(Path(recruitrisk.__file__).parent.parent)
    return subprocess.run(
        [sys.executable, "-m", "recruitrisk.cli", *args],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": root, **environment},
    )


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "in.csv"
    pd.DataFrame(
        {
            "approach_id": ["001", "002"],
            "message": [MESSAGE, "We have an opening for a nurse in Leeds. The advert is on our website."],
        }
    ).to_csv(path, index=False)
    return path


def _one_line(err: str) -> bool:
    return err.startswith("recruitrisk") and err.count("\n") == 1 and "Traceback" not in err


# --- help, version -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command(run: Run, command: str) -> None:
    """Every command has a help that names it and each of its options with a word on it."""
    code, out, err = run(command, "--help")

    assert (code, err) == (0, "")
    assert f"recruitrisk {command}" in out


def test_help_names_all_commands_and_exit_codes(run: Run) -> None:
    """The help of the whole lists the commands and what the exit codes mean."""
    code, out, _ = run("--help")

    assert code == 0
    assert all(re.search(rf"\n\s+{command}\s", out) for command in COMMANDS)
    assert all(f"{n} " in out.split("exit codes:")[1] for n in (0, 1, 2, 3, 4, 5, 130))


def test_version(run: Run) -> None:
    """`--version` prints the version of the library."""
    assert run("--version")[:2] == (0, f"recruitrisk {recruitrisk.__version__}\n")


# --- exit codes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        ([], 2, "COMMAND"),
        (["scroe"], 2, "invalid choice"),
        (["score"], 2, "INPUT"),
        (["score", "{table}", "--base-rate", "2"], 2, "between 0 and 1"),
        (["score", "{table}", "--base-rate", "many"], 2, "invalid float"),
        (["score", "{table}", "--columns", "mesage=text"], 2, "mesage"),
        (["score", "{tmp}/no.csv"], 3, "no.csv"),
        (["score", "{tmp}/empty.csv"], 3, "empty"),
        (["score", "{tmp}/colours.csv"], 3, "--columns message=NAME"),
        (["score", "{table}", "--messages", "{tmp}/no.csv"], 3, "no.csv"),
        (["score", "{table}", "--model", "{tmp}/none"], 4, "no model"),
        (["score", "{table}", "--model", "{tmp}"], 4, "can't be read"),
        (["score", "{table}", "-o", "{tmp}/no/out.csv"], 5, "can't be written"),
        (["score", "{table}", "-o", "{tmp}"], 5, "is a folder"),
        (["score", "{table}", "-o", "{tmp}/out.csv", "--report", "{tmp}/no/r.html"], 5, "r.html"),
        (["score", "{table}", "--jobs", "-2"], 2, "--jobs -2"),
        (["score", "{table}", "--report", "-"], 2, "--report -"),
        (["score", "{table}", "--campaigns-table", "-"], 2, "--campaigns-table -"),
        (["review", "--messages", "{table}"], 2, "--data"),
        (["review", "--data", "{table}", "--html", "{tmp}/no/r.html"], 5, "r.html"),
        (["card", "-o", "{tmp}/card", "--review", "{tmp}/no.json"], 3, "No such file"),
        (["explain", "{tmp}/no.txt"], 3, "no.txt"),
        (["explain", "{tmp}/blank.txt"], 3, "no text"),
        (["explain", "{tmp}/m.docx"], 3, "no text file"),
        (["explain", "{tmp}"], 3, "can't be read"),
        (["explain", "{table}", "--base-rate", "0"], 2, "between 0 and 1"),
        (["indicators", "vague_cleint"], 2, "did you mean vague_client"),
        (["synth", "--n", "0", "-o", "{tmp}/s.csv"], 2, "n is 0"),
        (["synth", "--n", "2", "-o", "{tmp}/no/s.csv"], 5, "no"),
        (["synth", "--n", "2", "-o", "{tmp}/s.zip", "--format", "linkedin", "--year", "1999"], 2, "1999"),
        (["synth", "--n", "2"], 2, "--output"),
        (["review", "--model", "{tmp}/none"], 4, "no model"),
        (["review", "--data", "{tmp}/no.jsonl"], 3, "no.jsonl"),
        (["review", "--data", "{tmp}/colours.csv"], 3, "line 1"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_error_is_one_line_and_its_code(
    run: Run, table: Path, tmp_path: Path, args: list[str], code: int, says: str
) -> None:
    """A mistake ends with its documented code and one line that says what was wrong, and prints nothing else."""
    (tmp_path / "empty.csv").touch()
    (tmp_path / "m.docx").write_bytes(b"PK\x03\x04 and more")
    (tmp_path / "blank.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "colours.csv").write_text("colour\nred\n", encoding="utf-8")

    found, out, err = run(*(a.format(table=table, tmp=tmp_path) for a in args))

    assert (found, out) == (code, "")
    assert _one_line(err), err
    assert says in err


@pytest.mark.parametrize(
    "args",
    [
        ["score", "{table}", "-o", "{kept}", "--known-firms", "{kept}"],
        ["score", "{table}", "-o", "{kept}", "--register", "{kept}"],
        ["score", "{table}", "-o", "{tmp}/o.csv", "--report", "{kept}", "--known-firms", "{kept}"],
        ["score", "{table}", "-o", "{tmp}/o.csv", "--report", "{tmp}/o.csv.run.json"],
        ["score", "{table}", "-o", "{tmp}/o.csv", "--campaigns-table", "{tmp}/o.csv.rejects.csv"],
        ["campaigns", "{kept}", "-o", "{kept}"],
        ["campaigns", "{table}", "--messages", "{kept}", "-o", "{kept}"],
        ["register", "build", "{kept}", "-o", "{kept}"],
        ["review", "--data", "{kept}", "--html", "{kept}"],
        ["review", "--data", "{table}", "--html", "{tmp}/r", "--json", "{tmp}/r"],
        ["monitor", "training", "{kept}", "--json", "{kept}"],
        ["monitor", "{kept}", "{table}", "--html", "{kept}.run.json"],
    ],
    ids=" ".join,
)
def test_nothing_that_is_read_is_written_over(run: Run, table: Path, tmp_path: Path, args: list[str]) -> None:
    """Each command refuses, before it reads, to write over a file of the same run, and leaves all as it was."""
    kept = tmp_path / "kept.csv"
    kept.write_text("name,domain,list,note,message\nAcme,,trusted,,Hello\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    code, out, err = run(*(a.format(table=table, tmp=tmp_path, kept=kept) for a in args))

    assert (code, out) == (2, "")
    assert _one_line(err), err
    assert "give another name" in err
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_export_takes_no_table_of_messages(run: Run, table: Path, tmp_path: Path) -> None:
    """What an export can't use is told, not passed over."""
    run("synth", "--n", "3", "-o", tmp_path / "e.zip", "--format", "linkedin")

    code, _, err = run("score", tmp_path / "e.zip", "-o", tmp_path / "o.csv", "--messages", table)

    assert code == 2
    assert _one_line(err), err
    assert "leave messages out" in err
    assert not (tmp_path / "o.csv").exists()


@pytest.mark.parametrize("given", ["in.csv", None, ["Hello"]])
def test_score_of_no_table_is_told(given: object) -> None:
    """A path or a list in place of a table is a wrong use, and the message leads to what reads a file."""
    with pytest.raises(recruitrisk.UsageError, match="read_approaches"):
        recruitrisk.score(given)  # type: ignore[arg-type]


def test_damaged_model_is_code_4(run: Run, table: Path, tmp_path: Path, model: RiskModel) -> None:
    """A model whose bytes changed is refused by one line and code 4."""
    from recruitrisk.model import save_model

    folder = save_model(model, tmp_path / "m")
    with (folder / "arrays.npz").open("ab") as stream:
        stream.write(b"x")

    code, _, err = run("score", table, "--model", folder)

    assert code == 4
    assert _one_line(err)
    assert "SHA-256" in err


def test_name_with_a_line_break_is_one_line(run: Run, tmp_path: Path) -> None:
    """A file name that holds line breaks or terminal codes does not break the one line."""
    _, _, err = run("score", tmp_path / "a\nb\x1b[31m.csv")

    assert _one_line(err)
    assert "\x1b" not in err


def test_interrupt_is_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C ends with 130 and one line."""

    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("recruitrisk.cli.indicators.run", interrupted)

    code, _, err = run("indicators")

    assert code == 130
    assert _one_line(err)


def test_module_runs_as_a_program() -> None:
    """`python -m recruitrisk.cli` ends the process with the exit code, without a traceback."""
    done = _process("score", "no such file.csv")

    assert done.returncode == 3
    assert _one_line(done.stderr.decode())
    assert done.stdout == b""


def test_closed_pipe_is_silent(tmp_path: Path) -> None:
    """A reader that goes away (`| head -1`) causes neither an error line nor a traceback."""
    path = tmp_path / "in.csv"
    pd.DataFrame({"message": ["We have an opening for a nurse in Leeds."] * 300}).to_csv(path, index=False)
    root = str(Path(recruitrisk.__file__).parent.parent)

    with subprocess.Popen(
        [sys.executable, "-m", "recruitrisk.cli", "score", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": root},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read().decode()

    assert "Traceback" not in err
    assert "Exception" not in err


# --- score ---------------------------------------------------------------------------------------------------


def test_score_writes_and_sums_up(run: Run, table: Path, tmp_path: Path) -> None:
    """`score` writes table, record and report, and prints counts by band and the highest few."""
    out, report = tmp_path / "out.csv", tmp_path / "r.html"

    code, said, err = run("score", table, "-o", out, "--report", report, "--base-rate", "0.05")

    assert (code, err) == (0, "")
    assert "read 2 approaches: 2 scored" in said
    assert "base rate 0.05" in said
    assert "001" in said
    assert "never a verdict on a person" in said
    assert list(pd.read_csv(out).columns) == ["approach_id", "message", *SCORED_COLUMNS]
    assert json.loads((tmp_path / "out.csv.run.json").read_text("utf-8"))["base_rate"] == 0.05
    assert report.read_text("utf-8").startswith("<!")


def test_score_from_and_to_a_pipe(table: Path) -> None:
    """With `-` the table comes from standard input and goes to standard output, and the summary to standard error."""
    done = _process("score", "-", "-o", "-", stdin=table.read_bytes())

    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))
    assert done.returncode == 0
    assert [row["approach_id"] for row in rows] == ["001", "002"]
    assert float(rows[0]["risk"]) > float(rows[1]["risk"])
    assert "read 2 approaches" in done.stderr.decode()


def test_score_in_a_pipe_is_as_in_a_file(run: Run, table: Path, tmp_path: Path) -> None:
    """What goes to standard output is what would stand in the file, to the byte."""
    run("score", table, "-o", tmp_path / "out.csv")

    assert _process("score", str(table)).stdout == (tmp_path / "out.csv").read_bytes()


def test_score_takes_other_column_names(run: Run, tmp_path: Path) -> None:
    """`--columns ours=theirs` leads to a text column under another name."""
    pd.DataFrame({"Was er schrieb": [MESSAGE]}).to_csv(tmp_path / "in.csv", index=False)

    code, _, _ = run(
        "score", tmp_path / "in.csv", "-o", tmp_path / "out.csv", "--columns", "message=Was er schrieb"
    )

    assert code == 0
    assert "secrecy_request" in pd.read_csv(tmp_path / "out.csv")["risk_indicators"][0]


def test_score_lists_rejects(run: Run, tmp_path: Path) -> None:
    """Rows that can't be read do not stop a run: code 0, and the summary says where they are listed."""
    (tmp_path / "in.csv").write_text(f'message,x\n"{MESSAGE}",1\na,b,c\n', encoding="utf-8")

    code, said, _ = run("score", tmp_path / "in.csv", "-o", tmp_path / "out.csv")

    assert code == 0
    assert "1 rejected" in said
    assert "out.csv.rejects.csv (1 rows that could not be read)" in said


# --- explain -------------------------------------------------------------------------------------------------


def test_explain_reads_a_pipe() -> None:
    """`explain` reads a message from standard input and prints risk, reasons and quotations."""
    done = _process("explain", stdin=MESSAGE.encode())

    text = done.stdout.decode("utf-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Risk " in text
    assert "Do not tell your employer" in text
    assert "Next steps" in text


def test_explain_on_a_narrow_terminal() -> None:
    """A terminal that knows ASCII alone gets its text all the same."""
    done = _process(
        "explain",
        stdin="„Kein Wort“ — übermorgen zahlen wir 900 € für jeden Bericht.".encode(),
        PYTHONIOENCODING="ascii",
    )

    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"Risk " in done.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_explain_reads_a_file(run: Run, tmp_path: Path, encoding: str) -> None:
    """`explain FILE` reads UTF-8 with or without a mark, UTF-16 with one, and cp1252."""
    path = tmp_path / "m.txt"
    path.write_bytes("We pay €900 for each report, café style – tell nobody at your office.".encode(encoding))

    code, out, _ = run("explain", path, "--format", "json")

    quotes = [(r["evidence"] or {}).get("quote", "") for r in json.loads(out)["reasons"]]
    assert code == 0
    assert any("€900 for each report, café style" in q for q in quotes)


def test_explain_json_adds_up(run: Run, tmp_path: Path) -> None:
    """The reasons of the JSON add up to risk - base rate."""
    (tmp_path / "m.txt").write_text(MESSAGE, encoding="utf-8")

    found = json.loads(run("explain", tmp_path / "m.txt", "--format", "json", "--base-rate", "0.03")[1])

    assert found["base_rate"] == 0.03
    assert sum(r["points"] for r in found["reasons"]) == pytest.approx(found["risk"] - 0.03, abs=1e-9)


def test_explain_html_is_a_fragment(run: Run, tmp_path: Path) -> None:
    """`--format html` prints markup without a script."""
    (tmp_path / "m.txt").write_text(f"{MESSAGE} <script>alert(1)</script>", encoding="utf-8")

    code, out, _ = run("explain", tmp_path / "m.txt", "--format", "html")

    assert code == 0
    assert out.startswith("<section")
    assert "<script" not in out


# --- indicators ----------------------------------------------------------------------------------------------


def test_indicators_lists_all(run: Run) -> None:
    """`indicators` prints one line for each sign of the catalogue, in its order."""
    code, out, _ = run("indicators")

    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == list(ids())


@pytest.mark.parametrize("name", ids())
def test_indicators_prints_one(run: Run, name: str) -> None:
    """`indicators ID` prints what the catalogue says of it, with its sources."""
    code, out, _ = run("indicators", name)
    entry = next(i for i in CATALOGUE if i.id == name)

    assert code == 0
    assert name in out
    assert all(s.link in out for s in entry.sources)


@pytest.mark.parametrize(
    ("typo", "meant"),
    [("secrecy", "secrecy_request"), ("cover_compny", "cover_company"), ("flatery", "flattery")],
)
def test_indicators_suggests(run: Run, typo: str, meant: str) -> None:
    """A misspelt id is an error that names the one that was meant."""
    code, _, err = run("indicators", typo)

    assert code == 2
    assert meant in err


# --- synth ---------------------------------------------------------------------------------------------------


def test_synth_csv_round_trip(run: Run, tmp_path: Path) -> None:
    """`synth` writes the world of the seed as two tables, which `score` reads whole."""
    code, _, _ = run("synth", "--n", 12, "--seed", 5, "-o", tmp_path / "w.csv")
    made = synthesise(12, 5)

    assert code == 0
    pd.testing.assert_frame_equal(
        pd.read_csv(tmp_path / "w.csv", dtype=str, keep_default_na=False),
        made.frame.astype(object),
        check_dtype=False,
    )
    code, said, _ = run(
        "score", tmp_path / "w.csv", "--messages", tmp_path / "w.messages.csv", "-o", tmp_path / "out.csv"
    )
    assert code == 0
    assert "read 12 approaches" in said
    assert f"messages: {len(made.messages)} read, {len(made.messages)} used" in said


def test_synth_same_bytes(run: Run, tmp_path: Path) -> None:
    """The same seed writes the same bytes, and no part of a file is left."""
    for name in ("a", "b"):
        run("synth", "--n", 6, "--seed", 5, "-o", tmp_path / f"{name}.csv")

    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert (tmp_path / "a.messages.csv").read_bytes() == (tmp_path / "b.messages.csv").read_bytes()
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize("year", EXPORT_YEARS)
def test_synth_linkedin_round_trip(run: Run, tmp_path: Path, year: int) -> None:
    """`synth --format linkedin` writes an export of that year's layout, which `score` reads."""
    code, _, _ = run(
        "synth", "--n", 8, "--seed", 5, "-o", tmp_path / "w.zip", "--format", "linkedin", "--year", year
    )
    assert code == 0

    code, said, _ = run("score", tmp_path / "w.zip", "-o", tmp_path / "out.csv")

    assert code == 0
    assert "read 8 approaches" in said
    assert len(pd.read_csv(tmp_path / "out.csv")) == 8


# --- train, review -------------------------------------------------------------------------------------------


def test_train_writes_a_model(
    run: Run, tmp_path: Path, model: RiskModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`train` hands its arguments on, writes a model that loads under the folder's name, and prints its SHA-256; its card lies beside."""
    from recruitrisk.model import training

    asked: dict[str, object] = {}

    def train(settings: training.Settings, *, n_jobs: int, name: str) -> tuple[RiskModel, None]:
        asked.update(n=settings.n, seed=settings.seed, n_jobs=n_jobs, name=name)
        return model, None

    monkeypatch.setattr(training, "train", train)
    probes = json.loads((Path(__file__).parents[1] / "docs" / "review.json").read_text("utf-8"))["probes"]
    monkeypatch.setattr("recruitrisk.review.reviewed.measure_probes", lambda model: probes)  # half a minute

    code, out, _ = run("train", "-o", tmp_path / "mine", "--n", 50, "--seed", 9, "--jobs", 1)

    assert code == 0
    assert asked == {"n": 50, "seed": 9, "n_jobs": 1, "name": "mine"}
    sha = load_model(tmp_path / "mine").manifest["files"]["arrays.npz"]["sha256"]
    assert sha in out
    assert sha in (tmp_path / "mine" / "card.md").read_text("utf-8")


def test_review_prints_and_writes(run: Run, tmp_path: Path, labelled: Path) -> None:
    """`review --data` prints the figures of both sets, named as such, and writes them as JSON."""
    code, out, err = run("review", "--data", labelled, "--json", tmp_path / "figures.json")

    assert (code, err) == (0, "")
    assert "synthetic hold-out: n = " in out
    assert "yours: n = " in out
    assert set(json.loads((tmp_path / "figures.json").read_text("utf-8"))["sets"]) == {
        "synthetic hold-out",
        "yours",
        "yours, messages alone",
    }
