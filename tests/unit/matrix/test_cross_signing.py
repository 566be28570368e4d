"""How the bot's identity is made where the homeserver asks who it is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.matrix.account import MatrixAccount
from adapters.matrix.api.client import MatrixClient, build
from adapters.matrix.crypto.cross_signing import Identity
from tests.unit.matrix.syncs import ME


class Homeserver:
    """One that wants the password before it takes an identity. `in_trouble`: it answers nothing else so many times."""

    def __init__(self) -> None:
        self.in_trouble = 0
        self.master: dict[str, Any] | None = None
        self.signed: list[object] = []

    async def answer(self, request: web.Request) -> web.Response:
        """What it says."""
        content = await request.json()
        if self.in_trouble:
            self.in_trouble -= 1
            return web.json_response({"errcode": "M_UNKNOWN"}, status=502)
        if request.path.endswith("/keys/query"):
            masters = {ME: self.master} if self.master else {}
            return web.json_response({"device_keys": {ME: {"BOT": {"device_id": "BOT"}}}, "master_keys": masters})
        if request.path.endswith("/keys/device_signing/upload"):
            return self._introduced(content)
        self.signed.append(content[ME]["BOT"]["device_id"])
        return web.json_response({"failures": {}})

    def _introduced(self, content: dict[str, Any]) -> web.Response:
        auth = content.get("auth", {})
        if (auth.get("password"), auth.get("session")) != ("right", "s1"):
            return web.json_response({"session": "s1", "flows": [{"stages": ["m.login.password"]}]}, status=401)
        self.master = content["master_key"]
        return web.json_response({})


@pytest.fixture
async def asked(tmp_path: Path) -> AsyncIterator[tuple[Homeserver, MatrixClient, MatrixAccount]]:
    """A homeserver, and a client whose device has stated its keys there."""
    homeserver, app = Homeserver(), web.Application()
    app.router.add_route("*", "/{path:.*}", homeserver.answer)
    async with TestServer(app) as server:
        account = MatrixAccount("matrix", str(server.make_url("")).rstrip("/"), ME, tmp_path, password="right")
        client = build(account, account.homeserver)
        client.restore_login(ME, "BOT", "t")
        assert client.olm is not None
        client.olm.account.shared = True
        yield homeserver, client, account
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it
        if client.store is not None:
            client.store.database.close()


async def test_a_homeserver_that_asks_for_the_password_is_given_it(
    asked: tuple[Homeserver, MatrixClient, MatrixAccount],
) -> None:
    """Homeservers differ in asking who makes an identity. What fails for its trouble is made up for, and once."""
    homeserver, client, account = asked
    homeserver.in_trouble = 2
    identity = Identity(client, account)
    for _ in range(4):
        await identity.settle()
    assert homeserver.master is not None
    assert homeserver.signed == ["BOT"]
