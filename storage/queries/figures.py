"""The figures that may be told. They are counted once, in rows of at least five people, and added up from there.

A figure about people is a sum of whole rows of `figure_groups`. So the difference of any two figures, of whatever
places and periods, is a sum of whole rows too, and never about one to four people (ADR 66).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import and_, bindparam, delete, func, update
from sqlmodel import col, select

from storage.bulk_writes import insert_new, update_by
from storage.tables import (
    Ballot,
    Community,
    Event,
    EventState,
    FigureGroup,
    FigureKind,
    FigureMark,
    Highlight,
    HighlightState,
    Journey,
    JourneyStage,
    Occurrence,
    Poll,
    PollState,
    Rsvp,
    RsvpAnswer,
)
from storage.unit_of_work import UnitOfWork

LEAST_COUNT = 5
"""Fewer people are in no figure: those who know the group would know who they are."""
LOOK_BACK = timedelta(days=62)
"""How far back a community's first count goes."""
KEPT = timedelta(days=400)
"""How long figures are kept: a digest compares with the period before, and a month with another."""
_NEW_MARK, _ADD = insert_new(FigureMark), insert_new(FigureGroup)
_SET_NEWCOMERS = update_by(FigureMark, "community_id", values={"newcomers_until": bindparam("until")})


@dataclass(frozen=True)
class Count:
    """How many people or things (`number`) did something in a community, the last at `at` and the first at `since`."""

    community: int
    kind: FigureKind
    at: datetime
    since: datetime
    number: int = 1


async def count_up(uow: UnitOfWork, communities: Sequence[int], until: datetime) -> None:
    """Count what happened in these communities up to `until` and was not counted before."""
    await _mark_new(uow, communities, until)
    counts = [*await _polls(uow, communities, until), *await _events(uow, communities, until)]
    counts += await _highlights(uow, communities, until)
    zones = await _zones(uow, communities)
    newcomers, last = group_newcomers(await _newcomers(uow, communities, until), zones)
    for count in [*_by_day(counts, zones), *newcomers]:
        row = {"community_id": count.community, "kind": count.kind, "at": count.at, "since": count.since}
        uow.defer(_ADD, {**row, "count": count.number})
    marks = update(FigureMark).where(col(FigureMark.community_id).in_(communities))
    await uow.execute(marks.where(col(FigureMark.counted_until) < until).values(counted_until=until))
    for community, at in last.items():
        uow.defer(_SET_NEWCOMERS, {"b_community_id": community, "until": at})


async def _zones(uow: UnitOfWork, communities: Collection[int]) -> dict[int, tzinfo]:
    """Return the communities' time zones; UTC where this machine does not know it."""
    zones: dict[int, tzinfo] = {}
    for community, zone in await uow.rows(
        select(Community.id, Community.zone).where(col(Community.id).in_(communities))
    ):
        try:
            zones[community] = ZoneInfo(zone)
        except ZoneInfoNotFoundError:
            zones[community] = UTC
    return zones


def group_newcomers(
    joined: Iterable[tuple[int, datetime]], zones: dict[int, tzinfo]
) -> tuple[list[Count], dict[int, datetime]]:
    """Put newcomers together, in the order of their coming: those of whole days, at least five of them.

    Return the groups, and when the last one in a group came, by community. The rest waits for others.
    """
    groups: list[Count] = []
    last: dict[int, datetime] = {}
    waiting: dict[int, list[datetime]] = defaultdict(list)
    for community, at in joined:
        before = waiting[community]
        if len(before) >= LEAST_COUNT and _day(before[-1], community, zones) != _day(at, community, zones):
            groups.append(_group(community, before))
            waiting[community] = before = []
        before.append(at)
    groups += [_group(community, times) for community, times in waiting.items() if len(times) >= LEAST_COUNT]
    for group in groups:
        last[group.community] = max(group.at, last.get(group.community, group.at))
    return groups, last


def _group(community: int, times: list[datetime]) -> Count:
    return Count(community, FigureKind.NEWCOMERS, times[-1], times[0], len(times))


def _day(at: datetime, community: int, zones: dict[int, tzinfo]) -> object:
    return at.astimezone(zones[community]).date()


def _by_day(counts: Iterable[Count], zones: dict[int, tzinfo]) -> list[Count]:
    """Add up what happened on one day of a community."""
    days: dict[object, Count] = {}
    for count in counts:
        key = (count.community, count.kind, _day(count.at, count.community, zones))
        had = days.get(key)
        days[key] = count if had is None else Count(
            count.community, count.kind, max(had.at, count.at), min(had.since, count.since), had.number + count.number
        )  # fmt: skip
    return list(days.values())


async def _mark_new(uow: UnitOfWork, communities: Sequence[int], until: datetime) -> None:
    known = await uow.all(select(FigureMark.community_id).where(col(FigureMark.community_id).in_(communities)))
    new = set(communities) - set(known)
    if not new:
        return
    made = select(Community.id, Community.created_at).where(col(Community.id).in_(new))
    for community, created_at in await uow.rows(made):
        start = max(created_at, until - LOOK_BACK)
        uow.defer(_NEW_MARK, {"community_id": community, "counted_until": start, "newcomers_until": start})


