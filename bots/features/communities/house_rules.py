"""The command `rules`: show the community's rules again."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.turn.turn import Turn


async def show_rules(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Show the rules of the room's community; in private, those of the person's own. Raises Refusal."""
    community = turn.room_context.community or turn.room_context.home_community
    if turn.room_context.own_network is not None:
        raise Refusal("room-of-network", command="rules", network=turn.network.name)
    if community is None or not community.rules:
        raise Refusal("rules-none")
    turn.answer("rules-shown", community=community.name, rules=community.rules)
