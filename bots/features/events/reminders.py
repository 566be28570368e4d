"""Reminders of an event, each sent once, and the end of its card."""

from __future__ import annotations

from datetime import timedelta

import structlog
from msgspec import structs

from bots.core.inbound import TimerFired
from bots.core.outbound import Content
from bots.core.richtext import Mention, Rich, Text, join
from bots.dates import durations
from bots.dates.durations import Offset
from bots.features.events import (
    follow_up,
    hidden_link,
    options,
    private_news,
    reminder_times,
    reminder_words,
    views,
    visibility,
)
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import events, rsvps
from storage.queries.events import EventOccurrence
from storage.tables import Event, EventState, Occurrence, RsvpAnswer

log = structlog.get_logger()
AFTER_QUIET = "event-reminder-waited"
"""The timer of a reminder that was due in quiet hours."""
OWN_REMINDERS = "event-remind-all"
"""Sets the timers of those who chose their own reminders."""
REPLIES_END = "event-replies-end"
MAX_MENTIONS = 20
_ACCOUNTS_PER_MEMBER = 3
"""How many accounts of each attendee on one platform we read."""


def set_timers(planned: EventOccurrence, turn: Turn) -> None:
    """Set the timers of the reminders to come and of the end."""
    occurrence = planned.occurrence
    for offset, due in reminder_times.upcoming(planned.event, occurrence, turn.now):
        turn.schedule("event-reminder", f"{occurrence.id}:{offset.short}", due)
    turn.schedule("event-over", str(occurrence.id), occurrence.ends_at)
    set_reply_timer(planned, turn)
    turn.schedule(OWN_REMINDERS, f"{occurrence.id}:0", turn.now)
    hidden_link.set_timer(planned, turn)


def set_reply_timer(planned: EventOccurrence, turn: Turn) -> None:
    """Set the timer of the end of replies, if they end before the event."""
    ends = options.replies_end(planned)
    if ends is not None and ends > turn.now:
        turn.schedule(REPLIES_END, str(planned.occurrence.id), ends)
    else:
        turn.cancel_timer(REPLIES_END, str(planned.occurrence.id))


async def end_replies(timer: TimerFired, turn: Turn) -> None:
    """Refresh the card when nobody new can say that they come, unless that time changed."""
    planned = await events.of_occurrence(turn.uow, int(timer.subject))
    ends = options.replies_end(planned) if planned is not None else None
    if planned is None or ends is None:
        return
    if ends > turn.now:
        turn.schedule(timer.kind, timer.subject, ends)
    turn.refresh_card(f"event:{planned.event.id}")


def cancel_timers(planned: EventOccurrence, turn: Turn) -> None:
    """Cancel all timers of the occurrence."""
    for offset in reminder_times.offsets(planned.event):
        turn.cancel_timer("event-reminder", f"{planned.occurrence.id}:{offset.short}")
    turn.cancel_timer("event-over", str(planned.occurrence.id))
    turn.cancel_timer(REPLIES_END, str(planned.occurrence.id))


async def send_reminder(timer: TimerFired, turn: Turn) -> None:
    """Post a reminder in the event's room if it is still useful."""
    planned, offset = await _reminder_of(timer, turn)
    if planned is None:
        return
    due = reminder_times.due(planned.occurrence, offset)
    if due == timer.due:
        await _send(planned, offset, timer, turn)
    elif due > turn.now:  # The timer fired while somebody moved the event.
        turn.schedule(timer.kind, timer.subject, due)


async def send_after_quiet(timer: TimerFired, turn: Turn) -> None:
    """Post a reminder that waited for the end of quiet hours, unless somebody moved the event meanwhile."""
    planned, offset = await _reminder_of(timer, turn)
    if planned is not None and reminder_times.due(planned.occurrence, offset) <= turn.now:
        await _send(planned, offset, timer, turn)


