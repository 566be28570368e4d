"""Time zones by the names people give them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from bots.core.similarity import most_similar
from bots.dates.errors import CalendarProblem
from bots.dates.local_time import excerpt
from bots.i18n import languages
from bots.i18n.answers import without_accents

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
    from babel import Locale  # here, not at the top, as in formatting.py

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
    near = most_similar(name, list(names), limit=9, least=60)
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
