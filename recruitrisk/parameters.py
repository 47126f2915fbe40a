"""What public functions take: an argument of another kind ends in one clear line, not somewhere within.

Messages name the parameter, what came and what is allowed. Text that came is never repeated: it may be somebody's message.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from numbers import Integral, Real
from typing import Any

from recruitrisk.errors import UsageError

__all__ = ["check_count", "check_kind", "check_many", "check_path", "check_share", "told"]


def told(value: object) -> str:
    """An argument, for a message: numbers and None as they are, of others the type alone.

    Examples
    --------
    >>> told(float("nan")), told("Dear Tom"), told([1, 2])
    ('nan', 'a str', 'a list')
    """
    if value is None or isinstance(value, Real):
        return str(value)
    name = type(value).__name__
    return f"{'an' if name[0] in 'aeiouAEIOU' else 'a'} {name}"


def check_kind(
    name: str, value: object, kinds: type | tuple[type, ...], expected: str, *, optional: bool = False
) -> None:
    """Refuse an argument of another type.

    Parameters
    ----------
    name : str
        The parameter's.
    value : object
    kinds : type or tuple of types
    expected : str
        What is allowed, and what to do, in words.
    optional : bool
        Whether None is allowed.

    Raises
    ------
    UsageError

    Examples
    --------
    >>> check_kind("frame", "in.csv", dict, "a DataFrame")
    Traceback (most recent call last):
    recruitrisk.errors.UsageError: frame is a str; a DataFrame is expected
    """
    if not (isinstance(value, kinds) or (optional and value is None)):
        raise UsageError(f"{name} is {told(value)}; {expected} is expected")


def check_many(name: str, values: object, kinds: Any, expected: str) -> list[Any]:
    """Several of one kind, as a list; refuse what is no series of them.

    Raises
    ------
    UsageError
    """
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise UsageError(f"{name} is {told(values)}; {expected} is expected")
    listed = list(values)
    for at, value in enumerate(listed):
        if not isinstance(value, kinds):
            raise UsageError(f"{name} holds {told(value)} in place {at + 1}; {expected} is expected")
    return listed


def check_share(name: str, value: object) -> float:
    """Give a share between 0 and 1, both left out, as a plain float; refuse anything else.

    Raises
    ------
    UsageError

    Examples
    --------
    >>> check_share("base_rate", 0.02)
    0.02
    >>> check_share("base_rate", "2 %")
    Traceback (most recent call last):
    recruitrisk.errors.UsageError: base_rate is a str; it must be a number between 0 and 1, for example 0.01
    """
    if isinstance(value, Real) and 0.0 < float(value) < 1.0:  # NaN is neither
        return float(value)
    raise UsageError(f"{name} is {told(value)}; it must be a number between 0 and 1, for example 0.01")


def check_count(name: str, value: object, least: int | None = 1) -> None:
    """Refuse what is no whole number of `least` or more.

    Raises
    ------
    UsageError

    Examples
    --------
    >>> check_count("most", 0)
    Traceback (most recent call last):
    recruitrisk.errors.UsageError: most is 0; it must be a whole number, 1 or more
    """
    whole = isinstance(value, Integral) and not isinstance(value, bool)
    if not whole or (least is not None and value < least):  # type: ignore[operator]
        more = "" if least is None else f", {least} or more"
        raise UsageError(f"{name} is {told(value)}; it must be a whole number{more}")


def check_path(name: str, value: object, expected: str = "the path of a file") -> None:
    """Refuse what is no path.

    Raises
    ------
    UsageError
    """
    if not isinstance(value, str | os.PathLike) or not isinstance(os.fspath(value), str):
        raise UsageError(f"{name} is {told(value)}; {expected} is expected")
    if not os.fspath(value).strip():
        raise UsageError(f"{name} is blank; {expected} is expected")
