"""`recruitrisk register build`: make a register of companies ready to be looked up."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import Any

from recruitrisk.cli.arguments import Commands, columns_of
from recruitrisk.errors import UsageError

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add_parser("register", help="make a register of companies ready for score --register")
    inner = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    build = inner.add_parser(
        "build",
        help="build one file from the UK Companies House zip as published, or from any CSV of companies",
    )
    build.add_argument(
        "source", nargs="+", metavar="SOURCE", help="zip, folder or CSV; several parts make one register"
    )
    build.add_argument(
        "-o", "--output", required=True, metavar="OUT", help="file to make, such as companies.duckdb"
    )
    build.add_argument(
        "--columns",
        action="append",
        metavar="OURS=THEIRS",
        help="a column's name in your file (repeat), or a TOML file; ours: name, number, status, founded, dissolved, accounts, "
        "address, postcode, activity_1 to 4, previous_name_1 to 10",
    )
    build.add_argument("--title", metavar="NAME", help="name of the register, told in evidence")
    build.add_argument(
        "--country",
        metavar="XX",
        help="two letters, if it holds all companies of that country: only then it counts that a name is not in it",
    )
    build.add_argument("--date", metavar="YYYY-MM-DD", help="day of the file, if its name does not tell")
    build.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.places import check_distinct, check_places, check_target
    from recruitrisk.registers import build_register

    check_distinct(args.source)
    check_places(args.source, (args.output,))
    check_target(args.output, "DuckDB")
    columns = columns_of(args)
    try:
        dated = date.fromisoformat(args.date) if args.date else None
    except ValueError:
        raise UsageError(f"--date {args.date}; a day is expected, such as 2026-11-01") from None
    with _bar() as bar:
        counts = build_register(
            args.source, args.output, columns=columns, title=args.title or "", country=args.country or "", dated=dated, progress=bar.update
        )  # fmt: skip
    day = f" of {counts.dated}" if counts.dated else ", whose day is not known (--date)"
    print(f"wrote {args.output}: {counts.companies:,} companies ({counts.title}{day})")
    if counts.rejected:
        first = counts.rejects[0] if counts.rejects else None
        where = (
            f"; the first: {first.file}, line {first.line}: {first.reason}"
            if first
            else "; they have no name"
        )
        print(f"{counts.rejected:,} rows could not be read{where}")
    if not counts.country:
        print("no country is known (--country): that a name is not in it will count for nothing")
    return 0


def _bar() -> Any:
    from tqdm import tqdm

    return tqdm(
        unit=" companies", unit_scale=True, leave=False, file=sys.stderr, disable=not sys.stderr.isatty()
    )
