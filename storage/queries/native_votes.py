"""Queries about votes in the platforms' own polls."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, String, cast, func, literal
from sqlmodel import col, select

from storage.bulk_writes import update_by, upsert
from storage.tables import NativeVote, Placement, Poll, PollState
from storage.unit_of_work import UnitOfWork

_KEYS = ("account", "room", "message", "user")
SET_VOTE = upsert(NativeVote, keys=_KEYS, replace=("choices", "at", "withdrawn"), newest="at")
"""Keep the newest vote by the time that it claims, as clients do."""
WITHDRAW_VOTE = update_by(NativeVote, *_KEYS, values={"withdrawn": True}, newest="at")
"""Bind the address as `b_account`, `b_room`, `b_message` and `b_user`, and `b_at`. The row keeps the choices."""


async def current_votes(uow: UnitOfWork, account: str, room: str, message: str) -> Sequence[NativeVote]:
    """Return the votes in a native poll, or the answers to a scheduled event, without the withdrawn ones."""
    query = select(NativeVote).where(NativeVote.account == account, NativeVote.room == room)
    return await uow.all(query.where(NativeVote.message == message, col(NativeVote.withdrawn).is_(False)))


async def last_choices(uow: UnitOfWork, account: str, room: str, message: str, user: str) -> str | None:
    """Return the person's last choices there, even if withdrawn, or None."""
    query = select(NativeVote.choices).where(NativeVote.account == account, NativeVote.room == room)
    return await uow.first(query.where(NativeVote.message == message, NativeVote.user == user))


async def is_shown(uow: UnitOfWork, account: str, room: str, card: str) -> bool:
    """Return whether a native poll that shows the card is in the room."""
    here = (Placement.account == account, Placement.room == room, Placement.card == card)
    return await uow.first(select(Placement.id).where(*here, col(Placement.gone).is_(False)).limit(1)) is not None


async def counts(uow: UnitOfWork, account: str, room: str, card: str) -> Sequence[tuple[str, int]]:
    """Return each combination of choices in the room's native poll of the card with the number of its votes."""
    here = (Placement.account == account, Placement.room == room, Placement.card == card)
    polls = select(Placement.message).where(*here, col(Placement.gone).is_(False))
    query = (
        select(NativeVote.choices, func.count())
        .where(NativeVote.account == account, NativeVote.room == room, col(NativeVote.message).in_(polls))
        .where(col(NativeVote.withdrawn).is_(False))
        .group_by(NativeVote.choices)
    )
    return [(choices, count) for choices, count in await uow.rows(query)]


def in_open_poll() -> ColumnElement[bool]:
    """Match votes that the voter may still change."""
    at_card = (Placement.account == NativeVote.account, Placement.room == NativeVote.room)
    its_card = col(Placement.card) == literal("pollnative:") + cast(col(Poll.id), String)
    placement = select(Placement.id).join(Poll, its_card).where(*at_card, Placement.message == NativeVote.message)
    return placement.where(Poll.state == PollState.OPEN).correlate(NativeVote).exists()