async def _reminder_of(timer: TimerFired, turn: Turn) -> tuple[EventOccurrence | None, Offset]:
    """Return the event and the offset of a reminder; no event if it does not take place."""
    occurrence_id, _, short = timer.subject.partition(":")
    planned = await events.of_occurrence(turn.uow, int(occurrence_id))
    takes_place = planned is not None and planned.event.state == EventState.PLANNED
    return planned if takes_place else None, durations.parse_stored(short)


async def _send(planned: EventOccurrence, offset: Offset, timer: TimerFired, turn: Turn) -> None:
    """Post a reminder. In quiet hours wait for their end if that is early enough; else make no sound in the room."""
    event, occurrence = planned
    due = reminder_times.due(occurrence, offset)
    there = await turn.in_room_of(event)
    if there is None or not reminder_times.is_useful(event, occurrence, offset, turn.now):
        log.info(
            "reminder-too-late", event_id=event.id, offset=offset.short, due=str(timer.due), room=there is not None
        )
        return
    end = quiet_until(there.room_context.place, turn.now)
    if end is not None and reminder_times.can_wait(occurrence, offset, end):
        turn.schedule(AFTER_QUIET, timer.subject, end)
        return
    content = await _content(planned, turn.now - timer.due, there)
    key = f"event:{occurrence.id}:{offset.short}:{due.isoformat()}"
    news = views.news_card(event)
    there.post_content(structs.replace(content, silent=end is not None), card=news, key=key)
    await private_news.tell_all(planned, "reminder", turn)


async def end_event(timer: TimerFired, turn: Turn) -> None:
    """Refresh the card after the end, so that it loses its buttons."""
    occurrence = await turn.uow.get(Occurrence, int(timer.subject))
    if occurrence is not None and occurrence.ends_at <= turn.now:
        turn.refresh_card(f"event:{occurrence.event_id}")
        event = await turn.uow.get(Event, occurrence.event_id)
        if event is not None and event.spread_to is not None:
            turn.refresh_card(f"{visibility.ASK_CARD}:{event.id}")
        if event is not None and event.state == EventState.PLANNED:
            await follow_up.plan(occurrence, event.community_id, turn)
    elif occurrence is not None:
        turn.schedule("event-over", timer.subject, occurrence.ends_at)


async def _content(planned: EventOccurrence, delay: timedelta, turn: Turn) -> Content:
    text = reminder_words.compose(planned, delay, turn)
    attendees, mentions = await mention_attendees(planned, turn, own_reminders=False)
    return Content(text=join([text, attendees]), mentions=mentions)


async def mention_attendees(
    planned: EventOccurrence, turn: Turn, *, own_reminders: bool = True, waiting: bool = False
) -> tuple[Rich, tuple[str, ...]]:
    """Return a line with those who answered yes or maybe, and whom to notify; only their number if they are many.

    Where the card hides their names, or several communities show it, say nothing. `own_reminders`: include those who
    have reminders of their own; `waiting`: those who wait for a place.
    """
    occurrence = planned.occurrence
    if planned.event.names_hidden or planned.event.spread_to is not None:
        return (), ()
    limit = (MAX_MENTIONS + 1) * _ACCOUNTS_PER_MEMBER
    attendees = await rsvps.attendees(
        turn.uow, occurrence.id, turn.room.platform, limit, own_reminders=own_reminders, waiting=waiting
    )
    if not attendees:
        return (), ()
    if len(attendees) > MAX_MENTIONS:
        counts = (await rsvps.answer_counts(turn.uow, [occurrence.id]))[occurrence.id]
        count = counts.get(RsvpAnswer.YES, 0) + counts.get(RsvpAnswer.MAYBE, 0)
        return turn.text("event-for-many", count=count), ()
    names = join([(Mention(person.user, turn.name(person.name)),) for person in attendees], (Text(", "),))
    return turn.text("event-for", names=names), tuple(person.user for person in attendees)
