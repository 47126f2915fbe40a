"""`explain`: one message, row or approach, explained by the shipped model."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from recruitrisk.approach import Approach, Message
from recruitrisk.model import DEFAULT_BASE_RATE, RiskModel, load_model
from recruitrisk.reading import approach_from_row
from recruitrisk.review.explanation import Explanation
from recruitrisk.review.explanation import explain as explain_approach

__all__ = ["explain"]


@cache
def _shipped() -> RiskModel:
    return load_model()


def explain(
    what: str | Mapping[str, object] | Approach,
    base_rate: float = DEFAULT_BASE_RATE,
    *,
    model: RiskModel | None = None,
) -> Explanation:
    """Explain one approach.

    Parameters
    ----------
    what : str, mapping or Approach
        The text of a message, a row of the table of approaches, or an approach.
    base_rate : float
        Share of approaches in your stream that are of the playbook, in (0, 1).
    model : RiskModel, optional
        The shipped one by default.

    Returns
    -------
    Explanation
        Shows itself in notebooks; ``as_text()``, ``as_html()``, ``as_dict()``.

    Raises
    ------
    UsageError
        `base_rate` is outside of (0, 1).
    """
    if isinstance(what, str):
        approach = Approach("message", (Message(what),))
    elif isinstance(what, Approach):
        approach = what
    else:
        approach, _ = approach_from_row(what)
    return explain_approach(approach, model or _shipped(), base_rate)
