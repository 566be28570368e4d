"""Queries about messages that show cards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import func, update
from sqlmodel import col, select, tuple_

from storage.tables import CachedMessage, Outbox, OutboxState, Placement, Room, RoomRole
from storage.unit_of_work import UnitOfWork

Address = tuple[str, str, str]
"""(account, room, message)"""
UNSENT = (OutboxState.PENDING, OutboxState.SENDING)
"""The states of rows that are not with the platform yet."""


async def placements_at(uow: UnitOfWork, addresses: Iterable[Address]) -> dict[Address, Placement]:
    """Return the placements of these messages, by address."""
    keys = list(addresses)
    if not keys:
        return {}
    where = tuple_(col(Placement.account), col(Placement.room), col(Placement.message)).in_(keys)
    return {(p.account, p.room, p.message or ""): p for p in await uow.all(select(Placement).where(where))}


async def room_of_message(uow: UnitOfWork, account: str, message: str) -> str:
    """Return the room of one of our messages or of a cached one by the message's id alone, or an empty string."""
    for table in (Placement, CachedMessage):
        room = await uow.first(select(table.room).where(table.account == account, table.message == message).limit(1))
        if room:
            return room
    return ""


async def placements_of(
    uow: UnitOfWork, cards: Iterable[str], *, after: int = 0, limit: int | None = None
) -> Sequence[Placement]:
    """Return the placements of these cards that still exist or that we have yet to send, at most `limit` of them."""
    query = select(Placement).where(col(Placement.card).in_(list(cards)), col(Placement.gone).is_(False))
    return await uow.all(query.where(col(Placement.id) > after).order_by(col(Placement.id)).limit(limit))


async def placements_with(uow: UnitOfWork, prefix: str, *, limit: int) -> Sequence[Placement]:
    """Return at most `limit` placements of cards whose id begins like this, and that still exist."""
    begins = (col(Placement.card) >= prefix, col(Placement.card) < f"{prefix[:-1]}{chr(ord(prefix[-1]) + 1)}")
    query = select(Placement).where(*begins, col(Placement.gone).is_(False))
    return await uow.all(query.order_by(col(Placement.id)).limit(limit))


async def count_up_to(uow: UnitOfWork, card: str, limit: int) -> int:
    """Count the messages that show a card, or will show it, at most `limit` of them."""
    query = select(Placement.id).where(Placement.card == card, col(Placement.gone).is_(False)).limit(limit)
    return await uow.first(select(func.count()).select_from(query.subquery())) or 0


async def rooms_with(uow: UnitOfWork, kind: str) -> Sequence[tuple[str, str]]:
    """Return the (account, room) of all messages that show cards of this kind."""
    query = select(Placement.account, Placement.room).where(col(Placement.gone).is_(False))
    query = query.where(col(Placement.card) >= f"{kind}:", col(Placement.card) < f"{kind};").distinct()
    return [(account, room) for account, room in await uow.rows(query)]


async def in_room(uow: UnitOfWork, account: str, room: str, card: str) -> Sequence[Placement]:
    """Return the messages that show a card in one room, or will show it."""
    query = select(Placement).where(Placement.account == account, Placement.room == room, Placement.card == card)
    return await uow.all(query.where(col(Placement.gone).is_(False)).order_by(col(Placement.id)))


async def newest_id(uow: UnitOfWork, card: str) -> int:
    """Return the id of the newest placement of a card, 0 if there is none."""
    return await uow.first(select(func.max(Placement.id)).where(Placement.card == card)) or 0


async def live_cards(uow: UnitOfWork, account: str, room: str, name: str) -> Sequence[str]:
    """Return the cards `name.…` that messages in a room show, or will show."""
    query = select(Placement.card).where(Placement.account == account, Placement.room == room)
    query = query.where(col(Placement.card) > f"{name}.", col(Placement.card) < f"{name}/")
    return await uow.all(query.where(col(Placement.gone).is_(False)).order_by(col(Placement.id)))


async def link_in(uow: UnitOfWork, account: str, room: str, card: str) -> str:
    """Return the address that opens a card's message in a room; empty without one."""
    where = (Placement.account == account, Placement.room == room, Placement.card == card, Placement.link != "")
    return await uow.first(select(Placement.link).where(*where, col(Placement.gone).is_(False)).limit(1)) or ""


async def any_on_its_way(uow: UnitOfWork, shown: Sequence[Placement]) -> bool:
    """Return whether one of these messages is still to be sent."""
    keys = [placement.outbox_key for placement in shown if placement.message is None]
    query = select(Outbox.id).where(col(Outbox.key).in_(keys), col(Outbox.state).in_(UNSENT)).limit(1)
    return bool(keys) and await uow.first(query) is not None


async def awaiting_rooms(uow: UnitOfWork, account: str, rooms: Collection[str]) -> set[str]:
    """Return those of the rooms to which a card of ours is on its way.

    A private message may go to any direct room and to any room we don't know.
    """
    on_their_way = (Outbox.account == account, col(Outbox.state).in_(UNSENT), col(Outbox.card).is_not(None))
    query = select(Outbox.room).where(*on_their_way)
    awaiting = set(await uow.all(query.where(col(Outbox.room).in_(rooms)).distinct()))
    if await uow.first(query.where(Outbox.kind == "DirectMessage").limit(1)) is not None:
        shared = select(Room.room).where(Room.account == account, Room.role != RoomRole.DIRECT)
        shared_rooms: Sequence[str] = await uow.all(shared.where(col(Room.room).in_(rooms)))
        awaiting |= set(rooms) - set(shared_rooms)
    return awaiting | ({""} if await uow.first(query.limit(1)) is not None else set())


async def detach_room(uow: UnitOfWork, account: str, room: str) -> None:
    """Stop updating the cards in a room, except those that follow their authors: people's messages, announcements."""
    here = (col(Placement.account) == account, col(Placement.room) == room)
    theirs = col(Placement.card).like("highlight%") | col(Placement.card).like("digest%")
    theirs |= col(Placement.card).like("announcement:%")
    await uow.execute(update(Placement).where(*here, ~theirs).values(gone=True))
