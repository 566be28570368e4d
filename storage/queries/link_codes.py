"""Queries about the one-time codes that link people's accounts."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import col, select

from storage.bulk_writes import upsert
from storage.tables import LinkCode
from storage.unit_of_work import UnitOfWork

_SET = upsert(LinkCode, keys=("member_id",), replace=("code_hash", "expires_at"))


def digest(code: str) -> str:
    """Return what is kept of a code. It has 40 random bits and lives for minutes: no salt is needed."""
    return hashlib.sha256(code.encode()).hexdigest()


def give(uow: UnitOfWork, member: int, code: str, expires_at: datetime) -> None:
    """Store a member's code, and replace an earlier one."""
    uow.defer(_SET, {"member_id": member, "code_hash": digest(code), "expires_at": expires_at})


async def owner(uow: UnitOfWork, code: str, now: datetime) -> int | None:
    """Return the member who asked for a code that lives, or None."""
    return await uow.first(
        select(LinkCode.member_id).where(LinkCode.code_hash == digest(code), col(LinkCode.expires_at) > now)
    )


async def void(uow: UnitOfWork, code: str) -> None:
    """End a code, if there is one like this: it was used, or others could read it."""
    await uow.execute(delete(LinkCode).where(col(LinkCode.code_hash) == digest(code)))


async def delete_expired(uow: UnitOfWork, now: datetime) -> None:
    """Delete the codes that no longer work."""
    await uow.execute(delete(LinkCode).where(col(LinkCode.expires_at) <= now))
