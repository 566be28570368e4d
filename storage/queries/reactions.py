"""Reactions on record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlmodel import col, select

from storage.bulk_writes import delete_by, insert_new
from storage.tables import Reaction
from storage.unit_of_work import UnitOfWork

REACTION = insert_new(Reaction)

REACTION_OFF = delete_by(Reaction, "account", "reaction")

REACTION_BACK = delete_by(Reaction, "account", "room", "message", "user", "emoji")


async def reactions_named(uow: UnitOfWork, account: str, ids: Iterable[str]) -> dict[str, Reaction]:
    """The recorded reactions with these platform ids."""
    query = select(Reaction).where(Reaction.account == account, col(Reaction.reaction).in_(list(ids)))
    return {found.reaction: found for found in await uow.all(query)}


async def reactions_on(uow: UnitOfWork, account: str, room: str, message: str) -> Sequence[Reaction]:
    """The recorded reactions on a message."""
    query = select(Reaction).where(Reaction.account == account, Reaction.room == room, Reaction.message == message)
    return await uow.all(query)


async def standing_emoji(uow: UnitOfWork, account: str, room: str, message: str, user: str) -> Sequence[str]:
    """The emoji with which somebody reacts to a message, the newest first."""
    query = select(Reaction.emoji).where(Reaction.account == account, Reaction.room == room)
    query = query.where(Reaction.message == message, Reaction.user == user)
    return await uow.all(query.order_by(col(Reaction.id).desc()))
