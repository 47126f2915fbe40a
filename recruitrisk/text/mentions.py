"""Where somebody is spoken of: names and places behind words that announce them, and what reads alike whoever it is.

`recruitrisk.text.names` tells where a name stands by custom. Here stand the places within a sentence ("my colleague Anna Brown",
"I am based in Lake Forest, USA", a line with a place under a name), and the words that differ with nothing but who somebody is: pronouns,
and the towns that the lexicon knows. All are read alike, so that who writes and where from moves no score.

A word is taken for a part of a name if the lexicon does not know it, or if it is a word that names are made of and has a capital; a
channel, a post, an institution or a month is none, so no sign can be hidden behind "my colleague". What can't be told: a single name that
is also a word, with nothing that announces it ("Grace says ..."), and a name in small letters that nothing announces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

import re2

from recruitrisk.text.lexicon import CHANNELS, lexicon
from recruitrisk.text.names import (
    NO_NAMES,
    PARTICLES,
    STANDS_FOR,
    WORD_NAMES,
    capital,
    identity_spans,
    plausible,
)
from recruitrisk.text.normal import Normalised, apply_edits
from recruitrisk.text.passes import Edit

__all__ = ["JOINTS", "NAME_WORDS", "PLACES", "SAME", "TITLES", "neutral", "neutral_spans"]

SAME = {
    "he": "they", "she": "they", "his": "their", "her": "their", "him": "their", "them": "their", "hers": "theirs",
    "himself": "themselves", "herself": "themselves", "he's": "they're", "she's": "they're", "he'd": "they'd", "she'd": "they'd",
    "he'll": "they'll", "she'll": "they'll", "madam": "sir", "ma'am": "sir",
}  # fmt: skip
"""Word -> the one that it is read as. "Her" is both "his" and "him", so all four are one."""

PLACES = frozenset(
    """aarhus antwerp bengaluru bonn boston bristol busan cardiff chengdu cork daejeon edinburgh frankfurt ghent hainan hsinchu labuan
    lahore mayfair munich oxford qingdao tartu toulouse tromsø turin xiamen antalya uk danube sahel americans arabic latin
    thành phố хутір село селище місто смт клх станица деревня поселок посёлок город""".split()
)
"""What the lexicon knows of places and peoples (others it does not know), and what towns are called by in other languages."""

NAME_WORDS = WORD_NAMES | frozenset(
    """airport angel arm ball barrow bath bay beach beard bears beer bell belt bent bird black bond booth bridge bridges bright
    bush calder camp canal carrier castle center central chambers cherry church city coast coasts cod comfort cousins
    crane creek cross curry darling day delta destiny district doe drew east eastern elder falls fancy
    federation ferry field fields flood flowers foot forge forks frank frost furt garrison gate
    gates glass grand grill grove harbor harbour haven hay head heights hill hills hole house hull hurt
    island islands isle joy junction kingdom lad lady lake lakes land lane las law lean lens levy lips little
    long los lower lucky lynch marine marsh master mayo metro middle mill mills mines monte moon moss mount mountain
    mouth neck new north northern oak ocean ola old park parks parson peace peer pen penny people's petite pike pine
    plain plains pool pope port porter pratt priest quay queen rainy republic rice ridge river rivers
    road rock rust saint salmon san sands sang sari savage sea seal shores short sierra silk smart
    snow south southern spring springs square st station state states steel steer stern steward stout street
    strong suburb sur tall tan thorn toner town towns trees union united upper vale valley view villa village ville wall walls
    ward warmer water welsh well wells west western wise woo worth york
    alto baja bajo bar basso ben bois bon borne bosses bourg busca casa casino che chen cruise cz dag dan dare das demo dia doktor dora
    du elke elle ende ever font gala gem gene giv gold haut ja jam jan jet joke ken kent kim kit kogo kurz la lai lam lang las le les
    li linde los lui lund ma maja mal man marks masters mee meer mer mercer mere mesa mich mila mina mini mio mir mons monts musi nam
    nick nieuw nieuwe nil olive opera oud oude ova pace pal paz pastor pia pier piano plan pol pole poza prima ran rand ray real rei reis
    roi rota roy ru sai sade sam scale schon sem ser silva sin sole som son sous stern sum sun sus tab tak tank tel tha ti ton toy vain
    valid van vida vita von vos vries wage wake waren weiss wells werken wen wild yan yi yoga yu zee zu""".split()
)
"""Ordinary words that names of people and places are made of; they count beside a name alone, and with a capital."""

TITLES = frozenset("mr mrs ms miss mister mme mlle monsieur madame herr frau pan pani".split())
"""What a name is addressed by and tells of gender alone."""

JOINTS = re.compile(
    r" (?:(?:of|of the|de|de la|de las|de los|da|dos|del|della|di|al|el|bin|bint|ibn|ben|abu|van|van de|van der|van den|von|ter|ten|die) )?"
    r"|-(?:(?:les|la|le|sur|sous|en|lès|de|du|des|am|an|der|upon|by|on|in|the)-)?|'"
)
"""What may stand between two parts of one name."""

# What announces a person, and a place that somebody is of. Looked for in one pass of an automaton.
_PEOPLE = (
    "colleague ", "associate ", "assistant ", "boss ", "supervisor ", "teammate ", "secretary ", "deputy ", "husband ", "wife ", "friend ",
    "mr ", "mr. ", "mrs ", "mrs. ", "ms ", "ms. ", "miss ", "dr ", "dr. ", "prof ", "prof. ", "professor ", "named ",
    "your contact is ", "contact person is ", "kollege ", "kollegin ", "collègue ", "collega ", "colega ",
)  # fmt: skip
_OF = (
    "based in ", "based out of ", "i live in ", "we live in ", "living in ", "lives in ", "live in ", "located in ", "resident in ",
    "come from ", "comes from ", "came from ", "coming from ", "i'm from ", "i am from ", "we are from ", "we're from ", "originally from ",
    "originate from ", "hail from ", "hailing from ", "born in ", "raised in ", "grew up in ", "native of ", "citizen of ",
    "writing from ", "greetings from ", "i'm in ", "i am in ", "location: ", "ansässig in ", "ich wohne in ", "wohnhaft in ",
    "komme aus ", "j'habite à ", "basé à ", "basée à ", "vivo en ", "woon in ", "kom uit ", "mieszkam w ",
)  # fmt: skip
_ANNOUNCED = (*_PEOPLE, *_OF)

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTS = re.compile(r"['’-]")
_OTHER = re.compile("[\u0370-\u1dff\u2c00-\ud7ff\uf900-\ufaff]")
_SETTLEMENTS = frozenset("tp st ste mt ft bad".split())
_SMALL = PARTICLES | frozenset("les las los le sur sous en in am an ob bei upon on do du des die s t".split())
_SHORTENED = re.compile(r"[.] ?(?=[^\W\d_])")
_BETWEEN = re.compile(r" (?:of (?:the )?)?|, ?|-| ?/ ?")
_TAILS = re.compile(r" and (?:herzegovina|tobago|barbuda|nevis|the grenadines|pr[ií]ncipe)\b")
_LINE_END = re.compile(r" ?[.,]? ?(?:\n|\Z)")
_BRACKETED = re.compile(r" \([^\W\d_][^()\n]{0,20}\)")
_TOWN = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]{1,9}[市县縣郡町村区區省州镇鎮道都府乡鄉旗盟島岛港]"
    "|[\uac00-\ud7af]{1,5}[시군구도](?: [\uac00-\ud7af]{1,5}[시군구동읍면리])?"
)
_PLACE_SIGNS = re.compile("(?:[市县縣郡町村区區省州镇鎮道都府乡鄉旗盟島岛港]|[시군구도동읍면리])\\Z")
_SIGN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_MOST_WORDS = 7
_MOST_SIGNS = 10
_LAST_LINES = 90


@cache
def _gate() -> re2.Set:
    gate = re2.Set.SearchSet()
    for phrase in _ANNOUNCED:
        gate.Add(re2.escape(phrase))
    gate.Compile()
    return gate


def _part(normal: Normalised, word: str, at: int, cased: bool) -> bool:
    """Whether a word may be a part of a name: no sign, and unknown or, written with a capital, a word of names."""
    if word in CHANNELS or (word in NO_NAMES and word not in NAME_WORDS):
        return False
    if word[0].upper() == word[0]:  # of a script without capitals
        return len(word) <= _MOST_SIGNS
    known = lexicon()
    parts = _PARTS.split(word)
    if word in PLACES or (word not in known and known.isdisjoint(parts)):
        return True
    return (
        cased
        and all(p in NAME_WORDS or p in PARTICLES or p not in known for p in parts)
        and capital(normal, at)
    )


def _name_end(normal: Normalised, start: int, cased: bool) -> int:
    """End of the name of a person that begins there; the start if there is none."""
    text = normal.text
    at = end = start
    for _ in range(_MOST_WORDS):
        found = _WORD.match(text, at)
        if found is None:
            break
        word, at = found[0], found.end()
        if len(word) == 1 and text[at : at + 1] == "." and capital(normal, found.start()):
            end = at = at + 1
        elif _part(normal, word, found.start(), cased):
            end = at
        elif word not in PARTICLES and word != "die":
            break
        if text[at : at + 1] == " ":
            at += 1
        elif text[at - 1] != ".":
            break
    return end


def _place_end(normal: Normalised, start: int, cased: bool) -> int:
    """End of the place that is named there, with its country; the start if there is none."""
    text = normal.text
    at = end = start + 4 if text.startswith("the ", start) else start + text.startswith("'", start)
    begun = False
    for _ in range(_MOST_WORDS):
        found = _WORD.match(text, at)
        if found is None:
            break
        word, at = found[0], found.end()
        shortened = _SHORTENED.match(text, at)
        if shortened and (
            word in _SETTLEMENTS
            or (len(word) <= 4 and (_OTHER.match(word) or _OTHER.match(text, shortened.end())))
        ):
            at = shortened.end()
            continue
        if _part(normal, word, found.start(), cased):
            end, begun = at, True
        elif word not in _SMALL and word not in _SETTLEMENTS:
            break
        tail = (_TAILS.match(text, at) or _BRACKETED.match(text, at)) if begun else None
        if tail:
            end = at = tail.end()
        between = _BETWEEN.match(text, at)
        if between is None:
            break
        at = between.end()
    return end if begun else start


def _announced(normal: Normalised) -> Iterator[tuple[int, int]]:
    text = normal.text
    for number in _gate().Match(text) or ():
        phrase = _ANNOUNCED[number]
        reads = _name_end if number < len(_PEOPLE) else _place_end
        at = text.find(phrase)
        while at >= 0:
            start = at + len(phrase)
            if at == 0 or not text[at - 1].isalpha():
                end = reads(
                    normal, start, not capital(normal, start - 2)
                )  # "MY COLLEAGUE WILL": capitals tell nothing
                if end > start:
                    yield start, end
            at = text.find(phrase, start)


def _last_line(normal: Normalised, named: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A place on the last line, under a name: both."""
    text = normal.text
    line = text.rfind("\n", max(0, len(text) - _LAST_LINES)) + 1
    if not line:
        return
    end = _place_end(normal, line, True)
    if end == line or not _LINE_END.match(text, end):
        return
    words = _WORD.findall(text, line, end)
    signs = _SIGN.search(text, line, end) is not None
    if signs and not _PLACE_SIGNS.search(text[line:end]):
        return
    cased = any(w[0].upper() != w[0].lower() and w.isascii() for w in words)
    if cased and not signs and not any(capital(normal, w.start()) for w in _WORD.finditer(text, line, end)):
        return
    above = max(text.rfind("\n", 0, line - 1) + 1, line - _LAST_LINES)
    if any(a < line and b > above for a, b in named):
        yield line, end
        return
    words = _WORD.findall(text, above, line - 1)
    behind = _name_end(normal, above, True)
    if words and behind > above and _LINE_END.match(text, behind) and plausible(words):
        yield above, behind
        yield line, end


