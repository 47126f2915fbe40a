"""The scorecard as a page: what each row promises, which tests hold it, how many cases they tried, and whether it held.

Run: ``python -m tests.reliability.table`` after the tests have written ``docs/reliability.json`` (`make reliability` does both).
"""

from __future__ import annotations

import json
import platform
import sys
from collections import defaultdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.reliability.rows import ROWS

ROOT = Path(__file__).parents[2]
SOURCE, PAGE = ROOT / "docs" / "reliability.json", ROOT / "docs" / "reliability.md"

_HEAD = """# Reliability scorecard

The text is written by an adversary, the files come from anywhere, the data is personal, and the output can put a person under
suspicion. Each row states a property, the tests that hold it, how many cases they tried and what came out. `make reliability` runs the
long form and writes this page; `make test` runs a short form of each row. Who attacks what: [threat_model.md](threat_model.md).

A row that misses its bar says **missed**, with the figures; its test then holds it to be no worse than that. *short* marks a row of which
some tests have run in the short form only.
"""


def machine() -> str:
    """Where and with what the figures were taken."""
    names = ("numpy", "pandas", "pyarrow", "scikit-learn", "google-re2", "hypothesis")
    return (
        f"Taken on {datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.machine()}, {_cores()} cores, Python {platform.python_version()}, "
        + ", ".join(f"{n} {version(n)}" for n in names)
        + "."
    )


def _cores() -> int:
    import os

    return os.cpu_count() or 1


def result(entries: list[dict[str, Any]]) -> str:
    """Whether a row held: missed, failed, skipped, or held."""
    failed = [e for e in entries if e["outcome"] == "failed"]
    missed = [m for e in entries for m in e.get("missed", ())]
    skipped = sorted({e["reason"] for e in entries if e["outcome"] == "skipped"})
    parts = []
    if failed:
        parts.append(f"**failed**: {len(failed)} of {len(entries)} tests")
    if missed:
        parts.append("**missed**: " + "; ".join(missed))
    if not parts:
        parts.append("held" if any(e["outcome"] == "passed" for e in entries) else "not tried")
    if skipped:
        parts.append("not tried: " + "; ".join(skipped))
    return "; ".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def page(recorded: dict[str, dict[str, Any]], where: str) -> str:
    """The page as Markdown."""
    rows: dict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for test, entry in sorted(recorded.items()):
        if entry.get("property"):
            rows[entry["property"]].append((test.split("::")[0], entry))
    out = [_HEAD, where, "", "| property | bar | tests | cases | result |", "|---|---|---|---|---|"]
    for name, bar in ROWS.items():
        found = rows.get(name, [])
        entries = [entry for _, entry in found]
        tests = ", ".join(
            f"`{path}` ({sum(p == path for p, _ in found)})" for path in sorted({p for p, _ in found})
        )
        cases = f"{sum(e.get('cases', 0) for e in entries):,}"
        short = " *short*" if any(e["form"] == "short" for e in entries) else ""
        told = result(entries) if entries else "not tried"
        out.append(f"| {name} | {_cell(bar)} | {tests} | {cases}{short} | {_cell(told)} |")
    out += ["", "## Figures", ""]
    for name in ROWS:
        notes = [note for _, entry in rows.get(name, []) for note in entry.get("notes", ())]
        if notes:
            out.append(f"**{name}**\n")
            out += [f"- {note}" for note in notes]
            out.append("")
    return "\n".join(out).rstrip() + "\n"


def main() -> int:
    """Write the page; ends with 1 when a row failed."""
    recorded = json.loads(SOURCE.read_text("utf-8"))
    PAGE.write_text(page(recorded, machine()), "utf-8")
    failed = [test for test, entry in recorded.items() if entry["outcome"] == "failed"]
    print(f"wrote {PAGE.relative_to(ROOT)}; {len(recorded)} tests, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
