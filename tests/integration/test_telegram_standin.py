"""The Telegram stand-in delivers updates to python-telegram-bot, by polling and by webhook."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from aiohttp import web
from telegram.error import BadRequest, Conflict

import adapters.telegram  # noqa: F401 - sets how python-telegram-bot represents durations, before its import
from bots.clock import MovableClock
from tests.integration.telegram_updates import StandinSetup, client, opened_setup

pytestmark = pytest.mark.telegram
EVERY = ["message", "chat_member", "message_reaction"]


@pytest.fixture
async def setup() -> AsyncIterator[StandinSetup]:
    """Yield a supergroup whose updates the bot has fetched."""
    async with opened_setup() as made:
        yield made


async def test_an_update_is_kept_until_it_is_confirmed(setup: StandinSetup) -> None:
    """A poll returns the same updates until its offset is higher."""
    first = setup.carla.say(setup.room, "/tea")
    second = setup.carla.say(setup.room, "/cake")
    twice = [await setup.bot.get_updates(offset=setup.offset), await setup.bot.get_updates(limit=50)]
    assert [u.message and u.message.message_id for u in twice[0]] == [first, second]
    rest = await setup.bot.get_updates(offset=twice[0][0].update_id + 1)
    assert [u.message and u.message.text for u in rest] == ["/cake"]
    assert setup.standin.pending(setup.account) == 1


async def test_long_poll_ends_with_an_update(setup: StandinSetup) -> None:
    """A long poll waits for an update, also from another thread."""
    hanging = asyncio.create_task(setup.fetch_updates())
    await setup.wait_for_poll()
    assert not hanging.done()
    await asyncio.to_thread(setup.carla.say, setup.room, "/tea")
    [update] = await hanging
    assert update.message is not None and update.message.from_user is not None
    assert (update.message.text, update.message.from_user.first_name) == ("/tea", "Carla")


async def test_updates_expire_after_a_day(setup: StandinSetup) -> None:
    """The stand-in drops updates after 24 hours."""
    setup.carla.say(setup.room, "/tea")
    clock = setup.standin.store.clock
    assert isinstance(clock, MovableClock)
    clock.advance(timedelta(hours=24))
    setup.carla.say(setup.room, "/cake")
    assert [u.message and u.message.text for u in await setup.fetch_updates()] == ["/cake"]


async def test_allowed_updates_are_remembered(setup: StandinSetup) -> None:
    """`allowed_updates` is remembered until the next list, and an empty list restores the default."""
    setup.carla.promote(setup.room, setup.account)
    assert await setup.fetch_updates()
    said = setup.carla.say(setup.room, "Hello")
    for asked, comes in ((None, False), (EVERY, True), (None, True), ([], False)):
        await setup.fetch_updates(allowed_updates=asked)
        setup.anna.react(setup.room, said, "👍")
        setup.anna.unreact(setup.room, said)
        setup.carla.say(setup.room, "Well")
        found = await setup.fetch_until("Well")
        assert sum(update.message_reaction is not None for update in found) == (2 if comes else 0), asked
        setup.carla.say(setup.room, "Next")


async def test_the_second_poller_ends_the_first(setup: StandinSetup) -> None:
    """A second poll ends the first with a 409."""
    first = asyncio.create_task(setup.fetch_updates())
    await setup.wait_for_poll()
    async with client(setup.standin, setup.account) as other:
        second = asyncio.create_task(other.get_updates(offset=setup.offset, timeout=5))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        setup.carla.say(setup.room, "/tea")
        assert len(await second) == 1
    setup.standin.second_poller(setup.account)
    with pytest.raises(Conflict):
        await setup.fetch_updates()


@dataclass
class WebhookServer:
    """A webhook server that answers with these statuses, and then with 200."""

    statuses: list[int]
    received: list[tuple[str, str | None]] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.Response:
        """Record the request."""
        update = await request.json()
        self.received.append((update["message"]["text"], request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[str]:
        """The webhook's address."""
        app = web.Application()
        app.router.add_post("/hook", self.handle)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        await runner.cleanup()


async def test_webhook_gets_updates_until_it_accepts(setup: StandinSetup) -> None:
    """A webhook gets its updates in order, and again until it answers 2xx."""
    hook = WebhookServer([500, 403])
    async with hook.open() as url:
        await setup.bot.set_webhook(url, secret_token="only-we-know", drop_pending_updates=True)
        setup.carla.say(setup.room, "/tea")
        setup.carla.say(setup.room, "/cake")
        await setup.standin.taken(setup.account)
        assert hook.received == [(text, "only-we-know") for text in ("/tea", "/tea", "/tea", "/cake")]
        info = await setup.bot.get_webhook_info()
        assert (info.url, info.pending_update_count) == (url, 0)
        assert info.last_error_message == "Wrong response from the webhook: 403 Forbidden"
        with pytest.raises(Conflict, match="webhook is active"):
            await setup.fetch_updates()
        await setup.bot.delete_webhook()
    setup.carla.say(setup.room, "/more")
    assert len(await setup.fetch_updates()) == 1


async def test_a_webhook_needs_https_and_a_plain_secret(setup: StandinSetup) -> None:
    """The stand-in refuses a webhook without https and a secret with unusual characters."""
    with pytest.raises(BadRequest, match=r"(?i)https url"):
        await setup.bot.set_webhook("http://example.org/hook")
    with pytest.raises(BadRequest, match="unallowed characters"):
        await setup.bot.set_webhook("https://example.org/hook", secret_token="so nice")
