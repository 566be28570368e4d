"""The stored position in the stream of updates: the offset for getUpdates, and when the last update came.

Update ids grow by one. After a week without updates, however, Telegram picks the next id at random, maybe a lower one,
and a request with the old offset would confirm it unseen. So after some quiet days, leave the offset out: Telegram then
sends all unconfirmed updates, and their keys reveal the duplicates.

https://core.telegram.org/bots/api#update
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from adapters.telegram.api.decode import DecodedUpdate

QUIET = timedelta(days=6)


@dataclass(frozen=True)
class UpdateOffset:
    """`next`: the last update's id plus one; None before the first update."""

    next: int | None = None
    received_at: datetime | None = None

    @classmethod
    def parse(cls, token: str | None) -> UpdateOffset:
        """Parse a stored token; start from the beginning when it is missing or has another form."""
        number, _, stamp = (token or "").partition(" ")
        if not (number.isascii() and number.isdecimal() and stamp.isascii() and stamp.isdecimal()):
            return cls()
        return cls(int(number), datetime.fromtimestamp(int(stamp), UTC))

    @property
    def token(self) -> str:
        """The form to store."""
        return f"{self.next or 0} {int(self.received_at.timestamp()) if self.received_at else 0}"

    def value(self, now: datetime) -> int | None:
        """Return the offset to poll with."""
        return None if self.received_at is None or now - self.received_at > QUIET else self.next

    def after(self, updates: Sequence[DecodedUpdate], held: Collection[int], now: datetime) -> UpdateOffset:
        """Return the offset after these updates, or that of the first update which is held back."""
        return UpdateOffset(min(held) if held else max(update.update_id for update in updates) + 1, now)
