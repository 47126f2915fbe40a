"""`explain`: one message, row or approach, explained by the shipped model."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pandas as pd

from recruitrisk.approach import Approach, Message
from recruitrisk.model import DEFAULT_BASE_RATE, RiskModel, load_model
from recruitrisk.parameters import check_kind, check_many, check_share
from recruitrisk.reading import approach_from_row
from recruitrisk.review.explanation import Explanation
from recruitrisk.review.explanation import explain as explain_approach

__all__ = ["explain"]


@cache
def _shipped() -> RiskModel:
    return load_model()


def explain(
    what: str | Mapping[str, object] | pd.Series | Approach,
    base_rate: float = DEFAULT_BASE_RATE,
    *,
    model: RiskModel | None = None,
) -> Explanation:
    """Explain one approach.

    Parameters
    ----------
    what : str, mapping, Series or Approach
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
        `what` or `model` is of another kind, or `base_rate` is outside of (0, 1).
    """
    check_kind(
        "what", what, (str, Approach, Mapping, pd.Series),
        "the text of a message, a row (such as frame.iloc[0]) or an approach",
    )  # fmt: skip
    check_kind("model", model, RiskModel, "a RiskModel (rr.load_model gives one)", optional=True)
    base_rate = check_share("base_rate", base_rate)
    if isinstance(what, str):
        approach = Approach("message", (Message(what),))
    elif isinstance(what, Approach):
        check_kind("what.approach_id", what.approach_id, str, "text")
        for message in check_many("what.messages", what.messages, Message, "a tuple of Message"):
            check_kind("text of a message", message.text, str, "text")
        approach = what
    else:
        approach, _ = approach_from_row(what)
    return explain_approach(approach, _shipped() if model is None else model, base_rate)
