"""nio's client as this door uses it: no hidden retries, no stored sync token, one bad event harms nobody else."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import structlog
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
    """An nio client whose keys survive a crash, and that nobody's malformed event can stop."""

    def load_store(self) -> None:
        """Load the keys."""
        fresh = self.olm is None
        super().load_store()  # type: ignore[no-untyped-call]  # nio does not annotate it
        if fresh and self.olm is not None:
            event_guard.plaintexts(self.olm)
            event_guard.stated_keys(self.olm)
            _keep_before_upload(self.olm)

    async def enter(self, room: str, way: str | None) -> JoinResponse | JoinError:
        """Join; `way`: a server that is in the room, which ours need not be. Raises network errors.

        https://spec.matrix.org/v1.11/client-server-api/#post_matrixclientv3joinroomidoralias
        """
        method, path = Api.join(self.access_token, room)
        ways = f"&{urlencode({'server_name': way, 'via': way})}" if way is not None else ""
        answer: JoinResponse | JoinError = await self._send(JoinResponse, method, f"{path}{ways}")
        return answer

    async def _send(self, response_class: type, *rest: Any, **more: Any) -> Any:
        """The one way out to the homeserver."""
        return await super()._send(key_responses.SIFTED.get(response_class, response_class), *rest, **more)

    def _handle_decrypt_to_device(self, to_device_event: ToDeviceEvent) -> ToDeviceEvent | None:
        try:
            return super()._handle_decrypt_to_device(to_device_event)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other events of the sync must come through
            log.warning("matrix-to-device-quarantined", sender=to_device_event.sender, error=repr(error))
            return None

    def _handle_olm_events(self, response: SyncResponse) -> None:
        """nio overlooks a count of none, and the homeserver would have no keys to hand out ever again."""
        super()._handle_olm_events(response)
        count = response.device_key_count.signed_curve25519
        if self.olm is not None and count is not None:
            self.olm.uploaded_key_count = count


def _keep_before_upload(olm: Olm) -> None:
    """nio stores new one-time keys after they are on the homeserver: after a crash in between, messages that others
    encrypt to them could never be read. Here they are stored first."""
    share = olm.share_keys

    def kept() -> dict[str, Any]:
        keys = share()
        olm.save_account()
        return keys

    olm.share_keys = kept  # type: ignore[method-assign]  # the one place where keys are made


def build(account: MatrixAccount, homeserver: str) -> MatrixClient:
    """A client that is not signed in yet. Makes the store folder. Raises AccountRefused where it cannot be made."""
    try:
        account.store.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise AccountRefused(
            f"The folder {account.store} (`store` of account {account.account!r}) cannot be made: {error.strerror}."
            " Give another one, or the right to write there."
        ) from error
    return MatrixClient(homeserver, account.user, store_path=str(account.store), config=_CONFIG)
