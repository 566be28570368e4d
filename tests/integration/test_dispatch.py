"""Dispatch handles many values in one transaction and isolates a value that fails."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.ports import Cursor
from bots.routing.feature import Feature
from bots.turn.turn import Turn
from storage.queries import inbox, outbox
from storage.tables import Room
from tests.integration.dispatch_bot import NOW, RunningBot, button_press
from tests.waiting import PATIENCE


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[RunningBot]:
    """Yield a running bot."""
    made = RunningBot(tmp_path)
    await made.open()
    yield made
    await made.close()


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


@pytest.mark.file
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


@pytest.mark.file
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


async def test_others_go_on_between_the_values_of_a_batch(tmp_path: Path) -> None:
    """While many values are handled, the rest of the process has its turns: a door can acknowledge a press."""
    others, seen = [0], list[int]()

    async def go_on() -> None:
        while True:
            await asyncio.sleep(0)
            others[0] += 1

    async def handle(_press: ButtonPressed, _turn: Turn) -> None:
        seen.append(others[0])

    bot = RunningBot(tmp_path)
    await bot.open(feature=Feature(name="probe", buttons={"probe": handle}))
    going = asyncio.create_task(go_on())
    await bot.application.dispatch.submit([button_press("ok", number) for number in range(20)])
    going.cancel()
    await bot.close()
    assert len(set(seen)) == 20
