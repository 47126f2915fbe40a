"""`recruitrisk synth`: make labelled synthetic approaches."""

from __future__ import annotations

import argparse

from recruitrisk.cli.arguments import Commands
from recruitrisk.errors import UsageError

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add_parser("synth", help="make labelled synthetic approaches")
    command.add_argument("--n", type=int, default=1000, metavar="N", help="how many (default 1000)")
    command.add_argument(
        "--seed", type=int, default=0, metavar="S", help="the same seed gives the same bytes (default 0)"
    )
    command.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="FILE.csv (and FILE.messages.csv beside it), or an export zip",
    )
    mix = command.add_mutually_exclusive_group()
    mix.add_argument(
        "--difficulty",
        type=float,
        metavar="D",
        help="0 (textbook) to 1 (only combinations tell); the default mix is 0.5",
    )
    mix.add_argument(
        "--setting", metavar="NAME", help="a mix that ships: textbook, default, hard, look_alikes, ..."
    )
    command.add_argument(
        "--noise", type=float, metavar="SHARE", help="share of the labels that are turned round (default 0)"
    )
    command.add_argument("--format", choices=("csv", "linkedin"), default="csv")
    command.add_argument(
        "--year",
        type=int,
        metavar="Y",
        help="layout of the LinkedIn export (2018, 2022 to 2026; default 2026)",
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.places import check_target
    from recruitrisk.reading import EXPORT_YEARS, write_linkedin_export
    from recruitrisk.synthetic import chosen_setting, synthesise, write_world

    year = EXPORT_YEARS[-1] if args.year is None else args.year
    if year not in EXPORT_YEARS:
        raise UsageError(f"--year {year}; known are {', '.join(map(str, EXPORT_YEARS))}")
    if args.year is not None and args.format != "linkedin":
        raise UsageError(f"--year {year} goes with --format linkedin; leave it out, or give both")
    check_target(args.output, "zip" if args.format == "linkedin" else "CSV")
    setting = chosen_setting(args.difficulty, args.setting, args.noise)
    if args.format == "linkedin":
        world = synthesise(args.n, args.seed, setting=setting)
        write_linkedin_export((world.frame, world.messages), args.output, year=year)
        print(f"wrote {args.output}: {len(world.frame):,} conversations, {len(world.messages):,} messages")
        return 0
    beside, messages = write_world(args.output, args.n, args.seed, setting)
    print(f"wrote {args.output} ({args.n:,} approaches) and {beside} ({messages:,} messages)")
    return 0
