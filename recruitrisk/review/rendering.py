"""Pages out of the templates that ship with the package; everything is escaped."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["BAND_COLOURS", "render", "template_text"]

BAND_COLOURS = {
    "high": "#b3261e", "elevated": "#9a4a06", "guarded": "#1f5c9e", "low": "#2a7347", "not assessable": "#5c636b",
}  # fmt: skip
"""Ground of a band's label with white letters on it: a contrast of 4.5 or more, in light and in dark."""


def template_text(name: str) -> str:
    """A file beside the templates, as it is."""
    return resources.files("recruitrisk.review").joinpath(f"templates/{name}").read_text("utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(template_text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: Any) -> str:
    """Fill a template; every value is escaped unless it is `markupsafe.Markup`.

    Parameters
    ----------
    template : str
        File name under ``recruitrisk/review/templates``.
    **values
        What it names; one that is missing is an error.
    """
    return _environment().get_template(template).render(**values)
