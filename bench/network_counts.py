"""What a whole network counts as one: a poll in a thousand rooms, and an event over three platforms."""

from __future__ import annotations

import asyncio
import re
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.cli.application import Application, freeze_loaded_objects
from bench.fan_out import TimedDatabase
from bench.house import quiet
from bench.measure import Result
from bots.clock import MovableClock, SystemClock
from bots.core.outbound import Edit
from bots.dispatch.rate_limits import NO_LIMITS
from bots.ports import Capabilities, Cursor, Inbox, Receipt, Sending
from bots.testing import BOT, MemoryAdapter, MemoryPlatform, Shown
from storage.bulk_writes import insert_new
from storage.migrate import upgrade
from storage.queries import members
from storage.tables import (
    Community,
    Membership,
    MembershipState,
    Network,
    NetworkEvents,
    Role,
    RoleAssignment,
    Room,
    RoomRole,
)
from storage.unit_of_work import UnitOfWork

NET = "#network"
POLL_ROOMS, BALLOTS_PER_ROOM = (100, 1_000), 20
EVENT_ROOMS, REPLIES = 30, (500, 5_000)
PLATFORMS = ("red", "green", "blue")
_LIKE_DISCORD = Capabilities(buttons=True, private_answers=True)
_COMMUNITY, _MEMBERSHIP, _ROOM = insert_new(Community), insert_new(Membership), insert_new(Room)
PAGE = 100
"""Values in one batch, as in one answer of Telegram's."""
_PATIENCE = 1800


class WatchedAdapter(MemoryAdapter):
    """Counts the edits in each room."""

    def __init__(self, platform: MemoryPlatform) -> None:
        super().__init__(platform, _LIKE_DISCORD)
        self.memory = platform
        self.edits: Counter[str] = Counter()
        self.taken = 0

    async def read_new(self, inbox: Inbox) -> bool:
        """Submit the next page of new values, as the doors do."""
        values = self.memory.log[self.taken : self.taken + PAGE]
        if values:
            self.taken += len(values)
            await inbox.submit(values, Cursor(self.account, str(self.taken)))
        return bool(values)

    async def run(self, inbox: Inbox) -> None:
        """Read page by page."""
        while True:
            self.memory.changed.clear()
            while await self.read_new(inbox):
                pass
            await self.memory.changed.wait()

    async def send(self, sending: Sending) -> Receipt:
        """Perform the call."""
        if isinstance(sending.call, Edit):
            self.edits[sending.call.room] += 1
        return await super().send(sending)

    def said(self, room: str) -> list[Shown]:
        """Return what the bot said in a room."""
        return [one for one in self.memory.messages.values() if one.room == room and one.author == BOT]


def network_poll() -> list[Result]:
    """Measure a network's poll: its ballots, how often each room is edited, and when all show the final tally."""
    small, large = (_run(_poll, rooms) for rooms in POLL_ROOMS)
    rooms = POLL_ROOMS[-1]
    ballots, what = rooms * BALLOTS_PER_ROOM, f"{rooms * BALLOTS_PER_ROOM:,} ballots at once in {rooms:,} rooms"
    times = rooms / POLL_ROOMS[0]
    return [
        Result("network_poll_shown_s", large["shown"], "s", "", f"until {rooms:,} rooms show the poll"),
        Result("network_poll_final_s", large["final"], "s", "", f"{what}: until every card shows the final tally"),
        Result("network_poll_ballots_per_second", ballots / large["final"], "/s", "", "with all edits"),
        Result("network_poll_edits_per_room", large["edits"], "", "", f"on average; {large['most']:.0f} at most"),
        Result("network_poll_cpu_ms", large["cpu"] / ballots * 1000, "ms", "", "of the processor for each ballot"),
        Result("network_poll_growth", large["cpu"] / small["cpu"] / times, "x", "≤ 1.2", "work for a ballot, 10x"),
        Result("network_poll_longest_step_ms", large["longest"] * 1000, "ms", "", "the longest transaction"),
    ]


