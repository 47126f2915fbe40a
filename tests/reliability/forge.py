"""Commands run in processes of their own, with limits, kills, terminals and without a network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a command.

    Attributes
    ----------
    code : int
        Exit code; negative for a signal.
    out, err : bytes
        What it printed; on a terminal all of it is in `out`.
    peak : float
        MiB above what the process had when it started, with the model loaded.
    seconds : float
    audit : list of str
        Connections tried and code run, when they were watched.
    """

    code: int
    out: bytes
    err: bytes
    peak: float
    seconds: float
    audit: list[str]

    @property
    def line(self) -> str:
        """The one line of complaint."""
        return self.err.decode("utf-8", "replace").strip()


class Forge:
    """Runs commands; a context manager."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._numbers = folder, count(1)
        env = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.reliability.zygote"], cwd=ROOT, env=env, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n", "the zygote did not start"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(20)
        self._process.stdout.close()

    def run(self, *argv: object, cwd: Path, audit: bool = False, **options: Any) -> Ran:
        """Run ``recruitrisk`` with these arguments in `cwd`.

        Parameters
        ----------
        *argv
        cwd : path
        audit : bool
            Watch for connections and code that is run.
        **options
            ``stdin`` (path), ``env``, ``pty``, ``no_network``, ``fsize`` (bytes a file may have), ``kill_after`` (seconds),
            ``kill_on`` (audit event, how many-th, signal), ``logged`` (all logs to standard error), ``out_device`` (path), ``timeout``.
        """
        number = next(self._numbers)
        out, err, log = (self.folder / f"{number}.{name}" for name in ("out", "err", "log"))
        request = {
            "argv": [str(a) for a in argv], "cwd": str(cwd), "out": str(out), "err": str(err),
            "audit": str(log) if audit else None,
            **{k: str(v) if isinstance(v, Path) else v for k, v in options.items()},
        }  # fmt: skip
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        texts = [path.read_bytes() if path.exists() else b"" for path in (out, err)]
        events = log.read_text("utf-8", "replace").splitlines() if log.exists() else []
        for path in (out, err, log):
            path.unlink(missing_ok=True)
        return Ran(answer["code"], texts[0], texts[1], answer["peak"], answer["seconds"], events)


def one_line(ran: Ran) -> bool:
    """Whether a command complained on one printable line, without a traceback."""
    line = ran.err.decode("utf-8", "replace").rstrip("\n")
    return bool(line) and "\n" not in line and "Traceback" not in line and all(c.isprintable() for c in line)
