"""Atomic output: killed, out of room, refused: what stands under the final name is whole or was there before."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability.conftest import Tally
from tests.reliability.forge import ROOT, Forge, one_line

SAMPLE = ROOT / "data" / "synthetic" / "sample.csv"
ARGV = ("score", "in.csv", "-o", "out.csv", "--report", "out.html")
ROWS = 25
NAMES = ("out.csv", "out.csv.run.json", "out.csv.rejects.csv", "out.html")
EARLIER = b"of an earlier run\n"


def _plain(path: Path) -> bytes:
    """Content without the times of the run."""
    return re.sub(
        rb'"(finished|seconds)": ?[^,\n]*|\d{4}-\d\d-\d\dT\d\d:\d\d[0-9:Z+]*', b"", path.read_bytes()
    )


def _input(folder: Path, rows: int) -> None:
    lines = SAMPLE.read_text("utf-8").splitlines(keepends=True)
    (folder / "in.csv").write_text("".join(lines[: rows + 1]) + 'a,"broken\n', "utf-8")


@pytest.fixture(scope="module")
def whole(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    """What a run that nobody disturbs writes, and how long it takes."""
    folder = tmp_path_factory.mktemp("whole")
    _input(folder, ROWS)
    forge.run(*ARGV, cwd=folder)
    ran = forge.run(*ARGV, cwd=folder)
    assert ran.code == 0, ran.err
    return {name: _plain(folder / name) for name in NAMES}, ran.seconds


def _held(folder: Path, whole: dict[str, bytes]) -> int:
    """How many final names stand; each whole or as before."""
    there = 0
    for name, content in whole.items():
        path = folder / name
        if path.exists():
            assert _plain(path) in (content, EARLIER), f"{name} is partial"
            there += path.read_bytes() != EARLIER
    return there


def test_killed_at_random_moments(
    forge: Forge, whole: tuple[dict[str, bytes], float], tmp_path: Path, long: bool, tally: Tally
) -> None:
    """kill -9 at a random moment, over an earlier output and over none: no partial file, and a rerun gives the same bytes."""
    content, seconds = whole
    kills = 200 if long else 10
    rng = random.Random(3)
    struck = 0
    for number in range(kills):
        folder = tmp_path / str(number)
        folder.mkdir()
        _input(folder, ROWS)
        if number % 2:
            for name in NAMES:
                (folder / name).write_bytes(EARLIER)

        ran = forge.run(*ARGV, cwd=folder, kill_after=rng.uniform(0, 1.2 * seconds))

        struck += ran.code == -9
        _held(folder, content)
        if number % 8 == 0:
            assert forge.run(*ARGV, cwd=folder).code == 0
            assert {name: _plain(folder / name) for name in NAMES} == content
        shutil.rmtree(folder)
    tally.of("Atomic output").count(kills)
    assert struck >= kills // 4


@pytest.mark.parametrize("event", ["os.rename", "open", "os.chmod"])
def test_killed_at_every_step_of_writing(
    event: str, forge: Forge, whole: tuple[dict[str, bytes], float], tmp_path: Path, long: bool, tally: Tally
) -> None:
    """kill -9 right before the n-th renaming, opening or change of mode: no partial file, also when some names stand already."""
    content, _ = whole
    tally.of("Atomic output")
    steps = {
        "os.rename": range(1, 6),
        "os.chmod": range(1, 6, 1 if long else 2),
        "open": range(1, 200, 3 if long else 35),
    }[event]
    for step in steps:
        folder = tmp_path / str(step)
        folder.mkdir()
        _input(folder, ROWS)

        ran = forge.run(*ARGV, cwd=folder, kill_on=[event, step])

        tally.count()
        there = _held(folder, content)
        if ran.code == 0:
            assert there == len(NAMES)
            break
        assert ran.code == -9, ran.err
        shutil.rmtree(folder)


def test_resumed_run_gives_the_same_bytes(
    forge: Forge, whole: tuple[dict[str, bytes], float], tmp_path: Path, long: bool, tally: Tally
) -> None:
    """Killed at a random moment and taken up again with ``--resume``: byte-identical output."""
    tally.of("Atomic output")
    if b"--resume" not in forge.run("score", "--help", cwd=tmp_path).out:
        pytest.skip("recruitrisk score has no --resume yet")
    content, seconds = whole
    rng = random.Random(4)
    for number in range(60 if long else 4):
        folder = tmp_path / str(number)
        folder.mkdir()
        _input(folder, ROWS)
        forge.run(*ARGV, "--resume", cwd=folder, kill_after=rng.uniform(0.3, 1.1) * seconds)
        ran = forge.run(*ARGV, "--resume", cwd=folder)
        tally.count()
        assert ran.code == 0, ran.err
        assert _plain(folder / "out.csv") == content["out.csv"]
        assert _plain(folder / "out.csv.rejects.csv") == content["out.csv.rejects.csv"]
        shutil.rmtree(folder)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MiB, which can be mounted by root alone."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_full_disk(
    forge: Forge, whole: tuple[dict[str, bytes], float], disk: Path, long: bool, tally: Tally
) -> None:
    """With room for only a part of the output: exit code 5, one line, the earlier output untouched, no rest left behind."""
    content, _ = whole
    sizes = 50 if long else 5
    most = sum(map(len, content.values()))
    failed = 0
    for number in range(sizes):
        for path in disk.iterdir():
            path.unlink()
        _input(disk, ROWS)
        (disk / "out.csv").write_bytes(EARLIER)
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        (disk / "filler").write_bytes(b"x" * (free - 4096 * (1 + (most // 4096) * number // sizes)))

        ran = forge.run(*ARGV, cwd=disk, env={"TMPDIR": str(disk)})

        _held(disk, content)
        if ran.code:
            failed += 1
            assert ran.code == 5, ran.err
            assert one_line(ran), ran.err
            rest = {p.name for p in disk.iterdir()} - {"in.csv", "filler", *NAMES}
            assert rest == set()
    tally.of("Atomic output").count(sizes)
    assert failed >= sizes // 2, "too much room was left to fail"


def test_limit_on_the_size_of_files(
    forge: Forge, whole: tuple[dict[str, bytes], float], tmp_path: Path, long: bool, tally: Tally
) -> None:
    """Where a file may only grow so large, it is the same."""
    content, _ = whole
    sizes = 50 if long else 4
    for number in range(sizes):
        folder = tmp_path / str(number)
        folder.mkdir()
        _input(folder, ROWS)

        ran = forge.run(*ARGV, cwd=folder, fsize=len(content["out.csv"]) * (number + 1) // (sizes + 1))

        _held(folder, content)
        assert ran.code == 5, ran.err
        assert one_line(ran), ran.err
        assert {p.name for p in folder.iterdir()} <= {"in.csv", *NAMES}
        shutil.rmtree(folder)
    tally.of("Atomic output").count(sizes)


def test_full_device(forge: Forge, tmp_path: Path, tally: Tally) -> None:
    """Standard output on a full device ends with exit code 5 and one line."""
    tally.of("Atomic output").count(3)
    _input(tmp_path, 20)
    (tmp_path / "text.txt").write_text("We pay for each report. Write to me on Telegram.")
    for argv in (["score", "in.csv"], ["explain", "text.txt"], ["indicators"]):
        ran = forge.run(*argv, cwd=tmp_path, out_device="/dev/full")
        assert ran.code == 5, (argv, ran.err)
        assert one_line(ran), ran.err


def test_read_only_folder(forge: Forge, disk: Path, tally: Tally) -> None:
    """A folder on a disk that may only be read: exit code 5, one line, the earlier output as it was."""
    tally.of("Atomic output").count()
    _input(disk, 5)
    (disk / "out.csv").write_bytes(EARLIER)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)

    ran = forge.run(*ARGV, cwd=disk)

    assert ran.code == 5, ran.err
    assert one_line(ran), ran.err
    assert (disk / "out.csv").read_bytes() == EARLIER


@pytest.mark.parametrize(
    "output", ["in.csv/out.csv", "/proc/out.csv", "/dev/null/out.csv", "no/such/out.csv", "", "x" * 300]
)
def test_places_that_take_no_file(output: str, forge: Forge, tmp_path: Path, tally: Tally) -> None:
    """Below a file, in a folder of the kernel, in none, with no name or too long a one: exit code 5 or 2 and one line."""
    tally.of("Atomic output").count()
    _input(tmp_path, 5)

    ran = forge.run("score", "in.csv", "-o", output, cwd=tmp_path)

    assert ran.code in (2, 5), ran.err
    assert one_line(ran), ran.err
    assert [p.name for p in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize(
    "argv",
    [
        ("in.csv", "-o", "in.csv"), ("in.csv", "-o", "./in.csv"), ("in.csv", "-o", "link.csv"), ("in.csv", "-o", "hard.csv"),
        ("in.csv", "-o", "out.csv", "--report", "in.csv"), ("in.csv", "-o", "out.csv", "--report", "out.csv"),
        ("in.csv", "--messages", "messages.csv", "-o", "messages.csv"), ("in.csv", "--profiles", "profiles.csv", "-o", "profiles.csv"),
    ],
)  # fmt: skip
def test_output_over_the_input(argv: tuple[str, ...], forge: Forge, tmp_path: Path, tally: Tally) -> None:
    """A name that is read as well is refused (exit code 2, one line), whatever it is spelt like; no file changes."""
    tally.of("Atomic output").count()
    _input(tmp_path, 5)
    (tmp_path / "messages.csv").write_text("approach_id,sent_at,direction,text\n")
    (tmp_path / "profiles.csv").write_text("sender_profile_url,headline\n")
    (tmp_path / "link.csv").symlink_to("in.csv")
    os.link(tmp_path / "in.csv", tmp_path / "hard.csv")
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}

    ran = forge.run("score", *argv, cwd=tmp_path)

    assert ran.code == 2, (ran.out, ran.err)
    assert one_line(ran), ran.err
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before
