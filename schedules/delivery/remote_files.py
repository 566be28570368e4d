"""Files of accounts that another process holds: asked for and handed over through the database, part by part."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial

import msgspec
import structlog
from sqlalchemy.exc import OperationalError

from bots.core.inbound import Attachment
from bots.ports import Clock, FileDelayed
from bots.retry import retry_conflicts, retry_while_locked
from schedules.delivery.files import FileStore
from schedules.peers import Peers
from storage.database import Database
from storage.notifications import Notification, notify
from storage.queries import file_requests
from storage.tables import FileRequest
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()
PART_BYTES = 1_000_000
LARGEST_BYTES = 100_000_000
"""A larger file isn't handed over. The platforms that we know take less from a bot."""
ANSWER_SECONDS = 1.0
"""How long a sending waits for a file. Then its room waits, and the sending begins again."""
GONE = timedelta(days=1)
"""An account that nobody has held for so long doesn't come back for its files."""
MOST_AT_ONCE = 4
"""Requests that a holder answers at the same time."""
_CHECK_SECONDS = 2.0


class RemoteFiles:
    """Asks for the files of other processes' accounts, and answers those who ask for ours."""

    def __init__(self, database: Database, clock: Clock, peers: Peers, store: FileStore) -> None:
        self._database = database
        self._clock = clock
        self._peers = peers
        self._store = store
        self._serving: set[int] = set()  # ids of requests
        self._wanted = asyncio.Event()
        self._answered = asyncio.Condition()

    async def read(self, attachment: Attachment) -> bytes | None:
        """Return a file's content; None if its account can't read it, or is gone.

        Raises FileDelayed while its account's holder, or the database, has not answered.
        """
        seen_at = self._peers.seen_at.get(attachment.account)
        if seen_at is None or self._clock.now() - seen_at > GONE:
            log.warning("file-of-gone-account", account=attachment.account, name=attachment.name)
            return None
        try:
            request = await self._request(attachment) or await self._ask(attachment)
            if request.size is None:
                raise FileDelayed(f"{attachment.account} has not handed over a file yet")
            content = await self._collect(request)
            await self._write(lambda uow: file_requests.delete_request(uow, request.id))
        except OperationalError as error:
            raise FileDelayed(str(error.orig)) from error
        return content

    async def _write(self, work: Callable[[UnitOfWork], Awaitable[object]]) -> None:
        async def transact() -> None:
            async with self._database.transaction() as uow:
                await work(uow)

        await retry_conflicts(transact)

    async def _request(self, attachment: Attachment) -> FileRequest | None:
        async with self._database.reading() as uow:
            return await file_requests.request_of(uow, self._peers.process, attachment.account, attachment.source)

    async def _ask(self, attachment: Attachment) -> FileRequest:
        """Ask for a file, and wait a moment for the answer."""
        request = {
            "process": self._peers.process, "account": attachment.account, "source": attachment.source,
            "attachment": msgspec.json.encode(attachment).decode(), "at": self._clock.now(),
        }  # fmt: skip

        async def ask(uow: UnitOfWork) -> None:
            uow.defer(file_requests.ADD_REQUEST, request)
            await notify(uow, Notification(self._peers.process, files=True))

        await self._write(ask)
        with suppress(TimeoutError):
            async with asyncio.timeout(ANSWER_SECONDS), self._answered:
                while (asked := await self._request(attachment)) is None or asked.size is None:
                    await self._answered.wait()
        asked = await self._request(attachment)
        assert asked is not None, "only we delete our request"
        return asked

    async def _collect(self, request: FileRequest) -> bytes | None:
        """Return the content; None for a file that can't be read. Raises FileDelayed if it is gone meanwhile."""
        if request.size == file_requests.UNREADABLE:
            return None
        content = bytearray()
        async with self._database.reading() as uow:
            while (piece := await file_requests.part(uow, request.id, len(content) // PART_BYTES)) is not None:
                content += piece
                if len(piece) < PART_BYTES:
                    break
        if len(content) != request.size:
            raise FileDelayed(f"a file of {request.account} is not there any longer")
        return bytes(content)

    async def wake(self) -> None:
        """Look for requests, and for answers to ours."""
        self._wanted.set()
        async with self._answered:
            self._answered.notify_all()

    async def serve(self) -> None:
        """Answer the requests for files of our accounts until cancelled: a few at once, since one may take long."""
        async with asyncio.TaskGroup() as tasks:
            while True:
                with suppress(TimeoutError):
                    async with asyncio.timeout(_CHECK_SECONDS):
                        await self._wanted.wait()
                self._wanted.clear()
                try:
                    waiting = await self._waiting()
                except OperationalError as error:
                    log.warning("files-later", why=str(error.orig))
                    continue
                for request in waiting[: MOST_AT_ONCE - len(self._serving)]:
                    self._serving.add(request.id)
                    tasks.create_task(self._serve(request))

    async def _waiting(self) -> list[FileRequest]:
        if not self._peers.accounts:
            return []
        async with self._database.reading() as uow:
            unanswered = await file_requests.unanswered(uow, self._peers.accounts)
        return [request for request in unanswered if request.id not in self._serving]

    async def _serve(self, request: FileRequest) -> None:
        """Answer a request. If that fails for a reason that passes, the next check tries again."""
        try:
            attachment = msgspec.json.decode(request.attachment, type=Attachment)
            async with self._store.lend([attachment]) as (content,):
                await self._hand_over(request.id, content)
            self._wanted.set()  # more may wait for their turn
        except (FileDelayed, OperationalError) as error:
            log.info("file-later", account=request.account, why=str(getattr(error, "orig", error)))
        except Exception:
            log.exception("file-not-handed-over", account=request.account)
            await retry_while_locked(partial(self._answer, request.id, file_requests.UNREADABLE))
        finally:
            self._serving.discard(request.id)

    async def _hand_over(self, request: int, content: bytes | None) -> None:
        """Write a file in parts, each in a short transaction. One that died in between left parts behind."""
        if content is not None and len(content) > LARGEST_BYTES:
            log.warning("file-too-large", size=len(content))
            content = None
        await self._write(lambda uow: file_requests.delete_parts(uow, request))
        for start in range(0, len(content or b""), PART_BYTES):
            part = (content or b"")[start : start + PART_BYTES]
            number = start // PART_BYTES
            await self._write(partial(file_requests.add_part, request=request, number=number, content=part))
        await self._answer(request, file_requests.UNREADABLE if content is None else len(content))

    async def _answer(self, request: int, size: int) -> None:
        async def answer(uow: UnitOfWork) -> None:
            await file_requests.answer(uow, request, size)
            await notify(uow, Notification(self._peers.process, files=True))

        await self._write(answer)
