"""The adapter's state beside nio's: power levels, private rooms, threads."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import structlog
from nio import events as nio
from nio.events.account_data import UnknownAccountDataEvent
from nio.events.invite_events import InviteMemberEvent
from nio.responses import RoomInfo, SyncResponse
from nio.rooms import MatrixRoom

from adapters.matrix.api.content import valid_id
from adapters.matrix.rooms.power_levels import PowerLevels
from adapters.matrix.rooms.votes import Vote

log = structlog.get_logger()
_STATE = frozenset((
    nio.PowerLevelsEvent, nio.RoomCreateEvent, nio.RoomMemberEvent, nio.RoomUpgradeEvent, nio.RedactedEvent,
    nio.BadEvent,
))  # fmt: skip
_NO_LEVELS = PowerLevels()
MOST_IN_THREADS = 1000
MOST_EDITS = 1000
MOST_VOTES = 1000


@dataclass
class AdapterState:
    """The rooms of one account. `name` is the display name that people see.

    `direct_rooms` maps a private room to its person; `unsaved_direct_rooms` are those not yet in the account data.
    `servers` maps the replacement of an upgraded room to a homeserver in it. `threads` maps recent messages in threads
    to the root of their thread, `edits` the ids of recent edits to their message, `votes` the ids of recent responses
    in polls to what they said. `named_rooms`: private rooms that we have given a name since the start.
    """

    account: str
    me: str
    rooms: Mapping[str, MatrixRoom]
    name: str = "glocal"
    power_levels: dict[str, PowerLevels] = field(default_factory=dict)
    direct_rooms: dict[str, str] = field(default_factory=dict)
    direct_invites: dict[str, str] = field(default_factory=dict)
    unsaved_direct_rooms: dict[str, str] = field(default_factory=dict)
    servers: dict[str, str] = field(default_factory=dict)
    named_rooms: set[str] = field(default_factory=set)
    threads: OrderedDict[str, str] = field(default_factory=OrderedDict)
    edits: OrderedDict[str, str] = field(default_factory=OrderedDict)
    votes: OrderedDict[str, Vote] = field(default_factory=OrderedDict)
    votes_changed: bool = False
    synced: asyncio.Condition = field(default_factory=asyncio.Condition)
    ready: bool = False

    def power_levels_of(self, room: str) -> PowerLevels:
        """Return the room's power levels."""
        return self.power_levels.get(room, _NO_LEVELS)

    def created_by_bot(self, room: str) -> bool:
        """Return whether the bot created the room, which makes it a private room."""
        return self.me == self.power_levels_of(room).creator

    def may_replace(self, room: str, old: str) -> bool:
        """Return whether the room may replace `old`. If the bot is in it, it must name `old` as its predecessor.

        https://spec.matrix.org/v1.11/client-server-api/#room-upgrades
        """
        return room not in self.rooms or self.power_levels_of(room).predecessor == old

    def remember_thread(self, event: str, root: str) -> None:
        """Remember the thread of a message. After a restart, we answer it outside of the thread."""
        self.threads[event] = root
        if len(self.threads) > MOST_IN_THREADS:
            self.threads.popitem(last=False)

    def remember_edit(self, event: str, message: str) -> None:
        """Remember the message of an edit, which the redaction of the edit does not name."""
        self.edits[event] = message
        if len(self.edits) > MOST_EDITS:
            self.edits.popitem(last=False)

    def remember_vote(self, event: str, vote: Vote) -> None:
        """Remember what a response in a poll said, which its redaction does not."""
        self.votes.setdefault(event, vote)
        self.votes_changed = True
        if len(self.votes) > MOST_VOTES:
            self.votes.popitem(last=False)

    async def wait_until(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Check the condition after each sync. Return whether it came true within this time."""
        try:
            async with asyncio.timeout(seconds), self.synced:
                await self.synced.wait_for(condition)
        except TimeoutError:
            return False
        return True

    async def notify_synced(self) -> None:
        """Wake the waiting tasks. Call once a sync's values are submitted, so that the core knows moved rooms."""
        async with self.synced:
            self.ready = True
            self.synced.notify_all()


def update(state: AdapterState, response: SyncResponse) -> None:
    """Update the state from a sync that nio has processed."""
    for room, invite in response.rooms.invite.items():
        for change in invite.invite_state:
            if isinstance(change, InviteMemberEvent) and change.state_key == state.me:
                _update_invite(state, room, change)
    for room, info in response.rooms.join.items():
        for event in (*info.state, *info.timeline.events):
            if type(event) in _STATE:
                _update_if_readable(state, room, event)
    for room, info in response.rooms.leave.items():
        _remember_successor(state, room, info)
    for data in response.account_data_events:
        if isinstance(data, UnknownAccountDataEvent) and data.type == "m.direct":
            state.direct_rooms.clear()
            state.direct_rooms.update(direct_rooms_in(data.content) | state.unsaved_direct_rooms)


def _remember_successor(state: AdapterState, room: str, left: RoomInfo) -> None:
    for event in (*left.state, *left.timeline.events):
        if type(event) is nio.RoomUpgradeEvent:
            _update_if_readable(state, room, event)


def direct_rooms_in(content: Mapping[str, object]) -> dict[str, str]:
    """Return the person of each room in an m.direct account data event."""
    listed = ((user, rooms) for user, rooms in content.items() if isinstance(rooms, list))
    return {room: user for user, rooms in listed for room in rooms if isinstance(room, str)}


def _update_invite(state: AdapterState, room: str, event: InviteMemberEvent) -> None:
    if event.membership == "invite" and event.content.get("is_direct") is True:
        state.direct_invites[room] = event.sender
    else:
        state.direct_invites.pop(room, None)


def _update_if_readable(state: AdapterState, room: str, event: nio.Event) -> None:
    """Ignore an event that has anything unexpected where we look, since the others must come through."""
    try:
        _update_from_event(state, room, event)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        log.warning("matrix-state-unreadable", room=room, error=repr(error))


def _update_from_event(state: AdapterState, room: str, event: nio.Event) -> None:
    """Update from the raw event.

    nio keeps the level of a user that new power levels leave out. It drops members whose membership event was redacted.
    """
    source = event.source
    content = source.get("content")
    if "state_key" not in source or not isinstance(content, dict):
        return
    levels = state.power_levels.get(room, _NO_LEVELS)
    match source.get("type"):
        case "m.room.power_levels":
            state.power_levels[room] = levels.with_levels(content)
        case "m.room.tombstone":
            _add_server(state, source["sender"], valid_id(content.get("replacement_room")))
        case "m.room.create":
            state.power_levels[room] = levels.with_creation(source["sender"], content)
        case "m.room.member" if source["state_key"] == state.me and content.get("membership") == "join":
            _add_direct_invite(state, room, source)
        case "m.room.member" if source["sender"] == state.me and content.get("membership") == "invite":
            if content.get("is_direct") is True:
                _add_direct_room(state, room, source["state_key"])
        case "m.room.member" if isinstance(event, nio.RedactedEvent):
            member = nio.RoomMemberEvent.from_dict(source)
            if isinstance(member, nio.RoomMemberEvent) and room in state.rooms:
                state.rooms[room].handle_membership(member)


def _add_server(state: AdapterState, sender: str, successor: str | None) -> None:
    """Remember a homeserver in the new room: that of the sender, who upgraded the old one."""
    if successor is not None:
        state.servers[successor] = sender.partition(":")[2]


def _add_direct_invite(state: AdapterState, room: str, source: Mapping[str, Any]) -> None:
    """Add a private room after an invitation, which the join's `unsigned` repeats for us after a restart."""
    unsigned = source.get("unsigned", {})
    before = unsigned.get("prev_content", {})
    inviter = state.direct_invites.pop(room, None)
    if inviter is None and before.get("membership") == "invite" and before.get("is_direct") is True:
        inviter = unsigned.get("prev_sender")
    if inviter:
        _add_direct_room(state, room, inviter)


def _add_direct_room(state: AdapterState, room: str, user: str) -> None:
    """Add a private room that the account data doesn't list yet."""
    if room not in state.direct_rooms:
        state.direct_rooms[room] = state.unsaved_direct_rooms[room] = user
