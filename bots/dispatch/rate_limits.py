"""How often one person and one room may make the bot work: token buckets in memory.

The values of a backlog are judged by the time when people wrote them, or by now if that is earlier.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from bots.core.inbound import BotInvited, ButtonPressed, CommandInvoked, FormSubmitted, MessagePosted, RateLimited
from bots.dispatch.gestures import Gesture
from bots.ports import Clock

MAX_BUCKETS = 20_000
"""The least recently used ones are forgotten, as if they were full."""
Asker = CommandInvoked | FormSubmitted | MessagePosted | ButtonPressed
"""The values that make the bot answer. What costs no answer is in `gestures.py`: it may wait, but is never refused."""


@dataclass(frozen=True)
class Rate:
    """A bucket's size in tokens, and how many come back each second."""

    burst: float
    per_second: float


@dataclass(frozen=True)
class Limits:
    """The limits. A press costs a person one token, anything else `command_cost`; a room pays for what people type."""

    person: Rate = Rate(60, 1.0)
    room: Rate = Rate(300, 3.0)
    gestures: Rate = Rate(60, 1.0)
    room_gestures: Rate = Rate(600, 10.0)
    suggestions: Rate = Rate(40, 4.0)
    invitations: Rate = Rate(50, 1 / 60)
    command_cost: float = 3.0


DEFAULT_LIMITS = Limits()
NO_LIMITS = Limits(command_cost=0)


class Verdict(Enum):
    """What to do with a value: handle it, answer that it came too fast, or ignore it since that was answered."""

    HANDLE = auto()
    WARN = auto()
    IGNORE = auto()


@dataclass
class _Bucket:
    tokens: float
    at: datetime
    warned: bool = False

    def refill(self, rate: Rate, at: datetime) -> None:
        """Add the tokens that came back. A person is warned again only after half of the bucket came back."""
        self.tokens = min(rate.burst, self.tokens + max(0.0, (at - self.at).total_seconds()) * rate.per_second)
        self.at = max(self.at, at)
        self.warned = self.warned and self.tokens < rate.burst / 2


class RateLimiter:
    """The buckets of all people and rooms."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self._buckets: OrderedDict[tuple[str, str, str], _Bucket] = OrderedDict()

    def judge(self, value: Asker) -> Verdict:
        """Take the value's tokens from its person and its room, or say that there are too few."""
        limits, at = self._limits, min(value.at, self._clock.now())
        press = isinstance(value, ButtonPressed)
        cost = min(1.0, limits.command_cost) if press else limits.command_cost
        person = self._bucket(("person", value.person.platform, value.person.user), limits.person, at)
        paying = [person] if press else [person, self._bucket(("room", value.account, value.room), limits.room, at)]
        for bucket in paying:
            if bucket.tokens < cost:
                warned, bucket.warned = bucket.warned, True
                return Verdict.IGNORE if warned else Verdict.WARN
        for bucket in paying:
            bucket.tokens -= cost
        return Verdict.HANDLE

    def may_gesture(self, gesture: Gesture) -> bool:
        """Take a token for a reaction, a vote, an edit and the like; False if it has to wait behind the others'.

        Telegram does not tell the room of a vote.
        """
        limits, at, person = self._limits, min(gesture.at, self._clock.now()), gesture.person
        cost = min(1.0, limits.command_cost)
        paying = [self._bucket(("gestures", person.platform, person.user), limits.gestures, at)]
        if gesture.room:
            paying.append(self._bucket(("room-gestures", gesture.account, gesture.room), limits.room_gestures, at))
        if any(bucket.tokens < cost for bucket in paying):
            return False
        for bucket in paying:
            bucket.tokens -= cost
        return True

    def may_invite(self, invitation: BotInvited) -> bool:
        """Take a token for an invitation into a room. Each costs for as long as the bot stays there."""
        person, at = invitation.person, min(invitation.at, self._clock.now())
        return self._take(("invitations", person.platform, person.user), self._limits.invitations, at)

    def may_suggest(self, account: str, user: str) -> bool:
        """Take a token for suggestions, which a platform asks for at each key that a person presses; False for none."""
        return self._take(("suggestions", account, user), self._limits.suggestions, self._clock.now())

    def _take(self, key: tuple[str, str, str], rate: Rate, at: datetime) -> bool:
        cost, bucket = min(1.0, self._limits.command_cost), self._bucket(key, rate, at)
        if bucket.tokens < cost:
            return False
        bucket.tokens -= cost
        return True

    def _bucket(self, key: tuple[str, str, str], rate: Rate, at: datetime) -> _Bucket:
        bucket = self._buckets.setdefault(key, _Bucket(rate.burst, at))
        self._buckets.move_to_end(key)
        bucket.refill(rate, at)
        if len(self._buckets) > MAX_BUCKETS:
            self._buckets.popitem(last=False)
        return bucket


def rate_limited(value: Asker) -> RateLimited:
    """Return the value that stands in for one that came too fast, which only gets an answer."""
    message = None if isinstance(value, FormSubmitted) else value.message
    token = None if isinstance(value, MessagePosted) else value.token
    return RateLimited(
        key=value.key, account=value.account, room=value.room, at=value.at, person=value.person,
        message=message if isinstance(value, CommandInvoked | MessagePosted) else None, token=token,
    )  # fmt: skip
