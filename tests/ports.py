"""Ports for servers that have to be told one before they start."""

from __future__ import annotations

import random
import socket

_BELOW_THE_KERNELS = range(20_000, 32_000)
"""The kernel gives ports from 32768 on to outgoing connections: one of those could take a free port again."""


def free_port() -> int:
    """Return a port on the loopback interface that nobody listens on."""
    for port in random.SystemRandom().sample(_BELOW_THE_KERNELS, 100):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no port is free")
