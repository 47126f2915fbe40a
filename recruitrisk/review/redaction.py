"""Masking of who is who: names, mails, phones, links, handles and profile addresses.

By rule alone, offline. Names are those in columns, and those that stand in greetings, signatures,
self-introductions or behind a title; each is then masked wherever it stands in the same batch. A name
that is nowhere given so may be left: a masked report is to be read before it is passed on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from recruitrisk.approach import Approach
from recruitrisk.market import find_addresses
from recruitrisk.text import Normalised, identity_spans, normalise
from recruitrisk.text.tokens import lexicon

__all__ = ["Masker", "Span", "apart"]

Span = tuple[int, int, str]
"""Start, end and label of a piece that is masked."""

_SIGNS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f"
_UNSPACED = re.compile(f"[{_SIGNS}]")
_WORD = re.compile(rf"[{_SIGNS}]+|(?:(?![{_SIGNS}])[^\W\d_]|[\u0300-\u036f])+")
_PARTICLES = frozenset(
    "de da do dos das del della di la le el al bin bint ibn abu van von der den ter ten zu y e o s mr mrs ms miss dr prof"
    " sir phd md mba jr sr ii iii".split()
)
_TITLES = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|madam|colonel|col|captain|capt|major|general|herrn?|frau|monsieur"
    r"|madame|mme|mlle|señora?|sr|sra|signora?|sig|dott|ing|pan|pani|dhr|mevr)\b\.?[ ]{1,2}"
    r"(?=((?:[^\W\d_][^\W\d_'’.-]*[ '’.-]{0,2}){1,5}))",
    re.IGNORECASE,
)
_GREETINGS = re.compile(
    r"(?:\A|[\n.!?])\s{0,40}+(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|respected|salam|namaste|hallo"
    r"|guten (?:tag|morgen|abend)|bonjour|hola|ciao|ol[aá]|buen(?:os|as) \w+|sehr geehrter?|lieber?|beste|cher|chère|estimad[oa])"
    r"(?!\w)[ ,]{1,3}(?=((?:[^\W\d_][^\W\d_'’.-]*[ '’.-]{0,2}){1,4}))",
    re.IGNORECASE,
)
_MENTIONS = re.compile(
    r"\b(?:(?:here|hier|aqu[ií]|ici)(?:'s| is| ist| spricht| est| es)"
    r"|(?:my|our|meine?|unsere?|mon|ma|notre|mi|nuestr[oa])[ ](?:colleague|boss|partner|associate|assistant|manager|director"
    r"|friend|kolleg(?:e|in)|chef(?:in)?|collègue|associée?|colega|jef[ea]|soci[oa])"
    r"|(?:speak|talk|write|reach out)[ ]to|(?:contact|ask for|introduce you to|ring|sent by))[ ]{1,2}"
    r"(?=((?:[^\W\d_][^\W\d_'’.-]*[ '’.-]{0,2}){1,3}))",
    re.IGNORECASE,
)  # somebody may be named there, or something else: ordinary words are taken only where it is sure
_AFTER_A_NAME = re.compile(r",| (?:from|of|again|von|der|de)\b")
_CALLED = re.compile(r"(?:我叫|我的名字是|我的名字叫)[ ]?([\u4e00-\u9fff]{2,4})")
_NOBODY = frozenset(
    "all team sir madam colleague colleagues everyone everybody folks friend friends candidate candidates recipient customer"
    " hiring manager recruiter recruiting talent there hr people reader member members expert experts specialist doctor"
    " professor partner".split()
)  # whom a letter may be addressed to or signed by without a name
_CLOSINGS = _NOBODY | frozenset(
    "best kind kindest warm warmest many regards wishes thanks cheers sincerely yours respectfully thank you all the with"
    " beste liebe viele grüße grusse gruß mit freundlichen cordialement saludos and truly faithfully from sent hi hello dear".split()
)
_PROFILE = re.compile(r"(?:linkedin|xing)\.[a-z.]{2,6}/(?:in|pub|profile)s?/", re.IGNORECASE)
_KIND = {"email": "mail", "phone": "phone", "url": "link", "handle": "handle"}
_LOOSE = re.compile(
    # A run of characters is looked at from its start alone: from every one of them it would be quadratic.
    r"(?P<email>(?<![^\s@<>\"'(),;:])[^\s@<>\"'(),;:]++@[^\s@<>\"'(),;:]+\.[^\s@<>\"'(),;:]+)|(?P<url>(?:https?|hxxps?|ftp)://\S+|\bwww\.\S+)"
    r"|(?P<phone>\+\d[\d ().\-\u00a0/]{6,20}\d)",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\b[^\W\d_]\.?[ \u00a0]?\Z")


@lru_cache(1 << 16)
def _fold(text: str) -> str:
    """For comparison: no case, no accents."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.casefold()


