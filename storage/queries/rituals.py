"""Queries about rituals, their rounds and the replies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, update
from sqlmodel import col, select

from storage.tables import Ritual, RitualReply, RitualRound, RitualState
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


async def erase_words(uow: UnitOfWork, round_id: int) -> None:
    """Erase what people replied in a round, and their names."""
    await uow.execute(update(RitualReply).where(col(RitualReply.round_id) == round_id).values(name="", text=""))


async def forget_replies(uow: UnitOfWork, ritual: int, *, but: int = 0) -> None:
    """Delete the replies to a ritual's prompts, except those of one round."""
    rounds = select(RitualRound.id).where(RitualRound.ritual_id == ritual, RitualRound.id != but)
    await uow.execute(delete(RitualReply).where(col(RitualReply.round_id).in_(rounds)))


async def delete_replies_before(uow: UnitOfWork, limit: datetime) -> None:
    """Delete the replies from before `limit`."""
    await uow.execute_in_thread(delete(RitualReply).where(col(RitualReply.at) < limit))


async def erase_community(uow: UnitOfWork, community: int) -> None:
    """Stop a community's rituals, and erase their words and what people replied."""
    rounds = select(RitualRound.id).join(Ritual).where(Ritual.community_id == community)
    await uow.execute(delete(RitualReply).where(col(RitualReply.round_id).in_(rounds)))
    stopped = {"state": RitualState.STOPPED, "prompt": "", "created_by": None}
    await uow.execute(update(Ritual).where(col(Ritual.community_id) == community).values(**stopped))
