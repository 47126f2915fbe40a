"""Look-alikes: names and domains that resemble a well-known firm or an official body without being it."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from os import PathLike
from typing import NamedTuple

from recruitrisk.errors import ReadError
from recruitrisk.market.hosts import host_of, is_free_mail, label_of
from recruitrisk.market.names import GENERIC, bare_name, decoded, known_names, skeleton

__all__ = ["LookAlike", "is_known_domain", "look_alike", "read_names"]

_ADDED = frozenset(
    "careers career jobs job hr hiring recruit recruitment recruiting talent team group global intl "
    "international online portal mail email secure consulting consultants consultancy advisory uk us usa "
    "eu de cn hk sg gov official support login admin hq info inc ltd llc corp co people staffing office "
    "the get my join apply interview onboarding projects research partners".split()
)


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


def is_known_domain(host: str) -> bool:
    """Whether a host is a domain of a well-known firm or body, or below one."""
    bare = host_of(host)
    return bare is not None and _shipped().owns(bare)


def look_alike(
    name_or_domain: str,
    known: Mapping[str, Sequence[str]] | None = None,
    *,
    extra: Mapping[str, Sequence[str]] | None = None,
) -> LookAlike | None:
    """Find the known firm or body that a name or domain resembles without being it.

    Parameters
    ----------
    name_or_domain : str
        A firm's name, or a host, link or mail address.
    known : mapping of str to sequence of str, optional
        Names with their domains; the shipped table `known_names` by default.
    extra : mapping of str to sequence of str, optional
        A user's own names with their domains, looked at beside `known`; see `read_names`.

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
    >>> look_alike("ha1den-subsea.no", extra={"Halden Subsea": ["haldensubsea.no"]}).known
    'Halden Subsea'
    """
    table: Mapping[str, Sequence[str]] = known_names() if known is None else known
    if known is None and not extra:
        return _shipped_alike(name_or_domain)
    return _alike(name_or_domain, _Known({**table, **(extra or {})}))


def read_names(path: str | PathLike[str]) -> dict[str, tuple[str, ...]]:
    """Read a user's own list of names that may be imitated.

    Parameters
    ----------
    path : path
        CSV in UTF-8 with the columns ``name`` and ``domains`` (or ``domain``), several domains with ``|`` between;
        other columns are left alone.

    Returns
    -------
    dict of str to tuple of str
        Domains by name, for `look_alike`'s ``extra``.

    Raises
    ------
    ReadError
        The file can't be read or has no such columns.
    """
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            columns = {(c or "").strip().lower(): c for c in rows.fieldnames or ()}
            names, domains = columns.get("name"), columns.get("domains", columns.get("domain"))
            if names is None or domains is None:
                found = ", ".join(columns) or "none"
                message = f"a list of known names needs the columns name and domains; found are {found}"
                raise ReadError(message, file=str(path))
            return {
                row[names].strip(): tuple(h for d in (row[domains] or "").split("|") if (h := host_of(d)))
                for row in rows
                if (row[names] or "").strip()
            }
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise ReadError(f"can't be read ({fault})", file=str(path)) from None


class _Label(NamedTuple):
    name: str
    domain: str
    label: str
    bone: str


class _Name(NamedTuple):
    name: str
    bare: str
    bone: str
    joined: str


class _Known:
    """A table of known names, indexed so that one comparison does not walk through all of them."""

    def __init__(self, table: Mapping[str, Sequence[str]]) -> None:
        self.domains = frozenset(d for domains in table.values() for d in domains)
        self.labels: dict[str, list[_Label]] = {}
        self.label_bones: dict[str, list[_Label]] = {}
        for name, domains in table.items():
            for domain in domains:
                label = (label_of(domain) or domain.partition(".")[0]).replace("-", "")
                entry = _Label(name, domain, label, skeleton(label))
                self.labels.setdefault(label, []).append(entry)
                self.label_bones.setdefault(entry.bone, []).append(entry)
        self.government = next((name for name, domains in table.items() if "gov.uk" in domains), None)
        self.names: dict[str, _Name] = {}
        self.name_bones: dict[str, _Name] = {}
        for name in table:
            bare = bare_name(name)
            found = _Name(name, bare, skeleton(bare), bare.replace(" ", ""))
            self.names.setdefault(bare, found)
            self.name_bones.setdefault(found.bone, found)
        self.long_names = {n.joined: n for n in self.names.values() if len(n.bare) > 5}
        self.near_labels, self.near_names = (
            _Near([label for label in self.labels if len(label) > 5]),
            _Near(list(self.long_names)),
        )

    def owns(self, host: str) -> bool:
        """Whether a host is one of the known domains or below one."""
        parts = host.split(".")
        return any(".".join(parts[i:]) in self.domains for i in range(len(parts)))


@cache
def _shipped() -> _Known:
    return _Known(known_names())


@lru_cache(maxsize=16384)
def _shipped_alike(name_or_domain: str) -> LookAlike | None:
    return _alike(name_or_domain, _shipped())


def _alike(name_or_domain: str, known: _Known) -> LookAlike | None:
    host = host_of(name_or_domain)
    if host is not None and ("@" in name_or_domain or " " not in name_or_domain.strip()):
        return _alike_domain(host, known)
    return _alike_name(name_or_domain, known)


def _alike_domain(host: str, known: _Known) -> LookAlike | None:
    if known.owns(host) or is_free_mail(host):
        return None
    label = label_of(host)
    if label is None:
        return None
    plain = decoded(label)
    flat, tokens = plain.replace("-", ""), plain.split("-")
    found: list[LookAlike] = []
    if known.government and ("gov-uk" in host or "govuk" in host.replace("-", "").partition(".")[0]):
        found.append(LookAlike(known.government, "gov.uk", "combined", 0.9))
    score = 0.7 if len(flat) > 5 else 0.5
    same = known.labels.get(flat, ()) if len(flat) >= 4 else ()
    found.extend(LookAlike(e.name, e.domain, "other ending", score) for e in same)
    for bone in (skeleton(plain), skeleton(flat)):
        alike = [e for e in known.label_bones.get(bone, ()) if len(e.label) >= 4 and e.label != flat]
        found.extend(LookAlike(e.name, e.domain, "confusable", 1.0) for e in alike)
    found += _combined(flat, tokens, known)
    for other in _edits(flat, known.near_labels):
        found.extend(
            LookAlike(e.name, e.domain, "edit", 0.8) for e in known.labels[other] if e.domain != "gov.uk"
        )
    return max(found, key=lambda f: f.score, default=None)


def _combined(flat: str, tokens: Sequence[str], known: _Known) -> list[LookAlike]:
    """A known label with other words before or behind it."""
    found = []
    for token in tokens if len(tokens) > 1 else ():
        for entry in known.labels.get(token, ()) if len(token) > 4 else ():
            score = 0.9 if set(tokens) - {token} <= _ADDED else 0.5
            found.append(LookAlike(entry.name, entry.domain, "combined", score))
    for cut in range(2, len(flat) - 1):
        for other, rest in ((flat[:cut], flat[cut:]), (flat[cut:], flat[:cut])):
            if len(other) > 4 and other in known.labels and (rest in _ADDED or _all_added(rest)):
                found.extend(LookAlike(e.name, e.domain, "combined", 0.9) for e in known.labels[other])
    return found


def _all_added(rest: str) -> bool:
    return any(rest[:i] in _ADDED and rest[i:] in _ADDED for i in range(2, len(rest) - 1))


class _Near:
    """Words by their length: one that is a letter or two apart is a letter or two longer or shorter at most."""

    def __init__(self, words: Sequence[str]) -> None:
        sizes = {len(word) + off for word in words for off in (-2, -1, 0, 1, 2)}
        self._by_size = {size: [w for w in words if abs(len(w) - size) <= 2] for size in sizes}

    def of(self, word: str) -> Sequence[str]:
        """Those of about its length, in their order."""
        return self._by_size.get(len(word), ())


def _edits(word: str, known: _Near) -> list[str]:
    """Those that are a letter or two apart, the nearest five."""
    others = known.of(word)
    if not others:
        return []
    from rapidfuzz import process  # compiled, 10 ms: only when asked for
    from rapidfuzz.distance import OSA

    near = process.extract(word, others, scorer=OSA.distance, score_cutoff=2, limit=5)
    return [other for other, distance, _ in near if distance and _is_edit(word, other, int(distance))]


def _is_edit(one: str, other: str, distance: int) -> bool:
    """Only for words that are long enough not to be alike by chance; a generic word that both end in does not count."""
    if distance > _allowed(other):
        return False
    shared = max((w for w in GENERIC if one.endswith(w) and other.endswith(w)), key=len, default="")
    return distance <= _allowed(other.removesuffix(shared))


def _allowed(word: str) -> int:
    return 0 if len(word) < 6 else 1 if len(word) < 9 else 2


def _alike_name(name: str, known: _Known) -> LookAlike | None:
    plain = bare_name(name)
    if len(plain) < 4 or plain in known.names:
        return None
    words = plain.split(" ")
    found: list[LookAlike] = []
    alike = known.name_bones.get(skeleton(plain))
    if alike is not None and len(alike.bare) > 3:
        found.append(LookAlike(alike.name, "", "confusable", 1.0))
    near = _edits(plain.replace(" ", ""), known.near_names)
    found.extend(LookAlike(known.long_names[joined].name, "", "edit", 0.8) for joined in near)
    for size in range(1, len(words)):
        other = known.names.get(" ".join(words[:size]))
        if other is not None and len(other.bare) > 5 and set(words[size:]) <= GENERIC:
            found.append(LookAlike(other.name, "", "combined", 0.6))
    return max(found, key=lambda f: f.score, default=None)
