"""Who is being listened to, in memory: lets dispatch pass over messages that concern nobody.

Everything here can be read again from the database; it is loaded at the start and follows each commit.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from bots.core.inbound import MessagePosted, Value
from bots.turn.effects import Batch, Talk

_Place = TypeVar("_Place", bound=tuple[str, ...])


class Interest:
    """The open dialogs. `watched`: rooms where every message counts for a while (a newcomer waits to be greeted);
    `kept`: rooms whose messages are kept for some hours, since their platform can't be asked for them later."""

    def __init__(self) -> None:
        self.dialogs: set[Talk] = set()
        self.watched: set[tuple[str, str]] = set()
        self.kept: set[tuple[str, str]] = set()

    def concerns(self, value: Value) -> bool:
        """Whether a handler has to see this value."""
        if type(value) is not MessagePosted:
            return True
        place = (value.account, value.room)
        if value.direct or place in self.watched or place in self.kept:
            return True
        return (value.account, value.room, value.person.user) in self.dialogs

    def follow(self, batch: Batch) -> None:
        """After a commit: listen to whom it asked, and no longer to whom it did not; in a room that moved as before."""
        for old, new in batch.moved.items():
            self._move(old, new)
        _turn(self.dialogs, batch.asked)
        _turn(self.watched, batch.watched)
        _turn(self.kept, batch.kept)

    def _move(self, old: tuple[str, str], new: str) -> None:
        account = old[0]
        self.dialogs = {(account, new, talk[2]) if talk[:2] == old else talk for talk in self.dialogs}
        self.watched = {(account, new) if place == old else place for place in self.watched}
        self.kept = {(account, new) if place == old else place for place in self.kept}


def _turn(listened: set[_Place], changes: Mapping[_Place, bool]) -> None:
    for place, on in changes.items():
        listened.add(place) if on else listened.discard(place)
