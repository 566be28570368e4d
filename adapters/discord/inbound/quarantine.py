"""Events and messages that cannot be read: kept as dead letters with their payload, so that all others go on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import blake2s
from typing import Any

import structlog

from adapters.discord.rooms.queues import QueueItem
from adapters.discord.rooms.state import AdapterState
from bots.core.inbound import Unreadable

log = structlog.get_logger()
MAX_PAYLOAD = 100_000
"""Characters of a payload that are kept. A server with all its channels may have millions."""
_MESSAGE = "MESSAGE_CREATE"
_QUEUE = "unreadable"


class Quarantine:
    """The unreadable events of one account."""

    def __init__(self, state: AdapterState) -> None:
        self._state = state

    def on_event(self, event: str, data: object, error: Exception) -> None:
        """Keep a gateway event that could not be read. Ignore rooms that the bot does not read."""
        fields = data if isinstance(data, Mapping) else {}
        room = _id(fields, "channel_id")
        log.error(
            "discord-event-quarantined", account=self._state.account, discord_event=event, room=room, why=repr(error)
        )
        if room and int(room) not in self._state.rooms:
            return
        if event == _MESSAGE and room:
            item = self.message(room, fields, error)
        else:
            item = QueueItem(self._value(room, f"{event}:{_digest(data)}", data, error))
        self._state.queues.put(room or _QUEUE, item.value, item.token)

    def message(self, room: str, data: Mapping[str, Any], error: Exception) -> QueueItem:
        """Return the item for an unreadable message: it moves the cursor past the message."""
        number = _id(data, "id")
        return QueueItem(self._value(room, number or _digest(data), data, error), number or None)

    def _value(self, room: str, name: str, data: object, error: Exception) -> Unreadable:
        return Unreadable(
            key=f"{self._state.account}:unreadable:{name}", account=self._state.account, room=room,
            at=datetime.now(UTC), payload=_dump(data)[:MAX_PAYLOAD], error=repr(error),
        )  # fmt: skip


def _id(data: Mapping[str, Any], field: str) -> str:
    """Return an id from a payload; empty when it has none."""
    found = str(data.get(field) or "")
    return found if found.isascii() and found.isdecimal() else ""


def _dump(data: object) -> str:
    return json.dumps(data, default=repr)


def _digest(data: object) -> str:
    return blake2s(_dump(data).encode(), digest_size=8).hexdigest()
