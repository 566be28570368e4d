"""The bot joins rooms that its own homeserver is not in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from nio.client.async_client import AsyncClientConfig

from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.rate_limit import RateLimit
from adapters.matrix.outbound.joins import MOST_TRIES, Joins
from adapters.matrix.outbound.requests import RequestSender
from adapters.matrix.outbound.sender import Sender
from bots.core.outbound import Join, Post
from bots.ports import Later, Receipt, Refused, Sending, Sent
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
            sent = await Sender(RequestSender(client, account.state, Joins(client, account.state))).perform(
                sending, RecordingInbox()
            )
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
        yield answer, Sender(RequestSender(client, account.state, Joins(client, account.state)))
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


async def test_a_room_of_dead_servers_is_given_up(failing_homeserver: tuple[web.Response, Sender]) -> None:
    """The bot tries to join a room of unreachable homeservers with growing pauses, and not without end."""
    answer, sender = failing_homeserver
    answer.text = json.dumps({"errcode": "M_UNKNOWN", "error": "make_join"})
    answer.set_status(502)
    receipts: list[Receipt] = [
        await sender.perform(Sending(key="k", call=Join(room="!far:far.test")), RecordingInbox())
        for _ in range(MOST_TRIES)
    ]
    pauses = [receipt.seconds for receipt in receipts if isinstance(receipt, Later)]
    assert len(pauses) == MOST_TRIES - 1
    assert pauses[-1] > 4 * pauses[0] > 0
    assert isinstance(receipts[-1], Refused)


async def test_joins_go_one_at_a_time() -> None:
    """Of twenty invitations, one join is under way at a time, and those that wait get places one after another."""
    running, most = 0, 0

    async def enter(request: web.Request) -> web.Response:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.01)
        running -= 1
        return web.json_response({"room_id": request.match_info["room"]})

    app, account = web.Application(), Account().sync_member_list()
    app.router.add_post("/_matrix/client/v3/join/{room}", enter)
    async with TestServer(app) as server:
        client = MatrixClient(str(server.make_url("")).rstrip("/"))
        client.access_token = "t"
        sender = Sender(RequestSender(client, account.state, Joins(client, account.state)))
        sendings = [Sending(key=f"k{number}", call=Join(room=f"!r{number}:hs.test")) for number in range(20)]
        receipts = await asyncio.gather(*(sender.perform(sending, RecordingInbox()) for sending in sendings))
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it
    assert most == 1
    waiting = [receipt for receipt in receipts if isinstance(receipt, Later)]
    assert len(waiting) == 19
    assert all(receipt.self_imposed and not receipt.account_wide for receipt in waiting)
    assert len({round(receipt.seconds, 1) for receipt in waiting}) == 19


async def test_the_invitation_to_an_upgraded_room_may_come_later(open_account: Account) -> None:
    """A closed room that replaces another is joined once the invitation is there; any other closed room is refused."""
    invited = False

    async def enter(request: web.Request) -> web.Response:
        if invited:
            return web.json_response({"room_id": request.match_info["room"]})
        return web.json_response({"errcode": "M_FORBIDDEN", "error": "You are not invited"}, status=403)

    app = web.Application()
    app.router.add_post("/_matrix/client/v3/join/{room}", enter)
    async with TestServer(app) as server:
        client = MatrixClient(str(server.make_url("")).rstrip("/"))
        client.access_token = "t"
        sender = Sender(RequestSender(client, open_account.state, Joins(client, open_account.state)))
        old = Sending(key="o", call=Join(room="!other:hs.test"))
        new = Sending(key="n", call=Join(room="!new:far.test"))
        assert isinstance(await sender.perform(old, RecordingInbox()), Refused)
        assert isinstance(await sender.perform(new, RecordingInbox()), Later)
        invited = True
        assert isinstance(await sender.perform(new, RecordingInbox()), Sent)
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it


@pytest.fixture
def open_account() -> Account:
    """Return an account in a room that `!new:far.test` replaces."""
    account = Account().sync_member_list()
    successor = {"body": "", "replacement_room": "!new:far.test"}
    account.sync_room(event("m.room.tombstone", OLD_SERVERS_USER, successor, state_key=""))
    return account


async def test_a_join_that_hangs_delays_no_other(open_account: Account) -> None:
    """A join that no server answers in time waits for its own next try; the account goes on."""
    hanging = asyncio.Event()

    async def hang(_request: web.Request) -> web.Response:
        await hanging.wait()
        return web.json_response({})

    app = web.Application()
    app.router.add_post("/_matrix/client/v3/join/{room}", hang)
    async with TestServer(app) as server:
        config = AsyncClientConfig(request_timeout=0.1, max_timeouts=0)
        client = MatrixClient(str(server.make_url("")).rstrip("/"), config=config)
        client.access_token = "t"
        failed = await Joins(client, open_account.state).join("!far:far.test")
        assert isinstance(failed, Later)
        assert not failed.account_wide
        hanging.set()
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it


async def test_a_join_counts_as_an_event(open_homeserver: tuple[str, list[web.Request]]) -> None:
    """While the homeserver limits the account, a message after a join keeps the interval, too."""
    address, _ = open_homeserver
    now = 0.0
    events = RateLimit(clock=lambda: now)
    events.refused(2.0)
    now = 5.0
    assert events.seconds_left() == 0
    client = MatrixClient(address)
    client.access_token = "t"
    assert await Joins(client, Account().sync_member_list().state, events=events).join("!new:hs.test") is None
    assert events.seconds_left() == 2
    await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it
