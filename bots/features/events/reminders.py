"""What is sent before an event: each reminder once, on time, or late as long as it is of use."""

from __future__ import annotations

from datetime import timedelta

import structlog

from bots.core.inbound import TimerFired
from bots.core.outbound import Content
from bots.core.richtext import Mention, Rich, Text, join
from bots.core.sanitize import name as safe_name
from bots.dates import durations
from bots.features.events import reminder_times, rules, views
from bots.turn import room_context
from bots.turn.turn import Turn
from storage.queries import events
from storage.queries.events import Planned
from storage.tables import Event, Occurrence, Room

log = structlog.get_logger()
MOST_PINGED = 20
_ACCOUNTS_EACH = 3
"""How many accounts on one platform are looked through for each who comes."""


def set_timers(found: Planned, turn: Turn) -> None:
    """The reminders that are still ahead, and the end."""
    occurrence = found.occurrence
    for offset, due in reminder_times.ahead_of(found.event, occurrence, turn.now):
        turn.schedule("event-reminder", f"{occurrence.id}:{offset.short}", due)
    turn.schedule("event-over", str(occurrence.id), occurrence.ends_at)


def call_off(found: Planned, turn: Turn) -> None:
    """Nothing is sent for this occurrence any more."""
    for offset in reminder_times.offsets(found.event):
        turn.call_off("event-reminder", f"{found.occurrence.id}:{offset.short}")
    turn.call_off("event-over", str(found.occurrence.id))


async def due(timer: TimerFired, turn: Turn) -> None:
    """A reminder's time has come."""
    occurrence_id, _, short = timer.subject.partition(":")
    known = await events.with_room(turn.uow, int(occurrence_id))
    if known is None or known[0].event.state != "planned":
        return
    found, room = known
    offset = durations.stored(short)
    meant = reminder_times.due(found.occurrence, offset)
    if meant != timer.due:  # fired in the moment in which the event was moved
        if meant > turn.now:
            turn.schedule("event-reminder", timer.subject, meant)
        return
    here = await home(found.event, room, turn)
    if here is None or not reminder_times.useful(found.event, found.occurrence, offset, turn.now):
        log.info("reminder-too-late", event_id=found.event.id, offset=short, due=str(timer.due), room=here is not None)
        return
    content = await _content(found, turn.now - meant, here)
    here.post_content(content, key=f"event:{occurrence_id}:{short}:{meant.isoformat()}")


async def over(timer: TimerFired, turn: Turn) -> None:
    """The card stops asking who comes."""
    occurrence = await turn.uow.get(Occurrence, int(timer.subject))
    if occurrence is not None and occurrence.ends_at <= turn.now:
        turn.refresh(f"event:{occurrence.event_id}")
    elif occurrence is not None:
        turn.schedule("event-over", timer.subject, occurrence.ends_at)


async def _content(found: Planned, late: timedelta, turn: Turn) -> Content:
    event, occurrence = found
    unit, amount = reminder_times.until_start(occurrence.starts_at, turn.now, turn.scene.zone)
    head = turn.text(
        f"event-reminder-{unit}", number=str(event.number), title=views.title(event), count=amount,
        start=occurrence.starts_at,
    )  # fmt: skip
    where = turn.text("event-where", place=rules.shown(event.place)) if event.place else ()
    names, mentions = await who_comes(occurrence, turn)
    excuse = turn.text("event-reminder-late") if late >= reminder_times.LATE else ()
    return Content(text=join([head, where, names, excuse]), mentions=mentions)


async def who_comes(occurrence: Occurrence, turn: Turn) -> tuple[Rich, tuple[str, ...]]:
    """Those who come, or may, by name and to be notified; only their number where they are many."""
    most = (MOST_PINGED + 1) * _ACCOUNTS_EACH
    found = await events.coming(turn.uow, occurrence.id or 0, turn.room.platform, most)
    if not found:
        return (), ()
    if len(found) > MOST_PINGED:
        counted = (await events.counts(turn.uow, [occurrence.id or 0]))[occurrence.id or 0]
        return turn.text("event-for-many", count=counted.get("yes", 0) + counted.get("maybe", 0)), ()
    names = join([(Mention(who.user, safe_name(who.name)),) for who in found], (Text(", "),))
    return turn.text("event-for", names=names), tuple(who.user for who in found)


async def home(event: Event, room: Room, turn: Turn) -> Turn | None:
    """The turn seen from the event's room; from another of its community's where that was lost; None without any."""
    there = await room_context.of_community_room(turn.uow, event.community_id, room)
    return turn.at(there) if there is not None else None
