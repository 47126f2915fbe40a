"""From rows of an export to threads: whose export it is, who wrote what to whom, in which order.

An approach is what one person wrote to the owner. So a group chat becomes one thread for
each person who wrote in it (nobody answers for the words of another); what the owner wrote
in the group goes to the thread of the person who had written last before it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise

from recruitrisk.errors import ReadError
from recruitrisk.reading.profiles import normalise_profile_url

__all__ = ["HIDDEN", "Line", "Owner", "Thread", "find_owner", "made_id", "make_threads"]

HIDDEN = "linkedin member"
"""How an export names an account that is deleted or hidden."""

_EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Line:
    """One row of messages.csv or Invitations.csv, under names that hold for all years."""

    number: int
    sender: str
    recipients: str
    text: str
    sent_at: datetime | None = None
    conversation: str = ""
    title: str = ""
    sender_url: str = ""
    recipient_urls: tuple[str, ...] = ()
    subject: str = ""
    direction: str | None = None
    draft: bool = False
    note: str | None = None


@dataclass(slots=True)
class Owner:
    """Whose export it is.

    Attributes
    ----------
    shown : str
        The name as it is written.
    name : str
        Case-folded.
    url : str
        Normalised, empty when unknown.
    """

    shown: str
    name: str
    url: str

    def wrote(self, line: Line) -> bool:
        """Tell whether a line is the owner's own."""
        if line.sender_url and self.url:
            return normalise_profile_url(line.sender_url) == self.url
        return line.sender.casefold() == self.name

    def receives(self, line: Line) -> bool:
        """Tell whether the owner is among the recipients."""
        if line.recipient_urls and self.url:
            return self.url in map(normalise_profile_url, line.recipient_urls)
        return self.name in line.recipients.casefold()


@dataclass(slots=True)
class Thread:
    """What one person and the owner wrote to each other, oldest first.

    Attributes
    ----------
    key : str
        The id that the approach will have.
    name, url : str
        Of the other person, as in the file.
    lines : list of Line
        Those with text; ``direction`` is set.
    number : int
        Line in the file where it appears first.
    group : bool
    """

    key: str
    name: str
    url: str
    number: int
    group: bool = False
    lines: list[Line] = field(default_factory=list)


def made_id(prefix: str, *parts: str) -> str:
    """Make an id that is the same whenever the same export is read."""
    return f"{prefix}-{hashlib.blake2s('|'.join(parts).encode(), digest_size=6).hexdigest()}"


def _commonest(names: Iterable[str]) -> tuple[str, bool]:
    """Give the commonest, and whether it is so alone."""
    top = Counter(name for name in names if name and name.casefold() != HIDDEN).most_common(2)
    return (top[0][0], len(top) == 1 or top[0][1] > top[1][1]) if top else ("", False)


def find_owner(
    lines: Sequence[Line], invitations: Sequence[Line], given: str | None, profile_name: str, file: str
) -> Owner:
    """Find the owner: as given, or by Profile.csv, directions, or the commonest person.

    Parameters
    ----------
    lines, invitations : sequence of Line
    given : str or None
        Name or profile URL.
    profile_name : str
        From Profile.csv, empty if unknown.
    file : str
        For errors.

    Raises
    ------
    ReadError
        When `given` does not occur, or two people occur equally often.
    """
    everyone = [*lines, *invitations]
    present = {name.casefold() for line in everyone for name in (line.sender, line.recipients)}
    if given and normalise_profile_url(given):
        url = normalise_profile_url(given)
        names = [line.sender for line in everyone if normalise_profile_url(line.sender_url) == url]
        names += [
            line.recipients
            for line in everyone
            if [*map(normalise_profile_url, line.recipient_urls)] == [url]
        ]
        if not names:
            raise ReadError(f"nobody in the messages has the profile {given!r}, given as owner", file=file)
        name = _commonest(names)[0]
        return Owner(name, name.casefold(), url)
    if given:
        if everyone and given.casefold() not in present:
            raise ReadError(
                f"nobody in the messages is named {given!r}, given as owner; give the name as the export spells it",
                file=file,
            )
        spelt = (name for line in everyone for name in (line.sender, line.recipients))
        return _with_url(next((n for n in spelt if n.casefold() == given.casefold()), given), everyone)
    if profile_name and (profile_name.casefold() in present or not everyone):
        return _with_url(profile_name, everyone)
    told = [
        line.sender if line.direction == "outbound" else line.recipients
        for line in everyone
        if line.direction
    ]
    name, alone = _commonest(told)
    if not alone and any(line.recipient_urls for line in lines):  # in 2022 only senders have an address
        url, alone = _commonest(
            normalise_profile_url(url) for line in lines for url in (line.sender_url, *line.recipient_urls)
        )
        if alone:
            names = [line.sender for line in lines if normalise_profile_url(line.sender_url) == url]
            name = _commonest(names)[0] or profile_name
            return Owner(name, name.casefold(), url)
    if not alone:
        name, alone = _commonest(name for line in lines for name in (line.sender, line.recipients))
    if lines and not alone:
        raise ReadError(
            "can't tell whose export it is: two people or more occur equally often; say it with --owner NAME "
            "(owner=NAME) or the URL of the owner's profile",
            file=file,
        )
    return _with_url(name, everyone)


