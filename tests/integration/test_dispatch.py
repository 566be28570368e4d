"""One transaction for many values, and what happens to the one that fails."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlmodel import SQLModel, col, select

from adapters.cli.application import House
from bots.clock import MovableClock
from bots.core.inbound import (
    ButtonPressed,
    CommandInvoked,
    MessageDeleted,
    MessagePosted,
    Person,
    ReactionAdded,
    TimerFired,
    Value,
)
from bots.core.outbound import Button, Content, DirectMessage, encode
from bots.core.richtext import Text
from bots.ports import Capabilities, Cursor
from bots.routing.feature import Feature
from bots.routing.router import Router
from bots.testing import MemoryAdapter, MemoryPlatform
from bots.turn.turn import Turn
from storage.database import Database
from storage.queries import inbox, outbox, timers
from storage.tables import Network, Room, Timer

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


async def press(value: ButtonPressed, turn: Turn) -> None:
    """`ok` writes a row, `bad` writes one and raises, `clash` breaks a constraint only when the batch is written,
    `wait` puts a timer off."""
    code = f"{value.subject}-{value.choice}"
    if value.subject == "wait":
        turn.schedule("later", value.choice, turn.now + timedelta(hours=1))
        return
    if value.subject == "clash":
        turn.uow.session.add(Network(id=1, name="x", code="same", created_at=turn.now))
        turn.uow.session.add(Network(id=1, name="x", code="same", created_at=turn.now))
        return
    await turn.uow.add(Network(name="n", code=code, created_at=turn.now))
    if value.subject == "bad":
        raise RuntimeError("boom")
    turn.post_content(Content(text=(Text(code),), buttons=(Button("do:ok:reply", "again", "🔁"),)))


async def ring(timer: TimerFired, turn: Turn) -> None:
    """Writes a row, or breaks a constraint when the batch is written."""
    codes = ["same", "same"] if timer.subject == "clash" else [f"{timer.subject}-fired"]
    for code in codes:
        turn.uow.session.add(Network(name="n", code=code, created_at=turn.now))


FEATURE = Feature(name="probe", buttons={"do": press}, timers={"later": ring}, light=frozenset({"later"}))


class Bench:
    """A core with one probe feature."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "glocal.db"
        self.clock = MovableClock(NOW)
        self.platform = MemoryPlatform(self.clock)

    async def open(self, busy_seconds: float = 5.0) -> None:
        self.database = Database(f"sqlite:///{self.file}", busy_seconds=busy_seconds)
        async with self.database.engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)
        adapter = MemoryAdapter(self.platform, Capabilities(buttons=False, idempotent=True))
        self.house = House(self.database, [adapter], self.clock, router=Router([FEATURE]))
        await self.house.load()
        async with self.database.transaction() as uow:
            if not await uow.get(Room, 1):
                await uow.add(Room(id=1, account="memory", platform="memory", room="#r", created_at=NOW))
        self.running = asyncio.create_task(self.house.dispatch.run())

    async def close(self) -> None:
        self.running.cancel()
        await asyncio.gather(self.running, return_exceptions=True)
        await self.database.close()

    async def codes(self) -> set[str]:
        async with self.database.reading() as uow:
            return {row.code for row in await uow.all(select(Network))}


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    """A running core."""
    made = Bench(tmp_path)
    await made.open()
    yield made
    await made.close()


def pressed(what: str, number: int = 0, key: str | None = None) -> ButtonPressed:
    person = Person(platform="memory", user="@anna", name="Anna")
    return ButtonPressed(
        key=key or f"k{what}{number}", account="memory", room="#r", at=NOW, person=person, button=f"do:{what}:{number}"
    )


async def test_a_handler_that_raises_loses_its_own_writes_only(bench: Bench) -> None:
    """The others of its batch are committed; it is a dead letter, and its author is told."""
    await bench.house.dispatch.submit([pressed("ok", 1), pressed("bad", 2), pressed("ok", 3)])
    assert await bench.codes() == {"ok-1", "ok-3"}
    async with bench.database.reading() as uow:
        (dead,) = await inbox.dead_letters(uow)
        waiting = (await outbox.pending(uow, "memory", ["#r"], 10))["#r"]
    assert (dead.key, dead.kind, dead.error) == ("kbad2", "ButtonPressed", "RuntimeError: boom")
    assert [row.key for row in waiting] == ["kok1/1", "kbad2/1", "kok3/1"]
    assert "Sorry" in waiting[1].payload


