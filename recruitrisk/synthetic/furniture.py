"""What stands around the words of a message: greetings, sign-offs, notices, markup, slips of the keyboard.

Nothing here depends on the class.
"""

from __future__ import annotations

import html

from recruitrisk.synthetic.draw import Draw

__all__ = ["PHRASES", "dress", "mistype"]

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
