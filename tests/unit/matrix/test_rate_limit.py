"""The bot keeps to a homeserver's rate limit once it has met it."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from nio.client.async_client import AsyncClientConfig
from nio.rooms import MatrixRoom

from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.rate_limit import RateLimit
from adapters.matrix.outbound.joins import Joins
from adapters.matrix.outbound.requests import RequestSender
from adapters.matrix.outbound.sender import Sender
from bots.core.outbound import Post
from bots.ports import Later, Sending, Sent
from tests.contract.rig import RecordingInbox, words
from tests.unit.matrix.syncs import Account


class Bucket:
    """Synapse's limiter: `burst` events at once, then one each `interval` seconds of the test's own time."""

    def __init__(self, burst: int, interval: float) -> None:
        self.now = 0.0
        self.taken = 0
        self.refused = 0
        self._room = float(burst)
        self._burst, self._interval = burst, interval
        self._at = 0.0

    async def send(self, request: web.Request) -> web.Response:
        """Accept or refuse an event."""
        self._room = min(self._burst, self._room + (self.now - self._at) / self._interval)
        self._at = self.now
        if self._room < 0.999:
            self.refused += 1
            wait = (1 - self._room) * self._interval
            return web.json_response(
                {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": int(wait * 1000) + 1}, status=429
            )
        self._room -= 1
        self.taken += 1
        return web.json_response({"event_id": f"$e{self.taken}"})


@pytest.mark.parametrize("interval", [2.0, 5.0, 0.2])
async def test_a_limited_homeserver_gets_no_storm(interval: float) -> None:
    """Of a hundred posts to a homeserver with a limit, sent by eight tasks, few are refused."""
    bucket = Bucket(10, interval)
    app, account = web.Application(), Account().sync_member_list()
    app.router.add_put("/_matrix/client/v3/rooms/{room}/send/{kind}/{tx}", bucket.send)
    account.state.ready = True
    async with TestServer(app) as server:
        config = AsyncClientConfig(max_limit_exceeded=0)
        client = MatrixClient(str(server.make_url("")).rstrip("/"), config=config)
        client.access_token = "t"
        requests = RequestSender(
            client, account.state, Joins(client, account.state), limit=RateLimit(clock=lambda: bucket.now)
        )
        sender, queue = Sender(requests), [f"!r{number}:hs.test" for number in range(100)]
        client.rooms.update({room: MatrixRoom(room, "@bot:hs.test") for room in queue})
        while queue:
            batch = [Sending(key=room, call=Post(room=room, content=words("I am here"))) for room in queue[:8]]
            receipts = await asyncio.gather(*(sender.perform(sending, RecordingInbox()) for sending in batch))
            queue = [
                sending.call.room
                for sending, receipt in zip(batch, receipts, strict=True)
                if not isinstance(receipt, Sent)
            ] + queue[8:]
            assert all(isinstance(receipt, Sent | Later) for receipt in receipts), receipts
            pauses = [receipt.seconds for receipt in receipts if isinstance(receipt, Later)]
            bucket.now += max(pauses, default=0.0)
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it
    assert bucket.taken == 100
    assert bucket.refused <= 10
