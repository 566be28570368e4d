"""How fast a bot may send. https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field

COUNTED = frozenset({
    "sendmessage", "sendphoto", "senddocument", "sendvideo", "sendvoice", "sendsticker", "sendpoll", "sendmediagroup",
    "forwardmessage", "copymessage", "editmessagetext", "editmessagecaption", "editmessagereplymarkup",
    "editmessagemedia", "stoppoll",
})  # fmt: skip


@dataclass(frozen=True)
class Limits:
    """Messages a second overall, a second in a chat (with a burst that is let through), a minute in a group."""

    overall: float = 30.0
    chat: float = 1.0
    burst: int = 3
    group: int = 20
    group_seconds: float = 60.0


@dataclass
class _Bucket:
    """Holds so many tokens, refilled at a rate."""

    rate: float
    size: float
    tokens: float
    at: float

    def wait(self, now: float) -> float:
        """Seconds until there is one."""
        self.tokens = min(self.size, self.tokens + max(now - self.at, 0.0) * self.rate)
        self.at = now
        return 0.0 if self.tokens >= 1.0 - 1e-6 else (1.0 - self.tokens) / self.rate

    def take(self, count: int) -> None:
        self.tokens -= count


@dataclass
class Meter:
    """What one bot has sent. `flooded`: how often it was told to wait."""

    limits: Limits
    flooded: int = 0
    _overall: _Bucket | None = None
    _chats: dict[int, _Bucket] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)

    def retry_after(self, chat: int, now: float, count: int = 1) -> int:
        """0 when the message goes through (it is counted then), else the seconds to wait."""
        limits = self.limits
        if self._overall is None:
            self._overall = _Bucket(limits.overall, limits.overall, limits.overall, now)
        bucket = self._chats.setdefault(chat, _Bucket(limits.chat, limits.burst, limits.burst, now))
        waits = [self._overall.wait(now), bucket.wait(now), self._minute(chat, now)]
        if max(waits) > 0.0:
            self.flooded += 1
            return max(1, math.ceil(max(waits)))
        self._overall.take(count)
        bucket.take(count)
        if chat < 0:
            self._groups.setdefault(chat, deque()).extend([now] * count)
        return 0

    def _minute(self, chat: int, now: float) -> float:
        sent = self._groups.get(chat, deque())
        while sent and sent[0] <= now - self.limits.group_seconds:
            sent.popleft()
        return sent[0] + self.limits.group_seconds - now if len(sent) >= self.limits.group else 0.0
