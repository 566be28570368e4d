"""How many events of one community or network may be ahead."""

from bots.core.refusal import Refusal
from bots.turn.turn import Turn
from storage.queries import events

MAX_PLANNED = 500
"""Drafts included; a series is its next date. What was imported doesn't count."""


async def check(turn: Turn) -> None:
    """Raise Refusal("event-many-planned") where a community or network has enough events to come."""
    if await events.count_planned(turn.uow, turn.holder, turn.now) >= MAX_PLANNED:
        raise Refusal("event-many-planned", limit=MAX_PLANNED)
