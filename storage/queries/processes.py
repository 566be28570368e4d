"""Queries about the processes on a server and the accounts that they hold."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import col, select

from storage.bulk_writes import upsert
from storage.tables import KnownAccount, Process
from storage.unit_of_work import UnitOfWork

SET_STATUS = upsert(Process, keys=("name",), replace=("status", "at"))
SET_ACCOUNT = upsert(KnownAccount, keys=("account",), replace=("capabilities", "seen_at"))


def account_row(account: str, capabilities: str, at: datetime) -> dict[str, object]:
    """Return the columns of an account, for SET_ACCOUNT."""
    return {"account": account, "capabilities": capabilities, "filter_version": 0, "seen_at": at}


async def all_processes(uow: UnitOfWork) -> Sequence[Process]:
    """Return what the processes said of themselves, also those that have ended without a word."""
    return await uow.all(select(Process).order_by(col(Process.name)))


async def forget(uow: UnitOfWork, name: str, silent_since: datetime) -> None:
    """Delete a process that ends, and those that have said nothing since then."""
    await uow.execute(delete(Process).where((col(Process.name) == name) | (col(Process.at) < silent_since)))


async def known_accounts(uow: UnitOfWork) -> Sequence[KnownAccount]:
    """Return the accounts that some process has held."""
    return await uow.all(select(KnownAccount))


async def filter_version(uow: UnitOfWork, account: str) -> int:
    """Return how often other processes have changed an account's message filter."""
    return await uow.first(select(KnownAccount.filter_version).where(KnownAccount.account == account)) or 0


async def change_filters(uow: UnitOfWork, accounts: Collection[str]) -> None:
    """Note a change of the message filters of accounts that another process may hold."""
    statement = update(KnownAccount).where(col(KnownAccount.account).in_(sorted(accounts)))
    await uow.execute(statement.values(filter_version=col(KnownAccount.filter_version) + 1))
