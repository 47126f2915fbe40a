"""Promises of how the world is mixed: shape without the class, the dial, stories, rates, files that read back."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from pathlib import Path

import joblib
import numpy as np
import pandas as pd
import pytest

from recruitrisk.cli import main
from recruitrisk.errors import UsageError
from recruitrisk.reading import (
    EXPORT_YEARS,
    approaches_from_frame,
    read_linkedin_export,
    write_linkedin_export,
)
from recruitrisk.synthetic import (
    SETTINGS,
    Setting,
    Synthetic,
    chosen_setting,
    scenes,
    synthesise,
    world_hash,
    write_world,
)
from recruitrisk.synthetic.balance import STYLE, balanced, style
from recruitrisk.synthetic.draw import Draw
from recruitrisk.synthetic.furniture import Hand
from recruitrisk.synthetic.kinds import OTHER, stories, story_of
from recruitrisk.synthetic.rates import RATES
from recruitrisk.synthetic.shape import cut, draw_shape, split, turns
from recruitrisk.synthetic.wordings import Scene

RISKY, GENUINE = Setting(risky=1, genuine=0, other=0), Setting(risky=0, genuine=1, other=0)


@pytest.fixture(scope="module")
def pair() -> tuple[Synthetic, Synthetic]:
    """The same numbers as risky and as genuine approaches."""
    return synthesise(400, seed=3, setting=RISKY), synthesise(400, seed=3, setting=GENUINE)


@pytest.fixture(scope="module")
def long() -> Scene:
    """A scene of four turns or more."""
    return next(s for s in scenes() if turns(s) >= 4 and "fast_off_platform" not in s.shows)


def _sizes(world: Synthetic) -> np.ndarray:
    return world.frame["message"].str.len().to_numpy(dtype=float)


# --- shape ---------------------------------------------------------------------------------------------------


def test_length_does_not_depend_on_the_label(pair: tuple[Synthetic, Synthetic]) -> None:
    """The same number is about as long as a risky approach and as a genuine one (median within 6 %, correlated)."""
    risky, genuine = map(_sizes, pair)

    assert np.median(risky) == pytest.approx(np.median(genuine), rel=0.06)
    assert np.corrcoef(np.log(risky), np.log(genuine))[0, 1] > 0.8


def test_number_of_messages_does_not_depend_on_the_label(pair: tuple[Synthetic, Synthetic]) -> None:
    """Nearly all approaches have as many inbound and outbound messages whichever class they are drawn as."""
    counts = [w.messages.groupby(["approach_id", "direction"]).size().unstack(fill_value=0) for w in pair]

    assert (counts[0]["outbound"] == counts[1]["outbound"]).mean() > 0.9
    assert (counts[0]["inbound"] == counts[1]["inbound"]).mean() > 0.85


@pytest.mark.parametrize(
    "column", ["offered_pay", "role_title", "contact_email", "company_registered", "verified", "headline"]
)
def test_empty_cells_do_not_tell(pair: tuple[Synthetic, Synthetic], column: str) -> None:
    """A column is filled about as often in both classes (400 each; four standard errors)."""
    shares = [(w.frame[column] != "").mean() for w in pair]

    assert shares[0] == pytest.approx(shares[1], abs=4 * (0.5 / 400) ** 0.5)


def test_pace_does_not_depend_on_the_label(pair: tuple[Synthetic, Synthetic]) -> None:
    """The last message of a thread comes at the same time whichever class it is drawn as."""
    last = [w.messages.groupby("approach_id")["sent_at"].max() for w in pair]
    counts = [w.messages.groupby("approach_id").size() for w in pair]
    both = (counts[0] > 1) & (counts[1] > 1)

    assert both.sum() > 100
    assert (last[0][both] == last[1][both]).mean() > 0.95


def test_shape_is_of_its_stream_alone() -> None:
    """A shape depends on its stream and the language only."""
    assert draw_shape(Draw(1), "en") == draw_shape(Draw(1), "en")
    assert draw_shape(Draw(1), "zh").characters < draw_shape(Draw(1), "en").characters


def test_cut_ends_with_a_turn(long: Scene) -> None:
    """A cut conversation has so many turns, begins alike and ends with the sender."""
    short = cut(long, 2)

    assert turns(short) == 2
    assert short.messages == long.messages[: len(short.messages)]
    assert short.messages[-1].inbound


def test_split_keeps_what_is_said(long: Scene) -> None:
    """Sending a turn in two messages changes no word and no order."""
    parted = split(Draw(3), long, sum(m.inbound for m in long.messages) + 2)

    assert [p for m in parted.messages for p in m.pieces] == [p for m in long.messages for p in m.pieces]
    assert len(long.messages) < len(parted.messages) <= len(long.messages) + 2
    hours = [m.hours for m in parted.messages]
    assert hours == sorted(hours)


def test_balance_brings_styles_together() -> None:
    """Weighted, risky and genuine scenes are nearer in every feature of style that sets them apart."""
    english = [s for s in scenes() if s.lang == "en" and s.label is not None]
    weights = balanced(english)
    found = {c: np.array([style(s) for s in english if s.label == c]) for c in (0, 1)}
    weight = {c: np.array([weights[s.key] for s in english if s.label == c]) for c in (0, 1)}
    spread = np.concatenate(list(found.values())).std(axis=0)
    before = np.abs(found[1].mean(axis=0) - found[0].mean(axis=0)) / spread
    after = (
        np.abs(
            np.average(found[1], axis=0, weights=weight[1]) - np.average(found[0], axis=0, weights=weight[0])
        )
        / spread
    )

    assert len(STYLE) == found[1].shape[1]
    assert after.max() < max(0.12, before.max() / 2)


def test_hand_changes_marks_only() -> None:
    """Habits of writing change marks, capitals and shortened words, not what is said."""
    hand = Hand(
        False, False, True, flat=1.0, breathless=0.0, excited=1.0, commas=1.0, dashes=0.0, curly=False
    )

    said = hand.write(Draw(1), "I'm sorry, I don't know: it is late.")

    assert re.sub(r"[^a-z ]", "", said.lower()).split() == "i am sorry i do not know it is late".split()
    assert said.endswith("!")


# --- the dial ------------------------------------------------------------------------------------------------


def test_middle_of_the_dial_is_the_default() -> None:
    """Half-way is the default, and the ends are settings that ship."""
    assert Setting.at_difficulty(0.5) == Setting() == SETTINGS["default"]
    assert Setting.at_difficulty(0) == SETTINGS["textbook"]
    assert Setting.at_difficulty(1) == SETTINGS["combinations_only"]


@pytest.mark.parametrize("difficulty", [-0.1, 1.1, float("nan")])
def test_dial_has_ends(difficulty: float) -> None:
    """A difficulty beyond the dial is a mistake of the caller."""
    with pytest.raises(UsageError, match="between 0"):
        Setting.at_difficulty(difficulty)


def test_harder_shows_fewer_signs() -> None:
    """Risky approaches show fewer signs, and genuine ones no fewer, the further the dial is turned."""
    means = []
    for difficulty in (0.0, 0.5, 1.0):
        world = synthesise(300, seed=6, setting=Setting.at_difficulty(difficulty))
        means.append(
            [
                np.mean([len(s) for s, x in zip(world.shows, world.labels, strict=True) if x == c])
                for c in (1, 0)
            ]
        )

    risky, genuine = zip(*means, strict=True)
    assert risky[0] > risky[1] > risky[2]
    assert genuine[2] > genuine[1] - 0.3


@pytest.mark.parametrize("name", SETTINGS)
def test_named_setting_works(name: str) -> None:
    """Every setting that ships adds up to one and makes a world."""
    setting = chosen_setting(name=name)

    assert setting.risky + setting.genuine + setting.other == pytest.approx(1)
    assert len(synthesise(5, seed=1, setting=setting).frame) == 5


def test_unknown_setting_is_refused() -> None:
    """A name that does not ship is told with those that do."""
    with pytest.raises(UsageError, match="textbook"):
        chosen_setting(name="easy_peasy")


def test_label_noise_turns_labels_only() -> None:
    """With label noise the approaches are the same, and about that share of labels is turned round."""
    clean = synthesise(300, seed=4)
    noisy = synthesise(300, seed=4, setting=chosen_setting(noise=0.2))
    told = [(a, b) for a, b in zip(clean.labels, noisy.labels, strict=True) if a is not None]

    assert list(clean.frame["message"]) == list(noisy.frame["message"])
    assert np.mean([a != b for a, b in told]) == pytest.approx(0.2, abs=0.1)
    assert [b for a, b in zip(clean.labels, noisy.labels, strict=True) if a is None] == [
        None
    ] * clean.labels.count(None)


# --- stories and rates ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("label", "least"), [(1, 20), (0, 40), (None, 5)])
def test_stories_are_declared(label: int | None, least: int) -> None:
    """So many stories are declared; each has a line, a source and scenes; no key stands twice."""
    told = Counter(story_of(s).key for s in scenes() if s.label == label)
    declared = stories(label)[:-1]

    assert len({s.key for s in declared}) == len(declared) >= least
    assert all(s.story.endswith(".") and s.source and s.words for s in declared)
    assert [s.key for s in declared if not told[s.key]] == []


def test_stories_are_told_apart() -> None:
    """A key stands for one story over all classes, so that `truth_story` alone names it."""
    keys = [s.key for label in (1, 0, None) for s in stories(label)]

    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("label", [1, 0, None])
def test_few_scenes_fit_no_story(label: int | None) -> None:
    """Every scene lands in one story of its class; fewer than a tenth in ``other``."""
    mine = [story_of(s) for s in scenes() if s.label == label]

    assert all(s.label == label for s in mine)
    assert sum(s is OTHER[label] for s in mine) < 0.1 * len(mine)


def test_truth_story_is_of_its_class(world: Synthetic) -> None:
    """`truth_story` names a story of the approach's class."""
    keys = {label: {s.key for s in stories(label)} for label in (1, 0, None)}

    assert all(
        key in keys[label] for key, label in zip(world.frame["truth_story"], world.labels, strict=True)
    )