def _letters(number: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    out = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        out = chr(65 + digit) + out
    return out


def _words(name: str) -> tuple[str, ...]:
    return tuple(w for w in (_fold(m[0]) for m in _WORD.finditer(name)) if w)


def _telling(words: Iterable[str]) -> list[str]:
    """Words of a name that say who it is."""
    return [w for w in words if w not in _PARTICLES and (len(w) > 1 or not w.isascii())]


class Masker:
    """Gives every person and address one label over a whole batch.

    Labels are ``Person A``, ``mail 1``, ``phone 1``, ``link 1``, ``handle 1``, ``profile 1``.

    Parameters
    ----------
    approaches : iterable of Approach
        The batch; names are gathered first, so that one that is given in one approach is masked in all.

    Examples
    --------
    >>> a = Approach("1", fields={"sender_name": "Jane Roe"})
    >>> Masker([a]).mask("Jane Roe (jane@roe.example, +44 20 7946 0000) writes; thanks, Jane", a)
    'Person A (mail 1, phone 1) writes; thanks, Person A'
    """

    def __init__(self, approaches: Iterable[Approach] = ()) -> None:
        self._people: dict[tuple[str, ...], str] = {}
        self._addresses: dict[tuple[str, str], str] = {}
        self._counts: dict[str, int] = {}
        self._full: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._unspaced: dict[str, str] = {}
        self._local: dict[str, str] = {}
        self._small: frozenset[str] = frozenset()  # words of the sender's name that say nothing alone
        self._local_of: Approach | None = None
        self._batch = list(approaches)
        self._given: dict[int, list[str]] = {}
        for approach in self._batch:
            self.person(str(approach.fields.get("sender_name", "")))
        self._read: dict[str, tuple[Normalised | None, list[tuple[int, int]]]] = {}
        for approach in self._batch:
            for message in approach.messages:
                self._read[message.text] = _read(message.text)
            self._given[id(approach)] = self._all_given(approach)
            self._prepare(approach)
        self._local_of = None

    def person(self, name: str) -> str:
        """Label of a person by name; empty for an empty name."""
        words = _words(name)
        if not words:
            return ""
        label = self._people.get(words)
        if label is None:
            label = self._people[words] = f"Person {_letters(len(self._people))}"
            if len(_telling(words)) > 1 or (words[0] not in lexicon() and len(words[0]) > 2):
                self._full.setdefault(words[0], []).append((words, label))
                self._full[words[0]].sort(key=lambda pair: -len(pair[0]))
            if _UNSPACED.search(name):
                self._unspaced[re.sub(r"\s", "", name)] = label
        return label

    def address(self, kind: str, value: str) -> str:
        """Label of an address; the same value has the same label."""
        if kind == "url":
            kind = "profile" if _PROFILE.search(value) else "url"
            value = (
                re.sub(r"\A(?:https?://)?(?:www\.)?", "", value.strip().casefold())
                .rstrip("/")
                .partition("?")[0]
            )
        key = (kind, value.strip().casefold())
        label = self._addresses.get(key)
        if label is None:
            name = _KIND.get(kind, kind)
            self._counts[name] = self._counts.get(name, 0) + 1
            label = self._addresses[key] = f"{name} {self._counts[name]}"
        return label

    def mask(self, text: str, approach: Approach | None = None, *, letter: bool = True) -> str:
        """Text with everything masked.

        Parameters
        ----------
        text : str
        approach : Approach, optional
            To which it belongs: the parts of its sender's name are then known too.
        letter : bool
            Whether it is a message, in which names stand in greeting and signature; False for a column.
        """
        out = []
        at = 0
        for start, end, label in self.spans(text, approach, letter=letter):
            out += [text[at:start], label]
            at = end
        return "".join([*out, text[at:]])

    def spans(self, text: str, approach: Approach | None = None, *, letter: bool = True) -> list[Span]:
        """What is masked in a text.

        Returns
        -------
        list of (start, end, label)
            In order, none over another.
        """
        if not text:
            return []
        if approach is not None and approach is not self._local_of:
            self._prepare(approach)
        local = self._local if approach is not None else {}
        found: list[Span] = [(a.start, a.end, self.address(a.kind, a.value)) for a in find_addresses(text)]
        found += [
            (loose.start(), loose.end(), self.address(loose.lastgroup or "url", loose[0]))
            for loose in _LOOSE.finditer(text)
        ]
        found += self._names(text, local)
        if letter:
            normal, given = self._read.get(text) or _read(text)
        else:  # a cell: nobody greets or signs there
            normal, given = _hidden(text), []
        for start, end in given:
            found.append((start, end, self._label(text[start:end], local)))
        if normal is not None:  # the same in what the text says once it is read without its tricks
            inner = [(a.start, a.end, self.address(a.kind, a.value)) for a in find_addresses(normal.text)]
            inner += self._names(normal.text, local, folded=True)
            for start, end, label in inner:
                a, b = normal.raw_span(start, end)
                if b - a <= 4 * (end - start) + 40:
                    found.append((a, b, label))
        return apart(found)

    def _prepare(self, approach: Approach) -> None:
        """Parts of the names of sender and others, as they are used inside of the approach."""
        self._local_of = approach
        self._local = {}
        name = str(approach.fields.get("sender_name", ""))
        if name:
            label = self.person(name)
            words = _telling(_words(name))
            self._local = dict.fromkeys(words, label)
            if len(words) > 1:
                self._local["".join(words)] = label
                self._local[words[-1] + "".join(words[:-1])] = label
                self._local["".join(_words(name))] = label
            self._small = frozenset(_words(name)) - set(words)
        given = self._given.get(id(approach))
        for name in self._all_given(approach) if given is None else given:
            words = _telling(_words(name))
            if words and not any(word in self._local for word in words):
                label = self.person(name)
                for word in words:
                    self._local.setdefault(word, label)

    def _all_given(self, approach: Approach) -> list[str]:
        """Names that the messages give, the fullest first."""
        names: dict[str, None] = {}
        for message in approach.messages:
            _, given = self._read.get(message.text) or _read(message.text)
            names.update(dict.fromkeys(message.text[start:end] for start, end in given))
        return sorted(names, key=lambda name: -len(_telling(_words(name))))

    def _label(self, name: str, local: dict[str, str]) -> str:
        for word in _telling(_words(name)):
            if word in local:
                return local[word]
        return self.person(name)

    def _names(self, text: str, local: dict[str, str], folded: bool = False) -> list[Span]:
        """Known names in a text: of the sender by any part, of others by all parts."""
        words = [(m.start(), m.end(), _fold(m[0])) for m in _WORD.finditer(text)]
        known = lexicon()
        out: list[Span] = []
        at = 0
        while at < len(words):
            start, end, word = words[at]
            taken = 0
            label = local.get(word)
            if label is not None and (
                text[end : end + 2].lower() not in ("'t", "’t")
                and (folded or word not in known or text[start].isupper())
            ):
                taken = 1
                while at + taken < len(words) and (
                    (local.get(words[at + taken][2]) == label
                        and (folded or words[at + taken][2] not in known or text[words[at + taken][0]].isupper()))
                    or (words[at + taken][2] in _PARTICLES and at + taken + 1 < len(words)
                        and local.get(words[at + taken + 1][2]) == label)
                ) and not text[words[at + taken - 1][1] : words[at + taken][0]].strip(" .'’-\u00a0"):  # fmt: skip
                    taken += 1
            else:
                for name, other in self._full.get(word, ()):
                    if tuple(w for _, _, w in words[at : at + len(name)]) == name:
                        taken, label = len(name), other
                        break
            if taken and label is not None:
                end = words[at + taken - 1][1]
                if label in local.values() and at and words[at - 1][2] in self._small:  # O'Neill, de la Cruz
                    start = words[at - 1][0] if not text[words[at - 1][1] : start].strip(" .'’-") else start
                before = _INITIAL.search(text, max(0, start - 3), start)
                if before and _fold(before[0][0]) in {w[0] for w in local} and "." in before[0]:
                    start = before.start()
                out.append((start, end, label))
            at += max(taken, 1)
        if self._unspaced and _UNSPACED.search(text):
            for whole, other in self._unspaced.items():
                if whole in text:
                    out += [(m.start(), m.end(), other) for m in re.finditer(re.escape(whole), text)]
        return out


@lru_cache(1 << 12)
def _hidden(text: str) -> Normalised | None:
    """The canonical text, where it is another than the text."""
    normal = normalise(text)
    return normal if normal.hidden else None


def _read(text: str) -> tuple[Normalised | None, list[tuple[int, int]]]:
    """The canonical text, where it is another than the text, and the spans of names that are given."""
    normal = normalise(text)
    return normal if normal.hidden else None, _given_names(text, normal)


def _given_names(text: str, normal: Normalised) -> list[tuple[int, int]]:
    """Spans of names by where they stand: greeting, signature, behind a title."""
    out = []
    for start, end in identity_spans(normal):
        a, b = normal.raw_span(start, end)
        out.append((a, b))
    for place in (_TITLES, _GREETINGS):
        out.extend(_name_from(text, *found.span(1)) for found in place.finditer(text))
    for found in _MENTIONS.finditer(text):
        a, b = _name_from(text, *found.span(1))
        sure = found[0][:2].lower() in ("my", "ou") or _AFTER_A_NAME.match(text, b)
        if b > a and (sure or all(_fold(w[0]) not in lexicon() for w in _WORD.finditer(text, a, b))):
            out.append((a, b))
    out.extend(found.span(1) for found in _CALLED.finditer(text))
    trimmed = []
    for a, b in out:
        words = list(_WORD.finditer(text, a, b))
        while len(words) > 1 and _fold(words[0][0]) in _CLOSINGS:
            del words[0]
        if any(len(w[0]) > 1 or not w[0].isascii() for w in words) and not all(
            _fold(w[0]) in _CLOSINGS or _fold(w[0]) in _PARTICLES for w in words
        ):
            trimmed.append((words[0].start(), words[-1].end()))
    return trimmed


def _name_from(text: str, a: int, b: int) -> tuple[int, int]:
    """The words at the start of a slice that can be a name: capital or of a script without capitals."""
    start, end = a, a
    for word in _WORD.finditer(text, a, b):
        first, folded = word[0][0], _fold(word[0])
        capital = first.isupper() or not (first.islower() or first.isupper())
        gap = text[end : word.start()]
        if folded in _PARTICLES and end == a:  # a title ahead of the name
            continue
        if not capital and folded not in _PARTICLES:
            break
        if end > a and (
            (folded in lexicon() and folded not in _PARTICLES) or (". " in gap and end - start > 2)
        ):
            break  # an ordinary word, or the next sentence
        if capital:
            start, end = (word.start() if end == a else start), word.end()
    return start, end


def apart(found: list[Span]) -> list[Span]:
    """In order, with what overlaps joined; the longer piece gives the label."""
    out: list[Span] = []
    for start, end, label in sorted(found, key=lambda s: (s[0], -s[1])):
        if end <= start:
            continue
        if out and start < out[-1][1]:
            x, y, old = out[-1]
            out[-1] = (x, max(y, end), old if y - x >= end - start else label)
        else:
            out.append((start, end, label))
    return out
