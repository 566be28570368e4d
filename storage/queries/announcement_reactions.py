"""Counts of the reactions to an announcement. No figure of one community is made of fewer than five people."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func
from sqlmodel import col, select

from storage.tables import Community, Placement, Reaction, Room
from storage.unit_of_work import UnitOfWork

LEAST = 5
"""The fewest people that a figure about reactions may be made of."""
_MAX_COMMUNITIES = 10
_MAX_EMOJI = 10
Counts = Sequence[tuple[str, int]]
"""(emoji, people), the most frequent first."""


@dataclass(frozen=True)
class Reactions:
    """Counts of reactions: in all, and in the communities whose figures may be told. `people` is None below five."""

    people: int | None
    counts: Counts = ()
    by_community: Sequence[tuple[str, Counts]] = ()

    @property
    def few(self) -> bool:
        """Whether somebody reacted, but fewer people than a figure may be made of."""
        return self.people is None


def _to(card: str, unlike: Collection[str]) -> list[ColumnElement[bool]]:
    """Match the reactions to the messages that show a card, except these emoji: they press buttons."""
    at = (
        col(Placement.account) == col(Reaction.account), col(Placement.room) == col(Reaction.room),
        col(Placement.message) == col(Reaction.message),
    )  # fmt: skip
    return [*at, col(Placement.card) == card, col(Placement.gone).is_(False), col(Reaction.emoji).not_in(list(unlike))]


_PEOPLE = func.count(func.distinct(col(Reaction.member_id)))


async def reactions_to(uow: UnitOfWork, card: str, *, but: Collection[str]) -> Reactions:
    """Return the reactions to an announcement."""
    matching = _to(card, but)
    people = await uow.first(select(_PEOPLE).select_from(Reaction, Placement).where(*matching)) or 0
    if people < LEAST:
        return Reactions(people if not people else None)
    counts = await _counts(uow, matching)
    return Reactions(people, counts, await _by_community(uow, matching, people))


async def _counts(uow: UnitOfWork, matching: Collection[ColumnElement[bool]]) -> Counts:
    query = select(col(Reaction.emoji), _PEOPLE).select_from(Reaction, Placement).where(*matching)
    query = query.group_by(col(Reaction.emoji)).order_by(_PEOPLE.desc(), col(Reaction.emoji)).limit(_MAX_EMOJI)
    return [(emoji, count) for emoji, count in await uow.rows(query)]


async def _by_community(
    uow: UnitOfWork, matching: Collection[ColumnElement[bool]], people: int
) -> Sequence[tuple[str, Counts]]:
    """Return the counts of the communities with five people or more.

    The remainder must not be a figure of a few people either: then hide the smallest groups too.
    """
    here = (col(Room.account) == col(Reaction.account), col(Room.room) == col(Reaction.room))
    query = select(col(Community.id), col(Community.name), _PEOPLE).select_from(Reaction, Placement, Room, Community)
    query = query.where(*matching, *here, col(Community.id) == col(Room.community_id))
    query = query.group_by(col(Community.id), col(Community.name)).having(_PEOPLE >= LEAST)
    found = list(await uow.rows(query.order_by(_PEOPLE.desc(), col(Community.id)).limit(_MAX_COMMUNITIES)))
    while found and 0 < people - sum(count for *_, count in found) < LEAST:
        found.pop()
    told = []
    for community, name, _ in found:
        inside = select(Room.id).where(*here, col(Room.community_id) == community).correlate(Reaction).exists()
        told.append((name, await _counts(uow, [*matching, inside])))
    return told
