"""What commands share."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = object

__all__ = ["Commands", "Parser", "add_common", "add_tables", "columns_of"]


class Parser(argparse.ArgumentParser):
    """Ends with exit code 2 and one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, in one line."""
        self.exit(2, f"{self.prog}: {message}; see '{self.prog} --help'\n")


def add_common(command: argparse.ArgumentParser) -> None:
    """What scoring commands share: the base rate and the model."""
    command.add_argument(
        "--base-rate",
        type=float,
        default=0.01,
        metavar="R",
        help="share of your approaches that are of the playbook (default 0.01)",
    )
    command.add_argument("--model", metavar="MODEL", default="default", help="name or folder of a model")


def add_tables(command: argparse.ArgumentParser) -> None:
    """What commands share that read approaches: what is joined to them, and how their columns are named."""
    command.add_argument(
        "--messages", metavar="M", help="table of messages: approach_id, sent_at, direction, text"
    )
    command.add_argument(
        "--profiles", metavar="P", help="table of profiles, joined on the sender's profile address"
    )
    command.add_argument(
        "--columns",
        action="append",
        metavar="OURS=THEIRS",
        help="a column's name in your file (repeat), or a TOML file",
    )
    command.add_argument(
        "--owner", metavar="NAME", help="owner of the LinkedIn export, when it can't be found"
    )


def columns_of(args: argparse.Namespace) -> list[str] | str | None:
    """What ``--columns`` said: pairs, or the path of a TOML file."""
    columns: list[str] | None = args.columns
    return columns[0] if columns and len(columns) == 1 and "=" not in columns[0] else columns