def network_event() -> list[Result]:
    """Measure the replies to a network's event, with places for four fifths of those who want to come."""
    small, large = (_run(_event, replies) for replies in REPLIES)
    replies, times = REPLIES[-1], REPLIES[-1] / REPLIES[0]
    what = f"{replies:,} replies at once in {EVENT_ROOMS} rooms of three platforms"
    return [
        Result("network_event_final_s", large["final"], "s", "", f"{what}: until every card shows them all"),
        Result("network_event_replies_per_second", replies / large["final"], "/s", "", "with a waiting list"),
        Result("network_event_edits_per_room", large["edits"], "", "", f"on average; {large['most']:.0f} at most"),
        Result("network_event_cpu_ms", large["cpu"] / replies * 1000, "ms", "", "of the processor for each reply"),
        Result("network_event_growth", large["cpu"] / small["cpu"] / times, "x", "≤ 1.2", "work for a reply, 10x"),
        Result("network_event_longest_step_ms", large["longest"] * 1000, "ms", "", "the longest transaction"),
    ]


def _run(measure: object, size: int) -> dict[str, float]:
    assert callable(measure)
    with tempfile.TemporaryDirectory() as folder:
        found: dict[str, float] = asyncio.run(measure(Path(folder), size))
    return found


@asynccontextmanager
async def _running(
    folder: Path, rooms: int, platforms: Sequence[str]
) -> AsyncIterator[tuple[TimedDatabase, list[WatchedAdapter]]]:
    """Run an application for a network with as many communities, spread over these platforms."""
    quiet()
    database = TimedDatabase(f"sqlite:///{folder / 'bench.db'}")
    await upgrade(database.engine)
    async with database.transaction() as uow:
        await _fill(uow, rooms, platforms)
    clock = MovableClock(datetime.now(UTC))
    adapters = [WatchedAdapter(MemoryPlatform(clock, platform=name, account=name)) for name in platforms]
    house = Application(database, list(adapters), SystemClock(), limits=NO_LIMITS)
    freeze_loaded_objects()  # as `glocal run` does
    task = asyncio.create_task(house.run())
    try:
        async with asyncio.timeout(_PATIENCE):
            yield database, adapters
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await database.close()


async def _poll(folder: Path, rooms: int) -> dict[str, float]:
    async with _running(folder, rooms, PLATFORMS[:1]) as (database, [adapter]):
        shown = await _ask(adapter, rooms, '!poll "Where do we meet?" Lyon Bari to=network', "Where do we meet")
        database.seconds.clear()
        cards = await _cards([adapter], rooms, "Where do we meet")
        adapter.edits.clear()
        begin = time.perf_counter(), time.process_time()
        for turn in range(BALLOTS_PER_ROOM):
            for memory, card in cards:
                memory.press(card.id, f"@{card.room}-{turn}", "1️⃣" if turn % 2 else "2️⃣")
        half = rooms * BALLOTS_PER_ROOM // 2
        return {"shown": shown, **await _settled(database, [adapter], cards, [f"{half}(50%)"], begin)}


