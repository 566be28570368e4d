"""The page over HTTP, on this machine only."""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from adapters.sandbox.page.app import Page

HOST = "127.0.0.1"
_PORTS_TRIED = 50
_LAST_PORT = 65_535
_BUSY = {errno.EADDRINUSE, errno.EACCES}


def bind(port: int) -> socket.socket:
    """A socket on the first port from `port` on that is free (any for 0). Raises OSError when none is."""
    last = min(port + _PORTS_TRIED, _LAST_PORT) if port else 0
    for candidate in range(port, last + 1):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, candidate))
            listener.listen(128)
        except OSError as error:
            listener.close()
            if error.errno not in _BUSY or candidate == last:
                raise
        else:
            return listener
    raise OSError(errno.EADDRINUSE, "no port is free")


class _Quiet(uvicorn.Server):
    """Leaves signals to who runs it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """None are captured."""
        yield


async def serve(page: Page, listener: socket.socket) -> None:
    """Answer until cancelled; open streams are ended then. Who asks before waits on the listening socket."""
    config = uvicorn.Config(
        page.app(), lifespan="off", log_config=None, access_log=False, timeout_graceful_shutdown=1, server_header=False
    )
    server = _Quiet(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        await asyncio.shield(serving)
    finally:
        page.live.close()
        server.should_exit = True
        await asyncio.wait([serving], timeout=3)
