"""Whether Telegram still brings the updates here. A webhook that was taken away leaves the bot deaf, and one that can't
be reached is told to nobody who does not ask.

https://core.telegram.org/bots/api#getwebhookinfo
"""

from __future__ import annotations

import asyncio

import structlog
from telegram import Bot, WebhookInfo

from adapters.telegram.account import TelegramAccount, Webhook
from adapters.telegram.api.retry import Connection
from adapters.telegram.session.sign_in import receive

log = structlog.get_logger()
_TAKEN = (
    "another process that has this bot's token asks for its updates, or has them brought elsewhere. Stop the other, or"
    " give each its own bot (/newbot at BotFather)"
)


class Watch:
    """Looks after the webhook of one signed-in account."""

    def __init__(self, bot: Bot, settings: TelegramAccount, hook: Webhook, connection: Connection) -> None:
        self._bot = bot
        self._settings = settings
        self._hook = hook
        self._connection = connection

    async def run(self) -> None:
        """Look until cancelled; what stood there before is no news. Raises AccountRefused."""
        before = await self._connection.retry(self._bot.get_webhook_info)
        while True:
            await asyncio.sleep(self._settings.watch_seconds)
            now = await self._connection.retry(self._bot.get_webhook_info)
            if now.url != self._hook.url:
                log.warning("telegram-webhook-taken", account=self._settings.account, why=_TAKEN)
                await self._connection.retry(lambda: receive(self._bot, self._settings))
            elif now.last_error_date not in (None, before.last_error_date):
                self._say(now)
            before = now

    def _say(self, info: WebhookInfo) -> None:
        """What Telegram met with when it brought something."""
        log.warning(
            "telegram-webhook-failing", account=self._settings.account, why=info.last_error_message,
            waiting=info.pending_update_count,
        )  # fmt: skip
