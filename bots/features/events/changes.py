"""`event move` and `event cancel`, and events of a room that moved."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked, RoomMoved
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.dates import reschedule, resolution
from bots.dates.errors import CalendarProblem
from bots.dates.resolution import Slot
from bots.features.events import lookup, platform_events, reminders, rules, views
from bots.turn import cards
from bots.turn.turn import Turn
from storage.queries import events
from storage.queries.events import EventOccurrence
from storage.tables import EventState


async def cancel_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event cancel [number] [reason]`."""
    number, words = rules.split_number(args.optional_text("number"), args.optional_text("reason"))
    reason = rules.parse_reason(words)
    planned = await lookup.find_event(call, number, turn)
    event, occurrence = planned
    rules.check_open(event, occurrence, turn.now)
    event.state, event.reason = EventState.CANCELLED, reason
    reminders.cancel_timers(planned, turn)
    await platform_events.cancel(planned, turn)
    there = await turn.in_community_room(event.community_id, event.room_id) or turn
    lines = [there.text("event-cancelled", title=views.title(event), when=views.start(occurrence, there))]
    if reason:
        lines.append(there.text("event-reason", reason=reason))
    await _announce(planned, lines, there, turn)


async def move_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event move [number] <when>`. Parts that are not typed (day, time, duration) stay the same."""
    number, words = rules.split_number(args.optional_text("number"), args.optional_text("when"))
    if not words:
        raise Refusal("event-move-when")
    planned = await lookup.find_event(call, number, turn)
    event, occurrence = planned
    rules.check_open(event, occurrence, turn.now)
    slot = _parse_new_time(planned, words, turn)
    there = await turn.in_community_room(event.community_id, event.room_id) or turn
    old_start = views.start(occurrence, there)
    reminders.cancel_timers(planned, turn)
    rules.set_time(occurrence, slot.start, slot.end, turn.room_context.zone, all_day=slot.all_day)
    reminders.set_timers(planned, turn)
    await platform_events.publish(planned, there)
    lines = [there.text("event-moved", title=views.title(event), old=old_start, new=views.when(occurrence, there))]
    if slot.moved:
        lines.append(there.text("event-preview-moved"))
    lines.append(there.text("event-moved-answers", number=str(event.number)))
    await _announce(planned, lines, there, turn)


async def repost_events(value: RoomMoved, turn: Turn) -> None:
    """Post the cards of upcoming events again in the room's successor, because nobody can answer in the old room."""
    if turn.room_context.community is None or turn.room.room != value.new_room:
        return
    for event, _ in await events.upcoming(turn.uow, turn.community.id, turn.now, lookup.MAX_CANDIDATES):
        card = f"event:{event.id}"
        if await turn.detach_card(card):
            await cards.post(views.render_card, card, turn, key=f"{value.key}:{card}")


def _parse_new_time(planned: EventOccurrence, words: str, turn: Turn) -> Slot:
    """Return the new time. Raises Refusal if it is unreadable, unchanged or past."""
    occurrence, zone = planned.occurrence, turn.room_context.zone
    end = rules.given_end(occurrence)
    try:
        slot = reschedule.parse_reschedule(
            words, start=occurrence.starts_at, end=end, all_day=occurrence.all_day,
            locale=turn.room_context.locale, zone=zone, now=turn.occurred_at,
        )  # fmt: skip
        resolution.check_range(slot.start_by, zone, turn.now)
    except CalendarProblem as problem:
        if problem.text_id == "when-unreadable":
            raise Refusal("event-move-unreadable", argument="when", **problem.text_args) from None
        raise
    if (slot.start, slot.end, slot.all_day) == (occurrence.starts_at, end, occurrence.all_day):
        raise Refusal("event-move-same", at=views.start(occurrence, turn))
    return slot


async def _announce(planned: EventOccurrence, lines: list[Rich], there: Turn, turn: Turn) -> None:
    """Post the change in the event's room with mentions of the attendees, and refresh the card."""
    attendees, mentions = await reminders.mention_attendees(planned.occurrence, there)
    there.post_content(Content(text=join([*lines, attendees]), mentions=mentions))
    turn.refresh_card(f"event:{planned.event.id}")
    if there.room.id != turn.room.id:
        turn.answer("event-told", room=there.room_name)
    else:
        turn.acknowledge("event-told-here")
