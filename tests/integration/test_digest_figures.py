"""Figures of digests: each community once on the way up, and nothing about fewer than five people."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from bots.turn.figures import PEOPLE, Figures
from storage.database import Database
from storage.queries import editions
from storage.queries import figures as groups
from storage.tables import (
    Ballot,
    Community,
    Edition,
    FigureGroup,
    FigureKind,
    Journey,
    JourneyStage,
    Member,
    Membership,
    MembershipState,
    Network,
    Poll,
    PollState,
    Room,
    Share,
)
from storage.unit_of_work import UnitOfWork
from tests.stores import BOTH, store

START = datetime(2026, 11, 1, tzinfo=UTC)
PEOPLE_COUNT = 40


@pytest.fixture(params=BOTH)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """Yield a database of each kind with forty people."""
    database = Database(store(request.param).url(tmp_path))
    async with database.transaction() as uow:
        for _ in range(PEOPLE_COUNT):
            await uow.add(Member(name="m", created_at=START))
    yield database
    await database.close()


async def network(uow: UnitOfWork, name: str) -> Network:
    """Create a network."""
    return await uow.add(Network(name=name, created_at=START))


async def community(uow: UnitOfWork, name: str, *above: Network, since: datetime = START) -> Community:
    """Create a relaying community with a room in these networks."""
    made = await uow.add(Community(name=name, relaying=True, relaying_since=since, created_at=START))
    await uow.add(Room(account="a", platform="p", room=name, community_id=made.id, created_at=START))
    for wider in above:
        await bond(uow, wider, since=since, community_id=made.id)
    return made


async def bond(
    uow: UnitOfWork, wider: Network, *, gives: Share = Share.EVERYTHING, since: datetime = START, **lower: object
) -> None:
    """Make a community or a network part of a network, to which everything rises."""
    await uow.add(
        Membership.model_validate(
            {
                "network_id": wider.id, "state": MembershipState.ACTIVE, "gives": gives, "gives_since": since,
                "created_at": START, **lower,
            }
        )
    )  # fmt: skip


async def join(uow: UnitOfWork, place: Community, member: int, at: datetime) -> None:
    """Let a person come to a community."""
    await uow.add(
        Journey(
            community_id=place.id, member_id=member, room_id=place.id, user="u", name="n", joined_at=at,
            stage=JourneyStage.DONE,
        )
    )  # fmt: skip


async def close_poll(uow: UnitOfWork, place: Community, number: int, voters: int, at: datetime) -> None:
    """Create a closed poll with so many ballots."""
    poll = await uow.add(
        Poll(
            community_id=place.id, room_id=place.id, number=number, question="q", options="[]", created_by=1,
            state=PollState.CLOSED, created_at=at - timedelta(hours=1), closed_at=at,
        )
    )  # fmt: skip
    for member in range(1, voters + 1):
        await uow.add(Ballot(poll_id=poll.id, person_id=member, member_id=member, choices="0", at=at))


async def figures_of(uow: UnitOfWork, wider: Network, since: datetime, until: datetime) -> tuple[Figures, set[int]]:
    """Return the figures of a network's period, and the rows that they add up."""
    edition = await uow.add(Edition(network_id=wider.id, since=since, changed_at=until))
    await editions.define_scope(uow, edition, wider)
    scope = await editions.scope_page(uow, edition, 0, 1000)
    await groups.count_up(uow, list(scope), until)
    rows = await groups.between(uow, list(scope), since, until)
    figures = Figures()
    figures.add(rows, scope, UTC, named=list(scope))
    await editions.clear_scope(uow, edition)
    await uow.delete(edition)
    return figures, {row.id for row in rows if row.since >= scope[row.community_id]}


async def test_a_community_counts_once_whatever_its_ways_up(database: Database) -> None:
    """A community in two networks that are both in a wider one counts once there, as in each of the two."""
    async with database.transaction() as uow:
        town, craft, region = [await network(uow, name) for name in ("town", "craft", "region")]
        await bond(uow, region, child_id=town.id)
        await bond(uow, region, child_id=craft.id)
        lyon = await community(uow, "lyon", town, craft)
        await close_poll(uow, lyon, 1, 7, START + timedelta(hours=3))
        for wider in (town, craft, region):
            figures, _ = await figures_of(uow, wider, START, START + timedelta(days=1))
            assert figures.totals == {"polls": 1, "votes": 7}
            assert figures.places == 1


