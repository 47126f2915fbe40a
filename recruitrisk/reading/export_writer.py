"""LinkedIn data exports, written: for the synthetic world and for trying out the reader.

Every layout from 2018 to 2026 as real exports have it. The same input gives the same bytes.
"""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import pandas as pd

from recruitrisk.approach import Approach, Message
from recruitrisk.errors import UsageError
from recruitrisk.parameters import check_many, check_path
from recruitrisk.places import check_target, write_whole
from recruitrisk.reading.batch import Batch
from recruitrisk.reading.rows import approaches_from_frame

__all__ = ["EXPORT_YEARS", "write_linkedin_export"]

_FIRST = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO"
_LAST = "DATE,SUBJECT,CONTENT,FOLDER"
_HEADERS = {
    2018: "From,To,Date,Subject,Content,Direction,Folder",
    2022: f"{_FIRST},{_LAST}",
    2023: f"{_FIRST},RECIPIENT PROFILE URLS,{_LAST}",
    2024: f"{_FIRST},RECIPIENT PROFILE URLS,{_LAST},IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
    2025: f"{_FIRST},RECIPIENT PROFILE URLS,{_LAST},IS MESSAGE DRAFT",
    2026: f"{_FIRST},RECIPIENT PROFILE URLS,{_LAST},ATTACHMENTS,IS MESSAGE DRAFT",
}
_BOTS = {
    2022: (),
    2023: ("guide_messages.csv",),
    2024: ("guide_messages.csv", "learning_role_play_messages.csv"),
    2025: ("guide_messages.csv", "learning_coach_messages.csv", "learning_role_play_messages.csv"),
    2026: (
        "coach_messages.csv",
        "guide_messages.csv",
        "learning_coach_messages.csv",
        "learning_role_play_messages.csv",
    ),
}
_PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
    "Twitter Handles,Websites,Instant Messengers"
)
_NOTES = (
    "When exporting your connection data, you may notice that some of the email addresses are missing. You "
    "will only see email addresses for connections who have allowed their connections to see or download "
    "their email address using this setting https://www.linkedin.com/psettings/privacy/email."
)
_HIDDEN = "LinkedIn Member"
_EARLIEST = datetime.min.replace(tzinfo=UTC)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

