"""Scoring files: streamed in, streamed out, whole or not at all.

The output appears under its name only when everything is written; so do the rejects and
the record of the run beside it. The input is never touched.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from recruitrisk.approach import SCORED_COLUMNS, Approach
from recruitrisk.errors import RecruitRiskError
from recruitrisk.model import BANDS, NOT_ASSESSABLE, Assessment, reasons
from recruitrisk.reading import Batch, Reject, is_linkedin_export, iter_batches, read_linkedin_export
from recruitrisk.scoring.columns import scored_cells
from recruitrisk.scoring.frames import Scorer, check_free
from recruitrisk.scoring.inert import csv_text, inert, inert_cells, printable
from recruitrisk.scoring.places import check_places
from recruitrisk.version import __version__

__all__ = ["Run", "WriteError", "score_file"]

ROWS_AT_ONCE = 5_000
REPORT_ROWS = 5_000
"""A report holds so many approaches, those of the highest risk."""
_TOP = 5


class WriteError(RecruitRiskError):
    """Output that can't be written: no room, no permission, no such folder."""

    exit_code = 5


@dataclass(slots=True)
class Run:
    """What became of one run.

    Attributes
    ----------
    read, scored, not_assessable, rejected, skipped : int
        Approaches: ``read == scored + not_assessable + rejected + skipped``; an export's
        conversations without an inbound message are skipped.
    bands : dict of str to int
    messages : dict of str to int
        Rows of messages: read, used, skipped, rejected.
    seconds : float
    base_rate : float
    files : dict of str to str
        What was read and written.
    top : list
        (risk, id, band, strongest reason) of the highest few.
    rejects : int
        Entries in the rejects file, of all tables.
    base_rate_estimate : dict or None
        When the base rate was estimated from the file: value, interval, rows.
    """

    read: int = 0
    scored: int = 0
    not_assessable: int = 0
    rejected: int = 0
    skipped: int = 0
    bands: dict[str, int] = field(default_factory=lambda: dict.fromkeys((*BANDS, NOT_ASSESSABLE), 0))
    messages: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    base_rate: float = 0.01
    files: dict[str, str] = field(default_factory=dict)
    top: list[tuple[float, str, str, str]] = field(default_factory=list)
    rejects: int = 0
    base_rate_estimate: dict[str, float] | None = None


Kept = tuple[Approach, Assessment, int]


