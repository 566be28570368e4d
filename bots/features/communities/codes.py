"""The code by which communities ask to join a network. Only its coordinators and the linked connectors see it."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.turn.turn import Turn
from storage.tables import Network


async def show_code(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `network code`: in a community's room, the codes of all its networks."""
    for network in turn.room_context.networks:
        send_code(network, turn)


def send_code(network: Network, turn: Turn) -> None:
    """Send the code to the acting person in private."""
    content = Content(text=turn.answer_text("network-code", network=network.name, code=network.code))
    if turn.capabilities.private_answers:
        turn.answer_content(content)
        return
    user = turn.person_event().person.user
    turn.send_direct(user, content, fallback=Content(text=turn.answer_text("network-code-unreachable")))
    turn.answer("network-code-sent")
