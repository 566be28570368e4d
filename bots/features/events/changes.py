"""`event move`, `event cancel` and `event reopen`, and events of a room that moved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked, RoomMoved
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.dates import resolution
from bots.dates.errors import CalendarProblem
from bots.dates.resolution import Slot
from bots.dates.shifts import with_verb
from bots.dialogs.yes_no import YesNo
from bots.features.events import commands, lookup, platform_events, reminders, rules, views
from bots.turn import cards
from bots.turn.turn import Turn
from storage.queries import events
from storage.queries.events import EventOccurrence
from storage.tables import EventState


async def cancel_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event cancel [number] [reason]`. Ask first if people said that they come."""
    reason = rules.parse_reason(args.optional_text("reason") or "")
    planned = await lookup.find_event(call, args.optional_text("number"), turn)
    rules.check_changeable(*planned, turn.now)
    coming = await lookup.count_coming(planned, turn)
    if not coming:
        await _cancel(planned, reason, turn)
        return
    when = views.start(planned.occurrence, turn.in_language(turn.answer_locale))
    question = turn.answer_text("event-cancel-ask", count=coming, title=views.title(planned.event), when=when)
    await CANCEL.ask(str(planned.event.id), question, turn, {"reason": reason})


async def _cancel_confirmed(subject: str, kept: Mapping[str, str], turn: Turn) -> None:
    planned = await lookup.event_of_id(subject, turn)
    rules.check_changeable(*planned, turn.now)
    await _cancel(planned, kept["reason"], turn)


async def _cancel(planned: EventOccurrence, reason: str, turn: Turn) -> None:
    event, occurrence = planned
    event.state, event.reason = EventState.CANCELLED, reason
    reminders.cancel_timers(planned, turn)
    await platform_events.cancel(planned, turn)
    there = await turn.in_room_of(event) or turn
    lines = [there.text("event-cancelled", title=views.title(event), when=views.start(occurrence, there))]
    if reason:
        lines.append(there.text("event-reason", reason=reason))
    await _announce(planned, lines, there, turn)


