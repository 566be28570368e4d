"""The sync loop. A batch's work is handed in, with the token behind it, before the next batch is asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import structlog
from nio.responses import SyncError, SyncResponse

from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.retry import Connection, UnreachableError, trouble
from adapters.matrix.crypto import key_exchange
from adapters.matrix.crypto.cross_signing import Identity
from adapters.matrix.inbound import backfill
from adapters.matrix.inbound.translate import first_meeting, translate
from adapters.matrix.inbound.undecrypted import Sealed
from adapters.matrix.rooms import direct_rooms
from adapters.matrix.rooms.state import Known, learn
from bots.core.inbound import Value
from bots.ports import Cursor, Inbox

log = structlog.get_logger()
LONG_POLL_MILLISECONDS = 30_000
FIRST_SYNC_SECONDS = 300.0
SLICE = 256
FILTER = {
    "presence": {"types": []},
    "room": {"ephemeral": {"types": []}, "timeline": {"limit": 100}, "state": {"lazy_load_members": False}},
}
_UNREADABLE = (AttributeError, KeyError, IndexError, TypeError, ValueError, AssertionError, RecursionError)
"""What nio raises over a response that it does not expect."""


class Listener:
    """Reads one signed-in account into one inbox."""

    def __init__(
        self,
        client: MatrixClient,
        known: Known,
        inbox: Inbox,
        connection: Connection,
        sealed: Sealed,
        identity: Identity,
    ) -> None:
        self._client = client
        self._known = known
        self._inbox = inbox
        self._connection = connection
        self._sealed = sealed
        self._identity = identity

    async def run(self) -> None:
        """Listen until cancelled. Raises SessionEndedError."""
        await self._connection.retry(lambda: direct_rooms.load(self._client, self._known))
        since = self._own(await self._inbox.cursor(self._known.account))
        since = await self._take(since, first=True)
        while True:
            since = await self._take(since, first=False)

    async def _take(self, since: str | None, *, first: bool) -> str:
        """One sync, all that follows from it, and the token behind it."""
        response = await self._connection.retry(lambda: self._sync(since, first=first))
        learn(self._known, response)
        self._forget_left(response)
        values = await self._values(response, since)
        await self._hand_in(values, response.next_batch)
        await self._known.tell()
        self._sealed.settled()
        await key_exchange.tidy(self._client)
        await self._identity.settle()
        await direct_rooms.record(self._client, self._known)
        return response.next_batch

    async def _sync(self, since: str | None, *, first: bool) -> SyncResponse:
        """Ask for what is new; the first time with the whole state, so that nio knows rooms and members."""
        self._client.next_batch = ""  # nio skips a batch whose token it has seen, even when taking it in had failed
        try:
            async with asyncio.timeout(FIRST_SYNC_SECONDS):
                response: SyncResponse | SyncError = await self._client.sync(
                    0 if first else LONG_POLL_MILLISECONDS, sync_filter=FILTER, since=since, full_state=first or None
                )
        except _UNREADABLE as error:
            log.exception("matrix-sync-unreadable", account=self._known.account)
            raise UnreachableError(f"nio cannot read the sync: {error!r}") from error
        if isinstance(response, SyncError):
            raise trouble(response)
        return response

    async def _values(self, response: SyncResponse, since: str | None) -> list[Value]:
        now = datetime.now(UTC)
        if since is None:
            return first_meeting(response, self._known, now)
        missed = await self._connection.retry(lambda: backfill.fill(self._client, self._known.me, response, since))
        opened = self._sealed.opened()
        values = [*opened, *translate(response, self._known, since, missed, now)]
        await self._sealed.remember(response, missed, values)
        return values

    def _own(self, stored: str | None) -> str | None:
        """The sync token in a stored cursor; None in one of another user, whom the settings named before."""
        token, _, user = (stored or "").partition(" ")
        return token if user == self._known.me else None

    async def _hand_in(self, values: Sequence[Value], token: str) -> None:
        """A large batch in slices; the token goes with the last."""
        cursor = Cursor(self._known.account, f"{token} {self._known.me}")
        for start in range(0, len(values) - SLICE, SLICE):
            await self._inbox.submit(values[start : start + SLICE])
        rest = (len(values) - 1) // SLICE * SLICE if values else 0
        await self._inbox.submit(values[rest:], cursor)

    def _forget_left(self, response: SyncResponse) -> None:
        """nio keeps rooms that the account has left."""
        for room in response.rooms.leave:
            if room not in response.rooms.join:
                self._client.rooms.pop(room, None)
            self._client.invited_rooms.pop(room, None)
            self._known.direct_invites.pop(room, None)
