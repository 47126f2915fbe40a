"""`recruitrisk campaigns`: the campaigns across tables of approaches or LinkedIn exports."""

from __future__ import annotations

import argparse
import sys

from recruitrisk.cli.arguments import Commands, add_tables, columns_of

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
    add_tables(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.places import check_places, check_target
    from recruitrisk.scoring import find_campaigns_of_file, write_campaigns

    check_places((*args.inputs, args.messages, args.profiles), (args.output,))
    if args.output != "-":
        check_target(args.output, "CSV")
    columns = columns_of(args)
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
