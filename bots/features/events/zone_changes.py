"""Recompute the start of coming events from their wall clock after an update of the time zone database.

The start of the process notices the new version and sets a timer; each transaction looks at a few dates.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bots.core.inbound import TimerFired
from bots.dates import zone_data
from bots.dates.local_time import resolve_local_time
from bots.features.events import date_changes, platform_events, reminders, rules, views
from bots.turn.turn import Turn
from storage.queries import series as queries
from storage.queries import timers
from storage.queries.events import EventOccurrence
from storage.tables import EventState, Occurrence
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()
CHECK = "time-zones"
"""The timer that compares a few dates with the clock; its subject is the last date compared."""
PAGE = 50


async def resume(uow: UnitOfWork, now: datetime) -> None:
    """Compare all dates to come with the clock if the time zone database is another than last time."""
    version = zone_data.version()
    if await queries.zone_data(uow) != version:
        uow.defer(queries.REMEMBER_ZONE_DATA, {"version": version, "at": now})
        uow.defer(timers.SET_TIMER, {"kind": CHECK, "subject": "0", "due": now})


async def check(timer: TimerFired, turn: Turn) -> None:
    """Compare some dates with the clock, and go on with the next ones."""
    page = await queries.to_come(turn.uow, int(timer.subject), turn.now - timedelta(days=1), PAGE)
    for planned in page:
        await _compare(planned, turn)
    if len(page) == PAGE:
        turn.schedule(CHECK, str(page[-1].occurrence.id), turn.now)


async def _compare(planned: EventOccurrence, turn: Turn) -> None:
    """Move a date to the instant that its wall clock means now, and tell people."""
    event, occurrence = planned
    if _agrees(occurrence):
        return
    starts_at, ends_at = instants(occurrence)
    log.info("time-zone-changed", event_id=event.id, zone=occurrence.zone, before=str(occurrence.starts_at))
    takes_place = event.state == EventState.PLANNED and event.number is not None
    if takes_place:
        reminders.cancel_timers(planned, turn)
    occurrence.starts_at, occurrence.ends_at = starts_at, ends_at
    if takes_place:
        await _tell(planned, turn)


def _agrees(occurrence: Occurrence) -> bool:
    """Return whether the clock shows what was meant; of an hour that comes twice, either will do."""
    zone, ends = ZoneInfo(occurrence.zone), [(occurrence.starts_at, occurrence.wall_start)]
    if occurrence.wall_end is not None:
        ends.append((occurrence.ends_at, occurrence.wall_end))
    return all(at.astimezone(zone).replace(tzinfo=None) == datetime.fromisoformat(wall) for at, wall in ends)


async def _tell(planned: EventOccurrence, turn: Turn) -> None:
    event, occurrence = planned
    reminders.set_timers(planned, turn)
    there = await turn.in_room_of(event)
    if there is None:
        return
    await platform_events.publish(planned, there)
    when = views.when(occurrence, there)
    lines = [there.text("event-zone-changed", title=views.title(event), when=when)]
    await date_changes.announce(planned, lines, there, turn)


def instants(occurrence: Occurrence) -> tuple[datetime, datetime]:
    """Return the start and end that the wall clock of a date means."""
    zone = ZoneInfo(occurrence.zone)
    start = resolve_local_time(datetime.fromisoformat(occurrence.wall_start), zone)[0]
    end = resolve_local_time(datetime.fromisoformat(occurrence.wall_end), zone)[0] if occurrence.wall_end else None
    made = rules.new_occurrence(occurrence.event_id, start, end, zone, all_day=occurrence.all_day)
    return made.starts_at, made.ends_at
