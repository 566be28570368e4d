"""The calendar file of an event (RFC 5545)."""

from __future__ import annotations

from datetime import datetime, timedelta

from bots.core.inbound import Attachment, ButtonPressed
from bots.core.outbound import Content
from bots.features.events import lookup, views, whole_days
from bots.turn.turn import Turn
from storage.queries.events import EventOccurrence

_REPEAT_INTERVAL = timedelta(minutes=10)


async def press_calendar(press: ButtonPressed, turn: Turn) -> None:
    """Send the file to the person; where everybody would see it, at most once in ten minutes."""
    planned = await lookup.event_of_button(press, turn)
    text = turn.text("event-file", title=views.title(planned.event))
    content = Content(text=text, attachments=(calendar_file(planned, turn.now),))
    if turn.capabilities.private_answers:
        turn.answer_content(content)
        return
    period = int(turn.now.timestamp() // _REPEAT_INTERVAL.total_seconds())
    turn.post_content(content, key=f"ics:{planned.occurrence.id}:{turn.room.id}:{period}")
    turn.acknowledge("event-file-below")


def calendar_file(planned: EventOccurrence, now: datetime) -> Attachment:
    """Return the file of an event."""
    from icalendar import Calendar  # loaded when somebody wants a file: it takes 4 MB
    from icalendar import Event as CalendarEntry

    event, occurrence = planned
    entry = CalendarEntry()
    entry.add("uid", f"event-{occurrence.id}@glocal")
    entry.add("dtstamp", now)
    first, end = whole_days.calendar_times(occurrence)
    entry.add("dtstart", first)
    entry.add("dtend", end)
    entry.add("summary", event.title)
    if event.place:
        entry.add("location", event.place)
    if event.link and not event.link_hidden:
        entry.add("url", event.link)
    if event.description:
        entry.add("description", event.description)
    calendar = Calendar()
    calendar.add("prodid", "-//glocal//events//EN")
    calendar.add("version", "2.0")
    calendar.add_component(entry)
    data = calendar.to_ical().decode()
    name = f"event-{event.number}.ics"
    return Attachment(name=name, mime="text/calendar", size=len(data.encode()), data=data, alt=event.title)
