"""An event as a file for people's own calendars (RFC 5545)."""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from bots.core.inbound import Attachment, ButtonPressed
from bots.core.outbound import Content
from bots.features.events import lookup, views
from bots.turn.turn import Turn
from storage.queries.events import Planned

_AGAIN = timedelta(minutes=10)


async def wanted(press: ButtonPressed, turn: Turn) -> None:
    """The file goes to who presses; where it can only be shown to all, once in a while."""
    found = await lookup.of_button(press, turn)
    text = turn.text("event-file", title=views.title(found.event))
    content = Content(text=text, attachments=(attachment(found, turn.now),))
    if turn.capabilities.private_answers:
        turn.answer_content(content)
        return
    moment = int(turn.now.timestamp() // _AGAIN.total_seconds())
    turn.post_content(content, key=f"ics:{found.occurrence.id}:{turn.room.id}:{moment}")
    turn.acknowledge("event-file-below")


def attachment(found: Planned, now: datetime) -> Attachment:
    """The file, named after the event."""
    event, occurrence = found
    entry = Entry()
    entry.add("uid", f"event-{occurrence.id}@glocal")
    entry.add("dtstamp", now)
    entry.add("dtstart", occurrence.starts_at)
    entry.add("dtend", occurrence.ends_at)
    entry.add("summary", event.title)
    if event.place:
        entry.add("location", event.place)
    calendar = Calendar()
    calendar.add("prodid", "-//glocal//events//EN")
    calendar.add("version", "2.0")
    calendar.add_component(entry)
    data = calendar.to_ical().decode()
    name = f"event-{event.number}.ics"
    return Attachment(name=name, mime="text/calendar", size=len(data.encode()), data=data, alt=event.title)
