"""The command line: parse, call, print.

Exit codes: 0 done (rejected rows included: they are listed), 2 wrong arguments, 3 input that can't
be read, 4 no usable model, 5 output that can't be written, 1 anything else of ours, 130 interrupted.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from recruitrisk.errors import ReadError, RecruitRiskError, UsageError
from recruitrisk.version import __version__

__all__ = ["main", "parser"]

_EPILOG = """exit codes: 0 done (rows that could not be read are listed in OUTPUT.rejects.csv), 2 wrong arguments,
3 input that can't be read, 4 no usable model, 5 output that can't be written, 1 any other error, 130 interrupted.

A score is about an approach, never a verdict on a person. It starts a human look."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see '{self.prog} --help'\n")


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    top = _Parser(
        prog="recruitrisk",
        description="How likely is it that a headhunter's approach follows the covert-recruitment playbook?",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"recruitrisk {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    score = commands.add_parser("score", help="score a table of approaches or a LinkedIn export")
    score.add_argument(
        "input",
        metavar="INPUT",
        help="CSV, Parquet, LinkedIn export (zip, folder, messages.csv), or - for standard input",
    )
    score.add_argument(
        "-o",
        "--output",
        default="-",
        metavar="OUT",
        help="CSV, or Parquet by its ending; - is standard output (default)",
    )
    score.add_argument(
        "--messages", metavar="M", help="table of messages: approach_id, sent_at, direction, text"
    )
    score.add_argument(
        "--profiles", metavar="P", help="table of profiles, joined on the sender's profile address"
    )
    score.add_argument(
        "--columns",
        action="append",
        metavar="OURS=THEIRS",
        help="a column's name in your file (repeat), or a TOML file",
    )
    score.add_argument("--owner", metavar="NAME", help="owner of the LinkedIn export, when it can't be found")
    score.add_argument("--report", metavar="R.html", help="write an HTML report of the highest 5,000")
    score.add_argument("--no-redact", action="store_true", help="keep names and addresses in the report")
    score.add_argument(
        "--estimate-base-rate",
        action="store_true",
        help="estimate the base rate from INPUT (read twice) and score with it; a hint with an interval, off by default",
    )
    _common(score)

    explain = commands.add_parser("explain", help="explain one message, read from a file or standard input")
    explain.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="a text file; - is standard input (default)"
    )
    explain.add_argument("--format", choices=("text", "json", "html"), default="text")
    _common(explain)

    indicators = commands.add_parser("indicators", help="the catalogue of signs, or one of them")
    indicators.add_argument("id", nargs="?", metavar="ID")

    synth = commands.add_parser("synth", help="make labelled synthetic approaches")
    synth.add_argument("--n", type=int, default=1000, metavar="N", help="how many (default 1000)")
    synth.add_argument(
        "--seed", type=int, default=0, metavar="S", help="the same seed gives the same bytes (default 0)"
    )
    synth.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="FILE.csv (and FILE.messages.csv beside it), or an export zip",
    )
    mix = synth.add_mutually_exclusive_group()
    mix.add_argument(
        "--difficulty",
        type=float,
        metavar="D",
        help="0 (textbook) to 1 (only combinations tell); the default mix is 0.5",
    )
    mix.add_argument(
        "--setting", metavar="NAME", help="a mix that ships: textbook, default, hard, look_alikes, ..."
    )
    synth.add_argument(
        "--noise", type=float, metavar="SHARE", help="share of the labels that are turned round (default 0)"
    )
    synth.add_argument("--format", choices=("csv", "linkedin"), default="csv")
    synth.add_argument(
        "--year", type=int, default=2026, help="layout of the LinkedIn export (2018, 2022 to 2026)"
    )

    train = commands.add_parser("train", help="train a model from a seed")
    train.add_argument(
        "-o", "--output", default="models/default", metavar="FOLDER", help="default models/default"
    )
    train.add_argument("--n", type=int, metavar="N", help="approaches of the world")
    train.add_argument("--seed", type=int, metavar="S")
    train.add_argument(
        "--jobs", type=int, default=2, metavar="J", help="processes; the result does not depend on it"
    )

    review = commands.add_parser(
        "review", help="figures of the model on the synthetic hold-out and the independent set"
    )
    review.add_argument(
        "--data",
        metavar="FILE",
        help="labelled conversations (JSON Lines) instead of the independent set that ships",
    )
    review.add_argument("--json", metavar="OUT", help="write the figures as JSON")
    review.add_argument("--model", metavar="MODEL", default="default", help="name or folder of a model")

    audit = commands.add_parser("audit", help="prove of the synthetic world that it is no toy")
    audit.add_argument(
        "--n", type=int, default=6000, metavar="N", help="approaches of the world (default 6000)"
    )
    audit.add_argument("--seed", type=int, default=20251118, metavar="S")
    audit.add_argument("--json", metavar="FILE", help="write the figures as JSON")
    audit.add_argument("--markdown", metavar="FILE", help="write the page, with its picture beside it")
    audit.add_argument(
        "--model", metavar="MODEL", default="default", help="model whose hold-out figures are shown"
    )
    return top


