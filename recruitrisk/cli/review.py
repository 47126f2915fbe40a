"""`recruitrisk review`: figures of a model."""

from __future__ import annotations

import argparse
from pathlib import Path

from recruitrisk.cli.arguments import Commands

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "review", help="figures of the model on the synthetic hold-out and the independent set"
    )
    command.add_argument(
        "--data",
        metavar="FILE",
        help="labelled conversations (JSON Lines) instead of the independent set that ships",
    )
    command.add_argument("--json", metavar="OUT", help="write the figures as JSON")
    command.add_argument("--model", metavar="MODEL", default="default", help="name or folder of a model")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.review.review import as_text, dump, review_model

    figures = review_model(args.model, args.data)
    if args.json:
        Path(args.json).write_text(dump(figures), encoding="utf-8")
    print(as_text(figures))
    return 0
