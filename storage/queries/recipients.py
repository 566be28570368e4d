"""Queries about the communities that an announcement is for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Subquery, case, func, literal, true
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.queries.member_selection import EVERYBODY, MemberSelection, conditions
from storage.tables import (
    AnnouncementStyle,
    Community,
    Membership,
    MembershipState,
    Recipient,
    RecipientState,
    Room,
    RoomRole,
    RoomState,
)
from storage.unit_of_work import UnitOfWork

READY = "ready"
"""The state of a community that can be reached."""


@dataclass(frozen=True, kw_only=True)
class RecipientFilter:
    """The communities that an announcement is for: those with these ids, or those that the selection means."""

    communities: frozenset[int] = frozenset()
    selection: MemberSelection = field(default=EVERYBODY)


def _members(audience: RecipientFilter, networks: Collection[int]) -> tuple[object, ...]:
    """Match the memberships of the chosen communities in these networks."""
    chosen = col(Community.id).in_(sorted(audience.communities)) if audience.communities else true()
    return (
        col(Membership.network_id).in_(sorted(networks)), Membership.state == MembershipState.ACTIVE,
        col(Community.name) != "", chosen, *conditions(audience.selection),
    )  # fmt: skip


async def next_chosen(
    uow: UnitOfWork, network: int, audience: RecipientFilter, *, after: int, limit: int
) -> Sequence[tuple[Community, Membership]]:
    """Return the next chosen communities in a network with their bonds, by the community's id."""
    query = select(Community, Membership).join(Membership, col(Membership.community_id) == col(Community.id))
    query = query.where(*_members(audience, [network]), col(Membership.community_id) > after)  # type: ignore[arg-type]  # conditions
    query = query.order_by(col(Membership.community_id)).limit(limit)
    return [(community, membership) for community, membership in await uow.rows(query)]


async def homes_of(uow: UnitOfWork, communities: Collection[int]) -> dict[int, Room]:
    """Return the oldest active home of each of these communities that has one."""
    query = select(Room).where(col(Room.community_id).in_(list(communities)))
    query = query.where(Room.role == RoomRole.HOME, Room.state == RoomState.ACTIVE).order_by(col(Room.id).desc())
    return {room.community_id or 0: room for room in await uow.all(query)}


async def present(uow: UnitOfWork, announcement: int, communities: Collection[int]) -> dict[int, Recipient]:
    """Return those of these communities that an announcement has reached already."""
    query = select(Recipient).where(Recipient.announcement_id == announcement)
    found = await uow.all(query.where(col(Recipient.community_id).in_(list(communities))))
    return {row.community_id: row for row in found}


async def of_community(uow: UnitOfWork, announcement: int, community: int) -> Recipient | None:
    """Return the state of an announcement in a community."""
    return (await present(uow, announcement, [community])).get(community)


async def in_state(
    uow: UnitOfWork, announcement: int, states: Collection[RecipientState], *, limit: int
) -> Sequence[tuple[Recipient, Community]]:
    """Return the communities in which this became of an announcement, by name."""
    query = select(Recipient, Community).join(Community, col(Recipient.community_id) == col(Community.id))
    query = query.where(Recipient.announcement_id == announcement, col(Recipient.state).in_(states))
    return [(row, place) for row, place in await uow.rows(query.order_by(col(Community.name)).limit(limit))]


async def in_present_rooms(uow: UnitOfWork, rows: Collection[Recipient]) -> set[int]:
    """Return the ids of those rows whose room still is the community's, with the bot in it."""
    query = select(Recipient.id).join(Room, col(Recipient.room_id) == col(Room.id))
    query = query.where(col(Recipient.id).in_([row.id for row in rows]), Room.state == RoomState.ACTIVE)
    return set(await uow.all(query.where(col(Room.community_id) == col(Recipient.community_id))))


