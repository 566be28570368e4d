"""Dates of an imported calendar become events, and follow it: moved, reworded, cancelled, gone, back again.

A room hears news of a date only if somebody said that they come.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import blake2s
from zoneinfo import ZoneInfo

import msgspec
from msgspec import structs

from bots.core.inbound import CalendarEntry, CalendarReading
from bots.core.richtext import Text
from bots.dates.resolution import Slot
from bots.features.events import date_changes, details, lookup, platform_events, reminders, rules
from bots.i18n import texts
from bots.turn.turn import Turn
from storage.queries import calendar_imports, events, placements
from storage.queries.calendar_imports import KnownEntry
from storage.queries.events import EventOccurrence
from storage.tables import CalendarImport, Event, EventState, ImportedEntry

CARD = "calendar-card"
CARD_LEAD = timedelta(days=7)
"""How long before an imported event its card appears."""
MAX_CARDS = 10
"""The most cards of one calendar at a time. Later entries are in the agenda, and follow."""
MAX_AHEAD = 400
"""Dates to come that one calendar may have brought: twice as many as are read, however often it names others."""


async def apply(row: CalendarImport, reading: CalendarReading, there: Turn) -> int:
    """Make events of what is new, and change those that changed. Return how many are new."""
    known = await calendar_imports.known(there.uow, row.id)
    number, made = await events.next_number(there.uow, there.holder), 0
    ahead = sum(one.planned.occurrence.ends_at > there.now for one in known.values())
    twins = _twins(known, reading)
    for entry in reading.entries:
        before = known.pop(entry.key, None) or known.pop(twins.get((entry.title, entry.start), ""), None)
        if before is not None:
            before.entry.key = entry.key
            await _follow(entry, before, row, there)
        elif not entry.cancelled and _starts_by(entry) > there.now and ahead + made < MAX_AHEAD:
            await _make(entry, number + made, row, there)
            made += 1
    if row.address:
        for left in known.values():
            await _miss(left, reading, row, there)
    return made


def _twins(known: Mapping[str, KnownEntry], reading: CalendarReading) -> dict[tuple[str, datetime], str]:
    """Return the keys that are gone, by title and start: some servers give a date another UID at each reading."""
    there = {entry.key for entry in reading.entries}
    return {
        (one.planned.event.title, one.planned.occurrence.starts_at): key
        for key, one in known.items()
        if key not in there
    }


async def is_crowded(event: Event, turn: Turn) -> bool:
    """Return whether as many cards of an event's calendar as may be stand somewhere already."""
    others = await calendar_imports.ahead_with(turn.uow, event.id, turn.now)
    shown = await placements.placements_of(turn.uow, [f"event:{other}" for other in others])
    return len({placement.card for placement in shown}) >= MAX_CARDS


async def end_missing(row: CalendarImport, there: Turn) -> None:
    """Cancel what was missing the last time, since the calendar did not change."""
    for known in (await calendar_imports.known(there.uow, row.id)).values():
        if known.entry.missing:
            await _let_go(known, row, there)


def shown(title: str) -> Text:
    """Return a calendar's title for use in a sentence."""
    return rules.display_text(title)


async def is_shown(event: Event, turn: Turn) -> bool:
    """Return whether a room shows the card of an event."""
    return bool(await placements.placements_of(turn.uow, [f"event:{event.id}"], limit=1))


_GONE, _CANCELLED = "", "-"
"""The digest of a date that is gone from its calendar, and the prefix of a digest of a date that is cancelled there."""


def _digest(entry: CalendarEntry) -> str:
    said = structs.replace(entry, sequence=0, modified=None)
    found = blake2s(msgspec.json.encode(said), digest_size=16).hexdigest()
    return f"{_CANCELLED}{found}" if entry.cancelled else found


def _zone(entry: CalendarEntry, there: Turn) -> ZoneInfo:
    return ZoneInfo(entry.zone) if entry.zone else there.room_context.zone


def _starts_by(entry: CalendarEntry) -> datetime:
    return entry.end if entry.all_day and entry.end is not None else entry.start


