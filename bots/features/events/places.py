"""Answers to an event with a limited number of places: a place, or one on the waiting list."""

from __future__ import annotations

from typing import Literal

from bots.core.refusal import Refusal
from bots.features.events import views, visibility, waiting_list
from bots.turn.turn import Turn
from storage.queries import event_places, persons
from storage.queries.events import EventOccurrence
from storage.tables import Rsvp, RsvpAnswer

Noted = Literal["yes", "maybe", "no", "waiting"]
"""The outcome of an answer."""


async def store(planned: EventOccurrence, answer: RsvpAnswer, guests: int | None, turn: Turn) -> Noted:
    """Replace the acting member's answer unless it is newer than this value. A yes without a free place waits.

    `guests`: how many people they bring; None leaves that as it is.
    """
    occurrence = planned.occurrence
    row = await event_places.rsvp_of(turn.uow, occurrence.id, turn.member_id)
    if row is not None and row.at > turn.occurred_at:
        return _noted(row)
    if row is None:
        nothing = RsvpAnswer.NO  # they have no place yet
        person = await persons.of_member(turn.uow, turn.member_id)
        row = Rsvp(
            occurrence_id=occurrence.id, person_id=person, member_id=turn.member_id, answer=nothing,
            at=turn.occurred_at,
        )  # fmt: skip
        await turn.uow.add(row)
    row.room_id = visibility.room_of_answer(planned.event, turn) or row.room_id
    turn.refresh_card(f"event:{planned.event.id}")
    if answer == RsvpAnswer.YES:
        await _come(planned, row, row.guests if guests is None else guests, turn)
    else:
        row.answer, row.at, row.left_at, row.guests = answer, turn.occurred_at, None, 0
        await waiting_list.leave_line(planned, row, turn)
    row.member_id = turn.member_id
    return _noted(row)


async def _come(planned: EventOccurrence, row: Rsvp, guests: int, turn: Turn) -> None:
    """Give somebody a place if enough are free, or the place held for them; otherwise put them on the waiting list."""
    is_in = row.answer == RsvpAnswer.YES and row.left_at is None
    held = 1 + row.guests if is_in and (row.waiting_since is None or row.offered_until is not None) else 0
    fewer = held - (1 + guests)
    free = await waiting_list.free_places(planned, turn) + held
    fits = 1 + guests <= free and (bool(held) or not await _others_first(planned, free, turn))
    if held and not fits:
        raise Refusal("event-guests-full", title=views.title(planned.event), free=max(0, free - 1))
    if fits:
        turn.cancel_timer(waiting_list.OFFER_TIMER, f"{row.occurrence_id}:{row.member_id}")
        waiting_list.give_place(row)
    else:
        row.waiting_since = row.waiting_since if is_in and row.waiting_since else turn.now
    row.answer, row.at, row.left_at, row.guests = RsvpAnswer.YES, turn.occurred_at, None, guests
    if fewer > 0:
        await waiting_list.move_up(planned, turn)


async def _others_first(planned: EventOccurrence, free: int, turn: Turn) -> bool:
    """Return whether the free places are enough for somebody who waits."""
    return await event_places.next_waiting(turn.uow, planned.occurrence.id, free) is not None


async def withdraw(planned: EventOccurrence, answer: RsvpAnswer, turn: Turn) -> None:
    """Delete the acting member's answer if it is still this one. Their place goes to the next."""
    row = await event_places.rsvp_of(turn.uow, planned.occurrence.id, turn.member_id)
    if row is None or row.member_id != turn.member_id or row.answer != answer:
        return
    turn.cancel_timer(waiting_list.OFFER_TIMER, f"{row.occurrence_id}:{row.member_id}")
    await turn.uow.delete(row)
    turn.refresh_card(f"event:{planned.event.id}")
    await waiting_list.move_up(planned, turn)


def _noted(row: Rsvp) -> Noted:
    """Return what an answer means now."""
    if row.answer == RsvpAnswer.YES:
        return "yes" if row.waiting_since is None else "waiting"
    return "maybe" if row.answer == RsvpAnswer.MAYBE else "no"
