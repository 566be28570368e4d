"""What Telegram allows, and what was used of it: in a chat, and of the account. Pure.

"avoid sending more than one message per second" in a chat, "not be able to send more than 20 messages per minute" to a
group, "no more than 30 messages per second" in all: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits

Each picture of an album is a message of its own.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

PER_SECOND, MOST_IN_A_SECOND = 29.0, 30
"""One less than what is allowed: what is sent a thirtieth of a second apart may arrive closer together."""
CHAT_SECONDS = 1.0
GROUP_MESSAGES, GROUP_SECONDS = 20, 60.0
SLACK = 0.02
_LATE, _LATEST = 0.25, 1.0


@dataclass
class ChatUse:
    """When messages went to a chat; `last`: how many at once, the last time. It is closed until `closed_until`."""

    group: bool
    sent: deque[float] = field(default_factory=lambda: deque(maxlen=GROUP_MESSAGES))
    last: int = 0
    closed_until: float = 0.0

    def free_at(self, count: int) -> float:
        """When so many may go there at once."""
        free = self.closed_until
        if self.sent:
            free = max(free, self.sent[-1] + self.last * CHAT_SECONDS + SLACK)
        beside = GROUP_MESSAGES - count
        if self.group and len(self.sent) > beside:
            free = max(free, self.sent[-beside - 1] + GROUP_SECONDS + SLACK)
        return free

    def take(self, now: float, count: int) -> None:
        """So many go there now."""
        self.sent.extend([now] * count)
        self.last = count

    def landed(self, now: float, count: int) -> None:
        """The last so many have arrived by now: their time counts from here, however long they were on their way."""
        for _ in range(min(count, len(self.sent))):
            self.sent.pop()
        self.sent.extend([now] * count)


@dataclass
class AccountUse:
    """When the last messages left. The next may at `next`; Telegram wants silence until `closed_until`."""

    next: float = 0.0
    closed_until: float = 0.0
    second: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_IN_A_SECOND))

    def free_at(self, count: int) -> float:
        """When so many may leave at once."""
        free, beside = max(self.next, self.closed_until), MOST_IN_A_SECOND - count
        if len(self.second) > beside:
            free = max(free, self.second[-beside - 1] + 1.0 + SLACK)
        return free

    def take(self, now: float, count: int, waited: float) -> None:
        """So many leave now, that could have left for so long. What a busy machine sends late is made good, but never
        more than fits into any second; silence is no reason for a burst."""
        self.second.extend([now] * count)
        self.next = max(self.next, now - min(max(waited, _LATE), _LATEST)) + count / PER_SECOND
