"""Promises of what is refused: files, endings, options and arguments of another kind end in one line, before any work."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import recruitrisk as rr
from recruitrisk.approach import Approach, Message
from recruitrisk.errors import ReadError, UsageError, WriteError
from recruitrisk.places import ENDINGS, check_folder, check_target
from recruitrisk.reading import write_linkedin_export
from recruitrisk.registers.layout import layout_of
from recruitrisk.scoring import find_campaigns_of_file, write_campaigns

MESSAGE = (
    "We pay cash for a report on what is not public. Tell nobody, and reply to me at ann.roe@proton.me, {}."
)

Run = Callable[..., tuple[int, str, str]]


def table() -> pd.DataFrame:
    """Two approaches of one text, from differently named senders of different firms."""
    return pd.DataFrame(
        {
            "approach_id": ["1", "2"],
            "sender_name": ["Ann Roe", "Bea Poe"],
            "company": ["Larch Search", "Oak Briefings"],
            "message": [MESSAGE.format("Tom"), MESSAGE.format("Eve")],
        }
    )


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in: a table under four names, a register, a folder."""
    monkeypatch.chdir(tmp_path)
    table().to_csv("c.csv", index=False)
    Path("reg.csv").write_text("name,number\nLarch Ltd,01234567\n", encoding="utf-8")
    Path("names.csv").write_text("name\nLarch Ltd\n", encoding="utf-8")
    Path("folder").mkdir()
    os.symlink("c.csv", "link.csv")
    os.link("c.csv", "hard.csv")
    write_linkedin_export((table(), None), "e.zip")
    return tmp_path


# ------------------------------------------------------------------------------------------------ command line


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ("campaigns c.csv c.csv", "is given twice"),
        ("campaigns c.csv ./c.csv", "same file as c.csv"),
        ("campaigns c.csv folder/../c.csv", "same file as c.csv"),
        ("campaigns c.csv link.csv", "same file as c.csv"),
        ("campaigns c.csv hard.csv", "same file as c.csv"),
        ("register build reg.csv ./reg.csv -o r.duckdb", "same file as reg.csv"),
        ("score c.csv --register reg.csv --register reg.csv -o o.csv", "is given twice"),
        ("score c.csv --messages link.csv -o o.csv", "same file as c.csv"),
        ("score c.csv -o o.xlsx", "ends in .csv or .parquet"),
        ("score c.csv -o o.csv.gz", "ends in .csv or .parquet"),
        ("score c.csv -o o.csv --report r.pdf", "ends in .html"),
        ("score c.csv -o o.csv --campaigns-table t.parquet", "ends in .csv"),
        ("score folder --engine dask -o o.csv", "a folder is written"),
        ("campaigns c.csv -o x.parquet", "ends in .csv"),
        ("register build reg.csv -o r.csv", "ends in .duckdb"),
        ("register build reg.csv -o -", "names no file"),
        ("synth --n 3 -o a.zip", "ends in .csv"),
        ("synth --n 3 -o -", "names no file"),
        ("synth --n 3 --format linkedin -o a.csv", "ends in .zip"),
        ("review --json r.html", "ends in .json"),
        ("review --html r.json", "ends in .html"),
        ("review --html -", "names no file"),
        ("monitor training c.csv --json m.csv", "ends in .json"),
        ("audit --json a.md", "ends in .json"),
        ("audit --markdown a.json", "ends in .md"),
        ("audit --json a.json --markdown ./a.json", "give another name"),
        ("train -o model.zip", "a folder is written"),
        ("card -o card.html", "a folder is written"),
        ("score c.csv --owner Ann -o o.csv", "owner 'Ann' goes with a LinkedIn export"),
        ("score c.csv --owner Ann --estimate-base-rate -o o.csv", "owner 'Ann' goes with a LinkedIn export"),
        ("campaigns c.csv --owner Ann", "owner 'Ann' goes with a LinkedIn export"),
        ("campaigns e.zip --messages c.csv", "is a LinkedIn export"),
        ("score c.csv --safe-csv -o o.parquet", "leave --safe-csv out"),
        ("score c.csv --safe-csv --engine dask -o out", "--safe-csv can't be used with --engine"),
        ("score c.csv --no-redact -o o.csv", "--no-redact goes with --report"),
        ("score c.csv --jobs 9999999 -o o.csv", "or -1 for all cores"),
        ("score c.csv --columns about=company --columns about=message -o o.csv", "give one of them"),
        ("synth --n 3 --year 2024 -o a.csv", "--format linkedin"),
        ("monitor c.csv c.csv --expected 0.1", "goes with the reference training"),
        ("monitor c.csv c.csv --model default", "goes with the reference training"),
        ("train --n 3 -o made", "50 approaches or more"),
        ("train --jobs 0 -o made", "or -1 for all cores"),
    ],
)
def test_a_command_refuses_in_one_line_and_writes_nothing(run: Run, here: Path, args: str, says: str) -> None:
    """What can't be meant ends with exit code 2 and a line that says what to do, and leaves the folder as it was."""
    before = sorted(os.listdir(here))

    code, out, err = run(*args.split())

    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
    assert sorted(os.listdir(here)) == before


