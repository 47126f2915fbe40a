"""Mail addresses, links, phones and handles in a text, and what their domains tell.

Offline: public suffixes come with the package ``publicsuffixlist``; free-mail providers,
shorteners, file drops and phone codes from tables of our own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from recruitrisk.market.gates import BLANK, Gates
from recruitrisk.market.hosts import host_of, is_free_mail, registered_domain
from recruitrisk.market.look_alikes import LookAlike, look_alike
from recruitrisk.market.names import firm_domain_fit
from recruitrisk.market.patterns import Pattern
from recruitrisk.market.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "Address",
    "LookAlike",
    "domain_of",
    "find_addresses",
    "firm_domain_fit",
    "is_file_drop",
    "is_free_mail",
    "is_shortener",
    "look_alike",
    "phone_country",
    "phone_fits",
    "registered_domain",
]

AddressKind = Literal["email", "url", "phone", "handle"]


class Address(NamedTuple):
    """One address in a text.

    Attributes
    ----------
    kind : str
        ``email``, ``url``, ``phone`` or ``handle``.
    value : str
        The address in plain form: mail in lower case with its hidings undone
        (``jane (at) example dot com``), phone as ``+`` and digits where it has a country
        code, handle as ``app:name``.
    start, end : int
        Span in the text.
    """

    kind: AddressKind
    value: str
    start: int
    end: int


_LOCAL = Pattern(r"[A-Za-z0-9._%+'-]{1,64}\Z")
_DOMAIN = Pattern(
    r"(?:[A-Za-z0-9\u00c0-\u04ff](?:[A-Za-z0-9\u00c0-\u04ff-]{0,62})\.){1,8}[A-Za-z\u00c0-\u04ff][A-Za-z0-9\u00c0-\u04ff-]{1,30}"
)
_HIDDEN_AT = Pattern(
    r"\s?(?:[\[({<]\s?(?:at|@)\s?[\])}>])\s?|\sat\s(?=[A-Za-z0-9-]{2,40}\s?(?:\sdot\s|"
    r"[\[({]\s?(?:dot|\.)\s?[\])}]))",
    re.I,
)
_HIDDEN_DOT = Pattern(r"\s?[\[({]\s?(?:dot|\.)\s?[\])}]\s?|\sdot\s", re.I)
_HIDDEN_REST = Pattern(
    r"[A-Za-z0-9-]{1,40}(?:(?:\s?[\[({]\s?(?:dot|\.)\s?[\])}]\s?|\sdot\s|\.)[A-Za-z0-9-]{2,40}){1,4}",
    re.I,
)
_URL = Pattern(
    r"(?<![\w.@-])(?:(?:https?|hxxps?|ftp)://[^\s<>\"')\]}]{3,400}|www\.[^\s<>\"')\]}]{3,400}"
    r"|[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,5}(?:/[^\s<>\"')\]}]{0,300})?)(?![\w@])",
    re.I,
)
_PHONE = Pattern(r"(?<![\w.,$£€¥/-])(?:\+|00)?[0-9(][0-9 ().\-\u00a0]{6,20}[0-9](?![\w%]|[.,][0-9])")
_SURE_APPS = r"wechat|weixin|vx|telegram|whatsapp|whats app|skype|kakao(?:talk)?|viber|threema|qq|discord|zalo|wickr|icq|instagram"
_WORD_APPS = "line|wire|session|teams|signal|imo"  # words too: read only with what marks a name
_APPS = rf"{_SURE_APPS}|{_WORD_APPS}|x"
_HANDLE = Pattern(
    rf"(?<!\w)({_APPS})(?P<tail>\s(?:id|account|handle|name|user(?:name)?|number))?"
    r"(?P<link>\s?(?:is|:|=|-|–|at|as|under|via)?\s?)(?P<name>@?(?:live:)?[A-Za-z0-9_.-]{4,32})(?!\w)",
    re.I,
)
_AT_NAME = Pattern(r"(?<![\w.@/])@[A-Za-z0-9_]{4,32}(?![\w.]*@)")
_BARE_ENDINGS = frozenset(
    "com org net edu gov mil int info biz io ai co uk de fr eu cn hk sg jp kr tw ru ua pl cz ch es pt nl "
    "se dk fi ie ca au nz za br mx app dev tech xyz online site club top shop store live cloud agency "
    "consulting group global jobs careers work world asia ltd solutions services partners capital "
    "ventures institute foundation international academy associates network systems digital media news "
    "center link click vip icu cc tv ly gl gd gg im li la vn ae il tr sa qa kz".split()
)
_SHY_ENDINGS = frozenset("it is at be me my no so to in us am as by do pm".split())
_WORDS = frozenset({"x", *_WORD_APPS.split("|")})
_TRAIL = ".,;:!?'\"*_"
_GATES = Gates(
    {
        "mail": "@",
        "hidden": rf"[\[({{]{BLANK}?(?:dot|at|\.|@){BLANK}?[\])}}]|{BLANK}dot{BLANK}",
        "link": r"(?:https?|hxxps?|ftp)://|www\.|"
        rf"[a-z0-9-]\.(?:(?:{'|'.join(sorted(_BARE_ENDINGS))})(?:[^a-z0-9]|$)|(?:{'|'.join(sorted(_SHY_ENDINGS))})/)",
        # an x is read with an @ alone
        "handle": rf"@|live:|\b(?:{_SURE_APPS})(?:[^a-z]|is|at|as|under|via|[a-z.-]*[0-9_])|"
        rf"\b(?:{_WORD_APPS})(?:{BLANK}(?:id|account|handle|name|user|number)|{BLANK}?:)",
        "phone": r"[0-9(][0-9 ().\-\x{a0}]{6}",
    }
)


def domain_of(address: str) -> str | None:
    """Host of a mail address or link.

    Parameters
    ----------
    address : str
        ``Jane <jane@mail.example.com>``, ``https://www.example.com/x``, ``example.com``.

    Returns
    -------
    str or None
        The host in lower case without ``www.``; None when there is none.

    Examples
    --------
    >>> domain_of("Jane <Jane@Mail.Example.com>"), domain_of("https://www.example.co.uk/jobs")
    ('mail.example.com', 'example.co.uk')
    """
    return host_of(address)


@cache
def _link_hosts() -> dict[str, str]:
    return {row["host"]: row["kind"] for row in read_table("link_hosts.csv")}


def _is_link_host(link: str, kind: str) -> bool:
    host, table = host_of(link) or "", _link_hosts()
    parts = host.split(".")
    return any(table.get(".".join(parts[i:])) == kind for i in range(len(parts) - 1))


def is_shortener(link: str) -> bool:
    """Whether a link or host hides its target (bit.ly, tinyurl.com, ...).

    Examples
    --------
    >>> is_shortener("https://bit.ly/3xyz"), is_shortener("example.com")
    (True, False)
    """
    return _is_link_host(link, "shortener")


def is_file_drop(link: str) -> bool:
    """Whether a link or host is a place where anybody drops files (wetransfer.com, mega.nz, ...)."""
    return _is_link_host(link, "file drop")


@cache
def _phone_codes() -> dict[str, str]:
    return {row["prefix"]: row["country"] for row in read_table("phone_codes.csv")}


def phone_country(number: str) -> str | None:
    """Country of a phone number that has its country code.

    Parameters
    ----------
    number : str
        Starting with ``+`` or ``00``; blanks and signs are skipped.

    Returns
    -------
    str or None
        ISO 3166 two letters; None without a country code or for an unknown one.

    Examples
    --------
    >>> phone_country("+852 5555 0101"), phone_country("0044 20 7946 0958"), phone_country("020 7946 0958")
    ('HK', 'GB', None)
    """
    bare = re.sub(r"[^0-9+]", "", number)
    if bare.startswith("+"):
        digits = bare[1:]
    elif bare.startswith("00"):
        digits = bare[2:]
    else:
        return None
    codes = _phone_codes()
    return next((codes[digits[:n]] for n in (4, 3, 2, 1) if digits[:n] in codes), None)


def phone_fits(number: str, country: str) -> bool | None:
    """Whether a phone's country code is that of a claimed country; None when it has none.

    Parameters
    ----------
    number : str
        As in `phone_country`.
    country : str
        ISO 3166 two letters.
    """
    place = phone_country(number)
    if place is None:
        return None
    claimed = "GB" if country.upper() == "UK" else country.upper()
    return place == claimed or ({place, claimed} <= {"US", "CA"} and place == claimed)


def find_addresses(text: str, *, handles: bool = True) -> list[Address]:
    """Find mail addresses, links, phones and handles.

    Parameters
    ----------
    text : str
        Any text.
    handles : bool
        False leaves handles out, which is faster: a number is then looked at as part of a handle, and nothing else is.

    Returns
    -------
    list of Address
        In the order of the text, none within another.

    Examples
    --------
    >>> [a[:2] for a in find_addresses("Mail jane (at) example dot com or WeChat: jane_88")]
    [('email', 'jane@example.com'), ('handle', 'wechat:jane_88')]
    """
    taken: list[Address] = []
    covered: list[tuple[int, int]] = []
    gates = _GATES.open(text)
    if not gates:
        return []
    phones = list(_phones(text)) if "phone" in gates else []
    steps: list[Iterable[Address]] = []
    if not gates.isdisjoint({"mail", "hidden"}):
        steps.append(_mails(text, hidden="hidden" in gates))
    if "link" in gates:
        steps.append(_links(text))
    if "handle" in gates and (handles or phones):
        steps.append(_handles(text))
    for step in (*steps, phones):
        fresh = []
        at = 0
        for found in step:
            while at < len(covered) and covered[at][1] <= found.start:
                at += 1
            if at < len(covered) and covered[at][0] < found.end:
                continue
            fresh.append(found)
        taken += fresh
        covered = sorted((a.start, a.end) for a in taken)
    if not handles:
        taken = [a for a in taken if a.kind != "handle"]
    return sorted(taken, key=lambda a: a.start)


def _mails(text: str, hidden: bool) -> Iterator[Address]:
    at = text.find("@")
    while at >= 0:
        local = _LOCAL.search(text[max(0, at - 64) : at])
        domain = _DOMAIN.match(text, at + 1)
        if local and domain:
            start = max(0, at - 64) + local.start()
            start += len(local[0]) - len(local[0].lstrip(".'-"))
            if start < at:
                yield Address("email", text[start : domain.end()].lower(), start, domain.end())
        at = text.find("@", at + 1)
    if not hidden or not re.search(r"[\[({]\s?(?:dot|at|\.|@)\s?[\])}]|\sdot\s", text, re.I):
        return
    for at_sign in _HIDDEN_AT.finditer(text):
        local = _LOCAL.search(text[max(0, at_sign.start() - 64) : at_sign.start()])
        rest = _HIDDEN_REST.match(text, at_sign.end())
        if local and rest:
            start = max(0, at_sign.start() - 64) + local.start()
            value = f"{local[0]}@{_HIDDEN_DOT.sub('.', rest[0])}".lower()
            yield Address("email", value, start, rest.end())


def _links(text: str) -> Iterator[Address]:
    for found in _URL.finditer(text):
        value = found[0].rstrip(_TRAIL)
        low = value.lower()
        end = found.start() + len(value)
        if low.startswith(("http", "hxxp", "ftp", "www.")):
            yield Address("url", re.sub(r"^hxxp", "http", value, flags=re.I), found.start(), end)
            continue
        host, slash, _ = low.partition("/")
        ending = host.rpartition(".")[2]
        if host.replace(".", "").isdigit() or (ending in _SHY_ENDINGS and not slash):
            continue
        if (ending in _BARE_ENDINGS or (ending in _SHY_ENDINGS and slash)) and not _is_missing_blank(
            value.partition("/")[0]
        ):
            yield Address("url", value, found.start(), end)


def _is_missing_blank(host: str) -> bool:
    """``soon.Live`` is the end of a sentence, ``Example.COM`` and ``Example.com`` are hosts."""
    head, _, ending = host.rpartition(".")
    return ending[:1].isupper() and not ending.isupper() and head.islower()


def _handles(text: str) -> Iterator[Address]:
    ends = -1
    for found in _HANDLE.finditer(text):
        app = found[1].lower().replace(" ", "")
        name, link = found["name"].rstrip(".-"), found["link"].strip().lower()
        bare = name.lstrip("@")
        marked = name.startswith("@") or "live:" in name or bool(found["tail"])
        odd = any(c.isdigit() or c == "_" for c in bare)
        number = bare.lstrip("+").isdigit()
        if len(bare) < 4 or (number and len(bare) < 6):
            continue
        if (app in _WORDS and not (marked or link == ":")) or (app == "x" and not name.startswith("@")):
            continue
        if not (marked or odd or link in {":", "="}) or bare.lower() in {
            "number",
            "account",
            "handle",
            "group",
            "call",
            "only",
        }:
            continue
        start = found.start("name")
        ends = start + len(name)
        yield Address("handle", f"{app}:{bare}", start, ends)
    for found in _AT_NAME.finditer(text):
        if found.start() >= ends:
            yield Address("handle", f"@:{found[0][1:]}", found.start(), found.end())


def _phones(text: str) -> Iterator[Address]:
    for found in _PHONE.finditer(text):
        raw = found[0]
        digits = re.sub(r"[^0-9]", "", raw)
        if not 8 <= len(digits) <= 15:
            continue
        coded = raw.startswith(("+", "00"))
        called = re.search(
            r"(?:tel|phone|mobile|cell|call|whatsapp|signal|viber|number|text|ring|dial|sms|"
            r"hotline|ext)\W{0,3}(?:\w+\W{1,2}){0,3}$",
            text[max(0, found.start() - 40) : found.start()],
            re.I,
        )
        national = (raw.startswith("0") and len(digits) >= 10) or re.match(
            r"\([0-9]{3}\)\s?[0-9]{3}[-. ]?[0-9]{4}$",
            raw,
        )
        if not (coded or called or national) or re.fullmatch(r"[0-9]{4}[-. ][0-9]{2}[-. ][0-9]{2}", raw):
            continue
        value = f"+{digits.removeprefix('00')}" if coded else digits
        yield Address("phone", value, found.start(), found.end())
