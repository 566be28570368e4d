"""What a calendar file says (RFC 5545), as the dates to come.

It may come from any program: what cannot be read is left out, and the rest is taken. Never read invitees, organisers,
alarms, files, and entries that are marked as private.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from bots.core.inbound import CalendarEntry, CalendarReading
from bots.core.sanitize import visible_line
from schedules.calendars import expansion, times, wording
from schedules.calendars.times import Times

MAX_ENTRIES = 200
"""Dates that are taken of one calendar; the soonest."""
MAX_COMPONENTS = 20_000
AHEAD = timedelta(days=366)
MAX_NAME = 60
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, OverflowError, IndexError)
"""What icalendar and dateutil raise about values that make no sense."""
_HIDDEN = frozenset({"PRIVATE", "CONFIDENTIAL"})
OURS = "X-GLOCAL-IMPORTED"
"""Marks entries that a bot has imported itself: skip them, or two bots could feed each other forever."""


class NoCalendar(ValueError):
    """The file is not a calendar."""


def read(content: bytes, zone: str, now: datetime, repeats: timedelta) -> CalendarReading:
    """Return the dates of a calendar that are not over. Raises NoCalendar.

    `zone`: that of times that name none. `repeats`: how far ahead to expand recurring entries.
    """
    try:
        calendars = Calendar.from_ical(content.decode("utf-8-sig", "replace"), multiple=True)
    except _UNREADABLE as error:
        raise NoCalendar from error
    if not calendars:
        raise NoCalendar
    name = next((str(one.get(key)) for one in calendars for key in ("NAME", "X-WR-CALNAME") if one.get(key)), "")
    context = Times(_zone(calendars, zone), now, now + AHEAD, now + repeats)
    found: dict[str, CalendarEntry] = {}
    skipped = 0
    components = [event for one in calendars for event in one.walk("VEVENT")][:MAX_COMPONENTS]
    for master, others in _by_uid(components):
        try:
            for entry in _entries(master, others, context):
                _keep(entry, found)
        except _UNREADABLE:
            skipped += 1
    entries = sorted(found.values(), key=lambda entry: (entry.start, entry.key))
    cut = len(entries) > MAX_ENTRIES
    entries = entries[:MAX_ENTRIES]
    return CalendarReading(
        name=visible_line(name, MAX_NAME), entries=tuple(entries), skipped=skipped,
        complete_until=entries[-1].start if cut else context.repeats_until,
    )  # fmt: skip


def _zone(calendars: Sequence[Calendar], zone: str) -> ZoneInfo:
    """Return the zone of times without one: the calendar's own, as Google and Outlook name it, or the reader's."""
    for one in calendars:
        if found := times.known_zone(str(one.get("X-WR-TIMEZONE", ""))):
            return found
    return ZoneInfo(zone)


def _by_uid(components: Sequence[Any]) -> Iterator[tuple[Any, Sequence[Any]]]:
    """Yield each entry with those that replace one of its dates; None for dates whose entry is missing."""
    masters: dict[str, list[Any]] = {}
    others: dict[str, list[Any]] = {}
    for event in components:
        uid = str(event.get("UID", "")) or f"{event.get('SUMMARY', '')} {event.get('DTSTART', '')}"
        (others if "RECURRENCE-ID" in event else masters).setdefault(uid, []).append(event)
    for uid, found in masters.items():
        yield max(found, key=_newness), others.pop(uid, [])
    for left in others.values():
        yield None, left


def _newness(event: Any) -> int:
    try:
        return int(event.get("SEQUENCE", 0))
    except _UNREADABLE:
        return 0


def _entries(master: Any, others: Sequence[Any], context: Times) -> Iterator[CalendarEntry]:
    """Yield the dates of an entry, and those that replace some of them."""
    replaced: set[datetime] = set()
    for other in others:
        wall = context.wall(other["RECURRENCE-ID"].dt, like=master)
        replaced.add(wall)
        if (entry := _entry(other, context, wall)) is not None:
            yield entry
    if master is None:
        return
    if "RRULE" not in master and "RDATE" not in master:
        entry = _entry(master, context, None)
        if entry is not None:
            yield entry
        return
    for wall in expansion.wall_times(master, context):
        entry = _entry(master, context, wall, at=wall) if wall not in replaced else None
        if entry is not None:
            yield entry


def _entry(
    event: Any, context: Times, recurrence: datetime | None, *, at: datetime | None = None
) -> CalendarEntry | None:
    """Return one date of an entry; None if it is over, far ahead, private or without a name."""
    title = wording.title(event)
    if not title or str(event.get("CLASS", "")).upper() in _HIDDEN or OURS in event:
        return None
    span = context.span(event, at)
    if span is None:
        return None
    words = wording.words(event)
    return CalendarEntry(
        key=times.key(event, recurrence), title=title, start=span.start, end=span.end, all_day=span.all_day,
        zone=span.zone, place=words.place, link=words.link, description=words.description,
        cancelled=str(event.get("STATUS", "")).upper() == "CANCELLED", sequence=min(_newness(event), 1 << 30),
        modified=times.instant(event.get("LAST-MODIFIED")),
    )  # fmt: skip


def _keep(entry: CalendarEntry, found: dict[str, CalendarEntry]) -> None:
    known = found.get(entry.key)
    if known is None or known.sequence <= entry.sequence:
        found[entry.key] = entry
