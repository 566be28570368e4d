"""Public holidays of a country or of a part of one, from the library `holidays`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from bots.core.refusal import Refusal
from bots.dates import zone_locales
from bots.dates.local_time import excerpt
from bots.i18n import languages
from bots.i18n.answers import without_accents

_CODE = re.compile(r"([A-Za-z]{2})(?:[-\s/]([A-Za-z0-9]{1,3}))?")


def parse_place(text: str) -> str:
    """Return the code of a country, or of a region of one, that people name: "FR", "France", "DE-BY".

    Raises Refusal("holidays-unknown", given) and Refusal("holidays-region-unknown", given, regions).
    """
    match = _CODE.fullmatch(text.strip()) if text.strip() != "no" else None  # Norway has capitals
    country = (match[1].upper() if match else None) or _named(text)
    regions = _regions().get(country or "")
    if country is None or regions is None:
        raise Refusal("holidays-unknown", argument="value", given=excerpt(text))
    region = match[2].upper() if match and match[2] else ""
    if region and region not in regions:
        raise Refusal(
            "holidays-region-unknown", argument="value", given=excerpt(text),
            regions=tuple(f"{country}-{one}" for one in regions[:20]),
        )  # fmt: skip
    return f"{country}-{region}" if region else country


def of_zone(zone: str) -> str:
    """Return the code of the country of a zone, if its public holidays are known; else nothing."""
    country = zone_locales.country_of(zone)
    return country if country in _regions() else ""


def checker(place: str) -> Callable[[date], bool]:
    """Return a function that says whether a date is a public holiday at a place that `parse_place` returned."""
    return _calendar(place).__contains__


def name_of(place: str, locale: str | None) -> str:
    """Return the place in words of a language: "France", "Germany (BY)"."""
    from babel import Locale  # here, not at the top: the start of the bot needs no names

    country, _, region = place.partition("-")
    name = str(Locale.parse(languages.language(languages.supported(locale)).locale).territories.get(country, country))
    return f"{name} ({region})" if region else name


@lru_cache(maxsize=64)
def _calendar(place: str) -> dict[date, str]:
    import holidays  # here, not at the top: few communities leave out holidays

    country, _, region = place.partition("-")
    return holidays.country_holidays(country, subdiv=region or None)


@lru_cache(maxsize=1)
def _regions() -> dict[str, list[str]]:
    """Return the regions with their own holidays by the code of their country."""
    import holidays

    return {code: list(parts) for code, parts in holidays.list_supported_countries().items() if len(code) == 2}


def _named(text: str) -> str | None:
    """Return the code of the country of this name in one of our languages."""
    from babel import Locale

    said = without_accents(text.strip().casefold())
    for code in languages.codes():
        for country, name in Locale.parse(languages.language(code).locale).territories.items():
            if len(country) == 2 and without_accents(str(name).casefold()) == said:
                return str(country)
    return None
