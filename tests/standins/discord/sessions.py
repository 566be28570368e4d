"""Sessions of the gateway and their websocket connections."""

from __future__ import annotations

import asyncio
import json
import zlib
from dataclasses import dataclass, field

from aiohttp import web

from tests.standins.discord.records import Guild

_KEPT = 20_000
"""Events that a session which lost its connection can be sent again."""


@dataclass(eq=False)
class Session:
    """The events after one IDENTIFY, over one connection or several."""

    id: str
    intents: int
    shard: tuple[int, int]
    link: Link | None = None
    number: int = 0
    sent: list[tuple[int, bytes]] = field(default_factory=list)

    def push(self, event: str, data: object) -> None:
        """Add an event, which waits if there is no connection."""
        self.number += 1
        text = json.dumps({"op": 0, "t": event, "s": self.number, "d": data}, separators=(",", ":")).encode()
        self.sent.append((self.number, text))
        if len(self.sent) > 2 * _KEPT:
            del self.sent[:_KEPT]
        if self.link is not None:
            self.link.put(text)

    def hears(self, guild: Guild | None) -> bool:
        """Whether this shard gets the server's events. The first shard gets direct messages."""
        return ((guild.id >> 22) % self.shard[1] if guild else 0) == self.shard[0]


class Link:
    """One websocket, compressed on request, which sends texts in order."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse) -> None:
        self.socket = socket
        self._transport = request.transport
        compressed = request.query.get("compress") == "zlib-stream"
        self._packer = zlib.compressobj() if compressed else None
        self._waiting: asyncio.Queue[bytes] = asyncio.Queue()
        self._pump = asyncio.create_task(self._run())

    def put(self, text: bytes) -> None:
        """Queue a text to send."""
        self._waiting.put_nowait(text)

    async def _run(self) -> None:
        while True:
            text = await self._waiting.get()
            try:
                if self._packer is None:
                    await self.socket.send_str(text.decode())
                else:
                    await self.socket.send_bytes(self._packer.compress(text) + self._packer.flush(zlib.Z_SYNC_FLUSH))
            except (ConnectionError, RuntimeError):
                return

    def cut(self) -> None:
        """Drop the connection without a close frame."""
        self._pump.cancel()
        if self._transport is not None:
            self._transport.abort()

    async def close(self, code: int = 1000) -> None:
        """Close the connection with a code."""
        self._pump.cancel()
        await self.socket.close(code=code)


def control(op: int, data: object) -> bytes:
    """Return a frame that is not an event."""
    return json.dumps({"op": op, "d": data}, separators=(",", ":")).encode()
