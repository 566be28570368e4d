"""python-telegram-bot's client as this door uses it: typed calls out, updates in as they came."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from urllib.parse import urlencode

from telegram import Bot
from telegram.request import HTTPXRequest

from adapters.telegram.account import TelegramAccount
from adapters.telegram.api import decode
from adapters.telegram.api.decode import Read
from adapters.telegram.api.types import ALLOWED

CONNECTIONS = 64


class _Bot(Bot):
    """PTB shows a bot's token wherever the bot is printed."""

    def __repr__(self) -> str:
        return "Bot"


class Client:
    """The bot, and the line on which updates are asked for."""

    def __init__(self, settings: TelegramAccount) -> None:
        for library in ("httpx", "telegram"):  # they would log each address, with the token, and the webhook's secret
            logging.getLogger(library).setLevel(logging.WARNING)
        self._settings = settings
        self._updates = HTTPXRequest(connection_pool_size=1, read_timeout=settings.poll_seconds + 10)
        self._calls = HTTPXRequest(connection_pool_size=CONNECTIONS, pool_timeout=10.0, read_timeout=20.0)
        self.bot: Bot = _Bot(
            settings.token, base_url=f"{settings.api}/bot", base_file_url=f"{settings.api}/file/bot",
            request=self._calls, get_updates_request=self._updates,
        )  # fmt: skip

    async def open(self) -> None:
        """Make connections possible; nothing is sent yet."""
        await self._updates.initialize()
        await self._calls.initialize()

    async def close(self) -> None:
        """Let go of connections."""
        await self._updates.shutdown()
        await self._calls.shutdown()

    def discreet(self, text: str) -> str:
        """The text without the token, which is part of every address that is asked."""
        return text.replace(self._settings.token, "***")

    async def updates(self, offset: int | None) -> list[Read]:
        """What has come since `offset`, each read on its own: `Bot.get_updates` raises for all when one is malformed.
        Raises TelegramError, ValueError when the answer is none."""
        asked: Mapping[str, object] = {"timeout": self._settings.poll_seconds, "allowed_updates": json.dumps(ALLOWED)}
        query = urlencode({**asked, "offset": offset} if offset is not None else asked)
        return decode.updates(await self._updates.retrieve(f"{self.bot.base_url}/getUpdates?{query}"))
