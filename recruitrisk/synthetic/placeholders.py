"""What placeholders of wordings are filled with."""

from __future__ import annotations

import re

from recruitrisk.synthetic.draw import Draw

__all__ = ["fill", "fill_free", "phone_number"]

_APPS = ("WhatsApp", "WeChat", "Telegram", "Signal", "Skype", "Viber", "Line")
_TOPICS = (
    "export controls",
    "the port reform",
    "grid security",
    "maritime routes",
    "chip policy",
    "the new budget",
    "water supply",
    "clinical trials",
    "road pricing",
    "satellite imagery",
    "the fisheries talks",
    "cloud procurement",
)
_ROLES = (
    "policy adviser",
    "systems engineer",
    "research fellow",
    "programme lead",
    "data analyst",
    "legal counsel",
    "project manager",
    "lecturer",
)
_ORGS = (
    "the ministry",
    "your department",
    "the institute",
    "your company",
    "the committee",
    "the agency",
    "the university",
)
_DIALLING = ("44", "1", "49", "33", "31", "48", "86", "91", "234", "92", "65", "971")
_PLACES = (
    "Leiden",
    "Porto",
    "Gdansk",
    "Lyon",
    "Busan",
    "Pune",
    "Accra",
    "Perth",
    "Graz",
    "Aarhus",
    "Recife",
    "Doha",
    "Macau",
    "Tallinn",
)


def fill_free(draw: Draw) -> dict[str, str]:
    """Words for the placeholders that name no one: place, amount, topic, app, role, organisation."""
    return {
        "place": draw.pick(_PLACES), "amount": f"{draw.pick('£$€')}{draw.whole(3, 60) * 50}", "topic": draw.pick(_TOPICS),
        "app": draw.pick(_APPS), "role": draw.pick(_ROLES), "org": draw.pick(_ORGS),
    }  # fmt: skip


def phone_number(draw: Draw) -> str:
    """A phone number of nobody."""
    return f"+{draw.pick(_DIALLING)} {draw.whole(10, 99)} {draw.whole(1000, 9999)} {draw.whole(1000, 9999)}"


def fill(text: str, words: dict[str, str]) -> str:
    """Fill the placeholders that are known.

    Examples
    --------
    >>> fill("Dear {me}, see {x}", {"me": "Ann"})
    'Dear Ann, see {x}'
    """
    return re.sub(r"\{(\w+)\}", lambda m: words.get(m[1], m[0]), text)
