"""The Telegram stand-in imitates faults, outages and limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

import adapters.telegram  # noqa: F401 - sets how python-telegram-bot represents durations, before its import
from bots.clock import MovableClock
from tests.integration.telegram_updates import StandinSetup, client, opened_setup
from tests.standins.telegram import faults
from tests.standins.telegram.limits import Limits
from tests.standins.telegram.platform import opened

pytestmark = pytest.mark.telegram


@pytest.fixture
async def setup() -> AsyncIterator[StandinSetup]:
    """Yield a supergroup whose updates the bot has fetched."""
    async with opened_setup() as made:
        yield made


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
