"""The audit of the synthetic world: the proof that it is no toy, on a fixed seed.

`audit_world` returns an `AuditResult`, which writes ``docs/audit.json`` and ``docs/synthetic_world.md``;
``recruitrisk audit`` calls it.
"""

from recruitrisk.review.audit.ranking import Figure, auroc
from recruitrisk.review.audit.result import AuditResult, audit_world

__all__ = ["AuditResult", "Figure", "audit_world", "auroc"]
