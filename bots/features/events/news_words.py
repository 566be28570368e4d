"""What is new about an event, in words: for rooms that show it, and for people who come to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bots.core.richtext import Rich, Text, join
from bots.features.events import reminder_words, rules, views
from bots.features.events.details import Field
from bots.turn.turn import Turn
from storage.queries.events import EventOccurrence
from storage.tables import Event, EventState

CANCELLED, MOVED, REMINDER, EDITED = "cancelled", "moved", "reminder", "edited"
"""The news. EDITED is followed by the fields: "edited.place.link"."""
_TOLD: tuple[Field, ...] = ("place", "link", "description")
"""The fields whose edit other rooms read about; a new title is on their card."""
_OLD: tuple[Field, ...] = ("title", "place", "link")
_EMPTIED: Mapping[Field, str] = {
    "place": "event-edited-place-none", "link": "event-edited-link-none",
    "description": "event-edited-description-none",
}  # fmt: skip


def is_true(event: Event, news: str) -> bool:
    """Return whether the news still holds. Once an event is cancelled, only its cancellation does."""
    return (event.state == EventState.CANCELLED) == (news == CANCELLED)


def of_edit(fields: Sequence[Field]) -> str:
    """Return the news of an edit for other rooms; nothing where the card says it all."""
    told = [field for field in _TOLD if field in fields]
    return ".".join((EDITED, *told)) if told else ""


def for_room(planned: EventOccurrence, news: str, turn: Turn) -> Rich:
    """Return the text for a room that shows the event."""
    event, occurrence = planned
    kind, *fields = news.split(".")
    if kind == REMINDER:
        return reminder_words.compose(planned, timedelta(), turn)
    if kind == EDITED:
        return edit(event, [field for field in _TOLD if field in fields], {}, turn)
    if kind == CANCELLED:
        head = turn.text("event-cancelled", title=views.title(event), when=views.start(occurrence, turn))
        return join([head, turn.text("event-reason", reason=event.reason)]) if event.reason else head
    text_id = "event-moved-to" if kind == MOVED else "event-reopened"
    return turn.text(text_id, title=views.title(event), when=views.when(occurrence, turn))


def for_person(planned: EventOccurrence, news: str, turn: Turn, *, alone: bool) -> Rich:
    """Return the text for an attendee. `alone`: it is private, so it may show a hidden link."""
    if news != REMINDER:
        return for_room(planned, news, turn)
    return reminder_words.expected(planned, turn, shows_link=alone or not planned.event.link_hidden)


def edit(event: Event, fields: Sequence[Field], before: Mapping[Field, str], turn: Turn) -> Rich:
    """Return what is new about some fields. `before`: the old values, so that people can go back."""
    old = {field: value for field, value in before.items() if field != "link" or not event.link_hidden}
    described = [(*_describe(event, field, turn), *_old(field, old.get(field, ""), turn)) for field in fields]
    changes = join(described, (Text(" · "),))
    return turn.text("event-edited", title=views.title(event), number=str(event.number), changes=changes)


def _old(field: Field, value: str, turn: Turn) -> Rich:
    """Return what a field said before; nothing for a description, which may be long."""
    return turn.text("event-edited-before", before=rules.display_text(value)) if value and field in _OLD else ()


def _describe(event: Event, field: Field, turn: Turn) -> Rich:
    """Return what is new about a field."""
    if not getattr(event, field):
        return turn.text(_EMPTIED[field])
    match field:
        case "title":
            return turn.text("event-edited-title")
        case "place":
            return turn.text("event-edited-place", place=rules.display_text(event.place))
        case "link":
            if event.link_hidden:
                return turn.text("event-link-hidden")
            return turn.text("event-edited-link", link=views.web_link(event))
        case "description":
            return turn.text("event-edited-description")