async def _event(folder: Path, replies: int) -> dict[str, float]:
    places = replies * 4 // 5
    async with _running(folder, EVENT_ROOMS, PLATFORMS) as (database, adapters):
        day = datetime.now(UTC).date() + timedelta(days=20)
        line = f"!event Assembly {day} 19:00 places={places} to=network"
        await _ask(adapters[0], EVENT_ROOMS // len(PLATFORMS), line, "Assembly")
        cards = await _cards(adapters, EVENT_ROOMS, "Assembly")
        for adapter in adapters:
            adapter.edits.clear()
        database.seconds.clear()
        begin = time.perf_counter(), time.process_time()
        for number in range(replies):
            memory, card = cards[number % len(cards)]
            memory.press(card.id, f"@p{number}", "✅")
        wanted = [f"{places}of{places}", f"{replies - places}waiting"]
        return await _settled(database, adapters, cards, wanted, begin)


async def _ask(adapter: WatchedAdapter, rooms: int, line: str, words: str) -> float:
    """Ask the network, say yes to the preview, and return the seconds until so many rooms show it."""
    adapter.memory.say(NET, "@nora", line)
    previews: list[Shown] = []
    while not previews:
        await asyncio.sleep(0.05)
        previews = adapter.said(NET)
    begin = time.perf_counter()
    adapter.memory.press(previews[-1].id, "@nora", "✅")
    return time.perf_counter() - begin + await _until_shown([adapter], rooms, words)


async def _until_shown(adapters: Sequence[WatchedAdapter], rooms: int, words: str) -> float:
    begin = time.perf_counter()
    shown = 0
    while shown < rooms:
        await asyncio.sleep(0.05)
        shown = len(_shown(adapters, words))
    return time.perf_counter() - begin


async def _cards(adapters: Sequence[WatchedAdapter], rooms: int, words: str) -> list[tuple[MemoryPlatform, Shown]]:
    await _until_shown(adapters, rooms, words)
    return _shown(adapters, words)


def _shown(adapters: Sequence[WatchedAdapter], words: str) -> list[tuple[MemoryPlatform, Shown]]:
    """Return the messages with these words and buttons in the communities' rooms, room by room."""
    return [
        (adapter.memory, one)
        for adapter in adapters
        for one in adapter.memory.messages.values()
        if one.author == BOT and one.room != NET and words in one.text and one.content and one.content.buttons
    ]


async def _settled(
    database: TimedDatabase, adapters: Sequence[WatchedAdapter], cards: Sequence[tuple[MemoryPlatform, Shown]],
    wanted: Sequence[str], begin: tuple[float, float],
) -> dict[str, float]:  # fmt: skip
    """Wait until every card shows the figures that are wanted."""
    left = list(cards)
    while left:
        await asyncio.sleep(0.1)
        while left and all(word in _figures(left[-1][1].text) for word in wanted):
            left.pop()
    final, cpu = time.perf_counter() - begin[0], time.process_time() - begin[1]
    edits = [adapter.edits[card.room] for adapter in adapters for memory, card in cards if memory is adapter.memory]
    return {
        "final": final,
        "cpu": cpu, "edits": sum(edits) / len(edits), "most": float(max(edits)), "longest": max(database.seconds),
    }  # fmt: skip


def _figures(text: str) -> str:
    """Return a text without the separators between its digits."""
    return re.sub(r"[\s,.\u202f\u00a0]", "", text)


async def _fill(uow: UnitOfWork, rooms: int, platforms: Sequence[str]) -> None:
    """Add a network with a coordinator, and communities with a home each, which show its events unasked."""
    now = datetime.now(UTC)
    await uow.add(Network(id=1, name="Network", created_at=now))
    known = await members.enroll(uow, {(platforms[0], "@nora"): "nora"}, now)
    nora = known[(platforms[0], "@nora")].member_id
    await uow.add(RoleAssignment(member_id=nora, role=Role.COORDINATOR, network_id=1))
    await uow.add(
        Room(
            id=rooms + 1,
            account=platforms[0],
            platform=platforms[0],
            room=NET,
            role=RoomRole.CIRCLE,
            network_id=1,
            created_at=now,
        )
    )
    for key in range(1, rooms + 1):
        platform = platforms[key % len(platforms)]
        community = Community(id=key, name=f"Town {key}", zone="UTC", quiet_hours="", created_at=now)
        room = Room(
            id=key,
            account=platform,
            platform=platform,
            room=f"#r{key}",
            role=RoomRole.HOME,
            community_id=key,
            created_at=now,
        )
        bond = Membership(
            network_id=1, community_id=key, state=MembershipState.ACTIVE, events=NetworkEvents.SHOW, created_at=now
        )
        uow.defer(_COMMUNITY, community.model_dump())
        uow.defer(_MEMBERSHIP, bond.model_dump(exclude={"id"}))
        uow.defer(_ROOM, room.model_dump())
    await uow.flush()
