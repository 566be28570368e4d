"""Where cards are shown, or will be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlmodel import col, select, tuple_

from storage.tables import KeptMessage, Outbox, Placement, Room
from storage.unit_of_work import UnitOfWork

Address = tuple[str, str, str]
"""(account, room, message)"""


async def placements_at(uow: UnitOfWork, addresses: Iterable[Address]) -> dict[Address, Placement]:
    """The cards that these messages show."""
    wanted = list(addresses)
    if not wanted:
        return {}
    where = tuple_(col(Placement.account), col(Placement.room), col(Placement.message)).in_(wanted)
    return {(p.account, p.room, p.message or ""): p for p in await uow.all(select(Placement).where(where))}


async def room_of_message(uow: UnitOfWork, account: str, message: str) -> str:
    """The room of a message known by its id alone: one of ours, or one that is kept; empty when it is neither."""
    for table in (Placement, KeptMessage):
        room = await uow.first(select(table.room).where(table.account == account, table.message == message).limit(1))
        if room:
            return room
    return ""


async def placements_of(uow: UnitOfWork, cards: Iterable[str]) -> Sequence[Placement]:
    """Where these cards are shown, or will be."""
    query = select(Placement).where(col(Placement.card).in_(list(cards)), col(Placement.gone).is_(False))
    return await uow.all(query.order_by(col(Placement.id)))


async def awaiting_rooms(uow: UnitOfWork, account: str, rooms: Collection[str]) -> set[str]:
    """Those of the rooms where a card of ours is on its way. One in a private message may go to any that is private, or
    not known yet."""
    query = select(Outbox.room, Outbox.kind).where(
        Outbox.account == account, col(Outbox.state).in_(("pending", "sending")), col(Outbox.card).is_not(None)
    )
    on_their_way = await uow.rows(query.distinct())
    found = {row[0] for row in on_their_way} & set(rooms)
    if any(row[1] == "DirectMessage" for row in on_their_way):
        shared = select(Room.room).where(Room.account == account, col(Room.room).in_(rooms), Room.role != "direct")
        known: Sequence[str] = await uow.all(shared)
        found |= set(rooms) - set(known)
    return found | ({""} if on_their_way else set())
