"""`recruitrisk audit`: prove of the synthetic world that it is no toy."""

from __future__ import annotations

import argparse

from recruitrisk.cli.arguments import Commands, check_outputs

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add_parser("audit", help="prove of the synthetic world that it is no toy")
    command.add_argument(
        "--n", type=int, default=6000, metavar="N", help="approaches of the world (default 6000)"
    )
    command.add_argument("--seed", type=int, default=20251118, metavar="S")
    command.add_argument("--json", metavar="FILE", help="write the figures as JSON")
    command.add_argument("--markdown", metavar="FILE", help="write the page, with its picture beside it")
    command.add_argument(
        "--model", metavar="MODEL", default="default", help="model whose hold-out figures are shown"
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.places import write_whole
    from recruitrisk.review.audit import audit_world

    check_outputs(args, json="JSON", markdown="Markdown")
    result = audit_world(args.n, args.seed, model=args.model)
    if args.json:
        write_whole(args.json, result.as_json())
    if args.markdown:
        result.write_page(args.markdown)
    print(result.as_text())
    return 0
