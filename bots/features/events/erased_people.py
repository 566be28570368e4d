"""Remove a person who wants to be forgotten from the events that they replied to."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.inbound import TimerFired
from bots.features.events import confirmation, waiting_list
from bots.turn.notices import PersonErased
from bots.turn.turn import Turn
from storage.queries import events, rsvps

TIMER = "event-forgotten"
"""Gives more of the places of somebody who was removed to those who wait. Its subject: the dates' ids."""
AT_ONCE = 8
"""Dates in one transaction: others need not wait for those of somebody who replied to very many."""


async def forget(notice: PersonErased, turn: Turn) -> None:
    """Free their places at what is still to come; of what is over only the number stays, and no name is shown.

    Their drafts go, as do their words to the hosts. Of very many events, a few at a time are settled.
    """
    member = notice.member_id
    for draft in await events.drafts_of(turn.uow, member):
        await confirmation.discard(draft, turn)
    dates = await rsvps.dates_replied_to(turn.uow, member)
    await rsvps.forget_replies(turn.uow, member, turn.now)
    for start in range(AT_ONCE, len(dates), AT_ONCE):
        turn.schedule(TIMER, ",".join(map(str, dates[start : start + AT_ONCE])), turn.now)
    await _settle(dates[:AT_ONCE], turn)


async def go_on(timer: TimerFired, turn: Turn) -> None:
    """Settle the next dates."""
    await _settle([int(date) for date in timer.subject.split(",")], turn)


async def _settle(dates: Sequence[int], turn: Turn) -> None:
    """Give the free places to those who wait, and show who comes now."""
    for date in dates:
        planned = await events.of_occurrence(turn.uow, date)
        if planned is not None:
            turn.refresh_card(f"event:{planned.event.id}")
            await waiting_list.move_up(planned, turn)
