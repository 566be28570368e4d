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


async def monitor_webhook(bot: Bot, settings: TelegramAccount, hook: Webhook, connection: Connection) -> None:
    """Check until cancelled. Restore a replaced webhook, and log new delivery errors. Raises AccountRefused."""
    before = await connection.retry(bot.get_webhook_info)
    while True:
        await asyncio.sleep(settings.watch_seconds)
        now = await connection.retry(bot.get_webhook_info)
        if now.url != hook.url:
            log.warning("telegram-webhook-taken", account=settings.account, why=_TAKEN)
            await connection.retry(lambda: set_delivery(bot, settings))
        elif now.last_error_date not in (None, before.last_error_date):
            why, waiting = now.last_error_message, now.pending_update_count
            log.warning("telegram-webhook-failing", account=settings.account, why=why, waiting=waiting)
        before = now
