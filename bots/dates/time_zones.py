"""Time zones by the names people give them, and instants in words (CLDR, through Babel)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo, available_timezones

from bots.core.likeness import most_alike
from bots.dates.errors import CalendarProblem
from bots.dates.local_time import excerpt
from bots.i18n import languages
from bots.i18n.answers import without_accents

if TYPE_CHECKING:
    from babel import Locale

_NO_PLACES = frozenset({"localtime", "Factory", "posixrules"})
_EXTRA_CITIES = {
    "Europe/Paris": "france lyon marseille toulouse nantes bordeaux lille strasbourg rennes grenoble montpellier nice",
    "Europe/Zurich": "geneve geneva lausanne bern berne suisse switzerland",
    "Europe/Brussels": "belgique belgium liege gand ghent anvers antwerp",
    "Europe/London": "uk england manchester bristol leeds edinburgh glasgow",
    "Europe/Berlin": "germany hamburg munich munchen cologne koln frankfurt leipzig",
    "Europe/Madrid": "spain barcelona valencia sevilla",
    "Europe/Rome": "italy milan milano turin torino naples napoli",
    "America/New_York": "nyc boston philadelphia miami atlanta",
    "America/Los_Angeles": "la san_francisco seattle portland",
    "America/Toronto": "ottawa quebec",
    "America/Chicago": "houston dallas new_orleans",
    "America/Sao_Paulo": "rio rio_de_janeiro",
    "Europe/Athens": "greece thessaloniki",
    "Europe/Helsinki": "finland",
    "Australia/Sydney": "canberra",
    "Asia/Tokyo": "japan osaka kyoto",
    "Asia/Kolkata": "india mumbai delhi new_delhi bangalore",
    "Asia/Shanghai": "china beijing pekin",
}
_OFFSET = re.compile(
    r"(?:(?:utc|gmt|z)\s*)?(?P<sign>[+\u2212\u2013-])\s*(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?",
    re.IGNORECASE | re.ASCII,
)
_YEAR_BEHIND = re.compile(r",?\s*(?:'[^']*')?\s*y+$")
"""The year at the end of a pattern of CLDR, with what joins it: "EEEE, MMMM d, y", "EEEE, d 'de' MMMM 'de' y"."""
_SAID_OFFSET = re.compile(
    r"\b(?:utc|gmt)\s*(?P<sign>[+\u2212\u2013-]|plus|minus|moins|mas|menos)?\s*"
    r"(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?"
)
"""An offset among other words ("heure GMT+1", "gmt plus 1"), in small letters without accents."""
_MAX_DIFFERENCE = 15.0
"""How much less alike than the nearest name another one may be, of a hundred, to be suggested too."""


def find_zone(text: str) -> ZoneInfo:
    """Return the zone of an IANA name (any case) or of a well-known city, in one of our languages or its own letters.

    Raises CalendarProblem with up to three IANA names: "zone-offset" (given, nearest) for an offset such as GMT+1,
    which names no place and so no summer time, and "zone-unknown" (given, nearest).
    """
    found = known_zone(text)
    if found is None:
        if minutes := _offset_minutes(text) or _said_offset(text):
            raise CalendarProblem("zone-offset", given=excerpt(text), nearest=cities_at(minutes[0]))
        raise CalendarProblem("zone-unknown", given=excerpt(text), nearest=_nearest(_normalize(text[:100])))
    return found


def known_zone(text: str) -> ZoneInfo | None:
    """Return the zone of an IANA name or a well-known city; None for an unknown one."""
    name = _normalize(text[:100])
    key = _iana().get(name) or _cities().get(name)
    return ZoneInfo(key) if key and not _offset_minutes(text) else None


def _offset_minutes(text: str) -> tuple[int] | None:
    """Return how many minutes ahead of Greenwich an offset is ("GMT+1", "utc -03:30"); None for no offset."""
    match = _OFFSET.fullmatch(text[:100].strip())
    if not match:
        return None
    minutes = 60 * int(match["hours"]) + int(match["minutes"] or 0)
    return (minutes if match["sign"] == "+" else -minutes,)


def _said_offset(text: str) -> tuple[int] | None:
    """Return how many minutes ahead of Greenwich an offset among other words is; without a sign it is ahead."""
    match = _SAID_OFFSET.search(_normalize(text[:100]).replace("_", " "))
    if match is None:
        return None
    minutes = 60 * int(match["hours"]) + int(match["minutes"] or 0)
    return (minutes if (match["sign"] or "+") in {"+", "plus", "mas"} else -minutes,)


def cities_at(minutes: int) -> tuple[str, ...]:
    """Return up to three IANA names of cities this far ahead of Greenwich; those that are so in winter come first."""
    found = []
    for month in (1, 7):
        at = datetime(2026, month, 1, tzinfo=UTC)
        keys = (*_EXTRA_CITIES, *sorted(_iana().values()))
        found += [key for key in keys if "/" in key and not key.startswith("Etc/") and _is_ahead(key, at, minutes)][:2]
    return tuple(dict.fromkeys(found))[:3]


def _is_ahead(key: str, at: datetime, minutes: int) -> bool:
    return at.astimezone(ZoneInfo(key)).utcoffset() == timedelta(minutes=minutes)


def month_comes_first(zone: ZoneInfo, locale: str | None) -> bool | None:
    """Return whether 3/4 is the fourth of March in the language at this place; None where people write both."""
    territory = _territory(zone.key)
    pattern = str(_locale_of_place(locale, zone.key).date_formats["short"].pattern)
    if territory == "CA" or (territory is None and pattern.startswith("M")):
        return None
    return pattern.startswith("M")


def format_instant(
    at: datetime, zone: ZoneInfo, locale: str | None, style: Literal["long", "short", "time"] = "long", *,
    year_of: datetime | None = None, named_zone: bool = True,
) -> str:  # fmt: skip
    """Return an aware instant in words, in `zone`: "Friday, 27 November 2026 at 19:00 (London time)".

    `short`, for lists, has abbreviated names and no zone; `time` is the clock alone. Order and clock (12 or 24 hours)
    are those of the zone's country, as far as CLDR knows the language there. The year is left out when it is that of
    `year_of`, and the zone's name without `named_zone`.
    """
    # Here, not at the top: Babel's import takes 60 ms, and the start of the bot needs no date.
    from babel.dates import format_date, format_skeleton, format_time

    place, local = _locale_of_place(locale, zone.key), at.astimezone(zone)
    this_year = year_of is not None and year_of.astimezone(zone).year == local.year
    time = format_time(local, "short", locale=place)
    if style == "time":
        return time
    if style == "short":
        return f"{format_skeleton('MMMEd' if this_year else 'yMMMEd', local, locale=place)}, {time}"
    pattern = str(place.date_formats["full"].pattern)
    date = format_date(local, _YEAR_BEHIND.sub("", pattern) if this_year else "full", locale=place)
    language = languages.language(languages.supported(locale))
    moment = language.moment if named_zone else language.moment_here
    return moment.format(date=date, time=time, zone=_zone_name(zone, place))


def format_date(on: date, zone: ZoneInfo, locale: str | None, style: Literal["long", "short"] = "long") -> str:
    """Return a date in words, as people write it in the zone's country: "Saturday, 5 December 2026"."""
    from babel.dates import format_date, format_skeleton  # as in `format_instant`

    place = _locale_of_place(locale, zone.key)
    return format_date(on, "full", locale=place) if style == "long" else format_skeleton("yMMMEd", on, locale=place)


