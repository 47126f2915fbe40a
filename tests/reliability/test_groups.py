"""Groups: honest senders are flagged as often whatever their origin and first language.

The same genuine approaches are written once by a sender of every origin (`tests.reliability.origins`), so groups differ in
names, places and the way of writing alone.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from recruitrisk.model import RiskModel
from recruitrisk.reading import approaches_from_frame
from recruitrisk.synthetic import Setting, synthesise
from tests.reliability.conftest import Tally
from tests.reliability.origins import ORIGINS, from_origin

BAR = 1.25
KNOWN = 1.6
"""What the worst group must not pass where the bar is missed; a miss stands in the table."""


def test_there_are_eight_origins(tally: Tally) -> None:
    """As many groups as promised, each with a way of writing of its own but the first."""
    tally.of("Groups")

    assert len(ORIGINS) - 1 >= 8
    assert all(rules for _, rules in list(ORIGINS.values())[1:])


def test_worst_group_is_near_the_others(model: RiskModel, long: bool, tally: Tally) -> None:
    """False alarms (elevated or above) in the worst group are at most 1.25 times the overall ones; a bootstrap over senders.

    In the short form (60 senders a group) the worst group has at most two more alarms than the mean.
    """
    n = 1000 if long else 60
    setting = replace(Setting(), risky=0.0, genuine=1.0, other=0.0)
    made = synthesise(3 * n, 6101, setting=setting)
    found, _ = approaches_from_frame(made.frame, made.messages)
    english = [a for a in found if sum(m.text.isascii() for m in a.messages) >= len(a.messages)][:n]
    alarms = np.array(
        [
            [
                model.assess(from_origin(a, origin, number)).sum.total >= model.edges[1]
                for number, a in enumerate(english)
            ]
            for origin in ORIGINS
        ]
    )
    rates = alarms.mean(axis=1)
    overall = rates.mean()
    rng = np.random.default_rng(5)
    picks = rng.integers(0, len(english), size=(2000, len(english)))
    drawn = alarms[:, picks].mean(axis=2)
    ratios = drawn.max(axis=0) / np.maximum(drawn.mean(axis=0), 1e-9)
    low, high = np.quantile(ratios, [0.025, 0.975])
    worst = list(ORIGINS)[int(rates.argmax())]
    told = (
        f"worst group {worst}: {rates.max():.1%} against {overall:.1%} overall, ratio {rates.max() / overall:.2f} "
        f"[{low:.2f}, {high:.2f}]; " + ", ".join(f"{o} {r:.1%}" for o, r in zip(ORIGINS, rates, strict=True))
    )
    tally.of("Groups").count(alarms.size)
    tally.note(told)
    assert len(english) == n
    if not long:
        assert alarms.sum(axis=1).max() <= alarms.sum(axis=1).mean() + 2, told
        return
    if rates.max() > BAR * overall:
        tally.miss(told)
    assert rates.max() <= KNOWN * overall, told
