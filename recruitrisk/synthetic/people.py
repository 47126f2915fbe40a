"""People, firms and places, drawn with Faker from many countries and never from the label."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from faker import Faker

from recruitrisk.synthetic.draw import Draw

__all__ = ["LOCALES", "Person", "firm_name", "person", "slug"]

LOCALES: tuple[str, ...] = (
    "en_GB", "en_US", "en_IN", "en_IE", "de_DE", "fr_FR", "nl_NL", "pl_PL", "es_ES", "it_IT", "pt_BR", "tr_TR", "en_NG",
    "zh_CN", "ja_JP", "ko_KR", "vi_VN", "ru_RU", "ar_AE", "fil_PH", "en_PK", "uk_UA", "sv_SE", "ro_RO", "id_ID", "yo_NG",
)  # fmt: skip
"""Where names come from. Scripts other than Latin come as they are written there."""

_POOL = 240
_FIRM_HEADS = (
    "Alder Ash Beacon Birch Blythe Bridge Cairn Calder Cedar Clover Cobalt Corvane Crown Delta Dune Elm Ember Fenwick Fjord "
    "Flint Garnet Glade Granite Grove Harbour Hawthorn Heron Hollis Indigo Iron Jasper Juniper Kestrel Keystone Lantern Larch "
    "Linden Lumen Maple Marlow Meridian Merle Mistral Nimbus North Oakline Onyx Opal Orchard Orrin Osprey Pallas Pike Pine "
    "Quarry Quill Raven Redwood Ridge Rowan Saffron Sable Sequoia Sierra Silver Slate Sparrow Stellan Sterling Stone Summit "
    "Tamar Teal Thistle Tidal Umber Vale Verity Vesper Wharf Willow Wren Yarrow Zephyr"
).split()
_FIRM_TAILS = (
    "Advisory|Associates|Capital|Collective|Consulting|Consultants|Digital|Dynamics|Engineering|Executive Search|Global|Group"
    "|Health|Human Capital|Industries|Insights|Institute|Intelligence|International|Labs|Logistics|Media|Networks|Partners"
    "|Recruitment|Research|Resourcing|Search|Services|Solutions|Staffing|Strategies|Systems|Talent|Technologies|University Press"
).split("|")
_FORMS = (
    "",
    "",
    "",
    " Ltd",
    " LLP",
    " GmbH",
    " B.V.",
    " Inc.",
    " Pte Ltd",
    " SARL",
    " Sp. z o.o.",
    " LLC",
    " plc",
)


@dataclass(frozen=True, slots=True)
class Person:
    """A sender or a recipient.

    Attributes
    ----------
    first, last : str
    locale : str
        Faker locale that it was drawn from.
    place : str
        A town.
    """

    first: str
    last: str
    locale: str
    place: str

    @property
    def name(self) -> str:
        """Full name."""
        return f"{self.first} {self.last}"


@cache
def _pool(locale: str) -> tuple[Person, ...]:
    faker = Faker(locale)
    faker.seed_instance(20251118)  # the pool is fixed; who is drawn from it is the seed's
    for provider in faker.providers:
        if isinstance(
            getattr(provider, "cities", None), list
        ):  # of a set in it_IT: its order changes with the process
            provider.cities = sorted(provider.cities)
    return tuple(
        Person(faker.first_name(), faker.last_name(), locale, faker.city().replace("\n", " "))
        for _ in range(_POOL)
    )


def person(draw: Draw) -> Person:
    """Draw a person; every locale is as likely, whatever else is drawn."""
    return draw.pick(_pool(draw.pick(LOCALES)))


def firm_name(draw: Draw) -> str:
    """Draw the name of a firm; good and bad firms are called alike."""
    head = draw.pick(_FIRM_HEADS)
    if draw.chance(0.3):
        head += " " + draw.pick(_FIRM_HEADS)
    return f"{head} {draw.pick(_FIRM_TAILS)}{draw.pick(_FORMS)}"


def slug(text: str) -> str:
    """Latin letters and digits of `text`, for addresses; ``info`` when there are none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "", plain) or "info"
