"""Unite the replies that somebody gave to an event with several accounts before linking them."""

from __future__ import annotations

from bots.features.events import waiting_list
from bots.turn.notices import AccountsLinked
from bots.turn.turn import Turn
from storage.queries import events, persons, rsvps
from storage.tables import Rsvp, RsvpAnswer

_MAX_NAMED = 5


async def unite(notice: AccountsLinked, turn: Turn) -> None:
    """Let the newest reply to each coming event stand, free the places of the others, and say so."""
    person = await persons.of_member(turn.uow, notice.member_id)
    members = {one.member_id for one in await persons.accounts(turn.uow, notice.member_id)}
    changed: list[str] = []
    for newest, *older in await rsvps.replies_to_unite(turn.uow, members, turn.now):
        planned = await events.of_occurrence(turn.uow, newest.occurrence_id)
        assert planned is not None, "a reply is to an event"
        for one in older:
            inherit(newest, one)
            turn.cancel_timer(waiting_list.OFFER_TIMER, f"{one.occurrence_id}:{one.member_id}")
            await turn.uow.delete(one)
        newest.person_id = person
        if older:
            changed.append(planned.event.title)
            turn.refresh_card(f"event:{planned.event.id}")
            await waiting_list.move_up(planned, turn)
    if changed:
        more = ("…",) if len(changed) > _MAX_NAMED else ()
        turn.answer("replies-united", events=(*changed[:_MAX_NAMED], *more))


def inherit(reply: Rsvp, older: Rsvp) -> None:
    """Let the reply that stands keep what the older one already had: a place, or the earlier one in the line.

    Somebody who has a place keeps it, with as many guests as fit.
    """
    reply.note, reply.feedback = reply.note or older.note, reply.feedback or older.feedback
    reply.checked_in_at = reply.checked_in_at or older.checked_in_at
    if reply.answer != RsvpAnswer.YES or older.answer != RsvpAnswer.YES or reply.left_at or older.left_at:
        return
    if reply.waiting_since is None:
        return
    if older.waiting_since is None:
        reply.waiting_since, reply.guests = None, min(reply.guests, older.guests)
    elif older.waiting_since < reply.waiting_since:
        reply.waiting_since, reply.offered_until = older.waiting_since, None
    reply.automatic = reply.automatic or older.automatic
