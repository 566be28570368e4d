"""The greeters of a community, and the names of newcomers."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.richtext import Mention, Rich, Text, join
from bots.core.sanitize import display_name
from bots.turn.mentions import mention
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Journey, Role

MAX_NAMES = 10


async def greeters_of(turn: Turn) -> list[Mention]:
    """Return the community's greeters on this platform, or its connectors if it has none."""
    for role in (Role.GREETER, Role.CONNECTOR):
        people = await members.role_holders(turn.uow, turn.room.platform, role, community=turn.community.id)
        if people:
            return [mention(person) for person in people]
    return []


def list_greeters(greeters: list[Mention], turn: Turn) -> Rich:
    """Return the greeters' names, or a word for everybody."""
    if not greeters:
        return turn.text("onboarding-somebody")
    return join([(greeter,) for greeter in greeters], (Text(", "),))


def users_of(greeters: list[Mention]) -> tuple[str, ...]:
    """Return the ids to notify."""
    return tuple(greeter.user for greeter in greeters)


def names_of(journeys: Sequence[Journey]) -> Rich:
    """Return the names of newcomers."""
    return join([(Mention(journey.user, display_name(journey.name)),) for journey in journeys], (Text(", "),))