@pytest.mark.parametrize(
    "args",
    [
        ["score", ""], ["score", "c.csv", "--known-firms", ""], ["score", "c.csv", "--owner", " "], ["score", "c.csv", "--columns", ""],
        ["explain", ""], ["review", "--data", ""], ["register", "build", "reg.csv", "-o", "r.duckdb", "--title", ""],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_blank_word_is_refused(run: Run, here: Path, args: list[str]) -> None:
    """An empty argument, as of a variable that was not set, is an error and never read as "not given"."""
    code, _, err = run(*args)

    assert (code, "is blank" in err) == (2, True)


def test_endings_count_in_any_case(run: Run, here: Path) -> None:
    """``.PARQUET`` is Parquet, not CSV under another name."""
    assert run("score", "c.csv", "-o", "o.PARQUET")[0] == 0

    assert pd.read_parquet("o.PARQUET")["risk"].notna().all()


def test_an_owner_may_go_with_a_mix_of_exports_and_tables(run: Run, here: Path) -> None:
    """Where one of the inputs is an export, its owner is of use."""
    code, _, err = run("campaigns", "e.zip", "c.csv", "--owner", "Alex Morgan")

    assert (code, "read 4 approaches" in err) == (0, True)


@pytest.mark.parametrize("name", ["c.csv", "names.csv"])
def test_a_table_of_approaches_is_no_register(run: Run, here: Path, name: str) -> None:
    """A table that tells of a firm its name alone, or holds approaches, is not taken for a register, and changes no digit."""
    pytest.importorskip("duckdb")

    code, _, err = run("score", "c.csv", "--register", name, "-o", "o.csv")

    assert (code, err.count("\n"), f"{name}, line 1" in err) == (3, 1, True)
    assert not Path("o.csv").exists()


def test_a_table_of_approaches_with_a_status_is_no_register_either() -> None:
    """Columns that a register has as well don't make approaches a register, unless the user says which are which."""
    header = ["company", "status", "message"]

    with pytest.raises(ReadError, match="table of approaches"):
        layout_of(header, None, "c.csv")

    assert layout_of(header, ["name=company"], "c.csv").places == {"name": 0, "status": 1}


@pytest.mark.parametrize(
    "column", ["number", "CompanyStatus", "Incorporation Date", "address line 1", "postcode", "SIC"]
)
def test_one_more_column_makes_a_register(column: str) -> None:
    """Names and one thing more that is known are enough."""
    assert len(layout_of(["Company Name", column], None, "r.csv").places) == 2


# ------------------------------------------------------------------------------------------------ places


@pytest.mark.parametrize("kind", ENDINGS)
def test_each_kind_takes_its_own_endings_and_none(tmp_path: Path, kind: str) -> None:
    """A name may end as what it holds does, or not at all; another kind's ending is refused."""
    for ending in (*ENDINGS[kind], ENDINGS[kind][0].upper(), ""):
        check_target(tmp_path / f"out{ending}", kind)

    for other in set(ENDINGS) - {kind}:
        with pytest.raises(UsageError, match=f"{kind} is written; give a name that ends in"):
            check_target(tmp_path / f"out{ENDINGS[other][0]}", kind)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A folder can't be made where a file stands, nor below one."""
    (tmp_path / "f").write_text("x")

    for path in (tmp_path / "f", tmp_path / "f" / "below"):
        with pytest.raises(WriteError, match="file"):
            check_folder(path)


# ------------------------------------------------------------------------------------------------ public functions

ODD: list[Any] = [
    None, 3, float("nan"), b"bytes", "text", ["a", "b"], {"a": 1}, object(), pd.DataFrame(), pd.Series(["a", "b"]), np.array(["a"]),
]  # fmt: skip
"""What a hasty user hands over."""

CALLS: dict[str, tuple[Callable[[Any], object], tuple[type, ...]]] = {
    "explain(what)": (lambda v: rr.explain(v), (str,)),
    "explain(model)": (lambda v: rr.explain("x", model=v), (type(None),)),
    "score(frame)": (lambda v: rr.score(v), ()),
    "score(messages)": (lambda v: rr.score(table(), v), (type(None),)),
    "score(model)": (lambda v: rr.score(table(), model=v), (type(None),)),
    "score(columns)": (lambda v: rr.score(table(), columns=v), (type(None), pd.DataFrame)),
    "score(enrich)": (lambda v: rr.score(table(), enrich=v), (pd.DataFrame,)),
    "score(campaigns)": (lambda v: rr.score(table(), campaigns=v), ()),
    "score_file(source)": (lambda v: rr.score_file(v, "o.csv", scorer=rr.Scorer()), ()),
    "score_file(output)": (lambda v: rr.score_file("c.csv", v, scorer=rr.Scorer()), (str,)),
    "score_file(scorer)": (lambda v: rr.score_file("c.csv", "o.csv", scorer=v), ()),
    "Scorer.score_one": (lambda v: rr.Scorer().score_one(v), ()),
    "Scorer.score_batch": (lambda v: rr.Scorer().score_batch(v), ()),
    "Scorer.assess": (lambda v: rr.Scorer().assess(v), (pd.DataFrame,)),
    "style_scored": (lambda v: rr.style_scored(v), ()),
    "style_scored(most)": (lambda v: rr.style_scored(rr.score(table()), v), (int,)),
    "review(model)": (lambda v: rr.review(v, data="c.csv"), ()),
    "review(data)": (lambda v: rr.review(data=v), (type(None),)),
    "monitor(reference)": (lambda v: rr.monitor(v, rr.score(table())), ()),
    "monitor(batch)": (lambda v: rr.monitor("training", v), ()),
    "read_approaches": (lambda v: rr.read_approaches(v), ()),
    "read_approaches(messages)": (lambda v: rr.read_approaches("c.csv", messages=v), (type(None),)),
    "read_linkedin_export": (lambda v: rr.read_linkedin_export(v), ()),
    "find_campaigns": (lambda v: rr.find_campaigns(v), ()),
    "estimate_base_rate": (lambda v: rr.estimate_base_rate(v), ()),
    "open_register": (lambda v: rr.open_register(v), ()),
    "Register": (lambda v: rr.Register(v), ()),
    "KnownFirms": (lambda v: rr.KnownFirms(v), ()),
    "build_register": (lambda v: rr.build_register(v, "r.duckdb"), ()),
    "load_model": (lambda v: rr.load_model(v), ()),
    "save_model": (lambda v: rr.save_model(v, "made"), ()),
    "synthesise(n)": (lambda v: rr.synthesise(v), (int,)),
    "synthesise(seed)": (lambda v: rr.synthesise(2, v), (int,)),
    "train": (lambda v: rr.train(v), ()),
    "threshold_for": (lambda v: rr.threshold_for(false_alarms=v), ()),
    "points_table": (lambda v: rr.points_table(v), ()),
    "style_of": (lambda v: rr.style_of(v), ()),
    "write_linkedin_export": (lambda v: rr.write_linkedin_export(v, "made.zip"), ()),
    "write_report": (
        lambda v: rr.write_report(v, "r.html", base_rate=0.01, model=rr.load_model()),
        (pd.DataFrame,),
    ),
    "text of a message": (lambda v: rr.explain(Approach("a", (Message(v),))), (str,)),
}
"""Function (and parameter) -> how it is called, and the kinds among `ODD` that it takes."""


@pytest.mark.parametrize("call", CALLS)
def test_what_is_of_another_kind_is_refused(here: Path, call: str) -> None:
    """Whatever is handed over, a public function takes it or says in one line what it wants; never an error from within."""
    function, taken = CALLS[call]

    for value in ODD:
        if isinstance(value, taken):
            continue
        with pytest.raises(rr.RecruitRiskError) as caught:
            function(value)
        assert "\n" not in str(caught.value), value


@pytest.mark.parametrize("rate", ["0.1", float("nan"), 0, 1, 2, -0.1, None, True, [0.1]], ids=repr)
@pytest.mark.parametrize(
    "call",
    [
        lambda rate: rr.explain("x", rate),
        lambda rate: rr.score(table(), base_rate=rate),
        lambda rate: rr.Scorer(base_rate=rate),
        lambda rate: rr.load_model().assess(Approach("a"), rate),
        lambda rate: rr.estimate_base_rate([0.1] * 40, rate),
        lambda rate: rr.monitor("training", table(), expected=rate),
        lambda rate: rr.threshold_for(false_alarms=0.05, base_rate=rate),
        lambda rate: rr.review(data=table(), base_rates=[rate]),
        lambda rate: rr.write_report([], "r.html", base_rate=rate, model=rr.load_model()),
    ],
    ids=["explain", "score", "Scorer", "assess", "estimate", "monitor", "threshold", "review", "report"],
)
def test_a_base_rate_is_a_number_between_0_and_1(
    here: Path, call: Callable[[Any], object], rate: object
) -> None:
    """Anything else is refused by its parameter's name, with an example."""
    with pytest.raises(UsageError, match=r"(base_rate|expected).*(between 0 and 1)"):
        call(rate)


def test_errors_repeat_no_message() -> None:
    """Text that was handed over by mistake may be somebody's message, and does not stand in the error."""
    secret = "Dear Tom, this is private"

    for call in (lambda: rr.score(secret), lambda: rr.explain([secret]), lambda: rr.Scorer(base_rate=secret)):  # type: ignore[arg-type,misc]
        with pytest.raises(UsageError) as caught:
            call()
        assert "Tom" not in str(caught.value)


def test_a_row_of_a_frame_is_explained_as_its_message_is() -> None:
    """``frame.iloc[0]`` is a row; a column of messages is none."""
    frame = table()

    assert rr.explain(frame.iloc[0]).assessment.risk == pytest.approx(
        rr.score(frame.head(1))["risk"].iloc[0], abs=1e-6
    )
    with pytest.raises(UsageError, match="no column that is known"):
        rr.explain(frame["message"])


def test_campaigns_that_were_found_are_used() -> None:
    """What `find_campaigns` gave does what ``campaigns=True`` does; so does the same as an enricher."""
    frame = table()
    found = rr.find_campaigns(frame)

    scored = rr.score(frame, campaigns=found)

    assert scored["risk_campaign"].tolist() == ["C0001", "C0001"]
    pd.testing.assert_frame_equal(scored, rr.score(frame, campaigns=True))
    pd.testing.assert_frame_equal(scored, rr.score(frame, enrich=[found]))


def test_writing_functions_hold_to_the_ending(here: Path) -> None:
    """The functions behind the commands refuse a wrong ending as well, and a file given twice."""
    found = rr.find_campaigns(table())
    calls: list[Callable[[], object]] = [
        lambda: write_campaigns(found, "x.parquet"),
        lambda: rr.score_file("c.csv", "o.xlsx", scorer=rr.Scorer()),
        lambda: rr.build_register("reg.csv", "r.csv"),
        lambda: rr.build_register(["reg.csv", "./reg.csv"], "r.duckdb"),
        lambda: rr.open_register("reg.csv", "./reg.csv"),
        lambda: find_campaigns_of_file("c.csv", "link.csv"),
        lambda: rr.write_linkedin_export((table(), None), "x.csv"),
        lambda: rr.write_report([], "r.pdf", base_rate=0.01, model=rr.load_model()),
    ]
    before = sorted(os.listdir(here))

    for call in calls:
        with pytest.raises(UsageError):
            call()

    assert sorted(os.listdir(here)) == before


# ------------------------------------------------------------------------------------------------ what objects say of themselves


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: rr.open_register("reg.csv", country="GB"), ["Register", "reg.csv, 1 firms, all of GB", ".duckdb"]),
        (lambda: rr.KnownFirms("firms.csv"), ["1 trusted and 0 distrusted", "firms.csv"]),
        (lambda: rr.Scorer(base_rate=0.02), ["Scorer of model default", "0.02"]),
        (lambda: rr.load_model(), ["RiskModel default", "catalogue"]),
        (lambda: rr.find_campaigns(table()), ["2 of 2 approaches in 1 campaigns"]),
        (lambda: rr.read_approaches("c.csv"), ["2 approaches", "c.csv"]),
        (lambda: rr.explain("Tell nobody of the report that we pay for."), ["Explanation of 'message'", "risk"]),
        (lambda: rr.synthesise(3), ["3 approaches"]),
    ],
    ids=["Register", "KnownFirms", "Scorer", "RiskModel", "Campaigns", "Batch", "Explanation", "Synthetic"],
)  # fmt: skip
def test_an_object_says_what_it_is_in_one_line(
    here: Path, make: Callable[[], object], says: list[str]
) -> None:
    """The repr of a public object tells kind and counts, and no message's text."""
    if "reg.csv" in " ".join(says):
        pytest.importorskip("duckdb")
    Path("firms.csv").write_text("name,domain,list\nLarch,larch.com,trusted\n", encoding="utf-8")

    shown = repr(make())

    assert [part for part in says if part not in shown] == []
    assert shown.startswith("<")
    assert "\n" not in shown
    assert len(shown) < 300
    assert "nobody" not in shown


def test_names_that_masking_makes_the_same_are_numbered(run: Run, here: Path) -> None:
    """Senders whom the mask would give one label stay several in the report's table of campaigns."""
    frame = table().assign(sender_name=["Recruiter 1", "Recruiter 2"])
    frame.to_csv("in.csv", index=False)

    assert run("score", "in.csv", "-o", "o.csv", "--campaigns", "--report", "r.html")[0] == 0

    page = Path("r.html").read_text(encoding="utf-8")
    assert "<td>Person A (1); Person A (2)</td>" in page
