"""What is kept of an approach to find its campaign: hashes of the contacts that it offers, its sender and its firm.

Two approaches are only ever compared for being equal in one of these; what a sender's name says is not looked at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from functools import cache, lru_cache
from hashlib import blake2b

import re2

from recruitrisk.approach import Approach
from recruitrisk.market.address import Address, domain_of, find_addresses, is_file_drop, is_shortener
from recruitrisk.market.hosts import is_free_mail, registered_domain
from recruitrisk.market.names import GENERIC, bare_name, known_names
from recruitrisk.reading import normalise_profile_url
from recruitrisk.text.characters import confusables

__all__ = [
    "CONTACT_KINDS",
    "Contact",
    "contacts",
    "digest",
    "firm_key",
    "first_time",
    "person_key",
    "row_key",
]

CONTACT_KINDS: tuple[str, ...] = ("mail", "private mail", "phone", "handle", "account", "domain", "link")
"""Kinds of contacts. ``domain`` is of a mail address or the firm's website, ``link`` of anything else linked to, ``account``
the sender's profile address."""

Contact = tuple[str, str]
"""Kind and value."""

_MADE_UP_ID = re.compile(r"\A(?:row-\d+)?\Z")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_CONTACT = re2.compile(  # whether a look is worth it; an automaton, since most texts hold nothing
    r"(?i)@|[(\[{<] ?(?:at|dot)\b| dot |://|www\.|[0-9](?:[ ().\-]{0,3}[0-9]){7}|[a-z0-9]\.[a-z]{2}"
    r"|\b(?:wechat|weixin|telegram|whats ?app|skype|kakao|viber|threema)|\b(?:qq|vx|wickr|zalo|icq|imo)\b"
    r"|\b(?:signal|line|wire|discord)[ :]{1,2}(?:id|name|user|number|account|handle|[+0-9])"
)
_MAIL_TAG = re.compile(r"\+[^@]*(?=@)")
_DOTLESS = frozenset({"gmail.com", "googlemail.com"})
_PHONE_PLACES = 9
"""Digits from the right that tell a phone: +44 20 7946 0958 and 020 7946 0958 are one."""
_DIALLED = re.compile(r"(?:wa\.me|api\.whatsapp\.com/send/?\?phone=)/?\+?(\d{8,15})")
_NAMED = re.compile(r"(?:t\.me|telegram\.me)/([a-z0-9_]{4,32})")
_WHOLE = frozenset({"calendly.com", "linktr.ee", "t.me", "telegram.me"})
"""Sites of which only the whole link says who is behind it; so it is with shorteners and file drops."""
_PUBLIC = frozenset(
    """linkedin.com xing.com facebook.com instagram.com twitter.com x.com youtube.com vimeo.com tiktok.com medium.com
    substack.com github.com gitlab.com wikipedia.org google.com goo.gl microsoft.com office.com live.com apple.com zoom.us
    webex.com slack.com whatsapp.com wa.me wechat.com signal.org skype.com telegram.org discord.gg discord.com notion.so
    notion.site eventbrite.com meetup.com doodle.com docusign.com typeform.com surveymonkey.com indeed.com glassdoor.com
    monster.com stepstone.de totaljobs.com cv-library.co.uk jobsite.co.uk ziprecruiter.com greenhouse.io lever.co
    myworkdayjobs.com workday.com smartrecruiters.com ashbyhq.com workable.com teamtailor.com recruitee.com personio.de
    bullhornstaffing.com icims.com taleo.net successfactors.com jobvite.com breezy.hr arxiv.org doi.org researchgate.net
    academia.edu orcid.org sciencedirect.com springer.com nature.com""".split()
)


@cache
def _known_domains() -> frozenset[str]:
    hosts = (host for domains in known_names().values() for host in domains)
    return _PUBLIC | {registered_domain(host) or host for host in hosts}


def digest(*parts: str) -> int:
    """Hash of some text, 64 bits; the same in every process."""
    text = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "little")


def row_key(approach: Approach) -> int:
    """Number by which an approach is found again, 64 bits, of its id, its sender's name and its inbound text.

    An id that the reader made of the row's number is left out, so that chunks may be read by other workers.
    """
    own = "" if _MADE_UP_ID.match(approach.approach_id) else approach.approach_id
    name = approach.fields.get("sender_name", "")
    return digest(own, str(name), *(m.text for m in approach.messages if m.inbound))


@lru_cache(maxsize=65536)
def person_key(name: str) -> str:
    """A sender's name for comparison: the same for any order, case and accents of its parts; never read otherwise.

    Examples
    --------
    >>> person_key("Doe, Jané") == person_key("jane DOE")
    True
    """
    plain = unicodedata.normalize("NFKD", _HIDDEN.sub("", name)).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(sorted(re.findall(r"[^\W_]+", plain)))


