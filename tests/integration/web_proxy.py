"""A small web proxy. It leads every host name to one server, so that names that don't exist work through it alone."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from tests.waiting import PATIENCE

_ASKED = re.compile(rb"([A-Z]+) (?:http|ws)://([^/ ]+)/(\S* HTTP/1\.1\r\n)")


@dataclass
class WebProxy:
    """A running proxy. `hosts`: the names that clients asked for."""

    server_port: int
    url: str = ""
    hosts: set[str] = field(default_factory=set)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass one connection on."""
        there, back = await asyncio.open_connection("127.0.0.1", self.server_port)
        try:
            await asyncio.gather(self._pass_on(reader, back), self._pass_on(there, writer))
        finally:
            writer.close()
            back.close()

    async def _pass_on(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        """Pass bytes on; a server behind a proxy sees the path alone."""
        with suppress(OSError):
            while data := await source.read(65536):
                self.hosts |= {found[2].decode() for found in _ASKED.finditer(data)}
                target.write(_ASKED.sub(rb"\1 /\3", data))
                await target.drain()
        target.close()


@asynccontextmanager
async def web_proxy(server: str) -> AsyncIterator[WebProxy]:
    """Run a proxy in front of the server with this address."""
    proxy = WebProxy(int(server.rpartition(":")[2]))
    running: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(proxy.serve(reader, writer))
        running.add(task)
        task.add_done_callback(running.discard)

    listening = await asyncio.start_server(accept, "127.0.0.1", 0)
    proxy.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    try:
        yield proxy
    finally:
        listening.close()
        for task in running:
            task.cancel()
        await asyncio.wait_for(asyncio.gather(*running, return_exceptions=True), PATIENCE)
