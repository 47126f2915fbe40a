"""Fairness: false alarms by group with intervals, and what another name in the same approach does to the score.

Names, places, photo and nationality are never scored; the first table says whether honest people of some group are flagged
more often all the same, the second whether the promise about names is kept.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from recruitrisk.approach import Approach, Message
from recruitrisk.errors import UsageError
from recruitrisk.model import BANDS, RiskModel
from recruitrisk.model.performance import wilson
from recruitrisk.review.origins import origin_of_locale
from recruitrisk.review.review import ReviewedSet
from recruitrisk.synthetic.draw import Draw
from recruitrisk.synthetic.people import Person, person

__all__ = ["GROUPINGS", "group_alarms", "identity_swaps", "swapped_identity"]

GROUPINGS = ("lang", "name_origin", "region")
"""Language of the messages, group of the sender's name, region of the recipient."""
_LEAST = 3
_PEOPLE = 1000


def group_alarms(
    reviewed: ReviewedSet, by: Sequence[str] = GROUPINGS, band: str = "elevated", *, least: int = _LEAST
) -> pd.DataFrame:
    """False alarms on genuine approaches, group by group.

    Parameters
    ----------
    reviewed : ReviewedSet
        Of labelled approaches, not the hold-out.
    by : sequence of str
        Columns of `LabelledSet.groups`.
    band : str
        A false alarm is a genuine approach in this band or above.
    least : int
        Groups with fewer genuine approaches are left out.

    Returns
    -------
    DataFrame
        ``origin, grouping, group, n, alarms, rate, low, high`` (95 % Wilson), ``rest_rate``, ``difference``, ``difference_low``,
        ``difference_high`` (to all other groups that are known; Newcombe's 95 % interval), ``p`` (Fisher's exact test, two-sided),
        ``q`` (Benjamini-Hochberg over the whole table).

    Raises
    ------
    UsageError
        No such grouping or band, or the hold-out.
    """
    from scipy.stats import false_discovery_control, fisher_exact

    if reviewed.data is None:
        raise UsageError("the model's hold-out keeps no approaches; give labelled approaches")
    wrong = [name for name in by if name not in reviewed.data.groups.columns]
    if wrong or band not in BANDS[1:]:
        raise UsageError(
            f"by {list(by)}, band {band!r}; groupings are {', '.join(reviewed.data.groups.columns)}, bands are {', '.join(BANDS[1:])}"
        )
    genuine = reviewed.data.labels == 0
    flagged = reviewed.evidence >= dict(zip(BANDS[1:], reviewed.edges, strict=True))[band]
    rows = []
    for grouping in by:
        names = reviewed.data.groups[grouping].astype(str).to_numpy()
        known = genuine & (names != "")
        for name in sorted(set(names[known])):
            mine = known & (names == name)
            n, rest = int(mine.sum()), int((known & ~mine).sum())
            if n < least:
                continue
            alarms, others = int(flagged[mine].sum()), int(flagged[known & ~mine].sum())
            rate, rest_rate = alarms / n, others / rest if rest else float("nan")
            (low, high), (r_low, r_high) = wilson(alarms, n), wilson(others, rest)
            gap = rate - rest_rate
            rows.append(
                {
                    "origin": reviewed.origin, "grouping": grouping, "group": name, "n": n, "alarms": alarms, "rate": rate, "low": low,
                    "high": high, "rest_rate": rest_rate, "difference": gap,
                    "difference_low": gap - float(np.hypot(rate - low, r_high - rest_rate)),
                    "difference_high": gap + float(np.hypot(high - rate, rest_rate - r_low)),
                    "p": float(fisher_exact([[alarms, n - alarms], [others, rest - others]])[1]) if rest else 1.0,
                }
            )  # fmt: skip
    columns = "origin grouping group n alarms rate low high rest_rate difference difference_low difference_high p".split()
    table = pd.DataFrame(rows, columns=columns)
    table["q"] = false_discovery_control(table["p"]) if len(table) else []
    return table


def swapped_identity(approach: Approach, other: Person) -> Approach:
    """The approach with another sender: name and place in the profile, first and last name in the texts.

    Parameters
    ----------
    approach : Approach
        Its ``sender_name`` is what is replaced in the texts.
    other : Person
    """
    fields = dict(approach.fields)
    old = str(fields.get("sender_name", "")).split()
    fields.update(
        sender_name=other.name, sender_location=other.place, has_photo=not fields.get("has_photo", False)
    )
    table = {word: other.first if at == 0 else other.last for at, word in enumerate(old)}

    def text(raw: str) -> str:
        for word, new in table.items():
            raw = re.sub(rf"(?<![\w@.-]){re.escape(word)}(?![\w@-])", new.replace("\\", ""), raw)
        return raw

    messages = tuple(Message(text(m.text), m.inbound, m.sent_at) for m in approach.messages)
    return Approach(approach.approach_id, messages, fields, approach.marks)


def _people(seed: int) -> dict[str, list[Person]]:
    """People by group of names, drawn as the world draws them."""
    found: dict[str, list[Person]] = {}
    for number in range(_PEOPLE):
        other = person(Draw(seed, number, "swap"))
        found.setdefault(origin_of_locale(other.locale), []).append(other)
    return dict(sorted(found.items()))


def identity_swaps(
    approaches: Sequence[Approach], model: RiskModel, *, swaps: int = 1, seed: int = 0
) -> pd.DataFrame:
    """How far the score moves when the same approach comes from somebody of another name, place and photo.

    Parameters
    ----------
    approaches : sequence of Approach
    model : RiskModel
    swaps : int
        Other senders for each approach and group of names.
    seed : int

    Returns
    -------
    DataFrame
        One row a group of names: ``name_origin, n`` (swaps), ``unchanged`` (share whose evidence is the same to 1e-9), its
        ``low`` and ``high`` (95 % Wilson), ``mean_shift`` and ``largest_shift`` in log-odds, ``band_changed`` (count).
    """
    rng = random.Random(seed)
    before = [model.assess(a) for a in approaches]
    rows = []
    for group, people in _people(seed).items():
        shifts, moved = [], 0
        for approach, old in zip(approaches, before, strict=True):
            for _ in range(swaps):
                new = model.assess(swapped_identity(approach, rng.choice(people)))
                shifts.append(new.sum.total - old.sum.total)
                moved += new.band != old.band
        still = int((np.abs(shifts) <= 1e-9).sum())
        low, high = wilson(still, len(shifts))
        largest = max(shifts, key=abs, default=0.0)
        rows.append(
            {
                "name_origin": group, "n": len(shifts), "unchanged": still / max(len(shifts), 1), "low": low, "high": high,
                "mean_shift": float(np.mean(shifts)) if shifts else 0.0, "largest_shift": largest, "band_changed": moved,
            }
        )  # fmt: skip
    return pd.DataFrame(rows)
