"""A filter, in memory, that skips messages which no handler needs.

Its content derives from the database: it is loaded at the start and follows each commit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from bots.core.inbound import MessagePosted, Value
from bots.dates.absence import is_absence
from bots.i18n import attendance, inquiries
from bots.routing.feature import RoomSource
from bots.routing.router import Router
from bots.turn.effects import DialogKey, Effects
from storage.queries import communities, dialogs, members
from storage.unit_of_work import UnitOfWork

_Key = TypeVar("_Key", bound=tuple[str, ...])


class MessageFilter:
    """The open dialogs, and the rooms whose messages all pass.

    `watched_rooms`: a handler waits for somebody's message there (a newcomer without a greeting). `cached_rooms`: the
    bot caches the messages for some hours, because their platform cannot fetch them later. `counted_rooms`: the bot
    notes who is active, so each person's first message of a day passes. `connectors` (account, user): so does theirs,
    since the bot notes when a community's connectors were last seen. `answered_rooms`: the bot counts replies to what
    it shows there. `inviting_rooms`: they show an event, so what may say that somebody comes to it passes.
    """

    def __init__(self) -> None:
        self.leaves_out: Callable[[str], bool] = lambda _account: False
        """Says that another process holds an account: the filter knows nothing of its messages, and accepts them."""
        self.dialogs: set[DialogKey] = set()
        self.watched_rooms: set[tuple[str, str]] = set()
        self.cached_rooms: set[tuple[str, str]] = set()
        self.counted_rooms: set[tuple[str, str]] = set()
        self.answered_rooms: set[tuple[str, str]] = set()
        self.inviting_rooms: set[tuple[str, str]] = set()
        self.connectors: set[tuple[str, str]] = set()
        self._seen_today: set[DialogKey] = set()
        self._today = date.min

    def accepts(self, value: Value) -> bool:
        """Return whether a handler needs this value."""
        if type(value) is not MessagePosted or self.leaves_out(value.account):
            return True
        room = (value.account, value.room)
        if room in self.watched_rooms or room in self.cached_rooms:
            return True
        if value.reply_to is not None and room in self.answered_rooms:
            return True
        return self.answers(value) or self._is_first_today(value)

    def _is_first_today(self, message: MessagePosted) -> bool:
        """Return whether somebody who counts among the active ones writes for the first time on this day."""
        day = message.at.date()
        is_connector = (message.account, message.person.user) in self.connectors
        counts = is_connector or (message.account, message.room) in self.counted_rooms
        if not counts or day < self._today:
            return False
        if day > self._today:
            self._today = day
            self._seen_today.clear()
        key = (message.account, message.room, message.person.user)
        if key in self._seen_today:
            return False
        self._seen_today.add(key)
        return True

    def answers(self, message: MessagePosted) -> bool:
        """Return whether the message speaks to the bot: in private, with a mention, in an open dialog, or of coming."""
        return (
            message.direct
            or message.addressed
            or (message.account, message.room, message.person.user) in self.dialogs
            or ((message.account, message.room) in self.inviting_rooms and _may_answer_invitation(message))
        )

    async def load(self, uow: UnitOfWork, router: Router, fetches: Callable[[str], bool]) -> None:
        """Read everything from the database. `fetches`: whether an account's platform can fetch a message later."""
        dialogs_open = set(await dialogs.open_dialogs(uow))
        kept = await communities.relaying_rooms(uow)
        counted = set(await communities.counted_rooms(uow))
        connectors = set(await members.connector_users(uow))
        watched = await _rooms_of([feature.watched_rooms for feature in router.features], uow)
        answered = await _rooms_of([feature.answered_rooms for feature in router.features], uow)
        inviting = await _rooms_of([feature.inviting_rooms for feature in router.features], uow)
        self.cached_rooms = {room for room in kept if not fetches(room[0])}
        self.dialogs, self.counted_rooms, self.connectors = dialogs_open, counted, connectors
        self.watched_rooms, self.answered_rooms, self.inviting_rooms = watched, answered, inviting

    def update(self, effects: Effects) -> None:
        """Apply the changes of a committed transaction."""
        for old, new in effects.moved_rooms.items():
            self._move(old, new)
        _apply(self.dialogs, effects.dialogs)
        _apply(self.watched_rooms, effects.watched_rooms)
        _apply(self.cached_rooms, effects.cached_rooms)
        _apply(self.counted_rooms, effects.counted_rooms)
        _apply(self.answered_rooms, effects.answered_rooms)
        _apply(self.inviting_rooms, effects.inviting_rooms)
        _apply(self.connectors, effects.connectors)

    def _move(self, old: tuple[str, str], new: str) -> None:
        account = old[0]
        self.dialogs = {(account, new, key[2]) if key[:2] == old else key for key in self.dialogs}
        for name in ("watched_rooms", "cached_rooms", "counted_rooms", "answered_rooms", "inviting_rooms"):
            setattr(self, name, {(account, new) if room == old else room for room in getattr(self, name)})


async def _rooms_of(sources: Sequence[RoomSource | None], uow: UnitOfWork) -> set[tuple[str, str]]:
    """Return the rooms that the features name."""
    return {room for source in sources if source is not None for room in await source(uow)}


def _may_answer_invitation(message: MessagePosted) -> bool:
    """Return whether a message may say that its author comes to an event, or ask about it as a reply to something."""
    if message.reply_to is None:
        return attendance.is_clear(message.text) or is_absence(message.text)
    says = attendance.read(message.text) is not None or attendance.may_name(message.text)
    return says or inquiries.read(message.text) is not None or is_absence(message.text)


def _apply(keys: set[_Key], changes: Mapping[_Key, bool]) -> None:
    for key, add in changes.items():
        keys.add(key) if add else keys.discard(key)
