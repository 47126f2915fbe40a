"""Whether a risky approach can be talked down: by pleasantries and fillers, and by honest specifics.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.padding`` (some minutes; prints Markdown for docs/benchmarks/padding.md).
Lines of ``recruitrisk/review/lines``, written by hand for this alone, are put behind risky
approaches of the synthetic world and of the independent set (with profiles, and messages alone). A trial is
made from its number alone. Every failure is narrowed down to the fewest lines that cause it.
"""

from __future__ import annotations

import argparse
import platform
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from recruitrisk.approach import Approach
from recruitrisk.evidence import SHOWN
from recruitrisk.indicators import CATALOGUE
from recruitrisk.model import Assessment, RiskModel, load_model
from recruitrisk.reading import approaches_from_frame
from recruitrisk.review.conversations import read_conversations, tables
from recruitrisk.review.review import independent_path
from recruitrisk.review.robustness import WAYS, padded, pleasantries, specifics
from recruitrisk.synthetic import Setting, synthesise
from recruitrisk.version import __version__

EPSILON = 1e-9
_STRONG = np.array([i.strong and i.direction == "raises" for i in CATALOGUE])


@dataclass(frozen=True)
class Trial:
    """What was put behind which approach, and what it did."""

    origin: str
    approach: Approach
    way: str
    lines: tuple[str, ...]
    before: Assessment
    after: Assessment

    @property
    def lowered(self) -> float:
        """By how much the weight of evidence fell, in log-odds; negative when it rose."""
        return self.before.sum.total - self.after.sum.total


def risky_approaches(synthetic: int, *, independent: bool = True) -> list[tuple[str, Approach]]:
    """Risky approaches with where they come from."""
    world = synthesise(synthetic, 4711, setting=Setting(risky=1, genuine=0, other=0))
    out = [("synthetic", a) for a in approaches_from_frame(world.frame, world.messages)[0]]
    if independent:
        risky = [c for c in read_conversations(independent_path()) if c.label == 1]
        for profiles in (True, False):
            name = "independent" if profiles else "independent, messages alone"
            out += [(name, a) for a in approaches_from_frame(*tables(risky, profiles=profiles))[0]]
    return [(name, a) for name, a in out if any(m.inbound for m in a.messages)]


def run(
    model: RiskModel,
    approaches: Sequence[tuple[str, Approach]],
    lines: Sequence[str],
    trials: int,
    most: int,
    seed: str,
) -> Iterator[Trial]:
    """Trials 0, 1, 2, ...; approaches in turn, 1 to `most` lines drawn for each, in a way that is drawn."""
    known: dict[int, Assessment] = {}
    for number in range(trials):
        rng = random.Random(f"{seed} {number}")
        at = number % len(approaches)
        origin, approach = approaches[at]
        if at not in known:
            known[at] = model.assess(approach)
        drawn = tuple(rng.choice(lines) for _ in range(rng.randint(1, most)))
        way = WAYS[rng.choice((0, 0, 1, 2))]
        yield Trial(origin, approach, way, drawn, known[at], model.assess(padded(approach, drawn, way)))


def cause(model: RiskModel, trial: Trial) -> tuple[str, ...]:
    """The fewest lines that still lower the risk: one alone if one does, else what can't be done without."""

    def lowers(lines: Sequence[str]) -> bool:
        after = model.assess(padded(trial.approach, lines, trial.way))
        return after.sum.total < trial.before.sum.total - EPSILON

    for line in dict.fromkeys(trial.lines):
        if lowers((line,)):
            return (line,)
    kept = list(trial.lines)
    for at in reversed(range(len(kept))):
        fewer = kept[:at] + kept[at + 1 :]
        if fewer and lowers(fewer):
            kept = fewer
    return tuple(kept)


def moved(model: RiskModel, trial: Trial) -> str:
    """The parts that fell most, with strengths before and after."""
    fall = trial.before.sum.parts - trial.after.sum.parts
    names = []
    for at in np.argsort(-fall)[:2]:
        if fall[at] > 1e-6:
            change = f"{model.part_ids[at]} {-fall[at]:.3f}"
            if at < len(CATALOGUE):
                old, new = (a.findings.strengths[at] for a in (trial.before, trial.after))
                change += f" (strength {old:.3f} to {new:.3f})"
            names.append(change)
    return ", ".join(names)


def stands_low(model: RiskModel, trial: Trial) -> bool:
    """Whether it fell below guarded although a strong sign still stands."""
    edge = model.edges[0]
    strong = bool(np.any(_STRONG & (np.nan_to_num(trial.after.findings.strengths) >= SHOWN)))
    return strong and trial.before.sum.total >= edge > trial.after.sum.total + EPSILON


