"""What tests share: one thread for numpy, the shipped model, a small world."""

from __future__ import annotations

import json
import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(
        _name, "1"
    )  # before numpy is imported; scikit-learn's checks: 10 s instead of 211 s

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from recruitrisk.approach import Approach
    from recruitrisk.model import RiskModel
    from recruitrisk.synthetic import Synthetic


@pytest.fixture(scope="session")
def model() -> RiskModel:
    """The model that ships."""
    from recruitrisk.model import load_model

    return load_model()


@pytest.fixture(scope="session")
def world() -> Synthetic:
    """A small labelled world, always the same."""
    from recruitrisk.synthetic import synthesise

    return synthesise(160, seed=41)


@pytest.fixture(scope="session")
def approaches(world: Synthetic) -> list[Approach]:
    """The approaches of the small world."""
    from recruitrisk.reading import approaches_from_frame

    return approaches_from_frame(world.frame, world.messages)[0]


@pytest.fixture(scope="session")
def labelled(world: Synthetic, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Labelled conversations (JSON Lines), as a user would bring them, made of the small world."""
    path = tmp_path_factory.mktemp("labelled") / "mine.jsonl"
    threads = dict(iter(world.messages.groupby("approach_id")))
    lines = []
    for row, label in zip(world.frame.to_dict("records"), world.labels, strict=True):
        messages = [
            {"sent_at": m.sent_at, "from": "them" if m.direction == "inbound" else "me", "text": m.text}
            for m in threads[row["approach_id"]].itertuples()
        ]
        conversation = {
            "id": row["approach_id"], "label": label, "tier": "other", "kind": row["truth_kind"], "lang": "en",
            "profile": {"name": row["sender_name"], "company": row["company"] or None}, "messages": messages,
            "indicators": row["truth_indicators"].split(), "evidence": json.loads(row["truth_evidence"]),
        }  # fmt: skip
        lines.append(json.dumps(conversation, ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command in this process: exit code, standard output, standard error."""

    from recruitrisk import cli

    def call(*args: object) -> tuple[int, str, str]:
        try:
            code = cli.main([str(a) for a in args])
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def nothing_kept() -> Iterator[None]:
    """Every text is read anew."""
    from recruitrisk.text.kept import Kept

    Kept.enabled = False
    yield
    Kept.enabled = True
