"""The line out: one event into one room, and how that ended."""

from __future__ import annotations

import asyncio

from nio.exceptions import EncryptionError, LocalProtocolError
from nio.responses import JoinedRoomsResponse, JoinError, RoomSendError

from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.errors import Failure, failure, of_another
from adapters.matrix.crypto import key_exchange
from adapters.matrix.rooms.state import Known
from bots.ports import Later, Refused

ENTERED_SECONDS = 5.0
_RIGHTS = {"m.reaction": "react to messages"}


class Line:
    """Puts events into rooms that the bot is in, encrypted where the room is."""

    def __init__(self, client: MatrixClient, known: Known) -> None:
        self.client = client
        self.known = known
        self._sharing = asyncio.Lock()

    def is_encrypted(self, room: str) -> bool:
        """Whether what is sent there is encrypted, as far as is known."""
        return room in self.client.rooms and self.client.rooms[room].encrypted

    async def absent(self, room: str) -> Failure | None:
        """Why nothing can be sent there now; None when the room is known. A room just entered is waited for, and one
        that another was upgraded to is entered: what waited for that one comes before the Join."""
        if not self.known.ready:
            return starting()
        if room in self.client.rooms:
            return None
        answer = await self.client.joined_rooms()
        if not isinstance(answer, JoinedRoomsResponse):
            return failure(answer)
        if room not in answer.rooms:
            failed = (
                await self.enter(room) if room in self.known.ways else Refused("gone", "the bot is not in the room")
            )
            if failed is not None:
                return failed
        if await self.known.wait(lambda: room in self.client.rooms, ENTERED_SECONDS):
            return None
        return Later(1.0, "the room is not synced yet")

    async def enter(self, room: str) -> Failure | None:
        """Why the bot can't come in; None when it is there. Raises network errors."""
        answer = await self.client.enter(room, self.known.ways.get(room))
        if not isinstance(answer, JoinError):
            return None
        failed = of_another(answer)
        if isinstance(failed, Refused):
            return Refused("gone", failed.detail)  # the invitation was withdrawn, or nobody of that room can be asked
        return failed

    async def event(self, room: str, kind: str, content: dict[str, object], tx: str) -> str | Failure:
        """The id of the event that shows `content`. Raises network errors."""
        absent = await self.absent(room)
        if absent is not None:
            return absent
        try:
            if self.is_encrypted(room) and kind != "m.reaction":
                async with self._sharing:
                    await key_exchange.ready_to_encrypt(self.client, room)
            answer = await self.client.room_send(room, kind, content, tx_id=tx, ignore_unverified_devices=True)
        except (EncryptionError, LocalProtocolError) as error:
            return Later(1.0, f"cannot encrypt yet: {error}")
        if isinstance(answer, RoomSendError):
            return failure(answer, _RIGHTS.get(kind, "send messages"))
        return str(answer.event_id)


def starting() -> Later:
    """Not waited for here: what is being sent stays with its room, which may have moved meanwhile."""
    return Later(1.0, "the first sync is not handed in", account_wide=True)
