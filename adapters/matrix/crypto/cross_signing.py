"""Cross-signing keys, which vouch for the bot's device.

Clients are to share the keys of encrypted rooms only with cross-signed devices:
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
from vodozemac import Account as KeyPair

from adapters.files import write_whole
from adapters.matrix.account import MatrixAccount
from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.retry import NETWORK_ERRORS

log = structlog.get_logger()
_PICKLE_KEY = bytes(32)
"""Only the owner can read the file, as with nio's key store."""
_Json = dict[str, Any]


class StoredKeys(msgspec.Struct, frozen=True):
    """The secret keys of one user in their file: the master key and the key that signs devices."""

    user: str
    master: str
    signing: str


class CrossSigning:
    """The cross-signing keys of one signed-in client."""

    def __init__(self, client: MatrixClient, account: MatrixAccount) -> None:
        self._client = client
        self._account = account
        self._done = False

    async def ensure_signed(self) -> None:
        """Sign the device, once its keys are published. After a network error, the next sync tries again."""
        olm = self._client.olm
        if self._done or olm is None or not olm.account.shared:
            return
        try:
            await self._sign_device()
        except NETWORK_ERRORS as error:
            log.info("matrix-identity-later", why=str(error) or type(error).__name__)
            return
        except Exception:  # a strange answer must not stop inbound messages
            log.exception("matrix-identity-unreadable")
        self._done = True

    async def _sign_device(self) -> None:
        """Create the cross-signing keys if there are none, and sign the device unless it is signed.

        Leave alone keys that another client made for this account, unless the settings ask for a reset.
        """
        me, device = self._client.user_id, self._client.device_id
        _, published = await self._request("keys/query", {"device_keys": {me: []}})
        file = self._account.file("identity")
        pair, published_master = _load(file, me), published.get("master_keys", {}).get(me)
        names = published_master["keys"].values() if published_master is not None else ()
        ours = pair is not None and _public(pair[0]) in names
        if published_master is not None and not ours and not self._account.reset_identity:
            self._log_foreign(known=pair is not None)
            return
        if not ours:
            pair = pair if pair is not None and published_master is None else _create(file, me)
            if not await self._upload_keys(*pair):
                return
        assert pair is not None, "an identity that is ours is in the file"
        keys, signing = published["device_keys"][me][device], pair[1]
        if f"ed25519:{_public(signing)}" in keys.get("signatures", {}).get(me, {}):
            return
        status, answer = await self._request("keys/signatures/upload", {me: {device: _signed(keys, me, signing)}})
        if status == HTTPStatus.OK and not answer.get("failures"):
            log.info("matrix-device-signed", device=device, key=self._fingerprint())
        else:
            self._log_unsigned(answer)

    def _log_foreign(self, *, known: bool) -> None:
        """Say what is known of an identity that is not ours."""
        lost = "is not in the store: the store was lost, or another client made it"
        found = "was replaced by another client" if known else lost
        self._log_unsigned(
            f"the account's identity {found}. Sign the device with that client, or set `reset_identity` and `password`"
        )

    def _log_unsigned(self, why: object) -> None:
        log.warning("matrix-device-unsigned", device=self._client.device_id, key=self._fingerprint(), why=why)

    def _fingerprint(self) -> str:
        """Return the device's key in groups of four, as clients show it."""
        olm = self._client.olm
        key = olm.account.identity_keys["ed25519"] if olm is not None else ""
        return " ".join(key[start : start + 4] for start in range(0, len(key), 4))

    async def _upload_keys(self, master: KeyPair, signing: KeyPair) -> bool:
        """Upload the keys and return whether the homeserver accepted them. It may ask for the password first."""
        me = self._client.user_id
        keys: _Json = {
            "master_key": _key_object(me, "master", master),
            "self_signing_key": _signed(_key_object(me, "self_signing", signing), me, master),
        }
        status, answer = await self._request("keys/device_signing/upload", keys)
        if status == HTTPStatus.UNAUTHORIZED and self._account.password and "session" in answer:
            who = {"type": "m.id.user", "user": me}
            login = {"type": "m.login.password", "identifier": who, "password": self._account.password}
            auth = {"auth": {**login, "session": answer["session"]}}
            status, answer = await self._request("keys/device_signing/upload", keys | auth)
        if status != HTTPStatus.OK:
            self._log_unsigned(answer.get("error", status))
        return status == HTTPStatus.OK

    async def _request(self, path: str, content: _Json) -> tuple[int, _Json]:
        """Return the status and the answer. Raises a network error also for a server error or a rate limit."""
        status, body = await self._client.request("POST", path, content)
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS:
            raise ConnectionError(f"the homeserver answers {status}")
        found = json.loads(body)
        return status, found if isinstance(found, dict) else {}


def _load(file: Path, user: str) -> tuple[KeyPair, KeyPair] | None:
    """Return the user's stored keys, or None if there are none."""
    try:
        kept = msgspec.json.decode(file.read_bytes(), type=StoredKeys)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    if kept.user != user:
        return None
    return KeyPair.from_pickle(kept.master, _PICKLE_KEY), KeyPair.from_pickle(kept.signing, _PICKLE_KEY)


def signing_problem(published: _Json, user: str, device: str, file: Path) -> str:
    """Say why other clients may not trust the device, and what helps; "" when it is signed by the identity in the file.

    `published` is the answer to /keys/query for the user.
    """
    pair, master = _load(file, user), published.get("master_keys", {}).get(user)
    keys = published.get("device_keys", {}).get(user, {}).get(device)
    if keys is None:
        return f"device {device} has no encryption keys yet. Start `glocal run` once"
    if pair is None or master is None or _public(pair[0]) not in master["keys"].values():
        lost = "isn't in the store: it was lost, or another client made it"
        what = "isn't made yet. `glocal run` makes it" if master is None else lost
        remedy = "" if master is None else ". Sign the device with that client, or set `reset_identity` and `password`"
        return f"the account's identity {what}{remedy}"
    if f"ed25519:{_public(pair[1])}" not in keys.get("signatures", {}).get(user, {}):
        return f"device {device} isn't signed yet. `glocal run` signs it"
    return ""


def _create(file: Path, user: str) -> tuple[KeyPair, KeyPair]:
    """Create new keys and store them before they are published."""
    master, signing = KeyPair(), KeyPair()
    new = StoredKeys(user, master.pickle(_PICKLE_KEY), signing.pickle(_PICKLE_KEY))
    write_whole(file, msgspec.json.encode(new))
    return master, signing


def _public(pair: KeyPair) -> str:
    return str(pair.ed25519_key.to_base64())


def _key_object(user: str, usage: str, pair: KeyPair) -> _Json:
    return {"user_id": user, "usage": [usage], "keys": {f"ed25519:{_public(pair)}": _public(pair)}}


def _signed(value: _Json, user: str, by: KeyPair) -> _Json:
    """Return the value with this signature only.

    https://spec.matrix.org/v1.11/appendices/#signing-json
    """
    unsigned = {key: part for key, part in value.items() if key not in ("signatures", "unsigned")}
    signature = by.sign(Api.to_canonical_json(unsigned).encode()).to_base64()
    return {**unsigned, "signatures": {user: {f"ed25519:{_public(by)}": signature}}}
