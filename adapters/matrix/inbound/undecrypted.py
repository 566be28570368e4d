"""Messages that came before their key: remembered for a while, and taken up when it arrives."""

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

from adapters.files import write_whole
from adapters.matrix.api.retry import NETWORK_ERRORS
from adapters.matrix.inbound.translate import room_values
from adapters.matrix.rooms.state import Known
from bots.core.inbound import MessageDeleted, Value

log = structlog.get_logger()
MOST_REMEMBERED = 256
MOST_ASKED = 8
"""Keys asked for after one sync: a room whose keys are all missing must not hold up the others."""


class Sealed:
    """The undecrypted events of one account, newest kept; in `file`, so that a restart does not forget them."""

    def __init__(self, client: AsyncClient, known: Known, file: Path) -> None:
        self._client = client
        self._known = known
        self._file = file
        self._waiting = OrderedDict((event.event_id, event) for event in _stored(file))
        self._opened: set[str] = set()

    def opened(self) -> list[Value]:
        """The values of remembered events whose key is here by now, whichever sync brought it."""
        found: list[Value] = []
        for event in self._waiting.values():
            if self._has_key(event):
                found += self._open(event)
        return found

    def _has_key(self, event: MegolmEvent) -> bool:
        """An event that names no session has none."""
        olm = self._client.olm
        if olm is None or event.sender_key is None or event.session_id is None:
            return False
        return olm.inbound_group_store.get(event.room_id, event.sender_key, event.session_id) is not None

    def _open(self, event: MegolmEvent) -> list[Value]:
        room = self._client.rooms.get(event.room_id)
        try:
            plain = self._client.decrypt_event(event)
        except EncryptionError:
            return []
        self._opened.add(event.event_id)
        return room_values(self._known, room, [plain]) if room is not None else []

    async def remember(
        self, response: SyncResponse, missed: Mapping[str, Sequence[Event]], values: Sequence[Value]
    ) -> None:
        """Keep what this sync, and the gaps before it, left undecrypted; ask the bot's other devices for the keys. What
        its `values` say is withdrawn is not kept: its key would bring it back.

        Call before the sync's values are handed in.
        """
        asked, changed = 0, False
        for room, info in response.rooms.join.items():
            for event in (*missed.get(room, ()), *info.timeline.events):
                if type(event) is MegolmEvent and event.sender != self._known.me:
                    event.room_id = room
                    self._waiting[event.event_id], changed = event, True
                    if asked < MOST_ASKED:
                        asked += await self._ask(event)
        for value in values:
            if isinstance(value, MessageDeleted) and self._waiting.pop(value.message, None) is not None:
                changed = True
        while len(self._waiting) > MOST_REMEMBERED:
            self._waiting.popitem(last=False)
        if changed:
            self._store()

    def settled(self) -> None:
        """What was opened is committed: it need not be remembered any more."""
        if self._opened:
            for event_id in self._opened:
                self._waiting.pop(event_id, None)
            self._opened.clear()
            self._store()

    def _store(self) -> None:
        """Where that fails, what was said before its key is forgotten by a restart, and nothing else."""
        kept = [{"room": event.room_id, "event": event.source} for event in self._waiting.values()]
        try:
            write_whole(self._file, json.dumps(kept).encode())
        except (OSError, ValueError, RecursionError) as error:
            log.warning("matrix-sealed-not-kept", file=self._file.name, why=str(error))

    async def _ask(self, event: MegolmEvent) -> int:
        """How many requests went out: none when this key was asked for before."""
        if event.session_id in self._client.outgoing_key_requests:
            return 0
        try:
            await self._client.request_room_key(event)
        except (*NETWORK_ERRORS, LocalProtocolError) as error:
            log.info("matrix-key-not-asked", event_id=event.event_id, why=str(error) or type(error).__name__)
        return 1


def _stored(file: Path) -> list[MegolmEvent]:
    """What the last run remembered; nothing of a file that cannot be read."""
    try:
        return [_restored(one["room"], one["event"]) for one in json.loads(file.read_bytes())]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, KeyError) as error:
        log.warning("matrix-sealed-unreadable", file=file.name, why=str(error))
        return []


def _restored(room: str, source: object) -> MegolmEvent:
    """An event as the homeserver gave it, with its room, which a sync does not repeat in each. Raises TypeError."""
    event = MegolmEvent.from_dict(source)
    if not isinstance(event, MegolmEvent):
        raise TypeError("a kept event is none")
    event.room_id = room
    return event
