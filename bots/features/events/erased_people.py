"""Remove a person who wants to be forgotten from the events that they replied to."""

from __future__ import annotations

from bots.features.events import confirmation, rules, waiting_list
from bots.turn.notices import PersonErased
from bots.turn.turn import Turn
from storage.queries import events, rsvps


async def forget(notice: PersonErased, turn: Turn) -> None:
    """Free their places at what is still to come; of what is over only the number stays, and no name is shown.

    Their drafts go, as do their words to the hosts.
    """
    member = notice.member_id
    for draft in await events.drafts_of(turn.uow, member):
        await confirmation.discard(draft, turn)
    for planned, reply in await rsvps.with_reply_of(turn.uow, member):
        turn.refresh_card(f"event:{planned.event.id}")
        if not rules.is_open(*planned, turn.now):
            reply.note, reply.reminders = "", None
            continue
        turn.cancel_timer(waiting_list.OFFER_TIMER, f"{reply.occurrence_id}:{member}")
        await turn.uow.delete(reply)
        await waiting_list.move_up(planned, turn)
