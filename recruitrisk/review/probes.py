"""What a review measures beyond its sets: disguised words, padding, other names, groups of a larger world, misses by name.

All on approaches that the library makes up itself; nothing here reads the evaluation texts.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from recruitrisk.approach import Approach, Message
from recruitrisk.evidence import SHOWN
from recruitrisk.indicators import CATALOGUE
from recruitrisk.model import RiskModel
from recruitrisk.model.points import points_table
from recruitrisk.review.ablation import examples
from recruitrisk.review.fairness import group_alarms, identity_swaps
from recruitrisk.review.labelled import labelled_world
from recruitrisk.review.review import ReviewedSet, measure
from recruitrisk.review.review_tables import records
from recruitrisk.review.robustness import KINDS, attack_table, attacked, messages_alone, padding_table
from recruitrisk.synthetic import synthesise

__all__ = ["WEAK", "measure_probes"]

WEAK = 0.55
"""An indicator whose F1 on the hold-out is below this is a known failure, named in the model card."""

_WORLD, _WORLD_SEED = 600, 20251120
_TEXTS = 100
_SWAPPED = 25
_DISGUISES = (
    "look-alike letters",
    "spaced-out words",
    "leet",
    "words split by signs or emoji",
    "misspelt words (not undone)",
)
_ENGLISH = frozenset({"the", "you", "your"})
_NO_TEXT = "See the attached picture for all that you need to know about this offer."


def measure_probes(model: RiskModel) -> dict[str, Any]:
    """Measure them; half a minute.

    Parameters
    ----------
    model : RiskModel

    Returns
    -------
    dict
        JSON-ready: ``disguises``, ``padding``, ``identity_swaps``, ``groups`` (synthetic, wordings seen), ``weak`` (indicator ->
        pieces missed and wrongly found), ``points`` (how well whole points follow the exact sum), ``misspelt`` (a
        catalogue sentence that loses its sign), ``picture`` (text that only points to one).
    """
    risky, genuine = messages_alone(_TEXTS, 8101, 1), messages_alone(_TEXTS, 8102, 0)
    reviewed = measure(model, labelled_world(synthesise(_WORLD, _WORLD_SEED)))
    return {
        "disguises": records(attack_table(model, risky, genuine, _DISGUISES)),
        "padding": records(padding_table(model, risky)),
        "identity_swaps": records(identity_swaps(_whole(reviewed), model)),
        "groups": records(group_alarms(reviewed)),
        "weak": _weak(model, reviewed),
        "points": points_table(model).agreement(model, reviewed.strengths),
        "misspelt": _misspelt(model),
        "picture": _picture(model),
    }


def _whole(reviewed: ReviewedSet) -> list[Approach]:
    assert reviewed.data is not None
    return reviewed.data.approaches[:_SWAPPED]


def _weak(model: RiskModel, reviewed: ReviewedSet) -> dict[str, Any]:
    figures = model.manifest["holdout"]["indicators"]
    out = {}
    for key, figure in figures.items():
        if figure["f1"] < WEAK:
            table = examples(reviewed, key, most=2)
            out[key] = {
                outcome: table.loc[table["outcome"] == outcome, "text"].tolist()
                for outcome in ("missed", "wrongly found")
            }
    return out


def _strength(model: RiskModel, text: str, column: int) -> float:
    return float(np.nan_to_num(model.detector.detect(Approach("probe", (Message(text),))).strengths[column]))


def _misspelt(model: RiskModel) -> dict[str, str]:
    """The first sentence of the catalogue that loses its sign when one word in ten or more slips."""
    for number in range(20):
        for column, one in enumerate(CATALOGUE):
            for text in one.fires:
                if (
                    not one.strong
                    or not _ENGLISH & set(text.lower().split())
                    or _strength(model, text, column) < SHOWN
                ):
                    continue
                changed = attacked(
                    Approach("probe", (Message(text),)),
                    KINDS["misspelt words (not undone)"],
                    f"probe {number}",
                )
                slip = changed.messages[0].text
                if slip != text and _strength(model, slip, column) < SHOWN:
                    return {"indicator": one.id, "before": text, "after": slip}
    return {}


def _picture(model: RiskModel) -> dict[str, Any]:
    found = model.assess(Approach("probe", (Message(_NO_TEXT),)))
    return {"text": _NO_TEXT, "band": found.band, "risk": found.risk}
