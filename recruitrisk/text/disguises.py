"""Passes over disguised words: look-alikes, spaced-out, cut, leet and stretched spellings.

A spelling is undone only where that makes a word of `recruitrisk.text.lexicon.spellings` (or, for
look-alikes, where letters of two scripts stand in one word), so that names, other languages,
product codes and lists stay as they are. Web and mail addresses are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from recruitrisk.text.characters import confusables
from recruitrisk.text.lexicon import CHANNELS, lexicon, spellings
from recruitrisk.text.passes import Edit, Pass

__all__ = ["DISGUISES"]

_ADDRESS = re.compile(
    r"(?:https?://|\bwww\.)[^\s<>\"]{1,500}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}"
    r"|(?<![\w.-])[a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,40}){0,2}\.(?:com|org|net|io|co|uk|eu|de|fr|cn|ru|me|int|gov|edu)\b(?:/\S{0,300})?"
)
_HAS_ADDRESS = re.compile(r"[@/]|\w\.\w")


def _sparing(make: Callable[[str], Iterator[Edit]]) -> Callable[[str], Iterator[Edit]]:
    """A pass that keeps out of web and mail addresses."""

    def spared(text: str) -> Iterator[Edit]:
        edits = list(make(text))
        if not edits or not _HAS_ADDRESS.search(text):
            yield from edits
            return
        addresses = _ADDRESS.finditer(text)
        here = next(addresses, None)
        for edit in edits:
            while here is not None and here.end() <= edit[0]:
                here = next(addresses, None)
            if here is None or edit[1] <= here.start():
                yield edit

    return spared


# --- look-alikes ---------------------------------------------------------------------------

_LATIN = "a-z\u00df-\u024f\u1e00-\u1eff"
_STYLED = "\u0250-\u02af\u1d00-\u1d7f\ua4d0-\ua4ff\ua720-\ua7ff\U00010000-\U0001efff"
"""Letters that no living text beside Latin is written in: small capitals, Lisu, old scripts."""
_FLAG = "\U0001f1e6-\U0001f1ff"
_ODD_WORD = re.compile(r"(?<![^\W\d_])[a-z]*+[^\W\d_a-z][^\W\d_]*+")
_FOREIGN = re.compile(f"[^\\W\\d_{_LATIN}]")
_ASCII = re.compile("[a-z]")
_GREEK = re.compile("[\u0370-\u03ff]")
_FLAGS = re.compile(f"[{_FLAG}]+")
_STYLED_LETTER = re.compile(f"[{_STYLED}]")
_STYLED_ONLY = re.compile(f"[{_STYLED}]+")


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
        sure = mixed or (latin and (len(plain) > 3 or plain in _SHORT_LEET))
        return plain if sure else None
    if not latin or not foreign:
        return None
    return plain if (mixed and len(word) > 2) or _STYLED_ONLY.fullmatch(word) else None


def _lookalikes(text: str) -> Iterator[Edit]:
    """Letters of other scripts that stand in for Latin ones, and accents put on to hide a word."""
    table = confusables()
    words = list(_ODD_WORD.finditer(text))
    odd = [any(c in table for c in w[0]) or _FOREIGN.search(w[0]) is not None for w in words]
    latin = any(odd) and _reads_latin(text)
    plains = [_unmixed(w[0], latin) if o else _bare(w[0]) for w, o in zip(words, odd, strict=True)]
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


def _bare(word: str) -> str | None:
    """A word without accents, where these hide a known one ("whätsäpp"); None for any other."""
    if len(word) < 5 or word in lexicon():
        return None
    bare = "".join(unicodedata.normalize("NFD", c)[0] for c in word)
    accents = sum(1 for a, b in zip(word, bare, strict=True) if a != b)
    return bare if accents * 4 >= len(word) and bare in spellings() else None


def _flags(text: str) -> Iterator[Edit]:
    """Regional indicators that spell a word, or stand alone; two make a flag."""
    for run in _FLAGS.finditer(text):
        word = "".join(chr(ord(c) - 0x1F1E6 + 97) for c in run[0])
        if len(word) == 1 or (len(word) > 2 and word in spellings()):
            yield run.start(), run.end(), word


# --- spaced-out words ----------------------------------------------------------------------

_PICTURES = "\u2190-\u27ff\u2801-\u2bff\U0001f000-\U0001f1e5\U0001f200-\U0001fbff"
_DOTS = "\u00b7\u2022"
_GAP = rf"[ ._*|~/\\,+=:;#^`{_DOTS}\n{_PICTURES}-]"
_ODD = "".join(sorted({c for c in confusables() if c == c.lower() and c > "\u024f"}))
_CHAR = f"[a-z0-9@$\u00df-\u024f{_ODD}]"
_SPACED = re.compile(rf"(?<![^\W_])(?<!')({_CHAR})((?:{_GAP}{{1,3}}{_CHAR}(?![^\W_])){{2,}})(?!')")
_SPACED_PIECE = re.compile(rf"({_GAP}{{1,3}})({_CHAR})")
_SHORT_WORDS = frozenset(("pay", "not", "app"))
_LEET = (str.maketrans("430157$@!|968+", "aeoistsaiiggbt"), str.maketrans("430157$@!|968+", "aeolstsallggbt"))
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def _known(word: str) -> bool:
    return word in spellings() or word in ("a", "i")


def _words(letters: str) -> list[int] | None:
    """Where to cut letters into the fewest known words; None if that can't be done well."""
    best: list[tuple[int, int]] = [(0, 0)]  # number of words up to here, start of the last
    for end in range(1, len(letters) + 1):
        choice = (1 << 30, 0)
        for start in range(max(0, end - 20), end):
            if best[start][0] + 1 < choice[0] and _known(letters[start:end]):
                choice = (best[start][0] + 1, start)
        best.append(choice)
    count, at = best[-1][0], len(letters)
    if count >= 1 << 30 or len(letters) < 2.5 * count or len(letters) < 4:
        return None
    cuts = []
    while at > 0:
        cuts.append(best[at][1])
        at = best[at][1]
    return cuts


