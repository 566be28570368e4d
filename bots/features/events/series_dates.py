"""The dates of a series: each has an event of its own, which a timer makes when its turn comes.

One transaction makes the event, its card and its timers, and sets the timer of the next date. The date of a series
is unique in the database, so that a timer that fires twice makes nothing twice.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bots.core.inbound import TimerFired
from bots.dates.durations import Offset, subtract_offset
from bots.dates.resolution import Slot
from bots.features.events import carried_replies, platform_events, reminders, rules, series, views, visibility
from bots.turn import cards
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import events, ownership
from storage.queries import series as queries
from storage.queries.events import EventOccurrence
from storage.queries.memberships import Place
from storage.tables import Community, Event, EventSeries, EventState

log = structlog.get_logger()
NEXT = "series-next"
"""The timer that makes the next date of a series; its subject is the series' id."""
_NOT_COPIED = {"id", "number", "state", "reason", "recurrence", "created_at", "revision", "changed_at"}
_NO_ROOM = timedelta(days=1)
"""How long a date waits for a room that can show it."""


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


async def schedule(row: EventSeries, latest: EventOccurrence, turn: Turn, *, at_once: bool = False) -> None:
    """Set the timer of the date after the newest one, or end the series if that was the last.

    `latest`: the newest date. `at_once`: it does not take place, so that the next one is due now.
    """
    place = await ownership.place_of(turn.uow, latest.event)
    found = series.following(row, place, turn.now) if place is not None else None
    if found is None:
        row.ended_at = row.ended_at or turn.now
        turn.cancel_timer(NEXT, str(row.id))
        return
    row.ended_at = None
    due = turn.now if at_once else _due(found[1], latest, ZoneInfo(row.zone), place)
    turn.schedule(NEXT, str(row.id), max(due, turn.now))


def _due(following: Slot, latest: EventOccurrence, zone: ZoneInfo, place: Place | None) -> datetime:
    """Return when to show a date: when the previous one is over, or some days before its start."""
    days = place.next_date_days if isinstance(place, Community) else 0
    return subtract_offset(following.start, Offset(days), zone) if days else latest.occurrence.ends_at


async def make_next(timer: TimerFired, turn: Turn) -> None:
    """Make and show the next date of a series. Dates whose time has passed, as after a downtime, are left out."""
    row = await turn.uow.get(EventSeries, int(timer.subject))
    if row is None or row.ended_at is not None:
        return
    template = await queries.template_of(turn.uow, row.id)
    place = await ownership.place_of(turn.uow, template) if template is not None else None
    found = series.following(row, place, turn.now) if place is not None else None
    if template is None or found is None:
        row.ended_at = turn.now
        return
    there = await turn.in_room_of(template)
    if there is None:
        turn.schedule(NEXT, timer.subject, turn.now + _NO_ROOM)
        return
    wall, slot = found
    row.latest = wall.isoformat(timespec="minutes")
    planned = await _known(row, turn)
    if planned is None:
        planned = await _make(template, slot, row, there)
        await carried_replies.carry(planned, there)
        await _show(planned, there)
    await schedule(row, planned, turn)


async def _known(row: EventSeries, turn: Turn) -> EventOccurrence | None:
    """Return the newest date of a series if it has an event already."""
    event = await queries.date_of(turn.uow, row.id, row.latest)
    return await events.of_event(turn.uow, event.id) if event is not None else None


async def _make(template: Event, slot: Slot, row: EventSeries, there: Turn) -> EventOccurrence:
    number = await events.next_number(there.uow, there.holder)
    event = _copy(
        template, state=EventState.PLANNED, number=number, recurrence=row.latest, created_at=there.now,
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
    await visibility.begin(event, there)
    log.info("series-date", series_id=event.series_id, event_id=event.id)
