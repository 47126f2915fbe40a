"""`recruitrisk score`: score a table of approaches or a LinkedIn export."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

from recruitrisk.cli.arguments import Commands, add_common, add_tables, check_jobs, columns_of
from recruitrisk.errors import UsageError

if TYPE_CHECKING:
    from recruitrisk.scoring.enrichment import Enricher

__all__ = ["add", "run"]

_LARGE = 16 * 2**20
"""Bytes from which a file is worth more than one process."""


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add_parser("score", help="score a table of approaches or a LinkedIn export")
    command.add_argument(
        "input",
        metavar="INPUT",
        help="CSV, Parquet, LinkedIn export (zip, folder, messages.csv), or - for standard input, line by line",
    )
    command.add_argument(
        "-o",
        "--output",
        default="-",
        metavar="OUT",
        help="CSV, or Parquet by its ending; - is standard output (default)",
    )
    add_tables(command)
    command.add_argument(
        "--register",
        action="append",
        metavar="FILE",
        help="look firms up in a register made by 'recruitrisk register build', or in its zip or CSV (repeat)",
    )
    command.add_argument(
        "--known-firms",
        metavar="FILE",
        help="CSV of firms that you trust or distrust: name, domain, list, note",
    )
    command.add_argument("--report", metavar="R.html", help="write an HTML report of the highest 5,000")
    command.add_argument(
        "--redact",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="mask names, mails, phones, links and profile addresses in the report (the default)",
    )
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
    command.add_argument(
        "--campaigns",
        action="store_true",
        help="look for campaigns across INPUT first (read twice); differently named senders of one text or address are evidence",
    )
    command.add_argument("--campaigns-table", metavar="C.csv", help="write the campaigns (means --campaigns)")
    command.add_argument(
        "--jobs",
        type=int,
        metavar="N",
        help="processes, -1 for all cores (default: all where INPUT is a file over 16 MB, else 1); OUT is the same",
    )
    command.add_argument(
        "--resume",
        action="store_true",
        help="take up a run that was killed from what it left in OUT.parts, and leave it there if this one fails",
    )
    command.add_argument(
        "--engine",
        choices=("dask", "spark"),
        help="score a folder or 'pattern/*.parquet' into the folder OUT on a cluster of Dask or Spark",
    )
    add_common(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    from recruitrisk.model import load_model
    from recruitrisk.review.report import write_report
    from recruitrisk.scoring import (
        Scorer,
        estimate_base_rate_of_file,
        find_campaigns_of_file,
        score_file,
        shipped_model,
        write_campaigns,
    )
    from recruitrisk.scoring.files import REPORT_ROWS

    _check(args)
    model = shipped_model() if args.model == "default" else load_model(args.model)
    scorer = Scorer(model, args.base_rate, enrich=_enrichers(args))
    columns = columns_of(args)
    if args.engine:
        return _on_cluster(args, scorer, columns)
    if args.estimate_base_rate:
        estimate = estimate_base_rate_of_file(
            args.input, model=scorer.model, messages=args.messages, profiles=args.profiles, columns=columns, owner=args.owner
        )  # fmt: skip
        scorer = Scorer(
            scorer.model, args.base_rate if estimate.at_edge else estimate.value, estimate, scorer.enrich
        )
    campaigns = None
    if args.campaigns or args.campaigns_table:
        campaigns = find_campaigns_of_file(
            args.input, messages=args.messages, profiles=args.profiles, columns=columns, owner=args.owner
        )
        scorer = Scorer(scorer.model, scorer.base_rate, scorer.estimate, (campaigns, *scorer.enrich))
    with _Progress() as progress:
        run, kept = score_file(
            args.input, args.output, scorer=scorer, messages=args.messages, profiles=args.profiles, columns=columns,
            owner=args.owner, keep=REPORT_ROWS if args.report else 0, progress=progress.add, n_jobs=_jobs(args),
            resume=args.resume, safe_csv=args.safe_csv,
        )  # fmt: skip
    if args.report:
        counts = {
            "rows read": run.read,
            "scored": run.scored,
            "not assessable": run.not_assessable,
            "rejected": run.rejected,
            **({"without an inbound message": run.skipped} if run.skipped else {}),
        }
        estimated = scorer.estimate is not None and not scorer.estimate.at_edge
        write_report(
            kept,
            args.report,
            base_rate=scorer.base_rate,
            model=scorer.model,
            redact=args.redact,
            counts=counts,
            campaigns=campaigns.table() if campaigns is not None else None,
            base_rate_is="as estimated from this batch" if estimated else "as stated for this run",
        )
    if campaigns is not None and args.campaigns_table:
        write_campaigns(campaigns, args.campaigns_table)
    print(_summary(run, args, campaigns), file=sys.stderr if args.output == "-" else sys.stdout)
    return 0


def _check(args: argparse.Namespace) -> None:
    """Refuse what can't be done before anything is opened: building a register alone may take minutes."""
    from recruitrisk.places import check_distinct, check_folder, check_places, check_target, kind_of
    from recruitrisk.scoring.files import check_joined

    check_jobs(args.jobs)
    beside = () if args.output == "-" else (f"{args.output}.run.json", f"{args.output}.rejects.csv")
    check_places(
        (args.input, args.messages, args.profiles, args.known_firms, *(args.register or ())),
        (args.output, *beside, args.report, args.campaigns_table),
    )
    check_distinct(path for path in (args.input, args.messages) if path is not None)
    for flag, path, kind in (
        ("--report", args.report, "HTML"),
        ("--campaigns-table", args.campaigns_table, "CSV"),
    ):
        if path == "-":
            raise UsageError(f"{flag} -; name a file: standard output is for the scored table alone")
        if path is not None:
            check_target(path, kind)
    if not (args.redact or args.report):
        raise UsageError("--no-redact goes with --report, which it is about; give both or neither")
    if args.engine:
        _check_cluster(args)
        if "://" not in args.output:
            check_folder(args.output, new=True)
        return
    if args.output != "-":
        check_target(args.output, "CSV", "Parquet")
        if args.safe_csv and kind_of(args.output) == "Parquet":
            raise UsageError(
                f"{args.output}: is Parquet, in which nothing is run; leave --safe-csv out, or write CSV"
            )
    check_joined([args.input], args.messages, args.columns, args.owner)


