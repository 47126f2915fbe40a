"""`review`: one object with the figures, tables and pictures of a model, each under the origin of its data."""

from __future__ import annotations

import base64
import hashlib
import io
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from numbers import Real
from typing import TYPE_CHECKING, Any

import pandas as pd

from recruitrisk.model import RiskModel, load_model
from recruitrisk.parameters import check_many, check_path, check_share
from recruitrisk.places import check_target, write_whole
from recruitrisk.review import review_tables as tables
from recruitrisk.review.fairness import group_alarms
from recruitrisk.review.labelled import Data, independent_path, independent_set, labelled_set
from recruitrisk.review.probes import measure_probes
from recruitrisk.review.rendering import render, template_text
from recruitrisk.review.review import ReviewedSet, as_text, attack_figures, dump, holdout_set, measure
from recruitrisk.review.statements import ORIGINS, STATEMENTS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["Review", "picture", "review", "review_model", "style_values"]

_DPI = 110


@dataclass(frozen=True, slots=True, repr=False)
class Review:
    """Figures, tables and pictures of a model.

    Attributes
    ----------
    model : RiskModel
    sets : dict of str to ReviewedSet
        Origin -> what was measured on it. The synthetic hold-out comes first.
    attacks : dict
        Evasion rewrites; empty when your own data were reviewed.
    probes : dict
        From `recruitrisk.review.probes.measure_probes`; empty unless asked for.
    base_rates : tuple of float
        At which the worth of an alert is told.
    """

    model: RiskModel
    sets: Mapping[str, ReviewedSet]
    attacks: Mapping[str, Any]
    base_rates: tuple[float, ...] = tables.BASE_RATES
    probes: Mapping[str, Any] = field(default_factory=dict)

    @property
    def summary(self) -> pd.DataFrame:
        """All figures: ``origin, figure, value, low, high, n``."""
        return tables.summary_table(self.sets.values())

    @property
    def roc(self) -> pd.DataFrame:
        """Every line: what is found, what is falsely raised, with intervals."""
        return tables.roc_table(self.sets.values())

    @property
    def calibration(self) -> pd.DataFrame:
        """Reliability bins with counts and intervals."""
        return tables.calibration_bins(self.sets.values())

    @property
    def alerts(self) -> pd.DataFrame:
        """What an alert is worth, by origin, band and base rate."""
        return tables.alert_table(self.sets.values(), self.base_rates)

    @property
    def indicators(self) -> pd.DataFrame:
        """Hit and false-hit rate of each indicator, with intervals."""
        return tables.indicator_table(self.sets.values())

    @property
    def weights(self) -> pd.DataFrame:
        """Weight of each part, and its points to add by hand."""
        return tables.weight_table(self.model)

    @property
    def groups(self) -> pd.DataFrame:
        """False alarms by language, name-origin and region, with intervals."""
        parts = [group_alarms(one) for one in self.sets.values() if one.data is not None]
        return pd.concat(parts, ignore_index=True)

    def figure(self, name: str) -> Figure:
        """Draw one picture.

        Parameters
        ----------
        name : str
            One of `recruitrisk.review.review_figures.FIGURES`.

        Returns
        -------
        matplotlib.figure.Figure
            Of its own, outside of pyplot; a notebook shows it.

        Raises
        ------
        UsageError
            No such picture, or matplotlib is not installed.
        """
        from recruitrisk.review.review_figures import draw

        figure: Figure = draw(name, self)
        return figure

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready; each set under its origin. ``docs/review.json`` is this."""
        return {
            "attacks": dict(self.attacks),
            "model": {"name": self.model.name, "catalogue": self.model.manifest.get("catalogue")},
            "sets": {origin: one.figures for origin, one in self.sets.items()},
            "alerts": tables.records(self.alerts),
            "groups": tables.records(self.groups),
            **({"probes": dict(self.probes)} if self.probes else {}),
        }

    def as_text(self) -> str:
        """The figures for a terminal."""
        return as_text(self.as_dict())

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """The figures as JSON text; written to `path` when that is given."""
        text = dump(self.as_dict())
        if path is not None:
            check_target(path, "JSON")
            write_whole(path, text)
        return text

    def to_html(self, path: str | os.PathLike[str] | None = None) -> str:
        """One self-contained page with all tables and pictures; written to `path` when that is given.

        Raises
        ------
        UsageError
            matplotlib is not installed.
        """
        if path is not None:
            check_target(path, "HTML")
        from recruitrisk.review.review_figures import CAPTIONS, FIGURES

        pictures = [(name, CAPTIONS[name], picture(self.figure(name))) for name in FIGURES]
        text = _page(self, pictures)
        if path is not None:
            write_whole(path, text)
        return text

    def __repr__(self) -> str:
        sets = ", ".join(f"{origin} (n = {one.figures['n']:,})" for origin, one in self.sets.items())
        return f"<Review of model {self.model.name}: {sets}>"

    def _repr_html_(self) -> str:
        return render("review_part.html.j2", **_values(self))


def picture(figure: Figure) -> str:
    """A figure as PNG in base64."""
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=_DPI, metadata={"Software": None})
    return base64.b64encode(out.getvalue()).decode("ascii")


def _values(found: Review) -> dict[str, Any]:
    pivot = found.summary
    origins = list(found.sets)
    heads = [(o, found.sets[o].figures) for o in origins]
    rows = []
    for figure in dict.fromkeys(pivot["figure"]):
        part = pivot[pivot["figure"] == figure].set_index("origin")
        cells = [_cell(part.loc[o], found.sets[o].figures["n"]) if o in part.index else "" for o in origins]
        rows.append((figure, cells))
    return {
        "name": found.model.name,
        "catalogue": found.model.manifest.get("catalogue"),
        "heads": heads,
        "rows": rows,
        "alerts": found.alerts.to_dict("records"),
        "statement": STATEMENTS[1].text,
        "origins": [(o, ORIGINS[key]) for o in origins for key in ORIGINS if o.startswith(key)],
    }


def _cell(row: pd.Series, n: int) -> str:
    text = f"{row['value']:.3f}"
    if row["low"] == row["low"]:
        text += f" [{row['low']:.3f}, {row['high']:.3f}]"
    return text if row["n"] == n else f"{text} (n = {row['n']:.0f})"


def style_values() -> dict[str, Any]:
    """The style of our pages and its hash, which is all that their policy allows beside pictures."""
    from markupsafe import Markup

    style = template_text("review.css")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return {"style": Markup(style), "style_hash": digest}


def _page(found: Review, pictures: Sequence[tuple[str, str, str]]) -> str:
    return render(
        "review.html.j2",
        **style_values(),
        pictures=pictures,
        indicators=found.indicators.to_dict("records"),
        groups=found.groups.to_dict("records"),
        weights=found.weights.to_dict("records"),
        attacks=found.attacks,
        statements=STATEMENTS,
        **_values(found),
    )


def review(
    model: str | os.PathLike[str] | RiskModel = "default",
    data: Data | None = None,
    messages: str | os.PathLike[str] | pd.DataFrame | None = None,
    *,
    origin: str | None = None,
    base_rates: Sequence[float] = tables.BASE_RATES,
    probes: bool = False,
) -> Review:
    """Review a model on its synthetic hold-out and on the independent set, or on your own labelled approaches.

    Parameters
    ----------
    model : str, path or RiskModel
        Name, folder or model.
    data : path, DataFrame, Synthetic or sequence of Conversation, optional
        A table of approaches with a column ``label`` (1, 0, risky, genuine), JSON Lines of conversations, or a synthetic world; the
        independent set that ships by default. See `recruitrisk.review.labelled`.
    messages : path or DataFrame, optional
        Goes with a table.
    origin : str, optional
        What to call the data; ``yours`` by default.
    base_rates : sequence of float
        At which the worth of an alert is told.
    probes : bool
        Whether to measure disguised words, padding, other names and more on made-up approaches; half a minute.

    Returns
    -------
    Review

    Raises
    ------
    ReadError
        The data can't be read.
    UsageError
        One of the two classes is missing.
    ModelError
        No such model, or one without figures of its hold-out.
    """
    if not isinstance(model, RiskModel):
        check_path("model", model, "a model, its name or its folder")
    rates = tuple(
        check_share("base_rates", rate)
        for rate in check_many("base_rates", base_rates, Real, "a list of numbers between 0 and 1")
    )
    loaded = model if isinstance(model, RiskModel) else load_model(model)
    sets = [holdout_set(loaded)]
    chosen = independent_set() if data is None else labelled_set(data, messages, origin=origin)
    sets.append(measure(loaded, chosen))
    if data is None or (chosen.has_profiles and chosen.has_text):
        bare = independent_set(profiles=False) if data is None else chosen.messages_alone()
        sets.append(measure(loaded, bare))
    attacks = (
        attack_figures(loaded, independent_path().with_name("attacks_open.json")) if data is None else {}
    )
    more = measure_probes(loaded) if probes else {}
    return Review(loaded, {one.origin: one for one in sets}, attacks, rates, more)


def review_model(
    model: str | os.PathLike[str] | RiskModel = "default", data: Data | None = None
) -> dict[str, Any]:
    """The figures of `review` as a JSON-ready dict."""
    return review(model, data).as_dict()
