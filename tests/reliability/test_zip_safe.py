"""Zip safe: a hostile archive is refused with a reason, writes nothing and takes no memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability.archives import MESSAGES, archives, made
from tests.reliability.conftest import Tally
from tests.reliability.forge import Forge, one_line

MOST = 256  # MiB
OWNER = "Meredith Example"
ARCHIVES = archives()


def test_there_are_forty_archives(tally: Tally) -> None:
    """The list is as long as promised."""
    tally.of("Zip safe")

    assert len(ARCHIVES) >= 40


def test_an_honest_archive_is_read(forge: Forge, tmp_path: Path, tally: Tally) -> None:
    """What the hostile ones are made from is read: they are refused for what was done to them."""
    tally.of("Zip safe")
    (tmp_path / "in.zip").write_bytes(made([("messages.csv", MESSAGES.encode())]))

    assert forge.run("score", "in.zip", "-o", "out.csv", "--owner", OWNER, cwd=tmp_path).code == 0


@pytest.mark.parametrize("name", ARCHIVES)
def test_hostile_archive_is_refused(name: str, forge: Forge, tmp_path: Path, tally: Tally) -> None:
    """Exit code 3 and one line, no file anywhere under the parent folder or in the folder for temporary files, at most 256 MiB."""
    tally.of("Zip safe").count()
    work, temp = tmp_path / "a" / "work", tmp_path / "temp"
    work.mkdir(parents=True)
    temp.mkdir()
    (work / "in.zip").write_bytes(ARCHIVES[name])
    evil = [Path("/tmp/evil.csv"), Path("/etc/cron.d/evil")]

    ran = forge.run("score", "in.zip", "-o", "out.csv", "--owner", OWNER, cwd=work, env={"TMPDIR": str(temp)})

    assert ran.code == 3, (ran.out, ran.err)
    assert one_line(ran), ran.err
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [work / "in.zip"]
    assert not any(path.exists() for path in evil)
    assert ran.peak <= MOST, f"{ran.peak:.0f} MiB"
