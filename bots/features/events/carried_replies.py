"""Replies that carry over: people who come to one date of a series count for the next, and get a message how to say no.

Those who had a place come first; where the places are limited, the others wait in their order. Nobody is carried who
left, is blocked, or was missing at the check-in. A no ends it: only a yes carries over.
"""

from __future__ import annotations

from bots.core.inbound import TimerFired
from bots.features.events import own_reminders, rules, views, waiting_list
from bots.features.events.contact import contact_of
from bots.turn.turn import Turn
from storage.queries import blocks, event_places, events, persons
from storage.queries import series as queries
from storage.queries.events import EventOccurrence
from storage.tables import Rsvp, RsvpAnswer

TIMER = "event-carry"
"""Carries more people over; its subject is "OCCURRENCE:HOW MANY ARE DONE"."""
_PAGE = 100
"""How many people one transaction carries over and tells."""


async def carry(planned: EventOccurrence, turn: Turn) -> None:
    """Carry replies over to a date that was made just now; very many of them in pages."""
    await _page(planned, 0, turn)


async def go_on(timer: TimerFired, turn: Turn) -> None:
    """Carry the next page of people over."""
    occurrence, _, done = timer.subject.partition(":")
    planned = await events.of_occurrence(turn.uow, int(occurrence))
    if planned is not None and rules.is_open(*planned, turn.now):
        await _page(planned, int(done), turn)
        turn.refresh_card(f"event:{planned.event.id}")


async def _page(planned: EventOccurrence, done: int, turn: Turn) -> None:
    event, occurrence = planned
    before = await queries.date_before(turn.uow, event) if event.replies_carry else None
    if before is None or before.event.audience != event.audience:
        return
    page = await event_places.regulars(turn.uow, before.occurrence.id, limit=_PAGE, offset=done)
    for reply in page:
        await _carry_one(planned, reply, turn)
    if len(page) == _PAGE:
        turn.schedule(TIMER, f"{occurrence.id}:{done + _PAGE}", turn.now)


async def _carry_one(planned: EventOccurrence, reply: Rsvp, turn: Turn) -> None:
    """Store a yes for the next date, or a place on the waiting list if it is full. Guests don't carry over.

    The reply keeps its old time, so that any new reply is newer.
    """
    event, member = planned.event, reply.member_id
    community = event.community_id
    if community is not None and await blocks.is_blocked(turn.uow, member, community, turn.now):
        return
    if await event_places.rsvp_of(turn.uow, planned.occurrence.id, member) is not None:
        return
    full = event.capacity is not None and await waiting_list.free_places(planned, turn) < 1
    waits = (reply.waiting_since or reply.at) if full else None
    row = Rsvp(
        occurrence_id=planned.occurrence.id, person_id=await persons.of_member(turn.uow, member), member_id=member,
        answer=RsvpAnswer.YES, at=reply.at, carried=True, waiting_since=waits,
        room_id=reply.room_id,
    )  # fmt: skip
    await turn.uow.add(row)
    await own_reminders.schedule(planned, member, turn)
    if full or not reply.carried:
        await _tell(planned, member, "event-carried-waiting" if full else "event-carried", turn)


async def _tell(planned: EventOccurrence, member: int, text_id: str, turn: Turn) -> None:
    """Tell somebody in private that they are counted, and how to say no; the card says it to all."""
    event, occurrence = planned
    contact = await contact_of(member, event, turn)
    if contact is not None:
        args = {
            "title": views.title(event), "number": str(event.number), "start": views.start(occurrence, contact.there)
        }  # fmt: skip
        buttons = ((f"{waiting_list.BUTTON}:{occurrence.id}:no", "rsvp-no", "❌"),)
        contact.tell(text_id, args, key=f"carried:{occurrence.id}:{member}", buttons=buttons, fallback=False)
