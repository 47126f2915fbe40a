"""Promises of scoring: the same row scores the same everywhere, the input comes through untouched, files are whole or not there."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest

import recruitrisk as rr
from recruitrisk.approach import SCORED_COLUMNS, Approach
from recruitrisk.errors import ReadError, RecruitRiskError, UsageError
from recruitrisk.indicators import ids
from recruitrisk.model import BANDS, NOT_ASSESSABLE, Assessment, RiskModel
from recruitrisk.reading import EXPORT_YEARS, read_approaches, read_linkedin_export, write_linkedin_export
from recruitrisk.scoring import Scorer, WriteError, score, score_file
from recruitrisk.synthetic import Synthetic

SCORED = list(SCORED_COLUMNS)


@pytest.fixture(scope="module")
def scorer(model: RiskModel) -> Scorer:
    return Scorer(model, 0.02)


@pytest.fixture(scope="module")
def frame(world: Synthetic) -> pd.DataFrame:
    """Some rows with one message each, so that the column `message` is the whole thread."""
    lengths = world.messages.groupby("approach_id").size()
    return world.frame[world.frame["approach_id"].map(lengths) == 1].head(25).reset_index(drop=True)


@pytest.fixture(scope="module")
def scored(frame: pd.DataFrame, scorer: Scorer) -> pd.DataFrame:
    return score(frame, base_rate=0.02, model=scorer.model)


def _cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def _run(source: object, output: Path, scorer: Scorer, **options: Any) -> Any:
    return score_file(str(source), str(output), scorer=scorer, **options)[0]


def _same(found: pd.DataFrame, expected: pd.DataFrame) -> None:
    """Score columns are the same to the last digit, whether they come as text or as numbers."""
    assert len(found) == len(expected)
    for column in SCORED:
        for a, b in zip(found[column], expected[column], strict=True):
            assert (float(a) if isinstance(b, float) else a) == b, column


# --- the columns ---------------------------------------------------------------------------------------------


def test_columns_and_their_order(frame: pd.DataFrame, scored: pd.DataFrame) -> None:
    """The output has the input's columns in their order, then the scored ones in the contract's order, and nothing else."""
    assert list(scored.columns) == [*frame.columns, *SCORED]
    assert SCORED == [
        "risk", "risk_low", "risk_high", "risk_band", "risk_style", "risk_reasons", "risk_indicators", "risk_evidence",
        "risk_coverage", "risk_notes", "risk_campaign",
    ]  # fmt: skip


def test_frame_comes_through_untouched(frame: pd.DataFrame, scorer: Scorer) -> None:
    """A data frame keeps values, types, index and order, and the caller's own is not changed."""
    odd = frame.head(6).assign(
        count=[1, 2, 3, 4, 5, 6],
        flag=pd.array([True, None] * 3, dtype="boolean"),
        when=pd.Timestamp("2025-01-01"),
    )
    odd.index = pd.Index([5, 3, 3, "x", None, 9], name="key")
    before = odd.copy(deep=True)

    out = score(odd, model=scorer.model)

    pd.testing.assert_frame_equal(out[list(odd.columns)], before)
    pd.testing.assert_frame_equal(odd, before)


def test_values_are_in_range(scored: pd.DataFrame) -> None:
    """Risk lies in its interval, bands and ids are known ones, evidence is JSON of what is shown, all of the right types."""
    for row in scored.to_dict("records"):
        assert 0 <= row["risk_low"] <= row["risk"] <= row["risk_high"] <= 1
        assert row["risk_band"] in (*BANDS, NOT_ASSESSABLE)
        assert 0 <= row["risk_coverage"] <= 1
        named = row["risk_indicators"].split()
        evidence = json.loads(row["risk_evidence"])
        assert set(named) <= set(evidence) <= set(ids())
        assert list(evidence)[: len(named)] == named


