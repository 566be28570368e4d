"""The rooms in which a community or network hears what is new about it."""

from __future__ import annotations

from bots.turn.turn import Turn
from storage.queries import communities
from storage.queries.memberships import Place
from storage.tables import Community


async def rooms_to_tell(place: Place, turn: Turn) -> list[Turn]:
    """Return the turn for a community's first room, or for the rooms in which a network's coordinators meet."""
    if isinstance(place, Community):
        rooms = (await communities.rooms_of_community(turn.uow, place.id))[:1]
    else:
        rooms = await communities.coordination_rooms(turn.uow, place.id)
    return [await turn.for_room(room) for room in rooms]
