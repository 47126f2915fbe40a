"""Promises of robustness, fairness and ablation tables: counts that are what they are called."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import roc_auc_score

from recruitrisk.approach import Approach, Message
from recruitrisk.errors import UsageError
from recruitrisk.indicators import ids
from recruitrisk.model import RiskModel
from recruitrisk.review.ablation import ablation, examples, redundancy
from recruitrisk.review.fairness import group_alarms, identity_swaps, swapped_identity
from recruitrisk.review.labelled import labelled_world
from recruitrisk.review.origins import NAME_ORIGINS
from recruitrisk.review.review import HOLDOUT, ReviewedSet, holdout_set, measure
from recruitrisk.review.robustness import (
    KINDS,
    WAYS,
    attack_table,
    attacked,
    messages_alone,
    padded,
    padding_table,
    pleasantries,
    specifics,
)
from recruitrisk.synthetic import Synthetic
from recruitrisk.synthetic.draw import Draw
from recruitrisk.synthetic.people import LOCALES, person


@pytest.fixture(scope="module")
def reviewed(model: RiskModel, world: Synthetic) -> ReviewedSet:
    """The small world, read."""
    return measure(model, labelled_world(world))


# --- robustness ----------------------------------------------------------------------------------------------


def test_attack_counts(model: RiskModel) -> None:
    """Detected, kept and flagged are counts of the bands before and after."""
    risky, genuine = messages_alone(12, 5, 1), messages_alone(8, 6, 0)
    name = "misspelt words (not undone)"
    edge = model.edges[0]
    before = [model.assess(a).sum.total >= edge for a in risky]
    after = [
        model.assess(attacked(a, KINDS[name], f"{name} {i}")).sum.total >= edge for i, a in enumerate(risky)
    ]

    row = attack_table(model, risky, genuine, [name], band="guarded").iloc[0]

    assert (row["detected"], row["kept"]) == (
        sum(before),
        sum(b and a for b, a in zip(before, after, strict=True)),
    )
    assert (row["genuine"], row["alarms_before"]) == (
        8,
        sum(model.assess(a).sum.total >= edge for a in genuine),
    )
    assert row["signs_kept"] <= row["signs"]
    assert row["low"] <= row["kept_share"] <= row["high"]


def test_attack_leaves_own_words_alone() -> None:
    """What the recipient wrote is not disguised, and the same seed disguises the same."""
    approach = Approach("a", (Message("Please write a report"), Message("Who is asking?", False)))

    first, again = (attacked(approach, KINDS["leet"], "seed 1") for _ in range(2))

    assert first == again
    assert first.messages[1] == approach.messages[1]
    assert first.messages[0] != approach.messages[0]


def test_unknown_attack(model: RiskModel) -> None:
    """An attack that is none is a usage error that names all."""
    with pytest.raises(UsageError, match="look-alike letters"):
        attack_table(model, [], [], ["rot13"])


@pytest.mark.parametrize("way", WAYS)
def test_padding_keeps_the_text(way: str) -> None:
    """Padding adds lines behind what was written, in every way, and changes nothing else."""
    approach = Approach("a", (Message("Hello"), Message("Who?", False), Message("A client.")))

    after = padded(approach, ["One.", "Two."], way)

    texts = [m.text for m in after.messages]
    assert "".join(texts).endswith("Two.")
    assert texts[:2] == ["Hello", "Who?"]
    assert texts[2].startswith("A client.")


def test_padding_counts(model: RiskModel) -> None:
    """Trials add up; falls are those of the evidence; honest specifics lower it by no more than the model's bound."""
    risky = messages_alone(6, 5, 1)
    lines = [text for _, text in specifics()]

    table = padding_table(model, risky, lines, trials=30, most=6, seed="x")

    assert table["trials"].sum() == 30
    assert table["way"].tolist() == list(WAYS)
    assert (table["largest_fall"] <= model.table.cap + 1e-9).all()
    assert (table["lowered"] > 0).any()


def test_lines_are_there() -> None:
    """The lines for padding are many and different."""
    assert len(set(pleasantries())) > 300
    assert len({text for _, text in specifics()}) > 60


# --- fairness ------------------------------------------------------------------------------------------------


def test_group_counts(reviewed: ReviewedSet) -> None:
    """Groups hold genuine approaches alone; alarms and rates are theirs; the rest is all others that are known."""
    table = group_alarms(reviewed, ["region"], "guarded", least=1)
    genuine = reviewed.data.labels == 0
    flagged = reviewed.evidence >= reviewed.edges[0]
    names = reviewed.data.groups["region"].to_numpy()

    assert table["n"].sum() == (genuine & (names != "")).sum()
    for row in table.itertuples():
        mine = genuine & (names == row.group)
        rest = genuine & (names != "") & ~mine
        assert (row.n, row.alarms) == (mine.sum(), (mine & flagged).sum())
        assert row.difference == pytest.approx(flagged[mine].mean() - flagged[rest].mean())
        assert row.low <= row.rate <= row.high
        assert row.difference_low <= row.difference <= row.difference_high
        assert row.q >= row.p - 1e-12


