"""Character evasion, padding, splitting, order and duplicates: a risky approach is not talked down or hidden, an honest one not raised.

The attacks and lines are those of ``benchmarks/attacks.py`` and ``benchmarks/padding.py``. A detection is an approach in band
elevated or above.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

import pandas as pd
import pytest

import recruitrisk as rr
from benchmarks.attacks import KINDS, messages_alone, tally_of
from benchmarks.padding import EPSILON, pleasantries, risky_approaches, run, specifics, stands_low
from recruitrisk.approach import SCORED_COLUMNS, Approach, Message
from recruitrisk.model import Assessment, RiskModel, load_model
from tests.reliability.conftest import Tally

RISE = 1.0  # percentage points of genuine texts that may be flagged on top
KNOWN: dict[str, tuple[float, float]] = {
    "misspelt words (not undone)": (0.80, 1.0),
}
"""Attack that is known to miss the bar -> what it must not fall below: share kept, rise in points. Written as a miss in the table."""


@cache
def _texts(n: int) -> tuple[list[Approach], list[Approach], dict[int, Assessment]]:
    model = load_model()
    risky, genuine = messages_alone(n, 8101, 1), messages_alone(n, 8102, 0)
    return risky, genuine, {id(a): model.assess(a) for a in (*risky, *genuine)}


@pytest.mark.parametrize("name", KINDS)
def test_attack_keeps_detections(name: str, model: RiskModel, long: bool, tally: Tally) -> None:
    """At least 95 % of detections kept (99 % where it is undone), genuine texts flagged at most a point more often.

    In the short form (40 texts) one detection and one genuine text may differ: so few cannot show a per cent.
    """
    n = 500 if long else 40
    risky, genuine, base = _texts(n)

    found = tally_of(name, model, risky, genuine, base)

    tally.of("Character evasion").count(len(risky) + len(genuine))
    before, after = found.detected[1], found.kept[1]
    kept, rise = after / before, 100 * (found.alarms_after[1] - found.alarms[1]) / len(genuine)
    told = (
        f"{name}: {kept:.1%} of {before} kept (at least {KINDS[name].least:.0%}), genuine {rise:+.1f} points"
    )
    tally.note(told)
    assert before >= n // 4
    if not long:
        assert before - after <= 1 or name in KNOWN, told
        assert found.alarms_after[1] - found.alarms[1] <= 1 or name in KNOWN, told
        return
    if kept < KINDS[name].least or rise > RISE:
        tally.miss(told)
        least, most = KNOWN.get(name, (KINDS[name].least, RISE))
        assert kept >= least, told
        assert rise <= most, told


def test_pleasantries_never_lower(model: RiskModel, long: bool, tally: Tally) -> None:
    """Up to 50 pleasantries behind a risky approach, put there in three ways, lower the risk in no trial."""
    trials = 10_000 if long else 80
    lowered = [
        trial
        for trial in run(
            model, risky_approaches(600 if long else 40), pleasantries(), trials, 50, "pleasantries"
        )
        if trial.lowered > EPSILON
    ]

    tally.of("Padding, splitting, order, duplicates").count(trials)
    if long and lowered:
        worst = max(trial.lowered for trial in lowered)
        tally.miss(
            f"pleasantries lowered the risk in {len(lowered)} of {trials:,} trials, by {worst:.3f} log-odds at most"
        )
        assert len(lowered) <= 5
        assert worst <= 0.2
    else:
        assert lowered == []


def test_specifics_lower_within_the_cap(model: RiskModel, long: bool, tally: Tally) -> None:
    """Specifics lower by no more than the published cap, and never below guarded while a strong sign stands."""
    trials = 2_500 if long else 60
    texts = [text for _, text in specifics()]
    found = list(run(model, risky_approaches(600 if long else 40), texts, trials, 12, "specifics"))

    tally.of("Padding, splitting, order, duplicates").count(trials)
    worst = max(t.lowered for t in found)
    tally.note(f"specifics lower by {worst:.2f} log-odds at most (cap {model.table.cap:g})")
    assert worst <= model.table.cap + EPSILON
    assert not any(stands_low(model, t) for t in found)


CUTTING: dict[str, tuple[float, float]] = {"merged": (0.90, RISE), "doubled": (0.95, 5.0)}
"""Other cutting that is known to miss the bar -> share kept and rise in points that it must hold."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def _split(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """Every inbound message sent sentence by sentence."""
    return tuple(
        Message(part, True, m.sent_at)
        for m in messages
        for part in (_SENTENCE.split(m.text) if m.inbound else ())
    )


def _merged(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """All that was sent, as one message."""
    inbound = [m for m in messages if m.inbound]
    return (Message("\n\n".join(m.text for m in inbound), True, inbound[0].sent_at),)


def _doubled(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """Every message sent twice."""
    return tuple(m for message in messages for m in (message, message))


@pytest.mark.parametrize("way", [_split, _merged, _doubled], ids=["split", "merged", "doubled"])
def test_other_cutting_keeps_detections(
    way: Callable[[tuple[Message, ...]], tuple[Message, ...]], model: RiskModel, long: bool, tally: Tally
) -> None:
    """Split into sentences, merged into one message, or sent twice: at least 95 % of detections kept, genuine ones at most a point more flagged."""
    n = 500 if long else 60
    risky, genuine, base = _texts(n)

    def changed(approach: Approach) -> bool:
        messages = way(approach.messages)
        return (
            model.assess(Approach(approach.approach_id, messages, approach.fields)).sum.total
            >= model.edges[1]
        )

    found = [a for a in risky if base[id(a)].sum.total >= model.edges[1]]
    kept = sum(map(changed, found)) / len(found)
    rise = (
        100
        * (sum(map(changed, genuine)) - sum(base[id(a)].sum.total >= model.edges[1] for a in genuine))
        / len(genuine)
    )

    tally.of("Padding, splitting, order, duplicates").count(len(risky) + len(genuine))
    name = way.__name__.strip("_")
    told = f"{name}: {kept:.1%} of {len(found)} kept (at least 95%), genuine {rise:+.1f} points"
    tally.note(told)
    least, most = CUTTING.get(name, (0.95, RISE))
    if kept < 0.95 or rise > RISE:
        tally.miss(told)
    assert kept >= (least if long else least - 1 / len(found)), told
    assert rise <= (most if long else most + 100 / n), told


def test_order_and_doubles_of_rows_change_no_digit(model: RiskModel, long: bool, tally: Tally) -> None:
    """Rows in another order, columns in another order, every row doubled: the same score columns, to the last digit."""
    made = rr.synthesise(400 if long else 60, 17)
    first = made.messages[made.messages.direction == "inbound"].groupby("approach_id").text.first()
    frame = made.frame.assign(message=made.frame.approach_id.map(first).fillna("")).drop(
        columns=[c for c in made.frame if c.startswith("truth_")]
    )
    names = list(SCORED_COLUMNS)
    plain = rr.score(frame)[names].reset_index(drop=True)
    order = list(range(len(frame)))
    random.Random(1).shuffle(order)

    shuffled = rr.score(frame.iloc[order]).sort_index()[names].reset_index(drop=True)
    columns = rr.score(frame[frame.columns[::-1]])[names].reset_index(drop=True)
    twice = pd.concat([frame, frame.assign(approach_id=frame.approach_id + "-again")], ignore_index=True)
    doubled = rr.score(twice)[names].iloc[: len(frame)].reset_index(drop=True)

    tally.of("Padding, splitting, order, duplicates").count(3 * len(frame))
    for other in (shuffled, columns, doubled):
        pd.testing.assert_frame_equal(plain, other, check_exact=True)
