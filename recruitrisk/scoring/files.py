"""Scoring files: streamed in, streamed out, whole or not at all.

The output appears under its name only when everything is written; so do the rejects and
the record of the run beside it. The input is never touched.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import asdict
from itertools import chain
from typing import Any

from recruitrisk.approach import SCORED_COLUMNS, Approach
from recruitrisk.errors import UsageError
from recruitrisk.model import Assessment
from recruitrisk.parameters import check_kind, check_path
from recruitrisk.places import check_places, check_target, kind_of
from recruitrisk.reading import Batch, is_linkedin_export, iter_batches, iter_blocks, read_linkedin_export
from recruitrisk.reading.blocks import BLOCK_BYTES
from recruitrisk.scoring.enrichment import fingerprint_of
from recruitrisk.scoring.frames import Scorer, check_free, hash_of
from recruitrisk.scoring.inert import inert
from recruitrisk.scoring.portions import TOP, Light, Portion, score_portions, workers
from recruitrisk.scoring.run import Run, record_of
from recruitrisk.scoring.writing import Plain, Spool, csv_line
from recruitrisk.version import __version__

__all__ = ["Progress", "Run", "batches", "check_joined", "score_file"]

ROWS_AT_ONCE = 5_000
"""Rows of a part, where it is not a range of bytes."""
BYTES_AT_ONCE = BLOCK_BYTES
REPORT_ROWS = 5_000
"""A report holds so many approaches, those of the highest risk."""

Kept = tuple[Approach, Assessment, int]
Progress = Callable[[int, float | None], None]


def batches(
    source: str,
    messages: str | None,
    profiles: str | None,
    columns: Any,
    owner: str | None,
    *,
    whole: bool = True,
    live: bool = False,
) -> Iterator[Batch]:
    """Read a file in parts, or an export at once.

    Parameters
    ----------
    whole : bool
        Parse parts here; otherwise where they are scored.
    live : bool
        Give rows of standard input as they come.
    """
    if source != "-" and is_linkedin_export(source):
        return iter([read_linkedin_export(source, owner=owner, profiles=profiles)])
    joined: dict[str, Any] = {"messages": messages, "profiles": profiles, "columns": columns}
    if live:
        return iter_batches(source, ROWS_AT_ONCE, live=True, **joined)
    return iter_blocks(source, ROWS_AT_ONCE, size=BYTES_AT_ONCE, whole=whole, **joined)


def check_joined(sources: Sequence[str], messages: object, columns: object, owner: str | None) -> None:
    """Refuse what goes with another kind of file than those given, instead of passing over it.

    Raises
    ------
    UsageError
        A table of messages or names of columns with exports alone, which hold their own; an owner with tables alone.
    """
    exports = [is_linkedin_export(source) if source != "-" else False for source in sources]
    if (messages or columns) and all(exports):
        wrong = " and ".join(n for n, given in (("messages", messages), ("columns", columns)) if given)
        raise UsageError(f"{sources[0]} is a LinkedIn export, which holds its own; leave {wrong} out")
    if owner is not None and not any(exports) and not any(map(_may_be_export, sources)):
        raise UsageError(
            f"owner {owner!r} goes with a LinkedIn export, and {sources[0]} is a table; leave it out"
        )


def _may_be_export(source: str) -> bool:
    """Whether it is a folder, an archive or the start of one: what is wrong with it is for its reader to say."""
    try:
        with open(source, "rb") as stream:
            return stream.read(2) == b"PK"
    except OSError:
        return True


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
    progress: Progress | None = None,
    n_jobs: int | None = None,
    resume: bool = False,
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
        Is told after each part how many rows it had, and what share of the input is done (None if not known).
    n_jobs : int, optional
        Processes; -1 for all cores. By default what `joblib.parallel_config` says, else 1. Any backend of joblib is
        honoured. The output does not depend on it.
    resume : bool
        Take up an earlier run that was killed: what it finished is in ``<output>.parts``. The output is then the same
        to the byte, and so is the record but for its times. With `resume` a run that fails leaves its finished parts.

    Returns
    -------
    Run
        Also written as ``<output>.run.json``; rejected rows are in ``<output>.rejects.csv``.
    list of (Approach, Assessment, int)
        The kept ones, the highest risk first, each with the number of its row (from 1).

    Raises
    ------
    ReadError, UsageError, WriteError
        Nothing is left behind under the output's name. A table of profiles is held in memory as a whole; the rest is not.
    """
    check_path("source", source)
    check_path("output", output)
    check_kind("scorer", scorer, Scorer, "a Scorer, such as rr.Scorer(base_rate=0.01)")
    source, output = os.fspath(source), os.fspath(output)
    job = _Job(source, output, scorer, messages, profiles, columns, owner, keep, n_jobs, safe_csv)
    if resume and "-" in (source, output):
        raise UsageError("--resume needs files: standard input and output can't be taken up")
    return job.run(progress or (lambda rows, share: None), resume)


