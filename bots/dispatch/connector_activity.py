"""The activity of connectors: the day on which one of them last did or said something in a room of their community.

One day is kept for each community, and nothing of what they did.
"""

from __future__ import annotations

from sqlalchemy import bindparam

from bots.dispatch.activity import ACTS
from bots.turn.turn import Turn
from storage.bulk_writes import update_by
from storage.queries import members
from storage.queries.activity import day_of
from storage.tables import Community

_SEE = update_by(Community, "id", values={"connector_seen_on": bindparam("seen_on")})


async def note(turn: Turn) -> None:
    """Keep the day if the acting person is a connector of the room's community, and none was seen on that day."""
    community = turn.room_context.community
    if community is None or turn.actor is None or not isinstance(turn.value, ACTS):
        return
    day = day_of(turn.occurred_at)
    if community.connector_seen_on is not None and community.connector_seen_on >= day:
        return
    connectors = await turn.uow.remember(
        ("connectors", community.id), members.ROLES_READ, lambda: members.connectors(turn.uow, community.id)
    )
    if turn.actor.member_id in connectors:
        turn.uow.defer(_SEE, {"b_id": community.id, "seen_on": day})
