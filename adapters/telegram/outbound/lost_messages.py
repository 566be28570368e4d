"""Messages whose reply was lost. Telegram may show them, and without its number nobody can edit or delete a message.

Bots can't read what they posted, but Telegram answers differently when a bot edits its own message without changing
anything ("message is not modified"), a message of others, or none. So try the numbers that the message may have.
https://core.telegram.org/bots/api#editmessagereplymarkup
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from telegram import Chat, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, TelegramError

from adapters.telegram.api.ids import Destination
from adapters.telegram.api.rate_limits import EDITS
from adapters.telegram.outbound.requests import Completed, RequestSender
from adapters.telegram.rooms.message_numbers import count_of

log = structlog.get_logger()
MOST_TRIES, _MOST_KEPT = 8, 1000
_OURS = "not modified"


@dataclass(frozen=True)
class Lost:
    """A message of ours that may be in a chat. `after`: the newest number known there before it was sent."""

    key: str
    where: Destination
    after: int
    markup: InlineKeyboardMarkup | None


class LostMessages:
    """The newest lost message of each count, until it is found."""

    def __init__(self) -> None:
        self._lost: OrderedDict[int, Lost] = OrderedDict()

    def of_key(self, key: str, where: Destination) -> Lost | None:
        """Return the lost message of an earlier try of the same send."""
        lost = self._lost.get(count_of(where.chat))
        return lost if lost is not None and lost.key == key else None

    async def find(self, requests: RequestSender, lost: Lost) -> Completed | None:
        """Return the message if Telegram shows it; otherwise remember that it may.

        Two lost messages could be taken for each other, so don't look for one that may be after another.
        """
        count = count_of(lost.where.chat)
        other = self._lost.get(count)
        if other is not None and other.key != lost.key and lost.after <= other.after:
            return None
        for number in requests.state.message_numbers.unknown_after(lost.where.chat, lost.after, MOST_TRIES):
            found = await _is_ours(requests, lost, number)
            if found:
                self._lost.pop(count, None)
                requests.state.message_numbers.note(lost.where.chat, number)
                log.info("telegram-message-found", chat=lost.where.chat, message=number)
                return Completed((Message(number, datetime.now(UTC), Chat(lost.where.chat, "")),), lost.where)
            if found is None:
                break
        self._remember(count, lost)
        return None

    def _remember(self, count: int, lost: Lost) -> None:
        self._lost[count] = lost
        if len(self._lost) > _MOST_KEPT:
            self._lost.popitem(last=False)


async def _is_ours(requests: RequestSender, lost: Lost, number: int) -> bool | None:
    """Return whether the message with this number is the lost one; None when Telegram doesn't say."""
    await requests.rate_limiter.acquire_account(EDITS)
    try:
        await requests.bot.edit_message_reply_markup(lost.where.chat, number, reply_markup=lost.markup)
    except BadRequest as error:
        return _OURS in str(error).lower()
    except TelegramError:
        return None
    return True
