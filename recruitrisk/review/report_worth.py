"""What an alert is worth, in natural frequencies, from what the model's manifest holds of approaches training did not see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recruitrisk.model import RiskModel

__all__ = ["Measured", "Worth", "dots", "measured", "surprise", "worth"]


@dataclass(frozen=True, slots=True)
class Worth:
    """Of `n` approaches at the base rate, what is flagged from a band on.

    Attributes
    ----------
    band : str
    n, risky : int
        Approaches, and those of the playbook among them.
    found, false_alarms : int
        Flagged: of the playbook, and genuine.
    of_100 : str
        Of 100 so flagged, how many are of the playbook.
    """

    band: str
    n: int
    risky: int
    found: int
    false_alarms: int
    of_100: str

    @property
    def genuine(self) -> int:
        """Genuine approaches among the `n`."""
        return self.n - self.risky

    @property
    def flagged(self) -> int:
        """All that is flagged."""
        return self.found + self.false_alarms


@dataclass(frozen=True, slots=True)
class Measured:
    """How many synthetic approaches the figures rest on."""

    rows: int
    risky: int


def _calibration(model: RiskModel) -> Mapping[str, object]:
    found = model.manifest.get("calibration")
    return found if isinstance(found, Mapping) else {}


def measured(model: RiskModel) -> Measured | None:
    """What the figures rest on; None when the manifest does not say."""
    rows, risky = (_calibration(model).get(key) for key in ("rows", "risky"))
    return Measured(rows, risky) if isinstance(rows, int) and isinstance(risky, int) else None


def worth(model: RiskModel, base_rate: float) -> list[Worth]:
    """One of each band but the lowest, the lowest first; empty when the manifest holds no figures.

    Parameters
    ----------
    model : RiskModel
    base_rate : float
        In (0, 1); the rarer, the more approaches are told of, so that the counts stay whole.
    """
    n = 1000
    while n * base_rate < 5 and n < 10**9:
        n *= 10
    risky = round(n * base_rate)
    bands = _calibration(model).get("bands")
    out = []
    for each in bands if isinstance(bands, Sequence) else ():
        if not isinstance(each, Mapping) or not {"band", "found", "false_alarms"} <= set(each):
            continue
        found, wrong = float(each["found"]), float(each.get("genuine_above", each["false_alarms"]))
        right, false = base_rate * found, (1 - base_rate) * wrong
        share = 100 * right / (right + false) if right + false else 0.0
        of_100 = "below 1" if share < 0.5 else f"{share:.0f}"
        out.append(
            Worth(str(each["band"]), n, risky, round(risky * found), round((n - risky) * wrong), of_100)
        )
    return out


def dots(found: Sequence[Worth]) -> list[tuple[int, int, str]]:
    """A thousand approaches as dots (x, y, class), for the band ``elevated``; empty where a thousand are too few."""
    one = next((w for w in found if w.band == "elevated" and w.n == 1000), None)
    if one is None:
        return []
    kinds = ["hit"] * one.found + ["missed"] * (one.risky - one.found) + ["false"] * one.false_alarms
    kinds += ["quiet"] * (one.n - len(kinds))
    return [(at // 20, at % 20, kind) for at, kind in enumerate(kinds)]


def surprise(expected: float, n: int, base_rate: float) -> str:
    """``more`` or ``fewer`` when the risks of a whole batch add up to another number than its base rate gives; else empty.

    Calibrated risks of a batch at its true base rate add up to about ``n * base_rate``; a factor of three beyond what
    chance does (three standard deviations) is told.

    Examples
    --------
    >>> surprise(61.0, 300, 0.01), surprise(3.5, 300, 0.01), surprise(4.0, 3000, 0.01)
    ('more', '', 'fewer')
    """
    usual = n * base_rate
    chance = 3 * (usual * (1 - base_rate)) ** 0.5
    if expected > max(3 * usual, usual + chance):
        return "more"
    if expected < min(usual / 3, usual - chance):
        return "fewer"
    return ""
