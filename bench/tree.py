"""A tree of four levels (a land, regions, towns, communities): a highlight through all of it, and the land's digest."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.cli.application import Application, freeze_loaded_objects
from bench.fan_out import CountingAdapter, TimedDatabase
from bench.house import quiet
from bench.measure import Result
from bots.clock import SystemClock
from bots.dispatch.rate_limits import NO_LIMITS
from storage.bulk_writes import insert_new
from storage.migrate import upgrade
from storage.queries import timers
from storage.tables import (
    Ballot,
    Community,
    Event,
    EventState,
    Highlight,
    HighlightState,
    Journey,
    JourneyStage,
    Member,
    Membership,
    MembershipState,
    Network,
    Occurrence,
    Poll,
    PollState,
    Room,
    RoomRole,
    Rsvp,
    RsvpAnswer,
    Share,
)
from storage.unit_of_work import UnitOfWork

SIZES = {1_000: (10, 10, 10), 10_000: (20, 20, 25)}
"""Communities, and how many parts each level has."""
ACTS = 100
"""Recorded acts of each community: votes in four polls, answers to an event, newcomers."""
_POLLS, _VOTERS, _GUESTS, _NEWCOMERS = 4, 15, 20, 20
_NETWORK, _COMMUNITY, _MEMBERSHIP = insert_new(Network), insert_new(Community), insert_new(Membership)
_ROOM, _MEMBER, _POLL, _BALLOT = insert_new(Room), insert_new(Member), insert_new(Poll), insert_new(Ballot)
_EVENT, _OCCURRENCE, _RSVP, _JOURNEY = insert_new(Event), insert_new(Occurrence), insert_new(Rsvp), insert_new(Journey)
Fill = Callable[[UnitOfWork, int, datetime], Awaitable[None]]


def tree_highlight() -> list[Result]:
    """Measure a highlight that rises three levels and comes down to every other community's home."""
    fewer, most = [_run(size, _add_highlight, size - 1 + _networks(size)) for size in SIZES]
    what = "a highlight through a four-level tree of 10,000 communities"
    return [
        Result("tree_highlight_seconds", most["seconds"], "s", "", what),
        Result("tree_highlight_longest_transaction_ms", most["longest"], "ms", "≤ 100", what),
        Result("tree_highlight_growth", _growth(fewer, most), "x", "≤ 1.2", "time a room, 10,000 against 1,000"),
    ]


def tree_digest() -> list[Result]:
    """Measure the digest of a wide network, from its timer to its message."""
    fewer, most = [_run(size, _add_acts, 1) for size in SIZES]
    what = "a digest of 10,000 communities with a million recorded acts"
    return [
        Result("tree_digest_seconds", most["seconds"], "s", "", what),
        Result("tree_digest_longest_transaction_ms", most["longest"], "ms", "", what),
        Result("tree_digest_memory_mb", most["memory"], "MB", "", "more memory than before, at most"),
        Result("tree_digest_growth", _growth(fewer, most), "x", "≤ 1.2", "time a community, 10,000 against 1,000"),
    ]


def _growth(fewer: dict[str, float], most: dict[str, float]) -> float:
    return most["seconds"] / fewer["seconds"] / 10


def _networks(size: int) -> int:
    regions, towns, _ = SIZES[size]
    return 1 + regions + regions * towns


def _run(size: int, fill: Fill, messages: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(Path(folder), size, fill, messages))


async def _measure(folder: Path, size: int, fill: Fill, messages: int) -> dict[str, float]:
    quiet()
    database = TimedDatabase(f"sqlite:///{folder / 'bench.db'}")
    await upgrade(database.engine)
    now = datetime.now(UTC)
    await _grow(database, size, now)
    async with database.transaction() as uow:
        await fill(uow, size, now)
    adapter = CountingAdapter()
    house = Application(database, [adapter], SystemClock(), limits=NO_LIMITS)
    freeze_loaded_objects()  # as `glocal run` does
    before, most, begin = _resident(), 0.0, time.perf_counter()
    database.seconds.clear()
    running = asyncio.create_task(house.run())
    try:
        async with asyncio.timeout(600):
            while adapter.sent < messages:
                await asyncio.sleep(0.01)
                most = max(most, _resident())
    finally:
        seconds, longest = time.perf_counter() - begin, max(database.seconds) * 1000
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await database.close()
    return {"seconds": seconds, "longest": longest, "memory": most - before}


