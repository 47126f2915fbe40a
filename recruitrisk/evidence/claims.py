"""What a sender says of the firm's size, reach and age, held against what the columns know of it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from recruitrisk.approach import Approach
from recruitrisk.evidence.columns import FieldFinding, Value
from recruitrisk.market.gates import BLANK, DIGIT, Gates
from recruitrisk.market.numerals import read_numeral, read_worded

__all__ = ["Claim", "claim_findings", "firm_claims"]

_NUMBER = (
    r"(?:\d{1,3}(?:[,.]\d{3})+|\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"twenty|thirty|forty|fifty|sixty|a hundred|hundreds|dozens|thousands)"
)
_OURS = re.compile(
    r"\b(?:we(?:['’]re| are| have| operate| work| employ| maintain| run| serve)?"
    r"|our (?:own )?(?:firm|company|group|agency|consultancy|organi[sz]ation|institute|network|house|practice|team|offices?|business)"
    r"|(?:i am|i['’]m|i) (?:\w+ ){0,4}(?:at|of|for|with)|on behalf of)\b",
    re.I,
)
_REACH = re.compile(
    r"\b(?:(?:an? |the )?(?:global(?:ly)?|world['’]?s?|worldwide|international)[ -](?:\w+[ -]){0,2}?"
    r"(?:leader|leading|largest|biggest|top|renowned|recogni[sz]ed|number one|powerhouse|giant)"
    r"|(?:world|market|industry)[ -](?:leader|leading)|leading (?:global|international|worldwide)"
    r"|(?:one of the|the) (?:\w+ )?(?:largest|biggest|leading|foremost) (?:\w+ ){0,4}"
    r"(?:firms?|compan(?:y|ies)|consultanc(?:y|ies)|agenc(?:y|ies)|groups?|institutes?|networks?"
    r"|in (?:the world|europe|asia|the uk|britain|germany)))\b",
    re.I,
)
_OFFICES = re.compile(
    r"\b(?:offices?|branches|presence|operations?|teams?|staff|people|consultants|network|active|operating|operate|work)\s"
    r"(?:\w+\s){0,2}?(?:in|across|over|throughout)\s(?:more than |over |some |about |around |almost |nearly |up to )?"
    rf"(?P<n>{_NUMBER})\+?\s(?:\w+\s){{0,2}}?(?P<what>countries|cities|continents|markets|nations)\b",
    re.I,
)
_STAFF = re.compile(
    rf"(?<![\w$£€.,])(?P<n>{_NUMBER})\+?\s?(?:-strong\b|(?:\w+\s){{0,2}}?(?:employees|staff|consultants|professionals|colleagues"
    r"|associates|analysts|researchers|advisers|advisors|recruiters|headcount|people)\b"
    r"(?=\s(?:worldwide|globally|around|across|in|on|strong|work|of ours|employed)|[.,;!)]|$))",
    re.I,
)
_SINCE = re.compile(
    r"\b(?:founded|established|est\.?|set up|incorporated|in business|trading|operating|serving \w+|around"
    r"|been (?:here|active|working))\s(?:\w+\s){0,2}?(?:in|since|from)?\s?(?P<year>1[89]\d\d|20[0-2]\d)\b"
    r"|(?<!\w)since (?P<since>1[89]\d\d|20[0-2]\d)\b",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:clients?|customers?|employers?|you|yours?|former(?:ly)?|previous(?:ly)?|ex|used to|partners? (?:is|are)|investors?"
    r"|banks?|they|their|candidates?|competitors?|not|never|hope|aim|want|vision|become|becoming|one day"
    r"|placed|recruited|hired|interviewed|trained|advised|helped|reached)\b|n['’]t\b",
    re.I,
)
_HINT = re.compile(
    r"world|global|leading|largest|biggest|countries|cities|continents|since |founded|established|employees|staff"
    r"|consultants|professionals|people|researchers|analysts|recruiters|-strong|international",
    re.I,
)
_WORD = r"[0-9a-z_\x{80}-\x{10ffff}]"  # whatever Python takes for a letter, and more
_GATES = Gates(
    {
        "reach": "leader|leading|largest|biggest|foremost|(?:global|world|international)[^.!?\n]*(?:top|renowned|recogni|number one"
        "|powerhouse|giant)",
        "offices": "countries|cities|continents|markets|nations",
        "staff": rf"(?:{DIGIT}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
        rf"|hundreds?|dozens|thousands)\+?{BLANK}?(?:-strong|(?:{_WORD}+{BLANK}){{0,2}}(?:employees|staff|consultants|professionals"
        "|colleagues|associates|analysts|researchers|advisers|advisors|recruiters|headcount|people))",
        "founded": rf"(?:1[89]|20[0-2]){DIGIT}",
    }
)
"""Which of the claims below can stand in a text."""
_LARGE = {"hundreds": 200.0, "a hundred": 100.0, "dozens": 24.0, "thousands": 2000.0}
_SMALL_FIRM, _FEW_FOLLOWERS = 10, 300
_SENTENCE = re.compile(r"[^.!?\n|•]+")


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim about the sender's own firm.

    Attributes
    ----------
    kind : str
        ``reach`` (a global leader), ``offices`` (in so many countries), ``staff`` or ``founded``.
    number : float
        Countries, people or the year; 0 for ``reach``.
    quote : str
        The words.
    column : str
        ``about`` or ``headline``; empty for a message.
    message, start, end : int
        Place of the words in a message; message is -1 for a column.
    """

    kind: str
    number: float
    quote: str
    column: str = ""
    message: int = -1
    start: int = 0
    end: int = 0


