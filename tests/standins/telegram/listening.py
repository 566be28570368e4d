"""Delivery of updates by long polls or webhooks: https://core.telegram.org/bots/api#getting-updates"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.standins.telegram.refusal import Refusal, bad, conflict
from tests.standins.telegram.store import Store
from tests.standins.telegram.users import BotAccount, Json

_LONGEST_POLL = 50
_OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass
class Listener:
    """One bot's poll or webhook. `waiting` is the open long poll."""

    bot: BotAccount
    news: asyncio.Event = field(default_factory=asyncio.Event)
    waiting: asyncio.Future[Refusal | None] | None = None
    last_offset: int = 0
    last_poll: float = -10.0
    url: str = ""
    secret: str = ""
    posting: asyncio.Task[None] | None = None
    error: str = ""
    error_date: int = 0


class Listening:
    """The listeners of all bots. Only `terminate` may be called outside of the server's loop."""

    def __init__(self, store: Store, *, retry_seconds: float) -> None:
        self._world = store
        self._retry = retry_seconds
        self._listeners: dict[int, Listener] = {}
        self._loop = asyncio.get_running_loop()
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))

    def of(self, bot: BotAccount) -> Listener:
        """Return the bot's listener."""
        if bot.id not in self._listeners:
            made = self._listeners[bot.id] = Listener(bot)
            bot.queue.on_news(lambda: self._wake(made))
        return self._listeners[bot.id]

    def _wake(self, listener: Listener) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._tell, listener)

    @staticmethod
    def _tell(listener: Listener) -> None:
        listener.news.set()
        if listener.waiting is not None and not listener.waiting.done():
            listener.waiting.set_result(None)

    def polling(self, bot: BotAccount) -> bool:
        """Whether the bot has an open long poll."""
        waiting = self.of(bot).waiting
        return waiting is not None and not waiting.done()

    def terminate(self, bot: BotAccount, why: str = _OTHER_POLLER) -> bool:
        """End the open long poll as another poller does, and return whether there was one."""
        waiting = self.of(bot).waiting
        if waiting is None or waiting.done():
            return False
        waiting.set_result(conflict(why))
        return True

    async def poll(self, bot: BotAccount, params: dict[str, Any]) -> list[Json]:
        """Answer getUpdates. Raises Refusal if another poll takes over or a webhook is set."""
        listener = self.of(bot)
        if listener.url:
            raise conflict(_ACTIVE)
        offset, limit = int(params.get("offset") or 0), min(max(int(params.get("limit") or 100), 1), 100)
        timeout = min(int(params.get("timeout") or 0), _LONGEST_POLL)
        now = self._loop.time()
        if offset == listener.last_offset and now < listener.last_poll + 3.0:
            timeout = max(timeout, 3)
            limit = 1 if now < listener.last_poll + 0.5 else limit
        listener.last_offset, listener.last_poll = offset, now
        with self._world.lock:
            bot.queue.allow(params.get("allowed_updates"))
        found = self._take(bot, offset, limit)
        if found or not timeout:
            return found
        return await self._long_poll(listener, offset, limit, timeout)

    async def _long_poll(self, listener: Listener, offset: int, limit: int, seconds: int) -> list[Json]:
        self.terminate(listener.bot)
        mine: asyncio.Future[Refusal | None] = self._loop.create_future()
        listener.waiting = mine
        try:
            async with asyncio.timeout(seconds):
                refusal = await mine
        except TimeoutError:
            return []
        if refusal is not None:
            raise refusal
        return self._take(listener.bot, offset, limit)

    def _take(self, bot: BotAccount, offset: int, limit: int) -> list[Json]:
        with self._world.lock:
            return bot.queue.take(offset, limit, self._world.now())

    # Webhooks

    def set_webhook(self, bot: BotAccount, params: dict[str, Any]) -> bool:
        """Perform setWebhook. Raises Refusal for an invalid address or secret."""
        url, secret = str(params.get("url") or ""), str(params.get("secret_token") or "")
        if url and not url.startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise bad("secret token contains unallowed characters")
        listener = self.of(bot)
        self.terminate(bot, "terminated by setWebhook request")
        with self._world.lock:
            bot.queue.allow(params.get("allowed_updates"))
            if params.get("drop_pending_updates"):
                bot.queue.clear()
        if listener.posting is not None:
            listener.posting.cancel()
        listener.url, listener.secret, listener.error = url, secret, ""
        listener.posting = asyncio.create_task(self._post(listener)) if url else None
        return True

    def webhook_info(self, bot: BotAccount) -> Json:
        """Answer getWebhookInfo."""
        listener = self.of(bot)
        told: Json = {"url": listener.url, "has_custom_certificate": False, "pending_update_count": len(bot.queue)}
        if listener.url:
            told |= {"max_connections": 40, "ip_address": "127.0.0.1", "allowed_updates": sorted(bot.queue.allowed)}
        if listener.error:
            told |= {"last_error_date": listener.error_date, "last_error_message": listener.error}
        return told

    async def _post(self, listener: Listener) -> None:
        """Post each update until the webhook answers 2xx."""
        while True:
            listener.news.clear()
            for update in self._take(listener.bot, 0, 1):
                if await self._taken(listener, update):
                    self._take(listener.bot, update["update_id"] + 1, 1)
                else:
                    await asyncio.sleep(self._retry)
                listener.news.set()
            await listener.news.wait()

    async def _taken(self, listener: Listener, update: Json) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": listener.secret} if listener.secret else {}
        try:
            async with self._session.post(listener.url, json=update, headers=headers) as answer:
                if 200 <= answer.status < 300:
                    return True
                listener.error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            listener.error = f"Connection failed: {error}"
        listener.error_date = int(self._world.now())
        return False

    async def close(self) -> None:
        """Close all polls and webhooks."""
        tasks = [one.posting for one in self._listeners.values() if one.posting is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for listener in self._listeners.values():
            if listener.waiting is not None and not listener.waiting.done():
                listener.waiting.set_result(None)
        await self._session.close()
