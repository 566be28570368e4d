"""Highlights and the people whose reactions carry them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Exists, String, and_, cast, delete, func, literal
from sqlmodel import col, select, tuple_

from storage.bulk_writes import insert_new
from storage.tables import Community, Highlight, KeptMessage, Placement, Reaction, Room
from storage.unit_of_work import UnitOfWork

KEEP = insert_new(KeptMessage)


async def of_message(uow: UnitOfWork, account: str, room: str, message: str) -> Highlight | None:
    """The highlight that this message is, or may become."""
    query = select(Highlight).where(Highlight.account == account, Highlight.room == room, Highlight.message == message)
    return await uow.first(query)


async def kept(uow: UnitOfWork, account: str, room: str, message: str) -> KeptMessage | None:
    """A message that was kept when it was said."""
    return await uow.get(KeptMessage, (account, room, message))


async def of_album(uow: UnitOfWork, account: str, room: str, album: str) -> KeptMessage | None:
    """The kept message that an album began with."""
    query = select(KeptMessage).where(
        KeptMessage.account == account, KeptMessage.room == room, KeptMessage.album == album
    )
    return await uow.first(query.limit(1))


async def forget_room(uow: UnitOfWork, account: str, room: str) -> None:
    """Drop all that was kept of a room."""
    where = (col(KeptMessage.account) == account, col(KeptMessage.room) == room)
    await uow.execute(delete(KeptMessage).where(*where))


async def by_author(uow: UnitOfWork, member: int, states: Sequence[str]) -> Sequence[Highlight]:
    """A member's highlights in these states."""
    return await uow.all(select(Highlight).where(Highlight.author_id == member, col(Highlight.state).in_(states)))


async def under_way(uow: UnitOfWork, community: int) -> Sequence[Highlight]:
    """A community's highlights that have not been shown elsewhere yet."""
    states = col(Highlight.state).in_(("fetching", "counting", "held"))
    return await uow.all(select(Highlight).where(Highlight.community_id == community, states))


async def supporters(uow: UnitOfWork, account: str, room: str, message: str, *, author: int | None = None) -> int:
    """How many people reacted to a message, its author not counted."""
    return await _people(uow, [(account, room, message)], author)


async def carried_by(uow: UnitOfWork, highlight: Highlight) -> int:
    """How many people reacted to the message or to one of its copies, each once, its author not counted."""
    copies = select(Placement).where(Placement.card == f"highlight:{highlight.id}", col(Placement.message).is_not(None))
    shown = [(copy.account, copy.room, copy.message or "") for copy in await uow.all(copies)]
    return await _people(uow, [(highlight.account, highlight.room, highlight.message), *shown], highlight.author_id)


async def _people(uow: UnitOfWork, messages: Sequence[tuple[str, str, str]], author: int | None) -> int:
    where = tuple_(col(Reaction.account), col(Reaction.room), col(Reaction.message)).in_(messages)
    query = select(func.count(func.distinct(col(Reaction.member_id)))).where(where)
    if author is not None:
        query = query.where(Reaction.member_id != author)
    return await uow.first(query) or 0


async def published_between(
    uow: UnitOfWork, network: int, since: datetime, until: datetime
) -> Sequence[tuple[Highlight, Community]]:
    """A network's highlights that appeared in this time and are still there, the earliest first. What a community
    shared with the network that it was in before is not among them."""
    query = (
        select(Highlight, Community)
        .join(Community, col(Highlight.community_id) == col(Community.id))
        .where(Community.network_id == network, Highlight.state == "published")
        .where(col(Highlight.published_at) > since, col(Highlight.published_at) <= until)
        .where(~_shown_outside(network))
        .order_by(col(Highlight.published_at))
    )
    return [(highlight, community) for highlight, community in await uow.rows(query)]


def _shown_outside(network: int) -> Exists:
    """Whether a highlight was shown in a room of another network."""
    at_room = and_(col(Room.account) == col(Placement.account), col(Room.room) == col(Placement.room))
    copies = select(Placement.id).join(Room, at_room)
    card = literal("highlight:").concat(cast(col(Highlight.id), String))
    return copies.where(Placement.card == card, Room.network_id != network).correlate(Highlight).exists()
