"""Requests that send one event to one room."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from nio.exceptions import EncryptionError, LocalProtocolError
from nio.responses import JoinedRoomsResponse, JoinError, RoomSendError

from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.errors import Failure, failure, remote_failure
from adapters.matrix.crypto import key_exchange
from adapters.matrix.rooms.state import AdapterState
from bots.ports import Later, Refused

JOIN_SECONDS = 5.0
NOT_SYNCED = Later(1.0, "the first sync is not handed in", account_wide=True)
"""Delivery waits for the first sync. Waiting here would miss a change of the room's id."""
_RIGHTS = {"m.reaction": "react to messages"}


@dataclass(frozen=True)
class RequestSender:
    """Sends events to rooms that the bot is in, encrypted if the room is. `sharing`: held while a key is shared."""

    client: MatrixClient
    state: AdapterState
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
            if (failed := await self.join(room)) is not None:
                return failed
        if await self.state.wait_until(lambda: room in self.client.rooms, JOIN_SECONDS):
            return None
        return Later(1.0, "the room is not synced yet")

    async def join(self, room: str) -> Failure | None:
        """Join a room. Return the failure, or None. Raises network errors."""
        answer = await self.client.join_via(room, self.state.servers.get(room))
        if not isinstance(answer, JoinError):
            return None
        failed = remote_failure(answer)
        if isinstance(failed, Refused):
            return Refused("gone", failed.detail)  # somebody withdrew the invitation, or no server of the room answers
        return failed

    async def send_event(self, room: str, kind: str, content: dict[str, object], tx: str) -> str | Failure:
        """Send an event and return its id. Raises network errors."""
        unavailable = await self.unavailable(room)
        if unavailable is not None:
            return unavailable
        try:
            if self.is_encrypted(room) and kind != "m.reaction":
                async with self.sharing:
                    await key_exchange.share_room_key(self.client, room)
            answer = await self.client.room_send(room, kind, content, tx_id=tx, ignore_unverified_devices=True)
        except (EncryptionError, LocalProtocolError) as error:
            return Later(1.0, f"cannot encrypt yet: {error}")
        if isinstance(answer, RoomSendError):
            return failure(answer, _RIGHTS.get(kind, "send messages"))
        return str(answer.event_id)
