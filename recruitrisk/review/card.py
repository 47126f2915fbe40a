"""The model card: what a model is for, how it was made, what was measured, where it fails. Measured figures only.

A card is made from two things alone, the model (its manifest) and the JSON of its review; no figure in it is written by
hand. Headings are those of the usual model cards (Mitchell et al. 2019); a table at the end says where each question of the NIST
AI Risk Management Framework's MEASURE function is answered.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recruitrisk.errors import ReadError
from recruitrisk.indicators import CATALOGUE
from recruitrisk.model import RiskModel
from recruitrisk.model.points import points_table
from recruitrisk.review.card_words import (
    CAVEATS,
    INTENDED,
    MEASURE,
    MISUSE,
    NEVER_SCORED_TEXT,
    TRAINING,
)
from recruitrisk.review.figures import alert_worth, percent
from recruitrisk.review.probes import WEAK
from recruitrisk.review.rendering import render
from recruitrisk.review.reviewed import style_values
from recruitrisk.review.statements import ORIGINS, STATEMENTS, base_rate_statement

__all__ = [
    "Items",
    "Section",
    "Table",
    "Words",
    "card_html",
    "card_markdown",
    "card_sections",
    "read_review",
    "write_card",
]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; what stands between backticks is code."""

    text: str
    kind: str = "words"


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[str, ...]
    kind: str = "items"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = "table"


