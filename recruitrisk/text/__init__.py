"""Floor 2: text to canonical form, sentences, tokens and matches, with a way back to the input."""

from recruitrisk.text.matching import Match, Matcher
from recruitrisk.text.normal import Normalised, canonical, normalise
from recruitrisk.text.passes import markup
from recruitrisk.text.sentences import sentence_spans
from recruitrisk.text.tokens import NAME, Token, identity_spans, known_words, sentence_words, tokens

__all__ = [
    "NAME", "Match", "Matcher", "Normalised", "Token", "canonical", "identity_spans", "known_words", "markup",
    "normalise", "sentence_spans", "sentence_words", "tokens",
]  # fmt: skip