class _Job:
    """One call of `score_file`."""

    def __init__(
        self, source: str, output: str, scorer: Scorer, messages: str | None, profiles: str | None,
        columns: Any, owner: str | None, keep: int, n_jobs: int | None, safe_csv: bool,
    ) -> None:  # fmt: skip
        self.source, self.output, self.scorer, self.keep = source, output, scorer, keep
        self._joined = (messages, profiles, columns, owner)
        self._parquet = kind_of(output) == "Parquet"
        self._jobs = (
            1 if source == "-" and (output == "-" or keep) else n_jobs
        )  # rows of a pipe can't be read twice
        self._rejects, self._record = f"{output}.rejects.csv", f"{output}.run.json"
        self._safe = safe_csv
        if safe_csv and self._parquet:
            raise UsageError(
                f"{output}: is Parquet, in which nothing is run; leave safe_csv out, or write CSV"
            )
        check_joined([source], messages, columns, owner)
        if output != "-":
            check_target(output, "CSV", "Parquet")
            check_places((source, messages, profiles), (output, self._rejects, self._record))

    def run(self, progress: Progress, resume: bool) -> tuple[Run, list[Kept]]:
        """Score; gives the counts, and what is kept for a report."""
        began = time.perf_counter()
        estimate = self.scorer.estimate
        run = Run(
            base_rate=self.scorer.base_rate, base_rate_estimate=None if estimate is None else asdict(estimate)
        )
        with ExitStack() as stack:
            parts = stack.enter_context(closing(self._parts(workers(self._jobs) == 1)))
            first = next(parts)  # what is wrong with the input shows before anything is written
            check_free(first.names())
            spool: Plain | Spool = (
                stack.enter_context(Plain())
                if self.output == "-"
                else stack.enter_context(Spool(self.output, self._fingerprint(), resume))
            )
            top = self._score(run, chain((first,), parts), spool, progress)
            run.check()
            run.top = [(-risk, key, band, reason) for (_, risk, _, key, band, reason), _, _ in top[:TOP]]
            run.seconds = time.perf_counter() - began
            if isinstance(spool, Spool):
                run.files = {"input": self.source, "output": self.output, "run": self._record}
                if run.rejects:
                    run.files["rejects"] = self._rejects
                if self._parquet:
                    spool.to_parquet()
                record = record_of(run, self.scorer, first.source)
                spool.publish(self._rejects if run.rejects else None, self._record, record)
        if self.output != "-" and not run.rejects:
            with suppress(FileNotFoundError):
                os.unlink(self._rejects)  # of an earlier run under the same name
        return run, self._objects(top[: self.keep])

    def _parts(self, whole: bool) -> Generator[Batch]:
        yield from batches(self.source, *self._joined, whole=whole, live="-" == self.source == self.output)

    def _score(
        self, run: Run, parts: Iterator[Batch], spool: Plain | Spool, progress: Progress
    ) -> list[_Entry]:
        """Score and write all parts; gives the rows of the highest risk."""
        top: list[_Entry] = []
        number = place = 0
        header = True

        def take(counts: Mapping[str, Any], share: float | None, portion: Portion | None) -> None:
            nonlocal top, number, place
            run.add(counts["rows"], counts["bands"], counts["messages"])
            kept = {} if portion is None else portion.kept
            found = [
                ((bool(e[0]), *e[1:2], place + e[2], *e[3:]), (number, e[2]), kept.get(e[2]))
                for e in counts["top"]
            ]
            top = sorted([*top, *found], key=lambda entry: entry[0])[: max(self.keep, TOP)]
            number, place = number + 1, place + sum(counts["bands"].values())
            progress(counts["rows"]["read"], share)

        for counts in spool.finished:
            take(counts, next(parts).share, None)
            header = False
        scored = score_portions(
            parts,
            self.scorer,
            self._parquet,
            self.keep,
            self._jobs,
            objects=self.keep > 0 and workers(self._jobs) == 1,
            safe=self._safe,
        )
        for batch, portion in scored:
            if header and not self._parquet:
                names = map(inert, batch.names()) if self._safe else batch.names()
                spool.write("output", csv_line([*names, *SCORED_COLUMNS]))
            header = False
            spool.write("output", portion.data)
            if batch.rejects and not run.rejects:
                spool.write("rejects", csv_line(["file", "line", "column", "table", "reason", "raw"]))
            for r in batch.rejects:
                spool.write(
                    "rejects",
                    csv_line(map(inert, (r.file, str(r.line), r.column or "", r.table, r.reason, r.raw))),
                )
            rows = {**asdict(batch.counts), "rejects": len(batch.rejects)}
            counts = {
                "rows": rows, "messages": asdict(batch.message_counts), "bands": portion.bands, "top": portion.top
            }  # fmt: skip
            spool.finish(counts)
            take(counts, batch.share, portion)
        return top

    def _objects(self, top: list[_Entry]) -> list[Kept]:
        """Approaches and assessments of rows; those that were scored elsewhere or earlier are read and scored again."""
        wanted: dict[int, dict[int, tuple[Approach, Assessment] | None]] = {}
        for _, (number, at), found in top:
            wanted.setdefault(number, {})[at] = found
        if any(found is None for places in wanted.values() for found in places.values()):
            for number, batch in enumerate(self._parts(whole=False)):
                places = [at for at, found in wanted.get(number, {}).items() if found is None]
                if places:
                    approaches = batch.approaches()
                    again = self.scorer.assess([approaches[at] for at in places])
                    wanted[number].update(zip(places, again, strict=True))
        kept = []
        for light, (number, at), _ in top:
            pair = wanted[number][at]
            assert pair is not None
            kept.append((*pair, light[2] + 1))
        return kept

    def _fingerprint(self) -> dict[str, Any]:
        """What finished parts rest on."""
        messages, profiles, columns, owner = self._joined
        return {
            "library": __version__,
            "model": hash_of(self.scorer.model),
            "base_rate": self.scorer.base_rate,
            "files": [_signature(name) for name in (self.source, messages, profiles)],
            "options": repr(
                (columns, owner, self.keep, self._parquet, self._safe, ROWS_AT_ONCE, BYTES_AT_ONCE)
            ),
            "enrichers": [fingerprint_of(enricher) for enricher in self.scorer.enrich],
        }


_Entry = tuple[Light, tuple[int, int], "tuple[Approach, Assessment] | None"]


def _signature(name: Any) -> list[object] | None:
    """Size, time of change, and a hash of the beginning and the end of a file."""
    if not isinstance(name, str) or not os.path.isfile(name):
        return None if name is None else [str(name)]
    found = os.stat(name)
    digest = hashlib.sha256()
    with open(name, "rb") as stream:
        digest.update(stream.read(1 << 20))
        stream.seek(max(found.st_size - (1 << 20), 0))
        digest.update(stream.read())
    return [found.st_size, found.st_mtime_ns, digest.hexdigest()]
