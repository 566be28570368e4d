"""Queries about the echo of a highlight: how many people liked its copies and where, and how many replied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, delete, func, or_
from sqlmodel import col, select

from storage.bulk_writes import delete_by, insert_new
from storage.tables import Highlight, HighlightReply, Membership, MembershipState, Placement, Reaction, Room
from storage.unit_of_work import UnitOfWork

ADD_REPLY = insert_new(HighlightReply)
DELETE_REPLY = delete_by(HighlightReply, "account", "room", "message")


@dataclass(frozen=True)
class PlaceCount:
    """How many people of a community, or in a network's room, liked a highlight."""

    community: int | None
    network: int | None
    people: int


_AT_COPY = and_(
    col(Reaction.account) == col(Placement.account),
    col(Reaction.room) == col(Placement.room),
    col(Reaction.message) == col(Placement.message),
)


def _on_original(highlight: Highlight) -> ColumnElement[bool]:
    """Match reactions to the original of a highlight."""
    at = (col(Reaction.account) == highlight.account, col(Reaction.room) == highlight.room)
    return and_(*at, col(Reaction.message) == highlight.message)


async def by_place(uow: UnitOfWork, highlight: Highlight) -> Sequence[PlaceCount]:
    """Return how many people liked the copies, by the place where each of them did so first; the most people first.

    Each person counts once, whatever their rooms and accounts; those who liked the original, and its author, don't.
    """
    at_home = select(Reaction.member_id).where(_on_original(highlight))
    firsts = select(func.min(Reaction.id)).select_from(Placement).join(Reaction, _AT_COPY)
    firsts = firsts.where(Placement.card == f"highlight:{highlight.id}", col(Reaction.member_id).not_in(at_home))
    if highlight.author_id is not None:
        firsts = firsts.where(Reaction.member_id != highlight.author_id)
    firsts = firsts.group_by(col(Reaction.member_id))
    here = and_(col(Room.account) == col(Reaction.account), col(Room.room) == col(Reaction.room))
    query = select(col(Room.community_id), col(Room.network_id), func.count()).select_from(Reaction).join(Room, here)
    query = query.where(col(Reaction.id).in_(firsts)).group_by(col(Room.community_id), col(Room.network_id))
    query = query.order_by(func.count().desc(), func.min(Room.id))
    return [PlaceCount(community, network, people) for community, network, people in await uow.rows(query)]


async def count_in_place(uow: UnitOfWork, highlight: Highlight, bond: Membership) -> int:
    """Count the people of the lower place of a membership who like a highlight, except its author.

    Those are the people in the community's rooms; or in the network's rooms and in those of its communities.
    """
    where: ColumnElement[bool] = col(Room.community_id) == bond.community_id
    if bond.community_id is None:
        below = select(Membership.community_id).where(
            Membership.network_id == bond.child_id, Membership.state == MembershipState.ACTIVE
        )
        where = or_(col(Room.network_id) == bond.child_id, col(Room.community_id).in_(below))
    ids = select(Reaction.id).select_from(Placement).join(Reaction, _AT_COPY)
    ids = ids.where(Placement.card == f"highlight:{highlight.id}")
    found = ids.union(select(Reaction.id).where(_on_original(highlight))).subquery()
    here = and_(col(Room.account) == col(Reaction.account), col(Room.room) == col(Reaction.room))
    query = select(func.count(func.distinct(col(Reaction.member_id)))).select_from(Reaction).join(Room, here)
    query = query.where(col(Reaction.id).in_(select(found.c.id)), where)
    if highlight.author_id is not None:
        query = query.where(Reaction.member_id != highlight.author_id)
    return await uow.first(query) or 0


async def count_replies(uow: UnitOfWork, highlight: Highlight) -> int:
    """Count the replies to the copies of a highlight."""
    query = select(func.count()).select_from(HighlightReply).where(HighlightReply.highlight_id == highlight.id)
    return await uow.first(query) or 0


async def highlight_answered_by(uow: UnitOfWork, account: str, room: str, message: str) -> int | None:
    """Return the highlight to whose copy a message replied."""
    row = await uow.get(HighlightReply, (account, room, message))
    return row.highlight_id if row is not None else None


async def forget_replies(uow: UnitOfWork, highlight: Highlight) -> None:
    """Forget which messages replied to a highlight that ended."""
    await uow.execute(delete(HighlightReply).where(col(HighlightReply.highlight_id) == highlight.id))
