"""One of several dates to choose from: "sat 5 dec 15:00", "next friday evening", or a whole day, "6 december"."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bots.dates import doubts, parsing, spoken_zones
from bots.dates.errors import CalendarProblem
from bots.dates.local_time import LONGEST_TEXT, excerpt
from bots.dates.resolution import Slot, resolve_slot


def parse_option(text: str, *, locale: str | None, zone: ZoneInfo, now: datetime) -> Slot:
    """Return the slot that `text` names, in `zone`, seen from the aware instant `now`; a day without an hour is whole.

    Raises CalendarProblem: "when-unreadable" (given) where the text says more than a date, "event-day-unsure" (given)
    for an hour without a day, and whatever `doubts.check` and `resolve_slot` raise.
    """
    if len(text) > LONGEST_TEXT:
        raise CalendarProblem("when-unreadable", given=excerpt(text))
    line, said_zone = spoken_zones.cut_zone(parsing.normalize_line(text), zone)
    reading = parsing.read_best(line, locale, said_zone, now)
    doubts.check(reading, locale)
    if not reading.has_only("on"):
        raise CalendarProblem("when-unreadable", given=excerpt(text))
    day = reading.day
    if day is None:
        raise CalendarProblem("event-day-unsure", given=excerpt(text))
    is_whole = day.on is not None and not day.exact and reading.times is None and not day.part
    slot = resolve_slot(replace(reading, all_day=True) if is_whole else reading, said_zone, now)
    end = slot.end.astimezone(zone) if slot.end is not None else None
    return Slot(slot.start.astimezone(zone), end, slot.moved, slot.all_day)
