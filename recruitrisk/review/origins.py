"""Where names and places come from, in groups wide enough to count: for fairness figures alone, never scored."""

from __future__ import annotations

__all__ = ["NAME_ORIGINS", "REGIONS", "origin_of_locale", "region_of"]

NAME_ORIGINS: dict[str, tuple[str, ...]] = {
    "anglo": ("en_GB", "en_US", "en_IE"),
    "west_european": ("de_DE", "fr_FR", "nl_NL", "sv_SE"),
    "south_european": ("es_ES", "it_IT"),
    "latin_american": ("pt_BR",),
    "east_european": ("pl_PL", "ru_RU", "uk_UA", "ro_RO"),
    "turkish": ("tr_TR",),
    "arabic": ("ar_AE",),
    "south_asian": ("en_IN", "en_PK"),
    "chinese": ("zh_CN",),
    "japanese_korean": ("ja_JP", "ko_KR"),
    "southeast_asian": ("vi_VN", "fil_PH", "id_ID"),
    "west_african": ("en_NG", "yo_NG"),
}
"""Group -> Faker locales that the synthetic world draws names from; the groups' names are those of the independent set."""

REGIONS: dict[str, str] = {
    "British Isles": "GB IE",
    "western Europe": "AT BE CH DE FR LU NL",
    "northern Europe": "DK EE FI IS LT LV NO SE",
    "southern Europe": "CY ES GR HR IT MT PT SI",
    "eastern Europe": "AM BG BY CZ GE HU MD PL RO RS RU SK UA",
    "North America": "CA US",
    "Latin America": "AR BO BR CL CO CR EC GT MX PA PE PY SV UY VE",
    "Middle East and North Africa": "AE DZ EG IL IQ IR JO KW LB MA OM QA SA TN TR",
    "Africa south of the Sahara": "CD CI CM ET GH KE MZ NG RW SN TZ UG ZA ZM ZW",
    "South Asia": "BD IN LK NP PK",
    "East and South-East Asia": "CN HK ID JP KH KR LA MM MN MY PH SG TH TW VN",
    "Oceania": "AU FJ NR NZ PG",
}
"""Region of the recipient -> countries, ISO 3166."""

_OF_LOCALE = {locale: group for group, locales in NAME_ORIGINS.items() for locale in locales}
_OF_COUNTRY = {country: region for region, countries in REGIONS.items() for country in countries.split()}


def origin_of_locale(locale: str) -> str:
    """Group of a Faker locale; empty for one that the world does not draw from.

    Examples
    --------
    >>> origin_of_locale("pl_PL")
    'east_european'
    """
    return _OF_LOCALE.get(locale, "")


def region_of(country: str) -> str:
    """Region of a country by its two letters; empty for none, ``elsewhere`` for one that is not listed.

    Examples
    --------
    >>> region_of("gb"), region_of(""), region_of("XK")
    ('British Isles', '', 'elsewhere')
    """
    code = country.strip().upper()
    return _OF_COUNTRY.get(code, "elsewhere") if code else ""
