"""Telegram's rate limits, and how much of them a chat and the account have used. Pure.

"avoid sending more than one message per second" in a chat, "not be able to send more than 20 messages per minute" to a
group, "no more than 30 messages per second" in all: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits

Each picture of an album counts as a message.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

PER_SECOND, MOST_IN_A_SECOND = 29.0, 30
"""One less per second than allowed: messages sent a thirtieth of a second apart may arrive closer together."""
CHAT_SECONDS = 1.0
GROUP_MESSAGES, GROUP_SECONDS = 20, 60.0
SLACK = 0.02
_LATE, _LATEST = 0.25, 1.0


@dataclass
class ChatUsage:
    """The recent messages to a chat. `last`: how many the last request sent; `closed_until`: end of a pause."""

    group: bool
    sent: deque[float] = field(default_factory=lambda: deque(maxlen=GROUP_MESSAGES))
    last: int = 0
    closed_until: float = 0.0

    def free_at(self, count: int) -> float:
        """Return when the chat accepts `count` messages at once."""
        free = self.closed_until
        if self.sent:
            free = max(free, self.sent[-1] + self.last * CHAT_SECONDS + SLACK)
        allowed_before = GROUP_MESSAGES - count
        if self.group and len(self.sent) > allowed_before:
            free = max(free, self.sent[-allowed_before - 1] + GROUP_SECONDS + SLACK)
        return free

    def record_send(self, now: float, count: int) -> None:
        """Count `count` messages that leave now."""
        self.sent.extend([now] * count)
        self.last = count

    def record_delivery(self, now: float, count: int) -> None:
        """Move the last `count` messages to now, when they arrived: Telegram counts from the arrival."""
        for _ in range(min(count, len(self.sent))):
            self.sent.pop()
        self.sent.extend([now] * count)


@dataclass
class AccountUsage:
    """The recent messages of the account. `next`: when the next may leave; `closed_until`: end of a pause."""

    next: float = 0.0
    closed_until: float = 0.0
    second: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_IN_A_SECOND))

    def free_at(self, count: int) -> float:
        """Return when `count` messages may leave at once."""
        free, allowed_before = max(self.next, self.closed_until), MOST_IN_A_SECOND - count
        if len(self.second) > allowed_before:
            free = max(free, self.second[-allowed_before - 1] + 1.0 + SLACK)
        return free

    def record_send(self, now: float, count: int, waited: float) -> None:
        """Count `count` messages that leave now, `waited` seconds after they could have.

        A busy machine may catch up on its delay, within the limit of each second. An idle account earns no burst.
        """
        self.second.extend([now] * count)
        self.next = max(self.next, now - min(max(waited, _LATE), _LATEST)) + count / PER_SECOND
