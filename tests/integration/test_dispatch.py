"""Dispatch handles many values in one transaction and isolates a value that fails."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlmodel import SQLModel, col, select

from adapters.cli.application import Application
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
from bots.core.refusal import Refusal
from bots.core.richtext import Text
from bots.dispatch.rate_limits import NO_LIMITS
from bots.ports import Capabilities, Cursor
from bots.routing.feature import Feature
from bots.routing.router import Router
from bots.testing import MemoryAdapter, MemoryPlatform
from bots.turn.turn import Turn
from storage.database import Database
from storage.queries import inbox, outbox, timers
from storage.tables import Network, Room, Timer
from tests.waiting import PATIENCE

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


async def handle_press(value: ButtonPressed, turn: Turn) -> None:
    """Handle `ok`: write a row; `bad`: write one and raise; `clash`: break a constraint at the end of the batch;
    `wait`: postpone a timer; `refuse`: change a row and refuse."""
    code = f"{value.subject}-{value.choice}"
    if value.subject == "wait":
        turn.schedule("later", value.choice, turn.now + timedelta(hours=1))
        return
    if value.subject == "refuse":
        turn.room.name = "changed"
        raise Refusal("button-unknown")
    if value.subject == "clash":
        turn.uow.session.add(Network(id=1, name="x", code="same", created_at=turn.now))
        turn.uow.session.add(Network(id=1, name="x", code="same", created_at=turn.now))
        return
    await turn.uow.add(Network(name="n", code=code, created_at=turn.now))
    if value.subject == "bad":
        raise RuntimeError("boom")
    turn.post_content(Content(text=(Text(code),), buttons=(Button("do:ok:reply", "again", "🔁"),)))


async def handle_timer(timer: TimerFired, turn: Turn) -> None:
    """Write a row, or break a constraint at the end of the batch."""
    codes = ["same", "same"] if timer.subject == "clash" else [f"{timer.subject}-fired"]
    for code in codes:
        turn.uow.session.add(Network(name="n", code=code, created_at=turn.now))


FEATURE = Feature(name="probe", buttons={"do": handle_press}, timers={"later": handle_timer})


class RunningBot:
    """A bot with one test feature."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "glocal.db"
        self.clock = MovableClock(NOW)
        self.platform = MemoryPlatform(self.clock)

    async def open(self, busy_seconds: float = 5.0) -> None:
        """Start dispatch on the database file."""
        self.database = Database(f"sqlite:///{self.file}", busy_seconds=busy_seconds)
        async with self.database.engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)
        adapter = MemoryAdapter(self.platform, Capabilities(buttons=False, idempotent=True))
        self.application = Application(self.database, [adapter], self.clock, router=Router([FEATURE]), limits=NO_LIMITS)
        await self.application.resume()
        async with self.database.transaction() as uow:
            if not await uow.get(Room, 1):
                await uow.add(Room(id=1, account="memory", platform="memory", room="#r", created_at=NOW))
        self.running = asyncio.create_task(self.application.dispatch.run())

    async def close(self) -> None:
        """Stop dispatch and close the database."""
        self.running.cancel()
        await asyncio.gather(self.running, return_exceptions=True)
        await self.database.close()

    async def codes(self) -> set[str]:
        """Return the codes that the handlers wrote."""
        async with self.database.reading() as uow:
            return {row.code for row in await uow.all(select(Network))}


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[RunningBot]:
    """Yield a running bot."""
    made = RunningBot(tmp_path)
    await made.open()
    yield made
    await made.close()


def button_press(what: str, number: int = 0, key: str | None = None) -> ButtonPressed:
    """Return the press of a button by Anna."""
    person = Person(platform="memory", user="@anna", name="Anna")
    return ButtonPressed(
        key=key or f"k{what}{number}", account="memory", room="#r", at=NOW, person=person, button=f"do:{what}:{number}"
    )


async def test_failing_handler_loses_only_its_own_writes(bot: RunningBot) -> None:
    """If a handler raises, its value becomes a dead letter with an apology and the others are committed."""
    await bot.application.dispatch.submit([button_press("ok", 1), button_press("bad", 2), button_press("ok", 3)])
    assert await bot.codes() == {"ok-1", "ok-3"}
    async with bot.database.reading() as uow:
        (dead,) = await inbox.dead_letters(uow)
        waiting = (await outbox.pending_by_ordering_key(uow, "memory", ["#r"], 10))["#r"]
    assert (dead.key, dead.kind, dead.error) == ("kbad2", "ButtonPressed", "RuntimeError: boom")
    assert [row.key for row in waiting] == ["kok1/1", "kbad2/1", "kok3/1"]
    assert "Sorry" in waiting[1].payload


