"""Queries about what closed polls decided."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, or_
from sqlmodel import col, select

from storage.queries.ownership import Holder, known_by
from storage.tables import Poll, PollRecord, PollState
from storage.unit_of_work import UnitOfWork


async def of_poll(uow: UnitOfWork, poll: int) -> PollRecord | None:
    """Return the record of a closed poll, if it has one."""
    return await uow.first(select(PollRecord).where(PollRecord.poll_id == poll))


async def closed(
    uow: UnitOfWork, holder: Holder, limit: int, *, about: Sequence[str] = ()
) -> Sequence[tuple[Poll, PollRecord | None]]:
    """Return closed polls that a room knows, the latest first, with their records; only those about all these words.

    A word counts in the question, the options and the outcome, in any case.
    """
    query = (
        select(Poll, PollRecord)
        .outerjoin(PollRecord, col(PollRecord.poll_id) == col(Poll.id))
        .where(known_by(Poll, holder), Poll.state == PollState.CLOSED, Poll.question != "")
    )
    for word in about:
        places = (col(Poll.question), col(Poll.options), col(PollRecord.outcome))
        query = query.where(or_(*(place.icontains(word, autoescape=True) for place in places)))
    rows = await uow.rows(query.order_by(col(Poll.closed_at).desc(), col(Poll.number).desc()).limit(limit))
    return [(poll, record) for poll, record in rows]


async def forget(uow: UnitOfWork, poll: int) -> None:
    """Delete the record of a poll that is opened again or deleted, and what it revoked stays revoked no longer."""
    for revoked in await uow.all(select(PollRecord).where(PollRecord.revoked_by == poll)):
        revoked.revoked_by = revoked.revoked_at = None
    await uow.execute(delete(PollRecord).where(col(PollRecord.poll_id) == poll))
