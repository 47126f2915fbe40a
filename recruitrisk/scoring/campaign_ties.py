"""From what was kept of approaches to their campaigns: who is tied to whom, by what, and under how many names.

An approach and what it shares (a text, an address) are the nodes of a graph with one edge for each use; campaigns are its
connected components, so that no two approaches need be compared.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from recruitrisk.approach import Approach
from recruitrisk.scoring.campaign_keys import (
    CONTACT_KINDS,
    contacts,
    digest,
    firm_key,
    first_time,
    person_key,
    row_key,
)
from recruitrisk.scoring.campaign_texts import Sketcher, components, group_sketches

__all__ = ["Campaign", "Found", "Ledger", "tie"]

Ints = NDArray[np.int64]

_MOST_TEXTS = 8
"""Inbound messages of a thread that are compared; the pitch comes early."""
_EXAMPLE = 160
_TEXT = len(CONTACT_KINDS)
_KINDS = (*CONTACT_KINDS, "text")
_SHOWN_ORDER = ("text", *CONTACT_KINDS)

_SITE = np.isin(_KINDS, ("domain", "link"))
_ADDRESS = np.isin(_KINDS, ("mail", "private mail", "phone", "handle"))
_OWN = np.isin(_KINDS, ("private mail", "phone", "handle"))
_SISTER = np.isin(_KINDS, ("mail", "private mail", "phone", "handle", "domain"))

_SITE_FIRMS, _SITE_SENDERS, _ADDRESS_FIRMS = 5, 50, 20
"""A domain or link under more firms or senders is a platform or simply a big firm, an address under more firms a public one or
a filler of a masked export: these tie nobody."""


class _Names:
    """Names by what they are compared by, each with a number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.shown: list[str] = []

    def number(self, key: str, shown: str) -> int:
        """Number of a name, -1 for none; of its spellings the one that sorts first is shown."""
        if not key:
            return -1
        at = self._numbers.setdefault(key, len(self.shown))
        if at == len(self.shown):
            self.shown.append(shown)
        elif shown < self.shown[at]:
            self.shown[at] = shown
        return at


