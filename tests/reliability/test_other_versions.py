"""Other versions: the same digits to 1e-9 on the oldest and the newest that is supported, or a hard error."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.reliability.conftest import Tally
from tests.reliability.forge import ROOT
from tests.reliability.golden import FILE, differences, model_hash, scores

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
WRITE = "python -m tests.reliability.golden --write"


def test_scores_are_those_of_the_golden_file(tally: Tally) -> None:
    """The shipped model scores the shipped sample as it did when the golden file was written."""
    tally.of("Other versions")
    known, found = json.loads(FILE.read_text("utf-8")), scores()

    tally.count(len(found["rows"]))
    assert known["model"] == model_hash(), f"another model is shipped than the golden file is of: {WRITE}"
    assert differences(known, found) == [], (
        f"scores changed: if on purpose, {WRITE} and an entry under Scores in CHANGELOG.md"
    )


def test_a_change_of_one_part_in_a_hundred_million_is_seen(tally: Tally) -> None:
    """The comparison sees what it is there to see."""
    tally.of("Other versions")
    known = json.loads(FILE.read_text("utf-8"))
    other = json.loads(FILE.read_text("utf-8"))
    key = next(iter(other["rows"]))
    other["rows"][key][0] += 1e-8

    assert len(differences(known, other)) == 1


def _pins(lowest: bool) -> list[str]:
    """The runtime dependencies, as old as they may be or as new as there is."""
    given = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    return [re.sub(">=", "==", spec) if lowest else spec for spec in given]


def _python(version: str) -> str | None:
    """An interpreter of that version, None when there is none."""
    pyenv = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    return str(pyenv[-1]) if pyenv else shutil.which(f"python{version}")


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lowest", [True, False], ids=["lowest", "newest"])
def test_same_digits_elsewhere(python: str, lowest: bool, long: bool, tmp_path: Path, tally: Tally) -> None:
    """In an environment of its own, on the lowest versions that pyproject.toml allows and on the newest there are."""
    tally.of("Other versions")
    if not long:
        pytest.skip("environments of other versions are made in the long form")
    interpreter = _python(python)
    if interpreter is None:
        pytest.skip(f"no Python {python} here")
    uv = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
    if not Path(uv).exists():
        pytest.skip("uv is not installed here (pip install uv)")
    here = tmp_path / "env"
    made = subprocess.run(
        [uv, "venv", "-q", "--python", interpreter, here], capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    install = [uv, "pip", "install", "-q", "--only-binary", ":all:", "--python", here / "bin" / "python"]
    if lowest:  # the lowest that have a wheel for this Python: those of the file itself, or the next ones
        install += ["--resolution", "lowest-direct"]
    done = subprocess.run([*install, *_pins(False)], capture_output=True, text=True, check=False)
    if done.returncode:
        tally.note(f"Python {python}, {'lowest' if lowest else 'newest'}: no wheels")
        pytest.skip(f"no set of wheels for Python {python}: {done.stderr.strip().splitlines()[-1]}")
    golden = tmp_path / "golden.json"
    golden.write_text(json.dumps(scores()), "utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}
    ran = subprocess.run(
        [here / "bin" / "python", "-m", "tests.reliability.golden", golden],
        cwd=ROOT, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    tally.count(120)
    said = (ran.stdout.splitlines() or ran.stderr.strip().splitlines()[-1:] or ["nothing"])[0]
    tally.note(said)
    assert ran.returncode == 0, ran.stdout + ran.stderr[-2000:]
