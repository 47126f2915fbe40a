"""A scored table to look at in a notebook: the highest first, bands named and coloured, every text escaped."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import escape

from recruitrisk.errors import UsageError
from recruitrisk.parameters import check_count, check_kind, check_many
from recruitrisk.review.figures import percent
from recruitrisk.review.plain_text import visible
from recruitrisk.review.rendering import BAND_COLOURS
from recruitrisk.review.statements import DISCLAIMER

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

__all__ = ["style_scored"]

_SHOWN = (
    "approach_id", "sender_name", "company", "risk", "interval", "risk_band", "risk_style", "risk_reasons", "risk_campaign",
    "risk_notes",
)  # fmt: skip
_FIGURES = ("risk", "risk_low", "risk_high", "risk_coverage")
_HEADS = {"approach_id": "approach", "sender_name": "from", "interval": "80 % interval", "risk": "risk"}
_LONGEST = 240
_REASONS = 2


def _cell(value: object) -> str:
    if value is None or value != value:  # NaN
        return ""
    text = visible(str(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _reasons(value: object) -> str:
    found = str(value).split("; ") if isinstance(value, str) else []
    more = f"; and {len(found) - _REASONS} more" if len(found) > _REASONS else ""
    return _cell("; ".join(found[:_REASONS])) + more


def _percent(value: float) -> str:
    return "" if value != value else percent(value)


def _band(value: str) -> str:
    tone = BAND_COLOURS.get(value)
    look = "color: #fff; border-radius: 99px; padding: 0.1rem 0.6rem; font-weight: 600; white-space: nowrap"
    return f'<span style="background: {tone}; {look}">{value}</span>' if tone else str(escape(value))


def _bar(value: float) -> str:
    wide = 0.0 if value != value else 100 * value
    shade = (
        f"linear-gradient(90deg, rgba(200, 85, 61, 0.75) {wide:.1f}%, rgba(128, 128, 128, 0.2) {wide:.1f}%)"
    )
    return f"background: {shade} no-repeat 0 2em / 100% 0.35em; padding-bottom: 1em"


def style_scored(scored: pd.DataFrame, most: int = 50, columns: Sequence[str] | None = None) -> Styler:
    """A view of a scored table.

    Parameters
    ----------
    scored : DataFrame
        As `recruitrisk.score` gives it, or read from a scored CSV.
    most : int
        So many rows, those of the highest risk; the caption says how many there are.
    columns : sequence of str, optional
        What is shown. By default id, sender, firm, risk with interval, band, style, reasons, and campaign and notes where there
        are any.

    Returns
    -------
    pandas.io.formats.style.Styler
        Shows itself in notebooks; ``.to_html()`` for a page. Text is escaped, control characters are shown as escapes.

    Raises
    ------
    UsageError
        The table was not scored, a column is not there, or `most` is below 1.

    Examples
    --------
    >>> import recruitrisk as rr
    >>> view = rr.style_scored(rr.score(pd.DataFrame({"message": ["Could we meet? <b>I can't name the client</b>."]})))
    >>> "<b>" in view.to_html()
    False
    """
    check_kind("scored", scored, pd.DataFrame, "a scored table (rr.score gives one)")
    check_count("most", most)
    missing = [name for name in ("risk", "risk_band") if name not in scored.columns]
    if missing:
        raise UsageError(
            f"no column {', '.join(missing)} in this table; give one that recruitrisk.score made"
        )
    wanted = (
        list(_SHOWN) if columns is None else check_many("columns", columns, str, "a list of names of columns")
    )
    unknown = [] if columns is None else [name for name in wanted if name not in scored.columns]
    if unknown:
        raise UsageError(
            f"no column {', '.join(map(repr, unknown))}; there are {', '.join(map(str, scored.columns))}"
        )
    unsure = scored["risk_band"].eq("not assessable")
    order = pd.DataFrame({"unsure": unsure.to_numpy(), "risk": -scored["risk"].to_numpy()}).sort_values(
        ["unsure", "risk"], kind="stable"
    )
    table = scored.iloc[order.index[:most]].reset_index(drop=True)
    if columns is None and {"risk_low", "risk_high"} <= set(table.columns):
        table["interval"] = [
            f"{_percent(a)} to {_percent(b)}"
            for a, b in zip(table["risk_low"], table["risk_high"], strict=True)
        ]
    kept = [name for name in wanted if name in table.columns]
    if columns is None:
        kept = [name for name in kept if table[name].astype("string").fillna("").ne("").any()]
    table = table[kept]
    figures = [name for name in _FIGURES if name in kept]
    texts = [name for name in kept if name not in (*figures, "risk_band")]
    for name in texts:
        table[name] = table[name].map(_reasons if name == "risk_reasons" and columns is None else _cell)
    heads = [_HEADS.get(name, name.removeprefix("risk_").replace("_", " ")) for name in map(str, kept)]
    told = (
        f"{len(scored):,} approaches"
        if len(table) == len(scored)
        else f"The {len(table):,} highest of {len(scored):,} approaches"
    )
    fingerprint = hashlib.sha256(table.to_csv().encode("utf-8", "surrogatepass")).hexdigest()[:8]
    view = table.style.hide(axis="index").set_uuid(fingerprint).set_caption(f"{told}. {DISCLAIMER}")
    view = view.relabel_index([str(escape(visible(head))) for head in heads], axis="columns")
    view = view.format(_percent, subset=figures).format(escape="html", subset=texts)
    if "risk_band" in kept:
        view = view.format(_band, subset=["risk_band"])
    if "risk" in kept:
        view = view.map(_bar, subset=["risk"])
    return view.set_table_styles(
        [
            {"selector": "caption", "props": "caption-side: top; text-align: left; padding: 0.3rem 0"},
            {
                "selector": "td",
                "props": "text-align: left; vertical-align: top; max-width: 34rem; overflow-wrap: break-word",
            },
            {"selector": "th", "props": "text-align: left"},
        ]
    ).set_properties(
        subset=figures,
        **{"font-variant-numeric": "tabular-nums", "white-space": "nowrap", "min-width": "5rem"},
    )