def test_rates_have_a_source() -> None:
    """Every rate is a share, once, with a link or own judgement."""
    assert len({r.key for r in RATES}) == len(RATES)
    for rate in RATES:
        assert 0 < rate.value < 1
        assert "own judgement" in rate.source or "https://" in rate.source


# --- files ---------------------------------------------------------------------------------------------------


def test_writing_in_chunks_is_the_whole(tmp_path: Path) -> None:
    """A world written in small chunks is, to the byte, the table of the world made at once; nothing else is left."""
    made = synthesise(23, seed=5)

    beside, count = write_world(tmp_path / "w.csv", 23, 5, chunk=7)

    assert (tmp_path / "w.csv").read_text("utf-8") == made.frame.to_csv(index=False, lineterminator="\n")
    assert Path(beside).read_text("utf-8") == made.messages.to_csv(index=False, lineterminator="\n")
    assert count == len(made.messages)
    assert len(list(tmp_path.iterdir())) == 2


def test_hash_is_of_the_bytes() -> None:
    """The hash does not depend on chunks and workers, and another setting or seed has another.

    Threads here, because processes take seconds to start; ``recruitrisk audit`` uses processes.
    """
    one = world_hash(12, 5)

    with joblib.parallel_config(backend="threading"):
        assert one == world_hash(12, 5, chunk=5) == world_hash(12, 5, chunk=4, n_jobs=2)
    assert len({one, world_hash(12, 6), world_hash(12, 5, Setting.at_difficulty(1))}) == 3


