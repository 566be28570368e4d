"""The queue of one bot's updates, for polling and webhook: https://core.telegram.org/bots/api#getupdates

The queue reads offsets as telegram-bot-api does (Client::do_get_updates, TQueue::get): one far beyond the queue's end
counts as no offset.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Iterable

from tests.standins.telegram.users import Json

KINDS = (
    "message", "edited_message", "channel_post", "edited_channel_post", "inline_query", "chosen_inline_result",
    "callback_query", "shipping_query", "pre_checkout_query", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "chat_boost", "removed_chat_boost", "message_reaction", "message_reaction_count",
    "business_connection", "business_message", "edited_business_message", "deleted_business_messages",
    "purchased_paid_media", "managed_bot", "guest_message",
)  # fmt: skip
DEFAULT = frozenset(KINDS) - {"chat_member", "message_reaction", "message_reaction_count"}
KEPT_SECONDS = 24 * 3600.0
_BEYOND = 10
_BEHIND = 100_000


class UpdateQueue:
    """Unconfirmed updates by id. `handed` has every update that was ever queued, by id."""

    def __init__(self, first: int) -> None:
        self.allowed = DEFAULT
        self.next_id = first
        self.put_in = 0
        self._waiting: deque[tuple[int, float, Json]] = deque()
        self._wakers: list[Callable[[], None]] = []

    def __len__(self) -> int:
        return len(self._waiting)

    def on_news(self, waker: Callable[[], None]) -> None:
        """Call this function at each new update."""
        self._wakers.append(waker)

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Set the allowed kinds. No list changes nothing, and an empty one restores the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) & frozenset(KINDS) or DEFAULT

    def add(self, kind: str, content: Json, now: float) -> int | None:
        """Queue an update and return its id, or None for a kind that is not allowed."""
        if kind not in self.allowed:
            return None
        return self.add_raw({kind: content}, now)

    def add_raw(self, update: Json, now: float) -> int:
        """Queue an update with any content."""
        number = self.next_id
        self.next_id += 1
        self.put_in += 1
        self._waiting.append((number, now, {"update_id": number, **update}))
        for waker in self._wakers:
            waker()
        return number

    def restart_ids(self, at: int | None) -> None:
        """Choose the next id at random, as Telegram does after a week without updates."""
        self.next_id = at if at is not None else random.randrange(1000, max(self.next_id - 1000, 2000))

    def take(self, offset: int, limit: int, now: float) -> list[Json]:
        """Return the updates from the offset on, and drop all earlier ones."""
        while self._waiting and self._waiting[0][1] <= now - KEPT_SECONDS:
            self._waiting.popleft()
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        elif self._waiting and self._waiting[0][0] - _BEHIND <= offset <= self.next_id + _BEYOND:
            self._forget(offset)
        return [update for _, _, update in list(self._waiting)[:limit]]

    def _forget(self, offset: int) -> None:
        while self._waiting and self._waiting[0][0] < offset:
            self._waiting.popleft()

    def clear(self) -> None:
        """Drop all updates."""
        self._waiting.clear()
