"""The preview of a draft, and its outcome."""

from __future__ import annotations

from bots.core.outbound import Button, Content
from bots.core.richtext import Rich, Text, join
from bots.dates.durations import Offset
from bots.features.events import place_lines, reminder_times, views
from bots.turn.lead_text import describe_lead
from bots.turn.turn import Turn
from storage.queries.events import EventOccurrence
from storage.tables import Event, EventState, Occurrence


def preview(planned: EventOccurrence, turn: Turn, notes: list[Rich], rule: Rich = ()) -> Content:
    """Return the preview of a draft: the event, its reminders, the notes, and buttons to confirm or discard it.

    `rule`: how it recurs, and the next dates.
    """
    event = planned.event
    lines = [
        turn.text("event-preview", title=views.title(event)),
        *(line for line in views.describe(planned, turn, rule) if line),
        *place_lines.limits(planned, turn),
        _reminders(planned, turn),
        *notes,
    ]
    if not turn.capabilities.buttons:
        lines.append(turn.text("event-preview-how"))
    buttons = (
        Button(f"eventok:{event.id}", turn.label("event-confirm"), "✅"),
        Button(f"eventno:{event.id}", turn.label("event-drop"), "❌"),
    )
    return Content(text=join(lines), buttons=buttons, legend=False)


def _reminders(planned: EventOccurrence, turn: Turn) -> Rich:
    upcoming = reminder_times.upcoming(planned.event, planned.occurrence, turn.now)
    if not upcoming:
        return turn.text("event-preview-no-reminders")
    labels = {at: _offset(offset, planned.occurrence, turn) for offset, at in upcoming}
    offsets = join(list(labels.values()), (Text(", "),))
    return turn.text("event-preview-reminders", reminders=offsets)


def _offset(offset: Offset, occurrence: Occurrence, turn: Turn) -> Rich:
    """Return "1 day before" or "at the start"; "that morning" where no hour is known."""
    if occurrence.all_day and not offset.days:
        return turn.text("event-that-morning")
    offset = Offset(offset.days) if occurrence.all_day else offset
    return (Text(describe_lead(offset, turn.room_context.locale)),)


async def render_draft(subject: str, turn: Turn) -> Content | None:
    """Render the outcome of a draft in place of its preview; None while it waits."""
    event = await turn.uow.get(Event, int(subject))
    if event is None or event.state == EventState.DRAFT:
        return None
    if event.number is None:
        return Content(text=turn.text("event-draft-dropped"))
    return Content(text=turn.text("event-draft-confirmed", number=str(event.number), title=views.title(event)))
