"""What a bot is told over one IDENTIFY, and the websocket that it is told through."""

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
    """What the bot is told over one IDENTIFY, through one connection or several."""

    id: str
    intents: int
    shard: tuple[int, int]
    link: Link | None = None
    number: int = 0
    sent: list[tuple[int, bytes]] = field(default_factory=list)

    def push(self, event: str, data: object) -> None:
        """One more event; it waits when there is no connection."""
        self.number += 1
        text = json.dumps({"op": 0, "t": event, "s": self.number, "d": data}, separators=(",", ":")).encode()
        self.sent.append((self.number, text))
        if len(self.sent) > 2 * _KEPT:
            del self.sent[:_KEPT]
        if self.link is not None:
            self.link.put(text)

    def hears(self, guild: Guild | None) -> bool:
        """Whether this shard is told of the server (direct messages: the first shard)."""
        return ((guild.id >> 22) % self.shard[1] if guild else 0) == self.shard[0]


class Link:
    """One websocket, compressed when the bot asked for it. Texts leave in the order they were put."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse) -> None:
        self.socket = socket
        self._transport = request.transport
        compressed = request.query.get("compress") == "zlib-stream"
        self._packer = zlib.compressobj() if compressed else None
        self._waiting: asyncio.Queue[bytes] = asyncio.Queue()
        self._pump = asyncio.create_task(self._run())

    def put(self, text: bytes) -> None:
        """Send, soon."""
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
        """Without a goodbye."""
        self._pump.cancel()
        if self._transport is not None:
            self._transport.abort()

    async def close(self, code: int = 1000) -> None:
        """Say goodbye."""
        self._pump.cancel()
        await self.socket.close(code=code)


def control(op: int, data: object) -> bytes:
    """A frame that is no event."""
    return json.dumps({"op": op, "d": data}, separators=(",", ":")).encode()
