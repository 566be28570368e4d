"""Invitations, joins, losses and moves of rooms."""

from __future__ import annotations

from dataclasses import replace

from bots.core import outbound
from bots.core.inbound import BotInvited, BotJoined, RoomLost, RoomMoved, Undecryptable
from bots.core.sanitize import visible_line
from bots.turn import room_context
from bots.turn.turn import Turn
from storage.queries import communities, members, room_moves
from storage.tables import Room, RoomRole, RoomState

MAX_NAME_LENGTH = 100
"""The name of a room is other people's words: we store as much of it."""


async def accept_invitation(value: BotInvited, turn: Turn) -> None:
    """Join the room."""
    turn.enqueue(value.account, outbound.Join(room=value.room))


async def register_room(value: BotJoined, turn: Turn) -> None:
    """Store the room, and introduce the bot where it was not a member before."""
    room = turn.room_context.room
    known = room is not None and room.state == RoomState.ACTIVE
    lost = room is not None and not known
    if room is None:
        platform = turn.capabilities.platform
        new = Room(account=value.account, platform=platform, room=value.room, created_at=turn.now)
        room = await turn.uow.add(new)
    room.name, room.encrypted = visible_line(value.name, MAX_NAME_LENGTH) or room.name, value.encrypted
    room.state = RoomState.ACTIVE
    room.parent = value.parent or room.parent
    if value.direct:
        room.role = RoomRole.DIRECT
    if lost:
        await _tell_others(await turn.for_room(room), "room-back", f"back:{value.key}")
    if not known and not value.quiet:
        context = await room_context.of_room(turn.uow, room)
        here = turn.in_room(context if context.is_owned else replace(context, locale_override=value.locale))
        _introduce(here, f"intro:{room.id}:{turn.now.date()}")


def _introduce(turn: Turn, key: str) -> None:
    owner = turn.room_context.community or turn.room_context.network
    if turn.room.role == RoomRole.DIRECT:
        turn.post("intro-direct", key=key)
    elif owner is not None:
        turn.post("intro-back", key=key, silent=True, community=owner.name)
    else:
        turn.post("intro", key=key, silent=True)


async def handle_room_lost(value: RoomLost, turn: Turn) -> None:
    """Store that the bot was removed or that the room was closed."""
    if turn.room_context.room is not None:
        await lose_room(turn, value.key, RoomState.CLOSED if value.reason == "closed" else RoomState.LOST)


async def lose_room(turn: Turn, key: str, state: RoomState) -> None:
    """Set the room's state, and tell another room of the community or network."""
    if turn.room.state in (state, RoomState.LOST):
        return
    turn.room.state = state
    await _tell_others(turn, f"room-{state}", f"{state}:{key}")


async def _tell_others(turn: Turn, text_id: str, key: str) -> None:
    """Tell another room of the community, or the network, what happened to the turn's room."""
    others = await other_rooms(turn)
    network = turn.room_context.network
    if not others and network is not None:
        rooms = await communities.coordination_rooms(turn.uow, network.id)
        others = [room for room in rooms if room.id != turn.room.id]
    for other in others[:1]:
        there = await turn.for_room(other)
        there.post(text_id, key=f"{key}:{other.id}", silent=True, room=turn.room_name)


async def other_rooms(turn: Turn) -> list[Room]:
    """Return the community's other rooms."""
    community = turn.room_context.community
    rooms = await communities.rooms_of_community(turn.uow, community.id) if community is not None else ()
    return [room for room in rooms if room.id != turn.room.id]


async def move_room(value: RoomMoved, turn: Turn) -> None:
    """Give the room, and all rows that refer to it, the room's new id."""
    if turn.room_context.room is None:
        return
    room = turn.room
    known = await communities.rooms_by_address(turn.uow, [(value.account, value.new_room)])
    if any(other.community_id or other.network_id for other in known.values()):
        # The sender of the move need not own the other community's room.
        await lose_room(turn, value.key, RoomState.LOST)
        return
    for other in known.values():
        await members.forget_room(turn.uow, other.id)
        await turn.uow.delete(other)
    await room_moves.move_room(turn.uow, value.account, value.room, value.new_room)
    room.room, room.state = value.new_room, RoomState.ACTIVE
    turn.effects.moved_rooms[(value.account, value.room)] = value.new_room
    turn.enqueue(value.account, outbound.Join(room=value.new_room))
    turn.post("room-moved", key=f"moved:{value.key}", silent=True)


async def report_undecryptable(_value: Undecryptable, turn: Turn) -> None:
    """Say once in the room that the bot can't read something, and what helps."""
    if turn.room_context.room is not None and not turn.room.unreadable_notified:
        turn.room.unreadable_notified = True
        turn.post("room-unreadable", key=f"unreadable:{turn.room.id}")
