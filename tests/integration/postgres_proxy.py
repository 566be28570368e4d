"""A proxy before PostgreSQL that ends a connection between a COMMIT and its answer."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from types import TracebackType
from urllib.parse import urlsplit

_SIZE = 65536


class PostgresProxy:
    """Forwards bytes. `cuts`: how many connections it has ended."""

    def __init__(self) -> None:
        self.cuts = 0
        self._armed = 0
        self._target = 0
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> PostgresProxy:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def through(self, url: str) -> str:
        """Return the URL that leads to the same database through the proxy."""
        assert self._server is not None
        port = urlsplit(url).port
        assert port is not None
        self._target = port
        return url.replace(f":{port}/", f":{self._server.sockets[0].getsockname()[1]}/")

    def cut_after_commits(self, number: int) -> None:
        """End the connections of the next commits once the server has done them, before the client hears of it."""
        self._armed = number

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self._target)
        answering = asyncio.create_task(_forward(server_reader, writer))
        try:
            while data := await reader.read(_SIZE):
                if self._armed and b"COMMIT" in data:
                    self._armed -= 1
                    self.cuts += 1
                    answering.cancel()
                    await asyncio.gather(answering, return_exceptions=True)
                    server_writer.write(data)
                    await server_reader.read(_SIZE)
                    return
                server_writer.write(data)
                await server_writer.drain()
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            answering.cancel()
            await asyncio.gather(answering, return_exceptions=True)
            for each in (writer, server_writer):
                each.close()
            self._tasks.discard(task)


async def _forward(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while data := await reader.read(_SIZE):
            writer.write(data)
            await writer.drain()
        writer.close()
