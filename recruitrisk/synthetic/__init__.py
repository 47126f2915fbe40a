"""Floor 3: the synthetic world, from which alone everything is learnt."""

from recruitrisk.synthetic.sentences import MarkedSentence, marked_sentences
from recruitrisk.synthetic.wordings import FOLDS, fold_of, scenes, stock
from recruitrisk.synthetic.world import TRUTH_COLUMNS, Setting, Synthetic, generate, synthesise

__all__ = [
    "FOLDS", "TRUTH_COLUMNS", "MarkedSentence", "Setting", "Synthetic", "fold_of", "generate", "marked_sentences", "scenes",
    "stock", "synthesise",
]  # fmt: skip
