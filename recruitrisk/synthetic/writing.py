"""Writing a world as CSV, in chunks, so that memory does not grow with it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain

import pandas as pd
from joblib import Parallel, delayed

from recruitrisk.errors import UsageError
from recruitrisk.parameters import check_count
from recruitrisk.places import check_target
from recruitrisk.synthetic.setting import Setting
from recruitrisk.synthetic.world import stream

__all__ = ["CHUNK", "csv_chunks", "world_hash", "write_world"]

CHUNK = 1000
"""Approaches held in memory at a time."""


def _chunk(start: int, stop: int, seed: int, setting: Setting) -> tuple[str, str, int]:
    made = list(stream(range(start, stop), seed, setting))
    messages = [m for a in made for m in a.messages]
    head = start == 0
    return (
        pd.DataFrame([a.row for a in made]).to_csv(index=False, header=head, lineterminator="\n"),
        pd.DataFrame(messages).to_csv(index=False, header=head, lineterminator="\n"),
        len(messages),
    )


def csv_chunks(
    n: int, seed: int = 0, setting: Setting = Setting(), *, chunk: int = CHUNK, n_jobs: int = 1
) -> Iterator[tuple[str, str, int]]:
    """CSV text of the approaches and of their messages, and the number of messages, chunk by chunk.

    The text put together does not depend on `chunk` and `n_jobs`.

    Raises
    ------
    UsageError
        `n` or `chunk` is below 1.
    """
    if n < 1 or chunk < 1:
        raise UsageError(f"n is {n}, chunk is {chunk}; both must be 1 or more")
    parts = [(start, min(start + chunk, n)) for start in range(0, n, chunk)]
    if n_jobs == 1:
        for start, stop in parts:
            yield _chunk(start, stop, seed, setting)
        return
    pool = Parallel(n_jobs=n_jobs, return_as="generator")
    yield from pool(delayed(_chunk)(start, stop, seed, setting) for start, stop in parts)


def write_world(
    path: str | os.PathLike[str],
    n: int,
    seed: int = 0,
    setting: Setting = Setting(),
    *,
    chunk: int = CHUNK,
    n_jobs: int = 1,
) -> tuple[str, int]:
    """Write a world's table, and the table of its messages beside it.

    Parameters
    ----------
    path : path
        ``FILE.csv``; the messages go to ``FILE.messages.csv``. Neither is left half-written.
    n, seed, setting
        As for `recruitrisk.synthetic.synthesise`.
    chunk : int
        Approaches held in memory at a time.
    n_jobs : int
        Processes.

    Returns
    -------
    tuple of str and int
        Path of the messages, and their number.
    """
    check_target(path, "CSV")
    check_count("seed", seed, None)
    target = os.fspath(path)
    beside = f"{target.removesuffix('.csv')}.messages.csv"
    parts = csv_chunks(n, seed, setting, chunk=chunk, n_jobs=n_jobs)
    first = next(parts)  # what is wrong with the arguments shows before a file is made
    count = 0
    with ExitStack() as stack:
        files = [
            stack.enter_context(open(f"{name}.part", "w", encoding="utf-8", newline=""))
            for name in (target, beside)
        ]
        for rows, messages, number in chain((first,), parts):
            files[0].write(rows)
            files[1].write(messages)
            count += number
    for name in (target, beside):
        os.replace(f"{name}.part", name)
    return beside, count


def world_hash(
    n: int, seed: int = 0, setting: Setting = Setting(), *, chunk: int = CHUNK, n_jobs: int = 1
) -> str:
    """SHA-256 of the bytes that `write_world` would write: the approaches, then the messages."""
    rows, messages = hashlib.sha256(), hashlib.sha256()
    for text, beside, _ in csv_chunks(n, seed, setting, chunk=chunk, n_jobs=n_jobs):
        rows.update(text.encode())
        messages.update(beside.encode())
    return hashlib.sha256(rows.digest() + messages.digest()).hexdigest()
