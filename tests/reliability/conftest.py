"""How the tests of the scorecard count their cases, and how their results are gathered.

Each test asks for `tally`, says of which property it is and counts its cases. With ``RELIABILITY_JSON=FILE`` the
results of a run are written there, each with its form, day and the code it was of; ``python -m
tests.reliability.table`` makes ``docs/reliability.md`` of them. With
``RELIABILITY=long`` the long form runs (``make reliability``); without, the short form (``make test``).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.reliability.forge import Forge
from tests.reliability.rows import ROWS
from tests.reliability.tested import fingerprint

collect_ignore = ["fuzz.py"]  # a program that needs Atheris, started by test_nothing_lost

_PROPERTY = "reliability"
_STOPPED = "the run was stopped before its end"
_SEEN = pytest.StashKey[dict[str, dict[str, object]]]()


@dataclass
class Tally:
    """What one test did for one row of the scorecard."""

    property: str = ""
    cases: int = 0
    notes: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def of(self, name: str) -> Tally:
        """Say of which row the test is."""
        assert name in ROWS, name
        self.property = name
        return self

    def count(self, cases: int = 1) -> None:
        """Count cases that were tried."""
        self.cases += cases

    def note(self, text: str) -> None:
        """Say a figure that belongs into the table."""
        self.notes.append(text)

    def miss(self, text: str) -> None:
        """Write that the bar is not reached; the test has checked that it is no worse than known."""
        self.missed.append(text)


@pytest.fixture
def tally(record_property: object) -> Iterator[Tally]:
    """Counter of cases of this test."""
    found = Tally()
    yield found
    assert found.property, "a test of the scorecard says of which row it is: tally.of(...)"
    record_property(_PROPERTY, asdict(found))  # type: ignore[operator]


@pytest.fixture(scope="session")
def long() -> bool:
    """Whether the long form runs."""
    return os.environ.get("RELIABILITY") == "long"


@pytest.fixture(scope="session")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forge]:
    """Runs commands, each in a process of its own that starts with the model loaded."""
    with Forge(tmp_path_factory.mktemp("forge")) as started:
        yield started


def pytest_configure(config: pytest.Config) -> None:
    """Begin to gather."""
    config.stash[_SEEN] = {}
    config.pluginmanager.register(_Gatherer(config), "reliability-gatherer")


def _in_part(config: pytest.Config) -> bool:
    """Whether some tests of a file may have been left out."""
    option = config.option
    chosen = (
        option.keyword,
        option.markexpr,
        getattr(option, "deselect", None),
        getattr(option, "lf", False),
    )
    return any(chosen) or any("::" in arg for arg in config.args)


class _Gatherer:
    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._asked: list[str] = []
        self._code = fingerprint() if os.environ.get("RELIABILITY_JSON") else ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what a test recorded, and whether it held."""
        if "tests/reliability/" not in report.nodeid.replace(os.sep, "/"):
            return
        entry = self._config.stash[_SEEN].setdefault(
            report.nodeid, {"outcome": "skipped", "seconds": 0.0, "reason": _STOPPED}
        )
        if report.when == "call" and report.passed:
            entry["outcome"], entry["reason"] = "passed", ""
        entry["seconds"] = float(str(entry["seconds"])) + report.duration
        for name, value in report.user_properties:
            if name == _PROPERTY:
                entry.update(value)
        if report.failed:
            entry["outcome"], entry["reason"] = "failed", str(report.longrepr).strip().splitlines()[-1][:300]
        elif report.skipped:
            why = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
            entry["outcome"], entry["reason"] = "skipped", why.removeprefix("Skipped: ")

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Remember which tests were to run, so that one that was not reached is not taken for none."""
        self._asked = [
            item.nodeid for item in session.items if "tests/reliability/" in item.nodeid.replace(os.sep, "/")
        ]

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Add the results to the file: those of an earlier run of the same test replaced, those of tests that are gone dropped."""
        target = os.environ.get("RELIABILITY_JSON")
        if not target or os.environ.get("PYTEST_XDIST_WORKER"):
            return
        path = Path(target)
        known = json.loads(path.read_text("utf-8")) if path.exists() else {}
        form = "long" if os.environ.get("RELIABILITY") == "long" else "short"
        where = {"form": form, "code": self._code, "date": f"{datetime.now(UTC):%Y-%m-%d}"}
        seen = self._config.stash[_SEEN]
        if exitstatus in (0, 1) and not _in_part(self._config):
            files = {test.split("::")[0] for test in seen}
            known = {test: entry for test, entry in known.items() if test.split("::")[0] not in files}
        for test in self._asked:
            known.setdefault(test, {"outcome": "skipped", "seconds": 0.0, "reason": _STOPPED, **where})
        # what an earlier run found of a test stands when this run did not come to its end
        seen = {
            test: e
            for test, e in seen.items()
            if e["reason"] != _STOPPED or known.get(test, e)["reason"] == _STOPPED
        }
        known |= {test: {**entry, **where} for test, entry in seen.items()}
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(known, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
