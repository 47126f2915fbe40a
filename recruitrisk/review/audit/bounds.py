"""What was promised of the world, what was measured, and whether it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

__all__ = ["Bound", "bounds", "interval", "share", "summary"]

_LEAK, _SIGN, _MINUTES, _GAP, _BAG = 0.55, 0.80, 2.0, 0.02, 0.05
_FEW = 20  # stories with fewer approaches say nothing
_BESIDE = ("pace", "empty cells")
Audit = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bound:
    """One promise.

    Attributes
    ----------
    check, bound, measured : str
    kept : bool or None
        None where it can't be said.
    """

    check: str
    bound: str
    measured: str
    kept: bool | None


def interval(figure: dict[str, Any] | None) -> str:
    """A figure with its interval."""
    if not figure or figure["value"] is None:
        return "not measured"
    return f"{figure['value']:.3f} [{figure['low']:.3f}, {figure['high']:.3f}]"


def share(figure: dict[str, Any]) -> str:
    """A share with its interval, in percent."""
    return f"{figure['value']:.0%} [{figure['low']:.0%}, {figure['high']:.0%}]"


def _bytes(audit: Audit) -> list[Bound]:
    found, speed = audit["bytes"], audit["speed"]
    same = len({found[k] for k in ("whole", "chunks", "workers", "process")}) == 1
    minutes, small, large = speed["minutes_for_100k"], speed["megabytes_small"], speed["megabytes_large"]
    memory = f"{large:.0f} MB against {small:.0f} MB" if large else "not measured"
    return [
        Bound(
            "same seed: at once, in chunks, by two processes, in a new process",
            "same bytes",
            found["whole"][:16] + "…" if same else "other bytes",
            same,
        ),
        Bound(
            "100,000 approaches on one core",
            f"< {_MINUTES:.0f} min",
            f"{minutes:.1f} min",
            minutes < _MINUTES,
        ),
        Bound(
            "peak memory, 10,000 against 1,000 approaches",
            "10 % more at most",
            memory,
            large <= 1.1 * small if large else None,
        ),
    ]


def _leaks(audit: Audit) -> list[Bound]:
    def top(row: dict[str, Any]) -> float:
        return float(max(row["linear"]["value"], row["trees"]["value"]))

    def apart(row: dict[str, Any]) -> float:
        return float(max(row["linear_apart"]["value"], row["trees_apart"]["value"]))

    groups = [r for r in audit["leaks"][:-1] if r["group"] not in _BESIDE]
    worst, every = max(groups, key=top), audit["leaks"][-1]
    sign, figure = audit["signs"][0]
    return [
        Bound(f"leak, the worst single group ({worst['group']})", f"AUROC <= {_LEAK}", f"{top(worst):.3f}", top(worst) <= _LEAK),
        Bound("leak, all groups together, the better of two models", f"AUROC <= {_LEAK}", f"{top(every):.3f}", top(every) <= _LEAK),
        Bound("the same, on scenes that the models did not see", f"AUROC <= {_LEAK}", f"{apart(every):.3f}", apart(every) <= _LEAK),
        Bound(f"the strongest single sign ({sign})", f"AUROC < {_SIGN:.2f}", interval(figure), figure["value"] < _SIGN),
    ]  # fmt: skip


def _holdouts(audit: Audit) -> list[Bound]:
    bag, model, same = audit["words"]["bag of words, families held out"], audit["model"], audit["same_world"]
    seen, unseen = model.get("words seen"), model.get("words held out")
    gap = seen["value"] - unseen["value"] if seen and unseen else float("nan")
    known = [p for p in audit["playbooks"] if p["n"] >= _FEW]
    lowest = min(known, key=lambda p: float(p["unseen"]["value"]), default=None)
    change = sum(p["unseen"]["value"] - p["seen"]["value"] for p in known) / max(len(known), 1)
    other = "" if same or not model else " (model of another version of the world)"
    return [
        Bound(
            "bag of words, families held out, below the full model with words held out",
            f"{_BAG} at least",
            f"{interval(bag)} against {interval(unseen)}{other}",
            bool(unseen) and bag["value"] <= unseen["value"] - _BAG if same else None,
        ),
        Bound(
            "full model, words seen less words held out",
            f"<= {_GAP}",
            f"{gap:+.3f}{other}" if seen and unseen else "not measured",
            gap <= _GAP if same else None,
        ),
        Bound(
            "playbooks left out of the scorer's training, mean change of the share found",
            f"-{_GAP} at least",
            f"{change:+.3f} over {len(known)} playbooks",
            change >= -_GAP,
        ),
        Bound(
            "the least found of them" + (f" ({lowest['name']})" if lowest else ""),
            "half or more",
            share(lowest["unseen"]) if lowest else "not measured",
            lowest["unseen"]["value"] >= 0.5 if lowest else None,
        ),
    ]


def _dial(audit: Audit) -> list[Bound]:
    first, last = audit["dial"][0][1], audit["dial"][-1][1]
    values = [row[1]["value"] for row in audit["dial"]]
    falling = all(a >= b for a, b in pairwise(values))
    return [
        Bound("dial at 0, true signs", "0.98 or more", interval(first), first["value"] >= 0.98),
        Bound("dial at 1, true signs", "0.75 to 0.85", interval(last), abs(last["value"] - 0.80) <= 0.05),
        Bound("dial, AUROC from point to point", "falls", "falls" if falling else "does not", falling),
    ]


def _stock(audit: Audit) -> list[Bound]:
    copies = audit["copies"]
    stories = {str(s["label"]): s for s in audit["stories"]}
    repeated = (copies["same"] + copies["near"]) / copies["sentences"]
    runs, honest, risky = audit["evaluation_runs"], stories["0"]["declared"], stories["1"]["declared"]
    other = ", ".join(f"{stories[k]['other']:.1%}" for k in ("1", "0", "None"))
    return [
        Bound("wordings with six words in a row of the evaluation texts", "none", str(runs), runs == 0),
        Bound(
            "sentences that repeat or nearly repeat another",
            "< 0.5 %",
            f"{copies['same']} the same, {copies['near']} near, of {copies['sentences']:,}",
            repeated < 0.005,
        ),
        Bound("genuine families declared", "40 or more", str(honest), honest >= 40),
        Bound("risky playbooks declared", "20 or more", str(risky), risky >= 20),
        Bound(
            "scenes that no story fits (risky, genuine, other harms)",
            "< 10 % each",
            other,
            all(s["other"] < 0.1 for s in stories.values()),
        ),
    ]


_PARTS: tuple[Callable[[Audit], list[Bound]], ...] = (_bytes, _leaks, _holdouts, _dial, _stock)


def bounds(audit: Audit) -> list[Bound]:
    """All promises.

    Parameters
    ----------
    audit : dict
        From `AuditResult.as_dict`.
    """
    return [bound for part in _PARTS for bound in part(audit)]


def summary(audit: Audit) -> str:
    """The bounds as lines for a terminal."""
    words = {True: "kept  ", False: "MISSED", None: "open  "}
    lines = [f"synthetic world: n = {audit['n']:,}, seed {audit['seed']}, default mix"]
    lines += [f"  {words[b.kept]}  {b.check}: {b.measured} (bound: {b.bound})" for b in bounds(audit)]
    if not audit["model"]:
        lines.append("  no model fits this library; what needs one stays open")
    elif not audit["same_world"]:
        lines.append(
            "  the shipped model was trained on another version of the world; its figures are of that one"
        )
    return "\n".join(lines)
