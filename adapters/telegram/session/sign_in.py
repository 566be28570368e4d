"""Sign-in: check the token, choose polling or webhook, publish the command menu."""

from __future__ import annotations

from collections.abc import Sequence

import structlog
from telegram import Bot, User
from telegram.error import BadRequest, Forbidden

from adapters.telegram.account import TelegramAccount
from adapters.telegram.api.retry import Connection
from adapters.telegram.api.updates import ALLOWED_UPDATES
from adapters.telegram.session import command_menu
from bots.commands.declaration import Command
from bots.ports import AccountRefused

log = structlog.get_logger()
_WEBHOOK_CONNECTIONS = 10


async def sign_in(bot: Bot, settings: TelegramAccount, connection: Connection) -> User:
    """Sign in and return the bot's user. Raises AccountRefused."""
    me = await connection.retry(bot.get_me)
    await connection.retry(lambda: set_delivery(bot, settings))
    return me


async def set_delivery(bot: Bot, settings: TelegramAccount) -> None:
    """Set the webhook, or remove it so that the bot can poll. Waiting updates are kept.

    Raises AccountRefused for a webhook address that Telegram rejects.
    """
    hook = settings.webhook
    if hook is None:
        await bot.delete_webhook()
        return
    try:
        await bot.set_webhook(
            hook.url, secret_token=hook.secret, allowed_updates=ALLOWED_UPDATES, max_connections=_WEBHOOK_CONNECTIONS
        )
    except BadRequest as error:
        raise AccountRefused(
            f"Telegram does not take the `url` {hook.url!r} in [telegram.webhook] of account {settings.account!r}:"
            f" {error}. It must be an https address that the internet reaches, on port 443, 80, 88 or 8443."
        ) from error


async def publish_commands(bot: Bot, connection: Connection, commands: Sequence[Command]) -> None:
    """Publish the command menu, with retries. Log a rejection; everything else works without the menu."""
    try:
        await connection.retry(lambda: command_menu.publish(bot, commands))
    except (BadRequest, Forbidden, AccountRefused) as error:
        log.warning("telegram-commands-refused", account=connection.account, why=str(error))
