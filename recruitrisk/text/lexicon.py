"""The words that text is read by: those that may be told, and those that a hidden spelling may stand for."""

from __future__ import annotations

import math
import re
from functools import cache
from importlib import resources

__all__ = ["CHANNELS", "CONTRACTED", "cost", "lexicon", "short_words", "spellings"]

CHANNELS = frozenset(
    """botim discord facebook facetime gmail hangouts imessage instagram kakaotalk line linkedin messenger
    outlook proton protonmail signal skype snapchat telegram threema tutanota viber wechat weixin
    whatsapp wickr zangi zoom""".split()
)
"""Names of the channels that a sender hides most."""

_COMMON = frozenset(
    """accept access answer app apps army bank base bonus cash chat classified clearance click code colleague
    colleagues confidential contact contract crypto data defence defense delete discreet discretion do
    document documents draft email employer expert expenses fee fees flight free get government hotel if
    in information insider intelligence internal interview is it job link list manager me meeting
    message military ministry mobile money navy network no not nothing number of offer on or our out
    paid paper passport pay payment paypal phone policy private project quiet reply report reports
    research salary secret secrets secure send sensitive share speak stop talk tell text to transfer
    travel trip trust unpublished urgent usdt usb visa we wire work write you your""".split()
)


@cache
def lexicon() -> frozenset[str]:
    """Words of the shipped wordings that are not names of people or places.

    Returns
    -------
    frozenset of str
        Lower case; what ``make wordings`` wrote.
    """
    data = resources.files("recruitrisk.text").joinpath("data/words.txt").read_text("utf-8")
    return frozenset(data.split())


@cache
def spellings() -> frozenset[str]:
    """Words that a hidden spelling ("wh4ts4pp", "p a y m e n t") may stand for.

    Returns
    -------
    frozenset of str
        Words of two letters or more, of the Latin alphabet.
    """
    words = (w for w in lexicon() if 1 < len(w) <= 24 and w.isalpha() and (w.isascii() or max(w) < "\u0250"))
    return frozenset(words) | CHANNELS | _COMMON


CONTRACTED = re.compile(r"'(?:t|s|d|m|ll|re|ve)(?![\w'])")
"""What follows the word in "don't", "it's", "we've"."""
_SHORT_RANK = 1700
_INITIALS = frozenset(
    "usd eur gbp cvs btw lol pls pdf doc sub lab bio app ad us eu uk pre com org dot".split()
)
"""Short words that stand as initials, or as parts of codes and addresses."""
_ELSEWHERE = frozenset(
    """que une pas par sur les des est und sie der die das mit ich wir ist ein een van wij por una los las con nie jak czy
    dla che""".split()
)
"""Words as frequent in French, German, Dutch, Spanish, Polish and Italian, which the wordings hold less of."""


@cache
def _ranks() -> dict[str, int]:
    data = resources.files("recruitrisk.text").joinpath("data/frequent.txt").read_text("utf-8")
    return {word: rank for rank, word in enumerate(data.split())}


def cost(word: str) -> float:
    """How unlikely a word is, as the logarithm of its rank in the shipped wordings.

    Parameters
    ----------
    word : str
        Lower case.

    Returns
    -------
    float
        From 1 for the most frequent to 11; infinite for what is no word of `spellings`, no contraction, nor "a" or "i".
    """
    rank = _ranks().get(word)
    if rank is not None:
        return 1.0 + math.log(1 + rank)
    return 11.0 if word in spellings() or ("'" in word and word in lexicon()) else math.inf


@cache
def short_words() -> frozenset[str]:
    """Words of three letters so frequent that a disguise of them is likelier than a code or initials.

    Returns
    -------
    frozenset of str
        Lower case.
    """
    ranks = _ranks()
    words = {
        w for w in spellings() if len(w) == 3 and (ranks.get(w, _SHORT_RANK) < _SHORT_RANK or w in _ELSEWHERE)
    }
    return frozenset(words) - _INITIALS