async def test_what_only_a_digest_tells_rises_no_further(database: Database) -> None:
    """Along a membership that gives the digest only, a network counts; the networks above it don't."""
    async with database.transaction() as uow:
        town, region, land = [await network(uow, name) for name in ("town", "region", "land")]
        await bond(uow, region, child_id=town.id, gives=Share.DIGEST)
        await bond(uow, land, child_id=region.id)
        lyon = await community(uow, "lyon", town)
        await close_poll(uow, lyon, 1, 5, START + timedelta(hours=3))
        end = START + timedelta(days=1)
        counted = [(await figures_of(uow, wider, START, end))[0] for wider in (town, region, land)]
        assert [figures.total(FigureKind.VOTES) for figures in counted] == [5, 5, 0]


async def test_nothing_counts_from_before_the_consent(database: Database) -> None:
    """A poll from before a community let anything rise is in no figure above it."""
    async with database.transaction() as uow:
        town = await network(uow, "town")
        lyon = await community(uow, "lyon", town, since=START + timedelta(hours=5))
        await close_poll(uow, lyon, 1, 9, START + timedelta(hours=4))
        figures, _ = await figures_of(uow, town, START, START + timedelta(days=1))
        assert figures.totals == {}


@pytest.mark.parametrize("newcomers", [4, 5])
async def test_newcomers_wait_until_there_are_five(database: Database, newcomers: int) -> None:
    """Four newcomers are in no figure; with a fifth on another day all five are, on that day."""
    async with database.transaction() as uow:
        town = await network(uow, "town")
        lyon = await community(uow, "lyon", town)
        for member in range(1, newcomers):
            await join(uow, lyon, member, START + timedelta(hours=member))
        first, _ = await figures_of(uow, town, START, START + timedelta(days=1))
        await join(uow, lyon, newcomers, START + timedelta(days=1, hours=1))
        second, _ = await figures_of(uow, town, START + timedelta(days=1), START + timedelta(days=2))
        assert first.totals == {}
        assert second.total(FigureKind.NEWCOMERS) == (5 if newcomers == 5 else 0)


@pytest.mark.parametrize("seed", range(6))
async def test_no_figure_and_no_difference_is_about_fewer_than_five(database: Database, seed: int) -> None:
    """In random trees each figure about people is 0 or at least 5, and so is that less another one that it includes."""
    rng = random.Random(seed)
    published: list[tuple[set[int], dict[str, int]]] = []
    async with database.transaction() as uow:
        networks = [await network(uow, f"n{number}") for number in range(5)]
        for lower, upper in combinations(networks, 2):
            if rng.random() < 0.5:
                await bond(uow, upper, child_id=lower.id)
        places = [await community(uow, f"c{n}", *rng.sample(networks, rng.randint(1, 3))) for n in range(6)]
        came = {place.id: rng.sample(range(1, PEOPLE_COUNT + 1), PEOPLE_COUNT) for place in places}
        ends = {wider.id: START for wider in networks}
        now, number = START, 0
        for _ in range(60):
            now += timedelta(hours=rng.randint(1, 20))
            place = rng.choice(places)
            for _ in range(rng.randint(0, 3)):
                if came[place.id]:
                    await join(uow, place, came[place.id].pop(), now)
            if rng.random() < 0.3:
                number += 1
                await close_poll(uow, place, number, rng.randint(0, 9), now)
            if rng.random() < 0.5:
                wider = rng.choice(networks)
                figures, rows = await figures_of(uow, wider, ends[wider.id], now)
                published.append((rows, figures.totals))
                ends[wider.id] = rng.choice([ends[wider.id], now])
        sizes = {row.id: row for row in await groups.between(uow, [one.id for one in places], START, now)}
        assert any(totals for _, totals in published)
        for kind in PEOPLE:
            check_kind(kind, published, sizes)


def check_kind(
    kind: FigureKind, published: list[tuple[set[int], dict[str, int]]], rows: dict[int, FigureGroup]
) -> None:
    """Compare every figure of a kind with every other that it includes."""
    found = [({one for one in ids if rows[one].kind == kind}, totals.get(kind, 0)) for ids, totals in published]
    for ids, total in found:
        assert total == sum(rows[one].count for one in ids)
        assert total == 0 or total >= 5
    for (larger, total), (smaller, part) in combinations(sorted(found, key=lambda one: -len(one[0])), 2):
        if smaller <= larger:
            assert total - part == 0 or total - part >= 5
