"""What patterns and columns alone are worth: the shipped model with sentence classifiers that find nothing.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.without_meaning`` (ten seconds). It only measures; nothing is tuned on the set.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from recruitrisk.evidence import SentenceMeaning
from recruitrisk.evidence.meaning import Floats
from recruitrisk.model import load_model
from recruitrisk.review.conversations import read_conversations
from recruitrisk.review.review import independent_path, set_figures

_NOTHING = -7.0  # log-odds at which signals are cut


def nothing_found(self: SentenceMeaning, texts: Sequence[Sequence[Sequence[str]]]) -> tuple[Floats, Floats]:
    """In place of `SentenceMeaning.read_many`."""
    count = len(self.ids)
    return np.full((sum(map(len, texts)), count), _NOTHING), np.full((len(texts), count), _NOTHING)


def main() -> None:
    """Print the table."""
    model, conversations = load_model(), read_conversations(independent_path())
    print("| independent set | sentence classifiers | AUROC | calibration error |\n|---|---|---|---|")
    for read in (SentenceMeaning.read_many, nothing_found):
        SentenceMeaning.read_many = read  # type: ignore[method-assign]
        for profiles in (True, False):
            found = set_figures(model, conversations, profiles=profiles)
            of = "with profiles" if profiles else "messages alone"
            used = "no" if read is nothing_found else "yes"
            print(f"| {of} | {used} | {found['auroc']['value']:.3f} | {found['calibration_error']:.3f} |")


if __name__ == "__main__":
    main()
