"""How many wordings there are: by indicator, by writer, by language. Prints Markdown for docs/text_evidence.md."""

from __future__ import annotations

from collections import Counter

from recruitrisk.indicators import CATALOGUE
from recruitrisk.synthetic import scenes, stock


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
    languages = Counter(scene.lang for scene in scenes())
    print("\n| language | scenes |\n|---|---|")
    for lang, number in languages.most_common():
        print(f"| {lang} | {number:,} |")


if __name__ == "__main__":
    main()
