"""Labelled conversations (JSON Lines, one a line) as the evaluation sets hold them."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pandas as pd

from recruitrisk.errors import ReadError

__all__ = ["Conversation", "read_conversations", "tables"]

_PROFILE = {
    "name": "sender_name", "location": "sender_location", "headline": "headline", "about": "about", "company": "company",
    "company_website": "company_website", "company_founded": "company_founded", "company_employees": "company_employees",
    "company_followers": "company_followers", "company_registered": "company_registered", "account_created": "account_created",
    "connections": "connections", "mutual_connections": "mutual_connections", "recommendations": "recommendations",
    "positions_listed": "positions_listed", "verified": "verified", "photo": "has_photo", "email": "contact_email",
}  # fmt: skip
_TARGET = {
    "title": "recipient_title",
    "country": "recipient_country",
    "annual_pay": "recipient_pay",
    "pay_currency": "recipient_pay_currency",
}
_OFFER = {
    "role_title": "role_title",
    "pay_amount": "offered_pay",
    "pay_currency": "offered_pay_currency",
    "pay_period": "offered_pay_period",
}


@dataclass(slots=True)
class Conversation:
    """One labelled conversation.

    Attributes
    ----------
    id : str
    label : int or None
        1 risky, 0 genuine, None another harm.
    tier, kind, lang, group : str
        As the set says; empty when it does not.
    cells : dict of str to str
        Columns of the data contract.
    messages : list of tuple
        (time, inbound, text), oldest first.
    indicators : frozenset of str
        Marked as shown.
    evidence, traps : dict of str to str
        Indicator -> exact piece of an inbound message that shows it / that only looks like it.
    """

    id: str
    label: int | None
    tier: str
    kind: str
    lang: str
    group: str
    cells: dict[str, str]
    messages: list[tuple[datetime | None, bool, str]]
    indicators: frozenset[str]
    evidence: dict[str, str] = field(default_factory=dict)
    traps: dict[str, str] = field(default_factory=dict)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def read_conversations(path: str | os.PathLike[str]) -> list[Conversation]:
    """Read a set of labelled conversations.

    Parameters
    ----------
    path : path
        JSON Lines with the keys that ``data/evaluation/README.md`` lists.

    Raises
    ------
    ReadError
        A line is not such a conversation; says which.
    """
    out = []
    try:
        text = Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise ReadError(
            f"can't be read ({getattr(problem, 'strerror', None) or problem})", file=str(path)
        ) from None
    for number, line in enumerate(text.split("\n"), 1):  # splitlines would cut at U+2028 inside of a message
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if row["label"] not in (1, 0, None) or isinstance(row["label"], bool):
                raise ReadError("the label is none of 1, 0, null", file=str(path), line=number)
            cells: dict[str, str] = {}
            for part, names in (("profile", _PROFILE), ("target", _TARGET), ("offer", _OFFER)):
                for theirs, ours in names.items():
                    cells[ours] = _cell((row.get(part) or {}).get(theirs))
            messages = [
                (
                    datetime.fromisoformat(m["sent_at"].replace("Z", "+00:00")) if m.get("sent_at") else None,
                    m["from"] == "them",
                    str(m["text"]),
                )
                for m in row["messages"]
            ]
            out.append(
                Conversation(
                    str(row["id"]),
                    row["label"],
                    row.get("tier") or "",
                    row.get("kind") or "",
                    row.get("lang") or "en",
                    row.get("group") or "",
                    cells,
                    messages,
                    frozenset(row.get("indicators") or ()),
                    dict(row.get("evidence") or {}),
                    dict(row.get("traps") or {}),
                )
            )
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            raise ReadError(
                f"not a labelled conversation ({_what(problem)})", file=str(path), line=number
            ) from None
    return out


def tables(conversations: list[Conversation], *, profiles: bool = True) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tables of approaches and of messages, as a user would bring them.

    Parameters
    ----------
    conversations : list of Conversation
    profiles : bool
        False leaves all columns out but the messages: the usual case of a LinkedIn export.
    """
    frame = pd.DataFrame([{"approach_id": c.id, **(c.cells if profiles else {})} for c in conversations])
    messages = pd.DataFrame(
        [
            {
                "approach_id": c.id,
                "sent_at": when.strftime("%Y-%m-%dT%H:%M:%SZ") if when else "",
                "direction": "inbound" if inbound else "outbound",
                "text": text,
            }
            for c in conversations
            for when, inbound, text in c.messages
        ]
    )
    return frame, messages


def _what(problem: Exception) -> str:
    """What is wrong with a line, without what stands in it."""
    if isinstance(problem, KeyError):
        return f"no {problem.args[0]!r}"
    return str(problem) if isinstance(problem, json.JSONDecodeError) else "a value of the wrong type or form"
