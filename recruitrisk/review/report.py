"""The HTML report of a scored batch: one file that asks nothing of anybody.

The page is built from ``templates/report.html.j2`` with ``report.css`` and ``report.js`` beside it.
Its Content-Security-Policy allows the hashes of those two and nothing else; what was in a message
comes in as JSON and is shown as text alone.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from markupsafe import Markup

from recruitrisk.approach import Approach
from recruitrisk.errors import UsageError
from recruitrisk.model import NOT_ASSESSABLE, Assessment, RiskModel
from recruitrisk.parameters import check_kind, check_many, check_path, check_share
from recruitrisk.places import check_target, write_whole
from recruitrisk.review.explanation import explain
from recruitrisk.review.figures import percent, share_in_words
from recruitrisk.review.plain_text import visible
from recruitrisk.review.redaction import Masker
from recruitrisk.review.rendering import render, template_text
from recruitrisk.review.report_rows import BAND_ORDER, RowMaker, shorten
from recruitrisk.review.report_worth import dots, measured, surprise, worth
from recruitrisk.review.statements import DISCLAIMER, STATEMENTS

__all__ = ["MOST_BYTES", "Assessed", "render_report", "write_report"]

Assessed = tuple[Approach, Assessment, int]
"""An approach, its assessment and its row number in the input."""

MOST_BYTES = 19_000_000
"""A report is kept below so many bytes; for that, long messages are shortened and messages without evidence left out, and it is said."""

_LENGTHS = (20_000, 8_000, 3_000, 1_200, 500, 200)
_MESSAGES = (40, 12, 4)  # of a thread, besides those that show a sign
_CAMPAIGNS = 50
_LISTS = ("sender_names", "firm_names", "recipients")
"""Columns of the table of campaigns that hold several names in a cell."""


def _script_json(data: Any) -> Markup:
    """JSON that can stand inside of a script element, whatever text it holds."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # every character that HTML could read is escaped above


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _texts_length(rows: list[dict[str, Any]]) -> int:
    """Characters of messages: a report has at least so many bytes, which is counted faster than written."""
    return sum(
        len(piece if isinstance(piece, str) else piece[0])
        for row in rows
        for message in row["t"]
        for piece in message[2]
    )


def _fit(data: dict[str, Any]) -> Markup:
    """The data as JSON below its bound: long messages are shortened first, then those without evidence left out."""
    rows = data["rows"]

    def small() -> Markup | None:
        if _texts_length(rows) >= MOST_BYTES:
            return None
        blob = _script_json(data)
        return blob if len(blob.encode("utf-8")) < MOST_BYTES else None

    blob = small()
    for most in _LENGTHS if blob is None else ():
        for row in rows:
            for message in row["t"]:
                message[2] = shorten(message[2], most)
            for pair in row["f"]:
                pair[1] = shorten([pair[1]], most)[0]
        if (blob := small()) is not None:
            return blob
    for most in _MESSAGES if blob is None else ():
        for row in rows:
            for message in row["t"][most:]:
                if all(isinstance(piece, str) for piece in message[2]):
                    message[2:] = [[], 1]
        if (blob := small()) is not None:
            return blob
    return blob if blob is not None else _script_json(data)


def _campaign_table(campaigns: pd.DataFrame | None, masker: Masker | None) -> dict[str, Any]:
    """Heads and cells of the table of campaigns as text; empty when there is none."""
    if campaigns is None or not len(campaigns):
        return {}

    def shown(head: str, value: object) -> str:
        if value is None or value != value:  # NaN
            return ""
        text = f"{value:,.4g}" if isinstance(value, float) else str(value)
        if masker and head in _LISTS:
            return "; ".join(_numbered(text.split("; "), head, masker))
        return visible(masker.mask(text, letter=head == "example") if masker else text)

    return {
        "heads": [visible(str(name)).removeprefix("risk_").replace("_", " ") for name in campaigns.columns],
        "rows": [
            [shown(str(head), value) for head, value in zip(campaigns.columns, row, strict=True)]
            for row in campaigns.head(_CAMPAIGNS).itertuples(index=False, name=None)
        ],
        "n": len(campaigns),
    }


def _numbered(pieces: Sequence[str], head: str, masker: Masker) -> list[str]:
    """Several names of a cell, masked; those that masking makes the same are numbered, so that they stay several."""
    labels = [_masked(piece, head, masker) for piece in pieces]
    many, seen = Counter(labels), Counter[str]()
    out = []
    for label in labels:
        seen[label] += 1
        out.append(f"{label} ({seen[label]})" if many[label] > 1 else label)
    return out


def _masked(piece: str, head: str, masker: Masker) -> str:
    """One of several names in a cell, masked; a post and "and 3 more" stay."""
    lead = "export of " if piece.startswith("export of ") else ""
    person = head == "sender_names" or (
        head == "recipients" and lead
    )  # of approaches that the report may not hold
    if not person or not piece or re.fullmatch(r"and [\d,]+ more", piece):
        return visible(masker.mask(piece, letter=False))
    return lead + (masker.person(piece.removeprefix(lead)) or "without letters")