def _with_url(name: str, lines: Sequence[Line]) -> Owner:
    folded = name.casefold()
    urls = [line.sender_url for line in lines if line.sender.casefold() == folded]
    urls += [
        line.recipient_urls[0]
        for line in lines
        if line.recipients.casefold() == folded and len(line.recipient_urls) == 1
    ]
    return Owner(name, folded, _commonest(map(normalise_profile_url, urls))[0])


def _direct(line: Line, owner: Owner) -> str | None:
    """Which way a line went; None when nothing tells."""
    if line.direction:
        return line.direction
    if owner.wrote(line):
        return "outbound"
    if line.sender or line.sender_url or owner.receives(line):
        return "inbound"
    return "outbound" if line.recipients or line.recipient_urls else None


def _person(name: str, url: str, subject: str = "") -> str:
    """Key of a person: the page, else the name; hidden accounts differ by their subject at least."""
    folded = name.casefold()
    return normalise_profile_url(url) or (f"{HIDDEN}|{subject}" if folded == HIDDEN else folded)


def _counterpart(line: Line) -> tuple[str, str]:
    if line.direction == "outbound":
        return line.recipients, line.recipient_urls[0] if len(line.recipient_urls) == 1 else ""
    return line.sender, line.sender_url


def make_threads(lines: Sequence[Line], owner: Owner) -> tuple[list[Thread], dict[str, int], dict[str, int]]:
    """Sort lines into threads.

    Parameters
    ----------
    lines : sequence of Line
        In the order of the file.
    owner : Owner

    Returns
    -------
    threads : list of Thread
        With one usable line at least, in the order of the file; some may be outbound only.
    conversations_skipped, messages_skipped : dict of str to int
        Reason -> number, of conversations without a usable line and of lines.
    """
    conversations: dict[str, list[Line]] = {}
    lost: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    for line in lines:
        line.direction = _direct(line, owner)
        if line.direction is None:
            dropped["no sender"] += 1
            continue
        key = line.conversation or made_id("with", _person(*_counterpart(line), line.subject))
        conversations.setdefault(key, []).append(line)
    newest_first = _newest_first(conversations.values())
    threads: list[Thread] = []
    for key, rows in conversations.items():
        usable = [line for line in rows if line.text and not line.draft]
        drafts = sum(line.draft for line in rows)
        dropped["draft"] += drafts
        dropped["empty"] += len(rows) - len(usable) - drafts
        if not usable:
            lost["empty" if drafts < len(rows) else "draft"] += 1
            continue
        threads += _split(key, _in_order(usable, newest_first), rows[0].number, owner)
    return threads, dict(+lost), dict(+dropped)


def _newest_first(conversations: Iterable[Sequence[Line]]) -> bool:
    falls = rises = 0
    for rows in conversations:
        times = [line.sent_at for line in rows if line.sent_at]
        for earlier, later in pairwise(times):
            falls += earlier > later
            rises += earlier < later
    return falls >= rises


def _in_order(rows: Sequence[Line], newest_first: bool) -> list[Line]:
    """Oldest first; a line without a time stays behind the one that it stood next to."""
    ordered, last, keyed = (list(reversed(rows)) if newest_first else list(rows)), _EARLIEST, []
    for line in ordered:
        last = line.sent_at or last
        keyed.append((last, line))
    return [line for _, line in sorted(keyed, key=lambda pair: pair[0])]


def _split(key: str, rows: Sequence[Line], number: int, owner: Owner) -> list[Thread]:
    """One conversation as threads: one, or in a group one for each person who wrote."""
    people = {
        address
        for line in rows
        for url in (line.sender_url, *line.recipient_urls)
        if (address := normalise_profile_url(url)) and address != owner.url
    }
    writers: dict[str, Thread] = {}
    for line in rows:
        if line.direction == "inbound":
            writers.setdefault(
                _person(line.sender, line.sender_url), Thread(key, *_counterpart(line), number)
            )
    group = len(people) > 1 or (not people and len(writers) > 1)
    if not group or len(writers) < 2:
        name, url = next(
            (pair for line in rows if line.direction == "inbound" and any(pair := _counterpart(line))),
            _counterpart(rows[0]),
        )
        return [Thread(key, name, url, number, group, list(rows))]
    current = next(iter(writers.values()))
    for i, thread in enumerate(writers.values(), 1):
        thread.key, thread.group = f"{key}#{i}", True
    for line in rows:
        if line.direction == "inbound":
            current = writers[_person(line.sender, line.sender_url)]
        current.lines.append(line)
    return list(writers.values())
