"""Linear time: no text, however it is made, costs more than in proportion to its length. Processor time, the best of some tries.

A slope is only taken where the longer text takes 30 ms and more; below that it can't hurt. A slope above the bar is measured
again before it counts, as the machine may be busy; what is not linear stays above it.
"""

from __future__ import annotations

import io
import math
import time
from collections.abc import Callable
from itertools import count

import pytest
import re2

from recruitrisk.approach import Approach, Message
from recruitrisk.evidence.patterns import sentence_hits
from recruitrisk.indicators import CATALOGUE
from recruitrisk.market import find_addresses, find_pay
from recruitrisk.model import RiskModel
from recruitrisk.reading import read_approaches
from recruitrisk.reading.markup import text_of_html
from recruitrisk.review.explanation import explain
from recruitrisk.review.plain_text import visible
from recruitrisk.review.redaction import Masker
from recruitrisk.scoring.inert import inert
from recruitrisk.text import identity_spans, normalise, sentence_spans, tokens
from tests.reliability.conftest import Tally
from tests.reliability.tables import csv_text

BAR = 1.2
LEAST = 0.03  # seconds
MAKERS = {
    "one letter": "x", "blanks": " ", "line ends": "\n", "digits": "1", "words": "we pay for each report on telegram ",
    "sentences": "We pay for each report. Write to me on Telegram. ", "amounts": "£2,000 per report or ", "opened tags": "<b", "tags": "<b>pay</b>",
    "entities": "&#97;&amp;", "mails": "a@b.c ", "at signs": "a@", "dots": "a.b-c/", "links": "http://a.b/?c=", "quotation marks": "\"'“", "hidden": "a\u200b",
    "accents": "e\u0301\u0302", "spaced out": "p a y ", "leet": "p4y m3 n0w ", "names": "Dear Dr. Eve Smith, I am Eve A. B. Smith ", "hyphens": "-",
    "look-alikes": "раурау ", "other script": "мы платим ", "brackets": "([{<", "backslashes": "\\\\", "turned": "\u202eyap\u202c", "phones": "+44 20 7946 0958 ",
    "stretched": "paaaaay ", "signs in words": "pa*y mo~ney ",
}  # fmt: skip
"""What a text is made of, over and over."""
_FRESH = count(1)


def _text(maker: str, size: int) -> str:
    """A text that was not read before: nothing of it is kept from the last one."""
    piece = MAKERS[maker]
    return f"n{next(_FRESH)} " + (piece * (size // len(piece) + 1))[:size]


def _approach(text: str) -> Approach:
    return Approach("a", (Message(text),))


def _spans(text: str) -> None:
    normal = normalise(text)
    masked = identity_spans(normal)
    for start, end in sentence_spans(normal.text):
        tokens(normal, start, end, masked=masked)


def _masked(text: str) -> None:
    approach = _approach(text)
    Masker([approach]).mask(text, approach)


def stages(model: RiskModel) -> dict[str, Callable[[str], object]]:
    """Stage -> what it does to a text."""
    return {
        "normalising": normalise,
        "sentences, names, tokens": _spans,
        "patterns": lambda text: sentence_hits(text.lower(), sentence_spans(text.lower())),
        "pay": find_pay,
        "addresses": find_addresses,
        "HTML": text_of_html,
        "reading": lambda text: read_approaches(io.BytesIO(csv_text([["message"], [text]]).encode())),
        "masking": _masked,
        "writing": lambda text: (inert(text), visible(text), csv_text([[text]])),
        "assessing": lambda text: model.assess(_approach(text)),
        "explaining": lambda text: explain(_approach(text), model, 0.01).as_text(),
    }


STAGES = (
    "normalising", "sentences, names, tokens", "patterns", "pay", "addresses", "HTML", "reading", "masking", "writing", "assessing",
    "explaining",
)  # fmt: skip
LONG_RUNS = ("assessing", "explaining")


def _seconds(work: Callable[[str], object], maker: str, size: int, tries: int) -> float:
    """Processor time of the best of some tries, each on a text that is new."""
    best = math.inf
    for _ in range(tries):
        text = _text(maker, size)
        began = time.process_time()
        work(text)
        best = min(best, time.process_time() - began)
        if best > 5:
            break
    return best


def slope(
    work: Callable[[str], object], maker: str, sizes: tuple[int, ...], tries: int = 2
) -> tuple[float, float]:
    """Slope of log time over log length, by least squares over the sizes that take long enough, and the longest time."""
    points = []
    for size in sizes:
        seconds = _seconds(work, maker, size, tries)
        if seconds >= LEAST / 8:
            points.append((math.log(size), math.log(seconds)))
        if seconds > 60:
            break
    if len(points) < 2 or seconds < LEAST:
        return 0.0, seconds
    mean_x, mean_y = (sum(p[i] for p in points) / len(points) for i in (0, 1))
    return (
        sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points),
        seconds,
    )


KNOWN: dict[tuple[str, str], float] = {}
"""Stage and maker that are known not to be linear -> slope that they must not pass; each is a miss in the table."""


@pytest.mark.usefixtures("nothing_kept")
@pytest.mark.parametrize("stage", STAGES)
def test_stage_is_linear(stage: str, model: RiskModel, long: bool, tally: Tally) -> None:
    """Every maker: the slope is at most 1.2, up to 1 MB (short form: 16 kB)."""
    tally.of("Linear time")
    work = stages(model)[stage]
    work(_text("sentences", 2000))  # what is built once
    sizes = (16_384, 65_536, 262_144, 1_048_576) if long else (2_048, 16_384)
    steep = {}
    for maker in MAKERS:
        found, seconds = slope(work, maker, sizes)
        for _ in range(2):
            if found > BAR:
                again, seconds = slope(work, maker, sizes, tries=3)
                found = min(found, again)
        tally.count()
        if (stage, maker) in KNOWN and found > BAR:
            tally.miss(f"{stage}, {maker}: slope {found:.2f}, {seconds:.1f} s for {sizes[-1] // 1024} kB")
        if found > KNOWN.get((stage, maker), BAR):
            steep[maker] = f"{found:.2f} ({seconds:.2f} s)"
    assert steep == {}


def test_every_pattern_is_linear(long: bool, tally: Tally) -> None:
    """Every pattern of the catalogue by itself, on every maker, is linear on RE2 (short form: all in one, above)."""
    tally.of("Linear time")
    if not long:
        pytest.skip("pattern by pattern in the long form; all together in the stage 'patterns'")
    options = re2.Options()
    options.max_mem = 16 << 20
    steep = {}
    for indicator in CATALOGUE:
        for pattern in (*indicator.patterns, *indicator.vetoes):
            engine = re2.compile(pattern.regex, options)

            def work(text: str, engine: re2._Regexp[str] = engine) -> None:
                for _ in engine.finditer(text):
                    pass

            for maker in MAKERS:
                found, seconds = slope(work, maker, (65_536, 1_048_576), tries=1)
                if found > BAR:
                    found, seconds = slope(work, maker, (65_536, 262_144, 1_048_576), tries=3)
                tally.count()
                if found > BAR:
                    steep[indicator.id, pattern.regex[:60], maker] = f"{found:.2f} ({seconds:.2f} s)"
    assert steep == {}
