"""The user's list of firms as an enricher.

A name can be borrowed, so a trusted name alone speaks for nothing: it counts when the sender's mail domain is the firm's own, half
of it when only the claimed web site is. A trusted name with another domain is a sign of its own (``identity_mismatch``).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import replace

from recruitrisk.approach import Approach, Clue
from recruitrisk.market import domain_of, find_addresses, look_alike
from recruitrisk.market.hosts import is_free_mail, registered_domain
from recruitrisk.parameters import check_path
from recruitrisk.registers import KnownFirm, claimed_firm, name_key, read_known_firms

__all__ = ["KnownFirms"]

TRUSTED_MAIL, TRUSTED_SITE = -0.4, -0.2
"""Points for ``cover_company``."""
DISTRUSTED = 0.6
BORROWED = 0.5
"""Points for ``identity_mismatch``: a trusted firm's name with another domain."""
RESEMBLES = 0.5
"""The same: a name or domain that resembles a trusted one without being it."""

Domains = list[tuple[str, str]]


class KnownFirms:
    """Holds approaches against a list of firms. Can be pickled and sent to workers.

    Parameters
    ----------
    path : path
        See `recruitrisk.registers.read_known_firms`.

    Raises
    ------
    ReadError
        A row that is not as expected, with its line and column.

    Examples
    --------
    ::

        scored = rr.score(frame, enrich=[rr.KnownFirms("firms.csv")])
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        check_path("path", path, "the path of a list of firms")
        self.file = os.path.basename(os.fspath(path))
        self.firms = read_known_firms(path)
        self._names: dict[str, list[KnownFirm]] = {}
        self._domains: dict[str, list[KnownFirm]] = {}
        for firm in self.firms:
            if firm.name:
                self._names.setdefault(name_key(firm.name), []).append(firm)
            for domain in firm.domains:
                self._domains.setdefault(domain, []).append(firm)
        self._trusted = {
            f.name or f.domains[0]: f.domains for f in self.firms if f.trusted and (f.name or f.domains)
        }

    def __repr__(self) -> str:
        """How many firms are trusted and how many distrusted, and where that stands."""
        trusted = sum(firm.trusted for firm in self.firms)
        return f"<KnownFirms: {trusted:,} trusted and {len(self.firms) - trusted:,} distrusted firms of {self.file}>"

    @property
    def fingerprint(self) -> str:
        """Of the list's entries: a run is taken up with the same ones alone."""
        return hashlib.sha256(repr(self.firms).encode()).hexdigest()

    def __call__(self, approaches: Sequence[Approach]) -> list[Approach]:
        """Add a clue to each approach whose firm is known.

        Parameters
        ----------
        approaches : sequence of Approach

        Returns
        -------
        list of Approach
            As many, in the same order.
        """
        found = [(approach, self._clues(approach)) for approach in approaches]
        return [replace(a, clues=(*a.clues, *clues)) if clues else a for a, clues in found]

    def _clues(self, approach: Approach) -> list[Clue]:
        claimed, key = claimed_firm(approach)
        mails, site = _mails(approach), _site(approach)
        domains = [*mails, *site]
        by_name = self._names.get(key, []) if key else []
        for firm in by_name:
            if not firm.trusted:
                return [
                    self._clue(
                        "cover_company",
                        DISTRUSTED,
                        firm,
                        "company",
                        claimed,
                        "it is on your list of distrusted firms",
                    )
                ]
        for column, domain in domains:
            for firm in self._domains.get(domain, ()):
                if not firm.trusted:
                    says = f"the domain {domain} is on your list of distrusted firms"
                    return [self._clue("cover_company", DISTRUSTED, firm, column, domain, says)]
        if by_name:
            return [self._trusted_name(by_name, claimed, mails, site)]
        return self._resembling(claimed, domains)

    def _trusted_name(self, firms: list[KnownFirm], claimed: str, mails: Domains, site: Domains) -> Clue:
        own = {domain for firm in firms for domain in firm.domains}
        firm = firms[0]
        if not own:
            says = "it is on your list of trusted firms without a domain; a name can be borrowed, so that counts for nothing"
            return self._clue("cover_company", 0.0, firm, "company", claimed, says)
        for column, domain in [*mails, *site]:
            if domain not in own:
                says = f"it is on your list of trusted firms with {', '.join(sorted(own))}, but {domain} is not theirs"
                return self._clue("identity_mismatch", BORROWED, firm, column, domain, says)
        if mails:
            says = f"it is on your list of trusted firms, and {mails[0][1]} is theirs; a sender's address can be forged"
            return self._clue("cover_company", TRUSTED_MAIL, firm, mails[0][0], mails[0][1], says)
        if site:
            says = "it is on your list of trusted firms with that web site; anybody can name it, so ask for mail from there"
            return self._clue("cover_company", TRUSTED_SITE, firm, "company_website", site[0][1], says)
        says = "it is on your list of trusted firms; a name can be borrowed and no domain is known, so that counts for nothing"
        return self._clue("cover_company", 0.0, firm, "company", claimed, says)

    def _resembling(self, claimed: str, domains: Domains) -> list[Clue]:
        """A name or domain that is close to a trusted one."""
        if not self._trusted:
            return []
        for column, domain in domains:
            if domain in self._domains:
                return []
            alike = look_alike(f"x@{domain}", self._trusted)
            if alike is not None and alike.how != "other ending":
                return [self._alike(alike.known, column, domain)]
        alike = look_alike(claimed, self._trusted) if claimed and " " in claimed.strip() else None
        if alike is not None and alike.how in ("confusable", "edit"):
            return [self._alike(alike.known, "company", claimed)]
        return []

    def _alike(self, known: str, column: str, value: str) -> Clue:
        says = (
            f"{self.file}: {value} resembles {known}, which is on your list of trusted firms, and is not it"
        )
        return Clue("identity_mismatch", RESEMBLES, says, column, value)

    def _clue(
        self, indicator: str, points: float, firm: KnownFirm, column: str, value: str, says: str
    ) -> Clue:
        note = f" ({firm.note})" if firm.note else ""
        return Clue(indicator, points, f"{self.file}, line {firm.line}: {says}{note}", column, value)


def _mails(approach: Approach) -> Domains:
    """Domains of the addresses that the sender offers; free mail stands as its own domain."""
    found: Domains = []
    mail = approach.fields.get("contact_email")
    texts = [mail] if isinstance(mail, str) else []
    for message in approach.messages:
        if message.inbound and "@" in message.text:
            texts += [address.value for address in find_addresses(message.text) if address.kind == "email"]
    for text in texts:
        host = domain_of(text)
        if host:
            found.append(("contact_email", host if is_free_mail(host) else registered_domain(host) or host))
    return list(dict.fromkeys(found))


def _site(approach: Approach) -> Domains:
    site = approach.fields.get("company_website")
    domain = registered_domain(site) if isinstance(site, str) else None
    return [("company_website", domain)] if domain else []
