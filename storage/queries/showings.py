"""Queries about the communities that show a network's poll or event."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, and_, delete, func
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.queries import memberships
from storage.tables import (
    Community,
    Event,
    Membership,
    MembershipState,
    NetworkEvents,
    Poll,
    PollState,
    Room,
    RoomRole,
    RoomState,
    Showing,
    ShowingState,
    ShowingWay,
)
from storage.unit_of_work import UnitOfWork

KINDS: dict[type[Event | Poll], str] = {Poll: "poll", Event: "event"}
"""What a row calls a thing, by its table."""


def shown_in(table: type[Event | Poll], community: int) -> SelectOfScalar[int]:
    """Select the ids of what is shown in a community, or was until its end."""
    query = select(Showing.object_id).where(Showing.kind == KINDS[table], Showing.community_id == community)
    return query.where(Showing.state == ShowingState.SHOWN)


def communities_showing(kind: str, number: int) -> SelectOfScalar[int]:
    """Select the ids of the communities that show something."""
    query = select(Showing.community_id).where(Showing.kind == kind, Showing.object_id == number)
    return query.where(Showing.state == ShowingState.SHOWN)


async def of_community(uow: UnitOfWork, kind: str, number: int, community: int) -> Showing | None:
    """Return the state of an object in a community."""
    where = (Showing.kind == kind, Showing.object_id == number, Showing.community_id == community)
    return await uow.first(select(Showing).where(*where))


async def present(uow: UnitOfWork, kind: str, number: int, communities: Collection[int]) -> set[int]:
    """Return those of these communities that something has reached already."""
    query = select(Showing.community_id).where(Showing.kind == kind, Showing.object_id == number)
    return set(await uow.all(query.where(col(Showing.community_id).in_(list(communities)))))


async def reached(uow: UnitOfWork, kind: str, number: int) -> set[int]:
    """Return all communities that something has reached. Their number has no limit, so they are no parameters."""
    query = select(Showing.community_id).where(Showing.kind == kind, Showing.object_id == number)
    return set(await uow.all(query))


async def next_shown(
    uow: UnitOfWork, kind: str, number: int, *, after: int, limit: int,
    states: Collection[ShowingState] = (ShowingState.SHOWN,),
) -> Sequence[Showing]:  # fmt: skip
    """Return the next rows of the communities that show something, by the row's id; or those in other `states`."""
    query = select(Showing).where(Showing.kind == kind, Showing.object_id == number, col(Showing.id) > after)
    query = query.where(col(Showing.state).in_(states))
    return await uow.all(query.order_by(col(Showing.id)).limit(limit))


async def of_place(
    uow: UnitOfWork, kind: str, community: int, states: Collection[ShowingState] = (ShowingState.SHOWN,)
) -> Sequence[Showing]:
    """Return everything of a kind that is shown in a community, or was until its end; or that is in other `states`."""
    query = select(Showing).where(Showing.kind == kind, Showing.community_id == community)
    return await uow.all(query.where(col(Showing.state).in_(states)))


def _takes(kind: str, networks: Collection[int]) -> ColumnElement[bool]:
    """Match the memberships of communities that listen to these networks, and show what they hold of this kind."""
    hears = and_(
        col(Membership.network_id).in_(list(networks)), col(Membership.state) == MembershipState.ACTIVE,
        col(Membership.listens).is_(True), col(Community.name) != "",
    )  # fmt: skip
    return and_(hears, col(Membership.events) != NetworkEvents.OFF) if kind == KINDS[Event] else hears


async def of_series(uow: UnitOfWork, series: int, community: int) -> Sequence[Showing]:
    """Return the states of a series' dates in a community."""
    dates = select(Event.id).where(Event.series_id == series)
    query = select(Showing).where(Showing.kind == KINDS[Event], Showing.community_id == community)
    return await uow.all(query.where(col(Showing.object_id).in_(dates)).order_by(col(Showing.id)))


