"""Portions: a batch in, its scored rows as bytes out; here, or in workers that joblib runs."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import joblib

from recruitrisk.approach import Approach
from recruitrisk.errors import RecruitRiskError
from recruitrisk.model import NOT_ASSESSABLE, Assessment, reasons
from recruitrisk.reading import Batch
from recruitrisk.scoring.columns import schema, scored_arrays, scored_rows
from recruitrisk.scoring.frames import Scorer
from recruitrisk.scoring.inert import inert_cells
from recruitrisk.scoring.writing import csv_bytes, ipc_bytes, safe_table

__all__ = ["TOP", "Light", "Portion", "score_batch", "score_portions", "workers"]

TOP = 5
"""Rows whose strongest reason is told at the end."""

ROWS_ASSESSED = 1_000
"""Rows that are assessed at a time: what is held of each before it is written is large."""

Light = tuple[bool, float, int, str, str, str]
"""Of one row: not assessable, minus risk, its place, id, band, strongest reason. Sorts the highest risk first."""


@dataclass(slots=True)
class Portion:
    """What scoring gives of a batch.

    Attributes
    ----------
    data : bytes
        Rows, as CSV or in Arrow's stream format.
    bands : dict of str to int
    top : list of tuple
        Its rows of the highest risk.
    kept : dict of int to (Approach, Assessment)
        The same as objects by their place; empty when it comes from a worker.
    """

    data: bytes
    bands: dict[str, int] = field(default_factory=dict)
    top: list[Light] = field(default_factory=list)
    kept: dict[int, tuple[Approach, Assessment]] = field(default_factory=dict)


def _strongest(assessment: Assessment) -> str:
    return next((reason.sentence for reason in reasons(assessment) if reason.shown), "")


def score_batch(
    batch: Batch, scorer: Scorer, parquet: bool, keep: int, objects: bool = False, safe: bool = False
) -> Portion:
    """Score a batch.

    Parameters
    ----------
    batch : Batch
    scorer : Scorer
    parquet : bool
        Rows for Parquet, not for CSV.
    keep : int
        Name so many rows of the highest risk, `TOP` at least.
    objects : bool
        Give them as objects as well.
    safe : bool
        Make the user's own columns harmless to spreadsheets; in CSV those that are added always are.
    """
    approaches, notes = batch.approaches(), batch.notes
    bands: Counter[str] = Counter()
    rows: list[dict[str, float | str]] = []
    top: list[tuple[bool, float, int, str, str]] = []
    held: dict[int, tuple[Approach, Assessment]] = {}
    count = max(keep, TOP)
    for start in range(0, len(approaches), ROWS_ASSESSED):
        found = scorer.assess(approaches[start : start + ROWS_ASSESSED])
        for at, (approach, assessment) in enumerate(found, start):
            bands[assessment.band] += 1
            band = assessment.band
            top.append((band == NOT_ASSESSABLE, -assessment.risk, at, approach.approach_id, band))
            held[at] = (approach, assessment)
        cells = scored_rows(found, [notes.get(at) for at in range(start, start + len(found))])
        rows += cells if parquet else [inert_cells(row) for row in cells]
        top.sort()
        del top[count:]
        held = {entry[2]: held[entry[2]] for entry in top[: count if objects else TOP]}
    table = safe_table(batch.table()) if safe else batch.table()
    table = table.from_arrays(
        [*table.columns, *scored_arrays(rows)], schema=schema(table.schema.remove_metadata())
    )
    light = [(*entry, _strongest(held[entry[2]][1]) if n < TOP else "") for n, entry in enumerate(top)]
    return Portion(
        ipc_bytes(table) if parquet else csv_bytes(table), dict(bands), light, held if objects else {}
    )


def workers(jobs: int | None) -> int:
    """How many processes joblib would use: `jobs`, or what `joblib.parallel_config` names; 1 is none but this one."""
    _, configured = joblib.parallel.get_active_backend()
    asked = jobs if jobs is not None else configured if configured is not None else 1
    return int(joblib.effective_n_jobs(asked))


def score_portions(
    batches: Iterator[Batch],
    scorer: Scorer,
    parquet: bool,
    keep: int,
    jobs: int | None,
    objects: bool = False,
    safe: bool = False,
) -> Iterator[tuple[Batch, Portion]]:
    """Score batches, in their order.

    Parameters
    ----------
    batches : iterator of Batch
        Read as workers become free; a few more than there are workers are held.
    jobs : int, optional
        Processes; see `workers`. The backend is joblib's, or the one that `joblib.parallel_config` names.
    """
    if workers(jobs) == 1:
        for batch in batches:
            yield batch, score_batch(batch, scorer, parquet, keep, objects, safe)
        return
    yield from _in_workers(batches, scorer, parquet, keep, jobs, safe)


def _in_workers(
    batches: Iterator[Batch], scorer: Scorer, parquet: bool, keep: int, jobs: int | None, safe: bool
) -> Iterator[tuple[Batch, Portion]]:
    sent: deque[Batch] = deque()
    failed: list[BaseException] = []

    def tasks() -> Iterator[Any]:
        try:
            for batch in batches:
                sent.append(batch)
                yield joblib.delayed(score_batch)(batch.bare(), scorer, parquet, keep, False, safe)
        except (
            Exception
        ) as error:  # joblib asks for tasks in a thread of its own, where an error would be lost
            failed.append(error)

    with _lost_workers():
        backend = joblib.parallel.get_active_backend()[0]
        if backend.supports_return_generator:
            pool = joblib.Parallel(n_jobs=jobs, return_as="generator", batch_size=1, pre_dispatch="2*n_jobs")
            for portion in pool(tasks()):
                yield sent.popleft(), portion
        else:
            yield from _in_rounds(tasks(), sent, jobs)
    if failed:
        raise failed[0]


def _in_rounds(tasks: Iterator[Any], sent: deque[Batch], jobs: int | None) -> Iterator[tuple[Batch, Portion]]:
    """For backends that give results all at once: a few a worker at a time."""
    size = 4 * workers(jobs)
    while some := list(islice(tasks, size)):
        for portion in joblib.Parallel(n_jobs=jobs, batch_size=1)(some):
            yield sent.popleft(), portion


class _lost_workers:
    """A worker that was killed as one error that says what to do."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if error is not None and type(error).__name__ in ("TerminatedWorkerError", "BrokenProcessPool"):
            raise RecruitRiskError(
                "a worker process ended unexpectedly (killed, or out of memory); run again with fewer --jobs"
            ) from None
