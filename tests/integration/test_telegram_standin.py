"""The Telegram stand-in through python-telegram-bot: updates, and deliberate failures."""

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

import adapters.telegram  # noqa: F401 - says how python-telegram-bot tells durations, before it is imported
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
def tg() -> Iterator[Telegram]:
    """Open a stand-in with a fixed clock."""
    with opened(MovableClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))) as telegram:
        yield telegram


@dataclass
class Scene:
    """A supergroup with the bot, and the bot's client."""

    tg: Telegram
    account: BotAccount
    bot: Bot
    carla: Person
    anna: Person
    room: int
    offset: int = 0

    async def hears(self, **more: object) -> list[Update]:
        """Fetch the next updates and confirm the earlier ones."""
        found = await self.bot.get_updates(offset=self.offset, timeout=5, **more)  # type: ignore[arg-type]  # keywords pass through
        self.offset = found[-1].update_id + 1 if found else self.offset
        return list(found)

    async def hangs(self) -> None:
        """Wait until a long poll is open."""
        server = self.tg.server
        await self.tg.until(lambda: server.in_loop(lambda: server.listening.polling(self.account)))

    async def until(self, text: str) -> list[Update]:
        """Fetch the updates up to a message with this text."""
        found: list[Update] = []
        while not any(update.message and update.message.text == text for update in found):
            found += await self.hears()
        return found


@pytest.fixture
async def scene(tg: Telegram) -> AsyncIterator[Scene]:
    """Build a supergroup whose updates the bot has fetched."""
    account = tg.bot()
    carla, anna = tg.person("Carla"), tg.person("Anna", username="anna")
    room = tg.supergroup("Lyon", carla, anna, account)
    async with client(tg, account) as bot:
        made = Scene(tg, account, bot, carla, anna, room)
        await made.hears()
        yield made


@asynccontextmanager
async def client(tg: Telegram, account: BotAccount) -> AsyncIterator[Bot]:
    """Return python-telegram-bot's client."""
    async with Bot(account.token, base_url=f"{tg.url}/bot", base_file_url=f"{tg.url}/file/bot") as bot:
        yield bot


async def test_an_update_is_kept_until_it_is_confirmed(scene: Scene) -> None:
    """The same updates are returned until a poll has a higher offset."""
    first = scene.carla.say(scene.room, "/tea")
    second = scene.carla.say(scene.room, "/cake")
    twice = [await scene.bot.get_updates(offset=scene.offset), await scene.bot.get_updates(limit=50)]
    assert [u.message and u.message.message_id for u in twice[0]] == [first, second]
    rest = await scene.bot.get_updates(offset=twice[0][0].update_id + 1)
    assert [u.message and u.message.text for u in rest] == ["/cake"]
    assert scene.tg.pending(scene.account) == 1


async def test_a_long_poll_ends_when_something_happens(scene: Scene) -> None:
    """A long poll waits for an update, also from another thread."""
    hanging = asyncio.create_task(scene.hears())
    await scene.hangs()
    assert not hanging.done()
    await asyncio.to_thread(scene.carla.say, scene.room, "/tea")
    [update] = await hanging
    assert update.message is not None and update.message.from_user is not None
    assert (update.message.text, update.message.from_user.first_name) == ("/tea", "Carla")


async def test_what_is_older_than_a_day_is_forgotten(scene: Scene) -> None:
    """Updates are dropped after 24 hours."""
    scene.carla.say(scene.room, "/tea")
    clock = scene.tg.store.clock
    assert isinstance(clock, MovableClock)
    clock.advance(timedelta(hours=24))
    scene.carla.say(scene.room, "/cake")
    assert [u.message and u.message.text for u in await scene.hears()] == ["/cake"]


async def test_members_and_reactions_come_only_when_asked_for(scene: Scene) -> None:
    """`allowed_updates` is remembered until the next list; an empty list restores the default."""
    scene.carla.promote(scene.room, scene.account)
    assert await scene.hears()
    said = scene.carla.say(scene.room, "Hello")
    for asked, comes in ((None, False), (EVERY, True), (None, True), ([], False)):
        await scene.hears(allowed_updates=asked)
        scene.anna.react(scene.room, said, "👍")
        scene.anna.unreact(scene.room, said)
        scene.carla.say(scene.room, "Well")
        found = await scene.until("Well")
        assert sum(update.message_reaction is not None for update in found) == (2 if comes else 0), asked
        scene.carla.say(scene.room, "Next")


async def test_the_second_poller_ends_the_first(scene: Scene) -> None:
    """A second poll ends the first with a 409."""
    first = asyncio.create_task(scene.hears())
    await scene.hangs()
    async with client(scene.tg, scene.account) as other:
        second = asyncio.create_task(other.get_updates(offset=scene.offset, timeout=5))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        scene.carla.say(scene.room, "/tea")
        assert len(await second) == 1
    scene.tg.second_poller(scene.account)
    with pytest.raises(Conflict):
        await scene.hears()


