"""Character-level disguises of risky messages: what is still found, and whether honest ones are then flagged.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.attacks`` (a minute or two; prints Markdown for docs/benchmarks/attacks.md).
Every disguise is put on the words of synthetic messages, read without profiles, seeded by kind and number. Words
that are read otherwise than before are listed for each kind: they are the cause of every loss.
"""

from __future__ import annotations

import argparse
import difflib
import platform
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from recruitrisk.approach import Approach, Message
from recruitrisk.model import Assessment, RiskModel, load_model, shown_ids
from recruitrisk.reading import approaches_from_frame
from recruitrisk.synthetic import Setting, synthesise
from recruitrisk.text import normalise
from recruitrisk.version import __version__

Disguise = Callable[[str, random.Random], str]

_WORD = re.compile(r"(?<![\w@./-])[A-Za-z]{3,}(?![\w@/-]|\.\w)")
_CYRILLIC = dict(zip("acehijopsxyABCEHIKMOPTXS", "асеһіјорѕхуАВСЕНІКМОРТХЅ", strict=True))
_GREEK = dict(zip("oavABEHIKMNOPTXYZ", "οανΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", strict=True))
_LEET = {"a": "4@", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7"}
_SIGNS = ("*", ".", "-", "_", "|", "~", "🔹", "🙂", "/")
_TAGS = ("b", "i", "span", "u", "em")


def _zero_width(word: str, rng: random.Random) -> str:
    return "".join(c + rng.choice("\u200b\u200c\u200d\u2060\u00ad") for c in word[:-1]) + word[-1]


def _homoglyphs(word: str, rng: random.Random) -> str:
    table = _CYRILLIC if rng.random() < 0.7 else _GREEK
    return "".join(table.get(c, c) if rng.random() < 0.8 else c for c in word)


def _full_width(word: str, rng: random.Random) -> str:
    return "".join(chr(ord(c) + 0xFEE0) for c in word)


def _mathematical(word: str, rng: random.Random) -> str:
    base = rng.choice((0x1D400, 0x1D468, 0x1D4D0, 0x1D5D4, 0x1D608, 0x1D670))
    return "".join(chr(base + (ord(c) - 65 if c.isupper() else ord(c) - 71)) for c in word)


def _bidi(word: str, rng: random.Random) -> str:
    if rng.random() < 0.5:
        return f"\u202e{word[::-1]}\u202c"
    at = rng.randrange(1, len(word))
    return f"{word[:at]}\u2066{word[at:]}\u2069"


def _entities(word: str, rng: random.Random) -> str:
    return "".join(f"&#{ord(c)};" if rng.random() < 0.5 else f"&#x{ord(c):x};" for c in word)


def _tags(word: str, rng: random.Random) -> str:
    at, tag = rng.randrange(1, len(word)), rng.choice(_TAGS)
    return f"{word[:at]}<{tag}>{word[at]}</{tag}>{word[at + 1 :]}"


def _marks(word: str, rng: random.Random) -> str:
    mark = rng.choice("\u0336\u0332\u0301\u0308\u20e3")
    return "".join(c + mark for c in word)


def _spaced(word: str, rng: random.Random) -> str:
    return rng.choice((" ", " ", ".", "-", "_", "*")).join(word)


def _leet(word: str, rng: random.Random) -> str:
    return "".join(
        rng.choice(_LEET[c.lower()]) if c.lower() in _LEET and rng.random() < 0.7 else c for c in word
    )


def _split(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word))
    return word[:at] + rng.choice(_SIGNS) + word[at:]


def _stretched(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word))
    return word[:at] + word[at] * rng.randint(3, 5) + word[at + 1 :]


def _misspelt(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    if rng.random() < 0.5:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :]


@dataclass(frozen=True)
class Kind:
    """A kind of attack: how a word is disguised, what share of the words, and the share of detections to keep."""

    disguise: Disguise
    share: float
    least: float


KINDS: dict[str, Kind] = {
    "zero-width characters": Kind(_zero_width, 1.0, 0.99),
    "look-alike letters": Kind(_homoglyphs, 1.0, 0.99),
    "full-width letters": Kind(_full_width, 1.0, 0.99),
    "mathematical letters": Kind(_mathematical, 1.0, 0.99),
    "bidirectional controls": Kind(_bidi, 0.5, 0.99),
    "HTML entities": Kind(_entities, 1.0, 0.99),
    "tags inside of words": Kind(_tags, 0.5, 0.99),
    "combining marks": Kind(_marks, 1.0, 0.99),
    "spaced-out words": Kind(_spaced, 0.5, 0.95),
    "leet": Kind(_leet, 0.5, 0.95),
    "words split by signs or emoji": Kind(_split, 0.5, 0.95),
    "repeated letters": Kind(_stretched, 0.5, 0.95),
    "misspelt words (not undone)": Kind(_misspelt, 0.1, 0.95),
}


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


def attacked(approach: Approach, kind: Kind, seed: str) -> Approach:
    """The approach with words of its inbound messages disguised."""
    rng = random.Random(seed)

    def word(match: re.Match[str]) -> str:
        return kind.disguise(match[0], rng) if rng.random() < kind.share else match[0]

    messages = tuple(
        Message(_WORD.sub(word, m.text), True, m.sent_at) if m.inbound else m for m in approach.messages
    )
    return Approach(approach.approach_id, messages, approach.fields, approach.marks)


def messages_alone(n: int, seed: int, label: int) -> list[Approach]:
    """Synthetic approaches of a class, without profiles, typing slips and markup."""
    setting = Setting(risky=float(label == 1), genuine=float(label == 0), other=0.0, typos=0.0)
    world = synthesise(3 * n, seed, setting=setting)
    found, _ = approaches_from_frame(world.frame[["approach_id"]], world.messages)
    plain = [a for a in found if all("<" not in m.text and "&" not in m.text for m in a.messages)]
    return [Approach(a.approach_id, a.messages, {}, {}) for a in plain][:n]


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
