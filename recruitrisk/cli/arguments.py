"""What commands share."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = object

__all__ = ["Commands", "Parser", "add_common"]


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
