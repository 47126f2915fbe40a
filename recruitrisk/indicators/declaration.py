"""What an indicator's declaration holds. Data only: no callables, no weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["FieldRule", "Indicator", "Pattern", "Rates", "Source"]

Direction = Literal["raises", "lowers"]
Status = Literal["trial", "stable"]
Operator = Literal["below", "at_least", "is_yes", "is_no"]
Measure = Literal["patterns", "meaning", "fields", "pay", "piece", "order", "domain", "role_facts"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where an indicator comes from.

    Attributes
    ----------
    advisory : str
        Who published it.
    date : str
        When: ``YYYY-MM`` or ``YYYY-MM-DD`` or a year.
    says : str
        What it says, in our own words.
    link : str
        Address of the advisory or of a report of it.
    """

    advisory: str
    date: str
    says: str
    link: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern, run on normalised, lower-cased text by a linear-time engine.

    Attributes
    ----------
    regex : str
        RE2 syntax: no look-around, no back-references.
    fires : tuple of str
        Texts in which it must match.
    silent : tuple of str
        Texts in which it must not.
    strength : float
        Strength in (0, 1] that a match stands for.
    lang : str
        ISO 639-1 code of the language it is written for.
    """

    regex: str
    fires: tuple[str, ...]
    silent: tuple[str, ...] = ()
    strength: float = 0.9
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One test of a column; the points of all that hold are added and clipped to 0..1.

    Attributes
    ----------
    column : str
        A column of the data contract, or one derived from it: ``account_age_months``
        and ``company_age_years`` (both at the time of the first message).
    operator : str
        ``below`` and ``at_least`` compare with `value`; ``is_yes``, ``is_no`` ignore it.
    value : float
        Threshold.
    points : float
        What is added when the test holds, -1 to 1 (negative: speaks against the sign).
    says : str
        Plain English for the evidence, e.g. ``account made less than a year before``.
    """

    column: str
    operator: Operator
    value: float
    points: float
    says: str


@dataclass(frozen=True, slots=True)
class Rates:
    """How often the synthetic world lets the sign occur.

    Attributes
    ----------
    risky, genuine : float
        Share of approaches, 0 to 1.
    basis : str
        The source of the rates, or ``own judgement``.
    """

    risky: float
    genuine: float
    basis: str = "own judgement"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One sign that an advisory names, declared once.

    Attributes
    ----------
    id : str
        snake_case; the name of the feature and of a mark column.
    family : str
        The file it stands in.
    name : str
        A few words for a table.
    definition : str
        What it is, and what it is not.
    seen_in : str
        Letters of P profile, C company, O offer, M message, D course of the conversation.
    sources : tuple of Source
        At least one.
    measures : tuple of str
        How it is found: ``patterns``, ``meaning`` (sentence classifier), ``fields``,
        ``pay`` (against a reference), ``piece`` (paid by the piece), ``order`` (course of the thread), ``domain``
        (addresses), ``role_facts`` (facts of a role that are missing).
    direction : {"raises", "lowers"}
        Which way it moves the risk.
    strong : bool
        While a strong sign stands, nothing that lowers brings the band below guarded.
    patterns : tuple of Pattern
        What fires.
    vetoes : tuple of Pattern
        Negations, compliance notices and other senses: a match silences matches of
        `patterns` in the same sentence.
    fields : tuple of FieldRule
        Tests of columns.
    fires, silent : tuple of str
        Example sentences: that show it; and traps that do not.
    rates : Rates
        For the synthetic world.
    reviewer : str
        The sentence a reviewer reads when the sign is shown, without a full stop.
    absent : str
        The wording when it was looked for and not found, without a full stop.
    innocent : tuple of str
        Honest reasons for it.
    next_step : str
        What would settle it.
    status : {"trial", "stable"}
    """

    id: str
    family: str
    name: str
    definition: str
    seen_in: str
    sources: tuple[Source, ...]
    measures: tuple[Measure, ...]
    rates: Rates
    reviewer: str
    absent: str
    innocent: tuple[str, ...]
    next_step: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    direction: Direction = "raises"
    strong: bool = False
    patterns: tuple[Pattern, ...] = ()
    vetoes: tuple[Pattern, ...] = ()
    fields: tuple[FieldRule, ...] = ()
    status: Status = "stable"
