"""How many wordings there are: by indicator, by writer, by language. Prints Markdown for docs/text_evidence.md."""

from __future__ import annotations

from collections import Counter

from benchmarks.agreement import agreement, upheld
from recruitrisk.indicators import CATALOGUE
from recruitrisk.synthetic import scenes, stock


def _marks() -> None:
    """How far two blind markings agree."""
    twice = [s for s in scenes() if all(p.twice for m in s.messages if m.inbound for p in m.pieces)]
    found, worth = agreement(), upheld()
    mean = sum(a.f1 for a in found.values()) / len(found)
    sentences = sum(a.f1_sentences for a in found.values()) / len(found)
    print(
        f"\n{len(twice):,} English scenes were marked a second time, blind to the first marks. The two markings agree at a mean "
        f"F1 over indicators of {mean:.2f} by scene and {sentences:.2f} by sentence.\n"
    )
    print(
        "| indicator | F1 by scene | F1 by sentence | a first mark is upheld | sentences that either marks |"
    )
    print("|---|---|---|---|---|")
    for key, a in found.items():
        print(f"| `{key}` | {a.f1:.2f} | {a.f1_sentences:.2f} | {worth[key]:.2f} | {a.both + a.one:,} |")


def main() -> None:
    """Print the tables."""
    pieces, traps = Counter[str](), Counter[str]()
    plain = 0
    for scene in scenes():
        for message in scene.messages:
            for piece in message.pieces if message.inbound else ():
                pieces.update(piece.shows)
                traps.update(piece.traps)
                plain += not piece.shows and not piece.traps
    shows = Counter(line.indicator for line in stock() if line.kind == "shows")
    near = Counter(line.indicator for line in stock() if line.kind == "near_miss")
    labels = Counter(scene.label for scene in scenes())
    print(
        f"{len(scenes()):,} scenes ({labels[1]:,} risky, {labels[0]:,} genuine, {labels[None]:,} other harms) by "
        f"{len({s.writer for s in scenes()})} writers; {plain:,} of their inbound sentences show and resemble nothing; "
        f"{sum(1 for line in stock() if line.kind == 'benign'):,} honest single sentences beside them.\n"
    )
    print(
        "| indicator | sentences of scenes that show it | single sentences that show it | look-alikes (scenes, single) |"
    )
    print("|---|---|---|---|")
    for each in CATALOGUE:
        print(
            f"| `{each.id}` | {pieces[each.id]:,} | {shows[each.id]:,} | {traps[each.id]:,}, {near[each.id]:,} |"
        )
    _marks()
    languages = Counter(scene.lang for scene in scenes())
    print("\n| language | scenes |\n|---|---|")
    for lang, number in languages.most_common():
        print(f"| {lang} | {number:,} |")


if __name__ == "__main__":
    main()
