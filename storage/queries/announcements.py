"""Queries about announcements and their texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, update
from sqlmodel import col, select

from storage.bulk_writes import upsert
from storage.tables import (
    Announcement,
    AnnouncementAnswer,
    AnnouncementState,
    AnnouncementText,
    Community,
    Outbox,
    OutboxState,
    Recipient,
    RecipientState,
)
from storage.unit_of_work import UnitOfWork

SET_TEXT = upsert(AnnouncementText, keys=("announcement_id", "locale"), replace=("text", "written_at"))
LISTED = (AnnouncementState.DRAFT, AnnouncementState.SCHEDULED, AnnouncementState.SENT)


async def next_number(uow: UnitOfWork, network: int) -> int:
    """Return the number of a network's next announcement."""
    query = select(func.max(Announcement.number)).where(Announcement.network_id == network)
    return (await uow.first(query) or 0) + 1


async def by_number(uow: UnitOfWork, network: int, number: int) -> Announcement | None:
    """Return the announcement with this number in a network."""
    query = select(Announcement).where(Announcement.network_id == network, Announcement.number == number)
    return await uow.first(query)


async def newest(uow: UnitOfWork, network: int, *, drafts_of: int | None = None) -> Announcement | None:
    """Return the newest announcement that a network sent or scheduled, or the newest draft of this member."""
    query = select(Announcement).where(Announcement.network_id == network)
    if drafts_of is not None:
        query = query.where(Announcement.state == AnnouncementState.DRAFT, Announcement.created_by == drafts_of)
    else:
        query = query.where(col(Announcement.state).in_((AnnouncementState.SCHEDULED, AnnouncementState.SENT)))
    return await uow.first(query.order_by(col(Announcement.number).desc()).limit(1))


async def count_unsent(uow: UnitOfWork, network: int) -> int:
    """Count a network's drafts and what it scheduled."""
    unsent = col(Announcement.state).in_((AnnouncementState.DRAFT, AnnouncementState.SCHEDULED))
    return await uow.first(select(func.count()).where(Announcement.network_id == network, unsent)) or 0


async def listed(uow: UnitOfWork, network: int, limit: int) -> Sequence[Announcement]:
    """Return a network's drafts, what it scheduled and what it sent, newest first."""
    query = select(Announcement).where(Announcement.network_id == network, col(Announcement.state).in_(LISTED))
    return await uow.all(query.order_by(col(Announcement.number).desc()).limit(limit))


async def texts_of(uow: UnitOfWork, announcement: int) -> dict[str, str]:
    """Return an announcement's words by language."""
    return {locale: row.text for locale, row in (await versions_of(uow, announcement)).items()}


async def versions_of(uow: UnitOfWork, announcement: int) -> dict[str, AnnouncementText]:
    """Return the rows of an announcement's words by language."""
    return await uow.remember(
        ("announcement-texts", announcement), (str(AnnouncementText.__tablename__),), lambda: _texts(uow, announcement)
    )


async def _texts(uow: UnitOfWork, announcement: int) -> dict[str, AnnouncementText]:
    query = select(AnnouncementText).where(AnnouncementText.announcement_id == announcement)
    return {row.locale: row for row in await uow.all(query.execution_options(populate_existing=True))}


async def delete_texts(uow: UnitOfWork, announcement: int) -> None:
    """Delete an announcement's words."""
    await uow.execute(delete(AnnouncementText).where(col(AnnouncementText.announcement_id) == announcement))


async def drop_unsent(uow: UnitOfWork, account: str, room: str, card: str, at: datetime) -> None:
    """Drop the waiting posts and edits of a card in one room, and erase the content of those that failed."""
    about = (col(Outbox.account) == account, col(Outbox.room) == room, col(Outbox.card) == card)
    waiting = (*about, col(Outbox.state) == OutboxState.PENDING, col(Outbox.attempts) == 0)
    dropped = {"state": OutboxState.SUPERSEDED, "payload": "", "done_at": at, "collapse_key": None}
    await uow.execute(update(Outbox).where(*waiting).values(**dropped))
    failed = (*about, col(Outbox.state).in_((OutboxState.REFUSED, OutboxState.UNKNOWN)))
    await uow.execute(update(Outbox).where(*failed).values(payload=""))


async def answers_to(uow: UnitOfWork, announcement: int, limit: int) -> Sequence[tuple[AnnouncementAnswer, Community]]:
    """Return what members gave to the coordinators, with their communities, newest first."""
    query = select(AnnouncementAnswer, Community).join(
        Community, col(AnnouncementAnswer.community_id) == col(Community.id)
    )
    query = query.where(AnnouncementAnswer.announcement_id == announcement)
    query = query.order_by(col(AnnouncementAnswer.id).desc()).limit(limit)
    return [(answer, community) for answer, community in await uow.rows(query)]


async def count_answers(uow: UnitOfWork, announcement: int) -> int:
    """Return how many answers there are."""
    query = select(func.count()).select_from(AnnouncementAnswer)
    return await uow.first(query.where(col(AnnouncementAnswer.announcement_id) == announcement)) or 0


async def answers_of_community(uow: UnitOfWork, community: int) -> Sequence[int]:
    """Return the ids of what a community's people gave to coordinators."""
    return await uow.all(select(AnnouncementAnswer.id).where(AnnouncementAnswer.community_id == community))


async def delete_answers_before(uow: UnitOfWork, limit: datetime) -> None:
    """Delete what members gave to coordinators before `limit`."""
    await uow.execute_in_thread(delete(AnnouncementAnswer).where(col(AnnouncementAnswer.at) < limit))


async def erase_community(uow: UnitOfWork, community: int) -> None:
    """Erase what a community's people said about announcements."""
    await uow.execute(delete(AnnouncementAnswer).where(col(AnnouncementAnswer.community_id) == community))
    said = {"state": RecipientState.LEFT, "line": "", "reason": "", "decided_by": None}
    await uow.execute(update(Recipient).where(col(Recipient.community_id) == community).values(**said))