async def test_refusal_undoes_only_its_own_change(bot: RunningBot) -> None:
    """A handler that changed a row and then refused leaves neither the change nor a dead letter."""
    await bot.application.dispatch.submit([button_press("ok", 1), button_press("refuse", 2), button_press("ok", 3)])
    assert await bot.codes() == {"ok-1", "ok-3"}
    async with bot.database.reading() as uow:
        room = await uow.get(Room, 1)
        assert room is not None and room.name != "changed"
        assert await inbox.dead_letters(uow) == []
        waiting = (await outbox.pending_by_ordering_key(uow, "memory", ["#r"], 10))["#r"]
    assert [row.key for row in waiting] == ["kok1/1", "krefuse2/1", "kok3/1"]


async def test_value_that_breaks_the_commit_becomes_a_dead_letter(bot: RunningBot) -> None:
    """If the batch cannot be committed, only the failing value becomes a dead letter."""
    await bot.application.dispatch.submit([button_press("ok", 1), button_press("clash"), button_press("ok", 3)])
    assert await bot.codes() == {"ok-1", "ok-3"}
    async with bot.database.reading() as uow:
        assert [dead.key for dead in await inbox.dead_letters(uow)] == ["kclash0"]


async def test_a_value_is_handled_once(bot: RunningBot) -> None:
    """Dispatch skips a repeated key, in the same batch or a later one."""
    await bot.application.dispatch.submit([button_press("ok", 1), button_press("ok", 1)])
    await bot.application.dispatch.submit([button_press("ok", 1), button_press("ok", 2)])
    assert await bot.codes() == {"ok-1", "ok-2"}


async def test_the_cursor_is_committed_with_the_values(bot: RunningBot) -> None:
    """The cursor is committed with its values, or at the next flush if all values were skipped."""
    await bot.application.dispatch.submit([button_press("ok", 1)], Cursor("memory", "t1"))
    assert await bot.application.dispatch.cursor("memory") == "t1"
    idle = MessagePosted(
        key="m", account="memory", room="#r", at=NOW, person=button_press("ok").person, message="m", text="hello"
    )
    await bot.application.dispatch.submit([idle], Cursor("memory", "t2"))
    assert await bot.application.dispatch.cursor("memory") == "t1"
    await bot.application.dispatch.flush_idle()
    assert await bot.application.dispatch.cursor("memory") == "t2"


