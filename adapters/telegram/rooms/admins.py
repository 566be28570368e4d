"""The admins of each chat: fetched from Telegram now and then, kept current with chat_member updates.

An admin here owns the chat or may change its info (title, picture, description); Telegram gives that right to those who
set a group up. https://core.telegram.org/bots/api#getchatadministrators
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

import msgspec
import structlog
from telegram import Bot, ChatMember
from telegram.error import BadRequest, ChatMigrated, Forbidden

from adapters.telegram.api.chats import GROUP, SUPERGROUP, Membership
from adapters.telegram.api.retry import retry_after_seconds
from adapters.telegram.api.updates import Update
from adapters.telegram.rooms.state import AdapterState, ChatAdmins
from bots.ports import Clock
from bots.retry import backoff

log = structlog.get_logger()
FRESH = timedelta(seconds=60)
"""How old the list may be for a command or a button press."""
STALE = timedelta(minutes=10)
"""How old the list may be for other messages."""
HELD = timedelta(hours=1)
"""How old the list may be while Telegram does not answer. After that nobody counts as an admin."""
FETCH_SECONDS = 10.0
"""How long a chat waits for its list, retries included. Then it goes on with the list it has."""
GRACE_SECONDS = 1.0
"""How long the updates of other chats wait for it."""
_FIRST_PAUSE = 0.5


class AdminCache:
    """Fills `AdapterState.admins`."""

    def __init__(self, bot: Bot, state: AdapterState, clock: Clock) -> None:
        self._bot = bot
        self._state = state
        self._clock = clock
        self._fetched_at: dict[int, datetime] = {}
        self._retry_at: dict[int, datetime] = {}
        self._fetches: dict[int, asyncio.Task[None]] = {}

    async def refresh(self, updates: Sequence[Update]) -> Collection[int]:
        """Fetch the admins that these updates need. Return the chats that still wait for theirs after a moment."""
        now = self._clock.now()
        stale = {chat for update in updates if (chat := self._stale_chat(update, now)) is not None}
        for chat in stale - self._fetches.keys():
            self._fetches[chat] = asyncio.create_task(self._fetch(chat))
        if stale:
            await asyncio.wait([self._fetches[chat] for chat in stale], timeout=GRACE_SECONDS)
        return stale & self._fetches.keys()

    async def close(self) -> None:
        """Cancel the fetches."""
        fetches = list(self._fetches.values())
        for fetch in fetches:
            fetch.cancel()
        await asyncio.gather(*fetches, return_exceptions=True)

    def _stale_chat(self, update: Update, now: datetime) -> int | None:
        """Return the chat of the update if its admins have to be fetched."""
        chat = update.chat
        if chat is None or chat.type not in (GROUP, SUPERGROUP):
            return None
        if chat.id in self._retry_at and now < self._retry_at[chat.id]:
            return None
        fetched_at = self._fetched_at.get(chat.id)
        if fetched_at is None or (_is_request(update) and self._is_new_anonymous(update)):
            return chat.id
        return None if now - fetched_at <= (FRESH if _is_request(update) else STALE) else chat.id

    def _is_new_anonymous(self, update: Update) -> bool:
        """Return whether an update shows an admin whom we don't know yet, writing in the group's name."""
        message = update.message
        if message is None or message.sender_chat is None or message.sender_chat.id != message.chat.id:
            return False
        return not self._state.admins_of(message.chat.id).has_anonymous(message.author_signature or "")

    async def _fetch(self, chat: int) -> None:
        """Fetch the admins of a chat, or go on with the known ones when that takes too long."""
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                self._store(chat, await self._ask(chat))
        except Exception as error:  # noqa: BLE001 - whatever it is, the chat must not wait endlessly
            self._postpone(chat, error)
        finally:
            del self._fetches[chat]

    async def _ask(self, chat: int) -> list[Membership]:
        """Ask until Telegram answers. Raises the error that Telegram answers when retrying soon is useless."""
        tries = 0
        while True:
            try:
                return [to_membership(member) for member in await self._bot.get_chat_administrators(chat)]
            except (BadRequest, Forbidden, ChatMigrated):
                return []  # The bot has left, or the chat has a new id.
            except Exception as error:
                pause = retry_after_seconds(error)
                if pause is not None and pause >= FETCH_SECONDS:
                    raise
                log.warning("telegram-managers-asked-again", chat=chat, why=str(error))
                await asyncio.sleep(backoff(tries, first=_FIRST_PAUSE) if pause is None else pause)
                tries += 1

    def _store(self, chat: int, found: Iterable[Membership]) -> None:
        admins = ChatAdmins.of(found)
        for member in admins.members.values():
            self._state.remember_username(member.user)
        self._state.admins[chat] = admins
        self._fetched_at[chat] = self._clock.now()
        self._retry_at.pop(chat, None)

    def _postpone(self, chat: int, error: Exception) -> None:
        """Ask again later, and go on with the known admins until they are too old."""
        now, fetched_at = self._clock.now(), self._fetched_at.get(chat)
        self._retry_at[chat] = now + max(timedelta(seconds=retry_after_seconds(error) or 0.0), FRESH)
        if fetched_at is not None and now - fetched_at > HELD:
            self._state.admins.pop(chat, None)
        log.warning(
            "telegram-managers-not-told", chat=chat, why=str(error) or type(error).__name__,
            known=chat in self._state.admins,
        )  # fmt: skip

    def apply_changes(self, updates: Sequence[Update]) -> None:
        """Apply the rights that these updates give and take."""
        for update in updates:
            change = update.chat_member
            if change is not None and change.chat.id in self._state.admins:
                admins = self._state.admins[change.chat.id]
                self._state.admins[change.chat.id] = admins.after(change.new_chat_member)


def to_membership(member: ChatMember) -> Membership:
    """Convert the client library's member to the type that updates use."""
    return msgspec.convert(member.to_dict(), Membership)


def _is_request(update: Update) -> bool:
    """Return whether somebody wants something of the bot: a button press, or a message that begins like a command."""
    message = update.message
    return update.callback_query is not None or (message is not None and message.plain_text[:1] == "/")
