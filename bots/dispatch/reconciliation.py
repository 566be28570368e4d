"""Compare the platform's current reactions and votes with the stored ones, after a gap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bots.core.inbound import (
    ChoiceMade,
    ChoicesSnapshot,
    CurrentReaction,
    Inbound,
    Person,
    ReactionAdded,
    ReactionRemoved,
    ReactionsSnapshot,
    Value,
)
from storage.queries import native_votes, reactions
from storage.tables import NativeVote, Reaction
from storage.unit_of_work import UnitOfWork


async def reconcile(uow: UnitOfWork, values: Sequence[Value]) -> list[Value]:
    """Insert, after each snapshot, the values for its differences from the stored state."""
    reconciled: list[Value] = []
    for value in values:
        reconciled.append(value)
        if isinstance(value, ReactionsSnapshot):
            reconciled += reconcile_reactions(
                value, await reactions.reactions_on(uow, value.account, value.room, value.message)
            )
        elif isinstance(value, ChoicesSnapshot):
            reconciled += reconcile_choices(
                value, await native_votes.current_votes(uow, value.account, value.room, value.message)
            )
    return reconciled


def reconcile_reactions(snapshot: ReactionsSnapshot, before: Sequence[Reaction]) -> list[Value]:
    """Return a ReactionAdded for each new reaction and a ReactionRemoved for each missing one."""
    stored = {(row.user, row.emoji) for row in before}
    current = {(one.person.user, one.emoji): one for one in snapshot.reactions}
    added: list[Value] = [_reaction_added(snapshot, one) for pair, one in current.items() if pair not in stored]
    removed = [_reaction_removed(snapshot, row) for row in before if (row.user, row.emoji) not in current]
    return [*added, *removed]


def reconcile_choices(snapshot: ChoicesSnapshot, before: Sequence[NativeVote]) -> list[Value]:
    """Return a ChoiceMade for each person with new choices, and an empty one for each who has no choices left."""
    stored = {row.user: row.choices for row in before}
    current = {one.person.user: one for one in snapshot.choices}
    added: list[Value] = [
        _choice_made(snapshot, one.person, one.choices)
        for user, one in current.items()
        if stored.get(user) != ",".join(one.choices)
    ]
    removed = [_choice_made(snapshot, _person(snapshot, user), ()) for user in stored if user not in current]
    return [*added, *removed]


def record_choice(uow: UnitOfWork, value: ChoiceMade, now: datetime) -> None:
    """Store a person's latest choices, whether or not the handler accepts them. No time they claim is ahead of now."""
    at = min(value.at, now)
    address = {"account": value.account, "room": value.room, "message": value.message, "user": value.person.user}
    if value.choices:
        row = {"choices": ",".join(value.choices), "at": at, "withdrawn": False}
        uow.defer(native_votes.SET_VOTE, {**address, **row})
    else:
        uow.defer(native_votes.WITHDRAW_VOTE, {f"b_{name}": part for name, part in {**address, "at": at}.items()})


def _reaction_added(snapshot: ReactionsSnapshot, one: CurrentReaction) -> ReactionAdded:
    return ReactionAdded(
        key=f"{snapshot.key}+{one.reaction}", account=snapshot.account, room=snapshot.room, at=snapshot.at,
        person=one.person, message=snapshot.message, emoji=one.emoji, reaction=one.reaction,
    )  # fmt: skip


def _reaction_removed(snapshot: ReactionsSnapshot, row: Reaction) -> ReactionRemoved:
    return ReactionRemoved(
        key=f"{snapshot.key}-{row.reaction}", account=snapshot.account, room=snapshot.room, at=snapshot.at,
        person=_person(snapshot, row.user), message=snapshot.message, emoji=row.emoji,
    )  # fmt: skip


def _choice_made(snapshot: ChoicesSnapshot, person: Person, chosen: Sequence[str]) -> ChoiceMade:
    return ChoiceMade(
        key=f"{snapshot.key}={person.user}", account=snapshot.account, room=snapshot.room, at=snapshot.at,
        person=person, message=snapshot.message, choices=tuple(chosen), from_snapshot=True,
    )  # fmt: skip


def _person(snapshot: Inbound, user: str) -> Person:
    """Return a person from a stored id, without a name. A key begins with the platform's name."""
    return Person(platform=snapshot.key.partition(":")[0], user=user, name="")
