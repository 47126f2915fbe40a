"""`recruitrisk score`: score a table of approaches or a LinkedIn export."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from recruitrisk.cli.arguments import Commands, add_common

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add_parser("score", help="score a table of approaches or a LinkedIn export")
    command.add_argument(
        "input",
        metavar="INPUT",
        help="CSV, Parquet, LinkedIn export (zip, folder, messages.csv), or - for standard input",
    )
    command.add_argument(
        "-o",
        "--output",
        default="-",
        metavar="OUT",
        help="CSV, or Parquet by its ending; - is standard output (default)",
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
    command.add_argument("--report", metavar="R.html", help="write an HTML report of the highest 5,000")
    command.add_argument("--no-redact", action="store_true", help="keep names and addresses in the report")
    command.add_argument(
        "--safe-csv",
        action="store_true",
        help="put an apostrophe before what a spreadsheet would run as a formula, in your own columns as well",
    )
    command.add_argument(
        "--estimate-base-rate",
        action="store_true",
        help="estimate the base rate from INPUT (read twice) and score with it; a hint with an interval, off by default",
    )
    add_common(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.model import load_model
    from recruitrisk.review.report import write_report
    from recruitrisk.scoring import Scorer, WriteError, estimate_base_rate_of_file, score_file
    from recruitrisk.scoring.files import REPORT_ROWS
    from recruitrisk.scoring.places import check_places

    check_places((args.input, args.messages, args.profiles), (args.output, args.report))
    scorer = Scorer(load_model(args.model), args.base_rate)
    columns: Any = args.columns
    if columns and len(columns) == 1 and "=" not in columns[0]:
        columns = columns[0]
    if args.estimate_base_rate:
        estimate = estimate_base_rate_of_file(
            args.input, model=scorer.model, messages=args.messages, profiles=args.profiles, columns=columns, owner=args.owner
        )  # fmt: skip
        scorer = Scorer(scorer.model, args.base_rate if estimate.at_edge else estimate.value, estimate)
    with _Progress() as progress:
        run, kept = score_file(
            args.input, args.output, scorer=scorer, messages=args.messages, profiles=args.profiles, columns=columns,
            owner=args.owner, keep=REPORT_ROWS if args.report else 0, safe_csv=args.safe_csv, progress=progress.add,
        )  # fmt: skip
    if args.report:
        counts = {
            "rows read": run.read,
            "scored": run.scored,
            "not assessable": run.not_assessable,
            "rejected": run.rejected,
        }
        try:
            write_report(
                kept,
                args.report,
                base_rate=scorer.base_rate,
                model=scorer.model,
                redact=not args.no_redact,
                counts=counts,
            )
        except OSError as problem:
            raise WriteError(f"{args.report}: can't be written ({problem.strerror})") from None
    print(_summary(run, args), file=sys.stderr if args.output == "-" else sys.stdout)
    return 0


class _Progress:
    """A bar with rows, rate and time on a terminal; nothing in a pipe."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __enter__(self) -> _Progress:
        if sys.stderr.isatty():
            from tqdm import tqdm

            self._bar = tqdm(unit=" approaches", unit_scale=True, leave=False, file=sys.stderr)
        return self

    def add(self, rows: int) -> None:
        if self._bar is not None:
            self._bar.update(rows)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()


def _summary(run: Any, args: argparse.Namespace) -> str:
    from recruitrisk.review.plain_text import visible

    lines = [
        f"read {run.read:,} approaches: {run.scored:,} scored, {run.not_assessable:,} not assessable, {run.rejected:,} rejected"
        + (f", {run.skipped:,} without an inbound message" if run.skipped else "")
        + f" ({run.seconds:.1f} s)"
    ]
    if run.messages:
        m = run.messages
        lines.append(
            f"messages: {m['read']:,} read, {m['used']:,} used, {m['skipped']:,} skipped, {m['rejected']:,} rejected"
        )
    if run.base_rate_estimate is not None:
        from recruitrisk.model.base_rate import BaseRate

        lines.append(BaseRate(**run.base_rate_estimate).text)
    lines.append(
        f"base rate {run.base_rate:.3g}: of 1,000 approaches like yours about {1000 * run.base_rate:.3g} are of the playbook"
    )
    width = max((len(f"{n:,}") for n in run.bands.values()), default=1)
    bands = ("high", "elevated", "guarded", "low", "not assessable")
    lines += [f"  {band:<15}{run.bands[band]:>{width},}" for band in bands]
    shown = [t for t in run.top if t[2] in ("high", "elevated", "guarded")]
    if shown:
        lines.append("highest:")
        for risk, key, band, reason in shown:
            lines.append(f"  {risk:6.1%}  {band:<9} {visible(key)[:40]:<24} {reason}")
    for name, path in run.files.items():
        if name != "input":
            lines.append(
                f"wrote {path}"
                + (f" ({run.rejects:,} rows that could not be read)" if name == "rejects" else "")
            )
    if args.report:
        lines.append(f"wrote {args.report}")
    lines.append("About approaches, never a verdict on a person.")
    return "\n".join(lines)
