"""Floor 5: scoring of frames and files."""

from recruitrisk.scoring.columns import scored_cells
from recruitrisk.scoring.files import Run, WriteError, score_file
from recruitrisk.scoring.frames import Scorer, score, shipped_model

__all__ = ["Run", "Scorer", "WriteError", "score", "score_file", "scored_cells", "shipped_model"]
