"""What a reminder says."""

from __future__ import annotations

from datetime import timedelta

from bots.core.richtext import Rich, join
from bots.features.events import reminder_times, rules, views
from bots.turn.turn import Turn
from storage.queries.events import EventOccurrence


def compose(planned: EventOccurrence, delay: timedelta, turn: Turn, *, to_attendees: bool = False) -> Rich:
    """Return the text of a reminder: how long until the start, the place, and the link when the event begins.

    `to_attendees`: only people who come read it, so that it may tell them a hidden link.
    """
    event, occurrence = planned
    unit, amount = reminder_times.until_occurrence(occurrence, turn.now, turn.room_context.zone)
    head = turn.text(
        f"event-reminder-{unit}", number=str(event.number), title=views.title(event), count=amount,
        start=views.start(occurrence, turn),
    )  # fmt: skip
    place = turn.text("event-where", place=rules.display_text(event.place)) if event.place else ()
    shows_link = event.link and (to_attendees or (unit in ("now", "begun") and not event.link_hidden))
    link = turn.text("event-link", link=views.web_link(event)) if shows_link else ()
    apology = turn.text("event-reminder-late") if delay >= reminder_times.LATE else ()
    return join([head, place, link, apology])


def expected(planned: EventOccurrence, turn: Turn, *, shows_link: bool) -> Rich:
    """Return the reminder of somebody whom the room does not call: when and where they are expected."""
    event, occurrence = planned
    head = turn.text("event-reminder-private", title=views.title(event), when=views.when(occurrence, turn))
    place = turn.text("event-where", place=rules.display_text(event.place)) if event.place else ()
    link = turn.text("event-link", link=views.web_link(event)) if event.link and shows_link else ()
    return join([head, place, link])
