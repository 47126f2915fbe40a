"""What the report's page shows of each approach, as compact JSON-ready data."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import Any

from recruitrisk.approach import COLUMNS, Approach
from recruitrisk.evidence import Evidence
from recruitrisk.indicators import CATALOGUE, COMPOSITES
from recruitrisk.model import BANDS, NOT_ASSESSABLE, PART_IDS
from recruitrisk.review.explanation import Change, Explanation
from recruitrisk.review.figures import frequency, percent
from recruitrisk.review.plain_text import visible
from recruitrisk.review.redaction import Masker, Span, apart
from recruitrisk.text import markup

__all__ = ["BAND_ORDER", "RowMaker", "segments", "shorten"]

BAND_ORDER: tuple[str, ...] = (*reversed(BANDS), NOT_ASSESSABLE)
"""Bands as the report lists them."""

_SIGN_AT = {key: at for at, key in enumerate(PART_IDS)}
_FIELDS = tuple(c.name for c in COLUMNS if c.name not in ("approach_id", "message", "sent_at"))
_HIDDEN_WHEN_MASKED = frozenset({"sender_location"})

Segment = str | list[Any]


def segments(text: str, shown: list[tuple[int, int, int]], masked: list[Span]) -> list[Segment]:
    """Cut a message where evidence begins and ends, with what is masked replaced.

    Parameters
    ----------
    text : str
        A message.
    shown : list of (start, end, sign)
        Evidence in it.
    masked : list of (start, end, label)
        Pieces to replace, in order, none over another; evidence that touches one takes it in whole.

    Returns
    -------
    list
        A plain string, or ``[string, signs that it shows, signs whose evidence ends with it]``.
    """
    spans: list[tuple[int, int, int]] = []
    for start, end, sign in shown:
        for x, y, _ in masked:
            if x < end and start < y:
                start, end = min(start, x), max(end, y)
        spans.append((start, end, sign))
    cuts = sorted({0, len(text), *(p for start, end, _ in spans for p in (start, end))})
    out: list[Segment] = []
    for a, b in pairwise(cuts):
        parts, at = [], a
        for x, y, label in masked:
            if a <= x and y <= b:
                parts += [text[at:x], label]
                at = y
        words = visible("".join([*parts, text[at:b]]), keep="\n\t")
        signs = sorted({sign for start, end, sign in spans if start <= a and b <= end})
        ending = sorted({sign for start, end, sign in spans if start <= a and b == end})
        out.append([words, signs, ending] if signs else words)
    return out


def shorten(found: list[Segment], most: int) -> list[Segment]:
    """Cut every stretch to about `most` characters, out of its middle; what is left out is said.

    A quotation is seldom so long: only where a text has no full stops is evidence cut.
    """

    def cut(text: str) -> str:
        half = most // 2
        if len(text) <= most:
            return text
        return f"{text[:half]}\n[… {len(text) - 2 * half:,} characters left out of this report …]\n{text[len(text) - half :]}"

    return [cut(piece) if isinstance(piece, str) else [cut(piece[0]), *piece[1:]] for piece in found]


class RowMaker:
    """Turns explanations into rows.

    Parameters
    ----------
    masker : Masker or None
        None keeps everything.

    Attributes
    ----------
    texts : list of str
        Sentences that rows refer to by index, so that each stands once in the file.
    """

    def __init__(self, masker: Masker | None = None) -> None:
        self.masker = masker
        self.texts: list[str] = []
        self._index: dict[str, int] = {}

    @property
    def signs(self) -> list[dict[str, Any]]:
        """The catalogue as the page needs it, in the order of sign indices."""
        listed: list[dict[str, Any]] = [
            {
                "name": i.name,
                "lowers": i.direction == "lowers",
                "innocent": list(i.innocent),
                "next": i.next_step,
            }
            for i in CATALOGUE
        ]
        return listed + [
            {"name": c.reviewer[:1].upper() + c.reviewer[1:], "lowers": False, "innocent": [], "next": ""}
            for c in COMPOSITES
        ]

    @property
    def fields(self) -> list[str]:
        """Labels of the columns, in the order of field indices."""
        return [name.replace("_", " ") for name in _FIELDS]

    def row(self, explanation: Explanation, number: int) -> dict[str, Any]:
        """One approach.

        Parameters
        ----------
        explanation : Explanation
        number : int
            Row number in the input.
        """
        approach, a = explanation.approach, explanation.assessment
        printed = explanation.printed
        fields = approach.fields
        name = str(fields.get("sender_name", ""))
        in_text: dict[int, list[tuple[int, int, int]]] = {}
        for reason in explanation.reasons:
            place = reason.evidence.place if reason.evidence else None
            if place is not None and place.quote:
                in_text.setdefault(place.message, []).append((place.start, place.end, _SIGN_AT[reason.id]))
        first = next((m.sent_at for m in approach.messages if m.sent_at), None) or fields.get("sent_at")
        return {
            "n": number,
            "id": self._text(approach.approach_id, approach),
            "r": [float(f"{v:.5g}") for v in (a.risk, a.low, a.high)],
            "p": [percent(a.risk), percent(a.low), percent(a.high)],
            "b": BAND_ORDER.index(a.band),
            "c": percent(a.coverage),
            "of": "" if a.band == NOT_ASSESSABLE else frequency(a.risk),
            "st": "" if a.band == NOT_ASSESSABLE else a.style.name,
            "cp": self._text(approach.campaign, approach),
            "who": (self.masker.person(name) if self.masker else visible(name)),
            "co": self._text(str(fields.get("company", "")), approach),
            "d": first.strftime("%Y-%m-%d") if isinstance(first, datetime) else "",
            "s": [
                _SIGN_AT[r.id]
                for r in explanation.reasons
                if r.shown and r.log_odds > 0 and r.evidence is not None
            ],
            "sum": [printed.base, printed.total, printed.risk],
            "why": [
                [
                    self._intern(r.sentence[:1].upper() + r.sentence[1:]),
                    points,
                    float(f"{r.points:.5g}"),
                    int(r.shown),
                    _SIGN_AT.get(r.id, -1),
                    *self._evidence(r.evidence, approach),
                ]
                for r, points in zip(explanation.reasons, printed.points, strict=True)
            ],
            "if": self._changes(explanation.changes),
            "ask": self._changes(explanation.open_facts),
            "do": [_SIGN_AT[r.id] for r in explanation.weighty if r.id in _SIGN_AT],
            "un": [self._intern(each) for each in explanation.unseen],
            "no": [self._text(note, approach) for note in a.notes],
            "f": self._fields(approach),
            "t": [
                [
                    int(message.inbound),
                    message.sent_at.strftime("%Y-%m-%d %H:%M UTC") if message.sent_at else "",
                    segments(
                        message.text,
                        in_text.get(at, []),
                        self._replaced(message.text, approach),
                    ),
                ]
                for at, message in enumerate(approach.messages)
            ],
        }

    def _replaced(self, text: str, approach: Approach) -> list[Span]:
        """What the page shows something else for: tags and entities, and what is masked."""
        return apart([*markup(text), *(self.masker.spans(text, approach) if self.masker else [])])

    def _changes(self, found: list[Change]) -> list[list[Any]]:
        return [[self._intern(c.condition), percent(c.before), percent(c.after)] for c in found]

    def _intern(self, text: str) -> int:
        if text not in self._index:
            self._index[text] = len(self.texts)
            self.texts.append(text)
        return self._index[text]

    def _text(self, text: str, approach: Approach) -> str:
        return visible(self.masker.mask(text, approach, letter=False) if self.masker else text)

    def _evidence(self, evidence: Evidence | None, approach: Approach) -> list[Any]:
        """Message of the quotation (-1 when there is none), and what fields, comparison or mark say."""
        if evidence is None:
            return []
        if evidence.by_user:
            return [-1, self._text(f"your own mark: {evidence.says}", approach)]
        said = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in evidence.fields.items())
        quoted = evidence.place is not None and bool(evidence.place.quote)
        return [
            evidence.place.message if evidence.place is not None and quoted else -1,
            self._text("; ".join(text for text in (said, evidence.says) if text), approach),
        ]

    def _fields(self, approach: Approach) -> list[list[Any]]:
        out: list[list[Any]] = []
        for at, column in enumerate(_FIELDS):
            value = approach.fields.get(column)
            if value is None or (self.masker and column in _HIDDEN_WHEN_MASKED):
                continue
            if isinstance(value, bool):
                text = "yes" if value else "no"
            elif isinstance(value, datetime):
                text = value.strftime("%Y-%m")
            elif isinstance(value, float):
                text = f"{value:.10g}"
            elif self.masker and column == "sender_name":
                text = self.masker.person(value)
            elif self.masker and column in ("sender_profile_url", "company_website"):
                text = self.masker.address("url", value)
                text = text.replace("link", "profile") if column == "sender_profile_url" else text
            elif self.masker and column == "contact_email":
                text = self.masker.address("email", value)
            else:
                text = self._text(value, approach)
            out.append([at, text])
        return out