def _report_pleasantries(model: RiskModel, approaches: list[tuple[str, Approach]], trials: int) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    failed: Counter[tuple[str, str]] = Counter()
    causes: dict[tuple[str, ...], list[Trial]] = defaultdict(list)
    worst = 0.0
    for trial in run(model, approaches, pleasantries(), trials, 50, "pleasantries"):
        counts[trial.origin, trial.way] += 1
        if trial.lowered > EPSILON:
            failed[trial.origin, trial.way] += 1
            worst = max(worst, trial.lowered)
            causes[cause(model, trial)].append(trial)
    print(
        f"\n## Pleasantries and fillers\n\n{len(set(pleasantries()))} different lines, 1 to 50 a trial. Risk lowered in "
        f"{sum(failed.values())} of {trials:,} trials; by {worst:.3f} log-odds at most.\n"
    )
    print("| approaches | where the lines stand | trials | risk lowered |\n|---|---|---|---|")
    for key in sorted(counts):
        print(f"| {key[0]} | {key[1]} | {counts[key]:,} | {failed[key]} |")
    if causes:
        print(
            "\n| fewest lines that lower it | trials | most, log-odds | where | what fell |\n|---|---|---|---|---|"
        )
        for lines, found in sorted(causes.items(), key=lambda item: -len(item[1]))[:40]:
            top = max(found, key=lambda t: t.lowered)
            alone = Trial(
                top.origin,
                top.approach,
                top.way,
                lines,
                top.before,
                model.assess(padded(top.approach, lines, top.way)),
            )
            print(
                f"| {' / '.join(lines[:4])}{' ...' if len(lines) > 4 else ''} | {len(found)} | {top.lowered:.3f} "
                f"| {top.way}, {top.approach.approach_id} ({top.origin}) | {moved(model, alone)} |"
            )


def _report_specifics(model: RiskModel, approaches: list[tuple[str, Approach]], trials: int) -> None:
    texts = [text for _, text in specifics()]
    found = list(run(model, approaches, texts, trials, 12, "specifics"))
    fall = np.array([t.lowered for t in found])
    cap = model.table.cap
    over = [t for t in found if t.lowered > cap + EPSILON]
    low = [t for t in found if stands_low(model, t)]
    print(
        f"\n## Honest specifics\n\n{len(texts)} different lines, 1 to 12 a trial, {trials:,} trials. The risk fell by "
        f"{fall.max():.3f} log-odds at most (median {np.median(fall):.3f}); the published cap is {cap:g}. Above the cap: "
        f"{len(over)}. Below guarded while a strong sign stands: {len(low)}.\n"
    )
    for title, some in (("above the cap", over), ("below guarded with a strong sign", low)):
        if some:
            print(f"| {title}: approach | lowered | lines | what fell |\n|---|---|---|---|")
            for trial in sorted(some, key=lambda t: -t.lowered)[:15]:
                print(
                    f"| {trial.approach.approach_id} ({trial.origin}, {trial.way}) | {trial.lowered:.3f} "
                    f"| {' / '.join(trial.lines[:3])} | {moved(model, trial)} |"
                )
            print()
    print("| kind of line, one alone | trials | median fall | most |\n|---|---|---|---|")
    by_kind: dict[str, list[float]] = defaultdict(list)
    for number, (kind, text) in enumerate(specifics() * 6):
        _, approach = approaches[(37 * number) % len(approaches)]
        after = model.assess(padded(approach, (text,), WAYS[0]))
        by_kind[kind].append(model.assess(approach).sum.total - after.sum.total)
    for kind, falls in by_kind.items():
        print(f"| `{kind}` | {len(falls)} | {np.median(falls):.3f} | {max(falls):.3f} |")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=10_000)
    parser.add_argument("--synthetic", type=int, default=600, help="risky synthetic approaches")
    given = parser.parse_args()
    model = load_model()
    approaches = risky_approaches(given.synthetic)
    origins = Counter(name for name, _ in approaches)
    print(
        f"recruitrisk {__version__}, model {model.name} (catalogue {model.manifest.get('catalogue')}), Python "
        f"{platform.python_version()}; risky approaches: {', '.join(f'{n} {k}' for k, n in origins.items())}"
    )
    _report_pleasantries(model, approaches, given.trials)
    _report_specifics(model, approaches, max(1, given.trials // 4))


if __name__ == "__main__":
    main()