async def reopen_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event reopen [number]`: an event that was cancelled takes place after all. Answers are still there."""
    planned = await lookup.find_cancelled(call, args.optional_text("number"), turn)
    event, occurrence = planned
    rules.check_reopenable(event, occurrence, turn.now)
    event.state, event.reason = EventState.PLANNED, ""
    reminders.set_timers(planned, turn)
    there = await turn.in_room_of(event) or turn
    await platform_events.publish(planned, there)
    lines = [there.text("event-reopened", title=views.title(event), when=views.when(occurrence, there))]
    await _announce(planned, lines, there, turn)


async def move_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event move [number] <when>`. Parts that are not typed (day, time, duration) stay the same.

    Ask first if people said that they come.
    """
    planned, words = await lookup.find_event(call, args.optional_text("number"), turn), args.optional_text("when")
    rules.check_changeable(*planned, turn.now)
    if not words:
        raise Refusal("event-move-when", argument="when", number=str(planned.event.number))
    await move(planned, words, turn, verb=(*call.line.split()[1:2], "")[0])


async def move(planned: EventOccurrence, words: str, turn: Turn, *, verb: str = "") -> None:
    """Move an event to the time that somebody typed. Ask first if people said that they come.

    `verb`: the one that they typed, which may say the direction: "avancer 1 d’une heure".
    """
    slot = _parse_new_time(planned, words, verb, turn)
    coming = await lookup.count_coming(planned, turn)
    if not coming:
        await _move(planned, slot, turn)
        return
    texts = turn.in_language(turn.answer_locale)
    question = texts.text(
        "event-move-ask", count=coming, title=views.title(planned.event), old=views.start(planned.occurrence, texts),
        new=views.when(rules.moved(planned.occurrence, slot, turn.room_context.zone), texts),
    )  # fmt: skip
    kept = {
        "start": slot.start.isoformat(), "end": slot.end.isoformat() if slot.end else "", "moved": "1" * slot.moved,
        "all_day": "1" * slot.all_day,
    }  # fmt: skip
    await MOVE.ask(str(planned.event.id), question, turn, kept)


async def _move_confirmed(subject: str, kept: Mapping[str, str], turn: Turn) -> None:
    planned = await lookup.event_of_id(subject, turn)
    rules.check_changeable(*planned, turn.now)
    start, end = datetime.fromisoformat(kept["start"]), datetime.fromisoformat(kept["end"]) if kept["end"] else None
    slot = Slot(start, end, bool(kept["moved"]), bool(kept["all_day"]))
    resolution.check_range(slot.start_by, turn.room_context.zone, turn.now)
    await _move(planned, slot, turn)


async def _move(planned: EventOccurrence, slot: Slot, turn: Turn) -> None:
    event, occurrence = planned
    there = await turn.in_room_of(event) or turn
    old_start = views.start(occurrence, there)
    reminders.cancel_timers(planned, turn)
    rules.set_time(occurrence, slot, turn.room_context.zone)
    reminders.set_timers(planned, turn)
    await platform_events.publish(planned, there)
    lines = [there.text("event-moved", title=views.title(event), old=old_start, new=views.when(occurrence, there))]
    if slot.moved:
        lines.append(there.text("event-preview-moved"))
    lines.append(there.text("event-moved-answers", number=str(event.number)))
    await _announce(planned, lines, there, turn)


async def repost_events(value: RoomMoved, turn: Turn) -> None:
    """Post the cards of upcoming events again in the room's successor, because nobody can answer in the old room."""
    if turn.room_context.place is None or turn.room.room != value.new_room:
        return
    for event, _ in await events.upcoming(turn.uow, turn.holder, turn.now, lookup.MAX_CANDIDATES):
        card = f"event:{event.id}"
        if await turn.detach_card(card):
            await cards.post(views.render_card, card, turn, key=f"{value.key}:{card}")


def _parse_new_time(planned: EventOccurrence, words: str, verb: str, turn: Turn) -> Slot:
    """Return the new time. Raises Refusal if it is unreadable, unchanged or past."""
    occurrence, zone = planned.occurrence, turn.room_context.zone
    end, number = rules.given_end(occurrence), str(planned.event.number)
    try:
        slot = rules.reschedule(occurrence, with_verb(verb, words), turn.room_context, turn.occurred_at)
        resolution.check_range(slot.start_by, zone, turn.now)
    except CalendarProblem as problem:
        text_id = "event-move-unreadable" if problem.text_id == "when-unreadable" else problem.text_id
        raise Refusal(text_id, argument="when", **{**problem.text_args, "number": number}) from None
    if (slot.start, slot.end, slot.all_day) == (occurrence.starts_at, end, occurrence.all_day):
        raise Refusal("event-move-same", argument="when", at=views.start(occurrence, turn), number=number)
    return slot


async def _announce(planned: EventOccurrence, lines: list[Rich], there: Turn, turn: Turn) -> None:
    """Post the change in the event's room with mentions of the attendees, and refresh the card."""
    attendees, mentions = await reminders.mention_attendees(planned, there)
    there.post_content(Content(text=join([*lines, attendees]), mentions=mentions))
    turn.refresh_card(f"event:{planned.event.id}")
    if there.room.id != turn.room.id:
        turn.answer("event-told", room=there.room_name)
    else:
        turn.acknowledge("event-told-here")


CANCEL = YesNo(
    kind="eventcancel", yes="event-cancel-yes", no="event-cancel-no", command=commands.EVENT_CANCEL,
    act=_cancel_confirmed, about_cancelling=True,
)  # fmt: skip
MOVE = YesNo(
    kind="eventmove", yes="event-move-yes", no="event-move-no", command=commands.EVENT_MOVE, act=_move_confirmed
)
