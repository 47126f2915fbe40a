"""`recruitrisk audit`: prove of the synthetic world that it is no toy."""

from __future__ import annotations

import argparse
from pathlib import Path

from recruitrisk.cli.arguments import Commands

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
    from recruitrisk.review.audit import audit_world

    result = audit_world(args.n, args.seed, model=args.model)
    if args.json:
        Path(args.json).write_text(result.as_json(), encoding="utf-8")
    if args.markdown:
        result.write_page(args.markdown)
    print(result.as_text())
    return 0
