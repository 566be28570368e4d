"""The CLDR locale of a language in the country of a time zone, and the customs that it tells."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bots.i18n import languages

if TYPE_CHECKING:
    from babel import Locale


def month_comes_first(zone: ZoneInfo, locale: str | None) -> bool | None:
    """Return whether 3/4 is the fourth of March in the language at this place; None where people write both."""
    territory = _territory(zone.key)
    pattern = str(locale_of(zone.key, locale).date_formats["short"].pattern)
    if territory == "CA" or (territory is None and pattern.startswith("M")):
        return None
    return pattern.startswith("M")


def first_weekday(zone: ZoneInfo, locale: str | None) -> int:
    """Return the day with which weeks begin there: 0 for Monday, 6 for Sunday."""
    return int(locale_of(zone.key, locale).first_week_day)


@lru_cache(maxsize=256)
def locale_of(zone: str, locale: str | None) -> Locale:
    """Return the CLDR locale of our language in the country of a zone, or in the country that `locale` names.

    Where CLDR has none, it is that of the language for the zone's region, else the language's own.
    """
    from babel import Locale, localedata  # here, not at the top, as in formatting.py

    code = languages.supported(locale)
    language = languages.language(code)
    given = (locale or "").replace("-", "_")
    if given != code and given.startswith(f"{code}_") and localedata.exists(given):
        return Locale.parse(given)
    territory = f"{language.locale}_{_territory(zone)}"
    region = language.regions.get(zone.partition("/")[0], language.locale)
    return Locale.parse(territory if localedata.exists(territory) else region)


def country_of(zone: str) -> str | None:
    """Return the code of the country of a zone ("FR"); None for a zone without a country, such as UTC."""
    found = _territory(zone)
    return found if found and found.isalpha() else None


def _territory(zone: str) -> str | None:
    """Return the code of the country of a zone; None for a zone without a country, such as UTC."""
    from babel.core import get_global

    key = get_global("zone_aliases").get(zone, zone)
    return get_global("zone_territories").get(key)
