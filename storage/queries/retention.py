"""Deletion of rows when their retention time is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, String, cast, delete, literal, or_
from sqlmodel import col, select

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
    Placement,
    Poll,
    PollState,
    Reaction,
)
from storage.unit_of_work import UnitOfWork

MESSAGE_CACHE_TIME = timedelta(hours=48)
"""How long we cache messages of relaying rooms. The notice in the room names this time."""


async def delete_older_than(uow: UnitOfWork, limit: datetime) -> None:
    """Delete inbox keys, parked values, dialogs, dead letters, finished outbox rows, votes in closed native polls, and
    unused reactions and highlights from before `limit`."""
    await uow.execute(delete(InboxKey).where(col(InboxKey.at) < limit))
    await uow.execute(delete(Parked).where(col(Parked.at) < limit))
    await uow.execute(delete(Dialog).where(col(Dialog.expires_at) < limit))
    await uow.execute(delete(DeadLetter).where(col(DeadLetter.at) < limit))
    await uow.execute(delete(Reaction).where(col(Reaction.at) < limit, ~_reaction_in_use()))
    await uow.execute(delete(NativeVote).where(col(NativeVote.at) < limit, ~_in_open_poll()))
    await _delete_unpublished_highlights(uow, limit)
    await uow.execute(delete(Outbox).where(col(Outbox.state) != OutboxState.PENDING, col(Outbox.done_at) < limit))


async def delete_cached_messages_older_than(uow: UnitOfWork, limit: datetime) -> None:
    """Delete cached messages from before `limit`."""
    await uow.execute(delete(CachedMessage).where(col(CachedMessage.posted_at) < limit))


def _reaction_in_use() -> ColumnElement[bool]:
    """Match reactions to a present card of ours or to a published highlight."""
    at_message = (Highlight.account == Reaction.account, Highlight.room == Reaction.room)
    published = select(Highlight.id).where(
        *at_message, Highlight.message == Reaction.message, Highlight.state == HighlightState.PUBLISHED
    )
    at_card = (Placement.account == Reaction.account, Placement.room == Reaction.room)
    card = select(Placement.id).where(*at_card, Placement.message == Reaction.message, col(Placement.gone).is_(False))
    return or_(published.correlate(Reaction).exists(), card.correlate(Reaction).exists())


def _in_open_poll() -> ColumnElement[bool]:
    """Match votes that the voter may still change."""
    at_card = (Placement.account == NativeVote.account, Placement.room == NativeVote.room)
    its_card = col(Placement.card) == literal("pollnative:") + cast(col(Poll.id), String)
    placement = select(Placement.id).join(Poll, its_card).where(*at_card, Placement.message == NativeVote.message)
    return placement.where(Poll.state == PollState.OPEN).correlate(NativeVote).exists()


async def _delete_unpublished_highlights(uow: UnitOfWork, limit: datetime) -> None:
    """Delete highlights that were never published, and their placements: SQLite may reuse their ids."""
    unpublished = col(Highlight.state).in_((HighlightState.FETCHING, HighlightState.COUNTING, HighlightState.REFUSED))
    expired = (unpublished, col(Highlight.created_at) < limit)
    for card in ("highlight:", "highlightnote:"):
        cards = select(literal(card) + cast(col(Highlight.id), String)).where(*expired)
        await uow.execute(delete(Placement).where(col(Placement.card).in_(cards)))
    await uow.execute(delete(Highlight).where(*expired))
