"""Thin recipes for tables that are spread over machines: Dask and Spark, with the same function on every partition.

A partition is scored by `score_partition` (a frame) or `Scorer.score_table` (an Arrow table, for Spark's ``mapInArrow``:
what is not scored passes through without pandas, whose release 3 Spark does not support yet). Both are pure functions:
table in, table out. The model that ships is loaded once by each worker; another one goes along. Rows are scored one by
one, so the values are those of `recruitrisk.score_file` to the last digit. Two things differ, since a partition does not
know of the others: a key that stands twice is not rejected, and there are no rejects at all (Parquet has no broken rows).
joblib's own backends (Dask, Ray, Spark) are used by ``score_file`` inside of ``joblib.parallel_config`` without anything
of this module.

Install with ``pip install recruitrisk[dask]`` or ``recruitrisk[spark]`` (Spark needs Java as well).
"""

from __future__ import annotations

import glob
import os
import shutil
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet as pq

from recruitrisk.errors import ReadError, RecruitRiskError, UsageError
from recruitrisk.places import check_folder
from recruitrisk.reading import resolve_columns
from recruitrisk.reading.aliases import Columns, mark_ids
from recruitrisk.reading.rows import check_usable
from recruitrisk.scoring.columns import dtypes
from recruitrisk.scoring.frames import Scorer, check_free
from recruitrisk.scoring.run import Run, record_of
from recruitrisk.scoring.writing import Told

__all__ = ["ENGINES", "own_session", "score_dask", "score_folder", "score_partition", "score_spark"]

ENGINES = ("dask", "spark")

_TRIES = 4
"""Of a partition, before the whole is given up; Spark's own default on a cluster."""


def score_partition(frame: pd.DataFrame, scorer: Scorer, columns: Columns | None = None) -> pd.DataFrame:
    """Score a partition: its columns untouched, then the scored ones with the types of `recruitrisk.scoring.dtypes`.

    Examples
    --------
    >>> out = score_partition(pd.DataFrame({"message": []}, dtype="str"), Scorer())
    >>> list(out.columns)[:2], str(out["risk"].dtype)
    (['message', 'risk'], 'float64')
    """
    scored = scorer.score_frame(frame, columns=columns)
    return pd.concat([frame, scored.astype(dtypes())], axis=1)


def score_dask(frame: Any, scorer: Scorer, columns: Columns | None = None) -> Any:
    """Score a Dask data frame, partition by partition.

    Parameters
    ----------
    frame : dask.dataframe.DataFrame
    scorer : Scorer
    columns : mapping, list or path, optional
        As for `recruitrisk.score`.

    Returns
    -------
    dask.dataframe.DataFrame
        Lazy; a partition whose worker is lost is scored again by another one, with the same result.
    """
    _check([str(name) for name in frame.columns], columns)
    meta = score_partition(frame._meta, scorer, columns)
    return frame.map_partitions(score_partition, scorer, columns, meta=meta)


def score_spark(frame: Any, scorer: Scorer, columns: Columns | None = None) -> Any:
    """Score a Spark data frame.

    Parameters
    ----------
    frame : pyspark.sql.DataFrame
    scorer : Scorer
    columns : mapping, list or path, optional
        As for `recruitrisk.score`.

    Returns
    -------
    pyspark.sql.DataFrame
        Lazy; a task that fails is tried again, as ``spark.task.maxFailures`` says, with the same result.
    """
    from pyspark.sql.types import DoubleType, StringType, StructField, StructType

    _check(list(frame.columns), columns)
    kinds = {"float64": DoubleType(), "str": StringType()}
    own = [StructField(name, kinds[kind], nullable=False) for name, kind in dtypes().items()]
    score = partial(_score_batches, scorer=scorer, columns=columns)
    with (
        warnings.catch_warnings()
    ):  # Spark warns of pandas 3 wherever Python runs; nothing goes through Spark's pandas here
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
        return frame.mapInArrow(score, StructType([*frame.schema, *own]))


