"""The files of messages on their way: each is read once from its platform, and kept on disk while others need it.

Pictures lose their metadata before that.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import BinaryIO

import msgspec
import structlog

from bots.core.inbound import Attachment
from schedules.delivery import charts

log = structlog.get_logger()

ReadFile = Callable[[Attachment], Awaitable[bytes | None]]
"""Returns the content of a file of any account, or None."""
MEMORY_BYTES = 100_000_000
"""How much of all files may be in memory at once. A larger file is alone."""
DISK_BYTES = 1_000_000_000
KEPT_SECONDS = 3600.0
MOST_READINGS = 2
"""Files that are read from platforms at the same time; each is in memory until it is on disk."""
_Key = tuple[str, str]


@dataclass(frozen=True)
class _Stored:
    """A file on disk, without a name: it disappears with the process."""

    file: BinaryIO
    size: int
    at: float


class FileStore:
    """Hands out the contents of attachments. `read` is called once for each file within an hour."""

    def __init__(self, read: ReadFile, *, memory_bytes: int = MEMORY_BYTES, disk_bytes: int = DISK_BYTES) -> None:
        self._read = read
        self._disk_bytes = disk_bytes
        self._memory = _Budget(memory_bytes)
        self._readings = asyncio.Semaphore(MOST_READINGS)
        self._cleaning = asyncio.Lock()
        self._stored: OrderedDict[_Key, _Stored] = OrderedDict()
        self._reading: dict[_Key, asyncio.Task[None]] = {}

    @asynccontextmanager
    async def lend(self, attachments: Sequence[Attachment]) -> AsyncIterator[tuple[bytes | None, ...]]:
        """Lend the contents, None for a file that cannot be read. They count as memory until the block ends.

        They are read to disk first, a few at a time: the size that a sender declares may be wrong.
        """
        if not attachments:
            yield ()
            return
        for attachment in attachments:
            if attachment.data is None and self._find(_key(attachment)) is None:
                await self._read_once(_key(attachment), attachment)
        async with self._memory.taking(sum(self._size(attachment) for attachment in attachments)):
            yield tuple([await self._content(attachment) for attachment in attachments])

    def _size(self, attachment: Attachment) -> int:
        stored = self._find(_key(attachment))
        made = attachment.size if attachment.chart else len(attachment.data or "")
        return made if stored is None else stored.size

    async def _content(self, attachment: Attachment) -> bytes | None:
        if attachment.data is not None and attachment.chart:
            async with self._cleaning:
                return await asyncio.to_thread(_draw, attachment.data)
        if attachment.data is not None:
            return attachment.data.encode()
        stored = self._find(_key(attachment))
        return await asyncio.to_thread(_read_and_close, os.dup(stored.file.fileno()), stored.size) if stored else None

    async def _read_once(self, key: _Key, attachment: Attachment) -> None:
        """Read a file from its platform. Concurrent calls share one read."""
        task = self._reading.get(key)
        if task is None:
            task = self._reading[key] = asyncio.create_task(self._read_to_disk(key, attachment))
            task.add_done_callback(lambda _: self._reading.pop(key))
        await asyncio.shield(task)

    async def _read_to_disk(self, key: _Key, attachment: Attachment) -> None:
        async with self._readings:
            read = await self._read(attachment)
            if read is None:
                return
            from schedules.delivery.pictures import without_metadata  # at the first file: Pillow takes 2 MB

            async with self._cleaning:
                content = await without_metadata(read, attachment)
            if content is None:
                return
            file = await asyncio.to_thread(_write, content)
            if key in self._stored:
                self._stored.pop(key).file.close()
        self._stored[key] = _Stored(file, len(content), time.monotonic())
        self._forget_oldest()

    def _find(self, key: _Key) -> _Stored | None:
        stored = self._stored.get(key)
        return stored if stored is not None and time.monotonic() - stored.at < KEPT_SECONDS else None

    def _forget_oldest(self) -> None:
        """Drop old files, and the oldest while there is too much on disk; but never the newest."""
        while len(self._stored) > 1:
            key, oldest = next(iter(self._stored.items()))
            expired = time.monotonic() - oldest.at >= KEPT_SECONDS
            if not expired and sum(file.size for file in self._stored.values()) <= self._disk_bytes:
                return
            self._stored.pop(key).file.close()

    def close(self) -> None:
        """Give the disk back."""
        for stored in self._stored.values():
            stored.file.close()
        self._stored.clear()


def _key(attachment: Attachment) -> _Key:
    return attachment.account, attachment.source


def _write(content: bytes) -> BinaryIO:
    file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed when the store forgets it
    file.write(content)
    return file


def _draw(data: str) -> bytes | None:
    """Draw a chart. If that fails, the message goes out without it: its text says the same."""
    try:
        return charts.draw_data(data)
    except (msgspec.MsgspecError, OSError, ValueError):
        log.exception("chart-not-drawn")
        return None


def _read_and_close(descriptor: int, size: int) -> bytes:
    """Read a file through a descriptor of its own, since the store may forget the file meanwhile."""
    try:
        return os.pread(descriptor, size, 0)
    finally:
        os.close(descriptor)


class _Budget:
    """Bytes that may be taken at once. A request for more than all of them waits until it is alone."""

    def __init__(self, size: int) -> None:
        self._size = self._free = size
        self._changed = asyncio.Condition()

    @asynccontextmanager
    async def taking(self, size: int) -> AsyncIterator[None]:
        wanted = min(max(size, 0), self._size)
        async with self._changed:
            await self._changed.wait_for(lambda: self._free >= wanted)
            self._free -= wanted
        try:
            yield
        finally:
            async with self._changed:
                self._free += wanted
                self._changed.notify_all()
