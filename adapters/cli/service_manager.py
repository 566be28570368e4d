"""Tell systemd that the bot is ready, alive or stopping. https://www.freedesktop.org/software/systemd/man/sd_notify.html"""

from __future__ import annotations

import asyncio
import os
import socket


def notify(message: str) -> None:
    """Send a message such as READY=1; do nothing without a service manager."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    address = f"\0{address[1:]}" if address.startswith("@") else address
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as opened:
        try:
            opened.connect(address)
            opened.sendall(message.encode())
        except OSError:
            return  # nobody listens; the bot works all the same


async def keep_alive() -> None:
    """Send signs of life until cancelled, where WatchdogSec asks for them: a bot that hangs is restarted."""
    microseconds = os.environ.get("WATCHDOG_USEC", "")
    if not microseconds.isdecimal() or not int(microseconds):
        return
    while True:
        notify("WATCHDOG=1")
        await asyncio.sleep(int(microseconds) / 1_000_000 / 3)
