"""Promises of registers and lists of firms: what is filled, what counts, what is only told; hostile files; the same digits anyhow."""

from __future__ import annotations

import csv
import io
import json
import os
import pickle
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from multiprocessing import get_context
from pathlib import Path

import pandas as pd
import pytest
from faker import Faker

import recruitrisk as rr
from benchmarks.registers import HEADER
from recruitrisk.approach import Approach, Clue, Message
from recruitrisk.errors import ReadError, UsageError, WriteError
from recruitrisk.model import RiskModel
from recruitrisk.registers import RegisterFile, build_register, building, claim_of, engine, read_known_firms
from recruitrisk.scoring.known_firms import KnownFirms
from recruitrisk.scoring.registers import MOST, Register, open_register

duckdb = pytest.importorskip("duckdb")

NAMES = [name.strip() for name in HEADER.split(",")]
MESSAGE = "Our client can't be named and pays $900 for each report on what the committee decides. Do not tell your employer."

Row = dict[str, str]


def company(name: str, number: str, **cells: str) -> Row:
    """One row of the UK file; cells by the last part of their column's name."""
    row = dict.fromkeys(NAMES, "")
    row |= {"CompanyName": name, "CompanyNumber": number, "CompanyStatus": "Active", "IncorporationDate": "05/03/2009",
            "RegAddress.AddressLine1": f"{number} MILL LANE", "RegAddress.PostCode": "LS1 4AP", "CountryOfOrigin": "United Kingdom",
            "Accounts.AccountCategory": "MICRO ENTITY", "SICCode.SicText_1": "78109 - Other activities of employment placement agencies",
            "CompanyCategory": "Private Limited Company"}  # fmt: skip
    for key, value in cells.items():
        row[next(n for n in NAMES if n.rpartition(".")[2] == key or n == key.replace("__", "."))] = value
    return row


