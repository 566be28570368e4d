"""Deletion of rows when their retention time is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, or_, update
from sqlmodel import col

from storage.queries import (
    activity,
    alerts,
    announcements,
    audit,
    blocks,
    calendar_imports,
    event_places,
    figures,
    handovers,
    highlights,
    invitations,
    link_codes,
    memberships,
    native_votes,
    onboarding,
    person_erasure,
    reactions,
    rituals,
    tags,
)
from storage.tables import (
    CachedMessage,
    DeadLetter,
    Dialog,
    Highlight,
    HighlightState,
    InboxKey,
    NativeVote,
    Outbox,
    OutboxState,
    Parked,
    Reaction,
)
from storage.unit_of_work import UnitOfWork

MESSAGE_CACHE_TIME = timedelta(hours=48)
"""How long we cache messages of relaying rooms. The notice in the room names this time."""


async def delete_older_than(uow: UnitOfWork, limit: datetime) -> None:
    """Delete old rows: of the inbox and outbox, of what is over or was answered, and of what nobody uses.

    Erase what newcomers and participants of events answered before `limit`.
    """
    for table in (InboxKey, Parked, DeadLetter):
        await uow.execute_in_thread(delete(table).where(col(table.at) < limit))
    await uow.execute_in_thread(delete(Dialog).where(col(Dialog.expires_at) < limit))
    await uow.execute_in_thread(delete(Reaction).where(col(Reaction.at) < limit, ~reactions.in_use()))
    await uow.execute_in_thread(delete(NativeVote).where(col(NativeVote.at) < limit, ~native_votes.in_open_poll()))
    await highlights.delete_unpublished(uow, limit)
    await announcements.delete_answers_before(uow, limit)
    await rituals.delete_replies_before(uow, limit)
    await tags.delete_ended(uow)
    await alerts.delete_old(uow, limit)
    await handovers.delete_old(uow, limit)
    await memberships.delete_ended(uow, limit)
    await invitations.delete_ended(uow, limit)
    await blocks.delete_ended(uow, limit)
    await person_erasure.forget_unblocked(uow)
    await onboarding.erase_answers(uow, limit)
    await event_places.erase_notes(uow, limit)
    await calendar_imports.delete_old(uow, limit)
    await uow.execute_in_thread(
        delete(Outbox).where(col(Outbox.state) != OutboxState.PENDING, col(Outbox.done_at) < limit)
    )


async def erase_leftovers(uow: UnitOfWork) -> None:
    """Erase the content of ended highlights and of finished messages that older versions kept."""
    ended = col(Highlight.state).in_((HighlightState.WITHDRAWN, HighlightState.REFUSED, HighlightState.EXPIRED))
    nothing = {
        "text": "", "formatted": "", "link": "", "files": "[]", "author_id": None, "author_name": "", "author_user": "",
    }  # fmt: skip
    kept = or_(*(col(getattr(Highlight, name)).is_distinct_from(value) for name, value in nothing.items()))
    await uow.execute_in_thread(update(Highlight).where(ended, kept).values(**nothing, named=False))
    done = col(Outbox.state).in_((OutboxState.SENT, OutboxState.SUPERSEDED))
    await uow.execute_in_thread(update(Outbox).where(done, col(Outbox.payload) != "").values(payload=""))


async def delete_by_own_time(uow: UnitOfWork, now: datetime) -> None:
    """Delete what has a time of its own: cached messages, codes to link accounts, the days on which people were active,
    figures, and who did what."""
    await delete_cached_messages_older_than(uow, now - MESSAGE_CACHE_TIME)
    await link_codes.delete_expired(uow, now)
    await activity.delete_old(uow, now)
    await figures.delete_older_than(uow, now - figures.KEPT)
    await audit.erase_older_than(uow, now - audit.KEPT)


async def delete_cached_messages_older_than(uow: UnitOfWork, limit: datetime) -> None:
    """Delete cached messages from before `limit`."""
    await uow.execute_in_thread(delete(CachedMessage).where(col(CachedMessage.posted_at) < limit))
