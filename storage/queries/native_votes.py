"""What people chose in platforms' own polls, as it was told last."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Executable, bindparam, update
from sqlmodel import select

from storage.bulk_writes import Write, table_of, upsert
from storage.tables import Choice
from storage.unit_of_work import UnitOfWork

_KEYS = ("account", "room", "message", "user")
CHOSEN = upsert(Choice, keys=_KEYS, replace=("choices", "at", "withdrawn"))


def _withdraw(_dialect: str) -> Executable:
    table = table_of(Choice)
    return update(table).where(*(table.c[key] == bindparam(f"b_{key}") for key in _KEYS)).values(withdrawn=True)


WITHDRAWN = Write("choices", _withdraw)
"""Bind the address as `b_account`, `b_room`, `b_message` and `b_user`. What was chosen is remembered all the same."""


async def standing(uow: UnitOfWork, account: str, room: str, message: str) -> Sequence[Choice]:
    """The choices in a native poll, or of a scheduled event, that were not taken back."""
    where = (Choice.account == account, Choice.room == room, Choice.message == message)
    return await uow.all(select(Choice).where(*where, Choice.withdrawn == False))  # noqa: E712 - SQL's comparison


async def last(uow: UnitOfWork, account: str, room: str, message: str, user: str) -> str | None:
    """What somebody chose there last, taken back or not; None when nothing is on record."""
    return await uow.first(
        select(Choice.choices).where(
            Choice.account == account, Choice.room == room, Choice.message == message, Choice.user == user
        )
    )