def firm_key(name: str) -> str:
    """A firm's name for comparison, without legal form and words of the trade unless it has no others.

    Examples
    --------
    >>> firm_key("Aurora Executive Search Ltd"), firm_key("Global Insight Partners")
    ('aurora', 'global insight partners')
    """
    words = bare_name(_HIDDEN.sub("", name)).split()
    return " ".join([w for w in words if w not in GENERIC] or words)


def first_time(approach: Approach) -> datetime | None:
    """When the first inbound message was sent, as far as known."""
    times = [m.sent_at for m in approach.messages if m.inbound and m.sent_at is not None]
    if times:
        return min(times)
    sent = approach.fields.get("sent_at")
    return sent if isinstance(sent, datetime) else None


def contacts(approach: Approach) -> set[Contact]:
    """Contacts that an approach offers, and the account that it came from.

    Parameters
    ----------
    approach : Approach
        The recipient's own messages are not looked at.

    Returns
    -------
    set of (kind, value)
        Kinds are `CONTACT_KINDS`. Free mail gives no domain; well-known firms, public sites and shorteners don't either.

    Examples
    --------
    >>> from recruitrisk.approach import Message
    >>> text = "Ring 020 7946 0958 or write to jane+jobs@proton.me"
    >>> sorted(contacts(Approach("1", (Message(text),))))
    [('phone', '079460958'), ('private mail', 'jane@proton.me')]
    """
    found: set[Contact] = set()
    fields = approach.fields
    mail, site = fields.get("contact_email"), fields.get("company_website")
    if isinstance(mail, str):
        found.update(_of_mail(mail))
    if isinstance(site, str):
        found.update(_of_domain(domain_of(site), "domain"))
    account = fields.get("sender_profile_url")
    if isinstance(account, str):
        found.add(("account", normalise_profile_url(account) or account.casefold()))
    for message in approach.messages:
        if message.inbound and _CONTACT.search(message.text):
            for address in find_addresses(_plain(message.text)):
                found.update(_of_address(address))
    return found


@cache
def _look_alikes() -> dict[int, str]:
    return {ord(char): letter for char, letter in confusables().items()}


def _plain(text: str) -> str:
    """Without hidden, styled and look-alike characters: addresses are only compared for being the same."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", _HIDDEN.sub("", text)).translate(_look_alikes())


def _of_address(address: Address) -> Iterator[Contact]:
    value = address.value
    if address.kind == "email":
        yield from _of_mail(value)
    elif address.kind == "phone":
        yield from _of_phone(value)
    elif address.kind == "handle":
        app, _, name = value.casefold().partition(":")
        if app == "@":  # as often a public account that is mentioned
            yield "link", f"@{name}"
        elif name.lstrip("+").isdigit() and app in ("whatsapp", "signal", "viber"):
            yield from _of_phone(name)
        else:
            yield "handle", f"{app}:{name.lstrip('@')}"
    else:
        yield from _of_link(value.casefold())


def _of_phone(value: str) -> Iterator[Contact]:
    digits = re.sub(r"\D", "", value)
    if len(digits) >= _PHONE_PLACES:
        yield "phone", digits[-_PHONE_PLACES:]


def _of_mail(mail: str) -> Iterator[Contact]:
    domain = domain_of(mail)
    if domain is None:
        return
    local = _MAIL_TAG.sub("", mail.strip().casefold().rpartition(" ")[2].strip("<>")).partition("@")[0]
    if domain in _DOTLESS:
        local, domain = local.replace(".", ""), "gmail.com"
    if is_free_mail(domain):
        yield "private mail", f"{local}@{domain}"
        return
    yield "mail", f"{local}@{domain}"
    yield from _of_domain(domain, "domain")


def _of_domain(host: str | None, kind: str) -> Iterator[Contact]:
    domain = registered_domain(host) if host else None
    if domain and domain not in _known_domains() and not is_free_mail(domain):
        yield kind, domain


def _of_link(link: str) -> Iterator[Contact]:
    bare = link.partition("://")[2] or link
    dialled, named = _DIALLED.match(bare), _NAMED.match(bare)
    if dialled:
        yield from _of_phone(dialled[1])
    elif named and named[1] not in ("joinchat", "share"):
        yield "handle", f"telegram:{named[1]}"
    elif is_shortener(link) or is_file_drop(link) or registered_domain(link) in _WHOLE:
        if "/" in bare.rstrip("/"):
            yield "link", bare.rstrip("/")
    else:
        yield from _of_domain(domain_of(link), "link")
