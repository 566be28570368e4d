"""How the communities of a network are doing: figures, by the community's id. Only of those that show their state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, ColumnElement, Integer, ScalarSelect, bindparam, func
from sqlalchemy.orm import Mapped
from sqlmodel import col, select

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
from storage.tables.types import UtcDateTime
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
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


def shows_state(network: int | BindParameter[int]) -> tuple[ColumnElement[bool], ...]:
    """Match the memberships of communities in a network that let its coordinators see their state."""
    return (
        col(Membership.network_id) == network,
        col(Membership.state) == MembershipState.ACTIVE,
        col(Membership.shares_state).is_(True),
        col(Membership.community_id).is_not(None),
    )


def _figure(
    what: ColumnElement[int] | ColumnElement[datetime], owner: Mapped[int] | Mapped[int | None] | int | None,
    *where: ColumnElement[bool] | bool,
) -> ScalarSelect[object]:  # fmt: skip
    """Return a column: a figure of the rows that a community owns and that match."""
    rows = select(what).where(col(owner) == col(Community.id), *where)
    return rows.correlate(Community).scalar_subquery()


_SINCE, _NOW = bindparam("since", type_=UtcDateTime), bindparam("now", type_=UtcDateTime)
_ARRIVED = (col(Journey.joined_at) > _SINCE, col(Journey.stage) != JourneyStage.REQUESTED)
_HELD = (
    col(Occurrence.event_id) == col(Event.id), Event.state == EventState.PLANNED,
    col(Occurrence.ends_at) > _SINCE, col(Occurrence.ends_at) <= _NOW,
)  # fmt: skip
_COUNT = func.count()
# The columns are in the order of CommunityState.
_STATES = (
    select(Community)
    .add_columns(
        _figure(_COUNT, Journey.community_id, *_ARRIVED),
        _figure(_COUNT, Journey.community_id, *_ARRIVED, Journey.stage == JourneyStage.DONE),
        _figure(_COUNT, Event.community_id, *_HELD),
        _figure(_COUNT, Poll.community_id, col(Poll.created_at) > _SINCE, Poll.state != PollState.DELETED),
        _figure(_COUNT, Room.community_id, Room.state == RoomState.LOST),
        _figure(_COUNT, Room.community_id, Room.state == RoomState.ACTIVE),
        _figure(_COUNT, RoleAssignment.community_id, RoleAssignment.role == Role.CONNECTOR),
        _figure(func.min(Journey.joined_at), Journey.community_id, Journey.stage == JourneyStage.GREETER),
    )
    .join(Membership, col(Membership.community_id) == col(Community.id))
    .where(*shows_state(bindparam("network", type_=Integer)), col(Community.name) != "")
    .order_by(col(Community.name))
)
_STATES_OF = _STATES.where(col(Community.id).in_(bindparam("communities", expanding=True)))


async def states(
    uow: UnitOfWork, network: int, since: datetime, now: datetime, communities: Sequence[Community] | None = None
) -> list[CommunityState]:
    """Return the states of a network's communities, or of these among them that show theirs, by name."""
    values = {"network": network, "since": since, "now": now}
    if communities is None:
        rows = await uow.rows(_STATES, values)
    else:
        rows = await uow.rows(_STATES_OF, {**values, "communities": [community.id for community in communities]})
    return [CommunityState(*row) for row in rows]
