"""The Matrix adapter: one account on one homeserver."""

from __future__ import annotations

import asyncio

import structlog
from msgspec import structs

from adapters.matrix.account import MatrixAccount
from adapters.matrix.api import media, media_transfer
from adapters.matrix.api.client import MatrixClient, build_client
from adapters.matrix.api.errors import network_failure
from adapters.matrix.api.rate_limit import RateLimit
from adapters.matrix.api.retry import NETWORK_ERRORS, Connection, SessionEndedError
from adapters.matrix.crypto.cross_signing import CrossSigning
from adapters.matrix.inbound.listener import Listener
from adapters.matrix.inbound.redacted_edits import RedactedEdits
from adapters.matrix.inbound.redacted_votes import RedactedVotes
from adapters.matrix.inbound.undecrypted import UndecryptedEvents
from adapters.matrix.outbound.joins import Joins
from adapters.matrix.outbound.requests import RequestSender
from adapters.matrix.outbound.sender import Sender
from adapters.matrix.rendering.payloads import MESSAGE_LENGTH
from adapters.matrix.rooms.state import AdapterState
from adapters.matrix.session import sign_in
from bots.core.inbound import Attachment
from bots.ports import AccountRefused, Capabilities, ConnectionListener, Inbox, Later, Receipt, Refused, Sending
from bots.retry import NO_LISTENER, backoff

log = structlog.get_logger()
CAPABILITIES = Capabilities(
    platform="matrix", prefix="!", buttons=False, private_answers=False, native_polls=True, forms=False, edits=True,
    fetch=True, idempotent=True, moments=False, message_length=MESSAGE_LENGTH, edit_interval=2.0,
    upload_bytes=media.LARGEST_UPLOAD, user_pattern=r"@[^\s:]+:[^\s:]+(:[0-9]+)?",
    message_pattern=r"\S* (![^\s/?]+) (\$[^\s/?]+)", message_link=r"https://matrix.to/#/\1/\2",
)  # fmt: skip
SLOW_SECONDS = 10.0
"""How long a sign-in may take before the log mentions it."""


class MatrixAdapter:
    """Implements the Adapter port. `Person.admin` means: has the room's `state_default` level."""

    platform = "matrix"
    capabilities = CAPABILITIES

    def __init__(self, settings: MatrixAccount, listener: ConnectionListener = NO_LISTENER) -> None:
        self.account = settings.account
        server = settings.user.partition(":")[2].replace("\\", "")
        link = f"{CAPABILITIES.message_link}?via={server}" if server else CAPABILITIES.message_link
        self.capabilities = structs.replace(CAPABILITIES, message_link=link)
        self._settings = settings
        self._listener = listener
        self._client: MatrixClient | None = None
        self._inbox: Inbox | None = None
        self._sender: Sender | None = None

    async def run(self, inbox: Inbox) -> None:
        """Sign in and listen until cancelled. Raises AccountRefused."""
        client, failed = build_client(self._settings, self._settings.homeserver), 0
        self._client = client
        while True:
            try:
                await self._session(client, inbox)
            except AccountRefused:
                raise
            except SessionEndedError as error:
                log.warning("matrix-session-ended", account=self.account, why=str(error))
                self._listener.disconnected(str(error))
            except Exception as error:  # the other adapters keep running
                log.exception("matrix-listener-failed", account=self.account)
                self._listener.disconnected(repr(error))
            finally:
                self._sender = None
            await asyncio.sleep(backoff(failed, longest=self._settings.longest_pause))
            failed += 1

    async def _session(self, client: MatrixClient, inbox: Inbox) -> None:
        """Sign in and listen until the homeserver rejects the session."""
        connection = Connection(self.account, self._settings.longest_pause, self._listener)
        await connection.retry(lambda: sign_in.sign_in(client, self._settings), slow_after=SLOW_SECONDS)
        log.info("matrix-signed-in", account=self.account, user=client.user_id, device=client.device_id)
        name = await sign_in.ensure_display_name(client, self._settings.display_name)
        state = AdapterState(self.account, client.user_id, client.rooms, name=name)
        limit = RateLimit()
        joins = Joins(client, state, limit)
        requests = RequestSender(client, state, joins, limit, head_start=self._settings.key_head_start)
        self._inbox, self._sender = inbox, Sender(requests)
        undecrypted = UndecryptedEvents(client, state, self._settings.file("sealed"))
        redacted_edits = RedactedEdits(client, state, self._settings.file("edits"))
        redacted_votes = RedactedVotes(state, self._settings.file("votes"))
        signing = CrossSigning(client, self._settings)
        await Listener(client, state, inbox, connection, undecrypted, redacted_edits, redacted_votes, signing).run()

    async def send(self, sending: Sending) -> Receipt:
        """Perform one outbound value. Raises nothing but cancellation."""
        if self._sender is None or self._inbox is None:
            return Later(1.0, "not signed in", account_wide=True)
        try:
            return await self._sender.perform(sending, self._inbox)
        except NETWORK_ERRORS as error:
            return network_failure(error)
        except Exception as error:
            log.exception("matrix-send-failed", key=sending.key, room=sending.call.room)
            return Refused("invalid", repr(error))

    async def read(self, attachment: Attachment) -> bytes | None:
        """Download a file and decrypt it if necessary. Return None if that fails."""
        return await media_transfer.download(self._client, attachment) if self._client is not None else None

    async def close(self) -> None:
        """Close the connections and the key store."""
        if self._client is not None:
            await sign_in.set_offline(self._client)
            await self._client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it
            if self._client.store is not None:
                self._client.store.database.close()
            self._client = None
