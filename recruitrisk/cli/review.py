"""`recruitrisk review`: figures of a model."""

from __future__ import annotations

import argparse

from recruitrisk.cli.arguments import Commands, add_outputs, check_outputs, write_found
from recruitrisk.errors import UsageError

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "review",
        help="figures of the model on the synthetic hold-out and the independent set, or on your own",
    )
    command.add_argument(
        "--data",
        metavar="FILE",
        help="labelled approaches instead of the independent set that ships: CSV or Parquet with a column 'label' (1, 0, risky, "
        "genuine), or conversations (.jsonl)",
    )
    command.add_argument(
        "--messages", metavar="M", help="with a table: approach_id, sent_at, direction, text"
    )
    add_outputs(command, json="the figures", html="all tables and pictures")
    command.add_argument("--model", metavar="MODEL", default="default", help="name or folder of a model")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.review.reviewed import review

    if args.messages and not args.data:
        raise UsageError("--messages goes with --data, the table that its approach_id leads to; give both")
    check_outputs(args, (args.data, args.messages), json="JSON", html="HTML")
    found = review(args.model, args.data, args.messages, probes=args.data is None and args.json is not None)
    return write_found(found, args)