async def asked_after(uow: UnitOfWork, announcement: int, *, after: int, limit: int) -> Sequence[Recipient]:
    """Return the next communities whose connectors were asked, by the row's id."""
    query = select(Recipient).where(Recipient.announcement_id == announcement, col(Recipient.asked).is_(True))
    return await uow.all(query.where(col(Recipient.id) > after).order_by(col(Recipient.id)).limit(limit))


async def count_by_state(uow: UnitOfWork, announcement: int) -> dict[RecipientState, int]:
    """Return in how many communities this became of an announcement."""
    query = select(Recipient.state, func.count()).where(Recipient.announcement_id == announcement)
    return {RecipientState(state): count for state, count in await uow.rows(query.group_by(col(Recipient.state)))}


def _prospects(audience: RecipientFilter, networks: Collection[int]) -> Subquery:
    """Return each chosen community once, with its name, language, clock, and whether it can be reached."""
    home = select(Room.id).where(col(Room.community_id) == col(Community.id), Room.role == RoomRole.HOME)
    has_home = home.where(Room.state == RoomState.ACTIVE).correlate(Community).exists()
    listens = func.max(case((col(Membership.listens), 1), else_=0))
    state = case(
        (listens == 0, literal(RecipientState.DEAF.value)),
        (col(Community.announcements) == AnnouncementStyle.OFF, literal(RecipientState.OFF.value)),
        (~has_home, literal(RecipientState.HOMELESS.value)),
        else_=literal(READY),
    )
    query = select(  # type: ignore[call-overload]  # it declares four columns at most
        col(Community.id), col(Community.name), col(Community.locale), col(Community.zone),
        col(Community.quiet_hours), col(Community.announcements), state.label("state"),
    )  # fmt: skip
    query = query.join(Membership, col(Membership.community_id) == col(Community.id))
    grouped: Subquery = query.where(*_members(audience, networks)).group_by(col(Community.id)).subquery()
    return grouped


@dataclass(frozen=True)
class Prospects:
    """How many chosen communities have this language, clock, habit and state."""

    state: str
    locale: str
    zone: str
    quiet_hours: str
    asks: bool
    count: int


async def survey(uow: UnitOfWork, audience: RecipientFilter, networks: Collection[int]) -> Sequence[Prospects]:
    """Return the chosen communities of these networks in groups."""
    chosen = _prospects(audience, networks).c
    kinds = (chosen.state, chosen.locale, chosen.zone, chosen.quiet_hours, chosen.announcements)
    query = select(*kinds, func.count()).group_by(*kinds)  # type: ignore[call-overload]  # as above
    found = await uow.rows(query)
    return [
        Prospects(state, locale, zone, hours, style == AnnouncementStyle.ASK, count)
        for state, locale, zone, hours, style, count in found
    ]


async def names_of(
    uow: UnitOfWork, audience: RecipientFilter, networks: Collection[int], state: str, locales: Collection[str],
    limit: int,
) -> Sequence[str]:  # fmt: skip
    """Return the names of chosen communities with this state and one of these languages, sorted."""
    chosen = _prospects(audience, networks).c
    query: SelectOfScalar[str] = select(chosen.name).where(chosen.state == state, chosen.locale.in_(sorted(locales)))
    return await uow.all(query.order_by(chosen.name).limit(limit))


async def named(uow: UnitOfWork, networks: Collection[int]) -> Sequence[tuple[int, str]]:
    """Return the id and the name of each community of these networks."""
    query = select(Community.id, Community.name).join(Membership, col(Membership.community_id) == col(Community.id))
    query = query.where(col(Membership.network_id).in_(sorted(networks)), Membership.state == MembershipState.ACTIVE)
    return list(dict(await uow.rows(query.order_by(col(Community.id)))).items())


async def received_by(uow: UnitOfWork, community: int, limit: int) -> Sequence[Recipient]:
    """Return what reached a community, newest first."""
    query = select(Recipient).where(Recipient.community_id == community)
    return await uow.all(query.order_by(col(Recipient.id).desc()).limit(limit))
