"""Floor 4: from strengths to a calibrated risk with an interval, and parts that add up.

`recruitrisk.model.training` and `recruitrisk.model.scorecard` need scikit-learn and are not imported here,
so that scoring starts fast.
"""

from recruitrisk.model.parts import PART_IDS, PartTable, Sum, probability_points
from recruitrisk.model.reasons import Reason, reasons, shown_ids, unknown_reasons
from recruitrisk.model.risk_model import BANDS, DEFAULT_BASE_RATE, NOT_ASSESSABLE, Assessment, RiskModel
from recruitrisk.model.store import load_model, save_model
from recruitrisk.model.style import STYLES, Style, style_of

__all__ = [
    "BANDS", "DEFAULT_BASE_RATE", "NOT_ASSESSABLE", "PART_IDS", "STYLES", "Assessment", "PartTable", "Reason", "RiskModel",
    "Style", "Sum", "load_model", "probability_points", "reasons", "save_model", "shown_ids", "style_of", "unknown_reasons",
]  # fmt: skip
