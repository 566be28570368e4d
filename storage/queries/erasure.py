"""Erasure of messages that are still to be sent, when their content is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, delete, or_, update
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.queries.placements import UNSENT
from storage.tables import NativeVote, Outbox, OutboxState, Placement, Reaction
from storage.unit_of_work import UnitOfWork

FAILED = (OutboxState.REFUSED, OutboxState.UNKNOWN)


async def erase(uow: UnitOfWork, cards: Sequence[str], at: datetime, idempotent: Sequence[str]) -> None:
    """Drop the waiting posts and edits of these cards, and erase the content of those that failed.

    A post that was tried on an `idempotent` account stays: it may have arrived, and the next try tells its message.
    """
    messages = select(Placement.outbox_key).where(col(Placement.card).in_(cards))
    about = or_(col(Outbox.card).in_(cards), col(Outbox.placement).in_(messages))
    tried = and_(col(Outbox.card).is_not(None), col(Outbox.attempts) > 0, col(Outbox.account).in_(idempotent))
    waiting = (about, col(Outbox.state) == OutboxState.PENDING, ~tried)
    dropped = {"state": OutboxState.SUPERSEDED, "payload": "", "done_at": at, "collapse_key": None}
    await uow.execute(update(Outbox).where(*waiting).values(**dropped))
    failed = (about, col(Outbox.state).in_(FAILED))
    await uow.execute(update(Outbox).where(*failed).values(payload=""))


async def erase_answers(uow: UnitOfWork, cards: Sequence[str] | SelectOfScalar[str]) -> None:
    """Erase the reactions and native votes on all messages that show these cards, or showed them."""
    for table in (Reaction, NativeVote):
        same = (Placement.account == table.account, Placement.room == table.room, Placement.message == table.message)
        shown = select(Placement.id).where(*same, col(Placement.card).in_(cards)).correlate(table).exists()
        await uow.execute(delete(table).where(shown))


async def unsent_posts(uow: UnitOfWork, card: str) -> Sequence[Outbox]:
    """Return the posts that are to show a card and may still be sent, or sent again."""
    states = (*UNSENT, *FAILED)
    query = select(Outbox).where(Outbox.card == card, Outbox.kind == "Post", Outbox.payload != "")
    return await uow.all(query.where(col(Outbox.state).in_(states)))
