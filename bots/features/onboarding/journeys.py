"""Helpers to find a journey and its room."""

from __future__ import annotations

from bots.turn.turn import Turn
from storage.tables import Journey, Room, RoomState


async def turn_in_room(room_id: int, turn: Turn) -> Turn | None:
    """Return the turn for a community's room, or None if the room is lost."""
    room = await turn.uow.get(Room, room_id)
    if room is None or room.state != RoomState.ACTIVE or room.community_id is None:
        return None
    return await turn.for_room(room)


def arrival_key(journey: Journey) -> str:
    """Return a key of this arrival. Somebody who comes back later gets other keys, and thus all steps again."""
    return f"{journey.id}:{int(journey.joined_at.timestamp())}"
