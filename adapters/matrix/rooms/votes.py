"""Votes in native polls, as the door remembers them."""

from __future__ import annotations

from datetime import datetime

import msgspec


class Vote(msgspec.Struct, frozen=True, kw_only=True):
    """One vote. `at`: the time that it claims; clients choose the newest by it."""

    room: str
    poll: str
    user: str
    choices: tuple[str, ...]
    at: datetime
    redacted: bool = False

    def is_beside(self, other: Vote) -> bool:
        """Return whether this is a vote of the same person in the same poll."""
        return (self.room, self.poll, self.user) == (other.room, other.poll, other.user)
