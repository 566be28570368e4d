"""A bot on the Telegram stand-in that gets all kinds of updates."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from telegram import Bot, ChatMemberUpdated, Update

import adapters.telegram  # noqa: F401 - sets how python-telegram-bot represents durations, before its import
from bots.clock import MovableClock
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.users import BotAccount


@dataclass
class StandinSetup:
    """Build a bot that gets all kinds of updates, and people."""

    standin: Telegram
    clock: MovableClock
    account: BotAccount
    bot: Bot
    carla: Person
    anna: Person
    offset: int = 0

    async def fetch_updates(self) -> list[Update]:
        """Fetch and confirm all waiting updates."""
        found: list[Update] = []
        while self.standin.pending(self.account):
            found += await self.bot.get_updates(offset=self.offset, allowed_updates=Update.ALL_TYPES)
            self.offset = found[-1].update_id + 1
            self.standin.store.bots[self.account.token].queue.take(self.offset, 1, self.standin.store.now())
        return found

    async def texts(self) -> list[str | None]:
        """Return the texts of the waiting messages."""
        return [update.message.text for update in await self.fetch_updates() if update.message]

    async def member_changes(self) -> list[tuple[str, str, str]]:
        """Return the waiting member changes as (user, old, new)."""
        found = await self.fetch_updates()
        changes = [update.my_chat_member or update.chat_member for update in found]
        return [member_change(change) for change in changes if change is not None]


def member_change(change: ChatMemberUpdated) -> tuple[str, str, str]:
    new = change.new_chat_member
    return new.user.first_name, change.old_chat_member.status, new.status


@asynccontextmanager
async def opened_setup() -> AsyncIterator[StandinSetup]:
    """Yield a bot without rooms and two people, under a fixed clock."""
    with opened(MovableClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))) as standin:
        account = standin.bot()
        clock = standin.store.clock
        assert isinstance(clock, MovableClock)
        async with Bot(account.token, base_url=f"{standin.url}/bot") as bot:
            made = StandinSetup(standin, clock, account, bot, standin.person("Carla"), standin.person("Anna"))
            await bot.get_updates(allowed_updates=Update.ALL_TYPES)
            yield made
