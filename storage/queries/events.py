"""Events, their occurrences, and the answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, func, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from storage.bulk_writes import delete_by, upsert
from storage.tables import Community, Event, Identity, Member, Occurrence, Room, Rsvp
from storage.unit_of_work import UnitOfWork

RSVP = upsert(Rsvp, keys=("occurrence_id", "member_id"), replace=("answer", "at"), newest="at")
RSVP_BACK = delete_by(Rsvp, "occurrence_id", "member_id", "answer")


class Planned(NamedTuple):
    """An event with the occurrence that people mean by its number."""

    event: Event
    occurrence: Occurrence


async def next_number(uow: UnitOfWork, community: int) -> int:
    """The number of the community's next event."""
    return (await uow.first(select(func.max(Event.number)).where(Event.community_id == community)) or 0) + 1


async def by_number(uow: UnitOfWork, community: int, number: int) -> Planned | None:
    """The event that the community calls by this number."""
    query = _planned().where(Event.community_id == community, Event.number == number)
    return next((Planned(event, occurrence) for event, occurrence in await uow.rows(query)), None)


async def of_event(uow: UnitOfWork, event: int) -> Planned | None:
    """The event with this id, drafts too."""
    query = _planned().where(Event.id == event)
    return next((Planned(event, occurrence) for event, occurrence in await uow.rows(query)), None)


async def upcoming(uow: UnitOfWork, community: int, now: datetime, limit: int) -> Sequence[Planned]:
    """The community's planned events that are not over, the soonest first."""
    query = _planned().where(Event.community_id == community, Event.state == "planned", col(Occurrence.ends_at) > now)
    found = await uow.rows(query.order_by(col(Occurrence.starts_at), col(Occurrence.id)).limit(limit))
    return [Planned(event, occurrence) for event, occurrence in found]


async def coming_up(
    uow: UnitOfWork, network: int, *, since: datetime, until: datetime, soon: datetime
) -> Sequence[tuple[Planned, Community]]:
    """A network's planned events that were made in this time, or that begin before `soon`; the soonest first."""
    query = (
        select(Event, Occurrence, Community)
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .join(Community, col(Event.community_id) == col(Community.id))
        .where(Community.network_id == network, Event.state == "planned", col(Occurrence.starts_at) > until)
        .where(
            or_(and_(col(Event.created_at) > since, col(Event.created_at) <= until), col(Occurrence.starts_at) <= soon)
        )
        .order_by(col(Occurrence.starts_at), col(Occurrence.id))
    )
    return [(Planned(event, date), community) for event, date, community in await uow.rows(query)]


async def with_room(uow: UnitOfWork, occurrence: int) -> tuple[Planned, Room] | None:
    """An occurrence with its event and the event's room; the community that these are in comes along."""
    query = (
        select(Event, Occurrence, Room, Community)
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .join(Room, col(Event.room_id) == col(Room.id))
        .join(Community, col(Event.community_id) == col(Community.id))
        .where(Occurrence.id == occurrence)
    )
    for event, date, room, community in await uow.rows(query, of=()):
        uow.know(community, community.id)
        return Planned(event, date), room
    return None


async def answer_of(uow: UnitOfWork, occurrence: int, member: int) -> str | None:
    """What a member has answered."""
    return await uow.first(select(Rsvp.answer).where(Rsvp.occurrence_id == occurrence, Rsvp.member_id == member))


async def counts(uow: UnitOfWork, occurrences: Iterable[int]) -> dict[int, dict[str, int]]:
    """How many gave which answer, by occurrence."""
    query = select(Rsvp.occurrence_id, Rsvp.answer, func.count()).where(col(Rsvp.occurrence_id).in_(list(occurrences)))
    found: dict[int, dict[str, int]] = {}
    for occurrence, answer, count in await uow.rows(query.group_by(col(Rsvp.occurrence_id), col(Rsvp.answer))):
        found.setdefault(occurrence, {})[answer] = count
    return found


async def names(uow: UnitOfWork, occurrence: int, answer: str, limit: int) -> Sequence[str]:
    """The names of those who gave this answer, in the order of their answers."""
    query = (
        select(Member.name)
        .join(Rsvp, col(Rsvp.member_id) == col(Member.id))
        .where(Rsvp.occurrence_id == occurrence, Rsvp.answer == answer)
    )
    return await uow.all(query.order_by(col(Rsvp.at), col(Member.id)).limit(limit))


async def coming(uow: UnitOfWork, occurrence: int, platform: str, limit: int) -> Sequence[Identity]:
    """An account on this platform of each who said yes, then of each who said maybe."""
    query = (
        select(Identity)
        .join(Rsvp, col(Rsvp.member_id) == col(Identity.member_id))
        .where(Rsvp.occurrence_id == occurrence, col(Rsvp.answer).in_(("yes", "maybe")), Identity.platform == platform)
    )
    query = query.order_by(col(Rsvp.answer).desc(), col(Rsvp.at), col(Identity.member_id), col(Identity.id))
    found: dict[int, Identity] = {}
    for who in await uow.all(query.limit(limit), of=("rsvps",)):
        found.setdefault(who.member_id, who)
    return list(found.values())


def _planned() -> Select[Event, Occurrence]:
    return select(Event, Occurrence).join(Occurrence, col(Occurrence.event_id) == col(Event.id))