def firm_claims(approach: Approach) -> Iterator[Claim]:
    """What the profile and the inbound messages say of the sender's own firm.

    In messages only sentences that speak of ``we``, ``our firm`` or the firm by name count, and none that speaks of
    a client, of the recipient or of what the firm hopes to be.

    Parameters
    ----------
    approach : Approach

    Yields
    ------
    Claim
    """
    known = approach.fields.get("company")
    firm = known.strip() if isinstance(known, str) else ""
    for column in ("headline", "about"):
        text = approach.fields.get(column)
        if isinstance(text, str):
            for start, end, claims in _claimed(text):
                if not _OTHERS.search(text, start, end):
                    yield from (Claim(kind, number, text[a:b], column) for kind, number, a, b in claims)
    for index, message in enumerate(approach.messages):
        if not message.inbound:
            continue
        text, hinted = message.text, False
        for start, end, claims in _claimed(text):
            hinted = hinted or _HINT.search(text) is not None
            if not hinted:
                break
            own = _OURS.search(text, start, end) or (firm and _is_named(firm, text, start, end))
            if own and not _OTHERS.search(text, start, end):
                for kind, number, a, b in claims:
                    yield Claim(kind, number, text[a:b], "", index, a, b)


def _is_named(firm: str, text: str, start: int, end: int) -> bool:
    """Whether a firm's name stands in a slice of a text."""
    if firm.isascii() and text.isascii() and firm.lower() not in text[start:end].lower():
        return False  # far faster than compiling a pattern
    named = re.compile(rf"(?<!\w){re.escape(firm)}(?!\w)", re.I)
    return named.search(text, start, end) is not None


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for found in _SENTENCE.finditer(text[:20000]):
        yield found.span()


_Found = tuple[str, float, int, int]


def _claimed(text: str) -> Iterator[tuple[int, int, list[_Found]]]:
    """Sentences that make a claim, of whomsoever: few do, so the claim is looked for before who makes it."""
    gates = _GATES.open(text)
    if gates:
        for start, end in _sentences(text):
            if claims := list(_claims(text, start, end, gates)):
                yield start, end, claims


def _claims(text: str, start: int, end: int, gates: Container[str]) -> Iterator[_Found]:
    if "reach" in gates and (found := _REACH.search(text, start, end)):
        yield "reach", 0.0, *found.span()
    if "offices" in gates and (found := _OFFICES.search(text, start, end)):
        yield "offices", _count(found["n"]), *found.span()
    if "staff" in gates and (found := _STAFF.search(text, start, end)):
        yield "staff", _count(found["n"]), *found.span()
    if "founded" in gates and (found := _SINCE.search(text, start, end)):
        yield "founded", float(found["year"] or found["since"]), *found.span()


def _count(words: str) -> float:
    low = words.lower()
    if low in _LARGE:
        return _LARGE[low]
    if low[0].isdigit():
        return float(read_numeral(low) or 0.0)
    read = read_worded(low)
    return float(read[0]) if read else 0.0


def claim_findings(approach: Approach, fields: Mapping[str, Value]) -> list[FieldFinding]:
    """Claims that the columns contradict.

    Parameters
    ----------
    approach : Approach
    fields : mapping
        From `recruitrisk.evidence.columns.derived_fields`.

    Returns
    -------
    list of FieldFinding
        At most one of size (reach, offices, staff) and one of age; empty where the columns know nothing of the firm.
    """
    employees, followers, founded = (
        fields.get(name) for name in ("company_employees", "company_followers", "company_founded")
    )
    if not any(isinstance(x, float) for x in (employees, followers, founded)):
        return []
    best: dict[str, FieldFinding] = {}
    for claim in firm_claims(approach):
        found = _against(claim, employees, followers, founded)
        about = "age" if claim.kind == "founded" else "size"
        if found is not None and (about not in best or found.points > best[about].points):
            best[about] = found
    return sorted(best.values(), key=lambda f: -f.points)


def _against(claim: Claim, employees: object, followers: object, founded: object) -> FieldFinding | None:
    fields: dict[str, str] = {claim.column: claim.quote} if claim.column else {}
    points, facts = 0.0, []
    if claim.kind == "founded":
        if isinstance(founded, float) and founded - claim.number >= 3:
            fields["company_founded"] = f"{founded:.0f}"
            points, facts = 0.35, [f"founded {founded:.0f}"]
    else:
        least = {"reach": 50.0, "offices": max(0.0, claim.number * 2), "staff": claim.number}[claim.kind]
        if claim.kind == "offices" and claim.number < 4:
            return None
        small = isinstance(employees, float) and employees < _SMALL_FIRM and least >= 4 * max(employees, 1.0)
        if isinstance(employees, float) and small:
            fields["company_employees"] = f"{employees:.0f}"
            points, facts = 0.4, [f"{employees:.0f} employees"]
        if (
            isinstance(followers, float)
            and followers < _FEW_FOLLOWERS
            and least >= 50
            and (small or employees is None)
        ):
            fields["company_followers"] = f"{followers:.0f}"
            points += 0.1 if small else 0.25
            facts.append(f"{followers:.0f} followers")
    if not facts:
        return None
    says = f"says \u201c{claim.quote.strip()}\u201d, yet the firm is known with {' and '.join(facts)}"
    at = claim.message if claim.message >= 0 else None
    return FieldFinding(points, fields, says, at, claim.start, claim.end)
