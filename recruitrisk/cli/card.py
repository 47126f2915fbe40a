"""`recruitrisk card`: write a model's card."""

from __future__ import annotations

import argparse

from recruitrisk.cli.arguments import Commands

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "card", help="write a model's card (card.md, card.html) from measured figures"
    )
    command.add_argument(
        "model",
        metavar="MODEL",
        nargs="?",
        default="default",
        help="name or folder of a model (default: default)",
    )
    command.add_argument(
        "-o", "--output", required=True, metavar="FOLDER", help="for example the folder of the model"
    )
    command.add_argument(
        "--review",
        metavar="JSON",
        help="a review of this model (recruitrisk review --json) instead of a new one",
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.model import load_model
    from recruitrisk.places import check_folder
    from recruitrisk.review.card import read_review, write_card
    from recruitrisk.review.reviewed import review

    check_folder(args.output)
    model = load_model(args.model)
    figures = read_review(model, args.review) if args.review else review(model, probes=True).as_dict()
    for path in write_card(model, figures, args.output):
        print(f"wrote {path}")
    return 0
