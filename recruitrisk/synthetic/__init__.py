"""Floor 3: the synthetic world, from which alone everything is learnt."""

from recruitrisk.synthetic.sentences import MarkedSentence, marked_sentences
from recruitrisk.synthetic.setting import SETTINGS, Setting, chosen_setting, named_setting
from recruitrisk.synthetic.wordings import FOLDS, fold_of, scenes, stock
from recruitrisk.synthetic.world import TRUTH_COLUMNS, Synthetic, generate, stream, synthesise
from recruitrisk.synthetic.writing import world_hash, write_world

__all__ = [
    "FOLDS", "SETTINGS", "TRUTH_COLUMNS", "MarkedSentence", "Setting", "Synthetic", "chosen_setting", "fold_of", "generate",
    "marked_sentences", "named_setting", "scenes", "stock", "stream", "synthesise", "world_hash", "write_world",
]  # fmt: skip
