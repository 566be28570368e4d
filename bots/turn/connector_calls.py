"""Call the connectors of a community, or the coordinators of a network, by name."""

from __future__ import annotations

from bots.core.outbound import Content
from bots.core.richtext import Rich
from bots.turn.mentions import mention_all
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Community, Network, Role


async def call_responsible(text: Rich, turn: Turn) -> Content:
    """Return a text that names the connectors of the turn's community, or the coordinators of its network, in front."""
    place = turn.place
    role = Role.CONNECTOR if isinstance(place, Community) else Role.COORDINATOR
    community = place.id if isinstance(place, Community) else None
    network = place.id if isinstance(place, Network) else None
    people = await members.role_holders(turn.uow, turn.room.platform, role, community=community, network=network)
    called = (*mention_all(people), *turn.text("addressed")) if people else ()
    return Content(text=(*called, *text), mentions=tuple(one.user for one in people))