def format_day(at: datetime, zone: ZoneInfo, locale: str | None) -> str:
    """Return the day of an aware instant in `zone`, abbreviated and without its year: "Fri, 27 Nov"."""
    from babel.dates import format_skeleton  # as in `format_instant`

    return format_skeleton("MMMEd", at.astimezone(zone), locale=_locale_of_place(locale, zone.key))


def format_column(on: date, zone: ZoneInfo, locale: str | None, *, weekday: bool) -> str:
    """Return a date that is as short as a column of a chart: "Wed 25", or "Nov 25" without its weekday."""
    from babel.dates import format_skeleton  # as in `format_instant`

    return format_skeleton("Ed" if weekday else "MMMd", on, locale=_locale_of_place(locale, zone.key))


def format_weekday(on: date, zone: ZoneInfo, locale: str | None) -> str:
    """Return a weekday as the head of a column: "Wed", "mer."."""
    from babel.dates import format_skeleton  # as in `format_instant`

    return format_skeleton("E", on, locale=_locale_of_place(locale, zone.key))


def first_weekday(zone: ZoneInfo, locale: str | None) -> int:
    """Return the day with which weeks begin there: 0 for Monday, 6 for Sunday."""
    return int(_locale_of_place(locale, zone.key).first_week_day)


def _zone_name(zone: ZoneInfo, place: Locale) -> str:
    """Return "Paris time" in English, "heure de Paris" in French; the own name of a zone without a city (UTC)."""
    if "/" not in zone.key or zone.key.startswith("Etc/"):
        return zone.key
    known = place.time_zones.get(zone.key, {}).get("city")
    city = str(known or zone.key.rpartition("/")[2].replace("_", " "))
    for pattern, name in languages.language(place.language).zone_names:
        if match := re.fullmatch(pattern, city):
            return match.expand(name)
    return city


