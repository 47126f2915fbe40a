"""A name changes nothing: who writes is not to be read from the tokens.

What can't be held: a name within a sentence where no custom marks it, if it is made of ordinary words
("Grace says ...") or is written in small letters.
"""

from __future__ import annotations

import itertools
from functools import cache

import pytest

from recruitrisk.synthetic import synthesise
from recruitrisk.text import NAME, identity_spans, normalise, tokens

_PAIRS = [
    ("James Smith", "José García"), ("Mark May", "Nguyễn Thị Minh Khai"), ("Grace Hope", "李伟"), ("Will Young", "Анна Иванова"),
    ("Łukasz Żółty", "محمد العربي"), ("Ludwig van der Berg", "Müller"), ("Maria de la Cruz", "Joy"), ("Seán O'Brien", "Jean-Luc Picard"),
    ("김민수", "J. R. R. Tolkien"), ("Faith Bishop", "İbrahim Çelik"), ("山田太郎", "Olena Шевченко"), ("April Rose", "Omar bin Hassan al-Sayed"),
]  # fmt: skip
_PLACES = {
    "greeting": "Hi {name},\n{body}",
    "greeting in the line": "Dear Dr. {name}, {body}",
    "signature": "{body}\n\nBest regards,\n{name}",
    "bare signature": "{body}\n{name}",
    "signature in the line": "{body} Thanks, {name}",
    "signature without a comma": "{body} Cheers {name}",
    "signature with a firm": "{body}\n\nKind regards\n{name}\nOak Partners Ltd\n+44 20 7946 0000",
    "self-introduction": "Hello, my name is {name} from Oak Partners. {body}",
    "short self-introduction": "I'm {name}, a recruiter. {body}",
    "this is": "This is {name} at Oak. {body}",
    "here": "{name} here, hope all is well. {body}",
}


@cache
def _bodies() -> list[str]:
    return [str(m) for m in synthesise(300, seed=11).frame["message"]]


def _texts(text: str) -> list[str]:
    return [token.text for token in tokens(normalise(text))]


@pytest.mark.parametrize("place", sorted(_PLACES))
def test_another_name_leaves_the_tokens(place: str) -> None:
    """In 300 messages, another name in the same place gives the same tokens, whatever its origin."""
    moved = [
        (one, other)
        for at, body in enumerate(_bodies())
        for one, other in [_PAIRS[at % len(_PAIRS)]]
        if _texts(_PLACES[place].format(name=one, body=body))
        != _texts(_PLACES[place].format(name=other, body=body))
    ]

    assert moved == []


@pytest.mark.parametrize("name", sorted({name for pair in _PAIRS for name in pair}))
def test_every_name_is_masked_alike(name: str) -> None:
    """Of a name only the mark stays."""
    text = f"Hi {name},\n\nmy name is {name} from the institute. We pay for reports.\n\nRegards,\n{name}"

    assert _texts(text) == [
        "hi", NAME, "my", "name", "is", NAME, "from", "the", "institute", "we", "pay", "for", "reports", "regards", NAME,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "hi there, we pay well.", "Hi Team, we pay well.", "Hi all,\nwe pay well.", "I'm Senior Recruiter at a firm.", "This is Urgent.", "Thanks. Will call.",
        "We pay well.\nSenior Policy Adviser", "It's Confidential. We pay.", "Hello. Retirement suits some people.", "Thank you for Your Time",
    ],
)  # fmt: skip
def test_words_that_are_no_name_stay(text: str) -> None:
    """A greeting without a name, a post, a word with a capital for weight: none is masked."""
    assert identity_spans(normalise(text)) == []


def test_i_is_no_name() -> None:
    """The writer's "I" is a word, written large or small."""
    assert _texts("I pay and I call") == _texts("i pay and i call") == ["i", "pay", "and", "i", "call"]


def test_handles_and_addresses_are_classes() -> None:
    """A handle or an address tells that there is one, not whose it is."""
    assert _texts("write @anna_lee or @li_wei88, anna@oak.org, www.oak.org/anna") == [
        "write",
        "<handle>",
        "or",
        "<handle>",
        "<mail>",
        "<url>",
    ]


def test_a_slice_has_the_tokens_of_the_whole() -> None:
    """Tokens of the sentences are those of the text, in order."""
    normal = normalise("Hi Anna,\nwe pay 500 usd. Call me? My name is Will Young, I work for Oak.")
    masked = identity_spans(normal)
    cut = [0, 9, 24, 33, len(normal.text)]

    pieces = [t for a, b in itertools.pairwise(cut) for t in tokens(normal, a, b, masked=masked)]

    assert pieces == tokens(normal)


def test_names_are_found_behind_a_disguise() -> None:
    """Offsets that moved don't hide a capital: markup and entities before and in a name."""
    assert _texts("<p>Hi &Eacute;milie &amp; Marc,</p><p>we pay.</p>")[:2] == ["hi", NAME]