def test_evidence_quotes_the_cell(scored: pd.DataFrame) -> None:
    """A quotation in `risk_evidence` is the slice of the message that its offsets give."""
    quoted = 0
    for row in scored.to_dict("records"):
        for found in json.loads(row["risk_evidence"]).values():
            if "quote" in found:
                quoted += 1
                assert found["message"] == 0
                assert row["message"][found["start"] : found["end"]] == found["quote"]
    assert quoted > 20


def test_reasons_do_not_hold_the_separator(scored: pd.DataFrame) -> None:
    """Each reason ends in its probability points, so `; ` between them splits them cleanly."""
    for cell in scored["risk_reasons"]:
        assert all(part.endswith("%") for part in cell.split("; ") if part)


# --- the same row everywhere ---------------------------------------------------------------------------------


def test_alone_is_as_in_a_frame(frame: pd.DataFrame, scored: pd.DataFrame, scorer: Scorer) -> None:
    """A row scored by itself has the cells that it has in a table."""
    for at, row in enumerate(frame.to_dict("records")):
        assert scorer.score_one(row) == scored.loc[at, SCORED].to_dict()


def test_through_csv_is_as_in_a_frame(
    frame: pd.DataFrame, scored: pd.DataFrame, scorer: Scorer, tmp_path: Path
) -> None:
    """Through a CSV file the cells are the same to the last digit."""
    frame.to_csv(tmp_path / "in.csv", index=False)

    _run(tmp_path / "in.csv", tmp_path / "out.csv", scorer)

    _same(pd.read_csv(tmp_path / "out.csv", dtype=str, keep_default_na=False), scored)


def test_through_parquet_is_as_in_a_frame(
    frame: pd.DataFrame, scored: pd.DataFrame, scorer: Scorer, tmp_path: Path
) -> None:
    """Through Parquet files, in and out, the cells are the same, and the probabilities stay numbers."""
    frame.to_parquet(tmp_path / "in.parquet")

    _run(tmp_path / "in.parquet", tmp_path / "out.parquet", scorer)

    out = pq.read_table(tmp_path / "out.parquet").to_pandas()
    _same(out, scored)
    assert out["risk"].dtype == "float64"
    assert list(out["message"]) == list(frame["message"])


def test_through_messages_table_is_as_in_a_frame(
    frame: pd.DataFrame, scored: pd.DataFrame, world: Synthetic, scorer: Scorer, tmp_path: Path
) -> None:
    """A thread of one message scores the same from the messages table as from the column `message`."""
    messages = world.messages[world.messages["approach_id"].isin(frame["approach_id"])]
    bare = frame.drop(columns=["message"])
    bare.to_csv(tmp_path / "in.csv", index=False)
    messages.sample(frac=1, random_state=3).to_csv(tmp_path / "messages.csv", index=False)

    _run(tmp_path / "in.csv", tmp_path / "out.csv", scorer, messages=str(tmp_path / "messages.csv"))

    _same(pd.read_csv(tmp_path / "out.csv", dtype=str, keep_default_na=False), scored)
    _same(score(bare, messages, 0.02, model=scorer.model), scored)


def test_batch_is_as_a_frame(
    frame: pd.DataFrame, scored: pd.DataFrame, scorer: Scorer, tmp_path: Path
) -> None:
    """What `read_approaches` gives scores as the frame does."""
    frame.to_csv(tmp_path / "in.csv", index=False)

    _same(score(read_approaches(tmp_path / "in.csv"), base_rate=0.02, model=scorer.model), scored)


