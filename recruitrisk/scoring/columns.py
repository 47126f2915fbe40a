"""The columns that scoring adds to a row: those that `recruitrisk.approach.SCORED_COLUMNS` lists, in its order."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from recruitrisk.approach import SCORED_COLUMNS, Approach
from recruitrisk.evidence import SHOWN, Evidence
from recruitrisk.indicators import CATALOGUE, COMPOSITES
from recruitrisk.model import NOT_ASSESSABLE, Assessment
from recruitrisk.model.parts import PART_IDS, add_composites
from recruitrisk.model.style import style_names

__all__ = ["dtypes", "schema", "scored_arrays", "scored_cells", "scored_rows"]

_DIGITS = 6
_MAX_REASONS = 6
_MAX_QUOTE = 90
_NUMBERS = frozenset({"risk", "risk_low", "risk_high", "risk_coverage"})


_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_STRING = json.encoder.encode_basestring
_SENTENCES = tuple(
    said.replace(";", ",") for said in [*(i.reviewer for i in CATALOGUE), *(c.reviewer for c in COMPOSITES)]
)
_RAISES = tuple(indicator.direction == "raises" for indicator in CATALOGUE)
_IDS = tuple(indicator.id for indicator in CATALOGUE)


def _quoted(text: str) -> str:
    short = " ".join(text.split()).replace(";", ",")
    return f" (“{short[: _MAX_QUOTE - 1]}…”)" if len(short) > _MAX_QUOTE else f" (“{short}”)"


def _json(key: str, found: Evidence) -> str:
    """One entry of `risk_evidence`: what the JSON encoder gives of `Evidence.as_dict`, written out for quotations."""
    place = found.place
    if place is None or found.by_user or found.fields or found.says:
        return f"{_STRING(key)}: {_ENCODE(found.as_dict())}"
    return (
        f'{_STRING(key)}: {{"quote": {_STRING(place.quote)}, "message": {place.message}, "start": {place.start}, '
        f'"end": {place.end}}}'
    )


def _reason(at: int, evidence: Evidence | None, points: float) -> str:
    text = _SENTENCES[at]
    if evidence is not None and evidence.place is not None:
        text += _quoted(evidence.place.quote)
        if evidence.says:  # a comparison names its reference; the evidence column holds the rest
            text += f" ({evidence.says.partition(';')[0]})"
    elif evidence is not None and evidence.by_user:
        text += " (marked by the user)"
    elif evidence is not None and evidence.says:
        text += f" ({evidence.says.replace(';', ',')})"
    return f"{text} {points:+.1%}"


def scored_rows(
    assessed: Sequence[tuple[Approach, Assessment]], notes: Sequence[list[str] | None] = ()
) -> list[dict[str, float | str]]:
    """Cells of the scored columns of many approaches; of each the same as alone.

    Parameters
    ----------
    assessed : sequence of (Approach, Assessment)
    notes : sequence of list of str or None, optional
        What reading had to say of each row.

    Returns
    -------
    list of dict
        Keys are `recruitrisk.approach.SCORED_COLUMNS`, in that order; probabilities and the coverage
        are rounded to 6 digits.
    """
    if not assessed:
        return []
    strengths = np.stack([assessment.findings.strengths for _, assessment in assessed])
    shown = add_composites(strengths) >= SHOWN
    styles = style_names(strengths)
    where = [np.flatnonzero(row).tolist() for row in shown]
    rows = []
    for n, (approach, assessment) in enumerate(assessed):
        evidence, here = assessment.findings.evidence, where[n]
        if len(here) > 1:  # the heaviest first, in the order of the catalogue where they weigh the same
            weights = assessment.sum.parts[here]
            here = [here[k] for k in np.argsort(-weights, kind="stable").tolist()]
        named = here[:_MAX_REASONS]
        points = assessment.points[named].tolist()
        ids = [_IDS[at] for at in here if at < len(_IDS) and _RAISES[at]]
        told = [_json(key, evidence[key]) for key in ids if key in evidence]
        told += [_json(key, found) for key, found in evidence.items() if key not in ids]
        said = notes[n] if notes else None
        values: dict[str, float | str] = {
            "risk": round(assessment.risk, _DIGITS),
            "risk_low": round(assessment.low, _DIGITS),
            "risk_high": round(assessment.high, _DIGITS),
            "risk_band": assessment.band,
            "risk_reasons": "; ".join(
                [
                    _reason(at, evidence.get(PART_IDS[at]), gain)
                    for at, gain in zip(named, points, strict=True)
                ]
            ),
            "risk_indicators": " ".join(ids),
            "risk_evidence": f"{{{', '.join(told)}}}",
            "risk_coverage": round(assessment.coverage, _DIGITS),
            "risk_notes": "; ".join([*(said or []), *assessment.notes]),
            "risk_campaign": approach.campaign,
            "risk_style": styles[n] if assessment.band != NOT_ASSESSABLE else "",
        }
        rows.append({name: values[name] for name in SCORED_COLUMNS})
    return rows


def scored_cells(
    approach: Approach, assessment: Assessment, notes: list[str] | None = None
) -> dict[str, float | str]:
    """Cells of the scored columns of one approach: see `scored_rows`."""
    return scored_rows([(approach, assessment)], [notes])[0]


def dtypes() -> dict[str, str]:
    """Types of the scored columns, as pandas names them.

    Examples
    --------
    >>> dtypes()["risk"], dtypes()["risk_band"]
    ('float64', 'str')
    """
    return {name: "float64" if name in _NUMBERS else "str" for name in SCORED_COLUMNS}


def schema(table: Any = None) -> Any:
    """Give the schema of a scored table.

    Parameters
    ----------
    table : pyarrow.Schema, optional
        Of the input; by default the scored columns are given alone.

    Returns
    -------
    pyarrow.Schema
        The input's columns as they are, then `recruitrisk.approach.SCORED_COLUMNS`: probabilities and the coverage are
        64-bit floats, all others are text, and none is ever null.

    Examples
    --------
    >>> schema().names[:4]
    ['risk', 'risk_low', 'risk_high', 'risk_band']
    """
    import pyarrow as pa

    types = {name: pa.float64() if name in _NUMBERS else pa.string() for name in SCORED_COLUMNS}
    own = pa.schema([pa.field(name, kind, nullable=False) for name, kind in types.items()])
    return own if table is None else pa.schema([*table, *own])


def scored_arrays(rows: Sequence[Mapping[str, float | str]]) -> list[Any]:
    """Columns of scored rows as Arrow arrays, in the order of `schema`."""
    import pyarrow as pa

    return [pa.array([row[field.name] for row in rows], field.type) for field in schema()]