def test_a_group_that_is_flagged_more_is_found(reviewed: ReviewedSet) -> None:
    """A group whose genuine approaches are all flagged, and no others, has a small q."""
    from dataclasses import replace

    flagged = reviewed.evidence >= reviewed.edges[0]
    groups = reviewed.data.groups.assign(lang=np.where(flagged, "xx", "yy"))
    unfair = replace(reviewed, data=replace(reviewed.data, groups=groups))

    table = group_alarms(unfair, ["lang"], "guarded")

    assert (table["q"] < 1e-3).all()
    assert table.set_index("group").loc["xx", "difference_low"] > 0.5


def test_groups_of_the_holdout_are_refused(model: RiskModel) -> None:
    """The hold-out keeps no approaches: its groups can't be told, and that is said."""
    with pytest.raises(UsageError, match="keeps no approaches"):
        group_alarms(holdout_set(model))


def test_every_name_has_an_origin() -> None:
    """Every locale that the world draws names from is in one group."""
    grouped = [locale for locales in NAME_ORIGINS.values() for locale in locales]

    assert sorted(grouped) == sorted(LOCALES)


def test_swap_changes_the_name_everywhere() -> None:
    """A swap changes name, place and photo in the profile and the name in the texts, as a whole word."""
    other = person(Draw(1, 1, "swap"))
    approach = Approach(
        "a",
        (Message("Hi, I am Ann. Anna sends regards.\nAnn Lee"),),
        {"sender_name": "Ann Lee", "has_photo": True},
    )

    after = swapped_identity(approach, other)

    assert after.messages[0].text == f"Hi, I am {other.first}. Anna sends regards.\n{other.name}"
    assert (after.fields["sender_name"], after.fields["has_photo"]) == (other.name, False)


def test_swaps_leave_the_score(model: RiskModel, reviewed: ReviewedSet) -> None:
    """Another name, place and photo leaves the score as it was for nine in ten, and moves no band in the others."""
    table = identity_swaps(reviewed.data.approaches[:12], model, seed=3)

    assert set(table["name_origin"]) == set(NAME_ORIGINS)
    assert (table["n"] == 12).all()
    assert table["unchanged"].mean() >= 0.9
    assert table["band_changed"].sum() == 0


# --- ablation ------------------------------------------------------------------------------------------------


def test_ablation_by_hand(model: RiskModel, reviewed: ReviewedSet) -> None:
    """What is lost is AUROC less AUROC with the indicator unknown; alone is the AUROC of its strength."""
    table = ablation(model, reviewed, resamples=20).set_index("indicator")
    use = reviewed.data.labels >= 0
    y = reviewed.data.labels[use]
    column = ids().index("insider_information")
    x = reviewed.strengths[use].copy()
    u = np.stack([a.findings.unanswered for a in reviewed.assessments])[use].copy()
    x[:, column] = u[:, column] = np.nan
    without = [model.table.sum(a, b).total for a, b in zip(x, u, strict=True)]

    row = table.loc["insider_information"]

    assert row["lost"] == pytest.approx(
        roc_auc_score(y, reviewed.evidence[use]) - roc_auc_score(y, without), abs=1e-12
    )
    assert row["alone"] == pytest.approx(roc_auc_score(y, np.nan_to_num(reviewed.strengths[use][:, column])))
    assert list(table.index) == table["lost"].sort_values(ascending=False, kind="stable").index.tolist()
    assert len(table) == len(ids())


def test_redundancy_finds_twins() -> None:
    """Two indicators with one strength correlate by 1 and are always shown together; unknown ones are left out pair by pair."""
    rng = np.random.default_rng(0)
    x = rng.random((60, len(ids())))
    x[:, 3] = x[:, 7]
    x[:20, 5] = np.nan

    table = redundancy(x)

    first = table.iloc[0]
    assert {first["first"], first["second"]} == {ids()[3], ids()[7]}
    assert (first["correlation"], first["together"], first["n"]) == (pytest.approx(1.0), 1.0, 60)
    assert (table.loc[(table["first"] == ids()[5]) | (table["second"] == ids()[5]), "n"] == 40).all()


def test_examples_are_pieces_of_the_texts(reviewed: ReviewedSet) -> None:
    """Found and wrongly found pieces are quotations, missed ones marked pieces; outcomes are those of marks and strengths."""
    column = ids().index("pay_per_report")
    table = examples(reviewed, "pay_per_report", most=50)
    at = {a.approach_id: i for i, a in enumerate(reviewed.data.approaches)}

    assert {"found", "missed"} <= set(table["outcome"])
    for row in table.itertuples():
        i = at[row.approach_id]
        shown, there = reviewed.strengths[i, column] >= 0.5, reviewed.data.truth[i, column] == 1
        assert row.outcome == ("found" if shown and there else "missed" if there else "wrongly found")
        texts = " ".join(" ".join(m.text.split()) for m in reviewed.data.approaches[i].messages)
        assert row.text.rstrip("…") in texts or row.text.startswith("(")


def test_unknown_indicator_has_no_examples(reviewed: ReviewedSet) -> None:
    """Examples of an indicator that is none are a usage error."""
    with pytest.raises(UsageError, match="secrecy_request"):
        examples(reviewed, "secrecy_requests")


def test_frame_of_a_set(reviewed: ReviewedSet, model: RiskModel) -> None:
    """A set gives one row an approach; the hold-out gives none."""
    frame = reviewed.as_frame()

    assert len(frame) == len(reviewed.data.approaches)
    assert set(frame["label"]) == {"risky", "genuine", "another harm"}
    assert holdout_set(model).origin == HOLDOUT
    assert holdout_set(model).as_frame().equals(pd.DataFrame())
