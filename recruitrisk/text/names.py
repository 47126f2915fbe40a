"""Where a name stands by custom: greeting, signature, self-introduction.

The sender's name as given in a column is not consulted at all: text alone decides, so that
swapping the column cannot move a score. Names are told by where they stand and by their capital
letters. What can't be told: a name in small letters, a single name that is also a word and stands in
no such place ("Grace says ..."), a name within a sentence of a script without capitals.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import cache

import re2

from recruitrisk.text.lexicon import lexicon
from recruitrisk.text.normal import Normalised

__all__ = ["PARTICLES", "capital", "identity_spans"]

PARTICLES = frozenset(
    """de da do dos das del della di la le el al bin bint ibn ben abu van von vom der den ter ten te zu zum
    y e o d af av""".split()
)
"""Small words within a name."""

# Words that no name is made of, in a place where a name may stand.
_NO_NAMES = frozenset(
    """a about account adviser advisor again agency agent all also am an analyst and any anyone are as
    associate at back best board both business but by call can ceo cfo chair chairman chief client
    coach colleague colleagues company confidential consultant contact coordinator corporate cto
    dear department details director do dr editor email engineer everybody everyone exciting
    executive expert february feel finance folks for founder free freelance friend friends from
    fully general global good great group guys have head headhunter hello here hi hiring how hr
    human i if important in independent information innovation interested international investor is
    it january job junior just ladies lead leader leading learning let looking ltd madam management
    manager managing many me member monday more mr mrs ms my name new next no not now of offer
    officer on one only opportunity or our owner paid part partner partners permanent phone please
    policy position possible president prof professor program programme project purely ready
    recruiter recruiters recruiting recruitment regarding regards remote report representative
    research researcher resourcer role sales security senior sent services sir so someone sorry
    specialist staff still strategic strictly strategy sure talent team tech technical thank thanks
    that the there these they this to today tomorrow total training two urgent very vice we what
    when who why with work writing yes you your yours""".split()
)
# Names that are English words as well; elsewhere the lexicon tells.
_WORD_NAMES = frozenset(
    """angel amber april art ash august autumn bell bill bishop bob brook brown carter chance charity chase
    christian cliff constance cook cooper crystal daisy dale dawn dean dick drew duke earl eve faith
    field fisher ford forest fox frank gay gene gill glen golden grace grant gray green grey guy
    hall hand harmony hazel heath heather hill holly hope hunter iris ivy jack jade jasmine jay jean
    jewel joy june justice king knight lane lily little long love marina mark mason max may mercy
    miles miller patience paige parker pat patsy pearl penny pierce price prince prudence ray reed
    rich rob robin rock rod rose rowan royal ruby rusty sage sandy short sky smith star stone storm
    summer sunny taylor temple terry trinity trip turner victor violet walker ward west white wilder
    will willow winter wood woods woody young""".split()
)

_GREETINGS = """hi|hello|hey|hiya|dear|good morning|good afternoon|good evening|good day|greetings|respected
|salam|salaam|namaste|hallo|moin|servus|guten tag|guten morgen|guten abend|grüezi|bonjour|salut
|hola|buenos días|buenas tardes|buenos dias|ciao|buongiorno|olá|ola|bom dia|boa tarde
|dzień dobry|witam|cześć|merhaba|sayın|sehr geehrte|sehr geehrter|liebe|lieber|geachte|beste
|cher|chère|chers|estimado|estimada|caro|cara|prezado|prezada|szanowny|szanowna|dobrý den
|god dag|hej|selamat pagi|selamat siang|kumusta|привет|здравствуйте|добрый день|уважаемый
|уважаемая|добрий день|вітаю|مرحبا|السلام عليكم|您好|你好|안녕하세요""".replace("\n", "").split("|")
_TITLE = re.compile(
    r"(?:(?:mr|mrs|ms|miss|mister|dr|prof|professor|doctor|sir|madam|frau|herr|mme|mlle|monsieur|madame|sr|sra|señora?|pan|pani|dear"
    r"|commander|colonel|captain|major|general|minister|ambassador|professeur|ing)\b[.]? ?){0,4}"
)
_WARM = (
    "with",
    "best",
    "kind",
    "kindest",
    "warm",
    "warmest",
    "many",
    "sincere",
    "my",
    "viele",
    "beste",
    "liebe",
    "herzliche",
    "schöne",
    "met",
    "un",
)
_CLOSINGS = """regards|wishes|thanks|thx|cheers|sincerely|yours|yours sincerely|yours faithfully|yours truly
|respectfully|thank you|all the best|best|take care|sincerely yours|love|ciao|talk soon
|speak soon|mit freundlichen grüßen|mfg|grüße|gruß|lg|vg|cordialement|bien à vous|salutations
|saludo|saludos|atentamente|groet|groeten|groetjes|vriendelijke groet|vriendelijke groeten|mvg
|pozdrawiam|z poważaniem|z wyrazami szacunku|saluti|cordiali saluti|atenciosamente|abraço
|abraços|saygılarımla|mvh|hälsningar|с уважением|всего доброго|з повагою|مع التحية|此致|敬礼""".replace(
    "\n", ""
).split("|")


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))


_GREETING = re.compile(rf"(?:(?:{_any_of(_GREETINGS)})(?![^\W\d_])[ ,!]{{0,3}})+")
_CLOSING = re.compile(
    rf"(?:(?:{_any_of(_WARM)}) ){{0,3}}(?:{_any_of(_CLOSINGS)})(?![^\W\d_])"
    r" ?[,.!-]{0,2} ?\n{0,2} ?[-~]{0,2} ?"
)
_PARTINGS = frozenset(
    """cheers cordialement groeten mfg mvg pozdrawiam regards respectfully saludos sincerely thanks thx
    wishes yours""".split()
)
_GREETS = frozenset(p.split()[0] for p in _GREETINGS)
_CLOSES = frozenset(p.split()[0] for p in (*_CLOSINGS, *_WARM))
_SELF = (
    "my name is ", "my name's ", "my name: ", "name is ", "i am called ", "call me ", "this is ", "it's ",
    "it is ", "i'm ", "i am ", "mein name ist ", "ich heiße ", "ich bin ", "mijn naam is ", "ik ben ",
    "je m'appelle ", "je suis ", "me llamo ", "mi nombre es ", "soy ", "mi chiamo ", "sono ", "meu nome é ",
    "me chamo ", "sou ", "nazywam się ", "jestem ", "adım ", "jag heter ", "mă numesc ", "меня зовут ",
    "мене звати ", "signed, ", "signed ",
)  # fmt: skip
_AFTER_SELF = re.compile(
    r" ?(?:[,.!;:()\n-]|\Z|(?:from|at|with|of|here|and|again|und|et|y|e|von|van|de|bei|der|the"
    r"|a|i|we|your)\b)"
)
_START = re.compile(r"[.!?\n。！？][)\"' \n]*+[-~ ]*+")
_FIRST = re.compile(r"[^\W\d_]*")
_AFTER_GREETED = re.compile(r" ?(?:[,.!?:;)\n-]|\Z)")
_HERE = re.compile(r",? here\b")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_JOINT = re.compile("['-]")
_LINE_END = re.compile(r" ?[.,!]? ?(?:\n|\Z)")
_SIGNS = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
_SHORT_LINE = re.compile(r"[^\n]{0,60}?(?:\n|\Z| here\b)")
_SHORT = 60
_MAX_WORDS = 6
_TAIL = 70


@cache
def _self_gate() -> re2.Set:
    gate = re2.Set.SearchSet()
    for phrase in _SELF:
        gate.Add(re2.escape(phrase))
    gate.Compile()
    return gate


def capital(normal: Normalised, start: int) -> bool:
    """Whether the canonical character at `start` was written as a capital."""
    raw = normal.raw
    at = start if not normal.hidden else normal.raw_span(start, start + 1)[0]
    if raw[at : at + 1] == "&" and normal.text[start] != "&":
        return html.unescape(raw[at : at + 12])[:1].isupper()
    return raw[at : at + 1].isupper()


def _named(normal: Normalised, start: int, word: str) -> bool:
    """Whether a word is written as a name: "Anna", "al-Sayed", "d'Arcy", or in a script without capitals."""
    if capital(normal, start) or word[0].upper() == word[0]:
        return True
    joint = _JOINT.search(word)
    return joint is not None and word[: joint.start()] in PARTICLES and capital(normal, start + joint.end())


def _run(normal: Normalised, start: int) -> tuple[int, list[str]]:
    """End of the run of words written as names that begins there, and its words; the start if none does."""
    text = normal.text
    at = end = start
    words: list[str] = []
    small: list[str] = []
    for _ in range(_MAX_WORDS):
        found = _WORD.match(text, at)
        if found is None:
            break
        word = found[0]
        at = found.end()
        if (word in _NO_NAMES or word in _PARTINGS) and not (len(word) == 1 and text[at : at + 1] == "."):
            break
        if _named(normal, found.start(), word):
            words += [*small, word]
            small = []
            end = at
            if len(word) == 1 and text[at : at + 1] == ".":
                end = at = at + 1
        elif word in PARTICLES:
            small.append(word)
        else:
            break
        if text[at : at + 1] == " ":
            at += 1
        elif text[at - 1] != ".":
            break
    return end, words


def _caseless(words: list[str]) -> bool:
    return any(word[0].upper() == word[0].lower() for word in words)


def _spans(normal: Normalised) -> Iterator[tuple[int, int]]:
    """Names in greetings, signatures and at the head of a sentence."""
    text = normal.text
    for start in (0, *(found.end() for found in _START.finditer(text))):
        at = start
        first = _FIRST.match(text, at)[0]  # type: ignore[index]
        greeted = _GREETING.match(text, at) if first in _GREETS else None
        if greeted:
            at = _TITLE.match(text, greeted.end()).end()  # type: ignore[union-attr]
            end, words = _run(normal, at)
            sure = _AFTER_GREETED.match(text, end) or all(map(_only_a_name, words))
            if words and sure and (normal.latin or first.isascii() or not _caseless(words)):
                yield at, end
        closed = _CLOSING.match(text, at) if first in _CLOSES else None
        if closed:
            end, words = _run(normal, closed.end())
            if words and _LINE_END.match(text, end) and _plausible(words):
                yield closed.end(), end
                continue
        if not greeted and (first in _WORD_NAMES or _in_short_line(text, at)):
            end, words = _run(normal, at)
            if words and _heads(text, at, end, words):
                yield at, end


def _in_short_line(text: str, at: int) -> bool:
    """What `_SHORT_LINE` tells, mostly without it."""
    if len(text) - at <= _SHORT or text.find("\n", at, at + _SHORT + 1) >= 0:
        return True
    return " here" in text[at : at + _SHORT + 5] and _SHORT_LINE.match(text, at) is not None


def _tails(normal: Normalised) -> Iterator[tuple[int, int]]:
    """Names at the end of a line, after a closing that no stop parts off: "... in June Thanks, Anna"."""
    text = normal.text
    line = 0
    while line <= len(text):
        end = text.find("\n", line)
        end = len(text) if end < 0 else end
        begin = max(line, end - _TAIL)
        if _CLOSES.isdisjoint(_WORD.findall(text, begin, end)):
            line = end + 1
            continue
        for word in _WORD.finditer(text, begin, end):
            closed = _CLOSING.match(text, word.start()) if word[0] in _CLOSES else None
            if closed:
                behind, words = _run(normal, closed.end())
                if words and _LINE_END.match(text, behind) and _plausible(words):
                    yield closed.end(), behind
        line = end + 1


def _heads(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether words at the head of a sentence are a name: "Anna here", "Anna, ...", a line of its own."""
    double = all(w in _WORD_NAMES for w in words)
    if _HERE.match(text, end):
        return len(words) > 1 or _only_a_name(words[0])
    if double and text[end : end + 1] in (",", "!", ":"):
        return True
    line = _LINE_END.match(text, end)
    if line is None or not _plausible(words):
        return False
    last = line.end() == len(text)
    if last and start == 0:
        return double  # nothing but these words
    return last or all(w in PARTICLES or _only_a_name(w) for w in words)


