"""A rule alone, for an event that is there: "every friday", "weekly until june", "once"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bots.dates import doubts, parsing, spoken_zones
from bots.dates.errors import CalendarProblem
from bots.dates.grammar import FLAGS
from bots.dates.local_time import LONGEST_TEXT, excerpt
from bots.dates.recurrence import Repetition
from bots.dates.recurrence_reading import read_repeated
from bots.dates.repeated import first_slot
from bots.dates.resolution import Slot
from bots.dates.rule_words import rule_words
from bots.dates.vocabulary import unaccent
from bots.i18n import languages


def says_once(text: str) -> bool:
    """Return whether a text says, in any language, that something does not recur."""
    said = "|".join(rule_words(code).once for code in languages.codes())
    return bool(re.fullmatch(rf"\s*(?:{said})\s*[.!]?\s*", unaccent(text[:LONGEST_TEXT]), FLAGS))


def parse_repetition(
    text: str, *, start: datetime, all_day: bool, since: date, locale: str | None, zone: ZoneInfo, now: datetime
) -> tuple[Repetition, Slot] | None:
    """Return the rule that a text says, and its first date from `since` on; None if it says none.

    `start` (aware) gives what the text leaves open: the hour, and the weekday of "weekly". Raises CalendarProblem
    "event-rule-unreadable" (given) for other words beside the rule, and those of `read_repeated`.
    """
    if len(text) > LONGEST_TEXT:
        return None
    line, said_zone = spoken_zones.cut_zone(parsing.normalize_line(text), zone)
    local = start.astimezone(said_zone)
    repeated = read_repeated(line, locale, said_zone, now, event_day=local.date(), since=since)
    if repeated is None:
        return None
    reading = repeated.reading
    doubts.check(reading, locale)
    if not reading.has_only("on", "to", "lead", "joins"):
        raise CalendarProblem("event-rule-unreadable", given=excerpt(text))
    if all_day and not reading.times:
        reading = replace(reading, all_day=True)
    minute = None if reading.all_day else local.hour * 60 + local.minute
    slot, rule = first_slot(replace(repeated, reading=reading), said_zone, now, default_minute=minute)
    return rule, replace(slot, start=slot.start.astimezone(zone), end=slot.end.astimezone(zone) if slot.end else None)
