"""A way to the homeserver that a test can break: closed, or losing the replies to some requests."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit


class Tunnel:
    """A TCP forwarder on loopback. `lost`: the reply to a request that contains these bytes never arrives."""

    def __init__(self, homeserver: str) -> None:
        parts = urlsplit(homeserver)
        self._to = (parts.hostname or "", parts.port or 80)
        self._server: asyncio.Server | None = None
        self._links: set[asyncio.Task[None]] = set()
        self._port = 0
        self.lost: bytes | None = None
        self.losses = 0

    @property
    def url(self) -> str:
        """Where the homeserver seems to be; the same after closing and opening again."""
        return f"http://127.0.0.1:{self._port}"

    async def open(self) -> None:
        """Let connections through."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Refuse connections, and cut those there are."""
        if self._server is not None:
            self._server.close()
            for link in list(self._links):
                link.cancel()
            await asyncio.gather(*self._links, return_exceptions=True)
            self._server = None

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._links.add(task)
        there_reader, there_writer = await asyncio.open_connection(*self._to)
        cut = asyncio.Event()
        ways = (
            asyncio.create_task(self._requests(reader, there_writer, cut)),
            asyncio.create_task(self._replies(there_reader, writer, cut)),
        )
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            there_writer.close()
            writer.close()
            self._links.discard(task)

    async def _requests(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, cut: asyncio.Event) -> None:
        while data := await reader.read(65536):
            if self.lost is not None and self.lost in data:
                self.losses += 1
                cut.set()
            writer.write(data)
            await writer.drain()

    async def _replies(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, cut: asyncio.Event) -> None:
        while data := await reader.read(65536):
            if cut.is_set():
                return
            writer.write(data)
            await writer.drain()
