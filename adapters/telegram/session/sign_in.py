"""The first words with Telegram: whose token it is, how updates come in, what is offered to be typed."""

from __future__ import annotations

from collections.abc import Sequence

import structlog
from telegram import Bot, User
from telegram.error import BadRequest, Forbidden

from adapters.telegram.account import TelegramAccount, Webhook
from adapters.telegram.api.retry import Connection
from adapters.telegram.api.types import ALLOWED
from adapters.telegram.session import command_menu
from bots.commands.declaration import Command
from bots.ports import AccountRefused

log = structlog.get_logger()
_WEBHOOK_CONNECTIONS = 10


async def sign_in(bot: Bot, settings: TelegramAccount, connection: Connection) -> User:
    """Who the bot is. Raises AccountRefused."""
    me = await connection.retry(bot.get_me)
    await connection.retry(lambda: receive(bot, settings))
    return me


async def receive(bot: Bot, settings: TelegramAccount) -> None:
    """Have updates brought, or none brought so that they can be asked for. Nothing that waits is dropped. Raises
    AccountRefused for an address that Telegram does not take."""
    hook = settings.webhook
    if hook is None:
        await bot.delete_webhook()
        return
    try:
        await bot.set_webhook(
            hook.url, secret_token=hook.secret, allowed_updates=ALLOWED, max_connections=_WEBHOOK_CONNECTIONS
        )
    except BadRequest as error:
        raise _bad_address(settings, hook, error) from error


def _bad_address(settings: TelegramAccount, hook: Webhook, error: BadRequest) -> AccountRefused:
    return AccountRefused(
        f"Telegram does not take the `url` {hook.url!r} in [telegram.webhook] of account {settings.account!r}:"
        f" {error}. It must be an https address that the internet reaches, on port 443, 80, 88 or 8443."
    )


async def offer_commands(bot: Bot, connection: Connection, commands: Sequence[Command]) -> None:
    """Offer the commands, again and again until Telegram takes them in; beside all else, which does without. That a
    token is rejected is said by what listens."""
    try:
        await connection.retry(lambda: command_menu.offer(bot, commands))
    except (BadRequest, Forbidden, AccountRefused) as error:
        log.warning("telegram-commands-refused", account=connection.account, why=str(error))
