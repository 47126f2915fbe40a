"""`recruitrisk explain`: explain one message."""

from __future__ import annotations

import argparse
import codecs
import json
import os
import re
import shutil
import sys
from pathlib import Path

from recruitrisk.cli.arguments import Commands, add_common
from recruitrisk.errors import ReadError

__all__ = ["add", "run"]

# What JSON lets stand raw and a terminal or an editor acts on: DEL, C1, bidi and other format characters.
_HIDDEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def _escaped(found: re.Match[str]) -> str:
    """The same character as JSON escapes it."""
    return json.dumps(found[0])[1:-1]


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add_parser("explain", help="explain one message, read from a file or standard input")
    command.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="a text file; - is standard input (default)"
    )
    command.add_argument("--format", choices=("text", "json", "html"), default="text")
    add_common(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.approach import LONGEST, Approach, Message
    from recruitrisk.model import load_model
    from recruitrisk.review.explanation import explain

    try:
        raw = sys.stdin.buffer.read() if args.file == "-" else Path(args.file).read_bytes()
    except OSError as problem:
        raise ReadError(f"can't be read ({problem.strerror})", file=args.file) from None
    try:
        marked = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        text = raw.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    if raw.startswith((b"PK\x03\x04", b"%PDF", b"PAR1", b"\xd0\xcf\x11\xe0")):
        raise ReadError("is no text file; save the message as text", file=args.file)
    if len(text) > LONGEST:
        raise ReadError(f"longer than {LONGEST:,} characters; give one message or one thread", file=args.file)
    if not text.strip():
        raise ReadError("no text; give a message in a file or on standard input", file=args.file)
    found = explain(Approach("message", (Message(text),)), load_model(args.model), args.base_rate)
    if args.format == "json":
        print(_HIDDEN.sub(_escaped, json.dumps(found.as_dict(), ensure_ascii=False, indent=1)))
    elif args.format == "html":
        print(found.as_html())
    else:
        width = min(shutil.get_terminal_size((100, 24)).columns, 100)
        print(found.as_text(width, colour=sys.stdout.isatty() and _colours()))
    return 0


def _colours() -> bool:
    """Whether this terminal is to be given colours (https://no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
