"""What is forgotten when its time is over."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, String, cast, delete, literal, or_
from sqlmodel import col, select

from storage.tables import (
    Choice,
    DeadLetter,
    Dialog,
    Highlight,
    InboxKey,
    KeptMessage,
    Outbox,
    Parked,
    Placement,
    Poll,
    Reaction,
)
from storage.unit_of_work import UnitOfWork


def _still_counts() -> ColumnElement[bool]:
    """Whether a reaction is to a card of ours that is there, or to a highlight that is shown."""
    at_message = (Highlight.account == Reaction.account, Highlight.room == Reaction.room)
    shown = select(Highlight.id).where(
        *at_message, Highlight.message == Reaction.message, Highlight.state == "published"
    )
    at_card = (Placement.account == Reaction.account, Placement.room == Reaction.room)
    card = select(Placement.id).where(*at_card, Placement.message == Reaction.message, col(Placement.gone).is_(False))
    return or_(shown.correlate(Reaction).exists(), card.correlate(Reaction).exists())


def _in_open_poll() -> ColumnElement[bool]:
    """Choices in a native poll that may still change."""
    at_card = (Placement.account == Choice.account, Placement.room == Choice.room, Placement.message == Choice.message)
    named = col(Placement.card) == literal("pollnative:") + cast(col(Poll.id), String)
    shown = select(Placement.id).join(Poll, named).where(*at_card, Poll.state == "open")
    return shown.correlate(Choice).exists()


async def forget_before(uow: UnitOfWork, limit: datetime) -> None:
    """Drop inbox keys, parked values, dialogs, dead letters, finished outbox rows, choices in native polls, and
    reactions and highlights that came to nothing, older than `limit`."""
    await uow.execute(delete(InboxKey).where(col(InboxKey.at) < limit))
    await uow.execute(delete(Parked).where(col(Parked.at) < limit))
    await uow.execute(delete(Dialog).where(col(Dialog.expires_at) < limit))
    await uow.execute(delete(DeadLetter).where(col(DeadLetter.at) < limit))
    await uow.execute(delete(Reaction).where(col(Reaction.at) < limit, ~_still_counts()))
    await uow.execute(delete(Choice).where(col(Choice.at) < limit, ~_in_open_poll()))
    await _forget_highlights(uow, limit)
    await uow.execute(delete(Outbox).where(col(Outbox.state) != "pending", col(Outbox.done_at) < limit))


async def _forget_highlights(uow: UnitOfWork, limit: datetime) -> None:
    """Those that came to nothing, and what is known of where they were told: their numbers may be given anew."""
    unsettled = col(Highlight.state).in_(("fetching", "counting", "refused"))
    gone = (unsettled, col(Highlight.created_at) < limit)
    for card in ("highlight:", "highlightnote:"):
        named = select(literal(card) + cast(col(Highlight.id), String)).where(*gone)
        await uow.execute(delete(Placement).where(col(Placement.card).in_(named)))
    await uow.execute(delete(Highlight).where(*gone))


async def forget_kept(uow: UnitOfWork, limit: datetime) -> None:
    """Drop the kept messages older than `limit`."""
    await uow.execute(delete(KeptMessage).where(col(KeptMessage.posted_at) < limit))
