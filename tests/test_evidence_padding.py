"""Promises against those who talk a risky approach down: a short run of ``benchmarks/padding.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.padding import EPSILON, pleasantries, risky_approaches, run, specifics, stands_low

if TYPE_CHECKING:
    from recruitrisk.approach import Approach
    from recruitrisk.model import RiskModel

_TRIALS = 200


@pytest.fixture(scope="module")
def risky() -> list[tuple[str, Approach]]:
    """Risky approaches of the synthetic world and of the independent set."""
    return risky_approaches(80)


def test_the_lists_are_as_long_as_promised() -> None:
    """At least 300 different pleasantries and 60 specifics of six kinds, none twice."""
    lines, honest = pleasantries(), [text for _, text in specifics()]

    assert len(lines) == len(set(lines)) >= 300
    assert len(honest) == len(set(honest)) >= 60
    assert len({kind for kind, _ in specifics()}) == 6


def test_pleasantries_never_lower_the_risk(model: RiskModel, risky: list[tuple[str, Approach]]) -> None:
    """Up to 50 pleasantries behind a risky approach, put there in three ways, lower its risk in no trial."""
    lowered = [
        (trial.approach.approach_id, trial.way, trial.lines, trial.lowered)
        for trial in run(model, risky, pleasantries(), _TRIALS, 50, "pleasantries")
        if trial.lowered > EPSILON
    ]

    assert lowered == []


def test_specifics_lower_by_no_more_than_the_cap(model: RiskModel, risky: list[tuple[str, Approach]]) -> None:
    """Honest specifics take off no more than the published cap, and never lead below guarded past a strong sign."""
    trials = list(run(model, risky, [text for _, text in specifics()], _TRIALS, 12, "specifics"))

    assert max(trial.lowered for trial in trials) <= model.table.cap + EPSILON
    assert [t.approach.approach_id for t in trials if stands_low(model, t)] == []
