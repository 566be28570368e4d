"""Queries about votes in the platforms' own polls."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Executable, bindparam, update
from sqlmodel import col, select

from storage.bulk_writes import Write, table_of, upsert
from storage.tables import NativeVote
from storage.unit_of_work import UnitOfWork

_KEYS = ("account", "room", "message", "user")
SET_VOTE = upsert(NativeVote, keys=_KEYS, replace=("choices", "at", "withdrawn"))


def _withdraw(_dialect: str) -> Executable:
    table = table_of(NativeVote)
    return update(table).where(*(table.c[key] == bindparam(f"b_{key}") for key in _KEYS)).values(withdrawn=True)


WITHDRAW_VOTE = Write("native_votes", _withdraw)
"""Bind the address as `b_account`, `b_room`, `b_message` and `b_user`. The row keeps the choices."""


async def current_votes(uow: UnitOfWork, account: str, room: str, message: str) -> Sequence[NativeVote]:
    """Return the votes in a native poll, or the answers to a scheduled event, without the withdrawn ones."""
    query = select(NativeVote).where(NativeVote.account == account, NativeVote.room == room)
    return await uow.all(query.where(NativeVote.message == message, col(NativeVote.withdrawn).is_(False)))


async def last_choices(uow: UnitOfWork, account: str, room: str, message: str, user: str) -> str | None:
    """Return the person's last choices there, even if withdrawn, or None."""
    return await uow.first(
        select(NativeVote.choices).where(
            NativeVote.account == account,
            NativeVote.room == room,
            NativeVote.message == message,
            NativeVote.user == user,
        )
    )
