"""Cutting canonical text into sentences, linear in its length."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["sentence_spans"]

# A stop, an emoticon, an emoji or a rule of dashes ends a sentence when white space follows, unless it belongs to a short form, an
# initial or a number; wide stops (。！？) need no white space.
_EMOJI = "\u2600-\u26ff\u2764\U0001f300-\U0001faff"
# It begins with one class of characters, which is found far faster than a choice.
_STOP = re.compile(
    rf"[.!?\n。！？:;x^{_EMOJI}-](?:"
    r"(?<=[.!?\n。！？])(?:(?<!\n)[.!?。！？]*+[)\"'\]]*+)?"
    r"|(?<=[:;])-?[)(]++|(?<![^\s.!?][:;x^])(?:(?<=[:;])-?[dp]|(?<=x)d|(?<=\^)_?\^)(?!\w)|(?<=-)(?<!--)-{2,}+(?!-)"
    rf"|(?<=[{_EMOJI}])[{_EMOJI}]*+)"
)
_CLOSER = re.compile(r"[:;x^\-\u2600-\u26ff\u2764\U0001f300-\U0001faff]")
_WORD = re.compile(r"\w")
_WIDE = re.compile("[\n。！？]")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|dr|prof|sr|jr|st|no|nr|vs|etc|e\.g|i\.e|approx|dept|inc|ltd|co|corp|gen|col|capt|lt|cmdr"
    r"|hon|rev|fig|ca|bzw|z\.b|ing|tel|ext|u\.s|u\.k|sp|o\.o|z o\.o|s\.a|s\.p\.a|s\.r\.l|b\.v|n\.v|pty|pte|bhd|llc|plc|bros|est|univ"
    r"|assoc|intl|min|max|p\.a|p\.m|a\.m|vol|pp|cf|al|[a-z])\Z"
)
_LONG = 320
_CLAUSE = re.compile(r"[;:]\s| - |, (?:and|but|so|which|while|because|though)\b")


def _long_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a very long sentence at clause marks, so that a quotation stays short."""
    at = start
    for cut in _CLAUSE.finditer(text, start, end):
        if cut.start() - at >= _LONG // 2:
            yield at, cut.start() + 1
            at = cut.start() + 1
    yield at, end


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of canonical text.

    Parameters
    ----------
    text : str
        Canonical text (lower case), as `recruitrisk.text.normalise` makes it.

    Returns
    -------
    list of tuple of int
        Start and end of each sentence, without the white space around it, in order;
        none is empty.

    Examples
    --------
    >>> [("pays 1.5k. call dr. lee.")[a:b] for a, b in sentence_spans("pays 1.5k. call dr. lee.")]
    ['pays 1.5k.', 'call dr. lee.']
    >>> [("see you :) call me")[a:b] for a, b in sentence_spans("see you :) call me")]
    ['see you :)', 'call me']
    """
    out: list[tuple[int, int]] = []

    def add(a: int, b: int) -> None:
        piece = text[a:b].rstrip()
        b = a + len(piece)
        a = b - len(piece.lstrip())
        if b - a > _LONG:
            for x, y in _long_pieces(text, a, b):
                out.append((x + (text[x] == " "), y - (text[y - 1] == " ")))
        elif a < b:
            out.append((a, b))

    start = read = 0  # before `read` there are no words
    for stop in _STOP.finditer(text):
        found, end = stop[0], stop.end()
        if not (end == len(text) or text[end].isspace() or _WIDE.search(found)):
            continue
        if _CLOSER.match(found) and _WORD.search(text, max(start, read), stop.start()) is None:
            read = end
            continue  # in front of a sentence
        if found == "." and _SHORT.search(text, max(start, end - 9), end - 1):
            continue
        add(start, end)
        start = end
    add(start, len(text))
    return out