def _resident() -> float:
    """Return the process's resident memory in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


async def _grow(database: TimedDatabase, size: int, now: datetime) -> None:
    """Add the tree. Everything rises along each bond, and each place listens."""
    regions, towns, parts = SIZES[size]
    since = now - timedelta(days=60)
    async with database.transaction() as uow:
        for number in range(1, _networks(size) + 1):
            _add_network(uow, number, regions, towns, since)
        await uow.flush()
        for number in range(1, size + 1):
            town = 1 + regions + 1 + (number - 1) // parts
            _add_community(uow, number, town, since)
            if number % 500 == 0:
                await uow.flush()


def _add_network(uow: UnitOfWork, number: int, regions: int, towns: int, since: datetime) -> None:
    never = {"digest_every": "never"} if number > 1 else {}
    network = Network(id=number, name=f"N{number}", digested_at=since, created_at=since)
    uow.defer(_NETWORK, {**network.model_dump(), **never})
    _add_room(uow, f"#n{number}", since, role=RoomRole.HIGHLIGHTS, network_id=number)
    if number > 1:
        upper = 1 if number <= regions + 1 else 2 + (number - regions - 2) // towns
        _add_bond(uow, upper, since, child_id=number)


def _add_community(uow: UnitOfWork, number: int, town: int, since: datetime) -> None:
    community = Community(
        id=number, name=f"C{number}", quiet_hours="", created_at=since, receives_highlights=True, relaying=True,
        relaying_since=since,
    )  # fmt: skip
    uow.defer(_COMMUNITY, community.model_dump())
    _add_room(uow, f"#r{number}", since, role=RoomRole.HOME, community_id=number)
    _add_bond(uow, town, since, community_id=number)


def _add_room(uow: UnitOfWork, name: str, since: datetime, **owner: object) -> None:
    room = Room.model_validate({"account": "memory", "platform": "memory", "room": name, "created_at": since, **owner})
    uow.defer(_ROOM, room.model_dump(exclude={"id"}))


def _add_bond(uow: UnitOfWork, network: int, since: datetime, **lower: object) -> None:
    bond = Membership.model_validate(
        {
            "network_id": network, "state": MembershipState.ACTIVE, "gives": Share.EVERYTHING, "gives_since": since,
            "listens": True, "created_at": since, **lower,
        }
    )  # fmt: skip
    uow.defer(_MEMBERSHIP, bond.model_dump(exclude={"id"}))


async def _add_highlight(uow: UnitOfWork, size: int, now: datetime) -> None:
    """Add a highlight whose hold-back is over."""
    room = f"#r{size // 2}"
    await uow.add(
        Highlight(
            id=1, community_id=size // 2, room_id=_networks(size) + size // 2, account="memory", room=room, message="m",
            state=HighlightState.HELD, text="We planted forty trees.", posted_at=now, created_at=now,
        )
    )  # fmt: skip
    uow.defer(timers.SET_TIMER, {"kind": "highlight-publish", "subject": "1", "due": now})


async def _add_acts(uow: UnitOfWork, size: int, now: datetime) -> None:
    """Add a hundred acts of each community, within two months, and a digest that is due for the whole tree."""
    for number in range(1, 21):
        uow.defer(_MEMBER, Member(id=number, name="m", created_at=now).model_dump())
    await uow.flush()
    for community in range(1, size + 1):
        _add_polls(uow, community, now)
        _add_event(uow, community, now)
        for member in range(1, _NEWCOMERS + 1):
            journey = Journey(
                community_id=community, member_id=member, room_id=community, user="u", name="n",
                stage=JourneyStage.DONE, joined_at=now - timedelta(days=2 * member),
            )  # fmt: skip
            uow.defer(_JOURNEY, journey.model_dump(exclude={"id"}))
        if community % 200 == 0:
            await uow.flush()
    uow.defer(timers.SET_TIMER, {"kind": "digest", "subject": "1", "due": now})


def _add_polls(uow: UnitOfWork, community: int, now: datetime) -> None:
    for number in range(1, _POLLS + 1):
        key, at = community * _POLLS + number, now - timedelta(days=7 * number)
        poll = Poll(
            id=key, community_id=community, room_id=community, number=number, question="Tea?", options='["a","b"]',
            state=PollState.CLOSED, created_by=1, created_at=at, closed_at=at,
        )  # fmt: skip
        uow.defer(_POLL, poll.model_dump())
        for member in range(1, _VOTERS + 1):
            ballot = Ballot(poll_id=key, person_id=member, member_id=member, choices="0", at=at)
            uow.defer(_BALLOT, ballot.model_dump())


def _add_event(uow: UnitOfWork, community: int, now: datetime) -> None:
    at = now - timedelta(days=3)
    event = Event(
        id=community, community_id=community, room_id=community, number=1, title="Walk", state=EventState.PLANNED,
        created_by=1, created_at=at,
    )  # fmt: skip
    date = Occurrence(id=community, event_id=community, wall_start="", zone="UTC", starts_at=at, ends_at=at)
    uow.defer(_EVENT, event.model_dump())
    uow.defer(_OCCURRENCE, date.model_dump())
    for member in range(1, _GUESTS + 1):
        answer = Rsvp(occurrence_id=community, person_id=member, member_id=member, answer=RsvpAnswer.YES, at=at)
        uow.defer(_RSVP, answer.model_dump())