Block = Words | Items | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its level (2 or 3) and what stands under it."""

    title: str
    blocks: tuple[Block, ...]
    level: int = 2


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> Table:
    return Table(tuple(head), tuple(tuple(str(c) for c in row) for row in rows))


def _bounded(figure: Mapping[str, float], digits: int = 3) -> str:
    return f"{figure['value']:.{digits}f} [{figure['low']:.{digits}f}, {figure['high']:.{digits}f}]"


def _share(value: float, low: float, high: float, digits: int = 3) -> str:
    return f"{value:.{digits}f} [{low:.{digits}f}, {high:.{digits}f}]"


def _details(model: RiskModel) -> Section:
    m = model.manifest
    s = m["settings"]
    return Section(
        "Model details",
        (
            _table(
                ("what", "value"),
                [
                    ("name", f"`{model.name}`"),
                    ("kind", f"additive in {len(CATALOGUE)} indicators and {len(m['parts']) - len(CATALOGUE)} combinations of them, "
                             "monotone in each indicator's direction, calibrated; an unknown sign adds nothing"),
                    ("SHA-256 of `arrays.npz`", f"`{m['files']['arrays.npz']['sha256']}`"),
                    ("catalogue, world, library", f"`{m['catalogue']}`, `{m['versions']['generator']}`, {m['versions']['library']}"),
                    ("seed and size of the training world", f"{s['seed']}, {s['n']:,} approaches"),
                    ("bound of what checkable specifics take off", f"{s['cap']:g} log-odds"),
                    ("licence", "MIT"),
                ],
            ),
        ),
    )  # fmt: skip


def _metrics(review: Mapping[str, Any]) -> Section:
    sets = review["sets"]
    head = [
        "figure [95 % interval]",
        *(f"{o} (n = {f['n']:,}, {f['risky']:,} risky)" for o, f in sets.items()),
    ]
    names = (
        ("AUROC", "auroc"), ("found at 5 % false alarms", "recall_at_5"), ("found at 1 % false alarms", "recall_at_1"),
        ("Brier score", "brier"), ("calibration error, 10 bins of equal count", "calibration_error"),
        ("macro-F1 over indicators", "macro_f1"), ("evidence overlap", "overlap"), ("exact quotations", "exact_quotations"),
        ("traps fired", "traps_fired"),
    )  # fmt: skip
    rows = []
    for name, key in names:
        cells = []
        for figures in sets.values():
            f = figures.get(key)
            if isinstance(f, Mapping):
                cells.append(_bounded(f) if "low" in f else f"{f['value']:.3f} (n = {f['n']})")
            else:
                cells.append("" if f is None else f"{f:.3f}")
        rows.append((name, *cells))
    meaning = tuple(f"{o}: {ORIGINS[k]}." for o in sets for k in ORIGINS if o.startswith(k))
    return Section("Figures by origin of the data", (_table(head, rows), Items(meaning)), 3)


def _calibration(review: Mapping[str, Any], model: RiskModel) -> Section:
    holdout = review["sets"]["synthetic hold-out"]
    rows = [
        (f"{b['n']:,}", f"{b['predicted']:.3f}", _share(b["observed"], b["low"], b["high"]))
        for b in holdout["calibration_bins"]
    ]
    blocks: list[Block] = [
        Words(
            f"Synthetic hold-out, n = {holdout['n']:,}, at its own prevalence. Calibration holds for approaches like those; a stream's "
            "own is unknown, and the user's base rate moves every probability."
        ),
        _table(("approaches", "predicted", "observed [95 % interval]"), rows),
    ]
    hidden = model.manifest["holdout"].get("interval", {})
    found = [
        (name, f"{one['coverage']:.3f}", f"{one['n']:,}")
        for name, one in hidden.items()
        if name != "calibration"
    ]
    if found:
        blocks += [
            Words("How often the 80 % interval holds the evidence once what was hidden is known:"),
            _table(("hidden", "share held", "n"), found),
        ]
    return Section("Calibration", tuple(blocks), 3)


def _alerts(review: Mapping[str, Any]) -> Section:
    rows = [
        (a["origin"], a["band"], percent(a["base_rate"]), alert_worth(a), a["in_words"])
        for a in review["alerts"]
        if "alone" not in a["origin"]
    ]
    elevated = next(
        a
        for a in review["alerts"]
        if a["origin"] == "synthetic hold-out" and a["band"].startswith("elevated")
    )
    return Section(
        "What an alert is worth",
        (
            Words(base_rate_statement(0.001, elevated["found"], elevated["false_alarms"]) + " (Synthetic hold-out, elevated or above.)"),
            _table(("data", "alert", "base rate", "share of alerts that are right [range]", "in natural frequencies"), rows),
            Words("The range takes the worse and the better ends of both 95 % intervals at once. No false alarm in a set of 90 genuine "
                  "approaches is no proof that there are none: read the lower end."),
        ),
        3,
    )  # fmt: skip


def _indicators(review: Mapping[str, Any], model: RiskModel) -> Section:
    points = {r.id: r for r in points_table(model).rows}
    points_fit = review["probes"]["points"]
    sets = review["sets"]
    independent = sets.get("independent", {}).get("indicators", {})
    rows = []
    for one in CATALOGUE:
        f, g, p = (
            sets["synthetic hold-out"]["indicators"].get(one.id),
            independent.get(one.id),
            points[one.id],
        )
        rows.append(
            (
                one.name, f"`{one.id}`", f"{p.shown:+d}", f"{p.absent:+d}",
                f"{f['precision']:.2f} / {f['recall']:.2f} ({f['cases']:,})" if f else "",
                f"{g['precision']:.2f} / {g['recall']:.2f} ({g['cases']})" if g else "not marked or under 3 cases",
            )
        )  # fmt: skip
    rows.sort(key=lambda r: -int(r[2]))
    together = [
        (r.name, f"{r.shown:+d}", f"{r.absent:+d}") for r in points.values() if r.name.startswith("together")
    ]
    table = points_table(model)
    sums = [
        (f"{k:+d}", *(percent(table.risk(k, rate)) for rate in (0.01, 0.001))) for k in range(-40, 81, 10)
    ]
    return Section(
        "Indicators, with weights that can be added by hand",
        (
            Words("One point is 0.1 log-odds; seven double the odds. Add the points of each sign that is shown, those of each that was "
                  "looked for and is not there; leave out what is unknown. The library itself scores with the exact curves. Precision / "
                  "recall (cases) say how well each sign is found."),
            _table(("indicator", "id", "shown", "not there", "synthetic hold-out", "independent"), rows),
            _table(("combination", "shown", "not there"), together),
            Words(f"What can be checked takes off {table.most_off} points in all, never more. On {points_fit['n']:,} synthetic "
                  f"approaches the sum of points follows the exact one with a rank correlation of "
                  f"{points_fit['spearman']:.3f}, at a mean distance of {points_fit['mean_gap']:.2f} log-odds."),
            _table(("sum of points", "risk at a base rate of 1 %", "at 0.1 %"), sums),
        ),
        3,
    )  # fmt: skip


def _failures(review: Mapping[str, Any], model: RiskModel) -> Section:
    probes = review["probes"]
    figures = review["sets"]["synthetic hold-out"]["indicators"]
    names = {i.id: i.name for i in CATALOGUE}
    rows = []
    for key, pieces in probes["weak"].items():
        f = figures[key]
        missed, wrong = ("; ".join(f"“{t}”" for t in pieces[k]) for k in ("missed", "wrongly found"))
        rows.append((f"{names[key]} (`{key}`)", f"{f['f1']:.2f}", f"{f['cases']:,}", missed, wrong))
    disguises = [
        (
            d["attack"], percent(d["share_of_words"]), f"{d['kept']} of {d['detected']} {_ends(d)}",
            f"{d['signs_kept']} of {d['signs']}", f"{d['alarms_before']}, {d['alarms_after']} of {d['genuine']}",
        )
        for d in probes["disguises"]
    ]  # fmt: skip
    slip, picture = probes["misspelt"], probes["picture"]
    said = []
    if slip:
        said.append(
            f"**Misspelling.** A slip is not undone. “{slip['before']}” shows `{slip['indicator']}`; “{slip['after']}” does not."
        )
    said.append(
        f"**Text in a picture, a call, a document behind a link.** It is not seen. “{picture['text']}” alone is read as "
        f"{picture['band']} ({percent(picture['risk'])} at a base rate of 1 %)."
    )
    said += CAVEATS
    padding = probes["padding"]
    lowered, trials = sum(p["lowered"] for p in padding), sum(p["trials"] for p in padding)
    said.append(
        f"**Padding.** Up to fifty pleasantries behind a risky text lowered its risk in {lowered} of {trials} trials; they moved it by "
        f"{sum(p['mean_shift'] * p['trials'] for p in padding) / trials:+.2f} log-odds on average."
    )
    return Section(
        "Known failures",
        (
            Words(f"Indicators with an F1 below {WEAK:g} on the synthetic hold-out, with pieces of synthetic approaches that were missed "
                  "and wrongly taken for them:"),
            _table(("indicator", "F1", "cases", "missed", "wrongly found"), rows),
            Words("Disguised words, synthetic texts read without profiles (elevated or above that stay there; signs that stay shown; "
                  "genuine texts flagged before and after):"),
            _table(("disguise", "share of words", "kept [95 % interval]", "signs kept", "genuine flagged"), disguises),
            Items(tuple(said)),
        ),
        3,
    )  # fmt: skip


def _ends(row: Mapping[str, float]) -> str:
    return f"[{row['low']:.2f}, {row['high']:.2f}]"


def _fairness(review: Mapping[str, Any]) -> Section:
    words = {"lang": "language", "name_origin": "sender's name", "region": "recipient's region"}
    groups = [*review["probes"]["groups"], *(g for g in review["groups"] if "alone" not in g["origin"])]
    rows = [
        (g["origin"], words[g["grouping"]], g["group"].replace("_", " "), f"{g['alarms']} of {g['n']}",
         _share(g["rate"], g["low"], g["high"], 2), f"{g['q']:.2f}")
        for g in groups
    ]  # fmt: skip
    apart = [g for g in groups if g["q"] < 0.05]
    swaps = review["probes"]["identity_swaps"]
    n = sum(s["n"] for s in swaps)
    same = sum(round(s["unchanged"] * s["n"]) for s in swaps)
    largest = max((abs(s["largest_shift"]) for s in swaps), default=0.0)
    least = min(g["n"] for g in groups)
    return Section(
        "Fairness",
        (
            Words(NEVER_SCORED_TEXT),
            Words(f"The same approach from somebody of another name, place and photo: {same} of {n:,} swaps over {len(swaps)} groups of "
                  f"names left the score unchanged; the largest shift was {largest:.3f} log-odds."),
            Words(f"Genuine approaches flagged (elevated or above), by group. {len(apart)} of {len(groups)} groups differ from the others "
                  f"(q < 0.05, Fisher, Benjamini-Hochberg). Groups are small (from {least}), so differences that matter can be missed: "
                  "read the intervals."),
            _table(("data", "by", "group", "flagged", "share [95 % interval]", "q"), rows),
        ),
        3,
    )  # fmt: skip


def card_sections(model: RiskModel, review: Mapping[str, Any]) -> list[Section]:
    """The card's sections.

    Parameters
    ----------
    model : RiskModel
    review : mapping
        `Review.as_dict` of a review with probes; ``docs/review.json`` is one.
    """
    s = model.manifest["settings"]
    mix = ", ".join(
        f"{s['setting'][k]:.0%} {word}"
        for k, word in (("risky", "risky"), ("genuine", "genuine"), ("other", "other harms"))
    )
    world = f"{s['n']:,} approaches from seed {s['seed']}: {mix}."
    return [
        _details(model),
        Section("Intended use", (Words(INTENDED), Items(tuple(f"**{x.title}.** {x.text}" for x in STATEMENTS)))),
        Section("Misuse", (Items(MISUSE),), 3),
        Section("Factors", (Words(f"{NEVER_SCORED_TEXT} Figures are told apart by origin of the data; false alarms by language, "
                "name-origin and region."),)),
        Section("Training data", (Words(f"{TRAINING} {world}"),)),
        Section("Evaluation data", (Items(tuple(f"{k}: {v}." for k, v in ORIGINS.items() if k != "yours")),)),
        Section("Metrics and quantitative analyses", (Words("Measured by `recruitrisk review`; intervals are 95 %."),)),
        _metrics(review),
        _calibration(review, model),
        _alerts(review),
        _indicators(review, model),
        _fairness(review),
        _failures(review, model),
        Section("Ethical considerations", (Words("See the six statements under intended use. The catalogue names signs of a method, "
                "none of a people; every sign has honest reasons, which the report shows beside it."),)),
        Section("NIST AI RMF, MEASURE", (_table(("question", "answered by"), MEASURE),)),
    ]  # fmt: skip


def card_markdown(model: RiskModel, review: Mapping[str, Any]) -> str:
    """The card as Markdown; parameters are those of `card_sections`."""
    out = [
        f"# Model card: {model.name}",
        "Written by `recruitrisk card` from the manifest and the review; not edited by hand.",
    ]
    for section in card_sections(model, review):
        out.append(f"{'#' * section.level} {section.title}")
        for block in section.blocks:
            if isinstance(block, Words):
                out.append(block.text)
            elif isinstance(block, Items):
                out.append("\n".join(f"- {item}" for item in block.items))
            else:
                lines = ["| " + " | ".join(block.head) + " |", "|" + "---|" * len(block.head)]
                lines += ["| " + " | ".join(c.replace("|", "\\|") for c in row) + " |" for row in block.rows]
                out.append("\n".join(lines))
    return "\n\n".join(out) + "\n"


def card_html(model: RiskModel, review: Mapping[str, Any]) -> str:
    """The card as one self-contained page; parameters are those of `card_sections`."""
    return render("card.html.j2", name=model.name, sections=card_sections(model, review), **style_values())


def read_review(model: RiskModel, path: str | os.PathLike[str]) -> dict[str, Any]:
    """Read the JSON of a model's review.

    Raises
    ------
    ReadError
        Can't be read, is of another model, or was made without probes.
    """
    again = "make it again with 'recruitrisk review --json'"
    try:
        review: dict[str, Any] = json.loads(Path(path).read_text("utf-8"))
        same = review["sets"]["synthetic hold-out"] == json.loads(json.dumps(model.manifest["holdout"]))
    except OSError as problem:
        raise ReadError(f"can't be read ({problem.strerror})", file=str(path)) from None
    except (ValueError, KeyError, TypeError) as problem:
        raise ReadError(f"is no review ({problem!r}); {again}", file=str(path)) from None
    if not same:
        raise ReadError(f"is a review of another model than {model.name}; {again}", file=str(path))
    if "probes" not in review:
        raise ReadError(f"holds no probes; {again} without --data", file=str(path))
    return review


def write_card(
    model: RiskModel, review: Mapping[str, Any], folder: str | os.PathLike[str]
) -> tuple[Path, Path]:
    """Write ``card.md`` and ``card.html`` into a model's folder.

    They are not among the files that ``SHA256SUMS`` pins: a card says what was measured of a model, and a
    model is the same whatever is measured of it.
    """
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    pages = (
        (target / "card.md", card_markdown(model, review)),
        (target / "card.html", card_html(model, review)),
    )
    for path, text in pages:
        path.write_text(text, encoding="utf-8")
    return pages[0][0], pages[1][0]
