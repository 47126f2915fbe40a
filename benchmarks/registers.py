"""Building a register of 5 million companies and looking firms up in it: seconds, and peak memory of each in a process of its own.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.registers`` (about six minutes on two cores, 4 GB of disk in the temporary folder;
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
from importlib import metadata
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


def write_register(path: Path, companies: int, seed: int = 1) -> None:
    """A register in the published layout, as a zip."""
    draw = random.Random(seed)
    stock = words(400_000, draw)
    weights = [1 / (n + 20) for n in range(len(stock))]
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(f"{path.stem}.csv", "w", force_zip64=True) as out,
    ):
        out.write(f"{HEADER}\n".encode())
        done = 0
        while done < companies:
            count = min(50_000, companies - done)
            drawn = iter(draw.choices(stock, weights, k=4 * count))
            lines = []
            for number in range(done, done + count):
                a, b, c, d = next(drawn), next(drawn), next(drawn), next(drawn)
                chance = draw.random()
                name = (
                    f"{a} {b}"
                    if chance < 0.4
                    else f"{a} {b} {draw.choice(COMMON)}"
                    if chance < 0.8
                    else f"{a} {b} {c}"
                )
                former = f'"02/03/2019","{d} {a} LIMITED"' if chance < 0.1 else '"",""'
                place = f"SUITE {number % 400}" if 0.5 < chance < 0.58 else f"{number % 300} {c} ROAD"
                code = (
                    f"E{number % 20} 1AB"
                    if 0.5 < chance < 0.58
                    else f"{c[:2]}{number % 20} {number % 9}{d[:2]}"
                )
                lines.append(
                    f'"{name} {draw.choice(ENDS)}","{number:08d}","","","{place}","","LONDON","","ENGLAND","{code}",'
                    f'"Private Limited Company","{draw.choice(STATUSES)}","United Kingdom","","{1 + number % 28:02d}/{1 + number % 12:02d}/'
                    f'{1980 + number % 46}","31","3","31/12/2026","31/03/2025","TOTAL EXEMPTION FULL","","","0","0","0","0",'
                    '"78109 - Other activities of employment placement agencies","","","","0","0",'
                    f'"http://business.data.gov.uk/id/company/{number:08d}",{former},{",".join(["" + chr(34) * 2] * 18)},"",""\n'
                )
            out.write("".join(lines).encode())
            done += count


def asked_for(companies: int, firms: int, seed: int = 1) -> list[str]:
    """Names to look up: a half as registered, a quarter misspelt, a quarter of words that stand nowhere."""
    draw = random.Random(seed)
    stock = words(400_000, draw)
    weights = [1 / (n + 20) for n in range(len(stock))]
    drawn = iter(draw.choices(stock, weights, k=4 * min(50_000, companies)))
    other = random.Random(99)
    names = []
    for number in range(firms):
        a, b, _, _ = next(drawn), next(drawn), next(drawn), next(drawn)
        name = f"{a.title()} {b.title()}"
        if number % 4 == 2:
            at = other.randrange(2, len(name))
            name = f"{name[:at]}{name[at + 1 :]}"
        elif number % 4 == 3:
            name = f"Q{b[::-1].title()}x Zz{a[::-1].lower()}"
        names.append(f"{name} Ltd")
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
    start = time.perf_counter()
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
        start = time.perf_counter()
        found = Register(built)(asked)
        filled = sum("company_registered" in a.fields for a in found)
        near = sum("nearest" in clue.says for a in found for clue in a.clues)
        print(f"{time.perf_counter() - start:.2f} {peak():.0f} {filled} {near}")
        return
    print(f"{time.perf_counter() - start:.1f} {peak():.0f} 0 0")


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
    print("| step | seconds | peak memory of the process, MB |\n|---|---|---|")
    print(f"| build, once a month | {figures['build'][0]} | {figures['build'][1]} |")
    print(f"| look {args.firms:,} firms up, a cold process | {figures['many'][0]} | {figures['many'][1]} |")
    print(f"| look one firm up, a cold process | {figures['one'][0]} | {figures['one'][1]} |")
    print(
        f"\nOf {args.firms:,} firms {figures['many'][2]} were found by their name; for {figures['many'][3]} a nearest one was named."
    )


if __name__ == "__main__":
    main()
