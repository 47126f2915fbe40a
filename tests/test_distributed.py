"""Promises of scoring beyond one process: workers, Dask and Spark give the same values, also when one of them is lost in the middle."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import joblib
import pandas as pd
import pyarrow as pa
import pytest

from recruitrisk import cli
from recruitrisk.approach import SCORED_COLUMNS, Approach
from recruitrisk.errors import ReadError, RecruitRiskError, UsageError
from recruitrisk.scoring import Scorer, WriteError, dtypes, schema, score, score_file, shipped_model
from recruitrisk.scoring.distributed import ENGINES, score_dask, score_folder, score_partition, score_spark
from recruitrisk.synthetic import Synthetic

CI = os.environ.get("CI") == "true"


def _need(*modules: str, program: str | None = None) -> None:
    """Skip, saying why, where something optional is not installed; under CI it must be."""
    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    if program is not None and shutil.which(program) is None:
        missing.append(program)
    if missing:
        (pytest.fail if CI else pytest.skip)(f"needs {', '.join(missing)}")


class Marker:
    """An enricher that marks every approach; in a worker it does harm once, at the approach with a given id."""

    def __init__(self, folder: Path, harm: str = "") -> None:
        self.once, self.harm, self.home = folder / "done", harm, os.getpid()

    def __call__(self, approaches: Sequence[Approach]) -> list[Approach]:
        if self.harm and os.getpid() != self.home and any(a.approach_id.endswith("3") for a in approaches):
            try:
                self.once.touch(exist_ok=False)
            except FileExistsError:
                pass
            else:
                if self.harm == "kill":
                    os.kill(os.getpid(), signal.SIGKILL)
                raise RuntimeError("made to fail once")
        return [_marked(a) for a in approaches]


def _marked(approach: Approach) -> Approach:
    return Approach(
        approach.approach_id,
        approach.messages,
        approach.fields,
        {**approach.marks, "vague_client": 1.0},
        campaign="C1",
    )


@pytest.fixture(scope="module")
def frame(world: Synthetic) -> pd.DataFrame:
    return world.frame.head(24).astype(object).reset_index(drop=True)


@pytest.fixture(scope="module")
def folder(frame: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table in four Parquet files."""
    path = tmp_path_factory.mktemp("table") / "in"
    path.mkdir()
    for at in range(4):
        frame.iloc[6 * at : 6 * at + 6].to_parquet(path / f"{at}.parquet", index=False)
    return path


