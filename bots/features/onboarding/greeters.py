"""The greeters of a community, and the names of newcomers."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.richtext import Mention, Rich, Text, join
from bots.core.sanitize import display_name
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Journey, Role

MAX_NAMES = 10


async def greeters_of(turn: Turn) -> list[Mention]:
    """Return the community's greeters on this platform, or its connectors if it has none."""
    for role in (Role.GREETER, Role.CONNECTOR):
        assignments = await members.role_assignments(turn.uow, role, community=turn.community.id)
        holders = [assignment.member_id for assignment in assignments]
        identities = await members.identities_on_platform(turn.uow, holders, turn.room.platform)
        if identities:
            return [Mention(identity.user, display_name(identity.name)) for identity in identities]
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
