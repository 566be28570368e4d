"""The ordering keys that wait in one account's outbox, read a few hundred at a time, each in its turn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from storage.queries import outbox
from storage.tables import Outbox
from storage.unit_of_work import UnitOfWork

KEYS_AT_ONCE = 256
MOST_URGENT = 64


class Backlog:
    """The ordering keys that have due rows and no task.

    A read takes the next keys in their alphabetical order, so that its cost doesn't grow with the number of rows that
    wait, and every key gets its turn. Keys with an answer to a person come first. `next_due`: when the next row that
    isn't due yet will be, as far as we know.
    """

    def __init__(self, account: str) -> None:
        self.next_due: datetime | None = None
        self._account = account
        self._newest = 0
        self._turn = ""  # the last key that we read; the next read begins after it
        self._unread = True  # there may be keys that this round has not read
        self._ready: dict[str, int] = {}  # with their priority

    @property
    def waiting(self) -> bool:
        """Whether keys wait for their turn."""
        return bool(self._ready) or self._unread

    def has_seen(self, row: Outbox) -> bool:
        """Return whether the last read saw this new row."""
        return row.id <= self._newest

    def note_due(self, due: datetime) -> None:
        """Remember when a new row will be due."""
        self.next_due = due if self.next_due is None else min(self.next_due, due)

    async def read(self, uow: UnitOfWork, now: datetime, wanted: int) -> None:
        """Read keys until at least `wanted` of them wait, or all do. Read those with an answer each time."""
        self._newest = await outbox.newest_id(uow)
        self.next_due = await outbox.next_due(uow, self._account, now)
        urgent = await outbox.urgent_ordering_keys(uow, self._account, now, MOST_URGENT)
        self._ready = {**dict.fromkeys(urgent, 0), **{k: p for k, p in self._ready.items() if k not in urgent}}
        if len(self._ready) - len(urgent) >= wanted:
            self._unread = True  # new keys may have come
            return
        found = await outbox.due_ordering_keys(uow, self._account, now, KEYS_AT_ONCE, after=self._turn)
        if len(found) < KEYS_AT_ONCE and self._turn:
            found |= await outbox.due_ordering_keys(uow, self._account, now, KEYS_AT_ONCE - len(found))
        self._unread = len(found) == KEYS_AT_ONCE
        self._turn = next(reversed(found)) if self._unread else ""
        for key, priority in sorted(found.items(), key=lambda pair: pair[1]):
            self._ready.setdefault(key, priority)

    def next_keys(self, most: int, may_start: Callable[[str, int], bool]) -> list[str]:
        """Take up to `most` keys that may start, urgent ones first. Forget those that may not."""
        taken: list[str] = []
        for key, priority in list(self._ready.items()):
            if len(taken) >= most:
                break
            del self._ready[key]
            if may_start(key, priority):
                taken.append(key)
        return taken
