"""Creation of the cross-signing keys on a homeserver that asks for the password."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from structlog.testing import capture_logs

from adapters.matrix.account import MatrixAccount
from adapters.matrix.api.client import MatrixClient, build_client
from adapters.matrix.crypto.cross_signing import CrossSigning
from tests.unit.matrix.syncs import ME


class Homeserver:
    """A homeserver that asks for the password first, and fails the first `in_trouble` requests."""

    def __init__(self) -> None:
        self.in_trouble = 0
        self.master: dict[str, Any] | None = None
        self.signed: list[object] = []

    async def answer(self, request: web.Request) -> web.Response:
        """Answer a request."""
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
async def password_homeserver(tmp_path: Path) -> AsyncIterator[tuple[Homeserver, MatrixClient, MatrixAccount]]:
    """Yield a homeserver, and a client that has published its device keys there."""
    homeserver, app = Homeserver(), web.Application()
    app.router.add_route("*", "/{path:.*}", homeserver.answer)
    async with TestServer(app) as server:
        account = MatrixAccount("matrix", str(server.make_url("")).rstrip("/"), ME, tmp_path, password="right")
        client = build_client(account, account.homeserver)
        client.restore_login(ME, "BOT", "t")
        assert client.olm is not None
        client.olm.account.shared = True
        yield homeserver, client, account
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it
        if client.store is not None:
            client.store.database.close()


async def test_password_is_sent_on_request(password_homeserver: tuple[Homeserver, MatrixClient, MatrixAccount]) -> None:
    """The bot sends the password when the homeserver asks for it, and repeats a request that failed."""
    homeserver, client, account = password_homeserver
    homeserver.in_trouble = 2
    identity = CrossSigning(client, account)
    for _ in range(4):
        await identity.ensure_signed()
    assert homeserver.master is not None
    assert homeserver.signed == ["BOT"]


async def test_a_lost_identity_is_reset_only_on_request(
    password_homeserver: tuple[Homeserver, MatrixClient, MatrixAccount],
) -> None:
    """Without the store, the account's identity stays as it is, until the settings ask for a new one; then once."""
    homeserver, client, account = password_homeserver
    await CrossSigning(client, account).ensure_signed()
    first = homeserver.master
    account.file("identity").unlink()
    with capture_logs() as lines:
        await CrossSigning(client, account).ensure_signed()
    assert homeserver.master == first
    assert client.olm is not None
    (line,) = [line for line in lines if line["event"] == "matrix-device-unsigned"]
    assert line["device"] == "BOT"
    assert line["key"].replace(" ", "") == client.olm.account.identity_keys["ed25519"]
    assert "the store was lost, or another client made it" in line["why"]
    resetting = replace(account, reset_identity=True)
    await CrossSigning(client, resetting).ensure_signed()
    second = homeserver.master
    assert second != first
    await CrossSigning(client, resetting).ensure_signed()
    assert homeserver.master == second
    assert homeserver.signed == ["BOT"] * 3
