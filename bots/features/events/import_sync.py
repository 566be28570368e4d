"""Imported calendars are read again and again; what changed there changes here.

A timer asks for each reading (`bots.core.outbound.ReadCalendar`), which happens outside of any transaction, and its
result comes back as a value of its own. So a slow or broken calendar holds up nobody.
"""

from __future__ import annotations

from datetime import timedelta

import msgspec

from bots.core import outbound
from bots.core.inbound import Asked, Attachment, CalendarRead, CalendarReading, TimerFired
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Text
from bots.features.events import import_entries, platform_events, views
from bots.turn import cards
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import calendar_imports, communities, events, timers
from storage.tables import CalendarImport, EventState, Room, RoomRole, RoomState

READ, FORGET, CARD, FREE = "calendar-read", "calendar-forget", "calendar-card", "calendar-free"
"""Timers: read a calendar again; forget an unconfirmed calendar; show the card of an imported event; stop waiting for
a calendar that somebody asked for."""
PERIOD = timedelta(hours=1)
_LONGEST = timedelta(days=1)
_FULL = timedelta(days=7)
"""After so long, ask the server for the whole calendar even if nothing changed: recurring entries have new dates."""
_TOLD_AFTER = 5
"""After so many failures in a row the room hears of them."""
_NO_ROOM = timedelta(days=1)
_PATIENCE = timedelta(minutes=2)
"""How long the next question of a community or network waits for a calendar that it asked for."""
_CROWDED = timedelta(hours=3)


def read(row: CalendarImport, turn: Turn, asked: Asked | None = None) -> None:
    """Ask for a calendar to be read. Ask its server only for what is new, if we know the rest."""
    is_recent = row.full_at is not None and turn.now - row.full_at < _FULL and asked is None
    call = outbound.ReadCalendar(
        room=turn.room.room, subject=str(row.id), zone=turn.room_context.zone.key, address=row.address, asked=asked,
        file=msgspec.json.decode(row.file, type=Attachment) if row.file else None,
        etag=row.etag if is_recent else "", modified=row.modified if is_recent else "",
    )  # fmt: skip
    turn.enqueue(turn.account, call)


async def ask(row: CalendarImport, turn: Turn, asked: Asked | None = None) -> None:
    """Read a calendar because somebody wants it. Raises Refusal("event-import-busy") while another one is read.

    A calendar may be made to take half a minute: nobody can have the bot read many of them while others wait.
    """
    if await timers.is_set(turn.uow, FREE, _subject(turn)):
        raise Refusal("event-import-busy")
    turn.schedule(FREE, _subject(turn), turn.now + _PATIENCE)
    read(row, turn, asked)


def end_waiting(turn: Turn) -> None:
    """Let the next calendar be asked for."""
    turn.cancel_timer(FREE, _subject(turn))


async def stop_waiting(_timer: TimerFired, _turn: Turn) -> None:
    """Let the next calendar be asked for, though the last one never came."""


def _subject(turn: Turn) -> str:
    return f"{turn.holder.community or ''}/{turn.holder.network or ''}"


async def read_due(timer: TimerFired, turn: Turn) -> None:
    """Read a calendar again. The next time is set now, so that a reading without a result ends nothing."""
    row = await turn.uow.get(CalendarImport, int(timer.subject))
    room = await turn.uow.get(Room, row.room_id) if row is not None and row.confirmed and row.address else None
    if row is None or room is None:
        return
    if room.state != RoomState.ACTIVE:
        turn.schedule(READ, timer.subject, turn.now + _NO_ROOM)
        return
    turn.schedule(READ, timer.subject, turn.now + min(PERIOD * 2 ** min(row.failures, 8), _LONGEST))
    read(row, await turn.for_room(room))


async def forget_unconfirmed(timer: TimerFired, turn: Turn) -> None:
    """Forget a calendar for which nobody said yes."""
    row = await turn.uow.get(CalendarImport, int(timer.subject))
    if row is not None and not row.confirmed:
        await calendar_imports.delete_import(turn.uow, row.id)


async def take(value: CalendarRead, turn: Turn) -> None:
    """Apply what a calendar says now."""
    row, reading = await turn.uow.get(CalendarImport, int(value.subject)), value.reading
    end_waiting(turn)
    if row is None or not row.confirmed or turn.room_context.place is None:
        return
    row.read_at = turn.now
    if reading.problem:
        _note_problem(row, reading, turn)
        return
    if row.address:
        turn.schedule(READ, value.subject, turn.now + PERIOD)
    row.failures, row.problem, row.file = 0, "", ""
    is_first = row.full_at is None
    there = await _announcement_room(turn)
    if reading.unchanged:
        await import_entries.end_missing(row, there)
        return
    row.etag, row.modified, row.full_at = reading.etag, reading.modified, turn.now
    row.name = reading.name or row.name
    made = await import_entries.apply(row, reading, there)
    if made or is_first or not row.address:
        text_id = "event-imported" if is_first or not row.address else "event-imported-more"
        there.post_content(Content(text=there.text(text_id, count=made, name=Text(row.name)), silent=not is_first))


def _note_problem(row: CalendarImport, reading: CalendarReading, turn: Turn) -> None:
    """Remember why a calendar could not be read. Tell the room once, when that has lasted."""
    row.failures, row.problem = row.failures + 1, reading.problem
    why = turn.text(f"event-import-problem-{reading.problem}")
    if not row.address:
        row.file = ""
        turn.post_content(Content(text=why))
        return
    turn.schedule(READ, str(row.id), turn.now + min(PERIOD * 2 ** min(row.failures, 8), _LONGEST))
    if row.failures == _TOLD_AFTER:
        turn.post_content(Content(text=turn.text("event-import-trouble", name=Text(row.name), why=why), silent=True))


async def _announcement_room(turn: Turn) -> Turn:
    """Return the turn for the community's room for events, or for the room where somebody asked."""
    community = turn.holder.community
    rooms = await communities.rooms_of_community(turn.uow, community, RoomRole.EVENTS) if community is not None else ()
    return await turn.for_room(rooms[0]) if rooms else turn


async def show_card(timer: TimerFired, turn: Turn) -> None:
    """Show the card of an imported event some days before it, in quiet hours without a sound."""
    planned = await events.of_event(turn.uow, int(timer.subject))
    if planned is None or planned.event.state != EventState.PLANNED or planned.occurrence.ends_at <= turn.now:
        return
    due = planned.occurrence.starts_at - import_entries.CARD_LEAD
    if due > turn.now:
        turn.schedule(CARD, timer.subject, due)
        return
    if await import_entries.is_crowded(planned.event, turn):
        turn.schedule(CARD, timer.subject, turn.now + _CROWDED)
        return
    there = await turn.in_room_of(planned.event)
    if there is None or await import_entries.is_shown(planned.event, turn):
        return
    card, quiet = f"event:{planned.event.id}", quiet_until(there.room_context.place, turn.now) is not None
    await cards.post(views.render_card, card, there, key=f"{card}:card", silent=quiet)
    await platform_events.publish(planned, there)
