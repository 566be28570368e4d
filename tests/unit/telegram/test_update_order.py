"""Updates in parallel webhook requests are handled in the order of their ids."""

from __future__ import annotations

import asyncio
import json

from starlette.requests import Request
from starlette.types import Message
from telegram import Bot

from adapters.telegram.account import Webhook
from adapters.telegram.inbound.processor import UpdateProcessor
from adapters.telegram.inbound.update_order import UpdateOrder
from adapters.telegram.inbound.webhook import WebhookServer
from adapters.telegram.rooms.admins import AdminCache
from bots.clock import SystemClock
from bots.core.inbound import MessagePosted
from tests.contract.rig import RecordingInbox
from tests.unit.telegram.updates import PRIVATE, message, state


async def test_updates_that_overtake_each_other_are_put_in_order() -> None:
    """An update waits for its predecessor, which is on its way."""
    order, passed = UpdateOrder(), list[int]()
    await order.wait(10)

    async def handle(number: int) -> None:
        await order.wait(number)
        passed.append(number)

    tasks = []
    for number in (13, 12, 11):
        tasks.append(asyncio.create_task(handle(number)))
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    assert passed == [11, 12, 13]


async def test_gaps_and_repeated_updates_pass() -> None:
    """An update passes without its predecessor after a moment, and so do repeated ones and ids that restart."""
    order, passed = UpdateOrder(), []
    for number in (10, 20, 5, 900_000_000, 900_000_001, 7):
        await order.wait(number)
        passed.append(number)
    assert passed == [10, 20, 5, 900_000_000, 900_000_001, 7]


async def test_webhook_hands_over_in_order() -> None:
    """Of updates that arrive in parallel requests, the inbox gets each one after its predecessor."""
    adapter_state, clock, inbox = state(), SystemClock(), RecordingInbox()
    processor = UpdateProcessor(adapter_state, AdminCache(Bot("1:a"), adapter_state, clock), clock)
    server = WebhookServer(Webhook("https://bot.example/", "secret"), processor, inbox)

    def posted(number: int) -> Request:
        update = {"update_id": number, **message(PRIVATE, text=str(number))}

        async def receive() -> Message:
            return {"type": "http.request", "body": json.dumps(update).encode(), "more_body": False}

        headers = [(b"x-telegram-bot-api-secret-token", b"secret")]
        return Request({"type": "http", "method": "POST", "path": "/", "headers": headers}, receive)

    await server.receive(posted(10))
    answers = await asyncio.gather(*(server.receive(posted(number)) for number in (13, 12, 11)))
    assert [answer.status_code for answer in answers] == [200] * 3
    said = [value.text for value in inbox.values if isinstance(value, MessagePosted)]
    assert said == ["10", "11", "12", "13"]
