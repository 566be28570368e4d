"""What the environment means for requests to the homeserver."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.matrix.account import MatrixAccount
from adapters.matrix.api.client import build_client
from tests.unit.matrix.syncs import ME


async def test_password_of_netrc_does_not_break_requests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request keeps the bot's own token where ~/.netrc has a password for the homeserver."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))

    async def tell(request: web.Request) -> web.Response:
        return web.Response(text=request.headers["Authorization"])

    app = web.Application()
    app.router.add_get("/_matrix/client/v3/account/whoami", tell)
    async with TestServer(app) as server:
        homeserver = str(server.make_url("")).rstrip("/")
        client = build_client(MatrixAccount("matrix", homeserver, ME, tmp_path / "keys", password="x"), homeserver)
        client.access_token = "t"
        assert await client.request("GET", "account/whoami") == (200, "Bearer t")
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it
