"""Grams of a sentence, as 32-bit keys: words, pairs, words in reach of a negation, and character 4-grams."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

__all__ = ["KnownWord", "denied", "gram_keys", "known_pair_keys", "known_word", "pair_keys", "word_keys"]

_CHAR = 4
_MAX_WORD = 24
_REACH = 5
_NEGATIONS = frozenset(
    """not no never don't can't cannot won't without nothing none neither nor isn't aren't doesn't didn't wasn't shouldn't
    wouldn't mustn't couldn't avoid nobody dont cant nicht kein keine keinen keiner pas ne jamais geen niet nooit nie bez
    sin 不 没 别 勿 无""".split()
)


def word_keys(word: str) -> list[int]:
    """Keys of a token's own grams: the word, and the character 4-grams inside of it."""
    keys = [crc32(b"w" + word.encode())]
    if word[0] == "<":
        return keys
    padded = f" {word[:_MAX_WORD]} "
    keys.extend(crc32(b"c" + padded[i : i + _CHAR].encode()) for i in range(len(padded) - _CHAR + 1))
    return keys


def denied(words: Sequence[str]) -> list[int]:
    """Positions of the words in reach of a negation: up to five behind it, not beyond a question."""
    if _NEGATIONS.isdisjoint(words):
        return []
    out, left = [], 0
    for at, word in enumerate(words):
        if word in _NEGATIONS:
            left = _REACH
            continue
        if word in ("?", "!"):
            left = 0
        if left:
            left -= 1
            if word[0] != "<":
                out.append(at)
    return out


def pair_keys(words: Sequence[str]) -> list[int]:
    """Keys of neighbours, with the ends of the sentence, and of pairs with one word between."""
    padded = ["<s>", *words, "</s>"]
    keys = [crc32(f"b{a} {b}".encode()) for a, b in pairwise(padded)]
    keys.extend(crc32(b"n" + words[at].encode()) for at in denied(words))
    keys.extend(crc32(f"k{a} {c}".encode()) for a, c in zip(words, words[2:], strict=False))
    return keys


def gram_keys(words: Sequence[str]) -> list[int]:
    """All gram keys of one sentence, repeats included.

    Parameters
    ----------
    words : sequence of str
        Tokens of the sentence.

    Returns
    -------
    list of int
        CRC-32 of each gram.
    """
    keys = pair_keys(words)
    for word in words:
        keys.extend(_own_keys(word))
    return keys


_own_keys = lru_cache(2**17)(word_keys)  # the same words again and again, in fitting


class KnownWord(NamedTuple):
    """A word that was read before: where its vector stands, its share of the squared length, and what its pairs begin with."""

    number: int
    square: float
    code: bytes
    before: int
    skipped: int


_BEFORE, _SKIPPED, _DENIED = crc32(b"b"), crc32(b"k"), crc32(b"n")
_OPENS = crc32(b"<s> ", _BEFORE)
_CLOSES = b"</s>"


def known_pair_keys(words: Sequence[str], known: Sequence[KnownWord]) -> list[int]:
    """The same keys as `pair_keys` gives, in its order, out of sums that are begun."""
    if not known:
        return [crc32(_CLOSES, _OPENS)]
    _, _, codes, before, skipped = zip(*known, strict=True)
    keys = list(map(crc32, (*codes, _CLOSES), (_OPENS, *before)))
    keys += [crc32(codes[at], _DENIED) for at in denied(words)]
    keys += map(crc32, codes[2:], skipped)
    return keys


def known_word(word: str, number: int, square: float) -> KnownWord:
    """Begin the sums of a word's pairs."""
    code = word.encode()
    return KnownWord(number, square, code, crc32(code + b" ", _BEFORE), crc32(code + b" ", _SKIPPED))
