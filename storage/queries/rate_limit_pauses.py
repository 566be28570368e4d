"""Queries about rate-limit pauses, which last beyond a restart."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import select

from storage.bulk_writes import upsert
from storage.tables import RateLimitPause
from storage.unit_of_work import UnitOfWork

SET_PAUSE = upsert(RateLimitPause, keys=("account",), replace=("until",))


async def paused_until(uow: UnitOfWork, account: str) -> datetime | None:
    """Return the end of the account's last rate-limit pause."""
    return await uow.first(select(RateLimitPause.until).where(RateLimitPause.account == account))
