"""The bot joins rooms that its own homeserver is not in."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.matrix.api.client import MatrixClient
from adapters.matrix.outbound.requests import RequestSender
from adapters.matrix.outbound.sender import Sender
from bots.core.outbound import Join, Post
from bots.ports import Later, Sending, Sent
from tests.contract.rig import RecordingInbox, words
from tests.unit.matrix.syncs import Account, event

OLD_SERVERS_USER = "@carla:far.test"


@pytest.fixture
async def open_homeserver() -> AsyncIterator[tuple[str, list[web.Request]]]:
    """Yield a client of a homeserver that lets everybody in, and the requests it got."""
    requests: list[web.Request] = []

    async def enter(request: web.Request) -> web.Response:
        requests.append(request)
        return web.json_response({"room_id": request.match_info["room"]})

    app = web.Application()
    app.router.add_post("/_matrix/client/v3/join/{room}", enter)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/"), requests


async def test_a_replacement_room_is_joined_through_its_server(open_homeserver: tuple[str, list[web.Request]]) -> None:
    """The bot joins a replacement room through the server of the person who upgraded the old room."""
    address, requests = open_homeserver
    account = Account().sync_member_list()
    successor = {"body": "", "replacement_room": "!new:far.test"}
    account.sync_room(event("m.room.tombstone", OLD_SERVERS_USER, successor, state_key=""))
    client = MatrixClient(address)
    client.access_token = "t"
    try:
        for room in ("!new:far.test", "!other:hs.test"):
            sending = Sending(key=room, call=Join(room=room))
            sent = await Sender(RequestSender(client, account.state)).perform(sending, RecordingInbox())
            assert isinstance(sent, Sent)
    finally:
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it
    assert [request.query.getall("via", []) for request in requests] == [["far.test"], []]
    assert [request.query.getall("server_name", []) for request in requests] == [["far.test"], []]


@pytest.fixture
async def failing_homeserver() -> AsyncIterator[tuple[web.Response, Sender]]:
    """Yield the answer to every request, for the test to fill in, and a sender there."""
    answer = web.json_response({})

    async def say(request: web.Request) -> web.Response:
        return web.json_response(text=answer.text, status=answer.status)

    app, account = web.Application(), Account().sync_member_list()
    app.router.add_route("*", "/{path:.*}", say)
    account.state.ready = True
    async with TestServer(app) as server:
        client = MatrixClient(str(server.make_url("")).rstrip("/"))
        client.access_token = "t"
        yield answer, Sender(RequestSender(client, account.state))
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it


@pytest.mark.parametrize(("body", "all_waits"), [({"errcode": "M_UNKNOWN", "error": "make_join"}, False), ({}, True)])
async def test_an_unreachable_remote_room_delays_no_other(
    failing_homeserver: tuple[web.Response, Sender], body: dict[str, str], *, all_waits: bool
) -> None:
    """An unreachable remote homeserver delays only its room, and a failing own homeserver delays everything."""
    answer, sender = failing_homeserver
    answer.text = json.dumps(body)
    answer.set_status(502)
    receipt = await sender.perform(Sending(key="k", call=Join(room="!far:far.test")), RecordingInbox())
    assert isinstance(receipt, Later)
    assert receipt.account_wide == all_waits


async def test_an_error_is_not_a_lost_room(failing_homeserver: tuple[web.Response, Sender]) -> None:
    """An error instead of the list of joined rooms does not mean that the bot left a room."""
    answer, sender = failing_homeserver
    answer.text = json.dumps({"errcode": "M_UNKNOWN", "error": "internal"})
    answer.set_status(500)
    call = Post(room="!new:hs.test", content=words("hello"))
    assert isinstance(await sender.perform(Sending(key="k", call=call), RecordingInbox()), Later)
