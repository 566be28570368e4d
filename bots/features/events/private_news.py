"""News of an event for those who come and are not called by name in its room: they get them in private.

That is everybody, if the card doesn't name everybody. Otherwise it is who has no account on the platform of that room.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bots.core.inbound import TimerFired
from bots.features.events import news_words, visibility
from bots.features.events.contact import Contact, contact_of
from bots.turn.turn import Turn
from storage.queries import event_places, events, members, own_reminders, ownership
from storage.queries.event_places import Attendee
from storage.queries.events import EventOccurrence
from storage.tables import Event, RsvpAnswer

TIMER = "event-tell"
"""Tells a page of those who come; its subject is "OCCURRENCE:NEWS:HOW MANY ARE TOLD"."""
News = Literal["cancelled", "moved", "reopened", "reminder"]
_PAGE = 25


async def tell_all(planned: EventOccurrence, news: News, turn: Turn) -> None:
    """Tell everybody who comes, may come or waits for a place, and is not called in the event's room."""
    visibility.tell(planned.event, news, turn)
    platforms = {room.platform for room in await ownership.rooms_of(turn.uow, planned.event)}
    if not _calls_in_room(planned.event) or len(platforms) > 1:
        turn.schedule(TIMER, f"{planned.occurrence.id}:{news}:0", turn.now)


def _calls_in_room(event: Event) -> bool:
    return not event.names_hidden and event.spread_to is None


async def tell(timer: TimerFired, turn: Turn) -> None:
    """Tell a page of people, unless that is no longer true."""
    occurrence, news, told = timer.subject.split(":")
    planned = await events.of_occurrence(turn.uow, int(occurrence))
    if planned is None or not news_words.is_true(planned.event, news):
        return
    page = await event_places.attendees(turn.uow, int(occurrence), limit=_PAGE, offset=int(told))
    called = await _called_in_room(planned.event, page, turn)
    for one in page:
        if one.member in called:
            continue
        if news == "reminder" and await own_reminders.of_attendee(turn.uow, int(occurrence), one.member) is not None:
            continue  # they hear of it at their own times
        contact = await contact_of(one.member, planned.event, turn) if _hears(one, news) else None
        if contact is not None:
            await _tell_one(contact, planned, one, news)
    if len(page) == _PAGE:
        turn.schedule(TIMER, f"{occurrence}:{news}:{int(told) + _PAGE}", turn.now)


async def _called_in_room(event: Event, page: Sequence[Attendee], turn: Turn) -> set[int]:
    """Return those who have an account on the platform of the event's room, if people are called there."""
    there = await turn.in_room_of(event) if _calls_in_room(event) else None
    if there is None:
        return set()
    found = await members.identities_on_platform(turn.uow, [one.member for one in page], there.room.platform)
    return {identity.member_id for identity in found}


def _hears(one: Attendee, news: str) -> bool:
    """Return whether somebody comes; who waits for a place hears of changes, but isn't reminded."""
    return one.answer.answer != RsvpAnswer.NO and (news != "reminder" or one.answer.waiting_since is None)


async def _tell_one(contact: Contact, planned: EventOccurrence, one: Attendee, news: str) -> None:
    """Tell one person in private; otherwise by name in the room, if it shows the event and names."""
    event, occurrence = planned
    key = f"news:{news}:{occurrence.id}:{one.member}:{occurrence.wall_start}:{contact.there.value.key}"
    names = not event.names_hidden and await visibility.is_known(event, contact.there)
    text = news_words.for_person(planned, news, contact.own, alone=True)
    here = news_words.for_person(planned, news, contact.there, alone=False)
    contact.send(text, here, key=key, silent=contact.is_quiet, fallback=names)