@pytest.mark.parametrize("size", [100, 4_000, 1 << 30])
def test_chunk_size_changes_nothing(
    frame: pd.DataFrame, scorer: Scorer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    """Chunks of any size give the same bytes."""
    frame.to_csv(tmp_path / "in.csv", index=False)
    _run(tmp_path / "in.csv", tmp_path / "whole.csv", scorer)
    monkeypatch.setattr("recruitrisk.scoring.files.BYTES_AT_ONCE", size)

    _run(tmp_path / "in.csv", tmp_path / "out.csv", scorer)

    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_order_changes_nothing(frame: pd.DataFrame, scored: pd.DataFrame, scorer: Scorer) -> None:
    """Rows in another order have the same cells."""
    mixed = frame.sample(frac=1, random_state=1)

    _same(score(mixed, base_rate=0.02, model=scorer.model).sort_index(), scored)


def test_pickled_scorer_scores_the_same(frame: pd.DataFrame, scored: pd.DataFrame, scorer: Scorer) -> None:
    """A scorer that was sent to another worker gives the same cells."""
    import pickle

    again: Scorer = pickle.loads(pickle.dumps(scorer))

    assert again.score_one(frame.iloc[0].to_dict()) == scored.loc[0, SCORED].to_dict()


# --- the input's cells ---------------------------------------------------------------------------------------

_ODD = [
    ["approach_id", "note", "zip code", "message", "", "Ünïcode ✓", "risk_owner"],
    ["0007", 'say "hi", twice', "00420", "Good morning,\nwe have an opening for a nurse in Leeds.\n\nSee the advert.", "", "½ é", "a;b"],
    ["0010", "line\r\nbreak", "1e5", "We pay $900 for each report; tell nobody.", " lead", "", "NA"],
    ["9", "", "", "", "x", "null", "007.50"],
    ["-3", "=1+1", "TRUE", "Bonjour, nous cherchons un expert.\ttab", "2024-01-01", "\u200b", "  "],
]  # fmt: skip


def _write(path: Path, rows: list[list[str]], **options: Any) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, **options).writerows(rows)
    return path


@pytest.mark.parametrize(
    "options", [{}, {"quoting": csv.QUOTE_ALL}, {"delimiter": ";"}, {"lineterminator": "\n"}], ids=str
)
def test_cells_come_through_to_the_byte(scorer: Scorer, tmp_path: Path, options: dict[str, Any]) -> None:
    """Quotes, line breaks, leading zeros, empty cells, spaces and odd headers of the input stand in the output as they were."""
    source = _write(tmp_path / "in.csv", _ODD, **options)
    before = source.read_bytes()

    _run(source, tmp_path / "out.csv", scorer)

    out = _cells(tmp_path / "out.csv")
    width = len(_ODD[0])
    assert [row[:width] for row in out] == _ODD
    assert out[0][width:] == SCORED
    assert source.read_bytes() == before


def test_empty_text_is_not_assessable(scorer: Scorer, tmp_path: Path) -> None:
    """A row without text is kept and is not assessable."""
    run = _run(_write(tmp_path / "in.csv", _ODD), tmp_path / "out.csv", scorer)

    row = dict(zip(*(_cells(tmp_path / "out.csv")[at] for at in (0, 3)), strict=True))
    assert row["risk_band"] == NOT_ASSESSABLE
    assert run.not_assessable == 1


# --- counts, rejects, the record ------------------------------------------------------------------------------


def _damaged(tmp_path: Path) -> Path:
    path = tmp_path / "in.csv"
    path.write_bytes(
        b"approach_id,message,extra\n"
        b"a,We have an opening for a nurse in our clinic in Leeds. Interviews are next week.,1\n"
        b"b,too,many,fields\n"
        b"a,the same id again,2\n"
        b'c,"",3\n'
        b"d,nul \0 here,4\n"
        b'e,"never closed,5\n'
    )
    return path


def test_counts_add_up(scorer: Scorer, tmp_path: Path) -> None:
    """Rows read are those scored, not assessable and rejected, and the output holds the first two."""
    run = _run(_damaged(tmp_path), tmp_path / "out.csv", scorer)

    assert (run.read, run.scored, run.not_assessable, run.rejected) == (6, 1, 1, 4)
    assert len(_cells(tmp_path / "out.csv")) == 1 + run.scored + run.not_assessable
    assert sum(run.bands.values()) == run.scored + run.not_assessable


