"""The words that text is read by: those that may be told, and those that a hidden spelling may stand for."""

from __future__ import annotations

from functools import cache
from importlib import resources

__all__ = ["CHANNELS", "lexicon", "spellings"]

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
    words = (w for w in lexicon() if 1 < len(w) <= 24 and w.isalpha() and max(w) < "\u0250")
    return frozenset(words) | CHANNELS | _COMMON
