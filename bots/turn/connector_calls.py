"""Call the connectors of a community, or the coordinators of a network, by name."""

from __future__ import annotations

from bots.core.outbound import Content
from bots.core.richtext import Mention, Rich, Text, join
from bots.core.sanitize import display_name
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Community, Network, Role


async def call_responsible(text: Rich, turn: Turn) -> Content:
    """Return a text that names the connectors of the turn's community, or the coordinators of its network, in front."""
    place = turn.place
    role = Role.CONNECTOR if isinstance(place, Community) else Role.COORDINATOR
    community = place.id if isinstance(place, Community) else None
    network = place.id if isinstance(place, Network) else None
    assigned = await members.role_assignments(turn.uow, role, community=community, network=network)
    ids = [assignment.member_id for assignment in assigned]
    people = await members.identities_on_platform(turn.uow, ids, turn.room.platform)
    names = join([(Mention(one.user, display_name(one.name)),) for one in people], (Text(", "),))
    called = (*names, *turn.text("addressed")) if people else ()
    return Content(text=(*called, *text), mentions=tuple(one.user for one in people))
