"""The reminders that people choose for themselves, for all events or for one. They come in private."""

from __future__ import annotations

from datetime import datetime

import structlog

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked, TimerFired
from bots.core.refusal import Refusal
from bots.dates import durations, leads
from bots.dates.durations import Offset
from bots.dates.errors import CalendarProblem
from bots.features.events import lookup, reminder_times, reminder_words, reminders, rules, views
from bots.features.events.contact import contact_of
from bots.i18n import answers
from bots.i18n.listed_words import plain_words
from bots.turn.lead_text import describe_lead
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import event_places, events, own_reminders
from storage.queries.events import EventOccurrence
from storage.tables import EventState

log = structlog.get_logger()
TIMER = "event-remind-me"
"""A person's reminder; its subject is "OCCURRENCE:MEMBER:OFFSET"."""
ALL_TIMER = reminders.OWN_REMINDERS
"""Sets those timers for all who come, after the event moved; its subject is "OCCURRENCE:LAST MEMBER"."""
MAX_OFFSETS = 5
_MAX_EVENTS = 100
_PAGE = 100
_READ = ("events", "occurrences", "rooms", "communities")
"""The tables that tell about an event: the reminders of many people who come to it are sent together."""


async def choose(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `me remind [1d 1h|off|default]`, for all events."""
    member, typed = await turn.acting_member(), args.optional_text("times")
    if typed is not None:
        before = _offsets(member.reminders)
        member.reminders = parse(typed)
        for planned in await own_reminders.coming_to(turn.uow, member.id, turn.now, _MAX_EVENTS):
            _cancel(planned, member.id, before, turn)
            await schedule(planned, member.id, turn)
    _answer(member.reminders, turn)


async def choose_for_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event remind [number] [3h|off|default]`, for one event that the person attends."""
    planned, typed = await lookup.find_named(call, args, "times", turn, shown=True)
    rules.check_changeable(*planned, turn.now)
    row = await event_places.rsvp_of(turn.uow, planned.occurrence.id, turn.member_id)
    if row is None or row.answer == "no":
        raise Refusal("event-question-first", title=views.title(planned.event))
    if typed:
        before = _offsets(await own_reminders.of_attendee(turn.uow, planned.occurrence.id, turn.member_id))
        row.reminders = parse(typed)
        _cancel(planned, turn.member_id, before, turn)
        await schedule(planned, turn.member_id, turn)
    own = await own_reminders.of_attendee(turn.uow, planned.occurrence.id, turn.member_id)
    _answer(own, turn, planned)


def parse(text: str) -> str | None:
    """Return typed offsets as columns store them; empty for none, None for those of the room. Raises Refusal."""
    if answers.match(text, "off", "none", "no"):
        return ""
    if answers.plain(text) in plain_words("event-remind-room-words"):
        return None
    try:
        offsets = leads.parse_list(text)
    except CalendarProblem:
        raise Refusal("event-remind-unreadable", argument="times", given=text) from None
    if len(offsets) > MAX_OFFSETS:
        raise Refusal("event-remind-many", argument="times", limit=MAX_OFFSETS)
    return ",".join(offset.short for offset in offsets)


def _answer(own: str | None, turn: Turn, planned: EventOccurrence | None = None) -> None:
    """Say what somebody's reminders are now, for one event or for all."""
    kind = "room" if own is None else "off" if not own else "own"
    shown = ", ".join(describe_lead(offset, turn.answer_locale) for offset in _offsets(own))
    if planned is None:
        turn.answer(f"event-remind-{kind}", times=shown)
    else:
        turn.answer(f"event-remind-one-{kind}", times=shown, title=views.title(planned.event))


def _offsets(own: str | None) -> tuple[Offset, ...]:
    return tuple(durations.parse_stored(short) for short in own.split(",")) if own else ()


def _cancel(planned: EventOccurrence, member: int, offsets: tuple[Offset, ...], turn: Turn) -> None:
    for offset in offsets:
        turn.cancel_timer(TIMER, f"{planned.occurrence.id}:{member}:{offset.short}")


async def schedule(planned: EventOccurrence, member: int, turn: Turn) -> None:
    """Set the timers of somebody's own reminders of an event that are still to come."""
    _schedule(planned, member, await own_reminders.of_attendee(turn.uow, planned.occurrence.id, member), turn)


def _schedule(planned: EventOccurrence, member: int, own: str | None, turn: Turn) -> None:
    for offset in _offsets(own):
        due = reminder_times.due(planned.occurrence, offset)
        if due > turn.now:
            turn.schedule(TIMER, f"{planned.occurrence.id}:{member}:{offset.short}", due)


def answered(planned: EventOccurrence, turn: Turn) -> None:
    """Set the timers of the acting member, who comes, if they have reminders of their own for all events."""
    if turn.actor is not None and turn.actor.reminders:
        _schedule(planned, turn.member_id, turn.actor.reminders, turn)


async def schedule_all(timer: TimerFired, turn: Turn) -> None:
    """Set the timers of all who come, a page of them at a time: the event has another time."""
    occurrence, _, last = timer.subject.partition(":")
    planned = await events.of_occurrence(turn.uow, int(occurrence))
    if planned is None:
        return
    page = await own_reminders.with_own(turn.uow, planned.occurrence.id, after=int(last), limit=_PAGE)
    for member, own in page:
        _schedule(planned, member, own, turn)
    if len(page) == _PAGE:
        turn.schedule(ALL_TIMER, f"{occurrence}:{page[-1][0]}", turn.now)


async def send(timer: TimerFired, turn: Turn) -> None:
    """Remind one person in private, if they still come and it is still useful. In quiet hours wait for their end."""
    occurrence, member, short = timer.subject.split(":")
    planned = await turn.uow.remember(
        ("occurrence", occurrence), _READ, lambda: events.of_occurrence(turn.uow, int(occurrence))
    )
    own = await own_reminders.of_attendee(turn.uow, int(occurrence), int(member))
    offset, offsets = durations.parse_stored(short), _offsets(own)
    if planned is None or planned.event.state != EventState.PLANNED or offset not in offsets:
        return
    due = reminder_times.due(planned.occurrence, offset)
    if due > turn.now:
        turn.schedule(TIMER, timer.subject, due)
    elif not reminder_times.is_useful(*planned, offset, turn.now, offsets):
        log.info("own-reminder-too-late", event_id=planned.event.id, offset=short, due=str(due))
    elif (end := await _quiet_end(planned, offset, turn)) is not None:
        turn.schedule(TIMER, timer.subject, end)
    else:
        row = await event_places.rsvp_of(turn.uow, planned.occurrence.id, int(member))
        await _remind(planned, row.member_id if row is not None else int(member), due, turn)


async def _quiet_end(planned: EventOccurrence, offset: Offset, turn: Turn) -> datetime | None:
    """Return the end of quiet hours if the reminder can wait for it."""
    there = await turn.in_room_of(planned.event)
    end = quiet_until(there.room_context.place if there is not None else None, turn.now)
    return end if end is not None and reminder_times.can_wait(planned.occurrence, offset, end) else None


async def _remind(planned: EventOccurrence, member: int, due: datetime, turn: Turn) -> None:
    contact = await contact_of(member, planned.event, turn)
    if contact is not None:
        here = reminder_words.compose(
            planned, turn.now - due, contact.there, to_attendees=not planned.event.link_hidden
        )
        own = contact.there.in_language(contact.locale) if contact.locale else None
        text = here
        if own is not None or planned.event.link_hidden:
            text = reminder_words.compose(planned, turn.now - due, own or contact.there, to_attendees=True)
        silent = quiet_until(contact.there.room_context.place, turn.now) is not None
        contact.send(text, here, key=f"remind:{planned.occurrence.id}:{member}:{due.isoformat()}", silent=silent)
