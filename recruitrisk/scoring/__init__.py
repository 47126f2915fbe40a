"""Floor 5: scoring of frames and files."""

from recruitrisk.errors import WriteError
from recruitrisk.scoring.base_rate import estimate_base_rate, estimate_base_rate_of_file
from recruitrisk.scoring.campaigns import (
    Campaign,
    Campaigns,
    find_campaigns,
    find_campaigns_of_file,
    write_campaigns,
)
from recruitrisk.scoring.columns import dtypes, schema, scored_cells
from recruitrisk.scoring.enrichment import Enricher, enriched
from recruitrisk.scoring.files import Run, score_file
from recruitrisk.scoring.frames import Scorer, score, shipped_model

__all__ = [
    "Campaign",
    "Campaigns",
    "Enricher",
    "Run",
    "Scorer",
    "WriteError",
    "dtypes",
    "enriched",
    "estimate_base_rate",
    "estimate_base_rate_of_file",
    "find_campaigns",
    "find_campaigns_of_file",
    "schema",
    "score",
    "score_file",
    "scored_cells",
    "shipped_model",
    "write_campaigns",
]  # fmt: skip
