"""`recruitrisk indicators`: the catalogue of signs."""

from __future__ import annotations

import argparse

from recruitrisk.cli.arguments import Commands

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add_parser("indicators", help="the catalogue of signs, or one of them")
    command.add_argument("id", nargs="?", metavar="ID")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.indicators import CATALOGUE, indicator
    from recruitrisk.indicators.document import as_text

    if args.id:
        print(as_text(indicator(args.id)))
        return 0
    for each in CATALOGUE:
        print(f"{each.id:<22}{each.direction:<8}{each.family:<14}{each.name}")
    return 0
