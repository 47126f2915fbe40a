"""LinkedIn's "Get a copy of your data" of any year, read into approaches."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import datetime

import pandas as pd

from recruitrisk.errors import ReadError
from recruitrisk.reading.aliases import told_names
from recruitrisk.reading.archive import Archive
from recruitrisk.reading.batch import Batch
from recruitrisk.reading.conversations import HIDDEN, Line, Thread, find_owner, made_id, make_threads
from recruitrisk.reading.markup import text_of_html
from recruitrisk.reading.profiles import Profiles, normalise_profile_url, open_profiles
from recruitrisk.reading.records import Records, Reject, open_records
from recruitrisk.reading.sources import Source
from recruitrisk.reading.threads import frame_of_messages, parse_direction
from recruitrisk.reading.values import is_missing, parse_time

__all__ = ["read_linkedin_export"]

_NEEDED = ("from", "date", "content")
_BETWEEN_URLS = re.compile(r";|,\s*(?=https?:)")
_YES = frozenset({"yes", "true", "1"})


def read_linkedin_export(
    path: str | os.PathLike[str], *, owner: str | None = None, profiles: Source | Profiles | None = None
) -> Batch:
    """Read a LinkedIn data export: the zip as downloaded, its folder, or its messages.csv.

    Columns are found by name, so every layout from 2018 on is read. Each conversation in
    which somebody wrote to the owner is an approach; a group chat is one approach for each
    person who wrote in it, and what the owner wrote there goes to the one who had written
    last. An incoming invitation with a message opens the thread with the same person, or is
    an approach of its own. Chats with LinkedIn's own bots are never opened.

    Parameters
    ----------
    path : path
    owner : str, optional
        Name or profile URL of the one whose export it is. Found from Profile.csv, the
        invitations, or as the commonest person when not given.
    profiles : path, binary stream, DataFrame or Profiles, optional
        Table of profiles; fills the frame with what an export never holds.

    Returns
    -------
    Batch
        Its frame has ``approach_id, sender_name, sender_profile_url, sent_at`` (first
        inbound message), ``message_count, subject``, then what `profiles` adds. Texts are
        in `Batch.messages`: as received, but HTML as plain text with link targets in
        brackets and entities resolved; quotations index this text. ``LinkedIn Member`` is
        the name of a sender whose account is hidden or deleted. Times of invitations and of
        2018 have no zone and are taken as UTC.

        ``counts`` counts conversations (skipped: ``outbound only``, ``empty``, ``draft``),
        ``message_counts`` rows of messages.csv and Invitations.csv (skipped as well:
        ``no sender``, ``invitation without a message``, ``invitation repeated``).

    Raises
    ------
    ReadError
        When it is no such export, is damaged or grows without bounds, or when it can't be
        told whose it is.
    """
    with Archive(path) as archive:
        rejects: list[Reject] = []
        lines, records = _read_messages(archive, rejects)
        invitations = _read_invitations(archive, rejects)
        whose = find_owner(lines, invitations, owner, _profile_name(archive), archive.path)
        files = [archive.shown(name) for base in _FILES if (name := archive.find(base))]
    read = len(lines) + len(invitations) + len(rejects)
    threads, skipped, dropped = make_threads(lines, whose)
    _add_invitations(threads, invitations, dropped)
    used = [thread for thread in threads if any(line.direction == "inbound" for line in thread.lines)]
    outbound = [thread for thread in threads if all(line.direction != "inbound" for line in thread.lines)]
    if outbound:
        skipped["outbound only"] = len(outbound)
        _count(dropped, "outbound only", sum(len(thread.lines) for thread in outbound))
    people = open_profiles(profiles)
    frame = _frame(used, people)
    return Batch(
        frame,
        {name: name for name in frame.columns if name not in ("message_count", "subject")},
        [thread.key for thread in used],
        [thread.number for thread in used],
        messages=frame_of_messages(
            (thread.key, line.sent_at, line.direction or "inbound", line.text)
            for thread in used
            for line in thread.lines
        ),
        rejects=rejects + ([] if people is None else people.rejects),
        read=len(threads) + sum(skipped.values()) - skipped.get("outbound only", 0),
        skipped=skipped,
        messages_read=read,
        messages_skipped=dropped,
        source={
            "files": files,
            "format": "linkedin export",
            "encoding": records.encoding,
            "delimiter": records.delimiter,
            "layout": _layout(records.header),
        },
        owner=whose.shown,
        reader_notes={
            i: notes
            for i, thread in enumerate(used)
            if (notes := [line.note for line in thread.lines if line.note])
        },
    )


_FILES = ("messages.csv", "Invitations.csv", "Profile.csv")


def _count(counts: dict[str, int], reason: str, number: int = 1) -> None:
    counts[reason] = counts.get(reason, 0) + number


def _layout(header: Sequence[str]) -> str:
    """Name the layout by the year in which it was first seen."""
    names = {name.strip().casefold() for name in header}
    for name, year in (
        ("direction", "2018"),
        ("attachments", "2026"),
        ("is conversation draft", "2024"),
        ("is message draft", "2025"),
        ("recipient profile urls", "2023"),
    ):
        if name in names:
            return year
    return "2022"


def _open(archive: Archive, member: str) -> Records:
    return open_records(archive.open(member), archive.shown(member), table="messages")


def _places(records: Records) -> dict[str, int]:
    places: dict[str, int] = {}
    for i, name in enumerate(records.header):
        places.setdefault(name.strip().casefold(), i)
    return places


def _moment(text: str) -> tuple[datetime | None, str | None]:
    moment = None if is_missing(text) else parse_time(text)
    note = f'sent_at: "{text[:60]}" is not a time' if moment is None and not is_missing(text) else None
    return moment, note


def _read_messages(archive: Archive, rejects: list[Reject]) -> tuple[list[Line], Records]:
    member = archive.find("messages.csv")
    if member is None:
        raise ReadError(
            "holds no messages.csv; ask LinkedIn for a copy that includes messages", file=archive.path
        )
    records = _open(archive, member)
    places = _places(records)
    for needed in _NEEDED:
        if needed not in places:
            raise ReadError(
                f"has no column {needed.upper()}; an export has FROM, DATE and CONTENT, "
                f"this file has: {told_names(records.header, records.file)}",
                file=records.file,
                line=records.header_line,
            )
    lines = []
    blank = len(records.header)

    def at(name: str) -> int:
        return places.get(name, blank)  # one behind the end: an empty cell for a column that is not there

    columns = [at(name) for name in (
        "from", "to", "content", "date", "conversation id", "conversation title", "sender profile url",
        "recipient profile urls", "subject", "direction", "is message draft", "is conversation draft",
    )]  # fmt: skip
    for number, cells in records.rows(rejects):
        row = [*cells, ""]
        sender, to, content, date, key, title, url, urls, subject, way, *drafts = (row[i] for i in columns)
        moment, note = _moment(date)
        lines.append(
            Line(
                number,
                sender.strip(),
                to.strip(),
                text_of_html(content) if not content.isspace() else "",
                moment,
                key.strip(),
                title,
                url.strip(),
                tuple(part.strip() for part in _BETWEEN_URLS.split(urls) if part.strip()),
                text_of_html(subject),
                parse_direction(way) if way.strip() else None,
                any(draft.strip().casefold() in _YES for draft in drafts),
                note,
            )
        )
    return lines, records


def _read_invitations(archive: Archive, rejects: list[Reject]) -> list[Line]:
    member = None if archive.kind == "file" else archive.find("Invitations.csv")
    if member is None:
        return []
    records = _open(archive, member)
    places = _places(records)
    if not {"from", "message", "direction"} <= places.keys():
        return []
    lines = []
    for number, row in records.rows(rejects):
        cell = {name: row[i].strip() for name, i in places.items()}
        moment, note = _moment(cell.get("sent at", ""))
        invitee = cell.get("inviteeprofileurl", "")
        lines.append(
            Line(
                number,
                cell["from"],
                cell.get("to", ""),
                text_of_html(cell["message"]),
                moment,
                sender_url=cell.get("inviterprofileurl", ""),
                recipient_urls=(invitee,) if invitee else (),
                direction=parse_direction(cell["direction"]) or "inbound",
                note=note,
            )
        )
    return lines


def _profile_name(archive: Archive) -> str:
    member = None if archive.kind == "file" else archive.find("Profile.csv")
    if member is None:
        return ""
    records = _open(archive, member)
    places = _places(records)
    for _, row in records.rows([]):
        parts = (row[places[name]].strip() for name in ("first name", "last name") if name in places)
        return " ".join(part for part in parts if part)
    return ""


def _add_invitations(threads: list[Thread], invitations: Sequence[Line], dropped: dict[str, int]) -> None:
    """Put each invitation with a message before the thread with the same person, or make it one."""
    by_person: dict[str, list[Thread]] = {}
    for thread in threads:
        for key in {normalise_profile_url(thread.url) or thread.name.casefold(), thread.name.casefold()}:
            by_person.setdefault(key, []).append(thread)
    for line in sorted(invitations, key=lambda line: (line.sent_at is None, line.sent_at, line.number)):
        if not line.text:
            _count(dropped, "invitation without a message")
            continue
        inbound = line.direction == "inbound"
        url = line.sender_url if inbound else next(iter(line.recipient_urls), "")
        name = line.sender if inbound else line.recipients
        person = normalise_profile_url(url) or name.casefold()
        known = [] if person in ("", HIDDEN) else by_person.get(person, [])
        found = min(known, key=_precedence, default=None)
        if found is None:
            if not inbound:
                _count(dropped, "outbound only")
                continue
            when = line.sent_at.isoformat() if line.sent_at else ""
            found = Thread(made_id("invitation", person, when, line.text), name, url, line.number)
            threads.append(found)
            by_person.setdefault(person, []).append(found)
        bare = " ".join(line.text.split())
        same = [other for other in found.lines if other.direction == line.direction]
        if any(" ".join(other.text.split()) == bare for other in same):
            _count(dropped, "invitation repeated")
            continue
        early = [i for i, other in enumerate(found.lines) if _before(line, other)]
        found.lines.insert(early[0] if early else 0 if line.sent_at is None else len(found.lines), line)


def _before(line: Line, other: Line) -> bool:
    return line.sent_at is not None and other.sent_at is not None and line.sent_at <= other.sent_at


def _precedence(thread: Thread) -> tuple[bool, bool, float]:
    first = next((line.sent_at for line in thread.lines if line.sent_at), None)
    return thread.group, first is None, first.timestamp() if first else 0.0


def _frame(threads: Sequence[Thread], profiles: Profiles | None) -> pd.DataFrame:
    rows = []
    for thread in threads:
        times = [line.sent_at for line in thread.lines if line.direction == "inbound" and line.sent_at]
        subject = next((line.subject for line in thread.lines if line.subject), "")
        rows.append(
            (
                thread.key,
                thread.name,
                thread.url,
                min(times).isoformat().replace("+00:00", "Z") if times else "",
                len(thread.lines),
                subject or next((line.title for line in thread.lines if line.title), ""),
            )
        )
    names = ["approach_id", "sender_name", "sender_profile_url", "sent_at", "message_count", "subject"]
    frame = pd.DataFrame(rows, columns=names, dtype=object)
    frame["message_count"] = frame["message_count"].astype("int64")
    if profiles is not None:
        joined = profiles.join(frame["sender_profile_url"].tolist())
        for name in joined.columns:
            values = ["" if value is None else value for value in joined[name]]
            own = frame[name].tolist() if name in frame.columns else [""] * len(values)
            frame[name] = pd.Series([a or b for a, b in zip(own, values, strict=True)], dtype=object)
    return frame
