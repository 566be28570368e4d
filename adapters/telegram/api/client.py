"""The Bot API client: typed calls through python-telegram-bot, updates without its parsing."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from urllib.parse import urlencode

from telegram import Bot
from telegram.request import HTTPXRequest

from adapters.telegram.account import TelegramAccount
from adapters.telegram.api import decode
from adapters.telegram.api.decode import DecodedUpdate
from adapters.telegram.api.http import ApiRequest, certificates
from adapters.telegram.api.updates import ALLOWED_UPDATES

CONNECTIONS = 64
READ_SECONDS = 90.0
"""How long to wait for an answer. A message whose answer comes later may be shown twice."""


class _Bot(Bot):
    """A bot whose repr, unlike PTB's, hides the token."""

    def __repr__(self) -> str:
        return "Bot"


class Client:
    """A bot, and a separate connection for long polling."""

    def __init__(self, settings: TelegramAccount) -> None:
        for library in ("httpx", "telegram"):  # They log every address, with the token, and the webhook's secret.
            logging.getLogger(library).setLevel(logging.WARNING)
        self._settings = settings
        self._updates = HTTPXRequest(
            connection_pool_size=1, read_timeout=settings.poll_seconds + 10, httpx_kwargs={"verify": certificates()}
        )
        self._calls = ApiRequest(connections=CONNECTIONS, read_timeout=READ_SECONDS)
        self.bot: Bot = _Bot(
            settings.token, base_url=f"{settings.api}/bot", base_file_url=f"{settings.api}/file/bot",
            request=self._calls, get_updates_request=self._updates,
        )  # fmt: skip

    async def open(self) -> None:
        """Prepare the connection pools; send nothing yet."""
        await self._updates.initialize()
        await self._calls.initialize()

    async def close(self) -> None:
        """Close all connections."""
        await self._updates.shutdown()
        await self._calls.shutdown()

    def redact(self, text: str) -> str:
        """Remove the token, which is part of every request's address."""
        return text.replace(self._settings.token, "***")

    async def fetch_updates(self, offset: int | None) -> list[DecodedUpdate]:
        """Poll for updates from `offset` on and decode each on its own.

        `Bot.get_updates` raises for all of them when one is malformed. Raises TelegramError; ValueError when the
        response holds no updates.
        """
        fields: Mapping[str, object] = {
            "timeout": self._settings.poll_seconds, "allowed_updates": json.dumps(ALLOWED_UPDATES)
        }  # fmt: skip
        query = urlencode({**fields, "offset": offset} if offset is not None else fields)
        return decode.decode_updates(await self._updates.retrieve(f"{self.bot.base_url}/getUpdates?{query}"))
