"""Queries about highlights, their reactions and cached messages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Row, SQLColumnExpression, String, and_, cast, delete, func, literal, or_
from sqlmodel import col, select, tuple_
from sqlmodel.sql.expression import Select

from storage.bulk_writes import insert_new
from storage.queries.placements import Address
from storage.tables import (
    CachedMessage,
    Community,
    Decision,
    DecisionState,
    Highlight,
    HighlightState,
    Identity,
    Membership,
    MembershipState,
    Placement,
    Reaction,
    Room,
    Share,
)
from storage.tables.types import UtcDateTime
from storage.unit_of_work import UnitOfWork

CACHE_MESSAGE = insert_new(CachedMessage)
VARIANTS = ("\ufe0f", *(chr(tone) for tone in range(0x1F3FB, 0x1F400)))
"""Variation selector and skin tones: clients differ in sending them."""


async def of_message(uow: UnitOfWork, account: str, room: str, message: str) -> Highlight | None:
    """Return the highlight of this message in any state."""
    query = select(Highlight).where(Highlight.account == account, Highlight.room == room, Highlight.message == message)
    return await uow.first(query)


async def of_source(uow: UnitOfWork, source: str, states: Collection[HighlightState]) -> Highlight | None:
    """Return the highlight in one of these states that shows a community's own object."""
    return await uow.first(select(Highlight).where(Highlight.source == source, col(Highlight.state).in_(states)))


async def count_of_source(uow: UnitOfWork, source: str) -> int:
    """Count the highlights of an object in any state."""
    return await uow.first(select(func.count()).select_from(Highlight).where(Highlight.source == source)) or 0


async def parts_of(uow: UnitOfWork, conversation: Highlight) -> Sequence[Highlight]:
    """Return the messages of a conversation, in their order."""
    query = select(Highlight).where(Highlight.conversation_id == conversation.id)
    return await uow.all(query.order_by(col(Highlight.posted_at), col(Highlight.id)))


async def cached_around(
    uow: UnitOfWork, message: CachedMessage, limit: int, *, before: bool
) -> Sequence[CachedMessage]:
    """Return a cached message with those of people that followed it, or that came before it, the nearest first."""
    query = select(CachedMessage).where(CachedMessage.account == message.account, CachedMessage.room == message.room)
    length = func.length(col(CachedMessage.message))
    order = tuple_(col(CachedMessage.posted_at), length, col(CachedMessage.message))
    here = tuple_(literal(message.posted_at, UtcDateTime), literal(len(message.message)), literal(message.message))
    by = (col(CachedMessage.posted_at), length, col(CachedMessage.message))
    query = query.where(order <= here if before else order >= here, col(CachedMessage.bot).is_(False))
    return await uow.all(query.order_by(*(one.desc() if before else one.asc() for one in by)).limit(limit))


async def newest_cached(uow: UnitOfWork, account: str, room: str) -> CachedMessage | None:
    """Return the newest cached message of a room by a person."""
    query = select(CachedMessage).where(CachedMessage.account == account, CachedMessage.room == room)
    query = query.where(col(CachedMessage.bot).is_(False))
    by = (col(CachedMessage.posted_at), func.length(col(CachedMessage.message)), col(CachedMessage.message))
    return await uow.first(query.order_by(*(one.desc() for one in by)).limit(1))


async def cached_message(uow: UnitOfWork, account: str, room: str, message: str) -> CachedMessage | None:
    """Return a cached message."""
    return await uow.get(CachedMessage, (account, room, message))


async def cached_album(uow: UnitOfWork, account: str, room: str, message: str) -> Sequence[CachedMessage]:
    """Return a cached message with the others of its album, in their order; nothing if it isn't cached."""
    own = await cached_message(uow, account, room, message)
    if own is None or not own.album:
        return [own] if own is not None else []
    query = select(CachedMessage).where(CachedMessage.account == account, CachedMessage.room == room)
    by_number = (func.length(col(CachedMessage.message)), col(CachedMessage.message))
    return await uow.all(query.where(CachedMessage.album == own.album).order_by(*by_number))


async def delete_cached_message(uow: UnitOfWork, account: str, room: str, message: str) -> None:
    """Delete a cached message if there is one, and the others of its album."""
    for cached in await cached_album(uow, account, room, message):
        await uow.delete(cached)


