"""The Telegram adapter: one bot."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Coroutine, Sequence

import structlog
from msgspec import structs
from telegram.error import RetryAfter, TelegramError

from adapters.telegram.account import TelegramAccount
from adapters.telegram.api.client import Client
from adapters.telegram.api.rate_limiter import Pace
from adapters.telegram.api.retry import Connection, seconds
from adapters.telegram.inbound import files
from adapters.telegram.inbound.files import LARGEST_UPLOAD
from adapters.telegram.inbound.poller import Listener
from adapters.telegram.inbound.processor import Taker
from adapters.telegram.inbound.webhook import Receiver
from adapters.telegram.outbound.requests import Line
from adapters.telegram.outbound.sender import Sender
from adapters.telegram.rendering.html import MESSAGE_LENGTH
from adapters.telegram.rooms.admins import Managers
from adapters.telegram.rooms.state import Known
from adapters.telegram.session import sign_in
from adapters.telegram.session.webhook_monitor import Watch
from bots.clock import SystemClock
from bots.commands.declaration import Command, names_of
from bots.commands.localization import localized
from bots.core.inbound import Attachment
from bots.ports import Capabilities, Clock, Inbox, Later, Receipt, Refused, Sending

log = structlog.get_logger()
_READ_PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds between the tries to read a file, unless Telegram asks for more."""
CAPABILITIES = Capabilities(
    platform="telegram", prefix="/", joiner="_", buttons=True, private_answers=False, toasts=True, native_polls=True,
    edits=True, fetch=False, withdrawals=False, idempotent=False, upload_bytes=LARGEST_UPLOAD,
    message_length=MESSAGE_LENGTH, edit_interval=4.0, lanes=32,
)  # fmt: skip


class TelegramAdapter:
    """Implements the Adapter port. `Person.admin` means: owns the group, or may change its info."""

    platform = "telegram"

    def __init__(
        self, settings: TelegramAccount, commands: Sequence[Command], *, clock: Clock | None = None,
        pace: Pace | None = None,
    ) -> None:  # fmt: skip
        self.account = settings.account
        self.capabilities = CAPABILITIES
        self._settings = settings
        self._commands = commands
        self._clock = clock or SystemClock()
        self._pace = pace or Pace()
        self._client = Client(settings)
        self._sender: Sender | None = None

    async def run(self, inbox: Inbox) -> None:
        """Sign in and listen until cancelled. Raises AccountRefused."""
        await self._client.open()
        bot, connection = self._client.bot, Connection(self.account, self._settings.longest_pause)
        me = await sign_in.sign_in(bot, self._settings, connection)
        log.info("telegram-signed-in", account=self.account, bot=me.username, reads_all=me.can_read_all_group_messages)
        self.capabilities = structs.replace(CAPABILITIES, private_link=f"https://t.me/{me.username}?start={{payload}}")
        known = Known(
            account=self.account, me=me.id, username=me.username or "",
            names={**localized(self._commands), **names_of(self._commands)},
            reads_all=bool(me.can_read_all_group_messages),
        )  # fmt: skip
        self._sender = Sender(Line(bot, known, self._pace, inbox))
        taker = Taker(known, Managers(bot, known, self._clock), self._clock)
        offering = asyncio.create_task(sign_in.offer_commands(bot, connection, self._commands))
        try:
            if (hook := self._settings.webhook) is not None:
                await _first(Receiver(hook, taker, inbox).run(), Watch(bot, self._settings, hook, connection).run())
            else:
                await Listener(self._client, taker, inbox, connection, self._clock).run()
        finally:
            self._sender = None
            offering.cancel()
            await asyncio.gather(offering, return_exceptions=True)

    async def send(self, sending: Sending) -> Receipt:
        """Perform one outbound value. Raises nothing but cancellation."""
        if self._sender is None:
            return Later(1.0, "not signed in", account_wide=True)
        try:
            return await self._sender.perform(sending)
        except Exception as error:  # noqa: BLE001 - logged, without the token
            trace = self._client.discreet(traceback.format_exc())
            log.error("telegram-send-failed", key=sending.key, room=sending.call.room, trace=trace)
            return Refused("invalid", self._client.discreet(repr(error)))

    async def read(self, attachment: Attachment) -> bytes | None:
        """The content of a file that this bot was given; None when it can't be had any more. What passes is waited for:
        the post would go out without its file."""
        for pause in (*_READ_PAUSES, None):
            try:
                return await files.read(self._client.bot, attachment)
            except TelegramError as error:
                why, asked = str(error), seconds(error) if isinstance(error, RetryAfter) else 0.0
            if pause is not None:
                await self._pace.rest(max(pause, asked))
        log.warning("telegram-file-unread", name=attachment.name, why=why)
        return None

    async def close(self) -> None:
        """Let go of connections."""
        await self._pace.close()
        await self._client.close()


async def _first(*endless: Coroutine[object, object, None]) -> None:
    """Until one of them ends, as it ended; the others are told to."""
    running = [asyncio.create_task(one) for one in endless]
    try:
        ended, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        for one in ended:
            one.result()
    finally:
        for one in running:
            one.cancel()
        await asyncio.gather(*running, return_exceptions=True)
