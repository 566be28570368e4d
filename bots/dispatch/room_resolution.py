"""Resolution of the room of values that do not name it completely.

Some platforms report a vote with its message only, or a new member with the group that contains the room.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from msgspec import structs

from bots.commands.typed_language import language_of
from bots.core.inbound import (
    BotJoined,
    ButtonPressed,
    ChoiceMade,
    ChoicesSnapshot,
    CommandInvoked,
    JoinRequested,
    MemberJoined,
    MemberLeft,
    MessagePosted,
    PersonInbound,
    ReactionAdded,
    ReactionRemoved,
    RightsReported,
    RoomLost,
    RoomMoved,
    Value,
)
from bots.turn.room_context import RoomContext, of_direct_room, of_room
from storage.queries import communities, placements
from storage.queries.members import MemberSummary
from storage.tables import Room, RoomRole, RoomState
from storage.unit_of_work import UnitOfWork

_ABOUT_MESSAGE = (ButtonPressed, ChoiceMade, ChoicesSnapshot, ReactionAdded, ReactionRemoved)
_OF_PARENT = (BotJoined, MemberJoined, MemberLeft, JoinRequested, RightsReported, RoomLost, RoomMoved)


async def resolve_rooms(uow: UnitOfWork, values: Sequence[Value]) -> list[Value]:
    """Fill in the values' rooms. Repeat a value about a parent for each of the rooms that it affects."""
    if not any(_is_incomplete(value) for value in values):
        return list(values)
    resolved: list[Value] = []
    posted = {(value.account, value.message): value.room for value in values if isinstance(value, MessagePosted)}
    for value in values:
        if isinstance(value, _ABOUT_MESSAGE) and not value.room:
            message = value.message or ""
            room = posted.get((value.account, message)) or await placements.room_of_message(uow, value.account, message)
            resolved.append(structs.replace(value, room=room))
        elif isinstance(value, _OF_PARENT):
            resolved += await _resolve_parent(uow, value)
        else:
            resolved.append(value)
    return resolved


def _is_incomplete(value: Value) -> bool:
    return isinstance(value, _OF_PARENT) or (isinstance(value, _ABOUT_MESSAGE) and not value.room)


async def _resolve_parent(uow: UnitOfWork, value: Value) -> list[Value]:
    """Apply a parent's value to its rooms: a person joins the first home room, other changes affect all rooms.

    Without a home room there, a person joins or leaves the first room of a community.

    A closed parent is an exception: a group may close its main room and keep the others open.
    """
    children = await communities.rooms_of_parent(uow, value.account, value.room)
    if not children or (isinstance(value, RoomLost) and value.reason == "closed"):
        return [value]
    own_room = await communities.rooms_by_address(uow, [(value.account, value.room)])
    if isinstance(value, BotJoined):
        lost = [child for child in children if child.state == RoomState.LOST]
        return [*([value] if own_room or not lost else []), *(_for_child(value, child) for child in lost)]
    if isinstance(value, RoomLost | RoomMoved):
        return [*([value] if own_room else []), *(_for_child(value, child) for child in children)]
    if any(room.community_id or room.network_id for room in own_room.values()):
        return [value]
    active = [child for child in children if child.state == RoomState.ACTIVE]
    homes = [child for child in active if child.role == RoomRole.HOME]
    if not homes and isinstance(value, MemberJoined | MemberLeft):
        homes = [child for child in active if child.community_id]
    return [structs.replace(value, room=homes[0].room)] if homes else [value]


def _for_child(value: BotJoined | RoomLost | RoomMoved, child: Room) -> Value:
    key = f"{value.key}@{child.room}"
    if isinstance(value, RoomMoved):
        suffix = child.room.removeprefix(value.room)
        return structs.replace(value, key=key, room=child.room, new_room=value.new_room + suffix)
    if isinstance(value, BotJoined):
        return structs.replace(value, key=key, room=child.room, name=child.name, parent=child.parent)
    return structs.replace(value, key=key, room=child.room)


async def context_of(
    uow: UnitOfWork, room: Room | None, actor: MemberSummary | None, value: Value, commands: Iterable[str]
) -> RoomContext:
    """Return the context of a value's room, in the person's own language where the room has none.

    That is the language that they chose, that their platform states, or of the command that they typed ("!aide", found
    among the names of all `commands`).
    """
    person = value.person if isinstance(value, PersonInbound) else None
    own_locale = (actor.locale if actor is not None else None) or (person.locale if person is not None else None)
    if room is not None and room.role == RoomRole.DIRECT and actor is not None and person is not None:
        context = await of_direct_room(uow, room, actor.member_id, own_locale)
    else:
        context = await of_room(uow, room)
    if context.is_owned or context.home_community is not None:
        return context
    typed = language_of(value.line, commands) if isinstance(value, CommandInvoked) else None
    return replace(context, locale_override=own_locale or typed)
