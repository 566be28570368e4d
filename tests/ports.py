"""Find a free port for a server that needs its number before it starts."""

from __future__ import annotations

import random
import socket

_CANDIDATES = range(20_000, 32_000)
"""Ports below 32768, because the kernel may give a higher one to an outgoing connection at any moment."""


def free_port() -> int:
    """Return a free port on the loopback interface."""
    for port in random.SystemRandom().sample(_CANDIDATES, 100):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no port is free")