def test_rejects_are_listed(scorer: Scorer, tmp_path: Path) -> None:
    """Each rejected row stands in the rejects file with file, line and reason."""
    source = _damaged(tmp_path)
    _run(source, tmp_path / "out.csv", scorer)

    header, *rows = _cells(tmp_path / "out.csv.rejects.csv")
    assert header[:2] == ["file", "line"]
    assert "reason" in header
    assert [(r[0], r[1]) for r in rows] == [(str(source), n) for n in ("3", "4", "6", "7")]
    assert all(dict(zip(header, r, strict=True))["reason"] for r in rows)


def test_no_rejects_no_file(scorer: Scorer, tmp_path: Path) -> None:
    """When nothing is rejected there is no rejects file, also when an earlier run had left one."""
    _run(_damaged(tmp_path), tmp_path / "out.csv", scorer)
    assert (tmp_path / "out.csv.rejects.csv").exists()

    _run(_write(tmp_path / "in.csv", _ODD), tmp_path / "out.csv", scorer)

    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.csv", "out.csv", "out.csv.run.json"]


def test_record_of_the_run(scorer: Scorer, tmp_path: Path) -> None:
    """The record holds the base rate, library, model and catalogue, the counts, bands, files and source."""
    source = _damaged(tmp_path)
    run = _run(source, tmp_path / "out.csv", scorer)

    record = json.loads((tmp_path / "out.csv.run.json").read_text("utf-8"))

    assert record["base_rate"] == 0.02
    assert record["library"] == rr.__version__
    assert record["model"]["name"] == scorer.model.name
    assert record["model"]["catalogue"] == scorer.model.manifest["catalogue"]
    assert len(record["model"]["files"]["arrays.npz"]["sha256"]) == 64
    assert (
        record["read"]
        == record["scored"] + record["not_assessable"] + record["rejected"] + record["skipped"]
        == 6
    )
    assert record["bands"] == run.bands
    assert record["files"]["input"] == str(source)
    assert record["source"]["format"] == "csv"
    assert "top" not in record


def test_record_holds_no_text(frame: pd.DataFrame, scorer: Scorer, tmp_path: Path) -> None:
    """The record of a run holds no message, name or address of the input."""
    frame.to_csv(tmp_path / "in.csv", index=False)
    _run(tmp_path / "in.csv", tmp_path / "out.csv", scorer)
    record = (tmp_path / "out.csv.run.json").read_text("utf-8")

    for column in ("message", "sender_name", "sender_profile_url", "contact_email"):
        assert not [
            cell for cell in frame[column] if cell and json.dumps(cell, ensure_ascii=False)[1:-1] in record
        ], column


def test_message_counts_add_up(world: Synthetic, scorer: Scorer, tmp_path: Path) -> None:
    """Rows of the messages table are used, skipped or rejected, and the record says how many of each."""
    world.frame.head(20).to_csv(tmp_path / "in.csv", index=False)
    world.messages.to_csv(tmp_path / "m.csv", index=False)

    counts = _run(
        tmp_path / "in.csv", tmp_path / "out.csv", scorer, messages=str(tmp_path / "m.csv")
    ).messages

    assert counts["read"] == len(world.messages) == counts["used"] + counts["skipped"] + counts["rejected"]
    assert counts["used"] == world.messages["approach_id"].isin(world.frame.head(20)["approach_id"]).sum()


