"""A TCP tunnel to the homeserver that a test can close, or that loses replies."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit


class Tunnel:
    """A TCP forwarder that loses the reply to a request with `lost`, and with `swallows` the request too."""

    def __init__(self, homeserver: str) -> None:
        parts = urlsplit(homeserver)
        self._to = (parts.hostname or "", parts.port or 80)
        self._server: asyncio.Server | None = None
        self._links: set[asyncio.Task[None]] = set()
        self._ends: set[asyncio.StreamWriter] = set()
        self._port = 0
        self.lost: bytes | None = None
        self.swallows = False
        self.losses = 0

    @property
    def url(self) -> str:
        """The homeserver's address through the tunnel, which stays the same."""
        return f"http://127.0.0.1:{self._port}"

    async def open(self) -> None:
        """Accept connections."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Refuse connections and close open ones."""
        if self._server is None:
            return
        self._server.close()
        self._server = None
        while self._links:
            for end in self._ends:
                end.transport.abort()
            await asyncio.wait(self._links, timeout=0.1)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._links.add(task)
        there_reader, there_writer = await asyncio.open_connection(*self._to)
        ends = {writer, there_writer}
        self._ends |= ends
        cut = asyncio.Event()
        ways = self._requests(reader, there_writer, cut), self._replies(there_reader, writer, cut)
        await asyncio.gather(*ways, return_exceptions=True)
        await asyncio.gather(*(end.wait_closed() for end in ends), return_exceptions=True)
        self._ends -= ends
        self._links.discard(task)

    async def _requests(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, cut: asyncio.Event) -> None:
        try:
            while data := await reader.read(65536):
                if self.lost is not None and self.lost in data:
                    self.losses += 1
                    cut.set()
                    if self.swallows:
                        return
                writer.write(data)
                await writer.drain()
        finally:
            writer.close()

    async def _replies(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, cut: asyncio.Event) -> None:
        try:
            while (data := await reader.read(65536)) and not cut.is_set():
                writer.write(data)
                await writer.drain()
        finally:
            writer.close()
