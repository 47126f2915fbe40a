"""The page ``docs/synthetic_world.md``: every figure from the measurement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from recruitrisk.indicators import CATALOGUE
from recruitrisk.review.audit.bounds import bounds, interval, share
from recruitrisk.review.audit.words import (
    CLOSING,
    DIFFICULTY,
    FAMILIES,
    LEAKS,
    LIKENESS,
    MAKING,
    MIX,
    NO_MODEL,
    OPENING,
    OTHER_MODEL,
    PLAYBOOK_FIGURES,
    RATES_TEXT,
)
from recruitrisk.synthetic.kinds import HONEST, PLAYBOOKS
from recruitrisk.synthetic.rates import RATES

__all__ = ["page"]

Audit = dict[str, Any]
_LIKE = ("risky", "risky_independent", "genuine", "genuine_independent")


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(str(c).replace("|", "\\|") for c in row) + " |" for row in rows]
    return "\n".join(lines)


def _promises(audit: Audit) -> list[str]:
    words = {True: "yes", False: "**no**", None: "open"}
    rows = [(b.check, b.bound, b.measured, words[b.kept]) for b in bounds(audit)]
    found = audit["bytes"]
    out = [
        "## What was promised, and what was measured",
        _table(("check", "bound", "measured", "kept"), rows),
        f"Bytes of n = {found['n']:,}, seed {found['seed']} (approaches, then messages), SHA-256: `{found['whole']}`.",
    ]
    return out if audit["same_world"] else [*out, OTHER_MODEL if audit["model"] else NO_MODEL]


def _leaks(audit: Audit) -> list[str]:
    kinds = ("linear", "trees", "linear_apart", "trees_apart")
    rows = [(r["group"], r["features"], *(interval(r[k]) for k in kinds)) for r in audit["leaks"]]
    heads = ("what", "features", "logistic", "trees", "logistic, new scenes", "trees, new scenes")
    return ["## Leak audit", LEAKS, _table(heads, rows)]


def _signs(audit: Audit) -> list[str]:
    counts = audit["counts"]
    most = max(int(k) for c in counts.values() for k in c)
    totals = {c: max(sum(counts[c].values()), 1) for c in ("1", "0")}
    shown = [
        (k, *(f"{counts[c].get(str(k), 0) / totals[c]:.1%}" for c in ("1", "0"))) for k in range(most + 1)
    ]
    model = [(f"shipped model, {k}", interval(v)) for k, v in audit["model"].items()]
    return [
        "## Each sign alone",
        _table(("indicator", "AUROC"), [(f"`{k}`", interval(f)) for k, f in audit["signs"]]),
        "## How many signs",
        _table(("raising signs shown", "risky", "genuine"), shown),
        "## Words alone",
        _table(("read by", "AUROC"), [*((k, interval(v)) for k, v in audit["words"].items()), *model]),
    ]


def _dial(audit: Audit) -> list[str]:
    rows = [(f"{d:g}", interval(a), interval(b)) for d, a, b in audit["dial"]]
    settings = [(f"`{name}`", *(f"{one[k]:g}" for k in MIX)) for name, one in audit["settings"].items()]
    return [
        DIFFICULTY,
        _table(("difficulty", "true signs", "shipped model (words seen)"), rows),
        _table(("setting", *MIX), settings),
    ]


def _stories(audit: Audit) -> list[str]:
    counts = {str(s["label"]): s["counts"] for s in audit["stories"]}

    def cells(part: str, key: str) -> tuple[object, ...]:
        row = next((p for p in audit[part] if p["key"] == key), None)
        return (row["n"], share(row["seen"]), share(row["unseen"])) if row else (0, "", "")

    heads = ("scenes", "approaches", "in training", "left out")
    risky = [
        (s.name, s.story, s.source, counts["1"].get(s.key, 0), *cells("playbooks", s.key)) for s in PLAYBOOKS
    ]
    honest = [(s.name, s.story, counts["0"].get(s.key, 0), *cells("families", s.key)) for s in HONEST]
    return [
        "## Risky playbooks",
        PLAYBOOK_FIGURES,
        _table(("playbook", "story", "source", *heads), risky),
        "## Genuine families",
        FAMILIES,
        _table(("family", "story", *heads), honest),
    ]


def _likeness(audit: Audit, picture: str) -> list[str]:
    rows = [
        (f"`{r['indicator']}`", *("" if r[k] is None else f"{r[k]:.0%}" for k in _LIKE))
        for r in audit["likeness"]
    ]
    heads = ("indicator", "risky, world", "risky, independent", "genuine, world", "genuine, independent")
    shown = [f"![Share of signs, synthetic and independent]({picture})"] if picture else []
    return ["## Beside the independent set", LIKENESS, *shown, _table(heads, rows)]


def _rates() -> list[str]:
    rows = [(f"`{r.key}`", f"{r.value:.0%}", r.meaning, r.source) for r in RATES]
    signs = [
        (f"`{i.id}`", f"{i.rates.risky:.0%}", f"{i.rates.genuine:.0%}", i.rates.basis) for i in CATALOGUE
    ]
    return [
        "## Rates and their sources",
        _table(("rate", "value", "share of", "source"), rows),
        RATES_TEXT,
        _table(("indicator", "risky", "genuine", "source"), signs),
    ]


def page(audit: Audit, picture: str = "") -> str:
    """The page as Markdown.

    Parameters
    ----------
    audit : dict
        From `AuditResult.as_dict`.
    picture : str
        Name of the picture beside it; empty for none.
    """
    parts = [
        OPENING.format(n=audit["n"], seed=audit["seed"]),
        *_promises(audit), MAKING, *_leaks(audit), *_signs(audit), *_dial(audit), *_stories(audit),
        *_likeness(audit, picture), *_rates(), CLOSING,
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"
