"""An HTTP server inside a running bot."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette


class Server(uvicorn.Server):
    """A server that leaves signals to its caller."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


async def serve(app: Starlette, listener: socket.socket, *, close: Callable[[], None] = lambda: None) -> None:
    """Serve until cancelled. `close` ends the open streams; requests in progress have a second."""
    config = uvicorn.Config(
        app, lifespan="off", log_config=None, access_log=False, timeout_graceful_shutdown=1, server_header=False
    )
    server = Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        await asyncio.shield(serving)
    finally:
        close()
        server.should_exit = True
        await asyncio.wait([serving], timeout=3)
