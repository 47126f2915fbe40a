"""Building a register of 5 million companies and looking firms up in it: seconds, and peak memory of each in a process of its own.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.registers`` (some minutes on two free cores, some GB of disk in the temporary folder;
prints Markdown for docs/benchmarks/registers.md). ``--companies`` and ``--firms`` make it smaller. The register is made up, in
the published layout: names of two to four words, a tenth with a former name, a twelfth at one of 400 shared addresses.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from importlib import metadata
from itertools import accumulate, islice
from pathlib import Path

from recruitrisk.version import __version__

HEADER = (
    "CompanyName, CompanyNumber,RegAddress.CareOf,RegAddress.POBox,RegAddress.AddressLine1, RegAddress.AddressLine2,"
    "RegAddress.PostTown,RegAddress.County,RegAddress.Country,RegAddress.PostCode,CompanyCategory,CompanyStatus,CountryOfOrigin,"
    "DissolutionDate,IncorporationDate,Accounts.AccountRefDay,Accounts.AccountRefMonth,Accounts.NextDueDate,"
    "Accounts.LastMadeUpDate,Accounts.AccountCategory,Returns.NextDueDate,Returns.LastMadeUpDate,Mortgages.NumMortCharges,"
    "Mortgages.NumMortOutstanding,Mortgages.NumMortPartSatisfied,Mortgages.NumMortSatisfied,SICCode.SicText_1,"
    "SICCode.SicText_2,SICCode.SicText_3,SICCode.SicText_4,LimitedPartnerships.NumGenPartners,"
    "LimitedPartnerships.NumLimPartners,URI,"
    + ",".join(f"PreviousName_{n}.CONDATE, PreviousName_{n}.CompanyName" for n in range(1, 11))
    + ",ConfStmtNextDueDate, ConfStmtLastMadeUpDate"
)
COMMON = "SERVICES SOLUTIONS CONSULTING HOLDINGS PROPERTIES GROUP TRADING DESIGN CARE TRANSPORT MEDIA CAPITAL".split()
STATUSES = ("Active",) * 12 + ("Active - Proposal to Strike off", "Liquidation")
ENDS = ("LIMITED",) * 8 + ("LTD",) * 4 + ("LLP", "PLC", "C.I.C.")


def words(count: int, draw: random.Random) -> list[str]:
    """Made-up words of two to four syllables."""
    syllables = [c + v for c in "BCDFGHKLMNPRSTVW" for v in ("A", "E", "I", "O", "U", "AN", "ER", "ON")]
    return ["".join(draw.choices(syllables, k=draw.choice((2, 3, 3, 4)))) for _ in range(count)]


def rows(companies: int, seed: int = 1) -> Iterator[list[str]]:
    """Made-up companies: name, legal form, number, former name, first line of the address, postcode, status, day."""
    draw = random.Random(seed)
    stock = words(400_000, draw)
    weights = list(accumulate(1 / (n + 20) for n in range(len(stock))))
    for start in range(0, companies, 50_000):
        drawn = iter(draw.choices(stock, cum_weights=weights, k=200_000))
        for number in range(start, min(start + 50_000, companies)):
            a, b, c, d = next(drawn), next(drawn), next(drawn), next(drawn)
            chance = draw.random()
            last = "" if chance < 0.4 else f" {draw.choice(COMMON)}" if chance < 0.8 else f" {c}"
            shared = 0.5 < chance < 0.58
            yield [
                f"{a} {b}{last}",
                draw.choice(ENDS),
                f"{number:08d}",
                f"{d} {a} LIMITED" if chance < 0.1 else "",
                f"SUITE {number % 400}" if shared else f"{number % 300} {c} ROAD",
                f"E{number % 20} 1AB" if shared else f"{c[:2]}{number % 20} {number % 9}{d[:2]}",
                draw.choice(STATUSES),
                f"{1 + number % 28:02d}/{1 + number % 12:02d}/{1980 + number % 46}",
            ]


def write_register(path: Path, companies: int) -> None:
    """A register in the published layout, as a zip."""
    empty = ",".join(['""'] * 18)
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(f"{path.stem}.csv", "w", force_zip64=True) as out,
    ):
        out.write(f"{HEADER}\n".encode())
        for name, form, number, former, place, code, status, day in rows(companies):
            line = (
                f'"{name} {form}","{number}","","","{place}","","LONDON","","ENGLAND","{code}","Private Limited Company",'
                f'"{status}","United Kingdom","","{day}","31","3","31/12/2026","31/03/2025","TOTAL EXEMPTION FULL","","","0","0",'
                '"0","0","78109 - Other activities of employment placement agencies","","","","0","0",'
                f'"http://business.data.gov.uk/id/company/{number}","{"02/03/2019" if former else ""}","{former}",{empty},"",""\n'
            )
            out.write(line.encode())


def asked_for(companies: int, firms: int) -> list[str]:
    """Names to look up: a half as registered, a quarter without one letter, a quarter of words that stand nowhere."""
    draw = random.Random(99)
    names = []
    for number, (name, *_) in enumerate(islice(rows(companies), firms)):
        if number % 4 == 2:
            at = draw.randrange(2, len(name))
            name = f"{name[:at]}{name[at + 1 :]}"
        elif number % 4 == 3:
            name = f"Q{name[::-1]}zz"
        names.append(f"{name.title()} Ltd")
    return names


def peak() -> float:
    """Largest resident size of this process so far, MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    raise SystemExit("this system has no /proc; run the benchmark on Linux")


