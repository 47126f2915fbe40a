"""Promises of `rr.monitor`: what moved is found as often as it is said, what did not is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2_contingency, ks_2samp

import recruitrisk as rr
from recruitrisk.cli import main
from recruitrisk.errors import ReadError, UsageError
from recruitrisk.indicators import ids
from recruitrisk.model import RiskModel
from recruitrisk.review.drift import monitor, psi
from recruitrisk.review.drift_samples import Sample, scored_sample, training_sample
from recruitrisk.review.labelled import labelled_world
from recruitrisk.synthetic import Synthetic

N = len(ids())


def _sample(n: int, seed: int, *, shift: float = 0.0, share: float = 0.2, name: str = "x") -> Sample:
    rng = np.random.default_rng(seed)
    return Sample(
        name,
        rng.normal(shift, 1.5, n),
        rng.choice([0.8, 0.9, 1.0], n),
        rng.random((n, N)) < share,
        np.ones(n),
    )


@pytest.fixture(scope="module")
def scored(world: Synthetic, model: RiskModel) -> pd.DataFrame:
    """The small world, scored."""
    return rr.score(world.frame, world.messages, model=model)


def test_nothing_moved_against_itself(scored: pd.DataFrame) -> None:
    """A batch against itself is steady: every PSI is 0."""
    found = monitor(scored, scored)

    assert found.verdict == "steady"
    assert found.table["psi"].abs().max() == 0
    assert not found.table["moved"].any()


def test_chance_alone_moves_little() -> None:
    """Of twenty pairs of batches of one stream at most three are called anything but steady."""
    verdicts = [monitor(_sample(300, s), _sample(200, 100 + s)).verdict for s in range(20)]

    assert sum(v != "steady" for v in verdicts) <= 3
    assert "retrain" not in verdicts


def test_moved_scores_ask_to_retrain() -> None:
    """Scores that moved by a PSI of 0.25 or more ask for new figures."""
    found = monitor(_sample(400, 1), _sample(400, 2, shift=1.5))

    assert found.table.set_index("what").loc["score", "psi"] >= 0.25
    assert found.verdict == "retrain"


def test_one_sign_that_moved_asks_for_a_look() -> None:
    """A single sign that moved is found, alone, and asks for a look."""
    old, new = _sample(600, 1), _sample(600, 2)
    new.shown[:, 4] = np.random.default_rng(9).random(600) < 0.6

    found = monitor(old, new)

    assert found.table.loc[found.table["moved"], "what"].tolist() == [ids()[4]]
    assert found.verdict == "look"


def test_tests_are_those_of_scipy() -> None:
    """Statistics of unweighted samples are scipy's."""
    old, new = _sample(300, 5), _sample(250, 6, shift=0.3)

    table = monitor(old, new).table.set_index("what")

    assert table.loc["score", "statistic"] == pytest.approx(ks_2samp(old.evidence, new.evidence).statistic)
    counts = [[s.shown[:, 0].sum(), (~s.shown[:, 0]).sum()] for s in (old, new)]
    assert table.loc[ids()[0], "p"] == pytest.approx(chi2_contingency(counts, correction=False)[1])


def test_stated_power_is_kept() -> None:
    """A share at the stated detectable shift is told apart in 80 % of cases (here: 200 draws, 70 to 90 %)."""
    from recruitrisk.review.drift import _found_shares, _of_sign

    _, high = _found_shares(0.2, 400, 300)
    hits = sum(
        _of_sign("x", 0, _sample(400, s, share=0.2), _sample(300, 1000 + s, share=high))["p"] < 0.05
        for s in range(200)
    )

    assert 140 <= hits <= 180


def test_stated_power_of_the_scores() -> None:
    """A distance at the stated detectable shift is found in 80 % of cases or more (200 draws)."""
    from scipy.stats import norm

    from recruitrisk.review.drift import _of_values

    reach = float(_of_values("score", "evidence", _sample(400, 1), _sample(300, 2))["detectable"].split()[1])
    shift = 1.5 * 2 * norm.ppf(0.5 + reach / 2)  # two normals so far apart differ by `reach` at most
    hits = sum(
        _of_values("score", "evidence", _sample(400, s), _sample(300, 1000 + s, shift=shift))["p"] < 0.05
        for s in range(200)
    )

    assert hits >= 150


