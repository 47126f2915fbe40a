"""What stands around the words of a message: greetings, sign-offs, notices, markup, slips of the keyboard.

Nothing here depends on the class.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from recruitrisk.synthetic.draw import Draw

__all__ = ["PHRASES", "Hand", "draw_hand", "dress", "mistype"]

_GREETINGS = (
    "Hi {me},",
    "Hello {me}!",
    "Dear {me},",
    "Good morning {me},",
    "Hey {me}",
    "Hi there,",
    "Greetings {me}.",
    "Good day,",
    "Hello,",
    "{me},",
)
_SIGNS = (
    "Best,\n{name}",
    "Kind regards,\n{name}",
    "Thanks,\n{name}",
    "{first}",
    "Best wishes\n{name}\n{firm}",
    "Regards, {first}",
    "Cheers {first}",
    "With kind regards\n{name}\n{firm}\n{phone}",
)
_NOTICES = (
    "This message and its attachments are meant for the addressee only.",
    "If you received this by mistake please delete it.",
    "Sent from my phone, excuse the brevity.",
    "You can stop messages like this in your settings.",
    "{firm} is an equal opportunities business.",
    "Please consider the environment before printing.",
)  # fmt: skip
PHRASES: tuple[str, ...] = (*_GREETINGS, *_SIGNS, *_NOTICES)
"""All that may be put around a message."""
_NEAR = {"a": "s", "e": "r", "i": "o", "o": "p", "n": "m", "t": "y", "s": "d", "r": "t", "l": "k", "h": "j"}


def mistype(draw: Draw, text: str, rate: float) -> str:
    """Let fingers slip: swapped, doubled, lost and neighbouring letters, at `rate` a letter."""
    out: list[str] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char.isascii() and char.isalpha() and draw.chance(rate):
            slip = draw.whole(0, 3)
            if slip == 0 and at + 1 < len(text) and text[at + 1].isalpha():
                out.append(text[at + 1] + char)
                at += 2
                continue
            if slip == 1:
                out.append(char + char)
            elif slip == 2:
                out.append(_NEAR.get(char, char))
        else:
            out.append(char)
        at += 1
    return "".join(out)


def dress(draw: Draw, text: str, *, first: bool, greeted: bool, signed: bool) -> str:
    """Put greeting, sign-off, notice and markup around the words of a message.

    Parameters
    ----------
    draw : Draw
        Stream of the approach.
    text : str
        With placeholders.
    first : bool
        Whether it opens the conversation.
    greeted, signed : bool
        Whether the words hold a greeting or a signature of their own.

    Returns
    -------
    str
        With placeholders ``{me} {name} {first} {firm} {phone}``.
    """
    if first and not greeted and draw.chance(0.35):
        text = draw.pick(_GREETINGS) + draw.pick((" ", "\n\n", "\n")) + text
    if not signed and draw.chance(0.25 if first else 0.08):
        text = text + draw.pick(("\n\n", "\n", " ")) + draw.pick(_SIGNS)
    if first and draw.chance(0.06):
        text += "\n\n" + draw.pick(_NOTICES)
    if draw.chance(0.04):
        paragraphs = [p for p in text.split("\n") if p.strip()]
        text = "".join(
            f'<p class="spinmail-quill-editor__spin-break">{html.escape(p, quote=False)}</p>'
            for p in paragraphs
        )
    return text


_SHORTENED = {
    "I am": "I'm", "I will": "I'll", "I would": "I'd", "we are": "we're", "we will": "we'll", "you are": "you're", "it is": "it's",
    "that is": "that's", "do not": "don't", "does not": "doesn't", "did not": "didn't", "is not": "isn't", "are not": "aren't",
    "cannot": "can't", "will not": "won't", "would not": "wouldn't", "they are": "they're", "there is": "there's",
    "has not": "hasn't", "have not": "haven't", "was not": "wasn't", "could not": "couldn't", "should not": "shouldn't",
    "We are": "We're", "We will": "We'll", "You are": "You're", "It is": "It's", "That is": "That's", "Do not": "Don't",
    "They are": "They're", "There is": "There's",
}  # fmt: skip
_FULL = {
    **{short: whole for whole, short in _SHORTENED.items()},
    "I've": "I have", "we've": "we have", "you've": "you have", "We've": "We have", "You've": "You have", "they've": "they have",
}  # fmt: skip
_TO_SHORT = re.compile(rf"\b(?:{'|'.join(_SHORTENED)})(?= \w)")
_TO_FULL = re.compile(rf"\b(?:{'|'.join(_FULL)})\b")


_DASH = re.compile(r" ?[\u2013\u2014] ?| - ")
_STOPS = re.compile(r"!+(?=\s|\Z)|\.{3}|\u2026")
_QUOTES = re.compile(r"[\"\u201c\u201d\u201e\u00ab\u00bb]")


@dataclass(frozen=True, slots=True)
class Hand:
    """How somebody writes, in English: what does not change what is said.

    Attributes
    ----------
    own : bool
        Whether the marks of the wording stay; else they are made plain before the habits below come in.
    contracts : bool
        Whether ``do not`` becomes ``don't``, or the other way round.
    bare : bool
        No capitals at the beginning, few apostrophes.
    flat : float
        Share of question marks that become full stops.
    breathless : float
        Share of full stops that become dots, dashes or commas.
    excited : float
        Share of full stops that become exclamation marks.
    commas : float
        Share of commas that are lost.
    dashes : float
        Share of commas that become dashes or semicolons.
    curly : bool
        Typographic marks.
    """

    own: bool
    contracts: bool
    bare: bool
    flat: float
    breathless: float
    excited: float
    commas: float
    dashes: float
    curly: bool

    def write(self, draw: Draw, text: str) -> str:
        """The text in this hand."""
        table, rule = (_SHORTENED, _TO_SHORT) if self.contracts else (_FULL, _TO_FULL)
        text = rule.sub(lambda m: table[m[0]], text.replace("\u2019", "'"))
        if not self.own:
            text = _QUOTES.sub("", _STOPS.sub(".", _DASH.sub(", ", re.sub(r"[:;](?= )", ",", text))))
        if self.commas or self.dashes:
            text = re.sub(r",(?= )", lambda m: self._comma(draw), text)
        if text.endswith("?") and draw.chance(self.flat):
            text = text[:-1] + "."
        if text.endswith(".") and not text.endswith(".."):
            if draw.chance(self.breathless):
                text = text[:-1] + draw.pick(("...", " -", ",", ""))
            elif draw.chance(self.excited):
                text = text[:-1] + "!"
        if self.bare:
            text = text[:1].lower() + text[1:].replace(" I ", " i ")
            text = text.replace("'", "") if draw.chance(0.5) else text
        if self.curly:
            text = text.replace("'", "\u2019").replace(" - ", " \u2013 ")
        return text

    def _comma(self, draw: Draw) -> str:
        if draw.chance(self.commas):
            return ""
        return draw.pick((" -", ";", ":")) if draw.chance(self.dashes) else ","


def draw_hand(draw: Draw) -> Hand:
    """Draw a hand; the class does not matter. Shares are own judgement."""
    return Hand(
        own=draw.chance(0.2),
        contracts=draw.chance(0.5),
        bare=draw.chance(0.12),
        flat=draw.unit() if draw.chance(0.3) else 0.0,
        breathless=0.6 * draw.unit() if draw.chance(0.25) else 0.0,
        excited=0.6 * draw.unit() if draw.chance(0.2) else 0.0,
        commas=draw.unit() if draw.chance(0.25) else 0.0,
        dashes=0.5 * draw.unit() if draw.chance(0.35) else 0.0,
        curly=draw.chance(0.2),
    )