@dataclass
class Hook:
    """A webhook that answers with these statuses, then with 200."""

    statuses: list[int]
    came: list[tuple[str, str | None]] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        """Record the request."""
        update = await request.json()
        self.came.append((update["message"]["text"], request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[str]:
        """The webhook's address."""
        app = web.Application()
        app.router.add_post("/hook", self.take)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        await runner.cleanup()


async def test_a_webhook_is_posted_to_until_it_takes_the_update(scene: Scene) -> None:
    """A webhook gets updates in order with the secret, and again unless it answers 2xx; polling is refused."""
    hook = Hook([500, 403])
    async with hook.open() as url:
        await scene.bot.set_webhook(url, secret_token="only-we-know", drop_pending_updates=True)
        scene.carla.say(scene.room, "/tea")
        scene.carla.say(scene.room, "/cake")
        await scene.tg.taken(scene.account)
        assert hook.came == [(text, "only-we-know") for text in ("/tea", "/tea", "/tea", "/cake")]
        info = await scene.bot.get_webhook_info()
        assert (info.url, info.pending_update_count) == (url, 0)
        assert info.last_error_message == "Wrong response from the webhook: 403 Forbidden"
        with pytest.raises(Conflict, match="webhook is active"):
            await scene.hears()
        await scene.bot.delete_webhook()
    scene.carla.say(scene.room, "/more")
    assert len(await scene.hears()) == 1


async def test_a_webhook_needs_https_and_a_plain_secret(scene: Scene) -> None:
    """The webhook's address and secret are checked when it is set."""
    with pytest.raises(BadRequest, match=r"(?i)https url"):
        await scene.bot.set_webhook("http://example.org/hook")
    with pytest.raises(BadRequest, match="unallowed characters"):
        await scene.bot.set_webhook("https://example.org/hook", secret_token="so nice")


async def test_ids_that_begin_anew_are_given_whatever_the_offset(scene: Scene) -> None:
    """After a quiet week update ids change; an offset far beyond the queue is ignored."""
    scene.carla.say(scene.room, "/tea")
    [before] = await scene.hears()
    await scene.bot.get_updates(offset=scene.offset)
    scene.tg.restart_ids(scene.account, before.update_id // 2)
    scene.carla.say(scene.room, "/cake")
    [after] = await scene.hears()
    assert after.update_id == before.update_id // 2
    await scene.bot.get_updates(offset=scene.offset)
    assert scene.tg.pending(scene.account) == 0


async def test_one_malformed_update_stops_a_whole_batch(scene: Scene) -> None:
    """The stand-in can send updates that python-telegram-bot can't parse."""
    scene.carla.say(scene.room, "/tea")
    scene.tg.malformed(scene.account)
    with pytest.raises((AttributeError, TypeError, TelegramError)):
        await scene.hears()
    assert scene.tg.pending(scene.account) == 2


async def test_faults_come_as_they_were_planned(scene: Scene) -> None:
    """Faults occur once and in order; a lost reply was performed, a cut request was not."""
    tg = scene.tg
    for fault, error in (
        (faults.Flood(7), RetryAfter),
        (faults.BadGateway(), NetworkError),
        (faults.Cut(), NetworkError),
        (faults.Fails(500, "Internal Server Error"), NetworkError),
        (faults.Garbage(), TelegramError),
        (faults.LostReply(), NetworkError),
    ):
        tg.fault("sendMessage", fault)
        with pytest.raises(error):
            await scene.bot.send_message(scene.room, type(fault).__name__)
    assert tg.faults_left == 0
    await scene.bot.send_message(scene.room, "well")
    assert [one.text for one in tg.shown(scene.room, by=scene.account)] == ["Garbage", "LostReply", "well"]


async def test_the_platform_can_be_away(scene: Scene) -> None:
    """An outage cuts open polls and all other connections."""
    hanging = asyncio.create_task(scene.hears())
    await scene.hangs()
    scene.tg.down()
    with pytest.raises(NetworkError):
        await hanging
    with pytest.raises(NetworkError):
        await scene.bot.get_me()
    scene.tg.up()
    assert (await scene.bot.get_me()).username == "glocal_bot"


async def test_a_wrong_token_is_rejected(scene: Scene) -> None:
    """401."""
    with pytest.raises(InvalidToken):
        async with Bot("1:wrong", base_url=f"{scene.tg.url}/bot") as bot:
            await bot.get_me()


async def test_too_many_messages_are_refused_for_a_while() -> None:
    """The stand-in enforces one message per second and 20 per minute in a group, and counts the 429s."""
    clock = MovableClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
    with opened(clock, Limits()) as tg:
        account, carla = tg.bot(), tg.person("Carla")
        room = tg.supergroup("Lyon", carla, account)
        async with client(tg, account) as bot:
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
        assert tg.flooded == 2
        assert [one.code for one in tg.rejections] == [429, 429]


async def test_what_aiogram_does_not_know_fails_the_test() -> None:
    """An unknown parameter or method is recorded and raised at the end."""
    with pytest.raises(AssertionError, match="colour is unknown"):
        await _send_in_colour()


async def _send_in_colour() -> None:
    with opened() as tg:
        account, carla = tg.bot(), tg.person("Carla")
        room = tg.supergroup("Lyon", carla, account)
        async with client(tg, account) as bot:
            with pytest.raises(BadRequest):
                await bot.send_message(room, "Hello", api_kwargs={"colour": "red"})