def neutral_spans(normal: Normalised) -> list[tuple[int, int]]:
    """Spans of canonical text that name a person, or a place that somebody is of.

    Parameters
    ----------
    normal : Normalised
        The text.

    Returns
    -------
    list of tuple of int
        Sorted, without overlap: those of `identity_spans`, and what is announced within a sentence.

    Examples
    --------
    >>> from recruitrisk.text import normalise
    >>> told = normalise("My colleague Grace Brown will write. I am based in Port Shirley, USA.")
    >>> [told.quote(a, b) for a, b in neutral_spans(told)]
    ['Grace Brown', 'Port Shirley, USA']
    """
    custom = identity_spans(normal)
    towns = (
        [found.span() for found in _TOWN.finditer(normal.text)]
        if normal.latin and not normal.text.isascii()
        else []
    )
    return _merged([*custom, *towns, *_announced(normal), *_last_line(normal, [*custom, *towns])])


def neutral(normal: Normalised) -> Normalised:
    """The text with each name and each place that somebody is of as one word that nobody writes, and one pronoun for all.

    Parameters
    ----------
    normal : Normalised
        The text.

    Returns
    -------
    Normalised
        Leads back to the same raw text.

    Examples
    --------
    >>> from recruitrisk.text import normalise
    >>> neutral(normalise("My colleague Grace Obi will write; she lives in Lahore.")).text
    'my colleague xname will write; they lives in xname.'
    """
    text = normal.text
    words = set(_WORDS.findall(text))
    edits: list[Edit] = []
    at = 0
    spans = neutral_spans(normal)
    if not NAME_WORDS.isdisjoint(words):
        spans = _merged([*spans, *_runs(normal)])
    told = not _told_parts().isdisjoint(words)
    for start, end in [*spans, (len(text), len(text))]:
        if told:
            edits += (
                (word.start(), word.end(), STANDS_FOR if word[0] in PLACES else SAME[word[0]])
                for word in _told().finditer(text, at, start)
            )
        if end > start:
            edits.append((start, end, STANDS_FOR))
        at = end
    changed, step = apply_edits(text, edits)
    return normal if step is None else replace(normal, text=changed, _steps=(*normal._steps, step))


