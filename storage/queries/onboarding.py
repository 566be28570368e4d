"""Newcomers' journeys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import String, cast, func
from sqlmodel import col, select

from storage.tables import Community, Journey, Outbox, Room, Timer
from storage.unit_of_work import UnitOfWork


async def of_member(uow: UnitOfWork, community: int, member: int) -> Journey | None:
    """The member's journey in this community."""
    return await uow.first(select(Journey).where(Journey.community_id == community, Journey.member_id == member))


async def in_stage(uow: UnitOfWork, room: int, stage: str) -> Sequence[Journey]:
    """The journeys of a room that are in this stage, in the order of arrival."""
    query = select(Journey).where(Journey.room_id == room, Journey.stage == stage)
    return await uow.all(query.order_by(col(Journey.joined_at), col(Journey.id)))


async def unreached(uow: UnitOfWork, room: int, stage: str) -> Sequence[Journey]:
    """The journeys of a room in this stage that were not asked anywhere yet, and that no reminder waits for."""
    put_off = select(Timer.subject).where(Timer.kind == "onboarding-nudge", Timer.subject == cast(Journey.id, String))
    query = select(Journey).where(Journey.room_id == room, Journey.stage == stage, col(Journey.place).is_(None))
    return await uow.all(query.where(~put_off.exists()).order_by(col(Journey.joined_at), col(Journey.id)))


async def private_under_way(uow: UnitOfWork, account: str, room: str, but: str) -> bool:
    """Whether a private message to a newcomer of this room, `but` for this one, has still to be sent."""
    query = select(Outbox.key).where(Outbox.account == account, Outbox.room == room, Outbox.kind == "DirectMessage")
    query = query.where(col(Outbox.state).in_(("pending", "sending")), col(Outbox.key).startswith("journey:"))
    return await uow.first(query.where(Outbox.key != but).limit(1)) is not None


async def greeting_planned(uow: UnitOfWork, room: str) -> bool:
    """Whether a greeting is on its way for this room."""
    return await uow.first(select(Timer.due).where(Timer.kind == "greeting", Timer.subject == room)) is not None


async def asked(uow: UnitOfWork, member: int) -> Journey | None:
    """The member's journey that waits for the answer to its question, the newest."""
    query = select(Journey).where(Journey.member_id == member, Journey.stage == "question")
    return await uow.first(query.order_by(col(Journey.id).desc()).limit(1))


async def of_community(uow: UnitOfWork, community: int) -> Sequence[Journey]:
    """The journeys of a community that are under way, the oldest first."""
    query = select(Journey).where(Journey.community_id == community, col(Journey.stage).not_in(("done", "left")))
    return await uow.all(query.order_by(col(Journey.joined_at)).limit(50))


async def waiting_rooms(uow: UnitOfWork) -> Sequence[tuple[str, str]]:
    """The addresses of the rooms where a newcomer waits to be greeted."""
    query = select(Room.account, Room.room).join(Journey, col(Journey.room_id) == col(Room.id))
    found = await uow.rows(query.where(Journey.stage == "greeter").distinct())
    return [(account, room) for account, room in found]


async def newcomers_between(
    uow: UnitOfWork, network: int, since: datetime, until: datetime
) -> Sequence[tuple[Community, int]]:
    """How many people came into each community of a network in this time, by the community's name."""
    query = (
        select(Community, func.count())
        .join(Journey, col(Journey.community_id) == col(Community.id))
        .where(Community.network_id == network, col(Journey.joined_at) > since, col(Journey.joined_at) <= until)
        .group_by(col(Community.id))
        .order_by(col(Community.name))
    )
    return [(community, count) for community, count in await uow.rows(query)]
