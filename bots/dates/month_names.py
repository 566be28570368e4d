"""Months by the names people give them, and in words (CLDR, through Babel)."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo

from bots.dates import zone_locales
from bots.i18n import languages
from bots.i18n.answers import without_accents

MAX_LENGTH = 40
_YEARS = 5
"""How many years from now a month may be."""
_NUMBERS = re.compile(
    r"(?:(?P<year>[0-9]{4})[-/. ](?P<month>[0-9]{1,2})|(?P<first>[0-9]{1,2})(?:[-/. ](?P<behind>[0-9]{4}))?)"
)
_NAMED = re.compile(r"(?P<name>[^\W\d_]+)\.?(?:\s+(?:de\s+|del\s+)?(?P<year>[0-9]{4}))?")


def read_month(text: str, today: date) -> date | None:
    """Return the first day of the month that somebody typed, in any of our languages; None if it isn't one.

    Without a year it is the month that goes on, or the next one with this name.
    """
    typed = without_accents(text[:MAX_LENGTH].casefold()).strip()
    if match := _NUMBERS.fullmatch(typed):
        number, year = int(match["month"] or match["first"]), match["year"] or match["behind"]
    elif match := _NAMED.fullmatch(typed):
        number, year = _names().get(match["name"], 0), match["year"]
    else:
        return None
    given = int(year) if year else today.year + (number < today.month)
    return date(given, number, 1) if 1 <= number <= 12 and abs(given - today.year) <= _YEARS else None


def month_after(first: date) -> date:
    """Return the first day of the month after that of a day."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def format_month(first: date, zone: ZoneInfo, locale: str | None) -> str:
    """Return a month in words: "December 2026", "décembre 2026"."""
    from babel.dates import format_skeleton  # as in `time_zones.format_instant`

    return format_skeleton("yMMMM", first, locale=zone_locales.locale_of(zone.key, locale))


@lru_cache(maxsize=1)
def _names() -> dict[str, int]:
    """Return the numbers of the months by their names, full and abbreviated, without accents and full stops."""
    from babel import Locale  # as in `time_zones.format_instant`

    found: dict[str, int] = {}
    for code in languages.codes():
        months = Locale.parse(languages.language(code).locale).months
        for number in range(1, 13):
            for style in ("wide", "abbreviated"):
                for form in ("format", "stand-alone"):
                    name = without_accents(str(months[form][style][number]).casefold()).rstrip(".")
                    found.setdefault(name, number)
    return found
