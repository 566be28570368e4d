"""Queries about cached messages: what people wrote where it may become a highlight."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, func, literal
from sqlmodel import col, select, tuple_

from storage.bulk_writes import insert_new
from storage.tables import CachedMessage, Identity, Room
from storage.tables.types import UtcDateTime
from storage.unit_of_work import UnitOfWork

CACHE = insert_new(CachedMessage)


async def around(uow: UnitOfWork, message: CachedMessage, limit: int, *, before: bool) -> Sequence[CachedMessage]:
    """Return a cached message with those of people that followed it, or that came before it, the nearest first."""
    query = select(CachedMessage).where(CachedMessage.account == message.account, CachedMessage.room == message.room)
    length = func.length(col(CachedMessage.message))
    order = tuple_(col(CachedMessage.posted_at), length, col(CachedMessage.message))
    here = tuple_(literal(message.posted_at, UtcDateTime), literal(len(message.message)), literal(message.message))
    by = (col(CachedMessage.posted_at), length, col(CachedMessage.message))
    query = query.where(order <= here if before else order >= here, col(CachedMessage.bot).is_(False))
    return await uow.all(query.order_by(*(one.desc() if before else one.asc() for one in by)).limit(limit))


async def newest(uow: UnitOfWork, account: str, room: str) -> CachedMessage | None:
    """Return the newest cached message of a room by a person."""
    query = select(CachedMessage).where(CachedMessage.account == account, CachedMessage.room == room)
    query = query.where(col(CachedMessage.bot).is_(False))
    by = (col(CachedMessage.posted_at), func.length(col(CachedMessage.message)), col(CachedMessage.message))
    return await uow.first(query.order_by(*(one.desc() for one in by)).limit(1))


async def find(uow: UnitOfWork, account: str, room: str, message: str) -> CachedMessage | None:
    """Return a cached message."""
    return await uow.get(CachedMessage, (account, room, message))


async def album_of(uow: UnitOfWork, account: str, room: str, message: str) -> Sequence[CachedMessage]:
    """Return a cached message with the others of its album, in their order; nothing if it isn't cached."""
    own = await find(uow, account, room, message)
    if own is None or not own.album:
        return [own] if own is not None else []
    query = select(CachedMessage).where(CachedMessage.account == account, CachedMessage.room == room)
    by_number = (func.length(col(CachedMessage.message)), col(CachedMessage.message))
    return await uow.all(query.where(CachedMessage.album == own.album).order_by(*by_number))


async def delete_message(uow: UnitOfWork, account: str, room: str, message: str) -> None:
    """Delete a cached message if there is one, and the others of its album."""
    for cached in await album_of(uow, account, room, message):
        await uow.delete(cached)


async def delete_in_room(uow: UnitOfWork, account: str, room: str) -> None:
    """Delete all cached messages of a room."""
    in_room = (col(CachedMessage.account) == account, col(CachedMessage.room) == room)
    await uow.execute(delete(CachedMessage).where(*in_room))


async def delete_in_community(uow: UnitOfWork, community: int) -> None:
    """Delete all cached messages of a community's rooms, lost ones included."""
    rooms = select(Room.account, Room.room).where(Room.community_id == community)
    address = tuple_(col(CachedMessage.account), col(CachedMessage.room))
    await uow.execute(delete(CachedMessage).where(address.in_(rooms)))


async def delete_of_member(uow: UnitOfWork, member: int, *, community: int | None = None) -> None:
    """Delete all cached messages of a member, or those in the rooms of one community."""
    identities = select(Room.account, Identity.user).join(Room, col(Room.platform) == col(Identity.platform))
    theirs = identities.where(Identity.member_id == member).distinct()
    statement = delete(CachedMessage).where(tuple_(col(CachedMessage.account), col(CachedMessage.user)).in_(theirs))
    if community is not None:
        rooms = select(Room.account, Room.room).where(Room.community_id == community)
        statement = statement.where(tuple_(col(CachedMessage.account), col(CachedMessage.room)).in_(rooms))
    await uow.execute(statement)