def render_report(
    assessed: Sequence[Assessed],
    *,
    base_rate: float,
    model: RiskModel,
    redact: bool = True,
    title: str = "Approaches to look at",
    counts: Mapping[str, int] | None = None,
    campaigns: pd.DataFrame | None = None,
    base_rate_is: str = "as stated for this run",
) -> str:
    """The report as one HTML text; see `write_report`."""
    for row in check_many(
        "assessed", assessed, (tuple, list), "a list of (approach, assessment, row number)"
    ):
        if len(row) != 3:
            raise UsageError(
                f"assessed holds {len(row)} in a row; (approach, assessment, row number) is expected"
            )
    base_rate = check_share("base_rate", base_rate)
    check_kind("model", model, RiskModel, "a RiskModel (rr.load_model gives one)")
    other = next((a.base_rate for _, a, _ in assessed if abs(a.base_rate - base_rate) > 1e-12), None)
    if other is not None:
        raise UsageError(
            f"base rate {base_rate!r} for the report, but approaches were assessed at {other!r}; give the same"
        )
    masker = Masker(approach for approach, _, _ in assessed) if redact else None
    maker = RowMaker(masker)
    rows = [maker.row(explain(approach, model, assessment=a), number) for approach, a, number in assessed]
    rows.sort(key=lambda row: (-row["r"][0], row["n"]))
    bands = Counter(a.band for _, a, _ in assessed)
    data = {
        "bands": BAND_ORDER,
        "signs": maker.signs,
        "fields": maker.fields,
        "texts": maker.texts,
        "base": base_rate,
        "rows": rows,
    }
    style, script = template_text("report.css"), template_text("report.js")
    found = worth(model, base_rate)
    counted = dict(counts or {})
    whole = max(len(rows), counted.get("scored", 0) + counted.get("not assessable", 0))
    expected = sum(a.risk for _, a, _ in assessed if a.band != NOT_ASSESSABLE)
    read = len(rows) - bands.get(NOT_ASSESSABLE, 0)
    return render(
        "report.html.j2",
        title=title,
        disclaimer=DISCLAIMER,
        statements=STATEMENTS,
        csp=(
            f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
            "form-action 'none'; require-trusted-types-for 'script'"
        ),
        style=Markup(style),  # ships with the package
        script=Markup(script),  # ships with the package
        data=_fit(data),
        n=len(rows),
        whole=whole,
        bands=[(band, bands.get(band, 0)) for band in BAND_ORDER],
        expected=_count(expected),
        usual=_count(read * base_rate),
        surprise=surprise(expected, read, base_rate) if whole == len(rows) else "",
        base=percent(base_rate),
        base_in_words=share_in_words(base_rate),
        base_rate_is=base_rate_is,
        worth=found,
        measured=measured(model),
        dots=dots(found),
        counts=counted,
        campaigns=_campaign_table(campaigns, masker),
        model=model,
        redacted=redact,
    )


def _count(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0") if number < 20 else f"{number:,.0f}"


def write_report(
    assessed: Sequence[Assessed],
    path: str | os.PathLike[str],
    *,
    base_rate: float,
    model: RiskModel,
    redact: bool = True,
    title: str = "Approaches to look at",
    counts: Mapping[str, int] | None = None,
    campaigns: pd.DataFrame | None = None,
    base_rate_is: str = "as stated for this run",
) -> Path:
    """Write the report of a scored batch: one self-contained HTML file.

    Parameters
    ----------
    assessed : sequence of (Approach, Assessment, int)
        Each with its row number in the input. The assessments are of `model` at `base_rate`.
    path : path
        Where to; it appears whole or not at all, and what stands there is replaced. Only its owner
        may read it (mode 0600), since it holds messages.
    base_rate : float
        Share of approaches in the user's stream that are of the playbook.
    model : RiskModel
        That assessed them; it says what would change each score.
    redact : bool
        Mask names, mails, phones, links, handles and profile addresses throughout. Masking goes by rule,
        so a masked report is still to be read before it is passed on.
    title : str
        Heading.
    counts : mapping of str to int, optional
        Of the run, in words: ``{"rows read": 50, "scored": 47, "rejected": 3}``; where ``scored`` is more than is
        handed over, the report says that it holds the highest ones alone.
    campaigns : DataFrame, optional
        Approaches that belong together, one campaign a row; its first column holds what `Approach.campaign` does.
        Rows of approaches can be filtered by campaign with or without it.
    base_rate_is : str
        Where the base rate is from, in words.

    Returns
    -------
    Path

    Raises
    ------
    UsageError
        An assessment was made at another base rate.
    WriteError
        The file can't be written.
    """
    check_path("path", path)
    check_target(path, "HTML")
    page = render_report(
        assessed,
        base_rate=base_rate,
        model=model,
        redact=redact,
        title=title,
        counts=counts,
        campaigns=campaigns,
        base_rate_is=base_rate_is,
    )
    return write_whole(path, page)
