"""People who leave no longer count as coming, and count again when they come back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from bots.core.inbound import MemberJoined, MemberLeft
from bots.features.events import visibility, waiting_list
from bots.features.events.contact import contact_of
from bots.turn import presence
from bots.turn.turn import Turn
from storage.queries import electorate, events, rsvps
from storage.tables import Event, Rsvp, RsvpAnswer

GRAIN = timedelta(seconds=1)
"""Some platforms tell whole seconds, so that who leaves after an answer seems to leave before it."""


async def leave(value: MemberLeft, turn: Turn) -> None:
    """Set aside the member's answers to the events of the room that they left; to all, if it was the last one.

    An answer to an event that several communities show stays with a person who is in another room that shows it.
    """
    if not turn.room_context.is_owned:
        return
    answers = await _answers(turn)
    if not answers:
        return
    left = await presence.rooms_left(turn)
    stays = await presence.is_elsewhere(left, turn)
    for answer, event in answers:
        if answer.at >= turn.occurred_at + GRAIN:
            continue
        if event.spread_to is not None:
            gone = not await _stays_with_person(answer, event, left, turn)
        else:
            gone = event.room_id in left or not stays
        if gone:
            answer.left_at = turn.occurred_at
            turn.refresh_card(f"event:{event.id}")
            await _free_place(answer, event, turn)
            if event.spread_to is not None and not value.removed:
                await _tell(answer, event, turn)


async def _tell(answer: Rsvp, event: Event, turn: Turn) -> None:
    """Tell somebody in private that they no longer count as coming, since we may not know of another room of theirs."""
    contact = await contact_of(answer.member_id, event, turn) if answer.answer != RsvpAnswer.NO else None
    if contact is not None:
        args = {"title": event.title, "room": turn.room_name}
        contact.tell("event-reply-rests", args, key=f"event:{event.id}:rests:{turn.value.key}", fallback=False)


async def _stays_with_person(answer: Rsvp, event: Event, left: Collection[int], turn: Turn) -> bool:
    """Return whether somebody is still where an event is shown. If they answered in a room they left, go with them."""
    if answer.room_id is not None and answer.room_id not in left:
        return True
    there = await electorate.elsewhere(turn.uow, event, answer.member_id, left)
    if there is None:
        return False
    answer.room_id, answer.member_id = there
    turn.refresh_card(f"event:{event.id}")
    return True


async def come_back(_value: MemberJoined, turn: Turn) -> None:
    """Let the answers of a member who is back count again."""
    if not turn.room_context.is_owned:
        return
    for answer, event in await _answers(turn):
        if answer.left_at is not None and answer.left_at <= turn.occurred_at:
            answer.left_at = None
            answer.room_id = visibility.room_of_answer(event, turn)
            turn.refresh_card(f"event:{event.id}")
            await _find_place(answer, event, turn)


async def _free_place(answer: Rsvp, event: Event, turn: Turn) -> None:
    """Offer the place of somebody who left to the next person on the waiting list."""
    planned = await events.of_event(turn.uow, event.id) if event.capacity is not None else None
    if planned is not None:
        await waiting_list.leave_line(planned, answer, turn)


async def _find_place(answer: Rsvp, event: Event, turn: Turn) -> None:
    """Put somebody who is back at the end of the waiting list if no place is left."""
    planned = await events.of_event(turn.uow, event.id) if event.capacity is not None else None
    if planned is not None and answer.answer == RsvpAnswer.YES and await waiting_list.free_places(planned, turn) < 0:
        answer.waiting_since = turn.now


async def _answers(turn: Turn) -> list[tuple[Rsvp, Event]]:
    return list(await rsvps.answers_of_member(turn.uow, turn.holder, turn.member_id, turn.now))
