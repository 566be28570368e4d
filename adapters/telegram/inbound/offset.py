"""How far the updates have been read: the offset to ask from, and when the last one came.

Update ids go on by one, but after a week without any the next is chosen at random, and may be lower: asked for with
the old offset it would count as confirmed, and be lost. So after some quiet days the offset is left out: then all that
is not yet confirmed comes, and what comes twice is known by its key.

https://core.telegram.org/bots/api#update
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from adapters.telegram.api.decode import Read

QUIET = timedelta(days=6)


@dataclass(frozen=True)
class Reading:
    """`next`: the last update's id and one; None before the first."""

    next: int | None = None
    at: datetime | None = None

    @classmethod
    def of(cls, token: str | None) -> Reading:
        """What `token` says; a beginning when there is none, or another bot's."""
        number, _, stamp = (token or "").partition(" ")
        if not (number.isascii() and number.isdecimal() and stamp.isascii() and stamp.isdecimal()):
            return cls()
        return cls(int(number), datetime.fromtimestamp(int(stamp), UTC))

    @property
    def token(self) -> str:
        """The form in which it is stored."""
        return f"{self.next or 0} {int(self.at.timestamp()) if self.at else 0}"

    def offset(self, now: datetime) -> int | None:
        """What to ask from."""
        return None if self.at is None or now - self.at > QUIET else self.next

    def past(self, updates: Sequence[Read], now: datetime) -> Reading:
        """Behind these updates, in the order in which they came."""
        return Reading(updates[-1].update_id + 1, now)