def _common(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--base-rate",
        type=float,
        default=0.01,
        metavar="R",
        help="share of your approaches that are of the playbook (default 0.01)",
    )
    command.add_argument("--model", metavar="MODEL", default="default", help="name or folder of a model")


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
        code: int = _COMMANDS[args.command](args)
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


def _complain(message: str) -> None:
    """One line, whatever the names in it hold."""
    print(f"recruitrisk: {''.join(c if c.isprintable() else ' ' for c in message)}", file=sys.stderr)


def _score(args: argparse.Namespace) -> int:
    from recruitrisk.model import load_model
    from recruitrisk.review.report import write_report
    from recruitrisk.scoring import Scorer, WriteError, estimate_base_rate_of_file, score_file
    from recruitrisk.scoring.files import REPORT_ROWS

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
            owner=args.owner, keep=REPORT_ROWS if args.report else 0, progress=progress.add,
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


def _explain(args: argparse.Namespace) -> int:
    from recruitrisk.approach import Approach, Message
    from recruitrisk.model import load_model
    from recruitrisk.review.explanation import explain

    try:
        raw = sys.stdin.buffer.read() if args.file == "-" else Path(args.file).read_bytes()
    except OSError as problem:
        raise ReadError(f"can't be read ({problem.strerror})", file=args.file) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    if not text.strip():
        raise ReadError("no text; give a message in a file or on standard input", file=args.file)
    found = explain(Approach("message", (Message(text),)), load_model(args.model), args.base_rate)
    if args.format == "json":
        print(json.dumps(found.as_dict(), ensure_ascii=False, indent=1))
    elif args.format == "html":
        print(found.as_html())
    else:
        print(found.as_text(colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ))
    return 0


def _indicators(args: argparse.Namespace) -> int:
    from recruitrisk.indicators import CATALOGUE, indicator
    from recruitrisk.indicators.document import as_text

    if args.id:
        print(as_text(indicator(args.id)))
        return 0
    for each in CATALOGUE:
        print(f"{each.id:<22}{each.direction:<8}{each.family:<14}{each.name}")
    return 0


def _synth(args: argparse.Namespace) -> int:
    from recruitrisk.reading import EXPORT_YEARS, write_linkedin_export
    from recruitrisk.synthetic import chosen_setting, synthesise, write_world

    if args.format == "linkedin" and args.year not in EXPORT_YEARS:
        raise UsageError(f"--year {args.year}; known are {', '.join(map(str, EXPORT_YEARS))}")
    setting = chosen_setting(args.difficulty, args.setting, args.noise)
    if args.format == "linkedin":
        world = synthesise(args.n, args.seed, setting=setting)
        write_linkedin_export((world.frame, world.messages), args.output, year=args.year)
        print(f"wrote {args.output}: {len(world.frame):,} conversations, {len(world.messages):,} messages")
        return 0
    beside, messages = write_world(args.output, args.n, args.seed, setting)
    print(f"wrote {args.output} ({args.n:,} approaches) and {beside} ({messages:,} messages)")
    return 0


def _audit(args: argparse.Namespace) -> int:
    from recruitrisk.review.audit import audit_world

    result = audit_world(args.n, args.seed, model=args.model)
    if args.json:
        Path(args.json).write_text(result.as_json(), encoding="utf-8")
    if args.markdown:
        result.write_page(args.markdown)
    print(result.as_text())
    return 0


def _train(args: argparse.Namespace) -> int:
    import logging
    from dataclasses import replace

    from recruitrisk.model import save_model
    from recruitrisk.model.training import Settings, train

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    settings = Settings()
    if args.n is not None:
        settings = replace(settings, n=args.n)
    if args.seed is not None:
        settings = replace(settings, seed=args.seed)
    model, _ = train(settings, n_jobs=args.jobs, name=Path(args.output).name)
    folder = save_model(model, args.output)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    print(f"wrote {folder}: arrays.npz SHA-256 {manifest['files']['arrays.npz']['sha256']}")
    return 0


def _review(args: argparse.Namespace) -> int:
    from recruitrisk.review.review import as_text, dump, review_model

    figures = review_model(args.model, args.data)
    if args.json:
        Path(args.json).write_text(dump(figures), encoding="utf-8")
    print(as_text(figures))
    return 0


_COMMANDS = {
    "score": _score, "explain": _explain, "indicators": _indicators, "synth": _synth, "train": _train, "review": _review,
    "audit": _audit,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
