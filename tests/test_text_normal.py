"""What canonical text promises: quotations, rest, order, linear time."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recruitrisk.text import Normalised, canonical, identity_spans, normalise, sentence_spans, tokens
from recruitrisk.text.characters import confusables, expansions, fold
from recruitrisk.text.normal import _apply, _bluntly

_PIECES = [
    "whatsapp", "telegram", "secret", "a", "b", "i", "W", "h", "4", "0", "$", "@", "!", "|", "+", " ", "  ", "\t", "\n", "\r\n", "\r",
    "\n\n\n", ".", "-", "_", "/", ":", "🔹", "🙂", "🇬", "🇧", "🇬🇧", "\u200b", "\u200d", "\u200c", "\u202e", "\u202c", "\u00ad", "\ufe0f",
    "\u0301", "\u0336", "\u20e3", "é", "ß", "İ", "ı", "ſ", "ﬁ", "№", "⑴", "ⓦ", "𝐖", "Ｗ", "ᴡ", "а", "о", "с", "Ж", "ο", "Ꮤ", "λ", "中", "文", "हि",
    "ن", "<b>", "</b>", "<p>", "<", ">", "<!--", "-->", "<a href='x'>", "&amp;", "&", "amp;", "lt;", "&lt;", "&gt;", "&#38;", "#38;", "#105;", "&#x26;",
    "&shy;", "&nbsp;", "&copy;", "aaa", "ooo", "iii", "https://", "www.", ".com", "x@y.org", "n0", "c@sh", "pass", "port", "\x00", "\x0b", "\ud800",
    "Anna", "Hi ", "regards,\n", "th_e", "th3", "4nd", "d0n't", "t h e", "f o r a", "ẗḧë", "ýóúŕ", "Ηello", "Υou", "ѕау", "seee", "n.a.t.o.", "'t", "län",
]  # fmt: skip
_HOSTILE = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)
_TEXT = st.one_of(st.text(max_size=60), _HOSTILE, st.text(st.sampled_from("".join(_PIECES)), max_size=60))


@given(_TEXT, st.data())
@settings(max_examples=400, deadline=None)
def test_a_quotation_is_an_exact_piece_of_the_input(raw: str, data: st.DataObject) -> None:
    """Any slice of the canonical text leads to a slice of the raw text, within its bounds."""
    normal = normalise(raw)
    start = data.draw(st.integers(0, len(normal.text)))
    end = data.draw(st.integers(start, len(normal.text)))

    a, b = normal.raw_span(start, end)

    assert 0 <= a <= b <= len(raw)
    assert normal.quote(start, end) == raw[a:b]


@given(_TEXT)
@settings(max_examples=400, deadline=None)
def test_the_map_keeps_the_order(raw: str) -> None:
    """Later canonical characters never come from earlier raw ones, and each comes from something."""
    normal = normalise(raw)

    spans = [normal.raw_span(at, at + 1) for at in range(len(normal.text))]

    assert all(a < b for a, b in spans)
    assert all(x[0] <= y[0] and x[1] <= y[1] for x, y in itertools.pairwise(spans))


@given(_TEXT)
@settings(max_examples=1500, deadline=None)
@example("&#38;#38;#38;#38;#38;#38;#38;#38;#38;#38;#38;#38;lt;b&gt;")
@example("<" * 12 + "b>" * 12)
@example("a &am" + "&am" * 9 + "p;" * 9)
@example("\u202e" * 5 + "abc\u202c" * 5)
def test_normalising_twice_changes_nothing(raw: str) -> None:
    """Canonical text is at rest, and so are its offsets."""
    once = canonical(raw)

    again = normalise(once)

    assert again.text == once
    assert not again.hidden


@given(_TEXT)
@settings(max_examples=400, deadline=None)
def test_what_no_round_brings_to_rest_is_left_as_its_words(raw: str) -> None:
    """The last resort for text that never settles does settle."""
    blunt, _ = _apply(fold(raw), _bluntly(fold(raw)))

    assert canonical(blunt) == blunt


@given(_TEXT)
@settings(max_examples=300, deadline=None)
def test_canonical_text_is_no_longer_than_its_ligatures_allow(raw: str) -> None:
    """Length is linear in the input."""
    assert len(canonical(raw)) <= 4 * len(raw)


def test_folding_keeps_every_offset() -> None:
    """Every character of Unicode is read as exactly one, and reading it again changes nothing."""
    everything = "".join(map(chr, range(0x110000)))

    once = fold(everything)

    assert len(once) == len(everything)
    assert fold(once) == once


def test_no_character_is_read_in_two_ways() -> None:
    """The tables don't overlap: what is expanded is neither folded nor taken for a letter that it looks like."""
    assert not {c for c in expansions() if fold(c) != c.lower()}
    assert not expansions().keys() & confusables().keys()


