"""Reports of messages that the platform refused."""

from __future__ import annotations

from collections.abc import Callable

from bots.core.inbound import DeliveryFailed
from bots.core.outbound import Content, Post
from bots.features.rooms.lifecycle import lose_room, other_rooms
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Role, RoomState


async def handle_delivery_failure(value: DeliveryFailed, turn: Turn) -> None:
    """Report a missing right, once a day. Mark the room as lost if the platform says that it doesn't exist."""
    if turn.room_context.room is None:
        return
    if value.kind == Post.__name__ and value.reason == "gone":
        await lose_room(turn, value.key, RoomState.LOST)
        return
    if value.right is None:
        return
    args: dict[str, object] = {"room": turn.room_name, "right": value.right}
    key = f"right:{turn.room.id}:{value.right}:{turn.now.date()}"
    await post_elsewhere(turn, key, lambda there: Content(text=there.text("right-missing-for-bot", **args)))


async def post_elsewhere(turn: Turn, key: str, compose: Callable[[Turn], Content]) -> None:
    """Post something about the turn's room in another room of the community, or send it to a connector.

    Without another room and without a connector, try the room itself: the missing right may not concern posts.
    """
    if turn.room_context.community is not None:
        for room in await other_rooms(turn):
            there = await turn.for_room(room)
            there.post_content(compose(there), key=key)
            return
    await _tell_connector(turn, key, compose(turn))


async def _tell_connector(turn: Turn, key: str, content: Content) -> None:
    community = turn.room_context.community.id if turn.room_context.community else None
    network = turn.room.network_id if community is None else None
    role = Role.CONNECTOR if community else Role.COORDINATOR
    identities = await members.role_holders(turn.uow, turn.room.platform, role, community=community, network=network)
    if identities:
        turn.send_direct(identities[0].user, content, fallback=content, key=key)
    else:
        turn.post_content(content, key=key)
