"""Promises of the built wheel: it holds all that scoring needs, with the source folder out of the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parent.parent


def _run(*command: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as pip builds it from the project's own files."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(_ROOT), cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked as an installer would, away from the source."""
    site = tmp_path_factory.mktemp("site")
    _run(
        sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(site), str(wheel), cwd=site
    )
    return site


def _env(site: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(site), "PYTHONSAFEPATH": "1"}


def test_wheel_holds_model_and_tables(wheel: Path) -> None:
    """Model, reference tables, wordings, templates and the independent set are in the wheel."""
    names = set(zipfile.ZipFile(wheel).namelist())
    for wanted in (
        "recruitrisk/models/default/manifest.json",
        "recruitrisk/models/default/arrays.npz",
        "recruitrisk/models/default/SHA256SUMS",
        "recruitrisk/synthetic/second_marks.jsonl",
        "recruitrisk/market/data/reference_groups.csv",
        "recruitrisk/text/data/confusables.json",
        "recruitrisk/text/data/words.txt",
        "recruitrisk/review/templates/report.html.j2",
        "recruitrisk/review/templates/card.html.j2",
        "recruitrisk/review/lines/pleasantries.txt",
        "recruitrisk/models/default/card.md",
        "recruitrisk/synthetic/scenes/a01.jsonl",
        "recruitrisk/indicators/wordings/vague_client.jsonl",
        "recruitrisk/evaluation/independent.jsonl",
        "recruitrisk/py.typed",
    ):
        assert wanted in names


def test_installed_wheel_scores(installed: Path, tmp_path: Path) -> None:
    """The installed package, and not the source tree, scores a table from the command line."""
    (tmp_path / "in.csv").write_text(
        'message\n"Write us a paid note on what is not public yet; do not tell your office."\n'
    )
    where = _run(
        sys.executable,
        "-c",
        "import recruitrisk; print(recruitrisk.__file__)",
        cwd=tmp_path,
        env=_env(installed),
    )
    assert where.startswith(str(installed))

    _run(
        sys.executable,
        "-m",
        "recruitrisk.cli",
        "score",
        "in.csv",
        "-o",
        "out.csv",
        "--report",
        "r.html",
        cwd=tmp_path,
        env=_env(installed),
    )

    assert "risk_band" in (tmp_path / "out.csv").read_text()
    assert json.loads((tmp_path / "out.csv.run.json").read_text())["read"] == 1


def test_installed_wheel_reviews(installed: Path, tmp_path: Path) -> None:
    """The installed package finds the independent set and the hold-out figures."""
    out = _run(sys.executable, "-m", "recruitrisk.cli", "review", cwd=tmp_path, env=_env(installed))
    assert "synthetic hold-out" in out
    assert "independent" in out
