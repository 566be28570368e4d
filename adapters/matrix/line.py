"""The line out: one event into one room, and how that ended."""

from __future__ import annotations

import asyncio

from nio.exceptions import EncryptionError, LocalProtocolError
from nio.responses import JoinedRoomsResponse, RoomSendError

from adapters.matrix import keys
from adapters.matrix.client import MatrixClient
from adapters.matrix.known import Known
from adapters.matrix.outcome import Failure, failure
from bots.ports import Later, Refused

READY_SECONDS = 10.0
ENTERED_SECONDS = 5.0
_RIGHTS = {"m.reaction": "react to messages"}


class Line:
    """Puts events into rooms that the bot is in, encrypted where the room is."""

    def __init__(self, client: MatrixClient, known: Known) -> None:
        self.client = client
        self.known = known
        self._sharing = asyncio.Lock()

    async def is_ready(self) -> bool:
        """Whether the first sync is done; waits a little for it."""
        return self.known.ready or await self.known.wait(lambda: self.known.ready, READY_SECONDS)

    def is_encrypted(self, room: str) -> bool:
        """Whether what is sent there is encrypted, as far as is known."""
        return room in self.client.rooms and self.client.rooms[room].encrypted

    async def absent(self, room: str) -> Failure | None:
        """Why nothing can be sent there now; None when the room is known. A room just entered is waited for."""
        if not await self.is_ready():
            return Later(1.0, "the first sync is not done", account_wide=True)
        if room in self.client.rooms:
            return None
        answer = await self.client.joined_rooms()
        if not isinstance(answer, JoinedRoomsResponse):
            return failure(answer)
        if room not in answer.rooms:
            return Refused("gone", "the bot is not in the room")
        if await self.known.wait(lambda: room in self.client.rooms, ENTERED_SECONDS):
            return None
        return Later(1.0, "the room is not synced yet")

    async def event(self, room: str, kind: str, content: dict[str, object], tx: str) -> str | Failure:
        """The id of the event that shows `content`. Raises network errors."""
        absent = await self.absent(room)
        if absent is not None:
            return absent
        try:
            if self.is_encrypted(room) and kind != "m.reaction":
                async with self._sharing:
                    await keys.ready_to_encrypt(self.client, room)
            answer = await self.client.room_send(room, kind, content, tx_id=tx, ignore_unverified_devices=True)
        except (EncryptionError, LocalProtocolError) as error:
            return Later(1.0, f"cannot encrypt yet: {error}")
        if isinstance(answer, RoomSendError):
            return failure(answer, _RIGHTS.get(kind, "send messages"))
        return str(answer.event_id)