def _score_batches(
    batches: Iterator[pa.RecordBatch], scorer: Scorer, columns: Columns | None
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield from scorer.score_table(pa.Table.from_batches([batch]), columns).to_batches()


def _check(header: list[str], columns: Columns | None) -> None:
    check_free(header)
    marks = mark_ids()
    check_usable(resolve_columns(header, columns, marks=marks), marks, header, False)


def score_folder(
    source: str, output: str, scorer: Scorer, engine: str, columns: Columns | None = None
) -> Run:
    """Score Parquet files into a folder of Parquet files, with Dask or Spark.

    Parameters
    ----------
    source : str
        Folder, file, or pattern such as ``in/*.parquet``; with an address such as ``s3://`` as far as the engine reads it.
    output : str
        Folder, which must not be there yet. On a local disk it appears under its name only when whole.
    scorer : Scorer
    engine : {"dask", "spark"}
        The running cluster is used: Dask's current client, Spark's active session; else one on this machine.
    columns : mapping, list or path, optional

    Returns
    -------
    Run
        Counts; for a local output also in ``<output>.run.json``.

    Raises
    ------
    ReadError, UsageError, WriteError
    """
    if engine not in ENGINES:
        raise UsageError(f"engine {engine!r}; known are {', '.join(ENGINES)}")
    began = time.perf_counter()
    local = "://" not in output
    if local:
        check_folder(output, new=True)
    files = _listed(source) if "://" not in source else [source]
    target = f"{output.rstrip('/')}.parts" if local else output
    try:
        with Told(output):
            if local:
                shutil.rmtree(target, ignore_errors=True)
            try:
                (_with_dask if engine == "dask" else _with_spark)(files, target, scorer, columns)
            except (RecruitRiskError, OSError):
                raise
            except Exception as error:  # whatever a cluster raises when it gives up
                said = (str(error).strip().splitlines() or [""])[-1][:300]
                raise RecruitRiskError(f"{engine} gave up: {type(error).__name__}: {said}") from error
            run = Run(base_rate=scorer.base_rate)
            if local:
                _count(run, files, target)
                run.seconds = time.perf_counter() - began
                run.files = {"input": source, "output": output, "run": f"{output.rstrip('/')}.run.json"}
                os.replace(target, output)
                record = record_of(run, scorer, {"files": files, "format": "parquet", "engine": engine})
                Path(run.files["run"]).write_text(record, encoding="utf-8")
    finally:
        if local:
            shutil.rmtree(target, ignore_errors=True)
    return run


def _listed(source: str) -> list[str]:
    """Files of a folder or a pattern, in the order of their names."""
    pattern = os.path.join(source, "*.parquet") if os.path.isdir(source) else source
    files = sorted(glob.glob(pattern))
    if not files:
        raise ReadError(
            "no Parquet file is there; give a folder or a pattern such as 'in/*.parquet'", file=source
        )
    for name in files:
        try:
            pq.read_schema(name)
        except (pa.ArrowException, OSError) as error:
            raise ReadError(f"is no Parquet file ({str(error).splitlines()[0]})", file=name) from None
    return files


def _count(run: Run, files: list[str], target: str) -> None:
    """Count what was read and written, from the files themselves."""
    run.read = sum(pq.read_metadata(name).num_rows for name in files)
    written = pyarrow.dataset.dataset(target, format="parquet")
    for batch in written.to_batches(columns=["risk_band"]):
        for pair in batch.column(0).value_counts().to_pylist():
            run.bands[pair["values"]] += pair["counts"]
    run.add({"read": 0, "rejected": 0, "skipped": 0, "rejects": 0}, {}, {})
    run.check()


def _with_dask(files: list[str], target: str, scorer: Scorer, columns: Columns | None) -> None:
    try:
        import dask.dataframe as dd
        import distributed
    except ImportError:
        raise UsageError("Dask is not installed; pip install 'recruitrisk[dask]'") from None

    clusters: Any = distributed
    with ExitStack() as stack:
        try:
            clusters.default_client()
        except ValueError:
            own = clusters.LocalCluster(threads_per_worker=1, dashboard_address=None, host="127.0.0.1")
            stack.enter_context(clusters.Client(stack.enter_context(own)))
        scored = score_dask(dd.read_parquet(files, split_row_groups="adaptive"), scorer, columns)
        scored.to_parquet(target, write_index=False, compute_kwargs={"retries": _TRIES - 1})


def _with_spark(files: list[str], target: str, scorer: Scorer, columns: Columns | None) -> None:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise UsageError(
            "Spark is not installed; pip install 'recruitrisk[spark]' and Java 17 or newer"
        ) from None

    session = SparkSession.getActiveSession()
    started = session is None
    try:
        if session is None:
            try:
                session = own_session(SparkSession.builder)
            except (OSError, RuntimeError) as error:
                said = (str(error).splitlines() or [""])[0]
                raise UsageError(f"Spark can't be started ({said}); it needs Java 17 or newer") from None
        score_spark(session.read.parquet(*files), scorer, columns).write.parquet(target)
    finally:
        if started and session is not None:
            session.stop()


def own_session(builder: Any, master: str = f"local[*, {_TRIES}]") -> Any:
    """A session on this machine alone: nothing listens to the outside, and a task that fails is tried again."""
    options = {
        "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }  # fmt: skip
    for name, value in options.items():
        builder = builder.config(name, value)
    before = os.environ.get("PYSPARK_PYTHON")
    os.environ["PYSPARK_PYTHON"] = (
        before or sys.executable
    )  # workers must have this library; read once, by the session
    try:
        return builder.master(master).appName("recruitrisk").getOrCreate()
    finally:
        if before is None:
            del os.environ["PYSPARK_PYTHON"]
