"""What became of one run: its counts, and the record that is written beside the output."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any

from recruitrisk.errors import RecruitRiskError
from recruitrisk.model import BANDS, NOT_ASSESSABLE
from recruitrisk.scoring.enrichment import fingerprint_of
from recruitrisk.scoring.frames import Scorer
from recruitrisk.version import __version__

__all__ = ["Run", "record_of"]


@dataclass(slots=True)
class Run:
    """What became of one run.

    Attributes
    ----------
    read, scored, not_assessable, rejected, skipped : int
        Approaches: ``read == scored + not_assessable + rejected + skipped``; an export's
        conversations without an inbound message are skipped.
    bands : dict of str to int
    messages : dict of str to int
        Rows of messages: read, used, skipped, rejected.
    seconds : float
    base_rate : float
    files : dict of str to str
        What was read and written.
    top : list
        (risk, id, band, strongest reason) of the highest few.
    rejects : int
        Entries in the rejects file, of all tables.
    base_rate_estimate : dict or None
        When the base rate was estimated from the file: value, interval, rows.
    """

    read: int = 0
    scored: int = 0
    not_assessable: int = 0
    rejected: int = 0
    skipped: int = 0
    bands: dict[str, int] = field(default_factory=lambda: dict.fromkeys((*BANDS, NOT_ASSESSABLE), 0))
    messages: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    base_rate: float = 0.01
    files: dict[str, str] = field(default_factory=dict)
    top: list[tuple[float, str, str, str]] = field(default_factory=list)
    rejects: int = 0
    base_rate_estimate: dict[str, float] | None = None

    def add(self, counts: Mapping[str, int], bands: Mapping[str, int], messages: Mapping[str, int]) -> None:
        """Count a part."""
        self.read += counts["read"]
        self.rejected += counts["rejected"]
        self.skipped += counts["skipped"]
        self.rejects += counts["rejects"]
        for band, number in bands.items():
            self.bands[band] += number
        self.not_assessable = self.bands[NOT_ASSESSABLE]
        self.scored = sum(self.bands.values()) - self.not_assessable
        total = Counter(self.messages)
        total.update(messages)
        self.messages = (
            {name: total[name] for name in ("read", "used", "skipped", "rejected")} if total["read"] else {}
        )

    def check(self) -> None:
        """Raise when rows were lost: a defect of ours, never the user's."""
        if self.read != self.scored + self.not_assessable + self.rejected + self.skipped:
            raise RecruitRiskError(f"rows do not add up: {self}; please report this")


def record_of(run: Run, scorer: Scorer, read_from: Mapping[str, object]) -> str:
    """The record as JSON. But for ``finished`` and ``seconds`` it is the same for the same input, model and options."""
    manifest = scorer.model.manifest
    record: dict[str, Any] = {
        "library": __version__,
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "model": {
            "name": scorer.model.name,
            "catalogue": manifest.get("catalogue"),
            "files": manifest.get("files"),
        },
        "source": dict(read_from),
        "enrichment": [fingerprint_of(enricher) for enricher in scorer.enrich],
        "band_edges": manifest.get("calibration", {}).get("bands"),
        **{k: v for k, v in asdict(run).items() if k != "top"},
    }
    return json.dumps(record, indent=1, ensure_ascii=False, default=str) + "\n"