@pytest.mark.parametrize(
    "raw", ["", "plain words, nothing more.", "Two lines.\n\nAnd one.", "“Curly” — don’t…", "José at Zürich"]
)
def test_ordinary_text_keeps_its_offsets(raw: str) -> None:
    """Text that hides nothing is read character by character."""
    normal = normalise(raw)

    assert len(normal.text) == len(raw)
    assert not normal.hidden


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("other", ["", "\u200b", "&amp;", "<b>x</b>"])
def test_line_ends_do_not_depend_on_what_else_is_there(ends: str, other: str) -> None:
    """One line end stays one, two or more are two, whether or not anything else had to be undone."""
    text = canonical(f"{other}one{ends}two{ends}{ends}three{ends} {ends}{ends}four")

    assert text.endswith("one\ntwo\n\nthree\n\nfour")


def test_a_quotation_of_a_hidden_word_holds_all_of_it() -> None:
    """A word that was spelt out is quoted from its first letter to its last."""
    raw = "Add me on W h a t s <b>A</b> p p, please"
    normal = normalise(raw)

    at = normal.text.index("whatsapp")

    assert normal.quote(at, at + 8) == "W h a t s <b>A</b> p p"


_REPEATED = {
    "angles": "<", "tags": "<b", "open comments": "<!--", "nested tags": "<<b>", "ampersands": "&", "nested entities": "&amp;", "amps": "amp;",
    "numbered": "&#38;#38;", "spaced": "a ", "spaced words": "n o p a y  ", "dotted": "a.", "letters": "a", "pairs": "aab", "triples": "aaabbb",
    "hidden": "\u200b", "hidden letters": "a\u200b", "emoji": "a🔹", "digits": "1", "digit letters": "1a", "leet": "a1", "signs": "!|",
    "exclamations": "!x", "many marks": "a" + "\u0301" * 9, "marks": "\u0336", "reversed": "\u202ea", "foreign": "а", "mixed": "aа", "mixed words": "aа ",
    "flags": "🇬", "newlines": "\n", "spaces": " ", "stops": "...", "closers": "!)))", "commas": "1,", "doubles": "1..", "plus": "+1 ", "mail": "a@", "url": "a.b-",
    "greetings": "hi ", "names": "Hi Anna.\n", "capitals": "Anna ", "initials": "A. ", "thanks": "thanks ", "dashes": "- ", "apostrophes": "a'", "me": "i'm Anna ",
    "colons": "a: b; ", "chinese": "中", "accents": "éa", "quotes": "\"", "money": "$1 ", "www": "www.", "slashes": "a/", "known": "pass.port.", "styled": "".join(map(chr, range(0x1D400, 0x1D7FF))), "ligatures": "ﬁ",
    "spelt words": "t h e ", "dotted words": "t.h.e ", "cut words": "th_e", "laden words": "ẗḧë ", "leet ones": "a1!1|", "contractions": "d0n't ", "smiles": ":) ",
    "Greek capitals": "Ηe ", "rules": "--- ",
}  # fmt: skip


def _read(text: str) -> None:
    normal = normalise(text)
    masked = identity_spans(normal)
    for start, end in sentence_spans(normal.text):
        tokens(normal, start, end, masked=masked)


def _seconds(work: Callable[[str], object], text: str) -> float:
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        work(text)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.usefixtures("nothing_kept")
@pytest.mark.parametrize("tail", ["", "x"])
@pytest.mark.parametrize("kind", sorted(_REPEATED))
def test_time_is_linear_in_the_text(kind: str, tail: str) -> None:
    """Eight times the hostile text takes no more than about eight times as long."""
    piece = _REPEATED[kind]
    small = (piece * 3000)[:3000] + tail
    large = (piece * 24000)[:24000] + tail
    _read(small)

    ratio = _seconds(_read, large) / max(_seconds(_read, small), 0.002)

    assert ratio < 24


def test_a_normalised_text_can_be_told_from_another() -> None:
    """Two readings of the same text are equal."""
    assert normalise("a  b") == normalise("a  b")
    assert isinstance(normalise("a"), Normalised)
