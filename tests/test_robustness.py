"""Promises against those who write to evade, and towards those who don't: padding, disguise, identity."""

from __future__ import annotations

import random

import numpy as np
import pytest

from recruitrisk.approach import Approach, Message
from recruitrisk.model import RiskModel
from recruitrisk.reading import approaches_from_frame
from recruitrisk.synthetic import Setting, synthesise

_FILLERS = (
    "I hope you are well.", "Hope your week is going fine.", "Have a lovely weekend!", "Thanks so much for reading.",
    "The weather here has turned at last.", "Wishing you and yours the best.", "It was a busy month on our side.",
    "I do enjoy a good cup of tea.", "Spring is my favourite season.", "My dog sends his regards.", "Happy Friday!",
    "I look forward to hearing from you.", "Please excuse any typing mistakes.", "Enjoy the sunshine.", "All good here.",
    "The trains were late again today.", "I am learning to bake bread.", "Greetings from a rainy town.", "Take care.",
    "What a match that was last night.", "Season's greetings.", "Hope the holidays were kind to you.", "Cheers!",
    "My garden is full of tomatoes this year.", "It is a small world.", "Time flies.", "Kind regards.", "Warm wishes.",
    "The coffee machine broke down again.", "I must run now.", "Sorry for the long message.", "Talk soon.",
)  # fmt: skip
_LOOKALIKES = str.maketrans("aeopcyxi", "аеорсухі")


def _risky(n: int, seed: int) -> list[Approach]:
    world = synthesise(n, seed, setting=Setting(risky=1, genuine=0, other=0, typos=0.0))
    return approaches_from_frame(world.frame, world.messages)[0]


def _changed(approach: Approach, texts: dict[int, str]) -> Approach:
    messages = tuple(
        Message(texts.get(at, m.text), m.inbound, m.sent_at) for at, m in enumerate(approach.messages)
    )
    return Approach(approach.approach_id, messages, approach.fields, approach.marks)


@pytest.mark.parametrize("seed", range(4))
def test_padding_never_lowers(model: RiskModel, seed: int) -> None:
    """Up to 50 pleasantries behind a risky approach lower its risk in no trial."""
    rng = random.Random(seed)
    for approach in _risky(40, 500 + seed):
        last = max(at for at, m in enumerate(approach.messages) if m.inbound)
        padding = "\n".join(rng.choice(_FILLERS) for _ in range(rng.randint(1, 50)))
        padded = _changed(approach, {last: f"{approach.messages[last].text}\n\n{padding}"})
        before, after = model.assess(approach), model.assess(padded)
        assert after.sum.total >= before.sum.total - 1e-9, padding


def test_long_friendly_thread_gathers_no_risk(model: RiskModel) -> None:
    """Four hundred messages of pleasantries and work talk score no higher than elevated: signs don't add up by length."""
    work = (
        "Thanks for the notes on the draft.", "Could we move the call to Thursday?", "I will send the slides tonight.",
        "Good point on the budget line.", "The team liked your talk.", "Let us compare notes next week.",
    )  # fmt: skip
    rng = random.Random(5)
    messages = tuple(Message(" ".join(rng.sample((*_FILLERS, *work), 4)), True) for _ in range(400))

    assert model.assess(Approach("chat", messages)).sum.total < model.edges[1]


def _zero_width(text: str) -> str:
    return "\u200b".join(text)


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalpha() else c for c in text)


def _entities(text: str) -> str:
    return "".join(f"&#{ord(c)};" if c.isalpha() and c.isascii() else c for c in text)


@pytest.mark.parametrize(
    "disguise",
    [_zero_width, _full_width, _entities, lambda t: t.translate(_LOOKALIKES)],
    ids=["zero width", "full width", "entities", "look-alikes"],
)
def test_disguise_keeps_detections(model: RiskModel, disguise) -> None:  # type: ignore[no-untyped-def]
    """Of risky English approaches in band elevated or above, 95 % stay there when every message is disguised."""
    found = kept = 0
    for approach in _risky(60, 900):
        if not all(m.text.isascii() and "<" not in m.text for m in approach.messages):
            continue
        if model.assess(approach).sum.total < model.edges[1]:
            continue
        texts = {at: disguise(m.text) for at, m in enumerate(approach.messages) if m.inbound}
        found += 1
        kept += model.assess(_changed(approach, texts)).sum.total >= model.edges[1]
    assert found >= 10
    assert kept >= 0.95 * found


def test_identity_columns_never_move_a_digit(model: RiskModel) -> None:
    """Name, place, profile address and photo swapped: every digit stays."""
    for approach in _risky(15, 77):
        other = {
            **approach.fields,
            "sender_name": "Olumide Adebayo-Øst",
            "sender_location": "Kano",
            "has_photo": True,
        }
        swapped = Approach(approach.approach_id, approach.messages, other, approach.marks)
        a, b = model.assess(approach), model.assess(swapped)
        assert (a.risk, a.low, a.high, a.band) == (b.risk, b.low, b.high, b.band)
        np.testing.assert_array_equal(a.sum.parts, b.sum.parts)
