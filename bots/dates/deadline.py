"""A deadline in a few words: "2h", "in 30 minutes", "tomorrow 18:00", "vendredi 19h", "2026-12-01 18:00"."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from bots.dates import parsing
from bots.dates.durations import SPAN, after, maybe_offset
from bots.dates.errors import CalendarProblem
from bots.dates.languages import LANGUAGES, supported
from bots.dates.local_time import LONGEST_TEXT, quoted
from bots.dates.parsing import Reading, marked
from bots.dates.resolution import check_range, slot

_STAMP = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})", re.ASCII)
_END_OF_DAY = 23 * 60 + 59
_FRENCH_HOUR = re.compile(r"(?:1[3-9]|2[0-3])\s?h(?:\s?[0-5][0-9])?", re.IGNORECASE)


def parse_when(text: str, *, locale: str | None, zone: ZoneInfo, now: datetime) -> datetime:
    """The instant (aware, UTC) that `text` names, seen from the aware instant `now`.

    A length alone counts from now ("2h", "in 2 days"), but "19h" is an hour in French; a day alone lasts to 23:59.
    Raises CalendarProblem: "when-unreadable" (given), "date-impossible" (given), "date-past" (at), "date-too-far"
    (at, years), "weekday-mismatch" (given, at).
    """
    if len(text) > LONGEST_TEXT:
        raise CalendarProblem("when-unreadable", given=quoted(text))
    if exact := _stamped(text.strip()):
        check_range(exact, zone, now)
        return exact
    line = parsing.line_of(text)
    length = _patterns()[0].fullmatch(line)
    if length and not (supported(locale) == "fr" and _FRENCH_HOUR.fullmatch(line)):
        return _ahead(length["span"], text, zone, now)
    reading = parsing.best(line, locale, now.astimezone(zone).date())
    if not _wholly(reading):
        raise CalendarProblem("when-unreadable", given=quoted(text))
    return slot(reading, zone, now, alone=_END_OF_DAY).start.astimezone(UTC)


def _stamped(text: str) -> datetime | None:
    """An ISO 8601 time with its offset ("2026-12-01T18:00Z"), in UTC."""
    if not _STAMP.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        return None


def _ahead(span: str, text: str, zone: ZoneInfo, now: datetime) -> datetime:
    """The instant (UTC) a span from now."""
    offset = maybe_offset(span)
    if not offset or not offset.length:
        raise CalendarProblem("when-unreadable", given=quoted(text))
    at = after(now, offset, zone)
    check_range(at, zone, now)
    return at


def _wholly(reading: Reading) -> bool:
    """Whether nothing but a moment was said: no other word, no end, no length."""
    if not reading.worth or reading.lasting or reading.last or (reading.clock and reading.clock.last):
        return False
    rest = marked(reading.text, reading.used, " ")
    return not _patterns()[1].sub(" ", rest).strip(" ,;:.!-")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A length from now, and the small words a deadline may have, of every language."""
    ahead = "|".join(language.ahead for language in LANGUAGES)
    small = "|".join(f"{language.deadline}|{language.on}" for language in LANGUAGES)
    return (
        re.compile(rf"(?:(?:{ahead})\s+)?(?P<span>{SPAN})", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{small})(?!\w)", re.IGNORECASE),
    )
