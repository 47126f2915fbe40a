"""`recruitrisk monitor`: has the stream changed?"""

from __future__ import annotations

import argparse

from recruitrisk.cli.arguments import Commands

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
    command.add_argument("--json", metavar="OUT", help="write the comparison as JSON")
    command.add_argument("--html", metavar="OUT", help="write a page with its picture")
    command.add_argument(
        "--base-rate",
        type=float,
        metavar="R",
        help="that the tables were scored at (default: that of FILE.run.json beside, or 0.01)",
    )
    command.add_argument(
        "--expected",
        type=float,
        default=0.01,
        metavar="R",
        help="for training: share of risky approaches that you expect (default 0.01)",
    )
    command.add_argument(
        "--model", metavar="MODEL", default="default", help="for training: name or folder of a model"
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.model import load_model
    from recruitrisk.places import check_places, check_target
    from recruitrisk.review.drift import monitor

    read = [path for path in (args.reference, args.batch) if path != "training"]
    check_places((*read, *(f"{path}.run.json" for path in read)), (args.json, args.html))
    for path in filter(None, (args.json, args.html)):
        check_target(path)
    found = monitor(
        args.reference,
        args.batch,
        base_rate=args.base_rate,
        expected=args.expected,
        model=load_model(args.model),
    )
    if args.json:
        found.to_json(args.json)
    if args.html:
        found.to_html(args.html)
    print(found.as_text())
    return 0
