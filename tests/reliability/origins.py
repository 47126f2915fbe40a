"""English as people of other first languages write it, by rule, and names and places of where they come from.

The rules are the commonest transfer errors that teachers of English list (articles, plurals, third person, prepositions, tenses,
progressive, letter customs). They change how a thing is said and never what. Written for this test alone; nothing is trained on them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

from recruitrisk.approach import Approach, Message

Rule = Callable[[str, random.Random], str]


def _words(pattern: str, by: str | Callable[[re.Match[str]], str], share: float) -> Rule:
    place = re.compile(pattern)

    def rule(text: str, rng: random.Random) -> str:
        def one(found: re.Match[str]) -> str:
            if rng.random() >= share:
                return found[0]
            return by(found) if callable(by) else found.expand(by)

        return place.sub(one, text)

    return rule


NO_ARTICLE = _words(r"\b(?:the|a|an) (?=[a-z])", "", 0.5)
SOME_THE = _words(
    r"\b(in|of|for|with|about) (?=[a-z]{5,}\b)(?!the|your|their|these|those|which)", r"\1 the ", 0.25
)
NO_PLURAL = _words(r"\b([a-z]{4,}[^s\W])s\b", r"\1", 0.3)
NO_THIRD = _words(
    r"\b(works|needs|offers|looks|seems|wants|makes|pays|gives|helps)\b", lambda m: m[0][:-1], 0.8
)
PREPOSITIONS = _words(
    r"\b(in|on|at|for|to) (?=[a-z])",
    lambda m: {"in": "at ", "on": "in ", "at": "in ", "for": "to ", "to": "for "}[m[1]],
    0.15,
)
PROGRESSIVE = _words(
    r"\b(We|we|I) (want|need|have|hope|look|work|know)\b",
    lambda m: f"{m[1]} {'am' if m[1] == 'I' else 'are'} {m[2].removesuffix('e')}ing",
    0.6,
)
NO_BE = _words(r"\b(we|you|they|it|this|that) (?:are|is) (?=[a-z]{3})", r"\1 ", 0.3)
DOUBLED_SUBJECT = _words(r"\b(The|Our) ([a-z]+) (is|are|has|have|will)\b", r"\1 \2 it \3", 0.4)
COMMAS = _words(r"\. ([A-Z])(?=[a-z])", lambda m: f", {m[1].lower()}", 0.35)
CAPITALS = _words(
    r"\b(team|role|company|project|salary|interview|client)\b", lambda m: m[0].capitalize(), 0.5
)
FALSE_FRIENDS = _words(
    r"\b(currently|possibly|company|resume|CV)\b",
    lambda m: {
        "currently": "actually",
        "possibly": "eventually",
        "company": "society",
        "resume": "curriculum",
        "CV": "curriculum",
    }[m[1]],
    0.6,
)
INFORMATIONS = _words(r"\b(information|advice|feedback|knowledge|software)\b", r"\1s", 0.8)
KINDLY = _words(r"\b([Pp])lease\b", lambda m: "Kindly" if m[1] == "P" else "kindly", 0.7)
CONTRACTED = _words(r"\b(do|is|are|did|would|could)n't\b", r"\1 not", 0.9)


def _letter(opening: str, closing: str) -> Rule:
    def rule(text: str, rng: random.Random) -> str:
        out = f"{opening}\n{text}" if rng.random() < 0.6 else text
        return f"{out}\n{closing}" if rng.random() < 0.6 else out

    return rule


ORIGINS: dict[str, tuple[tuple[str, ...], tuple[Rule, ...]]] = {
    "British and American (as written)": (("en_GB", "en_US", "en_IE"), ()),
    "Chinese": (("zh_CN", "zh_TW"), (NO_ARTICLE, NO_PLURAL, NO_THIRD, NO_BE, COMMAS)),
    "Japanese": (("ja_JP",), (NO_ARTICLE, NO_PLURAL, PREPOSITIONS, _letter("I am sorry for sudden message.", "Thank you in advance for your kind attention."))),
    "Korean": (("ko_KR",), (NO_ARTICLE, NO_PLURAL, NO_THIRD, DOUBLED_SUBJECT)),
    "Vietnamese": (("vi_VN",), (NO_ARTICLE, NO_PLURAL, NO_THIRD, NO_BE)),
    "Russian and Ukrainian": (("ru_RU", "uk_UA"), (NO_ARTICLE, NO_BE, PREPOSITIONS, CONTRACTED)),
    "Polish and Czech": (("pl_PL", "cs_CZ"), (NO_ARTICLE, PREPOSITIONS, COMMAS)),
    "Arabic": (("ar_AE", "ar_EG"), (SOME_THE, NO_BE, COMMAS, _letter("Greetings, I hope this message finds you in good health.", "With all respect and appreciation."))),
    "Persian and Turkish": (("fa_IR", "tr_TR"), (NO_ARTICLE, PREPOSITIONS, NO_PLURAL, NO_THIRD)),
    "South Asian": (("en_IN", "hi_IN", "en_PK"), (PROGRESSIVE, KINDLY, SOME_THE, _letter("Respected Sir/Madam, warm greetings of the day!", "Awaiting your positive revert at the earliest."))),
    "Nigerian and Ghanaian": (("en_NG", "yo_NG", "tw_GH"), (KINDLY, PROGRESSIVE, CONTRACTED, _letter("Good day to you, compliments of the season.", "Remain blessed."))),
    "Spanish and Portuguese": (("es_ES", "es_MX", "pt_BR"), (SOME_THE, COMMAS, FALSE_FRIENDS, INFORMATIONS)),
    "French": (("fr_FR",), (SOME_THE, FALSE_FRIENDS, INFORMATIONS, _letter("I permit myself to contact you.", "In waiting your return, receive my best salutations."))),
    "German and Dutch": (("de_DE", "nl_NL"), (CAPITALS, INFORMATIONS, PROGRESSIVE, CONTRACTED)),
    "Filipino and Indonesian": (("fil_PH", "id_ID"), (NO_PLURAL, NO_BE, KINDLY, PREPOSITIONS)),
}  # fmt: skip
"""Origin -> Faker locales of names and places, and rules."""


@cache
def _people(locale: str) -> tuple[tuple[str, str, str], ...]:
    from faker import Faker

    faker = Faker(locale)
    faker.seed_instance(20251118)
    return tuple((faker.first_name(), faker.last_name(), faker.city().replace("\n", " ")) for _ in range(200))


def from_origin(approach: Approach, origin: str, seed: int) -> Approach:
    """The same approach, by a sender of that origin: name, place, signature and way of writing."""
    locales, rules = ORIGINS[origin]
    rng = random.Random(f"{origin} {seed}")
    first, last, place = rng.choice(_people(rng.choice(locales)))
    messages = []
    for message in approach.messages:
        text = message.text
        if message.inbound:
            for rule in rules:
                text = rule(text, rng)
            if not messages:
                text += f"\n\n{rng.choice(('Best regards', 'Kind regards', 'Regards'))},\n{first} {last}"
        messages.append(Message(text, message.inbound, message.sent_at))
    fields = {**approach.fields, "sender_name": f"{first} {last}", "sender_location": place}
    return Approach(approach.approach_id, tuple(messages), fields, approach.marks)
