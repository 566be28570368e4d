"""The Telegram adapter of one bot."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Sequence
from dataclasses import replace

import structlog
from msgspec import structs
from telegram.error import TelegramError

from adapters.tasks import run_until_first_ends
from adapters.telegram.account import TelegramAccount
from adapters.telegram.api.client import Client
from adapters.telegram.api.rate_limiter import RateLimiter
from adapters.telegram.api.retry import Connection, retry_after_seconds
from adapters.telegram.api.usage_store import restore_usage, save_usage
from adapters.telegram.inbound import attachments
from adapters.telegram.inbound.poller import poll
from adapters.telegram.inbound.processor import UpdateProcessor
from adapters.telegram.inbound.webhook import WebhookServer
from adapters.telegram.outbound.requests import RequestSender
from adapters.telegram.outbound.sender import Sender
from adapters.telegram.outbound.uploads import LARGEST_UPLOAD
from adapters.telegram.rendering.html import MESSAGE_LENGTH
from adapters.telegram.rooms.admins import AdminCache
from adapters.telegram.rooms.state import AdapterState
from adapters.telegram.session import sign_in
from adapters.telegram.session.webhook_monitor import monitor_webhook
from bots.clock import SystemClock
from bots.commands.declaration import Command, index_by_name
from bots.commands.localization import index_by_localized_name
from bots.core.inbound import Attachment
from bots.ports import Capabilities, Clock, CommandNames, ConnectionListener, Inbox, Later, Receipt, Refused, Sending
from bots.retry import NO_LISTENER

log = structlog.get_logger()
_DOWNLOAD_PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds between attempts to download a file, unless Telegram asks for more."""
CAPABILITIES = Capabilities(
    platform="telegram", prefix="/", joiner="_", command_names=CommandNames.LOCAL_ASCII, vocabulary="telegram",
    buttons=True, private_answers=False, toasts=True, native_polls=True, edits=True, fetch=False,
    reports_deletions=False, deletes_without_trace=True, brief_moments=True, idempotent=False,
    upload_bytes=LARGEST_UPLOAD, message_length=MESSAGE_LENGTH, edit_interval=4.0, concurrent_rooms=32,
    message_pattern=r"\S* -100([0-9]+)(?:/[0-9]+)? \S+:([0-9]+)", message_link=r"https://t.me/c/\1/\2",
)  # fmt: skip


class TelegramAdapter:
    """Implements the Adapter port. `Person.admin`: owns the group or may change its info."""

    platform = "telegram"

    def __init__(
        self, settings: TelegramAccount, commands: Sequence[Command], *, clock: Clock | None = None,
        rate_limiter: RateLimiter | None = None, listener: ConnectionListener = NO_LISTENER,
    ) -> None:  # fmt: skip
        self.account = settings.account
        self._listener = listener
        self.capabilities = CAPABILITIES
        self._settings = settings
        self._commands = commands
        self._clock = clock or SystemClock()
        self._rate_limiter = rate_limiter or RateLimiter()
        self._client = Client(settings)
        self._sender: Sender | None = None

    async def run(self, inbox: Inbox) -> None:
        """Sign in and listen until cancelled. Raises AccountRefused."""
        await self._client.open()
        bot, unwatched = self._client.bot, Connection(self.account, self._settings.longest_pause)
        connection = replace(unwatched, listener=self._listener)
        me = await sign_in.sign_in(bot, self._settings, connection)
        log.info("telegram-signed-in", account=self.account, bot=me.username, reads_all=me.can_read_all_group_messages)
        self.capabilities = structs.replace(CAPABILITIES, private_link=f"https://t.me/{me.username}?start={{payload}}")
        state = AdapterState(
            account=self.account, bot_id=me.id, username=me.username or "",
            commands={**index_by_localized_name(self._commands), **index_by_name(self._commands)},
            reads_all=bool(me.can_read_all_group_messages),
        )  # fmt: skip
        await restore_usage(self._rate_limiter, inbox, self.account, self._clock)
        self._sender = Sender(RequestSender(bot, state, self._rate_limiter, inbox))
        admins = AdminCache(bot, state, self._clock)
        processor = UpdateProcessor(state, admins, self._clock)
        saving = asyncio.create_task(save_usage(self._rate_limiter, inbox, self.account, self._clock))
        publishing = asyncio.create_task(sign_in.publish_commands(bot, unwatched, self._commands))
        try:
            if (hook := self._settings.webhook) is not None:
                monitoring = monitor_webhook(bot, self._settings, hook, connection)
                await run_until_first_ends(WebhookServer(hook, processor, inbox).run(), monitoring)
            else:
                await poll(self._client, processor, inbox, connection, self._clock)
        finally:
            self._sender = None
            publishing.cancel()
            saving.cancel()
            await asyncio.gather(publishing, saving, admins.close(), return_exceptions=True)

    async def send(self, sending: Sending) -> Receipt:
        """Perform one outbound value. Raises only cancellation."""
        if self._sender is None:
            return Later(1.0, "not signed in", account_wide=True)
        try:
            return await self._sender.perform(sending)
        except Exception as error:  # noqa: BLE001 - logged, without the token
            trace = self._client.redact(traceback.format_exc())
            log.error("telegram-send-failed", key=sending.key, room=sending.call.room, trace=trace)
            return Refused("invalid", self._client.redact(repr(error)))

    async def read(self, attachment: Attachment) -> bytes | None:
        """Download a file that this bot received; None when it is gone.

        Retry after errors that may pass, because the post would go out without its file.
        """
        for pause in (*_DOWNLOAD_PAUSES, None):
            try:
                return await attachments.download(self._client.bot, attachment)
            except TelegramError as error:
                why, asked = str(error), retry_after_seconds(error) or 0.0
            if pause is not None:
                await self._rate_limiter.sleep(max(pause, asked))
        log.warning("telegram-file-unread", name=attachment.name, why=why)
        return None

    async def close(self) -> None:
        """Close all connections."""
        await self._rate_limiter.close()
        await self._client.close()