@pytest.fixture(scope="module")
def table(frame: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("table") / "in.csv"
    frame.to_csv(path, index=False)
    return path


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return frame.sort_values("approach_id").to_dict("records")


def _expected(frame: pd.DataFrame, scorer: Scorer) -> list[dict[str, Any]]:
    return _rows(score(frame, base_rate=scorer.base_rate, enrich=scorer.enrich))


# --- processes of this machine -------------------------------------------------------------------------------


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recruitrisk.scoring.files.BYTES_AT_ONCE", 8_000)
    monkeypatch.setattr("recruitrisk.scoring.files.ROWS_AT_ONCE", 5)


def _score(source: Path, output: Path, scorer: Scorer, **options: Any) -> Any:
    return score_file(str(source), str(output), scorer=scorer, **options)


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("kind", ["csv", "stray.csv", "parquet"])
def test_workers_write_the_same_bytes(table: Path, frame: pd.DataFrame, tmp_path: Path, kind: str) -> None:
    """Two processes write what one writes, to the byte: from ranges of a CSV, through the exact reader, from and to Parquet."""
    scorer = Scorer(shipped_model(), 0.02, enrich=(Marker(tmp_path),))
    source = tmp_path / f"in.{kind}"
    if kind == "parquet":
        frame.to_parquet(source)
    else:
        text = table.read_bytes()
        source.write_bytes(
            text.replace(b"\n", b',"\n', 1).replace(b',"\n', b"\n") if kind == "csv" else text + b'x,5" y\n'
        )
    ending = kind.rpartition(".")[2]

    _, kept = _score(source, tmp_path / f"one.{ending}", scorer, keep=7)
    _, kept_2 = _score(source, tmp_path / f"two.{ending}", scorer, keep=7, n_jobs=2)

    assert (tmp_path / f"two.{ending}").read_bytes() == (tmp_path / f"one.{ending}").read_bytes()
    assert [(a, row, x.risk, x.notes) for a, x, row in kept_2] == [
        (a, row, x.risk, x.notes) for a, x, row in kept
    ]


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("backend", ["threading", "loky", "multiprocessing"])
def test_backend_of_joblib_is_honoured(table: Path, tmp_path: Path, backend: str) -> None:
    """`joblib.parallel_config` says where the work is done, also for a backend that gives results all at once."""
    scorer = Scorer(shipped_model())
    _score(table, tmp_path / "one.csv", scorer)

    with joblib.parallel_config(backend=backend, n_jobs=2):
        _score(table, tmp_path / "two.csv", scorer)

    assert (tmp_path / "two.csv").read_bytes() == (tmp_path / "one.csv").read_bytes()


@pytest.mark.usefixtures("small_parts")
def test_killed_worker_is_one_error(table: Path, tmp_path: Path) -> None:
    """A worker process that is killed is an error that says so, and nothing is left; --resume then takes it up."""
    scorer = Scorer(shipped_model(), enrich=(Marker(tmp_path, "kill"),))
    harmless = Scorer(shipped_model(), enrich=(Marker(tmp_path),))

    with pytest.raises(RecruitRiskError, match="worker process ended unexpectedly"):
        _score(table, tmp_path / "out.csv", scorer, n_jobs=2, resume=True)
    assert not (tmp_path / "out.csv").exists()
    _score(table, tmp_path / "out.csv", scorer, n_jobs=2, resume=True)
    _score(table, tmp_path / "whole.csv", harmless)

    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()


@pytest.mark.usefixtures("small_parts")
def test_broken_input_is_told_from_workers(table: Path, tmp_path: Path) -> None:
    """What goes wrong in reading while workers are busy is the error that it is with one process."""
    pd.concat([pd.read_csv(table, dtype=str)] * 4).drop(columns="approach_id").to_parquet(
        tmp_path / "in.parquet", row_group_size=5, compression=None
    )
    data = bytearray((tmp_path / "in.parquet").read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4_000] = b"\xff" * 4_000
    (tmp_path / "in.parquet").write_bytes(data)

    with pytest.raises(ReadError, match="damaged"):
        _score(tmp_path / "in.parquet", tmp_path / "out.csv", Scorer(shipped_model()), n_jobs=2)

    assert not (tmp_path / "out.csv").exists()


def test_shipped_model_is_sent_by_name() -> None:
    """A scorer of the shipped model goes to a worker in a few hundred bytes; a block of a file as well."""
    import pickle

    assert len(pickle.dumps(Scorer(shipped_model()))) < 1_000


# --- the function and its schema -----------------------------------------------------------------------------


def test_tables_have_the_published_schema(frame: pd.DataFrame) -> None:
    """A scored Arrow table has the published schema, a scored partition the published types, and both hold the same values."""
    scorer = Scorer(shipped_model())
    given = pa.Table.from_pandas(frame.head(3), preserve_index=False)

    out, part = scorer.score_table(given), score_partition(frame.head(3), scorer)

    assert out.schema == schema(given.schema)
    assert out.select(given.column_names) == given
    assert {name: str(part[name].dtype) for name in SCORED_COLUMNS} == dtypes()
    assert _rows(out.to_pandas()) == _rows(part) == _expected(frame.head(3), scorer)


def test_empty_partition_has_the_types(frame: pd.DataFrame) -> None:
    """A partition without rows has the columns and types of one with rows."""
    scorer = Scorer(shipped_model())

    empty, full = (score_partition(frame.head(n), scorer) for n in (0, 2))

    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


@pytest.mark.parametrize("engine", ENGINES)
def test_what_a_cluster_cannot_do_is_said(
    engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Options that look across partitions, no input, and a folder that is there already are one-line errors."""
    (tmp_path / "there").mkdir()
    pd.DataFrame({"message": ["x"]}).to_parquet(tmp_path / "in.parquet")
    source = str(tmp_path / "*.parquet")

    assert cli.main(["score", source, "-o", "x", "--engine", engine, "--messages", "m.csv"]) == 2
    assert cli.main(["score", source, "--engine", engine]) == 2
    with pytest.raises(WriteError, match="is there already"):
        score_folder(source, str(tmp_path / "there"), Scorer(shipped_model()), engine)
    with pytest.raises(ReadError, match="no Parquet file"):
        score_folder(str(tmp_path / "none*"), str(tmp_path / "out"), Scorer(shipped_model()), engine)
    assert "--messages can't be used with --engine" in capsys.readouterr().err


def test_unknown_engine_is_refused(tmp_path: Path) -> None:
    """Engines are Dask and Spark."""
    with pytest.raises(UsageError, match="dask, spark"):
        score_folder("x", str(tmp_path / "out"), Scorer(shipped_model()), "ray")


# --- Dask ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dask_client() -> Iterator[Any]:
    """A local cluster of two worker processes."""
    _need("dask.dataframe", "distributed")
    from distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1", local_directory=None
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


def _through_command(engine: str, folder: Path, frame: pd.DataFrame, out: Path) -> None:
    code = cli.main(
        ["score", f"{folder}/*.parquet", "-o", str(out), "--engine", engine, "--base-rate", "0.03"]
    )

    assert code == 0
    assert _rows(pd.read_parquet(out)) == _expected(frame, Scorer(shipped_model(), 0.03))
    assert json.loads(out.with_name("out.run.json").read_text())["read"] == len(frame)


def test_dask_through_the_command(folder: Path, frame: pd.DataFrame, tmp_path: Path) -> None:
    """`recruitrisk score 'in/*.parquet' -o out --engine dask` starts a cluster of this machine and writes the local values."""
    _need("dask.dataframe", "distributed")

    _through_command("dask", folder, frame, tmp_path / "out")


@pytest.mark.parametrize("harm", ["raise", "kill"])
def test_dask_survives_a_lost_worker(
    dask_client: Any, frame: pd.DataFrame, folder: Path, tmp_path: Path, harm: str
) -> None:
    """When a task fails once, or a worker is killed in the middle, the output holds the local values all the same."""
    scorer = Scorer(shipped_model(), 0.02, enrich=(Marker(tmp_path, harm),))

    run = score_folder(str(folder), str(tmp_path / "out"), scorer, "dask")

    assert (tmp_path / "done").exists()
    assert _rows(pd.read_parquet(tmp_path / "out")) == _expected(frame, scorer)
    assert (run.read, run.scored + run.not_assessable) == (len(frame), len(frame))


def test_dask_that_gives_up_leaves_nothing(dask_client: Any, folder: Path, tmp_path: Path) -> None:
    """A task that fails each time is one error, and neither the folder nor a part of it is left."""
    scorer = Scorer(shipped_model(), enrich=(_fails,))

    with pytest.raises(RecruitRiskError, match=r"dask gave up: .*always"):
        score_folder(str(folder), str(tmp_path / "out"), scorer, "dask")

    assert list(tmp_path.iterdir()) == []


def _fails(approaches: Sequence[Approach]) -> list[Approach]:
    if approaches:  # Dask asks for the types with an empty frame
        raise RuntimeError("always")
    return []


def test_dask_frame_is_lazy_and_typed(dask_client: Any, frame: pd.DataFrame) -> None:
    """The recipe gives a Dask frame whose declared columns and types are those of what it computes."""
    import dask.dataframe as dd

    lazy = score_dask(dd.from_pandas(frame.astype("str"), npartitions=3), Scorer(shipped_model()))

    assert _rows(lazy.compute()) == _expected(frame, Scorer(shipped_model()))
    assert lazy.dtypes.to_dict() == lazy.compute().dtypes.to_dict()


@pytest.mark.usefixtures("small_parts")
def test_dask_as_backend_of_joblib(dask_client: Any, table: Path, tmp_path: Path) -> None:
    """`score_file` inside of ``joblib.parallel_config("dask")`` writes the bytes that it writes alone."""
    scorer = Scorer(shipped_model())
    _score(table, tmp_path / "one.csv", scorer)

    with joblib.parallel_config("dask"):
        _score(table, tmp_path / "two.csv", scorer)

    assert (tmp_path / "two.csv").read_bytes() == (tmp_path / "one.csv").read_bytes()


# --- Spark ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A Spark session on this machine: two task slots, four tries a task."""
    _need("pyspark", program="java")
    from pyspark.sql import SparkSession

    from recruitrisk.scoring.distributed import own_session

    quick = {
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
        "spark.sql.codegen.wholeStage": "false",
    }
    session = own_session(SparkSession.builder.config(map=quick), "local[2, 4]")
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def test_spark_through_the_command(spark: Any, folder: Path, frame: pd.DataFrame, tmp_path: Path) -> None:
    """`recruitrisk score 'in/*.parquet' -o out --engine spark` uses the session that is there and writes the local values."""
    _through_command("spark", folder, frame, tmp_path / "out")


def test_spark_survives_a_lost_worker(spark: Any, frame: pd.DataFrame, folder: Path, tmp_path: Path) -> None:
    """When a Python worker is killed in the middle, the output holds the local values all the same."""
    scorer = Scorer(shipped_model(), 0.02, enrich=(Marker(tmp_path, "kill"),))

    run = score_folder(str(folder), str(tmp_path / "out"), scorer, "spark")

    assert (tmp_path / "done").exists()
    assert _rows(pd.read_parquet(tmp_path / "out")) == _expected(frame, scorer)
    assert (run.read, run.scored + run.not_assessable) == (len(frame), len(frame))


def test_spark_frame_has_the_schema(spark: Any, folder: Path) -> None:
    """The recipe gives a Spark frame with the input's fields and the published ones, without running anything."""
    lazy = score_spark(spark.read.parquet(str(folder)), Scorer(shipped_model()))

    assert lazy.columns[-len(SCORED_COLUMNS) :] == list(SCORED_COLUMNS)
    kinds = {"float64": "double", "str": "string"}
    assert dict(lazy.dtypes[-len(SCORED_COLUMNS) :]) == {name: kinds[kind] for name, kind in dtypes().items()}