# --- what goes wrong -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("column", SCORED)
def test_scored_input_is_refused(frame: pd.DataFrame, scorer: Scorer, tmp_path: Path, column: str) -> None:
    """Input that has a scored column already is refused, in memory and as a file, and nothing is written."""
    twice = frame.head(2).assign(**{column: "x"})
    twice.to_csv(tmp_path / "in.csv", index=False)

    with pytest.raises(UsageError, match=f"columns {column} already"):
        score(twice, model=scorer.model)
    with pytest.raises(UsageError, match=f"columns {column} already"):
        _run(tmp_path / "in.csv", tmp_path / "out.csv", scorer)

    assert [p.name for p in tmp_path.iterdir()] == ["in.csv"]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that fails at the tenth approach."""
    real, seen = RiskModel.assess_many, 0

    def assess_many(
        self: RiskModel, approaches: Sequence[Approach], base_rate: float = 0.01
    ) -> list[Assessment]:
        nonlocal seen
        seen += len(approaches)
        if seen > 9:
            raise RecruitRiskError("made to fail")
        return real(self, approaches, base_rate)

    monkeypatch.setattr(RiskModel, "assess_many", assess_many)


@pytest.mark.usefixtures("failing")
@pytest.mark.parametrize("name", ["out.csv", "out.parquet"])
def test_failed_run_leaves_nothing(
    frame: pd.DataFrame, scorer: Scorer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A run that fails in the middle leaves no output, no record and no part of a file."""
    monkeypatch.setattr("recruitrisk.scoring.files.BYTES_AT_ONCE", 4_000)
    frame.to_csv(tmp_path / "in.csv", index=False)

    with pytest.raises(RecruitRiskError, match="made to fail"):
        _run(tmp_path / "in.csv", tmp_path / name, scorer)

    assert [p.name for p in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.usefixtures("failing")
def test_failed_run_keeps_the_earlier_output(
    frame: pd.DataFrame, scorer: Scorer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An output that stood there before is as it was when a new run fails."""
    monkeypatch.setattr("recruitrisk.scoring.files.BYTES_AT_ONCE", 4_000)
    frame.to_csv(tmp_path / "in.csv", index=False)
    (tmp_path / "out.csv").write_text("earlier", encoding="utf-8")

    with pytest.raises(RecruitRiskError, match="made to fail"):
        _run(tmp_path / "in.csv", tmp_path / "out.csv", scorer)

    assert (tmp_path / "out.csv").read_text("utf-8") == "earlier"


def test_full_disk_is_one_error(
    frame: pd.DataFrame, scorer: Scorer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full at the end, it is a WriteError that names the file, and no part is left."""
    frame.head(3).to_csv(tmp_path / "in.csv", index=False)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    with pytest.raises(WriteError, match=r"out\.csv: can't be written \(No space left on device\)"):
        _run(tmp_path / "in.csv", tmp_path / "out.csv", scorer)

    assert [p.name for p in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize("target", ["no/such/folder/out.csv", "."])
def test_unwritable_target_is_an_error(
    frame: pd.DataFrame, scorer: Scorer, tmp_path: Path, target: str
) -> None:
    """A folder that is not there, or a folder as target, is a WriteError."""
    frame.head(2).to_csv(tmp_path / "in.csv", index=False)

    with pytest.raises(WriteError):
        _run(tmp_path / "in.csv", tmp_path / target, scorer)


def test_base_rate_outside_is_refused(model: RiskModel) -> None:
    """A scorer takes no base rate outside of (0, 1)."""
    with pytest.raises(UsageError, match="between 0 and 1"):
        Scorer(model, 1.0)


def test_nothing_to_score_is_an_error(scorer: Scorer) -> None:
    """A table with neither text nor marks is an error that says how to name the text."""
    with pytest.raises(ReadError, match="--columns message=NAME"):
        score(pd.DataFrame({"colour": ["red"]}), model=scorer.model)


# --- marks, exports ------------------------------------------------------------------------------------------


def test_marks_alone_are_scored(scorer: Scorer, tmp_path: Path) -> None:
    """A CSV of indicator columns without any text is scored: more signs, more risk; nothing known is not assessable."""
    source = _write(
        tmp_path / "in.csv",
        [
            ["case", "insider_information", "secrecy_request", "named_client"],
            ["all", "yes", "1", "no"],
            ["one", "yes", "", ""],
            ["none", "no", "no", ""],
            ["good", "0", "0", "0.9"],
            ["nothing", "", "", ""],
        ],
    )

    _run(source, tmp_path / "out.csv", scorer)

    out = pd.read_csv(tmp_path / "out.csv", dtype=str, keep_default_na=False).set_index("case")
    risk = out["risk"].astype(float)
    assert risk["all"] > risk["one"] > 0.02 > risk["none"] >= risk["good"]
    assert out.loc["nothing", "risk_band"] == NOT_ASSESSABLE
    assert (out.drop("nothing")["risk_band"] != NOT_ASSESSABLE).all()
    assert json.loads(out.loc["all", "risk_evidence"])["secrecy_request"] == {"mark": "1", "by": "user"}


@pytest.mark.parametrize("year", EXPORT_YEARS)
def test_linkedin_export_end_to_end(world: Synthetic, scorer: Scorer, tmp_path: Path, year: int) -> None:
    """A zip of every year's layout is scored: every conversation is read, and scores as the reader's batch does."""
    frame = world.frame.head(20)
    messages = world.messages[world.messages["approach_id"].isin(frame["approach_id"])]
    write_linkedin_export((frame, messages), tmp_path / "export.zip", year=year)

    run = _run(tmp_path / "export.zip", tmp_path / "out.csv", scorer)

    out = pd.read_csv(tmp_path / "out.csv", dtype=str, keep_default_na=False)
    assert run.read == run.scored + run.not_assessable + run.rejected + run.skipped
    assert run.rejected == 0
    assert len(out) == run.scored + run.not_assessable >= 18
    assert run.messages["read"] == len(messages)
    _same(out, score(read_linkedin_export(tmp_path / "export.zip"), base_rate=0.02, model=scorer.model))


def test_export_scores_as_its_tables(world: Synthetic, scorer: Scorer, tmp_path: Path) -> None:
    """Conversations of an export have the risk that the same messages have in tables without profiles."""
    frame = world.frame.head(20)
    messages = world.messages[world.messages["approach_id"].isin(frame["approach_id"])]
    write_linkedin_export((frame, messages), tmp_path / "export.zip", year=2026)

    exported = score(read_linkedin_export(tmp_path / "export.zip"), model=scorer.model).set_index(
        "approach_id"
    )["risk"]
    plain = score(frame[["approach_id"]], messages, model=scorer.model).set_index("approach_id")["risk"]

    assert exported.to_dict() == plain.to_dict()


def test_kept_are_the_highest(frame: pd.DataFrame, scorer: Scorer, tmp_path: Path) -> None:
    """For the report the approaches of the highest risk are kept, the highest first, with the number of their row."""
    frame.to_csv(tmp_path / "in.csv", index=False)

    _, kept = score_file(str(tmp_path / "in.csv"), str(tmp_path / "out.csv"), scorer=scorer, keep=5)

    risks = pd.read_csv(tmp_path / "out.csv")["risk"]
    assert [round(a.risk, 6) for _, a, _ in kept] == sorted(risks, reverse=True)[:5]
    assert [risks[row - 1] for _, _, row in kept] == [round(a.risk, 6) for _, a, _ in kept]


def test_progress_counts_all_rows(
    frame: pd.DataFrame, scorer: Scorer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Progress is told part by part, adds up to the rows read, and says what share of the input is done."""
    monkeypatch.setattr("recruitrisk.scoring.files.BYTES_AT_ONCE", 8_000)
    frame.to_csv(tmp_path / "in.csv", index=False)
    told: list[tuple[int, float | None]] = []

    _run(
        tmp_path / "in.csv",
        tmp_path / "out.csv",
        scorer,
        progress=lambda rows, share: told.append((rows, share)),
    )

    assert sum(rows for rows, _ in told) == len(frame)
    shares = [share for _, share in told]
    assert len(shares) > 2
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_output_is_utf8_with_plain_line_ends(scorer: Scorer, tmp_path: Path) -> None:
    """The output is UTF-8 without a mark, its rows end in a line feed, and a CSV reader reads it whole."""
    _run(_write(tmp_path / "in.csv", _ODD), tmp_path / "out.csv", scorer)
    data = (tmp_path / "out.csv").read_bytes()

    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\n")
    assert not data.endswith(b"\r\n")
    assert len(list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))) == len(_ODD)
