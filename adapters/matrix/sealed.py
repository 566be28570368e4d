"""Messages that came before their key: remembered for a while, and taken up when it arrives."""

from __future__ import annotations

from collections import OrderedDict

import structlog
from nio.client.async_client import AsyncClient
from nio.events import ForwardedRoomKeyEvent, MegolmEvent, RoomKeyEvent
from nio.exceptions import EncryptionError, LocalProtocolError
from nio.responses import SyncResponse

from adapters.matrix.known import Known
from adapters.matrix.reach import NETWORK_ERRORS
from adapters.matrix.translate import room_values
from bots.core.inbound import Value

log = structlog.get_logger()
MOST_REMEMBERED = 256
MOST_ASKED = 8
"""Keys asked for after one sync: a room whose keys are all missing must not hold up the others."""


class Sealed:
    """The undecrypted events of one account, newest kept."""

    def __init__(self, client: AsyncClient, known: Known) -> None:
        self._client = client
        self._known = known
        self._waiting: OrderedDict[str, MegolmEvent] = OrderedDict()

    def opened(self, response: SyncResponse) -> list[Value]:
        """The values of remembered events whose key this sync brought."""
        brought = {
            event.session_id
            for event in response.to_device_events
            if isinstance(event, RoomKeyEvent | ForwardedRoomKeyEvent)
        }
        found: list[Value] = []
        for event in [event for event in self._waiting.values() if event.session_id in brought]:
            found += self._open(event)
        return found

    def _open(self, event: MegolmEvent) -> list[Value]:
        room = self._client.rooms.get(event.room_id)
        try:
            plain = self._client.decrypt_event(event)
        except EncryptionError:
            return []
        del self._waiting[event.event_id]
        return room_values(self._known, room, [plain]) if room is not None else []

    async def remember(self, response: SyncResponse) -> None:
        """Keep what this sync could not decrypt, and ask the bot's other devices for the keys."""
        asked = 0
        for room, info in response.rooms.join.items():
            for event in info.timeline.events:
                if type(event) is MegolmEvent and event.sender != self._known.me:
                    event.room_id = room
                    self._waiting[event.event_id] = event
                    if asked < MOST_ASKED:
                        asked += await self._ask(event)
        while len(self._waiting) > MOST_REMEMBERED:
            self._waiting.popitem(last=False)

    async def _ask(self, event: MegolmEvent) -> int:
        """How many requests went out: none when this key was asked for before."""
        if event.session_id in self._client.outgoing_key_requests:
            return 0
        try:
            await self._client.request_room_key(event)
        except (*NETWORK_ERRORS, LocalProtocolError) as error:
            log.info("matrix-key-not-asked", event_id=event.event_id, why=str(error) or type(error).__name__)
        return 1
