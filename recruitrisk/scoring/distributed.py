"""Thin recipes for tables that are spread over machines: Dask and Spark, with the same function on every partition.

A partition is scored by `score_partition`, which is a pure function: a frame in, the frame and the scored columns out. The
model goes to a worker once, by name. Rows are scored one by one, so the values are those of `recruitrisk.score_file` to the
last digit. Two things differ, since a partition does not know of the others: a key that stands twice is not rejected, and
there are no rejects at all (Parquet has no broken rows). joblib's own backends (Dask, Ray, Spark) are used by
``score_file`` inside of ``joblib.parallel_config`` without anything of this module.

Install with ``pip install recruitrisk[dask]`` or ``recruitrisk[spark]`` (Spark needs Java as well).
"""

from __future__ import annotations

import glob
import os
import shutil
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet as pq

from recruitrisk.errors import ReadError, UsageError
from recruitrisk.reading import resolve_columns
from recruitrisk.reading.aliases import Columns, mark_ids
from recruitrisk.reading.rows import check_usable
from recruitrisk.scoring.columns import dtypes
from recruitrisk.scoring.frames import Scorer, check_free
from recruitrisk.scoring.run import Run, record_of
from recruitrisk.scoring.writing import Told, WriteError

__all__ = ["ENGINES", "score_dask", "score_folder", "score_partition", "score_spark"]

ENGINES = ("dask", "spark")


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
    own = [
        StructField(name, DoubleType() if kind == "float64" else StringType())
        for name, kind in dtypes().items()
    ]
    return frame.mapInPandas(
        partial(_score_frames, scorer=scorer, columns=columns), StructType([*frame.schema, *own])
    )


def _score_frames(
    frames: Iterator[pd.DataFrame], scorer: Scorer, columns: Columns | None
) -> Iterator[pd.DataFrame]:
    for frame in frames:
        yield score_partition(frame, scorer, columns)


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
    if local and os.path.exists(output):
        raise WriteError(f"{output}: is there already; name a new folder")
    files = _listed(source) if "://" not in source else [source]
    target = f"{output.rstrip('/')}.parts" if local else output
    try:
        with Told(output):
            if local:
                shutil.rmtree(target, ignore_errors=True)
            (_with_dask if engine == "dask" else _with_spark)(files, target, scorer, columns)
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
    except ImportError:
        raise UsageError("Dask is not installed; pip install 'recruitrisk[dask]'") from None

    frame = dd.read_parquet(files, split_row_groups="adaptive")
    score_dask(frame, scorer, columns).to_parquet(target, write_index=False, overwrite=False)


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
            # a worker that dies is tried again also on one machine, which Spark does not do by itself
            session = SparkSession.builder.master("local[*, 4]").appName("recruitrisk").getOrCreate()
        score_spark(session.read.parquet(*files), scorer, columns).write.parquet(target)
    except (OSError, RuntimeError) as error:
        raise UsageError(
            f"Spark can't be started ({str(error).splitlines()[0]}); it needs Java 17 or newer"
        ) from None
    finally:
        if started and session is not None:
            session.stop()
