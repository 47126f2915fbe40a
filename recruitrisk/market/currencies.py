"""Currencies by code, symbol and word, and what an ambiguous sign such as ``$`` stands for."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from recruitrisk.market.remembering import remembered
from recruitrisk.market.tables import read_table

__all__ = ["Currency", "country_currency", "currencies", "currency_country", "may_be_currency", "resolve"]

AMBIGUOUS = frozenset({"kr", "kr.", "kroner", "krone", "crowns"})
"""Signs of several currencies of which none is the usual one."""

SHY = frozenset(
    frozenset(
        "php try sol dai all cad bnb cop mad bam sos top eth lei ft fr lit trx sr qr kd bd jd le r rm rp "
        "dh".split()
    )
)
"""Codes and signs that are words or names too: read only as written (PHP, not php)."""

LOST_WORDS = frozenset({"won", "real", "pound", "lev", "dong", "peso", "rand", "fr", "lek", "dram"})
"""Words that are read as a currency only behind a number."""


class Currency(NamedTuple):
    """One currency or coin.

    Attributes
    ----------
    code : str
        ISO 4217 code, or the ticker of a coin.
    is_coin : bool
        True for tokens and coins (USDT, BTC, ...), which ISO 4217 does not hold.
    rough_per_usd : float
        About how many make a US dollar (2024): good to tell salaries from
        turnovers, never used for a reported figure.
    """

    code: str
    is_coin: bool
    rough_per_usd: float


class _Index(NamedTuple):
    by_code: dict[str, Currency]
    signs: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    countries: dict[str, str]


@cache
def _index() -> _Index:
    by_code: dict[str, Currency] = {}
    signs: dict[str, tuple[str, ...]] = {}
    words: dict[str, tuple[str, ...]] = {}
    countries: dict[str, str] = {}
    for row in read_table("currencies.csv"):
        code = row["code"]
        by_code[code] = Currency(code, row["kind"] == "coin", float(row["rough_per_usd"]))
        for sign in row["symbols"].split():
            for form in {sign, sign.lower()} if len(sign) > 1 else {sign}:
                signs[form] = (*signs.get(form, ()), code)
        for word in filter(None, row["words"].split("|")):
            words[word] = (*words.get(word, ()), code)
        countries.update(dict.fromkeys(row["countries"].split(), code))
    return _Index(by_code, signs, words, countries)


def currencies() -> dict[str, Currency]:
    """All known currencies and coins by their code.

    Returns
    -------
    dict of str to Currency
        Keys are ISO 4217 codes and tickers.

    Examples
    --------
    >>> currencies()["USDT"].is_coin
    True
    """
    return _index().by_code


def country_currency(country: str) -> str | None:
    """Currency of a country.

    Parameters
    ----------
    country : str
        ISO 3166 two letters, any case; ``UK`` is read as ``GB``.

    Returns
    -------
    str or None
        ISO 4217 code, None for a country outside of the table.

    Examples
    --------
    >>> country_currency("ca")
    'CAD'
    """
    return _index().countries.get(country.upper())


@cache
def currency_country(code: str) -> str | None:
    """The one country whose currency it is.

    Parameters
    ----------
    code : str
        ISO 4217 code.

    Returns
    -------
    str or None
        ISO 3166 two letters; None for a currency of several countries (EUR, XOF) and an unknown one.

    Examples
    --------
    >>> currency_country("CHF"), currency_country("EUR")
    ('CH', None)
    """
    own = [country for country, used in _index().countries.items() if used == code.upper()]
    main = [country for country in own if country == code.upper()[:2]]
    return own[0] if len(own) == 1 else main[0] if main and code.upper() != "EUR" else None


@cache
def _first_words() -> frozenset[str]:
    index = _index()
    keys = [*index.by_code, *index.signs, *index.words]
    return frozenset(key.lower().replace("-", " ").split(" ")[0] for key in keys) | {"u.s."}


def may_be_currency(words: str) -> bool:
    """Whether `resolve` may find anything in words or in the first of them; quick, and False only where it finds nothing.

    Examples
    --------
    >>> may_be_currency("Hong Kong pages"), may_be_currency("pages of text")
    (True, False)
    """
    return not words.isascii() or words.replace("-", " ").split(" ", 1)[0].lower() in _first_words()


@remembered(16384)
def resolve(sign: str, default: str | None = None, *, behind: bool = True) -> tuple[str, str | None] | None:
    """Find what a code, symbol or word stands for.

    Parameters
    ----------
    sign : str
        ``$``, ``HK$``, ``USD``, ``usd``, ``dollars``, ``Hong Kong dollars``, ...
    default : str, optional
        Code that an ambiguous sign stands for, when it can stand for it.
    behind : bool
        Whether it stood behind the number (``500 won``) or before it.

    Returns
    -------
    tuple of (str, str or None) or None
        What it was (``code``, ``symbol`` or ``word``) and the code, the latter None
        when several fit and none is usual (``kr``); None when it is no currency.

    Examples
    --------
    >>> resolve("$"), resolve("$", "AUD"), resolve("kr"), resolve("desk")
    (('symbol', 'USD'), ('symbol', 'AUD'), ('symbol', None), None)
    """
    index = _index()
    upper = sign.upper()
    low = sign.lower()
    if upper in index.by_code and (sign == upper or low not in SHY):
        return "code", upper
    fits = index.signs.get(sign) or (index.signs.get(low) if low not in SHY else None)
    kind = "symbol"
    if not fits:
        if not behind and low in LOST_WORDS:
            return None
        fits, kind = index.words.get(low), "word"
        if fits and low in SHY and sign != low:
            fits = None
    if not fits:
        return None
    if default in fits:
        return kind, default
    return kind, None if low in AMBIGUOUS else fits[0]