async def _make(entry: CalendarEntry, number: int, row: CalendarImport, there: Turn) -> None:
    """Make an event; its card appears later."""
    event = Event(
        community_id=there.holder.community, network_id=there.holder.network, room_id=there.room.id, number=number,
        title=entry.title, place=entry.place, link=entry.link, description=entry.description,
        state=EventState.PLANNED, reminders=there.place.reminders, source=row.name,
        created_by=row.created_by, created_at=there.now,
    )  # fmt: skip
    await there.uow.add(event)
    occurrence = rules.new_occurrence(event.id, entry.start, entry.end, _zone(entry, there), all_day=entry.all_day)
    planned = EventOccurrence(event, await there.uow.add(occurrence))
    imported = ImportedEntry(
        import_id=row.id, key=entry.key, event_id=event.id, digest=_digest(entry), sequence=entry.sequence,
        modified=entry.modified,
    )  # fmt: skip
    await there.uow.add(imported)
    reminders.set_timers(planned, there)
    there.schedule(CARD, str(event.id), max(there.now, entry.start - CARD_LEAD))


async def _follow(entry: CalendarEntry, before: KnownEntry, row: CalendarImport, there: Turn) -> None:
    """Change an event as its entry did, unless this is an older state of it than we have seen."""
    known, planned = before
    known.missing, came_back = False, known.digest == _GONE or known.digest.startswith(_CANCELLED)
    older = known.modified is not None and entry.modified is not None and entry.modified < known.modified
    if entry.sequence < known.sequence or (entry.sequence == known.sequence and older):
        return
    is_new, known.digest = known.digest != _digest(entry), _digest(entry)
    known.sequence, known.modified = entry.sequence, entry.modified
    if planned.occurrence.ends_at <= there.now or not is_new:
        return
    if entry.cancelled:
        await _end(planned, row, there)
        return
    if came_back and planned.event.state == EventState.CANCELLED:
        await date_changes.reopen_date(planned, there)
    if planned.event.state == EventState.PLANNED:
        await _reword(entry, planned, there)
        await _move(entry, planned, there)


async def _reword(entry: CalendarEntry, planned: EventOccurrence, there: Turn) -> None:
    event, before = planned.event, details.values(planned.event)
    new: dict[details.Field, str] = {
        "title": entry.title, "place": entry.place, "link": entry.link, "description": entry.description,
    }  # fmt: skip
    different = details.changed(event, new)
    if different and await lookup.count_coming(planned, there):
        await date_changes.announce_edit(planned, different, before, there)
    elif different:
        date_changes.mark_changed(event, there)
        there.refresh_card(f"event:{event.id}")


async def _move(entry: CalendarEntry, planned: EventOccurrence, there: Turn) -> None:
    event, occurrence = planned
    slot = Slot(entry.start, entry.end, all_day=entry.all_day)
    if (slot.start, slot.end, slot.all_day) == (occurrence.starts_at, rules.given_end(occurrence), occurrence.all_day):
        return
    if await lookup.count_coming(planned, there):
        await date_changes.move_date(planned, slot, there)
    else:
        reminders.cancel_timers(planned, there)
        rules.set_time(occurrence, slot, _zone(entry, there))
        date_changes.mark_changed(event, there)
        reminders.set_timers(planned, there)
        there.refresh_card(f"event:{event.id}")
        if await is_shown(event, there):
            await platform_events.publish(planned, there)
    rules.set_time(occurrence, slot, _zone(entry, there))
    there.schedule(CARD, str(event.id), max(there.now, entry.start - CARD_LEAD))


async def _miss(left: KnownEntry, reading: CalendarReading, row: CalendarImport, there: Turn) -> None:
    """Cancel what is no longer in the calendar, but not the first time: the server may be wrong."""
    known, planned = left
    start, until = planned.occurrence.starts_at, reading.complete_until
    if start <= there.now or (until is not None and start >= until) or planned.event.state != EventState.PLANNED:
        return
    if known.missing:
        await _let_go(left, row, there)
    known.missing = True


async def _let_go(left: KnownEntry, row: CalendarImport, there: Turn) -> None:
    """Cancel what went from its calendar, once: who lets it take place after all is not contradicted."""
    if left.entry.digest != _GONE:
        left.entry.digest = _GONE
        await _end(left.planned, row, there)


async def _end(planned: EventOccurrence, row: CalendarImport, there: Turn) -> None:
    """Cancel an event because its calendar did; tell the room if somebody said that they come."""
    event = planned.event
    if event.state != EventState.PLANNED or planned.occurrence.ends_at <= there.now:
        return
    reason = texts.words(there.room_context.locale, "event-import-gone", {"name": row.name})
    if await lookup.count_coming(planned, there):
        await date_changes.cancel_date(planned, reason, there)
        return
    event.state, event.reason = EventState.CANCELLED, reason
    date_changes.mark_changed(event, there)
    reminders.cancel_timers(planned, there)
    await platform_events.cancel(planned, there)
    there.refresh_card(f"event:{event.id}")