@pytest.mark.parametrize("year", EXPORT_YEARS)
def test_export_reads_back(year: int, tmp_path: Path) -> None:
    """An export of each year's layout is read back to the same approaches: senders, texts and directions in order.

    HTML comes back as plain text and is left out; 2018 holds no ids, so senders of one name are one there.
    """
    made = synthesise(40, seed=8)
    write_linkedin_export((made.frame, made.messages), tmp_path / "export.zip", year=year)

    back = read_linkedin_export(tmp_path / "export.zip").approaches()

    ours = approaches_from_frame(made.frame, made.messages)[0]
    plain = [a for a in ours if not any("<p" in m.text or "&" in m.text for m in a.messages)]
    assert len(plain) > 30

    def said(approach: object) -> tuple[object, ...]:
        return tuple((m.inbound, m.text.strip()) for m in approach.messages)  # type: ignore[attr-defined]

    found = {said(a): str(a.fields["sender_name"]) for a in back}
    names = Counter(str(a.fields["sender_name"]) for a in ours)
    assert len(back) == (len(ours) if year > 2018 else len(names))
    for approach in plain if year > 2018 else [a for a in plain if names[str(a.fields["sender_name"])] == 1]:
        assert found[said(approach)] == approach.fields["sender_name"]
    if year > 2018:
        assert {a.approach_id for a in back} == {a.approach_id for a in ours}


def test_setting_is_data() -> None:
    """A setting can be told as plain values, so that a manifest can hold it."""
    assert pd.Series(dataclasses.asdict(Setting())).notna().all()


# --- the command ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "setting"),
    [
        (["--difficulty", "0.9"], Setting.at_difficulty(0.9)),
        (["--setting", "faint_signs"], SETTINGS["faint_signs"]),
        (["--noise", "0.5"], chosen_setting(noise=0.5)),
    ],
)
def test_command_takes_a_mix(options: list[str], setting: Setting, tmp_path: Path) -> None:
    """`synth` writes the world of the mix that is asked for."""
    assert main(["synth", "--n", "8", "--seed", "3", "-o", str(tmp_path / "w.csv"), *options]) == 0

    made = synthesise(8, seed=3, setting=setting)
    assert (tmp_path / "w.csv").read_text("utf-8") == made.frame.to_csv(index=False, lineterminator="\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--difficulty", "3"], "difficulty is 3"),
        (["--setting", "x"], "there are textbook"),
        (["--noise", "0.9"], "noise is 0.9"),
    ],
)
def test_command_refuses_a_mix(
    options: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mix that does not exist ends with code 2, one line, and no file."""
    assert main(["synth", "--n", "8", "-o", str(tmp_path / "w.csv"), *options]) == 2

    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
