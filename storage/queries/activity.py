"""Queries about who was active in a community: a day for each person, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.bulk_writes import delete_by, upsert
from storage.queries.persons import PERSON
from storage.tables import Activity, Member
from storage.unit_of_work import UnitOfWork

ACTIVE_TIME = timedelta(days=30)
"""How long somebody counts as active after the last day, and how long we keep that day."""
NOTE_ACTIVITY = upsert(Activity, keys=("community_id", "member_id"), replace=("day",), newest="day")
DELETE_ACTIVITY = delete_by(Activity, "community_id", "member_id")


def day_of(at: datetime) -> datetime:
    """Return midnight (UTC) of the day."""
    return at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


async def count_active(uow: UnitOfWork, community: int, now: datetime) -> int:
    """Count the people who did something in a community within ACTIVE_TIME. Linked accounts are one of them."""
    recent = (Activity.community_id == community, col(Activity.day) >= day_of(now - ACTIVE_TIME))
    query = select(func.count(func.distinct(PERSON))).select_from(Activity).where(*recent)
    query = query.join(Member, col(Member.id) == col(Activity.member_id))
    return await uow.remember(("active", community), (), lambda: _number(uow, query))


async def _number(uow: UnitOfWork, query: SelectOfScalar[int]) -> int:
    return await uow.first(query) or 0


async def delete_old(uow: UnitOfWork, now: datetime) -> None:
    """Delete the days of people who are no longer active."""
    await uow.execute_in_thread(delete(Activity).where(col(Activity.day) < day_of(now - ACTIVE_TIME)))


async def delete_in(uow: UnitOfWork, community: int) -> None:
    """Delete the days of everybody in a community."""
    await uow.execute(delete(Activity).where(col(Activity.community_id) == community))
