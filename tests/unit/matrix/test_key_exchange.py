"""The bot gets the keys of other devices before it encrypts a message."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from nio.client.async_client import AsyncClientConfig
from nio.rooms import MatrixRoom
from vodozemac import Account

from adapters.matrix.api.client import MatrixClient
from adapters.matrix.crypto.key_exchange import share_room_key
from tests.unit.matrix.syncs import ANNA, BORIS, ME, ROOM

MALLORY = "@mallory:elsewhere.test"


class Homeserver:
    """Answers every request in the same way, except for paths that end like a key of `others`."""

    status = 200
    body: object = {}

    def __init__(self) -> None:
        self.others: dict[str, tuple[int, object]] = {}

    async def answer(self, request: web.Request) -> web.Response:
        """Answer a request."""
        others = (answer for path, answer in self.others.items() if request.path.endswith(path))
        status, body = next(others, (self.status, self.body))
        return web.json_response(body, status=status)


def device(user: str, name: str) -> tuple[dict[str, object], dict[str, object]]:
    """Return a valid device's keys and a one-time key."""
    account = Account()

    def signed(value: dict[str, object]) -> dict[str, object]:
        text = json.dumps(value, sort_keys=True, separators=(",", ":"))
        return {**value, "signatures": {user: {f"ed25519:{name}": account.sign(text.encode()).to_base64()}}}

    own = {f"curve25519:{name}": account.curve25519_key.to_base64(), f"ed25519:{name}": account.ed25519_key.to_base64()}
    account.generate_one_time_keys(1)
    ((number, single),) = account.one_time_keys.items()
    stated = signed({"algorithms": ["m.megolm.v1.aes-sha2"], "device_id": name, "user_id": user, "keys": own})
    return stated, {f"signed_curve25519:{number}": signed({"key": single.to_base64()})}


def devices_with_key(client: MatrixClient) -> set[tuple[str, str]]:
    """Return the devices that got the room's key."""
    assert client.olm is not None
    session = client.olm.outbound_group_sessions[ROOM]
    return session.users_ignored | session.users_shared_with


@pytest.fixture
async def key_homeserver(tmp_path: Path) -> AsyncIterator[tuple[Homeserver, MatrixClient]]:
    """Yield a homeserver, and a client in an encrypted room that has yet to query Anna's devices."""
    homeserver, app = Homeserver(), web.Application()
    app.router.add_route("*", "/{path:.*}", homeserver.answer)
    async with TestServer(app) as server:
        address = str(server.make_url("")).rstrip("/")
        config = AsyncClientConfig(max_limit_exceeded=0, encryption_enabled=True)
        client = MatrixClient(address, ME, device_id="BOT", store_path=str(tmp_path), config=config)
        client.restore_login(ME, "BOT", "t")
        room = client.rooms[ROOM] = MatrixRoom(ROOM, ME, encrypted=True)
        room.members_synced = True
        assert client.olm is not None
        client.olm.users_for_key_query.add(ANNA)
        yield homeserver, client
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it
        if client.store is not None:
            client.store.database.close()


async def test_a_message_waits_for_device_keys(key_homeserver: tuple[Homeserver, MatrixClient]) -> None:
    """A message waits until the homeserver returns the newcomers' keys."""
    homeserver, client = key_homeserver
    homeserver.status, homeserver.body = 500, {"errcode": "M_UNKNOWN", "error": "internal"}
    with pytest.raises(ConnectionError):
        await share_room_key(client, ROOM)


async def test_a_message_waits_for_one_time_keys(key_homeserver: tuple[Homeserver, MatrixClient]) -> None:
    """While a rate limit withholds the one-time keys, the bot retries the message."""
    homeserver, client = key_homeserver
    client.rooms[ROOM].add_member(ANNA, "Anna", None)
    stated, given = device(ANNA, "PHONE")
    homeserver.others = {
        "/keys/query": (200, {"device_keys": {ANNA: {"PHONE": stated}}}),
        "/keys/claim": (429, {"errcode": "M_LIMIT_EXCEEDED", "error": "slowly", "retry_after_ms": 10}),
    }
    with pytest.raises(ConnectionError):
        await share_room_key(client, ROOM)
    homeserver.others["/keys/claim"] = (200, {"one_time_keys": {ANNA: {"PHONE": given}}})
    await share_room_key(client, ROOM)
    assert (ANNA, "PHONE") in devices_with_key(client)


async def test_malformed_keys_do_not_affect_other_devices(key_homeserver: tuple[Homeserver, MatrixClient]) -> None:
    """The bot ignores a device with malformed keys and uses the keys of the others."""
    homeserver, client = key_homeserver
    assert client.olm is not None
    client.olm.users_for_key_query.update((BORIS, MALLORY))
    for user in (ANNA, BORIS, MALLORY):
        client.rooms[ROOM].add_member(user, None, None)
    (annas, given), (boris, _) = device(ANNA, "PHONE"), device(BORIS, "PC")
    told = {MALLORY: 7, BORIS: {"PC": boris, "JUNK": {"keys": 7}, "MORE": []}, ANNA: {"PHONE": annas}}
    homeserver.others = {
        "/keys/query": (200, {"device_keys": told}),
        "/keys/claim": (200, {"one_time_keys": {BORIS: {"PC": "junk"}, MALLORY: [], ANNA: {"PHONE": given}}}),
    }
    await share_room_key(client, ROOM)
    known = {(one.user_id, one.device_id) for one in client.device_store}
    assert known == {(ANNA, "PHONE"), (BORIS, "PC")}
    assert not client.should_query_keys
    assert (ANNA, "PHONE") in devices_with_key(client)


async def test_an_unreadable_answer_does_not_block_the_room(key_homeserver: tuple[Homeserver, MatrixClient]) -> None:
    """The bot still sends to the room if nio can't parse the answer with the keys."""
    homeserver, client = key_homeserver
    homeserver.body = {"device_keys": {ANNA: {"JUNK": {"keys": 7}}}}
    await share_room_key(client, ROOM)
    assert client.olm is not None
    assert client.olm.outbound_group_sessions[ROOM].shared
