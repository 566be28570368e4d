"""Queries about open dialogs."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, delete
from sqlmodel import col, select

from storage.tables import Dialog
from storage.unit_of_work import UnitOfWork

_AT = select(Dialog).where(
    col(Dialog.account) == bindparam("account"), col(Dialog.room) == bindparam("room"),
    col(Dialog.user) == bindparam("user"),
)  # fmt: skip


async def dialog_at(uow: UnitOfWork, account: str, room: str, user: str) -> Dialog | None:
    """Return the open dialog with this person in this room."""
    return await uow.first(_AT, {"account": account, "room": room, "user": user})


async def delete_in_room(uow: UnitOfWork, account: str, room: str) -> None:
    """Delete all open dialogs in a room."""
    await uow.execute(delete(Dialog).where(col(Dialog.account) == account, col(Dialog.room) == room))


async def open_dialogs(uow: UnitOfWork) -> Sequence[tuple[str, str, str]]:
    """Return (account, room, user) of each open dialog."""
    return [(row[0], row[1], row[2]) for row in await uow.rows(select(Dialog.account, Dialog.room, Dialog.user))]
