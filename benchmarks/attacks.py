"""Character-level disguises of risky messages: what is still found, and whether honest ones are then flagged.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.attacks`` (a minute or two; prints Markdown for docs/benchmarks/attacks.md).
Every disguise is put on the words of synthetic messages, read without profiles, seeded by kind and number. Words
that are read otherwise than before are listed for each kind: they are the cause of every loss.
"""

from __future__ import annotations

import argparse
import difflib
import platform
from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from recruitrisk.approach import Approach
from recruitrisk.model import Assessment, RiskModel, load_model, shown_ids
from recruitrisk.review.robustness import KINDS, attacked, messages_alone
from recruitrisk.text import normalise
from recruitrisk.version import __version__


@dataclass
class Tally:
    """What a kind of attack did."""

    detected: list[int] = field(default_factory=lambda: [0, 0])
    kept: list[int] = field(default_factory=lambda: [0, 0])
    signs: int = 0
    signs_kept: int = 0
    restored: int = 0
    texts: int = 0
    alarms: list[int] = field(default_factory=lambda: [0, 0])
    alarms_after: list[int] = field(default_factory=lambda: [0, 0])
    misread: Counter[tuple[str, str]] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)


def _misread(tally: Tally, before: Approach, after: Approach) -> None:
    """Count words that are read otherwise."""
    for old, new in zip(before.messages, after.messages, strict=True):
        if not old.inbound:
            continue
        a, b = normalise(old.text).text, normalise(new.text).text
        tally.texts += 1
        tally.restored += a == b
        if a == b:
            continue
        x, y = a.split(), b.split()
        for what, i, j, k, m in difflib.SequenceMatcher(None, x, y, autojunk=False).get_opcodes():
            if what != "equal":
                tally.misread[" ".join(x[i:j][:3]), " ".join(y[k:m][:6])] += 1


def _risen(tally: Tally, model: RiskModel, old: Assessment, new: Assessment) -> None:
    for at in (0, 1):
        tally.alarms[at] += old.sum.total >= model.edges[at]
        tally.alarms_after[at] += new.sum.total >= model.edges[at]


def tally_of(
    name: str, model: RiskModel, risky: list[Approach], genuine: list[Approach], base: dict[int, Assessment]
) -> Tally:
    """Attack every text in one way."""
    kind, tally = KINDS[name], Tally()
    for number, approach in enumerate(risky):
        changed = attacked(approach, kind, f"{name} {number}")
        old, new = base[id(approach)], model.assess(changed)
        for at in (0, 1):
            if old.sum.total >= model.edges[at]:
                tally.detected[at] += 1
                tally.kept[at] += new.sum.total >= model.edges[at]
        signs, after = set(shown_ids(old)), set(shown_ids(new))
        tally.signs += len(signs)
        tally.signs_kept += len(signs & after)
        if old.sum.total >= model.edges[1] > new.sum.total:
            gone = ", ".join(sorted(signs - after)) or "no sign, strengths fell"
            tally.lost.append(f"{approach.approach_id} ({old.sum.total:.2f} to {new.sum.total:.2f}: {gone})")
        _misread(tally, approach, changed)
    for number, approach in enumerate(genuine):
        changed = attacked(approach, kind, f"{name} genuine {number}")
        _risen(tally, model, base[id(approach)], model.assess(changed))
    return tally


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=200, help="risky and genuine texts, each")
    n = parser.parse_args().n
    model = load_model()
    risky, genuine = messages_alone(n, 8101, 1), messages_alone(n, 8102, 0)
    base = {id(a): model.assess(a) for a in (*risky, *genuine)}
    print(
        f"recruitrisk {__version__}, model {model.name} (catalogue {model.manifest.get('catalogue')}), Python "
        f"{platform.python_version()}; {len(risky)} risky and {len(genuine)} genuine synthetic texts, messages alone\n"
    )
    print(
        "| attack | share of words | elevated or above: kept | guarded or above: kept | signs kept | texts read as before "
        "| genuine elevated, before and after | at least |\n|---|---|---|---|---|---|---|---|"
    )
    tallies = {}
    for name, kind in KINDS.items():
        t = tallies[name] = tally_of(name, model, risky, genuine, base)
        kept = [k / max(d, 1) for k, d in zip(t.kept, t.detected, strict=True)]
        rise = 100 * (t.alarms_after[1] - t.alarms[1]) / max(len(genuine), 1)
        met = kept[1] >= kind.least and rise <= 1.0
        print(
            f"| {name} | {kind.share:.0%} | {kept[1]:.1%} of {t.detected[1]} | {kept[0]:.1%} of {t.detected[0]} "
            f"| {t.signs_kept / max(t.signs, 1):.1%} of {t.signs} | {t.restored / max(t.texts, 1):.1%} of {t.texts} "
            f"| {t.alarms[1]}, {t.alarms_after[1]} ({rise:+.1f} points) | {kind.least:.0%}{'' if met else ', **missed**'} |",
            flush=True,
        )
    print("\nWords that are read otherwise, most frequent first (before -> read as, times):\n")
    for name, t in tallies.items():
        if t.misread:
            some = "; ".join(f"{a!r} -> {b!r} {k}" for (a, b), k in t.misread.most_common(12))
            print(f"- **{name}** ({np.sum(list(t.misread.values()))} in all): {some}")
    print("\nDetections lost (elevated or above before, below after):\n")
    for name, t in tallies.items():
        if t.lost:
            print(f"- **{name}**: {'; '.join(t.lost[:8])}{' ...' if len(t.lost) > 8 else ''}")


if __name__ == "__main__":
    main()
