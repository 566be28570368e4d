"""How the communities of a network are doing: figures, by the community's id. Only of those that show their state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func
from sqlmodel import col, select

from storage.tables import Community, Journey, JourneyStage, Membership, MembershipState
from storage.unit_of_work import UnitOfWork


def _shows(network: int) -> tuple[ColumnElement[bool], ...]:
    """Match the memberships of communities in a network that let its coordinators see their state."""
    return (
        col(Membership.network_id) == network,
        col(Membership.state) == MembershipState.ACTIVE,
        col(Membership.shares_state).is_(True),
        col(Membership.community_id).is_not(None),
    )


async def showing_theirs(uow: UnitOfWork, network: int) -> Sequence[Community]:
    """Return the communities of a network that let its coordinators see their state, by name."""
    query = select(Community).join(Membership, col(Membership.community_id) == col(Community.id))
    return await uow.all(query.where(*_shows(network), Community.name != "").order_by(col(Community.name)))


async def arrivals(uow: UnitOfWork, network: int, since: datetime) -> dict[int, int]:
    """Return how many people came to each community since then."""
    query = select(Journey.community_id, func.count()).join(
        Membership, col(Membership.community_id) == col(Journey.community_id)
    )
    query = query.where(*_shows(network), col(Journey.joined_at) > since, Journey.stage != JourneyStage.REQUESTED)
    rows = await uow.rows(query.group_by(col(Journey.community_id)))
    return {row[0]: row[1] for row in rows}
