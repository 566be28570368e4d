"""Queries about files that one process needs from the holder of another account."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import col, select

from storage.bulk_writes import insert_new
from storage.tables import FilePart, FileRequest
from storage.unit_of_work import UnitOfWork

UNREADABLE = -1
"""The size of a file that its account can't read."""
ADD_REQUEST = insert_new(FileRequest)
_ADD_PART = insert_new(FilePart)


async def request_of(uow: UnitOfWork, process: str, account: str, source: str) -> FileRequest | None:
    """Return this process's request of a file."""
    same = (FileRequest.process == process, FileRequest.account == account, FileRequest.source == source)
    return await uow.first(select(FileRequest).where(*same))


async def unanswered(uow: UnitOfWork, accounts: Collection[str]) -> Sequence[FileRequest]:
    """Return the requests that wait for the holder of one of these accounts, oldest first."""
    waiting = (col(FileRequest.account).in_(sorted(accounts)), col(FileRequest.size).is_(None))
    return await uow.all(select(FileRequest).where(*waiting).order_by(col(FileRequest.id)))


async def answer(uow: UnitOfWork, request: int, size: int) -> None:
    """Say that all parts are there, or that the file is UNREADABLE."""
    await uow.execute(update(FileRequest).where(col(FileRequest.id) == request).values(size=size))


async def delete_parts(uow: UnitOfWork, request: int) -> None:
    """Delete the parts that somebody began to write."""
    await uow.execute(delete(FilePart).where(col(FilePart.request_id) == request))


async def add_part(uow: UnitOfWork, *, request: int, number: int, content: bytes) -> None:
    """Add a part, unless somebody has deleted the request."""
    if await uow.get(FileRequest, request) is not None:
        uow.defer(_ADD_PART, {"request_id": request, "number": number, "content": content})


async def part(uow: UnitOfWork, request: int, number: int) -> bytes | None:
    """Return a part; None after the last one."""
    query = select(FilePart.content).where(FilePart.request_id == request, FilePart.number == number)
    return await uow.first(query)


async def delete_request(uow: UnitOfWork, request: int) -> None:
    """Delete a request with its parts."""
    await uow.execute(delete(FilePart).where(col(FilePart.request_id) == request))
    await uow.execute(delete(FileRequest).where(col(FileRequest.id) == request))


async def delete_older_than(uow: UnitOfWork, limit: datetime) -> None:
    """Delete the requests from before `limit`. A process that still needs a file asks again."""
    old = select(FileRequest.id).where(col(FileRequest.at) < limit)
    await uow.execute(delete(FilePart).where(col(FilePart.request_id).in_(old)))
    await uow.execute(delete(FileRequest).where(col(FileRequest.at) < limit))
