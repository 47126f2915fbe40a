"""What an approach says of where its firm is: only of a firm that claims a country does that country's register count.

Only the firm is looked at, never the sender's or the recipient's place: the country's ending of its web site or mail domain, the
legal form in its name, and a register or company number that the sender names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from recruitrisk.approach import Approach
from recruitrisk.market.hosts import host_of, is_free_mail
from recruitrisk.market.names import firm_words, legal_form

__all__ = ["Claim", "claim_of", "claimed_firm", "name_key"]

_FORMS: dict[str, frozenset[str]] = {
    country: frozenset(forms.split())
    for country, forms in {
        "GB": "ltd plc llp lp cic cio", "IE": "ltd plc dac clg", "DE": "gmbh ag kg ohg ug se", "AT": "gmbh ag kg se",
        "CH": "ag gmbh sa sarl", "FR": "sa sas sarl se", "BE": "sa nv bv sarl", "NL": "bv nv", "IT": "srl spa", "ES": "sa srl", "PT": "sa",
        "DK": "aps as", "NO": "as asa", "SE": "ab", "FI": "oy oyj ab", "PL": "spzoo", "US": "inc corp llc llp lp", "CA": "inc corp ltd",
    }.items()
}  # fmt: skip
_ENDINGS = {"GB": ("uk", "scot", "wales", "london", "cymru")}
_GENERIC_TWO = frozenset("ai cc co eu fm gg im io la ly me sh so to tv vc ws".split())
"""Countries' endings that are used by anybody."""
_NUMBER = re.compile(
    r"\b(?:company|companies house|registration|registered|reg\.?|co\.?)\s*(?:reg(?:istration|\.)?\s*)?"
    r"(?:number|num|nos?|nr)\b[.:\s#]*(?:is\s+)?([A-Z]{2}\s?\d{6}|\d{8}|\d{7})\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:companies house|(?:registered|incorporated) in "
    r"(?:england|scotland|wales|northern ireland|the uk|the united kingdom|great britain))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """Whether an approach claims that its firm is of a country.

    Attributes
    ----------
    form : bool
        The name has a legal form of that country.
    hint : str
        What else speaks for it, in plain English; empty for nothing.
    foreign : str
        What speaks for another country; empty for nothing.
    number : str
        Company number that the sender names, as the UK register writes it.
    """

    form: bool = False
    hint: str = ""
    foreign: str = ""
    number: str = ""

    @property
    def certain(self) -> bool:
        """Two things say so, or the sender names a number: that no company has the name counts."""
        return not self.foreign and bool(self.number or (self.form and self.hint))

    @property
    def possible(self) -> bool:
        """Nothing says that the firm is of another country."""
        return not self.foreign


def name_key(name: str) -> str:
    """What names of firms are looked up by: their words, without legal form, in one.

    Examples
    --------
    >>> name_key("Larch & Pine Search Ltd.") == name_key("LARCH AND PINE SEARCH LIMITED")
    True
    """
    return "".join(firm_words(name))


def claimed_firm(approach: Approach) -> tuple[str, str]:
    """The firm that an approach claims and its key; empty for none, and the key for a name without a letter."""
    firm = approach.fields.get("company")
    name = firm.strip() if isinstance(firm, str) else ""
    return name, name_key(name) if name else ""


def claim_of(approach: Approach, country: str) -> Claim:
    """Weigh what an approach says of its firm's country.

    Parameters
    ----------
    approach : Approach
    country : str
        ISO 3166 two letters, of the register; empty for a list of no country, of which nothing is claimed.

    Examples
    --------
    >>> claim_of(Approach("1", fields={"company": "Kite Ltd", "company_website": "kite.co.uk"}), "GB").certain
    True
    >>> claim_of(Approach("2", fields={"company": "Kite Ltd", "company_website": "kite.com.hk"}), "GB").foreign
    'its domain kite.com.hk'
    """
    if not country:
        return Claim()
    firm = approach.fields.get("company")
    form = legal_form(firm) if isinstance(firm, str) else ""
    own = form.replace(" ", "") in _FORMS.get(country, frozenset())
    hint = foreign = number = ""
    if form and not own and country in _FORMS:
        foreign = f"its legal form {form}"
    endings = _ENDINGS.get(country, (country.lower(),))
    for column in ("company_website", "contact_email"):
        value = approach.fields.get(column)
        host = host_of(value) if isinstance(value, str) else None
        if host is None or is_free_mail(host):
            continue
        ending = host.rpartition(".")[2]
        if ending in endings:
            hint = hint or f"its domain {host}"
        elif len(ending) == 2 and ending not in _GENERIC_TWO:
            foreign = foreign or f"its domain {host}"
    if country == "GB":
        for message in approach.messages:
            if not message.inbound:
                continue
            if named := _NUMBER.search(message.text):
                number = number or re.sub(r"\s", "", named[1]).upper().zfill(8)
            if _NAMED.search(message.text):
                hint = hint or "the sender's word"
    return Claim(own, hint, foreign, number)