async def test_dispatch_waits_for_a_locked_database(bot: RunningBot) -> None:
    """Dispatch waits while another process locks the database, and loses nothing."""
    await bot.close()
    await bot.open(busy_seconds=0.05)
    other = sqlite3.connect(bot.file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    handed = asyncio.create_task(bot.application.dispatch.submit([button_press("ok", 1)], Cursor("memory", "t1")))
    await asyncio.sleep(0.4)
    assert not handed.done()
    other.execute("ROLLBACK")
    other.close()
    await asyncio.wait_for(handed, PATIENCE)
    assert await bot.codes() == {"ok-1"}


async def test_dispatch_waits_for_a_full_database(bot: RunningBot) -> None:
    """Dispatch waits while the database cannot grow, and loses nothing."""
    async with bot.database.engine.connect() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    many = [button_press("ok", number) for number in range(400)]
    handed = asyncio.create_task(bot.application.dispatch.submit(many, Cursor("memory", "t1")))
    await asyncio.sleep(0.5)
    assert not handed.done()
    async with bot.database.engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")
    await asyncio.wait_for(handed, PATIENCE)
    assert len(await bot.codes()) == 400


def reaction(number: int, message: str) -> ReactionAdded:
    """Return a reaction of Anna with the button's emoji."""
    return ReactionAdded(
        key=f"r{number}", account="memory", room="#r", at=NOW, person=button_press("ok").person, message=message,
        emoji="🔁", reaction=f"re{number}",
    )  # fmt: skip


def deletion(number: int, what: str) -> Value:
    """Return the deletion of a message or reaction."""
    return MessageDeleted(key=f"d{number}", account="memory", room="#r", at=NOW, message=what)


async def test_reaction_before_its_card_is_parked(bot: RunningBot) -> None:
    """Dispatch parks a reaction to a card whose message id is not recorded yet, and handles it later."""
    await bot.application.dispatch.submit([button_press("ok", 1)])
    await bot.application.dispatch.submit([reaction(1, "b1")])
    assert await bot.codes() == {"ok-1"}
    await bot.application.deliveries[0].drain()
    assert await bot.codes() == {"ok-1", "ok-reply"}
    await bot.application.dispatch.submit([reaction(1, "b1")])
    assert await bot.codes() == {"ok-1", "ok-reply"}


async def test_a_parked_reaction_can_be_removed(bot: RunningBot) -> None:
    """A reaction that its author removed while it was parked never counts."""
    await bot.application.dispatch.submit([button_press("ok", 1)])
    await bot.application.dispatch.submit([reaction(1, "b1")])
    await bot.application.dispatch.submit([deletion(1, "re1")])
    await bot.application.deliveries[0].drain()
    assert await bot.codes() == {"ok-1"}


async def test_a_restart_handles_parked_values(bot: RunningBot) -> None:
    """The next start handles a parked reaction whose card became known just before the stop."""
    await bot.application.dispatch.submit([button_press("ok", 1)])
    await bot.application.dispatch.submit([reaction(1, "b1")])
    async with bot.database.transaction() as uow:
        await outbox.record_messages(uow, "kok1/1", "#r", ["b1"])
    await bot.close()
    await bot.open()
    await bot.application.resubmit_parked()
    assert await bot.codes() == {"ok-1", "ok-reply"}


async def test_unparsable_commands_are_no_dead_letters(bot: RunningBot) -> None:
    """Empty and strange command lines become no dead letters."""
    person = button_press("ok").person
    lines = ["", " ", '"', "\x00", "poll " * 2000, "«", "=", "a=b" * 100]
    values = [
        CommandInvoked(key=f"c{n}", account="memory", room="#r", at=NOW, person=person, line=line)
        for n, line in enumerate(lines)
    ]
    await bot.application.dispatch.submit(values)
    async with bot.database.reading() as uow:
        assert not await inbox.dead_letters(uow)


def timer_fired(timer: Timer) -> TimerFired:
    """Return the value of a timer that fires."""
    return TimerFired(
        key=f"t{timer.id}:{timer.due}", account="", room="", at=timer.due, timer=timer.id, kind=timer.kind,
        subject=timer.subject, due=timer.due,
    )  # fmt: skip


async def stored_timers(bot: RunningBot) -> list[Timer]:
    """Return all stored timers."""
    async with bot.database.reading() as uow:
        return list(await uow.all(select(Timer).order_by(col(Timer.id))))


async def set_timer(bot: RunningBot, subject: str, due: datetime) -> Timer:
    """Store a timer and return it."""
    async with bot.database.transaction() as uow:
        uow.defer(timers.SET_TIMER, {"kind": "later", "subject": subject, "due": due})
    return (await stored_timers(bot))[-1]


async def test_timer_with_a_reused_id_stays(bot: RunningBot) -> None:
    """A timer with the id of a deleted timer stays when the deleted one fires."""
    first = await set_timer(bot, "1", NOW)
    async with bot.database.transaction() as uow:
        uow.defer(timers.DELETE_TIMER, {"b_kind": "later", "b_subject": "1"})
    second = await set_timer(bot, "2", NOW + timedelta(hours=1))
    assert second.id == first.id
    await bot.application.dispatch.submit([timer_fired(first)])
    assert [timer.subject for timer in await stored_timers(bot)] == ["2"]
    assert await bot.codes() == set()


async def test_postponed_timer_does_not_fire_early(bot: RunningBot) -> None:
    """A timer that is postponed in the batch in which it fires waits for its new time."""
    first = await set_timer(bot, "1", NOW)
    await bot.application.dispatch.submit([button_press("wait", 1), timer_fired(first)])
    assert await bot.codes() == set()
    (timer,) = await stored_timers(bot)
    assert timer.due == NOW + timedelta(hours=1)
    await bot.application.dispatch.submit([timer_fired(timer)])
    assert await bot.codes() == {"1-fired"}


async def test_timer_that_breaks_the_commit_is_deleted(bot: RunningBot) -> None:
    """A timer that becomes a dead letter is deleted, so that it does not fire again."""
    await set_timer(bot, "clash", NOW)
    async with asyncio.timeout(PATIENCE):
        await bot.application.timers.fire_due()
    assert await stored_timers(bot) == []
    async with bot.database.reading() as uow:
        assert [dead.kind for dead in await inbox.dead_letters(uow)] == ["TimerFired"]


async def test_reaction_before_its_private_card_is_parked(bot: RunningBot) -> None:
    """Dispatch parks a reaction to a private card whose room is not known yet, and handles it later."""
    content = Content(text=(Text("hi"),), buttons=(Button("do:ok:private", "yes", "🔁"),))
    call = DirectMessage(room="#r", user="@anna", content=content, card="c:1")
    async with bot.database.transaction() as uow:
        row = outbox.pending_row(
            key="dm", account="memory", room="#r", kind="DirectMessage", payload=encode(call), now=NOW, card="c:1"
        )
        uow.defer(outbox.ENQUEUE, row)
        uow.defer(outbox.ADD_PLACEMENT, outbox.placement_row("dm", "memory", "#r", "c:1", content.buttons))
    await bot.application.dispatch.submit([replace(reaction(1, "b1"), room="direct-@anna")])
    assert await bot.codes() == set()
    await bot.application.deliveries[0].drain()
    assert await bot.codes() == {"ok-private"}
