"""Requests that send one event to one room."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from nio.exceptions import EncryptionError, LocalProtocolError
from nio.responses import ErrorResponse, JoinedRoomsResponse, RoomRedactError, RoomSendError

from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.errors import Failure, failure, is_rate_limit
from adapters.matrix.api.rate_limit import RateLimit
from adapters.matrix.crypto import key_exchange
from adapters.matrix.outbound.joins import Joins
from adapters.matrix.rooms.state import AdapterState
from bots.ports import Later, Refused

JOIN_SECONDS = 5.0
NOT_SYNCED = Later(1.0, "the first sync is not handed in", account_wide=True)
"""Delivery waits for the first sync. Waiting here would miss a change of the room's id."""
_RIGHTS = {"m.reaction": "react to messages"}


@dataclass(frozen=True)
class RequestSender:
    """Sends events to rooms that the bot is in, encrypted if the room is.

    `sharing`: held while a key is shared. `head_start`: seconds between a new key and the message. Clients that accept
    keys of signed devices only ask for the device first, and they drop a message that comes before the answer.
    """

    client: MatrixClient
    state: AdapterState
    joins: Joins
    limit: RateLimit = field(default_factory=RateLimit)
    head_start: float = 0.0
    sharing: asyncio.Lock = field(default_factory=asyncio.Lock)

    def is_encrypted(self, room: str) -> bool:
        """Return whether the room is encrypted, as far as we know."""
        return room in self.client.rooms and self.client.rooms[room].encrypted

    async def unavailable(self, room: str) -> Failure | None:
        """Return why we can't send to the room now, or None.

        Wait for a room that the bot just joined. Join a room that replaces another: messages for the old room come here
        before the Join.
        """
        if not self.state.ready:
            return NOT_SYNCED
        if room in self.client.rooms:
            return None
        answer = await self.client.joined_rooms()
        if not isinstance(answer, JoinedRoomsResponse):
            return failure(answer)
        if room not in answer.rooms:
            if room not in self.state.servers:
                return Refused("gone", "the bot is not in the room")
            if (failed := await self.joins.join(room)) is not None:
                return failed
        if await self.state.wait_until(lambda: room in self.client.rooms, JOIN_SECONDS):
            return None
        return Later(1.0, "the room is not synced yet")

    async def send_event(self, room: str, kind: str, content: dict[str, object], tx: str) -> str | Failure:
        """Send an event and return its id. Raises network errors."""
        unavailable = await self.unavailable(room)
        if unavailable is not None:
            return unavailable
        async with self.limit.turn() as seconds:
            return self._limited(seconds) if seconds else await self._send_now(room, kind, content, tx)

    async def _send_now(self, room: str, kind: str, content: dict[str, object], tx: str) -> str | Failure:
        try:
            if self.is_encrypted(room) and kind != "m.reaction":
                async with self.sharing:
                    if await key_exchange.share_room_key(self.client, room):
                        await asyncio.sleep(self.head_start)
            answer = await self.client.room_send(room, kind, content, tx_id=tx, ignore_unverified_devices=True)
        except (EncryptionError, LocalProtocolError) as error:
            return Later(1.0, f"cannot encrypt yet: {error}")
        if isinstance(answer, RoomSendError):
            return self._failure(answer, _RIGHTS.get(kind, "send messages"))
        self.limit.sent()
        return str(answer.event_id)

    async def redact(self, room: str, message: str, tx: str) -> Failure | None:
        """Redact an event. Return the failure, or None. Raises network errors."""
        async with self.limit.turn() as seconds:
            if seconds:
                return self._limited(seconds)
            answer = await self.client.room_redact(room, message, tx_id=tx)
            if isinstance(answer, RoomRedactError):
                return self._failure(answer, "redact messages")
            self.limit.sent()
            return None

    def _failure(self, answer: ErrorResponse, right: str) -> Failure:
        """Convert an error. A rate limit concerns all events of the account."""
        failed = failure(answer, right)
        if not is_rate_limit(answer) or not isinstance(failed, Later):
            return failed
        return Later(self.limit.refused(failed.seconds), failed.detail, account_wide=True)

    def _limited(self, seconds: float) -> Later:
        return Later(seconds, "the homeserver limits the account", self_imposed=True)
