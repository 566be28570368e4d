"""Messages that arrived before their key. We keep them for a while and submit them once it arrives."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from pathlib import Path

import structlog
from nio.client.async_client import AsyncClient
from nio.events import Event, MegolmEvent
from nio.exceptions import EncryptionError, LocalProtocolError
from nio.responses import SyncResponse

from adapters import files
from adapters.matrix.api.retry import NETWORK_ERRORS
from adapters.matrix.inbound.translate import room_values
from adapters.matrix.rooms.state import AdapterState
from bots.core.inbound import MessageDeleted, Value

log = structlog.get_logger()
MOST_REMEMBERED = 256
MOST_KEY_REQUESTS = 8
"""Limit per sync, so that one room without keys doesn't delay the others."""


class UndecryptedEvents:
    """The newest undecrypted events of one account. The `file` keeps them over a restart."""

    def __init__(self, client: AsyncClient, state: AdapterState, file: Path) -> None:
        self._client = client
        self._state = state
        self._file = file
        waiting = files.load(file, _parse_all, "matrix-sealed-unreadable") or []
        self._waiting = OrderedDict((event.event_id, event) for event in waiting)
        self._decrypted: set[str] = set()

    def decrypt_ready(self) -> list[Value]:
        """Return the values of all events whose key has arrived."""
        return [value for event in self._waiting.values() if self._has_key(event) for value in self._decrypt(event)]

    def _has_key(self, event: MegolmEvent) -> bool:
        """Return whether we have the event's key. An event may lack the session id."""
        olm = self._client.olm
        if olm is None or event.sender_key is None or event.session_id is None:
            return False
        return olm.inbound_group_store.get(event.room_id, event.sender_key, event.session_id) is not None

    def _decrypt(self, event: MegolmEvent) -> list[Value]:
        room = self._client.rooms.get(event.room_id)
        try:
            plain = self._client.decrypt_event(event)
        except EncryptionError:
            return []
        self._decrypted.add(event.event_id)
        return room_values(self._state, room, [plain]) if room is not None else []

    async def remember(
        self, response: SyncResponse, missed: Mapping[str, Sequence[Event]], values: Sequence[Value]
    ) -> None:
        """Keep the undecrypted events of a sync and its backfill, and request their keys from the bot's other devices.

        Drop events that the sync's `values` delete, since their key would bring them back. Call before submitting the
        values.
        """
        requests, changed = 0, False
        for room, info in response.rooms.join.items():
            for event in (*missed.get(room, ()), *info.timeline.events):
                if type(event) is MegolmEvent and event.sender != self._state.me:
                    event.room_id = room
                    self._waiting[event.event_id], changed = event, True
                    if requests < MOST_KEY_REQUESTS:
                        requests += await self._request_key(event)
        for value in values:
            if isinstance(value, MessageDeleted) and self._waiting.pop(value.message, None) is not None:
                changed = True
        while len(self._waiting) > MOST_REMEMBERED:
            self._waiting.popitem(last=False)
        if changed:
            self._store()

    def forget_decrypted(self) -> None:
        """Drop the decrypted events. Call once their values are committed."""
        if self._decrypted:
            for event_id in self._decrypted:
                self._waiting.pop(event_id, None)
            self._decrypted.clear()
            self._store()

    def _store(self) -> None:
        """Write the file. After a failure, a restart loses these events and nothing else."""
        kept = [{"room": event.room_id, "event": event.source} for event in self._waiting.values()]
        files.store(self._file, lambda: json.dumps(kept).encode(), "matrix-sealed-not-kept")

    async def _request_key(self, event: MegolmEvent) -> int:
        """Request the event's key, unless we already did. Return the number of requests."""
        if event.session_id in self._client.outgoing_key_requests:
            return 0
        try:
            await self._client.request_room_key(event)
        except (*NETWORK_ERRORS, LocalProtocolError) as error:
            log.info("matrix-key-not-asked", event_id=event.event_id, why=str(error) or type(error).__name__)
        return 1


def _parse_all(content: bytes) -> list[MegolmEvent]:
    return [_parse(one["room"], one["event"]) for one in json.loads(content)]


def _parse(room: str, source: object) -> MegolmEvent:
    """Parse an event and set its room, which a sync doesn't repeat in each event. Raises TypeError."""
    event = MegolmEvent.from_dict(source)
    if not isinstance(event, MegolmEvent):
        raise TypeError("a stored event is malformed")
    event.room_id = room
    return event
