"""Where to draw the line: from a share of false alarms, or from what a team can look at.

The table behind it counts synthetic genuine and risky approaches that calibration read without having been
trained on them. What it promises holds for senders like those; the text says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from numbers import Real
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recruitrisk.errors import ModelError, UsageError
from recruitrisk.model.parts import sigmoid
from recruitrisk.model.performance import wilson
from recruitrisk.model.risk_model import DEFAULT_BASE_RATE, RiskModel
from recruitrisk.model.store import load_model
from recruitrisk.parameters import check_kind, check_share

__all__ = ["Threshold", "threshold_for", "threshold_table"]

Floats = NDArray[np.float64]

_LEAST_ROWS = 5  # a line that fewer genuine rows pass is not measured
_LINES = 48


@dataclass(frozen=True, slots=True)
class Threshold:
    """A line to draw, and what to expect above it.

    Attributes
    ----------
    risk : float
        Flag approaches whose ``risk`` is this or more, scored at `base_rate`.
    evidence : float
        The same as a weight of evidence, for any base rate; minus infinity when everything can be looked at.
    base_rate : float
    false_alarms, found : float
        Share of genuine and of risky approaches above the line.
    flagged : float
        Share of all approaches above the line.
    precision, precision_low, precision_high : float
        Share of the flagged that are risky; the bounds are those of the counted false alarms (95 % Wilson).
    text : str
        In natural frequencies.
    """

    risk: float
    evidence: float
    base_rate: float
    false_alarms: float
    found: float
    flagged: float
    precision: float
    precision_low: float
    precision_high: float
    text: str


def threshold_table(genuine: Floats, risky: Floats) -> list[dict[str, float]]:
    """Lines by their false alarms, the widest first.

    Parameters
    ----------
    genuine, risky : ndarray
        Calibrated weight of evidence of rows left out of fitting.

    Returns
    -------
    list of dict
        ``false_alarms`` (share of genuine rows at the line or above), ``genuine_above`` (their count), ``genuine``
        (of so many), ``evidence_from``, ``found`` (share of risky rows).
    """
    ordered = np.sort(genuine)[::-1]
    counts = np.unique(np.geomspace(min(_LEAST_ROWS, len(ordered)), len(ordered), _LINES).round().astype(int))
    out = []
    for count in counts[::-1].tolist():
        line = float(ordered[count - 1])
        above = int((genuine >= line).sum())
        out.append(
            {
                "false_alarms": above / len(genuine),
                "genuine_above": above,
                "genuine": len(genuine),
                "evidence_from": line,
                "found": float((risky >= line).mean()),
            }
        )
    return out


@cache
def _shipped() -> RiskModel:
    return load_model()


def _lines(manifest: Mapping[str, Any]) -> list[Mapping[str, float]]:
    table: Sequence[Mapping[str, float]] = manifest.get("calibration", {}).get("thresholds", ())
    if not table:
        raise ModelError(
            "the model holds no table of false alarms (it was trained by an older version); train it again with 'recruitrisk train'"
        )
    return list(table)


def threshold_for(
    *,
    capacity: float | None = None,
    volume: float | None = None,
    per: str = "week",
    false_alarms: float | None = None,
    base_rate: float = DEFAULT_BASE_RATE,
    model: RiskModel | None = None,
) -> Threshold:
    """Find the line for a team's capacity, or for a share of false alarms.

    Parameters
    ----------
    capacity : float, optional
        Approaches that can be looked at in a time.
    volume : float, optional
        Approaches that come in, in the same time; needed with `capacity`, and for the text otherwise.
    per : str
        Name of that time, for the text.
    false_alarms : float, optional
        Share of genuine approaches that may be flagged; instead of `capacity`.
    base_rate : float
        Share of approaches in your stream that are of the playbook.
    model : RiskModel, optional
        The shipped one by default.

    Returns
    -------
    Threshold
        The lowest line that was measured and keeps to what was asked; the strictest one when none does, and the
        text says so.

    Raises
    ------
    UsageError
        Both or neither of `capacity` and `false_alarms`, or a number that makes no sense.
    ModelError
        The model holds no table.
    """
    base_rate = check_share("base_rate", base_rate)
    check_kind("model", model, RiskModel, "a RiskModel (rr.load_model gives one)", optional=True)
    check_kind("capacity", capacity, Real, "a number", optional=True)
    check_kind("volume", volume, Real, "a number", optional=True)
    if (capacity is None) == (false_alarms is None):
        raise UsageError("give either capacity (with volume) or false_alarms, one of them")
    if capacity is not None:
        if volume is None or not volume > 0 or not capacity > 0:
            raise UsageError(
                f"capacity {capacity!r} of volume {volume!r}; both are needed and must be above 0, for example capacity=20, volume=1000"
            )
        asked = capacity / volume
    else:
        assert false_alarms is not None
        asked = check_share("false_alarms", false_alarms)
    lines = _lines((_shipped() if model is None else model).manifest)
    if capacity is not None and asked >= 1:
        return _threshold(
            {"false_alarms": 1.0, "found": 1.0, "evidence_from": -np.inf}, base_rate, per, volume, ""
        )
    fitting = [
        line for line in lines
        if (_flagged(line, base_rate) if capacity is not None else line["false_alarms"]) <= asked
    ]  # fmt: skip
    caution = ""
    if not fitting:
        kept = (
            f"take the {capacity:g} highest of each {per}" if capacity is not None else "do not rely on fewer"
        )
        caution = f" No measured line keeps to that, this is the strictest; {kept}."
    return _threshold(fitting[0] if fitting else lines[-1], base_rate, per, volume, caution)


def _flagged(line: Mapping[str, float], base_rate: float) -> float:
    return base_rate * line["found"] + (1 - base_rate) * line["false_alarms"]


def _precision(found: float, false_alarms: float, base_rate: float) -> float:
    right = base_rate * found
    return right / max(right + (1 - base_rate) * false_alarms, 1e-300)


def _threshold(
    line: Mapping[str, float], base_rate: float, per: str, volume: float | None, caution: str
) -> Threshold:
    wrong, found, evidence = line["false_alarms"], line["found"], line["evidence_from"]
    flagged = _flagged(line, base_rate)
    low = high = wrong
    if "genuine" in line:
        low, high = wilson(int(line["genuine_above"]), int(line["genuine"]))
    text = (
        f"of 1,000 approaches, {_count(1000 * flagged)} flagged, about {_count(1000 * base_rate * found)} of them rightly "
        f"({_count(1000 * base_rate * (1 - found))} missed)"
    )
    if volume is not None and volume != 1000:
        text += f"; of {volume:,.10g} a {per}, {_count(volume * flagged)} flagged, about {_count(volume * base_rate * found)} rightly"
    elif volume is not None:
        text += f", each {per}"
    text += f", at a base rate of {100 * base_rate:.3g} %"
    text += f" and if senders are like the synthetic ones.{caution}"
    return Threshold(
        0.0 if np.isinf(evidence) else sigmoid(float(np.log(base_rate / (1 - base_rate))) + evidence),
        evidence,
        base_rate,
        wrong,
        found,
        flagged,
        _precision(found, wrong, base_rate),
        _precision(found, high, base_rate),
        _precision(found, low, base_rate),
        text,
    )


def _count(number: float) -> str:
    """A count as people say it: whole, but below 2 with one digit behind the point."""
    return f"{number:,.0f}" if number >= 1.95 or number == 0 else f"{number:.1f}".removesuffix(".0")
