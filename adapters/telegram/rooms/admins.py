"""Who manages which chat: asked of Telegram once in a while, and kept up with what chat_member updates say.

`manages` means: owns the chat, or may change its info (title, picture, description), which is what Telegram gives to
those who set a group up. https://core.telegram.org/bots/api#getchatadministrators
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
import structlog
from telegram import Bot, ChatMember
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from adapters.telegram.api.retry import seconds
from adapters.telegram.api.types import GROUP, SUPERGROUP, Standing, Update
from adapters.telegram.rooms.state import Known
from bots.ports import Clock

log = structlog.get_logger()
FRESH = timedelta(seconds=60)
"""How old the answer may be when somebody acts: commands, presses."""
STALE = timedelta(minutes=10)
"""How old it may be for what people say to each other."""
HELD = timedelta(hours=1)
"""How old it may be while Telegram does not answer."""
_LONG = 5.0
"""Seconds of a pause for which nobody else is kept waiting."""


class Managers:
    """Fills `Known.managers`."""

    def __init__(self, bot: Bot, known: Known, clock: Clock) -> None:
        self._bot = bot
        self._known = known
        self._clock = clock
        self._asked: dict[int, datetime] = {}
        self._later: dict[int, datetime] = {}

    async def look(self, updates: Sequence[Update]) -> None:
        """Learn what these updates need. Raises TelegramError when it can't be asked for now."""
        now = self._clock.now()
        needed = {chat for update in updates if (chat := self._needed(update, now)) is not None}
        if needed:
            await asyncio.gather(*(self._ask(chat, now) for chat in needed))
        self._follow(updates)

    def _needed(self, update: Update, now: datetime) -> int | None:
        """The chat that has to be asked about."""
        chat = update.chat
        if chat is None or chat.type not in (GROUP, SUPERGROUP):
            return None
        if chat.id in self._later and now < self._later[chat.id]:
            return None
        asked = self._asked.get(chat.id)
        allowed = FRESH if _acts(update) else STALE
        return None if asked is not None and now - asked <= allowed else chat.id

    async def _ask(self, chat: int, now: datetime) -> None:
        try:
            found = [standing(member) for member in await self._bot.get_chat_administrators(chat)]
        except (BadRequest, Forbidden, ChatMigrated):
            found = []  # the bot is out, or the chat is another by now
        except InvalidToken:
            raise
        except TelegramError as error:
            if not self._goes_without(chat, error, now):
                raise
            return
        for member in found:
            self._known.meet(member.user)
        self._known.managers[chat] = frozenset(member.user.id for member in found if member.manages)
        self._asked[chat] = now

    def _goes_without(self, chat: int, error: TelegramError, now: datetime) -> bool:
        """Whether to go on with who managed the chat before, if that is known: all other chats would wait for this one.
        A short trouble about a chat that was never asked about is waited for."""
        pause, asked = seconds(error) if isinstance(error, RetryAfter) else 0.0, self._asked.get(chat)
        if pause < _LONG and (asked is None or now - asked > HELD):
            return False
        self._later[chat] = now + max(timedelta(seconds=pause), FRESH)
        log.warning("telegram-managers-not-told", chat=chat, why=str(error), known=asked is not None)
        return True

    def _follow(self, updates: Sequence[Update]) -> None:
        """Rights given and taken, as they are told."""
        for update in updates:
            change = update.chat_member
            if change is None or change.chat.id not in self._known.managers:
                continue
            held, user = self._known.managers[change.chat.id], frozenset({change.new_chat_member.user.id})
            self._known.managers[change.chat.id] = held | user if change.new_chat_member.manages else held - user


def standing(member: ChatMember) -> Standing:
    """What the client library says of a member, in the form of updates."""
    return msgspec.convert(member.to_dict(), Standing)


def _acts(update: Update) -> bool:
    """Whether somebody wants something of the bot: a press, or what begins like a command."""
    message = update.message
    return update.callback_query is not None or (message is not None and message.words[:1] == "/")
