"""Queries about stored reactions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select

from storage.bulk_writes import delete_by, insert_new
from storage.tables import Highlight, HighlightState, Placement, Reaction
from storage.unit_of_work import UnitOfWork

ADD_REACTION = insert_new(Reaction)
DELETE_REACTION = delete_by(Reaction, "account", "reaction")
DELETE_REACTION_BY_EMOJI = delete_by(Reaction, "account", "room", "message", "user", "emoji")


async def reactions_by_id(uow: UnitOfWork, account: str, ids: Iterable[str]) -> dict[str, Reaction]:
    """Return the stored reactions with these platform ids, by id."""
    query = select(Reaction).where(Reaction.account == account, col(Reaction.reaction).in_(list(ids)))
    return {row.reaction: row for row in await uow.all(query)}


async def reactions_on(uow: UnitOfWork, account: str, room: str, message: str) -> Sequence[Reaction]:
    """Return the stored reactions to a message."""
    query = select(Reaction).where(Reaction.account == account, Reaction.room == room, Reaction.message == message)
    return await uow.all(query)


async def emoji_of_user(uow: UnitOfWork, account: str, room: str, message: str, user: str) -> Sequence[str]:
    """Return the emoji of a person's reactions to a message, newest first."""
    query = select(Reaction.emoji).where(Reaction.account == account, Reaction.room == room)
    query = query.where(Reaction.message == message, Reaction.user == user)
    return await uow.all(query.order_by(col(Reaction.id).desc()))


def in_use() -> ColumnElement[bool]:
    """Match reactions to a present card of ours or to a published highlight."""
    at_message = (Highlight.account == Reaction.account, Highlight.room == Reaction.room)
    published = select(Highlight.id).where(
        *at_message, Highlight.message == Reaction.message, Highlight.state == HighlightState.PUBLISHED
    )
    at_card = (Placement.account == Reaction.account, Placement.room == Reaction.room)
    card = select(Placement.id).where(*at_card, Placement.message == Reaction.message, col(Placement.gone).is_(False))
    return or_(published.correlate(Reaction).exists(), card.correlate(Reaction).exists())