async def delete_cached_messages(uow: UnitOfWork, account: str, room: str) -> None:
    """Delete all cached messages of a room."""
    in_room = (col(CachedMessage.account) == account, col(CachedMessage.room) == room)
    await uow.execute(delete(CachedMessage).where(*in_room))


async def delete_cached_messages_in(uow: UnitOfWork, community: int) -> None:
    """Delete all cached messages of a community's rooms, lost ones included."""
    rooms = select(Room.account, Room.room).where(Room.community_id == community)
    address = tuple_(col(CachedMessage.account), col(CachedMessage.room))
    await uow.execute(delete(CachedMessage).where(address.in_(rooms)))


async def delete_cached_messages_of(uow: UnitOfWork, member: int, *, community: int | None = None) -> None:
    """Delete all cached messages of a member, or those in the rooms of one community."""
    identities = select(Room.account, Identity.user).join(Room, col(Room.platform) == col(Identity.platform))
    theirs = identities.where(Identity.member_id == member).distinct()
    statement = delete(CachedMessage).where(tuple_(col(CachedMessage.account), col(CachedMessage.user)).in_(theirs))
    if community is not None:
        rooms = select(Room.account, Room.room).where(Room.community_id == community)
        statement = statement.where(tuple_(col(CachedMessage.account), col(CachedMessage.room)).in_(rooms))
    await uow.execute(statement)


async def by_author(uow: UnitOfWork, member: int, states: Collection[HighlightState]) -> Sequence[Highlight]:
    """Return a member's highlights in these states."""
    return await uow.all(select(Highlight).where(Highlight.author_id == member, col(Highlight.state).in_(states)))


async def unpublished(uow: UnitOfWork, community: int) -> Sequence[Highlight]:
    """Return a community's highlights that may still be published."""
    states = col(Highlight.state).in_(
        (HighlightState.FETCHING, HighlightState.COUNTING, HighlightState.ASKED, HighlightState.HELD)
    )
    return await uow.all(select(Highlight).where(Highlight.community_id == community, states))


async def published(uow: UnitOfWork, community: int) -> Sequence[Highlight]:
    """Return a community's published highlights."""
    of_community = Highlight.community_id == community
    return await uow.all(select(Highlight).where(of_community, Highlight.state == HighlightState.PUBLISHED))


async def count_all_supporters(uow: UnitOfWork, highlight: Highlight) -> int:
    """Count the people who reacted to the message or to one of its copies, except its author."""
    same_room = and_(col(Reaction.account) == col(Placement.account), col(Reaction.room) == col(Placement.room))
    at_copy = and_(same_room, col(Reaction.message) == col(Placement.message))
    to_copies = select(Reaction.member_id).join(Placement, at_copy)
    original = (Reaction.account == highlight.account, Reaction.room == highlight.room)
    to_original = select(Reaction.member_id).where(*original, Reaction.message == highlight.message)
    own = and_(
        col(Highlight.account) == Reaction.account,
        col(Highlight.room) == Reaction.room,
        col(Highlight.message) == Reaction.message,
    )
    to_parts = select(Reaction.member_id).join(Highlight, own).where(Highlight.conversation_id == highlight.id)
    to_copies = to_copies.where(Placement.card == f"highlight:{highlight.id}")
    people = to_copies.union(to_original, to_parts).subquery()
    authors = select(Highlight.author_id).where(
        Highlight.conversation_id == highlight.id, col(Highlight.author_id).is_not(None)
    )
    count = select(func.count()).select_from(people).where(people.c.member_id.not_in(authors))
    if highlight.author_id is not None:
        count = count.where(people.c.member_id != highlight.author_id)
    return await uow.first(count) or 0


async def count_supporters(
    uow: UnitOfWork, message: Address, *, author: int | None = None, emoji: Collection[str] = ()
) -> int:
    """Count the people who reacted to a message, except its author; with normalized `emoji`, only by one of these."""
    where = tuple_(col(Reaction.account), col(Reaction.room), col(Reaction.message)).in_([message])
    query = select(func.count(func.distinct(col(Reaction.member_id)))).where(where)
    if author is not None:
        query = query.where(Reaction.member_id != author)
    if emoji:
        query = query.where(_normalized(col(Reaction.emoji)).in_(list(emoji)))
    return await uow.first(query) or 0


