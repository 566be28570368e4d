"""Rate limits: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field

COUNTED = frozenset({
    "sendmessage", "sendphoto", "senddocument", "sendvideo", "sendvoice", "sendsticker", "sendpoll", "sendmediagroup",
    "sendaudio", "sendanimation",
    "forwardmessage", "copymessage", "editmessagetext", "editmessagecaption", "editmessagereplymarkup",
    "editmessagemedia", "stoppoll",
})  # fmt: skip


@dataclass(frozen=True)
class Limits:
    """Messages per second overall, per second in a chat, and per minute in a group. Album items count separately."""

    overall: float = 30.0
    chat: float = 1.0
    group: int = 20
    group_seconds: float = 60.0


@dataclass
class _Bucket:
    """A token bucket, which may go into debt."""

    rate: float
    size: float
    tokens: float
    at: float

    def wait(self, now: float, needed: float = 1.0) -> float:
        """Return the seconds until there are enough tokens."""
        self.tokens = min(self.size, self.tokens + max(now - self.at, 0.0) * self.rate)
        self.at = now
        return 0.0 if self.tokens >= needed - 1e-6 else (needed - self.tokens) / self.rate

    def take(self, count: int) -> None:
        self.tokens -= count


@dataclass
class Meter:
    """The messages that one bot has sent. `flooded` counts its 429s."""

    limits: Limits
    flooded: int = 0
    _overall: _Bucket | None = None
    _chats: dict[int, _Bucket] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)

    def retry_after(self, chat: int, now: float, count: int = 1) -> int:
        """Return the seconds to wait for this number of messages, or 0."""
        wait = max(self._all(now).wait(now, count), self._chat(chat, now).wait(now), self._minute(chat, now, count))
        if wait <= 0.0:
            return 0
        self.flooded += 1
        return max(1, math.ceil(wait))

    def take(self, chat: int, now: float, count: int = 1) -> None:
        """Count this number of messages. Calls that fail for another reason are not counted, as on Telegram."""
        self._all(now).take(count)
        self._chat(chat, now).take(count)
        if chat < 0:
            self._groups.setdefault(chat, deque()).extend([now] * count)

    def _all(self, now: float) -> _Bucket:
        if self._overall is None:
            self._overall = _Bucket(self.limits.overall, self.limits.overall, self.limits.overall, now)
        return self._overall

    def _chat(self, chat: int, now: float) -> _Bucket:
        return self._chats.setdefault(chat, _Bucket(self.limits.chat, 1.0, 1.0, now))

    def _minute(self, chat: int, now: float, count: int) -> float:
        sent = self._groups.get(chat, deque())
        while sent and sent[0] <= now - self.limits.group_seconds:
            sent.popleft()
        over = len(sent) + count - self.limits.group
        return sent[over - 1] + self.limits.group_seconds - now if over > 0 else 0.0
