"""The way into a room that the bot's own homeserver is not in."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.matrix.client import MatrixClient
from adapters.matrix.line import Line
from adapters.matrix.send import Sender
from bots.core.outbound import Join
from bots.ports import Sending, Sent
from tests.contract.rig import RecordingInbox
from tests.unit.matrix.syncs import Account, event

OLD_SERVERS_USER = "@carla:far.test"


@pytest.fixture
async def asked() -> AsyncIterator[tuple[str, list[web.Request]]]:
    """A homeserver that lets everybody in, and what it was asked."""
    requests: list[web.Request] = []

    async def enter(request: web.Request) -> web.Response:
        requests.append(request)
        return web.json_response({"room_id": request.match_info["room"]})

    app = web.Application()
    app.router.add_post("/_matrix/client/v3/join/{room}", enter)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/"), requests


async def test_an_upgraded_room_of_another_server_is_entered_by_way_of_it(asked: tuple[str, list[web.Request]]) -> None:
    """Who upgraded the room is in the new one: their server is named, as ours would look for it nowhere."""
    address, requests = asked
    account = Account().settled()
    successor = {"body": "", "replacement_room": "!new:far.test"}
    account.joined(event("m.room.tombstone", OLD_SERVERS_USER, successor, state_key=""))
    client = MatrixClient(address)
    client.access_token = "t"
    try:
        for room in ("!new:far.test", "!other:hs.test"):
            sending = Sending(key=room, call=Join(room=room))
            sent = await Sender(Line(client, account.known)).perform(sending, RecordingInbox())
            assert isinstance(sent, Sent)
    finally:
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it
    assert [request.query.getall("via", []) for request in requests] == [["far.test"], []]
    assert [request.query.getall("server_name", []) for request in requests] == [["far.test"], []]
