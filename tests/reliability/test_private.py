"""Private: whatever goes wrong, what stood in the fields is told to nobody who did not ask for it.

By design the scored table, the rejects file (it holds the raw line, so that it can be mended) and the report hold the user's data; all
are written readable by their owner alone. The id of an approach is the user's own key and is shown in the summary.
"""

from __future__ import annotations

import json
import signal
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import recruitrisk as rr
from recruitrisk.approach import COLUMNS, SCORED_COLUMNS
from recruitrisk.indicators import ids
from tests.reliability.conftest import Tally
from tests.reliability.forge import Forge
from tests.reliability.hostile import files
from tests.reliability.tables import csv_text

CANARY = "ZqCanary"
MESSAGE = (
    f"Dear {CANARY}, our client {CANARY} can't be named. We pay {CANARY} 2000 euros for each report. {CANARY}"
)
OURS = ("out.csv", "out.csv.rejects.csv", "out.html", "out.parquet")
"""What holds the user's data by design."""


@dataclass(frozen=True)
class Path_:
    """One way in which something goes wrong."""

    argv: tuple[str, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    after: Callable[[Path], object] | None = None


def _row(**more: str) -> dict[str, str]:
    row = {c.name: f"{CANARY} {c.name}" for c in COLUMNS}
    return {**row, "approach_id": "k1", "message": MESSAGE, **more}


def _table(*rows: dict[str, str], head: list[str] | None = None) -> bytes:
    names = head or list(rows[0])
    return csv_text([names, *([row.get(name, "") for name in names] for row in rows)]).encode()


GOOD = _table(_row(), _row(approach_id="k2"))
MESSAGES = _table({"approach_id": "k1", "sent_at": CANARY, "direction": CANARY, "text": MESSAGE})
EXPORT = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
    f'c1,{CANARY},{CANARY} A,https://linkedin.com/in/{CANARY},{CANARY} B,2025-01-02 10:00:00 UTC,{CANARY},"{MESSAGE}",INBOX\n'
)
SCORE = ("score", "in.csv", "-o", "out.csv")


def _hostile() -> dict[str, Path_]:
    """The hostile files, with the canary in every row."""
    found = {}
    for file in files(300_000):
        if len(file.data) > 2_000_000:  # nothing lost has it
            continue
        data = file.data
        for code in ("ascii", "utf-16-le", "utf-16-be"):
            data = data.replace("Eve".encode(code), CANARY.encode(code))
        found[f"hostile file: {file.name}"] = Path_(SCORE, {"in.csv": data})
    return found


