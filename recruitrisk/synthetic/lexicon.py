"""Makes ``text/data/words.txt``, the words that may tell something: those of the stock that name nobody.

Run by ``make wordings``. A word that Faker knows as a name of a person, town or country is left
out unless the stock writes it small far more often than with a capital ("mark", "grant").
"""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from faker import Faker
from faker.config import AVAILABLE_LOCALES

from recruitrisk.synthetic.wordings import scenes, stock

__all__ = ["names", "vocabulary", "write_vocabulary"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SIGN = re.compile(r"[\u3400-\u9fff]")
_LISTS = (
    "first_names", "last_names", "first_names_male", "first_names_female", "first_names_nonbinary", "last_names_male",
    "last_names_female", "cities", "city_names", "countries", "states",
)  # fmt: skip
_PEOPLES = frozenset(
    """african american arab arabian argentinian asian australian austrian balkan baltic bangladeshi belgian brazilian british
    bulgarian cambodian canadian caribbean caucasian chilean chinese colombian croatian cuban cypriot czech danish dutch
    egyptian emirati english estonian ethiopian european filipino finnish flemish french georgian german ghanaian greek
    hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jordanian kazakh kenyan
    korean kurdish kuwaiti latvian lebanese libyan lithuanian malaysian maltese mexican mongolian moroccan nepali nigerian
    nordic norwegian omani pakistani palestinian peruvian polish portuguese qatari romanian russian saudi scandinavian
    scottish serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese thai tibetan tunisian
    turkish ugandan ukrainian uzbek vietnamese welsh yemeni gulf balkans baltics scandinavia europe asia africa america
    geneva leeds brussels london paris berlin beijing shanghai singapore dubai lagos moscow warsaw washington whitehall
    westminster macau shenzhen taipei vienna hague zurich london's""".split()
)


def names() -> frozenset[str]:
    """All words of Faker's names of people, towns and countries, in lower case."""
    found: set[str] = set(_PEOPLES)
    for locale in sorted(AVAILABLE_LOCALES):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            faker = Faker(locale)
        for provider in faker.providers:
            for name in _LISTS:
                for value in getattr(provider, name, None) or ():
                    text = value[0] if isinstance(value, tuple | list) else value
                    found.update(word.lower() for word in _WORD.findall(str(text)))
    return frozenset(found)


def _texts() -> Iterator[tuple[str, str]]:
    for scene in scenes():
        for message in scene.messages:
            yield scene.lang, " ".join(piece.text for piece in message.pieces)
    for line in stock():
        yield "en", line.text


def vocabulary() -> list[str]:
    """Words of the stock that may be read, sorted."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    signs: set[str] = set()
    for lang, text in _texts():
        signs.update(_SIGN.findall(text))
        for found in _WORD.finditer(re.sub(r"\{\w+\}", "", text)):
            word = found[0].replace("’", "'")
            if not word[0].isupper():
                small[word] += 1
            elif lang == "de" and word[1:].islower() and found.start() and text[found.start() - 1] == " ":
                nouns[word.lower()] += 1
            else:
                large[word.lower()] += 1
    named = names()
    keep = {
        w
        for w, c in small.items()
        if c >= 2 and len(w) < 25 and not (w in named and (c < 5 or large[w] > 3 * c))
    }
    keep |= {w for w, c in nouns.items() if c >= 2 and w not in named and len(w) < 30}
    keep |= {w for w, c in large.items() if c >= 8 and w not in named and not small[w]}
    return sorted({w for w in keep if not _SIGN.search(w) and w not in _PEOPLES} | signs)


def write_vocabulary() -> Path:
    """Write the vocabulary into the package and return its path."""
    path = Path(str(resources.files("recruitrisk.text") / "data" / "words.txt"))
    path.write_text("\n".join(vocabulary()) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    write_vocabulary()
