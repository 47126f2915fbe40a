"""CSV inert: nothing that a stranger wrote is run as a formula when the output is opened in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from recruitrisk.approach import SCORED_COLUMNS
from recruitrisk.scoring.inert import inert, inert_cells
from tests.reliability.conftest import Tally
from tests.reliability.forge import Forge
from tests.reliability.payloads import formulas
from tests.reliability.tables import csv_text

PAYLOADS = formulas()
DELIMITERS = (",", ";", "\t", "|")
LEADS = re.compile("[\\s\"'\ufeff\u200b]*[=+\\-@＝＋－＠]")


def _cells(text: str, delimiter: str) -> list[str]:
    """Cells as a spreadsheet splits them that was told this delimiter."""
    csv.field_size_limit(2**27)
    return [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) for cell in row]


def _runs(cell: str) -> bool:
    """Whether a spreadsheet might take a cell for a formula."""
    if not cell or cell.startswith("'"):
        return False
    return bool(LEADS.match(cell)) and not re.fullmatch(
        r"[+-]?[0-9]+(?:[.,][0-9]+)*(?:[eE][+-]?[0-9]+)?%?", cell
    )


@pytest.fixture(scope="module")
def scored(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every payload in every text column, scored with --safe-csv; some rows rejected."""
    folder = tmp_path_factory.mktemp("inert")
    header = [
        "approach_id",
        "sender_name",
        "company",
        "company_founded",
        "offered_pay",
        "headline",
        "=1+1",
        "message",
    ]
    rows = [
        [
            f"{text}{at}",
            text,
            text,
            text,
            text,
            text,
            text,
            f"{text}\nWe pay {text} for each report. Write on Telegram. {text}",
        ]
        for at, text in enumerate(PAYLOADS)
    ]
    broken = [[text, text] for text in PAYLOADS]
    (folder / "in.csv").write_text(csv_text([header, *rows, *broken]), "utf-8")
    ran = forge.run("score", "in.csv", "-o", "out.csv", "--safe-csv", cwd=folder)
    assert ran.code == 0, ran.err
    assert forge.run("score", "in.csv", "-o", "plain.csv", cwd=folder).code == 0
    return folder


def test_there_are_two_hundred_payloads(tally: Tally) -> None:
    """The list is as long as promised."""
    tally.of("CSV inert")

    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 200


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_no_cell_begins_a_formula(delimiter: str, scored: Path, tally: Tally) -> None:
    """Split at the comma or at another delimiter that a spreadsheet may take: no cell of the table or of the rejects begins a formula."""
    tally.of("CSV inert").count(2 * len(PAYLOADS))
    for name in ("out.csv", "out.csv.rejects.csv"):
        text = (scored / name).read_text("utf-8")
        assert [cell for cell in _cells(text, delimiter) if _runs(cell)] == [], name


def test_added_columns_are_inert_without_asking(scored: Path, tally: Tally) -> None:
    """Without --safe-csv the user's columns are untouched and every added one is harmless."""
    tally.of("CSV inert").count(len(PAYLOADS))
    frame = pd.read_csv(scored / "plain.csv", dtype=str, keep_default_na=False)
    given = pd.read_csv(scored / "in.csv", dtype=str, keep_default_na=False, on_bad_lines="skip").iloc[
        : len(frame)
    ]
    for name in given.columns:
        assert frame[name].tolist() == given[name].tolist()
    assert [c for name in SCORED_COLUMNS for c in frame[name] if _runs(c)] == []


def test_evidence_is_the_same_json(tally: Tally) -> None:
    """Made harmless, the evidence still quotes to the character; every other cell only gained apostrophes."""
    tally.of("CSV inert").count(len(PAYLOADS))
    for text in PAYLOADS:
        evidence = {"vague_client": {"quote": text, "start": 0, "end": len(text)}}
        cells = inert_cells(
            {"risk_evidence": json.dumps(evidence, ensure_ascii=False), "risk_notes": text, "risk": -0.5}
        )

        assert json.loads(str(cells["risk_evidence"])) == evidence
        assert cells["risk"] == -0.5
        assert str(cells["risk_notes"]).replace("'", "") == text.replace("'", "")
        assert inert(inert(text)) == inert(text)


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_no_formula_in_libreoffice(delimiter: str, scored: Path, tmp_path: Path, tally: Tally) -> None:
    """Opened by LibreOffice Calc, which is told to evaluate formulas, and saved as a workbook: not one formula or link in it."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        if os.environ.get("CI") and os.environ.get("RELIABILITY") == "long":
            pytest.fail(
                "no LibreOffice here: apt-get install -y --no-install-recommends libreoffice-calc-nogui"
            )
        pytest.skip("no LibreOffice here: apt-get install -y --no-install-recommends libreoffice-calc-nogui")
    tally.of("CSV inert")
    if delimiter != "," and os.environ.get("RELIABILITY") != "long":
        pytest.skip("split at the semicolon in the long form")
    control = tmp_path / "control.csv"
    control.write_text("".join(f"a{delimiter}={n}+1\n" for n in range(5)))
    names = [scored / "out.csv", scored / "out.csv.rejects.csv", control]
    # delimiter, quote, UTF-8, from line 1, no formats, English, quoted is no text, detect numbers, ..., evaluate formulas
    rule = f"CSV:{ord(delimiter)},34,76,1,,1033,false,true,false,false,false,-1,true"
    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", f"--infilter={rule}", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", tmp_path, *names],
        check=True, capture_output=True, timeout=180, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    found = {}
    for name in names:
        with zipfile.ZipFile(tmp_path / f"{name.stem}.xlsx") as book:
            sheets = b"".join(book.read(n) for n in book.namelist() if n.startswith("xl/worksheets/"))
            found[name.name] = len(re.findall(rb"<f[ >]", sheets)) + len(
                [n for n in book.namelist() if "externalLink" in n]
            )
    tally.count(2 * len(PAYLOADS))
    assert found.pop("control.csv") == 5, (
        "LibreOffice did not evaluate the formulas that it was shown on purpose"
    )
    assert set(found.values()) == {0}, found
