"""Figures as people read them: percents, and points that add up as they are printed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

__all__ = ["PrintedSum", "alert_worth", "frequency", "percent", "print_sum", "share_in_words"]

_MAX_DECIMALS = 5


def percent(probability: float) -> str:
    """A probability in percent, with as many digits as say something.

    Parameters
    ----------
    probability : float
        0 to 1.

    Examples
    --------
    >>> percent(0.3141), percent(0.0314), percent(0.00031), percent(0.99996)
    ('31 %', '3.1 %', '0.031 %', 'above 99.9 %')
    """
    value = probability * 100
    if value > 99.9:
        return "100 %" if probability >= 1 else "above 99.9 %"
    if value >= 99:
        return f"{value:.1f} %"
    if value >= 9.95:
        return f"{value:.0f} %"
    if value >= 0.995:
        return f"{value:.1f}".removesuffix(".0") + " %"
    if value <= 0:
        return "0 %"
    if value < 0.001:
        return "below 0.001 %"
    return f"{value:.{1 - math.floor(math.log10(value))}f}".rstrip("0") + " %"


def share_in_words(probability: float) -> str:
    """A small share as a natural frequency.

    Parameters
    ----------
    probability : float
        Above 0, at most 1.

    Examples
    --------
    >>> share_in_words(0.01), share_in_words(0.00025), share_in_words(0.3)
    ('1 in 100', '1 in 4,000', '30 in 100')
    """
    if probability >= 0.02:
        return f"{probability * 100:.0f} in 100"
    return f"1 in {float(f'{1 / probability:.2g}'):,.0f}"


def frequency(probability: float) -> str:
    """A probability as a natural frequency, of as few as say something.

    Parameters
    ----------
    probability : float
        0 to 1.

    Examples
    --------
    >>> frequency(0.27), frequency(0.027), frequency(0.0003), frequency(0.996)
    ('about 27 of 100', 'about 3 of 100', 'about 3 of 10,000', 'about 996 of 1,000')
    >>> frequency(0.99999), frequency(0.0)
    ('more than 999 of 1,000', 'none of 1,000')
    """
    if probability > 0.9995:
        return "more than 999 of 1,000"
    if probability <= 0:
        return "none of 1,000"
    n = 100 if 0.0195 <= probability <= 0.99 else 1000
    while probability * n < 0.95 and n < 10**9:
        n *= 10
    return f"about {probability * n:,.0f} of {n:,}"


def alert_worth(alert: Mapping[str, Any]) -> str:
    """Share of alerts that are right, with its range; the lower end alone where no false alarm was seen.

    Parameters
    ----------
    alert : mapping
        One of a review's ``alerts``: ``false_alarms``, ``genuine`` (how many were tried), ``worth``, ``worth_low``, ``worth_high``.

    Examples
    --------
    >>> alert_worth({"false_alarms": 0.05, "genuine": 200, "worth": 0.1, "worth_low": 0.08, "worth_high": 0.13})
    '10 % [8 % to 13 %]'
    >>> alert_worth({"false_alarms": 0.0, "genuine": 90, "worth": 1.0, "worth_low": 0.15, "worth_high": 1.0})
    '15 % or more: no false alarm of 90'
    """
    if not alert["false_alarms"]:
        return f"{percent(alert['worth_low'])} or more: no false alarm of {alert['genuine']}"
    return f"{percent(alert['worth'])} [{percent(alert['worth_low'])} to {percent(alert['worth_high'])}]"


@dataclass(frozen=True, slots=True)
class PrintedSum:
    """A sum whose printed terms add up to its printed total, to the last digit.

    Attributes
    ----------
    points : tuple of str
        Signed probability points, e.g. ``+21.4``.
    base, total, risk : str
        Base rate, sum of the points (signed) and risk; ``base + total = risk`` as printed.
    decimals : int
        Digits behind the point in all of them.
    """

    points: tuple[str, ...]
    base: str
    total: str
    risk: str
    decimals: int


def _decimals(*probabilities: float) -> int:
    # two digits that say something
    needed = [1 - math.floor(math.log10(p * 100)) for p in probabilities if 0 < p < 0.01]
    return min(max(1, *needed) if needed else 1, _MAX_DECIMALS)


def print_sum(points: Sequence[float], base_rate: float, risk: float) -> PrintedSum:
    """Round points so that what is printed adds up (largest remainders take the difference).

    Parameters
    ----------
    points : sequence of float
        Probability points that add up to ``risk - base_rate``.
    base_rate, risk : float
        0 to 1.

    Examples
    --------
    >>> print_sum([0.1004, 0.1004, 0.1004], 0.01, 0.3112)
    PrintedSum(points=('+10.1', '+10.0', '+10.0'), base='1.0', total='+30.1', risk='31.1', decimals=1)
    """
    decimals = _decimals(base_rate, risk)
    scale = 100 * 10**decimals
    base_units, risk_units = round(base_rate * scale), round(risk * scale)
    total = risk_units - base_units
    exact = np.asarray(points, dtype=np.float64) * scale
    units = np.floor(exact).astype(int)
    missing = total - int(units.sum())
    if len(units):
        order = np.argsort(-(exact - units), kind="stable")
        units += missing // len(units)
        units[order[: missing % len(units)]] += 1

    def show(value: int) -> str:
        return f"{value / 10**decimals:.{decimals}f}"

    def signed(value: int) -> str:
        return ("+" if value > 0 else "-" if value < 0 else "±") + show(abs(value))

    return PrintedSum(
        tuple(signed(int(u)) for u in units), show(base_units), signed(total), show(risk_units), decimals
    )
