"""Remove a person who wants to be forgotten from the polls that they voted in."""

from __future__ import annotations

from bots.turn.notices import PersonErased
from bots.turn.turn import Turn
from storage.queries import polls


async def forget(notice: PersonErased, turn: Turn) -> None:
    """Take their ballots out of open polls, so that nobody votes twice; in closed ones the numbers stay.

    The words beside a ballot go everywhere, and the cards that may show them are drawn again.
    """
    changed = await polls.told_of_ballot(turn.uow, notice.member_id)
    await polls.forget_ballots(turn.uow, notice.member_id)
    for poll in changed:
        turn.refresh_card(f"poll:{poll}")
        turn.refresh_card(f"pollresult:{poll}")
