"""`event move` and `event cancel`: those who come are told."""

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
from bots.turn.turn import Turn
from storage.queries import events
from storage.queries.events import Planned
from storage.tables import Room


async def cancel(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`event cancel [number] [reason]`."""
    number, words = rules.numbered(args.maybe("number"), args.maybe("reason"))
    reason = rules.reason(words)
    found = await lookup.event(call, number, turn)
    event, occurrence = found
    rules.check_open(event, occurrence, turn.now)
    event.state, event.reason = "cancelled", reason
    reminders.call_off(found, turn)
    await platform_events.call_off(found, turn)
    there = await _home(found, turn)
    lines = [there.text("event-cancelled", title=views.title(event), when=occurrence.starts_at)]
    if reason:
        lines.append(there.text("event-reason", reason=reason))
    await _announce(found, lines, there, turn)


async def move(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`event move [number] <when>`: what is not said (the day, the hour, the length) stays as it was."""
    number, words = rules.numbered(args.maybe("number"), args.maybe("when"))
    if not words:
        raise Refusal("event-move-when")
    found = await lookup.event(call, number, turn)
    event, occurrence = found
    rules.check_open(event, occurrence, turn.now)
    slot = _new_time(found, words, turn)
    old = occurrence.starts_at
    reminders.call_off(found, turn)
    rules.set_time(occurrence, slot.start, slot.end, turn.scene.zone)
    reminders.set_timers(found, turn)
    there = await _home(found, turn)
    await platform_events.mirror(found, there)
    lines = [there.text("event-moved", title=views.title(event), old=old, new=views.when(occurrence, there))]
    if slot.moved:
        lines.append(there.text("event-preview-moved"))
    lines.append(there.text("event-moved-answers", number=str(event.number)))
    await _announce(found, lines, there, turn)


async def carried_over(value: RoomMoved, turn: Turn) -> None:
    """The room goes on elsewhere: what is planned is shown there anew, since nobody can answer in the old one."""
    if turn.scene.community is None or turn.room.room != value.new_room:
        return
    for event, _ in await events.upcoming(turn.uow, turn.scene.community.id or 0, turn.now, lookup.MOST_NAMED):
        content = await views.card(str(event.id), turn)
        if content is not None and await turn.leave_behind(f"event:{event.id}"):
            turn.post_content(content, card=f"event:{event.id}", key=f"{value.key}:event:{event.id}")


def _new_time(found: Planned, words: str, turn: Turn) -> Slot:
    """Raises Refusal for what cannot be read, or is the same time, or past."""
    occurrence = found.occurrence
    end = rules.said_end(occurrence)
    try:
        slot = reschedule.parse_move(
            words, start=occurrence.starts_at, end=end, locale=turn.scene.locale, zone=turn.scene.zone, now=turn.said_at
        )
        resolution.check_range(slot.start, turn.scene.zone, turn.now)
    except CalendarProblem as problem:
        if problem.slug == "when-unreadable":
            raise Refusal("event-move-unreadable", argument="when", **problem.args_of_text) from None
        raise
    if slot.start == occurrence.starts_at and slot.end == end:
        raise Refusal("event-move-same", at=occurrence.starts_at)
    return slot


async def _announce(found: Planned, lines: list[Rich], there: Turn, turn: Turn) -> None:
    """Tell those who come, in the event's room; draw the card anew; answer whoever typed it elsewhere."""
    names, mentions = await reminders.who_comes(found.occurrence, there)
    there.post_content(Content(text=join([*lines, names]), mentions=mentions))
    turn.refresh(f"event:{found.event.id}")
    if there.room.id != turn.room.id:
        turn.answer("event-told", room=there.room.name or there.room.room)
    else:
        turn.acknowledge("event-told-here")


async def _home(found: Planned, turn: Turn) -> Turn:
    """The turn seen from the event's room, or from here where that was lost."""
    room = await turn.uow.get(Room, found.event.room_id)
    there = await reminders.home(found.event, room, turn) if room is not None else None
    return there or turn