def step(name: str, folder: Path, companies: int, firms: int) -> None:
    """One measured step, in a process of its own; prints its figures."""
    zipped, built = folder / "BasicCompanyDataAsOneFile-2026-11-01.zip", folder / "companies.duckdb"
    start, worked = time.perf_counter(), time.process_time()
    if name == "write":
        write_register(zipped, companies)
    elif name == "build":
        from recruitrisk.registers import build_register

        build_register(zipped, built)
    else:
        from recruitrisk.approach import Approach
        from recruitrisk.scoring.registers import Register

        asked = [Approach(str(n), fields={"company": c}) for n, c in enumerate(asked_for(companies, firms))]
        if name == "one":
            asked = asked[2:3]
        start, worked = time.perf_counter(), time.process_time()
        found = Register(built)(asked)
        filled = sum("company_registered" in a.fields for a in found)
        near = sum("nearest" in clue.says for a in found for clue in a.clues)
        print(
            f"{time.perf_counter() - start:.2f} {time.process_time() - worked:.2f} {peak():.0f} {filled} {near}"
        )
        return
    print(f"{time.perf_counter() - start:.0f} {time.process_time() - worked:.0f} {peak():.0f}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--companies", type=int, default=5_000_000)
    parser.add_argument("--firms", type=int, default=5_000)
    parser.add_argument("--step")
    parser.add_argument("--folder", type=Path)
    args = parser.parse_args()
    if args.step:
        step(args.step, args.folder, args.companies, args.firms)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = {}
        for what in ("write", "build", "many", "one"):
            command = [sys.executable, "-m", "benchmarks.registers", "--step", what, "--folder", name]
            command += ["--companies", str(args.companies), "--firms", str(args.firms)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            figures[what] = done.stdout.split()
        sizes = [os.path.getsize(p) / 1e6 for p in sorted(folder.iterdir())]
    versions = ", ".join(f"{p} {metadata.version(p)}" for p in ("duckdb", "rapidfuzz", "pyarrow"))
    print(
        f"recruitrisk {__version__}, Python {platform.python_version()}, {platform.machine()}, {versions}; {args.companies:,} made-up "
        f"companies, zip of {sizes[0]:,.0f} MB, built file of {sizes[1]:,.0f} MB\n"
    )
    print("| step | seconds | of them of a processor | peak memory of the process, MB |\n|---|---|---|---|")
    rows = {
        "build": "build, once a month",
        "many": f"look {args.firms:,} firms up",
        "one": "look one firm up",
    }
    for what, title in rows.items():
        print(f"| {title}, a cold process | {' | '.join(figures[what][:3])} |")
    found, near = figures["many"][3:]
    print(
        f"\nOf {args.firms:,} firms {found} were found by their name; for {near} of the others a nearest one was named."
    )


if __name__ == "__main__":
    main()
