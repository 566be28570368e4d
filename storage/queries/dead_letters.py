"""Queries about dead letters that operators retry or drop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import col, select

from storage.queries.timers import DELETE_TIMER, SET_TIMER
from storage.tables import DeadLetter, InboxKey
from storage.unit_of_work import UnitOfWork

RETRY = "dead-letter-retry"
"""The kind of the timers that ask the bot to handle a dead letter again. Their subject is its key."""


async def _keys(uow: UnitOfWork, keys: Sequence[str]) -> Sequence[str]:
    query = select(DeadLetter.key)
    return await uow.all(query.where(col(DeadLetter.key).in_(keys)) if keys else query)


async def request_retry(uow: UnitOfWork, keys: Sequence[str], now: datetime) -> int:
    """Ask the bot to handle these dead letters again (all without keys); return how many there are."""
    found = await _keys(uow, keys)
    for key in found:
        uow.defer(SET_TIMER, {"kind": RETRY, "subject": key, "due": now})
    return len(found)


async def drop(uow: UnitOfWork, keys: Sequence[str]) -> int:
    """Delete these dead letters (all without keys); return how many there were."""
    found = await _keys(uow, keys)
    for key in found:
        await forget(uow, key)
    return len(found)


async def forget(uow: UnitOfWork, key: str) -> None:
    """Delete a dead letter and the wish to retry it."""
    await uow.execute(delete(DeadLetter).where(col(DeadLetter.key) == key))
    await stop_retrying(uow, key)


async def stop_retrying(uow: UnitOfWork, key: str) -> None:
    """Delete the wish to retry a dead letter; the letter stays if there is one."""
    uow.defer(DELETE_TIMER, {"b_kind": RETRY, "b_subject": key})


async def payload(uow: UnitOfWork, key: str) -> str | None:
    """Return a dead letter's value as JSON; None when it was dropped meanwhile."""
    return await uow.first(select(DeadLetter.payload).where(DeadLetter.key == key))


async def allow_again(uow: UnitOfWork, key: str) -> None:
    """Forget that the value was handled."""
    await uow.execute(delete(InboxKey).where(col(InboxKey.key) == key))
