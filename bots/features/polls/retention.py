"""Erase the words and ballots of polls that are older than the history that their community keeps."""

from __future__ import annotations

from bots.features.polls import lookup
from bots.features.polls.ballots import ASKING_CARDS
from bots.turn.old_history import OldHistory
from bots.turn.turn import Turn
from storage.queries import history
from storage.tables import Poll


async def _erase(poll: Poll, turn: Turn) -> None:
    await history.erase_poll(turn.uow, poll, lookup.CARDS, ASKING_CARDS)
    turn.refresh_card(f"poll:{poll.id}")


PAST = OldHistory("poll-past", 25, history.polls_before, _erase)
