"""One lookup for all values of a batch: their rooms, people, cards, reactions and timers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bots.core.inbound import (
    BotJoined,
    ButtonPressed,
    ChoiceMade,
    CommandInvoked,
    JoinRequested,
    MemberLeft,
    MessageDeleted,
    MessagePosted,
    PersonInbound,
    PollEnded,
    ReactionAdded,
    ReactionRemoved,
    RoomMoved,
    TimerFired,
    Value,
)
from bots.core.sanitize import normalize_emoji
from storage.queries import blocks, communities, members, placements, reactions, timers
from storage.queries.communities import RoomKey
from storage.queries.members import MemberSummary, UserKey
from storage.queries.placements import Address
from storage.queries.timers import TimerKey
from storage.tables import Placement, Reaction, Room, RoomRole, RoomState
from storage.unit_of_work import UnitOfWork

AboutMessage = ReactionAdded | ReactionRemoved | ChoiceMade | PollEnded


@dataclass(frozen=True)
class Prefetched:
    """The rows that a batch's values refer to.

    `blocked`: (community, member) for each of the people wherever they are blocked.
    `rooms_awaiting_cards`: rooms where a message of ours is still on its way, so that an unknown message may be ours.
    """

    rooms: dict[RoomKey, Room]
    people: dict[UserKey, MemberSummary]
    placements: dict[Address, Placement]
    reactions: dict[str, Reaction]
    timers: set[TimerKey]
    blocked: frozenset[tuple[int, int]]
    rooms_awaiting_cards: frozenset[RoomKey]

    def placement(self, value: AboutMessage) -> Placement | None:
        """Return the card that the value's message shows."""
        return self.placements.get(_address(value))

    def awaits_card(self, value: AboutMessage) -> bool:
        """Return whether the value's message may be a card that is still on its way."""
        return (value.account, value.room) in self.rooms_awaiting_cards

    def button(self, value: ReactionAdded | ReactionRemoved) -> str | None:
        """Return the id of the button that a reaction presses."""
        placement = self.placement(value)
        if placement is None:
            return None
        emoji = normalize_emoji(value.emoji)
        return next((button for one, button in json.loads(placement.buttons) if normalize_emoji(one) == emoji), None)


def timer_key(value: TimerFired) -> TimerKey:
    """Return the key of the timer that fired."""
    return value.kind, value.subject, value.due


async def prefetch(uow: UnitOfWork, values: Sequence[Value], now: datetime) -> Prefetched:
    """Query the rows of all values at once. Unknown people become members."""
    rooms = await communities.rooms_by_address(uow, {(v.account, v.room) for v in values if v.room})
    people = await _people(uow, values, rooms, now)
    deleted_reactions = await _reactions(uow, values, people)
    for reaction in deleted_reactions.values():
        room = rooms.get((reaction.account, reaction.room))
        author = (room.platform if room else "", reaction.user)
        people.setdefault(author, MemberSummary(reaction.member_id, None, ""))
    addresses = {_address(value) for value in values if isinstance(value, AboutMessage)}
    addresses |= {(reaction.account, reaction.room, reaction.message) for reaction in deleted_reactions.values()}
    shown = await placements.placements_at(uow, addresses)
    return Prefetched(
        rooms=rooms,
        people=people,
        placements=shown,
        reactions=deleted_reactions,
        blocked=await blocks.blocked_among(uow, people.values(), now),
        timers=await timers.existing_timers(uow, [timer_key(v) for v in values if isinstance(v, TimerFired)]),
        rooms_awaiting_cards=await _rooms_awaiting_cards(uow, addresses - shown.keys()),
    )


def _address(value: AboutMessage) -> Address:
    return value.account, value.room, value.message


async def _people(
    uow: UnitOfWork, values: Sequence[Value], rooms: Mapping[RoomKey, Room], now: datetime
) -> dict[UserKey, MemberSummary]:
    acting = [value for value in values if isinstance(value, PersonInbound)]
    for value in acting:
        private = rooms.get((value.account, value.room))
        if private is not None and private.role == RoomRole.DIRECT and private.user != value.person.user:
            private.user = value.person.user
    users = {(v.person.platform, v.person.user): v.person.name for v in acting}
    shared = {key: room.id for key, room in rooms.items() if room.role != RoomRole.DIRECT}
    seen_in = {
        (v.person.platform, v.person.user): shared[v.account, v.room]
        for v in acting
        if (v.account, v.room) in shared and not isinstance(v, JoinRequested | MemberLeft)
    }
    people = await members.summaries(uow, users, seen_in)
    unknown = {key: name for key, name in users.items() if key not in people}
    return people | await members.enroll(uow, unknown, now, seen_in) if unknown else people


async def _rooms_awaiting_cards(uow: UnitOfWork, unknown: set[Address]) -> frozenset[RoomKey]:
    """Return the rooms of unknown messages where a card is still on its way."""
    rooms: dict[str, set[str]] = {}
    for account, room, _message in unknown:
        rooms.setdefault(account, set()).add(room)
    return frozenset(
        [(account, room) for account in rooms for room in await placements.awaiting_rooms(uow, account, rooms[account])]
    )


async def _reactions(
    uow: UnitOfWork, values: Sequence[Value], people: Mapping[UserKey, MemberSummary]
) -> dict[str, Reaction]:
    """Return the reactions that a deletion may refer to, including those of this batch, which are not stored yet."""
    deleted: dict[str, list[str]] = {}
    for value in values:
        if isinstance(value, MessageDeleted):
            deleted.setdefault(value.account, []).append(value.message)
    found: dict[str, Reaction] = {}
    for account, ids in deleted.items():
        found |= await reactions.reactions_by_id(uow, account, ids)
    if deleted:
        found |= {
            value.reaction: _unsaved_reaction(value, people) for value in values if isinstance(value, ReactionAdded)
        }
    return found


def _unsaved_reaction(value: ReactionAdded, people: Mapping[UserKey, MemberSummary]) -> Reaction:
    author = people[(value.person.platform, value.person.user)]
    return Reaction(
        account=value.account, room=value.room, message=value.message, reaction=value.reaction, emoji=value.emoji,
        user=value.person.user, member_id=author.member_id, at=value.at,
    )  # fmt: skip


def reactivate_room(value: Value, prefetched: Prefetched) -> None:
    """Mark a lost room as active when somebody writes in it: the bot is evidently a member."""
    if not isinstance(value, CommandInvoked | MessagePosted | ButtonPressed):
        return
    room = prefetched.rooms.get((value.account, value.room))
    if room is not None and room.state == RoomState.LOST:
        room.state = RoomState.ACTIVE


async def read_rooms_again(uow: UnitOfWork, value: Value, prefetched: Prefetched) -> None:
    """Read the rooms again after a value that changes where they are."""
    if isinstance(value, BotJoined | RoomMoved):
        keys = [(value.account, value.room), (value.account, getattr(value, "new_room", value.room))]
        prefetched.rooms.update(await communities.rooms_by_address(uow, keys))
