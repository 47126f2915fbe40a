"""Letters of other scripts that stand in for Latin ones, and accents put on to hide a word.

A word is read otherwise only where letters of two scripts stand in it, or where that makes a word of
`recruitrisk.text.lexicon.spellings` among Latin ones; accents go where no orthography would set them so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from recruitrisk.text.characters import confusables
from recruitrisk.text.lexicon import lexicon, short_words, spellings
from recruitrisk.text.passes import HIDDEN, Edit, Pass

__all__ = ["LOOKALIKES", "ODD", "with_latin_capitals"]

_LATIN = "a-z\u00df-\u024f\u1e00-\u1eff"
_STYLED = "\u0250-\u02af\u1d00-\u1d7f\ua4d0-\ua4ff\ua720-\ua7ff\U00010000-\U0001efff"
"""Letters that no living text beside Latin is written in: small capitals, Lisu, old scripts."""
ODD = "".join(sorted({c for c in confusables() if c == c.lower() and c > "\u024f"}))
"""Small letters of other scripts that look like Latin ones."""
_FLAG = "\U0001f1e6-\U0001f1ff"
_ODD_WORD = re.compile(r"(?<![^\W\d_])[a-z]*+[^\W\d_a-z][^\W\d_]*+")
_FOREIGN = re.compile(f"[^\\W\\d_{_LATIN}]")
_ASCII = re.compile("[a-z]")
_GREEK = re.compile("[\u0370-\u03ff]")
_FLAGS = re.compile(f"[{_FLAG}]+")
_STYLED_LETTER = re.compile(f"[{_STYLED}]")
_STYLED_ONLY = re.compile(f"[{_STYLED}]+")
_TWINS = frozenset("асеһіјорѕхуԁԛԝӏοϲϳ")
"""Letters whose small form is the very shape of a Latin one."""
_SHORT = frozenset(("no", "do", "app", "top", "via", "tip"))

# Greek capitals whose small form looks like another Latin letter than the capital does.
_CAPITALS = {ord(c): latin for c, latin in zip("ΗΝΥ", "HNY", strict=True)}
_CAPITAL = re.compile("[ΗΝΥ]")
_CAPITAL_WORD = re.compile(rf"(?:[^\W\d_]|[{HIDDEN}])+")


def with_latin_capitals(raw: str) -> str:
    """Greek capitals within Latin words as the Latin ones that they look like.

    Their small forms look like other letters ("Η" is an H, "η" an n), so this comes before folding.

    Parameters
    ----------
    raw : str
        Any text.

    Returns
    -------
    str
        As long as `raw`.

    Examples
    --------
    >>> with_latin_capitals("Ηello, Υou. ΝΑΙ.")
    'Hello, You. ΝΑΙ.'
    """
    if raw.isascii() or not _CAPITAL.search(raw):
        return raw
    table = confusables()
    greek = any(c not in table for c in _GREEK.findall(raw.lower()))

    def latin(word: re.Match[str]) -> str:
        plain = word[0].translate(_CAPITALS)
        if plain == word[0] or len(plain) < 2:
            return word[0]
        letters = [c for c in plain.lower() if c.isalpha()]
        if not any(c.isascii() and c.isalpha() for c in word[0]):
            reading = "".join(table.get(c, c) for c in letters)
            return plain if not greek and len(reading) > 2 and reading in spellings() else word[0]
        return plain if all(c in table or c < "\u0250" for c in letters) else word[0]

    return _CAPITAL_WORD.sub(latin, raw)


def _reads_latin(text: str) -> bool:
    """Whether the text is of Latin letters, or of such as look like them and no living script has."""
    table = confusables()
    other = sum(1 for c in _FOREIGN.findall(text) if c not in table)
    return (_ASCII.search(text) is not None and len(_ASCII.findall(text)) >= other) or (
        _STYLED_LETTER.search(text) is not None and not other
    )


def _unmixed(word: str, latin: bool) -> str | None:
    """The Latin reading of a word with letters of other scripts; None if it is what it seems."""
    table = confusables()
    plain = "".join(table.get(c, c) for c in word)
    foreign = _FOREIGN.findall(word)
    if any(c not in table for c in foreign):
        return None
    mixed = len(foreign) < len(word)
    if plain in spellings() and not (mixed and len(plain) == 2 and _GREEK.search(word)):  # "μm" is a unit
        alone = len(plain) > 3 or plain in _SHORT or plain in short_words()
        twins = len(plain) == 3 and all(c in _TWINS for c in word)
        return plain if mixed or (latin and (alone or twins)) else None
    if not latin or not foreign:
        return None
    if plain in ("a", "i"):
        return plain
    return plain if (mixed and len(word) > 2) or _STYLED_ONLY.fullmatch(word) else None


def _lookalikes(text: str) -> Iterator[Edit]:
    """Letters of other scripts that stand in for Latin ones, and accents put on to hide a word."""
    table = confusables()
    words = list(_ODD_WORD.finditer(text))
    odd = [any(c in table for c in w[0]) or _FOREIGN.search(w[0]) is not None for w in words]
    latin = any(odd) and _reads_latin(text)
    accented = [w[0] for w, o in zip(words, odd, strict=True) if not o]
    bare = iter(_bared(accented, text))
    plains = [_unmixed(w[0], latin) if o else next(bare) for w, o in zip(words, odd, strict=True)]
    whole = [o and _FOREIGN.sub("", w[0]) == "" for w, o in zip(words, odd, strict=True)]

    def beside(at: int, near: int) -> bool:
        """Whether the word next to it is of the same other script, and is what it seems."""
        if not 0 <= near < len(words) or not whole[near] or plains[near] is not None:
            return False
        left, right = sorted((at, near))
        return _ASCII.search(text, words[left].end(), words[right].start()) is None

    for at, (word, plain) in enumerate(zip(words, plains, strict=True)):
        if plain is not None and not (whole[at] and (beside(at, at - 1) or beside(at, at + 1))):
            yield word.start(), word.end(), plain


# --- accents -------------------------------------------------------------------------------

_LATIN_WORD = re.compile(f"[{_LATIN}]{{3,}}")
_VOWELS = frozenset("aeiouy")
_LEAST_LADEN = ((2, 0.15), (4, 0.3))
"""From so many different words laden with accents on, and so large a share of the words, a text is disguised by
accents: of known words, and of any. Of French, Polish, Czech, Turkish or Vietnamese words, few are laden."""


def _bared(words: Sequence[str], text: str) -> list[str | None]:
    """Each word without its accents, where these hide it; None for any other."""
    known = lexicon()
    forms = [(word, *_parts(word)) if word not in known else None for word in words]
    laden = {form[1] for form in forms if form is not None and _laden(form[1], form[2])}
    if len(laden) >= _LEAST_LADEN[0][0]:
        count = len(set(_LATIN_WORD.findall(text)))
        spelt = sum(bare in spellings() for bare in laden)
        if any(
            found >= least and found >= share * count
            for found, (least, share) in zip((spelt, len(laden)), _LEAST_LADEN, strict=True)
        ):
            return [
                _bare(*(form or (word, *_parts(word))), True) for word, form in zip(words, forms, strict=True)
            ]
    return [None if form is None else _bare(*form, False) for form in forms]


@lru_cache(2048)
def _split(char: str) -> str:
    return unicodedata.normalize("NFD", char)


@lru_cache(2048)
def _carries(letter: str, mark: str) -> bool:
    """Whether there is a letter with this mark."""
    return len(unicodedata.normalize("NFC", letter + mark)) == 1


def _parts(word: str) -> tuple[str, list[str]]:
    """The letters of a word, and the marks on each."""
    split = list(map(_split, word))
    return "".join(one[0] for one in split), [one[1:] for one in split]


def _saturated(bare: str, marks: Sequence[str]) -> bool:
    """Whether one mark, and no other, stands on every letter that can carry it; no orthography does so."""
    found = {m for m in marks if m}
    if len(found) != 1 or len(bare) < 3:
        return False
    mark = found.pop()  # Vietnamese has two on a letter
    return not any(_carries(c, one) for c, m in zip(bare, marks, strict=True) if not m for one in mark)


def _laden(bare: str, marks: Sequence[str]) -> bool:
    """Whether accents stand as in hardly any word of an orthography: on most letters, or on all that can."""
    count = sum(map(bool, marks))
    return len(bare) > 2 and count > 0 and (count * 5 >= len(bare) * 3 or _saturated(bare, marks))


def _bare(word: str, bare: str, marks: Sequence[str], disguised: bool) -> str | None:
    """A word without accents, where these hide a known one ("whätsäpp"), or all of the text."""
    count = sum(map(bool, marks))
    if not count:
        return None
    if disguised:
        hidden = bare in spellings() or count * 2 >= len(word) or _saturated(bare, marks)
        return bare if hidden else None
    if (
        bare not in spellings()
    ):  # no orthography sets one mark on three letters, consonants among them, and on all
        consonant = any(m and c not in _VOWELS for c, m in zip(bare, marks, strict=True))
        return bare if count > 2 and consonant and _saturated(bare, marks) else None
    if len(word) >= 5:
        return bare if count * 4 >= len(word) else None
    return bare if count >= 3 and count * 4 >= len(word) * 3 else None


def _flags(text: str) -> Iterator[Edit]:
    """Regional indicators that spell a word, or stand alone; two make a flag."""
    for run in _FLAGS.finditer(text):
        word = "".join(chr(ord(c) - 0x1F1E6 + 97) for c in run[0])
        if len(word) == 1 or (len(word) > 2 and word in spellings()):
            yield run.start(), run.end(), word


_ACCENT = "[\u00df-\u024f\u1e00-\u1eff]"

LOOKALIKES: tuple[Pass, ...] = (
    Pass(f"[{ODD}\u0131]|{_ACCENT}[a-z]{{0,8}}{_ACCENT}", _lookalikes),
    Pass(f"[{_FLAG}]", _flags),
)
"""In the order in which they run."""
