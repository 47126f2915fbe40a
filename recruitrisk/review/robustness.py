"""Robustness: what is still found when words are disguised, and whether a risky approach can be talked down.

Everything is seeded by kind and number, so a trial can be made again from its number alone. ``benchmarks/attacks.py`` and
``benchmarks/padding.py`` measure the same at length.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources

import pandas as pd

from recruitrisk.approach import Approach, Message
from recruitrisk.errors import UsageError
from recruitrisk.model import BANDS, RiskModel, shown_ids
from recruitrisk.model.performance import wilson
from recruitrisk.reading import approaches_from_frame
from recruitrisk.synthetic import Setting, synthesise

__all__ = [
    "KINDS", "WAYS", "Kind", "attack_table", "attacked", "messages_alone", "padded", "padding_table", "pleasantries", "specifics",
]  # fmt: skip

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


def attack_table(
    model: RiskModel,
    risky: Sequence[Approach],
    genuine: Sequence[Approach],
    kinds: Sequence[str] | None = None,
    *,
    band: str = "elevated",
) -> pd.DataFrame:
    """What is still found when words are disguised, and whether genuine texts are then flagged.

    Parameters
    ----------
    model : RiskModel
    risky, genuine : sequence of Approach
    kinds : sequence of str, optional
        Of `KINDS`; all by default.
    band : str
        A detection is an approach in this band or above.

    Returns
    -------
    DataFrame
        ``attack, share_of_words, detected, kept, kept_share, low, high`` (95 % Wilson), ``signs, signs_kept, genuine,
        alarms_before, alarms_after``.

    Raises
    ------
    UsageError
        No such kind or band.
    """
    chosen = list(KINDS if kinds is None else kinds)
    unknown = [k for k in chosen if k not in KINDS]
    if unknown or band not in BANDS[1:]:
        raise UsageError(
            f"kinds {unknown}, band {band!r}; kinds are {', '.join(KINDS)}, bands are {', '.join(BANDS[1:])}"
        )
    edge = model.edges[BANDS.index(band) - 1]
    before = [model.assess(a) for a in risky]
    honest = sum(model.assess(a).sum.total >= edge for a in genuine)
    rows = []
    for name in chosen:
        kind = KINDS[name]
        after = [model.assess(attacked(a, kind, f"{name} {i}")) for i, a in enumerate(risky)]
        raised = [model.assess(attacked(a, kind, f"{name} genuine {i}")) for i, a in enumerate(genuine)]
        pairs = list(zip(before, after, strict=True))
        detected = [(old, new) for old, new in pairs if old.sum.total >= edge]
        kept = sum(new.sum.total >= edge for _, new in detected)
        low, high = wilson(kept, len(detected))
        rows.append(
            {
                "attack": name, "share_of_words": kind.share, "detected": len(detected), "kept": kept,
                "kept_share": kept / max(len(detected), 1), "low": low, "high": high,
                "signs": sum(len(shown_ids(old)) for old, _ in pairs),
                "signs_kept": sum(len(set(shown_ids(old)) & set(shown_ids(new))) for old, new in pairs),
                "genuine": len(genuine), "alarms_before": honest, "alarms_after": sum(r.sum.total >= edge for r in raised),
            }
        )  # fmt: skip
    return pd.DataFrame(rows)


WAYS = ("paragraph", "same line", "message of its own")
"""Where the lines are put: below the last inbound message, right behind its text, in one more message."""

_ENDED = re.compile(r"[.!?…。！？)\]\"'*:;-]\s*\Z")


def _lines(name: str) -> list[str]:
    return resources.files("recruitrisk.review").joinpath(f"lines/{name}").read_text("utf-8").splitlines()


def pleasantries() -> list[str]:
    """Lines that say nothing of the matter, written by hand for this alone."""
    return _lines("pleasantries.txt")


def specifics() -> list[tuple[str, str]]:
    """Lines as an honest recruiter writes them: what they are meant to show, and the text."""
    return [(kind, text) for kind, _, text in (row.partition("\t") for row in _lines("specifics.txt"))]


def padded(approach: Approach, lines: Sequence[str], way: str) -> Approach:
    """The approach with lines behind its last inbound message.

    Behind a sentence that has no end, the same line is the next one: what stands right behind it would be part of it.
    """
    messages = list(approach.messages)
    last = max(at for at, m in enumerate(messages) if m.inbound)
    old = messages[last]
    if way == "message of its own":
        messages.append(Message("\n".join(lines), True, messages[-1].sent_at))
    else:
        joint, between = (
            ("\n\n", "\n") if way == "paragraph" else (" " if _ENDED.search(old.text) else "\n", " ")
        )
        messages[last] = Message(old.text + joint + between.join(lines), True, old.sent_at)
    return Approach(approach.approach_id, tuple(messages), approach.fields, approach.marks)


def padding_table(
    model: RiskModel,
    approaches: Sequence[Approach],
    lines: Sequence[str] | None = None,
    *,
    trials: int = 300,
    most: int = 50,
    seed: str = "padding",
) -> pd.DataFrame:
    """Whether lines put behind a risky approach lower its risk.

    Parameters
    ----------
    model : RiskModel
    approaches : sequence of Approach
        With an inbound message; taken in turn.
    lines : sequence of str, optional
        Of which 1 to `most` are drawn; `pleasantries` by default.
    trials, most : int
    seed : str

    Returns
    -------
    DataFrame
        One row a way: ``way, trials, lowered`` (by more than 1e-9 log-odds), ``share, low, high`` (95 % Wilson),
        ``largest_fall, mean_shift`` in log-odds.
    """
    stock = list(lines if lines is not None else pleasantries())
    shifts: dict[str, list[float]] = {way: [] for way in WAYS}
    known: dict[int, float] = {}
    for number in range(trials):
        rng = random.Random(f"{seed} {number}")
        at = number % len(approaches)
        if at not in known:
            known[at] = model.assess(approaches[at]).sum.total
        way = rng.choice(WAYS)
        some = [rng.choice(stock) for _ in range(rng.randint(1, most))]
        shifts[way].append(model.assess(padded(approaches[at], some, way)).sum.total - known[at])
    rows = []
    for way, found in shifts.items():
        lowered = sum(s < -1e-9 for s in found)
        low, high = wilson(lowered, len(found))
        rows.append(
            {
                "way": way, "trials": len(found), "lowered": lowered, "share": lowered / max(len(found), 1), "low": low, "high": high,
                "largest_fall": -min([0.0, *found]), "mean_shift": sum(found) / max(len(found), 1),
            }
        )  # fmt: skip
    return pd.DataFrame(rows)
