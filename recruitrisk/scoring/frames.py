"""Scoring in memory: data frames, single approaches, single rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

from recruitrisk.approach import SCORED_COLUMNS, Approach
from recruitrisk.errors import ModelError, UsageError
from recruitrisk.model import DEFAULT_BASE_RATE, Assessment, RiskModel, load_model
from recruitrisk.model.base_rate import BaseRate
from recruitrisk.parameters import check_kind, check_many, check_share
from recruitrisk.reading import Batch, approach_from_row, approaches_from_frame
from recruitrisk.reading.aliases import Columns
from recruitrisk.scoring.columns import schema, scored_arrays, scored_cells, scored_rows
from recruitrisk.scoring.enrichment import Enricher, enriched

if TYPE_CHECKING:
    from recruitrisk.scoring.campaigns import Campaigns

__all__ = ["Scorer", "check_free", "hash_of", "score", "shipped_model"]


@cache
def shipped_model() -> RiskModel:
    """The model that ships with the library, loaded once."""
    return load_model()


def hash_of(model: RiskModel) -> str:
    """SHA-256 of a model's arrays, as its manifest has it; empty for one that was never saved."""
    return str(model.manifest.get("files", {}).get("arrays.npz", {}).get("sha256", ""))


def check_free(columns: list[str]) -> None:
    """Refuse input that has the scored columns already.

    Raises
    ------
    UsageError
        Names the columns.
    """
    taken = [name for name in SCORED_COLUMNS if name in columns]
    if taken:
        raise UsageError(
            f"the input has columns {', '.join(taken)} already; drop or rename them before scoring again"
        )


class Scorer:
    """A model with a base rate, ready to score; can be pickled and sent to workers.

    Parameters
    ----------
    model : RiskModel, optional
        The shipped one by default.
    base_rate : float
        In (0, 1).
    estimate : BaseRate, optional
        Where the base rate comes from, when it was estimated; told in the record of the run.
    enrich : sequence of Enricher
        What is looked up before scoring, in this order.
    """

    def __init__(
        self,
        model: RiskModel | None = None,
        base_rate: float = DEFAULT_BASE_RATE,
        estimate: BaseRate | None = None,
        enrich: Sequence[Enricher] = (),
    ) -> None:
        check_kind("model", model, RiskModel, "a RiskModel (rr.load_model gives one)", optional=True)
        self.base_rate = check_share("base_rate", base_rate)
        self.model, self.estimate = shipped_model() if model is None else model, estimate
        self.enrich = tuple(check_many("enrich", enrich, Callable, "a list of enrichers, such as [register]"))

    def __repr__(self) -> str:
        """The model, the base rate, and what is looked up before."""
        more = f", enrich={list(self.enrich)!r}" if self.enrich else ""
        return f"<Scorer of model {self.model.name}: base rate {self.base_rate:g}{more}>"

    def __getstate__(self) -> dict[str, Any]:
        """Send the shipped model by its hash: workers have it, and load it once. Another one goes along."""
        state = dict(self.__dict__)
        if shipped_model.cache_info().currsize and self.model is shipped_model():
            state["model"] = hash_of(self.model)
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        if isinstance(state["model"], str):
            model = shipped_model()
            if hash_of(model) != state["model"]:
                raise ModelError(
                    "a worker has another release of recruitrisk, with another model; install the same one"
                )
            state = {**state, "model": model}
        self.__dict__.update(state)

    def assess(self, approaches: Sequence[Approach]) -> list[tuple[Approach, Assessment]]:
        """Enrich and assess; the one way by which everything is scored.

        Returns
        -------
        list of (Approach, Assessment)
            In the order of `approaches`; each as it was assessed, with what enrichment added.
        """
        listed = check_many("approaches", approaches, Approach, "a list of approaches")
        found = enriched(listed, self.enrich)
        return list(zip(found, self.model.assess_many(found, self.base_rate), strict=True))

    def score_one(self, row: Mapping[str, object]) -> dict[str, float | str]:
        """Score one row given as a mapping of columns; gives the scored columns."""
        approach, notes = approach_from_row(row)
        return scored_cells(*self.assess([approach])[0], notes)

    def score_batch(self, batch: Batch) -> pd.DataFrame:
        """Score a batch; gives the scored columns, one row for each row of ``batch.frame``."""
        check_kind("batch", batch, Batch, "what read_approaches or read_linkedin_export gave")
        rows = self._rows(batch.approaches(), batch.notes)
        return pd.DataFrame(rows, columns=list(SCORED_COLUMNS), index=batch.frame.index)

    def score_frame(
        self,
        frame: pd.DataFrame,
        messages: pd.DataFrame | None = None,
        columns: Columns | None = None,
    ) -> pd.DataFrame:
        """Score a table of approaches; gives the scored columns, one row for each of `frame`."""
        rows = self._rows(*approaches_from_frame(frame, messages, columns))
        return pd.DataFrame(rows, columns=list(SCORED_COLUMNS), index=frame.index)

    def score_table(self, table: pa.Table, columns: Columns | None = None) -> pa.Table:
        """Score an Arrow table: a pure function from table to table.

        Parameters
        ----------
        table : pyarrow.Table
            Table of approaches.
        columns : mapping, list or path, optional

        Returns
        -------
        pyarrow.Table
            Of ``recruitrisk.scoring.schema(table.schema)``.
        """
        frame = table.to_pandas(types_mapper=pd.ArrowDtype, ignore_metadata=True)
        arrays = scored_arrays(self._rows(*approaches_from_frame(frame, None, columns)))
        return table.from_arrays([*table.columns, *arrays], schema=schema(table.schema))

    def _rows(
        self, approaches: Sequence[Approach], notes: Mapping[int, list[str]]
    ) -> list[dict[str, float | str]]:
        return scored_rows(self.assess(approaches), [notes.get(at) for at in range(len(approaches))])