def _cuts(letters: str, gaps: Sequence[str]) -> list[int] | None:
    """Before which letters a word starts in a spaced-out run; None if it is no spelling."""
    narrow = min(map(len, gaps))
    wide = [0, *(at + 1 for at, gap in enumerate(gaps) if len(gap) > narrow)]
    if len(letters) == 3:
        return wide if letters in _SHORT_WORDS and len(wide) == 1 else None
    plain = letters.isalpha() and max(letters) < "\u0250"
    letters = "".join(confusables().get(c, c) for c in letters)
    for reading in (letters,) if letters.isalpha() else [letters.translate(table) for table in _LEET]:
        words = [reading[a:b] for a, b in zip(wide, [*wide[1:], len(reading)], strict=True)]
        if all(map(_known, words)) and len(reading) >= 2.5 * len(words):
            return wide
        if (cuts := _words(reading)) is not None:
            return cuts
    even = len({gap for gap in gaps if len(gap) == narrow}) == 1 and not any(gap[0] in ",:;" for gap in gaps)
    return wide if plain and even and len(letters) >= 6 and letters[:6] not in _ALPHABET else None


def _spaced(text: str) -> Iterator[Edit]:
    """``w h a t s a p p``, ``d.o. .n.o.t``: single letters with little between them."""
    for run in _SPACED.finditer(text):
        pieces = _SPACED_PIECE.findall(run[2])
        letters = run[1] + "".join(letter for _, letter in pieces)
        if sum(c.isalpha() for c in letters) * 2 < len(letters):
            continue
        cuts = _cuts(letters, [gap for gap, _ in pieces])
        if cuts is None:
            continue
        starts = set(cuts)
        at = run.start() + 1
        for number, (gap, _) in enumerate(pieces, 1):
            yield at, at + len(gap), " " if number in starts else ""
            at += len(gap) + 1


# --- words cut by signs --------------------------------------------------------------------

_CUT = rf"(?:-\n|[*|~_^`+=\\#%.,:;/{_DOTS}{_PICTURES}-]{{1,3}})"
_CUT_POINT = re.compile(rf"{_CUT}(?=[{_LATIN}])")
_LETTERS = re.compile(rf"[{_LATIN}]*")
_JOINT = re.compile("[-/,:;]")
"""Signs that stand between two words of their own as well."""
_MAX_PIECES = 10
_MAX_WORD = 24


def _cut_words(text: str) -> Iterator[list[tuple[int, int]]]:
    """Spans of the letters of each chain of words with signs, and no space, between them."""
    chain: list[tuple[int, int]] = []
    for cut in _CUT_POINT.finditer(text):
        a, b = cut.span()
        if not chain or chain[-1][1] != a:
            if len(chain) > 1:
                yield chain
            start = a
            while start and a - start <= _MAX_WORD and text[start - 1].isalpha():
                start -= 1
            chain = (
                [(start, a)]
                if start < a and not (start and (text[start - 1] in "@_" or text[start - 1].isalnum()))
                else []
            )
        if chain:
            chain.append((b, _LETTERS.match(text, b).end()))  # type: ignore[union-attr]
    if len(chain) > 1:
        yield chain


def _cut(text: str) -> Iterator[Edit]:
    """``tele🔹gram``, ``what*sapp``, ``pass.port``, ``confi-\\ndential``: a word cut by signs."""
    for chain in _cut_words(text):
        words = [text[a:b] for a, b in chain]
        whole = [len(w) > 1 and w in lexicon() for w in words]
        at = 0
        while at < len(words) - 1:
            for last in range(min(len(words), at + _MAX_PIECES), at + 1, -1):
                joined = "".join(words[at:last])
                if len(joined) < 4 or joined not in spellings() or not _closed(text, chain[last - 1][1]):
                    continue
                gaps = [(chain[k][1], chain[k + 1][0]) for k in range(at, last - 1)]
                if (
                    joined in CHANNELS
                    or not all(whole[at:last])
                    or (len(joined) > 5 and not any(_JOINT.search(text, a, b) for a, b in gaps))
                ):
                    yield from ((a, b, "") for a, b in gaps)
                    at = last - 1
                    break
            at += 1


