"""What has to be known of others' devices before something is encrypted for them."""

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
from adapters.matrix.crypto.key_exchange import ready_to_encrypt
from tests.unit.matrix.syncs import ANNA, BORIS, ME, ROOM

MALLORY = "@mallory:elsewhere.test"


class Homeserver:
    """Answers every request in the same way, but for those whose path ends as one of `others` does."""

    status = 200
    body: object = {}

    def __init__(self) -> None:
        self.others: dict[str, tuple[int, object]] = {}

    async def answer(self, request: web.Request) -> web.Response:
        """What it says."""
        others = (answer for path, answer in self.others.items() if request.path.endswith(path))
        status, body = next(others, (self.status, self.body))
        return web.json_response(body, status=status)


def device(user: str, name: str) -> tuple[dict[str, object], dict[str, object]]:
    """What a sound device states: its keys, and a one-time key."""
    account = Account()

    def signed(value: dict[str, object]) -> dict[str, object]:
        text = json.dumps(value, sort_keys=True, separators=(",", ":"))
        return {**value, "signatures": {user: {f"ed25519:{name}": account.sign(text.encode()).to_base64()}}}

    own = {f"curve25519:{name}": account.curve25519_key.to_base64(), f"ed25519:{name}": account.ed25519_key.to_base64()}
    account.generate_one_time_keys(1)
    ((number, single),) = account.one_time_keys.items()
    stated = signed({"algorithms": ["m.megolm.v1.aes-sha2"], "device_id": name, "user_id": user, "keys": own})
    return stated, {f"signed_curve25519:{number}": signed({"key": single.to_base64()})}


def holders(client: MatrixClient) -> set[tuple[str, str]]:
    """The devices that the room's key was given to."""
    assert client.olm is not None
    session = client.olm.outbound_group_sessions[ROOM]
    return session.users_ignored | session.users_shared_with


@pytest.fixture
async def asked(tmp_path: Path) -> AsyncIterator[tuple[Homeserver, MatrixClient]]:
    """A homeserver, and a client in an encrypted room there that is still to ask for Anna's devices."""
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


async def test_nothing_is_encrypted_while_the_keys_of_newcomers_are_not_told(
    asked: tuple[Homeserver, MatrixClient],
) -> None:
    """They could not read it: what is to be said waits for an answer."""
    homeserver, client = asked
    homeserver.status, homeserver.body = 500, {"errcode": "M_UNKNOWN", "error": "internal"}
    with pytest.raises(ConnectionError):
        await ready_to_encrypt(client, ROOM)


async def test_nothing_is_encrypted_while_the_one_time_keys_of_newcomers_are_not_given(
    asked: tuple[Homeserver, MatrixClient],
) -> None:
    """A homeserver slows the bot down: without such a key the room's cannot be sent to them. It is asked again."""
    homeserver, client = asked
    client.rooms[ROOM].add_member(ANNA, "Anna", None)
    stated, given = device(ANNA, "PHONE")
    homeserver.others = {
        "/keys/query": (200, {"device_keys": {ANNA: {"PHONE": stated}}}),
        "/keys/claim": (429, {"errcode": "M_LIMIT_EXCEEDED", "error": "slowly", "retry_after_ms": 10}),
    }
    with pytest.raises(ConnectionError):
        await ready_to_encrypt(client, ROOM)
    homeserver.others["/keys/claim"] = (200, {"one_time_keys": {ANNA: {"PHONE": given}}})
    await ready_to_encrypt(client, ROOM)
    assert (ANNA, "PHONE") in holders(client)


async def test_what_one_device_states_takes_nobody_elses_keys_away(asked: tuple[Homeserver, MatrixClient]) -> None:
    """Another homeserver lets its people state anything: what nio refuses is left out, and the rest is known."""
    homeserver, client = asked
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
    await ready_to_encrypt(client, ROOM)
    known = {(one.user_id, one.device_id) for one in client.device_store}
    assert known == {(ANNA, "PHONE"), (BORIS, "PC")}
    assert not client.should_query_keys
    assert (ANNA, "PHONE") in holders(client)


async def test_an_answer_that_cannot_be_read_silences_no_room(asked: tuple[Homeserver, MatrixClient]) -> None:
    """Somebody's device states what nio refuses, today and tomorrow: the others are spoken to."""
    homeserver, client = asked
    homeserver.body = {"device_keys": {ANNA: {"JUNK": {"keys": 7}}}}
    await ready_to_encrypt(client, ROOM)
    assert client.olm is not None
    assert client.olm.outbound_group_sessions[ROOM].shared
