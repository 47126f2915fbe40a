"""The command line: parse, call, print. Each command is a module with `add` (its arguments) and `run`.

Exit codes: 0 done (rejected rows included: they are listed), 2 wrong arguments, 3 input that can't
be read, 4 no usable model, 5 output that can't be written, 1 anything else of ours, 130 interrupted.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence

from recruitrisk.cli import (
    audit,
    campaigns,
    card,
    explain,
    indicators,
    monitor,
    register,
    review,
    score,
    synth,
    train,
)
from recruitrisk.cli.arguments import Parser
from recruitrisk.errors import RecruitRiskError, UsageError
from recruitrisk.version import __version__

__all__ = ["main", "parser"]

_COMMANDS = (score, campaigns, explain, indicators, register, synth, train, review, card, monitor, audit)

_EPILOG = """exit codes: 0 done (rows that could not be read are listed in OUTPUT.rejects.csv), 2 wrong arguments,
3 input that can't be read, 4 no usable model, 5 output that can't be written, 1 any other error, 130 interrupted.

A score is about an approach, never a verdict on a person. It starts a human look."""


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    top = Parser(
        prog="recruitrisk",
        description="How likely is it that a headhunter's approach follows the covert-recruitment playbook?",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"recruitrisk {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Parameters
    ----------
    argv : sequence of str, optional
        Arguments; those of the process by default.

    Returns
    -------
    int
        Exit code; see the module's docstring.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a narrow terminal is no reason to fail
    args = parser().parse_args(argv)
    try:
        _check_blank(args)
        code: int = args.run(args)
        sys.stdout.flush()
        return code
    except RecruitRiskError as problem:
        _complain(str(problem))
        return problem.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as problem:
        where = f"{problem.filename}: " if problem.filename else ""
        _complain(f"{where}{problem.strerror or problem}")
        return 5
    except KeyboardInterrupt:
        _complain("interrupted; nothing was left half-written")
        return 130


def _check_blank(args: argparse.Namespace) -> None:
    """Refuse an empty word: it is a variable of the shell that was not set more often than it is meant."""
    for name, value in vars(args).items():
        if any(
            isinstance(word, str) and not word.strip()
            for word in (value if isinstance(value, list) else [value])
        ):
            raise UsageError(
                f"{name.replace('_', '-')} is blank; give a value, or leave it out where it is an option"
            )


def _complain(message: str) -> None:
    """One line, whatever the names in it hold."""
    print(f"recruitrisk: {''.join(c if c.isprintable() else ' ' for c in message)}", file=sys.stderr)
