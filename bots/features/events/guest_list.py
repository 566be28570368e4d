"""`event guests`: who comes, for the hosts alone; as a message or as a file."""

from __future__ import annotations

from collections.abc import Sequence

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text, join
from bots.features.events import lookup, views
from bots.turn import files, private_answer
from bots.turn.turn import Turn
from storage.queries import event_places
from storage.queries.event_places import Attendee
from storage.queries.events import EventOccurrence
from storage.tables import RsvpAnswer

MAX_LISTED = 50
MAX_EXPORTED = 10_000
_SIGNS = {RsvpAnswer.YES: "✅", RsvpAnswer.MAYBE: "🤔", RsvpAnswer.NO: "❌"}


async def show_guests(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event guests [number] [file]`: send the list privately to the person who asks."""
    planned = await lookup.find_event(call, args.optional_text("number"), turn)
    as_file = args.optional_text("form") == "file"
    people = await event_places.attendees(
        turn.uow, planned.occurrence.id, limit=MAX_EXPORTED if as_file else MAX_LISTED + 1
    )
    if not people:
        raise Refusal("event-guests-nobody", title=views.title(planned.event))
    if as_file and not turn.capabilities.upload_bytes:
        raise Refusal("event-guests-no-files")
    texts = turn.in_language(turn.answer_locale)
    content = _file(planned, people, texts) if as_file else _list(planned, people, texts)
    private_answer.answer(content, turn, sent="event-guests-sent", unreachable="event-guests-unreachable")


def _list(planned: EventOccurrence, people: Sequence[Attendee], turn: Turn) -> Content:
    lines: list[Rich] = [turn.text("event-guests-title", title=views.title(planned.event))]
    lines += [_line(one, turn) for one in people[:MAX_LISTED]]
    if len(people) > MAX_LISTED:
        lines.append(turn.text("event-guests-more", number=str(planned.event.number)))
    came = [one for one in people if one.answer.checked_in_at is not None]
    expected = [one for one in people if _status(one) == "yes"]
    if came and turn.now >= planned.occurrence.ends_at:
        missing = sum(one.answer.checked_in_at is None for one in expected)
        lines.append(turn.text("event-guests-came", came=len(came), missing=missing))
    return Content(text=join(lines))


def _line(one: Attendee, turn: Turn) -> Rich:
    """Return a person's line: answer, name, guests, whether they were checked in, and what they told the hosts."""
    status, answer = _status(one), one.answer
    sign = "⏳" if status == "waiting" else "☑️" if answer.checked_in_at is not None else _SIGNS[answer.answer]
    name = turn.name(one.name) + (f" +{answer.guests}" if answer.guests else "")
    return (Text(f"{sign} {name}" + (f": {answer.note}" if answer.note else "")),)


def _status(one: Attendee) -> str:
    """Return what an answer means: yes, maybe, no or waiting."""
    return "waiting" if one.answer.answer == RsvpAnswer.YES and one.answer.waiting_since else one.answer.answer.value


def _file(planned: EventOccurrence, people: Sequence[Attendee], turn: Turn) -> Content:
    """Return the list as a CSV file, with the byte order mark that spreadsheets expect."""
    rows = [tuple(turn.label(f"event-column-{column}") for column in ("name", "answer", "guests", "here", "note"))]
    for one in people:
        here = turn.label("choice-yes") if one.answer.checked_in_at is not None else ""
        status = turn.label(f"event-status-{_status(one)}")
        rows.append((turn.name(one.name), status, str(one.answer.guests), here, one.answer.note))
    text = turn.text("event-guests-file", title=views.title(planned.event), count=len(people))
    name = f"event-{planned.event.number}.csv"
    file = files.text_file(name, "text/csv", "\ufeff" + files.table(rows), planned.event.title)
    return Content(text=text, attachments=(file,))
