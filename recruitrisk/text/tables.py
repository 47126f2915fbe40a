"""Makes the shipped text tables; run by ``make tables``, never at run time.

``data/confusables.json``: letters of other scripts (and styled ones) that look like one
Latin letter, from the Unicode confusables table as the package ``confusable-homoglyphs``
maintains it (a development dependency), completed with the lower-case forms of capitals
that are confusable (Cyrillic ``т`` under ``Т``) and with small capitals.

``data/compatible.json``: characters and their plainer forms, from Python's own Unicode tables.

``data/frequent.txt``: the words of the shipped wordings by falling frequency, by which spelt-out
letters are cut into words ("f o r a" is no "fora").

``data/literals.json``: pattern of the catalogue -> literals that its hits must hold (`recruitrisk.text.literals`), the
rarest in the shipped wordings.
"""

from __future__ import annotations

import json
import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from recruitrisk.indicators import CATALOGUE
from recruitrisk.text.lexicon import lexicon, spellings
from recruitrisk.text.literals import by_length, plain, required_literals, within_lines

__all__ = [
    "compatible_forms",
    "confusable_letters",
    "frequent_words",
    "literals_text",
    "pattern_literals",
    "write_tables",
]

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
# Where characters with a compatibility form lie; the rest of Unicode needs no look.
_RANGES = (
    (0x80, 0x3400), (0xA640, 0xAC00), (0xF900, 0x10000), (0x1D400, 0x1D800), (0x1EE00, 0x1EF00),
    (0x1F100, 0x1F200),
)  # fmt: skip
_LEAST_USES = 5
_SAMPLED = 4

# Look-alikes that the Unicode table leaves out: small capitals, and letters alike in their small form.
_MORE = {
    "a": "ᴀɑαаᎪ", "b": "ʙвьᏼ", "c": "ᴄсϲ", "d": "ᴅԁɗ", "e": "ᴇеєεҽ", "f": "ꜰϝ", "g": "ɢɡցԍ", "h": "ʜнһհ",
    "i": "ɪіι", "j": "ᴊј",
    "k": "ᴋкκ", "l": "ʟӏ", "m": "ᴍмϻ", "n": "ɴոиηп", "o": "ᴏоοօ", "p": "ᴘрρ", "q": "ǫԛզ", "r": "ʀгᴦ",
    "s": "ꜱѕʂ", "t": "ᴛтτ",
    "u": "ᴜսυц", "v": "ᴠνѵ", "w": "ᴡԝшωա", "x": "хχ", "y": "ʏуγყ", "z": "ᴢʐ",
}  # fmt: skip


def confusable_letters() -> dict[str, str]:
    """Map each look-alike character to the lower-case Latin letter that it looks like.

    Returns
    -------
    dict of str to str
        One character to one ASCII letter.
    """
    from confusable_homoglyphs import confusables  # development dependency

    latin = set(string.ascii_letters)
    found: dict[str, str] = {}
    for char, alikes in confusables.confusables_data.items():
        if len(char) != 1 or ord(char) < 128 or unicodedata.category(char)[0] not in "LN":
            continue
        letters = [a["c"] for a in alikes if a["c"] in latin]
        if letters and unicodedata.normalize("NFKC", char).lower() not in latin:
            found[char] = letters[0].lower()
    for char, letter in list(found.items()):
        low = char.lower()
        if len(low) == 1 and low != char:
            found.setdefault(low, letter)
    for letter, alikes in _MORE.items():
        for char in alikes:
            found[char] = letter
    return dict(sorted(found.items()))


def _wordings() -> Iterator[str]:
    """The shipped wordings in small letters."""
    stock = resources.files("recruitrisk.indicators") / "wordings"
    for file in sorted(stock.iterdir(), key=lambda f: f.name):
        for line in file.read_text("utf-8").splitlines():
            yield json.loads(line)["text"].lower().replace("\u2019", "'")


def compatible_forms() -> dict[str, str]:
    """Characters of which Unicode has a plainer form (NFKC) of up to four characters.

    Returns
    -------
    dict of str to str
        By code; of this Python's version of Unicode.
    """
    found = {}
    for first, last in _RANGES:
        for char in map(chr, range(first, last)):
            plain = unicodedata.normalize("NFKC", char)
            if plain != char and len(plain) <= 4:
                found[char] = plain
    return found


def frequent_words() -> list[str]:
    """Words that the shipped wordings use five times or more, the most frequent first.

    Returns
    -------
    list of str
        Lower case; only words of `recruitrisk.text.lexicon.spellings`, contractions, and "a" and "i".
    """
    counts: Counter[str] = Counter()
    for text in _wordings():
        counts.update(_WORD.findall(text))
    known = spellings() | {"a", "i"} | {word for word in lexicon() if "'" in word}
    found = [(-n, word) for word, n in counts.items() if n >= _LEAST_USES and word in known]
    return [word for _, word in sorted(found)]


def pattern_literals() -> dict[str, Any]:
    """For each pattern and veto of the catalogue, the literals that its hits must hold.

    Returns
    -------
    dict
        ``literals``: list of str. ``patterns``: pattern -> whether it stays within lines (0 or 1), and what
        `recruitrisk.text.literals.required_literals` gives, as numbers of literals. How rare a literal is, is
        measured on every fourth wording.
    """
    lines = [plain(text) for text in _wordings()][::_SAMPLED]
    stock = "\n".join(lines)

    @cache
    def rareness(literal: str) -> float:
        return (stock.count(literal) + by_length(literal)) / len(lines)

    patterns = sorted({p.regex for i in CATALOGUE for p in (*i.patterns, *i.vetoes)})
    needs = {pattern: required_literals(pattern, rareness) for pattern in patterns}
    literals = sorted(
        {word for ways in needs.values() for way in ways or () for need in way for word in need}
    )
    number = {word: at for at, word in enumerate(literals)}
    return {
        "literals": literals,
        "patterns": {
            pattern: [
                int(within_lines(pattern)),
                ways and [[[number[word] for word in need] for need in way] for way in ways],
            ]
            for pattern, ways in needs.items()
        },
    }


def literals_text(table: dict[str, Any]) -> str:
    """The file ``literals.json``: one pattern a line, so that a change is seen."""
    lines = [
        f"{json.dumps(pattern, ensure_ascii=False)}: {json.dumps(found, separators=(',', ':'))}"
        for pattern, found in table["patterns"].items()
    ]
    literals = json.dumps(table["literals"], ensure_ascii=False, separators=(",", ":"))
    return '{"literals": ' + literals + ',\n"patterns": {\n' + ",\n".join(lines) + "\n}}\n"


def write_tables(folder: Path | None = None) -> Path:
    """Write the tables into the package's data folder, and return the path of ``confusables.json``."""
    base = folder or Path(str(resources.files("recruitrisk.text") / "data"))
    (base / "frequent.txt").write_text("\n".join(frequent_words()) + "\n", encoding="utf-8")
    (base / "literals.json").write_text(literals_text(pattern_literals()), encoding="utf-8")
    compatible = json.dumps(compatible_forms(), ensure_ascii=True, indent=0)
    (base / "compatible.json").write_text(compatible + "\n", encoding="utf-8")
    path = base / "confusables.json"
    path.write_text(json.dumps(confusable_letters(), ensure_ascii=True, indent=0) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    write_tables()
