"""Gates and shortcuts: what lets a search be left out changes nothing that is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitrisk.approach import Approach, Message
from recruitrisk.evidence import claims
from recruitrisk.evidence.firm import address_finding
from recruitrisk.evidence.payment import offers
from recruitrisk.market import address, amounts
from recruitrisk.market.currencies import may_be_currency, resolve
from recruitrisk.market.gates import Gates
from recruitrisk.market.numerals import WORDED, find_worded
from recruitrisk.market.remembering import remembered
from recruitrisk.market.titles import high_market
from recruitrisk.reading import read_approaches
from recruitrisk.scoring import inert as harmless

ROOT = Path(__file__).resolve().parent.parent
PIECES = (
    "jane@", "example", ".com", ".it/", "www.", "://", "http", " dot ", "(at)", "[.]", "WhatsApp", "wechat: ", "qq", "signal", " id ", "line",
    "live:", "@jane_88", "telegram", "+44 20 7946 0958", "(020) 794", "00 44", "12345678", "one", "Two", "a few ", "a good few", "half", "hundred",
    "THOUSAND", "and", " of ", "dollars", "Euro", "usd", "U.S. dollars", "£", "$1,500", "5k", "per report", "globally", " leading ", "in 12 countries",
    "since 1987", "40 staff", "two offices in", "people", "we are", "quant", "SRE", "m&a", "Interim", "\u017f", "\u0131", "\u0130", "\u212a", "é",
    " ", " ", " ", "-", ".", ",", "\n", "\u00a0", "\u2009", "\x1c", "?", "_", "7", "x",
)  # fmt: skip
"""What the searches look for, what almost is it, and letters that case makes odd."""
mixed = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@pytest.fixture
def gates_off() -> Iterator[None]:
    """Give back the gates, whatever a test did with them."""
    yield
    Gates.enabled = True


@pytest.fixture(scope="module")
def sample() -> list[Approach]:
    """A third of the shipped sample, with its messages."""
    folder = ROOT / "data/synthetic"
    return read_approaches(folder / "sample.csv", messages=folder / "sample.messages.csv").approaches()[::3]


def _both(search: Callable[[], object]) -> tuple[str, str]:
    Gates.enabled = True
    on = repr(search())
    Gates.enabled = False
    off = repr(search())
    Gates.enabled = True
    return on, off


def _found(text: str) -> list[object]:
    approach = Approach("a", (Message(text),), {"company": "Kestrel Ltd", "headline": text})
    return [
        address.find_addresses(text), list(amounts.scan_amounts(text, None)), offers(approach), address_finding(approach),
        list(claims.firm_claims(approach)), high_market.__wrapped__(text), high_market.__wrapped__(text, prose=True),  # type: ignore[attr-defined]
    ]  # fmt: skip


@pytest.mark.usefixtures("gates_off")
@settings(max_examples=400, deadline=None)
@given(text=mixed)
def test_gates_change_nothing_of_made_texts(text: str) -> None:
    """With every gate open the same amounts, offers, addresses, claims and markets are found."""
    on, off = _both(lambda: _found(text))

    assert on == off


@pytest.mark.usefixtures("gates_off")
def test_gates_change_nothing_of_the_sample(sample: list[Approach]) -> None:
    """The same over the shipped sample, in which every gate is shut somewhere."""
    texts = [message.text for approach in sample for message in approach.messages]

    differ = [text for text in texts if len(set(_both(lambda text=text: _found(text)))) > 1]  # type: ignore[misc]

    assert differ == []
    for gates in (address._GATES, amounts._GATES, claims._GATES):
        seen = [gates.open(text) for text in texts]
        assert all(any(name not in one for one in seen) for name in gates._triggers)
        assert any(seen)


@settings(max_examples=200, deadline=None)
@given(text=mixed)
def test_handles_left_out_leave_the_rest(text: str) -> None:
    """Without handles the other addresses are those that stand beside them."""
    every = [found for found in address.find_addresses(text) if found.kind != "handle"]

    assert address.find_addresses(text, handles=False) == every


@settings(max_examples=400, deadline=None)
@given(text=mixed)
def test_numbers_in_words_are_those_of_the_pattern(text: str) -> None:
    """The automaton and the pattern find the same numbers at the same places."""
    assert [m.span() for m in find_worded(text, text.lower())] == [m.span() for m in WORDED.finditer(text)]


@settings(max_examples=300, deadline=None)
@given(words=st.lists(st.sampled_from(["Hong", "Kong", "dollars", "US", "U.S.", "rand", "pages", "ﬁ", "kr", "PHP", "ß"]), min_size=1, max_size=3))  # fmt: skip
def test_what_may_be_no_currency_is_none(words: list[str]) -> None:
    """Where the first word begins no currency, no run of words from it is one."""
    text = " ".join(words)
    runs = [" ".join(words[:many]).replace("U.S.", "US") for many in range(1, len(words) + 1)]

    assert may_be_currency(text) or all(resolve(run) is None for run in runs)


@settings(max_examples=400, deadline=None)
@given(text=st.text(alphabet="=+-@;|\t\n '\"a1\u200b", max_size=24))
def test_a_shortcut_leaves_no_formula(text: str) -> None:
    """A cell that the quick look lets pass is one that the marks would not have changed."""
    kept = harmless._NEAR.search(text) is not None
    marked = harmless._RUN.sub(lambda run: harmless._MARK.sub(r"\1'", run[0]), text)

    assert kept or marked == text


def test_what_is_remembered_is_bounded() -> None:
    """A short text is answered once, a long one each time anew, so that memory has a bound."""
    asked: list[str] = []

    @remembered(10)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length(text) for text in ("pay", "pay", "p" * 100, "p" * 100)] == [3, 3, 100, 100]
    assert asked == ["pay", "p" * 100, "p" * 100]
