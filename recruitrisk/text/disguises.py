"""Passes over disguised words: cut by signs, leet and stretched spellings, and the list of all such passes.

A spelling is undone only where that makes a word of `recruitrisk.text.lexicon.spellings`, so that names, other
languages, product codes and lists stay as they are. Web and mail addresses are left alone. Look-alikes and
accents are in `recruitrisk.text.lookalikes`, spelt-out words in `recruitrisk.text.spacing`.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterator, Sequence

from recruitrisk.text.lexicon import CHANNELS, CONTRACTED, cost, lexicon, short_words, spellings
from recruitrisk.text.lookalikes import LOOKALIKES
from recruitrisk.text.passes import PICTURES, Edit, Pass
from recruitrisk.text.spacing import TRIGGER, spaced

__all__ = ["DISGUISES"]

_LATIN = "a-z\u00df-\u024f\u1e00-\u1eff"
_DOTS = "\u00b7\u2022"
_ADDRESS = re.compile(
    r"(?:https?://|\bwww\.)[^\s<>\"]{1,500}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}"
    r"|(?<![\w.-])[a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,40}){0,2}\.(?:com|org|net|io|co|uk|eu|de|fr|cn|ru|me|int|gov|edu)\b(?:/\S{0,300})?"
)
_HAS_ADDRESS = re.compile(r"[@/]|\w\.\w")


def _sparing(make: Callable[[str], Iterator[Edit]]) -> Callable[[str], Iterator[Edit]]:
    """A pass that keeps out of web and mail addresses."""

    def spared(text: str) -> Iterator[Edit]:
        edits = list(make(text))
        if not edits or not _HAS_ADDRESS.search(text):
            yield from edits
            return
        addresses = _ADDRESS.finditer(text)
        here = next(addresses, None)
        for edit in edits:
            while here is not None and here.end() <= edit[0]:
                here = next(addresses, None)
            if here is None or edit[1] <= here.start():
                yield edit

    return spared


# --- words cut by signs --------------------------------------------------------------------

_CUT_SIGNS = rf"*|~_^`+=\\#%.,:;/{_DOTS}{PICTURES}-"
_CUT = rf"(?:-\n|[{_CUT_SIGNS}]{{1,3}})"
# The same before a letter; it begins with one class of characters, which is found far faster than a choice.
_CUT_POINT = re.compile(rf"[{_CUT_SIGNS}](?:(?<=-)\n|[{_CUT_SIGNS}]{{0,2}})(?=[{_LATIN}])")
_LETTERS = re.compile(rf"[{_LATIN}]*")
_JOINT = re.compile("[-/,:;]")
"""Signs that stand between two words of their own as well."""
_PAIRS = frozenset((("she", "/"), ("her", "/"), ("him", "/"), ("his", "/"), ("all", "/")))
"""Short words that are no disguise with this sign in them: "s/he"."""
_COMMON, _FREQUENT, _RARER = 7.0, 6.5, 3.0
"""Two words make one whatever stands between them, where that costs less than this, and one of them so much more."""
_MAX_PIECES = 10
_MAX_WORD = 24


def _cut_words(text: str) -> Iterator[list[tuple[int, int]]]:
    """Spans of the letters of each chain of words with signs, and no space, between them."""
    chain: list[tuple[int, int]] = []
    for cut in _CUT_POINT.finditer(text):
        a, b = cut.span()
        if not chain or chain[-1][1] != a:
            if len(chain) > 1:
                yield chain
            start = a
            while start and a - start <= _MAX_WORD and text[start - 1].isalpha():
                start -= 1
            chain = (
                [(start, a)]
                if start < a and not (start and (text[start - 1] in "@_" or text[start - 1].isalnum()))
                else []
            )
        if chain:
            chain.append((b, _LETTERS.match(text, b).end()))  # type: ignore[union-attr]
    if len(chain) > 1:
        yield chain


def _cut(text: str) -> Iterator[Edit]:
    """``tele🔹gram``, ``what*sapp``, ``pass.port``, ``th_e``, ``confi-\\ndential``: a word cut by signs."""
    known = spellings()
    for chain in _cut_words(text):
        words = [text[a:b] for a, b in chain]
        at = 0
        while at < len(words) - 1:
            for last in range(min(len(words), at + _MAX_PIECES), at + 1, -1):
                end = chain[last - 1][1]
                joined = "".join(words[at:last])
                if not (joined in known or text[end : end + 1] == "'") or not _closed(text, end):
                    continue
                gaps = [(chain[k][1], chain[k + 1][0]) for k in range(at, last - 1)]
                signs = "".join(text[a:b] for a, b in gaps)
                around = text[chain[at][0] - 1 : chain[at][0]] + text[end : end + 1]
                if _is_cut(words[at:last], signs, around, _tail(text, end)):
                    yield from ((a, b, "") for a, b in gaps)
                    at = last - 1
                    break
            at += 1


def _is_cut(pieces: Sequence[str], signs: str, around: str, tail: str) -> bool:
    """Whether words with signs between them are one word.

    What is `around` are the signs before and behind; the tail is the end of a contraction behind ("do|n't").
    """
    joined = "".join(pieces)
    price = cost(joined)
    if len(joined) < 3 or price == math.inf:
        return tail != "" and joined + tail in lexicon() and pieces[-1] + tail not in lexicon()
    if len(joined) == 3:
        return (
            joined in short_words() and len(pieces) == 2 and len(signs) == 1 and (joined, signs) not in _PAIRS
        )
    if len(joined) == 4 == len(pieces) and set(signs) == {
        "."
    }:  # "n.a.t.o."; for single letters see recruitrisk.text.spacing
        return False
    if joined in CHANNELS or not all(len(w) > 1 and w in lexicon() for w in pieces):
        return True
    if "_" in signs and "_" in around:  # a name of more words: is_visible_to_us
        return False
    if price < _COMMON and price + _RARER < max(map(cost, pieces)):
        return True
    return _JOINT.search(signs) is None and (len(joined) > 5 or "." not in signs)


def _tail(text: str, end: int) -> str:
    """The end of a contraction that stands there, or nothing."""
    found = CONTRACTED.match(text, end)
    return found[0] if found else ""


def _closed(text: str, end: int) -> bool:
    """Whether a word ends there."""
    return end == len(text) or not (text[end] in "@_" or text[end].isalnum())


# --- leet ----------------------------------------------------------------------------------

_LEET_SIGNS = re.compile(r"[0-9@$!|+]+")
_LEET_TAIL = re.compile(r"[a-z0-9@$!|+]*(?:'[a-z0-9$@]{1,3}(?![\w']))?")
_COUNTED = re.compile(
    r"\$?[0-9]*(?:1st|2nd|3rd|[0-9]th)|\$?[0-9+]+(?:k|m|mm|bn|h|s|d|g|x|am|pm|min|in|ft|km|cm|kg|mb|gb|tb)?\+?|[a-z]{2,}[0-9+]{1,4}"
)
_NUMBERED = re.compile(r"[0-9+]+[a-z]{1,2}\+?")
_AMOUNT = re.compile(r"\$(?=[0-9])|[0-9]{3}")
_CODE = re.compile(r"[a-z][0-9]{2,}|[0-9]{2,}[a-z]|[0-9]e[0-9]")
_SHORT_LEET = frozenset("no pay get app fee job top via tip do for".split())
_PLAINER = str.maketrans("43057$@968+", "aeostsaggbt")
_ONE = re.compile("[1!|]")
_SIX = re.compile("6")
_MANY_ONES = 4
_LEAST_LEET = 2
"""From so many sure words on, the short words of a text are read as leet as well."""
_INSIDE = re.compile(r"[a-z][0-9@$!|]+[a-z]")
_LEAST_WRITTEN, _SHARE_WRITTEN = 4, 8
"""Words with signs between letters, so many and one of so many words: a text that is written in leet as a whole."""
_NAMED_SO = re.compile(r"[0-9]+[a-z]{1,2}|[a-z]{1,2}[0-9]+")
"""An amount or a code."""


def _leet_words(text: str) -> Iterator[tuple[int, str]]:
    """Words that mix letters with digits or signs, and where they start."""
    end = 0
    for signs in _LEET_SIGNS.finditer(text):
        start = signs.start()
        if start < end:
            continue
        least = max(end, start - _MAX_WORD)
        end = _LEET_TAIL.match(text, start, start + _MAX_WORD).end()  # type: ignore[union-attr]
        while start > least and (
            text[start - 1].isalpha() or (text[start - 1] == "'" and text[start - 2 : start - 1].isalpha())
        ):
            start -= 1
        if (start and (text[start - 1] in "@_." or text[start - 1].isalnum())) or not _closed(text, end):
            continue
        if not (text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha()):
            yield start, text[start:end].rstrip("!|+")


def _readings(word: str) -> Iterator[str]:
    """What a leet word may be: "1" is read as i or l, wherever it stands, and "6" as g or b."""
    ones = _ONE.findall(word)
    choices = (
        itertools.product("il", repeat=len(ones))
        if len(ones) <= _MANY_ONES
        else (["i"] * len(ones), ["l"] * len(ones))
    )
    for choice in choices:
        letters = iter(choice)
        one = _ONE.sub(lambda _, it=letters: next(it), word)  # type: ignore[misc]
        yield one.translate(_PLAINER)
        if "6" in one:
            yield _SIX.sub("b", one).translate(_PLAINER)


def _unleet(word: str) -> tuple[str, bool] | None:
    """The reading of a word with digits or signs, and whether it is sure; None if it is what it seems."""
    known = spellings()
    if sum(map(str.isalpha, word)) * 3 < sum(map(str.isdigit, word)):
        return None
    found = [(cost(plain), plain) for plain in _readings(word) if len(plain) > 2 or plain in _SHORT_LEET]
    price, plain = min(found, default=(math.inf, ""))
    if price == math.inf:
        return None
    counted = _COUNTED.fullmatch(word)
    if counted:  # 1st, 20k, covid19, part2
        stem = word.rstrip("0123456789+")
        if not word[0].isalpha() or (stem + "s" == plain and stem in known):
            return None
        if stem not in known:
            return plain, len(plain) > 3 or plain in _SHORT_LEET or (
                plain in short_words() and len(stem) == 2
            )
        sure = len(stem) == 2 and price < _COMMON and price + _RARER < cost(stem)
        return (plain, sure and (len(word) == 3 or price < _FREQUENT)) if price < _COMMON else None
    if len(plain) > 3 or plain in _SHORT_LEET:
        return plain, True
    return plain, plain in short_words() and not _CODE.fullmatch(word)


def _leet(text: str) -> Iterator[Edit]:
    """``wh4ts4pp``, ``c@sh``: digits and signs for letters, where that makes a known word."""
    found: list[tuple[int, int, str, bool]] = []
    unread = []
    inside = 0
    for start, word in _leet_words(text):
        if 2 <= len(word) <= _MAX_WORD and not word.isalpha() and not word.isdigit():
            inside += _INSIDE.search(word) is not None
            read = _unleet(word)
            if read is not None:
                found.append((start, start + len(word), *read))
            else:
                unread.append((start, word))
    if inside >= _LEAST_WRITTEN and inside * _SHARE_WRITTEN >= len(text.split()):
        found += ((start, start + len(word), plain, True) for start, word in unread if (plain := _spelt(word)))
        found.sort()
    many = sum(sure for *_, sure in found) >= _LEAST_LEET
    for start, end, plain, sure in found:
        if sure or (many and (len(plain) > 3 or plain in short_words())):
            yield start, end, plain


def _spelt(word: str) -> str | None:
    """The letters of a word that no list holds, in a text that is written in leet: ``vertr4u1ich``; None for an amount."""
    plain = next(_readings(word)).rstrip("+")
    if plain in spellings():
        return None if _NUMBERED.fullmatch(word) or "$" in _AMOUNT.findall(word) else plain
    code = _COUNTED.fullmatch(word) or _NAMED_SO.fullmatch(word) or _AMOUNT.search(word)
    return None if code or not plain.isalpha() else plain


# --- stretched words -----------------------------------------------------------------------

_STRETCH = re.compile(rf"([{_LATIN}])\1{{2,}}")
_MAX_STRETCHES = 4
_TWO_LETTERS = 5.0
"""Added for a word of two letters: "tooo" is "too"."""
_ROMAN = re.compile("m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


def _stretched(text: str) -> Iterator[Edit]:
    """``pleaaase``: a letter three times or more becomes one, or two where that is the word."""
    known = spellings()
    last = -1
    for first in _STRETCH.finditer(text):
        if first.start() < last:
            continue
        start, least = first.start(), max(0, last, first.start() - 40)
        last = first.end()
        while start > least and text[start - 1].isalpha():
            start -= 1
        while last < len(text) and last < first.end() + 80 and text[last].isalpha():
            last += 1
        last += len(_tail(text, last))
        word = text[start:last]
        runs = list(_STRETCH.finditer(word))
        if word in known or (runs[0].end() - runs[0].start() == len(word)) or _ROMAN.fullmatch(word):
            continue  # www, aaa, viii
        yield from (
            (start + r.start(), start + r.end(), r[1] * n)
            for r, n in zip(runs, _kept(word, runs), strict=True)
        )


def _kept(word: str, runs: list[re.Match[str]]) -> list[int]:
    """How many letters to keep of each run: what makes the most frequent word."""
    best: tuple[float, list[int]] | None = None
    for choice in range(1 << min(len(runs), _MAX_STRETCHES)):
        counts = [1 + (choice >> at & 1) for at in range(len(runs))]
        pieces, at = [], 0
        for run, count in zip(runs, counts, strict=True):
            pieces += [word[at : run.start()], run[1] * count]
            at = run.end()
        plain = "".join(pieces) + word[at:]
        price = cost(plain) + (_TWO_LETTERS if len(plain) == 2 else 0.0)
        if price < math.inf:
            best = min(best or (math.inf, counts), (price, counts))
    if best is not None:
        return best[1]
    return [1 if len(run[0]) > 3 else 3 for run in runs]  # "schifffahrt" is a word


DISGUISES: tuple[Pass, ...] = (
    *LOOKALIKES,
    Pass(TRIGGER, _sparing(spaced)),
    Pass(rf"[{_LATIN}]{_CUT}[{_LATIN}]", _sparing(_cut)),
    Pass(r"[a-z][0-9@$|+]+(?:[a-z]|[ .,;:?!)'\"\n-]|$)|[0-9@$!|]'?[a-z]|[a-z]'[0-9$@]", _sparing(_leet)),
    Pass(
        "|".join(f"{c}{c}{c}" for c in "abcdefghijklmnopqrstuvwxyz") + "|[\u00df-\u024f\u1e00-\u1eff]{3}",
        _sparing(_stretched),
    ),
)
"""In the order in which they run."""
