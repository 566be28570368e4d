"""A supergroup on the Telegram stand-in whose updates a test fetches."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from telegram import Bot, Update

import adapters.telegram  # noqa: F401 - sets how python-telegram-bot represents durations, before its import
from bots.clock import MovableClock
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.users import BotAccount


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


@asynccontextmanager
async def opened_setup() -> AsyncIterator[StandinSetup]:
    """Yield a supergroup whose updates the bot has fetched, under a fixed clock."""
    with opened(MovableClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))) as standin:
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