def _normalized(emoji: SQLColumnExpression[str]) -> SQLColumnExpression[str]:
    """Return an emoji without the signs that `bots.core.sanitize.normalize_emoji` leaves out."""
    for sign in VARIANTS:
        emoji = func.replace(emoji, sign, "")
    return emoji


async def told_between(
    uow: UnitOfWork, network: int, since: datetime, until: datetime, limit: int
) -> tuple[Sequence[tuple[Highlight, Community]], int]:
    """Return the highlights that rose to a network in this period, with their communities, and how many there are.

    The earliest come first. Leave out those of communities that no longer relay, and those whose way there has ended.
    """
    query = (
        _published()
        .where(Decision.network_id == network, col(Decision.state).in_((DecisionState.PASSED, DecisionState.DIGEST)))
        .where(col(Decision.decided_at) > since, col(Decision.decided_at) <= until)
        .order_by(func.min(Decision.decided_at), col(Highlight.id))
    )
    return _counted(await uow.rows(query.limit(limit)))


async def heard_between(
    uow: UnitOfWork, community: Community, networks: Collection[int], since: datetime, until: datetime, limit: int
) -> tuple[Sequence[tuple[Highlight, Community]], int]:
    """Return a community's own highlights of this period, and those that these networks showed, as `told_between`."""
    shown = (
        col(Decision.network_id).in_(networks),
        col(Decision.state).in_((DecisionState.PASSED, DecisionState.HEARD)),
    )
    query = (
        _published()
        .where(or_(col(Highlight.community_id) == community.id, and_(*shown)))
        .where(col(Decision.decided_at) > since, col(Decision.decided_at) <= until)
        .order_by(func.min(Decision.decided_at), col(Highlight.id))
    )
    return _counted(await uow.rows(query.limit(limit)))


def _published() -> Select[Highlight, Community, int]:
    """Select what travels, once each, with its community and the number of all that match."""
    return (
        select(Highlight, Community, func.count().over())
        .join(Community, col(Highlight.community_id) == col(Community.id))
        .join(Decision, col(Decision.highlight_id) == col(Highlight.id))
        .join(Membership, col(Decision.membership_id) == col(Membership.id))
        .where(Highlight.state == HighlightState.PUBLISHED, col(Community.relaying).is_(True), ~_is_cut())
        .group_by(col(Highlight.id), col(Community.id))
    )


def _counted(rows: Sequence[Row[Highlight, Community, int]]) -> tuple[Sequence[tuple[Highlight, Community]], int]:
    return [(highlight, community) for highlight, community, _ in rows], max((row[2] for row in rows), default=0)


def _is_cut() -> ColumnElement[bool]:
    """Match memberships that have ended, or whose lower place shares nothing now."""
    return or_(col(Membership.state) != MembershipState.ACTIVE, col(Membership.gives) == Share.NOTHING)


async def is_cut_off(uow: UnitOfWork, highlight: Highlight) -> bool:
    """Return whether a highlight came along a membership that has ended since, or on a way of which nothing is known.

    Its copies show words that their author may have changed, in places where nothing new may arrive.
    """
    query = select(Decision.id).join(Membership, col(Decision.membership_id) == col(Membership.id))
    query = query.where(Decision.highlight_id == highlight.id)
    if await uow.first(query.where(_is_cut(), col(Decision.state) != DecisionState.HEARD).limit(1)) is not None:
        return True
    return highlight.state == HighlightState.PUBLISHED and await uow.first(query.limit(1)) is None


async def delete_unpublished(uow: UnitOfWork, limit: datetime) -> None:
    """Delete old highlights that were never published, and their placements: SQLite may reuse their ids."""
    unpublished = col(Highlight.state).in_(
        (
            HighlightState.FETCHING, HighlightState.COUNTING, HighlightState.ASKED, HighlightState.REFUSED,
            HighlightState.EXPIRED,
        )
    )  # fmt: skip
    expired = (unpublished, col(Highlight.created_at) < limit)
    for card in ("highlight:", "highlightnote:"):
        cards = select(literal(card) + cast(col(Highlight.id), String)).where(*expired)
        await uow.execute(delete(Placement).where(col(Placement.card).in_(cards)))
    await uow.execute(delete(Highlight).where(*expired))
