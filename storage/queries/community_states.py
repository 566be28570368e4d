"""How the communities of a network are doing: figures, by the community's id. Only of those that show their state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm import Mapped
from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from storage.tables import (
    Community,
    Event,
    EventState,
    Journey,
    JourneyStage,
    Membership,
    MembershipState,
    Occurrence,
    Poll,
    PollState,
    Role,
    RoleAssignment,
    Room,
    RoomState,
)
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class CommunityState:
    """How a community did since some time. `arrived` and `greeted` count people: show no number below five.

    `waiting_since`: when the first of those came who still wait for a hello. `seen_on`: the day of the last sign of a
    connector.
    """

    community: Community
    arrived: int = 0
    greeted: int = 0
    events: int = 0
    polls: int = 0
    lost_rooms: int = 0
    active_rooms: int = 0
    connectors: int = 0
    waiting_since: datetime | None = None

    @property
    def seen_on(self) -> datetime | None:
        """The day (midnight, UTC) on which a connector last did or said something in one of its rooms."""
        return self.community.connector_seen_on


def shows_state(network: int) -> tuple[ColumnElement[bool], ...]:
    """Match the memberships of communities in a network that let its coordinators see their state."""
    return (
        col(Membership.network_id) == network,
        col(Membership.state) == MembershipState.ACTIVE,
        col(Membership.shares_state).is_(True),
        col(Membership.community_id).is_not(None),
    )


async def showing_theirs(uow: UnitOfWork, network: int, among: Sequence[int] | None = None) -> Sequence[Community]:
    """Return the communities of a network (those `among` these) that let its coordinators see their state, by name."""
    query = select(Community).join(Membership, col(Membership.community_id) == col(Community.id))
    if among is not None:
        query = query.where(col(Community.id).in_(among))
    return await uow.all(query.where(*shows_state(network), Community.name != "").order_by(col(Community.name)))


async def arrivals(uow: UnitOfWork, network: int, since: datetime) -> dict[int, int]:
    """Return how many people came to each community since then."""
    return await _count(uow, network, Journey.community_id, _arrived(since))


async def states(
    uow: UnitOfWork, network: int, since: datetime, now: datetime, communities: Sequence[Community] | None = None
) -> list[CommunityState]:
    """Return the states of a network's communities, or of these among them that show theirs."""
    wanted = None if communities is None else [community.id for community in communities]
    shown = await showing_theirs(uow, network, wanted)
    ids = [community.id for community in shown]
    at, came = Journey.community_id, _arrived(since)
    arrived = await _count(uow, network, at, came, ids)
    greeted = await _count(uow, network, at, (*came, Journey.stage == JourneyStage.DONE), ids)
    polls = await _count(uow, network, Poll.community_id, _opened(since), ids)
    lost = await _count(uow, network, Room.community_id, (Room.state == RoomState.LOST,), ids)
    active = await _count(uow, network, Room.community_id, (Room.state == RoomState.ACTIVE,), ids)
    named = (RoleAssignment.role == Role.CONNECTOR,)
    connectors = await _count(uow, network, RoleAssignment.community_id, named, ids)
    events, waiting = await _events(uow, ids, since, now), await _waiting(uow, ids)
    return [
        CommunityState(
            community=community, arrived=arrived.get(community.id, 0), greeted=greeted.get(community.id, 0),
            events=events.get(community.id, 0), polls=polls.get(community.id, 0), lost_rooms=lost.get(community.id, 0),
            active_rooms=active.get(community.id, 0), connectors=connectors.get(community.id, 0),
            waiting_since=waiting.get(community.id),
        )
        for community in shown
    ]  # fmt: skip


def _arrived(since: datetime) -> tuple[ColumnElement[bool], ...]:
    return col(Journey.joined_at) > since, col(Journey.stage) != JourneyStage.REQUESTED


def _opened(since: datetime) -> tuple[ColumnElement[bool], ...]:
    return col(Poll.created_at) > since, col(Poll.state) != PollState.DELETED


async def _count(
    uow: UnitOfWork, network: int, owner: Mapped[int] | Mapped[int | None] | int | None,
    where: Sequence[ColumnElement[bool] | bool], ids: Sequence[int] | None = None,
) -> dict[int, int]:  # fmt: skip
    """Count the rows that match, by the community that owns them."""
    column = col(owner)
    query = select(column, func.count()).join(Membership, col(Membership.community_id) == column)
    query = query.where(*shows_state(network), *where)
    if ids is not None:
        query = query.where(column.in_(ids))
    return _by_community(await uow.rows(query.group_by(column)))


def _by_community(rows: Sequence[object]) -> dict[int, int]:
    return {row[0]: row[1] for row in rows}  # type: ignore[index]  # rows of two columns


async def _events(uow: UnitOfWork, ids: Sequence[int], since: datetime, now: datetime) -> dict[int, int]:
    """Count the dates of events that took place since then."""
    query = select(col(Event.community_id), func.count()).join(Occurrence, col(Occurrence.event_id) == col(Event.id))
    query = query.where(col(Event.community_id).in_(ids), Event.state == EventState.PLANNED)
    query = query.where(col(Occurrence.ends_at) > since, col(Occurrence.ends_at) <= now)
    return _by_community(await uow.rows(query.group_by(col(Event.community_id))))


async def _waiting(uow: UnitOfWork, ids: Sequence[int]) -> dict[int, datetime]:
    """Return when the first of those came who still wait for a hello."""
    query: Select[int, datetime] = select(Journey.community_id, func.min(Journey.joined_at))
    query = query.where(col(Journey.community_id).in_(ids), Journey.stage == JourneyStage.GREETER)
    return {row[0]: row[1] for row in await uow.rows(query.group_by(col(Journey.community_id)))}
