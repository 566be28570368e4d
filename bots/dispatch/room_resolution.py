"""Values that name their room only in part are given the room they are about.

Some platforms tell a vote by its message alone, or a newcomer by the group that a room is a part of.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from bots.core.inbound import (
    BotJoined,
    ButtonPressed,
    ChoiceMade,
    ChoicesFound,
    JoinRequested,
    MemberJoined,
    MemberLeft,
    MessagePosted,
    ReactionAdded,
    ReactionRemoved,
    RightsFound,
    RoomLost,
    RoomMoved,
    Value,
)
from storage.queries import communities, placements
from storage.tables import Room
from storage.unit_of_work import UnitOfWork

_ABOUT_MESSAGE = (ButtonPressed, ChoiceMade, ChoicesFound, ReactionAdded, ReactionRemoved)
_OF_PARENT = (BotJoined, MemberJoined, MemberLeft, JoinRequested, RightsFound, RoomLost, RoomMoved)


async def located(uow: UnitOfWork, values: Sequence[Value]) -> list[Value]:
    """The values, each with its room; one that is about a parent for each of the rooms it concerns."""
    if not any(_needs_a_look(value) for value in values):
        return list(values)
    found: list[Value] = []
    said = {(value.account, value.message): value.room for value in values if isinstance(value, MessagePosted)}
    for value in values:
        if isinstance(value, _ABOUT_MESSAGE) and not value.room:
            message = value.message or ""
            room = said.get((value.account, message)) or await placements.room_of_message(uow, value.account, message)
            found.append(structs.replace(value, room=room))
        elif isinstance(value, _OF_PARENT):
            found += await _at_parent(uow, value)
        else:
            found.append(value)
    return found


def _needs_a_look(value: Value) -> bool:
    return isinstance(value, _OF_PARENT) or (isinstance(value, _ABOUT_MESSAGE) and not value.room)


async def _at_parent(uow: UnitOfWork, value: Value) -> list[Value]:
    """A person comes into the first home; what befalls the parent befalls each of its rooms, but for its being closed:
    a group may close its main room and keep the others open."""
    children = await communities.rooms_in(uow, value.account, value.room)
    if not children or (isinstance(value, RoomLost) and value.reason == "closed"):
        return [value]
    here = await communities.rooms_at(uow, [(value.account, value.room)])
    if isinstance(value, BotJoined):
        lost = [child for child in children if child.state == "lost"]
        return [*([value] if here or not lost else []), *(_for_child(value, child) for child in lost)]
    if isinstance(value, RoomLost | RoomMoved):
        return [*([value] if here else []), *(_for_child(value, child) for child in children)]
    if any(room.community_id or room.network_id for room in here.values()):
        return [value]
    homes = [child for child in children if child.role == "home" and child.state == "active"]
    return [structs.replace(value, room=homes[0].room)] if homes else [value]


def _for_child(value: BotJoined | RoomLost | RoomMoved, child: Room) -> Value:
    key = f"{value.key}@{child.room}"
    if isinstance(value, RoomMoved):
        suffix = child.room.removeprefix(value.room)
        return structs.replace(value, key=key, room=child.room, new_room=value.new_room + suffix)
    if isinstance(value, BotJoined):
        return structs.replace(value, key=key, room=child.room, name=child.name, parent=child.parent)
    return structs.replace(value, key=key, room=child.room)
