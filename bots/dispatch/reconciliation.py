"""What a platform tells, after a gap, of all that stands: told apart into what came meanwhile and what went."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.inbound import (
    ChoiceMade,
    ChoicesFound,
    Inbound,
    Person,
    Reacted,
    ReactionAdded,
    ReactionRemoved,
    ReactionsFound,
    Value,
)
from storage.queries import native_votes as recorded
from storage.queries import reactions
from storage.tables import Choice, Reaction
from storage.unit_of_work import UnitOfWork


async def told_apart(uow: UnitOfWork, values: Sequence[Value]) -> list[Value]:
    """The values, with each of what was found followed by what differs from what is on record."""
    told: list[Value] = []
    for value in values:
        told.append(value)
        if isinstance(value, ReactionsFound):
            told += reconcile_reactions(
                value, await reactions.reactions_on(uow, value.account, value.room, value.message)
            )
        elif isinstance(value, ChoicesFound):
            told += reconcile_choices(value, await recorded.standing(uow, value.account, value.room, value.message))
    return told


def reconcile_reactions(found: ReactionsFound, before: Sequence[Reaction]) -> list[Value]:
    """A ReactionAdded for each that is not on record, a ReactionRemoved for each that stands no more."""
    known = {(row.user, row.emoji) for row in before}
    standing = {(one.person.user, one.emoji): one for one in found.reactions}
    came: list[Value] = [_added(found, one) for pair, one in standing.items() if pair not in known]
    went = [_removed(found, row) for row in before if (row.user, row.emoji) not in standing]
    return [*came, *went]


def reconcile_choices(found: ChoicesFound, before: Sequence[Choice]) -> list[Value]:
    """A ChoiceMade for each person who chooses otherwise than on record, an empty one for each who does no more."""
    known = {row.user: row.choices for row in before}
    standing = {one.person.user: one for one in found.choices}
    came: list[Value] = [
        _chosen(found, one.person, one.choices)
        for user, one in standing.items()
        if known.get(user) != ",".join(one.choices)
    ]
    went = [_chosen(found, _person(found, user), ()) for user in known if user not in standing]
    return [*came, *went]


def note_choice(uow: UnitOfWork, value: ChoiceMade) -> None:
    """Put on record what somebody chose last, whatever a handler makes of it."""
    address = {"account": value.account, "room": value.room, "message": value.message, "user": value.person.user}
    if value.choices:
        row = {"choices": ",".join(value.choices), "at": value.at, "withdrawn": False}
        uow.defer(recorded.CHOSEN, {**address, **row})
    else:
        uow.defer(recorded.WITHDRAWN, {f"b_{name}": part for name, part in address.items()})


def _added(found: ReactionsFound, one: Reacted) -> ReactionAdded:
    return ReactionAdded(
        key=f"{found.key}+{one.reaction}", account=found.account, room=found.room, at=found.at, person=one.person,
        message=found.message, emoji=one.emoji, reaction=one.reaction,
    )  # fmt: skip


def _removed(found: ReactionsFound, row: Reaction) -> ReactionRemoved:
    return ReactionRemoved(
        key=f"{found.key}-{row.reaction}", account=found.account, room=found.room, at=found.at,
        person=_person(found, row.user), message=found.message, emoji=row.emoji,
    )  # fmt: skip


def _chosen(found: ChoicesFound, person: Person, chosen: Sequence[str]) -> ChoiceMade:
    return ChoiceMade(
        key=f"{found.key}={person.user}", account=found.account, room=found.room, at=found.at, person=person,
        message=found.message, choices=tuple(chosen), found=True,
    )  # fmt: skip


def _person(found: Inbound, user: str) -> Person:
    """Somebody on record. The platform is named by the first part of any key."""
    return Person(platform=found.key.partition(":")[0], user=user, name="")
