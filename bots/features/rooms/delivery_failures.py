"""A missing right is named to those who can give it."""

from __future__ import annotations

from collections.abc import Callable

from bots.core.inbound import DeliveryFailed
from bots.core.outbound import Content, Post
from bots.features.rooms.lifecycle import lose
from bots.turn import room_context
from bots.turn.turn import Turn
from storage.queries import communities, members
from storage.tables import Room


async def undelivered(value: DeliveryFailed, turn: Turn) -> None:
    """Something was refused. For lack of a right: told in another room of the community or to a connector, daily. Since
    the room is not there any more, though the platform never said so: it is lost."""
    if turn.scene.room is None:
        return
    if value.kind == Post.__name__ and value.reason == "gone":
        await lose(turn, value.key, "lost")
        return
    if value.right is None:
        return
    args: dict[str, object] = {"room": turn.room.name or turn.room.room, "right": value.right}
    key = f"right:{turn.room.id}:{value.right}:{turn.now.date()}"
    await tell_elsewhere(turn, key, lambda there: Content(text=there.text("right-missing-for-bot", **args)))


async def tell_elsewhere(turn: Turn, key: str, say: Callable[[Turn], Content]) -> None:
    """Say something about the turn's room where it can be read: in another room of the community, else to a connector
    in private, and where none can be reached, in the room itself: what is lacking may leave that open."""
    for other in await _others(turn):
        there = turn.at(await room_context.of_room(turn.uow, other))
        there.post_content(say(there), key=key)
        return
    await _tell_connector(turn, key, say(turn))


async def _others(turn: Turn) -> list[Room]:
    if turn.scene.community is None:
        return []
    rooms = await communities.rooms_of(turn.uow, turn.scene.community.id or 0)
    return [room for room in rooms if room.id != turn.room.id]


async def _tell_connector(turn: Turn, key: str, content: Content) -> None:
    community = turn.scene.community.id if turn.scene.community else None
    network = turn.room.network_id if community is None else None
    role = "connector" if community else "coordinator"
    holders = await members.animators(turn.uow, role, community=community, network=network)
    found = await members.platform_users(turn.uow, [holder.member_id for holder in holders], turn.room.platform)
    for who in found[:1]:
        turn.direct(who.user, content, fallback=content, key=key)
    if not found:
        turn.post_content(content, key=key)
