"""Coverage-guided fuzzing of readers and normaliser with Atheris.

Run: ``OMP_NUM_THREADS=1 python -m tests.reliability.fuzz reader -max_total_time=60`` (or ``export``, ``normaliser``; needs
``pip install atheris``). What it finds is written as ``crash-*``; give that file as an argument to see it again.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["recruitrisk"]):
    from recruitrisk.errors import RecruitRiskError
    from recruitrisk.reading import read_approaches, read_linkedin_export
    from recruitrisk.text import normalise, sentence_spans

from tests.reliability.hostile import files

_EXPORT = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
_SPOT = Path(tempfile.mkdtemp(prefix="recruitrisk-fuzz-")) / "messages.csv"


def reader(data: bytes) -> None:
    """The sum of rows holds, whatever the bytes."""
    try:
        batch = read_approaches(io.BytesIO(data))
    except RecruitRiskError:
        return
    counts = batch.counts
    assert counts.read == counts.used + counts.skipped + counts.rejected
    assert len(batch.approaches()) == len(batch.frame)
    assert all(reject.line >= 1 and reject.reason for reject in batch.rejects)


def export(data: bytes) -> None:
    """An export's messages, whatever the bytes."""
    _SPOT.write_bytes(_EXPORT.encode() + data)
    try:
        batch = read_linkedin_export(_SPOT, owner="Meredith Example")
    except RecruitRiskError:
        return
    assert batch.message_counts.read == (
        batch.message_counts.used + batch.message_counts.skipped + batch.message_counts.rejected
    )
    assert len(batch.approaches()) == len(batch.frame)


def normaliser(data: bytes) -> None:
    """Canonical text is stable, and every part of it leads back to an exact piece of the input."""
    raw = data.decode("utf-8", "replace")
    normal = normalise(raw)
    for start, end in sentence_spans(normal.text):
        a, b = normal.raw_span(start, end)
        assert 0 <= a <= b <= len(raw)
    assert normalise(normal.text).text == normal.text


_TARGETS: dict[str, Callable[[bytes], None]] = {"reader": reader, "export": export, "normaliser": normaliser}


def main() -> None:
    """Fuzz one target; the other arguments are libFuzzer's."""
    target = _TARGETS[sys.argv.pop(1)]
    corpus = Path(tempfile.mkdtemp(prefix="recruitrisk-corpus-"))
    for number, file in enumerate(files(1)):
        if len(file.data) < 4096:
            (corpus / str(number)).write_bytes(file.data)
    atheris.Setup([*sys.argv, str(corpus)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
