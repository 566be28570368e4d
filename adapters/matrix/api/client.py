"""nio's client without hidden retries and stored sync tokens, protected from malformed events."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import structlog
from aiohttp import ClientResponse, ClientSession, ClientTimeout
from nio.api import Api
from nio.client.async_client import AsyncClient, AsyncClientConfig
from nio.crypto.olm_machine import Olm
from nio.events import ToDeviceEvent
from nio.responses import JoinError, JoinResponse, SyncResponse

from adapters.matrix.account import MatrixAccount
from adapters.matrix.api import event_guard, key_responses
from bots.ports import AccountRefused

log = structlog.get_logger()
_CONFIG = AsyncClientConfig(
    max_limit_exceeded=0, max_timeouts=0, request_timeout=30, store_sync_tokens=False, encryption_enabled=True
)


class MatrixClient(AsyncClient):
    """An nio client that never loses keys in a crash, survives malformed events and uses the environment's proxy."""

    def load_store(self) -> None:
        """Load the keys, and guard nio's key handling."""
        fresh = self.olm is None
        super().load_store()  # type: ignore[no-untyped-call]  # nio does not annotate it
        if fresh and self.olm is not None:
            event_guard.guard_decryption(self.olm)
            event_guard.guard_key_answers(self.olm)
            _save_before_upload(self.olm)

    async def join_via(self, room: str, server: str | None) -> JoinResponse | JoinError:
        """Join a room. `server` is a homeserver in the room, needed if ours is not in it. Raises network errors.

        https://spec.matrix.org/v1.11/client-server-api/#post_matrixclientv3joinroomidoralias
        """
        method, path = Api.join(self.access_token, room)
        via = f"&{urlencode({'server_name': server, 'via': server})}" if server is not None else ""
        answer: JoinResponse | JoinError = await self._send(JoinResponse, method, f"{path}{via}")
        return answer

    async def request(self, method: str, path: str, content: object = None) -> tuple[int, str]:
        """Make a request of the client API that nio lacks; return the status and the body. Raises network errors."""
        headers = {"Authorization": f"Bearer {self.access_token}", "Content-Type": "application/json"}
        data = json.dumps(content) if content is not None else None
        async with await self.send(method, f"/_matrix/client/v3/{path}", data, headers) as answer:
            return answer.status, await answer.text(errors="replace")

    async def send(self, *about: Any, **more: Any) -> ClientResponse:
        """Send a request, through the proxy that HTTPS_PROXY and NO_PROXY name. Raises network errors."""
        if self.client_session is None:  # nio would make one that ignores the environment
            self.client_session = ClientSession(timeout=ClientTimeout(self.config.request_timeout), trust_env=True)
        answer: ClientResponse = await super().send(*about, **more)
        return answer

    async def _send(self, response_class: type, *rest: Any, **more: Any) -> Any:
        """Send any request, with a response class that tolerates unreadable keys."""
        return await super()._send(key_responses.FILTERED_RESPONSES.get(response_class, response_class), *rest, **more)

    def _handle_decrypt_to_device(self, to_device_event: ToDeviceEvent) -> ToDeviceEvent | None:
        try:
            return super()._handle_decrypt_to_device(to_device_event)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other events of the sync must come through
            log.warning("matrix-to-device-quarantined", sender=to_device_event.sender, error=repr(error))
            return None

    def _handle_olm_events(self, response: SyncResponse) -> None:
        """Store a key count of zero, which nio ignores: the homeserver would run out of our one-time keys."""
        super()._handle_olm_events(response)
        count = response.device_key_count.signed_curve25519
        if self.olm is not None and count is not None:
            self.olm.uploaded_key_count = count


def _save_before_upload(olm: Olm) -> None:
    """Store new one-time keys before their upload.

    nio stores them afterwards. After a crash in between, we could never read messages encrypted to them.
    """
    share = olm.share_keys

    def kept() -> dict[str, Any]:
        keys = share()
        olm.save_account()
        return keys

    olm.share_keys = kept  # type: ignore[method-assign]  # the one place where keys are made


def build_client(account: MatrixAccount, homeserver: str) -> MatrixClient:
    """Create a client that is not signed in, and its store folder. Raises AccountRefused if that fails."""
    try:
        account.store.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise AccountRefused(
            f"The folder {account.store} (`store` of account {account.account!r}) cannot be made: {error.strerror}."
            " Give another one, or the right to write there."
        ) from error
    return MatrixClient(homeserver, account.user, store_path=str(account.store), config=_CONFIG)
