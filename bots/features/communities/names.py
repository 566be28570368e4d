"""Names of communities and networks that nobody may take for another one's."""

from __future__ import annotations

from bots.core.confusables import look_alike
from bots.core.refusal import Refusal
from bots.turn.turn import Turn
from storage.queries import memberships
from storage.tables import Community, Network

BOT_NAME = "glocal"
_BYLINE = "·"
"""Highlights begin with the community, this sign and the author: `Lyon · Anna`."""


def check_not_ours(name: str, argument: str = "name") -> None:
    """Raise Refusal("name-reserved") for a name that resembles the bot's own."""
    if _resembles(name, BOT_NAME):
        raise Refusal("name-reserved", argument=argument, given=name)


async def check_free(name: str, owner: Community | Network, network: Network, turn: Turn, argument: str) -> None:
    """Raise Refusal("name-taken") if the network, or another of its parts, has a name that looks like this one."""
    parts: tuple[Community | Network, ...] = (
        network,
        *await memberships.communities_of(turn.uow, network.id),
        *await memberships.networks_in(turn.uow, network.id),
    )
    for other in parts:
        if other is not owner and _resembles(name, other.name):
            raise Refusal("name-taken", argument=argument, given=name, other=other.name)


def _resembles(name: str, other: str) -> bool:
    return look_alike(name, other) or look_alike(name.partition(_BYLINE)[0], other)
