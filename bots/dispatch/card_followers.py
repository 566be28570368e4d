"""Features that follow cards of others: a highlight changes with the event that it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from itertools import count

import structlog
from sqlalchemy.exc import OperationalError

from bots.core.card_id import CardId
from bots.routing.feature import CardFollower
from bots.turn.effects import Effects
from bots.turn.turn import Turn

log = structlog.get_logger()
_BEHIND_HANDLERS = 1_000_000
"""From here on what followers send is numbered, since a handler may have sent under the same value's key."""


async def follow_cards(followers: Mapping[str, Sequence[CardFollower]], turn: Turn, effects: Effects) -> None:
    """Run the followers of the cards that a transaction redraws or withdraws. One that fails doesn't stop the rest."""
    changed = (*effects.dirty_cards, *sorted(effects.withdrawn_cards - effects.dirty_cards.keys()))
    numbers = count(_BEHIND_HANDLERS)
    for card_id in map(CardId.parse, changed):
        for follow in followers.get(card_id.kind, ()):
            here = replace(turn, key_numbers=numbers, effects=Effects())
            try:
                async with turn.uow.savepoint() if turn.uow.careful else nullcontext():
                    await follow(card_id, here)
            except OperationalError:
                raise
            except Exception:  # the rows are right; only what shows them elsewhere is outdated
                if not turn.uow.careful:
                    raise
                log.exception("card-not-followed", card=str(card_id))
            else:
                effects.merge(here.effects)
