"""Identity: who somebody is said to be moves no digit; where somebody says it in the text, no digit of the score either."""

from __future__ import annotations

from functools import cache

import pytest

from recruitrisk.approach import Approach, Message
from recruitrisk.model import RiskModel
from recruitrisk.scoring import scored_cells
from recruitrisk.synthetic.people import LOCALES
from tests.reliability.conftest import Tally
from tests.reliability.test_evasion import _texts

PRONOUNS = (("he", "his", "him"), ("she", "her", "her"), ("they", "their", "them"))
SCORES = (
    "risk",
    "risk_low",
    "risk_high",
    "risk_band",
    "risk_style",
    "risk_indicators",
    "risk_coverage",
    "risk_notes",
)


@cache
def identities(n: int = 60) -> tuple[dict[str, str], ...]:
    """Names, pronouns and places from many countries, one a locale in turn; written in Latin letters."""
    from faker import Faker

    from recruitrisk.synthetic.people import slug

    found = []
    for number in range(n):
        locale = LOCALES[number % len(LOCALES)]
        faker = Faker(locale)
        faker.seed_instance(1000 + number)
        first, last, place = faker.first_name(), faker.last_name(), faker.city().replace("\n", " ")
        they, their, them = PRONOUNS[number % 3]
        found.append(
            {
                "first": first, "last": last, "place": place, "they": they, "their": their, "them": them, "country": faker.current_country(),
                "url": f"https://www.linkedin.com/in/{slug(first + last)}{number}",
            }
        )  # fmt: skip
    return tuple(found)


def test_identities_are_sixty_and_of_many_origins(tally: Tally) -> None:
    """As many as promised, of more than twenty origins and all three pronouns."""
    tally.of("Identity")
    found = identities()

    assert len({tuple(i.items()) for i in found}) >= 60
    assert len({i["country"] for i in found}) >= 20


def test_columns_move_no_digit(model: RiskModel, long: bool, tally: Tally) -> None:
    """Name, place, profile address and photo in their columns: every score column is the same, to the byte."""
    texts = [a for part in _texts(500 if long else 40)[:2] for a in part][:: 2 if long else 8]
    who = identities() if long else identities()[::10]
    changed = 0
    for approach in texts:
        seen = set()
        for number, one in enumerate(who):
            fields = {
                **approach.fields, "sender_name": f"{one['first']} {one['last']}", "sender_location": f"{one['place']}, {one['country']}",
                "sender_profile_url": one["url"], "has_photo": bool(number % 2),
            }  # fmt: skip
            swapped = Approach(approach.approach_id, approach.messages, fields, approach.marks)
            seen.add(tuple(scored_cells(swapped, model.assess(swapped)).items()))
        changed += len(seen) > 1

    tally.of("Identity").count(len(texts) * len(who))
    assert changed == 0


FRAMES = (
    "{text}\n\nKind regards,\n{first} {last}",
    "Hello, I am {first} {last}.\n\n{text}",
    "{text}\n\nMy colleague {first} {last} will write to you as well; {they} asked me to pass on {their} regards.",
    "{text}\n\n{first} {last}\n{place}",
    "{text}\n\nI am based in {place}.",
    "{text}\n\nI come from {country} originally.",
)

KNOWN: dict[int, float] = {2: 0.5, 3: 0.2, 4: 0.3}
"""Frame in which a name or place is known to move a digit (one in the middle of a sentence is not always taken for a name, a
place never) -> log-odds that it must not pass. A miss in the table."""


@pytest.mark.parametrize("frame", range(len(FRAMES)))
def test_text_about_oneself_moves_no_digit(frame: int, model: RiskModel, long: bool, tally: Tally) -> None:
    """A signature, an introduction, a colleague, a place, a country of origin in the words: the scores are the same whoever it is."""
    texts = [a for part in _texts(500 if long else 40)[:2] for a in part][:: 12 if long else 16]
    who = identities() if long else identities()[::7]
    moved: dict[str, int] = {}
    worst, bands = 0.0, 0
    for approach in texts:
        last = max(at for at, m in enumerate(approach.messages) if m.inbound)
        base = None
        for one in who:
            messages = list(approach.messages)
            old = messages[last]
            messages[last] = Message(FRAMES[frame].format(text=old.text, **one), True, old.sent_at)
            told = Approach(approach.approach_id, tuple(messages), approach.fields)
            assessment = model.assess(told)
            cells = tuple((name, scored_cells(told, assessment)[name]) for name in SCORES)
            base = base or (cells, assessment.sum.total)
            if cells != base[0]:
                key = f"{one['first']} {one['last']}, {one['place']}, {one['country']}"
                moved[key] = moved.get(key, 0) + 1
                worst = max(worst, abs(assessment.sum.total - base[1]))
                bands += cells[SCORES.index("risk_band")] != base[0][SCORES.index("risk_band")]

    cases = len(texts) * len(who)
    tally.of("Identity").count(cases)
    if moved:
        told_as = f"in words, {FRAMES[frame]!r}: {sum(moved.values())} of {cases} moved, by {worst:.3f} log-odds at most; bands changed: {bands}"
        tally.miss(told_as)
        assert worst <= KNOWN.get(frame, 0.0), told_as
