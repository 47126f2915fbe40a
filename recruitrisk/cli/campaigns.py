"""`recruitrisk campaigns`: the campaigns across tables of approaches or LinkedIn exports."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from recruitrisk.cli.arguments import Commands

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "campaigns", help="find campaigns: who writes the same, or from the same address, to many"
    )
    command.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="CSV, Parquet or LinkedIn exports; campaigns are looked for across all of them",
    )
    command.add_argument(
        "-o", "--output", default="-", metavar="OUT", help="CSV; - is standard output (default)"
    )
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
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.scoring import find_campaigns_of_file, write_campaigns
    from recruitrisk.scoring.places import check_places

    check_places((*args.inputs, args.messages, args.profiles), (args.output,))
    columns: Any = args.columns
    if columns and len(columns) == 1 and "=" not in columns[0]:
        columns = columns[0]
    campaigns = find_campaigns_of_file(
        *args.inputs, messages=args.messages, profiles=args.profiles, columns=columns, owner=args.owner
    )
    if args.output == "-":
        print(campaigns.as_csv(), end="")
    else:
        write_campaigns(campaigns, args.output)
    within = sum(campaign.size for campaign in campaigns.campaigns)
    lines = [f"read {campaigns.read:,} approaches: {within:,} in {len(campaigns):,} campaigns"]
    if args.output != "-":
        lines.append(f"wrote {args.output}")
    lines.append("Mass mail is no sign by itself. About approaches, never a verdict on a person.")
    print("\n".join(lines), file=sys.stderr if args.output == "-" else sys.stdout)
    return 0