def test_psi_by_chance_is_reached_in_five_percent() -> None:
    """What chance reaches is exceeded in about 5 % of pairs of one stream (400 signs)."""
    rows = [monitor(_sample(400, s), _sample(400, 500 + s)).table.iloc[2:] for s in range(12)]
    table = pd.concat(rows)

    assert 0.02 <= (table["psi"] > table["psi_by_chance"]).mean() <= 0.09


def test_psi_by_hand() -> None:
    """PSI is the sum of (q - p) ln(q / p), half an approach being added to each bin; 0 for equal histograms."""
    p, q = np.array([10.5, 30.5]) / 41, np.array([20.5, 20.5]) / 41

    assert psi(np.array([10.0, 30.0]), np.array([20.0, 20.0])) == pytest.approx(
        ((q - p) * np.log(q / p)).sum()
    )
    assert psi(np.array([5.0, 5.0]), np.array([50.0, 50.0])) == pytest.approx(0, abs=1e-12)


def test_base_rate_of_the_run_is_used(scored: pd.DataFrame, tmp_path: Path) -> None:
    """Evidence is counted from the base rate that the record beside the file states: another one is no drift."""
    scored.to_csv(tmp_path / "a.csv", index=False)
    risk = scored["risk"] / (1 - scored["risk"]) / (0.01 / 0.99) * (0.1 / 0.9)
    scored.assign(risk=risk / (1 + risk)).to_csv(tmp_path / "b.csv", index=False)
    (tmp_path / "b.csv.run.json").write_text(json.dumps({"base_rate": 0.1}), encoding="utf-8")

    found = monitor(tmp_path / "a.csv", str(tmp_path / "b.csv"))

    assert found.verdict == "steady"
    assert scored_sample(tmp_path / "b.csv").evidence == pytest.approx(
        scored_sample(tmp_path / "a.csv").evidence, abs=0.05
    )


def test_training_is_weighted_to_the_base_rate(model: RiskModel) -> None:
    """The reference of training has the stated share of risky approaches, and counts for fewer than it holds."""
    sample = training_sample(model, 0.01, n=120)

    assert sample.weights.sum() == pytest.approx(len(sample.evidence))
    assert sample.n < len(sample.evidence)
    assert np.average(sample.evidence, weights=sample.weights) < sample.evidence.mean()


def test_signs_are_read_from_the_evidence(scored: pd.DataFrame, model: RiskModel, world: Synthetic) -> None:
    """What is shown is read from the scored table as the model found it, lowering signs among them."""
    approaches = labelled_world(world).approaches
    kept = (scored["risk_band"] != "not assessable").to_numpy()
    truth = np.stack([model.assess(a).findings.strengths >= 0.5 for a in approaches])[kept]

    assert (scored_sample(scored).shown == truth).mean() > 0.999


def test_unscored_table_is_refused(world: Synthetic) -> None:
    """A table that was not scored is refused with what to do."""
    with pytest.raises(ReadError, match="recruitrisk score"):
        monitor(world.frame, world.frame)


def test_few_rows_are_refused(scored: pd.DataFrame) -> None:
    """Fewer than 30 approaches are no batch to compare."""
    with pytest.raises(UsageError, match="30 or more"):
        monitor(scored, scored.head(10))


def test_command_prints_and_writes(
    scored: pd.DataFrame, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`recruitrisk monitor` prints the comparison with its verdict and writes JSON and a page."""
    scored.to_csv(tmp_path / "a.csv", index=False)

    code = main(
        [
            "monitor",
            f"{tmp_path}/a.csv",
            f"{tmp_path}/a.csv",
            "--json",
            f"{tmp_path}/d.json",
            "--html",
            f"{tmp_path}/d.html",
        ]
    )

    assert code == 0
    assert "steady: nothing moved" in capsys.readouterr().out
    assert json.loads((tmp_path / "d.json").read_text("utf-8"))["verdict"] == "steady"
    page = (tmp_path / "d.html").read_text("utf-8")
    assert "default-src" in page
    assert " style=" not in page
