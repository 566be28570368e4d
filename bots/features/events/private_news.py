"""News of an event whose card does not name everybody: people who come get them in private, not by name in a room."""

from __future__ import annotations

from typing import Literal

from bots.core.inbound import TimerFired
from bots.features.events import views, visibility
from bots.features.events.contact import Contact, contact_of
from bots.turn.turn import Turn
from storage.queries import event_places, events, own_reminders
from storage.queries.event_places import Attendee
from storage.queries.events import EventOccurrence
from storage.tables import EventState, RsvpAnswer

TIMER = "event-tell"
"""Tells a page of those who come; its subject is "OCCURRENCE:NEWS:HOW MANY ARE TOLD"."""
News = Literal["cancelled", "moved", "reopened", "reminder"]
_TEXTS = {
    "cancelled": "event-cancelled", "moved": "event-moved-to", "reopened": "event-reopened",
    "reminder": "event-reminder-private",
}  # fmt: skip
_PAGE = 25


def tell_all(planned: EventOccurrence, news: News, turn: Turn) -> None:
    """Tell everybody who comes, or may come, if the card hides their names, or if several communities show it."""
    visibility.tell(planned.event, news, turn)
    if planned.event.names_hidden or planned.event.spread_to is not None:
        turn.schedule(TIMER, f"{planned.occurrence.id}:{news}:0", turn.now)


async def tell(timer: TimerFired, turn: Turn) -> None:
    """Tell a page of people, unless that is no longer true."""
    occurrence, news, told = timer.subject.split(":")
    planned = await events.of_occurrence(turn.uow, int(occurrence))
    if planned is None or (planned.event.state == EventState.CANCELLED) != (news == "cancelled"):
        return
    page = await event_places.attendees(turn.uow, int(occurrence), limit=_PAGE, offset=int(told))
    for one in page:
        if news == "reminder" and await own_reminders.of_attendee(turn.uow, int(occurrence), one.member) is not None:
            continue  # they hear of it at their own times
        contact = await contact_of(one.member, planned.event, turn) if _comes(one) else None
        if contact is not None:
            await _tell_one(contact, planned, one, news)
    if len(page) == _PAGE:
        turn.schedule(TIMER, f"{occurrence}:{news}:{int(told) + _PAGE}", turn.now)


def _comes(one: Attendee) -> bool:
    return one.answer.answer != RsvpAnswer.NO and one.answer.waiting_since is None


async def _tell_one(contact: Contact, planned: EventOccurrence, one: Attendee, news: str) -> None:
    """Tell one person in private; otherwise by name in the room, if it shows the event and names."""
    event, occurrence = planned
    args = {"title": views.title(event), "when": views.when(occurrence, contact.there)}
    key = f"news:{news}:{occurrence.id}:{one.member}:{occurrence.wall_start}:{contact.there.value.key}"
    names = not event.names_hidden and await visibility.is_known(event, contact.there)
    contact.tell(_TEXTS[news], args, key=key, fallback=names)
