"""`event move`, `event cancel` and `event reopen`, and events of a room that moved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked, RoomMoved
from bots.core.refusal import Refusal
from bots.dates import resolution
from bots.dates.errors import CalendarProblem
from bots.dates.resolution import Slot
from bots.dates.shifts import with_verb
from bots.dialogs.yes_no import YesNo
from bots.features.events import bound, commands, date_changes, lookup, rules, series_changes, views
from bots.turn import cards
from bots.turn.turn import Turn
from storage.queries import events
from storage.queries.events import EventOccurrence
from storage.tables import Occurrence

_HALF_DAY = timedelta(hours=12)
"""An end further off is not read as one: it may be of another day."""


async def cancel_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event cancel [number] [reason]`. Ask first if people said that they come."""
    planned, words = await lookup.find_named(call, args, "reason", turn)
    reason = rules.parse_reason(words)
    rules.check_changeable(*planned, turn.now)
    if await series_changes.ask_cancel(planned, reason, turn):
        return
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
    await date_changes.cancel_date(planned, reason, turn)
    date_changes.confirm(await turn.in_room_of(planned.event) or turn, turn)


async def reopen_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event reopen [number]`: an event that was cancelled takes place after all. Answers are still there."""
    planned = await lookup.find_cancelled(call, args.optional_text("number"), turn)
    rules.check_reopenable(*planned, turn.now)
    if not planned.event.source:
        await bound.check(turn)
    await date_changes.reopen_date(planned, turn, await series_changes.resume(planned, turn))
    date_changes.confirm(await turn.in_room_of(planned.event) or turn, turn)


async def move_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event move [number] <when>`. Parts that are not typed (day, time, duration) stay the same.

    Ask first if people said that they come.
    """
    planned, words = await lookup.find_named(call, args, "when", turn)
    rules.check_changeable(*planned, turn.now)
    if words in ("", str(planned.event.number)):  # its number once more is no hour
        raise Refusal("event-move-when", argument="when", number=str(planned.event.number))
    await move(planned, words, turn, verb=_verb(call.line, words))


def _verb(line: str, words: str) -> str:
    """Return which of a line's first words is a verb that says the direction; the second if none does."""
    first = line.split()[:2]
    return next((verb for verb in first if with_verb(verb, words) != words), (*first[1:], "")[0])


async def move(planned: EventOccurrence, words: str, turn: Turn, *, verb: str = "") -> None:
    """Move an event to the time that somebody typed. Ask first if people said that they come.

    `verb`: as typed, since it may say the direction: "avancer 1 d’une heure".
    """
    slot = _parse_new_time(planned, words, verb, turn)
    if await series_changes.ask_move(planned, slot, turn):
        return
    coming = await lookup.count_coming(planned, turn)
    if not coming:
        await _move(planned, slot, turn)
        return
    texts = turn.in_language(turn.answer_locale)
    question = texts.text(
        "event-move-ask", count=coming, title=views.title(planned.event), old=views.start(planned.occurrence, texts),
        new=views.when(rules.moved(planned.occurrence, slot, turn.room_context.zone), texts),
    )  # fmt: skip
    await MOVE.ask(str(planned.event.id), question, turn, series_changes.pack_slot(slot))


async def _move_confirmed(subject: str, kept: Mapping[str, str], turn: Turn) -> None:
    planned = await lookup.event_of_id(subject, turn)
    rules.check_changeable(*planned, turn.now)
    slot = series_changes.unpack_slot(kept)
    resolution.check_range(slot.start_by, turn.room_context.zone, turn.now)
    await _move(planned, slot, turn)


async def _move(planned: EventOccurrence, slot: Slot, turn: Turn) -> None:
    turn.describe_act(before=_old_time(planned.occurrence, slot, turn))
    await date_changes.move_date(planned, slot, turn)
    date_changes.confirm(await turn.in_room_of(planned.event) or turn, turn)


def _old_time(occurrence: Occurrence, slot: Slot, turn: Turn) -> str:
    """Return the time of an event as `event move` reads it, so that `undo` can name it; nothing where it can't."""
    start, end = (at.astimezone(turn.room_context.zone) for at in (occurrence.starts_at, occurrence.ends_at))
    ends = occurrence.wall_end is not None
    if occurrence.all_day or slot.all_day or ends != (slot.end is not None) or end - start > _HALF_DAY:
        return ""
    return f"{start:%Y-%m-%d %H:%M}" + (f"-{end:%H:%M}" if ends else "")


async def repost_events(value: RoomMoved, turn: Turn) -> None:
    """Post the cards of upcoming events again in the room's successor, because nobody can answer in the old room."""
    if turn.room_context.place is None or turn.room.room != value.new_room:
        return
    for event, _ in await events.upcoming(turn.uow, turn.holder, turn.now, lookup.MAX_CANDIDATES, shown=True):
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


CANCEL = YesNo(
    kind="eventcancel", yes="event-cancel-yes", no="event-cancel-no", command=commands.EVENT_CANCEL,
    act=_cancel_confirmed, about_cancelling=True,
)  # fmt: skip
MOVE = YesNo(
    kind="eventmove", yes="event-move-yes", no="event-move-no", command=commands.EVENT_MOVE, act=_move_confirmed
)
