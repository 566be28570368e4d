"""A periodic check of the webhook. Telegram reports a replaced or unreachable webhook only on request.

https://core.telegram.org/bots/api#getwebhookinfo
"""

from __future__ import annotations

import asyncio

import structlog
from telegram import Bot

from adapters.telegram.account import TelegramAccount, Webhook
from adapters.telegram.api.retry import Connection
from adapters.telegram.session.sign_in import set_delivery

log = structlog.get_logger()
_TAKEN = (
    "another process that has this bot's token asks for its updates, or has them brought elsewhere. Stop the other, or"
    " give each its own bot (/newbot at BotFather)"
)


class WebhookMonitor:
    """Monitors the webhook of one signed-in account."""

    def __init__(self, bot: Bot, settings: TelegramAccount, hook: Webhook, connection: Connection) -> None:
        self._bot = bot
        self._settings = settings
        self._hook = hook
        self._connection = connection

    async def run(self) -> None:
        """Check until cancelled. Restore a replaced webhook, and log new delivery errors. Raises AccountRefused."""
        before = await self._connection.retry(self._bot.get_webhook_info)
        while True:
            await asyncio.sleep(self._settings.watch_seconds)
            now = await self._connection.retry(self._bot.get_webhook_info)
            if now.url != self._hook.url:
                log.warning("telegram-webhook-taken", account=self._settings.account, why=_TAKEN)
                await self._connection.retry(lambda: set_delivery(self._bot, self._settings))
            elif now.last_error_date not in (None, before.last_error_date):
                log.warning(
                    "telegram-webhook-failing", account=self._settings.account, why=now.last_error_message,
                    waiting=now.pending_update_count,
                )  # fmt: skip
            before = now
