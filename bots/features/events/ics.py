"""The calendar file of an event (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bots.core.inbound import Attachment, ButtonPressed
from bots.core.outbound import Content
from bots.features.events import calendar_entries, lookup, views
from bots.turn import files
from bots.turn.turn import Turn
from storage.queries import ownership
from storage.queries import series as queries
from storage.queries.events import EventOccurrence
from storage.tables import EventState

if TYPE_CHECKING:
    from icalendar import Event as Entry

_REPEAT_INTERVAL = timedelta(minutes=10)
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
MAX_DATES = 300
"""Dates of a series in a file."""


async def press_calendar(press: ButtonPressed, turn: Turn) -> None:
    """Send the file to the person; where everybody would see it, at most once in ten minutes."""
    planned = await lookup.event_of_button(press, turn)
    text = turn.text("event-file", title=views.title(planned.event))
    content = Content(text=text, attachments=(await calendar_file(planned, turn),))
    if turn.answers_privately:
        turn.answer_content(content)
        return
    period = int(turn.now.timestamp() // _REPEAT_INTERVAL.total_seconds())
    turn.post_content(content, key=f"ics:{planned.occurrence.id}:{turn.room.id}:{period}")
    turn.acknowledge("event-file-below")


async def calendar_file(planned: EventOccurrence, turn: Turn) -> Attachment:
    """Return the file of an event; of a series with its rule, and with what differs on its dates."""
    event = planned.event
    data = calendar_entries.calendar(await _entries(planned, turn)).to_ical().decode()
    name = f"event-{event.number}.ics"
    return files.text_file(name, "text/calendar", data, event.title)


async def _entries(planned: EventOccurrence, turn: Turn) -> list[Entry]:
    row = await queries.series_of(turn.uow, planned.event)
    template = await queries.template_of(turn.uow, row.id) if row is not None else None
    place = await ownership.place_of(turn.uow, planned.event)
    if row is None or template is None or place is None:
        return [calendar_entries.single(planned)]
    dates = [
        date
        for state in (EventState.PLANNED, EventState.CANCELLED)
        for date in await queries.dates(turn.uow, row.id, state, _LONG_AGO, MAX_DATES)
    ]
    return calendar_entries.of_series(row, template, dates, place, turn.now)