class Ledger:
    """What is kept of each approach: numbers, and the beginning of its text."""

    def __init__(self) -> None:
        self.keys, self.contents, self.times = array("Q"), array("Q"), array("d")
        self.person, self.firm, self.recipient = array("q"), array("q"), array("q")
        self.people, self.firms, self.recipients = _Names(), _Names(), _Names()
        self.begins: list[str] = []
        self.contact_row, self.contact_kind, self.contact = array("q"), array("q"), array("Q")
        self.text_row = array("q")
        self.sketcher = Sketcher()

    def add(self, approach: Approach, owner: str = "") -> None:
        """One approach more, of an export of `owner`."""
        row, fields = len(self.keys), approach.fields
        self.keys.append(row_key(approach))
        time = first_time(approach)
        self.times.append(
            np.nan if time is None else (time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp()
        )
        name, firm = str(fields.get("sender_name", "")), str(fields.get("company", ""))
        self.person.append(self.people.number(person_key(name), " ".join(name.split())))
        self.firm.append(self.firms.number(firm_key(firm), " ".join(firm.split())))
        post, country = str(fields.get("recipient_title", "")), str(fields.get("recipient_country", ""))
        target = (
            f"{post} ({country})"
            if post and country
            else post or country or (f"export of {owner}" if owner else "")
        )
        self.recipient.append(self.recipients.number(target.casefold(), target))
        texts = [m.text for m in approach.messages if m.inbound]
        self.contents.append(digest(*texts))
        begins = " ".join(texts[0][: 2 * _EXAMPLE].split()) if texts else ""
        self.begins.append(begins[: _EXAMPLE - 1] + "…" if len(begins) > _EXAMPLE else begins)
        for text in texts[:_MOST_TEXTS]:
            self.text_row.append(row)
            self.sketcher.add(text)
        for kind, value in contacts(approach):
            self.contact_row.append(row)
            self.contact_kind.append(CONTACT_KINDS.index(kind))
            self.contact.append(digest(kind, value))


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign.

    Attributes
    ----------
    id : str
        ``C0001`` is the largest; of equal ones the earlier comes first.
    size : int
        Approaches.
    first, last : str
        Days of the first and the last approach, ``YYYY-MM-DD``; empty when unknown.
    senders, firms, recipients : tuple of str
        As they were written, the most frequent first; recipients are posts with their country, or owners of exports.
    tied_by : tuple of str
        ``text``, ``mail``, ``private mail``, ``phone``, ``handle``, ``account``, ``domain``, ``link``, and ``sister firms`` when
        differently named firms share an address or domain.
    example : str
        How its first message begins.
    """

    id: str
    size: int
    first: str
    last: str
    senders: tuple[str, ...]
    firms: tuple[str, ...]
    recipients: tuple[str, ...]
    tied_by: tuple[str, ...]
    example: str


class Told(NamedTuple):
    """What approaches of a campaign are told: zeros and an empty kind for nothing."""

    campaign: int
    text: tuple[int, int]
    address: tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """Campaigns, and for each approach in one its key, campaign and the number of what it is told."""

    campaigns: list[Campaign]
    keys: NDArray[np.uint64]
    campaign: Ints
    clue_number: Ints
    clues: list[Told]
    read: int
    comparisons: int


class _Uses(NamedTuple):
    """Uses of what can be shared: approach, what, and (by what) its kind."""

    row: Ints
    what: Ints
    kind: Ints

    def keep(self, good: NDArray[np.bool_]) -> _Uses:
        """The uses of what is good."""
        used = good[self.what]
        return _Uses(self.row[used], self.what[used], self.kind)


def _uses(row: Ints, value: NDArray[np.uint64] | Ints, kind: Ints) -> _Uses:
    """Uses without repetition, only of what two approaches share."""
    values, what = np.unique(value, return_inverse=True)
    kinds = np.zeros(len(values), np.int64)
    kinds[what] = kind
    pairs = np.unique(what * (row.max(initial=0) + 1) + row)
    what, row = np.divmod(pairs, row.max(initial=0) + 1)
    uses = _Uses(row, what, kinds)
    return uses.keep(np.bincount(what, minlength=len(values)) > 1)


def _distinct(what: Ints, names: Ints, count: int) -> Ints:
    """How many different known names there are for each of `count` things."""
    known = names >= 0
    width = names.max(initial=0) + 1
    return np.bincount(np.unique(what[known] * width + names[known]) // width, minlength=count)


def tie(ledger: Ledger) -> Found:
    """Tie approaches into campaigns; the order in which they came does not matter."""
    person, firm = np.array(ledger.person, np.int64), np.array(ledger.firm, np.int64)
    count = len(person)
    sketches, long = ledger.sketcher.finish()
    groups = group_sketches(sketches[long])
    text_row = np.array(ledger.text_row, np.int64)[long]
    same = _uses(text_row, groups.same, np.full(len(text_row), _TEXT))
    copies = _uses(text_row, groups.copies, np.full(len(text_row), _TEXT))
    offered = _uses(
        np.array(ledger.contact_row, np.int64), np.array(ledger.contact, np.uint64),
        np.array(ledger.contact_kind, np.int64),
    )  # fmt: skip
    firms = _distinct(offered.what, firm[offered.row], len(offered.kind))
    senders = _distinct(offered.what, person[offered.row], len(offered.kind))
    site, address = _SITE[offered.kind], _ADDRESS[offered.kind]
    public = (site & ((firms > _SITE_FIRMS) | (senders > _SITE_SENDERS))) | (
        address & (firms > _ADDRESS_FIRMS)
    )
    offered = offered.keep(~public)
    both = _Uses(
        np.r_[same.row, offered.row], np.r_[same.what, offered.what + len(same.kind)],
        np.r_[same.kind, offered.kind],
    )  # fmt: skip
    component = components(both.row, count + both.what, count + len(both.kind))[:count]
    sizes = np.bincount(component, minlength=1)
    within = np.flatnonzero(sizes[component] > 1) if count else np.zeros(0, np.int64)
    keys = np.array(ledger.keys, np.uint64)
    campaign, facts = _facts(ledger, both, component, within, keys)
    house = _houses(offered, firm, len(ledger.firms.shown))
    text = _under_other_names(copies, person, house, count)
    own = _under_other_names(offered.keep(_OWN[offered.kind]), person, house, count)
    kinds = np.where(own[:, 0] >= 0, offered.kind[own[:, 0]] if len(offered.kind) else 0, -1)
    told = np.stack([campaign, text[:, 1], text[:, 2], kinds, own[:, 1], own[:, 2]], axis=1)[within]
    distinct, number = np.unique(told, axis=0, return_inverse=True)
    clues = [
        Told(int(c), (int(ts), int(tf)), ("" if k < 0 else _KINDS[int(k)], int(s), int(f)))
        for c, ts, tf, k, s, f in distinct
    ]
    return Found(
        facts,
        keys[within],
        campaign[within],
        number.ravel().astype(np.int64),
        clues,
        count,
        groups.comparisons,
    )


def _facts(
    ledger: Ledger, uses: _Uses, component: Ints, within: Ints, keys: NDArray[np.uint64]
) -> tuple[Ints, list[Campaign]]:
    """Number of each approach's campaign (-1 for none), and the campaigns in the order of their numbers."""
    times = np.array(ledger.times, np.float64)
    contents = np.array(
        ledger.contents, np.uint64
    )  # before keys, which hold names: renaming all moves nothing
    order = within[np.lexsort((keys[within], contents[within], times[within], component[within]))]
    begins = (
        np.flatnonzero(np.r_[True, component[order][1:] != component[order][:-1]]) if len(order) else order
    )
    members = np.split(order, begins[1:]) if len(order) else []
    members.sort(
        key=lambda rows: (
            -len(rows),
            _or_last(times[rows[0]]),
            int(contents[rows].min()),
            int(keys[rows].min()),
        )
    )
    campaign = np.full(len(component), -1, np.int64)
    for number, rows in enumerate(members):
        campaign[rows] = number
    ties: list[set[str]] = [set() for _ in members]
    sister = _SISTER[uses.kind] & (
        _distinct(uses.what, np.array(ledger.firm, np.int64)[uses.row], len(uses.kind)) > 1
    )
    first_use = np.unique(uses.what, return_index=True)
    for what, at in zip(*first_use, strict=True):
        ties[campaign[uses.row[at]]].add(_KINDS[uses.kind[what]])
        if sister[what]:
            ties[campaign[uses.row[at]]].add("sister firms")
    facts = [
        Campaign(
            f"C{number + 1:04d}",
            len(rows),
            _day(np.nanmin(times[rows])) if not np.isnan(times[rows]).all() else "",
            _day(np.nanmax(times[rows])) if not np.isnan(times[rows]).all() else "",
            _by_number(ledger.person, rows, ledger.people.shown),
            _by_number(ledger.firm, rows, ledger.firms.shown),
            _by_number(ledger.recipient, rows, ledger.recipients.shown),
            tuple(kind for kind in (*_SHOWN_ORDER, "sister firms") if kind in tied),
            next((ledger.begins[row] for row in rows if ledger.begins[row]), ""),
        )
        for number, (rows, tied) in enumerate(zip(members, ties, strict=True))
    ]
    return campaign, facts


def _or_last(time: float) -> float:
    return np.inf if np.isnan(time) else float(time)


def _day(time: float) -> str:
    return datetime.fromtimestamp(time, UTC).date().isoformat()


def _by_number(numbers: array[int], rows: Ints, shown: list[str]) -> tuple[str, ...]:
    """Names of some approaches, the most frequent first."""
    counts = Counter(numbers[row] for row in rows)
    counts.pop(-1, None)
    return tuple(name for _, name in sorted((-number, shown[n]) for n, number in counts.items()))


def _houses(offered: _Uses, firm: Ints, count: int) -> Ints:
    """For each approach the number of its firm's house: firms that share a mail or web domain; -1 for unknown."""
    shared = offered.keep(offered.kind == CONTACT_KINDS.index("domain"))
    known = firm[shared.row] >= 0
    house = components(firm[shared.row][known], count + shared.what[known], count + len(shared.kind))[:count]
    return np.where(firm >= 0, house[firm] if count else -1, -1)


def _under_other_names(uses: _Uses, person: Ints, house: Ints, count: int) -> Ints:
    """For each approach what it shares with another person of another house, and under how many names.

    Returns
    -------
    array, shape (count, 3)
        What (the one with most senders), senders, houses; -1, 0, 0 for nothing.
    """
    out = np.tile(np.array([-1, 0, 0], np.int64), (count, 1))
    people, houses = person[uses.row], house[uses.row]
    known = (people >= 0) & (houses >= 0)
    row, what, people, houses = uses.row[known], uses.what[known], people[known], houses[known]
    if not len(row):
        return out
    by_person, person_of = np.unique(what * (people.max() + 1) + people, return_inverse=True)
    by_house, house_of = np.unique(what * (houses.max() + 1) + houses, return_inverse=True)
    _, first, of = np.unique(person_of * len(by_house) + house_of, return_index=True, return_inverse=True)
    # of the pairs (person, house) that share the thing, those of neither this person nor this house
    total = np.bincount(what[first], minlength=len(uses.kind))
    same_person = np.bincount(person_of[first], minlength=len(by_person))
    same_house = np.bincount(house_of[first], minlength=len(by_house))
    others = (total[what[first]] - same_person[person_of[first]] - same_house[house_of[first]] + 1)[of]
    senders = _distinct(what, people, len(uses.kind))[what]
    firms = _distinct(what, houses, len(uses.kind))[what]
    best = np.lexsort((what, firms, senders))
    best = best[others[best] > 0]
    out[row[best]] = np.stack([what[best], senders[best], firms[best]], axis=1)  # the last of a row stands
    return out
