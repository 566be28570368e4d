"""The dates of a series: each has an event of its own, which a timer makes when its turn comes.

One transaction makes the event, its card and its timers, and sets the timer of the date behind it. The date of a series
is unique in the database, so that a timer that fires twice makes nothing twice.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog

from bots.core.inbound import TimerFired
from bots.dates.durations import Offset, subtract_offset
from bots.dates.resolution import Slot
from bots.features.events import platform_events, reminders, rules, series, views
from bots.turn import cards
from bots.turn.quiet import quiet_until
from bots.turn.turn import Turn
from storage.queries import events
from storage.queries import series as queries
from storage.queries.events import EventOccurrence
from storage.tables import Community, Event, EventSeries, EventState

log = structlog.get_logger()
NEXT = "series-next"
"""The timer that makes the next date of a series; its subject is the series' id."""
_NOT_COPIED = {"id", "number", "state", "reason", "recurrence", "created_at"}
_NO_ROOM = timedelta(days=1)
"""How long a date waits for a room in which it can be shown."""


def _copy(event: Event, **changes: object) -> Event:
    """Return another event that says the same."""
    return Event.model_validate({**event.model_dump(exclude=_NOT_COPIED), **changes})


async def begin(planned: EventOccurrence, turn: Turn) -> None:
    """Begin a series with its first date, which was announced just now."""
    event = planned.event
    row = await queries.series_of(turn.uow, event)
    if row is None:
        return
    if await queries.template_of(turn.uow, row.id) is None:
        await turn.uow.add(_copy(event, state=EventState.TEMPLATE, created_at=turn.now))
    await schedule(row, planned, turn)


async def schedule(row: EventSeries, latest: EventOccurrence | None, turn: Turn) -> None:
    """Set the timer of the date behind the newest one, or end the series if that was the last.

    `latest`: the newest date, unless it does not take place: then the next one is due at once.
    """
    community = await turn.uow.get(Community, row.community_id)
    assert community is not None, "a series has a community"
    found = series.following(row, community, turn.now)
    if found is None:
        row.ended_at = row.ended_at or turn.now
        turn.cancel_timer(NEXT, str(row.id))
        return
    row.ended_at = None
    turn.schedule(NEXT, str(row.id), max(_due(found[1], latest, community), turn.now))


def _due(following: Slot, latest: EventOccurrence | None, community: Community) -> datetime:
    """Return when a date is to be shown: when the previous one is over, or some days before its start."""
    if community.next_date_days:
        zone = following.start.tzinfo
        return subtract_offset(following.start, Offset(community.next_date_days), zone)  # type: ignore[arg-type]  # ours
    return latest.occurrence.ends_at if latest is not None else following.start - timedelta(days=3660)


async def make_next(timer: TimerFired, turn: Turn) -> None:
    """Make and show the next date of a series. Dates whose time has passed, as after a downtime, are left out."""
    row = await turn.uow.get(EventSeries, int(timer.subject))
    if row is None or row.ended_at is not None:
        return
    community, template = await turn.uow.get(Community, row.community_id), await queries.template_of(turn.uow, row.id)
    found = series.following(row, community, turn.now) if community is not None else None
    if template is None or community is None or found is None:
        row.ended_at = turn.now
        return
    there = await turn.in_community_room(template.community_id, template.room_id)
    if there is None:
        turn.schedule(NEXT, timer.subject, turn.now + _NO_ROOM)
        return
    wall, slot = found
    recurrence = wall.isoformat(timespec="minutes")
    row.latest = recurrence
    if await queries.date_of(turn.uow, row.id, recurrence) is None:
        planned = await _make(template, slot, recurrence, row, there)
        await _show(planned, there)
    latest = await queries.date_of(turn.uow, row.id, recurrence)
    planned_latest = await events.of_event(turn.uow, latest.id) if latest is not None else None
    await schedule(row, planned_latest, turn)


async def _make(template: Event, slot: Slot, recurrence: str, row: EventSeries, there: Turn) -> EventOccurrence:
    from zoneinfo import ZoneInfo

    number = await events.next_number(there.uow, template.community_id)
    event = _copy(
        template, state=EventState.PLANNED, number=number, recurrence=recurrence, created_at=there.now,
        room_id=there.room.id,
    )  # fmt: skip
    await there.uow.add(event)
    occurrence = rules.new_occurrence(event.id, slot.start, slot.end, ZoneInfo(row.zone), all_day=slot.all_day)
    return EventOccurrence(event, await there.uow.add(occurrence))


async def _show(planned: EventOccurrence, there: Turn) -> None:
    """Post the card of a new date, in quiet hours without a sound, and set its timers."""
    event = planned.event
    quiet = quiet_until(there.room_context.community, there.now) is not None
    await cards.post(views.render_card, f"event:{event.id}", there, key=f"event:{event.id}:card", silent=quiet)
    reminders.set_timers(planned, there)
    await platform_events.publish(planned, there)
    log.info("series-date", series_id=event.series_id, event_id=event.id)
