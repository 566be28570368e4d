"""Dispatch handles timers that change while they fire."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from bots.core.inbound import TimerFired
from storage.queries import inbox, timers
from storage.tables import Timer
from tests.integration.dispatch_bot import NOW, RunningBot, button_press
from tests.waiting import PATIENCE


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[RunningBot]:
    """Yield a running bot."""
    made = RunningBot(tmp_path)
    await made.open()
    yield made
    await made.close()


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
    assert second.id == first.id or bot.database.file is None  # PostgreSQL gives no id twice
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