PATHS: dict[str, Path_] = {
    **_hostile(),
    "all is well": Path_((*SCORE, "--report", "out.html"), {"in.csv": GOOD}),
    "no line of names": Path_(SCORE, {"in.csv": GOOD.split(b"\n", 1)[1]}),
    "no line of names, the same twice": Path_(SCORE, {"in.csv": f"{CANARY},{CANARY},{MESSAGE}\n".replace(", o", " o").encode()}),
    "scored before": Path_(SCORE, {"in.csv": _table({**_row(), "risk": CANARY})}),
    "no text": Path_(SCORE, {"in.csv": _table({"sender_name": CANARY})}),
    "numbers that are none": Path_(SCORE, {"in.csv": _table(_row(), _row(approach_id="k3", company_founded=f"{CANARY}9"))}),
    "marks that are none": Path_(SCORE, {"in.csv": _table({**_row(), ids()[0]: CANARY})}),
    "doubled keys": Path_(SCORE, {"in.csv": _table(*[_row(approach_id=CANARY)] * 3)}),
    "messages of nobody": Path_((*SCORE, "--messages", "m.csv"), {"in.csv": GOOD, "m.csv": MESSAGES.replace(b"k1", b"k9")}),
    "times that are none": Path_((*SCORE, "--messages", "m.csv"), {"in.csv": GOOD, "m.csv": MESSAGES}),
    "messages without names": Path_((*SCORE, "--messages", "m.csv"), {"in.csv": GOOD, "m.csv": MESSAGES.split(b"\n", 1)[1]}),
    "messages as approaches": Path_(SCORE, {"in.csv": MESSAGES.replace(b"sent_at,direction,text", b"sent_at,direction,words")}),
    "profiles without names": Path_((*SCORE, "--profiles", "p.csv"), {"in.csv": GOOD, "p.csv": f"{CANARY},{CANARY} x\n".encode()}),
    "profiles that are broken": Path_((*SCORE, "--profiles", "p.csv"), {"in.csv": GOOD, "p.csv": f'sender_profile_url,headline\n{CANARY},"{CANARY}\n'.encode()}),
    "columns that are not there": Path_((*SCORE, "--columns", "message=nothing"), {"in.csv": GOOD}),
    "no such model": Path_((*SCORE, "--model", "none"), {"in.csv": GOOD}),
    "base rate of 3": Path_((*SCORE, "--base-rate", "3"), {"in.csv": GOOD}),
    "output is a folder": Path_(("score", "in.csv", "-o", "."), {"in.csv": GOOD}),
    "output in no folder": Path_(("score", "in.csv", "-o", "no/out.csv"), {"in.csv": GOOD}),
    "report in no folder": Path_((*SCORE, "--report", "no/out.html"), {"in.csv": GOOD}),
    "no room": Path_(SCORE, {"in.csv": _table(*[_row(approach_id=str(n)) for n in range(40)])}, {"fsize": 8000}),
    "no room in Parquet": Path_(("score", "in.csv", "-o", "out.parquet"), {"in.csv": _table(*[_row(approach_id=str(n)) for n in range(40)])}, {"fsize": 3000}),
    "interrupted while reading": Path_(SCORE, {"in.csv": GOOD}, {"kill_on": ["open", 2, signal.SIGINT]}),
    "interrupted while writing": Path_(SCORE, {"in.csv": GOOD}, {"kill_on": ["os.chmod", 1, signal.SIGINT]}),
    "interrupted while renaming": Path_(SCORE, {"in.csv": GOOD}, {"kill_on": ["os.rename", 1, signal.SIGINT]}),
    "output over the input": Path_(("score", "in.csv", "-o", "in.csv"), {"in.csv": GOOD}),
    "Parquet cut short": Path_(SCORE, {"in.csv": b"PAR1" + GOOD + b"PAR1"}),
    "export with an unknown owner": Path_(SCORE, {"in.csv": EXPORT.encode()}),
    "export with another owner": Path_((*SCORE, "--owner", "Nobody"), {"in.csv": EXPORT.encode()}),
    "export that is broken": Path_((*SCORE, "--owner", "Nobody"), {"in.csv": EXPORT.encode() + f'x,"{CANARY}\n'.encode()}),
    "export with a time that is none": Path_((*SCORE, "--owner", f"{CANARY} B"), {"in.csv": EXPORT.replace("2025-01-02", CANARY).encode()}),
    "explained with no model": Path_(("explain", "t.txt", "--model", "none"), {"t.txt": MESSAGE.encode()}),
    "explained on a full device": Path_(("explain", "t.txt"), {"t.txt": MESSAGE.encode()}, {"out_device": "/dev/full"}),
    "scored on a full device": Path_(("score", "in.csv"), {"in.csv": GOOD}, {"out_device": "/dev/full"}),
    "reviewed, no JSON": Path_(("review", "--data", "c.jsonl"), {"c.jsonl": MESSAGE.encode()}),
    "reviewed, no label": Path_(("review", "--data", "c.jsonl"), {"c.jsonl": json.dumps({"id": CANARY, "messages": [{"text": MESSAGE}]}).encode()}),
    "reviewed, odd types": Path_(("review", "--data", "c.jsonl"), {"c.jsonl": json.dumps({"id": CANARY, "label": CANARY, "messages": CANARY}).encode()}),
}  # fmt: skip


def test_there_are_eighty_paths(tally: Tally) -> None:
    """The list is as long as promised."""
    tally.of("Private")

    assert len(PATHS) >= 80


@pytest.mark.parametrize("name", PATHS)
def test_nothing_of_the_fields_is_told(name: str, forge: Forge, tmp_path: Path, tally: Tally) -> None:
    """No canary in what is printed, logged or raised, in run.json, or in a file that is left, also in the folder for temporary files."""
    tally.of("Private").count()
    path = PATHS[name]
    work, temp = tmp_path / "work", tmp_path / "temp"
    work.mkdir()
    temp.mkdir()
    for file, data in path.files.items():
        (work / file).write_bytes(data)

    ran = forge.run(*path.argv, cwd=work, env={"TMPDIR": str(temp)}, logged=True, **path.options)

    assert b"Traceback" not in ran.err
    assert CANARY.encode() not in ran.err, ran.err
    assert CANARY.encode() not in ran.out, ran.out
    assert list(temp.rglob("*")) == []
    left = {p.name: p for p in work.iterdir() if p.name not in path.files}
    assert [n for n, p in left.items() if n not in OURS and CANARY.encode() in p.read_bytes()] == []
    assert [n for n, p in left.items() if stat.S_IMODE(p.stat().st_mode) & 0o077] == []


@pytest.mark.parametrize(
    "case", ["columns", "base rate", "scored before", "no text", "doubled names", "mapping"]
)
def test_exceptions_name_no_values(case: str, tally: Tally) -> None:
    """What the library raises for a frame names columns, never what stands in them."""
    tally.of("Private").count()
    frame = pd.DataFrame([_row()])
    calls: dict[str, Callable[[], object]] = {
        "columns": lambda: rr.score(frame, columns={"message": "nothing"}),
        "base rate": lambda: rr.score(frame, base_rate=7),
        "scored before": lambda: rr.score(frame.assign(**{SCORED_COLUMNS[0]: CANARY})),
        "no text": lambda: rr.score(frame[["sender_name"]]),
        "doubled names": lambda: rr.score(pd.concat([frame, frame], axis=1)),
        "mapping": lambda: rr.score(frame, columns={"nothing": "message"}),
    }
    with pytest.raises(rr.RecruitRiskError) as raised:
        calls[case]()

    assert CANARY not in str(raised.value)
