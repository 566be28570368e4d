"""Queries about newcomers' journeys."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import String, and_, bindparam, cast, func, or_, update
from sqlmodel import col, select

from storage.queries.placements import UNSENT
from storage.tables import Journey, JourneyStage, Outbox, Room, Timer
from storage.unit_of_work import UnitOfWork

_FINISHED = (JourneyStage.DONE, JourneyStage.RETURNED, JourneyStage.LEFT, JourneyStage.REMOVED)

_OF_MEMBER = select(Journey).where(
    col(Journey.community_id) == bindparam("community"), col(Journey.member_id) == bindparam("member")
)
_IN_STAGE = (
    select(Journey)
    .where(col(Journey.room_id) == bindparam("room"), col(Journey.stage) == bindparam("stage"))
    .order_by(col(Journey.joined_at), col(Journey.id))
)


async def of_member(uow: UnitOfWork, community: int, member: int) -> Journey | None:
    """Return the member's journey in this community."""
    return await uow.first(_OF_MEMBER, {"community": community, "member": member})


async def in_stage(uow: UnitOfWork, room: int, stage: JourneyStage) -> Sequence[Journey]:
    """Return the room's journeys in this stage, in the order of arrival."""
    return await uow.all(_IN_STAGE, {"room": room, "stage": stage})


async def came_since(uow: UnitOfWork, room: int, since: datetime, stages: Collection[JourneyStage]) -> list[Journey]:
    """Return the journeys of those who came to a room since this time and are in one of these stages."""
    query = select(Journey).where(Journey.room_id == room, col(Journey.joined_at) >= since)
    query = query.where(col(Journey.stage).in_(stages))
    return list(await uow.all(query.order_by(col(Journey.joined_at), col(Journey.id))))


async def unfinished_in_room(uow: UnitOfWork, room: int) -> Sequence[Journey]:
    """Return the journeys in a room that have not ended."""
    finished = col(Journey.stage).in_((JourneyStage.DONE, JourneyStage.RETURNED, JourneyStage.LEFT))
    return await uow.all(select(Journey).where(Journey.room_id == room, ~finished))


async def uncalled(uow: UnitOfWork, room: int) -> Sequence[Journey]:
    """Return the room's newcomers who wait for a greeter and were not called for, in the order of arrival."""
    return [journey for journey in await in_stage(uow, room, JourneyStage.GREETER) if journey.called_at is None]


async def of_call(uow: UnitOfWork, room: int, called_at: datetime) -> Sequence[Journey]:
    """Return the newcomers of one call for greeters, in the order of arrival."""
    query = select(Journey).where(Journey.room_id == room, Journey.called_at == called_at)
    return await uow.all(query.order_by(col(Journey.joined_at), col(Journey.id)))


async def last_call(uow: UnitOfWork, room: int) -> datetime | None:
    """Return the time of the room's last call for greeters."""
    return await uow.first(select(func.max(Journey.called_at)).where(Journey.room_id == room))


async def not_contacted(uow: UnitOfWork, room: int, stage: JourneyStage) -> Sequence[Journey]:
    """Return the room's journeys in this stage that have neither a place for their steps nor a reminder."""
    reminder = select(Timer.subject).where(Timer.kind == "onboarding-nudge", Timer.subject == cast(Journey.id, String))
    query = select(Journey).where(Journey.room_id == room, Journey.stage == stage, col(Journey.place).is_(None))
    return await uow.all(query.where(~reminder.exists()).order_by(col(Journey.joined_at), col(Journey.id)))


async def private_message_pending(uow: UnitOfWork, account: str, room: str, but: str) -> bool:
    """Return whether a private message to a newcomer of this room, other than `but`, waits for delivery."""
    query = select(Outbox.key).where(Outbox.account == account, Outbox.room == room, Outbox.kind == "DirectMessage")
    query = query.where(col(Outbox.state).in_(UNSENT), col(Outbox.key).startswith("journey:"))
    return await uow.first(query.where(Outbox.key != but).limit(1)) is not None


async def timer_set(uow: UnitOfWork, room: int, *kinds: str) -> bool:
    """Return whether this room has a timer of one of these kinds."""
    query = select(Timer.due).where(col(Timer.kind).in_(kinds), Timer.subject == str(room))
    return await uow.first(query.limit(1)) is not None


async def count_since(uow: UnitOfWork, room: int, since: datetime, stage: JourneyStage | None = None) -> int:
    """Count the people who came to a room, or asked to, since this time."""
    query = select(func.count()).select_from(Journey).where(Journey.room_id == room, col(Journey.joined_at) > since)
    return await uow.first(query.where(Journey.stage == stage) if stage is not None else query) or 0


async def awaiting_reply(uow: UnitOfWork, member: int) -> Journey | None:
    """Return the member's newest journey that waits for their yes to the rules or for their answer."""
    stages = col(Journey.stage).in_((JourneyStage.RULES, JourneyStage.QUESTION))
    query = select(Journey).where(Journey.member_id == member, stages)
    return await uow.first(query.order_by(col(Journey.joined_at).desc(), col(Journey.id).desc()).limit(1))


async def of_community(uow: UnitOfWork, community: int) -> Sequence[Journey]:
    """Return at most 50 unfinished journeys of a community, oldest first."""
    query = select(Journey).where(Journey.community_id == community, ~col(Journey.stage).in_(_FINISHED))
    return await uow.all(query.order_by(col(Journey.joined_at)).limit(50))


async def rooms_awaiting_greeter(uow: UnitOfWork) -> Sequence[tuple[str, str]]:
    """Return the addresses of rooms in which a newcomer waits for a greeter."""
    query = select(Room.account, Room.room).join(Journey, col(Journey.room_id) == col(Room.id))
    rows = await uow.rows(query.where(Journey.stage == JourneyStage.GREETER).distinct())
    return [(account, room) for account, room in rows]


async def erase_answers(uow: UnitOfWork, limit: datetime) -> None:
    """Erase the answers of people who came before `limit`, and the names of those who left since."""
    expired = col(Journey.joined_at) < limit
    await uow.execute(update(Journey).where(expired, col(Journey.answer) != "").values(answer=""))
    left = or_(and_(expired, col(Journey.stage) == JourneyStage.LEFT), col(Journey.left_at) < limit)
    await uow.execute(update(Journey).where(left, col(Journey.name) != "").values(name=""))


async def all_of_member(uow: UnitOfWork, member: int) -> Sequence[Journey]:
    """Return a member's journeys into all communities."""
    return await uow.all(select(Journey).where(Journey.member_id == member))
