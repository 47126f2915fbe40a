"""Promises of the audit: what it measures is measured rightly, and the recorded figures are those of this world."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from recruitrisk import cli
from recruitrisk.errors import UsageError
from recruitrisk.review.audit import AuditResult, audit_world, auroc, nuisance
from recruitrisk.review.audit import holdouts as H
from recruitrisk.review.audit.bounds import bounds
from recruitrisk.review.audit.likeness import compare
from recruitrisk.review.audit.nuisance import GROUPS, leaks, nuisance_features
from recruitrisk.review.audit.reproducibility import HASH_N, HASH_SEED, Reproducibility, Speed
from recruitrisk.review.audit.stock import near_copies
from recruitrisk.review.audit.worlds import cross_scores, labelled, true_strengths
from recruitrisk.synthetic import Synthetic, synthesise, world_hash
from recruitrisk.synthetic.kinds import stories

ROOT = Path(__file__).parents[1]
RECORDED = ROOT / "docs" / "audit.json"


@pytest.fixture(scope="module")
def middling() -> Synthetic:
    """A world large enough for rough figures."""
    return synthesise(500, seed=2)


@pytest.fixture(scope="module")
def result() -> AuditResult:
    """An audit of a small world; what takes new processes is put in by hand."""
    from recruitrisk.review.audit import result as module

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "reproduce", lambda: Reproducibility(1, 1, *["ab" * 32] * 4))
        patch.setattr(module, "measure_speed", lambda n, memory: Speed(1000.0, 1.7, 300.0, 301.0))
        patch.setattr(module.stock, "near_copies", lambda: module.stock.Copies(1000, 1, 1, 0))
        patch.setattr(module, "_MODEL_ROWS", 40)
        patch.setattr(module, "_WIDE", 1)
        patch.setattr(nuisance, "GROUPS", {k: GROUPS[k] for k in ("length", "date")})
        patch.setattr(H, "stories", lambda label: stories(label)[:4])
        return audit_world(200, 3)


def test_auroc() -> None:
    """AUROC counts ties half, and its interval holds it and shrinks with n."""
    y = np.array([True, True, False, False])
    score = np.array([2.0, 1.0, 1.0, 0.0])

    small, large = auroc(y, score), auroc(np.tile(y, 50), np.tile(score, 50))

    assert small.value == large.value == 0.875
    assert small.low < large.low < large.value < large.high <= small.high


def test_leaks_find_a_leak(middling: Synthetic, monkeypatch: pytest.MonkeyPatch) -> None:
    """A world whose risky approaches are made longer is caught; the group of names stays near a half."""
    monkeypatch.setattr(nuisance, "GROUPS", {k: GROUPS[k] for k in ("length", "name, place and photo")})
    frame = middling.frame.copy()
    risky = frame["truth_label"] == "1"
    frame.loc[risky, "message"] += " x" * 400

    found = {f.group: f for f in leaks(frame, middling.messages)}

    assert found["length"].linear.value > 0.9
    assert found["name, place and photo"].linear.value < 0.6


def test_leaks_look_at_no_truth(middling: Synthetic) -> None:
    """Features of the leak audit do not change when the truth columns do."""
    blank = middling.frame.assign(**{c: "" for c in middling.frame.columns if c.startswith("truth_")})

    for group in GROUPS:
        names, values = nuisance_features(middling.frame, middling.messages, group)
        assert values.shape == (len(middling.frame), len(names))
        assert np.array_equal(values, nuisance_features(blank, middling.messages, group)[1])


def test_world_does_not_leak(middling: Synthetic) -> None:
    """No group of nuisance features tells the class in a world of 1,000 (AUROC below 0.62: bound and noise of this n)."""
    world = synthesise(1000, seed=12)

    for figure in leaks(world.frame, world.messages):
        if figure.group not in ("pace", "empty cells") and not figure.group.startswith("all"):
            assert max(figure.linear.value, figure.trees.value) < 0.62, figure


def test_no_sign_alone_is_enough(middling: Synthetic) -> None:
    """The strongest sign alone stays below 0.80."""
    found = H.single_signs(middling)

    assert found[0][1].value < 0.80
    assert [f.value for _, f in found] == sorted((f.value for _, f in found), reverse=True)


def test_true_strengths_know_what_is_unseen(middling: Synthetic) -> None:
    """A sign of the account is unknown exactly where no column and no word could show it."""
    from recruitrisk.indicators import ids

    x = true_strengths(middling)
    at = ids().index("thin_profile")
    seen = (middling.frame[["account_created", "connections", "positions_listed", "verified"]] != "").any(
        axis=1
    )
    shown = np.array(["thin_profile" in s for s in middling.shows])

    assert np.array_equal(np.isnan(x[:, at]), ~seen.to_numpy() & ~shown)
    assert np.nanmin(x) == 0
    assert np.nanmax(x) == 1


def test_cross_scores_do_not_see_their_own_group(middling: Synthetic) -> None:
    """What a row's own group is labelled does not change its score."""
    rows, y = labelled(middling)
    x, groups = true_strengths(middling)[rows], np.arange(len(rows)) % 2
    turned = np.where(groups == 0, ~y, y)

    before, after = cross_scores(x, y, list(groups)), cross_scores(x, turned, list(groups))

    assert np.allclose(before[groups == 0], after[groups == 0])
    assert not np.allclose(before[groups == 1], after[groups == 1])


