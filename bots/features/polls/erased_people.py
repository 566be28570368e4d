"""Remove a person who wants to be forgotten from the polls that they voted in."""

from __future__ import annotations

from collections.abc import Iterable

from bots.core.inbound import TimerFired
from bots.turn import pages
from bots.turn.notices import PersonErased
from bots.turn.turn import Turn
from storage.queries import polls

TIMER = "poll-forgotten"
"""Redraws more of the polls that somebody was removed from. Its subject: a page of their ids."""


async def forget(notice: PersonErased, turn: Turn) -> None:
    """Take their ballots out of open polls, so that nobody votes twice; in closed ones the numbers stay.

    The words beside a ballot go everywhere. The cards that may show them are drawn again, of very many polls in pages.
    """
    changed = await polls.told_of_ballot(turn.uow, notice.member_id)
    await polls.forget_ballots(turn.uow, notice.member_id)
    _redraw(pages.begin(TIMER, changed, turn), turn)


async def go_on(timer: TimerFired, turn: Turn) -> None:
    """Draw the cards of the next polls again."""
    _redraw(pages.of_timer(timer), turn)


def _redraw(changed: Iterable[int], turn: Turn) -> None:
    for poll in changed:
        turn.refresh_card(f"poll:{poll}")
        turn.refresh_card(f"pollresult:{poll}")
