"""Time zones by the names people give them, and instants in words (CLDR, through Babel)."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import fuzz, process

from bots.dates.errors import CalendarProblem
from bots.dates.languages import supported
from bots.dates.local_time import quoted

if TYPE_CHECKING:
    from babel import Locale

_NO_PLACES = frozenset({"localtime", "Factory", "posixrules"})
_MORE = {
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
    "Asia/Kolkata": "india mumbai delhi new_delhi bangalore",
    "Asia/Shanghai": "china beijing pekin",
}
_MUCH_LESS_ALIKE = 15.0
_SHOWN = {"en": "{date} at {time} ({zone})", "fr": "{date} à {time} ({zone})"}


def find_zone(text: str) -> ZoneInfo:
    """The zone of an IANA name (any case) or of a well-known city, in English, French or its own letters.

    Raises CalendarProblem("zone-unknown", given, nearest) with up to three IANA names.
    """
    name = _plain(text[:100])
    key = _iana().get(name) or _cities().get(name)
    if key is None:
        raise CalendarProblem("zone-unknown", given=quoted(text), nearest=_nearest(name))
    return ZoneInfo(key)


def show(at: datetime, zone: ZoneInfo, locale: str | None, style: Literal["long", "short", "time"] = "long") -> str:
    """An aware instant in words, in `zone`: "Friday, November 27, 2026 at 7:00\u202fPM (Paris time)".

    `short`, for lists, has abbreviated names and no zone; `time` is the clock alone. The clock has 12 or 24 hours as
    CLDR says for the locale.
    """
    # Here, not at the top: Babel's import takes 60 ms, and the start of the bot needs no date.
    from babel.dates import format_date, format_skeleton, format_time

    spoken, local = _babel(locale), at.astimezone(zone)
    time = format_time(local, "short", locale=spoken)
    if style == "time":
        return time
    if style == "short":
        return f"{format_skeleton('yMMMEd', local, locale=spoken)}, {time}"
    date = format_date(local, "full", locale=spoken)
    return _SHOWN[spoken.language].format(date=date, time=time, zone=_zone_words(zone, spoken))


def _zone_words(zone: ZoneInfo, spoken: Locale) -> str:
    """In English "Paris time", in French "heure de Paris"; a zone without a place (UTC) is its own name."""
    if "/" not in zone.key or zone.key.startswith("Etc/"):
        return zone.key
    known = spoken.time_zones.get(zone.key, {}).get("city")
    city = str(known or zone.key.rpartition("/")[2].replace("_", " "))
    return f"{city} time" if spoken.language == "en" else f"heure {_of(city)}"


def _of(city: str) -> str:
    """French "of": d'Athènes, du Caire, de Paris."""
    if city.startswith("Le "):
        return f"du {city[3:]}"
    return f"d\u2019{city}" if _plain(city)[:1] in set("aeiou") else f"de {city}"


@lru_cache(maxsize=32)
def _babel(locale: str | None) -> Locale:
    from babel import Locale, UnknownLocaleError  # as in `show`

    try:
        spoken = Locale.parse((locale or "en").replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale(supported(locale))
    return spoken if spoken.language in _SHOWN else Locale("en")


def _plain(text: str) -> str:
    """A name to compare by: small letters, no accents, underscores for spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[\s_]+", "_", bare.replace("\u2019", "'").strip())


@lru_cache(maxsize=1)
def _iana() -> dict[str, str]:
    """All IANA names by their plain form."""
    return {_plain(key): key for key in available_timezones() - _NO_PLACES}


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Cities and a few countries by their plain name; what is listed by hand wins."""
    from babel import Locale  # as in `show`

    found: dict[str, str] = {}
    for key in sorted(_iana().values()):
        found.setdefault(_plain(key.rpartition("/")[2]), key)
    for language in _SHOWN:
        for key, names in Locale(language).time_zones.items():
            if "city" in names and key in _iana().values():
                found.setdefault(_plain(str(names["city"])), key)
    return found | {city: key for key, cities in _MORE.items() for city in cities.split()}


def _nearest(name: str) -> tuple[str, ...]:
    """Up to three IANA names whose spelling, or whose city's, is near."""
    names = _cities() | _iana()
    near = process.extract(name, list(names), scorer=fuzz.ratio, limit=9, score_cutoff=60)
    least = near[0][1] - _MUCH_LESS_ALIKE if near else 0.0
    return tuple(dict.fromkeys(names[found] for found, alike, _ in near if alike >= least))[:3]


def beginning(text: str, most: int) -> tuple[str, ...]:
    """IANA names that somebody may mean who has typed so much of a city or a name; what begins so comes first."""
    typed, names = _plain(text[:100]), _cities() | _iana()
    begins = sorted(name for name in names if name.startswith(typed))
    inside = sorted(name for name in names if typed in name and not name.startswith(typed))
    return tuple(dict.fromkeys([*(names[name] for name in (*begins, *inside)), *_nearest(typed)]))[:most]