def test_near_copies_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A repeated sentence and a nearly repeated one are counted, whatever their case, numbers and names; others are not."""
    from recruitrisk.review.audit import stock

    lines = [
        ("Could you send me a short note on the port, {me}?", 0), ("could you send me a short note on the port?", 1),
        ("Could you send me a short notes on the ports?", 0), ("We meet on Friday at the usual place by the river.", 0),
    ]  # fmt: skip
    monkeypatch.setattr(stock, "_sentences", lambda: lines)

    found = near_copies()

    assert (found.sentences, found.same, found.near, found.across) == (4, 1, 1, 1)


def test_likeness_is_of_shares(middling: Synthetic) -> None:
    """Shares are between 0 and 1, of every indicator; where the independent set does not mark, nothing is said."""
    rows = {r.indicator: r for r in compare(middling)}

    assert 0 < rows["insider_information"].risky < 1
    assert rows["insider_information"].risky > rows["insider_information"].genuine
    assert np.isnan(rows["coercion"].risky_independent)


def test_result_is_json(result: AuditResult) -> None:
    """The figures are valid JSON; unknown ones are null."""
    found = json.loads(result.as_json())

    assert found["n"] == 200
    assert found["dial"][0][0] == 0.0
    assert found["settings"]["textbook"]["thinning"] == 0.0


def test_bounds_say_what_is_missed(result: AuditResult) -> None:
    """A bound that is missed is told as missed, on the page and on the terminal."""
    slow = replace(
        result, speed=Speed(10.0, 9.9, 300.0, 900.0), bytes=Reproducibility(1, 1, "a", "a", "b", "a")
    )
    missed = [b.check for b in bounds(slow.as_dict()) if b.kept is False]

    assert {"100,000 approaches on one core", "peak memory, 10,000 against 1,000 approaches"} <= set(missed)
    assert any(c.startswith("same seed") for c in missed)
    assert "MISSED  100,000 approaches" in slow.as_text()


def test_audit_goes_without_a_model(result: AuditResult) -> None:
    """Without a model that fits, what needs one stays open, and the page says so."""
    from recruitrisk.review.audit.page import page

    dial = [(d, true, None) for d, true, _ in result.dial]
    bare = replace(result, model={}, same_world=False, dial=dial)

    assert [b.check for b in bounds(bare.as_dict()) if b.kept is None and "full model" in b.check]
    assert "No shipped model fits" in page(bare.as_dict())
    assert "no model fits" in bare.as_text()


def test_page_is_written(result: AuditResult, tmp_path: Path) -> None:
    """The page has every playbook, family, rate and sign."""
    from recruitrisk.indicators import ids
    from recruitrisk.synthetic.kinds import HONEST, PLAYBOOKS
    from recruitrisk.synthetic.rates import RATES

    result.write_page(tmp_path / "page.md")

    text = (tmp_path / "page.md").read_text("utf-8")
    assert [s.name for s in (*PLAYBOOKS, *HONEST) if f"| {s.name} |" not in text] == []
    assert [k for k in (*ids(), *(r.key for r in RATES)) if f"`{k}`" not in text] == []
    assert "nan" not in text.split()


def test_page_gives_each_story_its_own_figures(result: AuditResult) -> None:
    """The row of a playbook holds what was measured of it, and so does the row of a family."""
    from recruitrisk.review.audit.page import page

    rows = [line.split(" | ") for line in page(result.as_dict()).splitlines()]
    for figures, cells in ((result.playbooks, 7), (result.families, 6)):
        for one in figures:
            found = [r for r in rows if r[0] == f"| {one.name}" and len(r) == cells]
            assert one.key.startswith("other_") or [r[cells - 3] for r in found] == [str(one.n)]


def test_small_audit_is_refused() -> None:
    """An audit of a handful says nothing."""
    with pytest.raises(UsageError, match="200"):
        audit_world(50)


def test_command_writes_both(
    result: AuditResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`audit` hands its arguments on, writes JSON and page and prints the bounds."""
    from recruitrisk.review import audit

    asked: list[object] = []
    monkeypatch.setattr(audit, "audit_world", lambda n, seed, model: asked.extend((n, seed, model)) or result)

    code = cli.main(
        [
            "audit",
            "--n",
            "300",
            "--seed",
            "9",
            "--json",
            str(tmp_path / "a.json"),
            "--markdown",
            str(tmp_path / "a.md"),
        ]
    )

    assert code == 0
    assert asked == [300, 9, "default"]
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["seed"] == 3
    assert (tmp_path / "a.md").read_text("utf-8").startswith("# The synthetic world")
    assert "synthetic world: n = 200" in capsys.readouterr().out


def test_recorded_hash_is_of_this_world() -> None:
    """The bytes of the world are those whose hash stands in docs/audit.json; after a change of the world, run the audit again."""
    recorded = json.loads(RECORDED.read_text("utf-8"))["bytes"]

    assert (recorded["n"], recorded["seed"]) == (HASH_N, HASH_SEED)
    assert recorded["whole"] == world_hash(HASH_N, HASH_SEED), (
        "recruitrisk audit --json docs/audit.json --markdown docs/synthetic_world.md"
    )


def test_page_is_of_the_recorded_figures() -> None:
    """docs/synthetic_world.md is what docs/audit.json says."""
    from recruitrisk.review.audit.page import page

    recorded = json.loads(RECORDED.read_text("utf-8"))
    kept = (ROOT / "docs" / "synthetic_world.md").read_text("utf-8")

    assert kept == page(recorded, "synthetic_world.png")
    assert pd.notna(recorded["leaks"][0]["linear"]["value"])
