"""The sync loop. It submits a sync's values with the sync token before it asks for the next sync."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus

import structlog
from nio.responses import SyncError, SyncResponse, UploadFilterResponse

from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.quarantine import Quarantined
from adapters.matrix.api.retry import NETWORK_ERRORS, Connection, to_exception
from adapters.matrix.crypto import key_exchange
from adapters.matrix.crypto.cross_signing import CrossSigning
from adapters.matrix.inbound.backfill import fetch_missed
from adapters.matrix.inbound.redacted_edits import RedactedEdits
from adapters.matrix.inbound.redacted_votes import RedactedVotes
from adapters.matrix.inbound.translate import translate, translate_first_sync
from adapters.matrix.inbound.undecrypted import UndecryptedEvents
from adapters.matrix.inbound.unreadable import unreadable
from adapters.matrix.rooms import direct_rooms
from adapters.matrix.rooms.state import AdapterState, update
from bots.core.inbound import Value
from bots.ports import Cursor, Inbox

log = structlog.get_logger()
LONG_POLL_MILLISECONDS = 30_000
FIRST_SYNC_SECONDS = 300.0
PRESENCE = "online"
"""People see whether the bot runs. It is offline at once when it stops."""
_PRESENCE_FILTER: dict[str, list[str]] = {"types": []}
_ROOM_FILTER = {"ephemeral": {"types": []}, "timeline": {"limit": 100}, "state": {"lazy_load_members": False}}
FILTER: Mapping[str, object] = {"presence": _PRESENCE_FILTER, "room": _ROOM_FILTER}


@dataclass(frozen=True)
class Listener:
    """Reads one signed-in account. `taken`: what nio cannot process of the current sync."""

    client: MatrixClient
    state: AdapterState
    inbox: Inbox
    connection: Connection
    undecrypted: UndecryptedEvents
    redacted_edits: RedactedEdits
    redacted_votes: RedactedVotes
    cross_signing: CrossSigning
    taken: list[Quarantined] = field(default_factory=list)

    async def run(self) -> None:
        """Listen until cancelled. Raises SessionEndedError."""
        await self.connection.retry(lambda: direct_rooms.load_direct_rooms(self.client, self.state))
        token, _, user = (await self.inbox.cursor(self.state.account) or "").partition(" ")
        kept = await self.connection.retry(self._keep_filter)
        since = await self._process_sync(token if user == self.state.me else None, kept, first=True)
        while True:
            since = await self._process_sync(since, kept, first=False)

    async def _keep_filter(self) -> str | Mapping[str, object]:
        """Let the homeserver keep the filter, and return its id: each sync would quote, send and check it again.

        https://spec.matrix.org/v1.11/client-server-api/#filtering
        """
        answer = await self.client.upload_filter(presence=_PRESENCE_FILTER, room=_ROOM_FILTER)
        return str(answer.filter_id) if isinstance(answer, UploadFilterResponse) else FILTER

    async def _process_sync(self, since: str | None, kept: str | Mapping[str, object], *, first: bool) -> str:
        """Get one sync, submit its values, update the keys, and return the next sync token."""
        response = await self.connection.retry(lambda: self._sync(since, kept, first=first))
        update(self.state, response)
        self._forget_left(response)
        values = await self._values(response, since)
        values += unreadable(self.state, self.taken)
        self.taken.clear()
        await self.inbox.submit(values, Cursor(self.state.account, f"{response.next_batch} {self.state.me}"))
        await self.state.notify_synced()
        self.undecrypted.forget_decrypted()
        await key_exchange.exchange_keys(self.client)
        await self.cross_signing.ensure_signed()
        await direct_rooms.save_direct_rooms(self.client, self.state)
        return response.next_batch

    async def _sync(self, since: str | None, kept: str | Mapping[str, object], *, first: bool) -> SyncResponse:
        """Request a sync. The first one returns the full state, so that nio knows rooms and members."""
        self.client.next_batch = ""  # nio skips a sync with the same token, even if processing it failed
        try:
            async with asyncio.timeout(FIRST_SYNC_SECONDS):
                response = await self.client.read_on(
                    since, kept, 0 if first else LONG_POLL_MILLISECONDS, presence=PRESENCE
                )
        except NETWORK_ERRORS:
            raise
        except Exception as error:  # noqa: BLE001 - whatever nio raises, the other events must come through
            return await self._salvage(error)
        if isinstance(response, SyncError):
            if getattr(response.transport_response, "status", 0) == HTTPStatus.OK:
                return await self._salvage(ValueError(str(response)))
            raise to_exception(response)
        return response

    async def _salvage(self, error: Exception) -> SyncResponse:
        """Process the sync without the events that cannot be processed, and quarantine those."""
        log.warning("matrix-sync-unreadable", account=self.state.account, error=repr(error))
        response, taken = await self.client.salvage_sync(error)
        self.taken.extend(taken)
        return response

    async def _values(self, response: SyncResponse, since: str | None) -> list[Value]:
        now = datetime.now(UTC)
        if since is None:
            return translate_first_sync(response, self.state, now)
        missed = await self.connection.retry(
            lambda: fetch_missed(self.client, self.state.me, response, since, self.taken)
        )
        values = [*self.undecrypted.decrypt_ready(), *translate(response, self.state, since, missed, now)]
        await self.undecrypted.remember(response, missed, values)
        self.redacted_edits.store()
        values = self.redacted_votes.as_votes(values)
        self.redacted_votes.store()
        return await self.connection.retry(lambda: self.redacted_edits.as_edits(values))

    def _forget_left(self, response: SyncResponse) -> None:
        """Remove rooms that the account left, which nio keeps."""
        for room in response.rooms.leave:
            if room not in response.rooms.join:
                self.client.rooms.pop(room, None)
            self.client.invited_rooms.pop(room, None)
            self.state.direct_invites.pop(room, None)
