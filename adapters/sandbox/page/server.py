"""The HTTP server of the page, for this machine only."""

from __future__ import annotations

import errno
import socket

from adapters import http_server
from adapters.sandbox.page.app import Page

HOST = "127.0.0.1"
_PORTS_TRIED = 50
_LAST_PORT = 65_535
_BUSY = {errno.EADDRINUSE, errno.EACCES}


def bind(port: int) -> socket.socket:
    """Listen on the first free port from `port` on (any for 0). Raises OSError when none is free."""
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


async def serve(page: Page, listener: socket.socket) -> None:
    """Serve until cancelled, then end the open streams. Earlier requests wait on the listening socket."""
    await http_server.serve(page.app(), listener, close=page.event_streams.close)
