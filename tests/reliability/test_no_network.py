"""No network: nothing is asked for, whatever the command; with no interface at all, everything works."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.conftest import Tally
from tests.reliability.forge import ROOT, Forge

TEXT = "See https://evil.example/job or mail eve@evil.example. We pay 2000 euros in cash for each report.\n"
COMMANDS = {
    "score": ["score", "in.csv", "-o", "out.csv"],
    "score with messages, to Parquet": ["score", "in.csv", "--messages", "m.csv", "-o", "out.parquet"],
    "score with a report": ["score", "in.csv", "-o", "out.csv", "--report", "out.html"],
    "estimate the base rate": ["score", "in.csv", "-o", "out.csv", "--estimate-base-rate"],
    "explain": ["explain", "text.txt"],
    "explain as a page": ["explain", "text.txt", "--format", "html"],
    "indicators": ["indicators"],
    "synth": ["synth", "--n", "5", "-o", "world.csv"],
    "review": ["review", "--data", "c.jsonl"],
}  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_no_connection_is_tried(name: str, forge: Forge, tmp_path: Path, tally: Tally) -> None:
    """In a network namespace without interfaces, every call of the socket module noted: none, and the command works."""
    tally.of("No network").count()
    (tmp_path / "text.txt").write_text(TEXT)
    rows = "".join(
        f"k{n},We pay {n} euros for each report of your office. Write to me on Telegram.\n" for n in range(40)
    )
    (tmp_path / "in.csv").write_text("approach_id,message\n" + rows)
    (tmp_path / "m.csv").write_text("approach_id,text\nnone,We pay for each report.\n")
    (tmp_path / "c.jsonl").write_text(
        "".join(
            f'{{"id": "{n}", "label": {n % 2}, "messages": [{{"from": "them", "text": "We pay {n} for each report."}}]}}\n'
            for n in range(8)
        )
    )

    ran = forge.run(*COMMANDS[name], cwd=tmp_path, audit=True, no_network=os.geteuid() == 0, timeout=300)

    assert ran.code == 0, ran.err
    assert [event for event in ran.audit if event.startswith("socket.")] == []


def test_a_connection_would_be_noticed(forge: Forge, tmp_path: Path, tally: Tally) -> None:
    """The namespace has no way out and the audit sees sockets: shown on a connection that is made on purpose."""
    tally.of("No network")
    code = "import socket, sys; sys.addaudithook(lambda e, a: e == 'socket.connect' and print(e)); s = socket.socket(); s.settimeout(2)\ntry: s.connect(('192.0.2.1', 80))\nexcept OSError as e: print(e.errno)"
    argv = [sys.executable, "-c", code]
    unshared = ["unshare", "-rn", *argv]
    ran = subprocess.run(unshared, capture_output=True, text=True, check=False)
    if ran.returncode:
        pytest.skip(f"no namespace can be made here: {ran.stderr.strip()}")

    assert ran.stdout.split() == ["socket.connect", "101"]


def test_the_whole_suite_without_interfaces(long: bool, tally: Tally) -> None:
    """Every other test of the project passes where there is no network interface but an idle loopback."""
    tally.of("No network")
    if not long:
        pytest.skip("the whole suite runs without interfaces in the long form")
    probe = subprocess.run(["unshare", "-rn", "true"], capture_output=True, text=True, check=False)
    if probe.returncode:
        pytest.skip(f"no namespace can be made here: {probe.stderr.strip()}")
    env = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    env.pop("RELIABILITY", None)
    env.pop("RELIABILITY_JSON", None)
    ran = subprocess.run(
        ["unshare", "-rn", sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests", "recruitrisk",
         "--deselect", "tests/test_wheel.py", "--deselect", "tests/reliability/test_supply.py"],
        cwd=ROOT, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    last = (ran.stdout.strip().splitlines() or [""])[-1]
    tally.note(f"the suite without interfaces: {last.strip('= ')}")
    tally.count(sum(int(word) for word in last.replace(",", "").split() if word.isdigit()))
    assert ran.returncode == 0, ran.stdout[-3000:]