def _closed(text: str, end: int) -> bool:
    """Whether a word ends there."""
    return end == len(text) or not (text[end] in "@_" or text[end].isalnum())


# --- leet ----------------------------------------------------------------------------------

_LEET_SIGNS = re.compile(r"[0-9@$!|+]+")
_LEET_TAIL = re.compile(r"[a-z0-9@$!|+]*")
_COUNTED = re.compile(
    r"[0-9+]+(?:st|nd|rd|th|k|m|mm|bn|h|s|d|g|x|am|pm|min|in|ft|km|cm|kg|mb|gb|tb)?\+?|[a-z]{2,}[0-9+]{1,4}"
)
_SHORT_LEET = frozenset(
    "no not you pay get app the and for our see job fee can any let top new via tip do".split()
)


def _leet_words(text: str) -> Iterator[tuple[int, str]]:
    """Words that mix letters with digits or signs, and where they start."""
    end = 0
    for signs in _LEET_SIGNS.finditer(text):
        start = signs.start()
        if start < end:
            continue
        least = max(end, start - _MAX_WORD)
        end = _LEET_TAIL.match(text, start, start + _MAX_WORD).end()  # type: ignore[union-attr]
        while start > least and text[start - 1].isalpha():
            start -= 1
        if (start and (text[start - 1] in "@_." or text[start - 1].isalnum())) or not _closed(text, end):
            continue
        if not (text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha()):
            yield start, text[start:end].rstrip("!|+")


def _leet(text: str) -> Iterator[Edit]:
    """``wh4ts4pp``, ``c@sh``: digits and signs for letters, where that makes a known word."""
    known = spellings()
    for start, word in _leet_words(text):
        if not 2 <= len(word) <= _MAX_WORD or word.isalpha() or word.isdigit():
            continue
        counted = _COUNTED.fullmatch(word)
        if counted and not (word[0].isalpha() and word.rstrip("0123456789+") not in known):
            continue  # 1st, 20k, covid19, part2
        for table in _LEET:
            plain = word.translate(table)
            if plain.isalpha() and (plain in known if len(plain) > 3 else plain in _SHORT_LEET):
                yield start, start + len(word), plain
                break


# --- stretched words -----------------------------------------------------------------------

_STRETCH = re.compile(rf"([{_LATIN}])\1{{2,}}")
_MAX_STRETCHES = 4


def _stretched(text: str) -> Iterator[Edit]:
    """``pleaaase``: a letter three times or more becomes one, or two where that is the word."""
    known = spellings()
    last = -1
    for first in _STRETCH.finditer(text):
        if first.start() < last:
            continue
        start, least = first.start(), max(0, last, first.start() - 40)
        last = first.end()
        while start > least and text[start - 1].isalpha():
            start -= 1
        while last < len(text) and last < first.end() + 80 and text[last].isalpha():
            last += 1
        word = text[start:last]
        runs = list(_STRETCH.finditer(word))
        if (
            word in known
            or (runs[0].end() - runs[0].start() == len(word))
            or re.fullmatch(r"[ivxlcm]+", word)
        ):
            continue  # www, aaa, viii
        yield from (
            (start + r.start(), start + r.end(), r[1] * n)
            for r, n in zip(runs, _kept(word, runs), strict=True)
        )


def _kept(word: str, runs: list[re.Match[str]]) -> list[int]:
    """How many letters to keep of each run."""
    for choice in range(1 << min(len(runs), _MAX_STRETCHES)):
        counts = [1 + (choice >> at & 1) for at in range(len(runs))]
        pieces, at = [], 0
        for run, count in zip(runs, counts, strict=True):
            pieces += [word[at : run.start()], run[1] * count]
            at = run.end()
        if "".join(pieces) + word[at:] in spellings():
            return counts
    return [1 if len(run[0]) > 3 else 3 for run in runs]  # "schifffahrt" is a word


_ACCENT = "[\u00df-\u024f\u1e00-\u1eff]"

DISGUISES: tuple[Pass, ...] = (
    Pass(f"[{_ODD}\u0131]|{_ACCENT}[a-z]{{0,8}}{_ACCENT}", _lookalikes),
    Pass(f"[{_FLAG}]", _flags),
    Pass(rf"(?:^|[^\pL\pN]){_CHAR}(?:{_GAP}{{1,3}}{_CHAR}){{2}}(?:[^\pL\pN]|$)", _sparing(_spaced)),
    Pass(rf"[{_LATIN}]{_CUT}[{_LATIN}]", _sparing(_cut)),
    Pass(r"[a-z][0-9@$|+]+(?:[a-z]|[ .,;:?!)'\"\n-]|$)|[0-9@$!|][a-z]", _sparing(_leet)),
    Pass(
        "|".join(f"{c}{c}{c}" for c in "abcdefghijklmnopqrstuvwxyz") + "|[\u00df-\u024f\u1e00-\u1eff]{3}",
        _sparing(_stretched),
    ),
)
"""In the order in which they run."""
