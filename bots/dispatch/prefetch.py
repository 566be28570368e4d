"""What dispatch looks up for a whole batch at once: rooms, people, cards and reactions."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bots.core.inbound import (
    ChoiceMade,
    MessageDeleted,
    PersonInbound,
    PollEnded,
    ReactionAdded,
    ReactionRemoved,
    TimerFired,
    Value,
)
from bots.core.sanitize import bare
from storage.queries import communities, members, placements, reactions, timers
from storage.queries.communities import RoomKey
from storage.queries.members import Known, UserKey
from storage.queries.placements import Address
from storage.queries.timers import Due
from storage.tables import Placement, Reaction, Room
from storage.unit_of_work import UnitOfWork

ABOUT_MESSAGE = (ReactionAdded, ReactionRemoved, ChoiceMade, PollEnded)


@dataclass(frozen=True)
class World:
    """What is known about a batch's values."""

    rooms: dict[RoomKey, Room]
    people: dict[UserKey, Known]
    placements: dict[Address, Placement]
    reactions: dict[str, Reaction]
    timers: set[Due]
    awaiting: frozenset[RoomKey]

    def button(self, value: ReactionAdded | ReactionRemoved) -> str | None:
        """The id of the button that this reaction presses."""
        placement = self.placements.get((value.account, value.room, value.message))
        if placement is None:
            return None
        emoji = bare(value.emoji)
        return next((button for sign, button in json.loads(placement.buttons) if bare(sign) == emoji), None)


def due(value: TimerFired) -> Due:
    """The row that a firing is about."""
    return value.kind, value.subject, value.due


async def look(uow: UnitOfWork, values: Sequence[Value], now: datetime) -> World:
    """Ask the database once for all values; people never seen before become members."""
    users = {(v.person.platform, v.person.user): v.person.name for v in values if isinstance(v, PersonInbound)}
    known = await members.known(uow, users)
    strangers = {key: name for key, name in users.items() if key not in known}
    if strangers:
        known |= await members.enroll(uow, strangers, now)
    rooms = await communities.rooms_at(uow, {(v.account, v.room) for v in values if v.room})
    reactions = await _reactions(uow, values, known)
    for reaction in reactions.values():
        room = rooms.get((reaction.account, reaction.room))
        known.setdefault((room.platform if room else "", reaction.user), Known(reaction.member_id, None, ""))
    about = {(v.account, v.room, v.message) for v in values if isinstance(v, ABOUT_MESSAGE)}
    about |= {(reaction.account, reaction.room, reaction.message) for reaction in reactions.values()}
    shown = await placements.placements_at(uow, about)
    lost: dict[str, set[str]] = {}
    for account, place, _message in about - shown.keys():
        lost.setdefault(account, set()).add(place)
    awaiting = [
        (account, room) for account in lost for room in await placements.awaiting_rooms(uow, account, lost[account])
    ]
    return World(
        rooms=rooms,
        people=known,
        placements=shown,
        reactions=reactions,
        timers=await timers.standing_timers(uow, [due(v) for v in values if isinstance(v, TimerFired)]),
        awaiting=frozenset(awaiting),
    )


async def _reactions(uow: UnitOfWork, values: Sequence[Value], known: Mapping[UserKey, Known]) -> dict[str, Reaction]:
    """The recorded reactions that a deletion may be about; those of this very batch are not recorded yet."""
    deleted: dict[str, list[str]] = {}
    for value in values:
        if isinstance(value, MessageDeleted):
            deleted.setdefault(value.account, []).append(value.message)
    found: dict[str, Reaction] = {}
    for account, ids in deleted.items():
        found |= await reactions.reactions_named(uow, account, ids)
    if deleted:
        found |= {value.reaction: _fresh(value, known) for value in values if isinstance(value, ReactionAdded)}
    return found


def _fresh(value: ReactionAdded, known: Mapping[UserKey, Known]) -> Reaction:
    who = known[(value.person.platform, value.person.user)]
    return Reaction(
        account=value.account, room=value.room, message=value.message, reaction=value.reaction, emoji=value.emoji,
        user=value.person.user, member_id=who.member, at=value.at,
    )  # fmt: skip
