"""Queries about rituals, their rounds and the replies."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, func, update
from sqlmodel import col, select

from storage.tables import Ritual, RitualReply, RitualRound, RitualState, RitualVolunteer
from storage.unit_of_work import UnitOfWork


async def next_number(uow: UnitOfWork, community: int) -> int:
    """Return the number of a community's next ritual."""
    return (await uow.first(select(func.max(Ritual.number)).where(Ritual.community_id == community)) or 0) + 1


async def of_community(uow: UnitOfWork, community: int) -> Sequence[Ritual]:
    """Return a community's rituals that are not stopped, oldest first."""
    query = select(Ritual).where(Ritual.community_id == community, Ritual.state != RitualState.STOPPED)
    return await uow.all(query.order_by(col(Ritual.number)))


async def active(uow: UnitOfWork) -> Sequence[Ritual]:
    """Return all rituals that go on."""
    return await uow.all(select(Ritual).where(Ritual.state == RitualState.ACTIVE).order_by(col(Ritual.id)))


async def newest_round(uow: UnitOfWork, ritual: int) -> RitualRound | None:
    """Return the newest round of a ritual."""
    query = select(RitualRound).where(RitualRound.ritual_id == ritual)
    return await uow.first(query.order_by(col(RitualRound.id).desc()).limit(1))


async def replies_to(uow: UnitOfWork, round_id: int) -> Sequence[RitualReply]:
    """Return the replies to a prompt, oldest first."""
    query = select(RitualReply).where(RitualReply.round_id == round_id)
    return await uow.all(query.order_by(col(RitualReply.at), col(RitualReply.message)))


async def count_replies(uow: UnitOfWork, round_id: int, member: int) -> int:
    """Count a person's replies to a prompt that are kept."""
    query = select(func.count()).where(RitualReply.round_id == round_id, RitualReply.member_id == member)
    return await uow.first(query) or 0


async def erase_words(uow: UnitOfWork, round_id: int) -> None:
    """Erase what people replied in a round, and their names."""
    await uow.execute(update(RitualReply).where(col(RitualReply.round_id) == round_id).values(name="", text=""))


async def forget_replies(uow: UnitOfWork, ritual: int) -> None:
    """Delete the replies to a ritual's prompts."""
    rounds = select(RitualRound.id).where(RitualRound.ritual_id == ritual)
    await uow.execute(delete(RitualReply).where(col(RitualReply.round_id).in_(rounds)))


async def delete_replies_before(uow: UnitOfWork, limit: datetime) -> None:
    """Delete the replies from before `limit`."""
    await uow.execute_in_thread(delete(RitualReply).where(col(RitualReply.at) < limit))


async def erase_community(uow: UnitOfWork, community: int) -> None:
    """Stop a community's rituals, and erase their words and what people replied."""
    rounds = select(RitualRound.id).join(Ritual).where(Ritual.community_id == community)
    await uow.execute(delete(RitualReply).where(col(RitualReply.round_id).in_(rounds)))
    of_theirs = select(Ritual.id).where(Ritual.community_id == community)
    await uow.execute(delete(RitualVolunteer).where(col(RitualVolunteer.ritual_id).in_(of_theirs)))
    await uow.execute(update(RitualRound).where(col(RitualRound.ritual_id).in_(of_theirs)).values(host_id=None))
    stopped = {"state": RitualState.STOPPED, "prompt": "", "created_by": None}
    await uow.execute(update(Ritual).where(col(Ritual.community_id) == community).values(**stopped))


async def volunteers(uow: UnitOfWork, ritual: int) -> Sequence[RitualVolunteer]:
    """Return who is willing to host a ritual's rounds, in the order in which they volunteered."""
    query = select(RitualVolunteer).where(RitualVolunteer.ritual_id == ritual)
    return await uow.all(query.order_by(col(RitualVolunteer.since), col(RitualVolunteer.member_id)))


async def host_before(uow: UnitOfWork, row: RitualRound) -> int | None:
    """Return who hosted the round before this one."""
    query = select(RitualRound).where(RitualRound.ritual_id == row.ritual_id, col(RitualRound.id) < row.id)
    before = await uow.first(query.order_by(col(RitualRound.id).desc()).limit(1))
    return before.host_id if before is not None else None


async def withdraw_volunteer(uow: UnitOfWork, member: int) -> None:
    """Take a member out of the volunteers of all rituals."""
    await uow.execute(delete(RitualVolunteer).where(col(RitualVolunteer.member_id) == member))


async def forget_volunteers(uow: UnitOfWork, ritual: int) -> None:
    """Delete a ritual's volunteers."""
    await uow.execute(delete(RitualVolunteer).where(col(RitualVolunteer.ritual_id) == ritual))


async def volunteered_in(
    uow: UnitOfWork, member: int, rooms: Collection[int]
) -> Sequence[tuple[Ritual, RitualVolunteer]]:
    """Return the rituals of these rooms for which somebody volunteered."""
    query = select(Ritual, RitualVolunteer).join(RitualVolunteer, col(RitualVolunteer.ritual_id) == col(Ritual.id))
    query = query.where(RitualVolunteer.member_id == member, col(Ritual.room_id).in_(rooms))
    return [(ritual, row) for ritual, row in await uow.rows(query.order_by(col(Ritual.id)))]


async def hosted_by(uow: UnitOfWork, member: int) -> Sequence[tuple[Ritual, RitualRound]]:
    """Return the rounds that a member hosts or hosted."""
    query = select(Ritual, RitualRound).join(RitualRound, col(RitualRound.ritual_id) == col(Ritual.id))
    rows = await uow.rows(query.where(RitualRound.host_id == member).order_by(col(RitualRound.id)))
    return [(ritual, row) for ritual, row in rows]


async def gathered_replies_of(uow: UnitOfWork, member: int) -> Sequence[int]:
    """Return the rounds whose post with the replies may show words of a member."""
    query = select(RitualRound.id).join(RitualReply, col(RitualReply.round_id) == col(RitualRound.id))
    query = query.where(RitualReply.member_id == member, col(RitualRound.gathered_at).is_not(None))
    return await uow.all(query.distinct())
