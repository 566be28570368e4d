"""nio's client without hidden retries and stored sync tokens, protected from malformed events."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

import structlog
from aiohttp import ClientResponse, ClientSession, ClientTimeout
from nio.api import Api
from nio.client.async_client import AsyncClient, AsyncClientConfig
from nio.crypto.olm_machine import Olm
from nio.events import ToDeviceEvent
from nio.responses import ErrorResponse, JoinError, JoinResponse, SyncError, SyncResponse

from adapters.matrix.account import MatrixAccount
from adapters.matrix.api import event_guard, json_body, schema_checks
from adapters.matrix.api.fallback_keys import new_fallback_key
from adapters.matrix.api.key_responses import FILTERED_RESPONSES
from adapters.matrix.api.own_messages import drop_own_messages
from adapters.matrix.api.quarantine import FILTERED_PAGES, Quarantined, clean_sync, parse_sync, quarantined
from adapters.matrix.api.retry import UnreachableError
from bots.ports import AccountRefused

log = structlog.get_logger()
_CONFIG = AsyncClientConfig(
    max_limit_exceeded=0, max_timeouts=0, request_timeout=30, store_sync_tokens=False, encryption_enabled=True
)
_PATIENCE_SECONDS = 15.0
"""How much longer than it was asked to wait a homeserver may take for a sync."""
_TOLERANT = FILTERED_RESPONSES | FILTERED_PAGES


class MatrixClient(AsyncClient):
    """An nio client that never loses keys in a crash, survives malformed events and uses the environment's proxy."""

    _last_sync: Mapping[str, Any] = {}
    _fallback_key_unused = True

    def load_store(self) -> None:
        """Load the keys, and guard nio's key handling."""
        fresh = self.olm is None
        super().load_store()  # type: ignore[no-untyped-call]  # nio does not annotate it
        if fresh and self.olm is not None:
            event_guard.guard_decryption(self.olm)
            event_guard.guard_key_answers(self.olm)
            self._prepare_uploads(self.olm)
            self._store_only_new_rooms()

    def _store_only_new_rooms(self) -> None:
        """Let a sync that found no newly encrypted room skip nio's transaction about none."""
        assert self.store is not None, "the account's keys come from it"
        save = self.store.save_encrypted_rooms

        def save_some(rooms: set[str]) -> None:
            if rooms:
                save(rooms)

        self.store.save_encrypted_rooms = save_some  # nio calls it after each sync

    def _prepare_uploads(self, olm: Olm) -> None:
        """Add a fallback key to uploads that need one, and store new keys before their upload.

        nio stores them afterwards. After a crash in between, we could never read messages encrypted to them. The
        fallback key serves when all one-time keys are taken.
        https://spec.matrix.org/v1.11/client-server-api/#one-time-and-fallback-keys
        """
        share = olm.share_keys

        def kept() -> dict[str, Any]:
            keys = share()
            if "device_keys" in keys or not self._fallback_key_unused:
                keys["fallback_keys"] = new_fallback_key(olm)
            olm.save_account()
            return keys

        olm.share_keys = kept  # type: ignore[method-assign]  # the one place where keys are made

    async def join_via(self, room: str, server: str | None) -> JoinResponse | JoinError:
        """Join a room. `server` is a homeserver in the room, needed if ours is not in it. Raises network errors.

        https://spec.matrix.org/v1.11/client-server-api/#post_matrixclientv3joinroomidoralias
        """
        method, path = Api.join(self.access_token, room)
        via = f"&{urlencode({'server_name': server, 'via': server})}" if server is not None else ""
        answer: JoinResponse | JoinError = await self._send(JoinResponse, method, f"{path}{via}")
        return answer

    async def request(self, method: str, path: str, content: object = None, *, version: str = "v3") -> tuple[int, str]:
        """Make a request of the client API that nio lacks; return the status and the body. Raises network errors."""
        data = json.dumps(content) if content is not None else None
        async with await self.send(method, f"/_matrix/client/{version}/{path}", data, self._headers()) as answer:
            return answer.status, await answer.text(errors="replace")

    async def download_at_most(self, mxc: str, largest: int) -> bytes | None:
        """Return the content of a file, or None if it is larger or there is none. Raises network errors.

        Homeservers before Matrix 1.11 only have the second address.
        https://spec.matrix.org/v1.11/client-server-api/#get_matrixclientv1mediadownloadservernamemediaid
        """
        server, _, media = mxc.removeprefix("mxc://").partition("/")
        headers = {"Authorization": f"Bearer {self.access_token}"}
        for base in ("client/v1/media", "media/v3"):
            path = f"/_matrix/{base}/download/{quote(server, safe='')}/{quote(media, safe='')}"
            async with await self.send("GET", path, None, headers) as answer:
                if answer.status == HTTPStatus.OK:
                    return await _read_at_most(answer, largest)
        return None

    async def send(self, *about: Any, **more: Any) -> ClientResponse:
        """Send a request, through the proxy that HTTPS_PROXY and NO_PROXY name. Raises network errors."""
        if self.client_session is None:  # nio would make one that ignores the environment
            timeout = ClientTimeout(self.config.request_timeout)
            self.client_session = ClientSession(timeout=timeout, proxy=_proxy_for(self.homeserver))
        answer: ClientResponse = await super().send(*about, **more)
        return answer

    async def _send(self, response_class: type, *rest: Any, **more: Any) -> Any:
        """Send any request, with a response class that tolerates unreadable parts, and keep how long to wait."""
        return await self._with_wait(await super()._send(_TOLERANT.get(response_class, response_class), *rest, **more))

    async def read_on(
        self, since: str | None, kept: str | Mapping[str, object], milliseconds: int, *, presence: str
    ) -> SyncResponse | SyncError:
        """Request a sync; without milliseconds to wait, the full state. Raises network errors.

        nio's `sync` writes the address with the token in it, takes it apart, and writes it again.
        """
        query = {"filter": kept if isinstance(kept, str) else json.dumps(kept), "set_presence": presence}
        query |= {"since": since} if since else {}
        query |= {"timeout": str(milliseconds)} if milliseconds else {"full_state": "true"}
        seconds = milliseconds / 1000 + _PATIENCE_SECONDS if milliseconds else 0
        path = f"/_matrix/client/v3/sync?{urlencode(query)}"
        answer = await self.send("GET", path, None, self._headers(), timeout=seconds)
        response = await self.create_matrix_response(SyncResponse, answer)
        await self.receive_response(response)
        found: SyncResponse | SyncError = await self._with_wait(response)
        return found

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.access_token}", "Content-Type": "application/json"}

    async def _with_wait(self, answer: Any) -> Any:
        """Complete an answer with how long the homeserver asks us to wait."""
        if isinstance(answer, ErrorResponse) and answer.retry_after_ms is None:
            answer.retry_after_ms = await self._retry_after(answer.transport_response)
        return answer

    async def _retry_after(self, response: Any) -> int | None:
        """Return the milliseconds that the homeserver asks us to wait, which nio drops from most errors."""
        if getattr(response, "status", 0) != HTTPStatus.TOO_MANY_REQUESTS:
            return None
        stated = (await self.parse_body(response)).get("retry_after_ms")
        return stated if isinstance(stated, int) and stated > 0 else None

    async def parse_body(self, transport_response: ClientResponse) -> dict[Any, Any]:
        """Parse any response. Keep a sync, which `salvage_sync` processes if nio cannot, without our own messages."""
        try:
            found = json_body.parse(await transport_response.text("utf-8", "replace"))
        except ValueError:
            found = {}
        body = found if isinstance(found, dict) else {}
        if transport_response.url.path.endswith("/sync"):
            drop_own_messages(body, self.user_id)
            self._last_sync = body
        return body

    async def salvage_sync(self, why: Exception) -> tuple[SyncResponse, list[Quarantined]]:
        """Process the last sync without what nio cannot process, and return what that is.

        Raises UnreachableError if there is no sync, for example because a proxy answered.
        """
        raw = dict(self._last_sync)
        if not isinstance(raw.get("next_batch"), str):
            raise UnreachableError(f"no sync response: {why!r}") from why
        taken = clean_sync(raw)
        try:
            return await self._process(raw), taken
        except Exception as error:  # noqa: BLE001 - whatever nio raises, the next sync must come
            whole = quarantined("", raw, error)
            return await self._process({"next_batch": raw["next_batch"]}), [*taken, whole]

    async def _process(self, raw: dict[str, Any]) -> SyncResponse:
        response = parse_sync(raw)
        self.next_batch = ""  # nio skips a sync with the same token
        await self.receive_response(response)
        return response

    def _handle_decrypt_to_device(self, to_device_event: ToDeviceEvent) -> ToDeviceEvent | None:
        try:
            return super()._handle_decrypt_to_device(to_device_event)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other events of the sync must come through
            log.warning("matrix-to-device-quarantined", sender=to_device_event.sender, error=repr(error))
            return None

    def _handle_olm_events(self, response: SyncResponse) -> None:
        """Store a key count of zero, which nio ignores: the homeserver would run out of our one-time keys."""
        super()._handle_olm_events(response)
        unused = self._last_sync.get("device_unused_fallback_key_types")
        self._fallback_key_unused = not isinstance(unused, list) or "signed_curve25519" in unused
        count = response.device_key_count.signed_curve25519
        if self.olm is not None and count is not None:
            self.olm.uploaded_key_count = count


def _proxy_for(homeserver: str) -> str | None:
    """Return the proxy that HTTPS_PROXY (or HTTP_PROXY) and NO_PROXY name for a homeserver.

    aiohttp's `trust_env` would look it up before each request, in a thread, and read ~/.netrc in another one.
    """
    address = urlsplit(homeserver)
    return None if proxy_bypass(address.hostname or "") else getproxies().get(address.scheme)


async def _read_at_most(answer: ClientResponse, largest: int) -> bytes | None:
    """Read a body, or close the connection and return None once it is too large."""
    body = bytearray()
    async for chunk in answer.content.iter_chunked(65_536):
        body += chunk
        if len(body) > largest:
            answer.close()
            return None
    return bytes(body)


def build_client(account: MatrixAccount, homeserver: str) -> MatrixClient:
    """Create a client that is not signed in, and its store folder. Raises AccountRefused if that fails."""
    try:
        account.store.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise AccountRefused(
            f"The folder {account.store} (`store` of account {account.account!r}) cannot be made: {error.strerror}."
            " Give another one, or the right to write there."
        ) from error
    schema_checks.install()
    return MatrixClient(homeserver, account.user, store_path=str(account.store), config=_CONFIG)