def score(
    frame: pd.DataFrame | Batch,
    messages: pd.DataFrame | None = None,
    base_rate: float = DEFAULT_BASE_RATE,
    *,
    model: RiskModel | None = None,
    columns: Mapping[str, str] | None = None,
    enrich: Sequence[Enricher] = (),
    campaigns: bool | Campaigns = False,
) -> pd.DataFrame:
    """Score a table of approaches.

    Parameters
    ----------
    frame : DataFrame or Batch
        Table of approaches (see the data contract), or what `read_approaches` or
        `read_linkedin_export` gave.
    messages : DataFrame, optional
        ``approach_id, sent_at, direction, text``.
    base_rate : float
        Share of approaches in your stream that are of the playbook.
    model : RiskModel, optional
        The shipped one by default.
    columns : mapping, optional
        Our name -> name in `frame`.
    enrich : sequence of Enricher
        What is looked up before scoring: registers, lists of firms, campaigns.
    campaigns : bool or Campaigns
        True looks for campaigns among the approaches first (`recruitrisk.find_campaigns`): they fill ``risk_campaign``, and
        what ties differently named senders of different firms counts as evidence. What `find_campaigns` gave, for instance of
        several exports together, is used as it is.

    Returns
    -------
    DataFrame
        The input's columns untouched, then `recruitrisk.approach.SCORED_COLUMNS`. Every row is kept.

    Raises
    ------
    UsageError
        An argument of another kind, a base rate outside of (0, 1), or scored columns in the input already.
    ReadError
        Neither text nor marks in the table.

    Examples
    --------
    >>> import pandas as pd
    >>> text = "We pay 1,500 euros in cash for a report on what is not public. Not a word to your office."
    >>> out = score(pd.DataFrame({"message": [text]}))
    >>> bool(out["risk"].iloc[0] > 0.01)
    True
    """
    kinds = "a DataFrame or a Batch (read a file with read_approaches, or score_file it)"
    check_kind("frame", frame, (pd.DataFrame, Batch), kinds)
    scorer = Scorer(model, base_rate, enrich=enrich)
    if campaigns is not False:
        from recruitrisk.scoring.campaigns import Campaigns, find_campaigns

        check_kind("campaigns", campaigns, (bool, Campaigns), "True, False or what find_campaigns gave")
        found = find_campaigns(frame, messages, columns=columns) if campaigns is True else campaigns
        scorer = Scorer(scorer.model, scorer.base_rate, enrich=(found, *scorer.enrich))
    if isinstance(frame, Batch):
        check_free(list(frame.frame.columns))
        return pd.concat([frame.frame, scorer.score_batch(frame)], axis=1)
    check_free([str(c) for c in frame.columns])
    return pd.concat([frame, scorer.score_frame(frame, messages, columns)], axis=1)
