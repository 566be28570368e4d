"""The Telegram stand-in delivers updates to python-telegram-bot, by polling and by webhook."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

import adapters.telegram  # noqa: F401 - sets how python-telegram-bot represents durations, before its import
from bots.clock import MovableClock
from tests.standins.telegram import faults
from tests.standins.telegram.limits import Limits
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.users import BotAccount

pytestmark = pytest.mark.telegram
EVERY = ["message", "chat_member", "message_reaction"]
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="vote:1:yes")]])


@pytest.fixture
def standin() -> Iterator[Telegram]:
    """Open a stand-in with a fixed clock."""
    with opened(MovableClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))) as telegram:
        yield telegram


@dataclass
class StandinSetup:
    """A supergroup with the bot, and the bot's client."""

    standin: Telegram
    account: BotAccount
    bot: Bot
    carla: Person
    anna: Person
    room: int
    offset: int = 0

    async def fetch_updates(self, **more: object) -> list[Update]:
        """Fetch the next updates and confirm the earlier ones."""
        found = await self.bot.get_updates(offset=self.offset, timeout=5, **more)  # type: ignore[arg-type]  # keywords pass through
        self.offset = found[-1].update_id + 1 if found else self.offset
        return list(found)

    async def wait_for_poll(self) -> None:
        """Wait until a long poll is open."""
        server = self.standin.server
        await self.standin.until(lambda: server.in_loop(lambda: server.listening.polling(self.account)))

    async def fetch_until(self, text: str) -> list[Update]:
        """Fetch the updates up to a message with this text."""
        found: list[Update] = []
        while not any(update.message and update.message.text == text for update in found):
            found += await self.fetch_updates()
        return found


@pytest.fixture
async def setup(standin: Telegram) -> AsyncIterator[StandinSetup]:
    """Build a supergroup whose updates the bot has fetched."""
    account = standin.bot()
    carla, anna = standin.person("Carla"), standin.person("Anna", username="anna")
    room = standin.supergroup("Lyon", carla, anna, account)
    async with client(standin, account) as bot:
        made = StandinSetup(standin, account, bot, carla, anna, room)
        await made.fetch_updates()
        yield made


@asynccontextmanager
async def client(standin: Telegram, account: BotAccount) -> AsyncIterator[Bot]:
    """Return python-telegram-bot's client."""
    async with Bot(account.token, base_url=f"{standin.url}/bot", base_file_url=f"{standin.url}/file/bot") as bot:
        yield bot


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


async def test_offset_beyond_restarted_ids_is_ignored(setup: StandinSetup) -> None:
    """After a restart of the update ids the stand-in ignores an offset far beyond the queue."""
    setup.carla.say(setup.room, "/tea")
    [before] = await setup.fetch_updates()
    await setup.bot.get_updates(offset=setup.offset)
    setup.standin.restart_ids(setup.account, before.update_id // 2)
    setup.carla.say(setup.room, "/cake")
    [after] = await setup.fetch_updates()
    assert after.update_id == before.update_id // 2
    await setup.bot.get_updates(offset=setup.offset)
    assert setup.standin.pending(setup.account) == 0


async def test_malformed_update_breaks_the_batch(setup: StandinSetup) -> None:
    """The stand-in can send an update that python-telegram-bot can't parse."""
    setup.carla.say(setup.room, "/tea")
    setup.standin.malformed(setup.account)
    with pytest.raises((AttributeError, TypeError, TelegramError)):
        await setup.fetch_updates()
    assert setup.standin.pending(setup.account) == 2


async def test_faults_occur_in_order(setup: StandinSetup) -> None:
    """Faults occur once and in order, and only a lost reply was performed."""
    standin = setup.standin
    for fault, error in (
        (faults.Flood(7), RetryAfter),
        (faults.BadGateway(), NetworkError),
        (faults.Cut(), NetworkError),
        (faults.Fails(500, "Internal Server Error"), NetworkError),
        (faults.Garbage(), TelegramError),
        (faults.LostReply(), NetworkError),
    ):
        standin.fault("sendMessage", fault)
        with pytest.raises(error):
            await setup.bot.send_message(setup.room, type(fault).__name__)
    assert standin.faults_left == 0
    await setup.bot.send_message(setup.room, "well")
    assert [one.text for one in standin.shown(setup.room, by=setup.account)] == ["Garbage", "LostReply", "well"]


async def test_outage_cuts_connections(setup: StandinSetup) -> None:
    """An outage cuts open polls and all other connections."""
    hanging = asyncio.create_task(setup.fetch_updates())
    await setup.wait_for_poll()
    setup.standin.down()
    with pytest.raises(NetworkError):
        await hanging
    with pytest.raises(NetworkError):
        await setup.bot.get_me()
    setup.standin.up()
    assert (await setup.bot.get_me()).username == "glocal_bot"


async def test_a_wrong_token_is_rejected(setup: StandinSetup) -> None:
    """The stand-in rejects a wrong token with 401."""
    with pytest.raises(InvalidToken):
        async with Bot("1:wrong", base_url=f"{setup.standin.url}/bot") as bot:
            await bot.get_me()


async def test_rate_limits_are_enforced() -> None:
    """The stand-in enforces one message per second and 20 per minute in a group, and counts the 429s."""
    clock = MovableClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
    with opened(clock, Limits()) as standin:
        account, carla = standin.bot(), standin.person("Carla")
        room = standin.supergroup("Lyon", carla, account)
        async with client(standin, account) as bot:
            await bot.send_message(room, "at once")
            with pytest.raises(RetryAfter):
                await bot.send_message(room, "at once")
            for number in range(19):
                clock.advance(timedelta(seconds=1))
                await bot.send_message(room, f"in time {number}")
            clock.advance(timedelta(seconds=1))
            with pytest.raises(RetryAfter) as flood:
                await bot.send_message(room, "the 21st")
            assert flood.value.retry_after == timedelta(seconds=40)
        assert standin.flooded == 2
        assert [one.code for one in standin.rejections] == [429, 429]


async def test_unknown_parameters_fail_the_test() -> None:
    """The stand-in records an unknown parameter and raises it at the end."""
    with pytest.raises(AssertionError, match="colour is unknown"):
        await _send_in_colour()


async def _send_in_colour() -> None:
    """Send a message with an unknown parameter."""
    with opened() as standin:
        account, carla = standin.bot(), standin.person("Carla")
        room = standin.supergroup("Lyon", carla, account)
        async with client(standin, account) as bot:
            with pytest.raises(BadRequest):
                await bot.send_message(room, "Hello", api_kwargs={"colour": "red"})
