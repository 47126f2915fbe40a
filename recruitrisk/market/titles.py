"""Job titles to occupation groups of the pay references, by an index of our own."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from recruitrisk.market.gates import Gates
from recruitrisk.market.patterns import Pattern
from recruitrisk.market.tables import read_table

__all__ = ["SENIORITY", "Occupation", "high_market", "occupation"]

SENIORITY: tuple[str, ...] = ("junior", "ordinary", "senior", "head", "executive")
"""Levels of seniority, lowest first."""

_THRESHOLD = 0.4
_LEVELS = {
    word: level
    for level, words in {
        0: "junior trainee graduate intern apprentice entry student internship placement",
        1: "executive former ex",
        2: "senior lead principal staff expert experienced distinguished veteran sen emeritus",
        3: "head director chief managing vice partner interim founder",
        4: "president",
    }.items()
    for word in words.split()
}
_CHIEFS = Pattern(
    r"\bchief (?:\w+ ){0,2}officer\b|\bchief executive\b|\bmanaging director\b|\bdirector general\b|\bceo\b"
    r"|\bboard\b|\bgeneral counsel\b|\bvice president\b|\bnon executive\b|\bpermanent secretary\b"
)
_NOISE = frozenset(
    "junior trainee graduate intern apprentice entry level senior lead principal experienced "
    "distinguished interim acting former ex retired deputy associate assistant i ii iii iv v 1 2 3 remote "
    "hybrid part time full contract contractor freelance permanent temporary temp fixed term ftc m f d w "
    "x the a an at to with on and or for in of new global group national regional uk us eu usa emea apac "
    "europe london international hiring urgent role position job opportunity dv sc cleared clearance team "
    "member based".split()
)
_LINKS = frozenset("of in for at on to with and".split())
_CUT = Pattern(r"\s+(?:at|@|with|to|for the|based)\s+.*|\s+[-–—|·•]\s+.*|[|·•@].*|\(.*?\)|\[.*?\]", re.I)
_TOKEN = Pattern(r"c\+\+|r&d|fp&a|m&a|s/w|ux/ui|ui/ux|it/ot|t&d|[^\W_]+(?:-[^\W_]+)*", re.I)
_HEADS = frozenset(
    "engineer developer analyst manager director officer adviser consultant scientist researcher "
    "technician nurse doctor teacher professor lecturer lawyer solicitor accountant architect designer "
    "writer editor journalist reporter driver operator assistant administrator specialist executive "
    "representative economist physicist chemist biologist fellow pilot surgeon clerk secretary recruiter "
    "auditor trader programmer worker mechanic electrician chef cleaner guard correspondent statistician "
    "head".split()
)


class Occupation(NamedTuple):
    """Occupation group of a job title.

    Attributes
    ----------
    code : str
        Group code in the pay references: SOC 2018 for US, UK SOC 2020 otherwise.
    country : str
        Whose classification it is, ``US`` or ``GB``.
    matched : str
        Entry of the index that fitted best.
    score : float
        How much of the title it explains, 0 to 1.
    seniority : str
        One of `SENIORITY`.
    """

    code: str
    country: str
    matched: str
    score: float
    seniority: str


class _Entry(NamedTuple):
    title: str
    words: tuple[str, ...]
    us: str
    gb: str


@cache
def _index() -> tuple[dict[str, list[_Entry]], dict[str, float]]:
    entries = [
        _Entry(r["title"], words, r["group_us"], r["group_gb"])
        for r in read_table("titles.csv")
        if (words := tuple(_split(r["title"])))
    ]
    counts = Counter(word for entry in entries for word in set(entry.words))
    weights = {word: math.log(1.0 + len(entries) / (1.0 + n)) for word, n in counts.items()}
    by_word: dict[str, list[_Entry]] = {}
    for entry in entries:
        rarest = max(entry.words, key=lambda w: (weights[w], w))
        by_word.setdefault(rarest, []).append(entry)
    return by_word, weights


@cache
def _short_forms() -> dict[str, str]:
    return {row["short"]: row["long"] for row in read_table("title_short_forms.csv")}


def _split(title: str) -> list[str]:
    words: list[str] = []
    short_forms = _short_forms()
    for token in _TOKEN.findall(title.lower()):
        long = short_forms.get(token)
        if long is None and "-" in token:
            for part in token.split("-"):
                words += (short_forms.get(part, part)).split()
            continue
        words += (token if long is None else long).split()
    return [_singular(w) for w in words]


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y" if word not in {"series", "species"} else word
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "ous", "news")):
        return word[:-1]
    return word


def occupation(title: str, country: str | None = None) -> Occupation | None:
    """Find the occupation group of a job title.

    Parameters
    ----------
    title : str
        As written: ``Lead SW Engineer``, ``CTO at Example Ltd``, ``Parliamentary researcher``.
    country : str, optional
        ISO 3166 two letters; the United States have their own classification, every
        other country is read in the British one.

    Returns
    -------
    Occupation or None
        None when no entry of the index explains enough of the title: unknown.

    Examples
    --------
    >>> occupation("Lead SW Engineer", "GB").code
    '2134'
    >>> occupation("Grand Vizier of Sprockets") is None
    True
    """
    return _occupation(title, (country or "").upper() == "US")


@lru_cache(maxsize=65536)
def _occupation(title: str, us: bool) -> Occupation | None:
    bare = _CUT.sub(" ", f" {title[:200]} ").strip()
    words = _split(bare) or _split(title[:200])
    if not words:
        return None
    by_word, weights = _index()
    unknown = max(weights.values()) * 0.7
    have = set(words)
    link = next((i for i, w in enumerate(words) if w in _LINKS and i > 0), len(words))
    link = min(link, len(_split(bare.partition(",")[0])) or len(words))
    head = next((w for w in reversed(words[:link]) if w in _HEADS), words[link - 1])
    total = sum(_worth(w, i, weights, unknown, link) for i, w in enumerate(words) if words.index(w) == i)
    best: tuple[float, float, _Entry] | None = None
    for word in have:
        for entry in by_word.get(word, ()):
            if not have.issuperset(entry.words):
                continue
            held = set(entry.words)
            gain = sum(
                _worth(w, i, weights, unknown, link)
                for i, w in enumerate(words)
                if w in held and words.index(w) == i
            )
            gain += 0.8 * (head in held) + 0.3 * _is_run(words, entry.words) + 0.01 * len(held)
            explained = min(1.0, gain / total) if total else 1.0
            if best is None or (gain, entry.title) > (best[0], best[2].title):
                best = (gain, explained, entry)
    if best is None or best[1] < _THRESHOLD:
        return None
    entry = best[2]
    return Occupation(
        entry.us if us else entry.gb, "US" if us else "GB", entry.title, round(best[1], 3), _seniority(words)
    )


def _worth(word: str, place: int, weights: dict[str, float], unknown: float, link: int) -> float:
    """Weight of a word: noise hardly counts, and what stands behind ``of``, ``in`` or a comma counts less."""
    base = weights.get(word, unknown)
    if word in _NOISE:
        base *= 0.15
    elif word not in weights:
        base *= 0.6
    return base * (0.5 if place >= link else 1.0)


def _is_run(words: list[str], entry: tuple[str, ...]) -> bool:
    size = len(entry)
    return any(tuple(words[i : i + size]) == entry for i in range(len(words) - size + 1))


def _seniority(words: list[str]) -> str:
    if _CHIEFS.search(" ".join(words)):
        return "executive"
    levels = [_LEVELS[w] for w in words if w in _LEVELS]
    if 0 in levels:
        return SENIORITY[0]
    return SENIORITY[max(levels, default=1)]


_TITLES_ONLY = frozenset({"executives", "speakers"})


@cache
def _high_markets() -> list[tuple[re.Pattern[str], float, str]]:
    table = []
    for row in read_table("high_markets.csv"):
        words = "|".join(re.escape(w) for w in row["words"].split("|"))
        table.append((re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I), float(row["factor"]), row["name"]))
    return table


@cache
def _high_gates() -> Gates:
    rows = read_table("high_markets.csv")
    return Gates({row["name"]: "|".join(re.escape(w) for w in row["words"].split("|")) for row in rows})


@lru_cache(maxsize=65536)
def high_market(title: str, *, prose: bool = False) -> tuple[float, str] | None:
    """Markets that truly pay far above the group's median.

    Parameters
    ----------
    title : str
        Job title or a description of the work.
    prose : bool
        True for running text, in which ``board``, ``partner`` or ``speaker`` tell nothing of the work.

    Returns
    -------
    tuple of (float, str) or None
        Factor on the reference (own judgement, listed in ``high_markets.csv``) and the
        market's name; None for ordinary work.

    Examples
    --------
    >>> high_market("Interim CFO")
    (2.5, 'interim executives')
    """
    gates = _high_gates().open(title)
    if not gates:
        return None
    fits = [
        (factor, name)
        for pattern, factor, name in _high_markets()
        if name in gates and not (prose and name in _TITLES_ONLY) and pattern.search(title)
    ]
    return max(fits, key=lambda pair: pair[0]) if fits else None
