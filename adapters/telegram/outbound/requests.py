"""Send requests within the rate limits, and turn errors into receipts. Follow a group that became a supergroup."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from telegram import Bot, Chat, Message
from telegram.error import ChatMigrated, TelegramError

from adapters.telegram.api.http import CutAnswer
from adapters.telegram.api.ids import Destination
from adapters.telegram.api.rate_limiter import RateLimiter
from adapters.telegram.api.rate_limits import EDITS
from adapters.telegram.api.retry import retry_after_seconds
from adapters.telegram.inbound import service_messages
from adapters.telegram.outbound.receipts import receipt_for
from adapters.telegram.rooms.state import AdapterState
from bots.ports import Inbox, Later, Receipt, Sent

log = structlog.get_logger()
_Make = Callable[[Destination], Awaitable[Sequence[Message]]]
PACED = "the chat's own pace"


@dataclass(frozen=True)
class Completed:
    """The messages that a request sent, and the chat where they ended up."""

    messages: Sequence[Message]
    destination: Destination


@dataclass(frozen=True)
class RequestSender:
    """Sends the requests of one account."""

    bot: Bot
    state: AdapterState
    rate_limiter: RateLimiter
    inbox: Inbox

    async def send_message(
        self, where: Destination, priority: int, make: _Make, *, count: int = 1, private: bool = False
    ) -> Completed | Receipt:
        """Send `count` messages in one request. If the group became a supergroup, report that and send them there."""
        wait = await self.rate_limiter.acquire_chat(where.chat, priority, count)
        if wait > 0:
            return Later(wait, PACED, self_imposed=True)
        try:
            return await self._complete(where, make)
        except ChatMigrated as moved:
            return await self._send_to_new_chat(where, moved.new_chat_id, make)
        except TelegramError as error:
            return self._receipt_for(error, where, private=private)
        finally:
            self.rate_limiter.record_delivery(where.chat, count)

    async def request(
        self, where: Destination, make: Callable[[], Awaitable[object]], *, paced: int | None = None,
        patient: bool = False, right: str | None = None,
    ) -> Receipt:  # fmt: skip
        """Make a request about existing messages or members, which do not move to a new supergroup.

        `paced`: the request counts as a message of this priority to the chat; `patient`: wait even for a distant slot,
        because giving up would repeat an earlier request; `right`: the right it needs.
        """
        if paced is not None:
            wait = await self.rate_limiter.acquire_chat(where.chat, paced)
            while wait > 0 and patient:
                await self.rate_limiter.sleep(wait)
                wait = await self.rate_limiter.acquire_chat(where.chat, paced)
            if wait > 0:
                return Later(wait, PACED, self_imposed=True)
        else:
            await self.rate_limiter.acquire_account(EDITS)
        try:
            await make()
        except ChatMigrated as moved:
            await self._report_move(where.chat, moved.new_chat_id)
            return receipt_for(moved)
        except TelegramError as error:
            return self._receipt_for(error, where, right=right)
        finally:
            if paced is not None:
                self.rate_limiter.record_delivery(where.chat)
        return Sent()

    def _receipt_for(
        self, error: TelegramError, where: Destination, *, private: bool = False, right: str | None = None
    ) -> Receipt:
        """Return the receipt of a failed request, and start the pause that Telegram asks for."""
        if (seconds := retry_after_seconds(error)) is not None:
            everybody = self.rate_limiter.record_flood(where.chat, seconds)
            log.warning("telegram-flooded", chat=where.chat, seconds=seconds, everybody=everybody)
            return Later(everybody or seconds, str(error), account_wide=everybody is not None)
        return receipt_for(error, private=private, right=right)

    async def _send_to_new_chat(self, old: Destination, chat: int, make: _Make) -> Completed | Receipt:
        await self._report_move(old.chat, chat)
        new = Destination(chat, old.thread)
        try:
            return await self._complete(new, make)
        except TelegramError as error:
            return self._receipt_for(error, new)

    async def _report_move(self, old: int, new: int) -> None:
        await self.inbox.submit([service_messages.room_moved(self.state, old, new, datetime.now(UTC))])

    async def _complete(self, where: Destination, make: _Make) -> Completed:
        """Make a request that sends messages. Of an incomplete answer, use the message's id. Raises TelegramError."""
        try:
            sent = await make(where)
        except CutAnswer as cut:
            log.warning("telegram-answer-cut", chat=where.chat, message=cut.number)
            sent = (Message(cut.number, datetime.now(UTC), Chat(where.chat, "")),) if cut.number is not None else ()
        self.rate_limiter.record_success()
        for message in sent:
            self.state.message_numbers.note(where.chat, message.message_id)
        return Completed(sent, where)
