"""The bot's identity: keys that vouch for its device.

Clients are to share the keys of encrypted rooms with devices only that are vouched for:
https://github.com/matrix-org/matrix-spec-proposals/pull/4153
https://spec.matrix.org/v1.11/client-server-api/#cross-signing
"""

from __future__ import annotations

import json
from http import HTTPStatus
from pathlib import Path
from typing import Any

import msgspec
import structlog
from nio.api import Api
from nio.client.async_client import AsyncClient
from vodozemac import Account as KeyPair

from adapters.files import write_whole
from adapters.matrix.account import MatrixAccount, identity_file
from adapters.matrix.api.retry import NETWORK_ERRORS

log = structlog.get_logger()
_PICKLE_KEY = bytes(32)
"""The file is readable by its owner alone, as nio's key store is."""
_Json = dict[str, Any]


class Kept(msgspec.Struct, frozen=True):
    """The secret keys of one user, as a file keeps them: the master's, and that which signs devices."""

    user: str
    master: str
    signing: str


class Identity:
    """That of one signed-in client."""

    def __init__(self, client: AsyncClient, account: MatrixAccount) -> None:
        self._client = client
        self._account = account
        self._file = identity_file(account)
        self._settled = False

    async def settle(self) -> None:
        """See to it, once the device has stated its keys, that the identity vouches for it. Where the homeserver can't
        be asked now, it is after the next sync."""
        olm = self._client.olm
        if self._settled or olm is None or not olm.account.shared:
            return
        try:
            await self._vouch()
        except NETWORK_ERRORS as error:
            log.info("matrix-identity-later", why=str(error) or type(error).__name__)
            return
        except Exception:  # whatever a homeserver answers, messages go on coming in
            log.exception("matrix-identity-unreadable")
        self._settled = True

    async def _vouch(self) -> None:
        """Make the identity if there is none, and sign the device unless it is signed. An identity that somebody else
        made for this account is left alone."""
        me, device = self._client.user_id, self._client.device_id
        _, told = await self._ask("keys/query", {"device_keys": {me: []}})
        master, signing = _pairs(self._file, me)
        stated = told.get("master_keys", {}).get(me)
        if stated is not None and _public(master) not in stated["keys"].values():
            log.warning(
                "matrix-device-unsigned", why="another client made this account's identity: verify the bot there"
            )
            return
        if stated is None and not await self._introduce(master, signing):
            return
        keys = told["device_keys"][me][device]
        if f"ed25519:{_public(signing)}" in keys.get("signatures", {}).get(me, {}):
            return
        status, answer = await self._ask("keys/signatures/upload", {me: {device: _signed(keys, me, signing)}})
        if status == HTTPStatus.OK and not answer.get("failures"):
            log.info("matrix-device-signed", device=device)
        else:
            log.warning("matrix-device-unsigned", why=answer)

    @property
    def _fingerprint(self) -> str:
        return self._client.olm.account.identity_keys["ed25519"] if self._client.olm is not None else ""

    async def _introduce(self, master: KeyPair, signing: KeyPair) -> bool:
        """Whether the homeserver took the identity; it may ask for the password first."""
        me = self._client.user_id
        keys: _Json = {
            "master_key": _stated(me, "master", master),
            "self_signing_key": _signed(_stated(me, "self_signing", signing), me, master),
        }
        status, answer = await self._ask("keys/device_signing/upload", keys)
        if status == HTTPStatus.UNAUTHORIZED and self._account.password and "session" in answer:
            who = {"type": "m.id.user", "user": me}
            login = {"type": "m.login.password", "identifier": who, "password": self._account.password}
            auth = {"auth": {**login, "session": answer["session"]}}
            status, answer = await self._ask("keys/device_signing/upload", keys | auth)
        if status != HTTPStatus.OK:
            log.warning("matrix-device-unsigned", why=answer.get("error", status))
        return status == HTTPStatus.OK

    async def _ask(self, path: str, content: _Json) -> tuple[int, _Json]:
        """Status and answer. Raises a network error, for a homeserver in trouble or one that slows the bot down too."""
        headers = {"Authorization": f"Bearer {self._client.access_token}", "Content-Type": "application/json"}
        url = f"/_matrix/client/v3/{path}"
        async with await self._client.send("POST", url, json.dumps(content), headers) as answer:
            if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR or answer.status == HTTPStatus.TOO_MANY_REQUESTS:
                raise ConnectionError(f"the homeserver answers {answer.status}")
            found = json.loads(await answer.text())
        return answer.status, found if isinstance(found, dict) else {}


def _pairs(file: Path, user: str) -> tuple[KeyPair, KeyPair]:
    """The user's, made and kept before anybody is told of them."""
    try:
        kept = msgspec.json.decode(file.read_bytes(), type=Kept)
    except (FileNotFoundError, msgspec.DecodeError):
        kept = None
    if kept is not None and kept.user == user:
        return KeyPair.from_pickle(kept.master, _PICKLE_KEY), KeyPair.from_pickle(kept.signing, _PICKLE_KEY)
    master, signing = KeyPair(), KeyPair()
    new = Kept(user, master.pickle(_PICKLE_KEY), signing.pickle(_PICKLE_KEY))
    write_whole(file, msgspec.json.encode(new))
    return master, signing


def _public(pair: KeyPair) -> str:
    return str(pair.ed25519_key.to_base64())


def _stated(user: str, usage: str, pair: KeyPair) -> _Json:
    return {"user_id": user, "usage": [usage], "keys": {f"ed25519:{_public(pair)}": _public(pair)}}


def _signed(value: _Json, user: str, by: KeyPair) -> _Json:
    """The value with this signature alone.

    https://spec.matrix.org/v1.11/appendices/#signing-json
    """
    bare = {key: held for key, held in value.items() if key not in ("signatures", "unsigned")}
    signature = by.sign(Api.to_canonical_json(bare).encode()).to_base64()
    return {**bare, "signatures": {user: {f"ed25519:{_public(by)}": signature}}}
