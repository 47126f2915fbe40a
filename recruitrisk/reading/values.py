"""Single values: what a cell says, by the kind of its column.

Every parser takes text that is not empty and gives the parsed value or None. `parse_value`
puts them behind one door for cells of any type (text, number, bool, date, missing).
Times without a zone are taken as UTC, and every datetime that comes out is aware, in UTC.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import numpy as np
import pandas as pd

from recruitrisk.approach import COLUMNS

__all__ = ["is_missing", "parse_mark", "parse_time", "parse_value", "text_of"]

Value = str | float | bool | datetime

_KINDS = {column.name: column.kind for column in COLUMNS}
_SAYS = {
    "year": "is not a year",
    "count": "is not a count",
    "yes_no": "is not yes or no",
    "month": "is not a month (YYYY-MM)",
    "currency": "is not a currency (ISO 4217)",
    "period": "is not a pay period (hour, day, week, month, year, report, project)",
    "time": "is not a time (ISO 8601)",
}
_UNKNOWN = frozenset({"nan", "none", "null", "n/a", "na", "nat", "<na>", "-", "?", "unknown"})
_YES = frozenset({"yes", "y", "true", "t", "1", "1.0"})
_NO = frozenset({"no", "n", "false", "f", "0", "0.0"})

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: i + 1 for i, name in enumerate(_MONTH_NAMES)}
_US = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP])\.?M\.?", re.IGNORECASE
)
_YMD_SLASH = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_DMY_NAME = re.compile(
    r"(\d{1,2})[\s-]([A-Za-z]{3,9})\.?,?[\s-](\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)
_C_TIME = re.compile(r"[A-Za-z]{3},? ([A-Za-z]{3})\s+(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (?:UTC|GMT) (\d{4})")
_OFFSET_UTC = re.compile(r"\s*(?:UTC|GMT)$")
_MONTH_ISO = re.compile(r"(\d{4})-(\d{1,2})")
_MONTH_SLASH = re.compile(r"(\d{1,2})/(\d{4})")
_MONTH_NAME = re.compile(r"([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_YEAR = re.compile(r"([12]\d{3})(?:\.0+)?")
_GROUPED = re.compile(r"\d{1,3}(?:([,.'’\u00a0\u202f ])\d{3})(?:\1\d{3})*")
_COUNT = re.compile(
    r"(?P<n>[\d.,'’\u00a0\u202f ]*\d)\s*(?P<unit>[km])?\s*(?:\+|(?:-|–|to)\s*[\d.,'’ ]*\d\s*[km]?\+?)?"
    r"(?:\s*(?:employees|connections|followers|people|contacts))?",
    re.IGNORECASE,
)
_SYMBOLS = {"£": "GBP", "€": "EUR", "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "¥": "JPY"}
_CURRENCIES = frozenset(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
    GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW
    KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN
    NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK
    SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS
    VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """.split()
)
_PERIODS = {
    "hour": ("hourly", "h", "hr", "hrs", "hours"),
    "day": ("daily", "days", "diem"),
    "week": ("weekly", "weeks", "wk"),
    "month": ("monthly", "months", "mo"),
    "year": ("yearly", "years", "annual", "annually", "annum", "pa", "p.a.", "yr"),
    "report": ("reports", "paper", "article", "piece"),
    "project": ("projects", "fixed", "assignment"),
}
_PERIOD = {word: period for period, words in _PERIODS.items() for word in (period, *words)}