EXPORT_YEARS = tuple(_HEADERS)
"""Years whose layout can be written."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """A message with both its ends."""

    approach_id: str
    message: Message
    name: str
    url: str
    subject: str


def write_linkedin_export(
    batch_or_frames: Batch | tuple[pd.DataFrame, pd.DataFrame | None],
    path: str | os.PathLike[str],
    year: int = 2026,
    *,
    owner: str = "Alex Morgan",
    owner_url: str | None = None,
    invitations: Collection[str] = (),
    flatten: bool = False,
) -> None:
    """Write approaches as the zip that LinkedIn would hand to their recipient.

    The zip holds messages.csv (newest first), Invitations.csv, Profile.csv, Connections.csv
    with its preamble, and the files of bot chats with their header only. `read_linkedin_export`
    gives the same conversations back, but for what a layout can't hold: in 2018 there are
    no ids and no addresses (threads are told apart by the sender's name), and times of
    2018 and of invitations have no seconds.

    Parameters
    ----------
    batch_or_frames : Batch or tuple of two DataFrame
        A batch, or a table of approaches and its messages table (or None).
    path : path
        The zip; an old one is replaced.
    year : int
        Layout, one of `EXPORT_YEARS`.
    owner : str
        First and last name of the recipient.
    owner_url : str, optional
        Made from the name when not given.
    invitations : collection of str
        Ids of approaches whose first message, if inbound, goes to Invitations.csv.
    flatten : bool
        Whether line breaks become two spaces, as in real exports of chats. They are kept by default,
        so that nothing is lost.

    Raises
    ------
    UsageError
        When there is no layout of that year, or the name ends otherwise than in ``.zip``.
    WriteError
    """
    if year not in _HEADERS:
        raise UsageError(f"year is {year}; layouts are known of {', '.join(map(str, EXPORT_YEARS))}")
    check_path("path", path)
    check_target(path, "zip")
    if not isinstance(batch_or_frames, Batch):
        pair = check_many(
            "batch_or_frames",
            batch_or_frames,
            (pd.DataFrame, type(None)),
            "a Batch, or (approaches, messages) as DataFrames,",
        )
        if len(pair) != 2:
            raise UsageError(
                f"batch_or_frames holds {len(pair)}; a table of approaches and one of messages, or None, are expected"
            )
    if isinstance(batch_or_frames, Batch):
        frame, approaches = batch_or_frames.frame, batch_or_frames.approaches()
    else:
        frame = batch_or_frames[0]
        approaches = approaches_from_frame(*batch_or_frames)[0]
    slug = re.sub(r"\W+", "-", owner.casefold()).strip("-")
    url = owner_url or f"https://www.linkedin.com/in/{slug}"
    subjects = frame["subject"].tolist() if "subject" in frame.columns else [""] * len(frame)
    letters = list(_letters(approaches, subjects, flatten))
    invited: list[_Letter] = []
    for key in dict.fromkeys(invitations):
        first = next((letter for letter in letters if letter.approach_id == key), None)
        if first is not None and first.message.inbound:
            invited.append(first)
    chosen = {id(letter) for letter in invited}
    letters = [letter for letter in letters if id(letter) not in chosen]
    first_name, _, last_name = owner.partition(" ")
    header = _PROFILE.split(",")
    profile = [first_name, last_name, *[""] * (len(header) - 2)]
    names = "messages.csv" if year > 2018 else "Messages.csv"
    files = {
        names: _table(_HEADERS[year].split(","), _message_rows(letters, year, owner, url)),
        "Invitations.csv": _invitation_table(invited, year, owner, url),
        "Profile.csv": _table(header, [profile]),
        "Connections.csv": _connections(approaches, year),
    }
    for name in _BOTS.get(year, ()):
        files[name] = _table(_HEADERS[2023].split(","), [])
    write_whole(path, _zip(files))


def _letters(approaches: Iterable[Approach], subjects: Sequence[object], flatten: bool) -> Iterator[_Letter]:
    for approach, subject in zip(approaches, subjects, strict=True):
        url = str(approach.fields.get("sender_profile_url", ""))
        name = str(approach.fields.get("sender_name", "")) or _HIDDEN
        title = subject if isinstance(subject, str) else ""
        for message in approach.messages:
            if flatten:
                text = re.sub(r"\r\n|[\r\n]", "  ", message.text)
                message = Message(text, message.inbound, message.sent_at)
            yield _Letter(approach.approach_id, message, name, url, title)


def _message_rows(letters: Sequence[_Letter], year: int, owner: str, url: str) -> list[list[str]]:
    """Newest first; what has no time stays behind the message before it."""
    last, keyed = _EARLIEST, []
    previous = ""
    for letter in letters:
        last = letter.message.sent_at or (last if letter.approach_id == previous else _EARLIEST)
        previous = letter.approach_id
        keyed.append((last, letter))
    keyed.sort(key=lambda pair: pair[0])
    return [_message_row(letter, year, owner, url) for _, letter in reversed(keyed)]


def _message_row(letter: _Letter, year: int, owner: str, url: str) -> list[str]:
    message = letter.message
    ends = ((letter.name, letter.url), (owner, url))
    (sender, sender_url), (to, to_url) = ends if message.inbound else ends[::-1]
    if year == 2018:
        way, folder = ("INCOMING", "INBOX") if message.inbound else ("OUTGOING", "SENT")
        return [sender, to, _us_time(message.sent_at), letter.subject, message.text, way, folder]
    moment = message.sent_at.replace(tzinfo=None, microsecond=0).isoformat(" ") if message.sent_at else ""
    row = [letter.approach_id, letter.subject, sender, sender_url, to]
    row += [to_url] if year >= 2023 else []
    row += [f"{moment} UTC" if moment else "", letter.subject, message.text, "INBOX"]
    return row + {2024: ["No", "No"], 2025: ["No"], 2026: ["", "No"]}.get(year, [])


def _us_time(moment: datetime | None) -> str:
    if moment is None:
        return ""
    hour, half = moment.hour % 12 or 12, "AM" if moment.hour < 12 else "PM"
    year = f"{moment.year % 100:02d}" if 1969 <= moment.year <= 2068 else f"{moment.year:04d}"
    return f"{moment.month}/{moment.day}/{year}, {hour}:{moment.minute:02d} {half}"


def _invitation_table(letters: Iterable[_Letter], year: int, owner: str, url: str) -> str:
    header = ["From", "To", "Sent At", "Message", "Direction"]
    header += ["inviterProfileUrl", "inviteeProfileUrl"] if year > 2018 else []
    rows = (
        [
            letter.name,
            owner,
            _us_time(letter.message.sent_at),
            letter.message.text,
            "INCOMING",
            letter.url,
            url,
        ]
        for letter in letters
    )
    return _table(header, (row[: len(header)] for row in rows))


def _connections(approaches: Iterable[Approach], year: int) -> str:
    """Everyone with a name, once, connected on the day of the first message."""
    header = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
    rows: dict[tuple[str, str], list[str]] = {}
    for approach in approaches:
        name, url, company, headline = (
            str(approach.fields.get(key, ""))
            for key in ("sender_name", "sender_profile_url", "company", "headline")
        )
        if not name or name == _HIDDEN:
            continue
        first, _, last = name.partition(" ")
        moment = next((message.sent_at for message in approach.messages if message.sent_at), None)
        day = f"{moment.day:02d} {_MONTHS[moment.month - 1]} {moment.year:04d}" if moment else ""
        when = _us_time(moment) if year == 2018 else day
        rows.setdefault((name, url), [first, last, url, "", company, headline, when])
    if year == 2018:
        return _table([*header[:2], *header[3:]], ([*row[:2], *row[3:]] for row in rows.values()))
    return f'Notes:\n"{_NOTES}"\n\n' + _table(header, rows.values())


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        if any("\r" in value for value in row):  # the writer quotes only its own line end
            text.write(",".join('"' + value.replace('"', '""') + '"' for value in row) + "\n")
        else:
            writer.writerow(row)
    return text.getvalue()


def _zip(files: dict[str, str]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, files[name].encode(), compresslevel=6)
    return whole.getvalue()
