"""Telegram's rate limits, and how much of them a chat and the account have used. Pure.

"avoid sending more than one message per second" in a chat, "not be able to send more than 20 messages per minute" to a
group, "no more than 30 messages per second" in all: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits

Each picture of an album counts as a message. When Telegram refuses a request all the same (429), `_receipt_for` in
`outbound/requests.py` takes the seconds from `retry_after_seconds` in `retry.py` and pauses the chat.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

PER_SECOND, MOST_IN_A_SECOND = 29.0, 30
"""One less per second than allowed: messages sent a thirtieth of a second apart may arrive closer together."""
CHAT_SECONDS = 1.0
GROUP_MESSAGES, GROUP_SECONDS = 20, 60.0
SLACK = 0.02
ANSWERS, MESSAGES, EDITS = 0, 1, 2
"""Priorities: answers go before other messages, and these before edits."""
_SHARES = {ANSWERS: GROUP_MESSAGES, MESSAGES: 17, EDITS: 12}
"""How many of a group's slots in a minute each priority may use up. The rest is kept for more urgent messages."""
_EDIT_SECONDS = GROUP_SECONDS / _SHARES[EDITS]
"""The pause between two edits in a group whose share of edits is used up. In a quiet group it is shorter."""
_LATE, _LATEST = 0.25, 1.0


@dataclass
class ChatUsage:
    """The recent messages to a chat. `last`: how many the last request sent; `closed_until`: end of a pause."""

    group: bool
    sent: deque[float] = field(default_factory=lambda: deque(maxlen=GROUP_MESSAGES))
    last: int = 0
    closed_until: float = 0.0

    def free_at(self, count: int, priority: int = ANSWERS) -> float:
        """Return when the chat accepts `count` messages at once. A group keeps slots for more urgent messages."""
        free = self.closed_until
        if not self.sent:
            return free
        free = max(free, self.sent[-1] + self.last * CHAT_SECONDS + SLACK)
        if not self.group:
            return free
        allowed_before = max(0, _SHARES[priority] - count)
        if len(self.sent) > allowed_before:
            free = max(free, self.sent[-allowed_before - 1] + GROUP_SECONDS + SLACK)
        return max(free, self.sent[-1] + self._edit_pause()) if priority == EDITS else free

    def _edit_pause(self) -> float:
        """Return the pause before the next edit: the longer, the more the group got in the minute before the last."""
        recent = sum(at > self.sent[-1] - GROUP_SECONDS for at in self.sent)
        return _EDIT_SECONDS * min(1.0, recent / _SHARES[EDITS])

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