@lru_cache(maxsize=256)
def _locale_of_place(locale: str | None, zone: str) -> Locale:
    """Return the CLDR locale of our language in the country of a zone, or in the country that `locale` names.

    Where CLDR has none, it is that of the language for the zone's region, else the language's own.
    """
    from babel import Locale, localedata  # as in `format_instant`

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


def locale_of(zone: str, locale: str | None) -> Locale:
    """Return the CLDR locale of a language in the country of a zone."""
    return _locale_of_place(locale, zone)


def _territory(zone: str) -> str | None:
    """Return the code of the country of a zone; None for a zone without a country, such as UTC."""
    from babel.core import get_global  # as in `format_instant`

    key = get_global("zone_aliases").get(zone, zone)
    return get_global("zone_territories").get(key)


def _normalize(text: str) -> str:
    """Return a name to compare by: small letters, no accents, underscores for spaces."""
    return re.sub(r"[\s_]+", "_", without_accents(text.casefold()).replace("\u2019", "'").strip())


@lru_cache(maxsize=1)
def _iana() -> dict[str, str]:
    """Return all IANA names by their normalized form."""
    return {_normalize(key): key for key in available_timezones() - _NO_PLACES}


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Return zones by the normalized names of cities and a few countries; those listed by hand come first."""
    from babel import Locale  # as in `format_instant`

    found: dict[str, str] = {}
    for key in sorted(key for key in _iana().values() if not key.startswith("Etc/GMT")):
        found.setdefault(_normalize(key.rpartition("/")[2]), key)
    for code in languages.codes():
        for key, names in Locale.parse(languages.language(code).locale).time_zones.items():
            if "city" in names and key in _iana().values():
                found.setdefault(_normalize(str(names["city"])), key)
    return found | {city: key for key, cities in _EXTRA_CITIES.items() for city in cities.split()}


def _nearest(name: str) -> tuple[str, ...]:
    """Return up to three IANA names whose spelling, or whose city's, is near."""
    names = {known: key for known, key in (_cities() | _iana()).items() if not key.startswith("Etc/GMT")}
    near = most_alike(name, list(names), limit=9, least=60)
    least = near[0][1] - _MAX_DIFFERENCE if near else 0.0
    return tuple(dict.fromkeys(names[found] for found, alike in near if alike >= least))[:3]


def suggest_zones(text: str, limit: int) -> tuple[str, ...]:
    """Return IANA names for the beginning of a city or a name; those that begin so come first."""
    if minutes := _offset_minutes(text):
        return cities_at(minutes[0])[:limit]
    typed, names = _normalize(text[:100]), _cities() | _iana()
    names = {name: key for name, key in names.items() if not key.startswith("Etc/GMT")}
    begins = sorted(name for name in names if name.startswith(typed))
    inside = sorted(name for name in names if typed in name and not name.startswith(typed))
    return tuple(dict.fromkeys([*(names[name] for name in (*begins, *inside)), *_nearest(typed)]))[:limit]
