"""The Telegram adapter on the stand-in, in a supergroup with two people."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace

from adapters.telegram.account import TelegramAccount, Webhook
from adapters.telegram.adapter import TelegramAdapter
from bots.core.inbound import BotJoined
from bots.core.outbound import Call
from bots.features.registry import FEATURES
from bots.ports import Adapter, Later, Receipt, Sending
from tests.contract.rig import RecordingInbox, Seen, Someone, key
from tests.contract.telegram_people import MessageFinder, TelegramPerson
from tests.ports import free_port
from tests.standins.telegram.platform import Telegram
from tests.standins.telegram.users import BotAccount
from tests.waiting import PATIENCE

COMMANDS = [command for feature in FEATURES for command, _ in feature.commands]
SECRET = "known-to-both"


def account(telegram: Telegram, bot: BotAccount, name: str = "telegram") -> TelegramAccount:
    """Return the bot's settings."""
    return TelegramAccount(name, bot.token, api=telegram.url, longest_pause=0.2)


def webhook_account(telegram: Telegram, bot: BotAccount) -> TelegramAccount:
    """Return the bot's settings with a webhook."""
    port = free_port()
    hook = Webhook(f"http://127.0.0.1:{port}/telegram", SECRET, port=port)
    return replace(account(telegram, bot), webhook=hook)


class TelegramRig:
    """A bot that gets reactions as an administrator, and two people in a supergroup, who have also pressed Start."""

    def __init__(self, telegram: Telegram, settings: Callable[[Telegram, BotAccount], TelegramAccount]) -> None:
        self.telegram = telegram
        self.bot = telegram.bot()
        self.settings = settings(telegram, self.bot)
        self.inbox = RecordingInbox()
        finder = self._finder = MessageFinder(telegram, self.bot)
        self.host: TelegramPerson = TelegramPerson(telegram.person("Hanna"), finder)
        self.guest: TelegramPerson = TelegramPerson(telegram.person("Gus", username="gus"), finder)
        self.chat = telegram.supergroup("Lyon", self.host.person, self.guest.person, self.bot, admins=(self.bot,))
        self.room = str(self.chat)
        self.adapter: Adapter = TelegramAdapter(self.settings, COMMANDS)
        self._running: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Start the adapter and wait until it knows the room."""
        self.host.person.start(self.bot)
        self.guest.person.start(self.bot)
        await self.restart()
        await self.inbox.gets(BotJoined, lambda value: value.room == self.room)
        await self.telegram.taken(self.bot)

    async def restart(self) -> None:
        """Stop the adapter and start another on the same account and inbox."""
        await self.stop()
        self.adapter = TelegramAdapter(self.settings, COMMANDS)
        self._running = asyncio.create_task(self.adapter.run(self.inbox))

    async def stop(self) -> None:
        """Stop the adapter."""
        if self._running is not None:
            self._running.cancel()
            with suppress(asyncio.CancelledError):
                await self._running
            self._running = None
            await self.adapter.close()

    async def ended(self) -> None:
        """Wait until the adapter ends by itself. Raises its exception."""
        assert self._running is not None
        running, self._running = self._running, None
        try:
            async with asyncio.timeout(PATIENCE):
                await running
        finally:
            await self.adapter.close()

    async def once(self, call: Call) -> Receipt:
        """Send once and return the receipt, after any waits for the chat's rate limit."""
        while True:
            receipt = await self.adapter.send(Sending(key=key(), call=call))
            if not isinstance(receipt, Later) or not receipt.self_imposed:
                return receipt
            await asyncio.sleep(receipt.seconds)

    async def seen(self, room: str, message: str) -> Seen:
        """Return the message as people see it."""
        found = self._finder.seen(room, message)
        return Seen(
            text=found.text, author=str(found.author),
            reply_to=f"{found.chat}:{found.reply_to}" if found.reply_to is not None else None,
            pings=tuple(map(str, found.pings)), offered=tuple(label.split()[0] for label in found.labels),
            gone=found.gone, poll_open=found.poll is not None and found.poll.open,
        )  # fmt: skip

    async def said_by_bot(self, room: str) -> list[Seen]:
        """Return the bot's messages in the room without deleted ones, oldest first."""
        shown = self.telegram.shown(int(room), by=self.bot)
        return [await self.seen(room, f"{one.chat}:{one.id}") for one in shown]

    async def close_to_bot(self, someone: Someone) -> bool:
        """Block the bot."""
        assert isinstance(someone, TelegramPerson)
        someone.person.block(self.bot)
        return True


@asynccontextmanager
async def running(
    telegram: Telegram, settings: Callable[[Telegram, BotAccount], TelegramAccount] = account
) -> AsyncIterator[TelegramRig]:
    """Run the adapter and return its rig."""
    rig = TelegramRig(telegram, settings)
    try:
        await rig.open()
        yield rig
    finally:
        await rig.stop()
