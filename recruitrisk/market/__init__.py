"""Facts beside the text: what work usually pays, and whether a firm and its addresses can be real.

Everything is offline, from tables that ship with the package and are read when first asked for.
A name is imported from its module when it is first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recruitrisk.market.address import (
        Address,
        LookAlike,
        domain_of,
        find_addresses,
        firm_domain_fit,
        is_file_drop,
        is_free_mail,
        is_shortener,
        look_alike,
        phone_country,
        registered_domain,
    )
    from recruitrisk.market.benchmark import PayFinding, pay_ratio
    from recruitrisk.market.look_alikes import read_names
    from recruitrisk.market.money import Pay, find_pay, read_pay
    from recruitrisk.market.reference import Reference, convert, reference_pay
    from recruitrisk.market.titles import Occupation, occupation

__all__ = [
    "Address",
    "LookAlike",
    "Occupation",
    "Pay",
    "PayFinding",
    "Reference",
    "convert",
    "domain_of",
    "find_addresses",
    "find_pay",
    "firm_domain_fit",
    "is_file_drop",
    "is_free_mail",
    "is_shortener",
    "look_alike",
    "occupation",
    "pay_ratio",
    "phone_country",
    "read_names",
    "read_pay",
    "reference_pay",
    "registered_domain",
]

_PLACES = {
    "address": (
        "Address LookAlike domain_of find_addresses firm_domain_fit is_file_drop is_free_mail "
        "is_shortener look_alike phone_country registered_domain"
    ),
    "benchmark": "PayFinding pay_ratio",
    "look_alikes": "read_names",
    "money": "Pay find_pay read_pay",
    "reference": "Reference convert reference_pay",
    "titles": "Occupation occupation",
}
_MODULE_OF = {name: module for module, names in _PLACES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