def uk_csv(rows: list[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([row[name] for name in NAMES] for row in rows)
    return f"{HEADER}\n{out.getvalue()}"


def zipped(path: Path, text: str | bytes, member: str = "BasicCompanyDataAsOneFile-2026-11-01.csv") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, text)
    return path


def made_up(count: int, seed: int = 5) -> list[Row]:
    """Companies of Faker's, with addresses and dates."""
    Faker.seed(seed)
    fake, draw = Faker("en_GB"), random.Random(seed)
    return [
        company(
            f"{fake.last_name()} {fake.last_name()} {draw.choice(('LIMITED', 'LTD', 'LLP', 'PLC'))}".upper(),
            f"{n:08d}",
            IncorporationDate=f"{draw.randint(1, 28):02d}/{draw.randint(1, 12):02d}/{draw.randint(1980, 2025)}",
            PostCode=fake.postcode(),
            AddressLine1=fake.street_address().replace("\n", ", ").upper(),
        )
        for n in range(1, count + 1)
    ]


SPECIAL = [
    company("LARCH & PINE SEARCH LIMITED", "08209948", IncorporationDate="03/02/2024"),
    company("THE OAK REGISTRY PLC", "00000007", IncorporationDate="01/06/1987"),
    company("ASHDOWN BRIEFING LTD", "09999901", CompanyStatus="Active - Proposal to Strike off", AccountCategory="DORMANT"),
    company("HAWTHORN PANEL LIMITED", "09999902", CompanyStatus="Dissolved", DissolutionDate="11/10/2025"),
    company("ROWAN NEW NAME LIMITED", "09999903", PreviousName_1__CompanyName="ROWAN FORMER NAME LIMITED"),
    company("SYCAMORE TWICE LIMITED", "09999904", IncorporationDate="01/01/1999"),
    company("SYCAMORE TWICE LTD.", "09999905", IncorporationDate="01/01/2020"),
    company("SYCAMORE TWICE LLP", "OC399906", IncorporationDate="01/01/2011"),
    company('QUOTED "NICKNAME" WORKS LIMITED', "09999907"),
    company("ALDER ZENTRUM GMBH", "FC012345"),
    company("BEECH HOSTED LIMITED", "09999908", AddressLine1="71 SHELTON STREET", PostCode="WC2H 9JQ"),
    *(
        company(f"HOSTED NUMBER {n} LIMITED", f"1{n:07d}", AddressLine1="71 Shelton Street", PostCode="WC2H9JQ")
        for n in range(230)
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small register as it is published."""
    path = tmp_path_factory.mktemp("register") / "BasicCompanyDataAsOneFile-2026-11-01.zip"
    return zipped(path, uk_csv(made_up(600) + SPECIAL))


@pytest.fixture(scope="module")
def built(source: Path) -> Path:
    """The same, built."""
    path = source.parent / "companies.duckdb"
    build_register(source, path)
    return path


@pytest.fixture(scope="module")
def register(built: Path) -> Register:
    return Register(built)


def approach(company: str | None, text: str = MESSAGE, **fields: str | float | bool | datetime) -> Approach:
    if company is not None:
        fields["company"] = company
    return Approach("a", (Message(text),), fields)


def looked_up(
    register: Register, company: str | None, text: str = MESSAGE, **fields: str | float | bool
) -> Approach:
    return register([approach(company, text, **fields)])[0]


def only_clue(found: Approach) -> Clue:
    assert len(found.clues) == 1
    return found.clues[0]


# ------------------------------------------------------------------------------------------------ building


def test_published_layout_is_known(built: Path) -> None:
    """The UK file is known by its header, its day by its name; every company is there."""
    file = RegisterFile(built)

    assert (file.title, file.country, file.dated) == ("UK Companies House", "GB", date(2026, 11, 1))
    assert file.companies == 600 + len(SPECIAL)
    assert file.source == "UK Companies House, file of 2026-11-01"


def test_every_company_is_found_by_its_name(built: Path) -> None:
    """Each name of the file leads to a company of that very name."""
    rows = made_up(600)
    found = RegisterFile(built).look_up([row["CompanyName"] for row in rows])

    assert all(f.company is not None for f in found)
    assert {f.company.number for f in found if f.company} <= {row["CompanyNumber"] for row in rows}


def test_values_are_read(built: Path) -> None:
    """Number, dates (day first), status, activity, accounts and shared address come out as they went in."""
    larch, ash, gone, beech = RegisterFile(built).look_up(
        ["Larch and Pine Search", "Ashdown Briefing", "Hawthorn Panel", "Beech Hosted"]
    )

    assert larch.company is not None
    assert ash.company is not None
    assert gone.company is not None
    assert beech.company is not None
    assert (larch.company.number, larch.company.founded, larch.company.standing) == (
        "08209948",
        date(2024, 2, 3),
        "active",
    )
    assert "78109" in larch.company.activity
    assert (ash.company.standing, ash.company.dormant) == ("being struck off", True)
    assert (gone.company.standing, gone.company.dissolved) == ("dissolved", date(2025, 10, 11))
    assert (beech.company.firms, larch.company.firms) == (231, 0)


@pytest.mark.parametrize(
    "name",
    [
        "Larch & Pine Search",
        "LARCH AND PINE SEARCH LTD",
        "The Larch and Pine Search Limited",
        "Larch-and-Pine  Search, Ltd.",
    ],
)
def test_spelling_of_a_name_does_not_matter(built: Path, name: str) -> None:
    """Legal form, "the", case, signs and spaces do not tell two names apart."""
    found = RegisterFile(built).look_up([name])[0]

    assert found.company is not None
    assert found.company.number == "08209948"


def test_any_csv_can_be_mapped(tmp_path: Path) -> None:
    """A CSV of other names, semicolons and cp1252 is read through the user's mapping, with title and country."""
    path = tmp_path / "firms 2025-05-31.csv"
    path.write_bytes("Firma;Nr;seit\nMüller Söhne GmbH;HRB 1;1999-04-01\n".encode("cp1252"))

    counts = build_register(
        path,
        tmp_path / "r",
        columns=["name=Firma", "number=Nr", "founded=seit"],
        title="Handelsregister",
        country="de",
    )

    file = RegisterFile(tmp_path / "r")
    found = file.look_up(["Muller Sohne GmbH"])[0].company
    assert (counts.companies, file.title, file.country, file.dated) == (
        1,
        "Handelsregister",
        "DE",
        date(2025, 5, 31),
    )
    assert found is not None
    assert (found.name, found.number, found.founded) == ("Müller Söhne GmbH", "HRB 1", date(1999, 4, 1))


def test_several_parts_make_one_register(tmp_path: Path) -> None:
    """Two parts of the published file are one register."""
    parts = [zipped(tmp_path / f"p{n}.zip", uk_csv([company(f"PART {n} LTD", str(n))])) for n in (1, 2)]

    counts = build_register(parts, tmp_path / "r")

    assert counts.companies == 2
    assert all(f.company for f in RegisterFile(tmp_path / "r").look_up(["Part 1", "Part 2"]))


def test_neighbours_do_not_depend_on_the_size_of_pieces(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked up one at a time or together, each name has the same answer."""
    names = [f"{row['CompanyName'][:-9]}x{n % 7} Ltd" for n, row in enumerate(made_up(60))]
    file = RegisterFile(built)

    together = file.look_up(names)

    monkeypatch.setattr("recruitrisk.registers.lookup._AT_ONCE", 3)
    assert file.look_up(names) == together
    assert [file.look_up([name])[0] for name in names] == together
    assert any(f.nearest for f in together)


def test_names_stand_in_order(built: Path) -> None:
    """The built file keeps what look-ups rely on: keys in the order of their code points, a fence before each block."""
    with duckdb.connect(str(built), read_only=True) as connection:
        keys = [row[0] for row in connection.execute("SELECT key FROM names ORDER BY place").fetchall()]
        fences = [row[0] for row in connection.execute("SELECT key FROM fences").fetchall()]

    assert keys == sorted(keys)
    assert fences == keys[:: building.BLOCK]


# ------------------------------------------------------------------------------------------------ hostile files


def refused(path: Path, match: str, **options: object) -> ReadError:
    """Building ends in a ReadError, and leaves nothing behind."""
    with pytest.raises(ReadError, match=match) as caught:
        build_register(path, path.parent / "out.duckdb", **options)  # type: ignore[arg-type]
    assert not [p for p in path.parent.iterdir() if "out.duckdb" in p.name]
    return caught.value


def test_broken_zip(tmp_path: Path) -> None:
    """A zip that was cut off is a ReadError."""
    path = zipped(tmp_path / "r.zip", uk_csv(made_up(50)))
    path.write_bytes(path.read_bytes()[:-200])

    refused(path, "damaged zip")


def test_damage_inside_of_a_zip(tmp_path: Path) -> None:
    """Bytes that do not unpack to what they were are a ReadError, not half a register."""
    path = zipped(tmp_path / "r.zip", uk_csv(made_up(300)))
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 40] = bytes(40)
    path.write_bytes(data)

    refused(path, "damaged zip")


def test_zip_bomb(tmp_path: Path) -> None:
    """A zip that unpacks to a thousand times its size is not read."""
    refused(zipped(tmp_path / "r.zip", b"CompanyName\n" + b"A" * 20_000_000), "zip bomb")


def test_too_large_member(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A member over the limit of a register is not read."""
    monkeypatch.setattr(building, "LARGEST", 1_000)
    refused(zipped(tmp_path / "r.zip", uk_csv(made_up(50))), "more than 1,000 bytes")


def test_zip_without_csv(tmp_path: Path) -> None:
    """A zip of something else is a ReadError."""
    refused(zipped(tmp_path / "r.zip", "hello", "readme.txt"), "holds no CSV")


def test_wrong_columns(tmp_path: Path) -> None:
    """Without a column of names the error says what there is and what to give."""
    path = tmp_path / "r.csv"
    path.write_text("animal,legs\nhorse,4\n")

    problem = refused(path, "--columns name=YOURS; it has: animal, legs")
    assert problem.line == 1
    refused(path, "has no column 'Firma'", columns=["name=Firma"])


@pytest.mark.parametrize("text", ["", "\n\n", f"{HEADER}\n"])
def test_empty_file(tmp_path: Path, text: str) -> None:
    """A file without a company is a ReadError."""
    path = tmp_path / "r.csv"
    path.write_text(text)

    refused(path, "is empty|holds no company")


def test_no_such_file(tmp_path: Path) -> None:
    """A source that is not there is a ReadError; a folder that is not there a WriteError."""
    refused(tmp_path / "none.zip", "No such file")
    path = zipped(tmp_path / "r.zip", uk_csv(made_up(3)))
    with pytest.raises(WriteError, match="can't be written"):
        build_register(path, tmp_path / "no" / "out.duckdb")


def test_bad_rows_are_counted_and_the_rest_read(tmp_path: Path) -> None:
    """An unclosed quotation mark, bytes that are not UTF-8, a short row and a row without a name cost one row each."""
    good = uk_csv([company("FIRST LTD", "1"), company("LAST LTD", "2")]).encode().splitlines()
    odd = uk_csv([company("ZOË ODD LTD", "3")]).encode().splitlines()[1]
    nameless = uk_csv([company("", "4")]).encode().splitlines()[1]
    rows = [
        good[0],
        good[1],
        b'"UNCLOSED LTD,"5"',
        odd,
        odd.replace("Ë".encode(), b"\xcb"),
        b'"SHORT LTD","6"',
        nameless,
        good[2],
    ]
    path = tmp_path / "r.csv"
    path.write_bytes(b"\n".join(rows) + b"\n")

    counts = build_register(path, tmp_path / "r")

    found = RegisterFile(tmp_path / "r").look_up(["First", "Last", "Zoe Odd"])
    assert (counts.companies, counts.rejected) == (3, 4)
    assert [r.line for r in counts.rejects] == [3, 5, 6]
    assert all(f.company for f in found)


def test_an_older_file_stays_when_the_build_fails(tmp_path: Path) -> None:
    """A failed build leaves the file that stood under its name."""
    out = tmp_path / "r"
    build_register(zipped(tmp_path / "a.zip", uk_csv([company("KEPT LTD", "1")])), out)

    with pytest.raises(ReadError):
        build_register(zipped(tmp_path / "b.zip", f"{HEADER}\n"), out)

    assert RegisterFile(out).look_up(["Kept"])[0].company is not None


@pytest.mark.parametrize("kind", ["text", "database", "nothing"])
def test_file_that_is_no_register(tmp_path: Path, kind: str) -> None:
    """A file that no build made is a ReadError that says what to do."""
    path = tmp_path / "x.duckdb"
    if kind == "text":
        path.write_text("CompanyName\nA LTD\n")
    if kind == "database":
        duckdb.connect(str(path)).close()

    with pytest.raises(ReadError, match=r"register build|no such file"):
        Register(path)


def test_register_cannot_read_other_files(tmp_path: Path) -> None:
    """A forged register whose tables are views of other files is not read through them."""
    secret, path = tmp_path / "secret.csv", tmp_path / "r"
    secret.write_text("format,title,country,dated,companies\n1,leak,GB,2026-01-01,1\n")
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"CREATE VIEW meta AS SELECT * FROM read_csv('{secret}')")

    with pytest.raises(ReadError, match="register build"):
        Register(path)


def test_quotes_and_injection_in_names(built: Path, register: Register) -> None:
    """Quotes in a name are part of a name, whatever they would mean to a database."""
    found = register(
        [
            approach('Quoted "Nickname" Works'),
            approach("x'); DROP TABLE names; --"),
            approach("Larch & Pine Search Ltd"),
        ]
    )

    assert found[0].fields["company_registered"] is True
    assert "no company of that name" in only_clue(found[1]).says
    assert found[2].fields["company_registered"] is True


@pytest.mark.parametrize(
    "name", ["", "   ", "!!!", "\0", "Ltd", "Self-employed", "Confidential", "x" * 5000, "株式会社", "\ud800"]
)
def test_strange_names_do_no_harm(register: Register, name: str) -> None:
    """What is no firm's name is looked up to no effect."""
    found = looked_up(register, name)

    assert "company_registered" not in found.fields


def test_without_duckdb_the_error_says_what_to_install(built: Path) -> None:
    """Without the extra the error is one line with the command, and the library still works."""
    code = (
        "import sys; sys.modules['duckdb'] = None\n"
        "import recruitrisk as rr\n"
        f"try: rr.Register({str(built)!r})\n"
        "except rr.UsageError as e: print(e)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ)
    )

    assert done.stdout.strip() == "registers need DuckDB: pip install 'recruitrisk[registers]'"


def test_no_register_is_a_usage_error() -> None:
    """A register without a path is refused."""
    with pytest.raises(UsageError):
        Register()


# ------------------------------------------------------------------------------------------------ what counts


def test_company_of_the_name_fills_the_columns(register: Register) -> None:
    """A company of the very name fills whether it is registered and the year, and says where that stands."""
    found = looked_up(register, "Larch & Pine Search Ltd")

    assert (found.fields["company_registered"], found.fields["company_founded"]) == (True, 2024.0)
    clue = only_clue(found)
    assert clue.points == 0
    assert clue.says.startswith(
        "UK Companies House, file of 2026-11-01: LARCH & PINE SEARCH LIMITED (number 08209948, incorporated 2024-02-03"
    )


def test_users_own_values_win(register: Register) -> None:
    """What the user filled in stands; where the register says otherwise, that is told."""
    found = looked_up(register, "Larch & Pine Search Ltd", company_registered=False, company_founded=1985.0)

    assert (found.fields["company_registered"], found.fields["company_founded"]) == (False, 1985.0)
    clue = only_clue(found)
    assert "not registered, which stands" in clue.says
    assert "founded in 1985, which stands" in clue.says
    assert clue.points > 0


def test_claimed_registered_but_absent(register: Register) -> None:
    """A firm that the user knows to be registered stays so when no register has it."""
    found = looked_up(
        register, "Wholly Elsewhere Ltd", company_website="elsewhere.co.uk", company_registered=True
    )

    assert found.fields["company_registered"] is True
    assert only_clue(found).points == 0


def test_absence_counts_when_the_firm_claims_the_country(register: Register) -> None:
    """A British form and a British domain: that no company has the name counts, with the nearest named."""
    found = looked_up(register, "Larch & Pine Strategy Ltd", company_website="https://larchpine.co.uk")

    assert found.fields["company_registered"] is False
    clue = only_clue(found)
    assert "no company of that name; nearest: LARCH & PINE SEARCH LIMITED" in clue.says
    assert "no dissolved companies" in clue.says


@pytest.mark.parametrize(
    ("firm", "fields"),
    [
        ("Wholly Elsewhere Ltd", {}),
        ("Wholly Elsewhere", {"company_website": "elsewhere.co.uk"}),
        ("Wholly Elsewhere", {"sender_location": "London, England", "recipient_country": "GB"}),
        ("Wholly Elsewhere Ltd", {"contact_email": "jo@yahoo.co.uk"}),
        ("Larch & Pine Serch Ltd", {"company_website": "larchpine.co.uk"}),
        ("Wholly Elsewhere Ltd", {"company_website": "elsewhere.co.uk", "company_founded": 2026.0}),
    ],
)
def test_absence_is_only_told_when_unsure(
    register: Register, firm: str, fields: dict[str, str | float]
) -> None:
    """One hint alone, free mail, a person's place, a name that is nearly there, a firm younger than the file: told, not counted."""
    found = looked_up(register, firm, **fields)

    assert "company_registered" not in found.fields
    assert only_clue(found).points == 0
    assert "counts for nothing" in only_clue(found).says


@pytest.mark.parametrize(("year", "counts"), [(2026, True), (2023, False), (2028, False)])
def test_absence_counts_only_near_the_day_of_the_file(register: Register, year: int, counts: bool) -> None:
    """Firms come and go: a file of another year says nothing of a firm that is not in it."""
    asked = replace(
        approach("Wholly Elsewhere Ltd", company_website="elsewhere.co.uk"),
        messages=(Message(MESSAGE, True, datetime(year, 11, 5, tzinfo=UTC)),),
    )

    assert ("company_registered" in register([asked])[0].fields) is counts


@pytest.mark.parametrize(
    "fields", [{"company_website": "elsewhere.de"}, {"contact_email": "hr@elsewhere.com.hk"}]
)
def test_foreign_firm_is_none_of_a_registers_business(register: Register, fields: dict[str, str]) -> None:
    """A register says nothing of the absence of a firm of another country."""
    assert looked_up(register, "Wholly Elsewhere Ltd", **fields).clues == ()
    assert looked_up(register, "Wholly Elsewhere GmbH").clues == ()


def test_namesake_of_a_foreign_firm_fills_nothing(register: Register) -> None:
    """A British company of the name of a firm with a foreign domain is told, and not taken for it."""
    found = looked_up(register, "Oak Registry", company_website="oakregistry.cn")

    assert "company_registered" not in found.fields
    assert (only_clue(found).points, "another country" in only_clue(found).says) == (0, True)


def test_dissolved_company(register: Register) -> None:
    """A dissolved company is not registered, and the day is told."""
    found = looked_up(register, "Hawthorn Panel Ltd")

    assert found.fields["company_registered"] is False
    assert "dissolved 2025-10-11" in only_clue(found).says


def test_struck_off_and_dormant_count_a_little(register: Register) -> None:
    """A dormant company about to be struck off counts, within the bound."""
    clue = only_clue(looked_up(register, "Ashdown Briefing Ltd"))

    assert 0 < clue.points <= MOST
    assert "dormant" in clue.says
    assert "proposal to strike off" in clue.says


def test_shared_address_counts_a_little_and_says_why(register: Register) -> None:
    """An address of many firms counts a little, and the honest reason stands with it."""
    clue = only_clue(looked_up(register, "Beech Hosted Ltd"))

    assert 0 < clue.points <= 0.1
    assert "231 live companies have its address (WC2H 9JQ)" in clue.says
    assert "honest clients" in clue.says


def test_former_name(register: Register) -> None:
    """A former name is found, and the company's name of today told."""
    clue = only_clue(looked_up(register, "Rowan Former Name Ltd"))

    assert "ROWAN NEW NAME LIMITED" in clue.says
    assert "had the claimed name earlier" in clue.says


def test_namesakes(register: Register) -> None:
    """Of namesakes that of the claimed form is taken; where two remain, no year is filled."""
    one, two = looked_up(register, "Sycamore Twice LLP"), looked_up(register, "Sycamore Twice Ltd")

    assert one.fields["company_founded"] == 2011.0
    assert two.fields["company_registered"] is True
    assert "company_founded" not in two.fields
    assert "1 more of that name" in only_clue(two).says


def test_number_of_another_company(register: Register) -> None:
    """A company number that is another company's counts, and is told."""
    found = looked_up(
        register, "Wholly Elsewhere", "We are registered, company number 08209948, as you can check."
    )

    clue = only_clue(found)
    assert clue.points > 0
    assert "the company number that is stated is of LARCH & PINE SEARCH LIMITED" in clue.says
    assert "company_registered" not in found.fields


def test_number_that_fits_a_name_written_differently(register: Register) -> None:
    """A name that is nearly the company's is settled by its number."""
    found = looked_up(register, "Larch & Pine Serch", "Our company no. is 8209948.")

    assert found.fields["company_registered"] is True


def test_number_that_nobody_has(register: Register) -> None:
    """A stated number claims the register by itself: in no entry, by neither, counts."""
    found = looked_up(register, "Wholly Elsewhere", "Company number: 77777777.")

    assert found.fields["company_registered"] is False


def test_list_without_country_never_counts_absence(tmp_path: Path) -> None:
    """A CSV that is not said to hold a whole country tells of absence, which does not count."""
    path = tmp_path / "list.csv"
    path.write_text("name,number\nKnown Firm Ltd,1\n")
    found = looked_up(open_register(path), "Wholly Elsewhere Ltd", company_website="elsewhere.co.uk")

    assert "company_registered" not in found.fields
    assert "not said to hold every company" in only_clue(found).says


def test_of_several_registers_the_one_that_knows_the_firm_is_believed(built: Path, tmp_path: Path) -> None:
    """A firm that the second register holds is registered, whatever the first lacks; one clue tells of it."""
    path = tmp_path / "list.csv"
    path.write_text("name,founded\nWholly Elsewhere Ltd,2001\n")
    build_register(path, tmp_path / "r", title="Second")

    found = looked_up(
        Register(built, tmp_path / "r"), "Wholly Elsewhere Ltd", company_website="elsewhere.co.uk"
    )

    assert (found.fields["company_registered"], found.fields["company_founded"]) == (True, 2001.0)
    assert only_clue(found).says.startswith("Second: ")


def test_recipients_and_senders_place_is_no_claim() -> None:
    """Where a person is claims nothing for the firm; the recipient's own words do not either."""
    told = Approach(
        "a",
        (Message("Are you at Companies House? Company number 08209948?", inbound=False),),
        {"company": "Kite", "sender_location": "London", "recipient_country": "GB"},
    )

    assert claim_of(told, "GB") == claim_of(Approach("b", fields={"company": "Kite"}), "GB")


# ------------------------------------------------------------------------------------------------ scores


def frame(count: int = 24) -> pd.DataFrame:
    """Approaches whose firms are found, near, absent, foreign or none."""
    names = [
        "Larch & Pine Search Ltd",
        "Ashdown Briefing Ltd",
        "Wholly Elsewhere Ltd",
        "Oak Registrry",
        "",
        "Hawthorn Panel",
    ]
    rows = [
        {"approach_id": f"{n:03d}", "company": names[n % 6], "company_website": "firm.co.uk" if n % 6 == 2 else "",
         "sent_at": "2026-11-05", "message": f"{MESSAGE} Ref {n}."}
        for n in range(count)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def test_alone_and_in_a_batch_the_same_digits(register: Register) -> None:
    """Each row scores the same alone, in a batch, and in another order."""
    table = frame()
    together = rr.score(table, enrich=[register])

    alone = pd.concat([rr.score(table.iloc[[n]], enrich=[register]) for n in range(len(table))])
    turned = rr.score(table.iloc[::-1], enrich=[register]).iloc[::-1]

    pd.testing.assert_frame_equal(alone, together)
    pd.testing.assert_frame_equal(turned, together)


def _score(register: Register, table: pd.DataFrame) -> pd.DataFrame:
    return rr.score(table, enrich=[register])


def test_two_processes_give_the_same_digits(register: Register) -> None:
    """A register that is sent to workers gives the same digits there, also when this process has it open."""
    table = frame(8)
    here = _score(register, table)

    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        parts = list(pool.map(_score, [register] * 2, [table.iloc[:4], table.iloc[4:]]))

    pd.testing.assert_frame_equal(pd.concat(parts), here)


def test_pickle_holds_a_path_and_no_connection(register: Register) -> None:
    """What is sent to a worker is small and opens for itself."""
    looked_up(register, "Larch & Pine Search Ltd")

    data = pickle.dumps(register)

    assert len(data) < 2_000
    assert looked_up(pickle.loads(data), "Larch & Pine Search Ltd") == looked_up(
        register, "Larch & Pine Search Ltd"
    )


def test_register_moves_the_score_the_right_way(register: Register, model: RiskModel) -> None:
    """A firm that no register knows is riskier than one that stands there; the reason says where that comes from."""
    absent = rr.score(frame().iloc[[2]], enrich=[register]).iloc[0]
    present = rr.score(frame().iloc[[2]].assign(company="Larch & Pine Search Ltd"), enrich=[register]).iloc[0]

    assert absent["risk"] > present["risk"]
    assert (
        "UK Companies House, file of 2026-11-01: no company of that name"
        in json.loads(absent["risk_evidence"])["cover_company"]["says"]
    )


def test_what_is_only_told_does_not_move_the_score(model: RiskModel) -> None:
    """A clue of no points changes no digit of the risk, also where no fact of the firm is known."""
    plain = approach(None)
    told = replace(plain, clues=(Clue("cover_company", 0.0, "told"),))

    assert model.assess(told).risk == model.assess(plain).risk


# ------------------------------------------------------------------------------------------------ known firms

FIRMS = """name,domain,list,note
Larch Partners,larch.example.com larchpartners.co.uk,trusted,framework supplier
Sorrel & Vane,,trusted,
Kestrel Insight,kestrel-insight.com,distrusted,see case 12
,burdock.net,distrusted,
"""


@pytest.fixture
def firms(tmp_path: Path) -> KnownFirms:
    path = tmp_path / "firms.csv"
    path.write_text(FIRMS)
    return KnownFirms(path)


@pytest.mark.parametrize(
    ("firm", "fields", "indicator", "sign", "says"),
    [
        ("Larch Partners Ltd", {"contact_email": "a@larchpartners.co.uk"}, "cover_company", -1, "framework supplier"),
        ("Larch Partners", {"company_website": "https://www.larchpartners.co.uk"}, "cover_company", -1, "anybody can name it"),
        ("Larch Partners", {"contact_email": "a@larch-office.net"}, "identity_mismatch", 1, "is not theirs"),
        ("Larch Partners", {"contact_email": "larch@gmail.com", "company_website": "larchpartners.co.uk"}, "identity_mismatch", 1, "gmail.com"),
        ("Larch Partners", {}, "cover_company", 0, "can be borrowed"),
        ("Sorrel and Vane Limited", {"contact_email": "a@sorrel.com"}, "cover_company", 0, "without a domain"),
        ("Kestrel Insight LLP", {}, "cover_company", 1, "see case 12"),
        ("Other", {"contact_email": "hr@mail.burdock.net"}, "cover_company", 1, "burdock.net is on your list of distrusted"),
        ("Other", {"contact_email": "hr@larchpartner5.co.uk"}, "identity_mismatch", 1, "resembles Larch Partners"),
        ("Larch Partmers", {}, "identity_mismatch", 1, "resembles Larch Partners"),
    ],
)  # fmt: skip
def test_known_firm(
    firms: KnownFirms, firm: str, fields: dict[str, str], indicator: str, sign: int, says: str
) -> None:
    """A trusted firm counts by its domain only, its borrowed name against the sender, a distrusted one by name or domain."""
    clue = only_clue(firms([approach(firm, "Good morning.", **fields)])[0])

    assert clue.indicator == indicator
    assert (clue.points > 0) - (clue.points < 0) == sign
    assert says in clue.says
    assert clue.says.startswith("firms.csv")


def test_unknown_firm_has_no_clue(firms: KnownFirms) -> None:
    """A firm that is on no list is left as it is."""
    plain = approach("Quite Other Ltd", contact_email="a@quiteother.com")

    assert firms([plain]) == [plain]


def test_mail_in_the_text_is_seen(firms: KnownFirms) -> None:
    """An address in a message betrays a borrowed name."""
    clue = only_clue(firms([approach("Larch Partners", "Write to me at jo@larch-desk.com please.")])[0])

    assert (clue.indicator, clue.value) == ("identity_mismatch", "larch-desk.com")


@pytest.mark.parametrize(
    ("text", "line", "column", "match"),
    [
        ("name,list\nA Firm,good\n", 2, "list", "trusted or distrusted is expected"),
        ("name,domain,list\nA Firm,,trusted\n,,trusted\n", 3, None, "neither a name nor a domain"),
        ("domain,list\nnot a domain,trusted\n", 2, "domain", "is no domain"),
        ("domain,list\ngmail.com,trusted\n", 2, "domain", "free mail"),
        ("name,list\nA Firm,trusted\nA Firm Ltd,distrusted\n", 3, "name", "other list in line 2"),
        ("name,domain,list\nA,a.com,trusted\nB,www.a.com,distrusted\n", 3, "domain", "other list in line 2"),
        ("name,list\nA Firm\n", 2, None, "1 fields"),
        ("name,note\nA Firm,x\n", 1, None, "list"),
        ("name,list\n???,trusted\n", 2, "name", "holds no letter"),
        ("", 1, None, "is empty"),
    ],
)
def test_bad_list_is_an_error_with_its_place(
    tmp_path: Path, text: str, line: int, column: str | None, match: str
) -> None:
    """A bad row of the list ends in an error with file, line, column and what is expected."""
    path = tmp_path / "firms.csv"
    path.write_text(text)

    with pytest.raises(ReadError, match=match) as caught:
        read_known_firms(path)

    assert (caught.value.file, caught.value.line, caught.value.column) == (str(path), line, column)


# ------------------------------------------------------------------------------------------------ command line

Run = Callable[..., tuple[int, str, str]]


def test_build_and_score_from_the_command_line(run: Run, source: Path, tmp_path: Path) -> None:
    """The zip is built once and then looked up; the zip itself can be given too, with the same digits."""
    out, table, firms = tmp_path / "c.duckdb", tmp_path / "in.csv", tmp_path / "firms.csv"
    frame(6).to_csv(table, index=False)
    firms.write_text("name,domain,list\nOther,other.com,trusted\n")

    code, said, _ = run("register", "build", source, "-o", out)
    assert (code, "(UK Companies House of 2026-11-01)" in said) == (0, True)
    assert run("score", table, "-o", tmp_path / "a.csv", "--register", out, "--known-firms", firms)[0] == 0
    assert run("score", table, "-o", tmp_path / "b.csv", "--register", source, "--known-firms", firms)[0] == 0

    scored = pd.read_csv(tmp_path / "a.csv")
    assert "no company of that name" in scored["risk_evidence"][2]
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("register", "build", "{here}/none.zip", "-o", "{here}/o"), 3),
        (("register", "build", "{here}/in.csv", "-o", "{here}/o", "--date", "1/1/2026"), 2),
        (("register", "build", "{here}/in.csv", "-o", "{here}/o", "--country", "England"), 2),
        (("register", "build", "{here}/in.csv", "-o", "{here}/no/such/o"), 5),
        (("register",), 2),
        (("score", "{here}/in.csv", "-o", "{here}/o.csv", "--register", "{here}/none"), 3),
        (("score", "{here}/in.csv", "-o", "{here}/o.csv", "--known-firms", "{here}/in.csv"), 3),
    ],
)
def test_errors_are_one_line_with_a_code(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    """What goes wrong is told in one line, with the documented exit code."""
    frame(3).to_csv(tmp_path / "in.csv", index=False)

    ended, _, err = run(*(a.format(here=tmp_path) for a in arguments))

    assert ended == code
    assert (err.count("\n"), "Traceback" in err) == (1, False)


def test_memory_is_bounded_by_settings() -> None:
    """DuckDB is opened with a limit of memory, few threads and without extensions from elsewhere."""
    with engine.connect(memory=engine.LOOKUP_MEMORY) as connection:
        settings = dict(connection.execute("SELECT name, value FROM duckdb_settings()").fetchall())

    assert settings["memory_limit"] in ("122.0 MiB", "128.0 MiB")
    assert settings["threads"] == "2"
    assert settings["autoinstall_known_extensions"] == "false"


def test_sent_time_gives_the_age(register: Register) -> None:
    """The year that the register fills makes the firm's age at the first message."""
    from recruitrisk.evidence.columns import derived_fields

    asked = replace(
        approach("Larch & Pine Search Ltd"),
        messages=(Message(MESSAGE, True, datetime(2026, 11, 5, tzinfo=UTC)),),
    )

    assert derived_fields(register([asked])[0])["company_age_years"] == 2.0


def test_what_was_looked_up_is_in_the_evidence(register: Register) -> None:
    """What the register says stands in the evidence of a firm that shows no sign, and beside the words of one that does."""
    table = pd.DataFrame(
        {
            "company": ["Larch & Pine Search Ltd", "Larch & Pine Serch Ltd"],
            "message": [MESSAGE, f"You will not find us in the register. {MESSAGE}"],
        }
    )
    silent, shown = (
        json.loads(cell)["cover_company"] for cell in rr.score(table, enrich=[register])["risk_evidence"]
    )

    assert silent["says"].startswith(
        "UK Companies House, file of 2026-11-01: LARCH & PINE SEARCH LIMITED (number 08209948"
    )
    assert "quote" not in silent
    assert "not find us" in shown["quote"]
    assert "nearest: LARCH & PINE SEARCH LIMITED" in shown["says"]
