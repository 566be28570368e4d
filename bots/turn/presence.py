"""Whether somebody who leaves a room is still in another one of the same community or network."""

from __future__ import annotations

from collections.abc import Collection

from bots.turn.turn import Turn
from storage.queries import communities, persons


async def rooms_left(turn: Turn) -> set[int]:
    """Return the turn's room and those of the same server or group: people leave them all at once."""
    together = await communities.rooms_of_parent(turn.uow, turn.account, turn.room.parent)
    return {turn.room.id, *(room.id for room in together)}


async def is_elsewhere(left: Collection[int], turn: Turn) -> bool:
    """Return whether we noticed the member last in another room of its holder, with any of their accounts."""
    rooms = {room.id for room in await communities.rooms_of_place(turn.uow, turn.place)} - set(left)
    return any(identity.room_id in rooms for identity in await persons.accounts(turn.uow, turn.member_id))
