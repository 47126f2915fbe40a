"""The data contract: what an approach is, and which columns a table of them may have.

An approach is one conversation as its recipient sees it: sender, firm, offer, messages.
In a table it is one row; every column is optional and an empty cell means "unknown".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

__all__ = [
    "COLUMNS",
    "LONGEST",
    "MESSAGE_COLUMNS",
    "NEVER_SCORED",
    "SCORED_COLUMNS",
    "Approach",
    "Clue",
    "Column",
    "Message",
]

LONGEST = 2**20
"""Longest record, in characters: reading a text of a million takes up to half a minute and 400 MiB, and nobody writes one by hand."""

Kind = Literal["text", "year", "count", "yes_no", "month", "money", "currency", "period", "time"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table of approaches.

    Attributes
    ----------
    name : str
        Header in the file.
    kind : str
        ``text``; ``year`` (four digits); ``count`` (0 or more, ``500+`` is read as 500);
        ``yes_no`` (yes/no, true/false, 1/0); ``month`` (YYYY-MM or YYYY-MM-DD);
        ``money`` (number or text such as ``£2,000 per report``); ``currency`` (ISO 4217);
        ``period`` (hour, day, week, month, year, report, project); ``time`` (ISO 8601).
    meaning : str
        One line for people.
    """

    name: str
    kind: Kind
    meaning: str


COLUMNS: tuple[Column, ...] = (
    Column("approach_id", "text", "key; made from the row number if absent"),
    Column("sender_name", "text", "shown to the reviewer, never scored"),
    Column("sender_location", "text", "shown to the reviewer, never scored"),
    Column("sender_profile_url", "text", "shown to the reviewer, joins profiles, never scored"),
    Column("headline", "text", "profile headline of the sender"),
    Column("about", "text", "profile text of the sender"),
    Column("company", "text", "firm the sender claims"),
    Column("company_website", "text", "its website"),
    Column("company_founded", "year", "year it was founded"),
    Column("company_employees", "count", "its employees"),
    Column("company_followers", "count", "its followers on the network"),
    Column("company_registered", "yes_no", "whether a register knows it"),
    Column("account_created", "month", "when the sender's account was made"),
    Column("connections", "count", "connections of the account"),
    Column("mutual_connections", "count", "connections shared with the recipient"),
    Column("recommendations", "count", "recommendations of the account"),
    Column("positions_listed", "count", "positions that the profile lists"),
    Column("verified", "yes_no", "whether the network verified the account"),
    Column("has_photo", "yes_no", "shown to the reviewer, never scored"),
    Column("contact_email", "text", "address offered, if any"),
    Column("recipient_title", "text", "the target's post"),
    Column("recipient_country", "text", "the target's country, ISO 3166 two letters"),
    Column("recipient_pay", "money", "the target's yearly pay"),
    Column("recipient_pay_currency", "currency", "its currency, ISO 4217"),
    Column("role_title", "text", "role that is offered"),
    Column("offered_pay", "money", "pay offered: number, or text such as £2,000 per report"),
    Column("offered_pay_currency", "currency", "its currency, ISO 4217"),
    Column("offered_pay_period", "period", "hour, day, week, month, year, report or project"),
    Column("message", "text", "inbound text, one string"),
    Column("sent_at", "time", "when it was sent"),
)

NEVER_SCORED: frozenset[str] = frozenset(
    {"approach_id", "sender_name", "sender_location", "sender_profile_url", "has_photo"}
)
"""Columns that must not move any score column, not in the last digit."""

MESSAGE_COLUMNS: tuple[str, ...] = ("approach_id", "sent_at", "direction", "text")
"""The messages table, one row a message; joins on ``approach_id``."""

SCORED_COLUMNS: tuple[str, ...] = (
    "risk",
    "risk_low",
    "risk_high",
    "risk_band",
    "risk_style",
    "risk_reasons",
    "risk_indicators",
    "risk_evidence",
    "risk_coverage",
    "risk_notes",
    "risk_campaign",
)
"""What scoring adds, in this order, behind the input's own columns."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of an approach.

    Attributes
    ----------
    text : str
        As received; never changed.
    inbound : bool
        True when the sender of the approach wrote it, False for the recipient's own.
    sent_at : datetime or None
        Time in UTC, None when unknown.
    """

    text: str
    inbound: bool = True
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clue:
    """What something outside of the approach says of a sign: a register, a list of firms, other approaches of the batch.

    Attributes
    ----------
    indicator : str
        Id of the sign it bears on; one that is measured by ``fields`` or ``domain``.
    points : float
        -1 (speaks against the sign) to 1 (for it); 0 only tells the reviewer something.
    says : str
        In plain English, with where it comes from.
    field : str
        Column that it was found by.
    value : str
        That column's value.
    """

    indicator: str
    points: float
    says: str
    field: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Approach:
    """One approach, ready for evidence.

    Attributes
    ----------
    approach_id : str
        Key of the row.
    messages : tuple of Message
        In the order of the conversation, oldest first.
    fields : mapping of str to str, float or bool
        Known values of `COLUMNS` in their parsed form (text stays text, ``count``,
        ``year`` are floats, ``yes_no`` is a bool, ``month`` and ``time`` are datetimes);
        an unknown value has no key.
    marks : mapping of str to float
        The user's own findings by indicator id, 0 to 1.
    clues : tuple of Clue
        What enrichment found outside of the approach.
    campaign : str
        Id of the campaign that the approach belongs to; empty for none, or when none were looked for.
    """

    approach_id: str
    messages: tuple[Message, ...] = ()
    fields: Mapping[str, str | float | bool | datetime] = field(default_factory=dict)
    marks: Mapping[str, float] = field(default_factory=dict)
    clues: tuple[Clue, ...] = ()
    campaign: str = ""
