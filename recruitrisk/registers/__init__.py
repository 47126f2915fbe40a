"""Registers of companies, and lists of firms that the user trusts or distrusts.

=====================  ==========================================================================
`build_register`       the published file (or any CSV) into one compact, sorted DuckDB file
`RegisterFile`         looks names and numbers up in it, out of core
`Claim`, `claim_of`    whether an approach claims that its firm is of a country
`read_known_firms`     the user's own list of firms
=====================  ==========================================================================

DuckDB is an extra (``pip install 'recruitrisk[registers]'``); it is imported when a register is used.
"""

from __future__ import annotations

from recruitrisk.registers.building import BuildCounts, build_register
from recruitrisk.registers.claims import Claim, claim_of, claimed_firm, name_key
from recruitrisk.registers.known_firms import KnownFirm, read_known_firms
from recruitrisk.registers.lookup import Company, Found, RegisterFile

__all__ = [
    "BuildCounts",
    "Claim",
    "Company",
    "Found",
    "KnownFirm",
    "RegisterFile",
    "build_register",
    "claim_of",
    "claimed_firm",
    "name_key",
    "read_known_firms",
]