def _make(
    year: str, month: int, day: str, clock: tuple[str | None, ...] = (), pm: str = ""
) -> datetime | None:
    whole = int(year) + (0 if len(year) == 4 else 2000 if int(year) < 69 else 1900)
    hour, minute, second = (int(part) if part else 0 for part in (*clock, None, None, None)[:3])
    if pm:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if pm in "Pp" else 0)
    try:
        return datetime(whole, month, int(day), hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None


def parse_time(text: str) -> datetime | None:
    """Parse a time as tables and LinkedIn exports of all years write it.

    Parameters
    ----------
    text : str
        ISO 8601; ``2024-05-01 10:00:00 UTC``; ``10/16/18, 8:36 AM`` (US order, only with
        AM or PM); ``31 Dec 2024``; ``6-Feb-26``; ``2024/05/01 10:00:00 UTC``;
        ``Tue May 01 10:00:00 UTC 2024``.

    Returns
    -------
    datetime or None
        Aware, in UTC; None when it is none of these.

    Examples
    --------
    >>> parse_time("10/16/18, 8:36 AM").isoformat()
    '2018-10-16T08:36:00+00:00'
    >>> parse_time("16/10/2018") is None
    True
    """
    text = text.strip()
    if match := _C_TIME.fullmatch(text):
        name, day, hour, minute, second, year = match.groups()
        return _make(year, _MONTHS.get(name.lower(), 0), day, (hour, minute, second))
    text = _OFFSET_UTC.sub("", text)
    try:
        return _utc(datetime.fromisoformat(text))
    except ValueError:
        pass
    if match := _US.fullmatch(text):
        month, day, year, hour, minute, second, half = match.groups()
        return _make(year, int(month), day, (hour, minute, second), half)
    if match := _YMD_SLASH.fullmatch(text):
        year, month, day, *clock = match.groups()
        return _make(year, int(month), day, tuple(clock))
    if match := _DMY_NAME.fullmatch(text):
        day, name, year, *clock = match.groups()
        return _make(year, _MONTHS.get(name[:3].lower(), 0), day, tuple(clock))
    return None


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # year 1 or 9999 moved over the edge
        return moment.replace(tzinfo=timezone(timedelta(0)))


def _month(text: str) -> datetime | None:
    for pattern, year_first in ((_MONTH_ISO, True), (_MONTH_SLASH, False)):
        if match := pattern.fullmatch(text):
            year, month = match.groups() if year_first else match.groups()[::-1]
            return _make(year, int(month), "1")
    if match := _MONTH_NAME.fullmatch(text):
        return _make(match[2], _MONTHS.get(match[1][:3].lower(), 0), "1")
    return parse_time(text)


def _year(text: str) -> float | None:
    if match := _YEAR.fullmatch(text):
        return float(match[1])
    moment = _month(text)
    return float(moment.year) if moment else None


def _count(text: str) -> float | None:
    match = _COUNT.fullmatch(text)
    if not match:
        return None
    digits, unit = match["n"], (match["unit"] or "").lower()
    if _GROUPED.fullmatch(digits) and not unit:
        number = float(re.sub(r"\D", "", digits))
    else:
        try:
            number = float(digits.replace(",", "."))
        except ValueError:
            return None
    number = round(number * {"": 1, "k": 1_000, "m": 1_000_000}[unit], 6)
    return number if number.is_integer() else None


def _yes_no(text: str) -> bool | None:
    word = text.lower()
    return True if word in _YES else False if word in _NO else None


def _currency(text: str) -> str | None:
    code = _SYMBOLS.get(text, text.upper())
    return code if code in _CURRENCIES else None


def _period(text: str) -> str | None:
    word = text.lower()
    return _PERIOD.get(word) or _PERIOD.get(re.sub(r"^(?:per|an?|each|/)\s*", "", word))


_PARSERS: dict[str, Callable[[str], Value | None]] = {
    "year": _year,
    "count": _count,
    "yes_no": _yes_no,
    "month": _month,
    "currency": _currency,
    "period": _period,
    "time": parse_time,
}


def is_missing(value: object) -> bool:
    """Tell whether a cell is unknown: None, NaN, NA, NaT, or nothing but white space."""
    if isinstance(value, str):
        return not value or value.isspace()
    if value is None or value is pd.NA or value is pd.NaT:
        return True
    return isinstance(value, float | np.floating | np.datetime64) and bool(value != value)


def text_of(value: object) -> str:
    """Give a cell as text, so that a table with types reads the same as its CSV.

    Examples
    --------
    >>> text_of(2000.0), text_of(True), text_of(datetime(2024, 5, 1))
    ('2000', 'yes', '2024-05-01T00:00:00')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, float | np.floating) and float(value).is_integer():
        return str(int(value))
    if isinstance(value, np.datetime64):
        value = pd.Timestamp(value)
    if isinstance(value, date):  # also datetime and pandas' Timestamp
        return str(value.isoformat())
    return str(value)


def _quote(text: str) -> str:
    return f'"{text if len(text) <= 60 else text[:57] + "..."}"'


def parse_value(name: str, value: object) -> tuple[Value | None, str | None]:
    """Parse one cell of a known column.

    Parameters
    ----------
    name : str
        Our name of the column, one of `recruitrisk.approach.COLUMNS`.
    value : object
        The cell: text, number, bool, date or missing.

    Returns
    -------
    value : str, float, bool, datetime or None
        None when it is unknown or can't be read. Text and money stay exactly as they are.
    note : str or None
        Why a value that is there was taken as unknown.

    Examples
    --------
    >>> parse_value("company_founded", "abc")
    (None, 'company_founded: "abc" is not a year')
    >>> parse_value("connections", "500+")
    (500.0, None)
    """
    if is_missing(value):
        return None, None
    text = text_of(value)
    parser = _PARSERS.get(_KINDS[name])
    if parser is None:
        return text, None
    bare = text.strip()
    if bare.lower() in _UNKNOWN:
        return None, None
    parsed = parser(bare)
    if parsed is None:
        return None, f"{name}: {_quote(bare)} {_SAYS[_KINDS[name]]}"
    return parsed, None


def parse_mark(name: str, value: object) -> tuple[float | None, str | None]:
    """Parse one cell of a mark: yes / no, or a number from 0 to 1.

    Examples
    --------
    >>> parse_mark("vague_client", "yes"), parse_mark("vague_client", "0,5")
    ((1.0, None), (0.5, None))
    >>> parse_mark("vague_client", 7)[1]
    'vague_client: "7" is neither yes or no nor a number from 0 to 1'
    """
    if is_missing(value):
        return None, None
    bare = text_of(value).strip()
    if bare.lower() in _UNKNOWN:
        return None, None
    verdict = _yes_no(bare)
    if verdict is not None:
        return float(verdict), None
    try:
        number = float(bare.replace(",", "."))
    except ValueError:
        number = -1.0
    if 0.0 <= number <= 1.0:
        return number, None
    return None, f"{name}: {_quote(bare)} is neither yes or no nor a number from 0 to 1"
