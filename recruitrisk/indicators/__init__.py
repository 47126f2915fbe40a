"""The catalogue: every sign that is looked for, declared once as data.

Definition, sources, patterns, examples, rates and wordings of an indicator stand in one place, the file of
its family; the feature column, the monotone direction, the generator, the tests, the docs and the model card
are derived from it. To add an indicator, add it to the tuple of its family and run ``make docs``.
"""

from __future__ import annotations

import difflib
import hashlib
import json
from dataclasses import asdict, fields
from typing import Any

from recruitrisk.errors import UsageError
from recruitrisk.indicators import (
    ask,
    channel,
    client,
    company,
    pay,
    profile,
    relationship,
    secrecy,
    specifics,
    travel,
    urgency,
)
from recruitrisk.indicators.composites import COMPOSITES, Composite
from recruitrisk.indicators.declaration import FieldRule, Indicator, Pattern, Rates, Source

__all__ = [
    "CATALOGUE",
    "COMPOSITES",
    "Composite",
    "FieldRule",
    "Indicator",
    "Pattern",
    "Rates",
    "Source",
    "as_dict",
    "ids",
    "indicator",
    "version",
]

CATALOGUE: tuple[Indicator, ...] = (
    *company.INDICATORS,
    *profile.INDICATORS,
    *client.INDICATORS,
    *pay.INDICATORS,
    *channel.INDICATORS,
    *ask.INDICATORS,
    *secrecy.INDICATORS,
    *relationship.INDICATORS,
    *travel.INDICATORS,
    *urgency.INDICATORS,
    *specifics.INDICATORS,
)
"""All indicators, in the order of features and of the docs."""

_BY_ID = {each.id: each for each in CATALOGUE}


def ids() -> tuple[str, ...]:
    """Ids of all indicators, in the order of `CATALOGUE`.

    Examples
    --------
    >>> ids()[:2]
    ('cover_company', 'identity_mismatch')
    """
    return tuple(_BY_ID)


def indicator(id: str) -> Indicator:
    """Look an indicator up by its id.

    Parameters
    ----------
    id : str
        For example ``vague_client``.

    Returns
    -------
    Indicator

    Raises
    ------
    UsageError
        If there is none of that name; the message has the nearest ones.

    Examples
    --------
    >>> indicator("vague_client").family
    'client'
    """
    try:
        return _BY_ID[id]
    except KeyError:
        near = difflib.get_close_matches(id, _BY_ID, n=3, cutoff=0.4)
        hint = f"did you mean {', '.join(near)}?" if near else "see recruitrisk.indicators.ids() for all."
        raise UsageError(f"there is no indicator {id!r}; {hint}") from None


def as_dict(indicator: Indicator) -> dict[str, Any]:
    """Turn a declaration into plain dicts and lists, ready for JSON.

    Parameters
    ----------
    indicator : Indicator

    Returns
    -------
    dict
        Keys are the attributes of `Indicator`.

    Examples
    --------
    >>> as_dict(CATALOGUE[0])["id"]
    'cover_company'
    """
    plain: dict[str, Any] = json.loads(json.dumps(asdict(indicator), ensure_ascii=False))
    return plain


def _shallow(declared: Any) -> dict[str, Any]:
    """Attributes of a declaration, a quarter of the time of `asdict`."""
    return {attribute.name: getattr(declared, attribute.name) for attribute in fields(declared)}


def version() -> str:
    """Fingerprint of the whole catalogue: any change of a declaration changes it.

    Returns
    -------
    str
        First 12 hexadecimal digits of the SHA-256 of the canonical JSON of all declarations.

    Notes
    -----
    A model stores it, so that it is not used with a catalogue it was not trained on.

    Examples
    --------
    >>> len(version())
    12
    """
    text = json.dumps(
        [*CATALOGUE, *COMPOSITES], default=_shallow, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]
