"""Dates and instants in words, as people write them in the country of a time zone (CLDR, through Babel)."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from bots.dates.zone_locales import locale_of
from bots.i18n import languages

if TYPE_CHECKING:
    from babel import Locale

_YEAR_BEHIND = re.compile(r",?\s*(?:'[^']*')?\s*y+$")
"""The year at the end of a pattern of CLDR, with what joins it: "EEEE, MMMM d, y", "EEEE, d 'de' MMMM 'de' y"."""


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

    place, local = locale_of(zone.key, locale), at.astimezone(zone)
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

    place = locale_of(zone.key, locale)
    return format_date(on, "full", locale=place) if style == "long" else format_skeleton("yMMMEd", on, locale=place)


def format_day(at: datetime, zone: ZoneInfo, locale: str | None) -> str:
    """Return the day of an aware instant in `zone`, abbreviated and without its year: "Fri, 27 Nov"."""
    from babel.dates import format_skeleton  # as in `format_instant`

    return format_skeleton("MMMEd", at.astimezone(zone), locale=locale_of(zone.key, locale))


def format_column(on: date, zone: ZoneInfo, locale: str | None, *, weekday: bool) -> str:
    """Return a date that is as short as a column of a chart: "Wed 25", or "Nov 25" without its weekday."""
    from babel.dates import format_skeleton  # as in `format_instant`

    return format_skeleton("Ed" if weekday else "MMMd", on, locale=locale_of(zone.key, locale))


def format_weekday(on: date, zone: ZoneInfo, locale: str | None) -> str:
    """Return a weekday as the head of a column: "Wed", "mer."."""
    from babel.dates import format_skeleton  # as in `format_instant`

    return format_skeleton("E", on, locale=locale_of(zone.key, locale))


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
