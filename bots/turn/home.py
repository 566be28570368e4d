"""The place that somebody speaks of: that of the room, or in private the community that they are in."""

from __future__ import annotations

from dataclasses import replace

from bots.core.inbound import MessagePosted
from bots.turn.turn import Turn
from storage.queries import communities


async def of_speaker(message: MessagePosted, turn: Turn) -> Turn | None:
    """Return the turn with the place that a message is about, or None if there is none."""
    context = turn.room_context
    if context.place is not None:
        return turn
    if not message.direct or turn.actor is None:
        return None
    mine = await communities.of_member(turn.uow, turn.member_id)
    home = next((one for one in mine if one == context.home_community), next(iter(mine), None))
    return turn.in_room(replace(context, community=home)) if home is not None else None
