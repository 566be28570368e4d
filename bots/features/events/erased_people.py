"""Remove a person who wants to be forgotten from the events that they replied to."""

from __future__ import annotations

from collections.abc import Iterable

from bots.core.inbound import TimerFired
from bots.features.events import confirmation, waiting_list
from bots.turn import pages
from bots.turn.notices import PersonErased
from bots.turn.turn import Turn
from storage.queries import events, rsvps

TIMER = "event-forgotten"
"""Gives more of the places of somebody who was removed to those who wait. Its subject: a page of the dates' ids."""


async def forget(notice: PersonErased, turn: Turn) -> None:
    """Free their places at what is still to come; of what is over only the number stays, and no name is shown.

    Their drafts go, as do their words to the hosts. Of very many events, others move up and cards follow in pages.
    """
    member = notice.member_id
    for draft in await events.drafts_of(turn.uow, member):
        await confirmation.discard(draft, turn)
    dates = await rsvps.dates_replied_to(turn.uow, member)
    await rsvps.forget_replies(turn.uow, member, turn.now)
    await _settle(pages.begin(TIMER, dates, turn), turn)


async def go_on(timer: TimerFired, turn: Turn) -> None:
    """Settle the next dates."""
    await _settle(pages.of_timer(timer), turn)


async def _settle(dates: Iterable[int], turn: Turn) -> None:
    """Give the free places to those who wait, and show who comes now."""
    for date in dates:
        planned = await events.of_occurrence(turn.uow, date)
        if planned is not None:
            turn.refresh_card(f"event:{planned.event.id}")
            await waiting_list.move_up(planned, turn)