async def decided_in_series(uow: UnitOfWork, series: int, communities: Collection[int]) -> dict[int, ShowingState]:
    """Return what became of a series' newest date in each of these communities that were asked about one."""
    dates = select(Event.id).where(Event.series_id == series)
    query = select(Showing).where(Showing.kind == KINDS[Event], col(Showing.object_id).in_(dates))
    query = query.where(col(Showing.community_id).in_(list(communities))).order_by(col(Showing.id))
    decided = (ShowingState.SHOWN, ShowingState.ASKED, ShowingState.DECLINED)
    return {row.community_id: row.state for row in await uow.all(query) if row.state in decided}


async def next_listening(
    uow: UnitOfWork, kind: str, network: int, *, after: int, limit: int
) -> Sequence[tuple[Community, Membership]]:
    """Return the next communities of a network that listen to it, with their bonds, by the community's id."""
    query = select(Community, Membership).join(Membership, col(Membership.community_id) == col(Community.id))
    query = query.where(_takes(kind, [network]), col(Community.id) > after)
    rows = await uow.rows(query.order_by(col(Community.id)).limit(limit))
    return [(community, bond) for community, bond in rows]


async def count_listening(uow: UnitOfWork, kind: str, networks: Collection[int], *, but: int | None = None) -> int:
    """Return how many communities of these networks, except `but`, listen and have a home."""
    home = select(Room.id).where(Room.community_id == Community.id, Room.role == RoomRole.HOME)
    query = select(func.count(func.distinct(col(Community.id)))).select_from(Community)
    query = query.join(Membership, col(Membership.community_id) == col(Community.id))
    query = query.where(_takes(kind, networks), col(Community.id).is_distinct_from(but))
    has_home = home.where(Room.state == RoomState.ACTIVE).correlate(Community).exists()
    return await uow.first(query.where(has_home)) or 0


def on_way(kind: str, network: int) -> SelectOfScalar[int]:
    """Select the ids of what came to a network, or begins there, on its way to communities."""
    return select(ShowingWay.object_id).where(ShowingWay.kind == kind, ShowingWay.network_id == network)


async def open_polls(uow: UnitOfWork, network: int, limit: int) -> Sequence[Poll]:
    """Return the open polls on their way through a network, the newest first."""
    query = select(Poll).where(col(Poll.id).in_(on_way(KINDS[Poll], network)), Poll.state == PollState.OPEN)
    return await uow.all(query.order_by(col(Poll.id).desc()).limit(limit))


async def takes_part(uow: UnitOfWork, row: Showing | None, network: int) -> bool:
    """Return whether a community shows something of a network, and still hears it on the way on which it came."""
    return row is not None and row.state == ShowingState.SHOWN and await hears(uow, row, network)


async def hears(uow: UnitOfWork, row: Showing, network: int) -> bool:
    """Return whether a community still hears a network on the way on which something came to it."""

    async def came_by(passed: int) -> int | None:
        way = await uow.get(ShowingWay, (row.kind, row.object_id, passed))
        return way.membership_id if way is not None else None

    return await memberships.still_hears(uow, row.membership_id, network, came_by)


async def forget(uow: UnitOfWork, kind: str, number: int) -> None:
    """Forget where something was shown."""
    for table in (Showing, ShowingWay):
        await uow.execute(delete(table).where(col(table.kind) == kind, col(table.object_id) == number))


async def forget_ways(uow: UnitOfWork, kind: str, number: int) -> None:
    """Forget on which ways something came, so that it goes all of them again."""
    where = (col(ShowingWay.kind) == kind, col(ShowingWay.object_id) == number)
    await uow.execute(delete(ShowingWay).where(*where))


async def forget_community(uow: UnitOfWork, community: int) -> None:
    """Forget what a community showed."""
    await uow.execute(delete(Showing).where(col(Showing.community_id) == community))
