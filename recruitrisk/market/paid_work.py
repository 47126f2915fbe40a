"""What an amount is paid for: the unit that stands behind or before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recruitrisk.market.patterns import Pattern
from recruitrisk.market.quantities import COUNT, read_count
from recruitrisk.market.tables import read_table

__all__ = ["Unit", "UnitName", "find_unit", "unit_of_noun"]

UnitName = str
"""One of hour, day, week, month, year, report, page, word, call, question, project."""

_TIMES = {"hour", "day", "week", "month", "year"}
_SHORT = {"h", "d", "mo", "an", "time", "dia", "tag", "mot", "mes", "ano", "ora", "pp"}
_VERBS = {"takes", "take", "test", "side", "sides", "notes", "files", "answers", "updates"}
_NO_LABELS = {"post", "take", "takes", "test", "side"}
_PIECE_WORDS = frozenset("of in a an the work long short written video phone".split())
_COUNTED = {"fortnight": 2.0, "fortnightly": 2.0, "quarter": 3.0, "quarterly": 3.0}
_FILLER = frozenset(
    "gross net cash in plus flat only all-in or so before after tax taxes vat ex excl incl inc excluding "
    "including by bank transfer via paypal usdt bitcoin crypto approx paid payable guaranteed and up "
    "upwards minimum max maximum base fixed total tax-free equivalent of upfront inside outside ir35 "
    "worth at least on offer brutto netto voucher gift card cards amazon payment fee bonus honorarium "
    "stipend credit reward apiece".split()
)
_LINKS = frozenset("per a an each every pro par por al for p the / im i die".split())
_DETERMINERS = frozenset(
    "a an the each every one any your this that first single just about around only roughly some writing "
    "approximately these those our my".split()
)
_BREAKS = frozenset("and or to of in with if when from is are at by".split())
_WORK = Pattern(r"/|[^\W_]+(?:[-.'’/][^\W_]+)*")
_AMOUNT = Pattern(rf"({COUNT})(?:\s?(?:-|–|to|or|and)\s?({COUNT}))?[\s-]?([^\W\d_]+)", re.I)
_END = Pattern(r"[.!?;\n](?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Unit:
    """What an amount is paid for.

    Attributes
    ----------
    name : str or None
        One of the units, None when the words name a thing that is no unit of work
        (``per copy``).
    start, end : int
        Where in the text it is said.
    count : float
        How many of them the amount pays for: 2 for ``for two reports``, 1000 for
        ``per 1,000 words``.
    """

    name: UnitName | None
    start: int
    end: int
    count: float = 1.0


@cache
def _nouns() -> dict[str, UnitName]:
    return _units("noun")


@cache
def _adverbs() -> dict[str, UnitName]:
    return _units("adverb")


def _units(kind: str) -> dict[str, UnitName]:
    rows = [row for row in read_table("units.csv") if row["kind"] == kind]
    return {word: row["unit"] for row in rows for word in row["words"].split()}


def find_unit(text: str, start: int, end: int, floor: int = 0) -> Unit | None:
    """Find what the amount at ``text[start:end]`` is paid for.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        Span of the amount.
    floor : int
        Nothing before this offset is looked at (the end of the amount before).

    Returns
    -------
    Unit or None
        None when nothing is said.
    """
    unit = _unit_behind(text, end) or _unit_before(text, start, floor)
    if unit is None and (found := _PAID_BEHIND.match(text, end)):
        return Unit("year", end + found.start(), found.end())
    return unit


def unit_of_noun(word: str) -> str | None:
    """Unit that a noun names: ``report`` for ``memo`` or ``policy-brief``, None for any other word."""
    low, nouns = word.lower(), _nouns()
    return nouns.get(low) or nouns.get(low.rpartition("-")[2] if "-" in low else "")


_ASIDE = Pattern(r"\s?\([^()\n]{1,40}\)")


def _unit_behind(text: str, end: int) -> Unit | None:
    window = text[end : end + 90]
    stop = _END.search(window)
    if stop:
        window = window[: stop.start()]
    unit = _unit_in(window, end)
    if unit is None and (aside := _ASIDE.match(window)):
        unit = _unit_in(window[aside.end() :], end + aside.end())
    return unit


def _unit_in(window: str, end: int) -> Unit | None:
    words = list(_WORK.finditer(window))
    at = 0
    while (
        at < len(words) and at < 6 and words[at][0].lower() in _FILLER and words[at][0].lower() not in _LINKS
    ):
        at += 1
    if at >= len(words) or (
        (gap := window[: words[at].start()].strip(" ,(:*-–—\u00a0")) and at == 0 and len(gap) > 1
    ):
        return None
    first = words[at]
    link = first[0].lower()
    if link in _adverbs() and not (link == "pm" and "until" in window):
        return Unit(_adverbs()[link], end + first.start(), end + first.end(), _COUNTED.get(link, 1.0))
    if link.startswith("/") and link != "/":
        link = "/"
    if link in {"per-report", "per-page", "per-word", "per-hour", "per-day", "per-article", "per-call"}:
        return Unit(_nouns()[link[4:]], end + first.start(), end + first.end())
    if link not in _LINKS:
        return None
    return _noun_after(window, words, at, link, end)


def _noun_after(window: str, words: list[re.Match[str]], at: int, link: str, end: int) -> Unit | None:
    first = words[at]
    count, limit = 1.0, {"a": 3, "an": 3, "the": 1, "/": 1, "im": 1, "die": 1, "i": 1}.get(link, 5)
    nxt = at + 1
    while nxt < len(words) and words[nxt][0].lower() in _DETERMINERS:
        nxt += 1
    if link in {"per", "/", "for", "every"} and nxt < len(words):
        found = _AMOUNT.match(window, words[nxt].start())
        if found and (low := read_count(found[1])) is not None and found[1].lower() not in {"a", "an"}:
            high = read_count(found[2]) if found[2] else low
            return _piece(window, found, words, nxt, (low, high or low), link, first.start(), end)
    for here in range(nxt, min(nxt + limit, len(words))):
        word = words[here][0]
        if here > nxt and "," in window[words[here - 1].end() : words[here].start()]:
            break
        if (name := unit_of_noun(word)) and not (
            word.lower() in _SHORT and link not in {"/", "per", "pro", "par", "por", "p", "im", "die"}
        ):
            if (
                name in _TIMES
                and "-" in word
                and here + 1 < len(words)
                and (longer := unit_of_noun(words[here + 1][0]))
            ):
                here, name, word = here + 1, longer, words[here + 1][0]
            later = words[here + 1][0].lower() if here + 1 < len(words) else ""
            if (
                name not in _TIMES
                and later in _nouns()
                and window[words[here].end() : words[here + 1].start()] == " "
            ):
                here, name = here + 1, _nouns()[later]
            if link == "for" and name in {"year", "week", "month"} and here > nxt:
                continue
            return Unit(name, end + first.start(), end + words[here].end(), _COUNTED.get(word.lower(), count))
        if word.lower() in _BREAKS:
            break
    if link in {"for", "per"} and words[nxt - 1][0].lower() == "each" and (part := _each_of(words, nxt)):
        return Unit(part[0], end + first.start(), end + words[part[1]].end())
    if _is_each(words, at, link, nxt):
        return Unit("each", end + first.start(), end + words[nxt - (link != "a")].end())
    if link in {"per", "/"} and nxt < len(words):
        return Unit(None, end + first.start(), end + words[nxt].end())
    return None


def _each_of(words: list[re.Match[str]], nxt: int) -> tuple[str, int] | None:
    """``for each of two days``: the unit named behind, and its place."""
    if nxt >= len(words) or words[nxt][0].lower() != "of":
        return None
    for here in range(nxt + 1, min(nxt + 5, len(words))):
        if name := unit_of_noun(words[here][0]):
            return name, here
    return None


def _is_each(words: list[re.Match[str]], at: int, link: str, nxt: int) -> bool:
    """``500 each``, ``75 a pop``, ``fifty for each``: of what, the sentence before must tell."""
    if link == "for":
        return words[nxt - 1][0].lower() == "each"
    return link == "each" or (
        link == "a" and nxt < len(words) and words[nxt][0].lower() in {"pop", "time", "go"}
    )


def _piece(
    window: str,
    found: re.Match[str],
    words: list[re.Match[str]],
    nxt: int,
    size: tuple[float, float],
    link: str,
    begin: int,
    end: int,
) -> Unit | None:
    """A counted thing: ``for 5-8 pages``, ``for a 5-page report``, ``per 1,000 words``."""
    noun, stop = found[3].lower(), found.end()
    name = _nouns().get(noun)
    tail = [w for w in words[nxt:] if w.start() >= stop][:4]
    span_end = end + stop
    if name is None and noun in {"minute", "minutes", "min", "mins"}:
        name = "hour"
    if name is None:
        for word in tail[:3]:
            if (name := unit_of_noun(word[0])) is not None:
                return Unit(name, end + begin, end + word.end(), size[1])
        return None
    if name in {"hour", "page", "word", "day"} and link != "per" and link != "/":
        for word in tail:
            if (other := unit_of_noun(word[0])) in {"report", "call", "question", "project"} and word[
                0
            ].lower() not in _SHORT:
                return Unit(other, end + begin, end + word.end())
            joined = window[stop : word.start()].startswith((" ", "-"))
            if not joined and word[0].lower() not in _PIECE_WORDS:
                break
        return Unit(
            {"page": "report", "word": "report", "hour": "project", "day": "project"}[name],
            end + begin,
            span_end,
        )
    return Unit(name, end + begin, span_end, max(size[1], 1e-9))


_TIME_WORD = {
    "day": "day",
    "daily": "day",
    "hourly": "hour",
    "hour": "hour",
    "weekly": "week",
    "monthly": "month",
    "annual": "year",
    "yearly": "year",
    "annually": "year",
    "year": "year",
    "hour's": "hour",
}
_RATE = Pattern(
    r"\b(day|daily|hourly|hour|weekly|monthly|annual|yearly)[ -](?:\w+[ -]){0,2}?(?:rates?|fees?|salary|"
    r"retainer|pay|stipend|allowance|"
    r"wages?|base|package|compensation|honorarium|income|payments?|sum|remuneration|budget|earnings|gross|"
    r"figure|bonus|band|range|takings|take-home)\b(?P<rest>[^.;!?\n]{0,40})$",
    re.I,
)
_RATE_OF = Pattern(
    r"\b(?:rates?|fees?|pay|payment|price|honorari(?:um|a))\s(?:per|an?|for (?:each|every|an?|one)|"
    r"each)\s(?:\w+\s){0,2}?([\w-]+)\b(?:\s\w+){0,4}\s?[:=]?\s?$",
    re.I,
)
_YEARLY = Pattern(
    r"\b(?:salar(?:y|ies)|base|ote|total (?:comp|compensation|package)|pay band|band for th\w+|package|ctc|"
    r"salary range|comp(?:ensation)? (?:band|range)|on target earnings|scale)\b[^.;!?\n]{0,40}$",
    re.I,
)
_HEADS = frozenset(
    "each every per one a an the first second trial subsequent next any your this for single further "
    "additional finished completed accepted short".split()
)
_PLAIN = Pattern(r"[^\W\d_][\w'’-]*")
_EACH_HAN = Pattern(r"每(小时|天|月|年|页|篇)\s?$")
_PAID_BEHIND = Pattern(
    r"[\s(,]{0,2}(?:base|basic|salary|ote|package|doe|(?:\+|plus|and|with)\s?(?:bonus|"
    r"benefits|super\w*|equity|stock|pension|options|car|commission|competitive|\d{1,2}\s?%))\b",
    re.I,
)
_LABEL = Pattern(
    r"(?<![\w-])([^\W\d_][\w-]*)(?:\s(?:at|from|for|pays?|paid|earns?|earned|worth|is|are|fetch\w*|brings?|"
    r"carr(?:y|ies)|fee|rate|costs?|adds?|up to|around|about|would be|will be|of|starts? at)){1,3}\s?$"
    r"|(?<![\w-])([^\W\d_][\w-]*)\s?(?:[:=]|\s[-–—])\s?$",
    re.I,
)
_LUMP = Pattern(
    r"\b(?:(?:fixed|flat|project|one-off|single) (?:fee|payment|sum|price)|lump[- ]sum|honorarium|honorary)\b"
    r"[^.;!?\n]{0,30}$",
    re.I,
)
_RETAINER = Pattern(r"\b(?:retainer|stipend|allowance)\b[^.;!?\n]{0,30}$", re.I)


def _unit_before(text: str, start: int, floor: int) -> Unit | None:
    origin = max(floor, start - 70)
    window = text[origin:start]
    stops = [m.end() for m in _END.finditer(window)]
    if stops:
        origin, window = origin + stops[-1], window[stops[-1] :]
    if not window or not any(c.isalpha() for c in window[-4:]):
        return None
    if found := _RATE.search(window):
        return Unit(_TIME_WORD[found[1].lower()], origin + found.start(), start)
    if (found := _RATE_OF.search(window)) and (name := unit_of_noun(found[1])):
        return Unit(name, origin + found.start(), start)
    if found := _EACH_HAN.search(window):
        return Unit(_nouns()[found[1]], origin + found.start(), origin + found.end())
    if unit := _each_before(window, origin):
        return unit
    if (found := _LABEL.search(window)) and (name := unit_of_noun(found[1] or found[2])):
        noun = (found[1] or found[2]).lower()
        if name not in _TIMES and noun not in _SHORT and noun not in _NO_LABELS:
            return Unit(name, origin + found.start(), origin + found.end(1 if found[1] else 2))
    if found := _RETAINER.search(window):
        return Unit("month", origin + found.start(), origin + found.end())
    if found := _LUMP.search(window):
        return Unit("project", origin + found.start(), origin + found.end())
    if found := _YEARLY.search(window):
        return Unit("year", origin + found.start(), start)
    return None


def _each_before(window: str, origin: int) -> Unit | None:
    """``every policy memo adds``: a noun of work and a determiner within four words before it."""
    words = list(_PLAIN.finditer(window))
    for at in range(len(words) - 1, max(-1, len(words) - 9), -1):
        noun = words[at][0].lower()
        name = unit_of_noun(noun)
        if (
            not name
            or noun in _SHORT
            or noun in _VERBS
            or window[words[at].end() :].rstrip(" :=(,–-").count(",")
        ):
            continue
        for head in range(at - 1, max(-1, at - 5), -1):
            which = words[head][0].lower()
            if which not in _HEADS or (at < len(words) - 6 and which not in {"per", "each", "every"}):
                continue
            if (name in _TIMES or noun == "post") and which not in {"per", "each", "every"}:
                break
            # "each report of five pages": the report is paid, the pages are its length
            inner = (
                unit_of_noun(words[head + 1][0].lower())
                if head + 2 < at and words[head + 2][0].lower() in {"of", "with"}
                else None
            )
            if inner and name in {"page", "word"}:
                return Unit(inner, origin + words[head].start(), origin + words[head + 1].end())
            return Unit(name, origin + words[head].start(), origin + words[at].end())
    return None
