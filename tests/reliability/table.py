"""The scorecard as a page: what each row promises, which tests hold it, how many cases they tried, and whether it held.

Run: ``python -m tests.reliability.table`` after the tests have written ``docs/reliability.json`` (`make reliability` does both).
"""

from __future__ import annotations

import json
import platform
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.reliability.rows import ROWS
from tests.reliability.tested import fingerprint

ROOT = Path(__file__).parents[2]
SOURCE, PAGE = ROOT / "docs" / "reliability.json", ROOT / "docs" / "reliability.md"

_HEAD = """# Reliability scorecard

The text is written by an adversary, the files come from anywhere, the data is personal, and the output can put a person under
suspicion. Each row states a property, the tests that hold it, how many cases they tried and what came out. `make reliability` runs the
long form and writes this page; `make test` runs a short form of each row. Who attacks what: [threat_model.md](threat_model.md).

A row that misses its bar says **missed**, with the figures; its test then holds it to be no worse than that. *Form* says how many tests of a
row have run in their long and how many in their short form; some tests have but one. *Earlier code* marks a row of which some tests ran on a package
or a model that has changed since: the code is known by a fingerprint of their files (`tests/reliability/tested.py`).

One row again, merged into the others: `make reliability ROWS=tests/reliability/test_zip_safe.py` (`FORM=short` for its short form).
"""


def machine(code: str) -> str:
    """When, where and with what the page was written."""
    names = ("numpy", "pandas", "pyarrow", "scikit-learn", "google-re2", "hypothesis")
    return (
        f"Written on {datetime.now(UTC):%Y-%m-%d} for code {code}, {platform.system()} {platform.machine()}, {_cores()} cores, Python {platform.python_version()}, "
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
        names = ", ".join(f"`{e['test']}`" for e in failed)
        parts.append(f"**failed**: {len(failed)} of {len(entries)} tests ({names})")
    if missed:
        parts.append("**missed**: " + "; ".join(missed))
    if not parts:
        parts.append("held" if any(e["outcome"] == "passed" for e in entries) else "not tried")
    if skipped:
        parts.append("not tried: " + "; ".join(skipped))
    return "; ".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def form(entries: list[dict[str, Any]], code: str) -> str:
    """In which forms the tests of a row that were not skipped have run, and whether on other code than `code`."""
    ran = [e for e in entries if e["outcome"] != "skipped"]
    counts = Counter(e["form"] for e in ran)
    told = (
        next(iter(counts)) if len(counts) == 1 else ", ".join(f"{n} {f}" for f, n in sorted(counts.items()))
    )
    return told + ("; *earlier code*" if any(e.get("code") != code for e in ran) else "")


def page(recorded: dict[str, dict[str, Any]], where: str, code: str) -> str:
    """The page as Markdown, written for the code of that fingerprint."""
    rows: dict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    # A test that fails or is skipped while it is set up has not said its row: it stands in that of its file's first test.
    of_file = {
        test.split("::")[0]: e["property"]
        for test, e in sorted(recorded.items(), reverse=True)
        if e.get("property")
    }
    for test, entry in sorted(recorded.items()):
        file, name = test.split("::", 1)
        rows[entry.get("property") or of_file.get(file, "")].append((file, {**entry, "test": name}))
    out = [
        _HEAD,
        where,
        "",
        "| property | bar | tests | form | cases | result |",
        "|---|---|---|---|---|---|",
    ]
    for name, bar in ROWS.items():
        found = rows.get(name, [])
        entries = [entry for _, entry in found]
        tests = ", ".join(
            f"`{path}` ({sum(p == path for p, _ in found)})" for path in sorted({p for p, _ in found})
        )
        cases = f"{sum(e.get('cases', 0) for e in entries):,}"
        told = result(entries) if entries else "not tried"
        out.append(f"| {name} | {_cell(bar)} | {tests} | {form(entries, code)} | {cases} | {_cell(told)} |")
    out += ["", "## Figures", ""]
    for name in ROWS:
        notes = [note for _, entry in rows.get(name, []) for note in entry.get("notes", ())]
        if notes:
            out.append(f"**{name}**\n")
            out += [f"- {note}" for note in notes]
            out.append("")
    if rows[""]:
        out += ["**Of no row**: " + "; ".join(f"`{file}`, {result([entry])}" for file, entry in rows[""])]
    return "\n".join(out).rstrip() + "\n"


def main() -> int:
    """Write the page; ends with 1 when a row failed."""
    recorded = json.loads(SOURCE.read_text("utf-8"))
    code = fingerprint()
    PAGE.write_text(page(recorded, machine(code), code), "utf-8")
    failed = [test for test, entry in recorded.items() if entry["outcome"] == "failed"]
    print(f"wrote {PAGE.relative_to(ROOT)}; {len(recorded)} tests, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
