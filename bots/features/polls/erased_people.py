"""Remove a person who wants to be forgotten from the polls that they voted in."""

from __future__ import annotations

from bots.turn.notices import PersonErased
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import PollState


async def forget(notice: PersonErased, turn: Turn) -> None:
    """Take their ballots out of open polls, so that nobody votes twice; in closed ones the numbers stay.

    The words beside a ballot go everywhere, and the cards that may show them are drawn again.
    """
    for poll, reason in await polls.with_ballot_of(turn.uow, notice.member_id):
        if poll.state == PollState.OPEN:
            await polls.delete_ballot(turn.uow, poll.id, notice.member_id)
        if poll.state == PollState.OPEN or reason is not None:
            turn.refresh_card(f"poll:{poll.id}")
        if reason is not None:
            await turn.uow.delete(reason)
            turn.refresh_card(f"pollresult:{poll.id}")
