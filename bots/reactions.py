"""What a platform tells of a message's reactions after a gap, told apart into those that came and those that went."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.inbound import Person, Reacted, ReactionAdded, ReactionRemoved, ReactionsFound, Value
from storage.queries import flow
from storage.tables import Reaction
from storage.unit_of_work import UnitOfWork


async def told_apart(uow: UnitOfWork, values: Sequence[Value]) -> list[Value]:
    """The values with each ReactionsFound followed by what differs from the reactions on record."""
    told: list[Value] = []
    for value in values:
        told.append(value)
        if isinstance(value, ReactionsFound):
            recorded = await flow.reactions_on(uow, value.account, value.room, value.message)
            told += differences(value, recorded)
    return told


def differences(found: ReactionsFound, recorded: Sequence[Reaction]) -> list[Value]:
    """A ReactionAdded for each that is not on record, a ReactionRemoved for each that stands no more."""
    known = {(row.user, row.emoji) for row in recorded}
    standing = {(one.person.user, one.emoji): one for one in found.reactions}
    came: list[Value] = [_added(found, one) for pair, one in standing.items() if pair not in known]
    went = [_removed(found, row) for row in recorded if (row.user, row.emoji) not in standing]
    return [*came, *went]


def _added(found: ReactionsFound, one: Reacted) -> ReactionAdded:
    return ReactionAdded(
        key=f"{found.key}+{one.reaction}", account=found.account, room=found.room, at=found.at, person=one.person,
        message=found.message, emoji=one.emoji, reaction=one.reaction,
    )  # fmt: skip


def _removed(found: ReactionsFound, row: Reaction) -> ReactionRemoved:
    """The platform is named by the first part of any key."""
    return ReactionRemoved(
        key=f"{found.key}-{row.reaction}", account=found.account, room=found.room, at=found.at,
        person=Person(platform=found.key.partition(":")[0], user=row.user, name=""), message=found.message,
        emoji=row.emoji,
    )  # fmt: skip