class _Files:
    """Files that appear under their names only when the block ends well, all of them or none; ``-`` is standard output."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, str, BinaryIO]] = []

    def open(self, path: str) -> BinaryIO:
        """Begin a file."""
        if path == "-":
            return sys.stdout.buffer
        target = Path(path)
        try:
            if target.is_dir():
                raise WriteError(f"{path}: is a folder; name a file to write to")
            handle, part = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        except OSError as problem:
            raise WriteError(f"{path}: can't be written ({problem.strerror})") from None
        stream = os.fdopen(handle, "wb")
        self._parts.append((path, part, stream))
        return stream

    def __enter__(self) -> _Files:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        path = "-"
        try:
            if kind is None:
                for path, part, stream in self._parts:  # noqa: B007 - told in the error; all bytes are safe before the first name appears
                    stream.flush()
                    os.fsync(stream.fileno())
                    stream.close()
                    os.chmod(part, 0o600 if os.name == "posix" else 0o666)
                for path, part, _ in self._parts:
                    os.replace(part, path)
        except OSError as problem:
            raise WriteError(f"{path}: can't be written ({problem.strerror})") from None
        finally:
            for _, part, stream in self._parts:
                with suppress(OSError):
                    stream.close()
                with suppress(FileNotFoundError):
                    os.unlink(part)


def batches(
    source: str, messages: str | None, profiles: str | None, columns: Any, owner: str | None
) -> Iterator[Batch]:
    """Read a file in chunks, or an export at once."""
    if source != "-" and is_linkedin_export(source):
        yield read_linkedin_export(source, owner=owner, profiles=profiles)
        return
    yield from iter_batches(source, rows=ROWS_AT_ONCE, messages=messages, profiles=profiles, columns=columns)


class _Table:
    """Rows out, as CSV or Parquet by the name of the target."""

    def __init__(self, stream: BinaryIO, parquet: bool, live: bool, safe: bool) -> None:
        self._stream, self._parquet, self._live, self._safe = stream, parquet, live, safe
        self._writer: pq.ParquetWriter | None = None
        self._begun = False

    def write(self, frame: pd.DataFrame) -> None:
        if self._parquet:
            table = pa.Table.from_pandas(frame, preserve_index=False)
            if self._writer is None:
                self._writer = pq.ParquetWriter(self._stream, table.schema)
            self._writer.write_table(table.cast(self._writer.schema))
            return
        rows: list[list[Any]] = [list(row) for row in frame.itertuples(index=False, name=None)]
        if not self._begun:
            rows.insert(0, [str(name) for name in frame.columns])
            self._begun = True
        if self._safe:
            rows = [[inert(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
        text = csv_text(rows)
        if self._live and self._stream.isatty():  # for eyes: nobody's control characters reach the screen
            text = printable(text)
        self._stream.write(text.encode("utf-8", "surrogateescape"))
        if self._live:
            self._stream.flush()

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
        if self._live:
            self._stream.flush()


def _write_rejects(stream: BinaryIO, rejects: list[Reject]) -> None:
    rows = [["file", "line", "column", "table", "reason", "raw"]]
    for r in rejects:
        texts = (r.column or "", r.table, r.reason, r.raw)
        rows.append([inert(r.file), str(r.line), *map(inert, texts)])
    stream.write(csv_text(rows).encode("utf-8", "surrogateescape"))


def _beside(output: str, what: str) -> str:
    return f"{output}{what}" if output != "-" else ""


def score_file(
    source: str | os.PathLike[str],
    output: str | os.PathLike[str],
    *,
    scorer: Scorer,
    messages: str | None = None,
    profiles: str | None = None,
    columns: Mapping[str, str] | list[str] | str | None = None,
    owner: str | None = None,
    keep: int = 0,
    safe_csv: bool = False,
    progress: Callable[[int], None] | None = None,
) -> tuple[Run, list[Kept]]:
    """Score a file into a file.

    Parameters
    ----------
    source : path
        CSV, Parquet, a LinkedIn export (zip, folder, messages.csv), or ``-``.
    output : path
        CSV, or Parquet where it ends in ``.parquet``; ``-`` is standard output.
    scorer : Scorer
    messages, profiles : path, optional
        Tables to be joined.
    columns : mapping, list of ``ours=theirs`` or TOML path, optional
    owner : str, optional
        Name of the owner of a LinkedIn export.
    keep : int
        Keep so many approaches of the highest risk, for a report.
    safe_csv : bool
        Make the user's own columns harmless to spreadsheets as well; those that are added always are. CSV alone.
    progress : callable, optional
        Is told the number of rows after each chunk.

    Returns
    -------
    Run
        Also written as ``<output>.run.json``; rejected rows are in ``<output>.rejects.csv``.
    list of (Approach, Assessment, int)
        The kept ones, the highest risk first, each with the number of its row (from 1).

    Raises
    ------
    ReadError, UsageError, WriteError
        Nothing is left behind under the output's name.
    """
    source, output = os.fspath(source), os.fspath(output)
    check_places(
        (source, messages, profiles), (output, _beside(output, ".run.json"), _beside(output, ".rejects.csv"))
    )
    began = time.perf_counter()
    estimate = asdict(scorer.estimate) if scorer.estimate is not None else None
    run = Run(base_rate=scorer.base_rate, base_rate_estimate=estimate)
    rejects: list[Reject] = []
    kept: list[Kept] = []
    bands: Counter[str] = Counter()
    row = 0
    read_from: dict[str, object] = {}
    message_counts: Counter[str] = Counter()
    with _Files() as files, ExitStack() as stack:
        table: _Table | None = None
        for batch in batches(source, messages, profiles, columns, owner):
            check_free(list(batch.frame.columns))
            if table is None:
                table = _Table(files.open(output), output.endswith(".parquet"), output == "-", safe_csv)
                stack.callback(table.close)
                read_from = batch.source
            notes = batch.notes
            cells = []
            for at, (approach, assessment) in enumerate(scorer.assess(batch.approaches())):
                row += 1
                bands[assessment.band] += 1
                cells.append(inert_cells(scored_cells(approach, assessment, notes.get(at))))
                kept.append((approach, assessment, row))
            kept.sort(key=lambda k: (k[1].band == NOT_ASSESSABLE, -k[1].risk, k[2]))
            del kept[max(keep, _TOP) :]
            scored = pd.DataFrame(cells, columns=list(SCORED_COLUMNS), index=batch.frame.index)
            table.write(pd.concat([batch.frame, scored], axis=1))
            counts = batch.counts
            run.read += counts.read
            run.rejected += counts.rejected
            run.skipped += counts.skipped
            rejects.extend(batch.rejects)
            for name, number in asdict(batch.message_counts).items():
                message_counts[name] += number
            if progress is not None:
                progress(counts.read)
        stack.close()
        run.bands.update(bands)
        run.not_assessable = bands[NOT_ASSESSABLE]
        run.scored = sum(bands.values()) - run.not_assessable
        run.messages = dict(message_counts) if message_counts["read"] else {}
        run.rejects = len(rejects)
        run.top = [_headline(k) for k in kept[:_TOP]]
        run.seconds = time.perf_counter() - began
        balanced = run.read == run.scored + run.not_assessable + run.rejected + run.skipped
        if not balanced:  # a defect of ours, never the user's: say so instead of losing rows
            raise RecruitRiskError(f"rows do not add up: {run}; please report this")
        if output != "-":
            run.files = {"input": source, "output": output, "run": _beside(output, ".run.json")}
            if rejects:
                run.files["rejects"] = _beside(output, ".rejects.csv")
                _write_rejects(files.open(run.files["rejects"]), rejects)
            record = _record(run, scorer, read_from)
            files.open(run.files["run"]).write(record.encode("utf-8"))
    if output != "-" and not rejects and os.path.exists(_beside(output, ".rejects.csv")):
        os.unlink(_beside(output, ".rejects.csv"))  # of an earlier run under the same name
    return run, kept[:keep]


def _headline(kept: Kept) -> tuple[float, str, str, str]:
    approach, assessment, _ = kept
    shown = [reason for reason in reasons(assessment) if reason.shown]
    return assessment.risk, approach.approach_id, assessment.band, shown[0].sentence if shown else ""


def _record(run: Run, scorer: Scorer, read_from: Mapping[str, object]) -> str:
    manifest = scorer.model.manifest
    record = {
        "library": __version__,
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "model": {
            "name": scorer.model.name,
            "catalogue": manifest.get("catalogue"),
            "files": manifest.get("files"),
        },
        "source": dict(read_from),
        "band_edges": manifest.get("calibration", {}).get("bands"),
        **{k: v for k, v in asdict(run).items() if k != "top"},
    }
    return json.dumps(record, indent=1, ensure_ascii=False, default=str) + "\n"
