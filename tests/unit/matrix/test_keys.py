"""What has to be known of others' devices before something is encrypted for them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from nio.client.async_client import AsyncClientConfig
from nio.rooms import MatrixRoom

from adapters.matrix.client import MatrixClient
from adapters.matrix.keys import ready_to_encrypt
from tests.unit.matrix.syncs import ANNA, ME, ROOM


class Homeserver:
    """Answers every request in the same way."""

    status = 200
    body: object = {}

    async def answer(self, _request: web.Request) -> web.Response:
        """What it says."""
        return web.json_response(self.body, status=self.status)


@pytest.fixture
async def asked(tmp_path: Path) -> AsyncIterator[tuple[Homeserver, MatrixClient]]:
    """A homeserver, and a client in an encrypted room there that is still to ask for Anna's devices."""
    homeserver, app = Homeserver(), web.Application()
    app.router.add_route("*", "/{path:.*}", homeserver.answer)
    async with TestServer(app) as server:
        address, config = str(server.make_url("")).rstrip("/"), AsyncClientConfig(encryption_enabled=True)
        client = MatrixClient(address, ME, device_id="BOT", store_path=str(tmp_path), config=config)
        client.restore_login(ME, "BOT", "t")
        room = client.rooms[ROOM] = MatrixRoom(ROOM, ME, encrypted=True)
        room.members_synced = True
        assert client.olm is not None
        client.olm.users_for_key_query.add(ANNA)
        yield homeserver, client
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it


async def test_nothing_is_encrypted_while_the_keys_of_newcomers_are_not_told(
    asked: tuple[Homeserver, MatrixClient],
) -> None:
    """They could not read it: what is to be said waits for an answer."""
    homeserver, client = asked
    homeserver.status, homeserver.body = 500, {"errcode": "M_UNKNOWN", "error": "internal"}
    with pytest.raises(ConnectionError):
        await ready_to_encrypt(client, ROOM)


async def test_an_answer_that_cannot_be_read_silences_no_room(asked: tuple[Homeserver, MatrixClient]) -> None:
    """Somebody's device states what nio refuses, today and tomorrow: the others are spoken to."""
    homeserver, client = asked
    homeserver.body = {"device_keys": {ANNA: {"JUNK": {"keys": 7}}}}
    await ready_to_encrypt(client, ROOM)
    assert client.olm is not None
    assert client.olm.outbound_group_sessions[ROOM].shared
