"""The holder of a poll or an event: a community, or a network in its own rooms.

Polls and events of a network's circle stay there: its highlights rooms don't know them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, select

from storage.queries import showings
from storage.tables import Community, Event, Network, Poll, Room, RoomRole, RoomState
from storage.unit_of_work import UnitOfWork

Held = Event | Poll
"""What a community or network holds."""


@dataclass(frozen=True, kw_only=True)
class Holder:
    """A community or a network (the id of one, the other is None), as one of its rooms sees it.

    `knows_circle`: whether what is held in the network's circle counts too.
    """

    community: int | None = None
    network: int | None = None
    knows_circle: bool = False


def holder_of(place: Community | Network, role: RoomRole) -> Holder:
    """Return a community or network as a room with this role sees it."""
    if isinstance(place, Community):
        return Holder(community=place.id)
    return Holder(network=place.id, knows_circle=role == RoomRole.CIRCLE)


def whole(place: Community | Network) -> Holder:
    """Return a community or network with all that it holds."""
    return holder_of(place, RoomRole.CIRCLE)


def owned_by(table: type[Held], holder: Holder) -> ColumnElement[bool]:
    """Match all rows of a community or network, whichever room they are in: they share their numbers."""
    if holder.community is not None:
        return col(table.community_id) == holder.community
    return col(table.network_id) == holder.network


def held_by(table: type[Held], holder: Holder) -> ColumnElement[bool]:
    """Match the rows that a room of this holder knows."""
    if holder.community is not None or holder.knows_circle:
        return owned_by(table, holder)
    circles = select(Room.id).where(Room.network_id == holder.network, Room.role == RoomRole.CIRCLE)
    return and_(owned_by(table, holder), col(table.room_id).not_in(circles))


def known_by(table: type[Held], holder: Holder) -> ColumnElement[bool]:
    """Match the rows that a room of this holder knows, and in a community those of networks that are shown there."""
    if holder.community is None:
        return held_by(table, holder)
    return or_(held_by(table, holder), col(table.id).in_(showings.shown_in(table, holder.community)))


async def knows(uow: UnitOfWork, holder: Holder, row: Held) -> bool:
    """Return whether a room of this holder knows a poll or event."""
    if holder.community is not None:
        return row.community_id == holder.community
    if row.network_id is None or row.network_id != holder.network:
        return False
    room = await uow.get(Room, row.room_id) if not holder.knows_circle else None
    return room is None or room.role != RoomRole.CIRCLE


def holds(place: Community | Network, row: Held) -> bool:
    """Return whether this community or network holds a poll or event."""
    return place.id == (row.community_id if isinstance(place, Community) else row.network_id)


def belongs(row: Held, room: Room) -> bool:
    """Return whether a room still belongs to the community or network that holds this."""
    if row.community_id is not None:
        return room.community_id == row.community_id
    return room.network_id == row.network_id


async def place_of(uow: UnitOfWork, row: Held) -> Community | Network | None:
    """Return the community or network that holds a poll or event."""
    if row.community_id is not None:
        return await uow.get(Community, row.community_id)
    return await uow.get(Network, row.network_id)


async def place_with_token(
    uow: UnitOfWork, column: Literal["calendar_token", "feed_token"], token: str
) -> Community | Network | None:
    """Return the community or network whose calendar or digest has this secret web address."""
    if not token:
        return None
    network = await uow.first(select(Network).where(getattr(Network, column) == token))
    if network is not None:
        return network
    return await uow.first(select(Community).where(getattr(Community, column) == token, Community.name != ""))


async def room_of(uow: UnitOfWork, row: Held) -> Room | None:
    """Return the active room of a poll or event, or another one of its holder when that is lost or left."""
    room = await uow.get(Room, row.room_id)
    if room is not None and room.state == RoomState.ACTIVE and belongs(row, room):
        return room
    return next(iter(await rooms_of(uow, row)), None)


async def rooms_of(uow: UnitOfWork, row: Held) -> Sequence[Room]:
    """Return the active rooms of the holder of a poll or event that may show it, oldest first.

    Those of a network have the role of the room where it was opened; where nobody knows that role, they are circles.
    """
    query = select(Room).where(Room.state == RoomState.ACTIVE).order_by(col(Room.id))
    if row.community_id is not None:
        return await uow.all(query.where(Room.community_id == row.community_id))
    room = await uow.get(Room, row.room_id)
    role = room.role if room is not None and belongs(row, room) else RoomRole.CIRCLE
    return await uow.all(query.where(Room.network_id == row.network_id, Room.role == role))
