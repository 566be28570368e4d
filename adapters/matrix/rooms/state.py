"""What the bot knows of its rooms, besides nio's own record: who manages them, which are private talks."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nio.client.async_client import AsyncClient
from nio.events import (
    BadEvent,
    Event,
    PowerLevelsEvent,
    RedactedEvent,
    RoomCreateEvent,
    RoomMemberEvent,
    RoomUpgradeEvent,
)
from nio.events.account_data import UnknownAccountDataEvent
from nio.events.invite_events import InviteMemberEvent
from nio.responses import SyncResponse
from nio.rooms import MatrixRoom

from adapters.matrix.api.content import named
from adapters.matrix.rooms.power_levels import Powers

_STATE = frozenset({PowerLevelsEvent, RoomCreateEvent, RoomMemberEvent, RoomUpgradeEvent, RedactedEvent, BadEvent})
_NOBODY = Powers()
MOST_IN_THREADS = 1000


@dataclass
class Known:
    """The rooms as one account sees them. `directs` maps the room of a private talk to the person it is held with;
    `unrecorded` are those of them that the account data does not name yet. `ways` maps a room that another was upgraded
    to, to a server that is in it; `threads` what was said in threads lately, to the event that began the thread."""

    account: str
    me: str
    rooms: Mapping[str, MatrixRoom]
    powers: dict[str, Powers] = field(default_factory=dict)
    directs: dict[str, str] = field(default_factory=dict)
    direct_invites: dict[str, str] = field(default_factory=dict)
    unrecorded: dict[str, str] = field(default_factory=dict)
    ways: dict[str, str] = field(default_factory=dict)
    threads: OrderedDict[str, str] = field(default_factory=OrderedDict)
    synced: asyncio.Condition = field(default_factory=asyncio.Condition)
    ready: bool = False

    @classmethod
    def of(cls, client: AsyncClient, account: str) -> Known:
        """Of a signed-in client."""
        return cls(account, client.user_id, client.rooms)

    def powers_in(self, room: str) -> Powers:
        """Who may do what there."""
        return self.powers.get(room, _NOBODY)

    def manages(self, room: str, user: str) -> bool:
        """Whether the user may change the room's settings."""
        return self.powers_in(room).manages(user)

    def made(self, room: str) -> bool:
        """Whether the bot itself created the room: a private talk that it opened."""
        return self.me == self.powers_in(room).maker

    def follows(self, room: str, old: str) -> bool:
        """Whether the room may be what `old` was upgraded to: one that the bot is in already names its predecessor.

        https://spec.matrix.org/v1.11/client-server-api/#room-upgrades
        """
        return room not in self.rooms or self.powers_in(room).predecessor == old

    def in_thread(self, event: str, root: str) -> None:
        """It was said in the thread that `root` began. A restart forgets it: then it is answered in the room."""
        self.threads[event] = root
        if len(self.threads) > MOST_IN_THREADS:
            self.threads.popitem(last=False)

    async def wait(self, found: Callable[[], bool], seconds: float) -> bool:
        """Whether `found()` came true within the time; looked at after each sync."""
        try:
            async with asyncio.timeout(seconds), self.synced:
                await self.synced.wait_for(found)
        except TimeoutError:
            return False
        return True

    async def tell(self) -> None:
        """A sync has been taken in, and what it says is handed in: the core knows which rooms moved."""
        async with self.synced:
            self.ready = True
            self.synced.notify_all()


def learn(known: Known, response: SyncResponse) -> None:
    """Take in what a sync says of powers and private talks. Call after nio has taken it in."""
    for room, invite in response.rooms.invite.items():
        for event in invite.invite_state:
            if isinstance(event, InviteMemberEvent) and event.state_key == known.me:
                _learn_invite(known, room, event)
    for room, info in response.rooms.join.items():
        _learn_room(known, room, info.state)
        _learn_room(known, room, info.timeline.events)
    for event in response.account_data_events:
        if isinstance(event, UnknownAccountDataEvent) and event.type == "m.direct":
            known.directs.clear()
            known.directs.update(directs_in(event.content) | known.unrecorded)


def directs_in(content: Mapping[str, object]) -> dict[str, str]:
    """Room -> person, from an m.direct account data event."""
    found = {}
    for user, rooms in content.items():
        if isinstance(rooms, list):
            found.update({room: user for room in rooms if isinstance(room, str)})
    return found


def _learn_invite(known: Known, room: str, event: InviteMemberEvent) -> None:
    if event.membership == "invite" and event.content.get("is_direct") is True:
        known.direct_invites[room] = event.sender
    else:
        known.direct_invites.pop(room, None)


def _learn_room(known: Known, room: str, events: Iterable[Event]) -> None:
    for event in events:
        if type(event) in _STATE:
            _learn_state(known, room, event)


def _learn_state(known: Known, room: str, event: Event) -> None:
    """By the raw event: nio keeps the level of a user whom newer power levels no longer name, and drops members whose
    membership event was redacted."""
    source = event.source
    content = source.get("content")
    if "state_key" not in source or not isinstance(content, dict):
        return
    held = known.powers.get(room, _NOBODY)
    match source.get("type"):
        case "m.room.power_levels":
            known.powers[room] = held.with_levels(content)
        case "m.room.tombstone":
            _learn_way(known, source["sender"], named(content.get("replacement_room")))
        case "m.room.create":
            known.powers[room] = held.with_creation(source["sender"], content)
        case "m.room.member" if source["state_key"] == known.me and content.get("membership") == "join":
            _learn_own_join(known, room, source)
        case "m.room.member" if source["sender"] == known.me and content.get("membership") == "invite":
            if content.get("is_direct") is True:
                _hold(known, room, source["state_key"])
        case "m.room.member" if isinstance(event, RedactedEvent):
            member = RoomMemberEvent.from_dict(source)
            if isinstance(member, RoomMemberEvent) and room in known.rooms:
                known.rooms[room].handle_membership(member)


def _learn_way(known: Known, sender: str, successor: str | None) -> None:
    """Who upgraded the room is in the new one."""
    if successor is not None:
        known.ways[successor] = sender.partition(":")[2]


def _learn_own_join(known: Known, room: str, source: Mapping[str, Any]) -> None:
    """An invitation into a private talk was taken up; one that came before a restart shows in the join's `unsigned`."""
    unsigned = source.get("unsigned", {})
    before = unsigned.get("prev_content", {})
    inviter = known.direct_invites.pop(room, None)
    if inviter is None and before.get("membership") == "invite" and before.get("is_direct") is True:
        inviter = unsigned.get("prev_sender")
    if inviter:
        _hold(known, room, inviter)


def _hold(known: Known, room: str, user: str) -> None:
    """The room is a private talk with `user`, which the account data is still to be told."""
    if room not in known.directs:
        known.directs[room] = known.unrecorded[room] = user
