"""Calendars that hold very much: the agenda of a month, a feed on the web, one that is imported; once and tenfold."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.house import opened
from bench.measure import Result
from bots.core.inbound import CommandInvoked, Person
from bots.features.events import calendar_feed
from schedules.calendars import process
from schedules.calendars.process import Job
from storage.bulk_writes import insert_new
from storage.database import Database
from storage.tables import Community, Event, EventSeries, EventState, Member, Occurrence, Room, RoomRole

_SERIES, _EVENTS, _DATES = insert_new(EventSeries), insert_new(Event), insert_new(Occurrence)
RECURRING, DATES, ROUNDS = 10_000, 5_000, 3
NOW = datetime.now(UTC).replace(microsecond=0)
_PERSON = Person(platform="memory", user="@anna", name="Anna")


def calendars() -> list[Result]:
    """Measure `agenda_month_ms`, `calendar_feed_ms` and `calendar_import_ms`, each also with ten times as much."""
    return asyncio.run(_measure())


async def _measure() -> list[Result]:
    found = []
    for times in (1, 10):
        suffix, much = ("", "") if times == 1 else ("_10x", ", ten times as much")
        with tempfile.TemporaryDirectory() as folder:
            agenda, feed = await _kept(Path(folder), times)
        read = await _median(lambda times=times: _import(DATES * times))  # type: ignore[misc]
        month = f"`agenda` to its commit, of {RECURRING * times:,} weekly events{much}"
        web = f"a feed of {DATES * times:,} events, made and written{much}"
        other = f"a calendar of {DATES * times:,} events, read by a process of its own{much}"
        found += [
            Result(f"agenda_month{suffix}_ms", agenda, "ms", "≤ 500", month),
            Result(f"calendar_feed{suffix}_ms", feed, "ms", "≤ 1,000", web),
            Result(f"calendar_import{suffix}_ms", read, "ms", "≤ 30,000", other),
        ]
    return found


async def _median(act: Callable[[], Awaitable[None]]) -> float:
    spent = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        await act()
        spent.append(1000 * (time.perf_counter() - begin))
    return sorted(spent)[ROUNDS // 2]


async def _kept(folder: Path, times: int) -> tuple[float, float]:
    async with opened(folder) as house:
        number = await _fill(house.database, times)
        keys = iter(range(ROUNDS))

        async def agenda() -> None:
            call = CommandInvoked(
                key=f"agenda:{next(keys)}", account="memory", room="#a", at=house.clock.now(), person=_PERSON,
                line="agenda",
            )  # fmt: skip
            await house.dispatch.submit([call])

        async def feed() -> None:
            async with house.database.reading() as uow:
                place = await uow.get(Community, number)
                assert place is not None, "it was made"
                found = await calendar_feed.collect(uow, place, NOW, public=True)
            assert "BEGIN:VEVENT" in await asyncio.to_thread(calendar_feed.write, found)

        return await _median(agenda), await _median(feed)


async def _fill(database: Database, times: int) -> int:
    """Store a community with weekly events and with single ones, and return its id."""
    async with database.transaction() as uow:
        home = await uow.add(Community(name="Plaza", created_at=NOW))
        room = await uow.add(
            Room(
                account="memory", platform="memory", room="#a", role=RoomRole.HOME, community_id=home.id, created_at=NOW
            )
        )  # fmt: skip
        maker = await uow.add(Member(name="m", created_at=NOW))
        place, where, who = home.id, room.id, maker.id
    weekly, single = RECURRING * times, DATES * times
    for first in range(1, weekly + 1, 1000):
        async with database.transaction() as uow:
            for each in range(first, first + 1000):
                wall = (NOW + timedelta(days=each % 7, hours=each % 24)).replace(tzinfo=None).isoformat("T", "minutes")
                series = EventSeries(
                    id=each, rule="FREQ=WEEKLY", wall_start=wall, zone="UTC", latest=wall, created_at=NOW
                )
                uow.defer(_SERIES, series.model_dump())
                uow.defer(_EVENTS, _event(each, place, where, who, EventState.TEMPLATE, None, each).model_dump())
    for first in range(1, single + 1, 1000):
        async with database.transaction() as uow:
            for each in range(first, first + 1000):
                start = NOW + timedelta(minutes=each * 60 // times)
                uow.defer(
                    _EVENTS, _event(weekly + each, place, where, who, EventState.PLANNED, each, None).model_dump()
                )
                date = Occurrence(
                    id=each, event_id=weekly + each, wall_start=f"{start:%Y-%m-%dT%H:%M}", zone="UTC", starts_at=start,
                    ends_at=start + timedelta(hours=1),
                )  # fmt: skip
                uow.defer(_DATES, date.model_dump())
    return place


def _event(
    each: int, place: int, where: int, who: int, state: EventState, number: int | None, series: int | None
) -> Event:
    return Event(
        id=each, community_id=place, room_id=where, number=number, title=f"Event {each}", state=state,
        series_id=series, created_by=who, created_at=NOW,
    )  # fmt: skip


async def _import(size: int) -> None:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for each in range(size):
        start = NOW + timedelta(minutes=each)
        lines += [
            "BEGIN:VEVENT", f"UID:{each}@bench", f"DTSTART:{start:%Y%m%dT%H%M%SZ}", f"SUMMARY:Event {each}",
            "END:VEVENT",
        ]  # fmt: skip
    content = "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()
    reading = await process.read(Job(content, "UTC", NOW - timedelta(days=1), timedelta(days=60)))
    assert reading.entries
