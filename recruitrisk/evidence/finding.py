"""What evidence finds: strengths, and what shows each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recruitrisk.evidence.thread import Place

__all__ = ["SHOWN", "Evidence", "Findings"]

SHOWN = 0.5
"""A strength of so much or more counts as the sign being shown."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows an indicator: an exact quotation, a field and its value, or the user's own mark.

    Attributes
    ----------
    place : Place or None
        The quotation.
    fields : dict of str to str
        Column -> value, for evidence out of columns.
    says : str
        Plain English for what the fields or the comparison say; may be empty for a quotation.
    by_user : bool
        True for a mark.
    """

    place: Place | None = None
    fields: dict[str, str] = field(default_factory=dict)
    says: str = ""
    by_user: bool = False

    def as_dict(self) -> dict[str, Any]:
        """As the column ``risk_evidence`` holds it."""
        out: dict[str, Any] = {}
        if self.by_user:
            return {"mark": self.says, "by": "user"}
        if self.place is not None:
            out.update(
                quote=self.place.quote, message=self.place.message, start=self.place.start, end=self.place.end
            )
        if self.fields:
            name = next(iter(self.fields))
            out.update(field=name, value=self.fields[name])
            if len(self.fields) > 1:
                out["fields"] = dict(self.fields)
        if self.says:
            out["says"] = self.says
        return out


@dataclass(slots=True)
class Findings:
    """Strengths of all indicators of one approach.

    Attributes
    ----------
    strengths : ndarray, shape (n_indicators,)
        In the order of the catalogue, 0 to 1; NaN where it could not be assessed.
    evidence : dict of str to Evidence
        For indicators with a strength of `SHOWN` or more, and weaker ones with something to show.
    notes : list of str
        What the reviewer must know of the reading (hidden characters, language, cut threads).
    readable : int
        Words of inbound text that could be read.
    unanswered : ndarray, shape (n_indicators,)
        Strengths as they would be if nothing in the thread answered a sign (a client that is named later): what
        bounds how much such answers may take off.
    """

    strengths: NDArray[np.float64]
    evidence: dict[str, Evidence]
    notes: list[str]
    readable: int
    unanswered: NDArray[np.float64]
