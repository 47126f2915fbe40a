"""Screening: does any wording share a run of six words with texts that only measure?

What is learnt from must not hold phrases of the evaluation sets, else their figures would flatter.
``python -m recruitrisk.synthetic.screening TEXTS...`` lists the offenders; ``--remove`` also deletes
the lines of scenes and wordings that offend (examples of the catalogue are changed by hand).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from recruitrisk.indicators import CATALOGUE
from recruitrisk.synthetic import facts, furniture
from recruitrisk.synthetic.wordings import lines

__all__ = ["RUN", "Offender", "Wording", "offenders", "remove", "wordings", "words"]

RUN = 6
"""So many words in a row may not be shared."""

_FOLDER = Path(__file__).parents[2] / "data" / "evaluation"
_EVALUATION = [_FOLDER / "independent.jsonl", _FOLDER / "attacks_open.json"]
_WORD = re.compile(r"[^\W_]+")
_PLACEHOLDER = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """One text of ours.

    Attributes
    ----------
    file : str
        Path of the data file, or the id of the indicator that holds an example.
    line : int
        Line of the data file; 0 when it stands in code.
    text : str
        A whole message, sentence or example, with placeholders.
    """

    file: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Offender:
    """A text of ours that shares a run of words.

    Attributes
    ----------
    wording : Wording
    run : str
        The first run that is shared, normalised.
    path : str
        File of the other text.
    line : int
        Its line (JSON Lines), or the number of the entry (JSON).
    """

    wording: Wording
    run: str
    path: str
    line: int

    def __str__(self) -> str:
        where = f"{self.wording.file}:{self.wording.line}" if self.wording.line else self.wording.file
        return f"{where}: “{self.run}” is in {Path(self.path).name}:{self.line} too"


def words(text: str) -> list[str]:
    """Words of a text as they are compared: runs of letters and digits, in lower case.

    Examples
    --------
    >>> words("Don’t pay £2,000!")
    ['don', 't', 'pay', '2', '000']
    """
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """All runs of `RUN` words; none reaches over a placeholder."""
    for part in _PLACEHOLDER.split(text):
        found = words(part)
        yield from zip(*(found[at:] for at in range(RUN)), strict=False)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def wordings() -> Iterator[Wording]:
    """Everything that may reach a model: scenes, stock, examples of the catalogue, what is put around messages."""
    for kind in ("scenes", "wordings"):
        for path, number, row in lines(kind):
            if "msgs" not in row:
                yield Wording(str(path), number, str(row["text"]))
                continue
            yield Wording(str(path), number, str((row.get("offer") or {}).get("role") or ""))  # type: ignore[attr-defined]
            for message in row["msgs"]:  # type: ignore[attr-defined]
                yield Wording(str(path), number, " ".join(str(piece[0]) for piece in message["s"]))
    for indicator in CATALOGUE:
        for text in (*indicator.fires, *indicator.silent):
            yield Wording(indicator.id, 0, text)
        for pattern in (*indicator.patterns, *indicator.vetoes):
            for text in (*pattern.fires, *pattern.silent):
                yield Wording(indicator.id, 0, text)
    for name, texts in (("furniture", furniture.PHRASES), ("facts", facts.PHRASES)):
        for text in texts:
            yield Wording(name, 0, text)


def _rows(path: str | os.PathLike[str]) -> Iterator[tuple[int, object]]:
    text = Path(path).read_text("utf-8")
    if Path(path).suffix == ".json":
        found = json.loads(text)
        yield from enumerate(found if isinstance(found, list) else [found], 1)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, json.loads(line)


def offenders(paths: Sequence[str | os.PathLike[str]]) -> list[Offender]:
    """Find our texts that share a run of six words with others.

    Parameters
    ----------
    paths : sequence of path
        JSON Lines, or JSON with a list; every string in them counts.

    Returns
    -------
    list of Offender
        In the order of our files; one for each text of ours.
    """
    theirs: dict[tuple[str, ...], tuple[str, int]] = {}
    for path in paths:
        for number, row in _rows(path):
            for text in _strings(row):
                for run in _runs(text):
                    theirs.setdefault(run, (os.fspath(path), number))
    out = []
    for wording in wordings():
        run = next((run for run in _runs(wording.text) if run in theirs), ())
        if run:
            out.append(Offender(wording, " ".join(run), *theirs[run]))
    return out


def remove(found: Sequence[Offender]) -> int:
    """Delete the lines of data files that offend.

    Parameters
    ----------
    found : sequence of Offender
        Those that stand in code are passed over.

    Returns
    -------
    int
        Lines deleted.
    """
    doomed: dict[str, set[int]] = {}
    for each in found:
        if each.wording.line:
            doomed.setdefault(each.wording.file, set()).add(each.wording.line)
    for file, numbers in doomed.items():
        kept = [
            line
            for number, line in enumerate(Path(file).read_text("utf-8").split("\n"), 1)
            if number not in numbers
        ]
        part = Path(f"{file}.part")
        part.write_text("\n".join(kept), encoding="utf-8")
        os.replace(part, file)
    return sum(map(len, doomed.values()))


def _main() -> int:
    parser = argparse.ArgumentParser(
        description="list wordings that share six words in a row with texts that only measure"
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="TEXTS",
        default=_EVALUATION,
        help="JSON Lines or JSON; data/evaluation by default",
    )
    parser.add_argument(
        "--remove", action="store_true", help="delete the lines of scenes and wordings that offend"
    )
    args = parser.parse_args()
    found = offenders(args.paths)
    for each in found:
        print(each)
    if args.remove:
        print(f"{remove(found)} lines deleted")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(_main())