async def _polls(uow: UnitOfWork, communities: Collection[int], until: datetime) -> list[Count]:
    """Return the polls that closed, and the votes in each that at least five people took part in."""
    query = (
        select(
            col(FigureMark.community_id), col(Poll.closed_at), col(Poll.created_at), func.count(col(Ballot.member_id))
        )
        .select_from(Poll)
        .join(FigureMark, col(FigureMark.community_id) == col(Poll.community_id))
        .outerjoin(Ballot, col(Ballot.poll_id) == col(Poll.id))
        .where(col(Poll.community_id).in_(communities), Poll.state == PollState.CLOSED)
        .where(col(Poll.closed_at) > col(FigureMark.counted_until), col(Poll.closed_at) <= until)
        .group_by(col(Poll.id), col(FigureMark.community_id))
    )
    counts: list[Count] = []
    for community, at, since, voters in await uow.rows(query):
        assert at is not None, "it closed in the period"
        counts.append(Count(community, FigureKind.POLLS, at, since))
        if voters >= LEAST_COUNT:
            counts.append(Count(community, FigureKind.VOTES, at, since, voters))
    return counts


async def _events(uow: UnitOfWork, communities: Collection[int], until: datetime) -> list[Count]:
    """Return the events that began, and the guests of each that at least five people came to."""
    coming = and_(
        col(Rsvp.occurrence_id) == col(Occurrence.id),
        col(Rsvp.answer) == RsvpAnswer.YES,
        col(Rsvp.left_at).is_(None),
        col(Rsvp.waiting_since).is_(None),
    )
    query = (
        select(
            col(FigureMark.community_id),
            col(Occurrence.starts_at),
            col(Event.created_at),
            func.count(col(Rsvp.member_id)),
        )
        .select_from(Event)
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .join(FigureMark, col(FigureMark.community_id) == col(Event.community_id))
        .outerjoin(Rsvp, coming)
        .where(col(Event.community_id).in_(communities), Event.state == EventState.PLANNED)
        .where(col(Occurrence.starts_at) > col(FigureMark.counted_until), col(Occurrence.starts_at) <= until)
        .group_by(col(Occurrence.id), col(Event.id), col(FigureMark.community_id))
    )
    counts: list[Count] = []
    for community, at, since, guests in await uow.rows(query):
        counts.append(Count(community, FigureKind.EVENTS, at, since))
        if guests >= LEAST_COUNT:
            counts.append(Count(community, FigureKind.GUESTS, at, since, guests))
    return counts


async def _highlights(uow: UnitOfWork, communities: Collection[int], until: datetime) -> list[Count]:
    query = (
        select(col(Highlight.community_id), col(Highlight.published_at), col(Highlight.posted_at))
        .join(FigureMark, col(FigureMark.community_id) == col(Highlight.community_id))
        .where(col(Highlight.community_id).in_(communities), Highlight.state == HighlightState.PUBLISHED)
        .where(col(Highlight.published_at) > col(FigureMark.counted_until), col(Highlight.published_at) <= until)
    )
    found = await uow.rows(query)
    return [Count(one, FigureKind.HIGHLIGHTS, at, posted or at) for one, at, posted in found if at is not None]


async def _newcomers(uow: UnitOfWork, communities: Collection[int], until: datetime) -> list[tuple[int, datetime]]:
    """Return the communities and times of newcomers who are in no figure yet, in the order of their coming."""
    query = (
        select(col(Journey.community_id), col(Journey.joined_at))
        .join(FigureMark, col(FigureMark.community_id) == col(Journey.community_id))
        .where(col(Journey.community_id).in_(communities), Journey.stage != JourneyStage.REQUESTED)
        .where(col(Journey.joined_at) > col(FigureMark.newcomers_until), col(Journey.joined_at) <= until)
        .order_by(col(Journey.joined_at))
    )
    return [(community, at) for community, at in await uow.rows(query)]


async def first_waiting(uow: UnitOfWork, communities: Collection[int], until: datetime) -> dict[int, datetime]:
    """Return when the first of the newcomers came who are in no figure yet, by community."""
    query = (
        select(col(Journey.community_id), func.min(Journey.joined_at))
        .join(FigureMark, col(FigureMark.community_id) == col(Journey.community_id))
        .where(col(Journey.community_id).in_(communities), Journey.stage != JourneyStage.REQUESTED)
        .where(col(Journey.joined_at) > col(FigureMark.newcomers_until), col(Journey.joined_at) <= until)
        .group_by(col(Journey.community_id))
    )
    return {community: at for community, at in await uow.rows(query)}  # noqa: C416 - mypy does not know a Row as a pair


async def between(
    uow: UnitOfWork, communities: Collection[int], since: datetime, until: datetime
) -> Sequence[FigureGroup]:
    """Return what was counted of these communities in a period, in any order."""
    query = select(FigureGroup).where(col(FigureGroup.community_id).in_(communities))
    return await uow.all(query.where(col(FigureGroup.at) > since, col(FigureGroup.at) <= until))


async def delete_older_than(uow: UnitOfWork, limit: datetime) -> None:
    """Delete the figures from before `limit`."""
    await uow.execute_in_thread(delete(FigureGroup).where(col(FigureGroup.at) < limit))


async def forget(uow: UnitOfWork, community: int) -> None:
    """Delete the figures of a community."""
    for table in (FigureGroup, FigureMark):
        await uow.execute(delete(table).where(col(table.community_id) == community))
