"""A deadline in a few words: "2h", "in 30 minutes", "tomorrow 18:00", "vendredi 19h", "2026-12-01 18:00"."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from bots.dates import parsing, spoken_zones
from bots.dates.durations import add_offset, read_offset, span_pattern
from bots.dates.errors import CalendarProblem
from bots.dates.grammar import FLAGS
from bots.dates.local_time import LONGEST_TEXT, excerpt
from bots.dates.parsing import Reading
from bots.dates.polite import strip_polite
from bots.dates.resolution import check_range, resolve_slot
from bots.dates.vocabulary import unaccent, union, vocabulary
from bots.i18n import languages

_STAMP = re.compile(
    r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})| [0-9:.]+(?:Z|\+[0-9]{2}:?[0-9]{2}))",
    re.ASCII,
)
"""In "2026-12-01 18:00-20:00" the second hour is no offset."""
_MORNING, _END_OF_DAY = 9 * 60, 23 * 60 + 59
_HOUR = re.compile(r"(?:1[3-9]|2[0-3])\s?h(?:\s?[0-5][0-9])?", re.IGNORECASE)


def parse_when(text: str, *, locale: str | None, zone: ZoneInfo, now: datetime, begins: bool = False) -> datetime:
    """Return the instant (aware, UTC) that `text` names, seen from the aware instant `now`.

    A length alone counts from now ("2h", "in 2 days"), but "19h" is an hour in French; a day alone lasts to 23:59.
    Where something `begins`, a day alone is 9:00.
    Raises CalendarProblem: "when-unreadable" (given), "date-impossible" (given), "date-past" (at), "date-too-far"
    (at, years), "weekday-mismatch" (given, at), "date-order-unsure" (given), "zone-unknown" (given, nearest).
    """
    if len(text) > LONGEST_TEXT:
        raise CalendarProblem("when-unreadable", given=excerpt(text))
    if exact := parse_stamp(text.strip()):
        check_range(exact, zone, now)
        return exact
    line, zone = spoken_zones.cut_zone(parsing.normalize_line(strip_polite(text)).removeprefix("+"), zone)
    length = _length_from_now().fullmatch(unaccent(line))
    if length and not (vocabulary(languages.supported(locale)).h_is_oclock and _HOUR.fullmatch(line)):
        return _after_length(length["span"], text, zone, now)
    reading = parsing.read_best(line, locale, zone, now)
    if not _is_only_a_start(reading):
        raise CalendarProblem("when-unreadable", given=excerpt(text))
    return resolve_slot(reading, zone, now, default_minute=_MORNING if begins else _END_OF_DAY).start.astimezone(UTC)


def begins_deadline(text: str) -> bool:
    """Return whether a text begins with a word such as "until", in any language."""
    return _deadline_word().match(unaccent(text[:LONGEST_TEXT])) is not None


def parse_stamp(text: str) -> datetime | None:
    """Return an ISO 8601 time with its offset ("2026-12-01T18:00Z"), in UTC; None for anything else."""
    if not _STAMP.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        return None


def _after_length(span: str, text: str, zone: ZoneInfo, now: datetime) -> datetime:
    """Return the instant (UTC) a length from now."""
    offset = read_offset(span)
    if not offset or not offset.length:
        raise CalendarProblem("when-unreadable", given=excerpt(text))
    at = add_offset(now, offset, zone)
    check_range(at, zone, now)
    return at


def _is_only_a_start(reading: Reading) -> bool:
    """Return whether the line has no other word, no end and no length."""
    has_end = reading.lasting or reading.last or reading.last_day or (reading.times and reading.times.last)
    return not has_end and reading.has_only("deadline", "on")


@lru_cache(maxsize=1)
def _length_from_now() -> re.Pattern[str]:
    """Return the pattern of a length from now, in every language."""
    return re.compile(rf"(?:(?:{union('ahead')})\s+)?(?P<span>{span_pattern()})", FLAGS)


@lru_cache(maxsize=1)
def _deadline_word() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{union('deadline')})\s", FLAGS)
