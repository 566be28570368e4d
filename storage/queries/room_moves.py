"""The new id of a room that moved, in all rows that name the old one."""

from __future__ import annotations

from sqlalchemy import delete, update
from sqlmodel import col, select

from storage.queries.placements import UNSENT
from storage.tables import CachedMessage, Dialog, NativeVote, Outbox, Placement, Reaction
from storage.unit_of_work import UnitOfWork


async def move_room(uow: UnitOfWork, account: str, old: str, new: str) -> None:
    """Give a room's new id to waiting rows, placements, dialogs, votes, and reactions to our cards.

    Reactions to other messages stay: some platforms number the new room's messages from one. Cached messages, whose
    numbers mean nothing there, go.
    """
    waiting = (col(Outbox.account) == account, col(Outbox.state).in_(UNSENT))
    await uow.execute(update(Outbox).where(*waiting, col(Outbox.ordering_key) == old).values(ordering_key=new))
    await uow.execute(update(Outbox).where(*waiting, col(Outbox.room) == old).values(room=new))
    cached = (col(CachedMessage.account) == account, col(CachedMessage.room) == old)
    await uow.execute(delete(CachedMessage).where(*cached))
    for table in (Placement, Dialog, NativeVote):
        where = (col(table.account) == account, col(table.room) == old)
        await uow.execute(update(table).where(*where).values(room=new))
    ours = select(Placement.message).where(Placement.account == account, Placement.room == new)
    to_cards = (col(Reaction.account) == account, col(Reaction.room) == old, col(Reaction.message).in_(ours))
    await uow.execute(update(Reaction).where(*to_cards).values(room=new))