def _check_cluster(args: argparse.Namespace) -> None:
    given = {
        "--messages": args.messages, "--profiles": args.profiles, "--owner": args.owner, "--report": args.report,
        "--estimate-base-rate": args.estimate_base_rate, "--resume": args.resume, "--jobs": args.jobs, "--campaigns": args.campaigns,
        "--campaigns-table": args.campaigns_table, "--safe-csv": args.safe_csv,
    }  # fmt: skip
    if wrong := [name for name, value in given.items() if value]:
        raise UsageError(
            f"{', '.join(wrong)} can't be used with --engine, which scores partitions of Parquet by themselves"
        )
    if args.output == "-":
        raise UsageError("--engine writes a folder of Parquet files; name it with -o")


def _jobs(args: argparse.Namespace) -> int:
    if args.jobs is not None:
        return int(args.jobs)
    return -1 if os.path.isfile(args.input) and os.path.getsize(args.input) > _LARGE else 1


def _on_cluster(args: argparse.Namespace, scorer: Any, columns: Any) -> int:
    from recruitrisk.scoring.distributed import score_folder

    print(_summary(score_folder(args.input, args.output, scorer, args.engine, columns), args))
    return 0


def _enrichers(args: argparse.Namespace) -> list[Enricher]:
    """What is looked up before scoring."""
    enrichers: list[Enricher] = []
    if args.register:
        from recruitrisk.scoring.registers import open_register

        enrichers.append(open_register(*args.register))
    if args.known_firms:
        from recruitrisk.scoring.known_firms import KnownFirms

        enrichers.append(KnownFirms(args.known_firms))
    return enrichers


class _Progress:
    """A bar with rows, rate and time left on a terminal; nothing in a pipe."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._rows = 0

    def __enter__(self) -> _Progress:
        if sys.stderr.isatty():
            from tqdm import tqdm

            self._bar = tqdm(
                total=1.0, leave=False, file=sys.stderr, miniters=0,
                bar_format="{percentage:3.0f}%|{bar}|{postfix} [{elapsed}, {remaining} left]",
            )  # fmt: skip
        return self

    def add(self, rows: int, share: float | None) -> None:
        """Tell of a part."""
        self._rows += rows
        if self._bar is None:
            return
        seconds = max(self._bar.format_dict["elapsed"], 1e-3)
        self._bar.set_postfix_str(
            f"{self._rows:,} approaches, {self._rows / seconds:,.0f}/s", refresh=share is None
        )
        if share is not None:
            self._bar.update(max(share - self._bar.n, 0.0))

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()


def _summary(run: Any, args: argparse.Namespace, campaigns: Any = None) -> str:
    from recruitrisk.review.plain_text import visible, wrap

    columns = shutil.get_terminal_size((200, 24)).columns  # a pipe is taken for a wide terminal
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
    lines = [wrap(line, columns) for line in lines]
    width = max((len(f"{n:,}") for n in run.bands.values()), default=1)
    bands = ("high", "elevated", "guarded", "low", "not assessable")
    lines += [f"  {band:<15}{run.bands[band]:>{width},}" for band in bands]
    if campaigns is not None:
        largest = f", the largest of {campaigns.campaigns[0].size:,} approaches" if len(campaigns) else ""
        lines.append(f"campaigns: {len(campaigns):,}{largest}")
    shown = [t for t in run.top if t[2] in ("high", "elevated", "guarded")]
    if shown:
        lines.append("highest:")
        for risk, key, band, reason in shown:
            lead = f"  {risk:6.1%}  {band:<9} {visible(key)[:40]:<24} "
            if columns < 80:  # the reason on lines of its own
                lines += [lead.rstrip(), wrap(reason, columns, " " * 10)]
            else:
                lines.append(wrap(reason, columns, lead) if reason else lead.rstrip())
    for name, path in run.files.items():
        if name != "input":
            lines.append(
                f"wrote {path}"
                + (f" ({run.rejects:,} rows that could not be read)" if name == "rejects" else "")
            )
    if args.report:
        lines.append(f"wrote {args.report}")
    if args.campaigns_table:
        lines.append(f"wrote {args.campaigns_table}")
    lines.append("About approaches, never a verdict on a person.")
    return "\n".join(lines)
