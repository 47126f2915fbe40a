"""Same seed, same bytes; how fast and in how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from recruitrisk.synthetic import synthesise, world_hash

__all__ = ["HASH_N", "HASH_SEED", "Reproducibility", "Speed", "measure_speed", "reproduce"]

HASH_N, HASH_SEED = 2000, 7
"""The world whose bytes are recorded in ``docs/audit.json``."""


@dataclass(frozen=True, slots=True)
class Reproducibility:
    """SHA-256 of the same world, made in several ways.

    Attributes
    ----------
    n, seed : int
    whole, chunks, workers, process : str
        At once, in uneven chunks, by two processes, and by a new process with another hash seed and time zone.
    """

    n: int
    seed: int
    whole: str
    chunks: str
    workers: str
    process: str

    @property
    def holds(self) -> bool:
        """Whether all are the same."""
        return len({self.whole, self.chunks, self.workers, self.process}) == 1


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast a world is made, on one core.

    Attributes
    ----------
    per_second : float
        Approaches a second of processor time.
    minutes_for_100k : float
        Minutes of processor time for 100,000 approaches.
    megabytes_small, megabytes_large : float
        Peak memory of `recruitrisk synth` for 1,000 and for 10,000 approaches.
    """

    per_second: float
    minutes_for_100k: float
    megabytes_small: float
    megabytes_large: float


def _python(code: str, **environment: str) -> str:
    root = str(Path(__file__).parents[3])
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": root, **environment},
    )  # fmt: skip
    return done.stdout.strip()


def reproduce(n: int = HASH_N, seed: int = HASH_SEED) -> Reproducibility:
    """Make a world in four ways and hash its bytes."""
    code = (
        f"import sys; from recruitrisk.synthetic import world_hash; sys.stdout.write(world_hash({n}, {seed}))"
    )
    return Reproducibility(
        n, seed, world_hash(n, seed, chunk=n), world_hash(n, seed, chunk=max(1, n // 7)),
        world_hash(n, seed, chunk=max(1, n // 4), n_jobs=2), _python(code, PYTHONHASHSEED="12345", TZ="Asia/Tokyo"),
    )  # fmt: skip


def _peak(n: int) -> float:
    if not Path("/proc/self/status").is_file():
        return float("nan")  # only Linux says it of a process alone: what `resource` says includes the parent
    with tempfile.TemporaryDirectory() as folder:
        code = (
            "import re, sys; from pathlib import Path; from recruitrisk.synthetic import write_world\n"
            f"write_world({str(Path(folder) / 'world.csv')!r}, {n})\n"
            "found = re.search('VmHWM:[^0-9]*([0-9]+)', Path('/proc/self/status').read_text())\n"
            "sys.stdout.write(found[1])"
        )
        return int(_python(code)) / 1024


def measure_speed(n: int = 3000, *, memory: bool = True) -> Speed:
    """Time the making of `n` approaches, and measure peak memory at two sizes in new processes."""
    synthesise(20)  # reads the scenes, once
    start = time.process_time()
    synthesise(n, 1)
    spent = time.process_time() - start
    small, large = (_peak(1000), _peak(10_000)) if memory else (float("nan"), float("nan"))
    return Speed(n / spent, 100_000 * spent / n / 60, small, large)
