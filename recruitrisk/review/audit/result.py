"""`audit_world`: all checks on one seed, and their result."""

from __future__ import annotations

import json
import logging
import math
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from recruitrisk.errors import ModelError, UsageError
from recruitrisk.model import RiskModel, load_model
from recruitrisk.review.audit import holdouts, likeness, stock
from recruitrisk.review.audit.bounds import summary
from recruitrisk.review.audit.nuisance import LeakFigure, leaks
from recruitrisk.review.audit.page import page
from recruitrisk.review.audit.ranking import Figure, auroc
from recruitrisk.review.audit.reproducibility import Reproducibility, Speed, measure_speed, reproduce
from recruitrisk.review.audit.worlds import labelled
from recruitrisk.synthetic import SETTINGS, Setting, synthesise

__all__ = ["AuditResult", "audit_world"]

_log = logging.getLogger("recruitrisk")
_LEAST = 200
_MODEL_ROWS = 1500
_WIDE = 4  # a leak is small: more rows than for the rest, and of another seed


@dataclass(frozen=True, slots=True)
class AuditResult:
    """What the audit of a world found.

    Attributes
    ----------
    n, seed : int
        The world audited.
    setting : Setting
        Its mix, the default one.
    settings : dict of str to Setting
        Those that ship.
    bytes : Reproducibility
    speed : Speed
    leaks : list of LeakFigure
    signs : list of tuple
        Each sign alone: id and AUROC, the largest first.
    words : dict of str to Figure
        Bag of words with families seen and held out, and true signs, on the same rows.
    model : dict of str to Figure
        The shipped model: ``words held out`` (its manifest) and ``words seen`` (this world); empty without one.
    same_world : bool
        Whether the shipped model was trained on this version of the world.
    playbooks, families : list of StoryFigure
    dial : list of tuple
        Difficulty, AUROC of true signs, AUROC of the shipped model.
    counts : dict
        Class -> number of raising signs shown -> approaches.
    evaluation_runs : int
        Wordings that share six words in a row with evaluation texts.
    copies : Copies
    stories : list of Stories
    likeness : list of Likeness
    """

    n: int
    seed: int
    setting: Setting
    settings: dict[str, Setting]
    bytes: Reproducibility
    speed: Speed
    leaks: list[LeakFigure]
    signs: list[tuple[str, Figure]]
    words: dict[str, Figure]
    model: dict[str, Figure]
    same_world: bool
    playbooks: list[holdouts.StoryFigure]
    families: list[holdouts.StoryFigure]
    dial: list[tuple[float, Figure, Figure | None]]
    counts: dict[int, dict[int, int]]
    evaluation_runs: int
    copies: stock.Copies
    stories: list[stock.Stories]
    likeness: list[likeness.Likeness]

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready; unknown figures are null."""
        found: dict[str, Any] = _clean(asdict(self))
        return found

    def as_json(self) -> str:
        """The figures as JSON text."""
        return json.dumps(self.as_dict(), indent=1, ensure_ascii=False) + "\n"

    def as_text(self) -> str:
        """The figures for a terminal, each with its bound and whether it is kept."""
        return summary(self.as_dict())

    def write_page(self, path: str | os.PathLike[str]) -> None:
        """Write the page (Markdown) and, where matplotlib is installed, the picture beside it (PNG)."""
        target = Path(path)
        picture = target.with_suffix(".png")
        drawn = likeness.draw_figure(self.likeness, picture) or picture.is_file()
        target.write_text(page(self.as_dict(), picture.name if drawn else ""), encoding="utf-8")


def _clean(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(k): _clean(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(v) for v in value]
    if isinstance(value, float):
        return None if math.isnan(value) else round(value, 4)
    return value


def _loaded(model: str | RiskModel) -> RiskModel | None:
    """The model, or None where there is none that fits this library: the world can be audited without."""
    if isinstance(model, RiskModel):
        return model
    try:
        return load_model(model)
    except ModelError as problem:
        _log.warning("the audit goes without a model: %s", problem)
        return None


def _model_figures(model: RiskModel | None, n: int, seed: int) -> tuple[dict[str, Figure], bool]:
    from recruitrisk.model.training import generator_version

    if model is None:
        return {}, False
    world = synthesise(min(n, _MODEL_ROWS), seed + 1)
    rows, y = labelled(world)
    figures = {"words seen": auroc(y, holdouts.model_scores(model, world)[rows])}
    kept = model.manifest.get("holdout")
    if kept:
        one = kept["auroc"]
        figures["words held out"] = Figure(one["value"], one["low"], one["high"], kept["n"])
    trained = (model.manifest.get("versions") or {}).get("generator")
    return figures, trained == generator_version()


def audit_world(
    n: int = 6000,
    seed: int = 20251118,
    *,
    model: str | RiskModel = "default",
    checks: Sequence[str] = ("memory",),
) -> AuditResult:
    """Audit the default world.

    Parameters
    ----------
    n : int
        Approaches, 200 or more. 6,000 take about three minutes on one core.
    seed : int
        Seed of the world.
    model : str or RiskModel
        Shipped model whose figures are shown beside; it is not fitted, and the audit goes without one that does not load.
    checks : sequence of str
        What takes new processes and may be left out: ``memory``.

    Returns
    -------
    AuditResult

    Raises
    ------
    UsageError
        `n` is below 200.
    """
    if n < _LEAST:
        raise UsageError(f"n is {n}; an audit needs {_LEAST} or more")
    loaded = _loaded(model)
    world, wide = synthesise(n, seed), synthesise(_WIDE * n, seed + 2)
    model_figures, same = _model_figures(loaded, n, seed)
    return AuditResult(
        n, seed, Setting(), dict(SETTINGS), reproduce(), measure_speed(min(n, 3000), memory="memory" in checks),
        leaks(wide.frame, wide.messages), holdouts.single_signs(world), holdouts.hidden_words(n, seed), model_figures, same,
        holdouts.playbooks(world), holdouts.families(world), holdouts.difficulty_curve(max(n // 2, 100), seed, loaded),
        {label: dict(sorted(c.items())) for label, c in holdouts.shown_counts(world).items()}, stock.evaluation_runs(),
        stock.near_copies(), stock.count_stories(), likeness.compare(world),
    )  # fmt: skip