def _only_a_name(word: str) -> bool:
    return word in _WORD_NAMES or word not in lexicon()


def _plausible(words: list[str]) -> bool:
    """Whether a line of these words may be a signature: few, and in a script without capitals short."""
    if not _caseless(words):
        return len(words) <= 5
    return (
        len(words) <= 4
        and all(len(w) <= 12 for w in words)
        and sum(len(re.findall(_SIGNS, w)) for w in words) <= 5
    )


def identity_spans(normal: Normalised) -> list[tuple[int, int]]:
    """Spans of canonical text in which a name stands by custom: greeting, signature, self-introduction.

    Parameters
    ----------
    normal : Normalised
        The text.

    Returns
    -------
    list of tuple of int
        Sorted, without overlap. Only words with a capital, or of a script without
        capitals, count; ``hi there,`` is no name.
    """
    text = normal.text
    found = [*_spans(normal), *_tails(normal)]
    for number in _self_gate().Match(text) or ():
        phrase = _SELF[number]
        at = text.find(phrase)
        while at >= 0:
            start = at + len(phrase)
            if at == 0 or not text[at - 1].isalpha():
                end, words = _run(normal, start)
                if (
                    words
                    and _AFTER_SELF.match(text, end)
                    and (normal.latin or phrase.isascii() or not _caseless(words))
                ):
                    found.append((start, end))
            at = text.find(phrase, start)
    found.sort()
    out: list[tuple[int, int]] = []
    for a, b in found:
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out
