"""Queries about inbox keys, cursors, parked values and dead letters."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import BindParameter, bindparam, literal, or_, union_all
from sqlmodel import col, select

from storage.bulk_writes import delete_by, insert_new, upsert
from storage.queries.placements import awaiting_rooms
from storage.tables import Cursor, DeadLetter, InboxKey, Parked, Placement
from storage.unit_of_work import UnitOfWork

MARK_SEEN = insert_new(InboxKey)
SET_CURSOR = upsert(Cursor, keys=("account", "scope"), replace=("token",))
PARK = insert_new(Parked)
DELETE_DEAD_LETTER = delete_by(DeadLetter, "key")
"""Delete the dead letter of a value that is handled again. If it fails again, a new one follows."""
UNPARK = delete_by(Parked, "key")
UNPARK_REACTION = delete_by(Parked, "account", "reaction")
_KEYS: BindParameter[str] = bindparam("keys", expanding=True)
_SEEN_AND_BURIED = union_all(
    select(InboxKey.key, literal(value=True).label("seen")).where(col(InboxKey.key).in_(_KEYS)),
    select(DeadLetter.key, literal(value=False)).where(col(DeadLetter.key).in_(_KEYS)),
)
_PARKED_ROOMS = select(Parked.room).where(col(Parked.account) == bindparam("account")).distinct()


async def seen_keys(uow: UnitOfWork, keys: Sequence[str]) -> set[str]:
    """Return those of the keys that we have handled."""
    return set(await uow.all(select(InboxKey.key).where(col(InboxKey.key).in_(keys)))) if keys else set()


async def seen_and_buried(uow: UnitOfWork, keys: Sequence[str]) -> tuple[set[str], set[str]]:
    """Return those of the keys that we have handled, and those of values that are dead letters."""
    found = await uow.rows(_SEEN_AND_BURIED, {"keys": keys}) if keys else ()
    return {key for key, seen in found if seen}, {key for key, seen in found if not seen}


async def cursor(uow: UnitOfWork, account: str, scope: str) -> str | None:
    """Return the stored token, or None."""
    row = await uow.get(Cursor, (account, scope))
    return row.token if row else None


async def cursors(uow: UnitOfWork, account: str) -> dict[str, str]:
    """Return all stored tokens of an account, by scope."""
    rows = await uow.rows(select(Cursor.scope, Cursor.token).where(Cursor.account == account))
    return {row[0]: row[1] for row in rows}


async def parked_ready(uow: UnitOfWork, account: str) -> Sequence[str]:
    """Return the account's parked values (JSON) that are ready, oldest first.

    A value is ready once we know its message, or once no card of ours is on its way to its room.
    """
    rooms = await uow.all(_PARKED_ROOMS, {"account": account})
    if not rooms:
        return []
    placement = select(Placement.id).where(Placement.account == account, Placement.message == Parked.message)
    query = select(Parked.payload).where(Parked.account == account)
    blocked = col(Parked.room).in_(await awaiting_rooms(uow, account, rooms))
    return await uow.all(query.where(or_(placement.exists(), ~blocked)).order_by(col(Parked.at)))


async def dead_letters(uow: UnitOfWork, limit: int = 100) -> Sequence[DeadLetter]:
    """Return the values whose handlers failed, newest first."""
    return await uow.all(select(DeadLetter).order_by(col(DeadLetter.id).desc()).limit(limit))
