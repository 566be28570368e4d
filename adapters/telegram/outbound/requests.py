"""The line out: one request at its turn, and how it ended. A chat that moved is followed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar

import structlog
from telegram import Bot
from telegram.error import ChatMigrated, RetryAfter, TelegramError

from adapters.telegram.api.ids import Place
from adapters.telegram.api.rate_limiter import Pace
from adapters.telegram.api.retry import seconds
from adapters.telegram.inbound import service_messages
from adapters.telegram.outbound.receipts import failed
from adapters.telegram.rooms.state import Known
from bots.ports import Inbox, Later, Receipt

log = structlog.get_logger()
_Result = TypeVar("_Result")
LAST = 2
"""The priority of what nobody waits for."""
PACED = "the chat's own pace"


@dataclass(frozen=True)
class Done(Generic[_Result]):
    """What a request gave, and where it was performed in the end."""

    result: _Result
    place: Place


@dataclass(frozen=True)
class Line:
    """Requests of one account."""

    bot: Bot
    known: Known
    pace: Pace
    inbox: Inbox

    async def message(
        self, place: Place, priority: int, make: Callable[[Place], Awaitable[_Result]], *, count: int = 1,
        private: bool = False,
    ) -> Done[_Result] | Receipt:  # fmt: skip
        """A message, or `count` at once: at the chat's pace and the account's. A group that became a supergroup is made
        known under its new id, and the message goes there."""
        wait = await self.pace.enter(place.chat, priority, count)
        if wait > 0:
            return Later(wait, PACED, paced=True)
        try:
            return Done(await make(place), place)
        except ChatMigrated as moved:
            return await self._at_new_id(place, moved.new_chat_id, make)
        except TelegramError as error:
            return self.ended(error, place, private=private)
        finally:
            self.pace.landed(place.chat, count)

    async def request(
        self, place: Place, make: Callable[[], Awaitable[_Result]], *, paced: bool = False, right: str | None = None
    ) -> Done[_Result] | Receipt:
        """A request about something that is there, which a moved chat has left behind."""
        if paced:
            wait = await self.pace.enter(place.chat, LAST)
            if wait > 0:
                return Later(wait, PACED, paced=True)
        else:
            await self.pace.turn(LAST)
        try:
            return Done(await make(), place)
        except ChatMigrated as moved:
            await self._tell_moved(place.chat, moved.new_chat_id)
            return failed(moved)
        except TelegramError as error:
            return self.ended(error, place, right=right)
        finally:
            if paced:
                self.pace.landed(place.chat)

    def ended(self, error: TelegramError, place: Place, *, private: bool = False, right: str | None = None) -> Receipt:
        """The receipt of a request that failed; a pause that Telegram asks for is kept to."""
        receipt = failed(error, private=private, right=right)
        if isinstance(error, RetryAfter):
            everybody = self.pace.flooded(place.chat, seconds(error))
            log.warning("telegram-flooded", chat=place.chat, seconds=seconds(error), everybody=everybody)
            return Later(seconds(error), str(error), account_wide=everybody)
        return receipt

    async def _at_new_id(
        self, old: Place, chat: int, make: Callable[[Place], Awaitable[_Result]]
    ) -> Done[_Result] | Receipt:
        await self._tell_moved(old.chat, chat)
        new = Place(chat, old.thread)
        try:
            return Done(await make(new), new)
        except TelegramError as error:
            return self.ended(error, new)

    async def _tell_moved(self, old: int, new: int) -> None:
        await self.inbox.submit([service_messages.moved(self.known, old, new, datetime.now(UTC))])