async def test_a_value_that_breaks_the_whole_batch_is_found_alone(bench: Bench) -> None:
    """When the batch cannot be written, each value gets a transaction of its own."""
    await bench.house.dispatch.submit([pressed("ok", 1), pressed("clash"), pressed("ok", 3)])
    assert await bench.codes() == {"ok-1", "ok-3"}
    async with bench.database.reading() as uow:
        assert [dead.key for dead in await inbox.dead_letters(uow)] == ["kclash0"]


async def test_a_value_is_handled_once(bench: Bench) -> None:
    """Said again, in the same batch or a later one, it is skipped by its key."""
    await bench.house.dispatch.submit([pressed("ok", 1), pressed("ok", 1)])
    await bench.house.dispatch.submit([pressed("ok", 1), pressed("ok", 2)])
    assert await bench.codes() == {"ok-1", "ok-2"}


async def test_the_cursor_is_committed_with_the_values(bench: Bench) -> None:
    """After submit returns both are there; the cursor of idle talk follows at the next flush."""
    await bench.house.dispatch.submit([pressed("ok", 1)], Cursor("memory", "t1"))
    assert await bench.house.dispatch.cursor("memory") == "t1"
    idle = MessagePosted(
        key="m", account="memory", room="#r", at=NOW, person=pressed("ok").person, message="m", text="hello"
    )
    await bench.house.dispatch.submit([idle], Cursor("memory", "t2"))
    assert await bench.house.dispatch.cursor("memory") == "t1"
    await bench.house.dispatch.flush_idle()
    assert await bench.house.dispatch.cursor("memory") == "t2"


