"""Makes the shipped text tables; run by ``make tables``, never at run time.

``data/confusables.json``: letters of other scripts (and styled ones) that look like one
Latin letter, from the Unicode confusables table as the package ``confusable-homoglyphs``
maintains it (a development dependency), completed with the lower-case forms of capitals
that are confusable (Cyrillic ``т`` under ``Т``) and with small capitals.

``data/frequent.txt``: the words of the shipped wordings by falling frequency, by which spelt-out
letters are cut into words ("f o r a" is no "fora").
"""

from __future__ import annotations

import json
import re
import string
import unicodedata
from collections import Counter
from importlib import resources
from pathlib import Path

from recruitrisk.text.lexicon import lexicon, spellings

__all__ = ["confusable_letters", "frequent_words", "write_tables"]

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_LEAST_USES = 5

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


def frequent_words() -> list[str]:
    """Words that the shipped wordings use five times or more, the most frequent first.

    Returns
    -------
    list of str
        Lower case; only words of `recruitrisk.text.lexicon.spellings`, contractions, and "a" and "i".
    """
    stock = resources.files("recruitrisk.indicators") / "wordings"
    counts: Counter[str] = Counter()
    for file in sorted(stock.iterdir(), key=lambda f: f.name):
        for line in file.read_text("utf-8").splitlines():
            counts.update(_WORD.findall(json.loads(line)["text"].lower().replace("\u2019", "'")))
    known = spellings() | {"a", "i"} | {word for word in lexicon() if "'" in word}
    found = [(-n, word) for word, n in counts.items() if n >= _LEAST_USES and word in known]
    return [word for _, word in sorted(found)]


def write_tables(folder: Path | None = None) -> Path:
    """Write the tables into the package's data folder, and return the path of ``confusables.json``."""
    base = folder or Path(str(resources.files("recruitrisk.text") / "data"))
    (base / "frequent.txt").write_text("\n".join(frequent_words()) + "\n", encoding="utf-8")
    path = base / "confusables.json"
    path.write_text(json.dumps(confusable_letters(), ensure_ascii=True, indent=0) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    write_tables()
