"""What work usually pays: reference pay by occupation group and country, exchange rates, purchasing power.

Every figure is a published fact with its source in the row; where none is published the
reference says that it was carried over, and from where, or there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from recruitrisk.market.currencies import country_currency, currencies
from recruitrisk.market.tables import read_table

__all__ = ["Reference", "convert", "convert_roughly", "price_level", "reference_pay"]

_PEGGED = {
    "USDT": 1.0,
    "USDC": 1.0,
    "BUSD": 1.0,
    "DAI": 1.0,
    "AED": 3.6725,
    "SAR": 3.75,
    "QAR": 3.64,
    "BHD": 0.376,
    "OMR": 0.3845,
    "JOD": 0.709,
}
"""Units per US dollar where an official peg (or the aim of the coin) says it."""

_NAMES = {"US": "US", "GB": "UK"}
_ALL = {"US": "00-0000", "GB": ""}


@dataclass(frozen=True, slots=True)
class Reference:
    """Yearly gross pay of an occupation group.

    Attributes
    ----------
    code, title : str
        Group and its name in the classification.
    country : str
        Country that it stands for.
    currency : str
        ISO 4217 code of every figure here.
    year : int
        Year of the figures.
    p10, p25, median, p75, p90 : float or None
        Percentiles a year in `currency`; None where the source suppressed them.
    p90_at_least : bool
        True when the source only says that p90 is at least this (top-coded).
    basis : str
        What population, or how the figures were carried over to another country.
    source : str
        Citation.
    is_local : bool
        False when the figures come from another country by purchasing power.
    """

    code: str
    title: str
    country: str
    currency: str
    year: int
    p10: float | None
    p25: float | None
    median: float
    p75: float | None
    p90: float | None
    p90_at_least: bool
    basis: str
    source: str
    is_local: bool

    def cite(self) -> str:
        """Short citation for a sentence, such as ``ONS 2024``."""
        return f"{self.source.split(' ')[0]} {self.year}"


@cache
def _groups() -> dict[tuple[str, str], Reference]:
    table: dict[tuple[str, str], Reference] = {}
    for row in read_table("reference_groups.csv"):
        coded = _number(row["p90_topcoded_at"])
        p90 = _number(row["annual_p90"])
        median = _number(row["annual_median"])
        if median is None:
            continue
        key = (row["country"], row["code"])
        table[key] = Reference(
            row["code"],
            row["title"],
            row["country"],
            row["currency"],
            int(row["year"]),
            _number(row["annual_p10"]),
            _number(row["annual_p25"]),
            median,
            _number(row["annual_p75"]),
            coded if p90 is None else p90,
            p90 is None and coded is not None,
            row["basis"],
            row["source"],
            True,
        )
    return table


def _number(cell: str) -> float | None:
    return float(cell) if cell.strip() else None


@cache
def _parities() -> dict[str, tuple[int, float]]:
    table: dict[str, tuple[int, float]] = {}
    for row in read_table("ppp.csv"):
        year, value = int(row["year"]), float(row["local_units_per_international_dollar"])
        if row["country"] not in table or table[row["country"]][0] < year:
            table[row["country"]] = (year, value)
    return table


@cache
def _rates() -> dict[str, dict[int, float]]:
    table: dict[str, dict[int, float]] = {}
    for row in read_table("fx_ecb.csv"):
        table.setdefault(row["currency"], {})[int(row["year"])] = float(row["units_per_eur"])
    return table


@lru_cache(maxsize=8192)
def reference_pay(occupation_group: str, country: str) -> Reference | None:
    """Look up what an occupation group earns a year in a country.

    Parameters
    ----------
    occupation_group : str
        Code as `recruitrisk.market.titles.occupation` gives it for that country: SOC 2018
        for ``US``, UK SOC 2020 for every other; ``""`` for all employees.
    country : str
        ISO 3166 two letters.

    Returns
    -------
    Reference or None
        For the US and the UK the published figures. For another country the British
        ones moved by purchasing power, which `Reference.basis` says. None when the
        group is not in the tables or the country has no parity: no pay reference.

    Examples
    --------
    >>> r = reference_pay("2134", "GB"); r.median, r.currency, r.cite()
    (54669.0, 'GBP', 'ONS 2024')
    >>> reference_pay("15-2052", "US") is None
    True
    """
    country = country.upper()
    if country == "UK":
        country = "GB"
    groups = _groups()
    if country in _NAMES:
        return groups.get((country, occupation_group or _ALL[country]))
    home = groups.get(("GB", occupation_group or _ALL["GB"]))
    parities, code = _parities(), country_currency(country)
    if home is None or code is None or country not in parities or "GB" not in parities:
        return None
    factor = parities[country][1] / parities["GB"][1]

    def move(value: float | None) -> float | None:
        return None if value is None else round(value * factor, 2)

    basis = (
        f"no local reference for {country}: UK figures ({home.basis}) moved by World Bank purchasing power "
        f"{parities[country][0]}"
    )
    return Reference(
        home.code,
        home.title,
        country,
        code,
        home.year,
        move(home.p10),
        move(home.p25),
        round(home.median * factor, 2),
        move(home.p75),
        move(home.p90),
        home.p90_at_least,
        basis,
        home.source,
        False,
    )


def convert(amount: float, source: str, target: str, year: int = 2024) -> float | None:
    """Convert by the yearly mean of the European Central Bank's reference rates.

    Parameters
    ----------
    amount : float
        In units of `source`.
    source, target : str
        ISO 4217 codes; currencies pegged to the dollar and dollar tokens go by their peg.
    year : int
        Calendar year; the nearest year in the table is taken.

    Returns
    -------
    float or None
        None when the bank quotes no rate for one of them.

    Examples
    --------
    >>> round(convert(100, "EUR", "USD", 2024), 1)
    108.2
    >>> convert(1, "BTC", "USD", 2024) is None
    True
    """
    if source == target:
        return amount
    one, other = _per_euro(source, year), _per_euro(target, year)
    return None if one is None or other is None else amount / one * other


@lru_cache(maxsize=4096)
def _per_euro(code: str, year: int) -> float | None:
    if code == "EUR":
        return 1.0
    if code in _PEGGED:
        dollar = _per_euro("USD", year)
        return None if dollar is None else dollar * _PEGGED[code]
    years = _rates().get(code)
    return years[min(years, key=lambda y: (abs(y - year), y))] if years else None


def convert_roughly(amount: float, source: str, target: str, year: int = 2024) -> tuple[float, bool] | None:
    """Convert as `convert` does, else by a rough rate of 2024.

    Returns
    -------
    tuple of (float, bool) or None
        The amount and whether the rate was rough (coins, currencies the European
        Central Bank does not quote); None for an unknown currency.
    """
    exact = convert(amount, source, target, year)
    if exact is not None:
        return exact, False
    known = currencies()
    if source not in known or target not in known:
        return None
    return amount / known[source].rough_per_usd * known[target].rough_per_usd, True


@lru_cache(maxsize=1024)
def price_level(country: str) -> float | None:
    """Price level of a country: purchasing power parity over exchange rate, 1 for the United States.

    Parameters
    ----------
    country : str
        ISO 3166 two letters.

    Returns
    -------
    float or None
        None when the country is not in the tables.
    """
    country = country.upper()
    code, parity = country_currency(country), _parities().get(country)
    if code is None or parity is None:
        return None
    local = convert_roughly(1.0, "USD", code, parity[0])
    return None if local is None else parity[1] / local[0]
