"""What the matcher promises: the same hits as each pattern alone, spans in characters, clear errors."""

from __future__ import annotations

import json
import re
from importlib import resources

import pytest
import re2
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recruitrisk.errors import RecruitRiskError
from recruitrisk.indicators import CATALOGUE
from recruitrisk.text import Match, Matcher, canonical
from recruitrisk.text.literals import plain, told_by

_PATTERNS = [
    r"\bwhatsapp\b", r"whats ?app", r"a+", r"a*b", r"(?:ab)+", r"\d+(?:[.,]\d+)?", r"per (?:report|page)", r"^x", r"x$", r"é+", r"中文", r".",
    *[rf"\bword{n}\b" for n in range(60)], r"[^a]{3}", r"\pL+",
]  # fmt: skip
_WORDS = st.sampled_from(
    [
        "whatsapp",
        "whats app",
        "a",
        "b",
        "ab",
        "x",
        "1.5",
        "per report",
        "per page",
        "é",
        "中文",
        "🔹",
        " ",
        "\n",
        "word3",
        "word59",
        ".",
    ]
)
_CATALOGUE = [p.regex for indicator in CATALOGUE for p in (*indicator.patterns, *indicator.vetoes)]


def _alone(patterns: list[str], text: str) -> list[Match]:
    hits = [Match(at, m.start(), m.end()) for at, p in enumerate(patterns) for m in re2.finditer(p, text)]
    return sorted(hits, key=lambda hit: (hit.start, hit.end, hit.key))


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    """One matcher over the small patterns."""
    return Matcher(_PATTERNS)


@given(
    st.one_of(
        st.lists(_WORDS, max_size=20).map("".join),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    )
)
@settings(max_examples=300, deadline=None)
@example("")
def test_hits_are_those_of_each_pattern_alone(matcher: Matcher, text: str) -> None:
    """Keys, spans and order are what the patterns give one by one."""
    assert matcher.matches(text) == _alone(_PATTERNS, text)


def test_hits_of_the_catalogue_are_those_of_each_pattern_alone() -> None:
    """No pattern of the catalogue is lost in the common pass, on the catalogue's own examples."""
    matcher = Matcher(_CATALOGUE)
    examples = [canonical(e) for i in CATALOGUE for p in i.patterns for e in (*p.fires, *p.silent)]
    text = "\n".join(examples[:: max(1, len(examples) // 60)])

    assert matcher.matches(text) == _alone(_CATALOGUE, text)


@pytest.mark.parametrize("piece", ["a", "whats app ", "(", "word1 ", "中", "a b ", "$1,000 per report "])
def test_hostile_length_loses_no_hit(piece: str) -> None:
    """A long text has the hits of each pattern alone: the automaton's memory bound drops none."""
    patterns = _CATALOGUE[:80]
    text = piece * (20_000 // len(piece)) + " whatsapp"

    assert Matcher(patterns).matches(text) == _alone(patterns, text)


def test_spans_are_in_characters() -> None:
    """Letters of more than one byte before a hit don't move it."""
    text = "🔹é中 whatsapp"

    (hit,) = Matcher([r"whatsapp"]).matches(text)

    assert text[hit.start : hit.end] == "whatsapp"


@pytest.mark.parametrize("bad", ["(", r"(?<=a)b", r"(a)\1", "[", "a{2001}"])
def test_a_bad_pattern_is_named(bad: str) -> None:
    """What RE2 can't run (no look-behind, no back-reference) is refused with the pattern's name."""
    with pytest.raises(RecruitRiskError, match="vague_client 3"):
        Matcher(["a", bad], names=["fine", "vague_client 3"])


def test_no_pattern_finds_nothing() -> None:
    """An empty matcher is a matcher."""
    assert Matcher([]).matches("anything") == []


def test_the_table_of_literals_is_that_of_the_catalogue() -> None:
    """Each pattern is in the shipped table and in no other form (``make tables`` after a change)."""
    patterns = json.loads(
        resources.files("recruitrisk.text").joinpath("data/literals.json").read_text("utf-8")
    )

    assert sorted(patterns["patterns"]) == sorted(set(_CATALOGUE))


@given(st.sampled_from(_CATALOGUE), st.data())
@settings(max_examples=200, deadline=None)
def test_whatever_a_pattern_matches_holds_its_literals(pattern: str, data: st.DataObject) -> None:
    """The literals that are looked for first stand in every text that the pattern matches."""
    try:
        text = data.draw(st.from_regex(re.compile(pattern, re.ASCII)))
    except re.error:
        return
    for line in canonical(text).split("\n"):
        if re2.search(pattern, line) is None:
            continue
        _, needs = told_by(pattern)
        found = plain(line)

        assert needs is None or any(all(any(word in found for word in need) for need in way) for way in needs)


def test_a_pattern_that_looks_at_the_ends_is_run_over_the_whole_text() -> None:
    """Start and end are those of the text, not of a line."""
    matcher = Matcher([r"^one\b", r"one$", r"one[^a]two"])

    assert [(h.key, h.start) for h in matcher.matches("one\ntwo one\none")] == [(0, 0), (2, 0), (1, 12)]
