"""What waits for one bot: the queue behind getUpdates and the webhook. https://core.telegram.org/bots/api#getupdates

Offsets are read as telegram-bot-api does (Client::do_get_updates, TQueue::get): an offset far beyond the queue's end
counts as none at all.
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
    """Updates in the order of their ids, until they are confirmed. `handed`: every update ever put in, by id."""

    def __init__(self, first: int) -> None:
        self.allowed = DEFAULT
        self.next_id = first
        self.put_in = 0
        self._waiting: deque[tuple[int, float, Json]] = deque()
        self._wakers: list[Callable[[], None]] = []

    def __len__(self) -> int:
        return len(self._waiting)

    def on_news(self, waker: Callable[[], None]) -> None:
        """Call this whenever an update came in."""
        self._wakers.append(waker)

    def allow(self, kinds: Iterable[str] | None) -> None:
        """An omitted list leaves all as it is; an empty one, or one of unknown kinds only, sets the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) & frozenset(KINDS) or DEFAULT

    def add(self, kind: str, content: Json, now: float) -> int | None:
        """The update's id; None when this kind is not asked for."""
        if kind not in self.allowed:
            return None
        return self.add_raw({kind: content}, now)

    def add_raw(self, update: Json, now: float) -> int:
        """Put in anything."""
        number = self.next_id
        self.next_id += 1
        self.put_in += 1
        self._waiting.append((number, now, {"update_id": number, **update}))
        for waker in self._wakers:
            waker()
        return number

    def restart_ids(self, at: int | None) -> None:
        """As after a week without updates: the next id is chosen at random."""
        self.next_id = at if at is not None else random.randrange(1000, max(self.next_id - 1000, 2000))

    def take(self, offset: int, limit: int, now: float) -> list[Json]:
        """What waits from the offset on; all before it is forgotten."""
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
        """Drop all that waits."""
        self._waiting.clear()
