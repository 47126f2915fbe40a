"""Names of firms and official bodies: what domain fits a name, what is a look-alike of a known one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from recruitrisk.market.hosts import host_of, is_free_mail, label_of, registered_domain
from recruitrisk.market.tables import read_table

__all__ = ["LookAlike", "bare_name", "core_name", "firm_domain_fit", "known_names", "look_alike", "skeleton"]

_LEGAL = frozenset(
    "ltd limited plc llc llp lp inc incorporated corp corporation co company gmbh ag kg ohg ug se sa sas "
    "sarl srl spa bv nv oy ab as aps pty pte pvt private kk sdn bhd holdings holding the and of for de "
    "kft zrt sp zoo ooo pjsc jsc fze fzco dmcc".split()
)
_GENERIC = frozenset(
    "group international global consulting consultants consultancy partners partner associates advisory "
    "advisors advisers services solutions recruitment recruiting recruiters search executive talent "
    "careers career jobs hr human resources research institute strategy strategic capital management "
    "technologies technology tech systems uk us usa eu europe asia pacific china london worldwide network "
    "ventures analytics intelligence insight insights digital enterprise enterprises agency "
    "centre center".split()
)
_ADDED = frozenset(
    "careers career jobs job hr hiring recruit recruitment recruiting talent team group global intl "
    "international online portal mail email secure consulting consultants consultancy advisory uk us usa "
    "eu de cn hk sg gov official support login admin hq info inc ltd llc corp co people staffing office "
    "the get my join apply interview onboarding projects research partners".split()
)
_CONFUSABLE = str.maketrans(
    "0135$@|!\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u043a\u043c\u043d\u0442\u0432\u0433"
    "\u03b1\u03b5\u03b9\u03bf\u03c1\u03c5\u03bd\u03ba\u0131\u0142\u00f8\u0111\u0261",
    "olessaliaeopcyxijshdqwkmhtbraeiopuvkilodg",
)
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"))


class LookAlike(NamedTuple):
    """A known name that another one resembles.

    Attributes
    ----------
    known : str
        The known firm or body.
    domain : str
        The known domain it was compared with; empty when names were compared.
    how : str
        ``confusable`` letters, ``edit`` of a letter or two, ``combined`` with other words,
        or the same name under ``other ending``.
    score : float
        How close, 0 to 1.
    """

    known: str
    domain: str
    how: str
    score: float


@cache
def known_names() -> dict[str, tuple[str, ...]]:
    """Well-known firms and official bodies with their domains, from ``known_names.csv``.

    Returns
    -------
    dict of str to tuple of str
        Domains by name.
    """
    return {row["name"]: tuple(row["domains"].split("|")) for row in read_table("known_names.csv")}


@cache
def _known_by_bare_name() -> dict[str, tuple[str, ...]]:
    return {bare_name(name): domains for name, domains in known_names().items()}


@lru_cache(maxsize=16384)
def bare_name(name: str) -> str:
    """A firm's name in lower case, without accents, signs and legal forms.

    Examples
    --------
    >>> bare_name("Société Générale S.A."), bare_name("McKinsey & Company, Inc.")
    ('societe generale', 'mckinsey')
    """
    words = _words(name)
    kept = [w for w in words if w not in _LEGAL]
    return " ".join(kept or words)


@lru_cache(maxsize=16384)
def core_name(name: str) -> str:
    """What tells a firm's name apart: `bare_name` without the words of the trade, unless it has no others.

    Examples
    --------
    >>> core_name("Aurora Executive Search Ltd"), core_name("Global Insight Partners")
    ('aurora', 'global insight partners')
    """
    words = bare_name(name).split()
    return " ".join([w for w in words if w not in _GENERIC] or words)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name[:300].replace("&", " and ")).lower()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b)|['\u2019]", "", plain)
    return re.findall(r"[^\W_]+", plain)


@lru_cache(maxsize=16384)
def skeleton(text: str) -> str:
    """A text with look-alike letters made equal: ``rnicr0soft`` and ``microsoft`` give the same.

    Examples
    --------
    >>> skeleton("rnicr0soft") == skeleton("microsoft")
    True
    """
    plain = unicodedata.normalize("NFKD", text.lower()).translate(_CONFUSABLE)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    for pair, single in _PAIRS:
        plain = plain.replace(pair, single)
    return plain.replace("i", "l")


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA  # compiled, 10 ms: only when asked for

    return int(OSA.distance(one, other, score_cutoff=3))


def firm_domain_fit(firm: str, domain: str) -> float | None:
    """How well a domain fits the name of a firm.

    Parameters
    ----------
    firm : str
        The firm's name.
    domain : str
        Host, link or mail address; often the mail's domain, but the website's too.

    Returns
    -------
    float or None
        1 for a known domain of that firm or its very name, 0.9 for its initials, less for
        a part of it; at most 0.4 when the firm is well known and the domain is not one of
        its own; 0 for free mail and for nothing in common. None when firm or domain is missing.

    Examples
    --------
    >>> firm_domain_fit("BAE Systems plc", "baesystems.com"), firm_domain_fit("BAE Systems", "gmail.com")
    (1.0, 0.0)
    >>> [firm_domain_fit("Halden Subsea AS", d) for d in ("haldensubsea.no", "orchid-advisory.com")]
    [1.0, 0.0]
    """
    host, words = host_of(domain), _words(firm)
    if host is None or not words:
        return None
    label = label_of(domain) or host.partition(".")[0]
    owned = registered_domain(host) or host
    if is_free_mail(owned):
        return 0.0
    name = bare_name(firm)
    domains = _known_by_bare_name().get(name)
    if domains is None:
        return _fit(words, name, label)
    if any(host == d or host.endswith("." + d) for d in domains):
        return 1.0
    return min(0.4, _fit(words, name, label))


def _fit(words: list[str], name: str, label: str) -> float:
    flat = _decoded(label).replace("-", "")
    parts = name.split(" ")
    own = [p for p in parts if p not in _GENERIC] or parts
    joined = ["".join(words), "".join(parts), "".join(own)]
    if flat in joined:
        return 1.0
    initials = {"".join(w[0] for w in group) for group in (words, parts) if len(group) > 1}
    if flat in initials and len(flat) > 1:
        return 0.9
    held = sum(len(p) for p in own if len(p) > 2 and p in flat)
    share = held / max(1, sum(len(p) for p in own if len(p) > 2) or 1)
    if share >= 0.99:
        return 0.9
    if len(own[0]) > 3 and flat.startswith(own[0]):
        return 0.8
    if any(j.startswith(flat) and len(flat) >= 4 for j in joined):
        return 0.8
    if share > 0.45:
        return 0.6
    if len(flat) > 5 and any(_distance(flat, j) <= 1 for j in joined):
        return 0.5
    return 0.0


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label


def look_alike(name_or_domain: str, known: Mapping[str, Sequence[str]] | None = None) -> LookAlike | None:
    """Find the known firm or body that a name or domain resembles without being it.

    Parameters
    ----------
    name_or_domain : str
        A firm's name, or a host, link or mail address.
    known : mapping of str to sequence of str, optional
        Names with their domains; the shipped table `known_names` by default. A user's own
        table is given as ``{**known_names(), ...}``.

    Returns
    -------
    LookAlike or None
        The closest one; None for a known name or domain itself and for no resemblance.

    Examples
    --------
    >>> look_alike("hr@bae-systems-careers.com").known, look_alike("rnckinsey.com").how
    ('BAE Systems', 'confusable')
    >>> look_alike("baesystems.com") is None
    True
    """
    table = known_names() if known is None else known
    host = host_of(name_or_domain)
    if host is not None and ("@" in name_or_domain or " " not in name_or_domain.strip()):
        return _alike_domain(host, table)
    return _alike_name(name_or_domain, table)


def _alike_domain(host: str, table: Mapping[str, Sequence[str]]) -> LookAlike | None:
    for domains in table.values():
        if any(host == d or host.endswith("." + d) for d in domains):
            return None
    if is_free_mail(host):
        return None
    label = label_of(host)
    if label is None:
        return None
    plain = _decoded(label)
    bone, flat = skeleton(plain), plain.replace("-", "")
    tokens = set(plain.split("-"))
    best: LookAlike | None = None
    for name, domains in table.items():
        for domain in domains:
            found = _compare_labels(plain, bone, flat, tokens, host, name, domain)
            if found is not None and (best is None or found.score > best.score):
                best = found
    return best


def _compare_labels(
    plain: str, bone: str, flat: str, tokens: set[str], host: str, name: str, domain: str
) -> LookAlike | None:
    if domain == "gov.uk":
        official = "gov-uk" in host or "govuk" in host.replace("-", "").partition(".")[0]
        return LookAlike(name, domain, "combined", 0.9) if official else None
    other = (label_of(domain) or domain.partition(".")[0]).replace("-", "")
    if len(other) < 4:
        return None
    if flat == other:
        return LookAlike(name, domain, "other ending", 0.7 if len(other) > 5 else 0.5)
    if skeleton(flat) == skeleton(other) or bone == skeleton(other):
        return LookAlike(name, domain, "confusable", 1.0)
    if other in tokens and len(tokens) > 1 and len(other) > 4:
        added = tokens - {other}
        return LookAlike(name, domain, "combined", 0.9 if added <= _ADDED else 0.5)
    if len(other) > 4 and flat != other:
        for rest in (flat.removeprefix(other), flat.removesuffix(other)):
            if rest != flat and (rest in _ADDED or _all_added(rest)):
                return LookAlike(name, domain, "combined", 0.9)
    allowed = 1 if len(other) < 9 else 2
    if len(other) > 5 and abs(len(flat) - len(other)) <= allowed and _distance(flat, other) <= allowed:
        return LookAlike(name, domain, "edit", 0.8)
    return None


def _all_added(rest: str) -> bool:
    return any(rest[:i] in _ADDED and rest[i:] in _ADDED for i in range(2, len(rest) - 1))


def _alike_name(name: str, table: Mapping[str, Sequence[str]]) -> LookAlike | None:
    plain = bare_name(name)
    if len(plain) < 4:
        return None
    words = plain.split(" ")
    best: LookAlike | None = None
    for known in table:
        other = bare_name(known)
        if plain == other:
            return None
        found: LookAlike | None = None
        if len(other) > 3 and skeleton(plain) == skeleton(other):
            found = LookAlike(known, "", "confusable", 1.0)
        elif len(other) > 5 and abs(len(plain) - len(other)) <= 2:
            allowed = 1 if len(other) < 9 else 2
            if _distance(plain.replace(" ", ""), other.replace(" ", "")) <= allowed:
                found = LookAlike(known, "", "edit", 0.8)
        if found is None and len(other) > 5:
            size = len(other.split(" "))
            if words[:size] == other.split(" ") and set(words[size:]) <= _GENERIC:
                found = LookAlike(known, "", "combined", 0.6)
        if found is not None and (best is None or found.score > best.score):
            best = found
    return best
