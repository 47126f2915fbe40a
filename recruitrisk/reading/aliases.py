"""Names of columns in other people's files, and how they lead to ours.

The tables are data: our name, then the other spellings in order of preference, all lower
case without anything but letters and digits (``E-Mail`` and ``e_mail`` are both ``email``).
To know one more export, add its spellings here; nothing else needs a change.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from recruitrisk.approach import COLUMNS, MESSAGE_COLUMNS
from recruitrisk.errors import ReadError, UsageError
from recruitrisk.indicators import ids
from recruitrisk.parameters import check_kind, check_many

__all__ = [
    "MESSAGE_ALIASES",
    "PROFILE_ALIASES",
    "TABLE_ALIASES",
    "Columns",
    "knows_any",
    "mark_ids",
    "resolve_columns",
    "squash",
    "told_names",
]

_EXPECTED = "a mapping of our names to yours, a list such as ['message=body'], or the path of a TOML file"
Columns = Mapping[str, str] | Sequence[str] | str | os.PathLike[str]

_SENDER = {
    "sender_name": (
        "sender", "from", "fromname", "name", "fullname",
        "recruitername", "recruiter", "contactname",
    ),
    "sender_location": ("location", "geolocation", "locationlinkedintext", "city", "country"),
    "sender_profile_url": (
        "profileurl", "senderurl", "linkedinurl", "linkedinprofileurl", "linkedinprofile", "profilelink",
        "defaultprofileurl", "publicprofileurl", "inviterprofileurl", "linkedin", "url",
    ),
    "headline": ("senderheadline", "occupation", "profileheadline", "tagline"),
    "about": ("summary", "profilesummary", "bio", "aboutme", "senderabout"),
    "company": (
        "companyname", "currentcompany", "currentpositioncompanyname", "currentposition0companyname", "firm",
        "employer", "organisation", "organization", "sendercompany",
    ),
    "company_website": ("website", "companydomain", "domain", "companysite", "firmwebsite"),
    "company_founded": ("founded", "foundedyear", "yearfounded", "companyfoundedyear", "foundedon"),
    "company_employees": (
        "employees", "employeecount", "companyemployeecount", "headcount", "companysize", "staffcount",
    ),
    "company_followers": ("companyfollowercount", "companyfollowerscount"),
    "company_registered": ("registered", "incorporated", "companyregistration"),
    "account_created": (
        "registeredat", "accountcreatedat", "accountcreation", "createdat", "joined", "joinedat", "joindate",
        "membersince",
    ),
    "connections": ("connectionscount", "connectioncount", "numberofconnections", "numconnections"),
    "mutual_connections": (
        "sharedconnectionscount", "sharedconnections", "mutualconnectionscount", "mutuals", "incommon",
    ),
    "recommendations": ("recommendationscount", "recommendationcount", "recommendationsreceived"),
    "positions_listed": (
        "positions", "positionscount", "experiencescount", "experiencecount",
        "numberofpositions",
    ),
    "verified": ("isverified", "verifiedaccount", "verification", "identityverified"),
    "has_photo": ("photo", "profilepicurl", "profileimageurl", "pictureurl", "profilepicture", "avatar"),
    "contact_email": ("email", "emailaddress", "mail", "senderemail", "personalemails"),
}  # fmt: skip

TABLE_ALIASES: dict[str, tuple[str, ...]] = {
    "approach_id": ("id", "conversationid", "threadid", "caseid", "reference", "ref"),
    **_SENDER,
    "recipient_title": ("recipientrole", "recipientjobtitle", "targettitle", "recipientheadline"),
    "recipient_country": ("targetcountry", "recipientcountrycode"),
    "recipient_pay": ("recipientsalary", "targetpay", "currentsalary"),
    "recipient_pay_currency": ("recipientsalarycurrency", "targetpaycurrency"),
    "role_title": ("role", "jobtitle", "position", "offeredrole", "vacancy", "roleoffered"),
    "offered_pay": ("pay", "salary", "compensation", "rate", "fee", "offeredsalary", "payoffered"),
    "offered_pay_currency": ("currency", "paycurrency", "salarycurrency"),
    "offered_pay_period": ("payperiod", "period", "salaryperiod", "payunit", "rateunit"),
    "message": (
        "messagetext", "body", "text", "content", "messagebody", "messagecontent", "msg", "inmail",
        "approachtext", "mailbody",
    ),
    "sent_at": ("sentat", "sent", "date", "datetime", "timestamp", "time", "sentdate", "receivedat"),
}  # fmt: skip
"""Of a table of approaches."""

PROFILE_ALIASES: dict[str, tuple[str, ...]] = {
    **_SENDER,
    "headline": (*_SENDER["headline"], "title", "jobtitle", "currenttitle"),
}
"""Of a table of profiles: PhantomBuster (``title`` is the sender's), Proxycurl, Apify."""

MESSAGE_ALIASES: dict[str, tuple[str, ...]] = {
    "approach_id": TABLE_ALIASES["approach_id"],
    "sent_at": TABLE_ALIASES["sent_at"],
    "direction": ("way", "inout", "messagedirection"),
    "text": ("message", "body", "content", "messagetext", "messagebody", "messagecontent", "msg"),
}
"""Of a table of messages."""

_OURS = tuple(column.name for column in COLUMNS)


def squash(name: str) -> str:
    """Reduce a column name to lower-case letters and digits.

    Examples
    --------
    >>> squash("E-Mail"), squash("Sender Profile URL"), squash("currentPosition/0/companyName")
    ('email', 'senderprofileurl', 'currentposition0companyname')
    """
    return re.sub(r"[\W_]+", "", name.casefold())


def mark_ids() -> tuple[str, ...]:
    """Give the indicator ids: the names that a column of marks may have."""
    return tuple(ids())


def _pairs(given: Columns, ours: Collection[str]) -> dict[str, str]:
    if isinstance(given, Mapping):
        return {our: theirs for our, theirs in given.items() if _named(our, theirs)}
    if isinstance(given, os.PathLike) or (isinstance(given, str) and "=" not in given):
        return _toml(os.fspath(given))
    pairs: dict[str, str] = {}
    for text in [given] if isinstance(given, str) else check_many("columns", given, str, _EXPECTED):
        left, equals, right = (part.strip() for part in text.partition("="))
        if not (left and equals and right):
            raise UsageError(f"columns: {text!r} is not of the form ours=theirs, e.g. message=body")
        if left not in ours and right in ours:  # body=message is as clear as message=body
            left, right = right, left
        if pairs.setdefault(left, right) != right:
            raise UsageError(f"columns: {left} is said to be {pairs[left]!r} and {right!r}; give one of them")
    return pairs


def _named(our: object, theirs: object) -> bool:
    """Whether a pair of names is one; others are refused."""
    check_kind("columns: a name", our, str, "text")
    check_kind(f"columns: the name given for {our!r}", theirs, str, "text")
    return True


def _toml(path: str) -> dict[str, str]:
    try:
        with open(path, "rb") as stream:
            table = tomllib.load(stream).get("columns")
    except OSError as error:
        raise ReadError(f"can't be read: {error.strerror or error}", file=path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadError(f"is not TOML: {error}", file=path) from error
    if not isinstance(table, dict) or not all(isinstance(theirs, str) for theirs in table.values()):
        raise ReadError('must hold a table [columns] such as message = "body"', file=path)
    return dict(table)


def resolve_columns(
    header: Iterable[str],
    given: Columns | None = None,
    *,
    aliases: Mapping[str, tuple[str, ...]] = TABLE_ALIASES,
    marks: Collection[str] = (),
    file: str | None = None,
) -> dict[str, str]:
    """Find which column of a file is which of ours.

    In this order: what the user gave; the exact name; the name but for case and
    punctuation; the alias table, in its order of preference.

    Parameters
    ----------
    header : iterable of str
        Names in the file, without duplicates.
    given : mapping ours -> theirs, list of ``ours=theirs``, or path to a TOML file, optional
        The user's own mapping; the TOML file has a table ``[columns]``.
    aliases : mapping of str to tuple of str
        One of the tables of this module; its keys are the names that can be found.
    marks : collection of str
        Indicator ids that are column names as well.
    file : str, optional
        For messages of errors.

    Returns
    -------
    dict of str to str
        Our name -> name in the file.

    Raises
    ------
    UsageError
        When `given` names a column that is not ours.
    ReadError
        When `given` names a column that is not in the file, or its TOML can't be read.
    """
    names = list(header)
    ours = [*(name for name in (*_OURS, *MESSAGE_COLUMNS) if name in aliases), *marks]
    ours = list(dict.fromkeys(ours))
    squashed: dict[str, str] = {}
    for name in names:
        squashed.setdefault(squash(name), name)
    found: dict[str, str] = {}
    for our, theirs in _pairs(given, ours).items() if given is not None else ():
        if our not in ours:
            raise UsageError(f"columns: {our!r} is not a column of ours; allowed: {', '.join(ours)}")
        if theirs not in names:
            if squash(theirs) not in squashed:
                raise ReadError(
                    f"has no column {theirs!r} (given for {our!r}); it has: {told_names(names, file)}",
                    file=file,
                )
            theirs = squashed[squash(theirs)]
        found[our] = theirs
    taken = set(found.values())
    spellings: list[dict[str, tuple[str, ...]]] = [
        {our: (our,) for our in ours},
        {our: (squash(our), *aliases.get(our, ())) for our in ours},
    ]
    for spelling, lookup in zip(spellings, ({name: name for name in names}, squashed), strict=True):
        for our, keys in spelling.items():
            match = next((lookup[key] for key in keys if key in lookup and lookup[key] not in taken), None)
            if our not in found and match is not None:
                found[our] = match
                taken.add(match)
    return {our: found[our] for our in ours if our in found}


def told_names(header: Iterable[str], file: str | None) -> str:
    """The names of a header for an error message.

    Kept back where a file's first line holds no name that is known: it may be somebody's data.

    Parameters
    ----------
    header : iterable of str
    file : str or None
        None for a data frame, whose names are names.
    """
    names = list(header)
    if file is None or knows_any(names):
        return ", ".join(map(repr, names[:40]))
    return f"{len(names)}, with names that are not known (is the first line of the file the names?)"


def knows_any(header: Iterable[str]) -> bool:
    """Whether a header holds a name that is known, of any table or export."""
    return any(squash(name) in _known() for name in header)


@cache
def _known() -> frozenset[str]:
    export = ("from", "to", "date", "content", "conversation id", "conversation title", "subject", "folder")
    tables = (TABLE_ALIASES, MESSAGE_ALIASES, PROFILE_ALIASES)
    spelt = {key for table in tables for our, keys in table.items() for key in (squash(our), *keys)}
    return frozenset(spelt | {squash(name) for name in (*export, *mark_ids())})
