"""Which communities of a network somebody means: by tag, language, platform and size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, ColumnElement, Integer, bindparam, func
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.tables import Community, Identity, Membership, MembershipState, MembershipTag, Room, RoomState
from storage.unit_of_work import UnitOfWork

LEAST_SIZE = 5
"""Smaller communities are one group: nobody can find out by probing sizes how many people one of them has."""


@dataclass(frozen=True, kw_only=True)
class MemberSelection:
    """What the selected communities have in common. What is empty, or None, leaves out nobody.

    Of several tags (languages, platforms) a community needs one. `tags` are in small letters, `languages` are those of
    its rooms (`fr`), `platforms` those on which it has an active room. `least` and `most` bound its size: the people
    whom we noticed last in one of its rooms. A bound below LEAST_SIZE means all communities that are smaller than that.
    """

    tags: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    platforms: frozenset[str] = frozenset()
    least: int | None = None
    most: int | None = None


EVERYBODY = MemberSelection()


def tells_too_much(least: int | None, most: int | None) -> bool:
    """Return whether the bounds of a size would divide the communities that are smaller than LEAST_SIZE."""
    return 0 < (least or 0) < LEAST_SIZE or (most is not None and most < LEAST_SIZE - 1)


async def next_page(uow: UnitOfWork, network: int, *, after: int, limit: int) -> Sequence[Community]:
    """Return the next communities in a network, by id: those after the id `after`."""
    return await uow.all(_NEXT_PAGE, {"network": network, "after": after, "limit": limit})


async def ids(uow: UnitOfWork, network: int, selection: MemberSelection = EVERYBODY) -> Sequence[int]:
    """Return the ids of all communities in a network that the selection means."""
    return await uow.all(_matching(select(col(Community.id)), network, selection))


def _matching(query: SelectOfScalar, network: int | BindParameter[int], selection: MemberSelection) -> SelectOfScalar:  # type: ignore[type-arg]  # of any row
    """Keep the communities that are part of the network and match."""
    query = query.join(Membership, col(Membership.community_id) == col(Community.id))
    query = query.where(Membership.network_id == network, Membership.state == MembershipState.ACTIVE)
    return query.where(col(Community.name) != "", *conditions(selection))


def conditions(selection: MemberSelection) -> list[ColumnElement[bool]]:
    """Match the communities that a selection means, in a query of communities and their memberships."""
    found: list[ColumnElement[bool]] = []
    if selection.tags:
        tagged = select(MembershipTag.id).where(col(MembershipTag.membership_id) == col(Membership.id))
        tagged = tagged.where(col(MembershipTag.tag).in_(sorted(selection.tags)), col(MembershipTag.refused).is_(False))
        found.append(tagged.correlate(Membership).exists())
    if selection.languages:
        found.append(col(Community.locale).in_(sorted(selection.languages)))
    if selection.platforms:
        rooms = select(Room.id).where(col(Room.community_id) == col(Community.id), Room.state == RoomState.ACTIVE)
        found.append(rooms.where(col(Room.platform).in_(sorted(selection.platforms))).correlate(Community).exists())
    if selection.least is not None and selection.least >= LEAST_SIZE:
        found.append(_people() >= selection.least)
    if selection.most is not None:
        found.append(_people() <= max(selection.most, LEAST_SIZE - 1))
    return found


def _people() -> ColumnElement[int]:
    """Return the number of people whom we noticed last in one of the community's rooms."""
    query = select(func.count(func.distinct(Identity.member_id))).join(Room, col(Identity.room_id) == col(Room.id))
    return query.where(col(Room.community_id) == col(Community.id)).correlate(Community).scalar_subquery()


_NEXT_PAGE = (
    _matching(select(Community), bindparam("network", type_=Integer()), EVERYBODY)
    .where(col(Community.id) > bindparam("after", type_=Integer()))
    .order_by(col(Community.id))
    .limit(bindparam("limit", type_=Integer()))
)
