"""Tokens of canonical text, with what names a person, a place or a firm masked.

A learnt model must never see who writes. So a capitalised word that the lexicon does not
know becomes ``<nm>``, runs of them become one, and the places where a name stands by
custom (`recruitrisk.text.names`) are masked whatever the word is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from recruitrisk.text.lexicon import lexicon
from recruitrisk.text.names import PARTICLES, capital, identity_spans
from recruitrisk.text.normal import Normalised, other_letters

__all__ = ["NAME", "Token", "identity_spans", "known_words", "lexicon", "sentence_words", "tokens"]

NAME = "<nm>"
"""Stands for any run of names."""

# Scripts without spaces between words: each character is a token.
_SIGNS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = rf"[^\W\d_{_SIGNS}]"

# Every repetition is bounded or possessive, so that no text takes more than linear time.
# A plain word stands between spaces and near no number, so it can't be part of anything else;
# most tokens are such.
_PLAIN = re.compile(
    r"(?<![^ \n(\"])(?<![\dk][ \n])([a-zß-ɏ]++(?:'[a-zß-ɏ]++)*+(?=[,;]?[ \n]|[.?!)](?:[ \n]|\Z)|\Z)(?! \d))"
)
_GAPS = frozenset((" ", "", ", ", ". ", "\n", "\n\n", ".\n", ".", ".\n\n", ",\n", ",\n\n", "; ", " (", ") "))
_ADDRESSES = (
    r"(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4})"
    r"|(?P<handle>(?<![\w.@])@[a-z0-9_]\w{1,40})"
    r"|(?P<url>https?://\S{1,500}|www\.\S{1,500}|(?<![\w.])[a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,40}){0,2}"
    r"\.(?:com|org|net|io|co|uk|eu|de|fr|cn|ru|in|au|ca|us|info|biz|me|int|gov|edu|mil)\b(?:/\S{0,300})?)"
)
_OTHERS = (
    r"(?P<phone>\+\d[\d ()./-]{6,20}\d)"
    r"|(?P<money>(?:[$£€¥₹₩₽]|\b(?:usd|eur|gbp|chf|cad|aud|inr|jpy|cny|rmb|sgd|aed|hk\$|c\$|a\$|s\$|us\$))"
    r"[ ]?\d[\d,.' ]*+"
    r"(?:\s?(?:k|m|lakh|crore|million)\b)?"
    r"|(?<!\d)\d[\d,.']{0,30}\s?(?:k\s?)?"
    r"(?:usd|eur|euros?|gbp|chf|cad|aud|inr|jpy|yen|cny|rmb|sgd|aed|usdt|dollars?|pounds?|rupees|[€£$¥₹])(?![a-z]))"
    r"|(?P<num>(?<!\d)\d++(?:[,.:/'-]\d++){0,12}(?:st|nd|rd|th|k|%|h|am|pm)?\b)"
    rf"|(?P<sign>[{_SIGNS}])"
    rf"|(?P<word>{_LETTER}++(?:'{_LETTER}++)*+)"
    r"|(?P<mark>[?!])"
)


@cache
def _token(addresses: bool) -> re.Pattern[str]:
    """Any token, addresses among them or not; compiled when a text needs it."""
    return re.compile(f"{_ADDRESSES}|{_OTHERS}" if addresses else _OTHERS)


_FREE_MAIL = re.compile(
    r"@(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|aol|proton|protonmail|pm|gmx|web|mail|yandex|qq|163|126|sina"
    r"|foxmail|tutanota|tuta|zoho|rediffmail|wp|o2|onet|interia|seznam|libero|orange|laposte|t-online|naver|hanmail|daum|inbox)\.[a-z.]{2,8}\Z"
)
_CLASS = {"url": "<url>", "phone": "<phone>", "money": "<money>", "num": "<num>", "handle": "<handle>"}
_WORDS = ("word", "sign")
_FIXED = frozenset((*_CLASS.values(), "<mail>", "<freemail>", "?", "!"))
"""Tokens that are no words, which no name hides."""

_FIRSTS = "a-zß-öø-ɏ"
# Of a piece of text with neither digits nor addresses nor other scripts, all tokens; of any other, something else as well.
_SIMPLE = re.compile(
    rf"[{_FIRSTS}]++(?:'[{_FIRSTS}]++)*+|[?!@]|[^\x00-\x2f:-\x40\[-\x60{{-\x7f]|\.(?=[a-z])|:(?=//)"
)
_SIMPLE_WORD = re.compile(rf"(?!www\Z)[{_FIRSTS}]")
_NO_ADDRESS = re.compile(rf"(?!www\Z)(?:[{_FIRSTS}0-9]|[^\w@.:])")


class Token(NamedTuple):
    """One token.

    Attributes
    ----------
    text : str
        The word in canonical form, or a class such as ``<num>``, ``<money>``, ``<nm>``.
    start, end : int
        Span in the canonical text.
    """

    text: str
    start: int
    end: int


def _mostly_latin(text: str) -> bool:
    """Whether a slice is Latin writing, in which a word of another script can only be a name."""
    if text.isascii():
        return True
    return sum(c.isascii() and c.isalpha() for c in text) >= 2 * len(other_letters().findall(text))


def tokens(
    normal: Normalised, start: int = 0, end: int | None = None, *, masked: list[tuple[int, int]] | None = None
) -> list[Token]:
    """Tokens of a slice of canonical text.

    Parameters
    ----------
    normal : Normalised
        The text.
    start, end : int
        Slice of ``normal.text``; the whole text by default.
    masked : list of tuple of int, optional
        What `identity_spans` found for the text; computed when not given.

    Returns
    -------
    list of Token
        In order. Names are ``<nm>``, never two in a row.
    """
    text, known = normal.text, lexicon()
    latin = normal.latin and _mostly_latin(
        text[start:end]
    )  # English behind it must not hide a Chinese sentence
    end = len(text) if end is None else end
    spans = identity_spans(normal) if masked is None else masked
    spans = [
        s
        for s in spans[max(0, bisect_right(spans, (start, 0)) - 1) : bisect_left(spans, (end, 0))]
        if s[1] > start
    ]
    first, last = (spans[0][0], spans[-1][1]) if spans else (end, end)
    out: list[Token] = []
    new = tuple.__new__  # half the time of Token(...)
    here = 0  # the first span that ends behind the word

    def add_word(word: str, a: int, b: int) -> None:
        nonlocal here
        while here < len(spans) and spans[here][1] <= a:
            here += 1
        named = bool(out) and out[-1][0] == NAME
        if (
            ((word not in known or _initial(text, word, b)) and word != "i" and capital(normal, a))
            or (
                latin and word[0] > "\u036f" and other_letters().match(word) is not None
            )  # a name in its own script
            or (here < len(spans) and spans[here][0] <= a and b <= spans[here][1])
        ):
            word = NAME
        elif not (named and word in PARTICLES and word not in known):
            named = False
        if named:
            a, word = out.pop()[1], NAME
        out.append(new(Token, (word, a, b)))

    at = start
    for number, part in enumerate(_PLAIN.split(text[start:end])):
        behind = at + len(part)
        if number & 1:
            if part in known and len(part) > 1 and not first <= at < last:
                out.append(new(Token, (part, at, behind)))
            else:
                add_word(part, at, behind)
        elif part.rstrip() in ("?", "!"):
            out.append(new(Token, (part[0], at, at + 1)))
        elif part not in _GAPS:
            for found in _token(True).finditer(text, at, behind):
                kind = found.lastgroup
                if kind in _WORDS:
                    add_word(found[0], *found.span())
                else:
                    out.append(Token(_class(kind or "", found[0]), *found.span()))
        at = behind
    return out


@cache
def _plainly_known() -> frozenset[str]:
    """Tokens that stay as they are wherever no name stands by custom: no initial is among them."""
    return frozenset(word for word in lexicon() if len(word) > 1) | _FIXED | {"a", "i"}


def sentence_words(
    normal: Normalised, spans: Sequence[tuple[int, int]], *, masked: list[tuple[int, int]] | None = None
) -> list[list[str]]:
    """Texts of the tokens of many slices: what `tokens` gives for each, without where they stand, and sooner.

    Parameters
    ----------
    normal : Normalised
        The text.
    spans : sequence of tuple of int
        Slices of ``normal.text``, in order, none over another.
    masked : list of tuple of int, optional
        What `identity_spans` found for the text; computed when not given.

    Returns
    -------
    list of list of str
        One list a slice.
    """
    text, plainly = normal.text, _plainly_known()
    names = identity_spans(normal) if masked is None else masked
    names = [*names, (len(text), len(text))]
    here = 0
    out: list[list[str]] = []
    for start, end in spans:
        words = _SIMPLE.findall(text[start:end])
        while names[here][1] <= start < len(text):
            here += 1
        other = [word for word in words if word not in plainly]
        if not other and names[here][0] >= end:
            pass
        elif all(map(_SIMPLE_WORD.match, other)):
            words = _masked(normal, words, _starts(text, start, words), names, here)
        elif all(map(_NO_ADDRESS.match, other)):
            words = _masked(normal, *_numbered(text, start, end), names, here)
        else:
            words = [token[0] for token in tokens(normal, start, end, masked=names)]
        out.append(words)
    return out


def _starts(text: str, start: int, words: list[str]) -> list[int]:
    """Where the words of a simple slice stand: there is no letter between."""
    out = []
    for word in words:
        start = text.find(word, start)
        out.append(start)
        start += len(word)
    return out


def _numbered(text: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """Tokens of a slice that holds neither addresses nor other scripts, with names yet, and where they stand."""
    words, starts = [], []
    at = start
    for number, part in enumerate(_PLAIN.split(text[start:end])):
        behind = at + len(part)
        if number & 1:
            words.append(part)
            starts.append(at)
        elif part not in _GAPS:
            for found in _token(False).finditer(text, at, behind):
                words.append(_CLASS.get(found.lastgroup or "", found[0]))
                starts.append(found.start())
        at = behind
    return words, starts


def _masked(
    normal: Normalised, words: list[str], starts: list[int], names: list[tuple[int, int]], here: int
) -> list[str]:
    """Words of Latin letters with the names among them masked, as `tokens` does it."""
    text, known, plainly = normal.text, lexicon(), _plainly_known()
    out: list[str] = []
    named = False  # whether a name was last
    for word, at in zip(words, starts, strict=True):
        while names[here][1] <= at:
            here += 1
        if (
            word not in plainly
            and (word not in known or _initial(text, word, at + len(word)))
            and capital(normal, at)
        ) or (names[here][0] <= at and at + len(word) <= names[here][1] and word not in _FIXED):
            if not named:
                out.append(NAME)
            named = True
        elif not (named and word in PARTICLES and word not in known):
            out.append(word)
            named = False
    return out


def _initial(text: str, word: str, behind: int) -> bool:
    return len(word) == 1 and word != "a" and text[behind : behind + 1] == "."


def _class(kind: str, text: str) -> str:
    if kind == "mail":
        return "<freemail>" if _FREE_MAIL.search(text) else "<mail>"
    return _CLASS.get(kind, text)


def known_words(words: Iterable[str]) -> tuple[int, int]:
    """How many of the words of tokens the lexicon knows (names and the like aside), and of how many."""
    known = lexicon()
    found = [word for word in words if word[0] != "<" and word != "?" and word != "!"]
    return len([word for word in found if word in known]), len(found)
