"""The admins of each chat: fetched from Telegram now and then, kept current with chat_member updates.

An admin here owns the chat or may change its info (title, picture, description); Telegram gives that right to those who
set a group up. https://core.telegram.org/bots/api#getchatadministrators
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
import structlog
from telegram import Bot, ChatMember
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from adapters.telegram.api.chats import GROUP, SUPERGROUP, Membership
from adapters.telegram.api.retry import retry_after_seconds
from adapters.telegram.api.updates import Update
from adapters.telegram.rooms.state import AdapterState
from bots.ports import Clock

log = structlog.get_logger()
FRESH = timedelta(seconds=60)
"""How old the list may be for a command or a button press."""
STALE = timedelta(minutes=10)
"""How old the list may be for other messages."""
HELD = timedelta(hours=1)
"""How old the list may be while Telegram does not answer."""
_LONG = 5.0
"""Seconds; don't hold other chats up for a longer pause."""


class AdminCache:
    """Fills `AdapterState.admins`."""

    def __init__(self, bot: Bot, state: AdapterState, clock: Clock) -> None:
        self._bot = bot
        self._state = state
        self._clock = clock
        self._fetched_at: dict[int, datetime] = {}
        self._retry_at: dict[int, datetime] = {}

    async def refresh(self, updates: Sequence[Update]) -> None:
        """Fetch the admins that these updates need. Raises TelegramError when the fetch must be repeated."""
        now = self._clock.now()
        stale = {chat for update in updates if (chat := self._stale_chat(update, now)) is not None}
        if stale:
            await asyncio.gather(*(self._fetch(chat, now) for chat in stale))
        self._apply_changes(updates)

    def _stale_chat(self, update: Update, now: datetime) -> int | None:
        """Return the chat of the update if its admins have to be fetched."""
        chat = update.chat
        if chat is None or chat.type not in (GROUP, SUPERGROUP):
            return None
        if chat.id in self._retry_at and now < self._retry_at[chat.id]:
            return None
        fetched_at = self._fetched_at.get(chat.id)
        allowed = FRESH if _is_request(update) else STALE
        return None if fetched_at is not None and now - fetched_at <= allowed else chat.id

    async def _fetch(self, chat: int, now: datetime) -> None:
        try:
            found = [to_membership(member) for member in await self._bot.get_chat_administrators(chat)]
        except (BadRequest, Forbidden, ChatMigrated):
            found = []  # The bot has left, or the chat has a new id.
        except InvalidToken:
            raise
        except TelegramError as error:
            if not self._postpone(chat, error, now):
                raise
            return
        for member in found:
            self._state.remember_username(member.user)
        self._state.admins[chat] = frozenset(member.user.id for member in found if member.manages)
        self._fetched_at[chat] = now

    def _postpone(self, chat: int, error: TelegramError, now: datetime) -> bool:
        """Go on with the cached admins, so that other chats need not wait; return False when that isn't possible.

        It isn't after a short failure in a chat without a usable cache.
        """
        fetched_at = self._fetched_at.get(chat)
        pause = retry_after_seconds(error) or 0.0
        if pause < _LONG and (fetched_at is None or now - fetched_at > HELD):
            return False
        self._retry_at[chat] = now + max(timedelta(seconds=pause), FRESH)
        log.warning("telegram-managers-not-told", chat=chat, why=str(error), known=fetched_at is not None)
        return True

    def _apply_changes(self, updates: Sequence[Update]) -> None:
        """Apply the rights that these updates give and take."""
        for update in updates:
            change = update.chat_member
            if change is None or change.chat.id not in self._state.admins:
                continue
            admins, user = self._state.admins[change.chat.id], frozenset({change.new_chat_member.user.id})
            self._state.admins[change.chat.id] = admins | user if change.new_chat_member.manages else admins - user


def to_membership(member: ChatMember) -> Membership:
    """Convert the client library's member to the type that updates use."""
    return msgspec.convert(member.to_dict(), Membership)


def _is_request(update: Update) -> bool:
    """Return whether somebody wants something of the bot: a button press, or a message that begins like a command."""
    message = update.message
    return update.callback_query is not None or (message is not None and message.plain_text[:1] == "/")
