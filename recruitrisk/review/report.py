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
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from recruitrisk.approach import Approach
from recruitrisk.errors import UsageError
from recruitrisk.model import NOT_ASSESSABLE, Assessment, RiskModel
from recruitrisk.review.explanation import DISCLAIMER, explain
from recruitrisk.review.figures import percent, share_in_words
from recruitrisk.review.redaction import Masker
from recruitrisk.review.rendering import render, template_text
from recruitrisk.review.report_campaigns import CampaignLike, shown_campaigns
from recruitrisk.review.report_rows import BAND_ORDER, RowMaker, shorten

__all__ = ["MOST_BYTES", "Assessed", "render_report", "write_report"]

Assessed = tuple[Approach, Assessment, int]
"""An approach, its assessment and its row number in the input."""

MOST_BYTES = 19_000_000
"""A report is kept below so many bytes; long messages are shortened for that, and say so."""

_LENGTHS = (20_000, 8_000, 3_000, 1_200, 500, 200)


@dataclass(frozen=True, slots=True)
class _Worth:
    """What an alert is worth, of `n` approaches at the base rate."""

    band: str
    n: int
    risky: int
    found: int
    false_alarms: int

    @property
    def genuine(self) -> int:
        return self.n - self.risky

    @property
    def flagged(self) -> int:
        return self.found + self.false_alarms


def _worth(model: RiskModel, base_rate: float) -> list[_Worth]:
    """From the figures that the model's manifest holds of approaches its training did not see."""
    n = 1000
    while n * base_rate < 5 and n < 10**9:
        n *= 10
    calibration = model.manifest.get("calibration")
    bands = calibration.get("bands", ()) if isinstance(calibration, Mapping) else ()
    out = []
    for each in bands:
        if not isinstance(each, Mapping) or not {"band", "found", "false_alarms"} <= set(each):
            continue
        risky = round(n * base_rate)
        out.append(
            _Worth(
                str(each["band"]),
                n,
                risky,
                round(risky * each["found"]),
                round((n - risky) * each["false_alarms"]),
            )
        )
    return out


def _script_json(data: Any) -> Markup:
    """JSON that can stand inside of a script element, whatever text it holds."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # every character that HTML could read is escaped above


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def render_report(
    assessed: Sequence[Assessed],
    *,
    base_rate: float,
    model: RiskModel,
    redact: bool = True,
    title: str = "Approaches to look at",
    counts: Mapping[str, int] | None = None,
    campaigns: Sequence[CampaignLike] | None = None,
) -> str:
    """The report as one HTML text; see `write_report`."""
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
    blob = _script_json(data)
    for most in _LENGTHS:
        if len(blob.encode("utf-8")) < MOST_BYTES:
            break
        for row in rows:
            for message in row["t"]:
                message[2] = shorten(message[2], most)
        blob = _script_json(data)
    worth = _worth(model, base_rate)
    return render(
        "report.html.j2",
        title=title,
        disclaimer=DISCLAIMER,
        csp=(
            f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
            "form-action 'none'; require-trusted-types-for 'script'"
        ),
        style=Markup(style),  # ships with the package
        script=Markup(script),  # ships with the package
        data=blob,
        n=len(rows),
        bands=[(band, bands.get(band, 0)) for band in BAND_ORDER],
        expected=sum(a.risk for _, a, _ in assessed if a.band != NOT_ASSESSABLE),
        base=percent(base_rate),
        base_in_words=share_in_words(base_rate),
        worth=worth,
        dots=_dots(worth),
        counts=dict(counts or {}),
        model=model,
        redacted=redact,
        n_campaigns=len(campaigns or ()),
        campaigns=shown_campaigns(campaigns or (), masker),
    )


def _dots(worth: list[_Worth]) -> list[tuple[int, int, str]]:
    """A thousand approaches as dots (x, y, class), for the band ``elevated``."""
    found = next((w for w in worth if w.band == "elevated" and w.n == 1000), None)
    if found is None:
        return []
    kinds = ["hit"] * found.found + ["missed"] * (found.risky - found.found) + ["false"] * found.false_alarms
    kinds += ["quiet"] * (found.n - len(kinds))
    return [(at // 20, at % 20, kind) for at, kind in enumerate(kinds)]


def write_report(
    assessed: Sequence[Assessed],
    path: str | os.PathLike[str],
    *,
    base_rate: float,
    model: RiskModel,
    redact: bool = True,
    title: str = "Approaches to look at",
    counts: Mapping[str, int] | None = None,
    campaigns: Sequence[CampaignLike] | None = None,
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
        Of the run, in words: ``{"rows read": 50, "scored": 47, "rejected": 3}``.
    campaigns : sequence of Campaign, optional
        ``recruitrisk.find_campaigns(...).campaigns``; the largest are listed.

    Returns
    -------
    Path

    Raises
    ------
    UsageError
        An assessment was made at another base rate.
    OSError
        The file can't be written.
    """
    page = render_report(
        assessed,
        base_rate=base_rate,
        model=model,
        redact=redact,
        title=title,
        counts=counts,
        campaigns=campaigns,
    )
    target = Path(path)
    handle, part = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(page)
        os.replace(part, target)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return target
