"""What commands share."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn, Protocol

from recruitrisk.errors import UsageError

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = object

__all__ = [
    "Commands",
    "Found",
    "Parser",
    "add_common",
    "add_outputs",
    "add_tables",
    "check_jobs",
    "check_outputs",
    "columns_of",
    "write_found",
]

_MOST_JOBS = 1024


class Found(Protocol):
    """What a command found: it can be shown, and written as JSON and as a page."""

    def as_text(self) -> str:
        """For a terminal."""

    def to_json(self, path: str) -> str:
        """Write it as JSON."""

    def to_html(self, path: str) -> str:
        """Write it as a page."""


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


def check_jobs(jobs: int | None) -> None:
    """Refuse a number of processes that makes no sense.

    Raises
    ------
    UsageError
    """
    if jobs is not None and jobs != -1 and not 1 <= jobs <= _MOST_JOBS:
        raise UsageError(
            f"--jobs {jobs}; give the number of processes, 1 to {_MOST_JOBS:,}, or -1 for all cores"
        )


def add_outputs(command: argparse.ArgumentParser, *, json: str, html: str) -> None:
    """What commands share that write what they found, said by what is in it."""
    command.add_argument("--json", metavar="OUT", help=f"write {json} as JSON")
    command.add_argument("--html", metavar="OUT", help=f"write a page with {html}")


def check_outputs(args: argparse.Namespace, read: Iterable[str | None] = (), **kinds: str) -> None:
    """Say before the work that an output can't be written.

    Parameters
    ----------
    args : Namespace
    read : iterable of str or None
        Paths that the command reads.
    **kinds : str
        Option -> what is written there, a key of `recruitrisk.places.ENDINGS`.

    Raises
    ------
    UsageError, WriteError
    """
    from recruitrisk.places import check_places, check_target

    given = {option: getattr(args, option) for option in kinds if getattr(args, option) is not None}
    check_places(read, given.values())
    for option, path in given.items():
        check_target(path, kinds[option])


def write_found(found: Found, args: argparse.Namespace) -> int:
    """Write what was found as ``--json`` and ``--html`` say, and print it; gives the exit code."""
    if args.json is not None:
        found.to_json(args.json)
    if args.html is not None:
        found.to_html(args.html)
    print(found.as_text())
    return 0
