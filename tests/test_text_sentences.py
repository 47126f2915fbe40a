"""Where a sentence ends, besides full stops."""

from __future__ import annotations

import pytest

from recruitrisk.text import normalise, sentence_spans


def _sentences(raw: str) -> list[str]:
    text = normalise(raw).text
    return [text[a:b] for a, b in sentence_spans(text)]


@pytest.mark.parametrize(
    "sign", [":)", ";-)", ":D", ";)", ":-(", ":-D", "xD", "😀", "🙂🙂", "❤", "---", "-----"]
)
def test_an_emoticon_or_a_rule_ends_a_sentence(sign: str) -> None:
    """What follows a closing emoticon, emoji or rule of dashes is a sentence of its own."""
    assert _sentences(f"See you tomorrow {sign} We pay in cash") == [
        f"see you tomorrow {sign.lower()}",
        "we pay in cash",
    ]


@pytest.mark.parametrize(
    "raw",
    [
        "note: (a) is better", "jobs: (remote) are fine", "a -- b", "🔹 role of an adviser", ":) hello you", "----- start here", "x:d is a path",
        "the time is 10:30 (gmt)", "it's 5:30pm",
    ],
)  # fmt: skip
def test_what_only_looks_like_an_end_is_none(raw: str) -> None:
    """Brackets after a colon, dashes within a sentence and signs in front of one don't cut it."""
    assert _sentences(raw) == [raw]


def test_a_rule_on_a_line_of_its_own_ends_what_stands_before() -> None:
    """The signature below a line of dashes is no part of the last sentence."""
    assert _sentences("See you\n-----\nOak Partners") == ["see you", "-----", "oak partners"]
