"""recruitrisk: how likely is it that a headhunter's approach follows the covert-recruitment playbook?

::

    import recruitrisk as rr

    scored = rr.score(frame, messages=None, base_rate=0.01)
    rr.explain("Dear Tom, ...")
    rr.review(data="labelled.csv")
    batch = rr.read_linkedin_export("export.zip")

Floors (imports point down only): `errors`, `approach`; `indicators`, `parameters`, `places`; `text`, `market`, `reading`;
`evidence`, `synthetic`, `registers`; `model`; `scoring`, `review`; `cli`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from recruitrisk.approach import Approach, Message
from recruitrisk.errors import ModelError, ReadError, RecruitRiskError, UsageError, WriteError
from recruitrisk.version import __version__

_LAZY = {
    "AdditiveScorer": "recruitrisk.model.scorecard",
    "Batch": "recruitrisk.reading",
    "Campaigns": "recruitrisk.scoring",
    "Detector": "recruitrisk.evidence",
    "Drift": "recruitrisk.review.drift",
    "EvidenceTransformer": "recruitrisk.model.pipeline",
    "Explanation": "recruitrisk.review.explanation",
    "KnownFirms": "recruitrisk.scoring.known_firms",
    "Register": "recruitrisk.scoring.registers",
    "Review": "recruitrisk.review.reviewed",
    "RiskModel": "recruitrisk.model",
    "Scorer": "recruitrisk.scoring",
    "build_register": "recruitrisk.registers",
    "estimate_base_rate": "recruitrisk.scoring",
    "explain": "recruitrisk.review.explaining",
    "find_campaigns": "recruitrisk.scoring",
    "load_model": "recruitrisk.model",
    "make_pipeline": "recruitrisk.model.pipeline",
    "monitor": "recruitrisk.review.drift",
    "open_register": "recruitrisk.scoring.registers",
    "points_table": "recruitrisk.model.points",
    "read_approaches": "recruitrisk.reading",
    "read_linkedin_export": "recruitrisk.reading",
    "save_model": "recruitrisk.model",
    "score": "recruitrisk.scoring",
    "score_file": "recruitrisk.scoring",
    "style_of": "recruitrisk.model.style",
    "style_scored": "recruitrisk.review.styled",
    "synthesise": "recruitrisk.synthetic",
    "threshold_for": "recruitrisk.model.thresholds",
    "train": "recruitrisk.model.training",
    "write_linkedin_export": "recruitrisk.reading",
    "write_report": "recruitrisk.review.report",
}

__all__ = [
    "Approach",
    "Message",
    "ModelError",
    "ReadError",
    "RecruitRiskError",
    "UsageError",
    "WriteError",
    "__version__",
    "review",
    *_LAZY,
]


def __getattr__(name: str) -> Any:
    """Load a public name from its floor when it is first asked for, so that importing is fast."""
    if name == "review":  # a package that can be called: see there why
        return import_module("recruitrisk.review")
    try:
        module = _LAZY[name]
    except KeyError:
        raise AttributeError(f"module 'recruitrisk' has no attribute {name!r}") from None
    value = getattr(import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
