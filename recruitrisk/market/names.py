"""Names of firms and official bodies: what is left of a name, and what domain fits it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from recruitrisk.market.hosts import host_of, is_free_mail, label_of, registered_domain
from recruitrisk.market.remembering import remembered
from recruitrisk.market.tables import read_table

__all__ = [
    "GENERIC",
    "bare_name",
    "decoded",
    "firm_domain_fit",
    "firm_words",
    "is_generic_name",
    "known_names",
    "legal_form",
    "skeleton",
]

_LEGAL = frozenset(
    "ltd limited plc llc llp lp inc incorporated corp corporation co company gmbh ag kg ohg ug se sa sas "
    "sarl srl spa bv nv oy ab as aps pty pte pvt private kk sdn bhd holdings holding the and of for de "
    "kft zrt sp zoo ooo pjsc jsc fze fzco dmcc".split()
)
GENERIC = frozenset(
    "group international global consulting consultants consultancy partners partner associates advisory "
    "advisors advisers services solutions recruitment recruiting recruiters search executive talent "
    "careers career jobs hr human resources research institute strategy strategic capital management "
    "technologies technology tech systems uk us usa eu europe asia pacific china london worldwide network "
    "ventures analytics intelligence insight insights digital enterprise enterprises agency "
    "centre center".split()
)
_TRADE = frozenset(
    "policy geopolitical political economic expert experts think tank studies foundation council academy "
    "headhunting headhunters professional professionals business elite premier first best prime world "
    "innovation innovations development trade investment security affairs information data project projects "
    "future leading overseas eurasia eurasian western eastern central new modern united".split()
)
_CONFUSABLE = str.maketrans(
    "0135$@|!\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u043a\u043c\u043d\u0442\u0432\u0433"
    "\u03b1\u03b5\u03b9\u03bf\u03c1\u03c5\u03bd\u03ba\u0131\u0142\u00f8\u0111\u0261",
    "olessaliaeopcyxijshdqwkmhtbraeiopuvkilodg",
)
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"))


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


_FORMS: dict[tuple[str, ...], str] = {
    ("public", "limited", "company"): "plc", ("limited", "liability", "partnership"): "llp", ("limited", "liability", "company"): "llc",
    ("community", "interest", "company"): "cic", ("private", "limited"): "pvt ltd", ("limited", "partnership"): "lp",
    ("pte", "ltd"): "pte ltd", ("pty", "ltd"): "pty ltd", ("pvt", "ltd"): "pvt ltd", ("sdn", "bhd"): "sdn bhd", ("sp", "z", "oo"): "sp zoo",
    ("limited",): "ltd", ("cyfyngedig",): "ltd", ("cyf",): "ltd", ("ccc",): "plc", ("incorporated",): "inc", ("corporation",): "corp",
    **{(form,): form for form in (
        "ltd plc llc llp lp inc corp gmbh ag kg ohg ug se sa sas sarl srl spa bv nv oy oyj ab as asa aps cic cio kft zrt pjsc jsc fze "
        "dmcc dac clg kk"
    ).split()},
}  # fmt: skip
"""Legal forms at the end of a name, by their words; the longest that fits counts."""


def firm_words(name: str) -> list[str]:
    """The words that tell a firm from others in a register: without its legal form and a leading "the".

    Unlike `bare_name` it keeps "holdings", "of" and the like: two companies of one register may differ by them.

    Examples
    --------
    >>> firm_words("The Northgate Search & Selection Co. Ltd")
    ['northgate', 'search', 'and', 'selection', 'company']
    >>> firm_words("NORTHGATE HOLDINGS LIMITED"), firm_words("LIMITED LIMITED")
    (['northgate', 'holdings'], ['limited'])
    """
    return _split_form(name)[0]


def legal_form(name: str) -> str:
    """The legal form at the end of a firm's name, in one spelling; empty for none.

    Examples
    --------
    >>> [legal_form(n) for n in ("Northgate Limited", "Acme Public Limited Company", "Kite (Pty) Ltd.", "Northgate")]
    ['ltd', 'plc', 'pty ltd', '']
    """
    return _split_form(name)[1]


def _split_form(name: str) -> tuple[list[str], str]:
    words = _words(name)
    form = ""
    for size in (3, 2, 1):
        if len(words) > size and (form := _FORMS.get(tuple(words[-size:]), "")):
            del words[-size:]
            break
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if len(words) > 1 and words[-1] == "co":
        words[-1] = "company"
    return words, form


def _words(name: str) -> list[str]:
    plain = name[:300].replace("&", " and ").lower()
    if not plain.isascii():
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


@remembered(16384)
def is_generic_name(name: str) -> bool:
    """Whether a firm's name says hardly more than its trade: consulting, executive search, research institute.

    Examples
    --------
    >>> is_generic_name("Global Strategic Consulting Ltd"), is_generic_name("Halden Consulting")
    (True, False)
    """
    words = bare_name(name).split(" ")
    trade = sum(w in GENERIC or w in _TRADE for w in words)
    return len(words) > 1 and trade == len(words)


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA  # compiled, 10 ms: only when asked for

    return int(OSA.distance(one, other, score_cutoff=3))


@remembered(16384)
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
    flat = decoded(label).replace("-", "")
    parts = name.split(" ")
    own = [p for p in parts if p not in GENERIC] or parts
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


def decoded(label: str) -> str:
    """A label of a domain in its own letters: punycode undone."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label