async def test_a_locked_database_is_waited_for(bench: Bench) -> None:
    """Another process holds the file: nothing is lost, and it goes on when the lock ends."""
    await bench.close()
    await bench.open(busy_seconds=0.05)
    other = sqlite3.connect(bench.file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    handed = asyncio.create_task(bench.house.dispatch.submit([pressed("ok", 1)], Cursor("memory", "t1")))
    await asyncio.sleep(0.4)
    assert not handed.done()
    other.execute("ROLLBACK")
    other.close()
    await asyncio.wait_for(handed, 5)
    assert await bench.codes() == {"ok-1"}


async def test_a_full_database_is_waited_for(bench: Bench) -> None:
    """No page is free: nothing is lost, and it goes on when there is room again."""
    async with bench.database.engine.connect() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    many = [pressed("ok", number) for number in range(400)]
    handed = asyncio.create_task(bench.house.dispatch.submit(many, Cursor("memory", "t1")))
    await asyncio.sleep(0.5)
    assert not handed.done()
    async with bench.database.engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")
    await asyncio.wait_for(handed, 20)
    assert len(await bench.codes()) == 400


def reaction(number: int, message: str) -> ReactionAdded:
    return ReactionAdded(
        key=f"r{number}", account="memory", room="#r", at=NOW, person=pressed("ok").person, message=message,
        emoji="🔁", reaction=f"re{number}",
    )  # fmt: skip


def deleted(number: int, what: str) -> Value:
    return MessageDeleted(key=f"d{number}", account="memory", room="#r", at=NOW, message=what)


async def test_a_reaction_to_a_card_on_its_way_waits_for_it(bench: Bench) -> None:
    """The bot was killed after a post left and before that was noted: a reaction seen meanwhile is not lost."""
    await bench.house.dispatch.submit([pressed("ok", 1)])
    await bench.house.dispatch.submit([reaction(1, "b1")])
    assert await bench.codes() == {"ok-1"}
    await bench.house.deliveries[0].drain()
    assert await bench.codes() == {"ok-1", "ok-reply"}
    await bench.house.dispatch.submit([reaction(1, "b1")])
    assert await bench.codes() == {"ok-1", "ok-reply"}


async def test_a_waiting_reaction_can_be_taken_back(bench: Bench) -> None:
    """Taken back before its card was known, it never counts."""
    await bench.house.dispatch.submit([pressed("ok", 1)])
    await bench.house.dispatch.submit([reaction(1, "b1")])
    await bench.house.dispatch.submit([deleted(1, "re1")])
    await bench.house.deliveries[0].drain()
    assert await bench.codes() == {"ok-1"}


async def test_a_restart_takes_up_what_waited(bench: Bench) -> None:
    """The card became known just before the end: the next start handles what waited for it."""
    await bench.house.dispatch.submit([pressed("ok", 1)])
    await bench.house.dispatch.submit([reaction(1, "b1")])
    async with bench.database.transaction() as uow:
        await outbox.placed(uow, "kok1/1", "#r", ["b1"])
    await bench.close()
    await bench.open()
    await bench.house.take_up_parked()
    assert await bench.codes() == {"ok-1", "ok-reply"}


async def test_a_command_nobody_can_parse_harms_nobody(bench: Bench) -> None:
    """Empty and strange lines are refused, not dead letters."""
    person = pressed("ok").person
    lines = ["", " ", '"', "\x00", "poll " * 2000, "«", "=", "a=b" * 100]
    values = [
        CommandInvoked(key=f"c{n}", account="memory", room="#r", at=NOW, person=person, line=line)
        for n, line in enumerate(lines)
    ]
    await bench.house.dispatch.submit(values)
    async with bench.database.reading() as uow:
        assert not await inbox.dead_letters(uow)


def fired(timer: Timer) -> TimerFired:
    return TimerFired(
        key=f"t{timer.id}:{timer.due}", account="", room="", at=timer.due, timer=timer.id or 0, kind=timer.kind,
        subject=timer.subject, due=timer.due,
    )  # fmt: skip


async def timers_left(bench: Bench) -> list[Timer]:
    async with bench.database.reading() as uow:
        return list(await uow.all(select(Timer).order_by(col(Timer.id))))


async def set_timer(bench: Bench, subject: str, due: datetime) -> Timer:
    async with bench.database.transaction() as uow:
        uow.defer(timers.TIMER, {"kind": "later", "subject": subject, "due": due})
    return (await timers_left(bench))[-1]


async def test_a_timer_set_with_the_id_of_one_that_fired_stays(bench: Bench) -> None:
    """The first was called off in the moment it fired; the one that got its id was taken for it, and deleted."""
    first = await set_timer(bench, "1", NOW)
    async with bench.database.transaction() as uow:
        uow.defer(timers.TIMER_OFF, {"b_kind": "later", "b_subject": "1"})
    second = await set_timer(bench, "2", NOW + timedelta(hours=1))
    assert second.id == first.id
    await bench.house.dispatch.submit([fired(first)])
    assert [timer.subject for timer in await timers_left(bench)] == ["2"]
    assert await bench.codes() == set()


async def test_a_timer_that_was_put_off_while_it_fired_waits(bench: Bench) -> None:
    """It kept its row and its id: it was fired before its new time, even when put off just before in the same batch."""
    first = await set_timer(bench, "1", NOW)
    await bench.house.dispatch.submit([pressed("wait", 1), fired(first)])
    assert await bench.codes() == set()
    (timer,) = await timers_left(bench)
    assert timer.due == NOW + timedelta(hours=1)
    await bench.house.dispatch.submit([fired(timer)])
    assert await bench.codes() == {"1-fired"}


async def test_a_timer_that_breaks_its_batch_is_done_with(bench: Bench) -> None:
    """Buried alone, it stood on and fired at once again, for ever."""
    await set_timer(bench, "clash", NOW)
    async with asyncio.timeout(20):
        await bench.house.timers.fire_due()
    assert await timers_left(bench) == []
    async with bench.database.reading() as uow:
        assert [dead.kind for dead in await inbox.dead_letters(uow)] == ["TimerFired"]


async def test_a_reaction_to_a_private_card_on_its_way_waits_for_it(bench: Bench) -> None:
    """Nobody knew the private room yet, or that the card had gone there: the reaction was passed over."""
    content = Content(text=(Text("hi"),), buttons=(Button("do:ok:private", "yes", "🔁"),))
    call = DirectMessage(room="#r", user="@anna", content=content, card="c:1")
    async with bench.database.transaction() as uow:
        row = outbox.row(
            key="dm", account="memory", room="#r", kind="DirectMessage", payload=encode(call), now=NOW, card="c:1"
        )
        uow.defer(outbox.PUT, row)
        uow.defer(outbox.PLACE, outbox.placement_row("dm", "memory", "#r", "c:1", content.buttons))
    await bench.house.dispatch.submit([replace(reaction(1, "b1"), room="direct-@anna")])
    assert await bench.codes() == set()
    await bench.house.deliveries[0].drain()
    assert await bench.codes() == {"ok-private"}
