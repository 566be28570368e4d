"""Two clients of one bot on the Telegram stand-in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

import adapters.telegram  # noqa: F401 - sets how python-telegram-bot represents durations, before its import
from bots.clock import MovableClock
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.reference_models import aiogram
from tests.standins.telegram.users import BotAccount


@dataclass
class StandinSetup:
    """A supergroup with the bot, and the bot's clients."""

    standin: Telegram
    clock: MovableClock
    account: BotAccount
    bot: Bot
    other: aiogram.Bot
    carla: Person
    anna: Person
    room: int


@asynccontextmanager
async def opened_setup() -> AsyncIterator[StandinSetup]:
    """Yield both clients of a bot that is not an admin, under a fixed clock."""
    with opened(MovableClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))) as standin:
        account = standin.bot()
        carla, anna = standin.person("Carla"), standin.person("Anna", username="anna")
        room = standin.supergroup("Lyon", carla, anna, account)
        server = aiogram.client.telegram.TelegramAPIServer.from_base(standin.url)
        other = aiogram.Bot(account.token, session=aiogram.client.session.aiohttp.AiohttpSession(api=server))
        clock = standin.store.clock
        assert isinstance(clock, MovableClock)
        async with Bot(account.token, base_url=f"{standin.url}/bot", base_file_url=f"{standin.url}/file/bot") as bot:
            yield StandinSetup(standin, clock, account, bot, other, carla, anna, room)
        await other.session.close()


def keyboard(*buttons: tuple[str, str]) -> InlineKeyboardMarkup:
    """Build a keyboard with one row."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data) for label, data in buttons]])
