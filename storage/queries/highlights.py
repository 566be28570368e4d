"""Queries about highlights and the reactions to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Row, SQLColumnExpression, String, and_, cast, delete, func, literal, or_
from sqlmodel import col, select, tuple_
from sqlmodel.sql.expression import Select

from storage.queries.placements import Address
from storage.tables import (
    Community,
    Decision,
    DecisionState,
    Highlight,
    HighlightState,
    Membership,
    MembershipState,
    Placement,
    Reaction,
    Share,
)
from storage.unit_of_work import UnitOfWork

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
