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

from bots.core.inbound import Attachment
from schedules.delivery.pictures import without_metadata

ReadFile = Callable[[Attachment], Awaitable[bytes | None]]
"""Returns the content of a file of any account, or None."""
MEMORY_BYTES = 100_000_000
"""How much of all files may be in memory at once. A larger file is alone."""
DISK_BYTES = 1_000_000_000
KEPT_SECONDS = 3600.0
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
        self._stored: OrderedDict[_Key, _Stored] = OrderedDict()
        self._reading: dict[_Key, asyncio.Task[None]] = {}

    @asynccontextmanager
    async def lend(self, attachments: Sequence[Attachment]) -> AsyncIterator[tuple[bytes | None, ...]]:
        """Lend the contents, None for a file that cannot be read. They count as memory until the block ends.

        The declared size of an attachment is only used to wait for memory before it is read for the first time.
        """
        if not attachments:
            yield ()
            return
        stored = [self._stored.get(_key(attachment)) for attachment in attachments]
        sizes = [file.size if file else one.size for file, one in zip(stored, attachments, strict=True)]
        async with self._memory.taking(sum(sizes)):
            yield tuple([await self._content(attachment) for attachment in attachments])

    async def _content(self, attachment: Attachment) -> bytes | None:
        if attachment.data is not None:
            return attachment.data.encode()
        key = _key(attachment)
        if self._find(key) is None:
            await self._read_once(key, attachment)
        stored = self._find(key)
        return await asyncio.to_thread(_read_and_close, os.dup(stored.file.fileno()), stored.size) if stored else None

    async def _read_once(self, key: _Key, attachment: Attachment) -> None:
        """Read a file from its platform; whoever asks meanwhile waits for the same reading."""
        task = self._reading.get(key)
        if task is None:
            task = self._reading[key] = asyncio.create_task(self._read_to_disk(key, attachment))
            task.add_done_callback(lambda _: self._reading.pop(key))
        await asyncio.shield(task)

    async def _read_to_disk(self, key: _Key, attachment: Attachment) -> None:
        read = await self._read(attachment)
        content = await without_metadata(read, attachment) if read is not None else None
        if content is None:
            return
        file = await asyncio.to_thread(_write, content)
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
