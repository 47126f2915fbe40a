"""Floor 3: from an approach to the strength of every indicator, and what shows it."""

from recruitrisk.evidence.detector import Detector
from recruitrisk.evidence.finding import SHOWN, Evidence, Findings
from recruitrisk.evidence.heads import StrengthHeads
from recruitrisk.evidence.meaning import SentenceMeaning
from recruitrisk.evidence.signals import INPUTS, Signals
from recruitrisk.evidence.thread import Place

__all__ = [
    "INPUTS",
    "SHOWN",
    "Detector",
    "Evidence",
    "Findings",
    "Place",
    "SentenceMeaning",
    "Signals",
    "StrengthHeads",
]
