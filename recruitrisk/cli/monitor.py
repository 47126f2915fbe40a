"""`recruitrisk monitor`: has the stream changed?"""

from __future__ import annotations

import argparse

from recruitrisk.cli.arguments import Commands, add_outputs, check_outputs, write_found
from recruitrisk.errors import UsageError

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "monitor", help="drift of scores and indicators of a scored batch against a reference"
    )
    command.add_argument(
        "reference",
        metavar="REFERENCE",
        help="a scored CSV or Parquet that was looked at, or the word: training",
    )
    command.add_argument("batch", metavar="BATCH", help="a scored CSV or Parquet")
    add_outputs(command, json="the comparison", html="its picture")
    command.add_argument(
        "--base-rate",
        type=float,
        metavar="R",
        help="that the tables were scored at (default: that of FILE.run.json beside, or 0.01)",
    )
    command.add_argument(
        "--expected",
        type=float,
        metavar="R",
        help="for training: share of risky approaches that you expect (default 0.01)",
    )
    command.add_argument(
        "--model", metavar="MODEL", help="for training: name or folder of a model (default: default)"
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.model import DEFAULT_BASE_RATE, load_model
    from recruitrisk.review.drift import monitor

    read = [path for path in (args.reference, args.batch) if path != "training"]
    check_outputs(args, (*read, *(f"{path}.run.json" for path in read)), json="JSON", html="HTML")
    given = {"--expected": args.expected, "--model": args.model}
    if args.reference != "training" and any(value is not None for value in given.values()):
        wrong = " and ".join(option for option, value in given.items() if value is not None)
        raise UsageError(
            f"{wrong} goes with the reference training, and {args.reference} was given; leave it out"
        )
    found = monitor(
        args.reference,
        args.batch,
        base_rate=args.base_rate,
        expected=DEFAULT_BASE_RATE if args.expected is None else args.expected,
        model=load_model(args.model or "default") if args.reference == "training" else None,
    )
    return write_found(found, args)
