"""Hosts: registered domains by the public suffix list, and providers of free mail."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from recruitrisk.market.patterns import Pattern
from recruitrisk.market.remembering import remembered
from recruitrisk.market.tables import read_lines

__all__ = ["host_of", "is_free_mail", "label_of", "registered_domain"]

_HOST = Pattern(
    r"[a-z0-9\u00df-\u04ff](?:[a-z0-9\u00df-\u04ff-]{0,62})(?:\.[a-z0-9\u00df-\u04ff-]{1,63}){1,8}\.?\Z"
)


@remembered(16384)
def host_of(address: str) -> str | None:
    """Host of a mail address, link or bare host, in lower case without ``www.``; None when it has none."""
    text = address.strip().lower()[:2000]
    _, scheme, rest = text.partition("://")
    text = rest if scheme else text
    text = re.split(r"[/?#\s>]", text.rpartition("@")[2], maxsplit=1)[0]
    text = text.partition(":")[0].rstrip(".").removeprefix("www.")
    return text if _HOST.match(text) else None


@cache
def _list() -> Any:
    from publicsuffixlist import PublicSuffixList  # 60 ms: only when asked for

    return PublicSuffixList(only_icann=True)


@lru_cache(maxsize=8192)
def registered_domain(host: str) -> str | None:
    """The part of a host that somebody registered.

    Parameters
    ----------
    host : str
        Host, mail address or link.

    Returns
    -------
    str or None
        None for a public suffix itself (``co.uk``) or no host at all.

    Examples
    --------
    >>> registered_domain("mail.example.co.uk"), registered_domain("co.uk")
    ('example.co.uk', None)
    """
    bare = host_of(host)
    if bare is None:
        return None
    found = _list().privatesuffix(bare)
    return str(found) if found else None


@lru_cache(maxsize=16384)
def label_of(host: str) -> str | None:
    """The registered name without its public suffix: ``example`` for ``mail.example.co.uk``."""
    domain = registered_domain(host)
    return domain.partition(".")[0] if domain else None


@cache
def _free() -> frozenset[str]:
    return frozenset(read_lines("free_mail.txt"))


@lru_cache(maxsize=8192)
def is_free_mail(domain: str) -> bool:
    """Whether anybody can get a mailbox at a domain (gmail.com, qq.com, proton.me, ...).

    Parameters
    ----------
    domain : str
        Host or mail address.

    Examples
    --------
    >>> is_free_mail("jane@googlemail.com"), is_free_mail("baesystems.com")
    (True, False)
    """
    host = host_of(domain) or ""
    return host in _free() or (registered_domain(host) or "") in _free()