@cache
def _told_parts() -> frozenset[str]:
    """What every word that is read as another begins with, up to its apostrophe."""
    return frozenset(word.partition("'")[0] for word in (*SAME, *PLACES))


@cache
def _plain() -> frozenset[str]:
    """Words that are no part of a name of several words."""
    return lexicon() - NAME_WORDS - TITLES


@cache
def _told() -> re.Pattern[str]:
    """The words that are read as another one, whatever stands around them."""
    words = sorted({*SAME, *PLACES}, key=len, reverse=True)
    return re.compile(rf"(?<![\w'@./-])(?:{'|'.join(map(re.escape, words))})(?![\w'@/-]|\.\w)")


def _runs(normal: Normalised) -> Iterator[tuple[int, int]]:
    """Names of more words of which some are ordinary ones: "Grace Obi", "Lake Jeffreyshire"; two such words alone ("Grace Brown")."""
    text, known, plain = normal.text, lexicon(), _plain()
    run: list[tuple[int, int, str, bool]] = []

    def whole() -> bool:
        return len(run) > 1 and (
            any(sure for *_, sure in run) or all(word in WORD_NAMES for _, _, word, _ in run)
        )

    for found in _WORDS.finditer(text):
        word, at = found[0], found.start()
        if word in plain or not capital(normal, at):
            continue
        strange = word not in known
        if run and JOINTS.fullmatch(text, run[-1][1], at) is None:
            if whole():
                yield run[0][0], run[-1][1]
            run = []
        run.append((at, found.end(), word, strange))
    if whole():
        yield run[0][0], run[-1][1]


_WORDS = re.compile(r"[^\W\d_]+")


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for a, b in sorted(spans):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out
